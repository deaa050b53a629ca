//! `.BTF.ext`: `btf_ext_parse` of libbpf, and `check_btf_func`, `check_btf_line` and `check_core_relo` of the kernel, as far
//! as they are about one section and not about one program of it.

use std::collections::HashMap;

use super::fault::fault;
use super::types::Types;
use crate::btf_format::{KIND_FUNC, MAGIC};
use crate::link::Error;
use crate::link::bytes::Bytes;
use crate::link::ext::CoreReloKind;
use crate::link::insn::INSN_LEN;

/// The sections of an object by name.
pub(super) type Code<'a> = HashMap<&'a [u8], Bytes<'a>>;

/// `struct btf_ext_header` up to `line_info_len`, and up to `core_relo_len`.
const SHORT_HEADER_LEN: u64 = 24;
const HEADER_LEN: u64 = 32;
/// `MAX_FUNCINFO_REC_SIZE`
const MAX_RECORD_LEN: u64 = 252;

/// One of the lists in the section.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Functions,
    Lines,
    Relocations,
}

impl List {
    /// Least length of a record, which is its length today.
    fn record_len(self) -> u64 {
        match self {
            List::Functions => 8,
            List::Lines | List::Relocations => 16,
        }
    }
}

pub(super) fn check(types: &Types<'_>, ext: Bytes<'_>, code: &Code<'_>) -> Result<(), Error> {
    let header_len = u64::from(ext.u32(4)?);
    let is_known = ext.u16(0)? == MAGIC && ext.range(2, 2)? == [1, 0];
    if !is_known || header_len < SHORT_HEADER_LEN {
        return Err(fault(
            ext,
            0,
            "its header is not that of version 1 without flags",
        ));
    }
    if ext.data.len() as u64 <= header_len {
        return Err(fault(ext, 4, "there is nothing after its header"));
    }
    let checker = Checker { types, ext, code };
    let lists = [
        (8, List::Functions),
        (16, List::Lines),
        (24, List::Relocations),
    ];
    let count = if header_len < HEADER_LEN { 2 } else { 3 };
    for &(at, list) in &lists[..count] {
        let (start, len) = (u64::from(ext.u32(at)?), u64::from(ext.u32(at + 4)?));
        if len > 0 {
            checker.check_list(list, header_len + start, len)?;
        }
    }
    Ok(())
}

struct Checker<'a> {
    types: &'a Types<'a>,
    ext: Bytes<'a>,
    code: &'a Code<'a>,
}

impl Checker<'_> {
    fn require(&self, at: u64, holds: bool, reason: &str) -> Result<(), Error> {
        match holds {
            true => Ok(()),
            false => Err(fault(self.ext, at, reason)),
        }
    }

    /// `btf_ext_parse_sec_info`
    fn check_list(&self, list: List, start: u64, len: u64) -> Result<(), Error> {
        let ext = self.ext;
        self.require(
            start,
            start.is_multiple_of(4),
            "a list that is not aligned to four bytes",
        )?;
        ext.range(start, len)?;
        let record_len = u64::from(ext.u32(start)?);
        let is_len = (list.record_len()..=MAX_RECORD_LEN).contains(&record_len)
            && record_len.is_multiple_of(4);
        self.require(
            start,
            is_len,
            "a list with records of another length than loaders know",
        )?;
        self.require(start, len > 4, "a list without records")?;
        let (mut at, end) = (start + 4, start + len);
        while at < end {
            self.require(
                at,
                end - at >= 8,
                "the list ends inside of a section's header",
            )?;
            let (name, count) = (ext.u32(at)?, u64::from(ext.u32(at + 4)?));
            let records = at + 8;
            let fits = count != 0 && count * record_len <= end - records;
            self.require(
                at + 4,
                fits,
                "a section with no records, or with more than there is room for",
            )?;
            self.check_section(list, name, records, count, record_len)?;
            at = records + count * record_len;
        }
        Ok(())
    }

    fn check_section(
        &self,
        list: List,
        name: u32,
        start: u64,
        count: u64,
        record_len: u64,
    ) -> Result<(), Error> {
        self.require(
            start - 8,
            self.types.has_string(name),
            "a section whose name is beyond the strings of .BTF",
        )?;
        let name = self.types.string(name).unwrap_or_default();
        let mut last = None;
        for at in (0..count).map(|i| start + i * record_len) {
            let insn = self.ext.u32(at)?;
            let is_in_order = list == List::Relocations || last.is_none_or(|last| last < insn);
            self.require(at, is_in_order, "instructions that are not in order")?;
            last = Some(insn);
            // Loaders pass over sections that are not there.
            if let Some(code) = self.code.get(name) {
                let (insn, len) = (u64::from(insn), code.data.len() as u64);
                let is_insn = insn.is_multiple_of(INSN_LEN) && insn < len;
                self.require(at, is_insn, "an instruction that is not in its section")?;
                // The second half of a 64-bit immediate has no code.
                let is_half = list == List::Lines && code.range(insn, 1)? == [0];
                self.require(at, !is_half, "a line that begins inside of an instruction")?;
            }
            self.check_record(list, at)?;
            let tail = self
                .ext
                .range(at + list.record_len(), record_len - list.record_len())?;
            self.require(
                at,
                tail.iter().all(|&byte| byte == 0),
                "a record with more than loaders know",
            )?;
        }
        Ok(())
    }

    fn check_record(&self, list: List, at: u64) -> Result<(), Error> {
        let word = |index: u64| self.ext.u32(at + 4 * index);
        match list {
            List::Functions => {
                let kind = self.types.get(word(1)?).map(|ty| ty.kind);
                self.require(
                    at + 4,
                    kind == Some(KIND_FUNC),
                    "a function whose type is not a function",
                )
            }
            List::Lines => {
                let has_text = self.types.has_string(word(1)?) && self.types.has_string(word(2)?);
                self.require(
                    at + 4,
                    has_text,
                    "a line whose text or file is beyond the strings of .BTF",
                )
            }
            List::Relocations => {
                let has_type = self.types.get(word(1)?).is_some_and(|ty| ty.kind != 0);
                self.require(at + 4, has_type, "a relocation of a type that is not there")?;
                let has_path = self.types.has_string(word(2)?);
                self.require(
                    at + 8,
                    has_path,
                    "a relocation whose path is beyond the strings of .BTF",
                )?;
                self.require(
                    at + 12,
                    word(3)? <= CoreReloKind::LAST as u32,
                    "a relocation of an unknown kind",
                )
            }
        }
    }
}
