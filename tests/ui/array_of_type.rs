//@ bpf: error[E0277] the size for values of type `task_struct` cannot be known
//@ host: compiles
#![no_std]

pub fn array(tasks: &[vmlinux::task_struct; 2]) {}
