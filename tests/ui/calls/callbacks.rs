//@ bpf: compiles
//@ host: compiles
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![no_std]

mod kernel {
    include!(env!("VMLINUX"));
}

use kernel::struct_ops::object_ops;

extern "C" fn start(call: object_ops::Start) -> i32 {
    // SAFETY: the verifier checks it.
    unsafe { call.arg0().value().store(call.arg1()) };
    0
}

extern "C" fn stop(_call: object_ops::Stop) {}

object_ops! {
    static table in ".struct_ops" = {
        start: start,
        stop: stop,
        name: "a name",
        flags: 3,
        limit: -1,
    };
}
