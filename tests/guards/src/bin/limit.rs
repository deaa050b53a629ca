//! The guard that the verifier can't follow: its answer comes back from a global function, of which the verifier assumes any
//! result. Loaders refuse it although it is guarded.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

mod bindings {
    include!(env!("BTFGEN_ABSENT"));
}

use core::ffi::c_void;

use bindings::task_struct;

/// Not inlined, and under its own name: a global function.
#[unsafe(no_mangle)]
#[inline(never)]
extern "C" fn asked_globally() -> u32 {
    u32::from(
        task_struct::at(core::ptr::null::<c_void>())
            .btfgen_scalar()
            .exists(),
    )
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn limit_global(_context: *mut c_void) -> i32 {
    // SAFETY: helper 158 is bpf_get_current_task_btf.
    let task =
        unsafe { core::mem::transmute::<usize, unsafe extern "C" fn() -> *mut c_void>(158)() };
    if asked_globally() != 0 {
        // SAFETY: the verifier trusts the current task.
        unsafe { task_struct::at(task).btfgen_scalar().load() }
    } else {
        2
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
