//! What the table calls structs and unions.

use crate::model::{Composite, CompositeKind};
use crate::reloc::table::Key;

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
