//! `TYPE.field.field…`: each field on the path from a type, through structs, unions, arrays and pointers, to the last field.

use std::collections::{BTreeMap, BTreeSet};

use super::index::Index;
use super::pattern::Name;
use crate::model::{Field, Type, TypeId, Types};

/// The fields on paths, by type. A struct that such a field contains needs only the fields that the path names.
pub(super) type Ways = BTreeMap<TypeId, BTreeSet<String>>;

/// A limit on nested pointers, typedefs and arrays that no real type reaches.
const MAX_CHAIN: usize = 64;

/// Why a path ends too early.
pub(super) enum End {
    /// This type has no such field. The index says which name of the path.
    NoField(TypeId, usize),
    /// This type is only declared.
    Declared(TypeId),
}

/// The result of following a path.
#[derive(Debug)]
pub(super) struct Path {
    /// The type that should have the last field.
    pub(super) last: TypeId,
    /// Each field on the way, and its type.
    pub(super) on_the_way: Vec<(TypeId, String)>,
}

/// Follows all names but the last from one type. None of them is a glob.
pub(super) fn follow<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    from: TypeId,
    names: &[Name],
) -> Result<Path, End> {
    let mut on_the_way = Vec::new();
    let mut owner = index.fields_of(types, from);
    for (at, name) in names[..names.len().saturating_sub(1)].iter().enumerate() {
        let name = name.to_string();
        let fields = fields(types, index, owner);
        let Some(field) = fields.into_iter().find(|field| field.name == name) else {
            return Err(match types.get(owner) {
                Type::Fwd(..) => End::Declared(owner),
                _ => End::NoField(owner, at),
            });
        };
        if is_named(types, owner) {
            on_the_way.push((owner, name));
        }
        owner = target(types, index, field.ty).ok_or(End::NoField(field.ty, at + 1))?;
    }
    match types.get(owner) {
        Type::Fwd(..) => Err(End::Declared(owner)),
        _ => Ok(Path {
            last: owner,
            on_the_way,
        }),
    }
}

/// Whether the fields of a type can be selected. Those of an anonymous type come with the field that has it.
pub(super) fn is_named(types: &Types<'_>, id: TypeId) -> bool {
    !matches!(types.get(id), Type::Composite(composite) if composite.name.is_empty())
}

fn fields<'a>(types: &Types<'a>, index: &Index<'a>, id: TypeId) -> Vec<Field<'a>> {
    match types.get(types.underlying(id)) {
        Type::Composite(composite) => index.fields(types, id, composite),
        _ => Vec::new(),
    }
}

/// The struct or union that a field contains or points to.
fn target(types: &Types<'_>, index: &Index<'_>, id: TypeId) -> Option<TypeId> {
    let mut id = id;
    for _ in 0..MAX_CHAIN {
        id = index.fields_of(types, index.canonical(types.elements(id).0));
        match types.get(id) {
            Type::Ptr(to) => id = *to,
            Type::Array(array) => id = array.element,
            Type::Composite(_) | Type::Typedef(..) | Type::Fwd(..) => return Some(id),
            _ => return None,
        }
    }
    None
}
