//! What a program needs from the kernel by name, apart from fields: the targets that its programs are attached to, kernel functions,
//! and variables.
//!
//! The rules are those of libbpf (`libbpf_find_attach_btf_id`, `bpf_object__resolve_ksyms_btf_id`). For programs, the name is in the
//! name of the section. A kprobe is not judged: BTF does not have every function that one can be attached to. If the BTF has nothing of
//! a kind at all, this kind is not judged either.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::doubt::Doubts;
use super::guard::Reach;
use super::local::Local;
use super::state::Place;
use crate::model::{self, Func, Type, TypeId, Types, essential};
use crate::resolve::{Refusal, Resolver};

/// What a program needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Symbol<'a> {
    pub(super) kind: SymbolKind,
    pub(super) name: String,
    /// The section and the function of the program, for an attach target.
    pub(super) program: Option<(&'a str, &'a str)>,
    /// The first instruction of the program.
    place: Option<Place>,
    /// Whether the program also gets the result of the function.
    gets_result: bool,
    /// Whether the object loads without it: a weak symbol, or a program that libbpf loads only if it is asked to.
    pub(super) is_optional: bool,
    /// The declaration in the object: the function, or the type of the variable.
    local: Option<TypeId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum SymbolKind {
    /// For fentry, fexit and fmod_ret.
    Function,
    Iterator,
    KernelFunction,
    Lsm,
    /// For raw_tp, which libbpf looks up when it attaches the program.
    RawTracepoint,
    StructOps,
    Tracepoint,
    Variable,
}

/// What a kernel does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Met,
    /// The kernel's BTF has nothing of this kind.
    Unknown,
    Missing,
    /// libbpf refuses the declaration in the object: it, and the kernel's.
    Other(String, String),
    /// libbpf accepts the declaration in the object, though the kernel's differs.
    Differs(String, String),
    Refused(Refusal),
    /// The program reads this argument, counted from 1, and the attach target has this many. Whether the verifier reaches the read.
    Argument(usize, usize, Reach),
}

impl Symbol<'_> {
    /// Whether the verifier knows the arguments of the program, when it loads the program.
    pub(super) fn has_arguments(&self) -> bool {
        let kinds = [
            SymbolKind::Function,
            SymbolKind::Lsm,
            SymbolKind::Tracepoint,
        ];
        self.program.is_some() && kinds.contains(&self.kind)
    }
}

impl SymbolKind {
    /// The word before the name: that of patterns, if there is one.
    pub(super) fn keyword(self) -> &'static str {
        match self {
            SymbolKind::Function => "fn",
            SymbolKind::Iterator => "iter",
            SymbolKind::KernelFunction => "kfunc",
            SymbolKind::Lsm => "lsm",
            SymbolKind::RawTracepoint | SymbolKind::Tracepoint => "tp",
            SymbolKind::StructOps => "struct_ops",
            SymbolKind::Variable => "var",
        }
    }

    /// The prefix of the name in BTF.
    fn prefix(self) -> &'static str {
        match self {
            SymbolKind::Function | SymbolKind::KernelFunction | SymbolKind::Variable => "",
            SymbolKind::Iterator => "bpf_iter_",
            SymbolKind::Lsm => "bpf_lsm_",
            SymbolKind::RawTracepoint | SymbolKind::Tracepoint => "btf_trace_",
            SymbolKind::StructOps => "bpf_struct_ops_",
        }
    }
}

/// The sections of programs (`section_defs` of libbpf), without those whose target BTF does not have.
const SECTIONS: [(&str, SymbolKind); 17] = [
    ("fentry/", SymbolKind::Function),
    ("fentry.s/", SymbolKind::Function),
    ("fexit/", SymbolKind::Function),
    ("fexit.s/", SymbolKind::Function),
    ("fmod_ret/", SymbolKind::Function),
    ("fmod_ret.s/", SymbolKind::Function),
    ("iter/", SymbolKind::Iterator),
    ("iter.s/", SymbolKind::Iterator),
    ("lsm/", SymbolKind::Lsm),
    ("lsm.s/", SymbolKind::Lsm),
    ("lsm_cgroup/", SymbolKind::Lsm),
    ("raw_tp/", SymbolKind::RawTracepoint),
    ("raw_tp.w/", SymbolKind::RawTracepoint),
    ("raw_tracepoint/", SymbolKind::RawTracepoint),
    ("raw_tracepoint.w/", SymbolKind::RawTracepoint),
    ("tp_btf/", SymbolKind::Tracepoint),
    ("tp_btf.s/", SymbolKind::Tracepoint),
];

/// The section of the kernel's symbols in the BTF of an object.
const KSYMS: &str = ".ksyms";

