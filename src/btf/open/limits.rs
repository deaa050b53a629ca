//! How much is read, and how much is unpacked.

/// Longest file, and longest section of an ELF file, in bytes. ELF files may be longer; only their sections with BTF are
/// read.
pub(super) const MAX_INPUT: u64 = MAX_UNPACKED;

/// All that comes out of the compressed streams of one file together, in bytes: ten times Debian's kernel for amd64.
pub(super) const MAX_UNPACKED: u64 = 640 << 20;

/// What is read, and what is unpacked, of all modules together that are searched for a type, in bytes: those of Debian's
/// kernel for amd64 have less than the 391 MiB that its package installs.
pub(super) const MAX_SEARCHED: u64 = 640 << 20;

/// Containers in containers. An archive of a compressed kernel image has five.
pub(super) const MAX_LAYERS: usize = 8;

/// How much may yet be read, and unpacked, in bytes.
pub(in crate::btf) struct Budget {
    pub(super) input: u64,
    pub(super) unpacked: u64,
}

impl Budget {
    /// For one file.
    pub(super) fn of_file() -> Budget {
        Budget {
            input: MAX_INPUT,
            unpacked: MAX_UNPACKED,
        }
    }

    /// For all files that are searched for a type.
    pub(in crate::btf) fn of_search() -> Budget {
        Budget {
            input: MAX_SEARCHED,
            unpacked: MAX_SEARCHED,
        }
    }
}
