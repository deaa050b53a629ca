//@ bpf: error[E0277] the trait bound `task_struct: Clone` is not satisfied
//@ host: error[E0277] the trait bound `task_struct: Clone` is not satisfied
#![no_std]

trait Check {
    fn check(&self);
}

pub fn needs_clone(task: *const vmlinux::task_struct) {
    <vmlinux::task_struct as Clone>::clone;
}
