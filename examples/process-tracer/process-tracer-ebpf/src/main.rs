//! The BPF programs: their hooks and their map. The logic is in `lib.rs`.

#![no_std]
#![no_main]

use aya_ebpf::EbpfContext as _;
use aya_ebpf::btf_maps::RingBuf;
use aya_ebpf::helpers::bpf_ktime_get_ns;
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
use process_tracer_common::{Exec, Exit};
use process_tracer_ebpf::vmlinux::btfgen::Place;
use process_tracer_ebpf::vmlinux::{task_struct, tp};

// Every loader accepts `RingBuf<(), …>` with `reserve_untyped`.
#[btf_map]
static EVENTS: RingBuf<(), { 1 << 22 }> = RingBuf::new();

#[btf_tracepoint(function = "sched_process_exec")]
fn on_exec(ctx: BtfTracePointContext) -> i32 {
    if let Some(mut entry) = EVENTS.reserve_untyped::<Exec>(0) {
        // SAFETY: the program is attached to this tracepoint, and the verifier trusts its arguments. An `Exec` may have any bytes.
        unsafe {
            let arguments = tp::SchedProcessExec::at(ctx.as_ptr());
            let event = &mut *entry.as_mut_ptr();
            event.time = bpf_ktime_get_ns();
            process_tracer_ebpf::exec(event, arguments.p(), arguments.bprm());
        }
        entry.submit(0);
    }
    0
}

#[btf_tracepoint(function = "sched_process_exit")]
fn on_exit(ctx: BtfTracePointContext) -> i32 {
    // SAFETY: the program is attached to this tracepoint, and the verifier trusts its arguments.
    unsafe {
        // The tracepoint has one more argument since Linux 6.17.
        let task = if let Some(exit) = tp::SchedProcessExitWith1Argument::if_exists(ctx.as_ptr()) {
            exit.p()
        } else if let Some(exit) = tp::SchedProcessExitWith2Arguments::if_exists(ctx.as_ptr()) {
            exit.p()
        } else {
            return 0;
        };
        if process_tracer_ebpf::is_last_thread(task) {
            report(task);
        }
    }
    0
}

/// # Safety
///
/// The verifier must trust the pointer.
#[inline(always)]
unsafe fn report(task: Place<task_struct>) {
    if let Some(mut entry) = EVENTS.reserve_untyped::<Exit>(0) {
        // SAFETY: the caller's word. An `Exit` may have any bytes.
        unsafe { process_tracer_ebpf::exit(&mut *entry.as_mut_ptr(), task, bpf_ktime_get_ns()) };
        entry.submit(0);
    }
}

// Only the BPF target has no panic handler; `cargo check` and editors compile this file for the host too.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
