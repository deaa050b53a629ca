//@ bpf: error[E0277] is neither a pointer to `vmlinux::object` nor a place of it
//@ host: error[E0277] is neither a pointer to `vmlinux::object` nor a place of it
#![no_std]

use vmlinux::{count_t, kfunc};

pub unsafe fn release(count: *mut count_t) {
    unsafe { kfunc::object_release(count) }
}
