//! A global function, which the verifier checks by itself. It knows nothing of the pointer that the function takes.

#![no_std]
#![no_main]

use plain::vmlinux::task_struct;
use plain::{current_task, is_task_trusted};

plain::license!();

#[unsafe(no_mangle)]
#[inline(never)]
extern "C" fn tgid_of(task: *const task_struct) -> i32 {
    let task = task_struct::at(task);
    if task.is_null() {
        return -1;
    }
    // SAFETY: a probe read.
    unsafe { task.tgid().read() }.unwrap_or(-2)
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn functions(_ctx: *const u64) -> i32 {
    let task = task_struct::at(current_task());
    let leader = match is_task_trusted() {
        // SAFETY: a load through a pointer that the verifier trusts.
        true => unsafe { task.group_leader().load() },
        // SAFETY: a probe read.
        false => unsafe { task.group_leader().read_or_zero() },
    };
    match tgid_of(leader) == tgid_of(task.as_ptr()) {
        true => tgid_of(leader),
        false => -3,
    }
}
