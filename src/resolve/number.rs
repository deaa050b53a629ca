//! The number of a relocation: the old one from the object's own types, and the new one from the kernel's types.

use super::member::member_type;
use super::outcome::Miss;
use super::refusal::Refusal;
use super::size::size;
use super::spec::{Spec, is_about_enumerator, is_about_type};
use crate::btf_format::CoreReloKind;
use crate::model::{Member, Type, TypeId, Types};

/// `struct bpf_core_relo_res`
#[derive(Clone, Debug)]
pub(super) struct Number<'t> {
    /// The number that the instruction must contain. `None` if it may contain any number.
    pub(super) old: Option<u64>,
    pub(super) new: New<'t>,
}

/// The new content of the instruction.
#[derive(Clone, Debug)]
pub(super) enum New<'t> {
    Found {
        value: u64,
        spec: Option<Box<Spec<'t>>>,
        memory: Memory,
    },
    Absent(u64, Miss),
    Poisoned(Miss),
}

impl PartialEq for New<'_> {
    /// Whether two types of the kernel give the same number.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (New::Found { value: a, .. }, New::Found { value: b, .. }) => a == b,
            (New::Absent(a, _), New::Absent(b, _)) => a == b,
            (New::Poisoned(_), New::Poisoned(_)) => true,
            _ => false,
        }
    }
}

/// How the width of a load or store changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Memory {
    /// The size of the field in the object and on the kernel. It is 0 if the field is a bitfield, or if the relocation is not
    /// an offset.
    pub(super) old: u32,
    pub(super) new: u32,
    /// Whether the sizes differ, and the types do not allow another width.
    pub(super) fails: bool,
}

impl Number<'_> {
    /// For the id of a local type, which does not change.
    pub(super) fn local_id(id: TypeId) -> Self {
        Number {
            old: None,
            new: New::Found {
                value: u64::from(id.0),
                spec: None,
                memory: Memory::NONE,
            },
        }
    }
}

impl Memory {
    const NONE: Memory = Memory {
        old: 0,
        new: 0,
        fails: false,
    };
}

/// The input for the number of each candidate.
pub(super) struct Calculation<'s, 'l, 't> {
    pub(super) local: &'s Types<'l>,
    pub(super) target: &'s Types<'t>,
    pub(super) kind: CoreReloKind,
    pub(super) spec: &'s Spec<'l>,
    pub(super) big_endian: bool,
}

/// The number for one side: the object or the kernel.
struct Side {
    value: u64,
    /// Whether the instruction must contain this number.
    is_checked: bool,
    bytes: u32,
    /// The type of the field, if `bytes` is its size.
    ty: TypeId,
}

impl Side {
    fn new(value: u64) -> Side {
        Side {
            value,
            is_checked: true,
            bytes: 0,
            ty: TypeId(0),
        }
    }
}

impl<'t> Calculation<'_, '_, 't> {
    /// `bpf_core_calc_relo` for a candidate that fits.
    pub(super) fn found(&self, spec: &Spec<'t>) -> Result<Number<'t>, Refusal> {
        let old = self.side(self.local, self.spec)?;
        let new = self.side(self.target, spec)?;
        let memory = Memory {
            old: old.bytes,
            new: new.bytes,
            fails: old.bytes != new.bytes && !self.may_resize(&old, &new),
        };
        Ok(Number {
            old: old.is_checked.then_some(old.value),
            new: New::Found {
                value: new.value,
                spec: Some(Box::new(spec.clone())),
                memory,
            },
        })
    }

    /// The same if no candidate fits.
    pub(super) fn missing(&self, miss: Miss) -> Result<Number<'t>, Refusal> {
        use CoreReloKind::*;
        let old = self.side(self.local, self.spec)?;
        let new = match self.kind {
            FieldExists | EnumvalExists => New::Absent(0, miss),
            kind if is_about_type(kind) => New::Absent(0, miss),
            _ => New::Poisoned(miss),
        };
        Ok(Number {
            old: old.is_checked.then_some(old.value),
            new,
        })
    }

    /// Whether both are pointers, or both are unsigned integers.
    fn may_resize(&self, old: &Side, new: &Side) -> bool {
        match (self.local.get(old.ty), self.target.get(new.ty)) {
            (Type::Ptr(_), Type::Ptr(_)) => true,
            (Type::Int(a), Type::Int(b)) => {
                // libbpf compares the whole encoding. `bool` has a separate bit in it.
                let is_signed = |int: &crate::model::Int<'_>| int.signed && !int.bool;
                !is_signed(a) && !is_signed(b)
            }
            _ => false,
        }
    }

