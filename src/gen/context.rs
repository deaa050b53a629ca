//! What all parts of the text are printed from.

use crate::filter::Index;
use crate::model::Types;
use crate::names::Module;

/// What is printed, and what is needed to print it.
#[derive(Clone, Copy)]
pub(super) struct Context<'c, 'a> {
    pub(super) types: &'c Types<'a>,
    pub(super) index: &'c Index<'a>,
    pub(super) module: &'c Module<'a>,
}
