//! `.BTF.ext`: parse ↔ encode. The info of functions and lines is kept as it is, relocations are added.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Error;
use super::btf_section::{StrOffset, TypeId};
use super::bytes::Bytes;
use super::object::Object;
pub(super) use crate::btf_format::CoreReloKind;
use crate::btf_format::MAGIC;
use crate::reloc::Endian;

pub(super) const NAME: &str = ".BTF.ext";
/// Up to `core_relo_len`.
const HEADER_LEN: u64 = 32;
/// What compilers before CO-RE wrote.
const OLD_HEADER_LEN: u64 = 24;
const CORE_RELO_LEN: u64 = 16;
/// `struct bpf_func_info`: instruction, type.
const FUNC_INFO_LEN: u64 = 8;
/// `struct bpf_line_info`: instruction, file, line, line and column.
const LINE_INFO_LEN: u64 = 16;

/// The section, with its CO-RE relocations taken apart.
pub(super) struct Ext {
    endian: Endian,
    /// At least [`HEADER_LEN`] bytes.
    header: Vec<u8>,
    old_header_len: u64,
    /// What follows the header, up to the CO-RE relocations.
    kept: Vec<u8>,
    sections: Vec<SectionRelos>,
    by_name: HashMap<u32, usize>,
    /// Program section and instruction → where in `kept` the source line of the instruction is named.
    lines: HashMap<(u32, u32), usize>,
}

/// The relocations of one program section.
struct SectionRelos {
    name: StrOffset,
    relos: Vec<CoreRelo>,
    insns: HashSet<u32>,
}

/// `struct bpf_core_relo`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CoreRelo {
    pub(super) insn_off: u32,
    pub(super) type_id: TypeId,
    pub(super) access_str: StrOffset,
    pub(super) kind: u32,
    /// Where it was in the section that was parsed.
    old_offset: Option<u64>,
}

impl CoreRelo {
    pub(super) fn new(
        insn_off: u32,
        type_id: TypeId,
        access_str: StrOffset,
        kind: CoreReloKind,
    ) -> CoreRelo {
        CoreRelo {
            insn_off,
            type_id,
            access_str,
            kind: kind as u32,
            old_offset: None,
        }
    }
}

impl Ext {
    pub(super) fn new(endian: Endian) -> Ext {
        let mut header = Vec::with_capacity(HEADER_LEN as usize);
        header.extend(endian.bytes16(MAGIC));
        header.extend([1, 0]);
        header.extend(endian.bytes32(HEADER_LEN as u32));
        header.resize(HEADER_LEN as usize, 0);
        Ext {
            endian,
            header,
            old_header_len: HEADER_LEN,
            kept: Vec::new(),
            sections: Vec::new(),
            by_name: HashMap::new(),
            lines: HashMap::new(),
        }
    }

    pub(super) fn parse(bytes: Bytes<'_>) -> Result<Ext, Error> {
        if bytes.u16(0)? != MAGIC {
            return Err(bytes.error(0, "not .BTF.ext of the object's byte order"));
        }
        let old_header_len = u64::from(bytes.u32(4)?);
        if bytes.range(2, 1)? != [1] || old_header_len < OLD_HEADER_LEN {
            return Err(bytes.error(2, "an unknown form of .BTF.ext\nhint: update btfgen"));
        }
        let mut header = bytes.range(0, old_header_len)?.to_vec();
        let has_core_relo = old_header_len >= HEADER_LEN;
        if !has_core_relo {
            header.resize(HEADER_LEN as usize, 0);
        }
        let area = |at: u64| {
            let start = old_header_len + u64::from(bytes.u32(at)?);
            let len = u64::from(bytes.u32(at + 4)?);
            bytes.range(start, len).map(|_| (start, len))
        };
        let infos = [area(8)?, area(16)?];
        let mut ext = Ext {
            endian: bytes.endian,
            header,
            old_header_len,
            kept: bytes
                .range(old_header_len, bytes.data.len() as u64 - old_header_len)?
                .to_vec(),
            sections: Vec::new(),
            by_name: HashMap::new(),
            lines: HashMap::new(),
        };
        ext.lines = parse_lines(&bytes, infos[1], old_header_len)?;
        if has_core_relo {
            let (start, len) = area(24)?;
            if len > 0 {
                if infos.iter().any(|&(info, len)| info + len > start) {
                    return Err(bytes.error(24, "the CO-RE relocations are not at the end"));
                }
                ext.kept.truncate((start - old_header_len) as usize);
                ext.parse_core_relos(&bytes, start, start + len)?;
            }
        }
        Ok(ext)
    }

