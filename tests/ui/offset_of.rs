//@ bpf: error[E0609] no field `pid` on type `vmlinux::task_struct`
//@ host: error[E0609] no field `pid` on type `vmlinux::task_struct`
#![no_std]

pub fn offset() -> usize {
    core::mem::offset_of!(vmlinux::task_struct, pid)
}
