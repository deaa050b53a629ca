//@ bpf: error[E0277] Pointer
//@ host: error[E0277] Pointer
#![no_std]

pub fn at(address: u64) {
    let task = vmlinux::task_struct::at(address);
}
