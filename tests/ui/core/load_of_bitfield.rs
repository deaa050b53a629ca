//@ bpf: error[E0080] rustc's btf_relocations do not cover values of bitfields, only `exists`
//@ host: error[E0080] rustc's btf_relocations do not cover values of bitfields, only `exists`
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn use_it(task: Place<task_struct>) -> i32 {
    unsafe { task.priority().load() }
}
