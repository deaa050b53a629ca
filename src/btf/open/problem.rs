//! Files without BTF, and what to do.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use super::limits::{MAX_INPUT, MAX_LAYERS, MAX_UNPACKED};
use crate::text::{printable, shown};

/// A file, and the containers in it that were opened, from the outside in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    path: PathBuf,
    pub(super) layers: Vec<&'static str>,
}

/// Why there is no BTF to be had from a file.
#[derive(Debug)]
pub enum Problem {
    /// The file can't be opened or read.
    Io(io::Error),
    /// Not a regular file.
    NotAFile,
    /// The file is larger than any that holds BTF.
    TooLarge,
    /// It unpacks to more than any kernel.
    TooMuch,
    /// Containers in containers without end.
    TooDeep,
    /// Neither BTF nor anything that contains some.
    Unknown,
    /// A known format that is not read: its name, and what unpacks it.
    Refused(&'static str, &'static str),
    /// A format that only builds with the feature `containers` read.
    NoContainers(&'static str),
    /// An ELF file without `.BTF`, or one that can't be read.
    Elf(String),
    /// An ELF file whose section `.BTF` has nothing in it.
    EmptySection,
    /// A kernel image that is not as its kind has to be.
    Image(&'static str),
    /// A compressed stream that can't be unpacked: its format and why.
    Unpack(&'static str, io::Error),
    /// An archive that can't be read.
    Archive(io::Error),
    /// No file of an archive can have BTF.
    EmptyArchive,
    /// More files than an archive of BTF has.
    ManyMembers(usize),
    /// Several files of an archive may be meant: their names.
    SeveralMembers(String),
    /// An archive has no such file; the names of those that it has.
    NoMember(String),
    /// A file in something that is no archive.
    NoArchive,
}

impl Origin {
    pub(crate) fn new(path: &Path) -> Origin {
        Origin {
            path: path.to_path_buf(),
            layers: Vec::new(),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Problem {
    pub(super) fn elf(reason: impl ToString) -> Problem {
        Problem::Elf(reason.to_string())
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Problem {
        Problem::Io(error)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path == Path::new("-") {
            true => f.write_str("standard input")?,
            false => f.write_str(&shown(&self.path))?,
        }
        match &self.layers[..] {
            [] => Ok(()),
            layers => write!(f, " ({})", layers.join(", ")),
        }
    }
}

impl Problem {
    pub(in crate::btf) fn say(&self, origin: &Origin, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MIB: u64 = 1 << 20;
        match self {
            Problem::Io(error) => write!(f, "can't read {origin}: {error}"),
            Problem::NotAFile => write!(
                f,
                "{origin} is not a regular file\n\
                 hint: name a file that holds BTF; for a FIFO, give it to standard input: `--btf - < FIFO`"
            ),
            Problem::TooLarge => write!(
                f,
                "{origin} has more than {} MiB, the most that btfgen reads\n\
                 hint: name an ELF file: only its sections with BTF are read, whatever its length",
                MAX_INPUT / MIB
            ),
            Problem::TooMuch => write!(
                f,
                "{origin} unpacks to more than {} MiB, ten times the size of a kernel\n\
                 hint: unpack it: of an ELF file, only the sections with BTF are read, whatever its length",
                MAX_UNPACKED / MIB
            ),
            Problem::TooDeep => write!(f, "{origin} is more than {MAX_LAYERS} nested containers"),
            Problem::Unknown => write!(
                f,
                "{origin} has no BTF: it is neither raw BTF nor ELF, and contains no kernel with BTF\n\
                 hint: name a kernel with BTF: vmlinux, vmlinuz, a module, raw BTF, each also compressed or in a tar archive"
            ),
            Problem::Refused(name, unpack) => write!(
                f,
                "{origin} is {name}, which btfgen does not read\nhint: unpack it with `{unpack}`"
            ),
            Problem::NoContainers(name) => write!(
                f,
                "{origin} is {name}, which this build of btfgen does not read\nhint: enable its feature `containers`"
            ),
            Problem::Elf(reason) => write!(
                f,
                "{origin} is an ELF file, but {}\n\
                 hint: a kernel has BTF if it was built with CONFIG_DEBUG_INFO_BTF=y",
                printable(reason)
            ),
            Problem::EmptySection => write!(
                f,
                "section .BTF of {origin} is empty\n\
                 hint: is it a file of debug information? name the file that it was made from"
            ),
            Problem::Image(reason) => write!(f, "{origin} is a kernel image, but {reason}"),
            Problem::Unpack(packing, error) => {
                write!(
                    f,
                    "{origin} is compressed with {packing}, but can't be unpacked: {}",
                    printable(&error.to_string())
                )
            }
            Problem::Archive(error) => {
                let error = printable(&error.to_string());
                write!(f, "{origin} is a tar archive that can't be read: {error}")
            }
            Problem::EmptyArchive => write!(f, "{origin} is a tar archive without any BTF"),
            Problem::ManyMembers(most) => write!(
                f,
                "{origin} is a tar archive of more than {most} files\nhint: unpack the one with the BTF"
            ),
            Problem::SeveralMembers(names) => write!(
                f,
                "{origin} is a tar archive with several files that may be meant: {names}\n\
                 hint: choose one by its name behind that of the archive, as in `archive.tar/name`"
            ),
            Problem::NoMember(names) => {
                write!(f, "{origin} is not there: the tar archive has {names}")
            }
            Problem::NoArchive => write!(
                f,
                "{origin} is not there: the path continues after a file that is not a tar archive"
            ),
        }
    }
}
