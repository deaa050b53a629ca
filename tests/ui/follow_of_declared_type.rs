//@ bpf: error[E0277] no members of `declared` are in this file | give its name to `--allow` too
//@ host: error[E0277] no members of `declared` are in this file | give its name to `--allow` too
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn follow(task: Place<task_struct>) {
    let place = unsafe { task.only_declared().follow() };
}
