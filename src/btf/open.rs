//! A file that holds BTF → the bytes of the BTF.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use object::{Object, ObjectSection};

use super::Malformed;

/// Where Linux shows the BTF of the running kernel.
const RUNNING_KERNEL: &str = "/sys/kernel/btf/vmlinux";

const RELEASE: &str = "/proc/sys/kernel/osrelease";

/// Ten times the largest vmlinux with debug information.
const MAX_FILE: u64 = 8 << 30;

/// Which kernel's BTF to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The kernel that runs on this machine.
    #[default]
    Running,
    /// A file: raw BTF, or an ELF file with a `.BTF` section.
    File(PathBuf),
}

/// BTF that can't be had.
#[derive(Debug)]
pub enum Error {
    /// The file can't be opened or read.
    Io(PathBuf, io::Error),
    /// The running kernel does not show its BTF.
    NotShown(io::Error),
    /// Not a regular file.
    NotAFile(PathBuf),
    /// The file is larger than any that holds BTF.
    TooLarge(PathBuf, u64),
    /// An ELF file without `.BTF`, or one that can't be read.
    Elf(PathBuf, String),
    /// The bytes are no BTF, or not as they should be.
    Malformed(PathBuf, Malformed),
}

impl Source {
    /// What messages and the header of a generated file call it.
    pub fn path(&self) -> &Path {
        match self {
            Source::Running => Path::new(RUNNING_KERNEL),
            Source::File(path) => path,
        }
    }
}

/// The BTF's bytes, and the kernel's release where the source knows it.
pub(crate) fn open(source: &Source) -> Result<(Vec<u8>, Option<String>), Error> {
    let path = source.path();
    let bytes = read(path).map_err(|error| match (source, error) {
        (Source::Running, Error::Io(_, error)) => Error::NotShown(error),
        (_, error) => error,
    })?;
    if bytes.starts_with(b"\x7fELF") {
        return Ok((section(path, &bytes)?, None));
    }
    let release = match source {
        Source::Running => fs::read_to_string(RELEASE)
            .ok()
            .map(|text| text.trim().to_string()),
        Source::File(_) => None,
    };
    Ok((bytes, release))
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let io = |error| Error::Io(path.to_path_buf(), error);
    // Before opening: opening a FIFO waits for a writer.
    let metadata = path.metadata().map_err(io)?;
    if !metadata.is_file() {
        return Err(Error::NotAFile(path.to_path_buf()));
    }
    if metadata.len() > MAX_FILE {
        return Err(Error::TooLarge(path.to_path_buf(), metadata.len()));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let file = File::open(path).map_err(io)?;
    file.take(MAX_FILE).read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

fn section(path: &Path, elf: &[u8]) -> Result<Vec<u8>, Error> {
    let bad = |reason: String| Error::Elf(path.to_path_buf(), reason);
    let file = object::File::parse(elf).map_err(|error| bad(error.to_string()))?;
    let section =
        (file.section_by_name(".BTF")).ok_or_else(|| bad("it has no .BTF section".to_string()))?;
    let bytes = section
        .data()
        .map_err(|error| bad(format!(".BTF: {error}")))?;
    Ok(bytes.to_vec())
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Io(path, error) => write!(f, "can't read {}: {error}", path.display()),
            Error::NotShown(error) => write!(
                f,
                "can't read the running kernel's BTF, {RUNNING_KERNEL}: {error}\n\
                 hint: name a file with --btf: a kernel's vmlinux, or raw BTF copied from a machine that has it"
            ),
            Error::NotAFile(path) => write!(
                f,
                "{} is not a regular file\nhint: name a file that holds BTF: raw BTF, or an ELF file such as vmlinux",
                path.display()
            ),
            Error::TooLarge(path, bytes) => write!(
                f,
                "{} has {bytes} bytes, more than the {MAX_FILE} that btfgen reads",
                path.display()
            ),
            Error::Elf(path, reason) => write!(
                f,
                "{} is an ELF file, but {reason}\n\
                 hint: a kernel has BTF if it was built with CONFIG_DEBUG_INFO_BTF=y",
                path.display()
            ),
            Error::Malformed(path, malformed) => write!(f, "{}: {malformed}", path.display()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Io(_, error) | Error::NotShown(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Malformed::NotBtf => write!(
                f,
                "this is not BTF: it does not begin with the magic number 0xeb9f\n\
                 hint: name raw BTF, or an ELF file with a .BTF section such as vmlinux"
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
        }
    }
}
