//@ bpf: error[E0277] `&[u8; 64]` is not a raw pointer | `&raw const x` of a variable
//@ host: error[E0277] `&[u8; 64]` is not a raw pointer | `&raw const x` of a variable
#![no_std]

pub fn at(bytes: &[u8; 64]) {
    let task = vmlinux::task_struct::at(bytes);
}
