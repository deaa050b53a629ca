//! Every task, from an iterator whose context is a kernel type too.

#![no_std]
#![no_main]
#![feature(sized_hierarchy)]

use core::ffi::c_void;

use answers::Task;
use plain::vmlinux::{bpf_iter__task, task_struct};
use plain::{read_str, seq_write};

mod oldest {
    include!(env!("BTFGEN_OLDEST"));
}

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = "iter/task")]
extern "C" fn task_iter(context: *mut c_void) -> i32 {
    let context = bpf_iter__task::at(context);
    // SAFETY: the verifier knows the context, and the task once it is not null.
    unsafe {
        let task = context.task().load();
        if task.is_null() {
            return 0;
        }
        let seq = context.meta().follow_trusted().seq().load();
        let task = task_struct::at(task);
        let mut record = Task {
            pid: task.pid().load(),
            tgid: task.tgid().load(),
            has_state: 0,
            state: 0,
            start_time: task.start_time().load(),
            start_boottime: task.start_boottime().load(),
            comm: [0; 16],
        };
        if task.__state().exists() {
            record.has_state = 1;
            record.state = task.__state().load_once();
        }
        // What it was called before Linux 5.14.
        let state = oldest::task_struct::at(task.as_ptr()).state();
        if state.exists() {
            record.state = state.load_once() as u32;
        }
        read_str(&mut record.comm, task.comm().as_ptr().cast());
        seq_write(seq, &record);
    }
    0
}
