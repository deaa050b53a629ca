//! The names of contexts and of their arguments. C has no names for contexts, so they are Rust names: `sched_switch` has
//! `SchedSwitch`. The arguments have C names.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use heck::ToUpperCamelCase;

use crate::filter::{Hook, HookKind, Hooks, Index, Wanted};
use crate::model::{KernelSet, Parameter, Types};
use crate::room::{Room, TooLong};
use crate::text::printable;

use super::bad_name::BadName;
use super::ident;
use super::weight::{FIELD, ITEM, LEFT_OUT};

/// The methods of a context that are not arguments.
pub(super) const OWN_METHODS: [&str; 4] = ["at", "exists", "from_regs", "ret"];

/// The arguments of a hook, for programs.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    pub(crate) hook: Hook<'a>,
    pub(crate) ident: String,
    pub(crate) arguments: Vec<Argument<'a>>,
    /// The kernels that have it. `None`: all of them.
    pub(crate) on: Option<KernelSet>,
    /// Tells apart several prototypes of one tracepoint.
    pub(crate) tag: Option<String>,
    /// Whether programs can get the return value.
    pub(crate) has_result: bool,
}

/// An argument.
#[derive(Debug)]
pub(crate) struct Argument<'a> {
    pub(crate) ident: String,
    pub(crate) parameter: Parameter<'a>,
    /// Whether it is the same on all kernels that have the hook.
    pub(crate) is_agreed: bool,
}

pub(super) fn assign<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    hooks: &[Wanted<'a>],
    room: &mut Room,
    left_out: &mut Vec<BadName>,
) -> Result<Vec<Context<'a>>, TooLong> {
    let has_context = |wanted: &&Wanted<'_>| {
        matches!(
            wanted.hook.kind,
            HookKind::Function | HookKind::Lsm | HookKind::Tracepoint
        )
    };
    let hooks: Vec<_> = hooks.iter().filter(has_context).collect();
    if hooks.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: Vec<_> = hooks.iter().map(|wanted| wanted.hook).collect();
    let idents = idents(&Hooks::new(types, index), &wanted);
    let mut contexts = Vec::new();
    for wanted in &hooks {
        let hook = &wanted.hook;
        if let Err(reason) = ident::check(full_name(hook).as_str()) {
            let subject = format!("the hook {}", printable(hook.name));
            room.take(LEFT_OUT + subject.len() + reason.len(), || subject.clone())?;
            left_out.push(BadName::new(types, hook.id, subject, reason));
            continue;
        }
        let mut ident = idents[&(hook.kind, hook.name)].clone();
        ident += wanted.tag.as_deref().unwrap_or_default();
        let parameters = hook.parameters(types);
        let names = parameters.iter().map(|it| it.name.text().len());
        let text = ITEM + 8 * ident.len() + FIELD * parameters.len() + 4 * names.sum::<usize>();
        room.take(text, || printable(hook.name))?;
        contexts.push(Context {
            hook: *hook,
            ident,
            arguments: arguments(parameters, &wanted.agreed, &OWN_METHODS),
            on: wanted.on.clone(),
            tag: wanted.tag.clone(),
            has_result: wanted.is_result_agreed,
        });
    }
    Ok(contexts)
}

/// The name of the function or typedef, which must be a C name. The name of a hook may begin with a digit: `9p_client_req`.
fn full_name(hook: &Hook<'_>) -> String {
    format!("_{}", hook.name)
}

/// C names that differ only in case and underscores may have the same Rust name. All hooks of the BTF are compared, so that a
/// name does not depend on the rest of the selection. The C name with the fewest underscores keeps the Rust name: `do_sys_openat2`
/// has it on every kernel, whether the kernel has `__do_sys_openat2` or not. Of several, the first in alphabetical order has it.
fn idents<'a>(all: &Hooks<'a>, wanted: &[Hook<'a>]) -> BTreeMap<(HookKind, &'a str), String> {
    let squeezed = |hook: &Hook<'_>| {
        let letters = hook.name.chars().filter(|c| *c != '_');
        (hook.kind, letters.collect::<String>().to_lowercase())
    };
    let wanted: HashSet<_> = wanted.iter().map(squeezed).collect();
    let alike = all.all().filter(|hook| wanted.contains(&squeezed(hook)));
    let underscores = |name: &str| name.bytes().filter(|byte| *byte == b'_').count();
    let alike = alike.map(|hook| (hook.kind, underscores(hook.name), hook.name));
    let alike: BTreeSet<_> = alike.collect();
    let (mut idents, mut taken) = (BTreeMap::new(), HashSet::new());
    for (kind, _, name) in alike {
        let mut ident = upper_camel_case(name);
        while !taken.insert((kind, ident.clone())) {
            ident.push('_');
        }
        idents.insert((kind, name), ident);
    }
    idents
}

pub(super) fn upper_camel_case(name: &str) -> String {
    let camel = name.to_upper_camel_case();
    match camel.as_str() {
        // The only type name that is a keyword.
        "Self" => "Self_".to_string(),
        "" => format!("_{name}"),
        _ if camel.starts_with(|c: char| c.is_ascii_digit()) => format!("_{camel}"),
        _ => camel,
    }
}

/// The C names of parameters, without the names that are taken. BTF lacks some names.
pub(super) fn arguments<'a>(
    parameters: &[Parameter<'a>],
    agreed: &[bool],
    taken: &[&str],
) -> Vec<Argument<'a>> {
    let mut taken: HashSet<_> = taken.iter().map(ToString::to_string).collect();
    let parameters = parameters.iter().enumerate();
    let arguments = parameters.map(|(i, parameter)| {
        let name = parameter.name.text();
        let mut ident = match ident::check(name) {
            Ok(()) => ident::ident(name),
            Err(_) => format!("arg{i}"),
        };
        while !taken.insert(ident.clone()) {
            ident.push('_');
        }
        Argument {
            ident,
            parameter: *parameter,
            is_agreed: agreed.get(i).copied().unwrap_or(true),
        }
    });
    arguments.collect()
}

#[cfg(test)]
mod tests {
    use super::upper_camel_case;

    #[test]
    fn hooks_have_rust_names() {
        for (c, rust) in [
            ("sched_process_exec", "SchedProcessExec"),
            ("__x64_sys_read", "X64SysRead"),
            ("9p_client_req", "_9pClientReq"),
            ("self", "Self_"),
            ("__", "___"),
        ] {
            assert_eq!(upper_camel_case(c), rust);
        }
    }
}
