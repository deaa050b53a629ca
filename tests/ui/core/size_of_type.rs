//@ bpf: error[E0080] rustc's btf_relocations do not cover the size of a type, only that of a field
//@ host: error[E0080] rustc's btf_relocations do not cover the size of a type, only that of a field
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn use_it(task: Place<task_struct>) -> usize {
    task.byte_size()
}
