//! The types that `--plain` selects.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::hook::Hooks;
use super::hooks;
use super::index::Index;
use super::mistake::Mistake;
use super::pattern::Pattern;
use crate::model::{self, Type, TypeId, Types};
use crate::text::printable;

pub(super) const OPTION: &str = "--plain";

/// The structs and unions that patterns match, and the typedefs of anonymous ones. A typedef of a named struct selects the struct.
pub(super) fn resolve<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    all_hooks: &impl Deref<Target = Hooks<'a>>,
    patterns: &[Pattern],
    mistakes: &mut Vec<Mistake>,
) -> BTreeMap<TypeId, Option<String>> {
    let mut plain = BTreeMap::new();
    for pattern in patterns {
        let argument = pattern.argument(OPTION);
        if pattern.hook.is_some() || !pattern.fields.is_empty() {
            mistakes.push(Mistake::Invalid {
                argument,
                reason: "a plain type has all its fields; the pattern is the name of a type"
                    .to_string(),
            });
            continue;
        }
        let matching: Vec<_> = index.matching(pattern).collect();
        if matching.is_empty() {
            mistakes.push(Mistake::NoType {
                argument,
                kind: match pattern.iterator() {
                    Some(_) => "iterator",
                    None => "type",
                },
                pattern: pattern.text.clone(),
                near: index.nearest(types, pattern),
                modules: Vec::new(),
                hooks: hooks::of_name(all_hooks, pattern),
            });
            continue;
        }
        let owners = matching
            .iter()
            .filter_map(|(.., id)| index.owner(types, *id));
        let owners: Vec<_> = owners.collect();
        let is_declared = |id: &TypeId| matches!(types.get(*id), Type::Fwd(..));
        if pattern.is_exact() && owners.iter().all(is_declared) {
            let ty = printable(&model::describe(types, matching[0].2));
            mistakes.push(match owners.is_empty() {
                true => Mistake::NoMembers { argument, ty },
                false => Mistake::Declared {
                    argument,
                    pattern: pattern.text.clone(),
                    ty,
                    modules: Vec::new(),
                },
            });
            continue;
        }
        for id in owners.into_iter().filter(|id| !is_declared(id)) {
            let named = plain.entry(id).or_insert(None);
            if pattern.is_exact() {
                *named = Some(argument.clone());
            }
        }
    }
    plain
}
