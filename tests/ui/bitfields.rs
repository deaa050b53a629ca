//@ bpf: compiles
//@ host: compiles
#![no_std]

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

pub unsafe fn load(task: Place<task_struct>) -> (u32, i32) {
    unsafe {
        (
            task.sched_reset_on_fork().load(),
            task.priority().load_once(),
        )
    }
}

pub unsafe fn read(task: Place<task_struct>) -> Result<i32, ReadError> {
    unsafe { task.priority().read() }
}
