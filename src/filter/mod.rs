//! Patterns → which types and which fields. Knows names and the model, not Rust.
//!
//! 1. Without `allow`, every named type and every enum is asked for, with all fields.
//! 2. With it, the types that a pattern matches: a pattern without a field asks for all fields, one with a field for
//!    the fields it matches. The fields of an enum are its enumerators. A name that no type has is looked for among all
//!    enumerators.
//! 3. `block` wins over `allow`, and over what the closure drags in: a blocked type is declared, without fields; a
//!    blocked field is left out.
//! 4. What a field has by value is asked for with all fields; what it only points to is declared.
//! 5. A type may have several definitions that differ. Its fields are those of all of them. A field that they declare differently
//!    is left out; asking for it by name is a mistake.
//! 6. A hook brings the types of its arguments along, as a field does. No hook is asked for without a pattern for it.
//! 7. A pattern that matches nothing is a mistake. All mistakes are reported together.

mod closure;
mod definitions;
mod hook;
mod hooks;
mod index;
mod kind;
mod mistake;
mod pattern;
mod selection;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::model::{self, Type, TypeId, Types};
use crate::text::{self, printable};
pub(crate) use hook::{Hook, HookKind, Hooks};
pub(crate) use index::{Index, name};
pub(crate) use kind::Kind;
pub use mistake::Mistake;
pub(crate) use pattern::normal;
use pattern::{Name, Pattern};
pub(crate) use selection::{Extent, Selection};

/// The name that loaders look for, where it is not the name itself: what stands before the last `___` (libbpf,
/// `bpf_core_essential_name_len`).
pub(crate) fn essential_name(name: &str) -> Option<&str> {
    let bytes = name.as_bytes();
    let flavor =
        |i: &usize| &bytes[*i + 1..*i + 4] == b"___" && bytes[*i] != b'_' && bytes[*i + 4] != b'_';
    let end = (0..bytes.len().saturating_sub(4)).rev().find(flavor)?;
    Some(&name[..=end])
}

const ALLOW: &str = "--allow";
const BLOCK: &str = "--block";

/// `allow` and `block` as the user wrote them → what is to be written.
pub(crate) fn select<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    allow: &[String],
    block: &[String],
) -> Result<Selection<'a>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let allowed = parse(ALLOW, allow, &mut mistakes);
    let blocked = parse(BLOCK, block, &mut mistakes);
    let allowed_types = resolve(types, index, ALLOW, &allowed, &mut mistakes);
    let blocked_types = resolve(types, index, BLOCK, &blocked, &mut mistakes);
    let (mut hooks, mut left_out_hooks) =
        hooks::resolve(types, index, ALLOW, &allowed, &mut mistakes);
    let (blocked_hooks, _) = hooks::resolve(types, index, BLOCK, &blocked, &mut mistakes);
    hooks.retain(|key, _| !blocked_hooks.contains_key(key));
    left_out_hooks.retain(|key, _| !blocked_hooks.contains_key(key));
    if !mistakes.is_empty() {
        mistakes.sort();
        return Err(mistakes);
    }
    let wanted = or_all(index, allow, allowed_types);
    let exact = allowed.iter().filter(|pattern| pattern.is_exact());
    let by_name = exact.flat_map(|pattern| index.matching(pattern));
    let by_name = by_name.map(|(_, _, id)| id).collect();
    let hooks = hooks.into_values().collect();
    let selection = closure::close(types, index, wanted, blocked_types, by_name, hooks);
    Ok(Selection {
        left_out_hooks: left_out_hooks.into_values().collect(),
        ..selection
    })
}

/// What patterns match by themselves.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    pub(crate) types: BTreeMap<TypeId, Extent>,
    pub(crate) hooks: Vec<Hook<'a>>,
}

