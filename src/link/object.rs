//! The ELF object: parse ↔ encode of headers, sections, symbols and relocations.
//!
//! Sections are carried as bytes; only those that btfgen owns are ever looked into.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Error;
use super::bytes::Bytes;
use crate::reloc::Endian;

const HEADER_LEN: usize = 64;
const SECTION_HEADER_LEN: u64 = 64;
const SYMBOL_LEN: usize = 24;
const RELOCATION_LEN: usize = 16;
/// Names may share bytes: without a bound a small file could stand for any amount of names.
const MAX_NAME: usize = 1024;
const ET_REL: u16 = 1;
const EM_BPF: u16 = 247;

const SHT_PROGBITS: u32 = 1;
const SHT_SYMTAB: u32 = 2;
const SHT_RELA: u32 = 4;
const SHT_NOBITS: u32 = 8;
pub(super) const SHT_REL: u32 = 9;
const SHT_GROUP: u32 = 17;
const SHT_SYMTAB_SHNDX: u32 = 18;
pub(super) const SHF_ALLOC: u64 = 2;
const SHF_EXECINSTR: u64 = 4;
const SHF_INFO_LINK: u64 = 0x40;
const STT_FUNC: u8 = 2;
const STB_LOCAL: u8 = 0;
const STB_WEAK: u8 = 2;
const STV_INTERNAL: u8 = 1;
const STV_HIDDEN: u8 = 2;
const SHN_LORESERVE: u16 = 0xff00;
const SHN_ABS: u16 = 0xfff1;

/// An ELF file in parts.
pub(super) struct Object<'a> {
    pub(super) endian: Endian,
    header: &'a [u8],
    /// Index of the section that holds the section names.
    pub(super) names: usize,
    symtab: Option<usize>,
    /// By section index; the first is the empty one.
    pub(super) sections: Vec<Section<'a>>,
}

pub(super) struct Section<'a> {
    pub(super) name: String,
    name_offset: u32,
    pub(super) kind: u32,
    pub(super) flags: u64,
    addr: u64,
    file_offset: u64,
    size: u64,
    pub(super) link: u32,
    pub(super) info: u32,
    align: u64,
    entry_size: u64,
    pub(super) data: Cow<'a, [u8]>,
}

#[derive(Clone, Copy)]
pub(super) struct Symbol {
    pub(super) section: u16,
    pub(super) value: u64,
}

#[derive(Clone, Copy)]
pub(super) struct Relocation {
    pub(super) offset: u64,
    pub(super) symbol: u32,
    pub(super) kind: u32,
}

