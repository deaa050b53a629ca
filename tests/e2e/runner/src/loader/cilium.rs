//! cilium/ebpf, the loader of most Go programs: a program of its own (tests/e2e/cilium), which pins what it loaded.

use std::fs;
use std::os::fd::{FromRawFd as _, OwnedFd};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{ffi::CString, io};

use super::{Hook, Program};
use crate::Result;

/// A BPF file system.
const PINS: &str = "/sys/fs/bpf";

struct WithCilium {
    path: PathBuf,
    pins: Pins,
}

/// A folder of its own for each program.
struct Pins(PathBuf);

impl Drop for Pins {
    fn drop(&mut self) {
        // What is pinned there is freed with its last descriptor.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// cilium/ebpf runs only programs of hooks that need no attaching.
pub(crate) fn is_for(hook: Hook) -> bool {
    matches!(hook, Hook::RawTracepoint | Hook::Xdp)
}

pub(super) fn load(loader: &Path, path: &Path, program: &'static str) -> Result<Box<dyn Program>> {
    let folder = format!("btfgen-{}-{program}", std::process::id());
    let pins = Pins(Path::new(PINS).join(folder));
    fs::create_dir(&pins.0).map_err(|error| format!("{}: {error}", pins.0.display()))?;
    let mut command = Command::new(loader);
    let output = command.arg(path).arg(program).arg(&pins.0).output()?;
    match output.status.success() {
        true => Ok(Box::new(WithCilium {
            path: path.to_owned(),
            pins,
        })),
        false => Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
    }
}

impl WithCilium {
    fn pinned(&self, name: &str) -> Result<OwnedFd> {
        let path = self.pins.0.join(name);
        let text = CString::new(path.as_os_str().as_encoded_bytes())?;
        // SAFETY: a path; the descriptor is new and ours.
        match unsafe { libbpf_sys::bpf_obj_get(text.as_ptr()) } {
            fd @ 0.. => Ok(unsafe { OwnedFd::from_raw_fd(fd) }),
            _ => Err(format!("{}: {}", path.display(), io::Error::last_os_error()).into()),
        }
    }
}

impl Program for WithCilium {
    fn object(&self) -> &Path {
        &self.path
    }

    fn map(&self, name: &str) -> Result<OwnedFd> {
        self.pinned(&format!("map_{name}"))
    }

    fn program(&self) -> Result<OwnedFd> {
        self.pinned("program")
    }

    fn attach(&mut self) -> Result {
        Err("this loader attaches nothing here".into())
    }

    fn iterate(&mut self) -> Result<Vec<u8>> {
        Err("this loader attaches nothing here".into())
    }
}
