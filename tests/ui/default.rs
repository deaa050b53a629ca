//@ bpf: error[E0599] no associated function or constant named `default` found
//@ host: error[E0599] no associated function or constant named `default` found
#![no_std]

pub fn make() {
    let task = vmlinux::task_struct::default();
}
