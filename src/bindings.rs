//! The text of a generated module, or why there is none.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::btf::{self, Origin};
use crate::cargo::{self, Inputs};
use crate::filter::Mistake;
use crate::header;
use crate::input::ReadError;
use crate::kernels::SameName;
use crate::laps::Laps;
use crate::names::BadName;
use crate::output::{self, Difference, WriteError};
use crate::plain::NotPlain;
use crate::room::TooLong;
use crate::text::{debug_is_display, printable, shell_word, shown};

/// The text of a generated module.
#[derive(Clone, Debug)]
pub struct Bindings {
    text: String,
    warnings: Vec<String>,
    inputs: Inputs,
    laps: Vec<(&'static str, Duration)>,
}

/// Why there are no bindings.
pub enum Error {
    /// The BTF can't be found or read.
    Btf(btf::Error),
    /// The BTF that the environment variable `BTFGEN_BTF` names can't be found or read.
    Environment(btf::Error),
    /// Mistakes in the patterns.
    Patterns(Vec<Mistake>),
    /// Types that can't be written by value.
    Plain(Vec<NotPlain>),
    /// A file with patterns can't be read.
    PatternFile(ReadError),
    /// A file for patterns contains none.
    NoPatterns(PathBuf),
    /// Names in the BTF that may not reach Rust source.
    Names(Vec<Origin>, Vec<BadName>),
    /// `list` and `show` read one kernel.
    OneKernel,
    /// Several kernels, and [`Intrinsics::Core`](crate::Intrinsics::Core).
    KernelsOverCore,
    /// Two kernels got this name.
    SameName(SameName),
    /// The kernels have more types than there are numbers for.
    TooManyTypes,
    /// The text would be too long.
    TooLong(TooLong),
    /// The argument of [`Builder::runtime`](crate::Builder::runtime), which is not the path of a module.
    Runtime(String),
    /// [`Builder::runtime`](crate::Builder::runtime) was called, and [`Intrinsics::Core`](crate::Intrinsics::Core) chosen.
    RuntimeOverCore,
}

debug_is_display!(Error);

impl Bindings {
    pub(crate) fn new(text: String, warnings: Vec<String>) -> Bindings {
        Bindings {
            text,
            warnings,
            inputs: Inputs::default(),
            laps: Vec::new(),
        }
    }

    pub(crate) fn with_inputs(self, inputs: Inputs) -> Bindings {
        Bindings { inputs, ..self }
    }

    pub(crate) fn with_laps(self, laps: Laps) -> Bindings {
        let laps = laps.laps;
        Bindings { laps, ..self }
    }