/// What the programs of an object need.
pub(super) fn symbols<'a>(local: &'a Local<'a>) -> Vec<Symbol<'a>> {
    let mut symbols = Vec::new();
    for (index, code) in local.object.code.iter().enumerate() {
        let section = code.section.strip_prefix('?').unwrap_or(&code.section);
        let found = SECTIONS.iter().find_map(|(prefix, kind)| {
            let name = section.strip_prefix(prefix)?;
            // `module:function`
            let name = name.rsplit_once(':').map_or(name, |(_, name)| name);
            (!name.is_empty()).then_some((*kind, name))
        });
        let Some((kind, name)) = found else { continue };
        let without_result = ["fentry", "tp_btf"];
        let gets_result = !without_result.iter().any(|it| section.starts_with(it));
        symbols.extend(code.functions.iter().map(|(insn, function)| Symbol {
            kind,
            place: Some((index, *insn)),
            gets_result,
            name: name.to_string(),
            program: Some((&code.section, &function.name)),
            is_optional: code.section.starts_with('?'),
            local: None,
        }));
    }
    let types = &local.types;
    for id in types.ids() {
        let Type::Datasec(section) = types.get(id) else {
            continue;
        };
        let name = section.name.strip_prefix('?').unwrap_or(section.name);
        let is_tables = name == ".struct_ops" || name == ".struct_ops.link";
        for placed in types.variables(section) {
            match types.get(placed.id) {
                Type::Func(function) if section.name == KSYMS => {
                    let name = function.name.text();
                    symbols.push(external(local, SymbolKind::KernelFunction, name, placed.id));
                }
                Type::Var(variable) if section.name == KSYMS => {
                    let ty = types.underlying(variable.ty);
                    // The address of any symbol: BTF does not have those.
                    if !matches!(types.get(ty), Type::Void) {
                        let name = variable.name.text();
                        symbols.push(external(local, SymbolKind::Variable, name, ty));
                    }
                }
                Type::Var(variable) if is_tables => {
                    if let Type::Composite(table) = types.get(types.underlying(variable.ty)) {
                        symbols.push(Symbol {
                            kind: SymbolKind::StructOps,
                            name: essential(table.name).to_string(),
                            program: None,
                            place: None,
                            gets_result: false,
                            is_optional: section.name.starts_with('?'),
                            local: None,
                        });
                    }
                }
                _ => {}
            }
        }
    }
    symbols
}

fn external<'a>(local: &'a Local<'a>, kind: SymbolKind, name: &str, id: TypeId) -> Symbol<'a> {
    Symbol {
        kind,
        // libbpf cuts the flavor of a function only.
        name: match kind {
            SymbolKind::KernelFunction => essential(name).to_string(),
            _ => name.to_string(),
        },
        program: None,
        place: None,
        gets_result: false,
        is_optional: local.object.externs.get(name) == Some(&true),
        local: Some(id),
    }
}

/// The names of a kernel that the symbols need.
struct Names {
    /// The kind in BTF, and the name → the first type of this kind and name.
    found: HashMap<(Sort, String), TypeId>,
    /// The prefixes that the kernel has some name with.
    known: BTreeSet<(Sort, &'static str)>,
}

/// A kind of BTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sort {
    Function,
    Struct,
    Typedef,
    Variable,
}

impl SymbolKind {
    fn sort(self) -> Sort {
        match self {
            SymbolKind::RawTracepoint | SymbolKind::Tracepoint => Sort::Typedef,
            SymbolKind::StructOps => Sort::Struct,
            SymbolKind::Variable => Sort::Variable,
            _ => Sort::Function,
        }
    }
}

