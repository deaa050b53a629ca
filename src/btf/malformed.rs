//! BTF that is not as it has to be.

use std::fmt;

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

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Malformed::NotBtf => write!(
                f,
                "this is not BTF: it does not begin with the magic number 0xeb9f"
            ),
            Malformed::Header(reason) => write!(f, "the BTF header is not valid: {reason}"),
            Malformed::Section { name, end, length } => write!(
                f,
                "the BTF is truncated: its {name} section ends at byte {end}, the data at byte {length}"
            ),
            Malformed::Type {
                id,
                offset: 0,
                reason,
            } => write!(f, "BTF type id {id}: {reason}"),
            Malformed::Type { id, offset, reason } => {
                write!(f, "BTF type id {id}, at byte {offset} of the BTF: {reason}")
            }
            Malformed::Empty => write!(f, "the BTF is valid, but has no types"),
            Malformed::Split => write!(
                f,
                "this is the BTF of a module, which refers to the types of its kernel\n\
                 hint: name the kernel with --btf, and this file with --module"
            ),
            Malformed::Complete => write!(
                f,
                "this is not the BTF of a module: it does not refer to the types of a kernel\n\
                 hint: name the file of a kernel with --btf"
            ),
            Malformed::Base { id, reason } => write!(f, "BTF type id {id} of .BTF.base: {reason}"),
        }
    }
}
