//@ bpf: compiles
//@ host: compiles
#![no_std]

use vmlinux::btfgen::{self, Place, PlaceMut};
use vmlinux::{sched_info, task_struct};

pub unsafe fn store(task: *mut task_struct) {
    let task = task_struct::at_mut(task);
    unsafe {
        task.pid().store(1);
        task.sched_reset_on_fork().store(1);
        task.comm().index::<3>().store(b'c');
        if let Some(byte) = task.comm().element(4) {
            byte.store(b'd');
        }
        task.real_parent().store(core::ptr::null_mut());
        btfgen::operations(task.tgid()).store(2);
        info(task.sched_info().as_root_mut());
        look(task.as_root());
    }
}

unsafe fn info(info: PlaceMut<sched_info>) {
    unsafe { info.run_delay().store(0) }
}

pub unsafe fn look(task: Place<task_struct>) -> i32 {
    unsafe { task.pid().load() }
}
