//@ bpf: error[E0277] this file has no kernel type `i32` | an enum, or a typedef of a scalar, is named `relocated::NAME` here
//@ host: error[E0277] this file has no kernel type `i32` | an enum, or a typedef of a scalar, is named `relocated::NAME` here
#![no_std]

use vmlinux::btfgen::type_exists;
use vmlinux::pid_t;

pub fn exists() -> bool {
    type_exists::<pid_t>()
}
