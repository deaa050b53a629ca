//@ bpf: error[E0015] cannot call non-const
//@ host: error[E0015] cannot call non-const
#![no_std]

use vmlinux::task_struct;

pub const PID: usize = task_struct::at(core::ptr::null::<u8>()).pid().byte_offset();
