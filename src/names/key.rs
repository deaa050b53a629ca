//! The keys of types in the table.

use std::fmt;

use crate::model::{Composite, CompositeKind, Field, Type, Types};
use crate::reloc::table::{Key, MAX_DIMENSIONS, enum_key, typedef_key};

use super::ident::is_c_identifier;

/// The name of an enum in the kernel.
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

/// Checks that the table may contain the type of a field. The error is the reason if not.
pub(super) fn check_type(types: &Types<'_>, field: &Field<'_>) -> Result<(), String> {
    let (mut id, mut dimensions, mut name) = (field.ty, 0, "");
    loop {
        let (element, lengths) = types.elements(id);
        dimensions += lengths.len();
        match types.get(element) {
            Type::Typedef(typedef, target) => (id, name) = (*target, typedef),
            Type::Composite(composite) => {
                let is_named = !composite.name.is_empty();
                name = if is_named { composite.name } else { name };
                break;
            }
            Type::Fwd(_, declared) => {
                name = declared;
                break;
            }
            _ => {
                name = "";
                break;
            }
        }
    }
    if dimensions > MAX_DIMENSIONS {
        let name = field.name;
        return Err(format!(
            "{name} has {dimensions} dimensions, more than {MAX_DIMENSIONS}"
        ));
    }
    match name.is_empty() || is_c_identifier(name) {
        true => Ok(()),
        false => Err(format!("{} has a type that is left out", field.name)),
    }
}
