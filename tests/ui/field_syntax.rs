//@ bpf: error[E0609] no field `pid` on type `vmlinux::task_struct`
//@ host: error[E0609] no field `pid` on type `vmlinux::task_struct`
#![no_std]

pub unsafe fn pid(task: *const vmlinux::task_struct) -> i32 {
    unsafe { (*task).pid }
}
