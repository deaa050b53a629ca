//@ bpf: error[E0080] the index is not within the array's bounds | index_beyond_the_array.rs:9
//@ host: error[E0080] the index is not within the array's bounds | index_beyond_the_array.rs:9
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub unsafe fn beyond(task: Place<task_struct>) -> u8 {
    unsafe { task.comm().index::<99>().load() }
}
