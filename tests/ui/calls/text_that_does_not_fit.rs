//@ bpf: error[E0080] the text and its NUL do not fit into this member
//@ host: error[E0080] the text and its NUL do not fit into this member
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![no_std]

mod kernel {
    include!(env!("VMLINUX"));
}

use kernel::struct_ops::object_ops;

object_ops! {
    static table in ".struct_ops" = {
        name: "sixteen bytes at",
    };
}
