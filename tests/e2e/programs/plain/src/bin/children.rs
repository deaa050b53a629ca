//! The children of the current task, from the links between them: `container_of`.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::Children;
use plain::vmlinux::btfgen::{Place, ReadError};
use plain::vmlinux::task_struct;
use plain::{Array, current_task};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Children, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn children(_ctx: *mut c_void) -> i32 {
    let mut answer = Children {
        count: 0,
        error: 0,
        pids: [0; 6],
        of_parent: 0,
        of_last: 0,
    };
    if let Err(error) = walk(task_struct::at(current_task()), &mut answer) {
        answer.error = error.into();
    }
    ANSWERS.set(0, &answer);
    0
}

#[inline(always)]
fn walk(task: Place<task_struct>, answer: &mut Children) -> Result<(), ReadError> {
    let head = task.children();
    // SAFETY: probe reads; the list belongs to this thread, which runs.
    unsafe {
        let mut link = head.next().follow()?;
        let mut last = task;
        for pid in &mut answer.pids {
            if link == head {
                break;
            }
            last = link.container_of(|task: Place<task_struct>| task.sibling());
            *pid = last.tgid().read()?;
            answer.count += 1;
            link = link.next().follow()?;
        }
        answer.of_last = last.real_parent().follow()?.tgid().read()?;
        // From a member of a trusted place, which has a path, back to the start.
        let path = task.thread_node();
        let again = path.container_of(|task: Place<task_struct>| task.thread_node());
        answer.of_parent = again.real_parent().follow()?.tgid().read()?;
    }
    Ok(())
}
