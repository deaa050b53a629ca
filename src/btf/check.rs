//! What must hold between types, so that whoever follows ids comes to an end.

use super::malformed::Malformed;
use crate::btf_format::{KIND_ENUM, KIND_ENUM64};
use crate::model::{DeclTag, Type, TypeId, Types};

/// Longest chain of typedefs, qualifiers, pointers and arrays, and deepest nesting by value.
const MAX_CHAIN: u32 = 256;

/// Most fields of one type, those of its anonymous types counted wherever they are used, and 16 bytes of name as one
/// more. The most in a real kernel are
/// a few hundred.
const MAX_FIELDS: u32 = 1 << 17;

/// Of the types from `first` on: every id is there and leads to what it may, and nothing that has to end comes back to
/// itself.
pub(super) fn check(types: &Types<'_>, first: TypeId) -> Result<(), Malformed> {
    let added = || types.ids().skip(first.0 as usize);
    for id in added() {
        check_references(types, id)?;
    }
    for id in added() {
        check_chain(types, id)?;
    }
    for id in added() {
        check_members(types, id)?;
        check_component(types, id)?;
    }
    check_nesting(types, first)
}

fn bad(types: &Types<'_>, id: TypeId, reason: String) -> Malformed {
    Malformed::Type {
        id: types.btf_id(id),
        offset: 0,
        reason,
    }
}

fn check_references(types: &Types<'_>, id: TypeId) -> Result<(), Malformed> {
    let last = TypeId(types.types.len() as u32 - 1);
    let ty = types.get(id);
    let mut wrong = None;
    each_reference(types, ty, |to| {
        if to > last || !may_refer(ty, types.get(to)) {
            wrong = Some(to);
        }
    });
    let Some(to) = wrong else { return Ok(()) };
    let (to_id, last_id) = (types.btf_id(to), types.btf_id(last));
    let reason = match ty {
        _ if to > last => format!("it refers to type id {to_id}, the last is {last_id}"),
        Type::Func(_) => format!("it is a function, and its type id {to_id} is no prototype"),
        Type::Datasec(_) => format!("it is a section, and its type id {to_id} is no variable"),
        Type::DeclTag(_) => format!("it is a tag, and its type id {to_id} is no declaration"),
        _ => format!("it refers to type id {to_id}, which is no type of a C object"),
    };
    Err(bad(types, id, reason))
}

/// What stands in the place of a type, as the kernel has it (`btf_func_check`, `btf_datasec_resolve`, `btf_decl_tag_resolve`,
/// `btf_type_nosize`).
fn may_refer(from: &Type<'_>, to: &Type<'_>) -> bool {
    match (from, to) {
        (Type::Func(_), to) => matches!(to, Type::FuncProto(_)),
        // Of kinds that are not known, it is not known either.
        (Type::Datasec(_) | Type::DeclTag(_), Type::Func(_) | Type::Var(_) | Type::Unknown(_)) => {
            true
        }
        (Type::DeclTag(_), to) => {
            matches!(to, Type::Composite(_) | Type::Fwd(..) | Type::Typedef(..))
        }
        (Type::Datasec(_), _) => false,
        (_, to) => !matches!(
            to,
            Type::Func(_) | Type::Var(_) | Type::Datasec(_) | Type::DeclTag(_)
        ),
    }
}

fn each_reference(types: &Types<'_>, ty: &Type<'_>, mut each: impl FnMut(TypeId)) {
    match ty {
        Type::Ptr(to) | Type::Typedef(_, to) | Type::Qualified(_, to) | Type::TypeTag(to) => {
            each(*to);
        }
        Type::Func(function) => each(function.prototype),
        Type::Var(variable) => each(variable.ty),
        Type::DeclTag(tag) => each(tag.of),
        Type::Array(array) => each(array.element),
        Type::Composite(composite) => {
            let members = types.members(composite).iter();
            members.for_each(|member| each(member.ty));
        }
        Type::FuncProto(function) => {
            each(function.returns);
            let parameters = types.parameters(function).iter();
            parameters.for_each(|parameter| each(parameter.ty));
        }
        Type::Datasec(section) => {
            let variables = types.variables(section).iter();
            variables.for_each(|variable| each(variable.id));
        }
        Type::Void | Type::Int(_) | Type::Float(_) | Type::Enum(_) => {}
        Type::Fwd(..) | Type::Unknown(_) => {}
    }
}

