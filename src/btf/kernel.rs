//! A kernel and its modules, as bytes of BTF.

use super::decode::decode_with_modules;
use super::error::{Error, Reason};
use super::modules::Module;
use super::open::{Contents, Origin};
use crate::model::Types;

/// What was found of a kernel.
pub(crate) struct Kernel {
    pub(crate) contents: Contents,
    pub(crate) origin: Origin,
    /// Those that were asked for.
    pub(crate) modules: Vec<Module>,
}

impl Kernel {
    /// The types of both.
    pub(crate) fn decode(&self) -> Result<Types<'_>, Error> {
        let splits: Vec<_> = self.modules.iter().map(Module::split).collect();
        decode_with_modules(&self.contents.btf, &splits).map_err(|bad| match bad.module {
            None => Error::Malformed(self.origin.clone(), bad.malformed),
            Some(i) => self.modules[i].misfit(&self.origin, Reason::Malformed(bad.malformed)),
        })
    }
}
