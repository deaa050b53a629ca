//! Every program that a process executes: its credentials, namespaces and arguments, the file, and the parents.

#![no_std]
#![no_main]

use core::ffi::c_void;

use aya_ebpf::btf_maps::RingBuf;
use aya_ebpf::helpers::{bpf_ktime_get_ns, bpf_probe_read_user_buf};
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
#[cfg(feature = "or-zero")]
use programs::OrZero as _;
use programs::vmlinux::btfgen::{Place, ReadError};
use programs::vmlinux::{PIDTYPE_SID, linux_binprm, task_struct};
use programs::{COMM, finish, record};

programs::license!();

const ANCESTORS: usize = 6;
const FILENAME: usize = 128;
const ARGUMENTS: usize = 256;

#[repr(C)]
struct Ancestor {
    start: u64,
    tgid: i32,
    uid: u32,
    comm: [u8; COMM],
}

#[repr(C)]
struct Event {
    time: u64,
    tgid: i32,
    ppid: i32,
    start: u64,
    cgroup: u64,
    permitted: u64,
    effective: u64,
    inode: u64,
    uid: u32,
    gid: u32,
    euid: u32,
    egid: u32,
    session: i32,
    level: u32,
    inner_tgid: i32,
    pid_namespace: u32,
    mount_namespace: u32,
    net_namespace: u32,
    device: u32,
    owner: u32,
    mode: u32,
    argc: i32,
    envc: i32,
    argument_bytes: u32,
    filename_bytes: u32,
    ancestors: u32,
    comm: [u8; COMM],
    filename: [u8; FILENAME],
    arguments: [u8; ARGUMENTS],
    chain: [Ancestor; ANCESTORS],
}

#[btf_map]
static EVENTS: RingBuf<(), { 1 << 22 }> = RingBuf::new();

#[inline(always)]
fn read_credentials(event: &mut Event, task: Place<task_struct>) -> Result<(), ReadError> {
    // SAFETY: these are probe reads, here and in the other functions.
    unsafe {
        let cred = task.real_cred().follow()?;
        event.uid = cred.uid().val().read()?;
        event.gid = cred.gid().val().read()?;
        event.euid = cred.euid().val().read()?;
        event.egid = cred.egid().val().read()?;
        event.permitted = cred.cap_permitted().val().read()?;
        event.effective = cred.cap_effective().val().read()?;
    }
    Ok(())
}

#[inline(always)]
fn read_namespaces(event: &mut Event, task: Place<task_struct>) -> Result<(), ReadError> {
    unsafe {
        let proxy = task.nsproxy().follow()?;
        let pid = task.thread_pid().follow()?;
        event.level = pid.level().read()?;
        if let Some(inner) = pid.numbers().element(event.level as usize) {
            event.inner_tgid = inner.nr().read()?;
            event.pid_namespace = inner.ns().follow()?.ns().inum().read()?;
        }
        event.mount_namespace = proxy.mnt_ns().follow()?.ns().inum().read()?;
        event.net_namespace = proxy.net_ns().follow()?.ns().inum().read()?;
        let sessions = task
            .signal()
            .follow()?
            .pids()
            .index::<{ PIDTYPE_SID as usize }>();
        event.session = sessions.follow()?.numbers().index::<0>().nr().read()?;
        let group = task.cgroups().follow()?.dfl_cgrp().follow()?;
        event.cgroup = group.kn().follow()?.id().read()?;
    }
    Ok(())
}

#[inline(always)]
fn read_file(event: &mut Event, bprm: Place<linux_binprm>) -> Result<(), ReadError> {
    unsafe {
        let inode = bprm.file().follow()?.f_inode().follow()?;
        event.filename_bytes = bprm.filename().read_str(&mut event.filename)?.len() as u32;
        event.inode = inode.i_ino().read()?;
        event.device = inode.i_sb().follow()?.s_dev().read()?;
        event.owner = inode.i_uid().val().read()?;
        event.mode = inode.i_mode().read()?.into();
        event.argc = bprm.argc().read()?;
        event.envc = bprm.envc().read()?;
    }
    Ok(())
}

#[inline(always)]
fn read_arguments(event: &mut Event, task: Place<task_struct>) -> Result<(), ReadError> {
    unsafe {
        let mm = task.mm().follow()?;
        let start = mm.arg_start().read()?;
        let mut bytes = mm.arg_end().read()?.wrapping_sub(start) as usize;
        if bytes > ARGUMENTS {
            bytes = ARGUMENTS;
        }
        let to = event.arguments.get_unchecked_mut(..bytes);
        if bpf_probe_read_user_buf(start as *const u8, to).is_err() {
            bytes = 0;
        }
        event.argument_bytes = bytes as u32;
    }
    Ok(())
}

#[inline(always)]
fn read_ancestors(event: &mut Event, mut task: Place<task_struct>) -> Result<(), ReadError> {
    let mut count = 0;
    for ancestor in &mut event.chain {
        unsafe {
            task = task.real_parent().follow()?;
            ancestor.tgid = task.tgid().read()?;
            if ancestor.tgid == 0 {
                break;
            }
            ancestor.start = task.start_time().read()?;
            ancestor.uid = task.real_cred().follow()?.uid().val().read()?;
            task.comm().read_str(&mut ancestor.comm)?;
        }
        count += 1;
    }
    event.ancestors = count;
    Ok(())
}

#[btf_tracepoint(function = "sched_process_exec")]
fn exectrace(ctx: BtfTracePointContext) -> i32 {
    let task = task_struct::at(ctx.arg::<*const c_void>(0));
    let bprm = linux_binprm::at(ctx.arg::<*const c_void>(2));
    let Some(mut entry) = EVENTS.reserve_untyped::<Event>(0) else {
        return 0;
    };
    let filled = fill(record(&mut entry), task, bprm);
    finish(entry, filled);
    0
}

#[inline(always)]
fn fill(
    event: &mut Event,
    task: Place<task_struct>,
    bprm: Place<linux_binprm>,
) -> Result<(), ReadError> {
    unsafe {
        event.time = bpf_ktime_get_ns();
        event.tgid = task.tgid().read()?;
        event.ppid = task.real_parent().follow()?.tgid().read()?;
        event.start = task.start_time().read()?;
        task.comm().read_str(&mut event.comm)?;
    }
    read_credentials(event, task)?;
    read_namespaces(event, task)?;
    read_file(event, bprm)?;
    read_arguments(event, task)?;
    read_ancestors(event, task)
}
