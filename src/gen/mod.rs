//! Model, selection and names → the text of the module. Decides nothing.

mod accessors;
mod items;
mod render;
mod table;
mod ty;

use crate::filter::Index;
use crate::model::Types;
use crate::names::Module;

/// What is printed, and what is needed to print it.
#[derive(Clone, Copy)]
struct Context<'c, 'a> {
    types: &'c Types<'a>,
    index: &'c Index<'a>,
    module: &'c Module<'a>,
}

pub(crate) fn expand(
    types: &Types<'_>,
    index: &Index<'_>,
    module: &Module<'_>,
    header: &str,
) -> String {
    let context = Context { types, index, module };
    let items = render::items(context);
    let table = table::build(context);
    render::file(header, &items, &table)
}
