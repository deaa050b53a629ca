//@ bpf: error[E0277] `[u32; 16]` is not a buffer of bytes
//@ host: error[E0277] `[u32; 16]` is not a buffer of bytes
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn bytes(task: Place<task_struct>) -> bool {
    let mut buffer = [0_u32; 16];
    unsafe { task.comm().read_bytes(&mut buffer) }.is_ok()
}