impl<'a> Object<'a> {
    pub(super) fn parse(file: &'a [u8]) -> Result<Object<'a>, Error> {
        let (header, endian) = header(file)?;
        let elf = Bytes {
            section: "ELF",
            endian,
            data: file,
        };
        let table = elf.u64(40)?;
        let (entry_len, count, names) = (elf.u16(58)?, elf.u16(60)?, elf.u16(62)?);
        if elf.u16(56)? != 0 {
            return Err(elf.error(56, "a relocatable object has no program headers"));
        }
        if u64::from(entry_len) != SECTION_HEADER_LEN || count == 0 {
            return Err(elf.error(58, "no table of section headers of 64 bytes each"));
        }
        if names == 0 || names >= count {
            return Err(elf.error(62, "no section with the names of sections"));
        }
        let section = |i: u16| {
            let at = table.checked_add(u64::from(i) * SECTION_HEADER_LEN);
            Section::parse(
                &elf,
                at.ok_or_else(|| {
                    elf.error(40, "no section headers at the offset in the ELF header")
                })?,
            )
        };
        let sections = (0..count).map(section).collect::<Result<Vec<_>, _>>()?;
        let mut object = Object {
            endian,
            header,
            names: usize::from(names),
            symtab: sections
                .iter()
                .position(|section| section.kind == SHT_SYMTAB),
            sections,
        };
        object.check_sizes(&elf)?;
        object.name_sections()?;
        Ok(object)
    }

    /// Sections that overlap would let a small file stand for an unbounded amount of data.
    fn check_sizes(&self, elf: &Bytes<'_>) -> Result<(), Error> {
        let total: u64 = self
            .sections
            .iter()
            .map(|section| section.data.len() as u64)
            .sum();
        if total > elf.data.len() as u64 {
            return Err(elf.error(40, "sections overlap"));
        }
        Ok(())
    }

    fn name_sections(&mut self) -> Result<(), Error> {
        let names = self.sections[self.names].data.clone();
        let names = Bytes {
            section: "section names",
            endian: self.endian,
            data: &names,
        };
        for section in &mut self.sections {
            let name = names.c_str(u64::from(section.name_offset))?;
            if name.len() > MAX_NAME {
                return Err(names.error(u64::from(section.name_offset), "a name without an end"));
            }
            section.name = String::from_utf8_lossy(name).into_owned();
        }
        Ok(())
    }

    /// Index of the only section of this name.
    pub(super) fn find(&self, name: &str) -> Result<Option<usize>, Error> {
        let mut found = self.indexes().filter(|&i| self.sections[i].name == name);
        let first = found.next();
        match found.next() {
            Some(_) => Err(Error::malformed(
                name,
                0,
                "more than one section has this name",
            )),
            None => Ok(first),
        }
    }

    pub(super) fn indexes(&self) -> std::ops::Range<usize> {
        1..self.sections.len()
    }

    pub(super) fn bytes(&self, index: usize) -> Bytes<'_> {
        let section = &self.sections[index];
        Bytes {
            section: &section.name,
            endian: self.endian,
            data: &section.data,
        }
    }

    pub(super) fn symbol(&self, index: u32) -> Result<Symbol, Error> {
        let symtab = self.symtab.ok_or_else(|| {
            Error::malformed("ELF", 0, "no symbol table\nhint: link before stripping")
        })?;
        let at = u64::from(index) * SYMBOL_LEN as u64;
        let bytes = self.bytes(symtab);
        Ok(Symbol {
            section: bytes.u16(at + 6)?,
            value: bytes.u64(at + 8)?,
        })
    }

    /// Section and value of each function's symbol → its index.
    pub(super) fn function_symbols(&self) -> HashMap<(usize, u64), u32> {
        let Some(symtab) = self.symtab else {
            return HashMap::new();
        };
        let symbols = self.sections[symtab].data.chunks_exact(SYMBOL_LEN).zip(0..);
        let functions = symbols.filter(|(symbol, _)| symbol[4] & 0xf == STT_FUNC);
        let place = |(symbol, index): (&[u8], u32)| {
            let section = self.endian.u16([symbol[6], symbol[7]]);
            let value = symbol[8..16].try_into().expect("a range of 8 bytes");
            ((usize::from(section), self.endian.u64(value)), index)
        };
        functions.map(place).collect()
    }

    /// Whether a symbol is of no use outside the object.
    pub(super) fn is_hidden(&self, index: u32) -> bool {
        let symbols = self.symtab.map(|symtab| &self.sections[symtab].data);
        let at = index as usize * SYMBOL_LEN;
        let symbol = symbols.and_then(|symbols| symbols.get(at..at + SYMBOL_LEN));
        symbol.is_some_and(|symbol| {
            symbol[4] >> 4 == STB_LOCAL || matches!(symbol[5] & 3, STV_INTERNAL | STV_HIDDEN)
        })
    }

    /// The name of a symbol, if it is text and of no great length.
    pub(super) fn symbol_name(&self, index: u32) -> Option<&str> {
        let symtab = self.symtab?;
        let at = u64::from(index) * SYMBOL_LEN as u64;
        let name = self.bytes(symtab).u32(at).ok()? as usize;
        let names = self.sections.get(self.sections[symtab].link as usize)?;
        let rest = names.data.get(name..)?;
        let end = rest.iter().take(MAX_NAME).position(|&byte| byte == 0)?;
        std::str::from_utf8(&rest[..end]).ok()
    }

