//! A relocation.

use crate::insn::Insn;
use crate::model::TypeId;

/// A relocation, as it is in the object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Relocation<'a> {
    /// The number of its kind, which may be unknown.
    pub(crate) kind: u32,
    pub(crate) root: TypeId,
    pub(crate) access: &'a str,
    /// The instruction, and the one after it.
    pub(crate) insn: Insn,
    pub(crate) next: Option<Insn>,
}
