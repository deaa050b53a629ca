//@ bpf: compiles
//@ host: compiles
#![no_std]

use core::ffi::c_void;

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::relocated::{STAGE_MOVED, STAGE_NEW, STAGE_OLD};
use vmlinux::{gone, task, tp};

pub unsafe fn of(task: Place<task>) -> Result<i64, ReadError> {
    if let Some(state) = task.__state().if_exists() {
        return Ok(unsafe { state.read() }? as i64);
    }
    let Some(state) = task.state().if_exists() else {
        return Ok(-1);
    };
    unsafe { state.read() }
}

// With `?`, `and_then` and `map`.
pub unsafe fn cookie(task: Place<task>) -> Option<u64> {
    let integer = task.cookie__integer().if_exists().map(|it| unsafe { it.read_or_zero() } as u64);
    integer.or_else(|| Some(unsafe { task.cookie__pointer().if_exists()?.read_or_zero() } as usize as u64))
}

pub unsafe fn type_on_some(pointer: *const c_void) -> Option<i32> {
    let gone = gone::at(pointer).if_exists()?;
    Some(unsafe { gone.only_here().load() })
}

// A path goes on behind what was asked for.
pub unsafe fn deeper(task: Place<task>) -> Option<Place<vmlinux::gone>> {
    unsafe { task.gone().if_exists()?.follow().ok() }
}

pub fn enumerators() -> (u32, Option<u32>, Option<u32>) {
    (STAGE_MOVED.value(), STAGE_NEW.if_exists(), STAGE_OLD.if_exists())
}

pub unsafe fn context(context: *const u64) -> Option<u32> {
    let switched = unsafe { tp::SwitchedWith3Arguments::if_exists(context) }?;
    Some(switched.arg2())
}

pub fn exists(task: Place<task>) -> bool {
    task.state().exists() || tp::Removed::exists()
}
