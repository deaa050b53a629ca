//! What users ask for.

use std::path::PathBuf;
use std::str::FromStr;

use crate::kernels::KernelFile;

/// What to generate, and from what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// None: the running kernel, or that of the environment.
    pub(crate) kernels: Vec<KernelFile>,
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

impl FromStr for Intrinsics {
    type Err = String;

    fn from_str(text: &str) -> Result<Intrinsics, String> {
        match text {
            "asm" => Ok(Intrinsics::Asm),
            "core" => Ok(Intrinsics::Core),
            _ => Err("the values are `asm` and `core`".to_string()),
        }
    }
}
