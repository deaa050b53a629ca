//@ bpf: error[E0599] no method named `clone` found for struct `vmlinux::task_struct`
//@ host: error[E0599] no method named `clone` found for struct `vmlinux::task_struct`
#![no_std]

pub trait Held {
    fn held(&self) -> &vmlinux::task_struct;
}

pub fn copy(task: *const vmlinux::task_struct) {
    let copy = unsafe { (*task).clone() };
}
