//@ bpf: error[E0277] `Bits<u32>` can't be loaded | of a bitfield only `exists()` can be asked
//@ host: error[E0277] `Bits<u32>` can't be loaded | of a bitfield only `exists()` can be asked
#![no_std]

use vmlinux::btfgen::{Operations as _, Place};
use vmlinux::task_struct;

pub unsafe fn load(task: Place<task_struct>) {
    let bit = unsafe { task.sched_reset_on_fork().load() };
}
