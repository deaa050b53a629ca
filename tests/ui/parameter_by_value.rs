//@ bpf: error[E0277] the size for values of type `task_struct` cannot be known
//@ host: compiles
#![no_std]

pub fn take(task: vmlinux::task_struct) {}
