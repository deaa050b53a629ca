//! The loaders behind one interface: an object with one program, whose name is the object's.

mod aya_versions;
pub(crate) mod cilium;
mod newest_libbpf;
mod old_libbpf;

use std::error::Error;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use libbpf_rs::PrintLevel;

use crate::Result;

/// What a program hangs on. libbpf reads it from the section's name; aya wants to hear it.
#[derive(Clone, Copy)]
pub(crate) enum Hook {
    RawTracepoint,
    BtfTracepoint(&'static str),
    Iterator(&'static str),
    Fentry(&'static str),
    Lsm(&'static str),
    /// Where a function starts or ends.
    Kprobe(&'static str),
    StructOps,
    Xdp,
}

impl Hook {
    /// Some sandboxes load programs that look, and none that hook into kernel functions.
    pub(crate) fn may_be_refused(self) -> bool {
        matches!(self, Hook::Fentry(_) | Hook::Lsm(_) | Hook::Kprobe(_))
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

/// A loader that people use, in a version that they use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Loader {
    /// The newest, from the crate libbpf-sys.
    Libbpf,
    /// A shared library of the system.
    OldLibbpf(PathBuf),
    Aya013,
    Aya014,
    Aya016,
    /// A program with cilium/ebpf.
    Cilium(PathBuf),
}

impl Loader {
    /// `old_libbpf`: a shared library, if there is one. `cilium`: a program, likewise.
    pub(crate) fn all(old_libbpf: Option<&Path>, cilium: Option<&Path>) -> Vec<Loader> {
        let old = old_libbpf.map(|path| Loader::OldLibbpf(path.to_owned()));
        let cilium = cilium.map(|path| Loader::Cilium(path.to_owned()));
        let others = [Loader::Aya013, Loader::Aya014, Loader::Aya016];
        [Loader::Libbpf]
            .into_iter()
            .chain(old)
            .chain(others)
            .chain(cilium)
            .collect()
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Loader::Libbpf => "libbpf",
            Loader::OldLibbpf(_) => "libbpf-1.1",
            Loader::Aya013 => "aya-0.13",
            Loader::Aya014 => "aya-0.14",
            Loader::Aya016 => "aya-0.16",
            Loader::Cilium(_) => "cilium-0.11",
        }
    }

    /// `kernel_btf`: `false` tells the loader that the kernel has no BTF, where it can be told.
    pub(crate) fn load(
        &self,
        object: &Path,
        program: &'static str,
        hook: Hook,
        kernel_btf: bool,
    ) -> Result<Box<dyn Program>> {
        take_libbpf_log();
        match self {
            Loader::Libbpf => newest_libbpf::load(object, program),
            Loader::OldLibbpf(library) => old_libbpf::load(library, object, program),
            Loader::Aya013 => aya_versions::v0_13::load(object, program, hook, kernel_btf),
            Loader::Aya014 => aya_versions::v0_14::load(object, program, hook, kernel_btf),
            Loader::Aya016 => aya_versions::v0_16::load(object, program, hook, kernel_btf),
            Loader::Cilium(loader) => cilium::load(loader, object, program),
        }
    }

    /// Whether its programs of this kind are run here.
    pub(crate) fn is_for(&self, hook: Hook) -> bool {
        !matches!(self, Loader::Cilium(_)) || cilium::is_for(hook)
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

static LIBBPF_LOG: Mutex<String> = Mutex::new(String::new());

/// libbpf explains itself on stderr: keep it for the programs that fail.
pub(crate) fn keep_libbpf_log() {
    fn keep(_: PrintLevel, text: String) {
        add_to_log(&text);
    }
    libbpf_rs::set_print(Some((PrintLevel::Debug, keep)));
}

fn add_to_log(text: &str) {
    let mut log = LIBBPF_LOG.lock().expect("no panic while printing");
    log.push_str(text);
}

pub(crate) fn take_libbpf_log() -> String {
    std::mem::take(&mut LIBBPF_LOG.lock().expect("no panic while printing"))
}
