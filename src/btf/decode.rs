//! The bytes of a BTF → [`Types`], by the rules of the kernel's `Documentation/bpf/btf.rst`.
//!
//! All of it is checked here, once: whoever holds a [`Types`] may follow ids and ranges without a second look.

use super::append::{append, read};
use super::distilled;
use super::header::{Sections, sections};
use super::malformed::Malformed;
use super::part::Before;
use super::pointer;
use crate::model::{Bytes, Part, Type, TypeId, Types};

/// A module's BTF, which continues that of its kernel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Split<'a> {
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    /// `.BTF.base`: what it continues instead, whose types stand for the kernel's.
    pub(crate) base: Option<&'a [u8]>,
}

/// What is wrong, and with which of the modules; `None` is the kernel.
#[derive(Debug)]
pub(crate) struct Bad {
    pub(crate) module: Option<usize>,
    pub(crate) malformed: Malformed,
}

/// A BTF that stands for itself.
pub(crate) fn decode(bytes: &[u8]) -> Result<Types<'_>, Malformed> {
    alone(&sections(bytes)?)
}

/// The BTF of a BPF program. Its pointers have eight bytes.
pub(crate) fn decode_program(bytes: &[u8]) -> Result<Types<'_>, Malformed> {
    let mut types = Types::new();
    append(&mut types, &sections(bytes)?, &Before::of_program())?;
    types.pointer = Bytes(8);
    Ok(types)
}

/// A kernel's BTF, and those of its modules.
pub(crate) fn decode_with_modules<'a>(
    bytes: &'a [u8],
    modules: &[Split<'a>],
) -> Result<Types<'a>, Bad> {
    let of_kernel = |malformed| Bad {
        module: None,
        malformed,
    };
    let kernel = sections(bytes).map_err(of_kernel)?;
    let mut types = alone(&kernel).map_err(of_kernel)?;
    let count = types.types.len() as u32;
    for (i, module) in modules.iter().enumerate() {
        add(&mut types, &kernel, count, module).map_err(|malformed| Bad {
            module: Some(i),
            malformed,
        })?;
    }
    Ok(types)
}

/// A module's types alone, without those of its kernel. Ids in them can't be followed. This is for looking up names.
pub(crate) fn outline<'a>(
    kernel: &'a Sections<'a>,
    module: &Split<'a>,
) -> Result<Vec<Type<'a>>, Malformed> {
    let distilled = module.base.map(sections).transpose()?;
    let base = distilled.as_ref().unwrap_or(kernel);
    let sections = sections(module.bytes)?;
    check_continues(base, &sections)?;
    let before = Before::new(base, 0, Vec::new(), 0);
    let mut types = Types::new();
    read(&mut types, &sections, &before)?;
    Ok(types.types)
}

fn alone<'a>(sections: &Sections<'a>) -> Result<Types<'a>, Malformed> {
    if sections.strings.begins_with_empty() == Some(false) {
        return Err(Malformed::Split);
    }
    let mut types = Types::new();
    append(&mut types, sections, &Before::default())?;
    match types.types.len() {
        1 => Err(Malformed::Empty),
        _ => {
            types.pointer = pointer::size(&types);
            types.big_endian = sections.big_endian;
            Ok(types)
        }
    }
}

fn add<'a>(
    types: &mut Types<'a>,
    kernel: &Sections<'a>,
    count: u32,
    module: &Split<'a>,
) -> Result<(), Malformed> {
    let sections = sections(module.bytes)?;
    check_continues(kernel, &sections)?;
    let first = types.types.len() as u32;
    let (before, own) = match module.base {
        None => (Before::new(kernel, count, Vec::new(), first), count),
        Some(base) => distilled::before(types, count, base, &sections)?,
    };
    types.parts.push(Part {
        name: Some(module.name),
        first: TypeId(first),
        own,
    });
    append(types, &sections, &before)
}

/// The empty name, at 0, is the base's. That tells split BTF from complete BTF.
fn check_continues(base: &Sections<'_>, module: &Sections<'_>) -> Result<(), Malformed> {
    if module.big_endian != base.big_endian {
        return Err(Malformed::Header(
            "its byte order is not that of the kernel's BTF",
        ));
    }
    match module.strings.begins_with_empty() {
        Some(true) => Err(Malformed::Complete),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
