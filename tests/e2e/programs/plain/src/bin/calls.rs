//! Functions of the kernel: a task that is acquired by its number and released, where the kernel has these functions.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, sized_hierarchy)]

use core::ffi::c_void;

use answers::Calls;
use plain::Array;
use plain::vmlinux::tp::SchedProcessExec;

mod new {
    include!(env!("BTFGEN_NEW"));
}

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Calls, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "tp_btf/sched_process_exec")]
extern "C" fn calls(ctx: *mut c_void) -> i32 {
    // SAFETY: the program is attached to this tracepoint, whose arguments the verifier trusts.
    let started = unsafe { SchedProcessExec::at(ctx).p().pid().load() };
    let mut answer = Calls {
        started,
        exists: new::kfunc::exists::bpf_task_from_pid().into(),
        found: -1,
        nobody: -1,
    };
    if new::kfunc::exists::bpf_task_from_pid() {
        // SAFETY: the functions take any number, and a task that they returned.
        unsafe {
            let task = new::kfunc::bpf_task_from_pid(started);
            if !task.is_null() {
                answer.found = task.pid().load();
                new::kfunc::bpf_task_release(task);
            }
            // No task has a negative number.
            let nobody = new::kfunc::bpf_task_from_pid(-1);
            answer.nobody = nobody.is_null().into();
            if !nobody.is_null() {
                new::kfunc::bpf_task_release(nobody);
            }
        }
    }
    ANSWERS.set(0, &answer);
    0
}
