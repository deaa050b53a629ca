//@ bpf: error[E0277] is not an array of bytes | read other elements one by one
//@ host: error[E0277] is not an array of bytes | read other elements one by one
#![no_std]

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

pub unsafe fn bytes(task: Place<task_struct>, buffer: &mut [u8]) -> Result<&[u8], ReadError> {
    unsafe { task.pid().read_bytes(buffer) }
}
