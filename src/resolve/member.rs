//! A path of the local type → the same path in a type of the kernel, by names.

use super::compatible::{fields_are_compatible, types_are_compatible};
use super::matching::types_match;
use super::outcome::Miss;
use super::pair::Pair;
use super::refusal::Refusal;
use super::size::size;
use super::spec::{MAX_DEPTH, Spec, Step, is_about_enumerator, is_about_type, is_flexible};
use crate::btf_format::CoreReloKind;
use crate::model::{Type, TypeId, Types};

/// `bpf_core_spec_match`
pub(super) fn find<'t>(
    mut pair: Pair<'_, '_, 't>,
    kind: CoreReloKind,
    local: &Spec<'_>,
    candidate: TypeId,
) -> Result<Result<Spec<'t>, Miss>, Refusal> {
    let (ours, theirs) = (local.root, candidate);
    if is_about_type(kind) {
        let fits = match kind {
            CoreReloKind::TypeMatches => types_match(&mut pair, ours, theirs)?,
            _ => types_are_compatible(&mut pair, ours, theirs)?,
        };
        return Ok(match fits {
            true => Ok(Spec::new(candidate)),
            false => Err(Miss::Mismatch),
        });
    }
    if is_about_enumerator(kind) {
        return enumerator(&mut pair, local, candidate);
    }
    let mut spec = Spec::new(candidate);
    let mut id = candidate;
    for (i, step) in local.steps.iter().enumerate() {
        id = pair.target.underlying(id);
        if step.name.is_some() {
            match member(&mut pair, step, id, &mut spec)? {
                Search::Found(inner) => id = inner,
                Search::NotHere => return Ok(Err(Miss::Member(i))),
                Search::OtherKind => return Ok(Err(Miss::Kind(i))),
            }
            continue;
        }
        // The first step is an element of the pointer to the root.
        if let Some(last) = spec.steps.last() {
            let Type::Array(array) = pair.target.get(id) else {
                return Ok(Err(Miss::Kind(i)));
            };
            let flexible = is_flexible(pair.loader, pair.target, last, array.length);
            if !flexible && step.index >= array.length {
                return Ok(Err(Miss::Index(i, array.length)));
            }
            id = pair.target.underlying(array.element);
        }
        if spec.depth == MAX_DEPTH {
            return Err(Refusal::Deep);
        }
        spec.steps.push(Step {
            ty: id,
            index: step.index,
            name: None,
        });
        spec.depth += 1;
        spec.skip(step.index, size(pair.target, id)?);
    }
    Ok(Ok(spec))
}

/// The result of a search for a member.
enum Search {
    /// The type of the member.
    Found(TypeId),
    NotHere,
    /// There is a member of this name, but its type is not compatible.
    OtherKind,
}

/// `bpf_core_match_member`: the first member of this name, including those of anonymous members.
fn member<'t>(
    pair: &mut Pair<'_, '_, 't>,
    step: &Step<'_>,
    id: TypeId,
    spec: &mut Spec<'t>,
) -> Result<Search, Refusal> {
    let (local, target) = (pair.local, pair.target);
    let id = target.underlying(id);
    let Type::Composite(composite) = target.get(id) else {
        return Ok(Search::NotHere);
    };
    let mut search = Search::NotHere;
    for (index, member_of) in (0..).zip(target.members(composite)) {
        pair.work.take()?;
        if spec.depth == MAX_DEPTH {
            return Err(Refusal::Deep);
        }
        spec.bit = spec.bit.wrapping_add(member_of.offset.0);
        spec.depth += 1;
        let name = member_of.name.text();
        if name.is_empty() {
            match member(pair, step, member_of.ty, spec)? {
                Search::Found(ty) => return Ok(Search::Found(ty)),
                Search::OtherKind => search = Search::OtherKind,
                Search::NotHere => {}
            }
        } else if step.name == Some(name) {
            let ours = member_type(local, step);
            let fits = fields_are_compatible(pair.loader, local, ours, target, member_of.ty);
            if !fits {
                return Ok(Search::OtherKind);
            }
            spec.steps.push(Step {
                ty: id,
                index,
                name: Some(name),
            });
            return Ok(Search::Found(member_of.ty));
        }
        spec.bit = spec.bit.wrapping_sub(member_of.offset.0);
        spec.depth -= 1;
    }
    Ok(search)
}

/// The type of the member that a step leads to.
pub(super) fn member_type(types: &Types<'_>, step: &Step<'_>) -> TypeId {
    match types.get(step.ty) {
        Type::Composite(composite) => types.members(composite)[step.index as usize].ty,
        _ => step.ty,
    }
}

fn enumerator<'t>(
    pair: &mut Pair<'_, '_, 't>,
    local: &Spec<'_>,
    candidate: TypeId,
) -> Result<Result<Spec<'t>, Miss>, Refusal> {
    let loader = pair.loader;
    let wanted = loader.essential(local.steps[0].name.unwrap_or_default());
    let id = pair.target.underlying(candidate);
    let enumerators = match pair.target.get(id) {
        Type::Enum(enumeration) => pair.target.enumerators(enumeration),
        _ => &[],
    };
    for (index, enumerator) in (0..).zip(enumerators) {
        pair.work.take()?;
        let name = enumerator.name.text();
        if loader.essential(name) == wanted {
            let mut spec = Spec::new(candidate);
            spec.steps.push(Step {
                ty: id,
                index,
                name: Some(name),
            });
            spec.depth = 1;
            return Ok(Ok(spec));
        }
    }
    Ok(Err(Miss::Member(0)))
}
