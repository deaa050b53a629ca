//! Model, selection and names → the text of the module. Decides nothing.
//!
//! The text is written straight, not by way of tokens: an item is one of six fixed shapes, the holes in it are names
//! that [`crate::names`] has checked and types made of these, and on a whole kernel tokens take ten times as long
//! (see ARCHITECTURE.md). The tests parse and compile what comes out.

mod carriers;
mod doc;
mod fields;
mod integers;
mod items;
mod table;
mod ty;

use crate::builder::Intrinsics;
use crate::filter::Index;
use crate::model::Types;
use crate::names::Module;

/// What accessors and operations are, and what can stand behind them: real Rust, kept as such.
pub(crate) const PLACES: &str = include_str!("../../templates/intrinsics/places.rs");
pub(crate) const RECORDS: &str = include_str!("../../templates/intrinsics/records.rs");
const CORE: &str = include_str!("../../templates/intrinsics/core.rs");

/// Where the documentation of the operations, which is the same for both, promises more.
const CORE_NOTE: &str = "\
///
/// These stand on rustc's own `btf_relocations`. They tell neither the sign of a field nor whether it is a bitfield: what
/// the operations do about a field that differs in that does not hold here, it is taken for what these bindings declare. A
/// `load` refuses every field of another size. Elements of arrays, values of bitfields, types and enumerators are not
/// covered, and don't compile.
";

/// What is printed, and what is needed to print it.
#[derive(Clone, Copy)]
struct Context<'c, 'a> {
    types: &'c Types<'a>,
    index: &'c Index<'a>,
    module: &'c Module<'a>,
}

/// Header, items, and the module of the intrinsics with the table at its end.
pub(crate) fn expand(
    types: &Types<'_>,
    index: &Index<'_>,
    module: &Module<'_>,
    intrinsics: Intrinsics,
    header: &str,
) -> String {
    let context = Context {
        types,
        index,
        module,
    };
    let mut text = format!("{header}\n");
    for item in &module.items {
        items::push(&mut text, context, item);
    }
    fields::push(&mut text, context);
    let table = table::build(context);
    let (note, machine, listed) = match intrinsics {
        Intrinsics::Asm => ("", RECORDS, table::far(&table)),
        Intrinsics::Core => (CORE_NOTE, CORE, carriers::build(context, &table)),
    };
    text += &format!(
        "/// Places, and the operations on them.\n\
         {note}\
         #[allow(dead_code)]\n\
         #[rustfmt::skip]\n\
         pub mod btfgen {{\n\
         {PLACES}\n\
         {machine}\n\
         // Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.\n\
         const TABLE: &str = \"\\\n\
         {table}\";\n\
         {listed}\
         }}\n"
    );
    items::push_relocated(&mut text, context);
    text
}
