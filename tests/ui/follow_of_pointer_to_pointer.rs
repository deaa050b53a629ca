//@ bpf: error[E0277] no members of `*mut vmlinux::task_struct` are in this file | `follow` goes through one pointer only
//@ host: error[E0277] no members of `*mut vmlinux::task_struct` are in this file | `follow` goes through one pointer only
#![no_std]

use vmlinux::btfgen::{Path, Place};
use vmlinux::task_struct;

pub unsafe fn follow<P: Path>(tasks: Place<*mut *mut task_struct, task_struct, P>) {
    let place = unsafe { tasks.follow() };
}
