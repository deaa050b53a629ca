//! Model, selection and names → the text of the module. Decides nothing.
//!
//! The text is written straight, not by way of tokens: an item is one of six fixed shapes, the holes in it are names
//! that [`crate::names`] has checked and types made of these, and on a whole kernel tokens take ten times as long
//! (see ARCHITECTURE.md). The tests parse and compile what comes out.

mod accessors;
mod doc;
mod integers;
mod items;
mod table;
mod ty;

use crate::filter::Index;
use crate::model::Types;
use crate::names::Module;

/// The intrinsics, real Rust kept as such.
pub(crate) const INTRINSICS: &str = include_str!("../../templates/intrinsics.rs");

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
    let table = table::build(context);
    text += &format!(
        "/// Places, and the operations on them.\n\
         #[allow(dead_code)]\n\
         #[rustfmt::skip]\n\
         pub mod btfgen {{\n\
         {INTRINSICS}\n\
         // Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.\n\
         const TABLE: &str = \"\\\n\
         {table}\";\n\
         {far}\
         }}\n",
        far = table::far(&table),
    );
    items::push_relocated(&mut text, context);
    text
}
