//! What `btfgen runtime` wrote, and no more.

#![no_std]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

pub mod btfgen {
    include!(env!("BTFGEN_RUNTIME"));
}