    fn parse_core_relos(&mut self, bytes: &Bytes<'_>, start: u64, end: u64) -> Result<(), Error> {
        if u64::from(bytes.u32(start)?) != CORE_RELO_LEN {
            return Err(bytes.error(start, "CO-RE relocations that are not 16 bytes long"));
        }
        let mut at = start + 4;
        while at < end {
            let (name, count) = (StrOffset(bytes.u32(at)?), u64::from(bytes.u32(at + 4)?));
            at += 8;
            if count * CORE_RELO_LEN > end.saturating_sub(at) {
                return Err(bytes.error(at - 4, "more CO-RE relocations than there is room for"));
            }
            for _ in 0..count {
                let relo = CoreRelo {
                    insn_off: bytes.u32(at)?,
                    type_id: TypeId(bytes.u32(at + 4)?),
                    access_str: StrOffset(bytes.u32(at + 8)?),
                    kind: bytes.u32(at + 12)?,
                    old_offset: Some(at),
                };
                let section = self.section_mut(name);
                section.insns.insert(relo.insn_off);
                section.relos.push(relo);
                at += CORE_RELO_LEN;
            }
        }
        Ok(())
    }

    /// Loaders that keep relocations in a map by section would lose those of a second entry for it, so
    /// there is one entry a section.
    fn section_mut(&mut self, name: StrOffset) -> &mut SectionRelos {
        let next = self.sections.len();
        let index = *self.by_name.entry(name.0).or_insert(next);
        if index == next {
            self.sections.push(SectionRelos {
                name,
                relos: Vec::new(),
                insns: HashSet::new(),
            });
        }
        &mut self.sections[index]
    }

    /// The relocations of each section, in their order.
    pub(super) fn core_relos(&self) -> impl Iterator<Item = (StrOffset, &[CoreRelo])> {
        let sections = self.sections.iter();
        sections.map(|section| (section.name, &section.relos[..]))
    }

    /// Names of the sections that are spoken of already.
    pub(super) fn section_names(&self) -> BTreeSet<StrOffset> {
        let lines = self.lines.keys().map(|(section, _)| StrOffset(*section));
        let relocated = self.sections.iter().map(|section| section.name);
        lines.chain(relocated).collect()
    }

    /// `false` if the instruction has a relocation already.
    pub(super) fn add(&mut self, section: StrOffset, relo: CoreRelo) -> bool {
        let section = self.section_mut(section);
        let is_new = section.insns.insert(relo.insn_off);
        if is_new {
            section.relos.push(relo);
        }
        is_new
    }

    /// Has the verifier's log quote this text at the instruction, if the log quotes anything there.
    pub(super) fn quote(&mut self, section: StrOffset, insn_off: u32, text: StrOffset) {
        if let Some(&at) = self.lines.get(&(section.0, insn_off)) {
            self.kept[at..at + 4].copy_from_slice(&self.endian.bytes32(text.0));
        }
    }

