//! Differences that neither a loader nor the verifier detects: the field exists, but has another meaning.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::local::Item;
use super::subject::type_words;
use crate::btf_format::CoreReloKind;
use crate::link::{DECOY_SIZE, DECOY_VALUES};
use crate::model::{Composite, CompositeKind, Enum, Int, Member, Type, TypeId, Types, essential};
use crate::resolve::{Found, Outcome, Spec, Step, size};

/// How a field of the kernel differs from the declaration in the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// The pointer points to another type: the declared one, and the kernel's.
    Pointee(String, String),
    /// The integer has another sign. `true`: the kernel's is signed.
    Sign(bool),
    /// The size of the field in the program and on the kernel. Nothing in the program adapts to the difference.
    Size(u32, u32),
    /// The loader widened a load or store: the number of bytes before and after.
    Widened(u32, u32),
    /// A struct became a union, or a union became a struct: the path to it, and the kernel's keyword.
    Aggregate(String, &'static str),
    /// The array has fewer elements: the declared number, and the kernel's.
    Shorter(u32, u32),
    /// The plain field is a bitfield of this width.
    Bitfield(u32),
}

/// An enumerator with another value on the kernel. The program may contain the value as a constant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Changed {
    pub(super) path: String,
    pub(super) local: i128,
    pub(super) target: i128,
}

/// Compares the declarations of an object with those of a kernel.
pub(super) struct Doubts<'s, 'l, 't> {
    local: &'s Types<'l>,
    target: &'s Types<'t>,
    /// The relocations of the program, as pairs of a kind and a field.
    asked: HashSet<(CoreReloKind, &'s str)>,
}

/// The maximum number of nested pointers that are followed.
const MAX_POINTERS: usize = 8;

