//@ bpf: error[E0277] this place was not made from a mutable pointer | begins with `at_mut`
//@ host: error[E0277] this place was not made from a mutable pointer | begins with `at_mut`
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn store(task: Place<task_struct>) {
    unsafe { task.pid().store(1) }
}
