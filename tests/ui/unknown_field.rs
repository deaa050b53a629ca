//@ bpf: error[E0599] no method named `pidd` found for struct `vmlinux::btfgen::Place<T, R, P>`
//@ host: error[E0599] no method named `pidd` found for struct `vmlinux::btfgen::Place<T, R, P>`
#![no_std]

use vmlinux::btfgen::{Operations as _, Place};
use vmlinux::task_struct;

pub unsafe fn pid(task: Place<task_struct>) -> i32 {
    unsafe { task.pidd().load() }
}