    /// The section's bytes, and for what its ELF relocations point at: the new offset of each old one.
    pub(super) fn encode(mut self) -> (Vec<u8>, Moves) {
        let mut kept = self.kept;
        kept.resize(kept.len().next_multiple_of(4), 0);
        let header_len = self.header.len() as u64;
        let mut moves = Moves {
            old_header_len: self.old_header_len,
            header_len,
            core_relos: BTreeMap::new(),
        };
        let mut relos = self.endian.bytes32(CORE_RELO_LEN as u32).to_vec();
        for section in &mut self.sections {
            section.relos.sort_by_key(|relo| relo.insn_off);
            relos.extend(self.endian.bytes32(section.name.0));
            relos.extend(self.endian.bytes32(section.relos.len() as u32));
            for relo in &section.relos {
                let new_offset = header_len + (kept.len() + relos.len()) as u64;
                if let Some(old) = relo.old_offset {
                    moves.core_relos.insert(old, new_offset);
                }
                for word in [relo.insn_off, relo.type_id.0, relo.access_str.0, relo.kind] {
                    relos.extend(self.endian.bytes32(word));
                }
            }
        }
        for (at, value) in [
            (4, header_len as usize),
            (24, kept.len()),
            (28, relos.len()),
        ] {
            self.header[at..at + 4].copy_from_slice(&self.endian.bytes32(value as u32));
        }
        ([self.header, kept, relos].concat(), moves)
    }
}

/// `struct bpf_func_info`, and the section that it is about.
pub(super) struct Function {
    pub(super) section: StrOffset,
    pub(super) insn_off: u32,
    pub(super) type_id: u32,
}

/// The functions that `.BTF.ext` tells of.
pub(super) fn functions(object: &Object<'_>) -> Result<Vec<Function>, Error> {
    let Some(index) = object.find(NAME)? else {
        return Ok(Vec::new());
    };
    let bytes = object.bytes(index);
    let (start, len) = (bytes.u32(8)?, u64::from(bytes.u32(12)?));
    let start = u64::from(bytes.u32(4)?) + u64::from(start);
    if len == 0 {
        return Ok(Vec::new());
    }
    let record_len = u64::from(bytes.u32(start)?).max(FUNC_INFO_LEN);
    let (mut functions, mut at) = (Vec::new(), start + 4);
    while at < start + len {
        let (section, count) = (StrOffset(bytes.u32(at)?), bytes.u32(at + 4)?);
        at += 8;
        for _ in 0..count {
            functions.push(Function {
                section,
                insn_off: bytes.u32(at)?,
                type_id: bytes.u32(at + 4)?,
            });
            at += record_len;
        }
    }
    Ok(functions)
}

/// Where each `struct bpf_line_info` names its line, from the end of the header on.
fn parse_lines(
    bytes: &Bytes<'_>,
    (start, len): (u64, u64),
    header_len: u64,
) -> Result<HashMap<(u32, u32), usize>, Error> {
    let mut lines = HashMap::new();
    if len == 0 {
        return Ok(lines);
    }
    let record_len = u64::from(bytes.u32(start)?);
    if record_len < LINE_INFO_LEN {
        return Err(bytes.error(start, "line info of less than 16 bytes"));
    }
    let (mut at, end) = (start + 4, start + len);
    while at < end {
        let (section, count) = (bytes.u32(at)?, u64::from(bytes.u32(at + 4)?));
        at += 8;
        if count * record_len > end.saturating_sub(at) {
            return Err(bytes.error(at - 4, "more line info than there is room for"));
        }
        for _ in 0..count {
            lines.insert((section, bytes.u32(at)?), (at + 8 - header_len) as usize);
            at += record_len;
        }
    }
    Ok(lines)
}

/// Where the parts of the section went.
pub(super) struct Moves {
    old_header_len: u64,
    header_len: u64,
    core_relos: BTreeMap<u64, u64>,
}

