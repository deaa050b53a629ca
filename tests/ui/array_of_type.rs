//@ bpf: error[E0277] the size for values of type `OnlyPlainTypesHaveValues` cannot be known | within `vmlinux::task_struct`
//@ host: compiles
#![no_std]

pub fn array(tasks: &[vmlinux::task_struct; 2]) {}
