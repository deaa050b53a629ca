//@ bpf: compiles
//@ host: compiles
#![no_std]

use core::ffi::c_void;

use vmlinux::btfgen::Place;
use vmlinux::{count_t, declared, kfunc, number_t, object};

pub unsafe fn release(pointer: *const object, place: Place<object>, other: *mut object) {
    unsafe {
        kfunc::object_release(pointer);
        kfunc::object_release(place);
        kfunc::object_release(kfunc::object_acquire(other));
    }
}

pub unsafe fn scalars() -> u8 {
    unsafe { kfunc::object_scalars(-1, 2, 3, vmlinux::MODE_B, true) }
}

pub unsafe fn pointers(any: *const u32, count: *mut count_t, declared: *mut declared, list: *mut *mut object) -> i32 {
    if !kfunc::exists::object_pointers() {
        return -1;
    }
    let mut number: number_t = 0;
    unsafe { kfunc::object_pointers(any as *const c_void, count, declared, &raw mut number, list) }
}
