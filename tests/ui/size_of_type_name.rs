//@ bpf: error[E0277] no members of `TypeName<vmlinux::layout::ThisFile, | are in this file
//@ host: error[E0277] no members of `TypeName<vmlinux::layout::ThisFile, | are in this file
#![no_std]

use vmlinux::btfgen::type_size;
use vmlinux::relocated;

pub fn size() -> usize {
    type_size::<relocated::pid_t>()
}
