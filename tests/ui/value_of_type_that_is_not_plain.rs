//@ bpf: error[E0277] cannot be known | `OnlyPlainTypesHaveValues`
//@ bpf: error[E0277] only `btfgen --plain` writes structs by value
//@ host: error[E0277] only `btfgen --plain` writes structs by value
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub struct Value {
    info: vmlinux::sched_info,
    more: u32,
}

pub fn take(value: Value) {}

pub unsafe fn load(task: Place<task_struct>) {
    let info = unsafe { task.sched_info().load() };
}
