//@ bpf: compiles
//@ host: compiles
#![cfg_attr(target_arch = "bpf", feature(sized_hierarchy))]
#![no_std]

use vmlinux::btfgen::{AnyPlace, CType, Opaque, Path, Place, Root, operations};
use vmlinux::task_struct;

pub fn is_there<T: Opaque + CType, R: Opaque + Root, P: Path>(place: Place<T, R, P>) -> bool {
    operations(place).exists() && is_anywhere(place)
}

pub fn is_anywhere(place: impl AnyPlace) -> bool {
    operations(place).exists()
}

pub fn offset<R: Opaque + Root, P: Path>(task: Place<task_struct, R, P>) -> usize {
    task.pid().byte_offset()
}

pub fn both(task: Place<task_struct>) -> bool {
    is_there(task.comm()) && is_there(task.priority()) && offset(task) > 0
}
