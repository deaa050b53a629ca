//! The bytes of a BTF → [`Types`], by the rules of the kernel's `Documentation/bpf/btf.rst`.
//!
//! All of it is checked here, once: whoever holds a [`Types`] may follow ids and ranges without a second look.

use super::check::check;
use crate::model::{
    Array, Bits, Bytes, Composite, CompositeKind, Enum, Enumerator, Float, FuncProto, Int, Member,
    Qualifier, Type, TypeId, Types,
};

/// What is wrong with the bytes; positions are bytes from the start of the BTF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// No BTF magic at the start.
    NotBtf,
    /// The header is shorter than it must be, or says so.
    Header(&'static str),
    /// A section reaches beyond the end.
    Section {
        /// `header`, `type` or `string`.
        name: &'static str,
        /// First byte after the section.
        end: u64,
        /// Bytes that are there.
        length: u64,
    },
    /// A type is not as its kind has to be.
    Type {
        /// BTF type id.
        id: u32,
        /// Position of its record.
        offset: usize,
        /// What is wrong.
        reason: String,
    },
    /// No types at all.
    Empty,
}

const MAGIC: u16 = 0xeb9f;

/// Four times what the kernel allows for a symbol (`KSYM_NAME_LEN`).
const MAX_NAME: usize = 2048;

/// More than ten times the ids of the largest real BTF, split BTF of all modules included.
const MAX_TYPES: usize = 8 << 20;

/// The byte order and the two sections of a BTF.
struct Sections<'a> {
    bytes: &'a [u8],
    big_endian: bool,
    types: std::ops::Range<usize>,
    strings: &'a [u8],
}

pub(crate) fn decode(bytes: &[u8]) -> Result<Types<'_>, Malformed> {
    let sections = sections(bytes)?;
    let mut types = Types {
        types: vec![Type::Void],
        members: Vec::new(),
        enumerators: Vec::new(),
        parameters: Vec::new(),
        pointer: Bytes(8),
    };
    types.types.reserve(sections.types.len() / 22);
    types.members.reserve(sections.types.len() / 60);
    let mut at = sections.types.start;
    while at < sections.types.end {
        let id = types.types.len() as u32;
        let bad = |reason| Malformed::Type {
            id,
            offset: at,
            reason,
        };
        if types.types.len() > MAX_TYPES {
            return Err(bad(format!("more than {MAX_TYPES} types")));
        }
        let mut record = Record {
            sections: &sections,
            at,
            end: sections.types.end,
        };
        let ty = record.decode(&mut types).map_err(bad)?;
        types.types.push(ty);
        at = record.at;
    }
    if types.types.len() == 1 {
        return Err(Malformed::Empty);
    }
    check(&types)?;
    types.pointer = pointer_size(&types);
    mark_old_bitfields(&mut types);
    Ok(types)
}

/// Before `kind_flag`, a member whose integer has fewer bits than its size was a bitfield.
fn mark_old_bitfields(types: &mut Types<'_>) {
    let mut members = std::mem::take(&mut types.members);
    for member in members.iter_mut().filter(|member| member.width.is_none()) {
        let Type::Int(int) = types.get(types.underlying(member.ty)) else {
            continue;
        };
        let partial = int.first_bit != 0 || u32::from(int.bits) != 8 * int.size.0;
        if partial || !member.offset.0.is_multiple_of(8) {
            member.offset.0 = member.offset.0.saturating_add(u32::from(int.first_bit));
            member.width = Some(Bits(u32::from(int.bits)));
        }
    }
    types.members = members;
}

