//! Whether loaders and kernels take the `.BTF` and `.BTF.ext` of an object: a loader that refuses one of them passes over the
//! relocations too, and loads the program with the numbers that stand in it.
//!
//! The rules are those of libbpf 1.7 (`src/btf.c`, `src/libbpf.c`) and of Linux (`kernel/bpf/btf.c`, and what `check_btf.c`
//! took over from `verifier.c`). What differs between kernels and is adapted by libbpf (`bpf_object__sanitize_btf`) or filled
//! in by it (`btf_fixup_datasec`, `bpf_object__resolve_externs`) is no fault.

mod ext;
mod kinds;
mod resolve;
mod types;

use super::Error;
use super::bytes::Bytes;
use super::object::Object;
use super::{btf_section, ext as ext_section};
use types::Types;

/// What each refusal says about the way out.
const HINT: &str = "\nhint: loaders would drop it, and the relocations with it; build all crates with `debug = 2` or all with `debug = 0`, or link without `--btf`";

/// Checks `.BTF` and `.BTF.ext`, as far as the object has them.
pub(super) fn check(object: &Object<'_>) -> Result<(), Error> {
    let find = |name| {
        object
            .find(name)
            .map(|index| index.map(|i| object.bytes(i)))
    };
    let (btf, ext) = (find(btf_section::NAME)?, find(ext_section::NAME)?);
    let Some(btf) = btf else {
        return Ok(());
    };
    let types = Types::parse(btf)?;
    kinds::check(&types)?;
    resolve::check(&types)?;
    match ext {
        Some(ext) => ext::check(&types, ext, object),
        None => Ok(()),
    }
}

fn fault(bytes: Bytes<'_>, offset: u64, reason: &str) -> Error {
    bytes.error(offset, format!("{reason}{HINT}"))
}

#[cfg(test)]
mod tests;
