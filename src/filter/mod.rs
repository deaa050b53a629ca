//! Patterns → which types and which fields. Knows names and the model, not Rust.
//!
//! 1. Without `allow`, every named type and every enum is asked for, with all fields.
//! 2. With it, the types that a pattern matches: a pattern without a field asks for all fields, one with a field for
//!    the fields it matches. The fields of an enum are its enumerators. A name that no type has is looked for among all
//!    enumerators.
//!    A path of several fields asks for each field on the way to the last one. A struct on the way has only the fields that a
//!    pattern asks for.
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
mod path;
mod pattern;
mod plain;
mod prototypes;
mod registers;
mod selection;
mod symbols;
mod versions;

use std::cell::LazyCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Deref;

use crate::model::{self, Type, TypeId, Types};
use crate::options::{Options, Written};
use crate::text::printable;
pub(crate) use hook::{Hook, Hooks, Wanted};
pub(crate) use hooks::callbacks;
pub(crate) use index::{Index, OnKernels, name};
pub(crate) use kind::{HookKind, Kind};
pub use mistake::Mistake;
use path::Ways;
use pattern::{Name, Pattern};
pub(crate) use pattern::{normal, patterns_of};
pub(crate) use registers::{Register, Registers};
pub(crate) use selection::{Extent, Selection};

const ALLOW: &str = "--allow";
const BLOCK: &str = "--block";

/// The maximum number of mistakes for which similar names are suggested. Each takes a comparison with every name of the kernel.
const MAX_SUGGESTIONS: usize = 50;

/// `allow`, `block` and `plain` as the user wrote them → what is to be written.
pub(crate) fn select<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    options: &Options,
) -> Result<Selection<'a>, Vec<Mistake>> {
    let Options { allow, block, .. } = options;
    let mut mistakes = Vec::new();
    let allowed = parse(ALLOW, allow, &mut mistakes);
    let blocked = parse(BLOCK, block, &mut mistakes);
    let all_hooks = all_hooks(types, index);
    let (allowed_types, mut ways) =
        resolve(types, index, &all_hooks, ALLOW, &allowed, &mut mistakes);
    // Only the last field of a path is blocked.
    let (blocked_types, _) = resolve(types, index, &all_hooks, BLOCK, &blocked, &mut mistakes);
    let (mut hooks, mut left_out_hooks) =
        hooks::resolve(types, &all_hooks, ALLOW, &allowed, &mut mistakes);
    let (blocked_hooks, _) = hooks::resolve(types, &all_hooks, BLOCK, &blocked, &mut mistakes);
    let plain_patterns = parse(plain::OPTION, &options.plain, &mut mistakes);
    let mut plain = plain::resolve(types, index, &all_hooks, &plain_patterns, &mut mistakes);
    plain.retain(|id, _| blocked_types.get(id) != Some(&Extent::Whole));
    let mut symbols = symbols::resolve(ALLOW, &allowed, &mut mistakes);
    let blocked_symbols = symbols::resolve(BLOCK, &blocked, &mut mistakes);
    symbols.retain(|it| !blocked_symbols.contains(it));
    hooks.retain(|key, _| !blocked_hooks.contains_key(key));
    left_out_hooks.retain(|key, _| !blocked_hooks.contains_key(key));
    if !mistakes.is_empty() {
        mistakes.sort();
        return Err(mistakes);
    }
    let mut wanted = match plain_patterns.is_empty() {
        true => or_all(index, allow, allowed_types),
        false => allowed_types,
    };
    want_ways(&mut wanted, &mut ways);
    let exact = allowed.iter().filter(|pattern| pattern.is_exact());
    let by_name = exact.flat_map(|pattern| index.matching(pattern));
    let by_name = by_name.map(|(_, _, id)| id).collect();
    let hooks = hooks.into_values().flatten().collect();
    let wanted = closure::Asked {
        types: wanted,
        by_name,
        hooks,
        ways,
        plain,
    };
    let selection = closure::close(types, index, wanted, blocked_types);
    Ok(Selection {
        left_out_hooks: left_out_hooks.into_values().flatten().collect(),
        symbols,
        ..selection
    })
}

