//! libbpf as the crate libbpf-sys has it, which is the newest.

use std::io::Read as _;
use std::os::fd::{AsFd as _, OwnedFd};
use std::path::{Path, PathBuf};

use libbpf_rs::{Link, MapCore as _, MapType, Object, ObjectBuilder};

use super::Program;
use crate::Result;

pub(super) fn load(path: &Path, program: &'static str) -> Result<Box<dyn Program>> {
    Ok(Box::new(WithLibbpf::load(path, program)?))
}

struct WithLibbpf {
    path: PathBuf,
    // Dropped before the object: a table of callbacks is taken back through its map.
    links: Vec<Link>,
    object: Object,
    program: &'static str,
}

impl WithLibbpf {
    fn load(path: &Path, program: &'static str) -> Result<WithLibbpf> {
        let object = ObjectBuilder::default().open_file(path)?.load()?;
        let loaded = WithLibbpf {
            path: path.to_owned(),
            object,
            program,
            links: Vec::new(),
        };
        if loaded.object.progs().all(|it| it.name() != program) {
            return Err(format!("no program `{program}` in the object").into());
        }
        Ok(loaded)
    }

    fn link(&self) -> Result<Link> {
        let program = self.object.progs_mut().find(|it| it.name() == self.program);
        Ok(program.expect("checked when loaded").attach()?)
    }
}

impl Program for WithLibbpf {
    fn object(&self) -> &Path {
        &self.path
    }

    fn map(&self, name: &str) -> Result<OwnedFd> {
        let map = self.object.maps().find(|it| it.name() == name);
        let map = map.ok_or(format!("no map `{name}` in the object"))?;
        Ok(map.as_fd().try_clone_to_owned()?)
    }

    fn program(&self) -> Result<OwnedFd> {
        let program = self.object.progs().find(|it| it.name() == self.program);
        Ok(program
            .expect("checked when loaded")
            .as_fd()
            .try_clone_to_owned()?)
    }

    fn attach(&mut self) -> Result {
        let mut tables = self.object.maps_mut();
        if let Some(mut table) = tables.find(|it| it.map_type() == MapType::StructOps) {
            let link = table.attach_struct_ops()?;
            drop(tables);
            self.links.push(link);
            return Ok(());
        }
        drop(tables);
        let link = self.link()?;
        self.links.push(link);
        Ok(())
    }

    fn iterate(&mut self) -> Result<Vec<u8>> {
        let link = self.link()?;
        let mut bytes = Vec::new();
        libbpf_rs::Iter::new(&link)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
