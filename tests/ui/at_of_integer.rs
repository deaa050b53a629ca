//@ bpf: error[E0277] `u64` is not a raw pointer
//@ host: error[E0277] `u64` is not a raw pointer
#![no_std]

pub fn at(address: u64) {
    let task = vmlinux::task_struct::at(address);
}
