//! What libbpf does with a relocation.

use super::refusal::Refusal;
use super::spec::Spec;

/// What becomes of the instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome<'t> {
    /// It gets a number.
    Found(Found<'t>),
    /// It gets this number because the kernel does not have what was asked for.
    Absent(u64, Miss),
    /// It becomes a call that the verifier refuses, because the kernel does not have what was asked for.
    Poisoned(Miss),
    /// It becomes a call that the verifier refuses, because it is a load or store of another width than the kernel's field,
    /// and its sign does not allow another width.
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
    /// What was found. Nothing for the id of a local type.
    pub(crate) spec: Option<Box<Spec<'t>>>,
}

/// Why a kernel does not have something. Of several types of the same name, the last of these reasons counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Miss {
    /// It has no type of this name and kind.
    Type,
    /// Its type has no such field or enumerator: the number of the step.
    Member(usize),
    /// Its field is of a kind that does not fit: the number of the step.
    Kind(usize),
    /// Its array has only so many elements: the number of the step, and the length.
    Index(usize, u32),
    /// Its type differs.
    Mismatch,
}
