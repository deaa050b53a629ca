//! Hooks: the functions, LSM hooks and tracepoints that a program can be attached to, with their arguments.

use std::collections::BTreeMap;

use super::index::Index;
use super::kind::{HookKind, Kind};
use super::pattern::{Name, Pattern};
use crate::model::{KernelSet, Parameter, Type, TypeId, Types};

/// The prefix of the function of an LSM hook (`LSM_HOOK` of bpf_lsm.h).
const LSM: &str = "bpf_lsm_";
/// The prefix of the typedef of a tracepoint (`__BPF_DECLARE_TRACE` of bpf_probe.h).
const TRACEPOINT: &str = "btf_trace_";
/// The prefix of the function that calls the probes of a tracepoint (`__DECLARE_TRACE` of tracepoint.h). Its prototype
/// has the names of the arguments, which the prototype of the typedef lacks.
const CALLER: &str = "__traceiter_";

/// A hook.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hook<'a> {
    pub(crate) kind: HookKind,
    pub(crate) name: &'a str,
    /// The function, or the typedef of a tracepoint.
    pub(crate) id: TypeId,
    /// Its prototype, with the names of the arguments if the BTF has them.
    pub(crate) prototype: TypeId,
}

/// A hook for the bindings, on all kernels.
#[derive(Clone, Debug)]
pub(crate) struct Wanted<'a> {
    /// On the last kernel that has it.
    pub(crate) hook: Hook<'a>,
    /// The kernels that have it. `None`: all of them.
    pub(crate) on: Option<KernelSet>,
    /// Tells apart several prototypes of one tracepoint. Loaders tell them apart too.
    pub(crate) tag: Option<String>,
    /// For each argument, whether it is the same on all kernels that have the hook.
    pub(crate) agreed: Vec<bool>,
    pub(crate) is_result_agreed: bool,
}

/// All hooks of a BTF.
#[derive(Debug, Default)]
pub(crate) struct Hooks<'a> {
    /// Several functions may have one name.
    by_name: BTreeMap<(HookKind, &'a str), Vec<Hook<'a>>>,
}

impl<'a> Hooks<'a> {
    pub(crate) fn new(types: &Types<'a>, index: &Index<'a>) -> Hooks<'a> {
        let mut hooks = Hooks::default();
        let mut callers = BTreeMap::new();
        for id in types.ids() {
            let Type::Func(function) = types.get(id) else {
                continue;
            };
            let name = function.name.text();
            if let Some(tracepoint) = name.strip_prefix(CALLER) {
                let caller = (types.kernel(id), tracepoint);
                callers.entry(caller).or_insert(function.prototype);
            }
            let hook = |kind, name| Hook {
                kind,
                name,
                id,
                prototype: function.prototype,
            };
            if let Some(name) = name.strip_prefix(LSM) {
                hooks.add(hook(HookKind::Lsm, name));
            }
            hooks.add(hook(HookKind::Function, name));
        }
        for (kind, name, id) in index.beginning_with(TRACEPOINT) {
            if kind != Kind::Typedef {
                continue;
            }
            let name = &name[TRACEPOINT.len()..];
            for id in index.versions(&id).iter().copied() {
                let Some(prototype) = prototype(types, id) else {
                    continue;
                };
                let named = callers.get(&(types.kernel(id), name)).copied();
                hooks.add(Hook {
                    kind: HookKind::Tracepoint,
                    name,
                    id,
                    prototype: match named {
                        Some(named) if have_same_arguments(types, named, prototype) => named,
                        _ => prototype,
                    },
                });
            }
        }
        hooks
    }

    fn add(&mut self, hook: Hook<'a>) {
        // A function may be called as the prefix alone.
        if hook.name.is_empty() {
            return;
        }
        let key = (hook.kind, hook.name);
        self.by_name.entry(key).or_default().push(hook);
    }

    /// Every hook, by kind and name. If the kernel has functions of one name, all of them are here.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Hook<'a>> {
        self.by_name.values().flatten()
    }

    /// The hooks that a pattern matches, by name.
    pub(super) fn matching<'h>(
        &'h self,
        kind: HookKind,
        pattern: &'h Pattern,
    ) -> Vec<&'h [Hook<'a>]> {
        match &pattern.ty {
            Name::Exact(name) => {
                let found = self.by_name.get(&(kind, name.as_str()));
                found.into_iter().map(Vec::as_slice).collect()
            }
            Name::Glob(_) => {
                let all = self.by_name.iter();
                let found = all.filter(|((of, name), _)| *of == kind && pattern.ty.matches(name));
                found.map(|(_, hooks)| hooks.as_slice()).collect()
            }
        }
    }

    /// The kinds that have a hook of this name.
    pub(super) fn kinds_of(&self, name: &str) -> Vec<HookKind> {
        let kinds = HookKind::ALL.into_iter();
        kinds
            .filter(|kind| self.by_name.contains_key(&(*kind, name)))
            .collect()
    }

    pub(super) fn names(&self, kind: HookKind) -> impl Iterator<Item = &'a str> {
        let keys = self.by_name.keys();
        keys.filter(move |(of, _)| *of == kind)
            .map(|(_, name)| *name)
    }
}

impl<'a> Hook<'a> {
    /// The type that the function returns. The programs of a tracepoint do not get what its probes return.
    pub(crate) fn returns(&self, types: &Types<'a>) -> Option<TypeId> {
        match (self.kind, types.get(self.prototype)) {
            (HookKind::Function | HookKind::Lsm, Type::FuncProto(prototype)) => {
                Some(prototype.returns)
            }
            _ => None,
        }
    }

    /// The arguments that programs get. The first argument of a tracepoint (`void *__data`) is for its other probes.
    pub(crate) fn parameters<'t>(&self, types: &'t Types<'a>) -> &'t [Parameter<'a>] {
        let Type::FuncProto(prototype) = types.get(self.prototype) else {
            return &[];
        };
        let parameters = types.parameters(prototype);
        match self.kind {
            HookKind::Function | HookKind::Lsm => parameters,
            HookKind::Tracepoint => parameters.get(1..).unwrap_or_default(),
        }
    }
}

/// The prototype of a tracepoint: the typedef is a pointer to it.
fn prototype(types: &Types<'_>, id: TypeId) -> Option<TypeId> {
    let Type::Ptr(to) = types.get(types.underlying(id)) else {
        return None;
    };
    let to = types.unqualified(*to);
    matches!(types.get(to), Type::FuncProto(_)).then_some(to)
}

fn have_same_arguments(types: &Types<'_>, one: TypeId, other: TypeId) -> bool {
    let (Type::FuncProto(one), Type::FuncProto(other)) = (types.get(one), types.get(other)) else {
        return false;
    };
    let types_of = |function| types.parameters(function).iter().map(|it| it.ty);
    types_of(one).eq(types_of(other))
}
