//! What libbpf does with a relocation.

use super::refusal::Refusal;
use super::spec::Spec;

/// What libbpf does to the instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome<'t> {
    /// It gets a number.
    Found(Found<'t>),
    /// It gets this number, because the kernel does not have the field, type or enumerator.
    Absent(u64, Miss),
    /// It becomes a call that the verifier refuses, because the kernel does not have the field, type or enumerator.
    Poisoned(Miss),
    /// It becomes a call that the verifier refuses. It is a load or store, the kernel's field has another size, and the types do
    /// not allow another width.
    Resized(Box<Spec<'t>>),
    /// libbpf refuses the object.
    Refused(Refusal),
}

/// A number in an instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found<'t> {
    pub(crate) value: u64,
    /// The new width in bytes of a load or store, if it changes.
    pub(crate) width: Option<u32>,
    /// The path in the kernel's type. `None` for the id of a local type.
    pub(crate) spec: Option<Box<Spec<'t>>>,
}

/// Why a kernel does not have something. If several types of the same name do not fit, the last reason in this order counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Miss {
    /// It has no type of this name and kind.
    Type,
    /// The type has no such field or enumerator: the index of the step.
    Member(usize),
    /// The field has a kind that does not fit: the index of the step.
    Kind(usize),
    /// The array is too short: the index of the step, and the number of elements.
    Index(usize, u32),
    /// Its type differs.
    Mismatch,
}
