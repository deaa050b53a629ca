//@ bpf: error[E0425] cannot find | nosuch
//@ host: error[E0425] cannot find | nosuch
#![no_std]

use vmlinux::struct_ops::object_ops;

object_ops! {
    static table in ".struct_ops" = {
        nosuch: 1,
    };
}
