//! What users ask for.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::str::FromStr;

use crate::kernels::KernelFile;

/// What to generate, and from what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// None: the running kernel, or that of the environment.
    pub(crate) kernels: Vec<KernelFile>,
    pub(crate) modules: Vec<PathBuf>,
    pub(crate) allow: Vec<Written>,
    pub(crate) block: Vec<Written>,
    pub(crate) plain: Vec<Written>,
    pub(crate) derive: BTreeSet<Derive>,
    pub(crate) intrinsics: Intrinsics,
    pub(crate) runtime: Option<String>,
}

/// A pattern as the user wrote it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) text: String,
    /// `FILE:LINE`, if it is in a file. It can be printed.
    pub(crate) place: Option<String>,
}

impl From<String> for Written {
    fn from(text: String) -> Written {
        Written { text, place: None }
    }
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

/// A trait that plain types have, in addition to `Clone` and `Copy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Derive {
    /// `Debug`.
    Debug,
    /// `Default`: all bytes are zero.
    Default,
    /// `PartialEq` and `Eq`, which compare all bytes.
    Eq,
}

impl Derive {
    const ALL: [(&str, Derive); 3] = [
        ("debug", Derive::Debug),
        ("default", Derive::Default),
        ("eq", Derive::Eq),
    ];

    pub(crate) fn word(self) -> &'static str {
        let known = Derive::ALL.iter().find(|(_, it)| *it == self);
        known.map_or("", |(word, _)| word)
    }
}

impl FromStr for Derive {
    type Err = String;

    fn from_str(text: &str) -> Result<Derive, String> {
        let known = Derive::ALL.iter().find(|(word, _)| *word == text);
        match known {
            Some((_, derive)) => Ok(*derive),
            None => Err("the values are `debug`, `default` and `eq`".to_string()),
        }
    }
}