impl<'s, 'l, 't> Doubts<'s, 'l, 't> {
    pub(super) fn new(
        local: &'s Types<'l>,
        target: &'s Types<'t>,
        items: &'s [Item<'_>],
    ) -> Doubts<'s, 'l, 't> {
        let asked = items
            .iter()
            .filter_map(|item| Some((item.subject.kind?, item.subject.path.as_str())));
        Doubts {
            local,
            target,
            asked: asked.collect(),
        }
    }

    /// The differences at a relocation that the loader resolved.
    pub(super) fn of(&self, item: &Item<'_>, outcome: &Outcome<'_>) -> Vec<Doubt> {
        let (Some(spec), Outcome::Found(found)) = (&item.subject.spec, outcome) else {
            return Vec::new();
        };
        let (Some(CoreReloKind::FieldByteOffset), Some(theirs)) =
            (item.subject.kind, found.spec.as_deref())
        else {
            return Vec::new();
        };
        let mut doubts = Vec::new();
        if !self.is_decoy(spec) {
            self.declarations(item, spec, theirs, &mut doubts);
        }
        self.widths(item, found, &mut doubts);
        doubts
    }

    /// Whether `btfgen link` wrote the local type. Such a type does not contain the declaration of the bindings.
    fn is_decoy(&self, spec: &Spec<'_>) -> bool {
        match self.local.get(self.local.underlying(spec.root)) {
            Type::Composite(composite) => u64::from(composite.size.0) == DECOY_SIZE,
            _ => false,
        }
    }

    /// Whether the program has a relocation of this kind for the same field.
    fn asks(&self, kind: CoreReloKind, item: &Item<'_>) -> bool {
        self.asked.contains(&(kind, item.subject.path.as_str()))
    }

    fn declarations(
        &self,
        item: &Item<'_>,
        ours: &Spec<'_>,
        theirs: &Spec<'_>,
        doubts: &mut Vec<Doubt>,
    ) {
        let mut path = item.subject.root.clone();
        for (ours, theirs) in ours.steps.iter().zip(&theirs.steps) {
            if let Some(name) = ours.name {
                path.extend([".", name]);
            }
            let pair = (
                composite(self.local, step_type(self.local, ours)),
                composite(self.target, step_type(self.target, theirs)),
            );
            if let (Some(ours), Some(theirs)) = pair
                && ours.kind != theirs.kind
            {
                doubts.push(Doubt::Aggregate(path.clone(), theirs.kind.keyword()));
            }
        }
        let (Some(last), Some(last_of_kernel)) = (ours.steps.last(), theirs.steps.last()) else {
            return;
        };
        let ty = self.local.underlying(step_type(self.local, last));
        let of_kernel = self
            .target
            .underlying(step_type(self.target, last_of_kernel));
        let is_bitfield = |types, step| width(types, step).is_some();
        match (self.local.get(ty), self.target.get(of_kernel)) {
            (Type::Ptr(ours), Type::Ptr(theirs)) => {
                doubts.extend(self.pointee(*ours, *theirs));
            }
            (Type::Int(ours), Type::Int(theirs))
                if ours.signed != theirs.signed
                    && !is_text_or_bool(ours)
                    && !is_text_or_bool(theirs)
                    && !self.asks(CoreReloKind::FieldSigned, item) =>
            {
                doubts.push(Doubt::Sign(theirs.signed));
            }
            (Type::Array(ours), Type::Array(theirs)) => {
                // A flexible array may have any number of elements.
                let is_shorter = theirs.length != 0 && theirs.length < ours.length;
                if is_shorter && !self.asks(CoreReloKind::FieldByteSize, item) {
                    doubts.push(Doubt::Shorter(ours.length, theirs.length));
                }
            }
            _ => {}
        }
        if let Some(bits) = width(self.target, last_of_kernel)
            && !is_bitfield(self.local, last)
            && !self.asks(CoreReloKind::FieldLShift, item)
        {
            doubts.push(Doubt::Bitfield(bits));
        }
        let are_scalars = is_scalar(self.local, ty) && is_scalar(self.target, of_kernel);
        let is_plain = !is_bitfield(self.target, last_of_kernel) && !is_bitfield(self.local, last);
        if let (true, true, Ok(ours), Ok(theirs)) = (
            are_scalars && !item.relocation.insn.is_memory(),
            is_plain && !self.asks(CoreReloKind::FieldByteSize, item),
            size(self.local, ty),
            size(self.target, of_kernel),
        ) && ours != theirs
        {
            doubts.push(Doubt::Size(ours, theirs));
        }
    }

    fn widths(&self, item: &Item<'_>, found: &Found<'_>, doubts: &mut Vec<Doubt>) {
        let insn = &item.relocation.insn;
        if let Some(width) = found.width.filter(|width| *width > insn.width()) {
            doubts.push(Doubt::Widened(insn.width(), width));
        }
    }

    /// How the targets of two pointers differ. If the program declares `void` or an anonymous type, they count as equal.
    fn pointee(&self, mut ours: TypeId, mut theirs: TypeId) -> Option<Doubt> {
        for _ in 0..MAX_POINTERS {
            (ours, theirs) = (self.local.underlying(ours), self.target.underlying(theirs));
            let (a, b) = (self.local.get(ours), self.target.get(theirs));
            let differ = match (a, b) {
                (Type::Ptr(a), Type::Ptr(b)) => {
                    (ours, theirs) = (*a, *b);
                    continue;
                }
                (Type::Int(a), Type::Int(b)) => a.size != b.size,
                (Type::Enum(a), Type::Enum(b)) => a.size != b.size,
                // An enum that is only declared, and what this program does not know.
                (Type::Void | Type::Unknown(_), _) | (_, Type::Void | Type::Unknown(_)) => false,
                (Type::Int(a), Type::Enum(b)) => a.size != b.size,
                (Type::Enum(a), Type::Int(b)) => a.size != b.size,
                (Type::FuncProto(_), Type::FuncProto(_)) | (Type::Float(_), Type::Float(_)) => {
                    false
                }
                (Type::Array(_), _) | (_, Type::Array(_)) => false,
                _ => match (aggregate(a), aggregate(b)) {
                    (Some((_, "")), _) | (_, Some((_, ""))) => false,
                    (Some((kind, name)), Some((other, others))) => {
                        kind != other || essential(name) != essential(others)
                    }
                    // A pointer to an integer of one byte may point to bytes of any kind.
                    _ => !is_byte(a) && !is_byte(b),
                },
            };
            return differ.then(|| {
                Doubt::Pointee(
                    type_words(self.local, ours),
                    type_words(self.target, theirs),
                )
            });
        }
        None
    }

    /// Whether two declarations differ that libbpf takes for the same: prototypes, or the types of variables. An integer of another
    /// size or sign differs, and a pointer to another type.
    pub(super) fn declarations_differ(&self, ours: TypeId, theirs: TypeId) -> bool {
        let (ours, theirs) = (self.local.underlying(ours), self.target.underlying(theirs));
        let (a, b) = (self.local.get(ours), self.target.get(theirs));
        match (a, b) {
            (Type::FuncProto(a), Type::FuncProto(b)) => {
                let parameters = self.local.parameters(a).iter();
                let parameters = parameters.zip(self.target.parameters(b));
                let mut pairs = parameters
                    .map(|(a, b)| (a.ty, b.ty))
                    .chain([(a.returns, b.returns)]);
                // The arguments of a prototype are no prototypes.
                pairs.any(|(a, b)| self.scalars_differ(a, b))
            }
            _ => self.scalars_differ(ours, theirs),
        }
    }

    fn scalars_differ(&self, ours: TypeId, theirs: TypeId) -> bool {
        let (ours, theirs) = (self.local.underlying(ours), self.target.underlying(theirs));
        match (self.local.get(ours), self.target.get(theirs)) {
            (Type::Int(a), Type::Int(b)) => {
                let is_sign_known = !is_text_or_bool(a) && !is_text_or_bool(b);
                a.size != b.size || (is_sign_known && a.signed != b.signed)
            }
            (Type::Enum(a), Type::Enum(b)) => a.size != b.size,
            (Type::Ptr(a), Type::Ptr(b)) => self.pointee(*a, *b).is_some(),
            (Type::Composite(a), Type::Composite(b)) => essential(a.name) != essential(b.name),
            _ => false,
        }
    }

    /// Enumerators of the object that have another value on the kernel, and that no relocation asks for.
    pub(super) fn changed(&self) -> Vec<Changed> {
        let mut by_name: HashMap<&str, Vec<&Enum<'_>>> = HashMap::new();
        for id in self.local.ids() {
            if let Type::Enum(it) = self.local.get(id)
                && !it.name.is_empty()
            {
                by_name.entry(essential(it.name)).or_default().push(it);
            }
        }
        let mut changed = HashSet::new();
        for id in self.target.ids() {
            if let Type::Enum(theirs) = self.target.get(id)
                && let Some(locals) = by_name.get(essential(theirs.name))
            {
                let values = (self.target.enumerators(theirs).iter())
                    .map(|it| (essential(it.name.text()), it.value))
                    .collect();
                for ours in locals {
                    changed.extend(self.changed_in(ours, theirs, &values));
                }
            }
        }
        let mut changed: Vec<_> = changed.into_iter().collect();
        changed.sort();
        changed
    }

    fn changed_in<'e>(
        &'e self,
        ours: &'e Enum<'_>,
        theirs: &'e Enum<'_>,
        values: &'e HashMap<&str, i128>,
    ) -> impl Iterator<Item = Changed> + use<'e, 's, 'l, 't> {
        // Old tools write negative values as unsigned.
        let bits = 8 * ours.size.0.min(theirs.size.0).max(1);
        let cut = move |value: i128| value & ((1 << bits) - 1);
        self.local.enumerators(ours).iter().filter_map(move |it| {
            let name = essential(it.name.text());
            let path = format!("enum {}.{name}", essential(ours.name));
            let target = *values.get(name)?;
            let is_decoy = DECOY_VALUES
                .iter()
                .any(|decoy| i128::from(*decoy) == it.value);
            let is_asked = self
                .asked
                .contains(&(CoreReloKind::EnumvalValue, path.as_str()));
            let is_changed = cut(target) != cut(it.value) && !is_decoy && !is_asked;
            is_changed.then_some(Changed {
                path,
                local: it.value,
                target,
            })
        })
    }
}

