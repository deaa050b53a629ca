//! Hooks: the functions, LSM hooks and tracepoints that a program can be attached to, with their arguments. The functions of the
//! kernel that a program can call, and its
//! per-CPU variables, are here too.

use std::collections::{BTreeMap, BTreeSet};

use super::index::Index;
use super::kind::{HookKind, Kind};
use super::pattern::{Name, Pattern};
use crate::model::{self, Func, KernelSet, Parameter, Type, TypeId, Types};

/// The prefix of the function of an LSM hook (`LSM_HOOK` of bpf_lsm.h).
pub(super) const LSM: &str = "bpf_lsm_";
/// The prefix of the typedef of a tracepoint (`__BPF_DECLARE_TRACE` of bpf_probe.h).
const TRACEPOINT: &str = "btf_trace_";
/// The prefix of the function that calls the probes of a tracepoint (`__DECLARE_TRACE` of tracepoint.h). Its prototype
/// has the names of the arguments, which the prototype of the typedef lacks.
const CALLER: &str = "__traceiter_";

/// The tag of a function that programs can call (`decl_tag_kfuncs` of pahole).
const KERNEL_FUNCTION: &str = "bpf_kfunc";

/// The section of the variables that each CPU has for itself. BTF has no others.
const PER_CPU: &str = ".data..percpu";

/// The prefix of the struct around a table of callbacks that programs can implement (`DEFINE_STRUCT_OPS_VALUE_TYPE` of the kernel),
/// and the member of it that is the table.
const STRUCT_OPS: &str = "bpf_struct_ops_";
const TABLE: &str = "data";

/// A hook, a function that programs can call, or a variable.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hook<'a> {
    pub(crate) kind: HookKind,
    pub(crate) name: &'a str,
    /// The function, the typedef of a tracepoint, the variable, or the struct with callbacks.
    pub(crate) id: TypeId,
    /// Its prototype, with the names of the arguments if the BTF has them. For a variable or a struct, its type.
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
    /// The modules that say which of their functions programs can call. `None` is the kernel.
    tagged: BTreeSet<Option<&'a str>>,
}

