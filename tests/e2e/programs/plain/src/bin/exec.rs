//! A program that another one starts: the typed arguments of a tracepoint.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::Exec;
use plain::vmlinux::tp::SchedProcessExec;
use plain::{Array, read_str};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Exec, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "tp_btf/sched_process_exec")]
extern "C" fn exec(ctx: *mut c_void) -> i32 {
    if !SchedProcessExec::exists() {
        return 0;
    }
    // SAFETY: the program is attached to this tracepoint, whose arguments the verifier trusts.
    unsafe {
        let exec = SchedProcessExec::at(ctx);
        let mut answer = Exec {
            tgid: exec.p().tgid().load(),
            parent: exec.p().real_parent().follow_trusted().tgid().load(),
            old_pid: exec.old_pid(),
            filename: [0; answers::NAME],
        };
        read_str(&mut answer.filename, exec.bprm().filename().load().cast());
        let (start, wanted) = (answer.filename.first_chunk(), Exec::PROGRAM.first_chunk());
        if start.map(|it| u64::from_ne_bytes(*it)) == wanted.map(|it| u64::from_ne_bytes(*it)) {
            ANSWERS.set(0, &answer);
        }
    }
    0
}
