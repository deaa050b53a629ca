//! Files → bytes, with a bound on how many, and without waiting for what may never come.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::text::{debug_is_display, shown};

/// Longest object, in bytes: six times the largest that a test made.
const MAX_OBJECT: u64 = 256 << 20;

/// Longest text that a kernel's files are read for: Debian's list of modules that are built in has 20 kB.
const MAX_TEXT: u64 = 16 << 20;

/// Who says that a file is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// The user, who may name a pipe or a device.
    ByUser,
    /// A search, which reads regular files only.
    BySearch,
}

/// Opens a file. `None`: it is a folder, or may make btfgen wait without end, as a FIFO does that nobody writes to. A pipe
/// that is open already, as the shell's `<(…)` is, is not such a FIFO: it has no path of its own.
pub(crate) fn open(path: &Path, named: Named) -> io::Result<Option<File>> {
    // Looked at before it is opened: opening a FIFO waits for a writer.
    let metadata = path.metadata()?;
    let may_open = metadata.is_file()
        || named == Named::ByUser && !metadata.is_dir() && !(is_fifo(&metadata) && is_path(path));
    match may_open {
        true => File::open(path).map(Some),
        false => Ok(None),
    }
}

/// Reads all, which should be `length` bytes. `None`: there are more than `limit`.
pub(crate) fn whole(from: &mut dyn Read, length: u64, limit: u64) -> io::Result<Option<Vec<u8>>> {
    if length > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(length as usize + 1);
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// A text that a search found, if it is one.
pub(crate) fn text(path: &Path) -> Option<String> {
    let mut file = open(path, Named::BySearch).ok()??;
    String::from_utf8(whole(&mut file, 0, MAX_TEXT).ok()??).ok()
}

/// Reads a text file that the user names.
pub(crate) fn text_by_user(path: &Path) -> Result<String, ReadError> {
    let read = || {
        let mut file = open(path, Named::ByUser)?.ok_or_else(not_a_file)?;
        let bytes = whole(&mut file, 0, MAX_TEXT)?
            .ok_or_else(|| io::Error::other(format!("it has more than {} MiB", MAX_TEXT >> 20)))?;
        String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8"))
    };
    read().map_err(|error| ReadError {
        path: path.to_path_buf(),
        error: Some(error),
    })
}

fn not_a_file() -> io::Error {
    io::Error::other("it is a folder or a FIFO")
}

/// A file that can't be read.
pub struct ReadError {
    path: PathBuf,
    /// `None`: it is too long.
    error: Option<io::Error>,
}

debug_is_display!(ReadError);

/// The objects that a path stands for: a file, or the files `*.o` of a folder in the order of their names.
pub fn objects(path: &Path) -> Result<Vec<PathBuf>, ReadError> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let failed = |error| ReadError {
        path: path.to_path_buf(),
        error: Some(error),
    };
    let mut objects = Vec::new();
    for entry in path.read_dir().map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_object = path.extension().is_some_and(|extension| extension == "o");
        objects.extend(is_object.then_some(path));
    }
    objects.sort();
    match objects.is_empty() {
        true => Err(failed(io::Error::other("it is a folder without *.o"))),
        false => Ok(objects),
    }
}

/// The regular files below a folder, sorted. At most `most` entries are looked at. Links are not followed.
pub(crate) fn files_below(folder: &Path, most: usize) -> Vec<PathBuf> {
    let (mut files, mut folders, mut left) = (Vec::new(), vec![folder.to_path_buf()], most);
    while let Some(folder) = folders.pop() {
        let entries = folder.read_dir().into_iter().flatten().flatten();
        for entry in entries.take(left) {
            left -= 1;
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files.sort();
    files
}

/// Reads an object for [`crate::link::link`]; `-` is standard input.
pub fn read_object(path: &Path) -> Result<Vec<u8>, ReadError> {
    let failed = |error| ReadError {
        path: path.to_path_buf(),
        error,
    };
    let bytes = match path == Path::new("-") {
        true => whole(&mut io::stdin().lock(), 0, MAX_OBJECT),
        false => match open(path, Named::ByUser) {
            Ok(Some(mut file)) => {
                let length = file.metadata().map_or(0, |metadata| metadata.len());
                whole(&mut file, length, MAX_OBJECT)
            }
            Ok(None) => Err(not_a_file()),
            Err(error) => Err(error),
        },
    };
    bytes
        .map_err(|error| failed(Some(error)))?
        .ok_or_else(|| failed(None))
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = match self.path == Path::new("-") {
            true => "standard input".to_string(),
            false => shown(&self.path),
        };
        match &self.error {
            Some(error) => write!(f, "can't read {path}: {error}"),
            None => write!(
                f,
                "{path} has more than {} MiB, so it is no BPF object\nhint: link what bpf-linker wrote",
                MAX_OBJECT >> 20
            ),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.error.as_ref()?)
    }
}

/// Whether the path, links followed, is in the file system.
fn is_path(path: &Path) -> bool {
    path.canonicalize().is_ok()
}

#[cfg(unix)]
fn is_fifo(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    metadata.file_type().is_fifo()
}

#[cfg(not(unix))]
fn is_fifo(_: &std::fs::Metadata) -> bool {
    false
}
