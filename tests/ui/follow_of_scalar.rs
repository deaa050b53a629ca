//@ bpf: error[E0277] `i32` is not a pointer | `follow` goes from a pointer
//@ host: error[E0277] `i32` is not a pointer | `follow` goes from a pointer
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn follow(task: Place<task_struct>) {
    let place = unsafe { task.pid().follow() };
}