impl<'a> Hooks<'a> {
    pub(crate) fn new(types: &Types<'a>, index: &Index<'a>) -> Hooks<'a> {
        let mut hooks = Hooks::default();
        let mut callers = BTreeMap::new();
        for id in types.ids() {
            if let Type::DeclTag(tag) = types.get(id)
                && tag.name == KERNEL_FUNCTION
                && let Type::Func(function) = types.get(tag.of)
            {
                hooks.tagged.insert(types.module(tag.of));
                hooks.add(kernel_function(tag.of, function));
            }
            if let Type::Datasec(section) = types.get(id)
                && section.name == PER_CPU
            {
                for placed in types.variables(section) {
                    hooks.add_variable(types, placed.id);
                }
            }
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
        for (_, _, id) in index.beginning_with(STRUCT_OPS) {
            if let Some((name, id)) = table_in(types, index, id) {
                hooks.add(Hook {
                    kind: HookKind::StructOps,
                    name,
                    id,
                    prototype: id,
                });
            }
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

    fn add_variable(&mut self, types: &Types<'a>, id: TypeId) {
        if let Type::Var(variable) = types.get(id) {
            self.add(Hook {
                kind: HookKind::Variable,
                name: variable.name.text(),
                id,
                prototype: variable.ty,
            });
        }
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
    pub(super) fn matching(
        &self,
        types: &Types<'a>,
        kind: HookKind,
        pattern: &Pattern,
    ) -> Vec<Vec<Hook<'a>>> {
        match &pattern.ty {
            Name::Exact(name) => match self.by_name.get(&(kind, name.as_str())) {
                Some(found) => vec![found.clone()],
                None if kind == HookKind::KernelFunction => {
                    let found = self.untagged(types, name);
                    Some(found)
                        .filter(|it| !it.is_empty())
                        .into_iter()
                        .collect()
                }
                None => Vec::new(),
            },
            Name::Glob(_) => {
                let all = self.by_name.iter();
                let found = all.filter(|((of, name), _)| *of == kind && pattern.ty.matches(name));
                found.map(|(_, hooks)| hooks.clone()).collect()
            }
        }
    }

    /// Whether the BTF says which functions programs can call. Linux 6.12 and older do not.
    pub(super) fn has_tags(&self) -> bool {
        !self.tagged.is_empty()
    }

    /// The functions of a name, where the BTF does not say which functions programs can call.
    fn untagged(&self, types: &Types<'a>, name: &str) -> Vec<Hook<'a>> {
        let functions = self.by_name.get(&(HookKind::Function, name));
        let functions = functions.into_iter().flatten();
        let untagged = functions.filter(|it| !self.tagged.contains(&types.module(it.id)));
        untagged
            .map(|it| Hook {
                kind: HookKind::KernelFunction,
                ..*it
            })
            .collect()
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
    /// All callbacks of a table, as functions.
    pub(crate) fn callbacks(&self, types: &Types<'a>) -> Vec<Hook<'a>> {
        let Type::Composite(table) = types.get(self.id) else {
            return Vec::new();
        };
        let fields = model::fields(types, table).into_iter();
        let callbacks = fields.filter_map(|field| {
            let Type::Ptr(to) = types.get(types.underlying(field.ty)) else {
                return None;
            };
            let prototype = types.underlying(*to);
            matches!(types.get(prototype), Type::FuncProto(_)).then_some(Hook {
                kind: HookKind::Function,
                name: field.name,
                id: self.id,
                prototype,
            })
        });
        callbacks.collect()
    }

    /// The type that the function returns. The programs of a tracepoint do not get what its probes return.
    pub(crate) fn returns(&self, types: &Types<'a>) -> Option<TypeId> {
        match (self.kind, types.get(self.prototype)) {
            (HookKind::Tracepoint | HookKind::Variable, _) => None,
            (_, Type::FuncProto(prototype)) => Some(prototype.returns),
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
            HookKind::Function | HookKind::KernelFunction | HookKind::Lsm => parameters,
            HookKind::Variable | HookKind::Config | HookKind::Symbol => &[],
            HookKind::StructOps => parameters,
            HookKind::Tracepoint => parameters.get(1..).unwrap_or_default(),
        }
    }
}

/// The table of callbacks in a struct of this kind.
fn table_in<'a>(types: &Types<'a>, index: &Index<'a>, id: TypeId) -> Option<(&'a str, TypeId)> {
    let Type::Composite(around) = types.get(id) else {
        return None;
    };
    let mut members = types.members(around).iter();
    let table = members.find(|it| it.name.text() == TABLE)?;
    match types.get(types.underlying(table.ty)) {
        Type::Composite(it) if around.name.strip_prefix(STRUCT_OPS) == Some(it.name) => {
            Some((it.name, index.canonical(types.underlying(table.ty))))
        }
        _ => None,
    }
}

/// Whether a pattern matches the function or typedef of a hook.
pub(super) fn is_hook(ty: &Type<'_>, pattern: &Pattern) -> bool {
    let name = match (pattern.hook, ty) {
        (Some(HookKind::Function | HookKind::KernelFunction), Type::Func(it)) => {
            Some(it.name.text())
        }
        (Some(HookKind::Variable), Type::Var(it)) => Some(it.name.text()),
        (Some(HookKind::Lsm), Type::Func(it)) => it.name.text().strip_prefix(LSM),
        (Some(HookKind::Tracepoint), Type::Typedef(name, _)) => name.strip_prefix(TRACEPOINT),
        _ => None,
    };
    name.is_some_and(|name| pattern.ty.matches(name))
}

fn kernel_function<'a>(id: TypeId, function: &Func<'a>) -> Hook<'a> {
    Hook {
        kind: HookKind::KernelFunction,
        name: function.name.text(),
        id,
        prototype: function.prototype,
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
