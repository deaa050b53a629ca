//@ bpf: error[E0277] a place of type `i32` has no elements
//@ host: error[E0277] a place of type `i32` has no elements
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn index(task: Place<task_struct>) {
    let element = task.pid().index::<0>();
}
