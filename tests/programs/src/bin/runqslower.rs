//! Every task that waited for a processor longer than it should have: how long, and which task it waited for.

#![no_std]
#![no_main]

use core::ffi::c_void;

use aya_ebpf::btf_maps::{HashMap, RingBuf};
use aya_ebpf::helpers::bpf_ktime_get_ns;
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
#[cfg(feature = "or-zero")]
use programs::OrZero as _;
use programs::vmlinux::btfgen::{Place, ReadError};
use programs::vmlinux::task_struct;
use programs::{COMM, finish, record};

programs::license!();

#[unsafe(no_mangle)]
static LEAST_NS: u64 = 0;

#[btf_map]
static WAITING: HashMap<i32, u64, 10240> = HashMap::new();

#[repr(C)]
struct Side {
    sum_ns: u64,
    runtime_ns: u64,
    switches: u64,
    tid: i32,
    tgid: i32,
    priority: i32,
    nice: i32,
    policy: u32,
    flags: u32,
    uid: u32,
    cpu: u32,
    cgroup: u64,
    comm: [u8; COMM],
}

#[repr(C)]
struct Event {
    wait_ns: u64,
    tgid: i32,
    preempted: u32,
    next: Side,
    previous: Side,
}

#[btf_map]
static EVENTS: RingBuf<(), { 1 << 22 }> = RingBuf::new();

#[inline(always)]
fn read_side(side: &mut Side, task: Place<task_struct>) -> Result<(), ReadError> {
    // SAFETY: these are probe reads, here and in the other functions.
    unsafe {
        side.tid = task.pid().read()?;
        side.tgid = task.tgid().read()?;
        side.sum_ns = task.se().sum_exec_runtime().read()?;
        side.runtime_ns = task.se().prev_sum_exec_runtime().read()?;
        side.switches = task.nvcsw().read()?.wrapping_add(task.nivcsw().read()?);
        side.priority = task.prio().read()?;
        side.nice = task.static_prio().read()?.wrapping_sub(120);
        side.policy = task.policy().read()?;
        side.flags = task.flags().read()?;
        side.uid = task.real_cred().follow()?.uid().val().read()?;
        side.cpu = task.wake_cpu().read()? as u32;
        let group = task.cgroups().follow()?.dfl_cgrp().follow()?;
        side.cgroup = group.kn().follow()?.id().read()?;
        task.comm().read_str(&mut side.comm)?;
    }
    Ok(())
}

/// The task is ready to run from now on.
#[inline(always)]
fn enqueue(task: Place<task_struct>) -> Result<(), ReadError> {
    let tid = unsafe { task.pid().read()? };
    let now = unsafe { bpf_ktime_get_ns() };
    if tid != 0 {
        let _ = WAITING.insert(tid, now, 0);
    }
    Ok(())
}

#[btf_tracepoint(function = "sched_wakeup")]
fn runqslower_wakeup(ctx: BtfTracePointContext) -> i32 {
    let _ = enqueue(task_struct::at(ctx.arg::<*const c_void>(0)));
    0
}

#[btf_tracepoint(function = "sched_wakeup_new")]
fn runqslower_wakeup_new(ctx: BtfTracePointContext) -> i32 {
    let _ = enqueue(task_struct::at(ctx.arg::<*const c_void>(0)));
    0
}

#[btf_tracepoint(function = "sched_switch")]
fn runqslower_switch(ctx: BtfTracePointContext) -> i32 {
    let previous = task_struct::at(ctx.arg::<*const c_void>(1));
    let next = task_struct::at(ctx.arg::<*const c_void>(2));
    let _ = switched(ctx.arg(0), previous, next, ctx.arg(3));
    0
}

#[inline(always)]
fn switched(
    preempted: u32,
    previous: Place<task_struct>,
    next: Place<task_struct>,
    state: u32,
) -> Result<(), ReadError> {
    let tid = unsafe { next.pid().read()? };
    // It was not its own wish to stop. The field may have changed by now.
    if state == 0 {
        enqueue(previous)?;
    }
    // SAFETY: a number, which nobody changes while its task is about to run.
    let Some(since) = (unsafe { WAITING.get(tid) }) else {
        return Ok(());
    };
    let wait = unsafe { bpf_ktime_get_ns() } - *since;
    // SAFETY: a static; the loader may write another number into it.
    if wait >= unsafe { (&raw const LEAST_NS).read_volatile() }
        && let Some(mut entry) = EVENTS.reserve_untyped::<Event>(0)
    {
        let event = record(&mut entry);
        event.wait_ns = wait;
        event.preempted = preempted;
        let filled = read_sides(event, previous, next);
        finish(entry, filled);
    }
    let _ = WAITING.remove(tid);
    Ok(())
}

#[inline(always)]
fn read_sides(
    event: &mut Event,
    previous: Place<task_struct>,
    next: Place<task_struct>,
) -> Result<(), ReadError> {
    read_side(&mut event.next, next)?;
    read_side(&mut event.previous, previous)?;
    event.tgid = event.next.tgid;
    Ok(())
}
