//@ bpf: error[E0277] the size for values of type `OnlyPlainTypesHaveValues` cannot be known | within `vmlinux::btfgen::Array<u8, 16>`
//@ host: compiles
#![no_std]

pub unsafe fn read(comm: *const vmlinux::btfgen::Array<u8, 16>) {
    let comm = unsafe { core::ptr::read(comm) };
}
