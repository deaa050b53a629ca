//@ bpf: error[E0080] rustc's btf_relocations do not cover the id of a type, which `cast` takes
//@ host: error[E0080] rustc's btf_relocations do not cover the id of a type, which `cast` takes
#![no_std]

use vmlinux::task_struct;

pub fn use_it(address: u64) -> i32 {
    unsafe { task_struct::cast(address as *const u8).pid().load() }
}
