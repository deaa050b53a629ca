//@ bpf: error[E0277] not every kernel has this, only `until_5_10` | ask for it first
//@ host: error[E0277] not every kernel has this, only `until_5_10` | ask for it first
#![no_std]

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task;

pub unsafe fn state(task: Place<task>) -> Result<i64, ReadError> {
    unsafe { task.state().read() }
}
