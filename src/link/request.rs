//! One record → one CO-RE relocation and its instruction.

use super::decoy;
use super::ext::CoreReloKind;
use super::insn::{Insn, Shift, Width};
use super::local::{self, Position};
use super::path::Leaf;
use crate::reloc::Endian;
use crate::reloc::record::{Operation, Verb};
use crate::reloc::table::Type;

/// What is written for a record.
pub(super) struct Answer {
    pub(super) insn: Insn,
    pub(super) kind: CoreReloKind,
    /// The number in the instruction, if it is one that loaders replace and the verifier refuses.
    pub(super) decoy: Option<u64>,
}

/// Largest `off` of an instruction.
const MAX_OFF: u64 = i16::MAX as u64;

/// Whether a verb asks about the root type, not about a member.
pub(super) fn is_about_type(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::TypeExists | Verb::TypeSize | Verb::TypeId | Verb::LocalTypeId | Verb::TypeMatches
    )
}

/// Whether a record asks how long the copy of a pointer is. The size of a pointer in BTF can't be a decoy, so the question is
/// asked of another type: see [`decoy::ONE_POINTER`].
pub(super) fn is_length_of_pointer(verb: Verb, leaf: Leaf<'_>) -> bool {
    verb == Verb::Length && matches!(leaf, Leaf::Value(Type::Pointer { .. }))
}

pub(super) fn answer(
    operation: Operation,
    leaf: Leaf<'_>,
    is_element: bool,
    local_id: u32,
    declared: Position,
    local: Position,
    endian: Endian,
) -> Result<Answer, String> {
    use CoreReloKind::*;
    let Operation { verb, dst, src } = operation;
    let number = |kind: CoreReloKind, value: u64| {
        Ok(Answer {
            insn: Insn::mov(dst, imm(value)?),
            kind,
            decoy: None,
        })
    };
    let decoy = |kind: CoreReloKind, value: u64| {
        Ok(Answer {
            decoy: Some(value),
            ..number(kind, value)?
        })
    };
    let shift = |kind: CoreReloKind, code: Shift, bits: u64| {
        Ok(Answer {
            insn: Insn::shift(dst, code, imm(bits)?),
            kind,
            decoy: None,
        })
    };
    // What the kernel of the bindings has must be possible there.
    let (on_kernel, in_object) = (|| unit(leaf, declared), || unit(leaf, local));
    match verb {
        Verb::Load | Verb::Store => {
            let width = width(leaf, declared)?;
            off(on_kernel()?.byte)?;
            let byte = in_object()?.byte;
            let off = off(byte)?;
            Ok(Answer {
                insn: match verb {
                    Verb::Load => Insn::load(dst, src, off, width),
                    _ => Insn::store(dst, src, off, width),
                },
                kind: FieldByteOffset,
                decoy: Some(byte),
            })
        }
        Verb::Add => {
            imm(on_kernel()?.byte)?;
            let byte = in_object()?.byte;
            Ok(Answer {
                insn: Insn::add(dst, imm(byte)?),
                kind: FieldByteOffset,
                decoy: Some(byte),
            })
        }
        Verb::Offset => {
            imm(on_kernel()?.byte)?;
            decoy(FieldByteOffset, in_object()?.byte)
        }
        Verb::Length if is_length_of_pointer(verb, leaf) => decoy(TypeSize, decoy::SIZE),
        Verb::Size | Verb::Length => {
            on_kernel()?.size()?;
            match leaf {
                Leaf::Root => decoy(FieldByteSize, decoy::ROOT),
                Leaf::Bitfield(..) => decoy(FieldByteSize, decoy::SIZE),
                Leaf::Value(ty) if !is_element && local::can_be_bitfield(ty) => {
                    decoy(FieldByteSize, decoy::SIZE)
                }
                Leaf::Value(_) => decoy(FieldByteSize, in_object()?.size()?),
            }
        }
        Verb::Exists => number(FieldExists, 1),
        Verb::Signed | Verb::LShift | Verb::RShift | Verb::Shl | Verb::Shr | Verb::Sar
            if is_element =>
        {
            Err("loaders can't return this for an array element".to_owned())
        }
        Verb::Signed => number(FieldSigned, u64::from(is_signed(leaf)?)),
        Verb::LShift => number(FieldLShift, on_kernel()?.lshift(endian)?),
        Verb::RShift => number(FieldRShift, on_kernel()?.rshift()?),
        Verb::Shl => shift(FieldLShift, Shift::Left, on_kernel()?.lshift(endian)?),
        Verb::Shr => shift(FieldRShift, Shift::Right, on_kernel()?.rshift()?),
        Verb::Sar => shift(FieldRShift, Shift::SignedRight, on_kernel()?.rshift()?),
        Verb::LocalTypeId => number(TypeIdLocal, local_id.into()),
        Verb::TypeId => decoy(TypeIdTarget, decoy::TYPE_ID),
        Verb::TypeExists => number(TypeExists, 1),
        Verb::TypeSize => decoy(TypeSize, decoy::ROOT),
        Verb::TypeMatches => number(TypeMatches, 1),
        Verb::EnumExists | Verb::EnumValue => Err("its path leads to an enumerator".to_owned()),
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

fn unit(leaf: Leaf<'_>, at: Position) -> Result<Unit, String> {
    let Leaf::Bitfield(_, width) = leaf else {
        let (byte, bytes) = (at.bit / 8, at.bytes);
        return Ok(Unit {
            byte,
            bytes,
            bit: 0,
            width: bytes.map(|bytes| bytes * 8),
        });
    };
    let width = u64::from(width);
    let mut bytes = at.bytes.filter(|bytes| bytes.is_power_of_two());
    while let Some(size) = bytes.filter(|&size| size <= 8) {
        let byte = at.bit / 8 / size * size;
        let bit = at.bit - byte * 8;
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
        let width = width.ok_or("a shift of a field that is not 1 to 64 bits wide")?;
        Ok(64 - width)
    }
}

fn width(leaf: Leaf<'_>, at: Position) -> Result<Width, String> {
    match leaf {
        Leaf::Bitfield(..) => {
            Err("a bitfield has no address\nhint: read it with the bitfield's own `load` or `read`".to_owned())
        }
        Leaf::Root | Leaf::Value(Type::Aggregate(_) | Type::Array { .. }) => Err(
            "one instruction does not move a struct, a union or an array\nhint: take its address with `as_ptr`, or go on to a member".to_owned(),
        ),
        Leaf::Value(_) => {
            let bytes = at.bytes.unwrap_or(0);
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
            _ => Err("only integers, enums and pointers can be signed or unsigned".to_owned()),
        },
        Leaf::Root => Err("a struct or union is neither signed nor unsigned".to_owned()),
    }
}
