//! The records of an object, each with the instruction and the table it speaks of.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Error;
use super::insn::{INSN_LEN, Insn, LD_IMM64};
use super::object::{Object, Relocation};
use super::tables::Tables;
use crate::reloc::record::{FORMAT_OFFSET, INSN_OFFSET, Record, TABLE_OFFSET};
use crate::reloc::{RELO_SECTION, TYPES_SECTION, record};

/// `R_BPF_64_ABS64`
const ABS64: u32 = 2;

/// An instruction to relocate.
pub(super) struct Site {
    pub(super) section: usize,
    pub(super) offset: u64,
    /// Offset of the table among the object's tables.
    pub(super) table: u64,
    pub(super) record: Record,
}

/// The sites of an object in the order of its instructions.
pub(super) fn collect(
    object: &Object<'_>,
    relo: Option<usize>,
    tables: &Tables,
) -> Result<Vec<Site>, Error> {
    let Some(relo) = relo else {
        return Ok(Vec::new());
    };
    let bytes = object.bytes(relo);
    let relocations = match object.relocations_of(relo) {
        Some(index) => object.relocations(index)?,
        None => Vec::new(),
    };
    let relocations = relocations
        .into_iter()
        .map(|relocation| (relocation.offset, relocation));
    let addresses = Addresses {
        object,
        tables,
        relocations: relocations.collect(),
    };
    let mut sites = BTreeMap::new();
    let mut at = 0;
    while (at as usize) < bytes.data.len() {
        addresses.check_format(at)?;
        let parsed = Record::parse(&bytes.data[at as usize..], object.endian);
        let (record, len) = parsed.map_err(|reason| Error::Record { offset: at, reason })?;
        let site = addresses.site(at, record)?;
        if let Some(earlier) = sites.insert((site.section, site.offset), site) {
            return Err(object.bytes(earlier.section).error(
                earlier.offset,
                format!("two records for one instruction, the second at {RELO_SECTION}+{at:#x}"),
            ));
        }
        at += len as u64;
    }
    let sites: Vec<Site> = sites.into_values().collect();
    for pair in sites.windows(2) {
        let end = pair[0].offset + pair[0].record.operation.verb.slots() * INSN_LEN;
        if pair[0].section == pair[1].section && end > pair[1].offset {
            let bytes = object.bytes(pair[1].section);
            return Err(bytes.error(pair[1].offset, "two records for one instruction"));
        }
    }
    Ok(sites)
}

/// Placeholders that no record is about: without relocation the verifier refuses them, and says nothing of the cause.
pub(super) fn check_all_placeholders(
    object: &Object<'_>,
    relo: Option<usize>,
    sites: &[Site],
) -> Result<(), Error> {
    let placeholder = Insn::placeholder().encode(object.endian);
    let slots = |site: &Site| {
        let (section, offset) = (site.section, site.offset);
        (0..site.record.operation.verb.slots()).map(move |slot| (section, offset + slot * INSN_LEN))
    };
    let known: HashSet<(usize, u64)> = sites.iter().flat_map(slots).collect();
    for index in object.indexes() {
        if !object.sections[index].is_code() {
            continue;
        }
        let mut insns = (0..)
            .step_by(INSN_LEN as usize)
            .zip(object.sections[index].data.chunks_exact(INSN_LEN as usize));
        while let Some((offset, insn)) = insns.next() {
            if insn[0] == LD_IMM64 {
                // The second half is part of the number.
                insns.next();
            } else if insn == placeholder && !known.contains(&(index, offset)) {
                let reason = match relo {
                    Some(_) => {
                        "a placeholder of an intrinsic without a record\nhint: something changed `.btfgen.relo` between compiler and link; link what bpf-linker wrote, before any other tool"
                    }
                    None => {
                        "a placeholder of an intrinsic, but the object has no section `.btfgen.relo`\nhint: the records were stripped, or the section was copied without them; link what bpf-linker wrote, before `strip` or `objcopy`"
                    }
                };
                return Err(object.bytes(index).error(offset, reason));
            }
        }
    }
    Ok(())
}

struct Addresses<'a> {
    object: &'a Object<'a>,
    tables: &'a Tables,
    relocations: HashMap<u64, Relocation>,
}

impl Addresses<'_> {
    fn site(&self, at: u64, record: Record) -> Result<Site, Error> {
        let (section, offset) = self.resolve(at + INSN_OFFSET as u64, record.insn)?;
        for slot in 0..record.operation.verb.slots() {
            self.check_placeholder(at, section, offset.saturating_add(slot * INSN_LEN))?;
        }
        let table = self.tables.offset(record.table).ok_or_else(|| {
            let reason = format!(
                "the record's table {:016x} is not in {TYPES_SECTION}\nhint: link the whole program, as bpf-linker wrote it",
                record.table
            );
            Error::malformed(RELO_SECTION, at + TABLE_OFFSET as u64, reason)
        })?;
        Ok(Site {
            section,
            offset,
            table,
            record,
        })
    }

    /// Records of format 1 have a relocation where others have their format.
    fn check_format(&self, at: u64) -> Result<(), Error> {
        match self.relocations.contains_key(&(at + FORMAT_OFFSET as u64)) {
            true => Err(Error::Record {
                offset: at,
                reason: record::Error::Format(1),
            }),
            false => Ok(()),
        }
    }

    /// The section and offset that a relocated field stands for.
    fn resolve(&self, field: u64, addend: u64) -> Result<(usize, u64), Error> {
        let error = |reason: String| Error::malformed(RELO_SECTION, field, reason);
        let relocation = self.relocations.get(&field);
        let relocation = relocation.ok_or_else(|| {
            error("a record without a relocation\nhint: link what bpf-linker wrote, before any other tool".to_owned())
        })?;
        if relocation.kind != ABS64 {
            return Err(error(format!(
                "a relocation of type {}, not R_BPF_64_ABS64",
                relocation.kind
            )));
        }
        let symbol = self.object.symbol(relocation.symbol)?;
        let section = usize::from(symbol.section);
        match section {
            0 => Err(error("a relocation against an undefined symbol".to_owned())),
            _ if section >= self.object.sections.len() => Err(error(format!(
                "a relocation against section {section}, which is not there"
            ))),
            _ => Ok((section, symbol.value.wrapping_add(addend))),
        }
    }

    fn check_placeholder(&self, at: u64, section: usize, offset: u64) -> Result<(), Error> {
        let bytes = self.object.bytes(section);
        if !self.object.sections[section].is_code() {
            return Err(bytes.error(
                offset,
                format!(
                    "not a section of instructions, but {RELO_SECTION}+{at:#x} refers to an instruction there"
                ),
            ));
        }
        if !offset.is_multiple_of(INSN_LEN) {
            return Err(bytes.error(offset, "not the start of an instruction"));
        }
        if bytes.range(offset, INSN_LEN)? != Insn::placeholder().encode(self.object.endian) {
            return Err(bytes.error(
                offset,
                "not the placeholder instruction of an intrinsic\nhint: something rewrote the program between compiler and link; link earlier",
            ));
        }
        Ok(())
    }
}
