//! Finished items. Printing them needs neither BTF nor names of other items.

use crate::model::Origin;

use super::c_text::CText;
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
}

/// The step of an accessor: the name of its field in C, or its hash.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'m> {
    Name(&'m str),
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
