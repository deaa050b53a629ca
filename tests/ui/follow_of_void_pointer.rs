//@ bpf: error[E0277] no members of `c_void` are in this file
//@ host: error[E0277] no members of `c_void` are in this file
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn follow(task: Place<task_struct>) {
    let place = unsafe { task.stack().follow() };
}
