//! The BTF sections of an ELF file, of either byte order and width. Reads these, the section table and no more.

use std::fmt::Display;
use std::ops::Range;

use object::read::elf::{CompressionHeader, FileHeader, SectionHeader, SectionTable};
use object::read::{FileKind, ReadRef, StringTable};
use object::{Endianness, elf};

use super::kind::Packing;
use super::left::take_off;
use super::limits::MAX_INPUT;
use super::{Contents, Problem, unpack};
use crate::btf::release;

/// Compressed sections may unpack to what is `left`.
pub(super) fn contents<'a>(data: impl ReadRef<'a>, left: &mut u64) -> Result<Contents, Problem> {
    let data = Bounded(data);
    match FileKind::parse(data).map_err(Problem::elf)? {
        FileKind::Elf32 => sections::<elf::FileHeader32<Endianness>, _>(data, left),
        FileKind::Elf64 => sections::<elf::FileHeader64<Endianness>, _>(data, left),
        _ => Err(Problem::elf("its class is neither 32 nor 64 bits")),
    }
}

fn sections<'a, H: FileHeader, R: ReadRef<'a>>(data: R, left: &mut u64) -> Result<Contents, Problem>
where
    H::SectionHeader: 'a,
{
    let header = H::parse(data).map_err(Problem::elf)?;
    let endian = header.endian().map_err(Problem::elf)?;
    let headers = (header.section_headers(endian, data)).map_err(Problem::elf)?;
    let names = names::<H, R>(header, endian, headers, data).map_err(Problem::elf)?;
    let table = SectionTable::<H>::new(headers, StringTable::new(names, 0, names.len() as u64));
    let mut section = |name: &'static str| -> Result<Option<Vec<u8>>, Problem> {
        let Some((_, section)) = table.section_by_name(endian, name.as_bytes()) else {
            return Ok(None);
        };
        let bad = |error: &dyn Display| {
            Problem::elf(format!("its section {name} can't be read: {error}"))
        };
        let bytes = (section.data(endian, data)).map_err(|error| bad(&error))?;
        let compression = section.compression(endian, data);
        let bytes = match compression.map_err(|error| bad(&error))? {
            None => {
                take_off(left, bytes.len())?;
                bytes.to_vec()
            }
            Some((header, start, _)) => {
                let start = start.saturating_sub(section.sh_offset(endian).into());
                let packed = bytes.get(start as usize..).unwrap_or_default();
                let packing = match header.ch_type(endian) {
                    elf::ELFCOMPRESS_ZLIB => Packing::Zlib,
                    elf::ELFCOMPRESS_ZSTD => Packing::Zstd,
                    other => return Err(bad(&format!("its compression {other} is not known"))),
                };
                unpack::unpack(packing, packed, left)?
            }
        };
        Ok(Some(bytes))
    };
    let btf = section(".BTF")?.ok_or_else(|| Problem::elf("it has no .BTF section"))?;
    // A file of debug information has the sections of the other file, but not what is in them.
    if btf.is_empty() {
        return Err(Problem::EmptySection);
    }
    Ok(Contents {
        btf,
        base: section(".BTF.base")?.filter(|base| !base.is_empty()),
        release: section(".modinfo")?.and_then(|text| release(&text)),
    })
}

/// The release of the kernel that a module was built for: `vermagic=6.1.0-50-amd64 SMP …`.
fn release(modinfo: &[u8]) -> Option<String> {
    let mut fields = modinfo.split(|byte| *byte == 0);
    release::at_start(fields.find_map(|field| field.strip_prefix(b"vermagic="))?)
}

/// The sections' names, in one piece: asking the file for each would be a read a section.
fn names<'a, H: FileHeader, R: ReadRef<'a>>(
    header: &H,
    endian: H::Endian,
    headers: &'a [H::SectionHeader],
    data: R,
) -> object::Result<&'a [u8]> {
    match headers {
        [] => Ok(&[]),
        _ => {
            let index = header.section_strings_index(endian, data)?;
            match headers.get(index.0) {
                Some(section) => section.data(endian, data),
                None => Ok(&[]),
            }
        }
    }
}

/// Whatever sizes a file names, no more than this is read at once.
#[derive(Clone, Copy)]
struct Bounded<R>(R);

impl<'a, R: ReadRef<'a>> ReadRef<'a> for Bounded<R> {
    fn len(self) -> Result<u64, ()> {
        self.0.len()
    }

    fn read_bytes_at(self, offset: u64, size: u64) -> Result<&'a [u8], ()> {
        match size <= MAX_INPUT {
            true => self.0.read_bytes_at(offset, size),
            false => Err(()),
        }
    }

    fn read_bytes_at_until(self, range: Range<u64>, delimiter: u8) -> Result<&'a [u8], ()> {
        self.0.read_bytes_at_until(range, delimiter)
    }
}
