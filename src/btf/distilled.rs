//! `.BTF.base`: the few types that a module has of its kernel, by name and size, so that the module's BTF fits kernels that
//! were built again. Which type of the kernel each stands for is found as libbpf does it (`btf_relocate.c`).

use std::collections::HashMap;

use super::append::append;
use super::header::{Sections, sections};
use super::malformed::Malformed;
use super::part::Before;
use crate::model::{Type, TypeId, Types};
use crate::text::printable;

/// What a module's BTF continues, and its first own id.
pub(super) fn before<'a>(
    kernel: &Types<'a>,
    kernel_count: u32,
    base: &'a [u8],
    module: &Sections<'a>,
) -> Result<(Before<'a>, u32), Malformed> {
    let base = sections(base)?;
    if base.big_endian != module.big_endian {
        return Err(Malformed::Header(
            "the byte order of .BTF.base is not that of .BTF",
        ));
    }
    let mut types = Types::new();
    append(&mut types, &base, &Before::default())?;
    let count = types.types.len() as u32;
    let as_it_is = Before::new(&base, count, Vec::new(), count);
    append(&mut types, module, &as_it_is)?;
    let stands_for = relocate(kernel, kernel_count, &types, count)?;
    let first = kernel.types.len() as u32;
    Ok((Before::new(&base, count, stands_for, first), count))
}

/// The kernel's type for each of the first `count` ones.
fn relocate(
    kernel: &Types<'_>,
    kernel_count: u32,
    types: &Types<'_>,
    count: u32,
) -> Result<Vec<TypeId>, Malformed> {
    let mut wanted: HashMap<&str, Vec<TypeId>> = HashMap::new();
    for id in (1..count).map(TypeId) {
        let reason = "it has no name, or is of a kind that a distilled base does not have";
        let name = name(types.get(id)).ok_or_else(|| bad(id, reason.to_string()))?;
        wanted.entry(name).or_default().push(id);
    }
    let kernel_ids = || (1..kernel_count).map(TypeId);
    let mut definitions: HashMap<&str, u32> = HashMap::new();
    for id in kernel_ids() {
        if let Type::Composite(composite) = kernel.get(id)
            && wanted.contains_key(composite.name)
        {
            *definitions.entry(composite.name).or_default() += 1;
        }
    }
    let embedded = embedded(types, count);
    let mut stands_for = vec![TypeId(0); count as usize];
    for id in kernel_ids() {
        let ty = kernel.get(id);
        let Some((name, wanted)) = name(ty).and_then(|name| wanted.get_key_value(name)) else {
            continue;
        };
        for of_base in wanted {
            let index = of_base.0 as usize;
            let by_size = embedded[index] || definitions.get(name).is_some_and(|count| *count > 1);
            let wanted = types.get(*of_base);
            if !is_meant(wanted, ty, by_size) {
                continue;
            }
            let known = std::mem::replace(&mut stands_for[index], id);
            // Of a declaration any will do: nothing but the name is known of it.
            if known != TypeId(0) && !matches!(wanted, Type::Fwd(..)) {
                let reason = format!(
                    "{} is BTF type id {} or {} of the kernel",
                    describe(wanted),
                    known.0,
                    id.0
                );
                return Err(bad(*of_base, reason));
            }
        }
    }
    match (1..count)
        .map(TypeId)
        .find(|id| stands_for[id.0 as usize] == TypeId(0))
    {
        None => Ok(stands_for),
        Some(id) => Err(bad(
            id,
            format!("the kernel has no {}", describe(types.get(id))),
        )),
    }
}

fn bad(id: TypeId, reason: String) -> Malformed {
    Malformed::Base { id: id.0, reason }
}

/// Of the kinds that a distilled base has.
fn name<'a>(ty: &Type<'a>) -> Option<&'a str> {
    let name = match ty {
        Type::Int(int) => int.name,
        Type::Float(float) => float.name,
        Type::Enum(enumeration) => enumeration.name,
        Type::Composite(composite) => composite.name,
        Type::Fwd(_, name) => name,
        _ => "",
    };
    (!name.is_empty()).then_some(name)
}

/// Whether a type of the kernel, of the same name, is what one of the distilled base stands for.
fn is_meant(wanted: &Type<'_>, ty: &Type<'_>, by_size: bool) -> bool {
    match (wanted, ty) {
        (Type::Int(a), Type::Int(b)) => (a.size, a.signed, a.bool) == (b.size, b.signed, b.bool),
        (Type::Float(a), Type::Float(b)) => a.size == b.size,
        (Type::Enum(a), Type::Enum(b)) => a.size == b.size,
        (Type::Composite(a), Type::Composite(b)) => {
            a.kind == b.kind && (!by_size || a.size == b.size)
        }
        (Type::Fwd(kind, _), Type::Fwd(other, _)) => kind == other,
        (Type::Fwd(kind, _), Type::Composite(composite)) => *kind == composite.kind,
        _ => false,
    }
}

/// Which of the first `count` types the others have by value: these must not have another size.
fn embedded(types: &Types<'_>, count: u32) -> Vec<bool> {
    let mut embedded = vec![false; count as usize];
    let own = types.ids().skip(count as usize);
    for composite in own.filter_map(|id| match types.get(id) {
        Type::Composite(composite) => Some(composite),
        _ => None,
    }) {
        for member in types.members(composite) {
            let id = types.by_value(member.ty);
            if let Some(embedded) = embedded.get_mut(id.0 as usize) {
                *embedded = true;
            }
        }
    }
    embedded
}

fn describe(ty: &Type<'_>) -> String {
    let (kind, bytes) = match ty {
        Type::Int(int) => ("integer", Some(int.size)),
        Type::Float(float) => ("float", Some(float.size)),
        Type::Enum(it) => ("enum", Some(it.size)),
        Type::Composite(it) => (it.kind.keyword(), Some(it.size)),
        Type::Fwd(kind, _) => (kind.keyword(), None),
        _ => ("type", None),
    };
    let name = printable(name(ty).unwrap_or_default());
    match bytes {
        Some(bytes) => format!("{kind} {name} of {} bytes", bytes.0),
        None => format!("{kind} {name}"),
    }
}
