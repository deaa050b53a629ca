//! Reads that are functions of their own in the object.

#![no_std]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

pub mod bindings {
    include!(env!("BTFGEN_OLD"));
}

use bindings::btfgen::Operations as _;
use bindings::task_struct;

/// Process and thread, as the kernel's helper has them; 0 where a read fails.
#[inline(never)]
pub fn ids(task: *mut task_struct) -> u64 {
    let task = task_struct::at(task);
    // SAFETY: probe reads.
    match unsafe { (task.tgid().read(), task.pid().read()) } {
        (Ok(tgid), Ok(pid)) => u64::from(tgid as u32) << 32 | u64::from(pid as u32),
        _ => 0,
    }
}

/// The thread that the process began with; 0 where a read fails.
#[inline(never)]
pub fn leader(task: *mut task_struct) -> i32 {
    // SAFETY: probe reads.
    unsafe {
        match task_struct::at(task).group_leader().follow() {
            Ok(leader) => leader.pid().read().unwrap_or(0),
            Err(_) => 0,
        }
    }
}
