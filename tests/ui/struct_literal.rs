//@ bpf: error[E0277] structs must have a statically known size to be initialized
//@ host: error[E0451] field `_opaque` of struct `vmlinux::task_struct` is private
#![no_std]

pub fn make() {
    let task = vmlinux::task_struct { _opaque: loop {} };
}
