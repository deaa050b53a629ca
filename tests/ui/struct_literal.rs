//@ bpf: error[E0451] field `_opaque` of struct `task_struct` is private
//@ host: error[E0451] field `_opaque` of struct `task_struct` is private
#![no_std]

pub fn make(other: vmlinux::task_struct) -> vmlinux::task_struct {
    vmlinux::task_struct { _opaque: todo!() }
}
