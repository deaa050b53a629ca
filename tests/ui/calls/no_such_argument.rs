//@ bpf: error[E0599] no method named `arg2`
//@ host: error[E0599] no method named `arg2`
#![no_std]

use vmlinux::struct_ops::object_ops::Start;

pub fn start(call: Start) -> i32 {
    call.arg2()
}
