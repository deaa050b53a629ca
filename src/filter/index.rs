//! The named types of a BTF, one for each kind and name.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use crate::model::{
    self, Composite, CompositeKind, Enumerator, Field, KernelSet, Type, TypeId, Types,
};
use crate::text::printable;

use super::definitions::{self, Definitions};
use super::kind::Kind;
use super::pattern::{ITERATOR, Pattern};
use super::versions::{self, Merged};

/// An enumerator, on several kernels.
#[derive(Clone, Debug)]
pub(crate) struct OnKernels<'a> {
    pub(crate) enumerator: Enumerator<'a>,
    /// Those of the kernels with its enum that have it. `None`: all of them.
    pub(crate) on: Option<Rc<KernelSet>>,
    /// Whether it has one value on all kernels that have it.
    pub(crate) is_fixed: bool,
}

/// Longest name that a suggestion is looked for.
const MAX_SUGGESTED: usize = 128;

/// Names → ids. Several types of one kind and name stand for one: BTF that was deduplicated badly repeats types, and a
/// declaration stands for its definition.
#[derive(Debug)]
pub(crate) struct Index<'a> {
    /// Sorted by name, then kind.
    named: Vec<(Kind, &'a str, TypeId)>,
    /// Of the ids that are not canonical.
    canonical: HashMap<TypeId, TypeId>,
    /// Types with several definitions that differ, with those of modules: the canonical id, and the other ids.
    ambiguous: HashMap<TypeId, Vec<TypeId>>,
    /// The types above for which loaders try several definitions.
    definitions: HashMap<TypeId, Definitions<'a>>,
    /// If there are several kernels: for each canonical id, the type's definition on each kernel that has it, the last kernel's
    /// first.
    versions: HashMap<TypeId, Vec<TypeId>>,
    /// Anonymous enums, by the names and values of their enumerators.
    anonymous_enums: Vec<TypeId>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(types: &Types<'a>) -> Index<'a> {
        let named = types.ids().zip(&types.types).filter_map(|(id, ty)| {
            let (kind, name) = name(ty)?;
            Some((name, kind, id))
        });
        let all = sorted(named.collect());
        let mut index = Index {
            named: Vec::with_capacity(all.len()),
            canonical: HashMap::new(),
            ambiguous: HashMap::new(),
            definitions: HashMap::new(),
            versions: HashMap::new(),
            anonymous_enums: anonymous_enums(types),
        };
        for group in all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (name, kind, _) = group[0];
            let ids: Vec<_> = group.iter().map(|(.., id)| *id).collect();
            let of_kernels = ids.chunk_by(|a, b| types.kernel(*a) == types.kernel(*b));
            let of_kernels: Vec<_> = of_kernels.map(|ids| index.one_of(types, ids)).collect();
            let id = index.one_of_kernels(types, of_kernels);
            index.named.push((kind, name, id));
            let others = ids.into_iter().filter(|other| *other != id);
            index.canonical.extend(others.map(|other| (other, id)));
        }
        index
    }

    /// The one of one kernel's types that stands for all.
    fn one_of(&mut self, types: &Types<'a>, ids: &[TypeId]) -> TypeId {
        if let [only] = ids {
            return *only;
        }
        let id = chosen(types, ids);
        let others = || ids.iter().copied().filter(|other| *other != id);
        let all: Vec<_> = [id].into_iter().chain(others()).collect();
        if Definitions::compare(types, &all).is_some() {
            self.ambiguous.insert(id, others().collect());
        }
        let tried = all
            .into_iter()
            .filter(|other| types.module(id).is_some() || types.module(*other).is_none());
        let definitions = Definitions::compare(types, &tried.collect::<Vec<_>>());
        self.definitions.extend(definitions.map(|it| (id, it)));
        id
    }

    /// The definition of the last kernel that has one. Each kernel has one of the ids.
    fn one_of_kernels(&mut self, types: &Types<'a>, ids: Vec<TypeId>) -> TypeId {
        if types.kernel_count() == 1 {
            return ids[0];
        }
        let is_defined = |id: &TypeId| !matches!(types.get(*id), Type::Fwd(..));
        let defined: Vec<_> = ids.iter().copied().filter(is_defined).collect();
        let versions = if defined.is_empty() { ids } else { defined };
        let id = versions[0];
        self.versions.insert(id, versions);
        id
    }

    /// The definitions of a named type on the kernels that have it, the last kernel's first.
    pub(crate) fn versions<'i>(&'i self, id: &'i TypeId) -> &'i [TypeId] {
        let known = self.versions.get(&self.canonical(*id));
        known.map_or(std::slice::from_ref(id), Vec::as_slice)
    }

    /// The kernels that have a named type. `None`: all of them.
    pub(crate) fn kernels_with(&self, types: &Types<'a>, id: TypeId) -> Option<KernelSet> {
        let versions = self.versions.get(&id)?;
        let kernels: KernelSet = versions.iter().map(|id| types.kernel(*id)).collect();
        (kernels.len() < types.kernel_count()).then_some(kernels)
    }

    /// The fields of a type on all kernels. `None`: only one kernel has it.
    fn merged(&self, types: &Types<'a>, id: TypeId) -> Option<Merged<'a>> {
        let versions = self.versions.get(&id).filter(|it| it.len() > 1)?;
        let mut disputed = BTreeMap::new();
        let lists = versions.iter().filter_map(|id| {
            // A typedef of an anonymous struct may be one of a named struct on another kernel.
            let Type::Composite(composite) = types.get(types.underlying(*id)) else {
                return None;
            };
            let definitions = self.definitions.get(id);
            for name in definitions.iter().flat_map(|it| it.disputed()) {
                let both = definitions.and_then(|it| it.declarations(types, name));
                disputed.extend(both.map(|both| (name, both)));
            }
            let fields = self.own_fields(types, *id, composite);
            Some((types.kernel(*id), fields))
        });
        let mut merged = versions::merge(types, lists.collect());
        (merged.fields).retain(|field| !disputed.contains_key(field.name));
        merged.disputed.extend(disputed);
        Some(merged)
    }

    /// Fields of a type that have no accessor, because definitions of it, or kernels, declare them differently. Each with two
    /// declarations.
    pub(crate) fn disputed(&self, types: &Types<'a>, id: TypeId) -> BTreeMap<&'a str, [String; 2]> {
        if let Some(merged) = self.merged(types, id) {
            return merged.disputed;
        }
        let Some(definitions) = self.definitions.get(&id) else {
            return BTreeMap::new();
        };
        let names = definitions.disputed();
        let both = names.filter_map(|name| Some((name, definitions.declarations(types, name)?)));
        both.collect()
    }

    /// The fields of the anonymous type of a field, on the kernels that have the field.
    pub(crate) fn fields_within(&self, types: &Types<'a>, field: &Field<'a>) -> Vec<Field<'a>> {
        let ids = [field.ty].into_iter().chain(field.also.iter().copied());
        let lists = ids.filter_map(|id| match types.get(types.elements(id).0) {
            Type::Composite(it) => Some((types.kernel(id), model::fields(types, it))),
            _ => None,
        });
        let mut lists: Vec<_> = lists.collect();
        match lists.len() {
            1 => lists.remove(0).1,
            _ => versions::merge(types, lists).fields,
        }
    }

    /// The enumerators of an enum on all kernels: those of the last kernel first.
    pub(crate) fn enumerators(
        &self,
        types: &Types<'a>,
        id: TypeId,
        enumeration: &model::Enum<'a>,
    ) -> Vec<OnKernels<'a>> {
        let only = |it: &Enumerator<'a>| OnKernels {
            enumerator: *it,
            on: None,
            is_fixed: true,
        };
        let Some(versions) = self.versions.get(&id).filter(|it| it.len() > 1) else {
            return types.enumerators(enumeration).iter().map(only).collect();
        };
        let mut all: Vec<(OnKernels<'a>, KernelSet)> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for id in versions {
            let Type::Enum(enumeration) = types.get(*id) else {
                continue;
            };
            let kernel = types.kernel(*id);
            let mut own = HashSet::new();
            for it in types.enumerators(enumeration) {
                match known.get(it.name.text()) {
                    // Twice in one enum: names refuses it.
                    Some(at) if own.insert(it.name.text()) => {
                        let (known, on) = &mut all[*at];
                        known.is_fixed &= known.enumerator.value == it.value;
                        on.insert(kernel);
                    }
                    Some(_) | None => {
                        own.insert(it.name.text());
                        known.insert(it.name.text(), all.len());
                        all.push((only(it), [kernel].into()));
                    }
                }
            }
        }
        let all = all.into_iter().map(|(it, on)| OnKernels {
            on: (on.len() < versions.len()).then(|| Rc::new(on)),
            ..it
        });
        all.collect()
    }

    /// The one that stands for all of its kind and name; an anonymous type stands for itself.
    pub(crate) fn canonical(&self, id: TypeId) -> TypeId {
        self.canonical.get(&id).copied().unwrap_or(id)
    }

    /// Every named type.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Kind, &'a str, TypeId)> {
        self.named.iter().copied()
    }

    /// Every anonymous enum, as a type without a name.
    pub(crate) fn anonymous_enums(&self) -> impl Iterator<Item = (Kind, &'a str, TypeId)> {
        let ids = self.anonymous_enums.iter();
        ids.map(|id| (Kind::Enum, "", *id))
    }

    /// Every enum, anonymous ones included.
    pub(super) fn enums(&self) -> impl Iterator<Item = TypeId> {
        let named = self.all().filter(|(kind, ..)| *kind == Kind::Enum);
        named.chain(self.anonymous_enums()).map(|(.., id)| id)
    }

    /// Whether definitions of this type differ, so that loaders may find the field of another one.
    pub(crate) fn is_ambiguous(&self, id: TypeId) -> bool {
        self.ambiguous.contains_key(&id)
    }

    /// Other definitions of an ambiguous type.
    pub(crate) fn others(&self, id: TypeId) -> &[TypeId] {
        self.ambiguous.get(&id).map_or(&[], Vec::as_slice)
    }

    /// What differs between the definitions of a type that loaders try.
    pub(crate) fn definitions(&self, id: TypeId) -> Option<&Definitions<'a>> {
        self.definitions.get(&id)
    }

    /// The definitions of a type that loaders try, its own first.
    pub(crate) fn tried(&self, types: &Types<'a>, id: TypeId) -> Vec<TypeId> {
        let others = self.others(id).iter().copied();
        let others = others.filter(|other| {
            let is_tried = types.module(id).is_some() || types.module(*other).is_none();
            is_tried && definitions::composite(types, *other).is_some()
        });
        [id].into_iter().chain(others).collect()
    }

    /// The fields of a named struct or union, or of an anonymous one that a typedef names. These include all definitions.
    pub(crate) fn fields(
        &self,
        types: &Types<'a>,
        id: TypeId,
        composite: &Composite<'a>,
    ) -> Vec<Field<'a>> {
        match self.merged(types, id) {
            Some(merged) => merged.fields,
            None => self.own_fields(types, id, composite),
        }
    }

    /// The fields on one kernel.
    fn own_fields(
        &self,
        types: &Types<'a>,
        id: TypeId,
        composite: &Composite<'a>,
    ) -> Vec<Field<'a>> {
        let fields = model::fields(types, composite);
        match self.definitions.get(&id) {
            Some(definitions) => definitions.fields(fields),
            None => fields,
        }
    }

    /// The fields of a struct or union, or the enumerators of an enum. A typedef has those of its type.
    pub(super) fn field_names(&self, types: &Types<'a>, id: TypeId) -> Vec<&'a str> {
        let owner = self.fields_of(types, id);
        let mut names = field_names(types, id);
        for id in self.versions(&owner) {
            if *id != owner {
                names.extend(field_names(types, *id));
            }
            let definitions = self.definitions.get(id);
            names.extend(definitions.iter().flat_map(|it| it.other_names()));
        }
        names
    }

    /// The types of one name.
    pub(crate) fn named(&self, name: &str) -> &[(Kind, &'a str, TypeId)] {
        let start = self.named.partition_point(|(_, other, _)| *other < name);
        let end = self.named.partition_point(|(_, other, _)| *other <= name);
        &self.named[start..end]
    }

    /// The types whose names begin with `prefix`.
    pub(crate) fn beginning_with(
        &self,
        prefix: &str,
    ) -> impl Iterator<Item = (Kind, &'a str, TypeId)> {
        let start = self.named.partition_point(|(_, name, _)| *name < prefix);
        let rest = self.named[start..].iter().copied();
        rest.take_while(move |(_, name, _)| name.starts_with(prefix))
    }

    pub(super) fn matching<'i>(
        &'i self,
        pattern: &'i Pattern,
    ) -> impl Iterator<Item = (Kind, &'a str, TypeId)> + 'i {
        self.all()
            .chain(self.anonymous_enums())
            .filter(|(kind, name, _)| pattern.matches_type(*kind, name))
    }

    /// The type that has the fields of `id`: itself, or what a typedef of a named struct or union stands for.
    pub(super) fn fields_of(&self, types: &Types<'a>, id: TypeId) -> TypeId {
        let (mut id, mut seen) = (id, HashSet::new());
        while let Type::Typedef(_, inner) = types.get(id) {
            let own = types.unqualified(*inner);
            // Typedefs of one name may refer to each other, although the chain of each one ends.
            let canonical = self.canonical(own);
            let inner = if seen.insert(canonical) {
                canonical
            } else {
                own
            };
            match types.get(inner) {
                Type::Composite(composite) if composite.name.is_empty() => return id,
                _ => id = inner,
            }
        }
        id
    }

    /// The struct or union that a type is: itself, or what a typedef of a named one stands for, or the typedef of an anonymous one.
    /// None if it is another type.
    pub(crate) fn owner(&self, types: &Types<'a>, id: TypeId) -> Option<TypeId> {
        let mut id = types.unqualified(id);
        loop {
            let Type::Typedef(_, target) = types.get(id) else {
                let is_composite = matches!(types.get(id), Type::Composite(_) | Type::Fwd(..));
                return is_composite.then(|| self.canonical(id));
            };
            let target = types.unqualified(*target);
            match types.get(target) {
                Type::Composite(composite) if composite.name.is_empty() => {
                    return Some(self.canonical(id));
                }
                _ => id = target,
            }
        }
    }

    /// What the pattern may have meant: another kind of its name, or names that are near.
    pub(super) fn nearest(&self, types: &Types<'a>, pattern: &Pattern) -> Vec<String> {
        if let Some(name) = pattern.iterator() {
            let iterators = self.beginning_with(ITERATOR);
            let iterators = iterators.map(|(_, name, _)| &name[ITERATOR.len()..]);
            let near = nearest(&name, iterators).into_iter();
            return near.map(|name| format!("iter:{name}")).collect();
        }
        let of_another_kind = self.all().filter(|(_, name, _)| pattern.ty.matches(name));
        let of_another_kind: Vec<_> = of_another_kind
            .take(3)
            .map(|(kind, name, _)| format!("{}:{}", kind.keyword(), printable(name)))
            .collect();
        if !of_another_kind.is_empty() {
            return of_another_kind;
        }
        let mut names: Vec<_> = self.all().map(|(_, name, _)| name).collect();
        if pattern.may_be_enumerator() {
            let enums = self.enums();
            names.extend(enums.flat_map(|id| field_names(types, id)));
            names.sort_unstable();
        }
        names.dedup();
        nearest(&pattern.ty.to_string(), names.into_iter())
    }
}

type Named<'a> = (&'a str, Kind, TypeId);

