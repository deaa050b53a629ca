//! `.BTF`: parse ↔ encode. Types and strings are only ever appended: old ids and offsets stay true.

use std::collections::{BTreeSet, HashMap};

use super::Error;
use super::bytes::Bytes;
use crate::btf_format::{
    FUNC_EXTERN, INT_BOOL, INT_SIGNED, KIND_ARRAY, KIND_DATASEC, KIND_DECL_TAG, KIND_ENUM,
    KIND_ENUM64, KIND_FLOAT, KIND_FUNC, KIND_FUNC_PROTO, KIND_FWD, KIND_INT, KIND_PTR, KIND_STRUCT,
    KIND_TYPE_TAG, KIND_TYPEDEF, KIND_UNION, KIND_VAR, MAGIC, kind,
};
use crate::reloc::Endian;
use crate::reloc::table::Enumeration;

mod change;

pub(super) const NAME: &str = ".BTF";
const HEADER_LEN: u64 = 24;
const TYPE_LEN: u64 = 12;
const VAR_SECINFO_LEN: u64 = 12;

const KIND_FLAG: u32 = 1 << 31;

/// What a loader takes a pointer for in an object's BTF.
pub(super) const POINTER_BYTES: u64 = 8;

/// Offset of a member in a struct with bitfields: the upper byte is the width.
const MAX_KIND_FLAG_OFFSET: u64 = 1 << 24;
const MAX_SECTION_NAME: usize = 1024;
/// The `DATASEC` of what the kernel has, as libbpf calls it.
const KSYMS: &str = ".ksyms";
/// The one of options of the kernel's configuration.
const KCONFIG: &str = ".kconfig";
/// `BTF_VAR_GLOBAL_EXTERN`
pub(super) const VAR_EXTERN: u32 = 2;
/// What libbpf and the kernel read of an offset, an id or a length.
const MAX_U32: u64 = u32::MAX as u64;

/// The section, and what is appended to it.
pub(super) struct BtfSection {
    endian: Endian,
    header: Vec<u8>,
    /// Bytes between the header and the types.
    gap: Vec<u8>,
    types: Vec<u8>,
    strings: Vec<u8>,
    type_count: u32,
    known_types: HashMap<Vec<u8>, TypeId>,
    known_strings: HashMap<Vec<u8>, StrOffset>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TypeId(pub(super) u32);

pub(super) const VOID: TypeId = TypeId(0);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StrOffset(pub(super) u32);

/// A member of a struct or union to be appended.
pub(super) struct NewMember<'a> {
    pub(super) name: &'a str,
    pub(super) ty: TypeId,
    pub(super) bit: u64,
    /// Width of a bitfield, 0 for an ordinary member.
    pub(super) width: u8,
}

impl<'a> NewMember<'a> {
    /// A member that is no bitfield.
    pub(super) fn new(name: &'a str, ty: TypeId, bit: u64) -> NewMember<'a> {
        let width = 0;
        NewMember {
            name,
            ty,
            bit,
            width,
        }
    }
}

/// What a `DATASEC` lists.
struct Var {
    ty: u32,
    /// Offset of its linkage among the types.
    linkage_at: u64,
}

impl BtfSection {
    pub(super) fn new(endian: Endian) -> BtfSection {
        let mut header = Vec::with_capacity(HEADER_LEN as usize);
        header.extend(endian.bytes16(MAGIC));
        header.extend([1, 0]);
        header.extend(endian.bytes32(HEADER_LEN as u32));
        header.resize(HEADER_LEN as usize, 0);
        BtfSection {
            endian,
            header,
            gap: Vec::new(),
            types: Vec::new(),
            strings: vec![0],
            type_count: 0,
            known_types: HashMap::new(),
            known_strings: HashMap::new(),
        }
    }

    pub(super) fn parse(bytes: Bytes<'_>) -> Result<BtfSection, Error> {
        if bytes.u16(0)? != MAGIC {
            return Err(bytes.error(0, "not BTF of the object's byte order"));
        }
        let header_len = u64::from(bytes.u32(4)?);
        let header = bytes.range(0, header_len)?;
        if bytes.range(2, 1)? != [1]
            || header_len < HEADER_LEN
            || header[24..].iter().any(|&b| b != 0)
        {
            return Err(bytes.error(2, "a newer form of BTF\nhint: build with a toolchain whose BTF header has 24 bytes, or update btfgen"));
        }
        let area = |at: u64| {
            Ok((
                header_len + u64::from(bytes.u32(at)?),
                u64::from(bytes.u32(at + 4)?),
            ))
        };
        let ((types, types_len), (strings, strings_len)) = (area(8)?, area(16)?);
        if types % 4 != 0 || types_len % 4 != 0 || strings < types + types_len {
            return Err(bytes.error(8, "types are not aligned, or are not before the strings"));
        }
        let mut section = BtfSection {
            header: header.to_vec(),
            gap: bytes.range(header_len, types - header_len)?.to_vec(),
            types: bytes.range(types, types_len)?.to_vec(),
            strings: bytes.range(strings, strings_len)?.to_vec(),
            ..BtfSection::new(bytes.endian)
        };
        if section.strings.first() != Some(&0) || section.strings.last() != Some(&0) {
            return Err(bytes.error(strings, "strings do not start and end with a NUL"));
        }
        section.type_count = section.count_types(bytes.section)?;
        Ok(section)
    }

