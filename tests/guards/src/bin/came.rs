//! Fields that newer kernels have and 6.1 lacks.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

mod bindings {
    include!(env!("BTFGEN_NEW"));
}

mod older {
    include!(env!("BTFGEN_OLD"));
}

macro_rules! scalar {
    ($task:expr) => {
        bindings::task_struct::at($task).se().deadline()
    };
}

macro_rules! pointer {
    ($task:expr) => {
        bindings::task_struct::at($task).dl_server()
    };
}

macro_rules! behind {
    ($place:expr) => {
        $place.dl_runtime()
    };
}

macro_rules! twin {
    ($task:expr) => {
        older::task_struct::at($task).rss_stat().events()
    };
}

macro_rules! pid {
    ($task:expr) => {
        bindings::task_struct::at($task).pid()
    };
}

include!("../shapes.rs");