/// Patterns → what they match by themselves, without what that drags in; without a pattern, every named type and every enum.
pub(crate) fn find<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    patterns: &[String],
) -> Result<Found<'a>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let parsed = parse("pattern", patterns, &mut mistakes);
    let found = resolve(types, index, "pattern", &parsed, &mut mistakes);
    let hooks = hooks::find(types, index, &parsed, &mut mistakes);
    if !mistakes.is_empty() {
        mistakes.sort();
        return Err(mistakes);
    }
    Ok(Found {
        types: or_all(index, patterns, found),
        hooks,
    })
}

/// What patterns matched, or everything if there are none.
fn or_all(
    index: &Index<'_>,
    patterns: &[String],
    matched: BTreeMap<TypeId, Extent>,
) -> BTreeMap<TypeId, Extent> {
    match patterns {
        [] => (index.all().chain(index.anonymous_enums()))
            .map(|(_, _, id)| (id, Extent::Whole))
            .collect(),
        _ => matched,
    }
}

fn parse(option: &str, arguments: &[String], mistakes: &mut Vec<Mistake>) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for argument in arguments {
        match pattern::parse(argument) {
            Ok(parsed) => patterns.extend(parsed),
            Err(reason) => mistakes.push(Mistake::Invalid {
                argument: quoted(option, argument),
                reason,
            }),
        }
    }
    patterns
}

fn quoted(option: &str, argument: &str) -> String {
    format!("{option} {}", text::quoted(argument))
}

/// What each matched type is asked for.
fn resolve(
    types: &Types<'_>,
    index: &Index<'_>,
    option: &str,
    patterns: &[Pattern],
    mistakes: &mut Vec<Mistake>,
) -> BTreeMap<TypeId, Extent> {
    let mut resolved = BTreeMap::new();
    for pattern in patterns.iter().filter(|it| it.hook.is_none()) {
        let argument = || quoted(option, &pattern.text);
        let matching: Vec<_> = index.matching(pattern).collect();
        if matching.is_empty() {
            let mut found = false;
            if pattern.may_be_enumerator() {
                for id in index.enums() {
                    found |= want_fields(types, index, id, &pattern.ty, &mut resolved);
                }
            }
            if found {
                continue;
            }
            let near = index.nearest(types, pattern);
            mistakes.push(Mistake::NoType {
                argument: argument(),
                pattern: pattern.text.clone(),
                near,
                modules: Vec::new(),
                hooks: hooks::of_name(types, index, pattern),
            });
            continue;
        }
        let is_declared = |id: &TypeId| matches!(types.get(*id), Type::Fwd(..));
        if option == ALLOW
            && pattern.is_exact()
            && matching.iter().all(|(_, _, id)| is_declared(id))
        {
            let (kind, name, _) = matching[0];
            mistakes.push(Mistake::Declared {
                argument: argument(),
                pattern: pattern.text.clone(),
                ty: format!("{} {}", kind.keyword(), printable(name)),
                modules: Vec::new(),
            });
            continue;
        }
        let Some(field) = &pattern.field else {
            resolved.extend(matching.iter().map(|(_, _, id)| (*id, Extent::Whole)));
            continue;
        };
        // Typedefs may give one type many names.
        let (mut found, mut asked) = (false, HashSet::new());
        for (_, _, id) in &matching {
            let owner = index.fields_of(types, *id);
            if asked.insert((types.underlying(*id), owner)) {
                found |= want_fields(types, index, *id, field, &mut resolved);
            }
            if let (ALLOW, Name::Exact(name)) = (option, field)
                && let Some(definitions) = index.definitions(owner)
                && let Some(both) = definitions.declarations(types, name)
            {
                mistakes.push(Mistake::Disputed {
                    argument: argument(),
                    ty: model::describe(types, owner),
                    declarations: both.map(|it| printable(&it)),
                });
            }
        }
        if !found {
            let (kind, name, id) = matching[0];
            let near = index::nearest(&field.to_string(), index.field_names(types, id).into_iter());
            let ty = format!("{} {}", kind.keyword(), printable(name));
            mistakes.push(Mistake::NoField {
                argument: argument(),
                ty,
                near,
            });
        }
    }
    resolved
}

