//! A generated file → the same file for other kernels, and what changed in what it holds.
//!
//! Everything that this needs is in the file: its comment has what it was asked for, its accessors have the declarations of the
//! fields, and its table has the offsets. So the BTF of the old kernel is not needed.

mod by_value;
mod changes;
mod held;

use std::fmt;
use std::path::{Path, PathBuf};

use crate::bindings::{Bindings, Error};
use crate::builder::Builder;
use crate::check::{self, ObjectFile};
use crate::header::Asked;
use crate::input::{self, ReadError};
use crate::text::{printable, shown};
use held::Held;

/// A file, written anew.
#[derive(Debug)]
pub struct Update {
    /// The new file.
    pub bindings: Bindings,
    /// What changed in what it holds, as text. Empty if nothing changed.
    pub changes: String,
}

/// Why a file was not written anew.
#[derive(Debug)]
pub enum UpdateError {
    /// The file can't be read.
    Read(ReadError),
    /// btfgen did not write the file.
    NotBindings(PathBuf),
    /// The file has several kernels, and does not say where to find this one.
    NoRelease(PathBuf, String),
    /// There are no bindings.
    Bindings(Error),
}

/// Reads the file, and makes its bindings anew: for these kernels, or else for those that it names. A file for one kernel is made
/// anew for the running kernel.
pub fn update(path: &Path, kernels: &[PathBuf]) -> Result<Update, UpdateError> {
    let text = input::text_by_user(path).map_err(UpdateError::Read)?;
    let asked = Asked::read(&text);
    let asked = asked.ok_or_else(|| UpdateError::NotBindings(path.to_path_buf()))?;
    let mut builder = kernels.iter().fold(Builder::new(), Builder::btf);
    if kernels.is_empty() && asked.kernels.len() > 1 {
        for (name, release) in &asked.kernels {
            let Some(release) = release else {
                let name = name.clone().unwrap_or_default();
                return Err(UpdateError::NoRelease(path.to_path_buf(), name));
            };
            builder = match name {
                Some(name) => builder.btf(format!("{name}={release}")),
                None => builder.btf(release),
            };
        }
    }
    builder = builder.intrinsics(asked.intrinsics);
    builder = asked.modules.iter().fold(builder, Builder::module);
    builder = asked.allow.iter().fold(builder, Builder::allow);
    builder = asked.block.iter().fold(builder, Builder::block);
    builder = asked.plain.iter().fold(builder, Builder::plain);
    builder = asked.derive.iter().copied().fold(builder, Builder::derive);
    builder = asked.runtime.iter().fold(builder, Builder::runtime);
    let bindings = builder.generate().map_err(UpdateError::Bindings)?;
    let changes = changes::text(&held(&text), &held(&bindings.to_string()));
    Ok(Update { bindings, changes })
}

fn held(text: &str) -> Held {
    let (relocated, plain) = by_value::split(text);
    let mut held = Held::of(&relocated);
    by_value::read(plain, &mut held);
    held
}

/// The patterns for what a file uses: bindings, or a linked BPF object.
pub fn uses_of(path: &Path) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let bytes = input::read_object(path)?;
    if bytes.starts_with(b"\x7fELF") {
        let path = path.to_path_buf();
        return Ok(check::uses_of(&ObjectFile { path, bytes })?);
    }
    let asked = Asked::read(&String::from_utf8_lossy(&bytes));
    let asked = asked.ok_or_else(|| UpdateError::NotBindings(path.to_path_buf()))?;
    Ok([asked.allow, asked.plain].concat())
}

impl fmt::Display for UpdateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UpdateError::Read(error) => error.fmt(f),
            UpdateError::NotBindings(path) => write!(
                f,
                "{} does not begin with the comment of a file that btfgen wrote\nhint: write it with `btfgen --allow … -o FILE`",
                shown(path)
            ),
            UpdateError::NoRelease(path, name) => write!(
                f,
                "{} does not say which release its kernel {} is\nhint: name all its kernels with --btf, the oldest first",
                shown(path),
                printable(name)
            ),
            UpdateError::Bindings(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for UpdateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            UpdateError::Read(error) => Some(error),
            UpdateError::Bindings(error) => Some(error),
            UpdateError::NotBindings(_) | UpdateError::NoRelease(..) => None,
        }
    }
}
