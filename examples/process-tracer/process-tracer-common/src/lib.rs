//! The events that the BPF program sends to the loader.

#![no_std]

use bytemuck::{Pod, Zeroable};

/// Values of `kind`.
pub const EXEC: u32 = 1;
pub const EXIT: u32 = 2;

/// How many parents of a process are listed.
pub const PARENTS: usize = 8;
/// How many names a path of a file has at most, and how many mounts it crosses, together. A longer path loses its first names.
pub const DEPTH: usize = 20;
/// The same for the path of a cgroup.
pub const GROUPS: usize = 8;
/// The bytes of a name, with a zero at the end.
pub const NAME: usize = 64;

/// The name of a process or file. It ends at the first zero byte.
pub type Name<const BYTES: usize> = [u8; BYTES];

/// A process that began to run a file.
#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Exec {
    /// Since the machine was started, in nanoseconds.
    pub time: u64,
    pub pid: i32,
    pub kind: u32,
    pub parent: i32,
    pub uid: u32,
    pub gid: u32,
    pub euid: u32,
    pub egid: u32,
    /// The process id in its own namespace.
    pub inner_pid: i32,
    /// Inode numbers of namespaces, as in `/proc/PID/ns`.
    pub pid_namespace: u32,
    pub mount_namespace: u32,
    pub net_namespace: u32,
    /// How many elements of `parents`, `path` and `cgroup_path` are in use.
    pub parent_count: u32,
    pub path_count: u32,
    pub group_count: u32,
    pub cgroup: u64,
    pub name: Name<16>,
    /// The parent first.
    pub parents: [Parent; PARENTS],
    /// The name of the file first, and then the folders around it. An empty name stands for a mount.
    pub path: [Name<NAME>; DEPTH],
    /// The innermost cgroup first.
    pub cgroup_path: [Name<NAME>; GROUPS],
}

#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Parent {
    pub pid: i32,
    pub uid: u32,
    pub name: Name<16>,
}

/// A process whose last thread ended.
#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Exit {
    /// From its start on, in nanoseconds.
    pub lifetime: u64,
    pub pid: i32,
    pub kind: u32,
    /// How long it ran in user mode and in the kernel, in nanoseconds.
    pub user: u64,
    pub system: u64,
    pub parent: i32,
    pub uid: u32,
    /// As `wait` returns it.
    pub status: i32,
    /// The process that began the session.
    pub session: i32,
    pub name: Name<16>,
}
