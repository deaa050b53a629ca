//! Finished items → the text of the module. Decides nothing, and looks nothing up.
//!
//! `item/` has the shape of each kind of item. `runtime` has the text that is the same in every file. `shape` prints code with
//! holes. The tests parse and compile the text.

mod attributes;
mod item;
mod runtime;
mod shape;
mod ty;

use crate::lower::{Carriers, File, Item};
use crate::names::ModulePath;
use crate::options::Derive;
use crate::room::{self, TooLong};
#[cfg(any(test, fuzzing))]
pub(crate) use runtime::{PLACES, RECORDS};

/// Where the intrinsics are, and which back end they use.
#[derive(Clone, Copy)]
pub(crate) enum Runtime<'r> {
    /// In the file itself. They use records.
    Asm,
    /// In the file itself. They use rustc's own relocations.
    Core(&'r Carriers<'r>),
    /// In the Rust module of this path.
    At(&'r ModulePath),
}

/// Header, items, the module of the intrinsics, and the layout with the table at its end.
pub(crate) fn expand(
    file: &File<'_>,
    runtime: Runtime<'_>,
    derives: &[Derive],
    header: &str,
) -> Result<String, TooLong> {
    let mut text = format!("{header}\n");
    if let Runtime::At(path) = runtime {
        text += &format!("use {path} as btfgen;\n\n");
    }
    for item in &file.items {
        match item {
            Item::Opaque(opaque) => item::opaque::push(&mut text, opaque),
            Item::Alias(alias) => item::alias::push(&mut text, alias),
            Item::Enumeration(enumeration) => item::enumeration::push(&mut text, enumeration),
        }
        room::check(&text, || item.declaration().to_string())?;
    }
    item::fields::push(&mut text, &file.items)?;
    item::context::push(&mut text, &file.contexts, file.registers.as_ref())?;
    item::function::push(&mut text, &file.functions)?;
    item::variable::push(&mut text, &file.variables)?;
    item::symbol::push(&mut text, &file.symbols)?;
    item::struct_ops::push(&mut text, &file.struct_ops)?;
    item::kernels::push(&mut text, &file.kernels);
    item::plain::push(&mut text, &file.values, derives)?;
    match runtime {
        Runtime::Asm => runtime::push_asm(&mut text, !file.kernels.is_empty()),
        Runtime::Core(carriers) => {
            runtime::push_core(&mut text, |text| item::carriers::push(text, carriers))?;
        }
        Runtime::At(_) => {}
    }
    match runtime {
        Runtime::Core(_) => runtime::push_layout(&mut text, file, &[], false),
        Runtime::Asm | Runtime::At(_) => {
            runtime::push_layout(&mut text, file, &file.far, true);
        }
    }
    item::relocated::push(&mut text, &file.items)?;
    room::check(&text, || "all types".to_string())?;
    Ok(text)
}

/// A file with the intrinsics alone, for generated files to share.
pub(crate) fn runtime(header: &str) -> String {
    let mut text = format!("{header}\n");
    runtime::push_file(&mut text);
    text
}
