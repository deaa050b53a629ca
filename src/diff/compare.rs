//! One type on two kernels → what changed.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::difference::{Change, EnumeratorDiff, FieldDiff, FieldState, TypeChange, TypeDiff};
use super::rename::renames;
use crate::filter::Extent;
use crate::model::{self, CompositeKind, Enum, Field, Type, TypeId, Types};
use crate::resolve::size;
use crate::text::printable;

/// A type on one kernel.
#[derive(Clone, Copy)]
pub(super) struct Side<'s, 'a> {
    pub(super) types: &'s Types<'a>,
    pub(super) id: TypeId,
}

/// `None` if nothing changed. The caller knows the kind and the name.
pub(super) fn compare(
    before: Option<Side<'_, '_>>,
    after: Option<Side<'_, '_>>,
    extent: &Extent,
) -> Option<TypeDiff> {
    let sizes = [before, after].map(|side| side.and_then(Side::size));
    let none = TypeDiff {
        kind: "",
        name: String::new(),
        change: TypeChange::Changed,
        size: sizes,
        target: None,
        fields: Vec::new(),
        enumerators: Vec::new(),
    };
    let (before, after) = match (before, after) {
        (None, None) => return None,
        (Some(_), None) => {
            return Some(TypeDiff {
                change: TypeChange::Gone,
                ..none
            });
        }
        (None, Some(_)) => {
            return Some(TypeDiff {
                change: TypeChange::Added,
                ..none
            });
        }
        (Some(before), Some(after)) => (before, after),
    };
    let is_wanted = |name: &str| match extent {
        Extent::Whole => true,
        Extent::Fields(names) => names.contains(name),
        Extent::Declared => false,
    };
    let found = TypeDiff {
        target: target(before, after).filter(|_| *extent == Extent::Whole),
        fields: fields(before, after, is_wanted),
        enumerators: enumerators(before, after, is_wanted),
        ..none
    };
    let is_resized = *extent == Extent::Whole && sizes[0] != sizes[1];
    let has_changed = is_resized
        || found.target.is_some()
        || !found.fields.is_empty()
        || !found.enumerators.is_empty();
    has_changed.then_some(found)
}

impl<'a> Side<'_, 'a> {
    fn size(self) -> Option<u32> {
        size(self.types, self.id).ok()
    }

    fn fields(self) -> Vec<Field<'a>> {
        match self.types.get(self.types.underlying(self.id)) {
            Type::Composite(composite) => {
                let mut names = HashSet::new();
                let mut fields = model::fields(self.types, composite);
                fields.retain(|field| names.insert(field.name));
                fields
            }
            _ => Vec::new(),
        }
    }
}

/// The targets of a typedef, if they differ.
fn target(before: Side<'_, '_>, after: Side<'_, '_>) -> Option<[String; 2]> {
    let target = |side: Side<'_, '_>| match side.types.get(side.id) {
        Type::Typedef(_, to) => Some(printable(&model::describe(side.types, *to))),
        _ => None,
    };
    let (before, after) = (target(before)?, target(after)?);
    (before != after).then_some([before, after])
}

