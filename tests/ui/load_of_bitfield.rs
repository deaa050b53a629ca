//@ bpf: error[E0277] `vmlinux::btfgen::Bits<u32>`
//@ host: error[E0277] `vmlinux::btfgen::Bits<u32>`
#![no_std]

use vmlinux::btfgen::{Operations as _, Place};
use vmlinux::task_struct;

pub unsafe fn load(task: Place<task_struct>) {
    let bit = unsafe { task.sched_reset_on_fork().load() };
}
