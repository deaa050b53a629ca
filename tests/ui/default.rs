//@ bpf: error[E0599] named `default` found for struct `vmlinux::task_struct`
//@ host: error[E0599] named `default` found for struct `vmlinux::task_struct`
#![no_std]

pub fn make() {
    let task = vmlinux::task_struct::default();
}
