//! A linked object → its instructions, its CO-RE relocations and its BTF. It is the output of clang or of [`super::link`].

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::bytes::Bytes;
use super::decoy;
use super::ext::{self, Ext};
use super::object::Object;
use super::{btf_section, insn::INSN_LEN};
use crate::insn::{Insn, LD_IMM64};
use crate::reloc::{Endian, RELO_SECTION};

/// The maximum length of an access string or of a section's name. An access string has at most 64 numbers.
const MAX_TEXT: usize = 1024;
/// `call` of a function in the object.
const CALL: u8 = 0x85;
const PSEUDO_CALL: u8 = 1;

/// An object that a loader can read.
pub(crate) struct CoreObject {
    pub(crate) big_endian: bool,
    /// The content of `.BTF`. `None` if there is no such section.
    pub(crate) btf: Vec<u8>,
    /// The sections that have instructions.
    pub(crate) code: Vec<Code>,
    /// The symbols that the object does not define, and whether each is weak.
    pub(crate) externs: BTreeMap<String, bool>,
    /// In the order of `.BTF.ext`, which is the order in which loaders resolve them.
    pub(crate) relocations: Vec<CoreRelocation>,
}

/// A section of instructions.
pub(crate) struct Code {
    pub(crate) section: String,
    pub(crate) insns: Vec<Insn>,
    /// The first instruction of each function.
    pub(crate) functions: BTreeMap<usize, Function>,
    /// Instructions whose number a loader replaces, for instance with an address.
    pub(crate) relocated: BTreeSet<usize>,
    /// Functions whose address an instruction takes: index of the section in [`CoreObject::code`], and instruction.
    pub(crate) addresses: Vec<(usize, usize)>,
    /// Instruction → the function that it calls: index of the section in [`CoreObject::code`], and instruction.
    pub(crate) calls: BTreeMap<usize, (usize, usize)>,
}

/// A function of an object.
pub(crate) struct Function {
    pub(crate) name: String,
    /// Whether the verifier checks it separately, and not at each of its calls.
    pub(crate) is_global: bool,
}

/// A CO-RE relocation of an instruction.
pub(crate) struct CoreRelocation {
    /// The index of the section in [`CoreObject::code`].
    pub(crate) code: usize,
    /// The index of the instruction in its section.
    pub(crate) insn: usize,
    pub(crate) kind: u32,
    /// The id of the local type.
    pub(crate) root: u32,
    pub(crate) access: String,
}

/// The size of the local types that [`super::link`] writes. These types do not repeat the declarations of the bindings.
pub(crate) const DECOY_SIZE: u64 = decoy::ROOT;

/// The value of an enumerator that [`super::link`] writes, of 32 and of 64 bits.
pub(crate) const DECOY_VALUES: [u64; 2] = [decoy::ENUMERATOR, decoy::ENUMERATOR_64];

/// Reads an object. An object without CO-RE relocations is not an error.
pub(crate) fn read(file: &[u8]) -> Result<CoreObject, Error> {
    let object = Object::parse(file)?;
    if object.find(RELO_SECTION)?.is_some() {
        let reason = "the object was not linked\nhint: run `btfgen link` first";
        return Err(Error::malformed(RELO_SECTION, 0, reason));
    }
    let btf = match object.find(btf_section::NAME)? {
        Some(index) => object.sections[index].data.to_vec(),
        None => Vec::new(),
    };
    let indexes: Vec<usize> = object
        .indexes()
        .filter(|&i| object.sections[i].is_code())
        .collect();
    let mut code = Vec::with_capacity(indexes.len());
    let functions = object.function_symbols();
    for &index in &indexes {
        code.push(section(&object, index)?);
    }
    let position = |index: usize| indexes.binary_search(&index).ok();
    for ((section, value), symbol) in functions {
        let Some(at) = position(section) else {
            continue;
        };
        let function = Function {
            name: object.symbol_name(symbol).unwrap_or_default().to_owned(),
            is_global: !object.is_hidden(symbol),
        };
        // If several symbols are at one place, the first in alphabetical order is used, whatever the order of the symbols.
        let start = (value / INSN_LEN) as usize;
        let known = code[at].functions.entry(start);
        known
            .and_modify(|known| {
                if function.name < known.name {
                    known.name.clone_from(&function.name);
                }
            })
            .or_insert(function);
    }
    for (at, &index) in indexes.iter().enumerate() {
        references(&object, index, at, &mut code[at], position)?;
    }
    let relocations = match object.find(ext::NAME)? {
        Some(index) => relocations(&object, &Ext::parse(object.bytes(index))?, &btf, &code)?,
        None => Vec::new(),
    };
    Ok(CoreObject {
        big_endian: object.endian == Endian::Big,
        btf,
        code,
        externs: object.externs(),
        relocations,
    })
}

