//! libbpf from a shared library.

use std::ffi::{c_char, c_int, c_void};
use std::fs::File;
use std::io::Read as _;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

use runner::shared_libbpf::{self, Object};

use super::Program;
use crate::Result;

struct WithOldLibbpf {
    path: PathBuf,
    object: Object,
    program: shared_libbpf::Program,
}

/// Keeps what libbpf says for the programs that fail.
unsafe extern "C" fn keep(_: c_int, format: *const c_char, arguments: *mut c_void) -> c_int {
    // SAFETY: libbpf's own arguments.
    super::add_to_log(&unsafe { shared_libbpf::text(format, arguments) });
    0
}

pub(super) fn load(library: &Path, path: &Path, program: &'static str) -> Result<Box<dyn Program>> {
    let object = Object::open(library, path, keep)?;
    object.load()?;
    let mut programs = object.programs()?.into_iter();
    let found = programs.find(|(name, _)| name == program);
    let (_, program) = found.ok_or(format!("no program `{program}` in the object"))?;
    Ok(Box::new(WithOldLibbpf {
        path: path.to_owned(),
        object,
        program,
    }))
}

impl Program for WithOldLibbpf {
    fn object(&self) -> &Path {
        &self.path
    }

    fn map(&self, name: &str) -> Result<OwnedFd> {
        self.object.map_fd(name)
    }

    fn program(&self) -> Result<OwnedFd> {
        self.object.program_fd(self.program)
    }

    fn attach(&mut self) -> Result {
        match self.object.attach_tables()? {
            0 => self.object.attach(self.program).map(drop),
            _ => Ok(()),
        }
    }

    fn iterate(&mut self) -> Result<Vec<u8>> {
        let link = self.object.attach(self.program)?;
        let mut bytes = Vec::new();
        File::from(self.object.iterator(&link)?).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
