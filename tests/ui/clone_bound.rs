//@ bpf: error[E0277] the trait bound `vmlinux::task_struct: Clone` is not satisfied
//@ host: error[E0277] the trait bound `vmlinux::task_struct: Clone` is not satisfied
#![no_std]

pub fn clone() {
    let clone = <vmlinux::task_struct as Clone>::clone;
}
