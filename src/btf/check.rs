//! What must hold between types, so that whoever follows ids comes to an end.

use super::malformed::Malformed;
use crate::btf_format::{KIND_ENUM, KIND_ENUM64};
use crate::model::{Composite, DeclTag, Member, Type, TypeId, Types};

/// Longest chain of typedefs, qualifiers, pointers and arrays, and deepest nesting by value.
const MAX_CHAIN: u32 = 256;

/// Most fields of one type, those of its anonymous types counted wherever they are used, and 16 bytes of name as one
/// more. The most in a real kernel are
/// a few hundred.
const MAX_FIELDS: u32 = 1 << 17;

/// Of the types from `first` on: every id is there and leads to what it may, and nothing that has to end comes back to
/// itself.
pub(super) fn check(types: &Types<'_>, first: TypeId) -> Result<(), Malformed> {
    let added = &types.types[first.0 as usize..];
    let mut written = Vec::new();
    for (id, ty) in (first.0..).map(TypeId).zip(added) {
        check_references(types, id, ty)?;
        match ty {
            Type::Typedef(..) | Type::Qualified(..) | Type::TypeTag(_) => {
                check_chain(types, id)?;
                written.push(id);
            }
            Type::Ptr(_) | Type::Array(_) => check_chain(types, id)?,
            Type::Composite(_) | Type::DeclTag(_) => written.push(id),
            _ => {}
        }
    }
    // From here on, ids may be followed.
    let mut sizes = vec![Nesting::Unknown; types.types.len()];
    let mut total = added.len() as u64;
    let check_total = |total: u64, id| match total > u64::from(16 * MAX_FIELDS) {
        true => Err(too_large(types, id)),
        false => Ok(()),
    };
    check_total(total, first)?;
    for id in written {
        if let Type::DeclTag(tag) = types.get(id) {
            check_component(types, id, tag)?;
        }
        // A typedef repeats the fields of its type.
        let id = types.underlying(id);
        if let Type::Composite(composite) = types.get(id) {
            total += u64::from(written_out(types, id, composite, &mut sizes, MAX_CHAIN)?);
        }
        check_total(total, id)?;
    }
    Ok(())
}

fn bad(types: &Types<'_>, id: TypeId, reason: String) -> Malformed {
    Malformed::Type {
        id: types.btf_id(id),
        offset: 0,
        reason,
    }
}

fn check_references(types: &Types<'_>, id: TypeId, ty: &Type<'_>) -> Result<(), Malformed> {
    let is_symbol = |to: &Type<'_>| {
        let (function, variable) = (matches!(to, Type::Func(_)), matches!(to, Type::Var(_)));
        // A type of an unknown kind may be a symbol.
        function || variable || matches!(to, Type::Unknown(_))
    };
    let is_declaration =
        |to: &Type<'_>| matches!(to, Type::Composite(_) | Type::Fwd(..) | Type::Typedef(..));
    // These are the kernel's rules: `btf_func_check`, `btf_datasec_resolve`, `btf_decl_tag_resolve`, `btf_type_nosize`.
    let wrong = match ty {
        Type::Func(_) => first_wrong(types, ty, |to| matches!(to, Type::FuncProto(_))),
        Type::Datasec(_) => first_wrong(types, ty, is_symbol),
        Type::DeclTag(_) => first_wrong(types, ty, |to| is_symbol(to) || is_declaration(to)),
        _ => first_wrong(types, ty, |to| {
            !matches!(
                to,
                Type::Func(_) | Type::Var(_) | Type::Datasec(_) | Type::DeclTag(_)
            )
        }),
    };
    let Some(to) = wrong else { return Ok(()) };
    let last = TypeId(types.types.len() as u32 - 1);
    let (to_id, last_id) = (types.btf_id(to), types.btf_id(last));
    let reason = match ty {
        _ if to > last => format!("it refers to type id {to_id}, the last is {last_id}"),
        Type::Func(_) => format!("it is a function, and its type id {to_id} is not a prototype"),
        Type::Datasec(_) => format!("it is a section, and its type id {to_id} is not a variable"),
        Type::DeclTag(_) => format!("it is a tag, and its type id {to_id} is not a declaration"),
        _ => format!("it refers to type id {to_id}, which is not the type of a C object"),
    };
    Err(bad(types, id, reason))
}

