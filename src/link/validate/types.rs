//! Header, strings, and where each type is: `btf_parse_hdr`, `btf_parse_str_sec` and `btf_parse_type_sec` of libbpf, and the
//! kernel's functions of the same names, with `btf_check_sec_info`.

use super::fault::fault;
use crate::btf_format::{MAGIC, kind};
use crate::link::Error;
use crate::link::btf_section::type_len;
use crate::link::bytes::Bytes;
use crate::text::printable;

const HEADER_LEN: u64 = 24;
/// `BTF_MAX_TYPE`
const MAX_TYPES: usize = 0x000f_ffff;
/// `BTF_MAX_NAME_OFFSET`
const MAX_NAME_OFFSET: u64 = 0x00ff_ffff;
/// `BTF_MAX_SIZE`
const MAX_SIZE: usize = 16 << 20;
/// `KSYM_NAME_LEN`, of the kernels where it is largest.
const MAX_NAME: usize = 512;

pub(super) struct Types<'a> {
    pub(super) section: Bytes<'a>,
    strings: &'a [u8],
    /// By type id; the first is `void`.
    types: Vec<Type>,
}

/// One `struct btf_type`.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// Offset in the section.
    pub(super) at: u64,
    pub(super) name: u32,
    pub(super) kind: u32,
    /// `vlen`
    pub(super) count: u32,
    /// `kind_flag`
    pub(super) flag: bool,
    /// `size` or `type`
    pub(super) word: u32,
}

/// Offset of what follows a `struct btf_type`.
const TAIL: u64 = 12;

impl<'a> Types<'a> {
    pub(super) fn parse(section: Bytes<'a>) -> Result<Types<'a>, Error> {
        let header_len = u64::from(section.u32(4)?);
        if section.u16(0)? != MAGIC || section.range(2, 2)? != [1, 0] || header_len < HEADER_LEN {
            return Err(fault(
                section,
                0,
                "its header is not that of BTF version 1 without flags",
            ));
        }
        if section.data.len() > MAX_SIZE {
            return Err(fault(section, 0, "it has more than 16 MiB"));
        }
        let header = section.range(0, header_len)?;
        if header[HEADER_LEN as usize..].iter().any(|&byte| byte != 0) {
            return Err(fault(
                section,
                HEADER_LEN,
                "its header has fields that kernels do not know",
            ));
        }
        let word = |at| section.u32(at).map(u64::from);
        let (type_off, type_len, str_off, str_len) = (word(8)?, word(12)?, word(16)?, word(20)?);
        let data_len = section.data.len() as u64 - header_len;
        if type_off != 0 || type_len == 0 || str_off != type_len || str_off + str_len != data_len {
            return Err(fault(
                section,
                8,
                "types and strings do not follow the header and each other up to the end",
            ));
        }
        let strings = section.range(header_len + str_off, str_len)?;
        let is_closed = strings.first() == Some(&0) && strings.last() == Some(&0);
        if !is_closed || str_len - 1 > MAX_NAME_OFFSET {
            return Err(fault(
                section,
                header_len + str_off,
                "its strings do not begin and end with a NUL, or take more than 16 MiB",
            ));
        }
        let (start, end) = (header_len, header_len + type_len);
        let types = Bytes {
            data: &section.data[..end as usize],
            ..section
        };
        let mut types = Types {
            section,
            strings,
            types: read_types(types, start)?,
        };
        types.types.shrink_to_fit();
        Ok(types)
    }

    /// Number of types with `void`: ids are below it.
    pub(super) fn len(&self) -> usize {
        self.types.len()
    }

    pub(super) fn get(&self, id: u32) -> Option<&Type> {
        self.types.get(id as usize)
    }

    /// All but `void`.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &Type)> {
        (0..).zip(&self.types).skip(1)
    }

    /// The string at an offset, of which names have no more than so many bytes.
    pub(super) fn string(&self, offset: u32) -> Option<&'a [u8]> {
        let rest = self
            .strings
            .get(offset as usize..)
            .filter(|rest| !rest.is_empty())?;
        let end = rest.iter().take(MAX_NAME).position(|&byte| byte == 0);
        Some(&rest[..end.unwrap_or(rest.len().min(MAX_NAME))])
    }

    /// `btf__str_by_offset` of libbpf, and `btf_name_offset_valid` of the kernel.
    pub(super) fn has_string(&self, offset: u32) -> bool {
        (offset as usize) < self.strings.len()
    }

    /// A word of what follows a type.
    pub(super) fn tail(&self, ty: &Type, index: u64) -> Result<u32, Error> {
        self.section.u32(ty.at + TAIL + 4 * index)
    }

    /// Words of what follows a type, `N` for each of its members, parameters or whatever it has.
    pub(super) fn entries<const N: usize>(
        &self,
        ty: &Type,
    ) -> impl Iterator<Item = Result<[u32; N], Error>> {
        let ty = *ty;
        (0..u64::from(ty.count)).map(move |entry| {
            let mut words = [0; N];
            for (i, word) in (0..).zip(&mut words) {
                *word = self.tail(&ty, entry * N as u64 + i)?;
            }
            Ok(words)
        })
    }

    /// What is wrong with a type.
    pub(super) fn fault(&self, id: u32, reason: &str) -> Error {
        let (at, name) = match self.get(id) {
            Some(ty) => (ty.at, self.string(ty.name).unwrap_or_default()),
            None => (0, &[][..]),
        };
        let name = String::from_utf8_lossy(name);
        let name = match name.is_empty() {
            true => String::new(),
            false => format!(" `{}`", printable(&name)),
        };
        fault(self.section, at, &format!("type {id}{name}: {reason}"))
    }
}

fn read_types(bytes: Bytes<'_>, start: u64) -> Result<Vec<Type>, Error> {
    let void = Type {
        at: start,
        name: 0,
        kind: 0,
        count: 0,
        flag: false,
        word: 0,
    };
    let (mut types, mut at) = (vec![void], start);
    while at < bytes.data.len() as u64 {
        let len = type_len(&bytes, at)?;
        bytes.range(at, len)?;
        let info = bytes.u32(at + 4)?;
        types.push(Type {
            at,
            name: bytes.u32(at)?,
            kind: kind(info),
            count: info & 0xffff,
            flag: info >> 31 != 0,
            word: bytes.u32(at + 8)?,
        });
        at += len;
    }
    if types.len() > MAX_TYPES {
        return Err(fault(bytes, start, "it has more types than kernels take"));
    }
    Ok(types)
}
