//@ bpf: error[E0277] a place of type `vmlinux::btfgen::Array<u8, 16>` can't be read as one value | elements of an array, one by one
//@ host: error[E0277] a place of type `vmlinux::btfgen::Array<u8, 16>` can't be read as one value | elements of an array, one by one
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn comm(task: Place<task_struct>) {
    let comm = unsafe { task.comm().read() };
}