fn fields(
    before: Side<'_, '_>,
    after: Side<'_, '_>,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<FieldDiff> {
    let (old, new) = (before.fields(), after.fields());
    let by_name: HashMap<&str, &Field<'_>> = new.iter().map(|it| (it.name, it)).collect();
    let old_names: HashSet<&str> = old.iter().map(|it| it.name).collect();
    let same_type = |a: &Field<'_>, b: &Field<'_>| {
        described(before.types, a) == described(after.types, b) && a.width == b.width
    };
    let points = |types: &Types<'_>, field: &Field<'_>| {
        let ty = types.get(types.underlying(field.ty));
        matches!(ty, Type::Ptr(_) | Type::Array(_))
    };
    let both_point =
        |a: &Field<'_>, b: &Field<'_>| points(before.types, a) == points(after.types, b);
    let renames: BTreeMap<&str, &str> = renames(&old, &new, same_type, both_point);
    let new_names: BTreeSet<&str> = renames.values().copied().collect();
    let mut found = Vec::new();
    for field in &old {
        let renamed = renames.get(field.name).and_then(|name| by_name.get(name));
        let other = by_name.get(field.name).or(renamed);
        let is_wanted = is_wanted(field.name) || renamed.is_some_and(|it| is_wanted(it.name));
        if !is_wanted {
            continue;
        }
        let changes = match other {
            None => vec![Change::Gone],
            Some(other) => changes((before.types, field), (after.types, other)),
        };
        if !changes.is_empty() {
            found.push(FieldDiff {
                name: printable(other.map_or(field.name, |other| other.name)),
                changes,
                before: Some(state(before.types, field)),
                after: other.map(|other| state(after.types, other)),
            });
        }
    }
    let added = new.iter().filter(|field| {
        !old_names.contains(field.name) && !new_names.contains(field.name) && is_wanted(field.name)
    });
    found.extend(added.map(|field| FieldDiff {
        name: printable(field.name),
        changes: vec![Change::Added],
        before: None,
        after: Some(state(after.types, field)),
    }));
    found
}

/// The type as a program uses it: typedefs are resolved, names of structs are kept.
fn described(types: &Types<'_>, field: &Field<'_>) -> String {
    model::describe(types, types.underlying(field.ty))
}

fn state(types: &Types<'_>, field: &Field<'_>) -> FieldState {
    FieldState {
        name: printable(field.name),
        declaration: printable(&model::declaration(types, field.ty, field.name)),
        bit_offset: field.offset.0,
        size: size(types, field.ty).ok(),
        bits: field.width.map(|width| width.0),
    }
}

fn changes(
    (types, field): (&Types<'_>, &Field<'_>),
    (other_types, other): (&Types<'_>, &Field<'_>),
) -> Vec<Change> {
    let mut changes = Vec::new();
    if field.name != other.name {
        changes.push(Change::Renamed);
    }
    let (ty, other_ty) = (types.underlying(field.ty), other_types.underlying(other.ty));
    let (a, b) = (types.get(ty), other_types.get(other_ty));
    if sort(a) != sort(b) {
        changes.push(Change::Kind);
    }
    match (a, b) {
        (Type::Ptr(a), Type::Ptr(b)) => {
            let pointee = |types: &Types<'_>, id| model::describe(types, types.underlying(id));
            if pointee(types, *a) != pointee(other_types, *b) {
                changes.push(Change::Pointee);
            }
        }
        (Type::Int(a), Type::Int(b)) if a.signed != b.signed => changes.push(Change::Sign),
        _ => {}
    }
    if size(types, field.ty).ok() != size(other_types, other.ty).ok() {
        changes.push(Change::Resized);
    }
    if field.width != other.width {
        changes.push(Change::Bitfield);
    }
    if field.offset != other.offset {
        changes.push(Change::Moved);
    }
    let is_only_moved = changes.iter().all(|change| *change == Change::Moved);
    if is_only_moved && described(types, field) != described(other_types, other) {
        changes.push(Change::Declared);
    }
    changes
}

/// The kinds of type that are not compatible with each other. For loaders, structs and unions are compatible; for programs, not.
fn sort(ty: &Type<'_>) -> u8 {
    match ty {
        Type::Int(_) => 1,
        Type::Float(_) => 2,
        Type::Ptr(_) => 3,
        Type::Array(_) => 4,
        Type::Enum(_) => 5,
        Type::Composite(it) if it.kind == CompositeKind::Union => 6,
        Type::Composite(_) => 7,
        Type::Fwd(..) => 8,
        _ => 9,
    }
}

fn enumerators(
    before: Side<'_, '_>,
    after: Side<'_, '_>,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<EnumeratorDiff> {
    let (Some(old), Some(new)) = (values(before), values(after)) else {
        return Vec::new();
    };
    let mut names: Vec<&str> = old.iter().map(|(name, _)| *name).collect();
    let by_name: HashMap<&str, i128> = old.into_iter().collect();
    names.extend(
        new.iter()
            .map(|(name, _)| *name)
            .filter(|name| !by_name.contains_key(name)),
    );
    let new: HashMap<&str, i128> = new.into_iter().collect();
    (names.into_iter())
        .filter(|name| is_wanted(name) && by_name.get(name) != new.get(name))
        .map(|name| EnumeratorDiff {
            name: printable(name),
            before: by_name.get(name).copied(),
            after: new.get(name).copied(),
        })
        .collect()
}

/// The enumerators of an enum, in their order.
fn values<'a>(side: Side<'_, 'a>) -> Option<Vec<(&'a str, i128)>> {
    let enumeration: &Enum<'_> = match side.types.get(side.types.underlying(side.id)) {
        Type::Enum(enumeration) => enumeration,
        _ => return None,
    };
    let all = side.types.enumerators(enumeration).iter();
    Some(all.map(|it| (it.name.text(), it.value)).collect())
}
