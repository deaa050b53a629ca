//@ bpf: error[E0277] can't be read as one value | a bitfield that crosses an eight-byte boundary (`SplitBits`) has only `exists()`
//@ host: error[E0277] can't be read as one value | a bitfield that crosses an eight-byte boundary (`SplitBits`) has only `exists()`
#![no_std]

use vmlinux::btfgen::{Path, Place, ReadError, SplitBits};
use vmlinux::task_struct;

pub unsafe fn read<P: Path>(field: Place<SplitBits<u64>, task_struct, P>) -> Result<u64, ReadError> {
    assert!(field.exists());
    unsafe { field.read() }
}