/// Sorts. The first bytes of the names decide most comparisons, so these are kept together, as numbers.
fn sorted(all: Vec<Named<'_>>) -> Vec<Named<'_>> {
    let head = |name: &str| {
        let mut head = [0; 16];
        let length = name.len().min(head.len());
        head[..length].copy_from_slice(&name.as_bytes()[..length]);
        u128::from_be_bytes(head)
    };
    let heads = all.iter().map(|(name, ..)| head(name));
    let mut order: Vec<(u128, u32)> = heads.zip(0..).collect();
    order.sort_unstable_by_key(|(head, _)| *head);
    for alike in order.chunk_by_mut(|a, b| a.0 == b.0) {
        alike.sort_unstable_by_key(|(_, i)| all[*i as usize]);
    }
    order.iter().map(|(_, i)| all[*i as usize]).collect()
}

/// Up to three existing names that a user may have meant.
pub(super) fn nearest<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let wanted: String = wanted.chars().filter(|c| !"*?[]".contains(*c)).collect();
    if wanted.len() > MAX_SUGGESTED {
        return Vec::new();
    }
    let allowed = |name: &str| 1 + wanted.len().min(name.len()) / 4;
    let mut near: Vec<_> = names
        .filter(|name| name.len() <= MAX_SUGGESTED)
        // In ASCII, the distance is never less than this, and takes much longer.
        .filter(|name| name.len().abs_diff(wanted.len()) <= allowed(name))
        .map(|name| (strsim::damerau_levenshtein(&wanted, name), name))
        .filter(|(distance, name)| *distance <= allowed(name))
        .collect();
    near.sort_unstable();
    near.into_iter()
        .take(3)
        .map(|(_, name)| printable(name))
        .collect()
}

