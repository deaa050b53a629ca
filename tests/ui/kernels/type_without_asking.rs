//@ bpf: error[E0599] no method named `only_here` found for struct `Place<OnSome<vmlinux::gone, until_6_1>
//@ host: error[E0599] no method named `only_here` found for struct `Place<OnSome<vmlinux::gone, until_6_1>
#![no_std]

use core::ffi::c_void;

use vmlinux::gone;

pub unsafe fn of(pointer: *const c_void) -> i32 {
    unsafe { gone::at(pointer).only_here().load() }
}