/// The member that a step leads to.
fn member<'s, 'a>(types: &'s Types<'a>, step: &Step<'_>) -> Option<&'s Member<'a>> {
    match types.get(step.ty) {
        Type::Composite(composite) if step.name.is_some() => {
            types.members(composite).get(step.index as usize)
        }
        _ => None,
    }
}

/// The type of the member or element that a step leads to.
fn step_type(types: &Types<'_>, step: &Step<'_>) -> TypeId {
    member(types, step).map_or(step.ty, |member| member.ty)
}

/// The width of a bitfield.
fn width(types: &Types<'_>, step: &Step<'_>) -> Option<u32> {
    member(types, step)?.width.map(|width| width.0)
}

fn composite<'s, 'a>(types: &'s Types<'a>, id: TypeId) -> Option<&'s Composite<'a>> {
    match types.get(types.underlying(id)) {
        Type::Composite(composite) => Some(composite),
        _ => None,
    }
}

/// The kind and name of a struct or union, also of one that is only declared.
fn aggregate<'a>(ty: &Type<'a>) -> Option<(CompositeKind, &'a str)> {
    match ty {
        Type::Composite(it) => Some((it.kind, it.name)),
        Type::Fwd(kind, name) => Some((*kind, name)),
        _ => None,
    }
}