/// Adds the fields of `id` that a name matches. Returns whether there are any.
fn want_fields<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    id: TypeId,
    wanted: &Name,
    resolved: &mut BTreeMap<TypeId, Extent>,
) -> bool {
    let owner = index.fields_of(types, id);
    let names = index.field_names(types, id).into_iter();
    let names: BTreeSet<String> = names
        .filter(|name| wanted.matches(name))
        .map(str::to_string)
        .collect();
    if names.is_empty() {
        return false;
    }
    let fields = || Extent::Fields(BTreeSet::new());
    match resolved.entry(owner).or_insert_with(fields) {
        Extent::Fields(some) => some.extend(names),
        Extent::Whole | Extent::Declared => {}
    }
    true
}

/// Notes the module, among whose types these are, with each mistake about a type that it defines.
pub(crate) fn note_module(mistakes: &mut [Mistake], module: &str, types: &[Type<'_>]) {
    for mistake in mistakes {
        let (Mistake::NoType {
            pattern, modules, ..
        }
        | Mistake::Declared {
            pattern, modules, ..
        }) = mistake
        else {
            continue;
        };
        let patterns = pattern::parse(pattern).unwrap_or_default();
        let defined = types.iter().filter(|ty| !matches!(ty, Type::Fwd(..)));
        let mut names = defined.filter_map(name);
        let is_there = names
            .any(|(kind, name)| (patterns.iter()).any(|pattern| pattern.matches_type(kind, name)));
        if is_there && !modules.iter().any(|known| known == module) {
            modules.push(module.to_string());
            let ty = patterns.first().map(|pattern| pattern.ty.to_string());
            modules.sort_by_cached_key(|module| distance(&ty.clone().unwrap_or_default(), module));
        }
    }
}

/// Modules that use another one's types have them too. A module's own begin with its name, more often than not.
fn distance(ty: &str, module: &str) -> (bool, Reverse<usize>, usize, String) {
    let common = ty.bytes().zip(module.bytes()).take_while(|(a, b)| a == b);
    let common = Reverse(common.count());
    (
        !ty.starts_with(module),
        common,
        module.len(),
        module.to_string(),
    )
}

/// Whether any mistake may be about a type that a module has.
pub(crate) fn may_be_in_module(mistakes: &[Mistake]) -> bool {
    let about_type =
        |mistake: &Mistake| matches!(mistake, Mistake::NoType { .. } | Mistake::Declared { .. });
    mistakes.iter().any(about_type)
}

#[cfg(test)]
mod tests {
    use super::essential_name;

    #[test]
    fn the_module_that_owns_a_type_is_named_first() {
        for (ty, modules, first) in [
            (
                "ip_vs_conn",
                ["ip_vs_dh", "ip_vs_fo", "ip_vs", "xt_ipvs"],
                "ip_vs",
            ),
            (
                "nf_conn",
                ["nf_conntrack_ftp", "act_ct", "nf_conntrack", "nf_nat"],
                "nf_conntrack",
            ),
            ("xfs_mount", ["a", "b", "c", "xfs"], "xfs"),
        ] {
            let nearest = modules
                .iter()
                .min_by_key(|module| super::distance(ty, module));
            assert_eq!(nearest, Some(&first), "{ty}");
        }
    }

    #[test]
    fn a_flavor_is_what_follows_three_underscores() {
        for (name, essential) in [
            ("nf_conn___init", Some("nf_conn")),
            ("class___task_rq_lock_t", Some("class")),
            ("a___b___c", Some("a___b")),
            ("a____b", None),
            ("___b", None),
            ("a___", None),
            ("task_struct", None),
            ("", None),
        ] {
            assert_eq!(essential_name(name), essential, "{name}");
        }
    }
}
