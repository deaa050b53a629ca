//! Functions and variables, their sections, and the tags on declarations.

#![cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "the model has all of them; nothing prints them yet"
    )
)]

use std::ops::Range;

use super::name::Name;
use super::units::{Bytes, TypeId};

/// A function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Func<'a> {
    pub(crate) name: Name<'a>,
    pub(crate) linkage: Linkage,
    pub(crate) prototype: TypeId,
}

/// A variable.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Var<'a> {
    pub(crate) name: Name<'a>,
    pub(crate) linkage: Linkage,
    pub(crate) ty: TypeId,
}

/// What the linker may do with a function or variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Linkage {
    Static,
    Global,
    /// Declared here, and defined elsewhere.
    Extern,
}

/// A section with variables, or with declarations of functions.
#[derive(Clone, Debug)]
pub(crate) struct Datasec<'a> {
    pub(crate) name: &'a str,
    pub(crate) size: Bytes,
    /// The indexes in [`Types::variables`].
    pub(crate) variables: Range<u32>,
}

/// A variable in its section.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    /// The type id of the variable.
    pub(crate) id: TypeId,
    pub(crate) offset: Bytes,
    pub(crate) size: Bytes,
}

/// A tag that source code put on a declaration, such as `bpf_kfunc` on a function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeclTag<'a> {
    pub(crate) name: &'a str,
    /// The struct, union, typedef, function or variable.
    pub(crate) of: TypeId,
    /// The index of the member or parameter that has the tag. `None` if the whole declaration has the tag.
    pub(crate) component: Option<u32>,
}
