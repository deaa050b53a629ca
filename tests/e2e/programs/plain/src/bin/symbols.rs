//! Addresses that the kernel has names for: of a function, of a variable, and of nothing.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::Symbols;
use plain::vmlinux::ksym::{btfgen_no_such_symbol, init_task, schedule};
use plain::vmlinux::task_struct;
use plain::{Array, current_task};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Symbols, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn symbols(_ctx: *mut c_void) -> i32 {
    let mut answer = Symbols {
        schedule: schedule::address() as u64,
        exists: init_task::exists().into(),
        missing: btfgen_no_such_symbol::exists().into(),
        comm: [0; 16],
    };
    // Without the symbol, the name of the current task.
    let task = match init_task::exists() {
        true => init_task::address(),
        false => current_task().cast_const().cast(),
    };
    // SAFETY: a probe read, which fails for a bad address.
    let _ = unsafe { task_struct::at(task).comm().read_str(&mut answer.comm) };
    ANSWERS.set(0, &answer);
    0
}
