//@ bpf: error[E0277] rustc's btf_relocations do not cover questions about the type `vmlinux::task_struct`
//@ host: error[E0277] rustc's btf_relocations do not cover questions about the type `vmlinux::task_struct`
#![no_std]

use vmlinux::btfgen::{local_type_id, type_exists, type_id, type_matches, type_size};
use vmlinux::task_struct;

pub fn use_it() -> usize {
    match type_exists::<task_struct>() && type_matches::<task_struct>() {
        true => type_size::<task_struct>(),
        false => (type_id::<task_struct>() + local_type_id::<task_struct>()) as usize,
    }
}
