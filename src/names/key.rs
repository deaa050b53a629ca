//! What the table calls types.

use std::fmt;

use crate::model::{Composite, CompositeKind};
use crate::reloc::table::{Key, enum_key, typedef_key};

/// What an enum is called in the kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EnumKey<'a> {
    Tag(&'a str),
    Typedef(&'a str),
}

impl fmt::Display for EnumKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            EnumKey::Tag(name) => enum_key(name),
            EnumKey::Typedef(name) => typedef_key(name),
        })
    }
}

/// The key of a named struct or union.
pub(crate) fn composite_key(composite: &Composite<'_>) -> Key {
    tag_key(composite.kind, composite.name)
}

pub(crate) fn tag_key(kind: CompositeKind, name: &str) -> Key {
    match kind {
        CompositeKind::Struct => Key::Struct(name.to_string()),
        CompositeKind::Union => Key::Union(name.to_string()),
    }
}

/// The key of the anonymous type of a member.
pub(super) fn inner_key(owner: &Key, member: &str) -> Key {
    match owner {
        Key::Anon { owner, path } => {
            let path = path.iter().cloned().chain([member.to_string()]).collect();
            Key::Anon {
                owner: owner.clone(),
                path,
            }
        }
        owner => Key::Anon {
            owner: Box::new(owner.clone()),
            path: vec![member.to_string()],
        },
    }
}