fn sections(bytes: &[u8]) -> Result<Sections<'_>, Malformed> {
    let big_endian = match bytes.get(..2).map(|magic| [magic[0], magic[1]]) {
        Some(magic) if u16::from_le_bytes(magic) == MAGIC => false,
        Some(magic) if u16::from_be_bytes(magic) == MAGIC => true,
        _ => return Err(Malformed::NotBtf),
    };
    if bytes.len() < 24 {
        return Err(Malformed::Section {
            name: "header",
            end: 24,
            length: bytes.len() as u64,
        });
    }
    if bytes[2] != 1 {
        return Err(Malformed::Header("its version is not 1"));
    }
    if bytes[3] != 0 {
        return Err(Malformed::Header("it has flags that are not known"));
    }
    let word = |at: usize| u64::from(word(&bytes[at..at + 4], big_endian));
    let header = word(4);
    if header < 24 {
        return Err(Malformed::Header(
            "it says that it is shorter than 24 bytes",
        ));
    }
    let section = |name, offset: u64, length: u64| {
        let start = header + offset;
        let end = start + length;
        match end <= bytes.len() as u64 {
            true => Ok(start as usize..end as usize),
            false => Err(Malformed::Section {
                name,
                end,
                length: bytes.len() as u64,
            }),
        }
    };
    let types = section("type", word(8), word(12))?;
    let strings = section("string", word(16), word(20))?;
    if header > 24
        && bytes[24..(header as usize).min(bytes.len())]
            .iter()
            .any(|byte| *byte != 0)
    {
        return Err(Malformed::Header(
            "it has a layout section, of a format newer than this btfgen reads",
        ));
    }
    Ok(Sections {
        bytes,
        big_endian,
        types,
        strings: &bytes[strings],
    })
}

fn word(bytes: &[u8], big_endian: bool) -> u32 {
    let bytes = [bytes[0], bytes[1], bytes[2], bytes[3]];
    match big_endian {
        true => u32::from_be_bytes(bytes),
        false => u32::from_le_bytes(bytes),
    }
}

/// Reads one type record; `at` moves on.
struct Record<'s, 'a> {
    sections: &'s Sections<'a>,
    at: usize,
    end: usize,
}

