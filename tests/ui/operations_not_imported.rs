//@ bpf: error[E0599] trait `Operations` which provides `load` is implemented but not in scope
//@ host: error[E0599] trait `Operations` which provides `load` is implemented but not in scope
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn pid(task: Place<task_struct>) -> i32 {
    unsafe { task.pid().load() }
}
