//! A path that starts at a typedef, a struct behind a typedef, an array of pointers indexed by an
//! enumerator, a flexible array, a bitfield by load and by probe read.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use core::ffi::c_void;

use answers::Kinds;
use aya_ebpf::btf_maps::Array;
use aya_ebpf::helpers::{bpf_get_current_task, bpf_get_current_task_btf};
use aya_ebpf::macros::{btf_map, raw_tracepoint};
use aya_ebpf::programs::RawTracePointContext;

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::relocated::BPF_FUNC_get_current_task_btf;
use vmlinux::{PIDTYPE_TGID, atomic_t, task_struct};

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

#[btf_map]
static ANSWERS: Array<Kinds, 1> = Array::new();

#[raw_tracepoint(tracepoint = "sys_enter")]
fn kinds(_: RawTracePointContext) -> i32 {
    match answer() {
        Ok(()) => 0,
        Err(error) => {
            let failed = Kinds {
                uid: 0,
                threads: 0,
                tgid: 0,
                has_subreaper_bit: 0,
                subreaper: 0,
                subreaper_read: 0,
                error,
            };
            let _ = ANSWERS.set(0, failed, 0);
            0
        }
    }
}

fn answer() -> Result<(), i32> {
    // SAFETY: a helper without arguments; the rest are probe reads and what the verifier trusts.
    unsafe {
        // Linux 5.11 has a helper whose task the verifier trusts.
        let is_trusted = BPF_FUNC_get_current_task_btf.exists();
        let task = match is_trusted {
            true => task_struct::at(bpf_get_current_task_btf()),
            false => task_struct::at(bpf_get_current_task() as *const c_void),
        };
        let signal = task.signal().follow()?;
        let leader = signal
            .pids()
            .index::<{ PIDTYPE_TGID as usize }>()
            .follow()?;
        let answer = Kinds {
            uid: task.cred().follow()?.uid().val().read()?,
            threads: count(signal.live().as_root())?,
            tgid: leader.numbers().index::<0>().nr().read()?,
            has_subreaper_bit: signal.is_child_subreaper().exists().into(),
            // Linux 7.3 has a `bool` there, and older ones a bitfield.
            subreaper: match is_trusted {
                true => task
                    .signal()
                    .follow_trusted()
                    .is_child_subreaper()
                    .load()
                    .into(),
                false => signal.is_child_subreaper().read()?.into(),
            },
            subreaper_read: signal.is_child_subreaper().read()?.into(),
            error: 0,
        };
        ANSWERS.set(0, answer, 0)
    }
}

/// Takes an `atomic_t` from wherever it is.
unsafe fn count(counter: Place<atomic_t>) -> Result<i32, ReadError> {
    unsafe { counter.counter().read() }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
