//! Functions of the kernel that a program refers to. The compiler writes their symbols, and nothing about them into `.BTF`.
//! Loaders need both.

use std::collections::BTreeMap;

use super::Error;
use super::btf_section::{BtfSection, TypeId};
use super::declaration;
use super::object::Object;
use super::path::Index;
use super::tables::Tables;
use crate::reloc::TYPES_SECTION;
use crate::text::printable;

/// The function of the kernel that intrinsics call. No table has it.
const CAST: &str = "bpf_rdonly_cast";

/// Declares the functions that instructions refer to, as the tables have them.
pub(super) fn declare(
    object: &Object<'_>,
    tables: &Tables,
    btf: &mut BtfSection,
) -> Result<(), Error> {
    let mut undefined = object.undefined()?;
    if undefined.is_empty() {
        return Ok(());
    }
    let declared = btf.declared()?;
    undefined.retain(|name, _| !declared.contains(name.as_bytes()));
    if undefined.remove(CAST).is_some() {
        let (pointer, id) = (btf.add_pointer(), btf.add_int(32, false));
        if let Some(prototype) = btf.add_function(&[pointer, id], pointer) {
            btf.add_kernel_function(CAST, prototype)?;
        }
    }
    let parsed = tables.parse(tables.offsets())?;
    let mut prototypes: BTreeMap<&str, TypeId> = BTreeMap::new();
    for (&at, table) in &parsed {
        let index = Index::new(table);
        for function in &table.functions {
            let Some((name, (section, offset))) = undefined.get_key_value(function.name.as_str())
            else {
                continue;
            };
            let prototype = declaration::prototype(&index, function, btf)
                .map_err(|reason| Error::malformed(TYPES_SECTION, at, reason))?;
            let known = *prototypes.entry(name).or_insert(prototype);
            if known != prototype {
                let reason = format!(
                    "the bindings of several kernels have `{name}`, with different arguments\nhint: leave it out of all bindings but one, with --block"
                );
                return Err(object.bytes(*section).error(*offset, reason));
            }
        }
    }
    for (name, (section, offset)) in undefined {
        match prototypes.get(name) {
            Some(prototype) => btf.add_kernel_function(name, *prototype)?,
            None => return Err(unknown(object, name, section, offset)),
        }
    }
    // libbpf's checks want a name for each parameter.
    btf.name_parameters()
}

fn unknown(object: &Object<'_>, name: &str, section: usize, offset: u64) -> Error {
    let name = printable(name);
    let reason = format!(
        "it refers to `{name}`, which neither the program nor the bindings declare\nhint: if it is a function of the kernel, generate the bindings with --allow 'kfunc:{name}'; otherwise define it"
    );
    object.bytes(section).error(offset, reason)
}
