//! Whether loaders and kernels take the `.BTF` and `.BTF.ext` of an object: a loader that refuses one of them passes over the
//! relocations too, and loads the program with the numbers that stand in it.
//!
//! The rules are those of libbpf 1.7 (`src/btf.c`, `src/libbpf.c`) and of Linux (`kernel/bpf/btf.c`, and what `check_btf.c`
//! took over from `verifier.c`). What differs between kernels and is adapted by libbpf (`bpf_object__sanitize_btf`) or filled
//! in by it (`btf_fixup_datasec`, `bpf_object__resolve_externs`) is no fault.

mod ext;
mod fault;
mod kinds;
mod resolve;
mod types;

use super::Error;
use super::bytes::Bytes;
use super::object::Object;
use super::{btf_section, ext as ext_section};
use ext::Code;
use types::Types;

/// Checks `.BTF` and `.BTF.ext`, as far as the object has them.
pub(super) fn check(object: &Object<'_>) -> Result<(), Error> {
    let find = |name| {
        object
            .find(name)
            .map(|index| index.map(|i| object.bytes(i)))
    };
    let (btf, ext) = (find(btf_section::NAME)?, find(ext_section::NAME)?);
    let mut code = Code::new();
    for index in object.indexes() {
        let name = object.sections[index].name.as_bytes();
        code.entry(name).or_insert(object.bytes(index));
    }
    match btf {
        Some(btf) => check_bytes(btf, ext, &code),
        None => Ok(()),
    }
}

fn check_bytes(btf: Bytes<'_>, ext: Option<Bytes<'_>>, code: &Code<'_>) -> Result<(), Error> {
    let types = Types::parse(btf)?;
    kinds::check(&types)?;
    resolve::check(&types)?;
    match ext {
        Some(ext) => ext::check(&types, ext, code),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
