//@ bpf: error[E0574] found foreign type
//@ bpf: error[E0277] structs must have a statically known size to be initialized
//@ host: error[E0451] field `_nothing` of struct `SizedByKernel` is private
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![no_std]

include!(env!("VMLINUX"));

pub fn make() {
    let task = task_struct { _opaque: btfgen::SizedByKernel { _nothing: [] } };
}
