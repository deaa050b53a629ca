//! The logic of the programs: what they read about a process. It compiles for every target.

#![no_std]
// The bindings need these features on the BPF target only. Other targets compile with stable Rust.
#![cfg_attr(
    target_arch = "bpf",
    feature(asm_experimental_arch, extern_types, sized_hierarchy)
)]

// btfgen wrote this file; README.md has the command. It is for Linux 6.1 and 6.18, which have different names for some fields.
pub mod vmlinux;

use aya_ebpf::helpers::generated::bpf_probe_read_kernel_str;
use process_tracer_common::{EXEC, EXIT, Exec, Exit, NAME, Name};
use vmlinux::btfgen::Place;
use vmlinux::{
    PIDTYPE_SID, cred, dentry, file, kernfs_node, linux_binprm, mount, task_struct, vfsmount,
};

/// Fills an event about a process that began to run a file.
///
/// A field that can't be read is zero.
///
/// # Safety
///
/// On the BPF target, the verifier must trust the pointers. On other targets, all that is read must exist.
#[inline(always)]
pub unsafe fn exec(event: &mut Exec, task: Place<task_struct>, bprm: Place<linux_binprm>) {
    // SAFETY: the caller's word, here and below.
    unsafe {
        event.kind = EXEC;
        event.pid = task.tgid().load();
        event.parent = task.real_parent().follow_trusted().tgid().load();
        let _ = task.comm().read_str(&mut event.name);
        credentials(event, task.cred().follow_trusted());
        namespaces(event, task);
        parents(event, task);
        path(event, bprm.file().follow_trusted());
        let group = task.cgroups().follow_trusted().dfl_cgrp().follow_trusted();
        cgroup(event, group.kn().follow_trusted());
    }
}

#[inline(always)]
unsafe fn credentials(event: &mut Exec, cred: Place<cred>) {
    unsafe {
        event.uid = cred.uid().val().load();
        event.gid = cred.gid().val().load();
        event.euid = cred.euid().val().load();
        event.egid = cred.egid().val().load();
    }
}

#[inline(always)]
unsafe fn namespaces(event: &mut Exec, task: Place<task_struct>) {
    unsafe {
        let proxy = task.nsproxy().follow_trusted();
        event.mount_namespace = proxy.mnt_ns().follow_trusted().ns().inum().load();
        event.net_namespace = proxy.net_ns().follow_trusted().ns().inum().load();
        // The innermost namespace is the last. The verifier does not add an index that it does not know to a trusted pointer, so these
        // are probe reads.
        let pid = task.thread_pid().follow_or_null();
        let level = pid.level().read_or_zero() as usize;
        if let Some(inner) = pid.numbers().element(level) {
            event.inner_pid = inner.nr().read_or_zero();
            event.pid_namespace = inner.ns().follow_or_null().ns().inum().read_or_zero();
        }
    }
}

#[inline(always)]
unsafe fn parents(event: &mut Exec, mut task: Place<task_struct>) {
    event.parent_count = 0;
    for parent in &mut event.parents {
        unsafe {
            // The parent is the thread that made the child. The main thread has the name of the process.
            let thread = task.real_parent().follow_trusted();
            task = thread.group_leader().follow_trusted();
            parent.pid = task.tgid().load();
            if parent.pid == 0 {
                break;
            }
            parent.uid = task.cred().follow_trusted().uid().val().load();
            let _ = task.comm().read_str(&mut parent.name);
        }
        event.parent_count += 1;
    }
}

/// Goes from the file up to the root. A folder on which a file system is mounted is the root of that file system, so the way up leads
/// from a root to the place where it is mounted.
#[inline(always)]
unsafe fn path(event: &mut Exec, file: Place<file>) {
    unsafe {
        let mut entry: Place<dentry> = file.f_path().dentry().follow_trusted();
        let inner: Place<vfsmount> = file.f_path().mnt().follow_or_null();
        let mut mounted = inner.container_of(|mount: Place<mount>| mount.mnt());
        let mut root = inner.mnt_root().follow_or_null();
        event.path_count = 0;
        for name in &mut event.path {
            if entry == root {
                let outer = mounted.mnt_parent().follow_or_null();
                if outer == mounted {
                    break;
                }
                entry = mounted.mnt_mountpoint().follow_or_null();
                root = outer.mnt().mnt_root().follow_or_null();
                mounted = outer;
                // The root of a file system has no name.
                name[0] = 0;
            } else {
                copy_name(name, entry.d_name().name().read_or_zero());
                entry = entry.d_parent().follow_or_null();
            }
            event.path_count += 1;
        }
    }
}

/// `pointer.read_str(to)` does the same, and first checks whether the pointer could be read. Here, a null pointer does no harm.
#[inline(always)]
unsafe fn copy_name(to: &mut Name<NAME>, from: *const u8) {
    // SAFETY: the helper writes as many bytes as it is told, and reads from any address.
    unsafe { bpf_probe_read_kernel_str(to.as_mut_ptr().cast(), NAME as u32, from.cast()) };
}

#[inline(always)]
unsafe fn cgroup(event: &mut Exec, mut node: Place<kernfs_node>) {
    event.group_count = 0;
    unsafe {
        event.cgroup = node.id().load();
        for name in &mut event.cgroup_path {
            let parent = if let Some(parent) = node.__parent().if_exists() {
                parent.follow_trusted()
            } else if let Some(parent) = node.parent().if_exists() {
                parent.follow_trusted()
            } else {
                break;
            };
            if parent.is_null() {
                break;
            }
            copy_name(name, node.name().load());
            node = parent;
            event.group_count += 1;
        }
    }
}

/// Whether the process has no other thread that still runs.
///
/// # Safety
///
/// As for `exec`.
#[inline(always)]
pub unsafe fn is_last_thread(task: Place<task_struct>) -> bool {
    unsafe { task.signal().follow_trusted().live().counter().load() == 0 }
}

/// Fills an event about a process whose last thread ends at the time `now`.
///
/// # Safety
///
/// As for `exec`.
#[inline(always)]
pub unsafe fn exit(event: &mut Exit, task: Place<task_struct>, now: u64) {
    unsafe {
        let signal = task.signal().follow_trusted();
        // The main thread, which gives the process its name, may have ended before.
        let main = task.group_leader().follow_trusted();
        event.kind = EXIT;
        event.pid = task.tgid().load();
        event.lifetime = now - main.start_time().load();
        event.user = signal.utime().load() + task.utime().load();
        event.system = signal.stime().load() + task.stime().load();
        event.parent = task.real_parent().follow_trusted().tgid().load();
        event.uid = task.cred().follow_trusted().uid().val().load();
        event.status = match signal.group_exit_code().load() {
            0 => task.exit_code().load(),
            status => status,
        };
        let session = signal.pids().index::<{ PIDTYPE_SID as usize }>();
        event.session = session.follow_trusted().numbers().index::<0>().nr().load();
        let _ = main.comm().read_str(&mut event.name);
    }
}
