//! The two sides of a comparison.

use super::loader::Loader;
use super::work::Work;
use crate::model::Types;

/// The types of the object and of the kernel.
pub(super) struct Pair<'s, 'l, 't> {
    pub(super) local: &'s Types<'l>,
    pub(super) target: &'s Types<'t>,
    pub(super) loader: Loader,
    pub(super) work: &'s mut Work,
}
