//@ bpf: error[E0277] has no elements | for an `EmptyArray`, loaders find none
//@ host: error[E0277] has no elements | for an `EmptyArray`, loaders find none
#![no_std]

use vmlinux::btfgen::{EmptyArray, Path, Place};
use vmlinux::task_struct;

pub fn first<P: Path>(marker: Place<EmptyArray<u64>, task_struct, P>) -> usize {
    let _: *const u64 = marker.as_ptr();
    marker.index::<0>().byte_offset()
}
