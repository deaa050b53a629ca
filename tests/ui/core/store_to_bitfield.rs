//@ bpf: error[E0080] rustc's btf_relocations do not cover values of bitfields, only `exists`
//@ host: error[E0080] rustc's btf_relocations do not cover values of bitfields, only `exists`
#![no_std]

use vmlinux::btfgen::PlaceMut;
use vmlinux::task_struct;

pub fn use_it(task: PlaceMut<task_struct>) {
    unsafe { task.priority().store(1) }
}
