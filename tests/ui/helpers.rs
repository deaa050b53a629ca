//@ bpf: compiles
//@ host: compiles
#![no_std]

use core::ffi::c_void;

use vmlinux::btfgen::{self, AnyPlace, Place, ReadError, Scalar};
use vmlinux::{mm_struct, sched_info, task_struct};

// This crate only uses bindings of another one: it needs no feature.

pub fn is_kernel_thread(task: Place<task_struct>) -> Result<bool, ReadError> {
    Ok(unsafe { task.mm().read() }?.is_null())
}

pub fn delay(info: Place<sched_info>) -> Result<u64, ReadError> {
    unsafe { info.run_delay().read() }
}

// Any place becomes the root that a helper takes.
pub fn of_parent(task: Place<task_struct>) -> Result<u64, ReadError> {
    let parent = unsafe { task.real_parent().follow() }?;
    Ok(delay(parent.sched_info().as_root())? + delay(parent.stats().index::<1>().as_root())?)
}

// Over all places of a type, wherever they are.
pub unsafe fn total_vm(mm: impl AnyPlace<Type = mm_struct>) -> u64 {
    unsafe { mm.place().total_vm().load() }
}

pub unsafe fn load_or<T: Scalar>(place: impl AnyPlace<Type = T>, otherwise: T) -> T {
    let place = btfgen::operations(place);
    if place.exists() { unsafe { place.load() } } else { otherwise }
}

pub unsafe fn both(task: Place<task_struct>) -> i64 {
    let vm = unsafe { total_vm(task.mm().follow_trusted()) };
    vm as i64 + i64::from(unsafe { load_or(task.pid(), -1) })
}

// A field called as an operation.
pub unsafe fn string(task: Place<task_struct>) -> *const u8 {
    let place: Place<*const u8, _, _> = task.load();
    unsafe { place.load() }
}

struct OfAnotherCrate;

pub fn any_pointer(a: *const c_void, b: *mut c_void, c: *const u8, d: *mut mm_struct) -> bool {
    let other: *mut OfAnotherCrate = core::ptr::null_mut();
    task_struct::at(a).exists()
        && task_struct::at(b).exists()
        && task_struct::at(c).exists()
        && task_struct::at(d).exists()
        && task_struct::at(other).exists()
}