impl<'a> Record<'_, 'a> {
    fn decode(&mut self, types: &mut Types<'a>) -> Result<Type<'a>, String> {
        let [name, info, size_or_type] = self.words()?;
        let kind = info >> 24 & 0x1f;
        let count = info & 0xffff;
        let kind_flag = info >> 31 == 1;
        if info & 0x60ff_0000 != 0 {
            return Err(format!(
                "its info word {info:#x} has bits that are not known"
            ));
        }
        let size = Bytes(size_or_type);
        let inner = TypeId(size_or_type);
        Ok(match kind {
            1 => Type::Int(self.int(name, size)?),
            2 => Type::Ptr(inner),
            3 => self.array()?,
            4 => self.composite(CompositeKind::Struct, name, size, count, kind_flag, types)?,
            5 => self.composite(CompositeKind::Union, name, size, count, kind_flag, types)?,
            6 => self.enumeration(name, size, count, kind_flag, false, types)?,
            7 => {
                let kind = if kind_flag {
                    CompositeKind::Union
                } else {
                    CompositeKind::Struct
                };
                Type::Fwd(kind, self.name(name)?)
            }
            8 => Type::Typedef(self.name(name)?, inner),
            9 => Type::Qualified(Qualifier::Volatile, inner),
            10 => Type::Qualified(Qualifier::Const, inner),
            11 => Type::Qualified(Qualifier::Restrict, inner),
            12 => Type::Other,
            13 => self.function(inner, count, types)?,
            14 | 17 => self.skip(1)?,
            15 => self.skip(3 * count as usize)?,
            16 => Type::Float(Float {
                name: self.name(name)?,
                size,
            }),
            18 => Type::TypeTag(inner),
            19 => self.enumeration(name, size, count, kind_flag, true, types)?,
            kind => return Err(format!("its kind {kind} is not known to this btfgen")),
        })
    }

    fn words<const N: usize>(&mut self) -> Result<[u32; N], String> {
        let bytes = self.take(4 * N)?;
        let big_endian = self.sections.big_endian;
        Ok(std::array::from_fn(|i| word(&bytes[4 * i..], big_endian)))
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        if self.end - self.at < length {
            return Err("its record reaches beyond the type section".to_string());
        }
        let bytes = &self.sections.bytes[self.at..self.at + length];
        self.at += length;
        Ok(bytes)
    }

    fn name(&self, offset: u32) -> Result<&'a str, String> {
        let rest = (self.sections.strings.get(offset as usize..))
            .ok_or_else(|| format!("its name is at {offset}, beyond the string section"))?;
        let rest = &rest[..rest.len().min(MAX_NAME + 1)];
        let end = (rest.iter().position(|byte| *byte == 0)).ok_or_else(|| {
            format!(
                "its name at {offset} of the string section does not end within {MAX_NAME} bytes"
            )
        })?;
        std::str::from_utf8(&rest[..end])
            .map_err(|_| format!("its name at {offset} of the string section is not UTF-8"))
    }

    fn skip(&mut self, words: usize) -> Result<Type<'a>, String> {
        self.take(4 * words)?;
        Ok(Type::Other)
    }

    fn int(&mut self, name: u32, size: Bytes) -> Result<Int<'a>, String> {
        let [data] = self.words()?;
        let encoding = data >> 24 & 0xf;
        let first = (data >> 16) as u8;
        let bits = data as u8;
        if !matches!(size.0, 1 | 2 | 4 | 8 | 16) {
            return Err(format!("an integer of {} bytes", size.0));
        }
        if u32::from(first) + u32::from(bits) > 8 * size.0 {
            return Err(format!(
                "{bits} bits from bit {first} on are not within {} bytes",
                size.0
            ));
        }
        let name = self.name(name)?;
        Ok(Int {
            name,
            size,
            signed: encoding & 1 != 0,
            char: name == "char",
            bool: encoding & 4 != 0,
            first_bit: first,
            bits,
        })
    }

    fn array(&mut self) -> Result<Type<'a>, String> {
        let [element, _index, length] = self.words()?;
        Ok(Type::Array(Array {
            element: TypeId(element),
            length,
        }))
    }

    fn composite(
        &mut self,
        kind: CompositeKind,
        name: u32,
        size: Bytes,
        count: u32,
        kind_flag: bool,
        types: &mut Types<'a>,
    ) -> Result<Type<'a>, String> {
        let start = types.members.len() as u32;
        for _ in 0..count {
            let [name, ty, offset] = self.words()?;
            let width = if kind_flag { offset >> 24 } else { 0 };
            types.members.push(Member {
                name: self.name(name)?,
                ty: TypeId(ty),
                offset: Bits(if kind_flag {
                    offset & 0xff_ffff
                } else {
                    offset
                }),
                width: (width != 0).then_some(Bits(width)),
            });
        }
        let members = start..types.members.len() as u32;
        let name = self.name(name)?;
        Ok(Type::Composite(Composite {
            kind,
            name,
            size,
            members,
        }))
    }

    fn enumeration(
        &mut self,
        name: u32,
        size: Bytes,
        count: u32,
        signed: bool,
        wide: bool,
        types: &mut Types<'a>,
    ) -> Result<Type<'a>, String> {
        if !matches!(size.0, 1 | 2 | 4 | 8) {
            return Err(format!("an enum of {} bytes", size.0));
        }
        let start = types.enumerators.len() as u32;
        for _ in 0..count {
            let [name, low] = self.words()?;
            let [high] = if wide { self.words()? } else { [0] };
            let value = match (wide, signed) {
                (false, false) => i128::from(low),
                (false, true) => i128::from(low as i32),
                (true, false) => i128::from(u64::from(high) << 32 | u64::from(low)),
                (true, true) => i128::from((u64::from(high) << 32 | u64::from(low)) as i64),
            };
            types.enumerators.push(Enumerator {
                name: self.name(name)?,
                value,
            });
        }
        let enumerators = start..types.enumerators.len() as u32;
        Ok(Type::Enum(Enum {
            name: self.name(name)?,
            size,
            signed,
            wide,
            enumerators,
        }))
    }

    fn function(
        &mut self,
        returns: TypeId,
        count: u32,
        types: &mut Types<'a>,
    ) -> Result<Type<'a>, String> {
        let start = types.parameters.len() as u32;
        for _ in 0..count {
            let [_name, ty] = self.words()?;
            types.parameters.push(TypeId(ty));
        }
        let parameters = start..types.parameters.len() as u32;
        Ok(Type::FuncProto(FuncProto {
            returns,
            parameters,
        }))
    }
}

/// A pointer is as long as `long` everywhere Linux runs; the BTF itself does not say.
fn pointer_size(types: &Types<'_>) -> Bytes {
    let long = types.types.iter().find_map(|ty| match ty {
        Type::Int(int)
            if matches!(
                int.name,
                "long unsigned int" | "unsigned long" | "long" | "long int"
            ) =>
        {
            Some(int.size)
        }
        _ => None,
    });
    long.unwrap_or(Bytes(8))
}

#[cfg(test)]
mod tests;
