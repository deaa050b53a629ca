//! Finished items. Printing them needs neither BTF nor names of other items.

use std::borrow::Cow;
use std::rc::Rc;

use crate::model::Origin;

use super::c_text::CText;
use super::kernels::SomeKernels;
use super::rust_type::RustType;

/// One item of the file.
#[derive(Debug)]
pub(crate) enum Item<'m> {
    Opaque(Opaque<'m>),
    Alias(Alias<'m>),
    Enumeration(Enumeration<'m>),
}

/// A struct or union that can't be constructed.
#[derive(Debug)]
pub(crate) struct Opaque<'m> {
    pub(crate) ident: &'m str,
    pub(crate) declaration: CText,
    /// The key in the table. None: the type is only declared.
    pub(crate) key: Option<String>,
    /// Whether the kernel has several definitions of this type that differ.
    pub(crate) has_several_definitions: bool,
    pub(crate) accessors: Vec<Accessor<'m>>,
    /// The kernels that have it. None: all of them.
    pub(crate) on: Option<Rc<SomeKernels>>,
}

/// The method of a field.
#[derive(Debug)]
pub(crate) struct Accessor<'m> {
    pub(crate) ident: &'m str,
    pub(crate) declaration: CText,
    pub(crate) origin: Origin,
    /// The type in the place that it returns.
    pub(crate) ty: RustType<'m>,
    pub(crate) step: Step<'m>,
    /// The kernels that have it. None: all that have its type.
    pub(crate) on: Option<Rc<SomeKernels>>,
    /// Whether kernels have pointers to different types here.
    pub(crate) is_mixed_pointer: bool,
}

/// The step of an accessor: the name of its field in the table, or its hash.
#[derive(Clone, Debug)]
pub(crate) enum Step<'m> {
    Name(Cow<'m, str>),
    Hash(u64),
}

/// A typedef.
#[derive(Debug)]
pub(crate) struct Alias<'m> {
    pub(crate) ident: &'m str,
    pub(crate) declaration: CText,
    pub(crate) target: RustType<'m>,
    /// The hash of its key.
    pub(crate) key: u64,
}

/// An enum's type, if it has a name, and its enumerators.
#[derive(Debug)]
pub(crate) struct Enumeration<'m> {
    pub(crate) ident: Option<&'m str>,
    pub(crate) declaration: CText,
    /// The type of its values.
    pub(crate) integer: &'static str,
    /// The hash of its key. None: the table does not have it.
    pub(crate) key: Option<u64>,
    pub(crate) constants: Vec<Constant<'m>>,
}

/// An enumerator.
#[derive(Debug)]
pub(crate) struct Constant<'m> {
    pub(crate) ident: &'m str,
    pub(crate) declaration: CText,
    pub(crate) value: i128,
    /// The hash of its name in C.
    pub(crate) name: u64,
    /// Whether it has this value on all kernels that have it.
    pub(crate) is_fixed: bool,
    /// The kernels that have it. None: all of them.
    pub(crate) on: Option<Rc<SomeKernels>>,
}

impl Constant<'_> {
    /// Whether the value is right on all kernels.
    pub(crate) fn is_constant(&self) -> bool {
        self.is_fixed && self.on.is_none()
    }
}

impl Item<'_> {
    /// Its C declaration.
    pub(crate) fn declaration(&self) -> &CText {
        match self {
            Item::Opaque(opaque) => &opaque.declaration,
            Item::Alias(alias) => &alias.declaration,
            Item::Enumeration(enumeration) => &enumeration.declaration,
        }
    }
}