fn anonymous_enums(types: &Types<'_>) -> Vec<TypeId> {
    let is_anonymous = |ty: &Type<'_>| matches!(ty, Type::Enum(it) if it.name.is_empty());
    let all = types.ids().zip(&types.types);
    let anonymous = all.filter(|(_, ty)| is_anonymous(ty));
    let mut ids: Vec<_> = anonymous.map(|(id, _)| id).collect();
    ids.sort_by_cached_key(|id| {
        let enumerators = match types.get(*id) {
            Type::Enum(it) => types.enumerators(it),
            _ => &[],
        };
        let pairs = enumerators.iter().map(|it| (it.name.text(), it.value));
        pairs.collect::<Vec<_>>()
    });
    ids
}

/// The fields of a struct or union, or the enumerators of an enum, also of what a typedef stands for.
fn field_names<'a>(types: &Types<'a>, id: TypeId) -> Vec<&'a str> {
    match types.get(types.underlying(id)) {
        Type::Composite(composite) => model::field_names(types, composite),
        Type::Enum(enumeration) => types
            .enumerators(enumeration)
            .iter()
            .map(|enumerator| enumerator.name.text())
            .collect(),
        _ => Vec::new(),
    }
}

/// What a type is called, and as what; nothing if it has no name of its own.
pub(crate) fn name<'a>(ty: &Type<'a>) -> Option<(Kind, &'a str)> {
    let (kind, name) = match ty {
        Type::Composite(composite) => (of(composite.kind), composite.name),
        Type::Fwd(kind, name) => (of(*kind), *name),
        Type::Enum(enumeration) => (Kind::Enum, enumeration.name),
        Type::Typedef(name, _) => (Kind::Typedef, *name),
        _ => return None,
    };
    (!name.is_empty()).then_some((kind, name))
}

