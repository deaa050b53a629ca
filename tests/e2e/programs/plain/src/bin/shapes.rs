//! What each operation becomes. Looked at by its disassembly, never loaded.

#![no_std]
#![no_main]

use plain::vmlinux::{sock, task_struct};

/// One load.
///
/// # Safety
///
/// As for `load`.
#[unsafe(no_mangle)]
#[unsafe(link_section = "shapes/direct")]
unsafe extern "C" fn direct(task: *const task_struct) -> i32 {
    unsafe { task_struct::at(task).tgid().load() }
}

/// One load, however deep: three levels, two of them anonymous.
///
/// # Safety
///
/// As for `load`.
#[unsafe(no_mangle)]
#[unsafe(link_section = "shapes/nested")]
unsafe extern "C" fn nested(sk: *const sock) -> u16 {
    unsafe { sock::at(sk).__sk_common().skc_num().load() }
}

/// One add.
#[unsafe(no_mangle)]
#[unsafe(link_section = "shapes/address")]
extern "C" fn address(task: *const task_struct) -> *const u8 {
    task_struct::at(task).comm().as_ptr().cast()
}

/// A branch on a relocated constant; the load is in one arm only.
///
/// # Safety
///
/// As for `load`.
#[unsafe(no_mangle)]
#[unsafe(link_section = "shapes/guarded")]
unsafe extern "C" fn guarded(task: *const task_struct) -> u32 {
    let state = task_struct::at(task).__state();
    if state.exists() {
        unsafe { state.load() }
    } else {
        u32::MAX
    }
}

/// A load of the storage unit and two shifts. The arms for other widths, signs and sizes go when the program is loaded.
///
/// # Safety
///
/// As for `load`.
#[unsafe(no_mangle)]
#[unsafe(link_section = "shapes/bitfield")]
unsafe extern "C" fn bitfield(sk: *const sock) -> u8 {
    unsafe { sock::at(sk).sk_no_check_tx().load() }
}
