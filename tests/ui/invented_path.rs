//@ bpf: error[E0308] expected `&Members<_, _, _>`, found `Operations<task_struct, _, _>`
//@ host: error[E0308] expected `&Members<_, _, _>`, found `Operations<task_struct, _, _>`
#![no_std]

use vmlinux::btfgen::{Field, Place, Start};
use vmlinux::task_struct;

pub fn invent(task: Place<task_struct>) -> Field<i32, task_struct, Start<task_struct>, 5> {
    vmlinux::btfgen::then(vmlinux::btfgen::operations(task))
}
