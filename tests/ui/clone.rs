//@ bpf: error[E0599] no method named `clone` found
//@ host: error[E0599] no method named `clone` found
#![no_std]

pub unsafe fn copy(task: *const vmlinux::task_struct) {
    let task = unsafe { &*task };
    let copy = vmlinux::atomic_t::clone(task);
}
