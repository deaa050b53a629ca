//@ bpf: error[E0277] the size for values of type `OnlyPlainTypesHaveValues` cannot be known | within `vmlinux::task_struct`
//@ host: compiles
#![no_std]

pub fn make() -> vmlinux::task_struct {
    loop {}
}
