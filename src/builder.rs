//! The interface for build scripts. Its methods have the names of the command line's options.

use std::path::PathBuf;

use crate::bindings::{Bindings, Error};
use crate::btf::{self, Contents, Kernel, Module, Origin, Reason, Source};
use crate::cargo::Inputs;
use crate::filter::{self, Mistake};
use crate::generate;
use crate::input;
use crate::laps::Laps;
use crate::look::Listing;
use crate::names::ModulePath;
use crate::options::{Derive, Intrinsics, Options};

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

    /// Reads this instead of the running kernel's BTF: see [`Source::File`].
    pub fn btf(mut self, path: impl Into<PathBuf>) -> Builder {
        self.options.source = Source::File(path.into());
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
        self.options.allow.push(pattern.into());
        self
    }

    /// Leaves types and fields out, whatever is allowed.
    pub fn block(mut self, pattern: impl Into<String>) -> Builder {
        self.options.block.push(pattern.into());
        self
    }

    /// Adds types by value, with the layout that they have on this kernel, in the module `plain`. This is only right for what an ABI
    /// fixes, such as the headers of packets. Patterns are as for [`allow`](Builder::allow), without fields. Without `allow`, there
    /// are no other types.
    pub fn plain(mut self, pattern: impl Into<String>) -> Builder {
        self.options.plain.push(pattern.into());
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
            environment: self.options.source == Source::Running,
            ..Inputs::default()
        };
        let mut laps = Laps::start();
        for file in self.read_pattern_files()? {
            inputs.add(&file);
        }
        self.with_kernel(|kernel, options| {
            inputs.add(kernel.origin.path());
            for module in &kernel.modules {
                inputs.add(module.origin.path());
            }
            laps.end("read");
            let bindings = generate::generate(kernel, options, runtime.as_ref(), laps)?;
            Ok(bindings.with_inputs(std::mem::take(&mut inputs)))
        })
    }

    fn checked_runtime(&self) -> Result<Option<ModulePath>, Error> {
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
                let Some(file) = pattern.strip_prefix('@') else {
                    all.push(pattern);
                    continue;
                };
                let file = PathBuf::from(file);
                let text = input::text_by_user(&file).map_err(Error::PatternFile)?;
                let before = all.len();
                all.extend(filter::patterns_of(&text).map(str::to_string));
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
        mut self,
        work: impl FnOnce(&Kernel, &Options) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut error: fn(btf::Error) -> Error = Error::Btf;
        if let (Source::Running, Some(source)) = (&self.options.source, Source::from_environment())
        {
            (self.options.source, error) = (source, Error::Environment);
        }
        let (contents, origin) = btf::find(&self.options.source).map_err(error)?;
        let modules = self.read_modules(&contents, &origin).map_err(Error::Btf)?;
        let kernel = Kernel {
            contents,
            origin,
            modules,
        };
        work(&kernel, &self.options).map_err(|error| match error {
            Error::Patterns(mistakes) => Error::Patterns(self.search_modules(&kernel, mistakes)),
            error => error,
        })
    }

    fn read_modules(&self, kernel: &Contents, origin: &Origin) -> Result<Vec<Module>, btf::Error> {
        let release = kernel.release.as_deref();
        let mut modules: Vec<Module> = Vec::new();
        for wanted in &self.options.modules {
            let module = btf::module(wanted, &self.options.source, origin, release)?;
            if let (Some(release), Some(of_module)) = (release, &module.contents.release)
                && release != of_module
            {
                let reason = Reason::Release {
                    module: of_module.clone(),
                    kernel: release.to_string(),
                };
                return Err(module.misfit(origin, reason));
            }
            // Duplicates have no effect.
            let is_known = |known: &Module| {
                known.name == module.name && known.contents.btf == module.contents.btf
            };
            if !modules.iter().any(is_known) {
                modules.push(module);
            }
        }
        // The order of modules has no meaning.
        modules.sort_by(|a, b| (&a.name, &a.contents.btf).cmp(&(&b.name, &b.contents.btf)));
        Ok(modules)
    }

    /// For missing types, adds the modules that have them to the error.
    fn search_modules(&self, kernel: &Kernel, mut mistakes: Vec<Mistake>) -> Vec<Mistake> {
        if !filter::may_be_in_module(&mistakes) {
            return mistakes;
        }
        let Ok(sections) = btf::sections(&kernel.contents.btf) else {
            return mistakes;
        };
        let release = kernel.contents.release.as_deref();
        for module in btf::all_modules(&self.options.source, &kernel.origin, release) {
            if let Ok(types) = btf::outline(&sections, &module.split()) {
                filter::note_module(&mut mistakes, &module.name, &types);
            }
        }
        mistakes
    }
}
