//@ bpf: error[E0277] the size for values of type `OnlyPlainTypesHaveValues` cannot be known | within `vmlinux::task_struct`
//@ host: compiles
#![no_std]

pub unsafe fn read(task: *const vmlinux::task_struct) {
    let task = unsafe { core::ptr::read(task) };
}
