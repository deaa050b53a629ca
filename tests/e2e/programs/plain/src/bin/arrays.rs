//! Elements by an index that is computed, bytes, and strings: in arrays and behind pointers, of the kernel and of a process.

#![no_std]
#![no_main]

use answers::{Arrays, NAME};
use plain::vmlinux::btfgen::ReadError;
use plain::vmlinux::{bpf_map, task_struct};
use plain::{Array, current_task};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Arrays, 1> = Array::new();

/// The arguments are an index, and the address of something laid out as a `bpf_map`.
#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn arrays(ctx: *const [u64; 2]) -> i32 {
    // SAFETY: the verifier checks what is read of the context.
    let [index, user] = unsafe { [(*ctx)[0], (*ctx)[1]] };
    let mut answer = Arrays {
        soft: 0,
        hard: 0,
        beyond: 0,
        nr: 0,
        comm: [0; 16],
        comm_len: 0,
        comm_bytes: 0,
        cwd: [0; NAME],
        cwd_len: 0,
        user: [0; NAME],
        user_len: 0,
        error: 0,
        short: 0,
    };
    if let Err(error) = look(index as usize, user as *const bpf_map, &mut answer) {
        answer.error = error.into();
    }
    ANSWERS.set(0, &answer);
    0
}

#[inline(always)]
fn look(index: usize, user: *const bpf_map, answer: &mut Arrays) -> Result<(), ReadError> {
    let task = task_struct::at(current_task());
    // SAFETY: probe reads.
    unsafe {
        let limits = task.signal().follow()?.rlim();
        if let Some(limit) = limits.element(index) {
            answer.soft = limit.rlim_cur().read()?;
            answer.hard = limit.rlim_max().read()?;
        }
        answer.beyond = limits.element(index + 16).is_some().into();
        let pid = task.thread_pid().follow()?;
        let level = pid.level().read()? as usize;
        if let Some(upid) = pid.numbers().element(level) {
            answer.nr = upid.nr().read()?;
        }
        answer.comm_bytes = task.comm().read_bytes(&mut answer.comm)?.len() as u64;
        let mut buffer = [0; 16];
        answer.comm_len = task.comm().read_str(&mut buffer)?.len() as u64;
        let mut short = [0; 8];
        answer.short = task
            .comm()
            .read_bytes(&mut short)
            .map_or_else(i32::from, |_| 0);
        let cwd = task.fs().follow()?.pwd().dentry().follow()?;
        answer.cwd_len = cwd.d_name().name().read_str(&mut answer.cwd)?.len() as u64;
        let user = bpf_map::at(user).name().read_user_str(&mut answer.user)?;
        answer.user_len = user.len() as u64;
    }
    Ok(())
}