impl Names {
    fn new(symbols: &[Symbol<'_>], target: &Types<'_>) -> Names {
        let mut wanted: BTreeMap<Sort, BTreeSet<String>> = BTreeMap::new();
        let mut prefixes: BTreeSet<(Sort, &'static str)> = BTreeSet::new();
        for symbol in symbols {
            let (sort, prefix) = (symbol.kind.sort(), symbol.kind.prefix());
            let name = format!("{prefix}{}", symbol.name);
            wanted.entry(sort).or_default().insert(name);
            prefixes.insert((sort, prefix));
        }
        let mut names = Names {
            found: HashMap::new(),
            known: BTreeSet::new(),
        };
        for id in target.ids() {
            let (sort, name) = match target.get(id) {
                Type::Func(function) => (Sort::Function, function.name.text()),
                Type::Var(variable) => (Sort::Variable, variable.name.text()),
                Type::Typedef(name, _) => (Sort::Typedef, *name),
                Type::Composite(it) => (Sort::Struct, it.name),
                _ => continue,
            };
            let Some(wanted) = wanted.get(&sort) else {
                continue;
            };
            let of_prefix = prefixes.iter().filter(|(of, _)| *of == sort);
            (names.known).extend(of_prefix.filter(|(_, prefix)| name.starts_with(prefix)));
            if wanted.contains(name) {
                let key = (sort, name.to_string());
                names.found.entry(key).or_insert(id);
            }
        }
        names
    }
}

/// What the needs are compared with.
pub(super) struct Needs<'s, 'l, 't> {
    pub(super) local: &'s Types<'l>,
    pub(super) target: &'s Types<'t>,
    pub(super) doubts: &'s Doubts<'s, 'l, 't>,
    /// See [`Walked::contexts`](super::guard::Walked::contexts).
    pub(super) contexts: &'s BTreeMap<(Place, i64), Reach>,
}

impl Needs<'_, '_, '_> {
    /// What a kernel does with each symbol.
    pub(super) fn of(
        &self,
        symbols: &[Symbol<'_>],
        resolver: &mut Resolver<'_, '_, '_>,
    ) -> Vec<Need> {
        if symbols.is_empty() {
            return Vec::new();
        }
        let names = Names::new(symbols, self.target);
        let need = |symbol: &Symbol<'_>| {
            let (sort, prefix) = (symbol.kind.sort(), symbol.kind.prefix());
            let key = (sort, format!("{prefix}{}", symbol.name));
            match names.found.get(&key) {
                None if names.known.contains(&(sort, prefix)) => Need::Missing,
                None => Need::Unknown,
                Some(id) => match symbol.local {
                    Some(ours) => self.declared(ours, *id, resolver),
                    None => self.arguments(symbol, *id).unwrap_or(Need::Met),
                },
            }
        };
        symbols.iter().map(need).collect()
    }

    /// Whether the declarations of a kernel function or variable are compatible.
    fn declared(&self, ours: TypeId, theirs: TypeId, resolver: &mut Resolver<'_, '_, '_>) -> Need {
        let (local, target) = (self.local, self.target);
        let pair = match (local.get(ours), target.get(theirs)) {
            (Type::Func(a), Type::Func(b)) => (a.prototype, b.prototype),
            (_, Type::Var(variable)) => (ours, target.underlying(variable.ty)),
            _ => return Need::Missing,
        };
        let declarations = || (declaration(local, ours), declaration(target, theirs));
        match resolver.are_compatible(pair.0, pair.1) {
            Ok(true) if self.doubts.declarations_differ(pair.0, pair.1) => {
                let (ours, theirs) = declarations();
                Need::Differs(ours, theirs)
            }
            Ok(true) => Need::Met,
            Ok(false) => {
                let (ours, theirs) = declarations();
                Need::Other(ours, theirs)
            }
            Err(refusal) => Need::Refused(refusal),
        }
    }

    /// Whether the program reads an argument that the attach target does not have (`btf_ctx_access` of the kernel).
    fn arguments(&self, symbol: &Symbol<'_>, target: TypeId) -> Option<Need> {
        let place = symbol.place.filter(|_| symbol.has_arguments())?;
        let prototype = match self.target.get(target) {
            Type::Func(function) => function.prototype,
            Type::Typedef(_, to) => match self.target.get(self.target.underlying(*to)) {
                Type::Ptr(to) => self.target.underlying(*to),
                _ => return None,
            },
            _ => return None,
        };
        let Type::FuncProto(prototype) = self.target.get(prototype) else {
            return None;
        };
        let parameters = self.target.parameters(prototype);
        let is_one_slot = |it: &model::Parameter<'_>| {
            let ty = self.target.get(self.target.underlying(it.ty));
            matches!(ty, Type::Int(_) | Type::Ptr(_) | Type::Enum(_))
        };
        if !parameters.iter().all(is_one_slot) {
            return None;
        }
        let count = match symbol.kind {
            // The first parameter is for the other probes of the tracepoint.
            SymbolKind::Tracepoint => parameters.len().saturating_sub(1),
            _ => parameters.len(),
        };
        // After the arguments, some programs get the result.
        let slots = count + usize::from(symbol.gets_result);
        let reads = self.contexts.range((place, i64::MIN)..=(place, i64::MAX));
        let beyond = reads.filter_map(|((_, offset), reach)| {
            let slot = usize::try_from(*offset / 8).ok()?;
            (slot >= slots).then_some((slot + 1, *reach))
        });
        let (slot, reach) = beyond.max_by_key(|(_, reach)| *reach == Reach::Always)?;
        Some(Need::Argument(slot, count, reach))
    }
}

/// As C declares it, without a name.
fn declaration(types: &Types<'_>, id: TypeId) -> String {
    match types.get(id) {
        Type::Func(Func { prototype, .. }) => model::describe(types, *prototype),
        Type::Var(variable) => model::describe(types, variable.ty),
        _ => model::describe(types, id),
    }
}
