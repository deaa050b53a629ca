//! The scheduler of tests/scheduler, with a mixed load, on a kernel that lets programs schedule.

use std::time::Duration;

use crate::e2e;
use crate::host::{self, Result};
use crate::vm::Vm;
use crate::{kernels, tools};

/// Debian's kernels do so from this one on, of those that are tested.
const KERNEL: &str = "7.3";
/// How long it schedules: several times what the kernel's watchdog waits for a task that does not run.
const SECONDS: u64 = 120;
/// With one, no task is ever moved.
const PROCESSORS: u32 = 2;

pub(crate) fn check() -> Result {
    kernels::fetch(&[KERNEL])?;
    let source = tools::checkout().join("tests/scheduler");
    let share = tools::target_dir()?.join("scheduler");
    host::make_dir(&share)?;
    let bindings = share.join("vmlinux.rs");
    let patterns = e2e::read_lines(&source.join("patterns"))?;
    e2e::generate(&kernels::cached(KERNEL).btf, &patterns, &bindings)?;
    let mut cargo = e2e::bpf_build(&source)?;
    host::run(cargo.env("BTFGEN_VMLINUX", &bindings))?;
    let built = e2e::bpf_target()?
        .join(e2e::TARGET)
        .join("release/scheduler");
    e2e::copy_as(&built, &share.join("scheduler.o"))?;
    e2e::copy_as(&e2e::runner("scheduler")?, &share.join("scheduler"))?;
    let command = ["/t/scheduler", &SECONDS.to_string(), "/t/scheduler.o"];
    let vm = Vm {
        command: command.map(str::to_owned).to_vec(),
        timeout: Duration::from_secs(SECONDS + 120),
        processors: PROCESSORS,
        ..Vm::new(KERNEL, Some(share))
    };
    vm.succeed()
}
