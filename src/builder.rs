//! The interface for build scripts. Its methods have the names of the command line's options.

use std::path::PathBuf;

use crate::bindings::{Bindings, Error};
use crate::btf::{self, Kernel, Source};
use crate::cargo::Inputs;
use crate::filter::{self, Mistake};
use crate::generate;
use crate::input;
use crate::kernels::{self, KernelFile};
use crate::laps::Laps;
use crate::look::Listing;
use crate::names::ModulePath;
use crate::options::{Derive, Intrinsics, Options, Written};
use crate::text::shown;

/// The options of a generated module, a list or C text.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) options: Options,
}

impl Builder {
    /// All named types of the running kernel, or of the kernel that the environment variable `BTFGEN_BTF` names.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Reads this instead of the running kernel's BTF: see [`Source::File`]. `NAME=FILE` gives it a name.
    ///
    /// If it is called several times, [`generate`](Builder::generate) writes one module for all these kernels. It has the types,
    /// fields, enumerators and hooks of all of them. What not all have must be asked for with `if_exists()`. Name the oldest kernel
    /// first: on targets other than BPF, programs have the layout of the last one.
    pub fn btf(mut self, path: impl Into<PathBuf>) -> Builder {
        self.options.kernels.push(KernelFile::parse(&path.into()));
        self
    }

    /// Adds the types of a module of that kernel: by the module's name, or a file if it has a `/` or a `.`.
    ///
    /// A name is looked for where Linux shows the BTF of loaded modules, in the folder of the kernel's file, and below
    /// `/lib/modules/RELEASE`. If the kernel defines a type too, the bindings have the kernel's type, as loaders do.
    pub fn module(mut self, name: impl Into<PathBuf>) -> Builder {
        self.options.modules.push(name.into());
        self
    }

    /// Adds types and fields: `[kind:]type[.field…]`, globs on C names. `@FILE` stands for the patterns in a file: one on each line;
    /// `#` begins a comment.
    pub fn allow(mut self, pattern: impl Into<String>) -> Builder {
        self.options.allow.push(pattern.into().into());
        self
    }

    /// Leaves types and fields out, whatever is allowed.
    pub fn block(mut self, pattern: impl Into<String>) -> Builder {
        self.options.block.push(pattern.into().into());
        self
    }

    /// Adds types by value, with the layout that they have on this kernel, in the module `plain`. This is only right for what an ABI
    /// fixes, such as the headers of packets. Patterns are as for [`allow`](Builder::allow), without fields. Without `allow`, there
    /// are no other types.
    pub fn plain(mut self, pattern: impl Into<String>) -> Builder {
        self.options.plain.push(pattern.into().into());
        self
    }

    /// Gives plain types a trait.
    pub fn derive(mut self, derive: Derive) -> Builder {
        self.options.derive.insert(derive);
        self
    }

    /// Chooses the back end of the accessors.
    pub fn intrinsics(mut self, intrinsics: Intrinsics) -> Builder {
        self.options.intrinsics = intrinsics;
        self
    }

    /// Takes the intrinsics from the Rust module of this path, such as `crate::btfgen`, instead of writing them into the file:
    /// several generated modules then have one `Place` and one `ReadError`. [`runtime`](crate::runtime) writes that module.
    pub fn runtime(mut self, path: impl Into<String>) -> Builder {
        self.options.runtime = Some(path.into());
        self
    }

    /// Reads the BTF and writes the module.
    pub fn generate(mut self) -> Result<Bindings, Error> {
        let runtime = self.checked_runtime()?;
        let mut inputs = Inputs {
            environment: self.options.kernels.is_empty(),
            ..Inputs::default()
        };
        let mut laps = Laps::start();
        for file in self.read_pattern_files()? {
            inputs.add(&file);
        }
        self.with_kernels(|kernels, names, options| {
            for kernel in kernels {
                inputs.add(kernel.origin.path());
                for module in &kernel.modules {
                    inputs.add(module.origin.path());
                }
            }
            laps.end("read");
            let bindings = generate::generate(kernels, names, options, runtime.as_ref(), laps)?;
            Ok(bindings.with_inputs(std::mem::take(&mut inputs)))
        })
    }

