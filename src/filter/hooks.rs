//! The hooks that patterns match, and which of these have arguments that a program can get.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::hook::{Hook, Hooks, LSM, Wanted};
use super::index;
use super::kind::HookKind;
use super::mistake::Mistake;
use super::pattern::Pattern;
use super::prototypes;
use crate::model::{self, Composite, Type, TypeId, Types};
use crate::text::printable;

/// The maximum number of registers with arguments (`MAX_BPF_FUNC_ARGS` of the kernel).
const MAX_SLOTS: usize = 12;

/// The maximum size of a struct that is passed by value, in bytes (`btf_distill_func_proto` of the kernel).
const MAX_STRUCT: u32 = 16;

/// The maximum number of arguments of a function that a program calls (`MAX_BPF_FUNC_REG_ARGS` of the kernel).
const MAX_ARGUMENTS: usize = 5;

type ByName<'a, T> = BTreeMap<(HookKind, &'a str), T>;

/// The callbacks of a table whose arguments programs can get.
pub(crate) fn callbacks<'a>(types: &Types<'a>, table: &Hook<'a>) -> Vec<Hook<'a>> {
    let mut callbacks = table.callbacks(types);
    callbacks.retain(|it| obstacle(types, &[*it]).is_none());
    callbacks
}

/// The hooks for the bindings, and the hooks that a glob matches but that are left out, each with the reason.
pub(super) fn resolve<'a>(
    types: &Types<'a>,
    hooks: &impl Deref<Target = Hooks<'a>>,
    option: &str,
    patterns: &[Pattern],
    mistakes: &mut Vec<Mistake>,
) -> (ByName<'a, Vec<Wanted<'a>>>, ByName<'a, Vec<String>>) {
    let (mut wanted, mut left_out) = (BTreeMap::new(), BTreeMap::new());
    for (pattern, found) in matching(types, hooks, option, patterns, mistakes) {
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
                            argument: pattern.argument(option),
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
    types: &Types<'a>,
    hooks: &impl Deref<Target = Hooks<'a>>,
    patterns: &[Pattern],
    mistakes: &mut Vec<Mistake>,
) -> Vec<Hook<'a>> {
    let found = matching(types, hooks, "pattern", patterns, mistakes);
    let found = found.into_iter().flat_map(|(_, found)| found).flatten();
    let found = found.map(|hook| ((hook.kind, hook.name, hook.id), hook));
    found.collect::<BTreeMap<_, _>>().into_values().collect()
}

/// Suggestions for a pattern for types: patterns for hooks of the same name.
pub(super) fn of_name(hooks: &Hooks<'_>, pattern: &Pattern) -> Vec<String> {
    let name = pattern.ty.to_string();
    let kinds = hooks.kinds_of(&name);
    let patterns = kinds.iter().map(|kind| {
        let pattern = format!("{}:{name}", kind.keyword());
        format!("{}: `{}`", kind.with_article(), printable(&pattern))
    });
    patterns.collect()
}

/// For each pattern for hooks, the hooks of each name that it matches.
fn matching<'a, 'p>(
    types: &Types<'a>,
    hooks: &impl Deref<Target = Hooks<'a>>,
    option: &str,
    patterns: &'p [Pattern],
    mistakes: &mut Vec<Mistake>,
) -> Vec<(&'p Pattern, Vec<Vec<Hook<'a>>>)> {
    let of_hooks = patterns.iter().filter_map(|it| Some((it, it.hook?)));
    let of_hooks = of_hooks.filter(|(_, kind)| kind.is_in_btf());
    let mut all = Vec::new();
    for (pattern, kind) in of_hooks {
        let found = hooks.matching(types, kind, pattern);
        if found.is_empty() {
            let argument = pattern.argument(option);
            mistakes.push(missing(hooks, argument, pattern, kind));
        }
        all.push((pattern, found));
    }
    all
}

fn missing(hooks: &Hooks<'_>, argument: String, pattern: &Pattern, kind: HookKind) -> Mistake {
    let name = pattern.ty.to_string();
    if kind == HookKind::KernelFunction {
        let reason = match hooks.kinds_of(&name).contains(&HookKind::Function) {
            true => Some("the kernel has this function, but programs can't call it"),
            false if !hooks.has_tags() && !pattern.is_exact() => Some(
                "this BTF does not say which functions programs can call, so a pattern must name one exactly",
            ),
            false => None,
        };
        if let Some(reason) = reason {
            let reason = reason.to_string();
            return Mistake::Hook { argument, reason };
        }
    }
    let mut near = index::nearest(&name, hooks.names(kind));
    if kind == HookKind::Lsm
        && let Some(hook) = name.strip_prefix(LSM)
        && hooks.names(kind).any(|it| it == hook)
    {
        near = vec![format!("lsm:{}", printable(hook))];
    }
    Mistake::NoHook {
        argument,
        kind: kind.noun(),
        pattern: pattern.text.clone(),
        near,
        modules: Vec::new(),
    }
}

/// Why a program can't get the arguments of the functions of one name, or can't call these.
fn obstacle(types: &Types<'_>, same_name: &[Hook<'_>]) -> Option<String> {
    let first = same_name.first()?;
    let differs = |hook: &Hook<'_>| !is_alike(types, first, hook);
    if same_name.iter().any(differs) {
        return Some(
            "the kernel has several functions of this name, with different arguments".to_string(),
        );
    }
    if first.kind == HookKind::StructOps {
        return None;
    }
    if first.kind == HookKind::Variable {
        return unreachable_type(types, first.prototype);
    }
    let mut slots = 0;
    let parameters = first.parameters(types);
    for (i, parameter) in parameters.iter().enumerate() {
        let number = i + 1;
        slots += match types.get(types.underlying(parameter.ty)) {
            Type::Void if number == parameters.len() => {
                return Some("it takes a variable number of arguments (`...`), and a BPF program can't have these".to_string());
            }
            Type::Composite(_) if first.kind == HookKind::KernelFunction => {
                return Some(format!(
                    "its argument {number} is a struct by value, and a BPF program can't pass one"
                ));
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
    let max = match first.kind {
        HookKind::KernelFunction => MAX_ARGUMENTS,
        _ => MAX_SLOTS,
    };
    (slots > max).then(|| {
        format!("its arguments take {slots} registers, and a BPF program can have only {max}")
    })
}

/// Why a program can't get a variable of this type.
fn unreachable_type(types: &Types<'_>, id: TypeId) -> Option<String> {
    let reason = match types.get(types.underlying(id)) {
        Type::Composite(composite) if is_named(types, id, composite) => return None,
        Type::Int(int) if int.size.0 <= 8 => return None,
        Type::Enum(_) | Type::Ptr(_) => return None,
        Type::Array(_) => "it is an array, and bindings have no place for one",
        Type::Composite(_) => "its type has no name",
        _ => "it is of a type that no BPF program can have",
    };
    Some(reason.to_string())
}

/// Whether a struct has a name, or a typedef names it.
fn is_named(types: &Types<'_>, id: TypeId, composite: &Composite<'_>) -> bool {
    let is_typedef = matches!(types.get(types.unqualified(id)), Type::Typedef(..));
    !composite.name.is_empty() || is_typedef
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
