//! The face for build scripts: the command line's options under the same names.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::btf::{self, Contents, Module, Origin, Reason, Source};
use crate::filter::{self, Mistake};
use crate::look::Listing;
use crate::names::{BadName, ModulePath};
use crate::output::{self, Difference, WriteError};

/// What to generate, and from what.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) source: Source,
    pub(crate) modules: Vec<PathBuf>,
    pub(crate) allow: Vec<String>,
    pub(crate) block: Vec<String>,
    pub(crate) intrinsics: Intrinsics,
    pub(crate) runtime: Option<String>,
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

/// What was found of a kernel.
pub(crate) struct Kernel {
    pub(crate) contents: Contents,
    pub(crate) origin: Origin,
    /// Those that were asked for.
    pub(crate) modules: Vec<Module>,
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
    /// The BTF that the environment variable `BTFGEN_BTF` names can't be had.
    Environment(btf::Error),
    /// Mistakes in the patterns.
    Patterns(Vec<Mistake>),
    /// Names in the BTF that may not reach Rust source.
    Names(Origin, Vec<BadName>),
    /// What [`Builder::runtime`] was given, which is no path of a module.
    Runtime(String),
    /// [`Builder::runtime`] was called, and [`Intrinsics::Core`] chosen.
    RuntimeOverCore,
}

impl Builder {
    /// All named types of the running kernel, or of what the environment variable `BTFGEN_BTF` names. A build script
    /// then prints `cargo::rerun-if-env-changed=BTFGEN_BTF`.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Reads this instead of the running kernel's BTF: see [`Source::File`].
    pub fn btf(mut self, path: impl Into<PathBuf>) -> Builder {
        self.source = Source::File(path.into());
        self
    }

    /// Adds the types of a module of that kernel: by the module's name, or a file if it has a `/` or a `.`.
    ///
    /// A name is looked for where Linux shows the BTF of loaded modules, in the folder of the kernel's file, and below
    /// `/lib/modules/RELEASE`. A type that the kernel defines too is the kernel's, as loaders have it.
    pub fn module(mut self, name: impl Into<PathBuf>) -> Builder {
        self.modules.push(name.into());
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

    /// Takes the intrinsics from the Rust module of this path, such as `crate::btfgen`, instead of writing them into the file:
    /// several generated modules then have one `Place` and one `ReadError`. [`runtime`](crate::runtime) writes that module.
    pub fn runtime(mut self, path: impl Into<String>) -> Builder {
        self.runtime = Some(path.into());
        self
    }

    /// Reads the BTF and writes the module.
    pub fn generate(self) -> Result<Bindings, Error> {
        let runtime = self.checked_runtime()?;
        self.with_kernel(|kernel, options| crate::generate(kernel, options, runtime.as_ref()))
    }

    fn checked_runtime(&self) -> Result<Option<ModulePath>, Error> {
        match (&self.runtime, self.intrinsics) {
            (None, _) => Ok(None),
            (Some(_), Intrinsics::Core) => Err(Error::RuntimeOverCore),
            (Some(path), Intrinsics::Asm) => match ModulePath::parse(path) {
                Some(path) => Ok(Some(path)),
                None => Err(Error::Runtime(path.clone())),
            },
        }
    }

    /// Lists the types and fields that `allow` matches, and no others.
    pub fn list(self) -> Result<Listing, Error> {
        self.with_kernel(crate::list)
    }

    /// The types that `allow` matches as C, with offsets and sizes.
    pub fn show(self) -> Result<String, Error> {
        self.with_kernel(crate::show)
    }

    fn with_kernel<T>(
        mut self,
        work: impl Fn(&Kernel, &Builder) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut error: fn(btf::Error) -> Error = Error::Btf;
        if let (Source::Running, Some(source)) = (&self.source, Source::from_environment()) {
            (self.source, error) = (source, Error::Environment);
        }
        let (contents, origin) = btf::find(&self.source).map_err(error)?;
        let modules = self.read_modules(&contents, &origin).map_err(Error::Btf)?;
        let kernel = Kernel {
            contents,
            origin,
            modules,
        };
        work(&kernel, &self).map_err(|error| match error {
            Error::Patterns(mistakes) => Error::Patterns(self.search_modules(&kernel, mistakes)),
            error => error,
        })
    }

    fn read_modules(&self, kernel: &Contents, origin: &Origin) -> Result<Vec<Module>, btf::Error> {
        let release = kernel.release.as_deref();
        let mut modules: Vec<Module> = Vec::new();
        for wanted in &self.modules {
            let module = btf::module(wanted, &self.source, origin, release)?;
            if let (Some(release), Some(of_module)) = (release, &module.contents.release)
                && release != of_module
            {
                let reason = Reason::Release {
                    module: of_module.clone(),
                    kernel: release.to_string(),
                };
                return Err(module.misfit(origin, reason));
            }
            // Twice the same is once.
            let is_known = |known: &Module| {
                known.name == module.name && known.contents.btf == module.contents.btf
            };
            if !modules.iter().any(is_known) {
                modules.push(module);
            }
        }
        Ok(modules)
    }

    /// Says of types that are missing which modules have them.
    fn search_modules(&self, kernel: &Kernel, mut mistakes: Vec<Mistake>) -> Vec<Mistake> {
        if !filter::may_be_in_module(&mistakes) {
            return mistakes;
        }
        let release = kernel.contents.release.as_deref();
        for module in btf::all_modules(&self.source, &kernel.origin, release) {
            if let Ok(types) = btf::outline(&kernel.contents.btf, &module.split()) {
                filter::note_module(&mut mistakes, &module.name, &types);
            }
        }
        mistakes
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
            Error::Environment(error) => {
                write!(
                    f,
                    "{error}\nhint: the environment variable {} names it",
                    btf::VARIABLE
                )
            }
            Error::Patterns(mistakes) => lines(f, mistakes),
            Error::Names(origin, names) => {
                writeln!(f, "{origin} has names that can't be written:")?;
                lines(f, names)?;
                write!(f, "\nhint: leave them out with --block")
            }
            Error::Runtime(path) => write!(
                f,
                "the runtime's path `{}` is not the path of a Rust module\nhint: such as `crate::btfgen`, or `library::btfgen`",
                path.escape_debug()
            ),
            Error::RuntimeOverCore => write!(
                f,
                "a runtime can't hold the intrinsics `core`, which depend on the types of each file\nhint: leave one of the two \
                 options out"
            ),
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
            Error::Btf(error) | Error::Environment(error) => Some(error),
            Error::Patterns(_) | Error::Names(..) | Error::Runtime(_) | Error::RuntimeOverCore => {
                None
            }
        }
    }
}
