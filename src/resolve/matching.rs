//! Whether a type of the kernel is declared as the local type is.

use super::candidates::{kind, name};
use super::pair::Pair;
use super::refusal::Refusal;
use crate::model::{Composite, Enum, Type, TypeId, essential};

/// The maximum depth of libbpf's comparison.
const LEVELS: u32 = 32;

/// `bpf_core_types_match`. The names of the two types match already.
pub(super) fn types_match(
    pair: &mut Pair<'_, '_, '_>,
    ours: TypeId,
    theirs: TypeId,
) -> Result<bool, Refusal> {
    at_level(pair, ours, theirs, false, LEVELS)
}

fn at_level(
    pair: &mut Pair<'_, '_, '_>,
    ours: TypeId,
    theirs: TypeId,
    mut behind_pointer: bool,
    level: u32,
) -> Result<bool, Refusal> {
    if level == 0 {
        return Err(Refusal::Levels);
    }
    let (local, target) = (pair.local, pair.target);
    let (mut ours, mut theirs) = (ours, theirs);
    for _ in 0..LEVELS {
        pair.work.take()?;
        let a = local.get(local.underlying(ours));
        let b = target.get(target.underlying(theirs));
        if !names_match(name(a), name(b)) {
            return Ok(false);
        }
        match (a, b) {
            (Type::Void, Type::Void) => return Ok(true),
            (Type::Fwd(a, _), Type::Fwd(b, _)) => return Ok(a == b),
            (Type::Fwd(a, _), Type::Composite(b)) => return Ok(behind_pointer && *a == b.kind),
            (Type::Composite(a), Type::Composite(b)) => {
                return match behind_pointer {
                    true => Ok(a.kind == b.kind),
                    false if a.kind != b.kind => Ok(false),
                    false => members_match(pair, a, b, level),
                };
            }
            (Type::Composite(a), Type::Fwd(b, _)) => {
                return Ok(behind_pointer && a.kind == *b);
            }
            (Type::Enum(a), Type::Enum(b)) => return enumerators_match(pair, a, b),
            (Type::Int(a), Type::Int(b)) => {
                return Ok(a.size == b.size && a.signed == b.signed);
            }
            (Type::Ptr(a), Type::Ptr(b)) => {
                behind_pointer = true;
                (ours, theirs) = (*a, *b);
            }
            (Type::Array(a), Type::Array(b)) if a.length == b.length => {
                (ours, theirs) = (a.element, b.element);
            }
            (Type::FuncProto(a), Type::FuncProto(b))
                if a.parameters.len() == b.parameters.len() =>
            {
                let parameters = local.parameters(a).iter().zip(target.parameters(b));
                for (a, b) in parameters {
                    if !at_level(pair, a.ty, b.ty, behind_pointer, level - 1)? {
                        return Ok(false);
                    }
                }
                (ours, theirs) = (a.returns, b.returns);
            }
            // An enum that is only declared has no enumerators.
            (Type::Unknown(_), Type::Unknown(_)) => return Ok(kind(a) == kind(b)),
            _ => return Ok(false),
        }
    }
    Err(Refusal::Levels)
}

/// `bpf_core_names_match`
fn names_match(ours: &str, theirs: &str) -> bool {
    essential(ours) == essential(theirs)
}

/// `bpf_core_composites_match`: each member of the local type matches a member of the kernel's type.
fn members_match(
    pair: &mut Pair<'_, '_, '_>,
    ours: &Composite<'_>,
    theirs: &Composite<'_>,
    level: u32,
) -> Result<bool, Refusal> {
    let (local, target) = (pair.local, pair.target);
    if ours.members.len() > theirs.members.len() {
        return Ok(false);
    }
    for member in local.members(ours) {
        let mut matched = false;
        for other in target.members(theirs) {
            pair.work.take()?;
            if names_match(member.name.text(), other.name.text())
                && at_level(pair, member.ty, other.ty, false, level - 1)?
            {
                matched = true;
                break;
            }
        }
        if !matched {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `bpf_core_enums_match`: each enumerator of the local type matches an enumerator of the kernel's type.
fn enumerators_match(
    pair: &mut Pair<'_, '_, '_>,
    ours: &Enum<'_>,
    theirs: &Enum<'_>,
) -> Result<bool, Refusal> {
    if ours.size != theirs.size || ours.enumerators.len() > theirs.enumerators.len() {
        return Ok(false);
    }
    for enumerator in pair.local.enumerators(ours) {
        let mut matched = false;
        for other in pair.target.enumerators(theirs) {
            pair.work.take()?;
            if names_match(enumerator.name.text(), other.name.text()) {
                matched = true;
                break;
            }
        }
        if !matched {
            return Ok(false);
        }
    }
    Ok(true)
}
