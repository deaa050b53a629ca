//! The current task without a map: nothing in the object needs its BTF but the relocations.

#![no_std]
#![no_main]

use core::ffi::c_void;

use plain::current_task;
use plain::vmlinux::task_struct;

plain::license!();

/// Returns the thread group's id if a load and a probe read say the same.
#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn bare(_ctx: *mut c_void) -> i32 {
    let task = task_struct::at(current_task());
    // SAFETY: the verifier trusts the current task.
    let loaded = unsafe { task.tgid().load() };
    // SAFETY: a probe read.
    match unsafe { task.tgid().read() } {
        Ok(read) if read == loaded => read,
        _ => -1,
    }
}
