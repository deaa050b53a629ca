//! The BPF program: its hook and its map. The logic is in `lib.rs`.

#![no_std]
#![no_main]

use aya_ebpf::btf_maps::RingBuf;
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
use core::ffi::c_void;
use tracer_common::Exec;
use tracer_ebpf::vmlinux::task_struct;

// libbpf refuses `RingBuf<Exec, …>` of aya-ebpf 0.2. Every loader accepts `RingBuf<(), …>` with `reserve_untyped`.
#[btf_map]
static EVENTS: RingBuf<(), 65536> = RingBuf::new();

#[btf_tracepoint(function = "sched_process_exec")]
fn on_exec(ctx: BtfTracePointContext) -> i32 {
    // A type of the kernel has no size here, so `ctx.arg::<*const task_struct>(0)` does not compile. Take the pointer without its
    // type. `at` gives it one: argument 0 of this tracepoint is a `struct task_struct *`.
    let task = task_struct::at(ctx.arg::<*const c_void>(0));
    // SAFETY: any pointer is allowed on this target.
    let Ok(exec) = (unsafe { tracer_ebpf::exec(task) }) else {
        return 0;
    };
    if let Some(mut entry) = EVENTS.reserve_untyped::<Exec>(0) {
        entry.write(exec);
        entry.submit(0);
    }
    0
}

// Only the BPF target has no panic handler; `cargo check` and editors compile this file for the host too.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