    fn types_offset(&self) -> u64 {
        (self.header.len() + self.gap.len()) as u64
    }

    fn type_bytes<'a>(&'a self, name: &'a str) -> Bytes<'a> {
        Bytes {
            section: name,
            endian: self.endian,
            data: &self.types,
        }
    }

    fn count_types(&self, section: &str) -> Result<u32, Error> {
        let bytes = self.type_bytes(section);
        let (mut at, mut count) = (0, 0);
        while at < self.types.len() as u64 {
            let len = type_len(&bytes, at).and_then(|len| bytes.range(at, len).map(|_| len));
            at += len.map_err(|error| shifted(error, self.types_offset()))?;
            count += 1;
        }
        Ok(count)
    }

    /// Of each type, where it begins among the types.
    fn offsets(&self) -> Result<Vec<u64>, Error> {
        let bytes = self.type_bytes(NAME);
        let (mut offsets, mut at) = (Vec::new(), 0);
        while at < self.types.len() as u64 {
            offsets.push(at);
            at += type_len(&bytes, at)?;
        }
        Ok(offsets)
    }

    /// The names of functions and variables that the compiler declared.
    pub(super) fn declared(&self) -> Result<BTreeSet<Vec<u8>>, Error> {
        let (offsets, bytes) = (self.offsets()?, self.type_bytes(NAME));
        let mut names = BTreeSet::new();
        for at in offsets {
            if matches!(kind(bytes.u32(at + 4)?), KIND_FUNC | KIND_VAR) {
                names.extend(self.string(bytes.u32(at)?).map(<[u8]>::to_vec));
            }
        }
        Ok(names)
    }

    /// A function that is defined elsewhere.
    pub(super) fn add_extern_function(&mut self, name: &str, prototype: TypeId) -> TypeId {
        self.add_type_with(KIND_FUNC << 24 | FUNC_EXTERN, name, prototype.0, &[])
    }

    /// A variable that is defined elsewhere.
    pub(super) fn add_extern_variable(&mut self, name: &str, ty: TypeId) -> TypeId {
        self.add_type(KIND_VAR, name, ty.0, &[VAR_EXTERN])
    }

    /// Adds an extern to the `DATASEC` of the kernel's functions and variables, in which loaders look for it.
    pub(super) fn add_kernel_symbol(&mut self, symbol: TypeId) -> Result<(), Error> {
        // libbpf gives all of them the type `int` (`bpf_object__collect_externs`), and looks for one in the object.
        self.add_int(32, true);
        self.add_to_data_sec(KSYMS, symbol, 0)
    }

    /// The same for an option of the kernel's configuration. libbpf sets the offset, but not the size.
    pub(super) fn add_config(&mut self, option: TypeId, bytes: u32) -> Result<(), Error> {
        self.add_to_data_sec(KCONFIG, option, bytes)
    }

    fn add_to_data_sec(
        &mut self,
        section: &'static str,
        symbol: TypeId,
        bytes: u32,
    ) -> Result<(), Error> {
        let secinfo = [symbol.0, 0, bytes];
        let (offsets, bytes) = (self.offsets()?, self.type_bytes(NAME));
        let mut data_sec = None;
        for &at in &offsets {
            let (text, info) = (self.string(bytes.u32(at)?), bytes.u32(at + 4)?);
            if kind(info) == KIND_DATASEC && text == Some(section.as_bytes()) {
                data_sec = Some((at, info));
            }
        }
        let Some((at, info)) = data_sec else {
            self.add_type_with(KIND_DATASEC << 24 | 1, section, 0, &secinfo);
            return Ok(());
        };
        if info & 0xffff == 0xffff {
            let bytes = self.type_bytes(NAME);
            return Err(bytes.error(at, "too many functions and variables of the kernel"));
        }
        let end = at + TYPE_LEN + u64::from(info & 0xffff) * VAR_SECINFO_LEN;
        let secinfo = secinfo
            .into_iter()
            .flat_map(|word| self.endian.bytes32(word));
        let secinfo: Vec<u8> = secinfo.collect();
        self.types.splice(end as usize..end as usize, secinfo);
        let info_at = at as usize + 4;
        self.types[info_at..info_at + 4].copy_from_slice(&self.endian.bytes32(info + 1));
        Ok(())
    }

