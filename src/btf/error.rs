//! BTF that can't be had, and what to do.

use std::path::PathBuf;
use std::{fmt, io};

use super::malformed::Malformed;
use super::open::problem::{Origin, Problem};
use crate::text::{debug_is_display, printable, shown};

/// BTF that can't be had.
pub enum Error {
    /// It is nowhere where it was looked for: what was looked for, and what each place said.
    NotFound(String, Vec<Error>),
    /// There is no BTF in the file, or it can't be got out.
    Contents(Origin, Problem),
    /// The bytes are no BTF, or not as they should be.
    Malformed(Origin, Malformed),
    /// A module is not to be found.
    NoModule(NoModule),
    /// A module's BTF that can't be read with the kernel's.
    Module(Box<Misfit>),
}

debug_is_display!(Error);

/// A module that was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoModule {
    /// Its name.
    pub name: String,
    /// The names that its file may have.
    pub looked_for: Vec<String>,
    /// Folders in which it might have been.
    pub looked_in: Vec<PathBuf>,
    /// Whether one of these says that the kernel has it built in.
    pub built_in: bool,
}

/// A module's BTF that can't be read with the kernel's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The module.
    pub module: Origin,
    /// The kernel.
    pub kernel: Origin,
    /// Why.
    pub reason: Reason,
}

/// Why a module's BTF can't be read with the kernel's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not as it should be, or continues another kernel's.
    Malformed(Malformed),
    /// The module says that it was built for another release than the kernel is.
    Release {
        /// That of the module.
        module: String,
        /// That of the kernel.
        kernel: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotFound(of, tried) => {
                writeln!(f, "no BTF of {of} was found")?;
                for error in tried {
                    writeln!(f, "  {}", error.briefly())?;
                }
                write!(
                    f,
                    "hint: name a kernel with --btf: its vmlinux or vmlinuz, or raw BTF copied from a machine that has it"
                )
            }
            Error::Contents(origin, problem) => problem.say(origin, f),
            Error::Malformed(origin, malformed) => write!(f, "{origin}: {malformed}"),
            Error::NoModule(no_module) => no_module.fmt(f),
            Error::Module(misfit) => misfit.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Contents(
                _,
                Problem::Io(error) | Problem::Unpack(_, error) | Problem::Archive(error),
            ) => Some(error),
            _ => None,
        }
    }
}

impl Error {
    /// In a line, for a list of places.
    fn briefly(&self) -> String {
        match self {
            Error::Contents(origin, Problem::Io(error))
                if error.kind() == io::ErrorKind::NotFound =>
            {
                format!("{origin}: not there")
            }
            error => error
                .to_string()
                .lines()
                .next()
                .unwrap_or_default()
                .to_string(),
        }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (origin, kernel) = (&self.module, &self.kernel);
        let may_be_of_another_kernel = match &self.reason {
            Reason::Malformed(malformed) => {
                write!(f, "{origin}: {malformed}")?;
                matches!(malformed, Malformed::Type { .. } | Malformed::Base { .. })
            }
            Reason::Release {
                module,
                kernel: release,
            } => {
                write!(
                    f,
                    "{origin} is a module of Linux {module}, and {kernel} is Linux {release}"
                )?;
                true
            }
        };
        match may_be_of_another_kernel {
            true => write!(
                f,
                "\nhint: a module's BTF fits the kernel that the module was built for, and no other: is that {kernel}?"
            ),
            false => Ok(()),
        }
    }
}

impl fmt::Display for NoModule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NoModule {
            name,
            looked_for,
            looked_in,
            built_in,
        } = self;
        let name = printable(name);
        if *built_in {
            return write!(
                f,
                "{name} is built into this kernel, whose own BTF has its types\nhint: leave --module {name} out"
            );
        }
        let files: Vec<_> = looked_for.iter().map(|file| printable(file)).collect();
        let folders = looked_in.iter().map(|folder| match folder.is_dir() {
            true => shown(folder),
            false => format!("{} (which is not there)", shown(folder)),
        });
        let folders: Vec<_> = folders.collect();
        write!(
            f,
            "there is no module {name}: looked for {}, in {}\n\
             hint: load the module, or name its file: --module path/to/{name}.ko",
            files.join(", "),
            folders.join(", ")
        )
    }
}
