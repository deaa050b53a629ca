//@ bpf: error[E0277] `i32` is not an array
//@ host: error[E0277] `i32` is not an array
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn index(task: Place<task_struct>) {
    let element = task.pid().index::<0>();
}
