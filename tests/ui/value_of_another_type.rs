//@ bpf: error[E0308] expected `u32`, found `i32`
//@ host: error[E0308] expected `u32`, found `i32`
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn pid(task: Place<task_struct>) -> u32 {
    unsafe { task.pid().load() }
}
