//@ bpf: error[E0277] the size for values of type `OnlyPlainTypesHaveValues` cannot be known | within `vmlinux::task_struct`
//@ bpf: error[E0599] its trait bounds were not satisfied
//@ host: compiles
#![no_std]

pub fn space() {
    let task = core::mem::MaybeUninit::<vmlinux::task_struct>::uninit();
}
