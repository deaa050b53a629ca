//@ bpf: error[E0080] rustc's btf_relocations do not cover values of bitfields, only `exists`
//@ host: error[E0080] rustc's btf_relocations do not cover values of bitfields, only `exists`
#![no_std]

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

pub fn use_it(task: Place<task_struct>) -> Result<u32, ReadError> {
    unsafe { task.sched_reset_on_fork().read() }
}
