//@ bpf: error[E0277] this place was not made from a mutable pointer
//@ host: error[E0277] this place was not made from a mutable pointer
#![no_std]

use vmlinux::struct_ops::object_ops::Stop;

pub unsafe fn stop(call: Stop) {
    unsafe { call.arg0().value().store(1) }
}
