//@ bpf: compiles
//@ host: compiles
#![no_std]

use vmlinux::btfgen::{Path, Place, ReadError};
use vmlinux::task_struct;

// `tasks->of[3]->pid`, for `struct task_struct **of`.
pub unsafe fn third<P: Path>(
    of: Place<*mut *mut task_struct, task_struct, P>,
) -> Result<i32, ReadError> {
    unsafe { of.follow()?.nth(3).follow()?.pid().read() }
}

// `numbers[i]`, for `const int *numbers`.
pub unsafe fn number<P: Path>(
    numbers: Place<*const i32, task_struct, P>,
    i: usize,
) -> Result<i32, ReadError> {
    unsafe { numbers.follow()?.nth(i).read() }
}

pub unsafe fn loaded<P: Path>(numbers: Place<*const u8, task_struct, P>) -> u8 {
    unsafe { numbers.follow_trusted().load() }
}
