//! Model, selection and names → the text of the module. Decides nothing.
//!
//! The text is written straight, not by way of tokens: an item is one of six fixed shapes, the holes in it are names
//! that [`crate::names`] has checked and types made of these, and on a whole kernel tokens take ten times as long
//! (see ARCHITECTURE.md). The tests parse and compile what comes out.

mod carriers;
mod context;
mod doc;
mod fields;
mod integers;
mod items;
mod table;
mod ty;

use context::Context;

use crate::filter::Index;
use crate::model::Types;
use crate::names::{Module, ModulePath};
use crate::options::Intrinsics;
use crate::reloc::FORMAT;
use crate::room::{self, TooLong};

/// What accessors and operations are, and what can stand behind them: real Rust, kept as such.
pub(crate) const PLACES: &str = include_str!("../../templates/intrinsics/places.rs");
pub(crate) const RECORDS: &str = include_str!("../../templates/intrinsics/records.rs");
const CORE: &str = include_str!("../../templates/intrinsics/core.rs");

/// What is of each file, and the section that the link step reads.
const LAYOUT: &str = include_str!("../../templates/intrinsics/layout.rs");
const SECTION: &str = include_str!("../../templates/intrinsics/section.rs");

/// Where the documentation of the operations, which is the same for both, promises more.
const CORE_NOTE: &str = "\
///
/// These stand on rustc's own `btf_relocations`. They tell neither the sign of a field nor whether it is a bitfield: what
/// the operations do about a field that differs in that does not hold here, it is taken for what these bindings declare. A
/// `load` refuses every field of another size. Elements of arrays, values of bitfields, types and enumerators are not
/// covered, and don't compile.
";

/// Where the intrinsics are, and what stands behind them.
#[derive(Clone, Copy)]
pub(crate) enum Runtime<'r> {
    /// In the file itself.
    Inside(Intrinsics),
    /// In the Rust module of this path.
    At(&'r ModulePath),
}

/// Header, items, the module of the intrinsics, and the layout with the table at its end.
pub(crate) fn expand(
    types: &Types<'_>,
    index: &Index<'_>,
    module: &Module<'_>,
    runtime: Runtime<'_>,
    header: &str,
) -> Result<String, TooLong> {
    let context = Context {
        types,
        index,
        module,
    };
    let mut text = format!("{header}\n");
    if let Runtime::At(path) = runtime {
        text += &format!("use {path} as btfgen;\n\n");
    }
    for item in &module.items {
        items::push(&mut text, context, item)?;
    }
    fields::push(&mut text, context)?;
    let table = table::build(context)?;
    match runtime {
        Runtime::Inside(Intrinsics::Asm) => push_intrinsics(&mut text, "", RECORDS, ""),
        Runtime::Inside(Intrinsics::Core) => {
            push_intrinsics(
                &mut text,
                CORE_NOTE,
                CORE,
                &carriers::build(context, &table)?,
            );
        }
        Runtime::At(_) => {}
    }
    let (section, far) = match runtime {
        Runtime::Inside(Intrinsics::Core) => ("", "const FAR: &[u64] = &[];\n".to_string()),
        Runtime::Inside(Intrinsics::Asm) | Runtime::At(_) => (SECTION, table::far(&table)),
    };
    text += &format!(
        "#[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]\n\
         #[allow(clippy::pedantic, clippy::nursery)]\n\
         #[cfg_attr(any(), rustfmt::skip)]\n\
         mod layout {{\n\
         use super::btfgen;\n\n\
         {LAYOUT}\n\
         {section}\n\
         const FORMAT: u32 = {FORMAT};\n\n\
         // Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.\n\
         const TABLE: &str = \"\\\n\
         {table}\";\n\
         {far}\
         }}\n"
    );
    items::push_relocated(&mut text, context)?;
    room::check(&text, || "all types".to_string())?;
    Ok(text)
}

fn push_intrinsics(out: &mut String, note: &str, machine: &str, carriers: &str) {
    *out += &format!(
        "/// Places, and the operations on them.\n\
         {note}\
         #[allow(dead_code, unreachable_pub)]\n\
         #[allow(clippy::pedantic, clippy::nursery)]\n\
         #[cfg_attr(any(), rustfmt::skip)]\n\
         pub mod btfgen {{\n\
         {PLACES}\n\
         {machine}\
         {carriers}\
         }}\n"
    );
}

/// A file with the intrinsics alone, for generated files to share.
pub(crate) fn runtime(header: &str) -> String {
    format!(
        "{header}\n\
         #[allow(unused_imports)]\n\
         pub use intrinsics::*;\n\n\
         /// Places, and the operations on them.\n\
         #[allow(dead_code, unreachable_pub)]\n\
         #[allow(clippy::pedantic, clippy::nursery)]\n\
         #[cfg_attr(any(), rustfmt::skip)]\n\
         mod intrinsics {{\n\
         {PLACES}\n\
         {RECORDS}\
         }}\n"
    )
}
