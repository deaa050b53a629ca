//! Changes of types that are in `.BTF` already. btfgen removes its own, and repairs those of LLVM that loaders refuse.

use std::collections::BTreeSet;

use super::{BtfSection, MAX_U32, NAME, TYPE_LEN, VAR_SECINFO_LEN};
use crate::btf_format::{
    FUNC_GLOBAL, FUNC_STATIC, KIND_DATASEC, KIND_ENUM, KIND_FUNC, KIND_FUNC_PROTO, KIND_STRUCT,
    kind,
};
use crate::link::Error;

const MEMBER_LEN: u64 = 12;
/// The extern type in the types of bindings (`templates/intrinsics/places.rs`).
const EXTERN_TYPE: &[u8] = b"OnlyPlainTypesHaveValues";

impl BtfSection {
    /// Turns the `DATASEC` of a section that will be removed into a struct, and makes its variables static. The struct has
    /// the same length, so all ids stay the same.
    ///
    /// libbpf and aya look up the ELF section of a `DATASEC`, and the ELF symbol of a variable that is not
    /// static. They fail if one is missing. A size in the `DATASEC` would be enough for libbpf's loader, but not
    /// for its static linker.
    pub(in crate::link) fn dissolve_data_sec(
        &mut self,
        section: &str,
        size: usize,
    ) -> Result<(), Error> {
        let offsets = self.offsets()?;
        let bytes = self.type_bytes(NAME);
        let mut words = Vec::new();
        for &at in &offsets {
            let (name, info) = (bytes.u32(at)?, bytes.u32(at + 4)?);
            if kind(info) != KIND_DATASEC || self.string(name) != Some(section.as_bytes()) {
                continue;
            }
            let size = size.min(MAX_U32 as usize) as u32;
            words.extend([
                (at, 0),
                (at + 4, KIND_STRUCT << 24 | info & 0xffff),
                (at + 8, size),
            ]);
            for secinfo in
                (0..u64::from(info & 0xffff)).map(|i| at + TYPE_LEN + i * VAR_SECINFO_LEN)
            {
                let var = self.var(bytes.u32(secinfo)?, &offsets)?;
                words.extend([(secinfo, 0), (secinfo + 4, var.ty), (secinfo + 8, 0)]);
                words.push((var.linkage_at, 0));
            }
        }
        self.write_types(words);
        Ok(())
    }

    /// Gives a prototype to functions whose type is not one. The prototype has no parameters and returns an integer. Kernels let
    /// such a function make tail calls, but not one that returns nothing (`check_btf_func`). Returns the id and name of each.
    ///
    /// LLVM leaves an uninitialised number where debug info has functions without types.
    pub(in crate::link) fn repair_prototypes(&mut self) -> Result<Vec<(u32, String)>, Error> {
        let (offsets, bytes) = (self.offsets()?, self.type_bytes(NAME));
        let (mut words, mut repaired) = (Vec::new(), Vec::new());
        for (&at, id) in offsets.iter().zip(1..) {
            let is_prototype = |id: u32| {
                let at = id
                    .checked_sub(1)
                    .and_then(|index| offsets.get(index as usize));
                Ok(match at {
                    Some(&at) => kind(bytes.u32(at + 4)?) == KIND_FUNC_PROTO,
                    None => false,
                })
            };
            if kind(bytes.u32(at + 4)?) == KIND_FUNC && !is_prototype(bytes.u32(at + 8)?)? {
                let name = self.string(bytes.u32(at)?).unwrap_or_default();
                repaired.push((id, String::from_utf8_lossy(name).into_owned()));
                words.push(at + 8);
            }
        }
        if !words.is_empty() {
            let int = self.add_int(32, true);
            let prototype = self.add_type_with(KIND_FUNC_PROTO << 24, "", int.0, &[]);
            let words = words.into_iter().map(|at| (at, prototype.0));
            self.write_types(words.collect());
        }
        Ok(repaired)
    }