/// A tag of a member or of a parameter is of one that is there (`btf_decl_tag_resolve`).
fn check_component(types: &Types<'_>, id: TypeId) -> Result<(), Malformed> {
    let Type::DeclTag(DeclTag {
        of,
        component: Some(component),
        ..
    }) = types.get(id)
    else {
        return Ok(());
    };
    let count = match types.get(*of) {
        Type::Composite(composite) => composite.members.len(),
        Type::Func(function) => match types.get(function.prototype) {
            Type::FuncProto(prototype) => prototype.parameters.len(),
            _ => 0,
        },
        _ => 0,
    };
    if (*component as usize) < count {
        return Ok(());
    }
    let of = types.btf_id(*of);
    let reason = format!(
        "it is a tag of member or parameter {component} of type id {of}, which has {count}"
    );
    Err(bad(types, id, reason))
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
    Err(bad(types, start, reason))
}

/// Only integers and enums may be bitfields; all else starts at a byte.
fn check_members(types: &Types<'_>, id: TypeId) -> Result<(), Malformed> {
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
            return Err(bad(types, id, reason));
        }
        if let Type::Unknown(kind) = types.get(types.by_value(member.ty)) {
            let reason = match *kind {
                KIND_ENUM | KIND_ENUM64 => format!(
                    "its member {:?} is of an enum that is only declared",
                    member.name
                ),
                kind => format!(
                    "its member {:?} is of kind {kind}, which is not known to this btfgen",
                    member.name
                ),
            };
            return Err(bad(types, id, reason));
        }
    }
    Ok(())
}

/// A struct that contains itself by value would have no end; anonymous types are written out wherever they are used, so
/// that few bytes of BTF could stand for any number of fields.
fn check_nesting(types: &Types<'_>, first: TypeId) -> Result<(), Malformed> {
    let mut sizes = vec![Nesting::Unknown; types.types.len()];
    let mut total = 0u64;
    for id in types.ids().skip(first.0 as usize) {
        // A typedef has the fields of what it stands for once more.
        let id = types.underlying(id);
        total += u64::from(written_out(types, id, &mut sizes, MAX_CHAIN)?);
        if total > u64::from(16 * MAX_FIELDS) {
            return Err(too_large(types, id));
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

fn too_large(types: &Types<'_>, id: TypeId) -> Malformed {
    let reason = "its anonymous types, written out, have too many fields".to_string();
    bad(types, id, reason)
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
        Nesting::Started => return Err(endless(types, id)),
        Nesting::Unknown if depth == 0 => return Err(endless(types, id)),
        Nesting::Unknown => sizes[id.0 as usize] = Nesting::Started,
    }
    let mut fields = 0u32;
    for member in types.members(composite) {
        let inner = types.by_value(member.ty);
        let inside = written_out(types, inner, sizes, depth - 1)?;
        let anonymous = matches!(types.get(inner), Type::Composite(inner) if inner.name.is_empty());
        fields += 1 + member.name.len() as u32 / 16;
        fields += if anonymous || member.name.is_empty() {
            inside
        } else {
            0
        };
        if fields > MAX_FIELDS {
            return Err(too_large(types, id));
        }
    }
    sizes[id.0 as usize] = Nesting::Fields(fields);
    Ok(fields)
}

fn endless(types: &Types<'_>, id: TypeId) -> Malformed {
    let reason = format!("it is nested in itself by value, or more than {MAX_CHAIN} levels deep");
    bad(types, id, reason)
}