    fn side(&self, types: &Types<'_>, spec: &Spec<'_>) -> Result<Side, Refusal> {
        if is_about_enumerator(self.kind) {
            return Ok(Side::new(enumerator(types, self.kind, spec)));
        }
        if !is_about_type(self.kind) {
            return self.field(types, spec);
        }
        Ok(match self.kind {
            CoreReloKind::TypeSize => Side::new(u64::from(sized(types, spec.root)?)),
            CoreReloKind::TypeIdTarget => Side {
                is_checked: false,
                ..Side::new(u64::from(types.btf_id(spec.root)))
            },
            _ => Side::new(1),
        })
    }

    /// `bpf_core_calc_field_relo`
    fn field(&self, types: &Types<'_>, spec: &Spec<'_>) -> Result<Side, Refusal> {
        use CoreReloKind::*;
        if self.kind == FieldExists {
            return Ok(Side::new(1));
        }
        let last = spec.steps[spec.steps.len() - 1];
        if last.name.is_none() {
            return match self.kind {
                FieldByteOffset => Ok(Side {
                    bytes: sized(types, types.by_value(last.ty))?,
                    ty: last.ty,
                    ..Side::new(u64::from(spec.bit / 8))
                }),
                FieldByteSize => Ok(Side::new(u64::from(sized(types, last.ty)?))),
                _ => Err(Refusal::Element),
            };
        }
        let ty = types.underlying(member_type(types, &last));
        let width = member(types, last.ty, last.index).and_then(|member| member.width);
        let unit = match width {
            Some(width) => Unit::of_bitfield(spec.bit, width.0, sized(types, ty)?)?,
            None => {
                let bytes = sized(types, ty)?;
                Unit {
                    start: spec.bit / 8,
                    bytes,
                    bits: bytes.wrapping_mul(8),
                }
            }
        };
        let plain = width.is_none();
        let side = |value: u64, is_checked| Side {
            is_checked,
            ..Side::new(value)
        };
        Ok(match self.kind {
            FieldByteOffset => Side {
                bytes: match plain {
                    true => sized(types, types.by_value(ty))?,
                    false => 0,
                },
                ty: if plain { ty } else { TypeId(0) },
                ..side(u64::from(unit.start), plain)
            },
            FieldByteSize => side(u64::from(unit.bytes), plain),
            FieldSigned => side(u64::from(is_signed(types.get(ty))), true),
            FieldLShift => side(unit.left_shift(spec.bit, self.big_endian), plain),
            _ => side(u64::from(64u32.wrapping_sub(unit.bits)), true),
        })
    }
}

/// The bytes that a field is read with.
pub(super) struct Unit {
    pub(super) start: u32,
    pub(super) bytes: u32,
    /// The width of the field itself.
    pub(super) bits: u32,
}

impl Unit {
    /// The smallest aligned unit that holds a bitfield. It has at least the size of the declared type.
    pub(super) fn of_bitfield(bit: u32, bits: u32, declared: u32) -> Result<Unit, Refusal> {
        let mut bytes = declared.max(1);
        loop {
            let start = bit / 8 / bytes * bytes;
            let end = bit.wrapping_add(bits).wrapping_sub(start.wrapping_mul(8));
            if end <= bytes.wrapping_mul(8) {
                return Ok(Unit { start, bytes, bits });
            }
            if bytes >= 8 {
                return Err(Refusal::Span);
            }
            bytes *= 2;
        }
    }

    /// All arithmetic is unsigned, with 32 bits, as in libbpf.
    pub(super) fn left_shift(&self, bit: u32, big_endian: bool) -> u64 {
        let before = bit.wrapping_sub(self.start.wrapping_mul(8));
        u64::from(match big_endian {
            false => 64u32.wrapping_sub(before.wrapping_add(self.bits)),
            true => 8u32
                .wrapping_sub(self.bytes)
                .wrapping_mul(8)
                .wrapping_add(before),
        })
    }
}

pub(super) fn is_signed(ty: &Type<'_>) -> bool {
    match ty {
        Type::Int(int) => int.signed,
        Type::Enum(enumeration) => enumeration.flagged,
        _ => false,
    }
}

fn sized(types: &Types<'_>, id: TypeId) -> Result<u32, Refusal> {
    size(types, id).map_err(|_| Refusal::Unsized)
}

/// A member of a struct or union.
fn member<'s, 'a>(types: &'s Types<'a>, id: TypeId, index: u32) -> Option<&'s Member<'a>> {
    match types.get(id) {
        Type::Composite(composite) => types.members(composite).get(index as usize),
        _ => None,
    }
}

/// `bpf_core_calc_enumval_relo`
fn enumerator(types: &Types<'_>, kind: CoreReloKind, spec: &Spec<'_>) -> u64 {
    let step = &spec.steps[0];
    match types.get(step.ty) {
        _ if kind == CoreReloKind::EnumvalExists => 1,
        Type::Enum(enumeration) => {
            let value = types.enumerators(enumeration)[step.index as usize].value;
            match enumeration.wide {
                true => value as u64,
                // The value in `btf_enum` is a signed number of 32 bits.
                false => value as u32 as i32 as u64,
            }
        }
        _ => 0,
    }
}
