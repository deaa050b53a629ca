//@ bpf: error[E0277] can't be copied as bytes | `read` a bitfield
//@ host: error[E0277] can't be copied as bytes | `read` a bitfield
#![no_std]

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

pub unsafe fn bytes(task: Place<task_struct>, buffer: &mut [u8]) -> Result<&[u8], ReadError> {
    unsafe { task.priority().read_bytes(buffer) }
}
