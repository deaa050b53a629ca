//! Every openat: what the process asked for, what it got, and the path of the file behind the descriptor.

#![no_std]
#![no_main]

use core::ffi::c_void;

use aya_ebpf::btf_maps::{HashMap, RingBuf};
use aya_ebpf::helpers::{
    bpf_get_current_pid_tgid, bpf_get_current_task, bpf_ktime_get_ns, bpf_probe_read_user_str_bytes,
};
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
#[cfg(feature = "or-zero")]
use programs::OrZero as _;
use programs::vmlinux::btfgen::{Place, ReadError};
use programs::vmlinux::{file, pt_regs, task_struct};
use programs::{COMM, finish, record};

programs::license!();

const NR_OPENAT: i64 = 257; // on x86-64
const NAME: usize = 128;
const DEPTH: usize = 6;
const PART: usize = 32;

#[repr(C)]
struct Request {
    time: u64,
    name: u64,
    flags: u32,
    mode: u32,
}

#[btf_map]
static REQUESTS: HashMap<u32, Request, 10240> = HashMap::new();

#[repr(C)]
struct Event {
    time: u64,
    tgid: i32,
    tid: i32,
    ppid: i32,
    uid: u32,
    euid: u32,
    result: i32,
    flags: u32,
    mode: u32,
    inode: u64,
    size: i64,
    device: u32,
    inode_mode: u32,
    file_flags: u32,
    links: u32,
    owner: u32,
    mount_flags: i32,
    depth: u32,
    name_bytes: u32,
    comm: [u8; COMM],
    filesystem: [u8; PART],
    name: [u8; NAME],
    parts: [[u8; PART]; DEPTH],
}

#[btf_map]
static EVENTS: RingBuf<(), { 1 << 22 }> = RingBuf::new();

#[btf_tracepoint(function = "sys_enter")]
fn opensnoop_enter(ctx: BtfTracePointContext) -> i32 {
    let regs = pt_regs::at(ctx.arg::<*const c_void>(0));
    if ctx.arg::<i64>(1) != NR_OPENAT {
        return 0;
    }
    let _ = enter(regs);
    0
}

#[inline(always)]
fn enter(regs: Place<pt_regs>) -> Result<(), ReadError> {
    let tid = bpf_get_current_pid_tgid() as u32;
    // SAFETY: these are probe reads, here and in the other functions.
    let request = unsafe {
        Request {
            time: bpf_ktime_get_ns(),
            name: regs.si().read()?,
            flags: regs.dx().read()? as u32,
            mode: regs.r10().read()? as u32,
        }
    };
    let _ = REQUESTS.insert(tid, &request, 0);
    Ok(())
}

#[inline(always)]
fn file_of(task: Place<task_struct>, fd: u32) -> Result<Option<Place<file>>, ReadError> {
    unsafe {
        let table = task.files().follow()?.fdt().follow()?;
        if fd >= table.max_fds().read()? {
            return Ok(None);
        }
        let file = table.fd().follow()?.nth(fd as usize).follow()?;
        Ok((!file.is_null()).then_some(file))
    }
}

#[inline(always)]
fn read_file(event: &mut Event, file: Place<file>) -> Result<(), ReadError> {
    unsafe {
        let inode = file.f_inode().follow()?;
        let superblock = inode.i_sb().follow()?;
        event.inode = inode.i_ino().read()?;
        event.size = inode.i_size().read()?;
        event.inode_mode = inode.i_mode().read()?.into();
        event.links = inode.i_nlink().read()?;
        event.owner = inode.i_uid().val().read()?;
        event.device = superblock.s_dev().read()?;
        event.file_flags = file.f_flags().read()?;
        event.mount_flags = file.f_path().mnt().follow()?.mnt_flags().read()?;
        let name = superblock.s_type().follow()?.name();
        name.read_str(&mut event.filesystem)?;
    }
    Ok(())
}

#[inline(always)]
fn read_path(event: &mut Event, file: Place<file>) -> Result<(), ReadError> {
    let mut depth = 0;
    unsafe {
        let mut dentry = file.f_path().dentry().follow()?;
        for part in &mut event.parts {
            let parent = dentry.d_parent().follow()?;
            if parent == dentry {
                break;
            }
            dentry.d_name().name().read_str(part)?;
            dentry = parent;
            depth += 1;
        }
    }
    event.depth = depth;
    Ok(())
}

#[inline(always)]
fn read_task(event: &mut Event, task: Place<task_struct>) -> Result<(), ReadError> {
    unsafe {
        let cred = task.real_cred().follow()?;
        event.tgid = task.tgid().read()?;
        event.tid = task.pid().read()?;
        event.ppid = task.real_parent().follow()?.tgid().read()?;
        event.uid = cred.uid().val().read()?;
        event.euid = cred.euid().val().read()?;
        task.comm().read_str(&mut event.comm)?;
    }
    Ok(())
}

#[btf_tracepoint(function = "sys_exit")]
fn opensnoop_exit(ctx: BtfTracePointContext) -> i32 {
    let task = task_struct::at(unsafe { bpf_get_current_task() } as *const c_void);
    let tid = bpf_get_current_pid_tgid() as u32;
    let result = ctx.arg::<i64>(1) as i32;
    // SAFETY: only this thread uses this element.
    let Some(request) = (unsafe { REQUESTS.get(tid) }) else {
        return 0;
    };
    if let Some(mut entry) = EVENTS.reserve_untyped::<Event>(0) {
        let filled = fill(record(&mut entry), request, task, result);
        finish(entry, filled);
    }
    let _ = REQUESTS.remove(tid);
    0
}

#[inline(always)]
fn fill(
    event: &mut Event,
    request: &Request,
    task: Place<task_struct>,
    result: i32,
) -> Result<(), ReadError> {
    unsafe {
        event.time = bpf_ktime_get_ns() - request.time;
        event.result = result;
        event.flags = request.flags;
        event.mode = request.mode;
        let name = bpf_probe_read_user_str_bytes(request.name as *const u8, &mut event.name);
        event.name_bytes = name.map_or(0, |name| name.len() as u32);
    }
    read_task(event, task)?;
    event.depth = 0;
    if result >= 0
        && let Some(file) = file_of(task, result as u32)?
    {
        read_file(event, file)?;
        read_path(event, file)?;
    }
    Ok(())
}