/// A kernel has 60,000 functions, and few commands ask for hooks.
fn all_hooks<'a>(types: &Types<'a>, index: &Index<'a>) -> impl Deref<Target = Hooks<'a>> {
    LazyCell::new(|| Hooks::new(types, index))
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
    patterns: &[Written],
) -> Result<Found<'a>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let parsed = parse("pattern", patterns, &mut mistakes);
    let all_hooks = all_hooks(types, index);
    let (found, mut ways) = resolve(types, index, &all_hooks, "pattern", &parsed, &mut mistakes);
    let hooks = hooks::find(types, &all_hooks, &parsed, &mut mistakes);
    symbols::refuse("pattern", &parsed, &mut mistakes);
    if !mistakes.is_empty() {
        mistakes.sort();
        return Err(mistakes);
    }
    let mut types = or_all(index, patterns, found);
    want_ways(&mut types, &mut ways);
    Ok(Found { types, hooks })
}

/// Adds the fields on the ways. A field that a pattern asks for by itself is no longer only a way.
fn want_ways(wanted: &mut BTreeMap<TypeId, Extent>, ways: &mut Ways) {
    for (id, names) in ways {
        let fields = || Extent::Fields(BTreeSet::new());
        match wanted.entry(*id).or_insert_with(fields) {
            Extent::Fields(some) => {
                names.retain(|name| !some.contains(name));
                some.extend(names.iter().cloned());
            }
            Extent::Whole | Extent::Declared => names.clear(),
        }
    }
}

/// What patterns matched, or everything if there are none.
fn or_all(
    index: &Index<'_>,
    patterns: &[Written],
    matched: BTreeMap<TypeId, Extent>,
) -> BTreeMap<TypeId, Extent> {
    match patterns {
        [] => (index.all().chain(index.anonymous_enums()))
            .map(|(_, _, id)| (id, Extent::Whole))
            .collect(),
        _ => matched,
    }
}

fn parse(option: &str, arguments: &[Written], mistakes: &mut Vec<Mistake>) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for argument in arguments {
        let Written { text, place } = argument;
        match pattern::parse(text) {
            Ok(parsed) => patterns.extend(parsed.into_iter().map(|pattern| Pattern {
                place: place.clone(),
                ..pattern
            })),
            Err(reason) => mistakes.push(Mistake::Invalid {
                argument: pattern::argument_of(option, text, place.as_deref()),
                reason,
            }),
        }
    }
    patterns
}

