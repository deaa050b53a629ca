//! What must hold between types, so that whoever follows ids comes to an end.

use super::decode::Malformed;
use crate::model::{Type, TypeId, Types};

/// Longest chain of typedefs, qualifiers, pointers and arrays, and deepest nesting by value.
const MAX_CHAIN: u32 = 256;

/// Most fields of one type, those of its anonymous types counted wherever they are used, and 16 bytes of name as one
/// more. The most in a real kernel are
/// a few hundred.
const MAX_FIELDS: u32 = 1 << 17;

/// Every id is there, and nothing that has to end comes back to itself.
pub(super) fn check(types: &Types<'_>) -> Result<(), Malformed> {
    let count = types.types.len() as u32;
    for id in types.ids() {
        let bad = |reason| Malformed::Type {
            id: id.0,
            offset: 0,
            reason,
        };
        let mut missing = None;
        each_reference(types, id, |to| {
            if to.0 >= count {
                missing = Some(to.0);
            }
        });
        if let Some(to) = missing {
            return Err(bad(format!(
                "it refers to type id {to}, the last is {}",
                count - 1
            )));
        }
    }
    for id in types.ids() {
        check_chain(types, id)?;
    }
    for id in types.ids() {
        check_alignment(types, id)?;
    }
    check_nesting(types)
}

fn each_reference(types: &Types<'_>, id: TypeId, mut each: impl FnMut(TypeId)) {
    match types.get(id) {
        Type::Ptr(to) | Type::Typedef(_, to) | Type::Qualified(_, to) | Type::TypeTag(to) => {
            each(*to);
        }
        Type::Array(array) => each(array.element),
        Type::Composite(composite) => {
            types
                .members(composite)
                .iter()
                .for_each(|member| each(member.ty));
        }
        Type::FuncProto(function) => {
            each(function.returns);
            types
                .parameters(function)
                .iter()
                .for_each(|parameter| each(*parameter));
        }
        Type::Void | Type::Int(_) | Type::Float(_) | Type::Enum(_) => {}
        Type::Fwd(..) | Type::Other => {}
    }
}

fn check_chain(types: &Types<'_>, start: TypeId) -> Result<(), Malformed> {
    let mut id = start;
    for _ in 0..MAX_CHAIN {
        id = match types.get(id) {
            Type::Typedef(_, to) | Type::Qualified(_, to) | Type::TypeTag(to) | Type::Ptr(to) => {
                *to
            }
            Type::Array(array) => array.element,
            _ => return Ok(()),
        };
    }
    let reason = format!(
        "its chain of typedefs, qualifiers, pointers and arrays has more than {MAX_CHAIN} links or comes back to itself"
    );
    Err(Malformed::Type {
        id: start.0,
        offset: 0,
        reason,
    })
}

/// Only integers and enums may be bitfields; all else starts at a byte.
fn check_alignment(types: &Types<'_>, id: TypeId) -> Result<(), Malformed> {
    let Type::Composite(composite) = types.get(id) else {
        return Ok(());
    };
    for member in types.members(composite) {
        let number = matches!(
            types.get(types.underlying(member.ty)),
            Type::Int(_) | Type::Enum(_)
        );
        if !number && (member.width.is_some() || !member.offset.0.is_multiple_of(8)) {
            let reason = format!("its member {:?} does not start at a byte", member.name);
            return Err(Malformed::Type {
                id: id.0,
                offset: 0,
                reason,
            });
        }
    }
    Ok(())
}

/// A struct that contains itself by value would have no end; anonymous types are written out wherever they are used, so
/// that few bytes of BTF could stand for any number of fields.
fn check_nesting(types: &Types<'_>) -> Result<(), Malformed> {
    let mut sizes = vec![Nesting::Unknown; types.types.len()];
    let mut total = 0u64;
    for id in types.ids() {
        total += u64::from(written_out(types, id, &mut sizes, MAX_CHAIN)?);
        if total > u64::from(16 * MAX_FIELDS) {
            return Err(too_large(id));
        }
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Nesting {
    Unknown,
    Started,
    Fields(u32),
}

fn too_large(id: TypeId) -> Malformed {
    let reason = "its anonymous types, written out, have too many fields".to_string();
    Malformed::Type {
        id: id.0,
        offset: 0,
        reason,
    }
}

/// Number of fields of a type with those of its anonymous ones, however often they are used.
fn written_out(
    types: &Types<'_>,
    id: TypeId,
    sizes: &mut [Nesting],
    depth: u32,
) -> Result<u32, Malformed> {
    let Type::Composite(composite) = types.get(id) else {
        return Ok(1);
    };
    match sizes[id.0 as usize] {
        Nesting::Fields(fields) => return Ok(fields),
        Nesting::Started => return Err(endless(id)),
        Nesting::Unknown if depth == 0 => return Err(endless(id)),
        Nesting::Unknown => sizes[id.0 as usize] = Nesting::Started,
    }
    let mut fields = 0u32;
    for member in types.members(composite) {
        let inner = by_value(types, member.ty);
        let inside = written_out(types, inner, sizes, depth - 1)?;
        let anonymous = matches!(types.get(inner), Type::Composite(inner) if inner.name.is_empty());
        fields += 1 + member.name.len() as u32 / 16;
        fields += if anonymous || member.name.is_empty() {
            inside
        } else {
            0
        };
        if fields > MAX_FIELDS {
            return Err(too_large(id));
        }
    }
    sizes[id.0 as usize] = Nesting::Fields(fields);
    Ok(fields)
}

fn endless(id: TypeId) -> Malformed {
    let reason = format!("it is nested in itself by value, or more than {MAX_CHAIN} levels deep");
    Malformed::Type {
        id: id.0,
        offset: 0,
        reason,
    }
}

fn by_value(types: &Types<'_>, id: TypeId) -> TypeId {
    let mut id = types.underlying(id);
    while let Type::Array(array) = types.get(id) {
        id = types.underlying(array.element);
    }
    id
}
