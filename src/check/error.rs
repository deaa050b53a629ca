//! Why objects were not checked.

use std::fmt;
use std::path::PathBuf;

use crate::kernels::SameName;
use crate::text::shown;
use crate::{btf, link};

/// Why objects were not checked.
#[derive(Debug)]
pub enum CheckError {
    /// The object can't be read.
    Object(PathBuf, link::Error),
    /// The BTF of the object can't be read.
    Btf(PathBuf, btf::Malformed),
    /// The object has no BTF.
    NoBtf(PathBuf),
    /// The BTF of a kernel can't be found or read.
    Kernel(btf::Error),
    /// Two kernels got this name.
    SameName(SameName),
}

impl fmt::Display for CheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CheckError::Object(path, error) => write!(f, "{}: {error}", shown(path)),
            CheckError::Btf(path, malformed) => {
                write!(f, "the BTF of {} can't be read: {malformed}", shown(path))
            }
            CheckError::NoBtf(path) => write!(
                f,
                "{} has no .BTF section\nhint: compile with -g, and link with `btfgen link`",
                shown(path)
            ),
            CheckError::Kernel(error) => error.fmt(f),
            CheckError::SameName(name) => name.fmt(f),
        }
    }
}

impl std::error::Error for CheckError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            CheckError::Object(_, error) => Some(error),
            CheckError::Kernel(error) => Some(error),
            CheckError::Btf(..) | CheckError::NoBtf(_) | CheckError::SameName(_) => None,
        }
    }
}