/// The first type that `ty` refers to that does not exist, or that `ty` may not refer to.
fn first_wrong(
    types: &Types<'_>,
    ty: &Type<'_>,
    may_refer: impl Fn(&Type<'_>) -> bool,
) -> Option<TypeId> {
    let is_wrong = |to: &TypeId| !types.types.get(to.0 as usize).is_some_and(&may_refer);
    match ty {
        Type::Ptr(to) | Type::Typedef(_, to) | Type::Qualified(_, to) | Type::TypeTag(to) => {
            Some(*to).filter(is_wrong)
        }
        Type::Func(function) => Some(function.prototype).filter(is_wrong),
        Type::Var(variable) => Some(variable.ty).filter(is_wrong),
        Type::DeclTag(tag) => Some(tag.of).filter(is_wrong),
        Type::Array(array) => Some(array.element).filter(is_wrong),
        Type::Composite(composite) => {
            let members = types.members(composite).iter();
            members.map(|member| member.ty).find(is_wrong)
        }
        Type::FuncProto(function) => {
            let parameters = types.parameters(function).iter();
            let mut parameters = parameters.map(|parameter| parameter.ty);
            (Some(function.returns).filter(is_wrong)).or_else(|| parameters.find(is_wrong))
        }
        Type::Datasec(section) => {
            let variables = types.variables(section).iter();
            variables.map(|variable| variable.id).find(is_wrong)
        }
        Type::Void | Type::Int(_) | Type::Float(_) | Type::Enum(_) => None,
        Type::Fwd(..) | Type::Unknown(_) => None,
    }
}

/// The member or parameter of a tag must exist (`btf_decl_tag_resolve`).
fn check_component(types: &Types<'_>, id: TypeId, tag: &DeclTag<'_>) -> Result<(), Malformed> {
    let Some(component) = tag.component else {
        return Ok(());
    };
    let count = match types.get(tag.of) {
        Type::Composite(composite) => composite.members.len(),
        Type::Func(function) => match types.get(function.prototype) {
            Type::FuncProto(prototype) => prototype.parameters.len(),
            _ => 0,
        },
        _ => 0,
    };
    if (component as usize) < count {
        return Ok(());
    }
    let of = types.btf_id(tag.of);
    let reason = format!(
        "it is a tag of member or parameter {component} of type id {of}, which has {count}"
    );
    Err(bad(types, id, reason))
}

fn check_chain(types: &Types<'_>, start: TypeId) -> Result<(), Malformed> {
    let mut id = start;
    for _ in 0..MAX_CHAIN {
        // The chain ends at an id that does not exist. The type that refers to this id is refused.
        id = match types.types.get(id.0 as usize).unwrap_or(&Type::Void) {
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

/// Only integers and enums may be bitfields. All other members start at a byte. `ty` is the type of the member without
/// typedefs, and `inner` is the type that it contains by value.
fn check_member(
    types: &Types<'_>,
    id: TypeId,
    member: &Member<'_>,
    ty: TypeId,
    inner: &Type<'_>,
) -> Result<(), Malformed> {
    let name = member.name;
    let is_bits = member.width.is_some() || !member.offset.0.is_multiple_of(8);
    if is_bits && !matches!(types.get(ty), Type::Int(_) | Type::Enum(_)) {
        let reason = format!("its member {name:?} does not start at a byte");
        return Err(bad(types, id, reason));
    }
    let Type::Unknown(kind) = inner else {
        return Ok(());
    };
    let reason = match *kind {
        KIND_ENUM | KIND_ENUM64 => {
            format!("its member {name:?} is of an enum that is only declared")
        }
        kind => {
            format!("its member {name:?} is of kind {kind}, which is not known to this btfgen")
        }
    };
    Err(bad(types, id, reason))
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

/// The number of fields of a type, with those of its anonymous types. These are written out at each use, so a few bytes of BTF
/// could expand to any number of fields. A struct that contains itself by value would have no end. This also checks the members
/// of the type.
fn written_out(
    types: &Types<'_>,
    id: TypeId,
    composite: &Composite<'_>,
    sizes: &mut [Nesting],
    depth: u32,
) -> Result<u32, Malformed> {
    match sizes[id.0 as usize] {
        Nesting::Fields(fields) => return Ok(fields),
        Nesting::Started => return Err(endless(types, id)),
        Nesting::Unknown if depth == 0 => return Err(endless(types, id)),
        Nesting::Unknown => sizes[id.0 as usize] = Nesting::Started,
    }
    let mut fields = 0u32;
    for member in types.members(composite) {
        let ty = types.underlying(member.ty);
        let inner = types.by_value(ty);
        check_member(types, id, member, ty, types.get(inner))?;
        fields += 1 + member.name.sixteens() as u32;
        fields += match types.get(inner) {
            Type::Composite(composite) => {
                let inside = written_out(types, inner, composite, sizes, depth - 1)?;
                let is_anonymous = composite.name.is_empty() || member.name.is_empty();
                if is_anonymous { inside } else { 0 }
            }
            _ => u32::from(member.name.is_empty()),
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
