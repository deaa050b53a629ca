//@ bpf: error[E0453] allow(dead_code) incompatible with previous forbid
//@ host: error[E0453] allow(dead_code) incompatible with previous forbid
#![no_std]
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![forbid(dead_code)]

include!(env!("VMLINUX"));
