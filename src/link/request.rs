//! One record → one CO-RE relocation and its instruction.

use super::insn::{Insn, Shift, Width};
use super::local::Target;
use super::path::Leaf;
use crate::reloc::Endian;
use crate::reloc::record::{Operation, Verb};
use crate::reloc::table::Type;

/// What is written for a record.
pub(super) struct Answer {
    pub(super) insn: Insn,
    /// `enum bpf_core_relo_kind`
    pub(super) kind: u32,
}

/// Which of a root's local types an operation uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Purpose {
    /// Members by name; loads change how integers are declared there.
    Fields,
    /// Integers have their true sign.
    Sign,
    /// Everything that the table has.
    Declaration,
}

/// Largest `off` of an instruction.
const MAX_OFF: u64 = i16::MAX as u64;

pub(super) fn purpose(verb: Verb, leaf: Leaf<'_>) -> Purpose {
    match (verb, leaf) {
        // A bitfield is never moved as a whole, so its sign is always true.
        (Verb::Signed, Leaf::Value(_)) => Purpose::Sign,
        (Verb::TypeMatches, _) => Purpose::Declaration,
        _ => Purpose::Fields,
    }
}

/// Whether a verb asks about the root type, not about a member.
pub(super) fn is_about_type(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::TypeExists | Verb::TypeSize | Verb::TypeId | Verb::LocalTypeId | Verb::TypeMatches
    )
}

pub(super) fn answer(
    operation: Operation,
    leaf: Leaf<'_>,
    is_element: bool,
    local_id: u32,
    target: &Target,
    endian: Endian,
) -> Result<Answer, String> {
    let Operation { verb, dst, src } = operation;
    let unit = unit(leaf, target);
    let mov = |kind: u32, value: u64| {
        Ok(Answer {
            insn: Insn::mov(dst, imm(value)?),
            kind,
        })
    };
    let shift = |kind: u32, code: Shift, bits: u64| {
        Ok(Answer {
            insn: Insn::shift(dst, code, imm(bits)?),
            kind,
        })
    };
    match verb {
        Verb::Load | Verb::Store => {
            let (off, width) = (off(unit?.byte)?, width(leaf, target)?);
            let insn = match verb {
                Verb::Load => Insn::load(dst, src, off, width),
                _ => Insn::store(dst, src, off, width),
            };
            Ok(Answer { insn, kind: 0 })
        }
        Verb::Add => Ok(Answer {
            insn: Insn::add(dst, imm(unit?.byte)?),
            kind: 0,
        }),
        Verb::Offset => mov(0, unit?.byte),
        Verb::Size => mov(1, unit?.size()?),
        Verb::Exists => mov(2, 1),
        Verb::Signed | Verb::LShift | Verb::RShift | Verb::Shl | Verb::Shr | Verb::Sar
            if is_element =>
        {
            Err("loaders do not answer this for an array element".to_owned())
        }
        Verb::Signed => mov(3, u64::from(is_signed(leaf)?)),
        Verb::LShift => mov(4, unit?.lshift(endian)?),
        Verb::RShift => mov(5, unit?.rshift()?),
        Verb::Shl => shift(4, Shift::Left, unit?.lshift(endian)?),
        Verb::Shr => shift(5, Shift::Right, unit?.rshift()?),
        Verb::Sar => shift(5, Shift::SignedRight, unit?.rshift()?),
        Verb::LocalTypeId => mov(6, local_id.into()),
        Verb::TypeId => mov(7, local_id.into()),
        Verb::TypeExists => mov(8, 1),
        Verb::TypeSize => mov(9, target.bytes.unwrap_or(0)),
        Verb::TypeMatches => mov(12, 1),
        Verb::EnumExists | Verb::EnumValue => Err("it asks about an enumerator".to_owned()),
    }
}

/// The bytes that hold a member, and its bits in them: libbpf's `bpf_core_calc_field_relo`.
struct Unit {
    byte: u64,
    /// `None`: the table does not have the size.
    bytes: Option<u64>,
    /// First bit, counted from the unit's first byte.
    bit: u64,
    width: Option<u64>,
}

fn unit(leaf: Leaf<'_>, target: &Target) -> Result<Unit, String> {
    let Leaf::Bitfield(_, width) = leaf else {
        let (byte, bytes) = (target.bit / 8, target.bytes);
        return Ok(Unit {
            byte,
            bytes,
            bit: 0,
            width: bytes.map(|bytes| bytes * 8),
        });
    };
    let width = u64::from(width);
    let mut bytes = target.bytes.filter(|bytes| bytes.is_power_of_two());
    while let Some(size) = bytes.filter(|&size| size <= 8) {
        let byte = target.bit / 8 / size * size;
        let bit = target.bit - byte * 8;
        if bit + width <= size * 8 {
            return Ok(Unit {
                byte,
                bytes,
                bit,
                width: Some(width),
            });
        }
        bytes = Some(size * 2);
    }
    Err("no load of up to eight bytes holds this bitfield".to_owned())
}

impl Unit {
    fn size(&self) -> Result<u64, String> {
        self.bytes.ok_or_else(|| {
            "the table does not have the size of its type\nhint: allow that type too when generating".to_owned()
        })
    }

    fn lshift(&self, endian: Endian) -> Result<u64, String> {
        let bytes = self.size()?;
        let width = self.rshift().map(|rshift| 64 - rshift)?;
        Ok(match endian {
            Endian::Little => 64 - (self.bit + width),
            Endian::Big => (8 - bytes) * 8 + self.bit,
        })
    }

    fn rshift(&self) -> Result<u64, String> {
        let width = self.width.filter(|width| (1..=64).contains(width));
        let width = width.ok_or("a shift of what is not 1 to 64 bits wide")?;
        Ok(64 - width)
    }
}

fn width(leaf: Leaf<'_>, target: &Target) -> Result<Width, String> {
    match leaf {
        Leaf::Bitfield(..) => {
            Err("a bitfield has no address\nhint: read it with the bitfield's own `load` or `read`".to_owned())
        }
        Leaf::Root | Leaf::Value(Type::Aggregate(_) | Type::Array { .. }) => Err(
            "one instruction does not move a struct, a union or an array\nhint: take its address with `as_ptr`, or go on to a member".to_owned(),
        ),
        Leaf::Value(_) => {
            let bytes = target.bytes.unwrap_or(0);
            Width::of_bytes(bytes).ok_or_else(|| {
                format!("it has {bytes} bytes, one instruction moves 1, 2, 4 or 8\nhint: take its address with `as_ptr` and read from there")
            })
        }
    }
}

fn off(byte: u64) -> Result<i16, String> {
    i16::try_from(byte).map_err(|_| {
        format!("its offset {byte} does not fit into a load or store, {MAX_OFF} is the largest\nhint: take the address with `as_ptr` and read from there, or use `read()`")
    })
}

fn imm(value: u64) -> Result<i32, String> {
    i32::try_from(value).map_err(|_| format!("{value} does not fit into an instruction"))
}

fn is_signed(leaf: Leaf<'_>) -> Result<bool, String> {
    match leaf {
        Leaf::Value(ty) | Leaf::Bitfield(ty, _) => match ty {
            Type::Int { signed, .. } | Type::Enum { signed, .. } => Ok(*signed),
            Type::Bool | Type::Pointer { .. } => Ok(false),
            _ => Err("only integers, enums and pointers have a sign or none".to_owned()),
        },
        Leaf::Root => Err("a struct or union has no sign".to_owned()),
    }
}