    /// Shortens the names of undefined symbols. A name is where it begins in the section with all names.
    pub(super) fn take_prefix_off(&mut self, prefix: &str) -> Result<(), Error> {
        let Some(symtab) = self.symtab else {
            return Ok(());
        };
        let count = self.sections[symtab].data.len() / SYMBOL_LEN;
        for index in 0..count as u32 {
            let is_undefined = self.symbol(index)?.section == 0;
            let name = self.symbol_name(index).filter(|_| is_undefined);
            if !name.is_some_and(|name| name.starts_with(prefix)) {
                continue;
            }
            let at = index as usize * SYMBOL_LEN;
            let begin = self.bytes(symtab).u32(at as u64)? + prefix.len() as u32;
            let begin = self.endian.bytes32(begin);
            self.sections[symtab].data.to_mut()[at..at + 4].copy_from_slice(&begin);
        }
        Ok(())
    }

    /// All undefined symbols, and whether each is weak. One whose name can't be read is left out.
    pub(super) fn externs(&self) -> BTreeMap<String, bool> {
        let symbols = self.symtab.map(|symtab| &self.sections[symtab].data);
        let symbols = symbols
            .into_iter()
            .flat_map(|it| it.chunks_exact(SYMBOL_LEN));
        let undefined = symbols.zip(0..).filter(|(it, _)| it[6..8] == [0, 0]);
        let named = undefined.filter_map(|(symbol, index)| {
            let name = self.symbol_name(index).filter(|name| !name.is_empty())?;
            Some((name.to_owned(), symbol[4] >> 4 == STB_WEAK))
        });
        named.collect()
    }

    /// The undefined symbols that instructions refer to: name, and the first such instruction.
    pub(super) fn undefined(&self) -> Result<BTreeMap<&str, (usize, u64)>, Error> {
        let (mut undefined, mut seen) = (BTreeMap::new(), BTreeSet::new());
        for index in self.indexes().filter(|&i| self.sections[i].is_code()) {
            let Some(relocations) = self.relocations_of(index) else {
                continue;
            };
            for relocation in self.relocations(relocations)? {
                if !seen.insert(relocation.symbol) || self.symbol(relocation.symbol)?.section != 0 {
                    continue;
                }
                let name = self.symbol_name(relocation.symbol).ok_or_else(|| {
                    let reason = "it refers to a symbol that is defined nowhere, and whose name can't be read";
                    self.bytes(index).error(relocation.offset, reason)
                })?;
                undefined.entry(name).or_insert((index, relocation.offset));
            }
        }
        Ok(undefined)
    }

    pub(super) fn relocations(&self, index: usize) -> Result<Vec<Relocation>, Error> {
        let bytes = self.bytes(index);
        if !bytes.data.len().is_multiple_of(RELOCATION_LEN) {
            return Err(bytes.error(bytes.data.len() as u64, "not a whole number of relocations"));
        }
        let entries = (0..bytes.data.len() as u64).step_by(RELOCATION_LEN);
        let entries = entries.map(|at| {
            let info = bytes.u64(at + 8)?;
            let (symbol, kind) = ((info >> 32) as u32, info as u32);
            Ok(Relocation {
                offset: bytes.u64(at)?,
                symbol,
                kind,
            })
        });
        entries.collect()
    }

    pub(super) fn encode_relocations(&self, relocations: &[Relocation]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(relocations.len() * RELOCATION_LEN);
        for relocation in relocations {
            let info = u64::from(relocation.symbol) << 32 | u64::from(relocation.kind);
            bytes.extend(self.endian.bytes64(relocation.offset));
            bytes.extend(self.endian.bytes64(info));
        }
        bytes
    }

