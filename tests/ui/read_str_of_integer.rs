//@ bpf: error[E0277] a place of type `i32` does not lead to a C string | arrays of `char`
//@ host: error[E0277] a place of type `i32` does not lead to a C string | arrays of `char`
#![no_std]

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

pub unsafe fn text(task: Place<task_struct>, buffer: &mut [u8]) -> Result<&[u8], ReadError> {
    unsafe { task.pid().read_str(buffer) }
}