    /// Gives names to the anonymous parameters of functions, because kernels refuse these (`btf_func_check`). LLVM takes the
    /// names from variables, and `_` is not a variable.
    pub(in crate::link) fn name_parameters(&mut self) -> Result<(), Error> {
        let (offsets, bytes) = (self.offsets()?, self.type_bytes(NAME));
        // This is a set, so that a prototype of many functions is changed once.
        let mut protos = BTreeSet::new();
        for &at in &offsets {
            let proto = bytes.u32(at + 8)?.checked_sub(1);
            let proto = proto.and_then(|index| offsets.get(index as usize));
            if let (KIND_FUNC, Some(&proto)) = (kind(bytes.u32(at + 4)?), proto) {
                protos.insert(proto);
            }
        }
        let mut unnamed = Vec::new();
        for proto in protos {
            let info = bytes.u32(proto + 4)?;
            if kind(info) != KIND_FUNC_PROTO {
                continue;
            }
            for i in 0..info & 0xffff {
                let parameter = proto + TYPE_LEN + 8 * u64::from(i);
                if bytes.u32(parameter)? == 0 && bytes.u32(parameter + 4)? != 0 {
                    unnamed.push((parameter, i));
                }
            }
        }
        let words = unnamed
            .into_iter()
            .map(|(at, i)| (at, self.add_string(&format!("arg{i}")).0));
        let words = words.collect();
        self.write_types(words);
        Ok(())
    }

    /// Sets the size of enums that are only declared to the one that pahole writes. LLVM writes 0, and kernels refuse that
    /// (`btf_enum_check_meta`).
    pub(in crate::link) fn repair_enums(&mut self) -> Result<(), Error> {
        let (offsets, bytes) = (self.offsets()?, self.type_bytes(NAME));
        let mut words = Vec::new();
        for at in offsets {
            let (info, size) = (bytes.u32(at + 4)?, bytes.u32(at + 8)?);
            if kind(info) == KIND_ENUM && info & 0xffff == 0 && size == 0 {
                words.push((at + 8, 4));
            }
        }
        self.write_types(words);
        Ok(())
    }

    /// Sets the size of the types of bindings to one byte. They contain extern types, and rustc writes a size of 0 for these. If
    /// an argument of a global function points to such a type, a kernel uses this size for the memory. It refuses 0 bytes
    /// (`btf_struct_walk`).
    pub(in crate::link) fn size_extern_types(&mut self) -> Result<(), Error> {
        let (offsets, bytes) = (self.offsets()?, self.type_bytes(NAME));
        let is_empty_struct = |at: u64| {
            Ok::<_, Error>(kind(bytes.u32(at + 4)?) == KIND_STRUCT && bytes.u32(at + 8)? == 0)
        };
        let (mut extern_types, mut words) = (BTreeSet::new(), Vec::new());
        for (&at, id) in offsets.iter().zip(1..) {
            if is_empty_struct(at)? && self.string(bytes.u32(at)?) == Some(EXTERN_TYPE) {
                extern_types.insert(id);
                words.push((at + 8, 1));
            }
        }
        for &at in &offsets {
            let members = u64::from(bytes.u32(at + 4)? & 0xffff);
            // The last member is the extern type.
            let last = at + TYPE_LEN + members.saturating_sub(1) * MEMBER_LEN;
            if is_empty_struct(at)? && members > 0 && extern_types.contains(&bytes.u32(last + 4)?) {
                words.push((at + 8, 1));
            }
        }
        self.write_types(words);
        Ok(())
    }

    /// Makes functions static.
    pub(in crate::link) fn make_static(&mut self, functions: &BTreeSet<u32>) -> Result<(), Error> {
        let (offsets, bytes) = (self.offsets()?, self.type_bytes(NAME));
        let mut words = Vec::new();
        for (&at, id) in offsets.iter().zip(1..) {
            let info = bytes.u32(at + 4)?;
            if kind(info) == KIND_FUNC && info & 0xffff == FUNC_GLOBAL && functions.contains(&id) {
                words.push((at + 4, info & !0xffff | FUNC_STATIC));
            }
        }
        self.write_types(words);
        Ok(())
    }

    fn write_types(&mut self, words: Vec<(u64, u32)>) {
        for (at, word) in words {
            self.types[at as usize..at as usize + 4].copy_from_slice(&self.endian.bytes32(word));
        }
    }
}
