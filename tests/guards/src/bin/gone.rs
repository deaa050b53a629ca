//! Fields that 6.1 has and newer kernels lack.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

mod bindings {
    include!(env!("BTFGEN_OLD"));
}

mod newer {
    include!(env!("BTFGEN_NEW"));
}

macro_rules! scalar {
    ($task:expr) => {
        bindings::task_struct::at($task).rss_stat().events()
    };
}

macro_rules! pointer {
    ($task:expr) => {
        bindings::task_struct::at($task).thread_group().next()
    };
}

macro_rules! behind {
    ($place:expr) => {
        $place.prev()
    };
}

macro_rules! twin {
    ($task:expr) => {
        newer::task_struct::at($task).se().deadline()
    };
}

macro_rules! pid {
    ($task:expr) => {
        bindings::task_struct::at($task).pid()
    };
}

include!("../shapes.rs");
