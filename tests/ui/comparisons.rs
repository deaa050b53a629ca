//@ bpf: compiles
//@ host: compiles
#![no_std]

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

pub unsafe fn is_own_parent(task: Place<task_struct>) -> Result<bool, ReadError> {
    let parent = unsafe { task.real_parent().follow() }?;
    Ok(!parent.is_null() && parent == task && parent.pid() != task.pid())
}

// Pointers as such: without a warning, although the compiler does not know that they are thin.
pub unsafe fn same_parent(a: Place<task_struct>, b: Place<task_struct>) -> bool {
    unsafe { core::ptr::addr_eq(a.real_parent().load(), b.real_parent().load()) }
}
