// What the statements in docs/ can use. They are in the body of an unsafe function that returns `Result<(), ReadError>`.

pub use core::ffi::c_void;
pub use core::mem::MaybeUninit;

pub use vmlinux::btfgen::{self, AnyPlace, Place, PlaceMut, ReadError};
pub use vmlinux::*;

/// A context as in aya.
#[derive(Clone, Copy)]
pub struct Context;

impl Context {
    pub fn as_ptr(&self) -> *mut c_void {
        core::ptr::null_mut()
    }

    pub fn arg<T: Copy>(&self, _: usize) -> T {
        loop {}
    }
}

pub unsafe fn bpf_get_current_task_btf() -> *mut task_struct {
    core::ptr::null_mut()
}

pub fn emit<T>(_: T) {}

#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub task: Place<task_struct>,
    pub writable: PlaceMut<task_struct>,
    pub file: Place<file>,
    pub inode: Place<inode>,
    pub sk: Place<sock>,
    pub node: Place<kernfs_node>,
    pub ctx: Context,
    pub pointer: *const c_void,
    pub i: usize,
    pub value: u32,
    pub buffer: [u8; 64],
    pub of: core::marker::PhantomData<&'a ()>,
}
