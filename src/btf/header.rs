//! The header of a BTF → where its sections are.

use std::ops::Range;

use super::malformed::Malformed;
use super::strings::Strings;
use crate::btf_format::MAGIC;

/// The header that all BTF has: magic, version, flags, its length, then offset and length of types and of strings.
const SHORTEST: u64 = 24;

/// With offset and length of the layout section: what this decoder knows (`struct btf_header` of Linux 7.1).
const LONGEST: usize = 32;

/// `struct btf_layout`
const LAYOUT_LEN: usize = 4;

/// The byte order and the sections of a BTF.
pub(crate) struct Sections<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) big_endian: bool,
    /// Of `bytes`.
    pub(super) types: Range<usize>,
    pub(super) strings: Strings<'a>,
    /// Of kinds, by number.
    pub(super) layouts: &'a [u8],
}

/// How long the records of a kind are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Bytes behind the three words that all records begin with.
    pub(super) fixed: usize,
    /// Bytes of each of the elements that are counted in the second word.
    pub(super) element: usize,
}

pub(crate) fn sections(bytes: &[u8]) -> Result<Sections<'_>, Malformed> {
    let big_endian = match bytes.get(..2).map(|magic| [magic[0], magic[1]]) {
        Some(magic) if u16::from_le_bytes(magic) == MAGIC => false,
        Some(magic) if u16::from_be_bytes(magic) == MAGIC => true,
        _ => return Err(Malformed::NotBtf),
    };
    if (bytes.len() as u64) < SHORTEST {
        return Err(Malformed::Section {
            name: "header",
            end: SHORTEST,
            length: bytes.len() as u64,
        });
    }
    if bytes[2] != 1 {
        return Err(Malformed::Header("its version is not 1"));
    }
    if bytes[3] != 0 {
        return Err(Malformed::Header("it has flags that are not known"));
    }
    let word = |at: usize| u64::from(words::<1>(&bytes[at..], big_endian)[0]);
    let header = word(4);
    if header < SHORTEST {
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
    let layouts = match header >= LONGEST as u64 {
        true => section("layout", word(24), word(28))?,
        false => 0..0,
    };
    let known = match header >= LONGEST as u64 {
        true => LONGEST,
        false => SHORTEST as usize,
    };
    // The header is within the data, as its sections are behind it.
    if bytes[known..header as usize].iter().any(|byte| *byte != 0) {
        return Err(Malformed::Header(
            "it has more fields than this btfgen knows, and they are in use",
        ));
    }
    if !layouts.len().is_multiple_of(LAYOUT_LEN) {
        return Err(Malformed::Header(
            "its layout section does not hold a whole number of layouts",
        ));
    }
    Ok(Sections {
        bytes,
        big_endian,
        types,
        strings: Strings::new(&bytes[strings]),
        layouts: &bytes[layouts],
    })
}

/// What a layout section says of a kind.
pub(super) fn layout(layouts: &[u8], kind: u32) -> Option<Layout> {
    let at = LAYOUT_LEN * kind as usize;
    let entry = layouts.get(at..at + LAYOUT_LEN)?;
    Some(Layout {
        fixed: usize::from(entry[0]),
        element: usize::from(entry[1]),
    })
}

/// The first words of the bytes. Words beyond the end are 0.
pub(super) fn words<const N: usize>(bytes: &[u8], big_endian: bool) -> [u32; N] {
    let mut words = [0; N];
    for (word, bytes) in words.iter_mut().zip(bytes.as_chunks().0) {
        *word = match big_endian {
            true => u32::from_be_bytes(*bytes),
            false => u32::from_le_bytes(*bytes),
        };
    }
    words
}
