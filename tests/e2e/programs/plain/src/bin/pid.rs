//! The current task: direct loads, probe reads, and a walk along pointers.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::Pid;
use plain::vmlinux::btfgen::{Place, ReadError};
use plain::vmlinux::task_struct;
use plain::{Array, current_task, is_task_trusted, read_str};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Pid, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn pid(_ctx: *mut c_void) -> i32 {
    let task = task_struct::at(current_task());
    let mut answer = Pid {
        pid: 0,
        tgid: 0,
        leader: 0,
        parent: 0,
        grandparent: 0,
        pid_read: 0,
        tgid_read: 0,
        error: 0,
        comm: [0; 16],
    };
    if is_task_trusted() {
        // SAFETY: the verifier trusts the current task and the pointers it holds.
        unsafe {
            answer.pid = task.pid().load();
            answer.tgid = task.tgid().load();
            answer.leader = task.group_leader().follow_trusted().pid().load_once();
        }
    }
    if let Err(error) = walk(task, &mut answer) {
        answer.error = error.into();
    }
    read_str(&mut answer.comm, task.comm().as_ptr().cast());
    ANSWERS.set(0, &answer);
    0
}

fn walk(task: Place<task_struct>, answer: &mut Pid) -> Result<(), ReadError> {
    // SAFETY: probe reads.
    unsafe {
        let parent = task.real_parent().follow()?;
        answer.parent = parent.tgid().read()?;
        answer.grandparent = parent.real_parent().follow()?.tgid().read()?;
        answer.pid_read = task.pid().read()?;
        answer.tgid_read = task.tgid().read()?;
        if !is_task_trusted() {
            answer.pid = answer.pid_read;
            answer.tgid = answer.tgid_read;
            answer.leader = task.group_leader().follow()?.pid().read()?;
        }
    }
    Ok(())
}