    /// The relocation section (`SHT_REL`) of a section.
    pub(super) fn relocations_of(&self, index: usize) -> Option<usize> {
        self.indexes()
            .find(|&i| self.sections[i].kind == SHT_REL && self.sections[i].info as usize == index)
    }

    /// Appends a section that no loader maps, such as `.BTF`.
    pub(super) fn add_section(&mut self, name: &str, data: Vec<u8>) {
        let names = self.sections[self.names].data.to_mut();
        let name_offset = names.len() as u32;
        names.extend(name.bytes().chain([0]));
        self.sections.push(Section {
            name: name.to_owned(),
            name_offset,
            kind: SHT_PROGBITS,
            flags: 0,
            addr: 0,
            file_offset: u64::MAX,
            size: 0,
            link: 0,
            info: 0,
            align: 4,
            entry_size: 0,
            data: Cow::Owned(data),
        });
    }

    /// Takes sections out and gives the others their new indexes wherever ELF keeps one.
    ///
    /// Empty headers of kind `SHT_NULL` in their place would spare the renumbering, but libbpf's static
    /// linker (`bpftool gen object`) refuses an object that has them.
    pub(super) fn remove_sections(&mut self, removed: &BTreeSet<usize>) -> Result<(), Error> {
        let mut new_index: Vec<Option<u32>> = Vec::with_capacity(self.sections.len());
        let mut next = 0;
        for i in 0..self.sections.len() {
            let keep = !removed.contains(&i);
            new_index.push(keep.then_some(next));
            next += u32::from(keep);
        }
        for i in self.indexes().filter(|i| new_index[*i].is_some()) {
            self.renumber_section(i, &new_index)?;
        }
        let new = |old: usize| renumbered(&new_index, old as u32).map(|new| new as usize);
        self.names = new(self.names).unwrap_or(0);
        self.symtab = self.symtab.and_then(new);
        let mut keep = new_index.iter().map(Option::is_some);
        self.sections.retain(|_| keep.next().unwrap_or(true));
        Ok(())
    }

    fn renumber_section(&mut self, index: usize, new_index: &[Option<u32>]) -> Result<(), Error> {
        let endian = self.endian;
        let section = &mut self.sections[index];
        section.link = renumbered(new_index, section.link).unwrap_or(0);
        let info_is_section = section.flags & SHF_INFO_LINK != 0;
        if info_is_section || section.is_relocations() {
            section.info = renumbered(new_index, section.info).unwrap_or(0);
        }
        match section.kind {
            SHT_SYMTAB => renumber_symbols(section.data.to_mut(), endian, new_index),
            SHT_GROUP | SHT_SYMTAB_SHNDX => {
                let reason = "section groups and extended section indexes are not supported\nhint: pass the object through `bpf-linker` first";
                return Err(Error::malformed(&section.name, 0, reason));
            }
            _ => {}
        }
        Ok(())
    }

    /// The file: sections in their old order, then the table of section headers.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut file = self.header.to_vec();
        let mut offsets = vec![0; self.sections.len()];
        let mut order: Vec<usize> = self.indexes().collect();
        order.sort_by_key(|&i| self.sections[i].file_offset);
        for i in order {
            let section = &self.sections[i];
            pad(&mut file, section.align);
            offsets[i] = file.len() as u64;
            file.extend_from_slice(&section.data);
        }
        pad(&mut file, 8);
        let table = file.len() as u64;
        for (section, &offset) in self.sections.iter().zip(&offsets) {
            section.encode(&mut file, self.endian, offset);
        }
        file[40..48].copy_from_slice(&self.endian.bytes64(table));
        file[60..62].copy_from_slice(&self.endian.bytes16(self.sections.len() as u16));
        file[62..64].copy_from_slice(&self.endian.bytes16(self.names as u16));
        file
    }
}

