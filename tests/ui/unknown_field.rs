//@ bpf: error[E0599] no method named `pidd` found | there is a method `pid` with a similar name
//@ host: error[E0599] no method named `pidd` found | there is a method `pid` with a similar name
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn pid(task: Place<task_struct>) -> i32 {
    unsafe { task.pidd().load() }
}
