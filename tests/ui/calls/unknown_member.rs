//@ bpf: error[E0425] cannot find | nosuch
//@ host: error[E0425] cannot find | nosuch
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![no_std]

mod kernel {
    include!(env!("VMLINUX"));
}

use kernel::struct_ops::object_ops;

object_ops! {
    static table in ".struct_ops" = {
        nosuch: 1,
    };
}
