//! Whether this kernel's structs are as the bindings declare them. With libbpf alone: aya does not know the question.

#![no_std]
#![no_main]

use core::ffi::c_void;

use plain::Array;
use plain::vmlinux::btfgen::type_matches;
use plain::vmlinux::{fs_struct, group_info, list_head, path, qstr};

plain::license!();

const COUNT: usize = answers::MATCHES.len();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<u64, COUNT> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn matches(_ctx: *mut c_void) -> i32 {
    ANSWERS.set(0, &type_matches::<list_head>().into());
    ANSWERS.set(1, &type_matches::<qstr>().into());
    ANSWERS.set(2, &type_matches::<path>().into());
    ANSWERS.set(3, &type_matches::<group_info>().into());
    ANSWERS.set(4, &type_matches::<fs_struct>().into());
    0
}