    /// The phases, and how long each took.
    pub fn phases(&self) -> &[(&'static str, Duration)] {
        &self.laps
    }

    /// The warnings.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Writes the file, whole or not at all, and only if its content changed. Returns whether the content changed.
    pub fn write_to_file(&self, path: impl AsRef<Path>) -> Result<bool, WriteError> {
        output::write(path.as_ref(), self.text.as_bytes())
    }

    /// Writes the file into the folder of a build script (`OUT_DIR`), as [`write_to_file`](Bindings::write_to_file) does. Returns
    /// its path. The crate contains it with `include!(concat!(env!("OUT_DIR"), "/vmlinux.rs"));`.
    pub fn write_to_out_dir(&self, name: impl AsRef<Path>) -> Result<PathBuf, WriteError> {
        let path = output::in_out_dir(name.as_ref())?;
        self.write_to_file(&path)?;
        Ok(path)
    }

    /// In a build script, tells Cargo when to run it again, and prints the warnings: it prints `cargo:rerun-if-changed=FILE` for
    /// each file that was read, `cargo:rerun-if-env-changed=BTFGEN_BTF` if this variable can change the kernel, and
    /// `cargo:warning=…`.
    ///
    /// The time of `/sys/kernel/btf/vmlinux` is when somebody first looked at it since the last boot, or in this container, or since
    /// Linux needed the memory of its inode. So Cargo runs the script again for each new kernel, and sometimes without one: for
    /// instance in the second build after a boot, if the script was the first that looked. Bindings are written only if their content
    /// changed.
    pub fn emit_cargo(&self) -> &Bindings {
        cargo::emit(&cargo::lines(&self.inputs, &self.warnings));
        self
    }

    /// Compares with a file instead of writing it.
    pub fn compare_with_file(&self, path: impl AsRef<Path>) -> Result<Difference, WriteError> {
        let existing = output::existing(path.as_ref(), self.text.len())?;
        Ok(match existing {
            Some(existing) => header::difference(&String::from_utf8_lossy(&existing), &self.text),
            None => Difference::Missing,
        })
    }
}

impl fmt::Display for Bindings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<Vec<Mistake>> for Error {
    fn from(mistakes: Vec<Mistake>) -> Error {
        Error::Patterns(mistakes)
    }
}

impl From<TooLong> for Error {
    fn from(too_long: TooLong) -> Error {
        Error::TooLong(too_long)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Btf(error) => error.fmt(f),
            Error::Environment(error) => {
                write!(
                    f,
                    "{error}\nhint: the environment variable {} names it",
                    btf::VARIABLE
                )
            }
            Error::Patterns(mistakes) => lines(f, mistakes),
            Error::Plain(not_plain) => {
                lines(f, not_plain)?;
                let missing: BTreeSet<_> = not_plain.iter().flat_map(NotPlain::missing).collect();
                if !missing.is_empty() {
                    write!(f, "\nhint: add")?;
                }
                missing
                    .iter()
                    .try_for_each(|it| write!(f, " --plain {}", shell_word(it)))
            }
            Error::NoPatterns(file) => write!(
                f,
                "{} has no patterns\nhint: write one on each line, such as `task_struct.pid`",
                shown(file)
            ),
            Error::PatternFile(error) => write!(
                f,
                "{error}\nhint: `@FILE` stands for the patterns in a file, one on each line"
            ),
            Error::OneKernel => write!(
                f,
                "only one kernel can be listed or shown\nhint: name one, or compare two with `btfgen diff`"
            ),
            Error::KernelsOverCore => write!(
                f,
                "the intrinsics `core` have the types of one kernel only\nhint: name one kernel, or leave the intrinsics out"
            ),
            Error::SameName(name) => name.fmt(f),
            Error::TooManyTypes => write!(
                f,
                "the kernels have more types together than btfgen can number\nhint: name fewer kernels"
            ),
            Error::Names(origins, names) => {
                let origins: Vec<_> = origins.iter().map(Origin::to_string).collect();
                match &origins[..] {
                    [origin] => writeln!(f, "{origin} has names that can't be written:")?,
                    origins => {
                        let origins = origins.join(", ");
                        writeln!(f, "{origins} have names that can't be written:")?;
                    }
                }
                lines(f, &names[..names.len().min(MAX_NAMED)])?;
                if let Some(more) = names.len().checked_sub(MAX_NAMED).filter(|more| *more > 0) {
                    write!(f, "\n{more} more names that can't be written")?;
                }
                write!(f, "\nhint: leave them out with --block")
            }
            Error::TooLong(too_long) => write!(
                f,
                "{too_long}\nhint: name fewer types, or single fields of them: `--allow TYPE.FIELD`, `list TYPE.FIELD`"
            ),
            Error::Runtime(path) => write!(
                f,
                "the runtime's path `{}` is not the path of a Rust module\nhint: such as `crate::btfgen`, or `library::btfgen`",
                printable(path)
            ),
            Error::RuntimeOverCore => write!(
                f,
                "a runtime can't hold the intrinsics `core`, which depend on the types of each file\nhint: leave one of the two \
                 options out"
            ),
        }
    }
}

/// The maximum number of names in an error. Each has a line.
const MAX_NAMED: usize = 50;

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
            Error::Btf(error) | Error::Environment(error) => Some(error),
            Error::TooLong(too_long) => Some(too_long),
            Error::PatternFile(error) => Some(error),
            Error::Patterns(_)
            | Error::Plain(_)
            | Error::NoPatterns(_)
            | Error::Names(..)
            | Error::OneKernel
            | Error::KernelsOverCore
            | Error::SameName(_)
            | Error::TooManyTypes
            | Error::Runtime(_)
            | Error::RuntimeOverCore => None,
        }
    }
}
