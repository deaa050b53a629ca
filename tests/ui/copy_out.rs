//@ bpf: error[E0277] the size for values of type `OnlyPlainTypesHaveValues` cannot be known | within `vmlinux::task_struct`
//@ host: error[E0507] which does not implement the `Copy` trait
#![no_std]

pub unsafe fn copy(task: *const vmlinux::task_struct) {
    let copy = unsafe { *task };
}
