//! Which file to read.

use std::fs;
use std::path::{Path, PathBuf};

use super::open::{self, Contents, Error, Origin, Problem};

/// Where Linux shows the BTF of the running kernel.
pub(super) const RUNNING_KERNEL: &str = "/sys/kernel/btf/vmlinux";

const RELEASE: &str = "/proc/sys/kernel/osrelease";

/// Which kernel's BTF to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The kernel that runs on this machine.
    #[default]
    Running,
    /// A file with BTF in any of the containers that kernels come in, or `-` for standard input.
    File(PathBuf),
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

/// The BTF that is meant, and where it was.
pub(crate) fn find(source: &Source) -> Result<(Contents, Origin), Error> {
    let found = open::read(source.path());
    match source {
        Source::File(_) => found,
        Source::Running => {
            let (contents, origin) = found.map_err(|error| match error {
                Error::Contents(_, Problem::Io(error)) => Error::NotShown(error),
                error => error,
            })?;
            let release = fs::read_to_string(RELEASE).ok();
            let release = release.map(|text| text.trim().to_string());
            Ok((
                Contents {
                    release,
                    ..contents
                },
                origin,
            ))
        }
    }
}