/// The sign of `char` depends on the architecture. For text and `bool`, it has no meaning.
fn is_text_or_bool(int: &Int<'_>) -> bool {
    int.char || int.bool
}

fn is_byte(ty: &Type<'_>) -> bool {
    matches!(ty, Type::Int(int) if int.size.0 == 1)
}

fn is_scalar(types: &Types<'_>, id: TypeId) -> bool {
    let ty = types.get(id);
    matches!(
        ty,
        Type::Int(_) | Type::Enum(_) | Type::Float(_) | Type::Ptr(_)
    )
}

/// The size of the field that a step leads to. `None` for a bitfield.
pub(super) fn bytes(types: &Types<'_>, step: &Step<'_>) -> Option<u32> {
    match width(types, step) {
        Some(_) => None,
        None => size(types, types.by_value(step_type(types, step))).ok(),
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Doubt::Pointee(ours, theirs) => {
                write!(f, "it points to {theirs}; the program has {ours}")
            }
            Doubt::Sign(true) => write!(f, "it is signed; the program has an unsigned integer"),
            Doubt::Sign(false) => write!(f, "it is unsigned; the program has a signed integer"),
            Doubt::Size(ours, theirs) => {
                write!(
                    f,
                    "it has {theirs} bytes; the program has {ours} and does not ask for the size"
                )
            }
            Doubt::Widened(ours, theirs) => {
                write!(
                    f,
                    "it has {theirs} bytes; the program expects {ours} in the register"
                )
            }
            Doubt::Aggregate(path, keyword) => {
                let other = if *keyword == "union" {
                    "struct"
                } else {
                    "union"
                };
                write!(f, "{path} is a {keyword}; the program has a {other}")
            }
            Doubt::Shorter(ours, theirs) => {
                write!(
                    f,
                    "it has {theirs} elements; the program has {ours} and does not ask for the size"
                )
            }
            Doubt::Bitfield(bits) => {
                write!(
                    f,
                    "it is a bitfield of {bits} bits; the program does not ask for its shifts"
                )
            }
        }
    }
}
