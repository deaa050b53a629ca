//! What aya does with a relocation. The rules are those of `btf/relocation.rs` of aya-obj 0.6, in the order of its functions.
//!
//! aya does not compare the number in the instruction with the local type. It does not make a load or store invalid that has
//! another size, but refuses the object.

use super::candidates::Index;
use super::loader::Loader;
use super::member::{self, member_type};
use super::number::{Unit, is_signed};
use super::outcome::{Found, Miss, Outcome};
use super::pair::Pair;
use super::refusal::Refusal;
use super::relocation::Relocation;
use super::size::size;
use super::spec::{Spec, is_about_enumerator, is_about_type, parse_for};
use super::work::Work;
use crate::btf_format::CoreReloKind;
use crate::insn::Class;
use crate::model::{Member, Type, TypeId, Types};

/// `ComputedRelocationValue`
#[derive(Clone, Copy, Debug)]
struct Value {
    value: u64,
    /// The size of the field. It is 0 if the relocation is not an offset, or if the field is a bitfield.
    bytes: u32,
    /// The type that a load or store of another size is judged by. aya panics if it needs the type and there is none.
    ty: Option<TypeId>,
}

impl Value {
    fn new(value: u64) -> Value {
        Value {
            value,
            bytes: 0,
            ty: None,
        }
    }
}

/// The type that fits, and the numbers of the object and of the kernel. The second is `None` if aya can't compute it.
struct Match<'t> {
    candidate: TypeId,
    spec: Spec<'t>,
    local: Value,
    target: Option<Value>,
}

/// What a relocation is resolved with.
pub(super) struct Sides<'s, 'l, 't> {
    pub(super) local: &'s Types<'l>,
    pub(super) target: &'s Types<'t>,
    pub(super) index: &'s Index<'l>,
    pub(super) big_endian: bool,
    pub(super) work: &'s mut Work,
}

/// `relocate_btf_functions`, for one relocation
pub(super) fn resolve<'t>(
    sides: &mut Sides<'_, '_, 't>,
    relocation: &Relocation<'_>,
) -> Result<Outcome<'t>, Refusal> {
    let kind = CoreReloKind::of(relocation.kind).filter(|it| *it != CoreReloKind::TypeMatches);
    let kind = kind.ok_or(Refusal::Kind(relocation.kind))?;
    let is_number = |part: &str| part.parse::<usize>().is_ok();
    if !relocation.access.split(':').all(is_number) {
        return Err(Refusal::Access);
    }
    let loader = Loader::Aya;
    let local = parse_for(
        loader,
        sides.local,
        kind,
        relocation.root,
        relocation.access,
    )?;
    let side = Side {
        kind,
        big_endian: sides.big_endian,
    };
    if kind == CoreReloKind::TypeIdLocal {
        let value = u64::from(relocation.root.0);
        let number = Value::new(value);
        let width = patch(sides, relocation, number, number)?;
        return Ok(Outcome::Found(Found {
            value,
            width,
            spec: None,
        }));
    }
    let mut first: Option<Match<'t>> = None;
    let mut miss = Miss::Type;
    for candidate in (sides.index.of(sides.local, relocation.root)).unwrap_or_default() {
        let pair = Pair {
            local: sides.local,
            target: sides.target,
            loader,
            work: &mut *sides.work,
        };
        let spec = match member::find(pair, kind, &local, candidate)? {
            Ok(spec) => spec,
            Err(why) => {
                miss = miss.max(why);
                continue;
            }
        };
        let target = side.value(sides.target, &spec);
        let found = Match {
            candidate,
            local: match is_about_type(kind) {
                // The number of a type is computed once, for the kernel.
                true => target?,
                false => side.value(sides.local, &local)?,
            },
            target: target.ok(),
            spec,
        };
        match &first {
            None => first = Some(found),
            Some(first) if first.differs(&found) => {
                let places = [first.candidate, found.candidate].map(|id| sides.target.btf_id(id));
                return Err(Refusal::Ambiguous(places));
            }
            Some(_) => {}
        }
    }
    let Some(found) = first else {
        return missing(sides, relocation, &side, &local, miss);
    };
    let Some(target) = found.target else {
        return Ok(Outcome::Poisoned(Miss::Mismatch));
    };
    let width = patch(sides, relocation, found.local, target)?;
    Ok(Outcome::Found(Found {
        value: target.value,
        width,
        spec: Some(Box::new(found.spec)),
    }))
}

impl Match<'_> {
    /// Whether two types of the kernel give different numbers.
    fn differs(&self, other: &Match<'_>) -> bool {
        let values = self.target.zip(other.target);
        self.spec.bit != other.spec.bit || values.is_some_and(|(a, b)| a.value != b.value)
    }
}

/// `ComputedRelocation::new` without a type of the kernel
fn missing<'t>(
    sides: &Sides<'_, '_, 't>,
    relocation: &Relocation<'_>,
    side: &Side,
    local: &Spec<'_>,
    miss: Miss,
) -> Result<Outcome<'t>, Refusal> {
    use CoreReloKind::*;
    match side.kind {
        TypeIdTarget | TypeSize => return Err(Refusal::Missing),
        FieldExists | EnumvalExists | TypeExists => {}
        _ => {
            side.value(sides.local, local)?;
            return Ok(Outcome::Poisoned(miss));
        }
    }
    let (one, none) = (Value::new(1), Value::new(0));
    patch(sides, relocation, one, none)?;
    Ok(Outcome::Absent(0, miss))
}