fn header(file: &[u8]) -> Result<(&[u8], Endian), Error> {
    let header = file
        .get(..HEADER_LEN)
        .ok_or(Error::NotBpfObject("too short"))?;
    if header[..4] != *b"\x7fELF" {
        return Err(Error::NotBpfObject("not an ELF file"));
    }
    if header[4] != 2 {
        return Err(Error::NotBpfObject("not ELF of 64 bits"));
    }
    let endian = match header[5] {
        1 => Endian::Little,
        2 => Endian::Big,
        _ => return Err(Error::NotBpfObject("no byte order")),
    };
    if endian.u16([header[18], header[19]]) != EM_BPF {
        return Err(Error::NotBpfObject("made for another machine"));
    }
    if endian.u16([header[16], header[17]]) != ET_REL {
        return Err(Error::NotBpfObject("not relocatable"));
    }
    Ok((header, endian))
}

impl<'a> Section<'a> {
    fn parse(elf: &Bytes<'a>, at: u64) -> Result<Section<'a>, Error> {
        elf.range(at, SECTION_HEADER_LEN)?;
        let mut section = Section {
            name: String::new(),
            name_offset: elf.u32(at)?,
            kind: elf.u32(at + 4)?,
            flags: elf.u64(at + 8)?,
            addr: elf.u64(at + 16)?,
            file_offset: elf.u64(at + 24)?,
            size: elf.u64(at + 32)?,
            link: elf.u32(at + 40)?,
            info: elf.u32(at + 44)?,
            align: elf.u64(at + 48)?,
            entry_size: elf.u64(at + 56)?,
            data: Cow::Borrowed(&[]),
        };
        if !section.is_without_bytes() {
            section.data = Cow::Borrowed(elf.range(section.file_offset, section.size)?);
        }
        if section.align > 4096 {
            return Err(elf.error(at + 48, "a section aligned to more than a page"));
        }
        Ok(section)
    }

    pub(super) fn is_relocations(&self) -> bool {
        matches!(self.kind, SHT_REL | SHT_RELA)
    }

    /// A section of instructions.
    pub(super) fn is_code(&self) -> bool {
        self.kind == SHT_PROGBITS && self.flags & SHF_EXECINSTR != 0
    }

    fn is_without_bytes(&self) -> bool {
        matches!(self.kind, 0 | SHT_NOBITS)
    }

    fn encode(&self, file: &mut Vec<u8>, endian: Endian, offset: u64) {
        let size = if self.is_without_bytes() {
            self.size
        } else {
            self.data.len() as u64
        };
        file.extend(endian.bytes32(self.name_offset));
        file.extend(endian.bytes32(self.kind));
        file.extend(endian.bytes64(self.flags));
        file.extend(endian.bytes64(self.addr));
        file.extend(endian.bytes64(offset));
        file.extend(endian.bytes64(size));
        file.extend(endian.bytes32(self.link));
        file.extend(endian.bytes32(self.info));
        file.extend(endian.bytes64(self.align));
        file.extend(endian.bytes64(self.entry_size));
    }
}

fn renumbered(new_index: &[Option<u32>], old: u32) -> Option<u32> {
    new_index.get(old as usize).copied().flatten()
}

/// Symbols of removed sections stay, as absolute ones, so that the indexes of the others stay true.
fn renumber_symbols(symbols: &mut [u8], endian: Endian, new_index: &[Option<u32>]) {
    for symbol in symbols.chunks_exact_mut(SYMBOL_LEN) {
        let section = endian.u16([symbol[6], symbol[7]]);
        if section == 0 || section >= SHN_LORESERVE {
            continue;
        }
        match renumbered(new_index, u32::from(section)) {
            Some(new) => symbol[6..8].copy_from_slice(&endian.bytes16(new as u16)),
            None => {
                let binding = symbol[4] & 0xf0;
                symbol[4] = binding;
                symbol[6..8].copy_from_slice(&endian.bytes16(SHN_ABS));
                symbol[8..24].fill(0);
            }
        }
    }
}

fn pad(file: &mut Vec<u8>, align: u64) {
    file.resize(file.len().next_multiple_of(align.max(1) as usize), 0);
}
