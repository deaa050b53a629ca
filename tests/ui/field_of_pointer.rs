//@ bpf: error[E0599] no method named `tgid` found for struct `Place<*mut task_struct, task_struct
//@ host: error[E0599] no method named `tgid` found for struct `Place<*mut task_struct, task_struct
#![no_std]

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

pub unsafe fn parent(task: Place<task_struct>) -> Result<i32, ReadError> {
    unsafe { task.real_parent().tgid().read() }
}
