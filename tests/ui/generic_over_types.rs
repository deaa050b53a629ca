//@ bpf: compiles
//@ host: compiles
#![cfg_attr(target_arch = "bpf", feature(sized_hierarchy))]
#![no_std]

use vmlinux::btfgen::{Opaque, Operations as _, Path, Place, Root, Scalar};
use vmlinux::task_struct;

pub fn is_there<T: Opaque, R: Opaque + Root, P: Path>(place: Place<T, R, P>) -> bool {
    place.exists()
}

pub fn offset<R: Opaque + Root, P: Path>(task: Place<task_struct, R, P>) -> usize {
    task.pid().byte_offset()
}

pub fn both(task: Place<task_struct>) -> bool {
    is_there(task.comm()) && is_there(task.priority()) && offset(task) > 0
}
