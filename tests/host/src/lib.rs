//! What a BPF program would do with its bindings: here it is compiled for the host, without `std`, and tested there.

#![no_std]

/// The bindings. Lints that ask for house style are the crate's own, not the generated file's.
#[allow(
    clippy::allow_attributes_without_reason,
    clippy::undocumented_unsafe_blocks,
    reason = "generated"
)]
pub mod vmlinux {
    include!(concat!(env!("OUT_DIR"), "/vmlinux.rs"));
}

/// Bindings for a kernel of 32 bits.
#[allow(
    clippy::allow_attributes_without_reason,
    clippy::undocumented_unsafe_blocks,
    reason = "generated"
)]
pub mod vmlinux_32 {
    include!(concat!(env!("OUT_DIR"), "/vmlinux_32.rs"));
}

/// Bindings for a kernel that has several types of one name.
#[allow(
    clippy::allow_attributes_without_reason,
    clippy::undocumented_unsafe_blocks,
    reason = "generated"
)]
pub mod several_definitions {
    include!(concat!(env!("OUT_DIR"), "/several_definitions.rs"));
}

/// Bindings of hooks.
#[allow(
    clippy::allow_attributes_without_reason,
    clippy::undocumented_unsafe_blocks,
    reason = "generated"
)]
pub mod hooks {
    include!(concat!(env!("OUT_DIR"), "/hooks.rs"));
}

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

/// Process id of the parent.
///
/// # Safety
///
/// As for `read`.
pub unsafe fn parent_tgid(task: Place<task_struct>) -> Result<i32, ReadError> {
    // SAFETY: the caller's word.
    unsafe { task.real_parent().follow()?.tgid().read() }
}
