//@ bpf: error[E0308] vmlinux::btfgen::Members<
//@ host: error[E0308] vmlinux::btfgen::Members<
#![no_std]

use vmlinux::btfgen::{Field, Place, Start};
use vmlinux::task_struct;

pub fn invent(task: Place<task_struct>) -> Field<i32, task_struct, Start<task_struct>, 5> {
    vmlinux::btfgen::then(vmlinux::btfgen::operations(task))
}
