//! Functions and variables of the kernel that a program refers to. The compiler writes their symbols, and nothing about them into `.BTF`.
//! Loaders need both.

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::btf_section::{BtfSection, TypeId, VOID};
use super::declaration;
use super::object::Object;
use super::path::Index;
use super::tables::Tables;
use crate::reloc::table::is_identifier;
use crate::reloc::{CONFIG_NUMBER, CONFIG_STATE, KERNEL_SYMBOL, TYPES_SECTION};
use crate::text::printable;

/// The function of the kernel that intrinsics call. No table has it.
const CAST: &str = "bpf_rdonly_cast";

/// What the name of a symbol begins with that no table declares. The prefix is taken off when the object is written.
pub(super) const PREFIXES: [&str; 3] = [CONFIG_NUMBER, CONFIG_STATE, KERNEL_SYMBOL];

/// The type by which libbpf knows that an option is `y`, `m` or `n` (`find_kcfg_type`).
const TRISTATE: &str = "libbpf_tristate";

/// Declares the functions and variables that instructions refer to, as the tables have them. Returns whether there are any.
pub(super) fn declare(
    object: &Object<'_>,
    tables: &Tables,
    btf: &mut BtfSection,
) -> Result<bool, Error> {
    let mut undefined = object.undefined()?;
    if undefined.is_empty() {
        return Ok(false);
    }
    let declared = btf.declared()?;
    undefined.retain(|name, _| !declared.contains(name.as_bytes()));
    if undefined.remove(CAST).is_some() {
        let (pointer, id) = (btf.add_pointer(), btf.add_int(32, false));
        if let Some(prototype) = btf.add_function(&[pointer, id], pointer) {
            let function = btf.add_extern_function(CAST, prototype);
            btf.add_kernel_symbol(function)?;
        }
    }
    declare_by_prefix(object, &mut undefined, &declared, btf)?;
    let parsed = tables.parse(tables.offsets())?;
    let mut symbols: BTreeMap<&str, TypeId> = BTreeMap::new();
    for (&at, table) in &parsed {
        let index = Index::new(table);
        let functions = table.functions.iter().map(|it| (it, true));
        let variables = table.variables.iter().map(|it| (it, false));
        for (symbol, is_function) in functions.chain(variables) {
            let found = undefined.get_key_value(symbol.name.as_str());
            let Some((name, (section, offset))) = found else {
                continue;
            };
            let id = match is_function {
                true => declaration::function(&index, symbol, btf),
                false => declaration::variable(&index, symbol, btf),
            };
            let id = id.map_err(|reason| Error::malformed(TYPES_SECTION, at, reason))?;
            if *symbols.entry(name).or_insert(id) != id {
                let reason = format!(
                    "the bindings of several kernels have `{name}`, with different types\nhint: leave it out of all bindings but one, with --block"
                );
                return Err(object.bytes(*section).error(*offset, reason));
            }
        }
    }
    for (name, (section, offset)) in undefined {
        match symbols.get(name) {
            Some(symbol) => btf.add_kernel_symbol(*symbol)?,
            None => return Err(unknown(object, name, section, offset)),
        }
    }
    // libbpf's checks want a name for each parameter.
    btf.name_parameters()?;
    Ok(true)
}

/// Declares what BTF does not have: options of the kernel's configuration, and addresses.
fn declare_by_prefix(
    object: &Object<'_>,
    undefined: &mut BTreeMap<&str, (usize, u64)>,
    declared: &BTreeSet<Vec<u8>>,
    btf: &mut BtfSection,
) -> Result<(), Error> {
    let mut names = BTreeSet::new();
    for prefix in PREFIXES {
        let of_prefix: Vec<_> = undefined
            .iter()
            .filter_map(|(symbol, at)| Some((*symbol, symbol.strip_prefix(prefix)?, *at)))
            .collect();
        for (symbol, name, (section, offset)) in of_prefix {
            undefined.remove(symbol);
            let error = |reason: String| object.bytes(section).error(offset, reason);
            if !is_identifier(name) {
                let reason = format!("`{}` is not a C name", printable(name));
                return Err(error(reason));
            }
            let is_taken = undefined.contains_key(name) || declared.contains(name.as_bytes());
            if is_taken || !names.insert(name) {
                let reason = format!(
                    "the program uses `{name}` in two ways, and an object can declare it only once\nhint: use an option of the configuration as a number, or as `y`, `m` and `n`"
                );
                return Err(error(reason));
            }
            match prefix {
                KERNEL_SYMBOL => {
                    let variable = btf.add_extern_variable(name, VOID);
                    btf.add_kernel_symbol(variable)?;
                }
                CONFIG_NUMBER => {
                    let number = btf.add_int(64, false);
                    let variable = btf.add_extern_variable(name, number);
                    btf.add_config(variable, 8)?;
                }
                _ => {
                    let state = btf.add_enum(TRISTATE, 32, false, false);
                    let variable = btf.add_extern_variable(name, state);
                    btf.add_config(variable, 4)?;
                }
            }
        }
    }
    Ok(())
}

fn unknown(object: &Object<'_>, name: &str, section: usize, offset: u64) -> Error {
    let name = printable(name);
    let reason = format!(
        "it refers to `{name}`, which neither the program nor the bindings declare\nhint: if the kernel has it, generate the bindings with --allow 'kfunc:{name}' or --allow 'var:{name}'; otherwise define it"
    );
    object.bytes(section).error(offset, reason)
}
