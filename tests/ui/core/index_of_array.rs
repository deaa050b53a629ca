//@ bpf: error[E0277] rustc's btf_relocations do not cover elements of arrays
//@ host: error[E0277] rustc's btf_relocations do not cover elements of arrays
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn use_it(task: Place<task_struct>) -> u8 {
    unsafe { task.comm().index::<1>().load() }
}
