//! The prototypes of one hook on several kernels.
//!
//! Tracepoints have typedefs, and loaders compare the types that these name. So a program can ask which prototype the running
//! kernel has, if the prototypes differ in what loaders compare. Nothing tells the prototypes of a function apart, so only those
//! arguments are in the bindings that all kernels have.

use std::collections::BTreeSet;

use super::hook::{Hook, Wanted};
use super::kind::HookKind;
use super::versions::are_same_targets;
use crate::model::{KernelSet, Type, TypeId, Types};
use crate::text::printable;

/// The prototypes that the bindings have, that of the last kernel first. Each kernel has one of the hooks, or several that are
/// alike. The error is the reason why there are none.
pub(super) fn of<'a>(types: &Types<'a>, hooks: &[Hook<'a>]) -> Result<Vec<Wanted<'a>>, String> {
    let mut groups: Vec<(String, Vec<Hook<'a>>)> = Vec::new();
    for hook in hooks {
        let shape = match hook.kind {
            HookKind::Tracepoint => shape(types, hook.id, 0),
            HookKind::KernelFunction | HookKind::Variable => shape(types, hook.prototype, 0),
            HookKind::Function | HookKind::Lsm | HookKind::StructOps => String::new(),
            // BTF does not have these.
            HookKind::Config | HookKind::Symbol => String::new(),
        };
        match groups.iter_mut().find(|(known, _)| *known == shape) {
            Some((_, group)) => group.push(*hook),
            None => groups.push((shape, vec![*hook])),
        }
    }
    let is_one_symbol = matches!(hooks[0].kind, HookKind::KernelFunction | HookKind::Variable);
    if is_one_symbol && groups.len() > 1 {
        return Err(several_types());
    }
    let mut all: Vec<_> = groups.iter().map(|(_, it)| merged(types, it)).collect();
    // Loaders do not compare what arguments point to, but a call passes all of them.
    let is_agreed = |it: &Wanted<'_>| it.is_result_agreed && !it.agreed.contains(&false);
    if is_one_symbol && !all.iter().all(is_agreed) {
        return Err(several_types());
    }
    if all.len() > 1 {
        let arities = all.iter().map(|it| it.agreed.len());
        let arities: Vec<_> = arities.map(|it| arity(it).to_string()).collect();
        let kinds: Vec<_> = all.iter().map(|it| kinds(types, &it.hook)).collect();
        let tags = [arities, kinds].into_iter();
        let tags = { tags }.find(|tags| tags.iter().collect::<BTreeSet<_>>().len() == tags.len());
        let tags = tags.ok_or("its prototypes on the kernels differ in what arguments point to")?;
        for (wanted, tag) in all.iter_mut().zip(tags) {
            wanted.tag = Some(format!("With{tag}"));
        }
    }
    Ok(all)
}

fn several_types() -> String {
    "its types on the kernels differ, and an object can have only one".to_string()
}

/// What the bindings do not have of a hook.
pub(super) fn left_out(wanted: &Wanted<'_>) -> Vec<String> {
    let Wanted { hook, agreed, .. } = wanted;
    let name = format!("{}:{}", hook.kind.keyword(), printable(hook.name));
    let arguments = agreed.iter().enumerate().filter(|(_, agreed)| !**agreed);
    let arguments = arguments.map(|(i, _)| {
        let number = i + 1;
        format!("argument {number} of {name}, which the kernels declare differently")
    });
    let result = (!wanted.is_result_agreed)
        .then(|| format!("the result of {name}, which the kernels declare differently"));
    arguments.chain(result).collect()
}

fn arity(arguments: usize) -> String {
    match arguments {
        1 => "1Argument".to_string(),
        _ => format!("{arguments}Arguments"),
    }
}

/// The kinds of the arguments, as a part of a name.
fn kinds(types: &Types<'_>, hook: &Hook<'_>) -> String {
    let parameters = hook.parameters(types).iter();
    let kind = |id: TypeId| match types.get(types.underlying(id)) {
        Type::Int(_) => "Integer",
        Type::Ptr(_) => "Pointer",
        Type::Enum(_) => "Enum",
        _ => "Struct",
    };
    parameters.map(|it| kind(it.ty)).collect()
}

/// One prototype from those that loaders do not tell apart.
fn merged<'a>(types: &Types<'a>, hooks: &[Hook<'a>]) -> Wanted<'a> {
    let hook = hooks[0];
    let on: KernelSet = hooks.iter().map(|hook| types.kernel(hook.id)).collect();
    let mut agreed = vec![true; hook.parameters(types).len()];
    let mut is_result_agreed = true;
    for other in &hooks[1..] {
        let theirs = other.parameters(types);
        let mut is_in_place = true;
        for (i, ours) in hook.parameters(types).iter().enumerate() {
            let same = theirs.get(i).map(|it| is_same(types, ours.ty, it.ty));
            agreed[i] &= is_in_place && same == Some(true);
            // Behind a struct of another size, all arguments are in other registers.
            is_in_place &=
                theirs.get(i).map(|it| registers(types, it.ty)) == Some(registers(types, ours.ty));
        }
        is_result_agreed &= match (hook.returns(types), other.returns(types)) {
            (Some(ours), Some(theirs)) => is_same(types, ours, theirs),
            (ours, theirs) => ours == theirs,
        };
        // The result is behind the last argument.
        is_result_agreed &= is_in_place && theirs.len() == agreed.len();
    }
    Wanted {
        hook,
        on: (on.len() < types.kernel_count()).then_some(on),
        tag: None,
        agreed,
        is_result_agreed,
    }
}

fn registers(types: &Types<'_>, id: TypeId) -> u32 {
    match types.get(types.underlying(id)) {
        Type::Composite(it) => it.size.0.div_ceil(8),
        _ => 1,
    }
}

fn is_same(types: &Types<'_>, a: TypeId, b: TypeId) -> bool {
    registers(types, a) == registers(types, b) && are_same_targets(types, a, b, 0)
}

/// The maximum depth of types that loaders compare.
const MAX_DEPTH: usize = 31;

/// What loaders compare of the type that a typedef names (libbpf's `bpf_core_types_are_compat`).
fn shape(types: &Types<'_>, id: TypeId, depth: usize) -> String {
    if depth > MAX_DEPTH {
        return "?".to_string();
    }
    let inner = |id: TypeId| shape(types, id, depth + 1);
    match types.get(types.underlying(id)) {
        Type::Ptr(to) => format!("p{}", inner(*to)),
        Type::Array(array) => format!("a{}", inner(array.element)),
        Type::FuncProto(prototype) => {
            let parameters = types.parameters(prototype).iter();
            let parameters: Vec<_> = parameters.map(|it| inner(it.ty)).collect();
            format!("({}){}", parameters.join(","), inner(prototype.returns))
        }
        Type::Void => "v".to_string(),
        Type::Int(_) => "i".to_string(),
        Type::Enum(_) => "e".to_string(),
        Type::Composite(it) => it.kind.keyword().to_string(),
        Type::Fwd(..) => "f".to_string(),
        Type::Float(_) => "d".to_string(),
        _ => "?".to_string(),
    }
}
