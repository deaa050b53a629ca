//@ bpf: error[E0599] named `at` found | if_exists
//@ host: error[E0599] named `at` found | if_exists
#![no_std]

use vmlinux::tp;

pub unsafe fn next(context: *const u64) -> u32 {
    unsafe { tp::SwitchedWith3Arguments::at(context).arg2() }
}