    fn var(&self, id: u32, offsets: &[u64]) -> Result<Var, Error> {
        let bytes = self.type_bytes(NAME);
        let at = id
            .checked_sub(1)
            .and_then(|index| offsets.get(index as usize).copied());
        match at {
            Some(at) if kind(bytes.u32(at + 4)?) == KIND_VAR => Ok(Var {
                ty: bytes.u32(at + 8)?,
                linkage_at: at + TYPE_LEN,
            }),
            _ => Err(bytes.error(self.types_offset(), format!("type {id} is not a variable"))),
        }
    }

    /// A string that may be a section's name: a short one.
    pub(super) fn string(&self, offset: u32) -> Option<&[u8]> {
        let rest = self.strings.get(offset as usize..)?;
        let end = rest.iter().take(MAX_SECTION_NAME).position(|&b| b == 0)?;
        Some(&rest[..end])
    }

    pub(super) fn add_string(&mut self, text: &str) -> StrOffset {
        if text.is_empty() {
            return StrOffset(0);
        }
        let next = StrOffset(self.strings.len() as u32);
        let offset = *self
            .known_strings
            .entry(text.as_bytes().to_vec())
            .or_insert(next);
        if offset == next {
            self.strings.extend(text.bytes().chain([0]));
        }
        offset
    }

    pub(super) fn add_int(&mut self, bits: u8, signed: bool) -> TypeId {
        let name = format!("{}{bits}", if signed { 'i' } else { 'u' });
        self.add_int_named(&name, bits, if signed { INT_SIGNED } else { 0 })
    }

    pub(super) fn add_bool(&mut self) -> TypeId {
        self.add_int_named("bool", 8, INT_BOOL)
    }

    /// An integer with its name in C.
    pub(super) fn add_c_int(&mut self, name: &str, bits: u8, signed: bool) -> TypeId {
        self.add_int_named(name, bits, if signed { INT_SIGNED } else { 0 })
    }

    pub(super) fn add_c_bool(&mut self, name: &str) -> TypeId {
        self.add_int_named(name, 8, INT_BOOL)
    }

    fn add_int_named(&mut self, name: &str, bits: u8, encoding: u32) -> TypeId {
        let tail = encoding << 24 | u32::from(bits);
        self.add_type(KIND_INT, name, u32::from(bits) / 8, &[tail])
    }

    pub(super) fn add_float(&mut self, bits: u8) -> TypeId {
        self.add_type(KIND_FLOAT, &format!("f{bits}"), u32::from(bits) / 8, &[])
    }

    /// A pointer to `void`: of members, no loader compares what a pointer points to.
    pub(super) fn add_pointer(&mut self) -> TypeId {
        self.add_pointer_to(VOID)
    }

    pub(super) fn add_pointer_to(&mut self, to: TypeId) -> TypeId {
        self.add_type(KIND_PTR, "", to.0, &[])
    }

    /// `None` if there are too many parameters.
    pub(super) fn add_function(
        &mut self,
        parameters: &[TypeId],
        returns: TypeId,
    ) -> Option<TypeId> {
        let count = u16::try_from(parameters.len()).ok()?;
        let tail: Vec<u32> = parameters.iter().flat_map(|ty| [0, ty.0]).collect();
        let info = KIND_FUNC_PROTO << 24 | u32::from(count);
        Some(self.add_type_with(info, "", returns.0, &tail))
    }

    pub(super) fn add_array(&mut self, element: TypeId, len: u32) -> TypeId {
        let index = self.add_int(32, false);
        self.add_type(KIND_ARRAY, "", 0, &[element.0, index.0, len])
    }

    pub(super) fn add_enum(&mut self, name: &str, bits: u8, signed: bool, enum64: bool) -> TypeId {
        let kind = if enum64 { KIND_ENUM64 } else { KIND_ENUM };
        let flag = if signed { KIND_FLAG } else { 0 };
        self.add_type_with(kind << 24 | flag, name, u32::from(bits) / 8, &[])
    }

