//! Whether a type of the kernel is compatible with the local type.

use super::candidates::{kind, name};
use super::loader::Loader;
use super::pair::Pair;
use super::refusal::Refusal;
use crate::btf_format::{KIND_ENUM, KIND_FLOAT, KIND_FWD, KIND_STRUCT, KIND_UNION};
use crate::model::{Type, TypeId, Types};

/// The maximum depth of libbpf's comparison.
const LEVELS: u32 = 32;

/// `bpf_core_fields_are_compat`, for the types of members. aya's `fields_are_compatible` has no exception for anonymous enums.
pub(super) fn fields_are_compatible(
    loader: Loader,
    local: &Types<'_>,
    ours: TypeId,
    target: &Types<'_>,
    theirs: TypeId,
) -> bool {
    let (mut ours, mut theirs) = (ours, theirs);
    loop {
        let (a, b) = (
            local.get(local.underlying(ours)),
            target.get(target.underlying(theirs)),
        );
        match (a, b) {
            (Type::Composite(_), Type::Composite(_))
            | (Type::Ptr(_), Type::Ptr(_))
            | (Type::Float(_), Type::Float(_)) => return true,
            (Type::Int(a), Type::Int(b)) => return a.first_bit == 0 && b.first_bit == 0,
            (Type::Array(a), Type::Array(b)) => (ours, theirs) = (a.element, b.element),
            _ if kind(a) == kind(b) && matches!(kind(a), KIND_ENUM | KIND_FWD) => {
                let (a, b) = (loader.essential(name(a)), loader.essential(name(b)));
                let is_anonymous = a.is_empty() || b.is_empty();
                return a == b || (is_anonymous && loader == Loader::Libbpf);
            }
            _ => return false,
        }
    }
}

/// `bpf_core_types_are_compat`, for the root types of relocations. Their names match already.
pub(super) fn types_are_compatible(
    pair: &mut Pair<'_, '_, '_>,
    ours: TypeId,
    theirs: TypeId,
) -> Result<bool, Refusal> {
    match kind(pair.local.get(ours)) == kind(pair.target.get(theirs)) {
        true => at_level(pair, ours, theirs, LEVELS),
        false => Ok(false),
    }
}

fn at_level(
    pair: &mut Pair<'_, '_, '_>,
    ours: TypeId,
    theirs: TypeId,
    level: u32,
) -> Result<bool, Refusal> {
    let (local, target) = (pair.local, pair.target);
    let (mut ours, mut theirs) = (ours, theirs);
    for _ in 0..LEVELS {
        pair.work.take()?;
        let a = local.get(local.underlying(ours));
        let b = target.get(target.underlying(theirs));
        if kind(a) != kind(b) {
            return Ok(false);
        }
        match (a, b) {
            (Type::Int(a), Type::Int(b)) => return Ok(a.first_bit == 0 && b.first_bit == 0),
            (Type::Ptr(a), Type::Ptr(b)) => (ours, theirs) = (*a, *b),
            (Type::Array(a), Type::Array(b)) => (ours, theirs) = (a.element, b.element),
            (Type::FuncProto(a), Type::FuncProto(b)) => {
                if a.parameters.len() != b.parameters.len() {
                    return Ok(false);
                }
                let parameters = local.parameters(a).iter().zip(target.parameters(b));
                for (a, b) in parameters {
                    let level = level.checked_sub(1).ok_or(Refusal::Levels)?;
                    if !at_level(pair, a.ty, b.ty, level)? {
                        return Ok(false);
                    }
                }
                (ours, theirs) = (a.returns, b.returns);
            }
            _ => {
                let known = [0, KIND_STRUCT, KIND_UNION, KIND_ENUM, KIND_FWD];
                let is_of_aya = pair.loader == Loader::Aya && kind(a) == KIND_FLOAT;
                return Ok(is_of_aya || known.contains(&kind(a)));
            }
        }
    }
    Err(Refusal::Levels)
}
