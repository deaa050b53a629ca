//@ bpf: error[E0133] call to unsafe function `Operations::<T, R, P>::load` is unsafe
//@ host: error[E0133] call to unsafe function `Operations::<T, R, P>::load` is unsafe
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn pid(task: Place<task_struct>) -> i32 {
    task.pid().load()
}