/// `ComputedRelocation::apply`: the new width of the load or store, if it changes.
fn patch(
    sides: &Sides<'_, '_, '_>,
    relocation: &Relocation<'_>,
    local: Value,
    target: Value,
) -> Result<Option<u32>, Refusal> {
    let insn = &relocation.insn;
    match insn.class() {
        // It is the register that aya compares, not the bit which says that there is one.
        Class::Alu | Class::Alu64 if insn.src != 0 => Err(Refusal::Form),
        Class::Alu | Class::Alu64 => Ok(None),
        Class::Ld => match relocation.next {
            Some(_) => Ok(None),
            None => Err(Refusal::Form),
        },
        Class::Ldx | Class::St | Class::Stx => {
            if target.value > i16::MAX as u64 {
                return Err(Refusal::Far(target.value));
            }
            if local.bytes == target.bytes {
                return Ok(None);
            }
            let (Some(ours), Some(theirs)) = (local.ty, target.ty) else {
                return Err(Refusal::Panic);
            };
            match (sides.local.get(ours), sides.target.get(theirs)) {
                (Type::Ptr(_), Type::Ptr(_)) => {}
                (Type::Int(ours), Type::Int(theirs)) if !ours.signed && !theirs.signed => {}
                _ => return Err(Refusal::Sizes(local.bytes, target.bytes)),
            }
            match target.bytes {
                1 | 2 | 4 | 8 => Ok(Some(target.bytes)),
                other => Err(Refusal::Width(other)),
            }
        }
        Class::Jmp | Class::Jmp32 => Err(Refusal::Form),
    }
}

/// How a number is computed, from the object's types or from the kernel's.
struct Side {
    kind: CoreReloKind,
    big_endian: bool,
}

impl Side {
    fn value(&self, types: &Types<'_>, spec: &Spec<'_>) -> Result<Value, Refusal> {
        if is_about_enumerator(self.kind) {
            return Ok(Value::new(self.enumerator(types, spec)));
        }
        if is_about_type(self.kind) {
            return self.type_value(types, spec);
        }
        self.field(types, spec)
    }

    /// `compute_enum_relocation`
    fn enumerator(&self, types: &Types<'_>, spec: &Spec<'_>) -> u64 {
        let step = &spec.steps[0];
        match types.get(step.ty) {
            _ if self.kind == CoreReloKind::EnumvalExists => 1,
            Type::Enum(enumeration) => {
                let value = types.enumerators(enumeration)[step.index as usize].value;
                match (enumeration.wide, enumeration.flagged) {
                    (true, _) => value as u64,
                    (false, true) => value as i32 as u64,
                    (false, false) => u64::from(value as u32),
                }
            }
            _ => 0,
        }
    }

    /// `compute_type_relocation`
    fn type_value(&self, types: &Types<'_>, spec: &Spec<'_>) -> Result<Value, Refusal> {
        Ok(Value::new(match self.kind {
            CoreReloKind::TypeIdTarget => u64::from(types.btf_id(spec.root)),
            CoreReloKind::TypeSize => u64::from(sized(types, spec.root)?),
            _ => 1,
        }))
    }

    /// `compute_field_relocation`
    fn field(&self, types: &Types<'_>, spec: &Spec<'_>) -> Result<Value, Refusal> {
        use CoreReloKind::*;
        if self.kind == FieldExists {
            return Ok(Value::new(1));
        }
        let last = spec.steps[spec.steps.len() - 1];
        if last.name.is_none() {
            return match self.kind {
                // The size is that of the whole element, also if it is an array.
                FieldByteOffset => Ok(Value {
                    value: u64::from(spec.bit / 8),
                    bytes: sized(types, last.ty)?,
                    ty: Some(last.ty),
                }),
                FieldByteSize => Ok(Value::new(u64::from(sized(types, last.ty)?))),
                _ => Err(Refusal::Element),
            };
        }
        let ty = types.underlying(member_type(types, &last));
        let width = member_of(types, last.ty, last.index).and_then(|member| member.width);
        let bytes = sized(types, ty)?;
        let unit = match width {
            Some(width) => Unit::of_bitfield(spec.bit, width.0, bytes)?,
            None => Unit {
                start: spec.bit / 8,
                bytes,
                bits: bytes.wrapping_mul(8),
            },
        };
        Ok(match self.kind {
            FieldByteOffset if width.is_none() => Value {
                value: u64::from(unit.start),
                bytes,
                ty: Some(ty),
            },
            FieldByteOffset => Value::new(u64::from(unit.start)),
            FieldByteSize => Value::new(u64::from(unit.bytes)),
            FieldSigned => Value::new(u64::from(is_signed(types.get(ty)))),
            FieldLShift if self.big_endian => Value::new(unit.left_shift(spec.bit, true)),
            FieldLShift => {
                let before = spec.bit.wrapping_sub(unit.start.wrapping_mul(8));
                Value::new(64u64.wrapping_sub(u64::from(before.wrapping_add(unit.bits))))
            }
            _ => Value::new(64u64.wrapping_sub(u64::from(unit.bits))),
        })
    }
}

fn sized(types: &Types<'_>, id: TypeId) -> Result<u32, Refusal> {
    size(types, id).map_err(|_| Refusal::Unsized)
}

/// A member of a struct or union.
fn member_of<'s, 'a>(types: &'s Types<'a>, id: TypeId, index: u32) -> Option<&'s Member<'a>> {
    match types.get(id) {
        Type::Composite(composite) => types.members(composite).get(index as usize),
        _ => None,
    }
}
