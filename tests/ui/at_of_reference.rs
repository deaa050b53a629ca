//@ bpf: error[E0277] Pointer
//@ host: error[E0277] Pointer
#![no_std]

pub fn at(bytes: &[u8; 64]) {
    let task = vmlinux::task_struct::at(bytes);
}
