//@ bpf: compiles
//@ host: compiles
#![no_std]

use core::ffi::c_void;

use vmlinux::function::Probed;
use vmlinux::var;

pub unsafe fn probe(ctx: *const c_void) -> i64 {
    let probed = unsafe { Probed::from_regs(ctx) };
    let value = unsafe { probed.object().value().read() }.unwrap_or(0);
    i64::from(value) + i64::from(probed.d()) + probed.ret()
}

pub unsafe fn variables() -> i32 {
    if !var::objects::exists() {
        return -1;
    }
    let other = var::objects::on_cpu(3);
    unsafe { var::number::this_cpu().load() + other.r#type().load() }
}
