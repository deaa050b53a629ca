//@ bpf: error[E0080] the text and its NUL do not fit into this member
//@ host: error[E0080] the text and its NUL do not fit into this member
#![no_std]

use vmlinux::struct_ops::object_ops;

object_ops! {
    static table in ".struct_ops" = {
        name: "sixteen bytes at",
    };
}
