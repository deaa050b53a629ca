//! The hooks that patterns match, and which of these have arguments that a program can get.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::hook::{Hook, Hooks, Wanted};
use super::index;
use super::kind::HookKind;
use super::mistake::Mistake;
use super::pattern::Pattern;
use super::prototypes;
use crate::model::{self, Type, Types};
use crate::text::{self, printable};

/// The maximum number of registers with arguments (`MAX_BPF_FUNC_ARGS` of the kernel).
const MAX_SLOTS: usize = 12;

/// The maximum size of a struct that is passed by value, in bytes (`btf_distill_func_proto` of the kernel).
const MAX_STRUCT: u32 = 16;

type ByName<'a, T> = BTreeMap<(HookKind, &'a str), T>;

/// The hooks for the bindings, and the hooks that a glob matches but that are left out, each with the reason.
pub(super) fn resolve<'a>(
    types: &Types<'a>,
    hooks: &impl Deref<Target = Hooks<'a>>,
    option: &str,
    patterns: &[Pattern],
    mistakes: &mut Vec<Mistake>,
) -> (ByName<'a, Vec<Wanted<'a>>>, ByName<'a, Vec<String>>) {
    let (mut wanted, mut left_out) = (BTreeMap::new(), BTreeMap::new());
    for (pattern, found) in matching(hooks, option, patterns, mistakes) {
        for same_name in found {
            let hook = same_name[0];
            let mut of_kernels = same_name.chunk_by(|a, b| on_one(types, a, b));
            let obstacle = of_kernels.find_map(|of_one| obstacle(types, of_one));
            let prototypes = match obstacle {
                None => prototypes::of(types, &same_name),
                Some(reason) => Err(reason),
            };
            match prototypes {
                Ok(prototypes) => {
                    let parts: Vec<_> = prototypes.iter().flat_map(prototypes::left_out).collect();
                    if !parts.is_empty() {
                        left_out.insert((hook.kind, hook.name), parts);
                    }
                    wanted.insert((hook.kind, hook.name), prototypes);
                }
                Err(reason) => {
                    let name = format!("{}:{}", hook.kind.keyword(), printable(hook.name));
                    left_out.insert((hook.kind, hook.name), vec![format!("{name}: {reason}")]);
                    if pattern.is_exact() {
                        mistakes.push(Mistake::Hook {
                            argument: format!("{option} {}", text::quoted(&pattern.text)),
                            reason,
                        });
                    }
                }
            }
        }
    }
    (wanted, left_out)
}

fn on_one(types: &Types<'_>, a: &Hook<'_>, b: &Hook<'_>) -> bool {
    types.kernel(a.id) == types.kernel(b.id)
}

/// Everything that patterns match.
pub(super) fn find<'a>(
    hooks: &impl Deref<Target = Hooks<'a>>,
    patterns: &[Pattern],
    mistakes: &mut Vec<Mistake>,
) -> Vec<Hook<'a>> {
    let found = matching(hooks, "pattern", patterns, mistakes);
    let found = found.into_iter().flat_map(|(_, found)| found).flatten();
    let found = found.map(|hook| ((hook.kind, hook.name, hook.id), hook));
    found.collect::<BTreeMap<_, _>>().into_values().collect()
}

/// Suggestions for a pattern for types: patterns for hooks of the same name.
pub(super) fn of_name(hooks: &Hooks<'_>, pattern: &Pattern) -> Vec<String> {
    let name = pattern.ty.to_string();
    let kinds = hooks.kinds_of(&name);
    let patterns = kinds.iter().map(|kind| {
        let article = if *kind == HookKind::Lsm { "an" } else { "a" };
        let pattern = format!("{}:{name}", kind.keyword());
        format!("{article} {}: `{}`", kind.noun(), printable(&pattern))
    });
    patterns.collect()
}

/// For each pattern for hooks, the hooks of each name that it matches.
fn matching<'a, 'p>(
    hooks: &impl Deref<Target = Hooks<'a>>,
    option: &str,
    patterns: &'p [Pattern],
    mistakes: &mut Vec<Mistake>,
) -> Vec<(&'p Pattern, Vec<Vec<Hook<'a>>>)> {
    let of_hooks = patterns.iter().filter_map(|it| Some((it, it.hook?)));
    let mut all = Vec::new();
    for (pattern, kind) in of_hooks {
        let found: Vec<_> = hooks.matching(kind, pattern);
        let found: Vec<_> = found.into_iter().map(<[Hook<'_>]>::to_vec).collect();
        if found.is_empty() {
            mistakes.push(Mistake::NoHook {
                argument: format!("{option} {}", text::quoted(&pattern.text)),
                kind: kind.noun(),
                near: index::nearest(&pattern.ty.to_string(), hooks.names(kind)),
            });
        }
        all.push((pattern, found));
    }
    all
}

/// Why a program can't get the arguments of the functions of one name.
fn obstacle(types: &Types<'_>, same_name: &[Hook<'_>]) -> Option<String> {
    let first = same_name.first()?;
    let differs = |hook: &Hook<'_>| !is_alike(types, first, hook);
    if same_name.iter().any(differs) {
        return Some(
            "the kernel has several functions of this name, with different arguments".to_string(),
        );
    }
    let mut slots = 0;
    let parameters = first.parameters(types);
    for (i, parameter) in parameters.iter().enumerate() {
        let number = i + 1;
        slots += match types.get(types.underlying(parameter.ty)) {
            Type::Void if number == parameters.len() => {
                return Some("it takes a variable number of arguments (`...`), and a BPF program can't have these".to_string());
            }
            Type::Composite(composite) if composite.size.0 > MAX_STRUCT => {
                return Some(format!(
                    "its argument {number} is a struct of {} bytes by value, and a BPF program can have only {MAX_STRUCT}",
                    composite.size.0
                ));
            }
            Type::Composite(composite) if composite.size.0 > 0 => {
                composite.size.0.div_ceil(8) as usize
            }
            ty if is_value(ty) && !matches!(ty, Type::Void) => 1,
            _ => {
                return Some(format!(
                    "its argument {number} is of a type that no BPF program can have"
                ));
            }
        };
    }
    if let Some(returns) = first.returns(types)
        && !is_value(types.get(types.underlying(returns)))
    {
        return Some("it returns a type that no BPF program can have".to_string());
    }
    (slots > MAX_SLOTS).then(|| {
        format!("its arguments take {slots} registers, and a BPF program can have only {MAX_SLOTS}")
    })
}

/// Whether the kernel passes on a result of this type (`btf_distill_func_proto`).
fn is_value(ty: &Type<'_>) -> bool {
    match ty {
        Type::Void | Type::Enum(_) | Type::Ptr(_) => true,
        Type::Int(int) => int.size.0 <= 8,
        _ => false,
    }
}

/// Whether two functions have the same arguments and the same result, as C writes them.
fn is_alike(types: &Types<'_>, one: &Hook<'_>, other: &Hook<'_>) -> bool {
    let declared = |hook: &Hook<'_>| model::declaration(types, hook.prototype, "");
    one.prototype == other.prototype || declared(one) == declared(other)
}