impl Moves {
    pub(super) fn new_offset(&self, old: u64) -> u64 {
        match self.core_relos.range(..=old).next_back() {
            Some((start, new)) if old - start < CORE_RELO_LEN => new + (old - start),
            _ => old + (self.header_len - self.old_header_len),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CoreRelo, CoreReloKind, Ext, NAME, StrOffset, TypeId};
    use crate::link::bytes::Bytes;
    use crate::reloc::Endian;

    fn parse(data: &[u8], endian: Endian) -> Ext {
        Ext::parse(Bytes {
            section: NAME,
            endian,
            data,
        })
        .unwrap()
    }

    fn relo(insn_off: u32) -> CoreRelo {
        CoreRelo::new(
            insn_off,
            TypeId(7),
            StrOffset(9),
            CoreReloKind::FieldByteOffset,
        )
    }

    #[test]
    fn what_is_encoded_is_parsed_again() {
        for endian in [Endian::Little, Endian::Big] {
            let mut ext = Ext::new(endian);
            assert!(ext.add(StrOffset(1), relo(16)));
            assert!(ext.add(StrOffset(1), relo(8)));
            assert!(ext.add(StrOffset(2), relo(16)));
            assert!(!ext.add(StrOffset(1), relo(16)));
            let (bytes, _) = ext.encode();
            assert_eq!(bytes.len(), 32 + 4 + 2 * 8 + 3 * 16);
            let (again, moves) = parse(&bytes, endian).encode();
            assert_eq!(again, bytes);
            assert!((0..bytes.len() as u64).all(|at| moves.new_offset(at) == at));
        }
    }

    #[test]
    fn a_header_without_core_relos_grows() {
        let mut old = vec![0x9f, 0xeb, 1, 0];
        let info = b"functions, and nothing else";
        for word in [24_u32, 0, 27, 27, 0] {
            old.extend(word.to_le_bytes());
        }
        old.extend(info);
        let mut ext = parse(&old, Endian::Little);
        ext.add(StrOffset(1), relo(8));
        let (bytes, moves) = ext.encode();
        assert_eq!(bytes[4..8], 32_u32.to_le_bytes());
        assert_eq!(bytes[8..24], old[8..24]);
        assert_eq!(bytes[24..32], [28, 0, 0, 0, 28, 0, 0, 0]);
        assert_eq!(bytes[32..59], *info);
        assert_eq!(moves.new_offset(24), 32);
    }

    #[test]
    fn a_line_is_quoted_at_its_instruction_only() {
        let mut old = vec![0x9f, 0xeb, 1, 0];
        // One section, whose name is at 5, with lines at instructions 0 and 8.
        let info = [16, 5, 2, 0, 11, 12, 13, 8, 21, 22, 23];
        for word in [24_u32, 0, 0, 0, 44].into_iter().chain(info) {
            old.extend(word.to_le_bytes());
        }
        let mut ext = parse(&old, Endian::Little);
        ext.quote(StrOffset(5), 8, StrOffset(99));
        ext.quote(StrOffset(5), 16, StrOffset(98));
        ext.quote(StrOffset(6), 0, StrOffset(97));
        let (bytes, _) = ext.encode();
        let quoted = [16, 5, 2, 0, 11, 12, 13, 8, 21, 99, 23];
        assert_eq!(bytes[32..76], quoted.map(u32::to_le_bytes).concat());
    }

    #[test]
    fn earlier_relocations_move_with_their_entries() {
        let mut ext = Ext::new(Endian::Little);
        ext.add(StrOffset(1), relo(8));
        ext.add(StrOffset(1), relo(24));
        let (bytes, _) = ext.encode();
        let mut ext = parse(&bytes, Endian::Little);
        ext.add(StrOffset(1), relo(16));
        let (_, moves) = ext.encode();
        let first = 32 + 4 + 8;
        assert_eq!(moves.new_offset(first), first);
        assert_eq!(moves.new_offset(first + 16), first + 32);
    }

    #[test]
    fn a_cut_section_is_an_error() {
        let mut ext = Ext::new(Endian::Little);
        ext.add(StrOffset(1), relo(8));
        let (bytes, _) = ext.encode();
        for len in 0..bytes.len() {
            let cut = Bytes {
                section: NAME,
                endian: Endian::Little,
                data: &bytes[..len],
            };
            assert!(Ext::parse(cut).is_err(), "{len} bytes");
        }
    }
}
