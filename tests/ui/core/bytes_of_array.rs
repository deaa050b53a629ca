//@ bpf: error[E0080] rustc's btf_relocations do not cover elements of arrays
//@ host: error[E0080] rustc's btf_relocations do not cover elements of arrays
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn use_it(task: Place<task_struct>, buffer: &mut [u8]) -> usize {
    unsafe { task.comm().read_bytes(buffer) }.map_or(0, <[u8]>::len)
}
