//@ bpf: error[E0277] has no address | bitfields have no address
//@ host: error[E0277] has no address | bitfields have no address
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn address(task: Place<task_struct>) {
    let address = task.sched_reset_on_fork().as_ptr();
}
