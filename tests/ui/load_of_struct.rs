//@ bpf: error[E0277] a place of type `vmlinux::sched_info` can't be loaded or stored in one instruction | load and store the members of a struct
//@ host: error[E0277] a place of type `vmlinux::sched_info` can't be loaded or stored in one instruction | load and store the members of a struct
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn info(task: Place<task_struct>) {
    let info = unsafe { task.sched_info().load() };
}
