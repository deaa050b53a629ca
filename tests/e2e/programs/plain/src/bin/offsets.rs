//! Where fields are on this kernel, how large types are and what enumerators are worth, as numbers.

#![no_std]
#![no_main]

use core::ffi::c_void;

use plain::vmlinux::btfgen::type_size;
use plain::vmlinux::{file, inode, pid, relocated, sock, sock_common, task_struct};
use plain::{Array, current_task};

plain::license!();

const COUNT: usize = answers::OFFSETS.len();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<u64, COUNT> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn offsets(_ctx: *mut c_void) -> i32 {
    // Nothing is read: any pointer will do.
    let any = current_task();
    let task = task_struct::at(any);
    ANSWERS.set(0, &(task.pid().byte_offset() as u64));
    ANSWERS.set(1, &(task.tgid().byte_offset() as u64));
    ANSWERS.set(2, &(task.comm().byte_offset() as u64));
    ANSWERS.set(3, &(task.start_time().byte_offset() as u64));
    ANSWERS.set(4, &(file::at(any).f_inode().byte_offset() as u64));
    ANSWERS.set(5, &(file::at(any).f_path().byte_offset() as u64));
    ANSWERS.set(6, &(inode::at(any).i_ino().byte_offset() as u64));
    ANSWERS.set(7, &(sock::at(any).sk_protocol().byte_offset() as u64));
    ANSWERS.set(8, &(sock_common::at(any).skc_num().byte_offset() as u64));
    ANSWERS.set(9, &(pid::at(any).numbers().byte_offset() as u64));
    ANSWERS.set(10, &(type_size::<task_struct>() as u64));
    ANSWERS.set(11, &(type_size::<inode>() as u64));
    ANSWERS.set(12, &(relocated::PG_writeback.value() as u64));
    ANSWERS.set(13, &(relocated::CPUHP_INVALID.value() as u64));
    ANSWERS.set(14, &(relocated::CPUHP_ONLINE.value() as u64));
    ANSWERS.set(15, &relocated::PERF_CONTEXT_KERNEL.value());
    0
}
