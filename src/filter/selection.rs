//! Which types and fields are to be written.

use std::collections::{BTreeMap, BTreeSet};

use super::hook::Wanted;
use super::index::{Index, OnKernels};
use super::kind::HookKind;
use super::registers::Registers;
use crate::model::{self, Field, TypeId, Types};

/// What is to be written of a type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Extent {
    /// That it exists.
    #[default]
    Declared,
    /// Some fields or enumerators, by their C names.
    Fields(BTreeSet<String>),
    /// All fields, or all enumerators.
    Whole,
}

/// The types to be written. Each has its canonical id (see [`Index::canonical`](super::Index::canonical)).
#[derive(Debug)]
pub(crate) struct Selection<'a> {
    /// By kind and name.
    pub(crate) hooks: Vec<Wanted<'a>>,
    /// The registers of functions, if there are hooks that are functions.
    pub(crate) registers: Option<Registers>,
    /// Hooks that a glob matches and that can't be written, with the reason.
    pub(crate) left_out_hooks: Vec<String>,
    /// What BTF does not have, by kind and name.
    pub(crate) symbols: BTreeSet<(HookKind, String)>,
    pub(crate) types: BTreeMap<TypeId, Extent>,
    /// Types by value, with the option and the pattern that names the type exactly.
    pub(crate) plain: BTreeMap<TypeId, Option<String>>,
    /// Those that a pattern names exactly.
    pub(crate) by_name: BTreeSet<TypeId>,
    /// Types that are left out. If another type contains one of them, it is only declared.
    pub(crate) blocked: BTreeSet<TypeId>,
    pub(super) blocked_fields: BTreeMap<TypeId, BTreeSet<String>>,
}

impl<'a> Selection<'a> {
    /// The fields of a named struct or union, or of an anonymous one that a typedef names, that are selected.
    pub(crate) fn fields(
        &self,
        types: &Types<'a>,
        index: &Index<'a>,
        id: TypeId,
        composite: &model::Composite<'a>,
    ) -> Vec<Field<'a>> {
        let all = match self.types.get(&id) {
            None | Some(Extent::Declared) => return Vec::new(),
            Some(Extent::Whole) => None,
            Some(Extent::Fields(some)) => Some(some),
        };
        let blocked = self.blocked_fields.get(&id);
        let mut fields = index.fields(types, id, composite);
        fields.retain(|field| {
            all.is_none_or(|some| some.contains(field.name))
                && !blocked.is_some_and(|blocked| blocked.contains(field.name))
        });
        fields
    }

    /// Fields of a type that are selected but have no accessor, because its definitions declare them differently.
    pub(crate) fn disputed(
        &self,
        types: &Types<'a>,
        index: &Index<'a>,
        id: TypeId,
    ) -> impl Iterator<Item = &'a str> {
        let (extent, blocked) = (self.types.get(&id), self.blocked_fields.get(&id));
        let disputed = index.disputed(types, id).into_keys();
        disputed.filter(move |name| {
            let is_selected = match extent {
                None | Some(Extent::Declared) => false,
                Some(Extent::Whole) => true,
                Some(Extent::Fields(some)) => some.contains(*name),
            };
            is_selected && !blocked.is_some_and(|blocked| blocked.contains(*name))
        })
    }

    /// The enumerators that are selected.
    pub(crate) fn enumerators(
        &self,
        types: &Types<'a>,
        index: &Index<'a>,
        id: TypeId,
        enumeration: &model::Enum<'a>,
    ) -> Vec<OnKernels<'a>> {
        let some = match self.types.get(&id) {
            None | Some(Extent::Declared) => return Vec::new(),
            Some(Extent::Whole) => None,
            Some(Extent::Fields(some)) => Some(some),
        };
        let blocked = self.blocked_fields.get(&id);
        let mut enumerators = index.enumerators(types, id, enumeration);
        enumerators.retain(|it| {
            let name = it.enumerator.name.text();
            some.is_none_or(|some| some.contains(name))
                && !blocked.is_some_and(|blocked| blocked.contains(name))
        });
        enumerators
    }
}
