//! The programs that reads depend on, on a big-endian kernel: with a static loader, which is built in a second.

use std::fs;

use crate::host::{self, Result};
use crate::sysroot::Sysroot;
use crate::vm::Vm;
use crate::{guards, kernels, tools};

const KERNEL: &str = "6.12-s390x";

/// Objects of tests/guards, and what each of their programs returns there. `sizes`: the fields are wider, narrower, of another sign, or
/// bitfields in the bindings alone or on the kernel alone. The others: the arm of the guard, of a field that is there or missing.
const OBJECTS: [(&str, &str); 4] = [
    ("sizes", "1"),
    ("came", "1"),
    ("gone", "2"),
    ("absent", "2"),
];

/// Builds them, boots the kernel, and compares.
pub(crate) fn check() -> Result {
    kernels::fetch(&[KERNEL])?;
    let machine = kernels::machine(KERNEL)?;
    machine.install()?;
    let share = tools::target_dir()?.join("reach").join("small");
    let _ = fs::remove_dir_all(&share);
    host::make_dir(&share)?;
    let sysroot = Sysroot::of(machine)?;
    host::run(
        host::command(format!("{}-gcc", machine.gnu))
            .args(["-static", "-O2", "-Wall"])
            .arg(tools::checkout().join("tests/small/loader.c"))
            .arg("-o")
            .arg(share.join("loader"))
            .arg("-I")
            .arg(sysroot.include())
            .arg("-L")
            .arg(sysroot.static_libraries())
            .args(["-lbpf", "-lelf", "-lz"]),
    )?;
    guards::build_default(machine.bpf, &share)?;
    let mut vm = Vm::new(KERNEL, Some(share));
    vm.timeout = std::time::Duration::from_secs(300);
    vm.command = vec!["/t/loader".to_owned()];
    for (object, value) in OBJECTS {
        vm.command
            .extend([format!("/t/{object}"), value.to_owned()]);
    }
    vm.succeed()
}
