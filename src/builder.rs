//! The face for build scripts: the command line's options under the same names.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::btf::{self, Malformed, Source};
use crate::filter::Mistake;
use crate::names::BadName;
use crate::output::{self, Difference, WriteError};

/// What to generate, and from what.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) source: Source,
    pub(crate) allow: Vec<String>,
    pub(crate) block: Vec<String>,
    pub(crate) intrinsics: Intrinsics,
    /// Release of the kernel that the BTF is of, where known.
    pub(crate) release: Option<String>,
}

/// What backs the accessors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intrinsics {
    /// Inline assembly with relocation records, for `btfgen link`.
    #[default]
    Asm,
    /// rustc's own `btf_relocations`, which no compiler has yet. What they don't cover does not compile.
    Core,
}

/// The text of a generated module.
#[derive(Clone, Debug)]
pub struct Bindings {
    text: String,
    warnings: Vec<String>,
}

/// Why there are no bindings.
#[derive(Debug)]
pub enum Error {
    /// The BTF can't be had.
    Btf(btf::Error),
    /// Mistakes in the patterns.
    Patterns(Vec<Mistake>),
    /// Names in the BTF that may not reach Rust source.
    Names(PathBuf, Vec<BadName>),
}

impl Builder {
    /// All named types of the running kernel.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Reads this file instead of the running kernel's BTF: raw BTF, or an ELF file with a `.BTF` section.
    pub fn btf(mut self, path: impl Into<PathBuf>) -> Builder {
        self.source = Source::File(path.into());
        self
    }

    /// Adds types and fields: `[kind:]type[.field]`, globs on C names.
    pub fn allow(mut self, pattern: impl Into<String>) -> Builder {
        self.allow.push(pattern.into());
        self
    }

    /// Leaves types and fields out, whatever is allowed.
    pub fn block(mut self, pattern: impl Into<String>) -> Builder {
        self.block.push(pattern.into());
        self
    }

    /// Chooses what backs the accessors.
    pub fn intrinsics(mut self, intrinsics: Intrinsics) -> Builder {
        self.intrinsics = intrinsics;
        self
    }

    /// Reads the BTF and writes the module.
    pub fn generate(mut self) -> Result<Bindings, Error> {
        let (bytes, release) = btf::open(&self.source).map_err(Error::Btf)?;
        self.release = release;
        crate::generate(&bytes, &self)
    }

    pub(crate) fn bad_names(&self, names: Vec<BadName>) -> Error {
        Error::Names(self.source.path().to_path_buf(), names)
    }

    pub(crate) fn malformed(&self, malformed: Malformed) -> Error {
        Error::Btf(btf::Error::Malformed(
            self.source.path().to_path_buf(),
            malformed,
        ))
    }
}

impl Bindings {
    pub(crate) fn new(text: String, warnings: Vec<String>) -> Bindings {
        Bindings { text, warnings }
    }

    /// What the user should know and need not act on.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Writes the file, whole or not at all, and only when its bytes differ. Returns whether it had to.
    pub fn write_to_file(&self, path: impl AsRef<Path>) -> Result<bool, WriteError> {
        output::write(path.as_ref(), self.text.as_bytes())
    }

    /// Compares with a file instead of writing it.
    pub fn compare_with_file(&self, path: impl AsRef<Path>) -> Result<Difference, WriteError> {
        output::difference(path.as_ref(), self.text.as_bytes())
    }
}

impl fmt::Display for Bindings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Intrinsics {
    type Err = String;

    fn from_str(text: &str) -> Result<Intrinsics, String> {
        match text {
            "asm" => Ok(Intrinsics::Asm),
            "core" => Ok(Intrinsics::Core),
            _ => Err("there are `asm` and `core`".to_string()),
        }
    }
}

impl From<Vec<Mistake>> for Error {
    fn from(mistakes: Vec<Mistake>) -> Error {
        Error::Patterns(mistakes)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Btf(error) => error.fmt(f),
            Error::Patterns(mistakes) => lines(f, mistakes),
            Error::Names(path, names) => {
                writeln!(f, "{} has names that can't be written:", path.display())?;
                lines(f, names)
            }
        }
    }
}

fn lines<T: fmt::Display>(f: &mut fmt::Formatter<'_>, items: &[T]) -> fmt::Result {
    for (i, item) in items.iter().enumerate() {
        let end = if i + 1 == items.len() { "" } else { "\n" };
        write!(f, "{item}{end}")?;
    }
    Ok(())
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Btf(error) => Some(error),
            Error::Patterns(_) | Error::Names(..) => None,
        }
    }
}
