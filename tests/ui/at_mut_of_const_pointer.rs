//@ bpf: error[E0277] `*const vmlinux::task_struct` is not a mutable raw pointer | `at_mut` takes any `*mut` pointer
//@ host: error[E0277] `*const vmlinux::task_struct` is not a mutable raw pointer | `at_mut` takes any `*mut` pointer
#![no_std]

use vmlinux::task_struct;

pub fn place(task: *const task_struct) {
    task_struct::at_mut(task);
}