fn section(object: &Object<'_>, index: usize) -> Result<Code, Error> {
    let section = &object.sections[index];
    let (insns, rest) = section.data.as_chunks::<{ INSN_LEN as usize }>();
    if !rest.is_empty() {
        let end = section.data.len() as u64;
        return Err(object
            .bytes(index)
            .error(end, "not a whole number of instructions"));
    }
    let insns = insns.iter().map(|it| Insn::decode(*it, object.endian));
    Ok(Code {
        section: section.name.clone(),
        insns: insns.collect(),
        functions: BTreeMap::new(),
        relocated: BTreeSet::new(),
        addresses: Vec::new(),
        calls: BTreeMap::new(),
    })
}

/// The calls of functions in the object, as libbpf finds them (`bpf_object__reloc_code`).
fn references(
    object: &Object<'_>,
    index: usize,
    own: usize,
    code: &mut Code,
    position: impl Fn(usize) -> Option<usize>,
) -> Result<(), Error> {
    let (insns, calls) = (&code.insns, &mut code.calls);
    let is_call = |insn: &Insn| insn.code == CALL && insn.src == PSEUDO_CALL;
    for (at, insn) in insns.iter().enumerate().filter(|(_, insn)| is_call(insn)) {
        let to = at as i64 + i64::from(insn.imm) + 1;
        if let Ok(to) = usize::try_from(to) {
            calls.insert(at, (own, to));
        }
    }
    let Some(relocations) = object.relocations_of(index) else {
        return Ok(());
    };
    for relocation in object.relocations(relocations)? {
        let at = (relocation.offset / INSN_LEN) as usize;
        let Some(insn) = insns.get(at) else {
            continue;
        };
        let symbol = object.symbol(relocation.symbol)?;
        let start = (symbol.value / INSN_LEN) as i64;
        if !is_call(insn) {
            code.relocated.insert(at);
            let to = start.checked_add(i64::from(insn.imm) / INSN_LEN as i64);
            let section = position(usize::from(symbol.section));
            if let (LD_IMM64, Some(section), Some(to)) = (insn.code, section, to)
                && to >= 0
            {
                code.addresses.push((section, to as usize));
            }
            continue;
        }
        let to = start.checked_add(i64::from(insn.imm) + 1);
        match (position(usize::from(symbol.section)), to) {
            (Some(section), Some(to)) if to >= 0 => calls.insert(at, (section, to as usize)),
            _ => calls.remove(&at),
        };
    }
    Ok(())
}

fn relocations(
    object: &Object<'_>,
    ext: &Ext,
    btf: &[u8],
    code: &[Code],
) -> Result<Vec<CoreRelocation>, Error> {
    let mut relocations = Vec::new();
    let btf = Bytes {
        section: btf_section::NAME,
        endian: object.endian,
        data: btf,
    };
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    for (at, code) in code.iter().enumerate() {
        by_name.entry(code.section.clone()).or_insert(at);
    }
    for (name, relos) in ext.core_relos() {
        let name = text(&btf, name.0)?;
        let at = by_name.get(&name).ok_or_else(|| {
            let reason = "CO-RE relocations for a section that the object does not have";
            Error::malformed(ext::NAME, 0, reason)
        })?;
        let count = code[*at].insns.len();
        for relo in relos {
            let insn = (u64::from(relo.insn_off) / INSN_LEN) as usize;
            if u64::from(relo.insn_off) % INSN_LEN != 0 || insn >= count {
                let reason = "a CO-RE relocation of no instruction of the section";
                return Err(Error::malformed(&name, u64::from(relo.insn_off), reason));
            }
            relocations.push(CoreRelocation {
                code: *at,
                insn,
                kind: relo.kind,
                root: relo.type_id.0,
                access: text(&btf, relo.access_str.0)?,
            });
        }
    }
    Ok(relocations)
}

/// A string of `.BTF`.
fn text(btf: &Bytes<'_>, offset: u32) -> Result<String, Error> {
    let strings = u64::from(btf.u32(4)?) + u64::from(btf.u32(16)?);
    let at = strings + u64::from(offset);
    let rest = btf.data.get(at as usize..).unwrap_or_default();
    let end = rest.iter().take(MAX_TEXT).position(|&byte| byte == 0);
    let end = end.ok_or_else(|| btf.error(at, "a string without an end"))?;
    Ok(String::from_utf8_lossy(&rest[..end]).into_owned())
}
