//! A pointer that the verifier does not trust, cast to a type: plain loads through it.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::Cast;
use plain::vmlinux::btfgen;
use plain::vmlinux::task_struct;
use plain::{Array, current_task};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Cast, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn casts(_ctx: *mut c_void) -> i32 {
    let mut answer = Cast {
        can_cast: btfgen::can_cast().into(),
        parent: -1,
        type_id: btfgen::type_id::<task_struct>(),
        local_type_id: btfgen::local_type_id::<task_struct>(),
    };
    // SAFETY: a probe read; then the verifier's word for what is loaded.
    unsafe {
        // What a probe read finds is a number to the verifier.
        if let Ok(parent) = task_struct::at(current_task()).real_parent().read()
            && btfgen::can_cast()
        {
            answer.parent = task_struct::cast(parent).tgid().load();
        }
    }
    ANSWERS.set(0, &answer);
    0
}
