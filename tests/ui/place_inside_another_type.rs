//@ bpf: error[E0308] expected `Place<list_head>`, found `Place<list_head, task_struct, | arguments to this function are incorrect
//@ host: error[E0308] expected `Place<list_head>`, found `Place<list_head, task_struct, | arguments to this function are incorrect
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::{list_head, task_struct};

// `task.children().as_root()` is one. rustc has no attribute for a hint where types differ.
pub fn children(task: Place<task_struct>) -> Place<list_head> {
    next(task.children())
}

fn next(list: Place<list_head>) -> Place<list_head> {
    list
}
