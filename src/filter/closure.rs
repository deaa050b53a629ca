//! What the wanted types drag in.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{self, Composite, Field, Type, TypeId, Types};

use super::hook::{Hook, Wanted};
use super::hooks;
use super::index::Index;
use super::kind::HookKind;
use super::path::Ways;
use super::registers;
use super::selection::{Extent, Selection};

/// What patterns ask for.
pub(super) struct Asked<'a> {
    pub(super) types: BTreeMap<TypeId, Extent>,
    /// The types that a pattern names exactly.
    pub(super) by_name: BTreeSet<TypeId>,
    pub(super) hooks: Vec<Wanted<'a>>,
    pub(super) ways: Ways,
    pub(super) plain: BTreeMap<TypeId, Option<String>>,
}

pub(super) fn close<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    wanted: Asked<'a>,
    blocked: BTreeMap<TypeId, Extent>,
) -> Selection<'a> {
    let Asked {
        types: wanted,
        by_name,
        hooks,
        ways,
        plain,
    } = wanted;
    let mut blocked_fields = BTreeMap::new();
    let mut blocked_types = BTreeSet::new();
    for (id, extent) in blocked {
        match extent {
            Extent::Fields(fields) => _ = blocked_fields.insert(id, fields),
            Extent::Whole | Extent::Declared => _ = blocked_types.insert(id),
        }
    }
    let mut closure = Closure {
        types,
        index,
        selection: Selection {
            hooks: Vec::new(),
            registers: None,
            left_out_hooks: Vec::new(),
            symbols: BTreeSet::new(),
            types: BTreeMap::new(),
            plain: BTreeMap::new(),
            by_name,
            blocked: blocked_types,
            blocked_fields,
        },
        ways,
        todo: Vec::new(),
    };
    for (id, extent) in wanted {
        closure.want(id, extent);
    }
    for wanted in &hooks {
        closure.reach_hook(&wanted.hook);
    }
    if hooks.iter().any(|it| it.hook.kind == HookKind::Function) {
        closure.reach_registers();
    }
    for id in plain.keys() {
        closure.reach_plain(*id);
    }
    while let Some(id) = closure.todo.pop() {
        closure.reach_from(id);
    }
    Selection {
        hooks,
        plain,
        ..closure.selection
    }
}

struct Closure<'t, 'a> {
    types: &'t Types<'a>,
    index: &'t Index<'a>,
    selection: Selection<'a>,
    ways: Ways,
    /// Types whose extent grew.
    todo: Vec<TypeId>,
}

