//@ bpf: error[E0599] `from_regs`
//@ host: error[E0599] `from_regs`
#![no_std]

use core::ffi::c_void;

use vmlinux::function::ProbedByValue;

pub unsafe fn probe(ctx: *const c_void) {
    let _ = unsafe { ProbedByValue::from_regs(ctx) };
}
