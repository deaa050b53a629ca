//@ bpf: error[E0277] the size for values of type `OnlyPlainTypesHaveValues` cannot be known | within `vmlinux::task_struct`
//@ host: compiles
#![no_std]

pub unsafe fn next(task: *const vmlinux::task_struct) -> *const vmlinux::task_struct {
    unsafe { task.add(1) }
}
