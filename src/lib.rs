//! Relocatable Rust bindings for Linux kernel types, from BTF.

pub mod link;
pub mod reloc;
