//@ bpf: compiles
//@ host: compiles
#![no_std]

use vmlinux::btfgen::type_exists;
use vmlinux::{relocated, task_struct};

// Structs by themselves, enums and typedefs of scalars by their names in `relocated`.
pub fn exist() -> bool {
    type_exists::<task_struct>() && type_exists::<relocated::pid_t>()
}
