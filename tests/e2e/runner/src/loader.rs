//! The two loaders behind one face: an object with one program, whose name is the object's.

use std::error::Error;
use std::fs::File;
use std::io::{self, Read as _};
use std::os::fd::{AsFd as _, OwnedFd};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use aya::programs::{BtfTracePoint, FEntry, Iter, Lsm, Program as AyaProgram, RawTracePoint};
use aya::{Btf, Ebpf, EbpfLoader};
use libbpf_rs::{Link, MapCore as _, Object, ObjectBuilder, PrintLevel};

use crate::Result;

/// What a program hangs on. libbpf reads it from the section's name; aya wants to hear it.
#[derive(Clone, Copy)]
pub(crate) enum Hook {
    RawTracepoint,
    BtfTracepoint(&'static str),
    Iterator(&'static str),
    Fentry(&'static str),
    Lsm(&'static str),
}

impl Hook {
    /// Some sandboxes load programs that look, and none that hook into kernel functions.
    pub(crate) fn may_be_refused(self) -> bool {
        matches!(self, Hook::Fentry(_) | Hook::Lsm(_))
    }
}

/// A program in the kernel. It is detached when dropped.
pub(crate) trait Program {
    /// The file that it is from.
    fn object(&self) -> &Path;
    /// The descriptor of a map of the object.
    fn map(&self, name: &str) -> Result<OwnedFd>;
    /// The descriptor of the program: aya 0.14 has no face for BPF_PROG_TEST_RUN.
    fn program(&self) -> Result<OwnedFd>;
    fn attach(&mut self) -> Result;
    /// Everything an iterator writes.
    fn iterate(&mut self) -> Result<Vec<u8>>;
}

#[derive(Clone, Copy)]
pub(crate) enum Loader {
    Libbpf,
    Aya,
}

impl Loader {
    pub(crate) fn named(name: &str) -> Result<Loader> {
        match name {
            "libbpf" => Ok(Loader::Libbpf),
            "aya" => Ok(Loader::Aya),
            _ => Err(format!("there is no loader `{name}`").into()),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Loader::Libbpf => "libbpf",
            Loader::Aya => "aya",
        }
    }

    pub(crate) fn load(
        self,
        object: &Path,
        program: &'static str,
        hook: Hook,
    ) -> Result<Box<dyn Program>> {
        take_libbpf_log();
        match self {
            Loader::Libbpf => Ok(Box::new(WithLibbpf::load(object, program)?)),
            Loader::Aya => Ok(Box::new(WithAya::load(object, program, hook)?)),
        }
    }
}

/// Whether the kernel said EPERM: it knows such programs and permits nobody to load or attach one.
pub(crate) fn is_refusal(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<io::Error>() {
            return error.raw_os_error() == Some(libc::EPERM);
        }
        if let Some(error) = error.downcast_ref::<libbpf_rs::Error>() {
            return error.kind() == libbpf_rs::ErrorKind::PermissionDenied;
        }
        cause = error.source();
    }
    false
}

struct WithLibbpf {
    path: PathBuf,
    object: Object,
    program: &'static str,
    links: Vec<Link>,
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

struct WithAya {
    path: PathBuf,
    object: Ebpf,
    program: &'static str,
    hook: Hook,
}

impl WithAya {
    fn load(path: &Path, program: &'static str, hook: Hook) -> Result<WithAya> {
        let btf = Btf::from_sys_fs()?;
        let object = EbpfLoader::new().btf(Some(&btf)).load_file(path)?;
        let mut loaded = WithAya {
            path: path.to_owned(),
            object,
            program,
            hook,
        };
        let program = loaded.program_mut()?;
        match hook {
            Hook::RawTracepoint => cast::<RawTracePoint>(program)?.load()?,
            Hook::BtfTracepoint(name) => cast::<BtfTracePoint>(program)?.load(name, &btf)?,
            Hook::Iterator(name) => cast::<Iter>(program)?.load(name, &btf)?,
            Hook::Fentry(name) => cast::<FEntry>(program)?.load(name, &btf)?,
            Hook::Lsm(name) => cast::<Lsm>(program)?.load(name, &btf)?,
        }
        Ok(loaded)
    }

    fn program_mut(&mut self) -> Result<&mut AyaProgram> {
        let program = self.object.program_mut(self.program);
        Ok(program.ok_or(format!("no program `{}` in the object", self.program))?)
    }
}

fn cast<'a, T>(program: &'a mut AyaProgram) -> Result<&'a mut T>
where
    &'a mut T: TryFrom<&'a mut AyaProgram, Error = aya::programs::ProgramError>,
{
    Ok(program.try_into()?)
}

impl Program for WithAya {
    fn object(&self) -> &Path {
        &self.path
    }

    fn map(&self, name: &str) -> Result<OwnedFd> {
        let map = self
            .object
            .map(name)
            .ok_or(format!("no map `{name}` in the object"))?;
        let data = match map {
            aya::maps::Map::Array(data)
            | aya::maps::Map::HashMap(data)
            | aya::maps::Map::PerCpuArray(data)
            | aya::maps::Map::RingBuf(data) => data,
            _ => return Err(format!("map `{name}` is of a kind that no program here has").into()),
        };
        Ok(data.fd().as_fd().try_clone_to_owned()?)
    }

    fn program(&self) -> Result<OwnedFd> {
        let program = self.object.program(self.program);
        Ok(program
            .expect("checked when loaded")
            .fd()?
            .as_fd()
            .try_clone_to_owned()?)
    }

    fn attach(&mut self) -> Result {
        let hook = self.hook;
        let program = self.program_mut()?;
        match hook {
            Hook::RawTracepoint => cast::<RawTracePoint>(program)?
                .attach("sys_enter")
                .map(|_| ())?,
            Hook::BtfTracepoint(_) => cast::<BtfTracePoint>(program)?.attach().map(|_| ())?,
            Hook::Iterator(_) => cast::<Iter>(program)?.attach().map(|_| ())?,
            Hook::Fentry(_) => cast::<FEntry>(program)?.attach().map(|_| ())?,
            Hook::Lsm(_) => cast::<Lsm>(program)?.attach().map(|_| ())?,
        }
        Ok(())
    }

    fn iterate(&mut self) -> Result<Vec<u8>> {
        let program = cast::<Iter>(self.program_mut()?)?;
        let link = program.attach()?;
        let mut file: File = program.take_link(link)?.into_file()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

static LIBBPF_LOG: Mutex<String> = Mutex::new(String::new());

/// libbpf explains itself on stderr: keep it for the programs that fail.
pub(crate) fn keep_libbpf_log() {
    fn keep(_: PrintLevel, text: String) {
        LIBBPF_LOG
            .lock()
            .expect("no panic while printing")
            .push_str(&text);
    }
    libbpf_rs::set_print(Some((PrintLevel::Debug, keep)));
}

pub(crate) fn take_libbpf_log() -> String {
    std::mem::take(&mut LIBBPF_LOG.lock().expect("no panic while printing"))
}
