//! Names that can't be written.

use std::fmt;

use crate::model::{TypeId, Types};
use crate::room::TooLong;

/// The reason why there is no module.
#[derive(Debug)]
pub(crate) enum Error {
    /// Names that can't be written.
    Bad(Vec<BadName>),
    TooLong(TooLong),
}

impl From<TooLong> for Error {
    fn from(too_long: TooLong) -> Error {
        Error::TooLong(too_long)
    }
}

/// A name that may not or can't be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BadName {
    /// The module that has the type; none if it is the kernel's.
    pub module: Option<String>,
    /// BTF type id, as `bpftool btf dump` counts.
    pub id: u32,
    /// What has the name.
    pub subject: String,
    /// What is wrong with it.
    pub reason: String,
}

impl BadName {
    pub(super) fn new(types: &Types<'_>, id: TypeId, subject: String, reason: String) -> BadName {
        BadName {
            module: types.module(id).map(str::to_string),
            id: types.btf_id(id),
            subject,
            reason,
        }
    }
}

impl fmt::Display for BadName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(module) = &self.module {
            write!(f, "module {module}, ")?;
        }
        write!(
            f,
            "BTF type id {}: {}: {}",
            self.id, self.subject, self.reason
        )
    }
}

/// In their order, each once.
pub(super) fn sorted(mut names: Vec<BadName>) -> Vec<BadName> {
    names.sort();
    names.dedup();
    names
}
