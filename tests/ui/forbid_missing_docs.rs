//@ bpf: compiles
//@ host: compiles
//! Documented.
#![no_std]
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![forbid(missing_docs)]
#![deny(dead_code, unreachable_pub, non_camel_case_types, unused)]

/// Bindings.
pub mod vmlinux {
    include!(env!("VMLINUX"));
}
