//! Text → a file, whole or not at all, and only when it differs.

use std::fmt;
use std::fs;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::text::{debug_is_display, shown};

/// A file that can't be written.
pub struct WriteError {
    path: PathBuf,
    error: io::Error,
    /// Why no other file could be put in its place, where that was tried first.
    replacing: Option<io::Error>,
}

debug_is_display!(WriteError);

/// How a file differs from what would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The file has the same content.
    None,
    /// There is no such file.
    Missing,
    /// The header has other options or another kernel. This text says which.
    Header(String),
    /// It differs, first in this line, counted from 1.
    Line(usize),
}

/// Writes the file by way of a temporary one beside it; where that can't be put in its place, into the file itself. Returns
/// whether it had to.
pub fn write(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    let failed = |error| WriteError::new(path, error);
    if existing(path, bytes.len())?.is_some_and(|existing| existing == bytes) {
        return Ok(false);
    }
    // Renaming onto a device or pipe would replace it.
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        fs::write(path, bytes).map_err(failed)?;
        return Ok(true);
    }
    let target = target(path).map_err(failed)?;
    let _held = signals::hold();
    match replace(&target, bytes) {
        Ok(()) => Ok(true),
        Err(Unreplaced::Failed(error)) => Err(failed(error)),
        Err(Unreplaced::NotAllowed(replacing)) if target.exists() => {
            write_into(&target, bytes).map_err(|error| WriteError {
                replacing: Some(replacing),
                ..failed(error)
            })?;
            Ok(true)
        }
        Err(Unreplaced::NotAllowed(error)) => Err(failed(error)),
    }
}

/// The path of a file in the folder that Cargo gives to a build script.
pub(crate) fn in_out_dir(name: &Path) -> Result<PathBuf, WriteError> {
    match std::env::var_os("OUT_DIR") {
        Some(folder) => Ok(Path::new(&folder).join(name)),
        None => Err(WriteError::new(
            name,
            io::Error::other("OUT_DIR is not set; only a build script has it"),
        )),
    }
}

/// Why a file was not replaced.
enum Unreplaced {
    /// No file can be made beside it or be put in its place; but perhaps it can be written itself.
    NotAllowed(io::Error),
    Failed(io::Error),
}

impl Unreplaced {
    fn new(error: io::Error) -> Unreplaced {
        match error.kind() {
            io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::ResourceBusy
            | io::ErrorKind::CrossesDevices => Unreplaced::NotAllowed(error),
            _ => Unreplaced::Failed(error),
        }
    }
}

/// Where links lead, also to a file that is not there yet.
fn target(path: &Path) -> io::Result<PathBuf> {
    const MAX_LINKS: usize = 40;
    let mut target = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&target) {
            Ok(link) => target = folder(&target).join(link),
            Err(_) => return Ok(target),
        }
    }
    fs::metadata(path).map(|_| target)
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Puts another file in its place, of the same owner and mode.
fn replace(target: &Path, bytes: &[u8]) -> Result<(), Unreplaced> {
    let folder = folder(target);
    fs::metadata(folder).map_err(Unreplaced::new)?;
    let existing = fs::metadata(target).ok();
    let mut builder = tempfile::Builder::new();
    if existing.is_none() {
        builder.permissions(default_permissions());
    }
    let file = builder.tempfile_in(folder);
    let mut file = file.map_err(|error| Unreplaced::new(without_path(error)))?;
    file.write_all(bytes)
        .map_err(|error| Unreplaced::Failed(without_path(error)))?;
    if let Some(existing) = existing {
        keep(file.as_file(), &existing).map_err(Unreplaced::new)?;
    }
    file.persist(target)
        .map_err(|error| Unreplaced::new(error.error))?;
    Ok(())
}

/// Writes over what is in the file; if that fails, writes back what was.
fn write_into(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = fs::read(target);
    let file = fs::OpenOptions::new().write(true).open(target)?;
    without_special_bits(&file)?;
    let write = |bytes: &[u8]| {
        let mut file = &file;
        file.rewind()?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)
    };
    write(bytes).inspect_err(|_| {
        if let Ok(old) = &old {
            // If this fails too, the error that is reported is the first.
            let _ = write(old);
        }
    })
}

/// tempfile's errors name its own file.
fn without_path(error: io::Error) -> io::Error {
    match error.raw_os_error() {
        Some(_) => error,
        None => error.kind().into(),
    }
}

/// The number of bytes that are read beyond the length of the new content, because the header may be longer.
const MORE: u64 = 1024;

/// The content of the file, if it exists. Only as much is read as shows whether it differs from content of `length` bytes.
pub(crate) fn existing(path: &Path, length: usize) -> Result<Option<Vec<u8>>, WriteError> {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    let read = fs::File::open(path)
        .and_then(|file| file.take(length as u64 + MORE).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WriteError::new(path, error)),
    }
}

#[cfg(unix)]
fn default_permissions() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::Permissions::from_mode(0o666) // less the umask, as for any new file
}

#[cfg(not(unix))]
fn default_permissions() -> fs::Permissions {
    fs::metadata(".")
        .map(|metadata| metadata.permissions())
        .expect("the current folder is there")
}

/// What a file lets others do, but not that it runs as its owner: its content is another now.
#[cfg(unix)]
const ORDINARY: u32 = 0o777;

/// Gives a file the owner and the mode of another.
#[cfg(unix)]
fn keep(file: &fs::File, of: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let own = file.metadata()?;
    let differs = |own: u32, other: u32| (own != other).then_some(other);
    let (owner, group) = (differs(own.uid(), of.uid()), differs(own.gid(), of.gid()));
    if owner.or(group).is_some() {
        fchown(file, owner, group)?;
    }
    file.set_permissions(fs::Permissions::from_mode(of.mode() & ORDINARY))
}

#[cfg(not(unix))]
fn keep(file: &fs::File, of: &fs::Metadata) -> io::Result<()> {
    file.set_permissions(of.permissions())
}

#[cfg(unix)]
fn without_special_bits(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata()?.permissions().mode();
    match mode & 0o7000 {
        0 => Ok(()),
        _ => file.set_permissions(fs::Permissions::from_mode(mode & ORDINARY)),
    }
}

#[cfg(not(unix))]
fn without_special_bits(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// While a file is written, signals wait: they would leave the temporary file behind.
#[cfg(unix)]
mod signals {
    use nix::sys::signal::{SigSet, SigmaskHow};

    pub(super) struct Held(Option<SigSet>);

    /// Until the result is dropped, for this thread.
    pub(super) fn hold() -> Held {
        Held(SigSet::all().thread_swap_mask(SigmaskHow::SIG_BLOCK).ok())
    }

    impl Drop for Held {
        fn drop(&mut self) {
            if let Some(before) = self.0 {
                // It can fail only for a mask that is none.
                let _ = before.thread_set_mask();
            }
        }
    }
}

#[cfg(not(unix))]
mod signals {
    pub(super) fn hold() {}
}

impl WriteError {
    fn new(path: &Path, error: io::Error) -> WriteError {
        WriteError {
            path: path.to_path_buf(),
            error,
            replacing: None,
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, error) = (shown(&self.path), &self.error);
        match &self.replacing {
            None => write!(f, "can't write {path}: {error}"),
            Some(replacing) => write!(
                f,
                "can't write {path}: it can neither be replaced ({replacing}) nor be written in place ({error})"
            ),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}
