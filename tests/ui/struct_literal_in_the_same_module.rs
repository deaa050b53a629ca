//@ bpf: error[E0423] found foreign type `btfgen::Foreign`
//@ host: error[E0423] cannot initialize a tuple struct which contains private fields
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![no_std]

include!(env!("VMLINUX"));

pub fn make() {
    let task = task_struct { _opaque: btfgen::Foreign(()) };
}
