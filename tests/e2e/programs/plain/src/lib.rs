//! What the programs of this crate share: the bindings, six helpers, one map.

#![no_std]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

pub mod vmlinux;

use core::ffi::{c_long, c_void};
use core::mem::transmute;

use vmlinux::relocated::BPF_FUNC_get_current_task_btf;
use vmlinux::task_struct;

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

/// What a struct of zeros becomes. It returns nothing: a BPF function may not return a pointer into its caller's stack.
#[allow(
    unknown_lints,
    invalid_runtime_symbol_definitions,
    reason = "newer compilers know that C's returns a pointer"
)]
#[unsafe(no_mangle)]
unsafe extern "C" fn memset(to: *mut u8, byte: i32, bytes: usize) {
    for i in 0..bytes {
        // SAFETY: the caller's word for the memory.
        unsafe { *to.add(i) = byte as u8 }
    }
}

/// The licence that GPL-only helpers ask for.
#[macro_export]
macro_rules! license {
    () => {
        #[unsafe(no_mangle)]
        #[unsafe(link_section = "license")]
        static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
    };
}

/// An array map, as libbpf reads it from BTF: numbers are lengths of arrays that are pointed to.
#[repr(C)]
pub struct Array<T, const N: usize> {
    r#type: *const [i32; 2],
    key: *const u32,
    value: *const T,
    max_entries: *const [i32; N],
}

// SAFETY: the pointers are there for their types and always null.
unsafe impl<T, const N: usize> Sync for Array<T, N> {}

impl<T, const N: usize> Array<T, N> {
    #[expect(clippy::new_without_default, reason = "a map is a static")]
    pub const fn new() -> Self {
        Array {
            r#type: core::ptr::null(),
            key: core::ptr::null(),
            value: core::ptr::null(),
            max_entries: core::ptr::null(),
        }
    }

    /// Where a value is.
    #[inline(always)]
    pub fn get(&'static self, index: u32) -> Option<*mut T> {
        type Lookup = unsafe extern "C" fn(*const c_void, *const u32) -> *mut c_void;
        let map = (&raw const *self).cast();
        // SAFETY: helper 1 is bpf_map_lookup_elem.
        let value = unsafe { transmute::<usize, Lookup>(1)(map, &index) };
        (!value.is_null()).then_some(value.cast())
    }

    #[inline(always)]
    pub fn set(&'static self, index: u32, value: &T) {
        type Update = unsafe extern "C" fn(*const c_void, *const u32, *const c_void, u64) -> c_long;
        let map = (&raw const *self).cast();
        // SAFETY: helper 2 is bpf_map_update_elem; the kernel copies a `T`, the map's value.
        unsafe { transmute::<usize, Update>(2)(map, &index, (&raw const *value).cast(), 0) };
    }
}

/// A ring buffer of that many bytes, as libbpf reads it from BTF.
#[repr(C)]
pub struct RingBuffer<const N: usize> {
    r#type: *const [i32; 27],
    max_entries: *const [i32; N],
}

// SAFETY: the pointers are there for their types and always null.
unsafe impl<const N: usize> Sync for RingBuffer<N> {}

impl<const N: usize> RingBuffer<N> {
    #[expect(clippy::new_without_default, reason = "a map is a static")]
    pub const fn new() -> Self {
        RingBuffer {
            r#type: core::ptr::null(),
            max_entries: core::ptr::null(),
        }
    }
}

/// Whether the verifier trusts the pointer that [`current_task`] returns: Linux 5.11 has a helper for that. On older kernels the
/// task can only be read with probe reads.
#[inline(always)]
pub fn is_task_trusted() -> bool {
    BPF_FUNC_get_current_task_btf.exists()
}

#[inline(always)]
pub fn current_task() -> *mut task_struct {
    type Current = unsafe extern "C" fn() -> *mut task_struct;
    // The verifier removes the call that the kernel does not know.
    match is_task_trusted() {
        // SAFETY: helper 158 is bpf_get_current_task_btf.
        true => unsafe { transmute::<usize, Current>(158)() },
        // SAFETY: helper 35 is bpf_get_current_task.
        false => unsafe { transmute::<usize, Current>(35)() },
    }
}

/// Copies a string of the kernel's, cut to fit, with a NUL.
#[inline(always)]
pub fn read_str(to: &mut [u8], from: *const c_void) {
    type ReadStr = unsafe extern "C" fn(*mut c_void, u32, *const c_void) -> c_long;
    // SAFETY: helper 115 is bpf_probe_read_kernel_str, which checks `from` and stays within `to`.
    unsafe { transmute::<usize, ReadStr>(115)(to.as_mut_ptr().cast(), to.len() as u32, from) };
}

/// Hands a record to whoever reads the iterator.
#[inline(always)]
pub fn seq_write<T>(seq: *mut vmlinux::seq_file, record: &T) {
    type Write = unsafe extern "C" fn(*mut vmlinux::seq_file, *const c_void, u32) -> c_long;
    let bytes = size_of::<T>() as u32;
    // SAFETY: helper 127 is bpf_seq_write; `record` is of that size.
    unsafe { transmute::<usize, Write>(127)(seq, (&raw const *record).cast(), bytes) };
}
