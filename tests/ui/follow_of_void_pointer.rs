//@ bpf: error[E0277] `*mut c_void` does not lead to a type of this file that has members
//@ host: error[E0277] `*mut c_void` does not lead to a type of this file that has members
#![no_std]

use vmlinux::btfgen::{Operations as _, Place};
use vmlinux::task_struct;

pub unsafe fn follow(task: Place<task_struct>) {
    let place = unsafe { task.stack().follow() };
}
