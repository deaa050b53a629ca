//! The current task without a map: nothing in the object needs its BTF but the relocations.

#![no_std]
#![no_main]

use core::ffi::c_void;

use plain::vmlinux::task_struct;
use plain::{current_task, is_task_trusted};

plain::license!();

/// Returns the thread group's id if a load and all probe reads say the same, and one from nowhere says zero.
#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn bare(_ctx: *mut c_void) -> i32 {
    let task = task_struct::at(current_task());
    let loaded = match is_task_trusted() {
        // SAFETY: the verifier trusts the current task.
        true => unsafe { task.tgid().load() },
        // SAFETY: a probe read.
        false => unsafe { task.tgid().read_or_zero() },
    };
    // SAFETY: probe reads.
    unsafe {
        let itself = task.group_leader().follow_or_null().tgid().read_or_zero();
        let nothing = task_struct::at(core::ptr::null::<c_void>());
        let zero = nothing
            .group_leader()
            .follow_or_null()
            .tgid()
            .read_or_zero();
        match task.tgid().read() {
            Ok(read) if read == loaded && itself == loaded && zero == 0 => read,
            _ => -1,
        }
    }
}