    fn checked_runtime(&self) -> Result<Option<ModulePath>, Error> {
        if self.options.kernels.len() > 1 && self.options.intrinsics == Intrinsics::Core {
            return Err(Error::KernelsOverCore);
        }
        match (&self.options.runtime, self.options.intrinsics) {
            (None, _) => Ok(None),
            (Some(_), Intrinsics::Core) => Err(Error::RuntimeOverCore),
            (Some(path), Intrinsics::Asm) => match ModulePath::parse(path) {
                Some(path) => Ok(Some(path)),
                None => Err(Error::Runtime(path.clone())),
            },
        }
    }

    /// Lists the types and fields that `allow` matches, and no others.
    pub fn list(mut self) -> Result<Listing, Error> {
        self.read_pattern_files()?;
        self.with_kernel(generate::list)
    }

    /// The types that `allow` matches as C, with offsets and sizes.
    pub fn show(mut self) -> Result<String, Error> {
        self.read_pattern_files()?;
        self.with_kernel(generate::show)
    }

    /// Replaces `@FILE` with the patterns in the file. Returns the files.
    fn read_pattern_files(&mut self) -> Result<Vec<PathBuf>, Error> {
        let mut files = Vec::new();
        let options = &mut self.options;
        for patterns in [&mut options.allow, &mut options.block, &mut options.plain] {
            let mut all = Vec::with_capacity(patterns.len());
            for pattern in patterns.drain(..) {
                let Some(file) = pattern.text.strip_prefix('@') else {
                    all.push(pattern);
                    continue;
                };
                let file = PathBuf::from(file);
                let text = input::text_by_user(&file).map_err(Error::PatternFile)?;
                let before = all.len();
                all.extend(filter::patterns_of(&text).map(|(line, text)| Written {
                    text: text.to_string(),
                    place: Some(format!("{}:{line}", shown(&file))),
                }));
                // Without any pattern, all types would be selected.
                if all.len() == before {
                    return Err(Error::NoPatterns(file));
                }
                files.push(file);
            }
            *patterns = all;
        }
        Ok(files)
    }

    fn with_kernel<T>(
        self,
        work: impl FnOnce(&Kernel, &Options) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.with_kernels(|kernels, _, options| match kernels {
            [kernel] => work(kernel, options),
            _ => Err(Error::OneKernel),
        })
    }

    fn with_kernels<T>(
        self,
        work: impl FnOnce(&[Kernel], &[String], &Options) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let modules = &self.options.modules;
        let files = kernels::each(&self.options.kernels).map_err(Error::Btf)?;
        let (mut sources, mut kernels) = (Vec::new(), Vec::new());
        for file in &files {
            sources.push(Source::File(file.path.clone()));
            kernels.push(file.open(modules).map_err(Error::Btf)?);
        }
        if files.is_empty() {
            let (source, error): (_, fn(btf::Error) -> Error) = match Source::from_environment() {
                Some(source) => (source, Error::Environment),
                None => (Source::Running, Error::Btf),
            };
            let found = btf::find(&source).map_err(error)?;
            kernels.push(kernels::open(found, &source, modules).map_err(Error::Btf)?);
            sources.push(source);
        }
        let releases = kernels.iter().map(|it| it.contents.release.clone());
        let names = match files.is_empty() {
            true => vec![String::new()],
            false => {
                kernels::names(&files, &releases.collect::<Vec<_>>()).map_err(Error::SameName)?
            }
        };
        work(&kernels, &names, &self.options).map_err(|error| match error {
            Error::Patterns(mistakes) => {
                let kernels = sources.iter().zip(&kernels);
                Error::Patterns(kernels.fold(mistakes, |mistakes, (source, kernel)| {
                    search_modules(source, kernel, mistakes)
                }))
            }
            error => error,
        })
    }
}

/// For missing types, adds the modules that have them to the error.
fn search_modules(source: &Source, kernel: &Kernel, mut mistakes: Vec<Mistake>) -> Vec<Mistake> {
    if !filter::may_be_in_module(&mistakes) {
        return mistakes;
    }
    let Ok(sections) = btf::sections(&kernel.contents.btf) else {
        return mistakes;
    };
    let release = kernel.contents.release.as_deref();
    for module in btf::all_modules(source, &kernel.origin, release) {
        if let Ok(types) = btf::outline(&sections, &module.split()) {
            filter::note_module(&mut mistakes, &module.name, &types);
        }
    }
    mistakes
}
