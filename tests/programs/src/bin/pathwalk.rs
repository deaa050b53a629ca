//! The whole path of each file that is opened or executed, across mounts: its names, each with a NUL.

#![no_std]
#![no_main]

use core::ffi::c_void;
use core::ptr::null;

use aya_ebpf::btf_maps::RingBuf;
use aya_ebpf::helpers::generated::bpf_probe_read_kernel_str;
use aya_ebpf::helpers::{bpf_get_current_task, bpf_ktime_get_ns};
use aya_ebpf::macros::{btf_map, btf_tracepoint, lsm};
use aya_ebpf::programs::{BtfTracePointContext, LsmContext};
#[cfg(feature = "or-zero")]
use programs::OrZero as _;
use programs::vmlinux::btfgen::{Place, ReadError};
use programs::vmlinux::{dentry, file, linux_binprm, mount, task_struct, vfsmount};
use programs::{finish, record};

programs::license!();

const DEPTH: usize = 24;
const PATH: u32 = 1024;
const NAME: u32 = 256;

#[repr(C)]
struct Event {
    time: u64,
    tgid: i32,
    uid: u32,
    inode: u64,
    device: u32,
    mode: u32,
    parts: u32,
    start: u32,
    path: [u8; (PATH + NAME) as usize],
}

#[btf_map]
static EVENTS: RingBuf<(), { 1 << 22 }> = RingBuf::new();

/// Where a walk is: an entry, the root of its mount, and the mount itself.
struct Walk {
    dentry: Place<dentry>,
    root: Place<dentry>,
    mount: Place<mount>,
}

impl Walk {
    #[inline(always)]
    fn new(file: Place<file>) -> Result<Walk, ReadError> {
        // SAFETY: these are probe reads, here and in the other functions.
        unsafe {
            let dentry = file.f_path().dentry().follow()?;
            let mnt: Place<vfsmount> = file.f_path().mnt().follow()?;
            let offset = mount::at(null::<c_void>()).mnt().byte_offset();
            let mount = mount::at((mnt.as_ptr() as *const u8).wrapping_sub(offset));
            let root = mnt.mnt_root().follow()?;
            Ok(Walk {
                dentry,
                root,
                mount,
            })
        }
    }

    /// Goes up to what the mount stands on. False at the root of all.
    #[inline(always)]
    fn leave(&mut self) -> Result<bool, ReadError> {
        unsafe {
            let parent = self.mount.mnt_parent().follow()?;
            if parent == self.mount {
                return Ok(false);
            }
            self.dentry = self.mount.mnt_mountpoint().follow()?;
            self.root = parent.mnt().mnt_root().follow()?;
            self.mount = parent;
        }
        Ok(true)
    }
}

/// Puts a name and its NUL before what is there. The mask is for the verifier: a longer path overwrites its own end.
#[inline(always)]
fn prepend(event: &mut Event, start: u32, dentry: Place<dentry>) -> Result<u32, ReadError> {
    unsafe {
        let name = dentry.d_name().name().read()?;
        let length = dentry.d_name().len().read()?.wrapping_add(1);
        if length > NAME {
            return Ok(start);
        }
        let start = start.wrapping_sub(length) & (PATH - 1);
        let to = event.path.as_mut_ptr().wrapping_add(start as usize);
        bpf_probe_read_kernel_str(to.cast(), length, name.cast());
        Ok(start)
    }
}

#[inline(always)]
fn read_path(event: &mut Event, file: Place<file>) -> Result<(), ReadError> {
    let mut walk = Walk::new(file)?;
    let (mut start, mut parts) = (0, 0);
    for _ in 0..DEPTH {
        let dentry = walk.dentry;
        let parent = unsafe { dentry.d_parent().follow()? };
        if dentry == walk.root || dentry == parent {
            if !walk.leave()? {
                break;
            }
            continue;
        }
        start = prepend(event, start, dentry)?;
        walk.dentry = parent;
        parts += 1;
    }
    event.start = start;
    event.parts = parts;
    Ok(())
}

#[inline(always)]
fn report(file: Place<file>) {
    if let Some(mut entry) = EVENTS.reserve_untyped::<Event>(0) {
        let filled = fill(record(&mut entry), file);
        finish(entry, filled);
    }
}

#[inline(always)]
fn fill(event: &mut Event, file: Place<file>) -> Result<(), ReadError> {
    unsafe {
        let task = task_struct::at(bpf_get_current_task() as *const c_void);
        let inode = file.f_inode().follow()?;
        event.time = bpf_ktime_get_ns();
        event.tgid = task.tgid().read()?;
        event.uid = task.real_cred().follow()?.uid().val().read()?;
        event.inode = inode.i_ino().read()?;
        event.device = inode.i_sb().follow()?.s_dev().read()?;
        event.mode = inode.i_mode().read()?.into();
    }
    read_path(event, file)
}

#[lsm(hook = "file_open")]
fn pathwalk_open(ctx: LsmContext) -> i32 {
    report(file::at(ctx.arg::<*const c_void>(0)));
    0
}

#[btf_tracepoint(function = "sched_process_exec")]
fn pathwalk_exec(ctx: BtfTracePointContext) -> i32 {
    let bprm = linux_binprm::at(ctx.arg::<*const c_void>(2));
    if let Ok(file) = unsafe { bprm.file().follow() } {
        report(file);
    }
    0
}
