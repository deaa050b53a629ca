//! What can keep an object from being linked.

use std::fmt;

use crate::reloc::{RELO_SECTION, TYPES_SECTION, record, table};
use crate::text::{debug_is_display, printable};

/// Why an object was not linked. Nothing was written.
#[derive(Clone, PartialEq, Eq)]
pub enum Error {
    /// The input is not a 64-bit relocatable BPF object.
    NotBpfObject(&'static str),
    /// Bytes that do not say what their format promises.
    Malformed {
        /// The section they are in, or `ELF` for headers.
        section: String,
        /// Where in it.
        offset: u64,
        /// What is wrong.
        reason: String,
    },
    /// A record that cannot be read.
    Record {
        /// Where in the section of records.
        offset: u64,
        /// What is wrong.
        reason: record::Error,
    },
    /// A table of types that cannot be read.
    Table {
        /// Where in the section of tables.
        offset: u64,
        /// What is wrong.
        reason: table::Error,
    },
    /// A record that asks for what no relocation can do.
    Unusable {
        /// The program's section.
        section: String,
        /// Offset of the instruction in it.
        offset: u64,
        /// Operation and path, e.g. `load of task_struct.comm`.
        subject: String,
        /// Why not, and what to do instead.
        reason: String,
    },
}

debug_is_display!(Error);

impl Error {
    pub(super) fn malformed(section: &str, offset: u64, reason: impl Into<String>) -> Error {
        Error::Malformed {
            section: section.to_owned(),
            offset,
            reason: reason.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotBpfObject(found) => write!(
                f,
                "not a 64-bit relocatable BPF object: {found}\nhint: link what bpf-linker or `clang --target=bpf -c` wrote"
            ),
            Error::Malformed {
                section,
                offset,
                reason,
            } => {
                write!(f, "{}+{offset:#x}: {reason}", printable(section))
            }
            Error::Record { offset, reason } => write!(f, "{RELO_SECTION}+{offset:#x}: {reason}"),
            Error::Table { offset, reason } => write!(f, "{TYPES_SECTION}+{offset:#x}: {reason}"),
            Error::Unusable {
                section,
                offset,
                subject,
                reason,
            } => {
                write!(f, "{}+{offset:#x}: {subject}: {reason}", printable(section))
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Record { reason, .. } => Some(reason),
            Error::Table { reason, .. } => Some(reason),
            _ => None,
        }
    }
}
