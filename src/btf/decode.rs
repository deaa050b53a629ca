//! The bytes of a BTF → [`Types`], by the rules of the kernel's `Documentation/bpf/btf.rst`.
//!
//! All of it is checked here, once: whoever holds a [`Types`] may follow ids and ranges without a second look.

use super::check::check;
use super::distilled;
use super::header::{Sections, sections};
use super::part::Before;
use super::pointer;
use super::record::Record;
use crate::model::{Bits, Part, Type, TypeId, Types};

/// What is wrong with the bytes; positions are bytes from the start of the BTF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// No BTF magic at the start.
    NotBtf,
    /// The header is shorter than it must be, or says so.
    Header(&'static str),
    /// A section reaches beyond the end.
    Section {
        /// `header`, `type`, `string` or `layout`.
        name: &'static str,
        /// First byte after the section.
        end: u64,
        /// Bytes that are there.
        length: u64,
    },
    /// A type is not as its kind has to be.
    Type {
        /// BTF type id.
        id: u32,
        /// Position of its record.
        offset: usize,
        /// What is wrong.
        reason: String,
    },
    /// No types at all.
    Empty,
    /// A module's BTF, in the place of a kernel's.
    Split,
    /// BTF that continues no kernel's, in the place of a module's.
    Complete,
    /// A type of a module's `.BTF.base` that is not to be found in the kernel's BTF.
    Base {
        /// BTF type id in `.BTF.base`.
        id: u32,
        /// What is wrong.
        reason: String,
    },
}

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

/// More than ten times the ids of the largest real BTF, split BTF of all modules included.
const MAX_TYPES: usize = 8 << 20;

/// A BTF that stands for itself.
pub(crate) fn decode(bytes: &[u8]) -> Result<Types<'_>, Malformed> {
    alone(&sections(bytes)?)
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

/// A module's types alone. Their ids lead nowhere: this is for looking up names.
pub(crate) fn outline<'a>(
    kernel: &'a [u8],
    module: &Split<'a>,
) -> Result<Vec<Type<'a>>, Malformed> {
    let base = sections(module.base.unwrap_or(kernel))?;
    let sections = sections(module.bytes)?;
    check_continues(&base, &sections)?;
    let before = Before::new(&base, 0, Vec::new(), 0);
    let mut types = Types::new();
    let mut record = Record {
        sections: &sections,
        before: &before,
        at: sections.types.start,
    };
    let mut all = Vec::new();
    while record.at < sections.types.end {
        let offset = record.at;
        all.push(
            record
                .decode(&mut types)
                .map_err(|reason| Malformed::Type {
                    id: 0,
                    offset,
                    reason,
                })?,
        );
    }
    Ok(all)
}

fn alone<'a>(sections: &Sections<'a>) -> Result<Types<'a>, Malformed> {
    if sections.strings.first().is_some_and(|byte| *byte != 0) {
        return Err(Malformed::Split);
    }
    let mut types = Types::new();
    part(&mut types, sections, &Before::default())?;
    match types.types.len() {
        1 => Err(Malformed::Empty),
        _ => {
            types.pointer = pointer::size(&types);
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
        name: module.name,
        first: TypeId(first),
        own,
    });
    part(types, &sections, &before)
}

/// The empty name, at 0, is the base's. That tells split BTF from complete BTF.
fn check_continues(base: &Sections<'_>, module: &Sections<'_>) -> Result<(), Malformed> {
    if module.big_endian != base.big_endian {
        return Err(Malformed::Header(
            "its byte order is not that of the kernel's BTF",
        ));
    }
    match module.strings.first() {
        Some(0) => Err(Malformed::Complete),
        _ => Ok(()),
    }
}

/// Adds the types of one BTF.
pub(super) fn part<'a>(
    types: &mut Types<'a>,
    sections: &Sections<'a>,
    before: &Before<'a>,
) -> Result<(), Malformed> {
    let (first, first_member) = (types.types.len(), types.members.len());
    // No more than that: there may be a kernel's types already.
    types.types.reserve_exact(sections.types.len() / 22);
    types.members.reserve_exact(sections.types.len() / 60);
    let mut record = Record {
        sections,
        before,
        at: sections.types.start,
    };
    while record.at < sections.types.end {
        let (id, at) = (types.types.len(), record.at);
        let ty = match id > MAX_TYPES {
            true => Err(format!("more than {MAX_TYPES} types")),
            false => record.decode(types),
        };
        let ty = ty.map_err(|reason| Malformed::Type {
            id: types.btf_id(TypeId(id as u32)),
            offset: at,
            reason,
        })?;
        types.types.push(ty);
    }
    check(types, TypeId(first as u32))?;
    mark_old_bitfields(types, first_member);
    Ok(())
}

/// Before `kind_flag`, a member whose integer has fewer bits than its size was a bitfield.
fn mark_old_bitfields(types: &mut Types<'_>, first: usize) {
    let mut members = std::mem::take(&mut types.members);
    let added = members[first..].iter_mut();
    for member in added.filter(|member| member.width.is_none()) {
        let Type::Int(int) = types.get(types.underlying(member.ty)) else {
            continue;
        };
        let partial = int.first_bit != 0 || u32::from(int.bits) != 8 * int.size.0;
        if partial || !member.offset.0.is_multiple_of(8) {
            member.offset.0 = member.offset.0.saturating_add(u32::from(int.first_bit));
            member.width = Some(Bits(u32::from(int.bits)));
        }
    }
    types.members = members;
}

#[cfg(test)]
mod tests;