    /// `None` if there are too many enumerators.
    pub(super) fn add_enumeration(
        &mut self,
        of: &Enumeration,
        enumerators: &[(&str, u64)],
    ) -> Option<TypeId> {
        let kind = if of.enum64 { KIND_ENUM64 } else { KIND_ENUM };
        let flag = if of.signed { KIND_FLAG } else { 0 };
        let count = u16::try_from(enumerators.len()).ok()?;
        let mut tail = Vec::with_capacity(enumerators.len() * 3);
        for (name, value) in enumerators {
            tail.extend([self.add_string(name).0, *value as u32]);
            if of.enum64 {
                tail.push((*value >> 32) as u32);
            }
        }
        let info = kind << 24 | flag | u32::from(count);
        let bytes = u32::from(of.bits) / 8;
        Some(match of.is_typedef {
            true => {
                let anonymous = self.add_type_with(info, "", bytes, &tail);
                self.add_typedef(&of.name, anonymous)
            }
            false => self.add_type_with(info, &of.name, bytes, &tail),
        })
    }

    pub(super) fn add_typedef(&mut self, name: &str, ty: TypeId) -> TypeId {
        self.add_type(KIND_TYPEDEF, name, ty.0, &[])
    }

    /// `None` if a member stands where BTF cannot say it, or there are too many.
    pub(super) fn add_composite(
        &mut self,
        is_union: bool,
        name: &str,
        bytes: u32,
        members: &[NewMember<'_>],
    ) -> Option<TypeId> {
        let bitfields = members.iter().any(|member| member.width != 0);
        let max = if bitfields {
            MAX_KIND_FLAG_OFFSET
        } else {
            MAX_U32
        };
        let count = u16::try_from(members.len()).ok()?;
        let mut tail = Vec::with_capacity(members.len() * 3);
        for member in members {
            let offset = u32::try_from(member.bit)
                .ok()
                .filter(|&bit| u64::from(bit) < max)?;
            let name = self.add_string(member.name);
            tail.extend([name.0, member.ty.0, u32::from(member.width) << 24 | offset]);
        }
        let kind = if is_union { KIND_UNION } else { KIND_STRUCT };
        let flag = if bitfields { KIND_FLAG } else { 0 };
        Some(self.add_type_with(kind << 24 | flag | u32::from(count), name, bytes, &tail))
    }

    fn add_type(&mut self, kind: u32, name: &str, size_or_type: u32, tail: &[u32]) -> TypeId {
        self.add_type_with(kind << 24, name, size_or_type, tail)
    }

    fn add_type_with(&mut self, info: u32, name: &str, size_or_type: u32, tail: &[u32]) -> TypeId {
        let name = self.add_string(name);
        let words = [name.0, info, size_or_type]
            .into_iter()
            .chain(tail.iter().copied());
        let bytes: Vec<u8> = words.flat_map(|word| self.endian.bytes32(word)).collect();
        if let Some(&id) = self.known_types.get(&bytes) {
            return id;
        }
        self.type_count += 1;
        self.types.extend_from_slice(&bytes);
        self.known_types.insert(bytes, TypeId(self.type_count));
        TypeId(self.type_count)
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let types = self.gap.len() as u32;
        let strings = types + self.types.len() as u32;
        let areas = [
            types,
            self.types.len() as u32,
            strings,
            self.strings.len() as u32,
        ];
        let mut bytes = self.header.clone();
        for (i, area) in areas.into_iter().enumerate() {
            let at = 8 + 4 * i;
            bytes[at..at + 4].copy_from_slice(&self.endian.bytes32(area));
        }
        [bytes.as_slice(), &self.gap, &self.types, &self.strings].concat()
    }
}

pub(super) fn type_len(bytes: &Bytes<'_>, at: u64) -> Result<u64, Error> {
    let info = bytes.u32(at + 4)?;
    if info & 0x00ff_0000 != 0 {
        return Err(bytes.error(at, "a type of more than 65535 members"));
    }
    let count = u64::from(info & 0xffff);
    let tail = match kind(info) {
        KIND_PTR | KIND_FWD..=KIND_FUNC | KIND_FLOAT | KIND_TYPE_TAG => 0,
        KIND_INT | KIND_VAR | KIND_DECL_TAG => 4,
        KIND_ARRAY => 12,
        KIND_STRUCT | KIND_UNION | KIND_DATASEC | KIND_ENUM64 => 12 * count,
        KIND_ENUM | KIND_FUNC_PROTO => 8 * count,
        kind => {
            return Err(bytes.error(
                at,
                format!("unknown BTF kind {kind}\nhint: the compiler is newer than btfgen; update btfgen"),
            ));
        }
    };
    Ok(TYPE_LEN + tail)
}

fn shifted(error: Error, base: u64) -> Error {
    match error {
        Error::Malformed {
            section,
            offset,
            reason,
        } => Error::Malformed {
            section,
            offset: offset + base,
            reason,
        },
        other => other,
    }
}

#[cfg(test)]
mod tests;
