//@ bpf: compiles
//@ host: compiles
#![no_std]

use core::mem::MaybeUninit;
use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

pub unsafe fn bytes(task: Place<task_struct>, slice: &mut [u8]) -> Result<usize, ReadError> {
    let mut zeroed = [0; 16];
    let mut array = MaybeUninit::<[u8; 16]>::uninit();
    let mut each = [const { MaybeUninit::uninit() }; 16];
    let mut matrix = [0; 6];
    unsafe {
        let mut bytes = task.comm().read_bytes(slice)?.len();
        bytes += task.comm().read_bytes(&mut zeroed)?.len();
        bytes += task.comm().read_str(&mut array)?.len();
        bytes += task.comm().read_str(&mut each[..8])?.len();
        bytes += task.stats().read_bytes(slice)?.len();
        bytes += task.sched_info().read_user_bytes(slice)?.len();
        bytes += task.pid().read_bytes(slice)?.len();
        bytes += task.mm().read_bytes(slice)?.len();
        bytes += task.matrix().read_bytes(&mut matrix)?.len();
        Ok(bytes)
    }
}
