//@ bpf: error[E0308] mismatched types | expected `Place<list_head, task_struct, _>`
//@ host: error[E0308] mismatched types | expected `Place<list_head, task_struct, _>`
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::{list_head, task_struct};

pub fn container(link: Place<list_head>) -> Place<task_struct> {
    link.container_of(|task: Place<task_struct>| task.pid())
}
