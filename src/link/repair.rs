//! What LLVM is known to leave in `.BTF` that loaders or kernels refuse, put right.

use std::collections::{BTreeSet, HashMap};

use super::Error;
use super::btf_section::BtfSection;
use super::ext;
use super::object::Object;

/// So many functions are named, and so many crates.
const NAMED: usize = 8;

/// Returns the warnings. What is put right without one takes nothing from what the compiler knew.
pub(super) fn repair(object: &Object<'_>, btf: &mut BtfSection) -> Result<Vec<String>, Error> {
    btf.repair_enums()?;
    btf.name_parameters()?;
    btf.size_extern_types()?;
    let symbols = function_symbols(object, btf);
    btf.make_static(&hidden_functions(object, &symbols))?;
    let functions = btf.repair_prototypes()?;
    match functions.is_empty() {
        true => Ok(Vec::new()),
        false => Ok(vec![warning(&names(object, &symbols, &functions))]),
    }
}

/// The functions whose symbols are local or hidden, such as compiler_builtins' `memset`. LLVM writes that they are global. libbpf
/// and aya make them static when they load an object (libbpf's `mark_btf_static`). cilium/ebpf does not.
fn hidden_functions(object: &Object<'_>, symbols: &HashMap<u32, u32>) -> BTreeSet<u32> {
    let hidden = symbols
        .iter()
        .filter(|(_, symbol)| object.is_hidden(**symbol));
    hidden.map(|(function, _)| *function).collect()
}

/// The symbol of each function that `.BTF.ext` lists, by the function's BTF id.
fn function_symbols(object: &Object<'_>, btf: &BtfSection) -> HashMap<u32, u32> {
    let symbols = object.function_symbols();
    let section = |index: usize| (object.sections[index].name.as_bytes(), index);
    let sections: HashMap<&[u8], usize> = object.indexes().map(section).collect();
    let functions = ext::functions(object).unwrap_or_default().into_iter();
    let symbol = |function: ext::Function| {
        let section = sections.get(btf.string(function.section.0)?)?;
        let symbol = symbols.get(&(*section, u64::from(function.insn_off)))?;
        Some((function.type_id, *symbol))
    };
    functions.filter_map(symbol).collect()
}

/// The names of functions as in source code: `helper::ids`. A name that is not mangled has no crate.
fn names(
    object: &Object<'_>,
    symbols: &HashMap<u32, u32>,
    functions: &[(u32, String)],
) -> BTreeSet<String> {
    let name = |(id, own): &(u32, String)| {
        let symbol = symbols
            .get(id)
            .and_then(|&symbol| object.symbol_name(symbol));
        let demangled = symbol.and_then(|symbol| rustc_demangle::try_demangle(symbol).ok());
        let name = demangled.map_or_else(|| own.clone(), |name| format!("{name:#}"));
        // The same for all types that a generic function is made for.
        name.split("::<").next().unwrap_or_default().to_owned()
    };
    functions.iter().map(name).collect()
}

fn warning(names: &BTreeSet<String>) -> String {
    let crates: BTreeSet<&str> = names.iter().map(|name| crate_of(name)).collect();
    let listed = |names: Vec<&str>| match names.len() {
        ..=NAMED => names.join(", "),
        _ => names[..NAMED].join(", ") + ", …",
    };
    let crates = listed(crates.into_iter().collect());
    let names = listed(names.iter().map(String::as_str).collect());
    format!(
        "functions without a prototype in .BTF got one without parameters: {names}\nhint: the compiler writes prototypes with `debug = 2` only; set it in the profile, and in `[profile.….package.…]` if there is one, for: {crates}"
    )
}

/// `helper` of `helper::ids` and of `<helper::Type as core::fmt::Debug>::fmt`.
fn crate_of(name: &str) -> &str {
    match name.split_once("::") {
        Some((start, _)) => start.trim_start_matches(['<', '&', '*']),
        None => "the program",
    }
}
