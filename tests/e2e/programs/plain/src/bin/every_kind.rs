//! Every kind of relocation that both loaders know, each with an answer.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, sized_hierarchy)]

use core::ffi::c_void;

use plain::vmlinux::btfgen::{Place, ReadError, local_type_id, type_exists, type_id, type_size};
use plain::vmlinux::{relocated, task_struct};
use plain::{Array, current_task, is_task_trusted};

mod new {
    include!(env!("BTFGEN_NEW"));
}

plain::license!();

const COUNT: usize = answers::EVERY_KIND.len();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<u64, COUNT> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn every_kind(_ctx: *mut c_void) -> i32 {
    let task = task_struct::at(current_task());
    ANSWERS.set(0, &(task.pid().byte_offset() as u64));
    ANSWERS.set(1, &(task.comm().byte_size() as u64));
    ANSWERS.set(2, &task.__state().exists().into());
    let mtime = new::inode::at(current_task()).i_mtime_sec();
    ANSWERS.set(3, &mtime.exists().into());
    // What is not read stays 0.
    let _ = read(task);
    ANSWERS.set(7, &local_type_id::<task_struct>().into());
    ANSWERS.set(8, &type_id::<task_struct>().into());
    ANSWERS.set(9, &type_exists::<task_struct>().into());
    ANSWERS.set(10, &runtime::btfgen::type_exists::<new::mnt_idmap>().into());
    ANSWERS.set(11, &(type_size::<task_struct>() as u64));
    ANSWERS.set(12, &new::relocated::BPF_TOKEN_CREATE.exists().into());
    ANSWERS.set(13, &relocated::CPUHP_ONLINE.exists().into());
    ANSWERS.set(14, &(relocated::CPUHP_INVALID.value() as u64));
    ANSWERS.set(15, &relocated::PERF_CONTEXT_KERNEL.value());
    ANSWERS.set(16, &type_exists::<relocated::pid_type>().into());
    ANSWERS.set(17, &type_exists::<relocated::pid_t>().into());
    ANSWERS.set(18, &type_exists::<relocated::socket_state>().into());
    let bpf_cond = runtime::btfgen::type_exists::<new::relocated::bpf_cond_pseudo_jmp>();
    ANSWERS.set(19, &bpf_cond.into());
    ANSWERS.set(20, &relocated::SS_CONNECTED.value().into());
    0
}

#[inline(always)]
fn read(task: Place<task_struct>) -> Result<(), ReadError> {
    // SAFETY: what the verifier trusts, and probe reads.
    unsafe {
        let signal = task.signal().follow()?;
        ANSWERS.set(4, &(i64::from(signal.oom_score_adj().read()?) as u64));
        let loaded = match is_task_trusted() {
            true => task.signal().follow_trusted().is_child_subreaper().load(),
            false => signal.is_child_subreaper().read()?,
        };
        ANSWERS.set(5, &loaded.into());
        ANSWERS.set(6, &signal.is_child_subreaper().read()?.into());
    }
    Ok(())
}
