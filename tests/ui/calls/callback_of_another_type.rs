//@ bpf: error[E0308] mismatched types | Start
//@ host: error[E0308] mismatched types | Start
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![no_std]

mod kernel {
    include!(env!("VMLINUX"));
}

use kernel::struct_ops::object_ops;

extern "C" fn stop(_call: object_ops::Stop) {}

object_ops! {
    static table in ".struct_ops" = {
        start: stop,
    };
}
