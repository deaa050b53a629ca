//! Text → a file, whole or not at all, and only when it differs.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that can't be written.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    error: io::Error,
}

/// How a file differs from what would be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It holds the same bytes.
    None,
    /// There is no such file.
    Missing,
    /// It differs, first in this line, counted from 1.
    Line(usize),
}

/// Writes the file by way of a temporary one beside it. Returns whether it had to.
pub fn write(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    let failed = |error| WriteError {
        path: path.to_path_buf(),
        error,
    };
    if difference(path, bytes)? == Difference::None {
        return Ok(false);
    }
    // Renaming onto a device or pipe would replace it.
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        fs::write(path, bytes).map_err(failed)?;
        return Ok(true);
    }
    // Through a link, to the file that it names.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::metadata(folder).map_err(failed)?; // tempfile's message would name its own file
    let mut builder = tempfile::Builder::new();
    let permissions = match fs::metadata(&target) {
        Ok(metadata) => metadata.permissions(),
        Err(_) => default_permissions(),
    };
    let mut file = builder
        .permissions(permissions)
        .tempfile_in(folder)
        .map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.persist(&target).map_err(|error| failed(error.error))?;
    Ok(true)
}

/// A line for the terminal: what it would obey instead of printing is escaped.
pub fn printable(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '"' | '\'' | '\\' => out.push(c),
            _ => out.extend(c.escape_debug()),
        }
    }
    out
}

/// A path in a message: on one line, whatever it is called.
pub fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

/// Compares instead of writing.
pub(crate) fn difference(path: &Path, bytes: &[u8]) -> Result<Difference, WriteError> {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Ok(Difference::Missing);
    }
    match fs::read(path) {
        Ok(existing) if existing == bytes => Ok(Difference::None),
        Ok(existing) => Ok(Difference::Line(first_different_line(&existing, bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Difference::Missing),
        Err(error) => Err(WriteError {
            path: path.to_path_buf(),
            error,
        }),
    }
}

fn first_different_line(a: &[u8], b: &[u8]) -> usize {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    1 + a[..same].iter().filter(|byte| **byte == b'\n').count()
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

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "can't write {}: {}", shown(&self.path), self.error)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}