impl<'a> Closure<'_, 'a> {
    fn want(&mut self, id: TypeId, extent: Extent) {
        let id = self.index.canonical(id);
        let extent = if self.selection.blocked.contains(&id) {
            Extent::Declared
        } else {
            extent
        };
        match self.selection.types.get_mut(&id) {
            None => _ = self.selection.types.insert(id, extent),
            Some(known) => {
                let sum = sum(known, extent);
                if *known == sum {
                    return;
                }
                *known = sum;
            }
        }
        self.todo.push(id);
    }

    /// The types of arguments, and the typedef that says whether a kernel has the tracepoint. A struct by value is passed in
    /// registers, so its fields have no place.
    fn reach_hook(&mut self, hook: &Hook<'a>) {
        let types = self.types;
        if hook.kind == HookKind::Tracepoint {
            self.want(hook.id, Extent::Declared);
        }
        if hook.kind == HookKind::Variable {
            self.reach_pointee(hook.prototype);
            self.reach_object(hook.prototype);
            return;
        }
        if hook.kind == HookKind::StructOps {
            for callback in hooks::callbacks(types, hook) {
                self.reach_hook(&callback);
                self.reach_objects(&callback);
            }
            return;
        }
        if hook.kind == HookKind::KernelFunction {
            self.reach_objects(hook);
        }
        let arguments = hook.parameters(types).iter().map(|it| it.ty);
        for id in arguments.chain(hook.returns(types)) {
            if !matches!(types.get(types.underlying(id)), Type::Composite(_)) {
                self.reach_value(id);
            }
        }
    }

    /// The objects that arguments and the result point to. Programs pass them on, so they need their places, even without fields.
    fn reach_objects(&mut self, hook: &Hook<'a>) {
        let types = self.types;
        let arguments = hook.parameters(types).iter().map(|it| it.ty);
        for id in arguments.chain(hook.returns(types)) {
            if let Type::Ptr(to) = types.get(types.underlying(id)) {
                self.reach_object(*to);
            }
        }
    }

    /// The typedefs and enums that the fields of a type by value have, and the types that they point to.
    fn reach_plain(&mut self, id: TypeId) {
        let types = self.types;
        if let Type::Composite(composite) = types.get(types.underlying(id)) {
            for field in model::fields(types, composite) {
                self.reach_plain_value(field.ty);
            }
        }
    }

    fn reach_plain_value(&mut self, id: TypeId) {
        let types = self.types;
        let id = types.elements(id).0;
        match types.get(id) {
            Type::Ptr(to) => self.reach_pointee(*to),
            Type::Composite(composite) if composite.name.is_empty() => self.reach_plain(id),
            Type::Enum(_) => self.want(id, Extent::Whole),
            Type::Typedef(_, target) => match types.get(types.underlying(id)) {
                Type::Int(_) | Type::Enum(_) => self.want(id, Extent::Whole),
                // A typedef of an anonymous type must be plain itself.
                Type::Composite(_) => {}
                _ => self.reach_plain_value(*target),
            },
            _ => {}
        }
    }

    fn reach_object(&mut self, id: TypeId) {
        let types = self.types;
        let mut id = types.unqualified(id);
        while let Type::Typedef(_, target) = types.get(id) {
            match types.get(types.unqualified(*target)) {
                Type::Composite(it) if it.name.is_empty() => break,
                _ => id = types.unqualified(*target),
            }
        }
        let is_named = match types.get(id) {
            Type::Composite(composite) => !composite.name.is_empty(),
            ty => matches!(ty, Type::Typedef(..)),
        };
        if is_named {
            self.want(id, Extent::Fields(BTreeSet::new()));
        }
    }

    /// The fields that have the arguments of a function where a kprobe starts.
    fn reach_registers(&mut self) {
        let registers = registers::registers(self.types, self.index);
        let registers = registers.filter(|it| !self.selection.blocked.contains(&it.id));
        if let Some(registers) = &registers {
            self.want(registers.id, Extent::Fields(registers.fields()));
        }
        self.selection.registers = registers;
    }

    fn reach_from(&mut self, id: TypeId) {
        let types = self.types;
        match types.get(id) {
            Type::Composite(composite) => self.reach_fields(id, composite),
            Type::Typedef(_, target) => match types.get(types.unqualified(*target)) {
                Type::Composite(composite) if composite.name.is_empty() => {
                    self.reach_fields(id, composite);
                }
                _ if self.is_whole(id) => self.reach_value(*target),
                _ => self.reach_pointee(*target),
            },
            _ => {}
        }
    }

    fn is_whole(&self, id: TypeId) -> bool {
        self.selection.types.get(&id) == Some(&Extent::Whole)
    }

    fn reach_fields(&mut self, id: TypeId, composite: &Composite<'a>) {
        for field in self.selection.fields(self.types, self.index, id, composite) {
            match self.is_way(id, &field) {
                true => self.reach_pointee(field.ty),
                false => self.reach_field(&field),
            }
        }
    }

    /// Whether the field is only on the way of a path. What it contains is then declared, and a pattern asks for fields of it. An
    /// anonymous type can't be declared.
    fn is_way(&self, id: TypeId, field: &Field<'_>) -> bool {
        let element = self.types.get(self.types.elements(field.ty).0);
        let is_anonymous = matches!(element, Type::Composite(it) if it.name.is_empty());
        let ways = self.ways.get(&id);
        !is_anonymous && !self.is_whole(id) && ways.is_some_and(|names| names.contains(field.name))
    }

    /// The types of a field on all kernels. It has the last one; the others may be anonymous, and then contain other types.
    fn reach_field(&mut self, field: &Field<'a>) {
        for id in [field.ty].into_iter().chain(field.also.iter().copied()) {
            self.reach_value(id);
        }
    }

    fn reach_value(&mut self, id: TypeId) {
        let types = self.types;
        let (id, _) = types.elements(id);
        match types.get(id) {
            Type::Ptr(to) => self.reach_pointee(*to),
            Type::Composite(composite) if composite.name.is_empty() => {
                for field in model::fields(types, composite) {
                    self.reach_value(field.ty);
                }
            }
            // Of an enum without a name the constants alone.
            Type::Composite(_) | Type::Enum(_) | Type::Typedef(..) => self.want(id, Extent::Whole),
            Type::Fwd(..) => self.want(id, Extent::Declared),
            _ => {}
        }
    }

    fn reach_pointee(&mut self, id: TypeId) {
        let types = self.types;
        let mut id = types.elements(id).0;
        while let Type::Ptr(to) = types.get(id) {
            id = types.elements(*to).0;
            if matches!(types.get(id), Type::Typedef(..)) {
                break;
            }
        }
        match types.get(id) {
            Type::Composite(composite) if composite.name.is_empty() => {}
            Type::Enum(enumeration) if enumeration.name.is_empty() => {}
            Type::Composite(_) | Type::Enum(_) | Type::Typedef(..) | Type::Fwd(..) => {
                self.want(id, Extent::Declared);
            }
            _ => {}
        }
    }
}

fn sum(known: &Extent, more: Extent) -> Extent {
    match (known, more) {
        (Extent::Whole, _) | (_, Extent::Whole) => Extent::Whole,
        (Extent::Fields(some), Extent::Fields(more)) => {
            Extent::Fields(some.union(&more).cloned().collect())
        }
        (Extent::Fields(some), Extent::Declared) => Extent::Fields(some.clone()),
        (Extent::Declared, more) => more,
    }
}