fn of(kind: CompositeKind) -> Kind {
    match kind {
        CompositeKind::Struct => Kind::Struct,
        CompositeKind::Union => Kind::Union,
    }
}

/// A definition of the kernel's, as loaders look into modules for what the kernel does not define (libbpf,
/// `bpf_core_find_cands`); of several, the fullest.
fn chosen(types: &Types<'_>, ids: &[TypeId]) -> TypeId {
    let is_kernels =
        |id: &TypeId| types.module(*id).is_none() && !matches!(types.get(*id), Type::Fwd(..));
    let ids = ids.iter().copied();
    match ids.clone().any(|id| is_kernels(&id)) {
        true => fullest(types, ids.filter(is_kernels)),
        false => fullest(types, ids),
    }
}

/// The definition with most members, then the largest, then the first.
fn fullest(types: &Types<'_>, ids: impl Iterator<Item = TypeId>) -> TypeId {
    let weight = |id: &TypeId| match types.get(*id) {
        Type::Enum(enumeration) => (enumeration.enumerators.len(), enumeration.size.0),
        _ => match definitions::composite(types, *id) {
            Some(composite) => (1 + composite.members.len(), composite.size.0),
            None => (0, 0),
        },
    };
    ids.max_by_key(|id| (weight(id), std::cmp::Reverse(*id)))
        .unwrap_or(TypeId(0))
}