/// What each matched type is asked for, and the fields on the way of paths.
fn resolve<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    all_hooks: &impl Deref<Target = Hooks<'a>>,
    option: &str,
    patterns: &[Pattern],
    mistakes: &mut Vec<Mistake>,
) -> (BTreeMap<TypeId, Extent>, Ways) {
    let mut resolved = BTreeMap::new();
    let mut ways = Ways::new();
    for pattern in patterns.iter().filter(|it| it.hook.is_none()) {
        let argument = || pattern.argument(option);
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
            let near = match mistakes.len() < MAX_SUGGESTIONS {
                true => index.nearest(types, pattern),
                false => Vec::new(),
            };
            mistakes.push(Mistake::NoType {
                argument: argument(),
                kind: match pattern.iterator() {
                    Some(_) => "iterator",
                    None => "type",
                },
                pattern: pattern.text.clone(),
                near,
                modules: Vec::new(),
                hooks: hooks::of_name(all_hooks, pattern),
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
        let Some((field, on_the_way)) = pattern.fields.split_last() else {
            resolved.extend(matching.iter().map(|(_, _, id)| (*id, Extent::Whole)));
            continue;
        };
        let matching = match on_the_way {
            [] => matching,
            _ => match follow(types, index, &matching, pattern, option, &mut ways) {
                Ok(last) => last,
                Err(mistake) => {
                    mistakes.push(*mistake);
                    continue;
                }
            },
        };
        // Typedefs may give one type many names.
        let (mut found, mut asked) = (false, HashSet::new());
        for (_, _, id) in &matching {
            let owner = index.fields_of(types, *id);
            if asked.insert((types.underlying(*id), owner)) {
                found |= want_fields(types, index, *id, field, &mut resolved);
            }
            if let (ALLOW, Name::Exact(name)) = (option, field)
                && let Some(both) = index.disputed(types, owner).remove(name.as_str())
            {
                mistakes.push(Mistake::Disputed {
                    argument: argument(),
                    ty: model::describe(types, owner),
                    declarations: both.map(|it| printable(&it)),
                    by_kernels: types.kernel_count() > 1,
                });
            }
        }
        if !found {
            let id = matching[0].2;
            let near = index::nearest(&field.to_string(), index.field_names(types, id).into_iter());
            mistakes.push(Mistake::NoField {
                argument: argument(),
                ty: called(types, &matching[0]),
                field: field.to_string(),
                near,
            });
        }
    }
    (resolved, ways)
}

/// What messages call a type that was found by its name, or by a path.
fn called(types: &Types<'_>, (kind, name, id): &(Kind, &str, TypeId)) -> String {
    match name.is_empty() {
        false => format!("{} {}", kind.keyword(), printable(name)),
        true => printable(&model::describe(types, *id)),
    }
}

/// The types that a path leads to, from each type that begins it. It is a mistake if none leads to its end.
fn follow<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    from: &[(Kind, &'a str, TypeId)],
    pattern: &Pattern,
    option: &str,
    ways: &mut Ways,
) -> Result<Vec<(Kind, &'a str, TypeId)>, Box<Mistake>> {
    let argument = || pattern.argument(option);
    let (mut last, mut ends) = (BTreeSet::new(), Vec::new());
    for (_, _, id) in from {
        match path::follow(types, index, *id, &pattern.fields) {
            Ok(path) => {
                last.insert(path.last);
                for (owner, name) in path.on_the_way {
                    if option == ALLOW
                        && let Some(both) = index.disputed(types, owner).remove(name.as_str())
                    {
                        return Err(Box::new(Mistake::Disputed {
                            argument: argument(),
                            ty: model::describe(types, owner),
                            declarations: both.map(|it| printable(&it)),
                            by_kernels: types.kernel_count() > 1,
                        }));
                    }
                    ways.entry(owner).or_default().insert(name);
                }
            }
            Err(end) => ends.push(end),
        }
    }
    let named = |id: TypeId| {
        name(types.get(id)).map_or((Kind::Struct, "", id), |(kind, name)| (kind, name, id))
    };
    match (last.is_empty(), ends.into_iter().next()) {
        (true, Some(path::End::Declared(id))) => Err(Box::new(Mistake::Declared {
            argument: argument(),
            pattern: named(id).1.to_string(),
            ty: called(types, &named(id)),
            modules: Vec::new(),
        })),
        (true, Some(path::End::NoField(id, at))) => {
            let missing = pattern
                .fields
                .get(at)
                .map(Name::to_string)
                .unwrap_or_default();
            Err(Box::new(Mistake::NoField {
                argument: argument(),
                ty: called(types, &named(id)),
                near: index::nearest(&missing, index.field_names(types, id).into_iter()),
                field: missing,
            }))
        }
        _ => Ok(last.into_iter().map(named).collect()),
    }
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
    // The fields of an anonymous type come with the field that has it.
    if !path::is_named(types, owner) {
        return true;
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
        if let Mistake::NoHook {
            pattern, modules, ..
        } = mistake
        {
            let patterns = pattern::parse(pattern).unwrap_or_default();
            let is_there = |ty: &Type<'_>| patterns.iter().any(|it| hook::is_hook(ty, it));
            if types.iter().any(is_there) && !modules.iter().any(|known| known == module) {
                modules.push(module.to_string());
                modules.sort();
            }
            continue;
        }
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
    let about_type = |mistake: &Mistake| {
        matches!(
            mistake,
            Mistake::NoType { .. } | Mistake::NoHook { .. } | Mistake::Declared { .. }
        )
    };
    mistakes.iter().any(about_type)
}

#[cfg(test)]
mod tests {
    use crate::model::essential_name;

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
