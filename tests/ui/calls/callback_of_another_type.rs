//@ bpf: error[E0308] mismatched types | fn(vmlinux::struct_ops::object_ops::Start)
//@ host: error[E0308] mismatched types | fn(vmlinux::struct_ops::object_ops::Start)
#![no_std]

use vmlinux::struct_ops::object_ops;

extern "C" fn stop(_call: object_ops::Stop) {}

object_ops! {
    static table in ".struct_ops" = {
        start: stop,
    };
}
