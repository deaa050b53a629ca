//! The link step for a file, in place.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::input::{ReadError, read_object};
use crate::link::{self, Linked};
use crate::output::{WriteError, write};
use crate::text::{debug_is_display, shown};

/// Why a file was not linked. The file is unchanged.
pub enum LinkFileError {
    /// The file can't be read.
    Read(ReadError),
    /// The object in the file can't be linked.
    Link(PathBuf, link::Error),
    /// The file can't be written.
    Write(WriteError),
}

debug_is_display!(LinkFileError);

/// Links the object in this file, and replaces the file with the result. If there is an error, the file is unchanged, so do not
/// use it. A second call changes nothing.
///
/// A build script calls it if it can't choose the linker. With aya-build, it is the last line:
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// // aya_build::build_ebpf([package], aya_build::Toolchain::default())?;
/// let object = std::path::Path::new(&std::env::var("OUT_DIR")?).join("tracer");
/// for warning in btfgen::link_file(object)?.warnings {
///     println!("cargo:warning={}", warning.replace('\n', "; "));
/// }
/// # Ok(())
/// # }
/// ```
pub fn link_file(path: impl AsRef<Path>) -> Result<Linked, LinkFileError> {
    let path = path.as_ref();
    let object = read_object(path).map_err(LinkFileError::Read)?;
    let linked =
        link::link(&object).map_err(|error| LinkFileError::Link(path.to_path_buf(), error))?;
    write(path, &linked.bytes).map_err(LinkFileError::Write)?;
    Ok(linked)
}

impl fmt::Display for LinkFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkFileError::Read(error) => error.fmt(f),
            LinkFileError::Link(path, error) => write!(f, "{}: {error}", shown(path)),
            LinkFileError::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for LinkFileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            LinkFileError::Read(error) => Some(error),
            LinkFileError::Link(_, error) => Some(error),
            LinkFileError::Write(error) => Some(error),
        }
    }
}
