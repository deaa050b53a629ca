//@ bpf: error[E0277] no members of `i32` are in this file
//@ host: error[E0277] no members of `i32` are in this file
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

// Its size may differ on the running kernel, so the path must stay.
pub fn pid(task: Place<task_struct>) -> Place<i32> {
    task.pid().as_root()
}
