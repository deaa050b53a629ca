// Relocatable types of a Linux kernel, written by btfgen 0.1.0. Do not edit: run btfgen again, with these options.
// Kernel: 6.1: 4119994 bytes of BTF with hash af4541811f394f92
// Kernel: 6.18: 5515646 bytes of BTF with hash 188a2bb45e35c31a
//     --allow atomic_t.counter
//     --allow cgroup.kn
//     --allow 'cred.{egid,euid,gid,uid}'
//     --allow css_set.dfl_cgrp
//     --allow 'dentry.{d_name,d_parent}'
//     --allow enum:pid_type
//     --allow file.f_path
//     --allow 'kernfs_node.{__parent,id,name,parent}'
//     --allow linux_binprm.file
//     --allow mnt_namespace.ns
//     --allow 'mount.{mnt,mnt_mountpoint,mnt_parent}'
//     --allow net.ns
//     --allow ns_common.inum
//     --allow 'nsproxy.{mnt_ns,net_ns}'
//     --allow path
//     --allow 'pid.{level,numbers}'
//     --allow pid_namespace.ns
//     --allow qstr.name
//     --allow 'signal_struct.{group_exit_code,live,pids,stime,utime}'
//     --allow 'task_struct.{cgroups,comm,cred,exit_code,group_leader,nsproxy,real_parent,signal,start_time,stime,tgid,thread_pid,utime}'
//     --allow tp:sched_process_exec
//     --allow tp:sched_process_exit
//     --allow upid
//     --allow vfsmount.mnt_root
// A BPF crate that contains this file needs
//     #![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
// and its object needs `btfgen link`, or `btfgen-ld` as its linker.

/// `typedef unsigned int __kernel_gid32_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __kernel_gid32_t = u32;
/// `typedef int __kernel_pid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __kernel_pid_t = i32;
/// `typedef unsigned int __kernel_uid32_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __kernel_uid32_t = u32;
/// `typedef long long int __s64`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __s64 = i64;
/// `typedef unsigned int __u32`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __u32 = u32;
/// `typedef long long unsigned int __u64`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __u64 = u64;
/// `typedef struct {…} atomic64_t`
///
/// Its fields: [`fields::atomic64_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct atomic64_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { atomic64_t, "typedef:atomic64_t", fields }
/// `typedef atomic64_t atomic_long_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type atomic_long_t = atomic64_t;
/// `typedef struct {…} atomic_t`
///
/// Its fields: [`fields::atomic_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct atomic_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { atomic_t, "typedef:atomic_t", fields }
/// `typedef void (*btf_trace_sched_process_exec)(void *, struct task_struct *, pid_t, struct linux_binprm *)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_sched_process_exec = *mut ::core::ffi::c_void;
/// `typedef void (*btf_trace_sched_process_exit)(void *, struct task_struct *, bool)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_sched_process_exit = *mut ::core::ffi::c_void;
/// `struct callback_head`
///
/// Its fields: [`fields::callback_head`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct callback_head {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { callback_head, "struct:callback_head", fields }
/// `struct cgroup`
///
/// Its fields: [`fields::cgroup`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct cgroup {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { cgroup, "struct:cgroup", fields }
/// `struct cred`
///
/// Its fields: [`fields::cred`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct cred {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { cred, "struct:cred", fields }
/// `struct css_set`
///
/// Its fields: [`fields::css_set`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct css_set {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { css_set, "struct:css_set", fields }
/// `struct dentry`
///
/// Its fields: [`fields::dentry`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct dentry {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { dentry, "struct:dentry", fields }
/// `struct file`
///
/// Its fields: [`fields::file`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct file {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { file, "struct:file", fields }
/// `typedef __kernel_gid32_t gid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type gid_t = __kernel_gid32_t;
/// `struct kernfs_node`
///
/// Its fields: [`fields::kernfs_node`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kernfs_node {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kernfs_node, "struct:kernfs_node", fields }
/// `typedef struct {…} kgid_t`
///
/// Its fields: [`fields::kgid_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kgid_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kgid_t, "typedef:kgid_t", fields }
/// `typedef struct {…} kuid_t`
///
/// Its fields: [`fields::kuid_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kuid_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kuid_t, "typedef:kuid_t", fields }
/// `struct linux_binprm`
///
/// Its fields: [`fields::linux_binprm`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct linux_binprm {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { linux_binprm, "struct:linux_binprm", fields }
/// `struct list_head`
///
/// Its fields: [`fields::list_head`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct list_head {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { list_head, "struct:list_head", fields }
/// `struct mnt_idmap`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct mnt_idmap {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { mnt_idmap }
/// `struct mnt_namespace`
///
/// Its fields: [`fields::mnt_namespace`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct mnt_namespace {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { mnt_namespace, "struct:mnt_namespace", fields }
/// `struct mount`
///
/// Its fields: [`fields::mount`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct mount {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { mount, "struct:mount", fields }
/// `struct net`
///
/// Its fields: [`fields::net`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct net {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { net, "struct:net", fields }
/// `struct ns_common`
///
/// Its fields: [`fields::ns_common`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct ns_common {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { ns_common, "struct:ns_common", fields }
/// `struct nsproxy`
///
/// Its fields: [`fields::nsproxy`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct nsproxy {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { nsproxy, "struct:nsproxy", fields }
/// `struct path`
///
/// Its fields: [`fields::path`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct path {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { path, "struct:path", fields }
/// `struct pid`
///
/// Its fields: [`fields::pid`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct pid {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { pid, "struct:pid", fields }
/// `struct pid_namespace`
///
/// Its fields: [`fields::pid_namespace`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct pid_namespace {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { pid_namespace, "struct:pid_namespace", fields }
/// `typedef __kernel_pid_t pid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type pid_t = __kernel_pid_t;
/// `enum pid_type`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type pid_type = u32;
/// `enum pid_type { PIDTYPE_PID = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const PIDTYPE_PID: pid_type = 0;
/// `enum pid_type { PIDTYPE_TGID = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const PIDTYPE_TGID: pid_type = 1;
/// `enum pid_type { PIDTYPE_PGID = 2 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const PIDTYPE_PGID: pid_type = 2;
/// `enum pid_type { PIDTYPE_SID = 3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const PIDTYPE_SID: pid_type = 3;
/// `enum pid_type { PIDTYPE_MAX = 4 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const PIDTYPE_MAX: pid_type = 4;
/// `struct proc_ns_operations`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct proc_ns_operations {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { proc_ns_operations }
/// `struct qstr`
///
/// Its fields: [`fields::qstr`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct qstr {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { qstr, "struct:qstr", fields }
/// `struct rb_node`
///
/// Its fields: [`fields::rb_node`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct rb_node {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { rb_node, "struct:rb_node", fields }
/// `struct refcount_struct`
///
/// Its fields: [`fields::refcount_struct`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct refcount_struct {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { refcount_struct, "struct:refcount_struct", fields }
/// `typedef struct refcount_struct refcount_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type refcount_t = refcount_struct;
/// `typedef __s64 s64`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type s64 = __s64;
/// `struct signal_struct`
///
/// Its fields: [`fields::signal_struct`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct signal_struct {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { signal_struct, "struct:signal_struct", fields }
/// `struct super_block`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct super_block {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { super_block }
/// `struct task_struct`
///
/// Its fields: [`fields::task_struct`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct task_struct {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { task_struct, "struct:task_struct", fields }
/// `typedef __kernel_uid32_t uid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type uid_t = __kernel_uid32_t;
/// `struct upid`
///
/// Its fields: [`fields::upid`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct upid {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { upid, "struct:upid", fields }
/// `struct user_namespace`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct user_namespace {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { user_namespace }
/// `struct vfsmount`
///
/// Its fields: [`fields::vfsmount`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct vfsmount {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { vfsmount, "struct:vfsmount", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `typedef struct {…} atomic64_t`.
#[repr(transparent)]
pub struct atomic64_t<R: btfgen::Opaque, P>(btfgen::Members<super::atomic64_t, R, P>);
super::layout::fields!(atomic64_t);
impl<R: btfgen::Opaque, P> atomic64_t<R, P> {
    /// `s64 counter`
    #[inline(always)]
    pub fn counter(&self) -> btfgen::Field<super::s64, R, P, { btfgen::name("counter") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} atomic_t`.
#[repr(transparent)]
pub struct atomic_t<R: btfgen::Opaque, P>(btfgen::Members<super::atomic_t, R, P>);
super::layout::fields!(atomic_t);
impl<R: btfgen::Opaque, P> atomic_t<R, P> {
    /// `int counter`
    #[inline(always)]
    pub fn counter(&self) -> btfgen::Field<i32, R, P, { btfgen::name("counter") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct callback_head`.
#[repr(transparent)]
pub struct callback_head<R: btfgen::Opaque, P>(btfgen::Members<super::callback_head, R, P>);
super::layout::fields!(callback_head);
impl<R: btfgen::Opaque, P> callback_head<R, P> {
    /// `struct callback_head *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::callback_head, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `void (*func)(struct callback_head *)`
    #[inline(always)]
    pub fn func(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("func") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct cgroup`.
#[repr(transparent)]
pub struct cgroup<R: btfgen::Opaque, P>(btfgen::Members<super::cgroup, R, P>);
super::layout::fields!(cgroup);
impl<R: btfgen::Opaque, P> cgroup<R, P> {
    /// `struct kernfs_node *kn`
    #[inline(always)]
    pub fn kn(&self) -> btfgen::Field<*mut super::kernfs_node, R, P, { btfgen::name("kn") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct cred`.
#[repr(transparent)]
pub struct cred<R: btfgen::Opaque, P>(btfgen::Members<super::cred, R, P>);
super::layout::fields!(cred);
impl<R: btfgen::Opaque, P> cred<R, P> {
    /// `kuid_t uid`
    #[inline(always)]
    pub fn uid(&self) -> btfgen::Field<super::kuid_t, R, P, { btfgen::name("uid") }> {
        btfgen::then(&self.0)
    }
    /// `kgid_t gid`
    #[inline(always)]
    pub fn gid(&self) -> btfgen::Field<super::kgid_t, R, P, { btfgen::name("gid") }> {
        btfgen::then(&self.0)
    }
    /// `kuid_t euid`
    #[inline(always)]
    pub fn euid(&self) -> btfgen::Field<super::kuid_t, R, P, { btfgen::name("euid") }> {
        btfgen::then(&self.0)
    }
    /// `kgid_t egid`
    #[inline(always)]
    pub fn egid(&self) -> btfgen::Field<super::kgid_t, R, P, { btfgen::name("egid") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct css_set`.
#[repr(transparent)]
pub struct css_set<R: btfgen::Opaque, P>(btfgen::Members<super::css_set, R, P>);
super::layout::fields!(css_set);
impl<R: btfgen::Opaque, P> css_set<R, P> {
    /// `struct cgroup *dfl_cgrp`
    #[inline(always)]
    pub fn dfl_cgrp(&self) -> btfgen::Field<*mut super::cgroup, R, P, { btfgen::name("dfl_cgrp") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct dentry`.
#[repr(transparent)]
pub struct dentry<R: btfgen::Opaque, P>(btfgen::Members<super::dentry, R, P>);
super::layout::fields!(dentry);
impl<R: btfgen::Opaque, P> dentry<R, P> {
    /// `struct dentry *d_parent`
    #[inline(always)]
    pub fn d_parent(&self) -> btfgen::Field<*mut super::dentry, R, P, { btfgen::name("d_parent") }> {
        btfgen::then(&self.0)
    }
    /// `const struct qstr d_name`
    #[inline(always)]
    pub fn d_name(&self) -> btfgen::Field<super::qstr, R, P, { btfgen::name("d_name") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct file`.
#[repr(transparent)]
pub struct file<R: btfgen::Opaque, P>(btfgen::Members<super::file, R, P>);
super::layout::fields!(file);
impl<R: btfgen::Opaque, P> file<R, P> {
    /// `const struct path f_path`
    #[inline(always)]
    pub fn f_path(&self) -> btfgen::Field<super::path, R, P, { btfgen::name("f_path") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct kernfs_node`.
#[repr(transparent)]
pub struct kernfs_node<R: btfgen::Opaque, P>(btfgen::Members<super::kernfs_node, R, P>);
super::layout::fields!(kernfs_node);
impl<R: btfgen::Opaque, P> kernfs_node<R, P> {
    /// `struct kernfs_node *__parent` (from 6.18)
    #[inline(always)]
    pub fn __parent(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<*mut super::kernfs_node, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("__parent") },
    > {
        btfgen::then(&self.0)
    }
    /// `const char *name`
    #[inline(always)]
    pub fn name(&self) -> btfgen::Field<*const u8, R, P, { btfgen::name("name") }> {
        btfgen::then(&self.0)
    }
    /// `u64 id`
    #[inline(always)]
    pub fn id(&self) -> btfgen::Field<u64, R, P, { btfgen::name("id") }> {
        btfgen::then(&self.0)
    }
    /// `struct kernfs_node *parent` (up to 6.1)
    #[inline(always)]
    pub fn parent(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<*mut super::kernfs_node, super::kernels::until_6_1>,
        R,
        P,
        { btfgen::name("parent") },
    > {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} kgid_t`.
#[repr(transparent)]
pub struct kgid_t<R: btfgen::Opaque, P>(btfgen::Members<super::kgid_t, R, P>);
super::layout::fields!(kgid_t);
impl<R: btfgen::Opaque, P> kgid_t<R, P> {
    /// `gid_t val`
    #[inline(always)]
    pub fn val(&self) -> btfgen::Field<super::gid_t, R, P, { btfgen::name("val") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} kuid_t`.
#[repr(transparent)]
pub struct kuid_t<R: btfgen::Opaque, P>(btfgen::Members<super::kuid_t, R, P>);
super::layout::fields!(kuid_t);
impl<R: btfgen::Opaque, P> kuid_t<R, P> {
    /// `uid_t val`
    #[inline(always)]
    pub fn val(&self) -> btfgen::Field<super::uid_t, R, P, { btfgen::name("val") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct linux_binprm`.
#[repr(transparent)]
pub struct linux_binprm<R: btfgen::Opaque, P>(btfgen::Members<super::linux_binprm, R, P>);
super::layout::fields!(linux_binprm);
impl<R: btfgen::Opaque, P> linux_binprm<R, P> {
    /// `struct file *file`
    #[inline(always)]
    pub fn file(&self) -> btfgen::Field<*mut super::file, R, P, { btfgen::name("file") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct list_head`.
#[repr(transparent)]
pub struct list_head<R: btfgen::Opaque, P>(btfgen::Members<super::list_head, R, P>);
super::layout::fields!(list_head);
impl<R: btfgen::Opaque, P> list_head<R, P> {
    /// `struct list_head *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::list_head, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `struct list_head *prev`
    #[inline(always)]
    pub fn prev(&self) -> btfgen::Field<*mut super::list_head, R, P, { btfgen::name("prev") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct mnt_namespace`.
#[repr(transparent)]
pub struct mnt_namespace<R: btfgen::Opaque, P>(btfgen::Members<super::mnt_namespace, R, P>);
super::layout::fields!(mnt_namespace);
impl<R: btfgen::Opaque, P> mnt_namespace<R, P> {
    /// `struct ns_common ns`
    #[inline(always)]
    pub fn ns(&self) -> btfgen::Field<super::ns_common, R, P, { btfgen::name("ns") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct mount`.
#[repr(transparent)]
pub struct mount<R: btfgen::Opaque, P>(btfgen::Members<super::mount, R, P>);
super::layout::fields!(mount);
impl<R: btfgen::Opaque, P> mount<R, P> {
    /// `struct mount *mnt_parent`
    #[inline(always)]
    pub fn mnt_parent(&self) -> btfgen::Field<*mut super::mount, R, P, { btfgen::name("mnt_parent") }> {
        btfgen::then(&self.0)
    }
    /// `struct dentry *mnt_mountpoint`
    #[inline(always)]
    pub fn mnt_mountpoint(&self) -> btfgen::Field<*mut super::dentry, R, P, { btfgen::name("mnt_mountpoint") }> {
        btfgen::then(&self.0)
    }
    /// `struct vfsmount mnt`
    #[inline(always)]
    pub fn mnt(&self) -> btfgen::Field<super::vfsmount, R, P, { btfgen::name("mnt") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct net`.
#[repr(transparent)]
pub struct net<R: btfgen::Opaque, P>(btfgen::Members<super::net, R, P>);
super::layout::fields!(net);
impl<R: btfgen::Opaque, P> net<R, P> {
    /// `struct ns_common ns`
    #[inline(always)]
    pub fn ns(&self) -> btfgen::Field<super::ns_common, R, P, { btfgen::name("ns") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct ns_common`.
#[repr(transparent)]
pub struct ns_common<R: btfgen::Opaque, P>(btfgen::Members<super::ns_common, R, P>);
super::layout::fields!(ns_common);
impl<R: btfgen::Opaque, P> ns_common<R, P> {
    /// `u32 ns_type` (from 6.18)
    #[inline(always)]
    pub fn ns_type(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<u32, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("ns_type") },
    > {
        btfgen::then(&self.0)
    }
    /// `struct dentry *stashed` (from 6.18)
    #[inline(always)]
    pub fn stashed__pointer(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<*mut super::dentry, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("stashed@pointer") },
    > {
        btfgen::then(&self.0)
    }
    /// `const struct proc_ns_operations *ops`
    #[inline(always)]
    pub fn ops(&self) -> btfgen::Field<*const super::proc_ns_operations, R, P, { btfgen::name("ops") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int inum`
    #[inline(always)]
    pub fn inum(&self) -> btfgen::Field<u32, R, P, { btfgen::name("inum") }> {
        btfgen::then(&self.0)
    }
    /// `refcount_t __ns_ref` (from 6.18)
    #[inline(always)]
    pub fn __ns_ref(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<super::refcount_t, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("__ns_ref") },
    > {
        btfgen::then(&self.0)
    }
    /// `u64 ns_id` (from 6.18)
    #[inline(always)]
    pub fn ns_id(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<u64, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("ns_id") },
    > {
        btfgen::then(&self.0)
    }
    /// `struct rb_node ns_tree_node` (from 6.18)
    #[inline(always)]
    pub fn ns_tree_node(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<super::rb_node, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("ns_tree_node") },
    > {
        btfgen::then(&self.0)
    }
    /// `struct list_head ns_list_node` (from 6.18)
    #[inline(always)]
    pub fn ns_list_node(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<super::list_head, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("ns_list_node") },
    > {
        btfgen::then(&self.0)
    }
    /// `struct callback_head ns_rcu` (from 6.18)
    #[inline(always)]
    pub fn ns_rcu(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<super::callback_head, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("ns_rcu") },
    > {
        btfgen::then(&self.0)
    }
    /// `atomic_long_t stashed` (up to 6.1)
    #[inline(always)]
    pub fn stashed__struct(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<super::atomic_long_t, super::kernels::until_6_1>,
        R,
        P,
        { btfgen::name("stashed@struct") },
    > {
        btfgen::then(&self.0)
    }
    /// `refcount_t count` (up to 6.1)
    #[inline(always)]
    pub fn count(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<super::refcount_t, super::kernels::until_6_1>,
        R,
        P,
        { btfgen::name("count") },
    > {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct nsproxy`.
#[repr(transparent)]
pub struct nsproxy<R: btfgen::Opaque, P>(btfgen::Members<super::nsproxy, R, P>);
super::layout::fields!(nsproxy);
impl<R: btfgen::Opaque, P> nsproxy<R, P> {
    /// `struct mnt_namespace *mnt_ns`
    #[inline(always)]
    pub fn mnt_ns(&self) -> btfgen::Field<*mut super::mnt_namespace, R, P, { btfgen::name("mnt_ns") }> {
        btfgen::then(&self.0)
    }
    /// `struct net *net_ns`
    #[inline(always)]
    pub fn net_ns(&self) -> btfgen::Field<*mut super::net, R, P, { btfgen::name("net_ns") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct path`.
#[repr(transparent)]
pub struct path<R: btfgen::Opaque, P>(btfgen::Members<super::path, R, P>);
super::layout::fields!(path);
impl<R: btfgen::Opaque, P> path<R, P> {
    /// `struct vfsmount *mnt`
    #[inline(always)]
    pub fn mnt(&self) -> btfgen::Field<*mut super::vfsmount, R, P, { btfgen::name("mnt") }> {
        btfgen::then(&self.0)
    }
    /// `struct dentry *dentry`
    #[inline(always)]
    pub fn dentry(&self) -> btfgen::Field<*mut super::dentry, R, P, { btfgen::name("dentry") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct pid`.
#[repr(transparent)]
pub struct pid<R: btfgen::Opaque, P>(btfgen::Members<super::pid, R, P>);
super::layout::fields!(pid);
impl<R: btfgen::Opaque, P> pid<R, P> {
    /// `unsigned int level`
    #[inline(always)]
    pub fn level(&self) -> btfgen::Field<u32, R, P, { btfgen::name("level") }> {
        btfgen::then(&self.0)
    }
    /// `struct upid numbers[]`
    #[inline(always)]
    pub fn numbers(&self) -> btfgen::Field<btfgen::Array<super::upid, 0>, R, P, { btfgen::name("numbers") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct pid_namespace`.
#[repr(transparent)]
pub struct pid_namespace<R: btfgen::Opaque, P>(btfgen::Members<super::pid_namespace, R, P>);
super::layout::fields!(pid_namespace);
impl<R: btfgen::Opaque, P> pid_namespace<R, P> {
    /// `struct ns_common ns`
    #[inline(always)]
    pub fn ns(&self) -> btfgen::Field<super::ns_common, R, P, { btfgen::name("ns") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct qstr`.
#[repr(transparent)]
pub struct qstr<R: btfgen::Opaque, P>(btfgen::Members<super::qstr, R, P>);
super::layout::fields!(qstr);
impl<R: btfgen::Opaque, P> qstr<R, P> {
    /// `u32 hash`
    #[inline(always)]
    pub fn hash(&self) -> btfgen::Field<u32, R, P, { btfgen::name("hash") }> {
        btfgen::then(&self.0)
    }
    /// `u32 len`
    #[inline(always)]
    pub fn len(&self) -> btfgen::Field<u32, R, P, { btfgen::name("len") }> {
        btfgen::then(&self.0)
    }
    /// `u64 hash_len`
    #[inline(always)]
    pub fn hash_len(&self) -> btfgen::Field<u64, R, P, { btfgen::name("hash_len") }> {
        btfgen::then(&self.0)
    }
    /// `const unsigned char *name`
    #[inline(always)]
    pub fn name(&self) -> btfgen::Field<*const u8, R, P, { btfgen::name("name") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct rb_node`.
#[repr(transparent)]
pub struct rb_node<R: btfgen::Opaque, P>(btfgen::Members<super::rb_node, R, P>);
super::layout::fields!(rb_node);
impl<R: btfgen::Opaque, P> rb_node<R, P> {
    /// `long unsigned int __rb_parent_color`
    #[inline(always)]
    pub fn __rb_parent_color(&self) -> btfgen::Field<u64, R, P, { btfgen::name("__rb_parent_color") }> {
        btfgen::then(&self.0)
    }
    /// `struct rb_node *rb_right`
    #[inline(always)]
    pub fn rb_right(&self) -> btfgen::Field<*mut super::rb_node, R, P, { btfgen::name("rb_right") }> {
        btfgen::then(&self.0)
    }
    /// `struct rb_node *rb_left`
    #[inline(always)]
    pub fn rb_left(&self) -> btfgen::Field<*mut super::rb_node, R, P, { btfgen::name("rb_left") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct refcount_struct`.
#[repr(transparent)]
pub struct refcount_struct<R: btfgen::Opaque, P>(btfgen::Members<super::refcount_struct, R, P>);
super::layout::fields!(refcount_struct);
impl<R: btfgen::Opaque, P> refcount_struct<R, P> {
    /// `atomic_t refs`
    #[inline(always)]
    pub fn refs(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("refs") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct signal_struct`.
#[repr(transparent)]
pub struct signal_struct<R: btfgen::Opaque, P>(btfgen::Members<super::signal_struct, R, P>);
super::layout::fields!(signal_struct);
impl<R: btfgen::Opaque, P> signal_struct<R, P> {
    /// `atomic_t live`
    #[inline(always)]
    pub fn live(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("live") }> {
        btfgen::then(&self.0)
    }
    /// `int group_exit_code`
    #[inline(always)]
    pub fn group_exit_code(&self) -> btfgen::Field<i32, R, P, { btfgen::name("group_exit_code") }> {
        btfgen::then(&self.0)
    }
    /// `struct pid *pids[4]`
    #[inline(always)]
    pub fn pids(&self) -> btfgen::Field<btfgen::Array<*mut super::pid, 4>, R, P, { btfgen::name("pids") }> {
        btfgen::then(&self.0)
    }
    /// `u64 utime`
    #[inline(always)]
    pub fn utime(&self) -> btfgen::Field<u64, R, P, { btfgen::name("utime") }> {
        btfgen::then(&self.0)
    }
    /// `u64 stime`
    #[inline(always)]
    pub fn stime(&self) -> btfgen::Field<u64, R, P, { btfgen::name("stime") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct task_struct`.
#[repr(transparent)]
pub struct task_struct<R: btfgen::Opaque, P>(btfgen::Members<super::task_struct, R, P>);
super::layout::fields!(task_struct);
impl<R: btfgen::Opaque, P> task_struct<R, P> {
    /// `int exit_code`
    #[inline(always)]
    pub fn exit_code(&self) -> btfgen::Field<i32, R, P, { btfgen::name("exit_code") }> {
        btfgen::then(&self.0)
    }
    /// `pid_t tgid`
    #[inline(always)]
    pub fn tgid(&self) -> btfgen::Field<super::pid_t, R, P, { btfgen::name("tgid") }> {
        btfgen::then(&self.0)
    }
    /// `struct task_struct *real_parent`
    #[inline(always)]
    pub fn real_parent(&self) -> btfgen::Field<*mut super::task_struct, R, P, { btfgen::name("real_parent") }> {
        btfgen::then(&self.0)
    }
    /// `struct task_struct *group_leader`
    #[inline(always)]
    pub fn group_leader(&self) -> btfgen::Field<*mut super::task_struct, R, P, { btfgen::name("group_leader") }> {
        btfgen::then(&self.0)
    }
    /// `struct pid *thread_pid`
    #[inline(always)]
    pub fn thread_pid(&self) -> btfgen::Field<*mut super::pid, R, P, { btfgen::name("thread_pid") }> {
        btfgen::then(&self.0)
    }
    /// `u64 utime`
    #[inline(always)]
    pub fn utime(&self) -> btfgen::Field<u64, R, P, { btfgen::name("utime") }> {
        btfgen::then(&self.0)
    }
    /// `u64 stime`
    #[inline(always)]
    pub fn stime(&self) -> btfgen::Field<u64, R, P, { btfgen::name("stime") }> {
        btfgen::then(&self.0)
    }
    /// `u64 start_time`
    #[inline(always)]
    pub fn start_time(&self) -> btfgen::Field<u64, R, P, { btfgen::name("start_time") }> {
        btfgen::then(&self.0)
    }
    /// `const struct cred *cred`
    #[inline(always)]
    pub fn cred(&self) -> btfgen::Field<*const super::cred, R, P, { btfgen::name("cred") }> {
        btfgen::then(&self.0)
    }
    /// `char comm[16]`
    #[inline(always)]
    pub fn comm(&self) -> btfgen::Field<btfgen::Array<u8, 16>, R, P, { btfgen::name("comm") }> {
        btfgen::then(&self.0)
    }
    /// `struct nsproxy *nsproxy`
    #[inline(always)]
    pub fn nsproxy(&self) -> btfgen::Field<*mut super::nsproxy, R, P, { btfgen::name("nsproxy") }> {
        btfgen::then(&self.0)
    }
    /// `struct signal_struct *signal`
    #[inline(always)]
    pub fn signal(&self) -> btfgen::Field<*mut super::signal_struct, R, P, { btfgen::name("signal") }> {
        btfgen::then(&self.0)
    }
    /// `struct css_set *cgroups`
    #[inline(always)]
    pub fn cgroups(&self) -> btfgen::Field<*mut super::css_set, R, P, { btfgen::name("cgroups") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct upid`.
#[repr(transparent)]
pub struct upid<R: btfgen::Opaque, P>(btfgen::Members<super::upid, R, P>);
super::layout::fields!(upid);
impl<R: btfgen::Opaque, P> upid<R, P> {
    /// `int nr`
    #[inline(always)]
    pub fn nr(&self) -> btfgen::Field<i32, R, P, { btfgen::name("nr") }> {
        btfgen::then(&self.0)
    }
    /// `struct pid_namespace *ns`
    #[inline(always)]
    pub fn ns(&self) -> btfgen::Field<*mut super::pid_namespace, R, P, { btfgen::name("ns") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct vfsmount`.
#[repr(transparent)]
pub struct vfsmount<R: btfgen::Opaque, P>(btfgen::Members<super::vfsmount, R, P>);
super::layout::fields!(vfsmount);
impl<R: btfgen::Opaque, P> vfsmount<R, P> {
    /// `struct dentry *mnt_root`
    #[inline(always)]
    pub fn mnt_root(&self) -> btfgen::Field<*mut super::dentry, R, P, { btfgen::name("mnt_root") }> {
        btfgen::then(&self.0)
    }
    /// `struct super_block *mnt_sb`
    #[inline(always)]
    pub fn mnt_sb(&self) -> btfgen::Field<*mut super::super_block, R, P, { btfgen::name("mnt_sb") }> {
        btfgen::then(&self.0)
    }
    /// `int mnt_flags`
    #[inline(always)]
    pub fn mnt_flags(&self) -> btfgen::Field<i32, R, P, { btfgen::name("mnt_flags") }> {
        btfgen::then(&self.0)
    }
    /// `struct mnt_idmap *mnt_idmap` (from 6.18)
    #[inline(always)]
    pub fn mnt_idmap(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<*mut super::mnt_idmap, super::kernels::from_6_18>,
        R,
        P,
        { btfgen::name("mnt_idmap") },
    > {
        btfgen::then(&self.0)
    }
    /// `struct user_namespace *mnt_userns` (up to 6.1)
    #[inline(always)]
    pub fn mnt_userns(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<*mut super::user_namespace, super::kernels::until_6_1>,
        R,
        P,
        { btfgen::name("mnt_userns") },
    > {
        btfgen::then(&self.0)
    }
}
}
/// The arguments of tracepoints, for programs of the types tp_btf and raw_tp.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod tp {
use super::btfgen;
/// `void sched_process_exec(struct task_struct *p, pid_t old_pid, struct linux_binprm *bprm)`
#[derive(Clone, Copy)]
pub struct SchedProcessExec(btfgen::Arguments);
super::layout::context!(SchedProcessExec);
impl SchedProcessExec {
    /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
    /// is constant once the program is loaded.
    #[inline(always)]
    pub fn exists() -> bool {
        btfgen::type_exists::<super::relocated::btf_trace_sched_process_exec>()
    }
    /// `struct task_struct *p`
    #[inline(always)]
    pub fn p(&self) -> btfgen::Place<super::task_struct> {
        self.0.place::<_, 0>()
    }
    /// `pid_t old_pid`
    #[inline(always)]
    pub fn old_pid(&self) -> super::pid_t {
        self.0.scalar::<_, 1>()
    }
    /// `struct linux_binprm *bprm`
    #[inline(always)]
    pub fn bprm(&self) -> btfgen::Place<super::linux_binprm> {
        self.0.place::<_, 2>()
    }
}
/// `void sched_process_exit(struct task_struct *p, bool group_dead)` (from 6.18)
#[derive(Clone, Copy)]
pub struct SchedProcessExitWith2Arguments(btfgen::Arguments);
super::layout::context_on_some!(SchedProcessExitWith2Arguments, 0x4ba2583efaf780b3, ThisFile);
impl SchedProcessExitWith2Arguments {
    /// `struct task_struct *p`
    #[inline(always)]
    pub fn p(&self) -> btfgen::Place<super::task_struct> {
        self.0.place::<_, 0>()
    }
    /// `bool group_dead`
    #[inline(always)]
    pub fn group_dead(&self) -> bool {
        self.0.scalar::<_, 1>()
    }
}
/// `void sched_process_exit(struct task_struct *p)` (up to 6.1)
#[derive(Clone, Copy)]
pub struct SchedProcessExitWith1Argument(btfgen::Arguments);
super::layout::context_on_some!(SchedProcessExitWith1Argument, 0xef6c83c4f41514b7, Gone);
impl SchedProcessExitWith1Argument {
    /// `struct task_struct *p`
    #[inline(always)]
    pub fn p(&self) -> btfgen::Place<super::task_struct> {
        self.0.place::<_, 0>()
    }
}
}
/// Some of the kernels that this file was generated from. What only these have must be asked for.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod kernels {
/// Linux from 6.18.
pub enum from_6_18 {}
impl super::btfgen::SomeKernels for from_6_18 {
    const HAVE_LAST: bool = true;
}
/// Linux up to 6.1.
pub enum until_6_1 {}
impl super::btfgen::SomeKernels for until_6_1 {
    const HAVE_LAST: bool = false;
}
}
/// Places, and the operations on them.
#[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]
#[allow(clippy::pedantic, clippy::nursery)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod btfgen {
// Places, which accessors return. A place dereferences to a type whose methods are its fields. That type dereferences to
// `Operations`, whose methods are the operations. So a field hides an operation of the same name.
//
// For the abstract machine, a relocated number is the result of an opaque function. The loader chooses the result when it
// loads the program, and it stays the same from then on. On targets other than BPF, it is the number of the kernel that
// this file was generated from.

use core::ffi::c_void;
use core::fmt;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::Deref;

/// A bound that every type meets, even a type without a size.
#[cfg(target_arch = "bpf")]
pub use core::marker::PointeeSized as Opaque;
/// A bound that every type meets.
#[cfg(not(target_arch = "bpf"))]
pub trait Opaque {}
#[cfg(not(target_arch = "bpf"))]
impl<T: ?Sized> Opaque for T {}

/// A C type. A place is the place of a C type.
///
/// # Safety
///
/// `Fields` must be `Members<Self, R, P>`, `Operations<Self, R, P>`, or a transparent struct around one of them.
pub unsafe trait CType: Opaque {
    /// The type that a place dereferences to. Its methods are the fields, and it dereferences to the operations. For a type
    /// without fields, it is the operations.
    type Fields<R: Opaque, P>;
    /// The type that `load` and `read` return and `store` takes: the type itself, or the declared type of a bitfield.
    type Value;
    /// The type that the result of `as_ptr` points to: the type itself, or the element of an array, as in C.
    type Target: Opaque;
    /// The type that a pointer points to.
    type To: Opaque;
    /// The type of an array's elements.
    type Item: Opaque;
}

// Every type has all of these associated types, even a type that is not a pointer or array. So the operations exist for every
// type. If an operation does not fit a type, the compiler prints the message of the trait in its `where` clause.
macro_rules! c_type {
    ([$($generics:tt)*] $name:ty, $value:ty, $target:ty, $to:ty, $item:ty) => {
        // SAFETY: it is `Operations`.
        unsafe impl<$($generics)*> CType for $name {
            type Fields<R: Opaque, P> = Operations<$name, R, P>;
            type Value = $value;
            type Target = $target;
            type To = $to;
            type Item = $item;
        }
    };
}

/// A C type that a by-value path can start from: a type of a generated file, a scalar or a pointer.
#[diagnostic::on_unimplemented(
    message = "no members of `{Self}` are in this file",
    note = "if it is a struct or union of the kernel, give its name to `--allow` too"
)]
pub trait Root: Opaque + CType {
    #[doc(hidden)]
    const ID: u64;
    #[doc(hidden)]
    type Layout: Layout;
    /// The size of a scalar in bytes. No relocation has a scalar as its root, because it has no name in the kernel.
    #[doc(hidden)]
    const SCALAR: Option<usize>;
}

/// A C type that loaders look for in the running kernel.
#[diagnostic::on_unimplemented(
    message = "no members of `{Self}` are in this file",
    note = "if it is a struct or union of the kernel, give its name to `--allow` too"
)]
pub trait KernelType: Opaque + CType {
    #[doc(hidden)]
    const ID: u64;
    #[doc(hidden)]
    type Layout: Layout;
}

/// A type that `type_exists` takes: a struct, a union, or a type of the module `relocated`, which has enums and other typedefs.
#[diagnostic::on_unimplemented(
    message = "this file has no kernel type `{Self}`",
    note = "an enum, or a typedef of a scalar, is named `relocated::NAME` here; give the name of a type to `--allow`"
)]
pub trait Named: Opaque {
    #[doc(hidden)]
    const KEY: u64;
    #[doc(hidden)]
    type File: Layout;
}

impl<T: Opaque + KernelType> Named for T {
    const KEY: u64 = T::ID;
    type File = T::Layout;
}

/// The name of an enum or typedef, for `type_exists`. The module `relocated` has them.
pub struct TypeName<L, const KEY: u64>(PhantomData<L>);

impl<L: Layout, const ID: u64> Named for TypeName<L, ID> {
    const KEY: u64 = ID;
    type File = L;
}

impl<T: Opaque + KernelType> Root for T {
    const ID: u64 = T::ID;
    type Layout = T::Layout;
    const SCALAR: Option<usize> = None;
}

macro_rules! scalars {
    ($([$($generics:tt)*] $name:ty)*) => { $(
        impl<$($generics)*> Root for $name {
            const ID: u64 = 0;
            type Layout = NoLayout;
            const SCALAR: Option<usize> = Some(size_of::<$name>());
        }
        impl<$($generics)*> Bytes for $name {
            #[inline(always)]
            fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool {
                machine::byte_size::<R, P>() == size_of::<$name>()
            }
        }
    )* };
}

scalars! { [] u8 [] u16 [] u32 [] u64 [] u128 [] i8 [] i16 [] i32 [] i64 [] i128 [] bool }
scalars! { [T: Opaque] *const T [T: Opaque] *mut T }

/// The layout of scalars: they have no members.
#[doc(hidden)]
pub enum NoLayout {}

impl Layout for NoLayout {
    const TABLE: &'static str = "\n";
    const FAR: &'static [u64] = &[];
}

/// The data of a generated file about the kernel that it was generated from.
#[doc(hidden)]
pub trait Layout {
    /// The table of types. Its first line ends with an id.
    const TABLE: &'static str;
    /// The types that are larger than the largest offset in a load instruction.
    const FAR: &'static [u64];
}

/// The format of records and tables. The link step refuses any other format.
#[doc(hidden)]
pub const FORMAT: u32 = 3;

/// The empty path, which starts at an `R`.
pub struct Start<R: Opaque>(PhantomData<*const R>);

/// The empty path, which starts at a mutable pointer to an `R`.
pub struct StartMut<R: Opaque>(PhantomData<*const R>);

/// A path that starts at a mutable pointer.
#[diagnostic::on_unimplemented(
    message = "this place was not made from a mutable pointer",
    note = "what is stored to begins with `at_mut`, which takes a `*mut` pointer"
)]
pub trait Writable: Path {}

/// The path `P`, followed by one more member.
pub struct Then<P, const STEP: u64>(PhantomData<P>);

/// The path `P`, followed by an element of an array.
pub struct Element<P, const INDEX: usize>(PhantomData<P>);

/// The FNV-1a hash of a C name, which identifies a member in a record.
#[doc(hidden)]
pub const fn name(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    hash
}

/// A typed address: a `T` inside an object of type `R`, at the end of path `P`.
///
/// A place says nothing about the memory at that address; each operation documents what it needs. The fields are the
/// methods of the type in the module `fields` that has the name of the C type. The operations are the methods of
/// [`Operations`].
#[repr(transparent)]
pub struct Place<T: Opaque, R: Opaque = T, P = Start<R>> {
    root: *const c_void,
    of: PhantomData<(*const T, *const R, P)>,
}

impl<T: Opaque, R: Opaque, P> Clone for Place<T, R, P> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Opaque, R: Opaque, P> Copy for Place<T, R, P> {}

/// Two places are equal if they have the same address.
impl<T, R, P, S, Q> PartialEq<Place<T, S, Q>> for Place<T, R, P>
where
    T: Opaque + Addressable,
    R: Opaque + Root,
    P: Path,
    S: Opaque + Root,
    Q: Path,
{
    #[inline(always)]
    fn eq(&self, other: &Place<T, S, Q>) -> bool {
        machine::add::<R, P>(self.root) == machine::add::<S, Q>(other.root)
    }
}

impl<T: Opaque + Addressable, R: Opaque + Root, P: Path> Eq for Place<T, R, P> {}

impl<T: Opaque + CType, R: Opaque, P> Deref for Place<T, R, P> {
    type Target = T::Fields<R, P>;
    #[inline(always)]
    fn deref(&self) -> &T::Fields<R, P> {
        // SAFETY: `CType` promises that it is a transparent struct around a place.
        unsafe { &*(self as *const Self as *const T::Fields<R, P>) }
    }
}

/// The operations on a place.
///
/// Call them on the place itself. If the C type has a field with the name of an operation, the method of the place is the
/// field. [`operations`]`(place)` returns the operations alone.
#[repr(transparent)]
pub struct Operations<T: Opaque, R: Opaque, P>(Place<T, R, P>);

impl<T: Opaque, R: Opaque, P> Clone for Operations<T, R, P> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Opaque, R: Opaque, P> Copy for Operations<T, R, P> {}

/// The argument that accessors extend by a member. Only they have one, so nobody can make a path that is not in the table.
#[doc(hidden)]
#[repr(transparent)]
pub struct Members<T: Opaque, R: Opaque, P>(Operations<T, R, P>);

impl<T: Opaque, R: Opaque, P> Deref for Members<T, R, P> {
    type Target = Operations<T, R, P>;
    #[inline(always)]
    fn deref(&self) -> &Operations<T, R, P> {
        &self.0
    }
}

/// Any place of a C type. Write `impl AnyPlace<Type = task_struct>` as the type of a parameter.
pub trait AnyPlace: Copy {
    /// The C type at that place.
    type Type: Opaque + CType;
    /// The type that its path starts from.
    type Root: Opaque + Root;
    /// The path from the root to the place.
    type Path: Path;
    /// The place.
    fn place(self) -> Place<Self::Type, Self::Root, Self::Path>;
}

impl<T: Opaque + CType, R: Opaque + Root, P: Path> AnyPlace for Place<T, R, P> {
    type Type = T;
    type Root = R;
    type Path = P;
    #[inline(always)]
    fn place(self) -> Place<T, R, P> {
        self
    }
}

/// The operations on a place, including those with the name of a field: `operations(place).load()`.
#[inline(always)]
pub fn operations<A: AnyPlace>(place: A) -> Operations<A::Type, A::Root, A::Path> {
    Operations(place.place())
}

/// A place that can be stored to.
pub type PlaceMut<T> = Place<T, T, StartMut<T>>;

/// The place of a member. Accessors return it.
pub type Field<T, R, P, const STEP: u64> = Place<T, R, Then<P, STEP>>;

/// A C array of `N` elements. 0 means a flexible array. The length may differ on the running kernel.
#[repr(C)]
pub struct Array<T: Opaque, const N: usize> {
    of: PhantomData<*const T>,
    _opaque: SizedByKernel,
}

/// A C array without elements that is not the last member of its struct, such as `__cloned_offset` of `sk_buff`. It marks a
/// position. Loaders find no element of it, so it has only `exists`, `byte_offset`, `byte_size` and `as_ptr`.
#[repr(C)]
pub struct EmptyArray<T: Opaque> {
    of: PhantomData<*const T>,
    _opaque: SizedByKernel,
}

/// A bitfield of declared type `T`. It has no address. `load` and `read` return a `T`.
#[repr(C)]
pub struct Bits<T> {
    of: PhantomData<T>,
    _opaque: SizedByKernel,
}

c_type! { [T] Bits<T>, T, c_void, c_void, c_void }

/// A bitfield whose bits are not all in one aligned unit of up to eight bytes, as in packed structs. Loaders can't relocate a
/// read of it (libbpf's `bpf_core_calc_field_relo`), so it has only `exists`.
#[repr(C)]
pub struct SplitBits<T> {
    of: PhantomData<T>,
    _opaque: SizedByKernel,
}

c_type! { [T] SplitBits<T>, T, c_void, c_void, c_void }

#[cfg(target_arch = "bpf")]
unsafe extern "C" {
    /// The field of every C type on BPF. It has no size, so C types have none either. rustc names it if a program uses a C type by
    /// value: only the types of `btfgen --plain` have values.
    pub type OnlyPlainTypesHaveValues;
}
#[cfg(target_arch = "bpf")]
pub use OnlyPlainTypesHaveValues as SizedByKernel;

/// The field of every C type on targets other than BPF. It can't be constructed.
#[cfg(not(target_arch = "bpf"))]
#[repr(C)]
pub struct SizedByKernel {
    _nothing: [u8; 0],
}

/// Any raw pointer. Helpers return `*mut task_struct` of other crates, `*mut c_void` and more.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a raw pointer",
    note = "`at` takes any raw pointer: `&raw const x` of a variable, `x as *const c_void` of an address"
)]
pub trait Pointer: Copy {
    #[doc(hidden)]
    fn address(self) -> *const c_void;
}

impl<T: Opaque> Pointer for *const T {
    #[inline(always)]
    fn address(self) -> *const c_void {
        self as *const c_void
    }
}

impl<T: Opaque> Pointer for *mut T {
    #[inline(always)]
    fn address(self) -> *const c_void {
        self as *const c_void
    }
}

/// A mutable raw pointer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a mutable raw pointer",
    note = "`at_mut` takes any `*mut` pointer: `&raw mut x` of a variable"
)]
pub trait PointerMut: Pointer {}

impl<T: Opaque> PointerMut for *mut T {}

#[doc(hidden)]
#[inline(always)]
pub fn at<T: Opaque>(pointer: impl Pointer) -> Place<T> {
    place(pointer.address())
}

#[doc(hidden)]
#[inline(always)]
pub fn at_mut<T: Opaque>(pointer: impl PointerMut) -> PlaceMut<T> {
    place(pointer.address())
}

#[inline(always)]
fn place<T: Opaque, R: Opaque, P>(root: *const c_void) -> Place<T, R, P> {
    Place {
        root,
        of: PhantomData,
    }
}

#[doc(hidden)]
#[inline(always)]
pub fn then<T: Opaque, U: Opaque, R: Opaque, P, const STEP: u64>(parent: &Members<U, R, P>) -> Field<T, R, P, STEP> {
    place(parent.0.0.root)
}

/// Where the arguments of a hook are.
pub trait Slots: Copy {
    #[doc(hidden)]
    fn argument<const SLOT: usize>(&self) -> u64;
    /// What the function returned. `SLOT` is the number of arguments.
    #[doc(hidden)]
    fn result<const SLOT: usize>(&self) -> u64;
}

/// The context of a program: an array of registers.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Context(*const c_void);

impl Slots for Context {
    #[inline(always)]
    fn argument<const SLOT: usize>(&self) -> u64 {
        // SAFETY: `Arguments::at` requires a context with this register.
        unsafe { machine::argument::<SLOT>(self.0) }
    }
    #[inline(always)]
    fn result<const SLOT: usize>(&self) -> u64 {
        self.argument::<SLOT>()
    }
}

/// The arguments of a hook.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Arguments<S = Context>(S);

impl Arguments {
    /// # Safety
    ///
    /// The pointer is the context of a program, and it has all registers that are asked for.
    #[doc(hidden)]
    #[inline(always)]
    pub unsafe fn at(context: impl Pointer) -> Arguments {
        Arguments(Context(context.address()))
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn place_mut<T: Opaque, const SLOT: usize>(&self) -> PlaceMut<T> {
        place(self.0.argument::<SLOT>() as *const c_void)
    }

    /// The registers of a struct that is passed by value.
    #[doc(hidden)]
    #[inline(always)]
    pub fn registers<const N: usize, const SLOT: usize>(&self) -> [u64; N] {
        let mut registers = [0; N];
        // SAFETY: `at` requires a context with these registers.
        unsafe {
            if N > 0 {
                registers[0] = machine::argument::<SLOT>(self.0.0);
            }
            if N > 1 {
                registers[1] = machine::next_argument::<SLOT>(self.0.0);
            }
        }
        registers
    }
}

impl<S: Slots> Arguments<S> {
    #[doc(hidden)]
    #[inline(always)]
    pub fn of(slots: S) -> Arguments<S> {
        Arguments(slots)
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn scalar<T: Scalar, const SLOT: usize>(&self) -> T {
        returned(self.0.argument::<SLOT>())
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn place<T: Opaque, const SLOT: usize>(&self) -> Place<T> {
        returned_place(self.0.argument::<SLOT>())
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn returned<T: Scalar, const SLOT: usize>(&self) -> T {
        returned(self.0.result::<SLOT>())
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn returned_place<T: Opaque, const SLOT: usize>(&self) -> Place<T> {
        returned_place(self.0.result::<SLOT>())
    }
}

/// A pointer to a `T`, or a place of a `T`: what a function of the kernel takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a pointer to `{T}` nor a place of it",
    note = "pass `*const {T}`, `*mut {T}`, or a place of this type"
)]
pub trait PointerTo<T: Opaque> {
    #[doc(hidden)]
    fn pointer(self) -> *const c_void;
}

impl<T: Opaque> PointerTo<T> for *const T {
    #[inline(always)]
    fn pointer(self) -> *const c_void {
        self as *const c_void
    }
}

impl<T: Opaque> PointerTo<T> for *mut T {
    #[inline(always)]
    fn pointer(self) -> *const c_void {
        self as *const c_void
    }
}

impl<T: Opaque + CType, R: Opaque + Root, P: Path> PointerTo<T> for Place<T, R, P> {
    #[inline(always)]
    fn pointer(self) -> *const c_void {
        machine::add::<R, P>(self.root)
    }
}

// The registers of arguments, for functions of the kernel, and of what these return.

#[doc(hidden)]
#[inline(always)]
pub fn pass<T: Scalar>(value: T) -> u64 {
    value.to_register()
}

#[doc(hidden)]
#[inline(always)]
pub fn pass_pointer(pointer: impl Pointer) -> u64 {
    pointer.address() as u64
}

#[doc(hidden)]
#[inline(always)]
pub fn pass_pointer_to<T: Opaque>(pointer: impl PointerTo<T>) -> u64 {
    pointer.pointer() as u64
}

#[doc(hidden)]
#[inline(always)]
pub fn returned<T: Scalar>(register: u64) -> T {
    // The other bits of the register may be anything.
    T::from_register(register & (u64::MAX >> (64 - 8 * T::BYTES)))
}

#[doc(hidden)]
#[inline(always)]
pub fn returned_place<T: Opaque>(register: u64) -> Place<T> {
    at(register as *const c_void)
}

#[doc(hidden)]
#[inline(always)]
pub unsafe fn this_cpu<T: Opaque>(variable: *const c_void) -> Place<T> {
    if cfg!(not(target_arch = "bpf")) {
        panic!("only a BPF program has the variables of the kernel");
    }
    // SAFETY: helper 154 is `bpf_this_cpu_ptr`, since Linux 5.10. The verifier checks that it gets a variable of the kernel.
    at(unsafe { core::mem::transmute::<usize, unsafe extern "C" fn(*const c_void) -> *const c_void>(154)(variable) })
}

#[doc(hidden)]
#[inline(always)]
pub unsafe fn on_cpu<T: Opaque>(variable: *const c_void, cpu: u32) -> Place<T> {
    if cfg!(not(target_arch = "bpf")) {
        panic!("only a BPF program has the variables of the kernel");
    }
    // SAFETY: helper 153 is `bpf_per_cpu_ptr`, since Linux 5.10. The verifier checks that it gets a variable of the kernel.
    at(unsafe { core::mem::transmute::<usize, unsafe extern "C" fn(*const c_void, u32) -> *const c_void>(153)(variable, cpu) })
}

/// A string as the kernel has it in an array, with zeros behind it.
#[doc(hidden)]
pub const fn text<const N: usize>(text: &str) -> [u8; N] {
    let (text, mut array, mut i) = (text.as_bytes(), [0; N], 0);
    assert!(text.len() < N, "the text and its NUL do not fit into this member");
    while i < text.len() {
        array[i] = text[i];
        i += 1;
    }
    array
}

#[doc(hidden)]
#[cfg(not(target_arch = "bpf"))]
pub fn not_here(function: &str) -> u64 {
    panic!("only a BPF program can call `{function}`, which is a function of the kernel")
}

/// A type whose places have an address: every type but a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` has no address",
    note = "bitfields have no address: `load` or `read` the value"
)]
pub trait Addressable: Opaque + CType {}

c_type! { [T: Opaque, const N: usize] Array<T, N>, (), T, c_void, T }

impl<T: Opaque, const N: usize> Addressable for Array<T, N> {}

c_type! { [T: Opaque] EmptyArray<T>, (), T, c_void, c_void }

impl<T: Opaque> Addressable for EmptyArray<T> {}

/// A scalar or pointer that one BPF load instruction can read.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be loaded or stored in one instruction",
    note = "load and store the members of a struct, or the elements of an array, one by one; read 128 bits with `read()`; only \
            `btfgen --plain` writes structs by value"
)]
pub trait Scalar: Readable {
    #[doc(hidden)]
    const BYTES: usize;
    #[doc(hidden)]
    const IS_SIGNED: bool = false;
    /// Converts a register. The value is in its low bits; the other bits are 0.
    #[doc(hidden)]
    fn from_register(register: u64) -> Self;
    /// Converts the value to a register, with the value in the low bits.
    #[doc(hidden)]
    fn to_register(self) -> u64;
}

/// A scalar or pointer that a probe read can fetch.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be read as one value",
    note = "read the members of a struct, or the elements of an array, one by one; a bitfield that crosses an eight-byte \
            boundary (`SplitBits`) has only `exists()`"
)]
pub trait Readable: Addressable + CType<Value = Self> + Copy {
    #[doc(hidden)]
    unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<Self, ReadError>;
    #[doc(hidden)]
    unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Self;
}

/// An integer or `bool`. A bitfield is declared as one of these.
pub trait Integer: Scalar + Readable {
    #[doc(hidden)]
    const SIGNED: bool;
    /// Whether it can represent every value of a bitfield with this right shift (64 minus its width).
    #[doc(hidden)]
    fn holds(rshift: u64, signed: bool) -> bool;
    /// Converts a value that was sign-extended (`signed`) or zero-extended to 64 bits. `None` if it does not fit.
    #[doc(hidden)]
    fn from_extended(value: u64, signed: bool) -> Option<Self>;
}

/// A type that `load` returns: a scalar, a pointer, or a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be loaded or stored in one instruction",
    note = "load and store the members of a struct, or the elements of an array, one by one; read 128 bits with `read()`; only \
            `btfgen --plain` writes structs by value; a bitfield that crosses an eight-byte boundary (`SplitBits`) has only \
            `exists()`"
)]
pub trait Load: Opaque + CType {
    #[doc(hidden)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> Self::Value;
    #[doc(hidden)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> Self::Value;
}

impl<T: Scalar> Load for T {
    #[inline(always)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        T::from_register(unsafe { machine::load::<T, R, P>(base) })
    }
    #[inline(always)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        T::from_register(unsafe { machine::load_once::<T, R, P>(base) })
    }
}

/// A type that `store` writes: a scalar, a pointer, or a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be loaded or stored in one instruction",
    note = "load and store the members of a struct, or the elements of an array, one by one; read 128 bits with `read()`; only \
            `btfgen --plain` writes structs by value; a bitfield that crosses an eight-byte boundary (`SplitBits`) has only \
            `exists()`"
)]
pub trait Store: Opaque + CType {
    #[doc(hidden)]
    unsafe fn store<R: Opaque + Root, P: Path>(base: *const c_void, value: Self::Value);
}

impl<T: Scalar> Store for T {
    #[inline(always)]
    unsafe fn store<R: Opaque + Root, P: Path>(base: *const c_void, value: T) {
        unsafe { machine::store::<T, R, P>(base, value.to_register()) }
    }
}

/// A type that `read` returns: a scalar, a pointer, or a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be read as one value",
    note = "read the members of a struct, or the elements of an array, one by one; a bitfield that crosses an eight-byte \
            boundary (`SplitBits`) has only `exists()`"
)]
pub trait Read: Opaque + CType {
    #[doc(hidden)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<Self::Value, ReadError>;
    #[doc(hidden)]
    unsafe fn read_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Self::Value;
}

impl<T: Readable> Read for T {
    #[inline(always)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<T, ReadError> {
        unsafe { T::probe::<M, R, P>(base) }
    }
    #[inline(always)]
    unsafe fn read_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        unsafe { T::probe_or_zero::<M, R, P>(base) }
    }
}

/// A type that `read_wide` reads: an integer or a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` is not an integer or bitfield",
    note = "`read_wide` and `load_wide` return a `u64`: `read` or `load` the value"
)]
pub trait Wide: Opaque + CType {
    #[doc(hidden)]
    unsafe fn read_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> Result<u64, ReadError>;
    #[doc(hidden)]
    unsafe fn load_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> u64;
}

impl<T: Integer> Wide for T {
    #[inline(always)]
    unsafe fn read_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> Result<u64, ReadError> {
        unsafe { probe_wide::<R, P>(base, T::SIGNED) }
    }
    #[inline(always)]
    unsafe fn load_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        unsafe { load_wide::<R, P>(base, T::SIGNED) }
    }
}

/// The memory that a probe read reads: that of the kernel, or that of the current process.
#[doc(hidden)]
pub trait Memory {
    unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64;
    /// Copies a string. Returns its length with the NUL.
    unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64;
}

#[doc(hidden)]
pub enum Kernel {}

#[doc(hidden)]
pub enum User {}

/// Why a probe read failed: the kernel's negative error number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadError(i32);

impl ReadError {
    /// The field is wider on the running kernel, and its value does not fit (`-ERANGE`).
    pub const TOO_WIDE: ReadError = ReadError(-34);

    /// The kernel's error number. It is negative, as helpers return it.
    pub const fn errno(self) -> i32 {
        self.0
    }
}

impl From<ReadError> for i32 {
    #[inline(always)]
    fn from(error: ReadError) -> i32 {
        error.0
    }
}

impl From<ReadError> for i64 {
    #[inline(always)]
    fn from(error: ReadError) -> i64 {
        error.0 as i64
    }
}

/// The bits of the negative number: aya's programs return errors as `u32`.
impl From<ReadError> for u32 {
    #[inline(always)]
    fn from(error: ReadError) -> u32 {
        error.0 as u32
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the probe read returned {}", self.0)
    }
}

// Returns `bytes` bytes at `from`, zero-extended, and the helper's status. After an error, the bytes are zeros: the kernel fills
// them in.
#[inline(always)]
unsafe fn probe_bytes<M: Memory>(from: *const c_void, bytes: usize) -> (u64, i64) {
    let mut register = 0u64;
    if bytes > 8 {
        machine::refuse();
    }
    let status = unsafe { M::copy(&raw mut register as *mut c_void, bytes as u32, from) };
    if cfg!(target_endian = "big") {
        // This does not copy to the end of the register: LLVM would subtract from its address, and verifiers refuse that.
        register = register.wrapping_shr(64u32.wrapping_sub(8 * bytes as u32));
    }
    (register, status)
}

// Returns an integer extended to 64 bits by its sign on the running kernel, that sign, and the helper's status. This is right if
// the field there is narrower or wider than declared, has the other sign, or is a bitfield.
#[inline(always)]
unsafe fn probe_integer<M: Memory, R: Opaque + Root, P: Path>(
    base: *const c_void,
    declared_signed: bool,
) -> (u64, bool, i64) {
    let bytes = machine::probe_length::<R, P>();
    let (register, status) = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), bytes) };
    let (value, signed) = machine::extend::<R, P>(register, bytes, declared_signed);
    (value, signed, status)
}

#[inline(always)]
unsafe fn probe_wide<R: Opaque + Root, P: Path>(base: *const c_void, declared_signed: bool) -> Result<u64, ReadError> {
    match unsafe { probe_integer::<Kernel, R, P>(base, declared_signed) } {
        (value, _, 0..) => Ok(value),
        (_, _, status) => Err(ReadError(status as i32)),
    }
}

#[inline(always)]
unsafe fn load_wide<R: Opaque + Root, P: Path>(base: *const c_void, declared_signed: bool) -> u64 {
    let bytes = machine::byte_size::<R, P>();
    let unit = unsafe { machine::load_bytes(machine::add::<R, P>(base), bytes) };
    machine::extend::<R, P>(unit, bytes, declared_signed).0
}

// Extends an integer of `bytes` bytes to 64 bits by its declared sign. Used where loaders do not report the sign.
#[inline(always)]
fn extend_as_declared(register: u64, bytes: usize, signed: bool) -> u64 {
    let unused = 64u32.wrapping_sub(8 * bytes as u32);
    if signed {
        (register.wrapping_shl(unused) as i64).wrapping_shr(unused) as u64
    } else {
        register
    }
}

// Reads a `T`. `bytes` is the relocated size of the field if the running kernel stores it as a `T`. If it is `None`, that kernel
// stores the field in another way, and `other` writes the value into the same memory. Both arms set one status, which is checked
// once, at the end. With a check in each arm and one at the end, older verifiers do not see that both checks have the same
// result, and find a path to a value that was never written.
#[inline(always)]
unsafe fn probe_value<T: Copy, M: Memory>(
    from: *const c_void,
    bytes: Option<u64>,
    other: impl FnOnce(*mut T) -> i64,
) -> Result<T, ReadError> {
    let mut value = MaybeUninit::<T>::uninit();
    let status = match bytes {
        // This is the relocated size, not the size of `T`, because it is in a register already.
        Some(bytes) => unsafe { M::copy(value.as_mut_ptr() as *mut c_void, bytes as u32, from) },
        None => other(value.as_mut_ptr()),
    };
    match status {
        // Volatile, so that the compiler does not move the read out of this arm.
        // SAFETY: the copy or `other` has written it, and any bytes are a valid `T`.
        0.. => Ok(unsafe { value.as_ptr().read_volatile() }),
        _ => Err(ReadError(status as i32)),
    }
}

// As above, but ignores the status: the kernel fills in zeros if a probe read fails.
#[inline(always)]
unsafe fn probe_value_or_zero<T: Copy, M: Memory>(
    from: *const c_void,
    bytes: Option<u64>,
    other: impl FnOnce(*mut T),
) -> T {
    let mut value = MaybeUninit::<T>::uninit();
    match bytes {
        Some(bytes) => {
            unsafe { M::copy(value.as_mut_ptr() as *mut c_void, bytes as u32, from) };
        }
        None => other(value.as_mut_ptr()),
    }
    // SAFETY: the copy or `other` has written it, and any bytes are a valid `T`.
    unsafe { value.as_ptr().read_volatile() }
}

// Reads a field that the running kernel does not store as declared. This is rare, so it is out of line: it then adds no
// instruction to the usual case, and both calls return their result in the same register. A scalar that is the root of a path
// always has its declared size, so these functions are never called for one.
#[inline(never)]
unsafe fn probe_otherwise<T: Integer, M: Memory, R: Opaque + Root, P: Path>(base: *const c_void, to: *mut T) -> i64 {
    if const { R::SCALAR.is_some() } {
        return 0;
    }
    let (value, signed, status) = unsafe { probe_integer::<M, R, P>(base, T::SIGNED) };
    match T::from_extended(value, signed) {
        Some(it) => unsafe { to.write(it) },
        None => return ReadError::TOO_WIDE.0 as i64,
    }
    status
}

#[inline(never)]
unsafe fn probe_otherwise_or_zero<T: Integer, M: Memory, R: Opaque + Root, P: Path>(base: *const c_void, to: *mut T) {
    if const { R::SCALAR.is_some() } {
        return;
    }
    let (value, signed, _) = unsafe { probe_integer::<M, R, P>(base, T::SIGNED) };
    let zero = T::from_register(0);
    unsafe { to.write(T::from_extended(value, signed).unwrap_or(zero)) }
}

// Reads a pointer of a kernel whose pointers are narrow, and zero-extends it.
#[inline(never)]
unsafe fn probe_narrow_pointer<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void, to: *mut u64) -> i64 {
    if const { R::SCALAR.is_some() } {
        return 0;
    }
    let (value, status) = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), machine::probe_length::<R, P>()) };
    unsafe { to.write(value) }
    status
}

// Integers of one sign, that of `$widest`.
macro_rules! integers {
    ($widest:ident: $($name:ident)*) => { $(
        c_type! { [] $name, $name, $name, c_void, c_void }
        impl Addressable for $name {}
        impl Scalar for $name {
            const BYTES: usize = size_of::<$name>();
            const IS_SIGNED: bool = $widest::MIN != 0;
            #[inline(always)]
            fn from_register(register: u64) -> $name {
                register as $name
            }
            #[inline(always)]
            fn to_register(self) -> u64 {
                self as u64
            }
        }
        impl Readable for $name {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<$name, ReadError> {
                let bytes = machine::size_if_stored_as::<$name, R, P>();
                unsafe {
                    probe_value::<$name, M>(machine::add::<R, P>(base), bytes, |to| {
                        probe_otherwise::<$name, M, R, P>(base, to)
                    })
                }
            }
            #[inline(always)]
            unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> $name {
                let bytes = machine::size_if_stored_as::<$name, R, P>();
                unsafe {
                    probe_value_or_zero::<$name, M>(machine::add::<R, P>(base), bytes, |to| {
                        probe_otherwise_or_zero::<$name, M, R, P>(base, to)
                    })
                }
            }
        }
        impl Integer for $name {
            const SIGNED: bool = $widest::MIN != 0;
            #[inline(always)]
            fn holds(rshift: u64, signed: bool) -> bool {
                let unused = 64 - 8 * size_of::<$name>() as u64;
                match (Self::SIGNED, signed) {
                    (false, true) => false,
                    (true, false) => rshift > unused,
                    _ => rshift >= unused,
                }
            }
            #[inline(always)]
            fn from_extended(value: u64, signed: bool) -> Option<$name> {
                if signed != Self::SIGNED && (value as i64) < 0 {
                    return None;
                }
                $name::try_from(value as $widest).ok()
            }
        }
    )* };
}

macro_rules! wide {
    ($($name:ident)*) => { $(
        c_type! { [] $name, $name, $name, c_void, c_void }
        impl Addressable for $name {}
        impl Readable for $name {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<$name, ReadError> {
                let bytes = machine::size_if_same::<$name, R, P>();
                let from = machine::add::<R, P>(base);
                unsafe { probe_value::<$name, M>(from, bytes, |_| ReadError::TOO_WIDE.0 as i64) }
            }
            #[inline(always)]
            unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> $name {
                let bytes = machine::size_if_same::<$name, R, P>();
                let from = machine::add::<R, P>(base);
                unsafe { probe_value_or_zero::<$name, M>(from, bytes, |to| to.write(0)) }
            }
        }
    )* };
}

macro_rules! address_only {
    ($($name:ty)*) => { $(
        c_type! { [] $name, (), $name, c_void, c_void }
        impl Addressable for $name {}
    )* };
}

integers! { u64: u8 u16 u32 u64 }
integers! { i64: i8 i16 i32 i64 }
wide! { u128 i128 }
address_only! { f32 f64 c_void }

c_type! { [] bool, bool, bool, c_void, c_void }

impl Addressable for bool {}

// Any byte but 0 is true, because memory need not contain a valid `bool`.
impl Scalar for bool {
    const BYTES: usize = 1;
    #[inline(always)]
    fn from_register(register: u64) -> bool {
        register != 0
    }
    #[inline(always)]
    fn to_register(self) -> u64 {
        self as u64
    }
}

impl Readable for bool {
    #[inline(always)]
    unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<bool, ReadError> {
        let bytes = machine::size_if_stored_as::<bool, R, P>();
        let value = unsafe {
            probe_value::<u8, M>(machine::add::<R, P>(base), bytes, |to| {
                probe_otherwise::<bool, M, R, P>(base, to as *mut bool)
            })
        };
        Ok(value? != 0)
    }
    #[inline(always)]
    unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> bool {
        let bytes = machine::size_if_stored_as::<bool, R, P>();
        let value = unsafe {
            probe_value_or_zero::<u8, M>(machine::add::<R, P>(base), bytes, |to| {
                probe_otherwise_or_zero::<bool, M, R, P>(base, to as *mut bool)
            })
        };
        value != 0
    }
}

impl Integer for bool {
    const SIGNED: bool = false;
    #[inline(always)]
    fn holds(_: u64, _: bool) -> bool {
        true
    }
    #[inline(always)]
    fn from_extended(value: u64, _: bool) -> Option<bool> {
        Some(value != 0)
    }
}

macro_rules! pointer {
    ($($kind:tt)*) => { $(
        c_type! { [T: Opaque] *$kind T, Self, Self, T, c_void }
        impl<T: Opaque> Addressable for *$kind T {}
        impl<T: Opaque> Scalar for *$kind T {
            const BYTES: usize = 8;
            #[inline(always)]
            fn from_register(register: u64) -> *$kind T {
                memory::cast::<T>(register as usize as *const c_void) as *$kind T
            }
            #[inline(always)]
            fn to_register(self) -> u64 {
                self.address() as usize as u64
            }
        }
        impl<T: Opaque> Readable for *$kind T {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<*$kind T, ReadError> {
                let bytes = machine::size_if_same::<u64, R, P>();
                let value = unsafe {
                    probe_value::<u64, M>(machine::add::<R, P>(base), bytes, |to| {
                        probe_narrow_pointer::<M, R, P>(base, to)
                    })
                };
                Ok(Self::from_register(value?))
            }
            #[inline(always)]
            unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> *$kind T {
                let bytes = machine::size_if_same::<u64, R, P>();
                Self::from_register(unsafe {
                    probe_value_or_zero::<u64, M>(machine::add::<R, P>(base), bytes, |to| {
                        probe_narrow_pointer::<M, R, P>(base, to);
                    })
                })
            }
        }
    )* };
}

pointer! { const mut }

/// A pointer that `follow` can follow.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a pointer",
    note = "`follow` goes from a pointer to what it points to: `load` or `read` the value instead"
)]
pub trait Link: Scalar + Pointer + CType<To: Opaque + Root> {}

impl<T: Opaque + Root> Link for *const T {}

impl<T: Opaque + Root> Link for *mut T {}

/// An array type.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` has no elements",
    note = "`index` and `element` return elements of arrays; for an `EmptyArray`, loaders find none: use `as_ptr`"
)]
pub trait Sequence: Opaque + CType {
    #[doc(hidden)]
    const LEN: usize;
}

/// The place of an element. `element` returns it.
pub type Item<T, R, P> = Place<<T as CType>::Item, R, Element<P, 0>>;

/// What can be copied as bytes: a struct or union, a scalar, or an array of these.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be copied as bytes",
    note = "`read_bytes` copies structs, unions, scalars, pointers and arrays of these; `read` a bitfield"
)]
pub trait Bytes: Opaque + Addressable {
    /// Whether the running kernel stores the scalars in it with their declared size.
    #[doc(hidden)]
    fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool;
}

// The bytes of a struct are as the running kernel has them, so there is nothing to compare.
impl<T: Opaque + KernelType + Addressable> Bytes for T {
    #[inline(always)]
    fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool {
        true
    }
}

/// A buffer of bytes. The bytes need not be initialized: `let mut buffer = MaybeUninit::<[u8; 64]>::uninit()`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a buffer of bytes",
    note = "use `[u8; N]`, `[u8]` or `MaybeUninit<[u8; N]>`"
)]
pub trait Buffer {
    /// The address and the number of the bytes.
    #[doc(hidden)]
    fn bytes(&mut self) -> (*mut u8, usize);
}

impl Buffer for [u8] {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (self.as_mut_ptr(), self.len())
    }
}

impl Buffer for [MaybeUninit<u8>] {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (self.as_mut_ptr() as *mut u8, self.len())
    }
}

impl<const N: usize> Buffer for [u8; N] {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (self.as_mut_ptr(), N)
    }
}

impl<const N: usize> Buffer for MaybeUninit<[u8; N]> {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (self.as_mut_ptr() as *mut u8, N)
    }
}

impl<B: Buffer + ?Sized> Buffer for &mut B {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (**self).bytes()
    }
}

// The maximum number of bytes of a string that only its NUL ends.
const UNBOUNDED: usize = usize::MAX;

/// A type that contains a C string or points to one.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` does not lead to a C string",
    note = "`read_str` reads arrays of `char` and what pointers to `char` point to"
)]
pub trait Text: Opaque {
    /// Returns the address of the string, and the maximum number of its bytes.
    #[doc(hidden)]
    unsafe fn text<R: Opaque + Root, P: Path>(base: *const c_void) -> Result<(*const c_void, usize), ReadError>;
}

macro_rules! text {
    ($($byte:ident)*) => { $(
        impl<const N: usize> Text for Array<$byte, N> {
            #[inline(always)]
            unsafe fn text<R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<(*const c_void, usize), ReadError> {
                let bytes = if N == 0 { UNBOUNDED } else { machine::relocated(machine::byte_size::<R, P>()) };
                Ok((machine::add::<R, P>(base), bytes))
            }
        }
        text! { $byte: const mut }
    )* };
    ($byte:ident: $($kind:tt)*) => { $(
        impl Text for *$kind $byte {
            #[inline(always)]
            unsafe fn text<R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<(*const c_void, usize), ReadError> {
                let pointer = unsafe { <*$kind $byte as Readable>::probe::<Kernel, R, P>(base) }?;
                Ok((pointer.address(), UNBOUNDED))
            }
        }
    )* };
}

text! { u8 i8 }

impl<T: Opaque + CType, R: Opaque + Root, P: Path> Operations<T, R, P> {
    /// Whether the running kernel has the field, with a compatible type. This is constant once the program is loaded, so
    /// the verifier skips the other branch. (A struct is not compatible with an integer, nor an integer with an enum.)
    #[inline(always)]
    pub fn exists(self) -> bool {
        machine::exists::<R, P>()
    }

    /// Whether the pointer that the path starts from is null.
    #[inline(always)]
    pub fn is_null(self) -> bool {
        self.0.root.is_null()
    }

    /// Returns the offset of the field in its root type, in bytes.
    #[inline(always)]
    pub fn byte_offset(self) -> usize
    where
        T: Addressable,
    {
        machine::byte_offset::<R, P>()
    }

    /// Returns the size of the field in bytes. For an array, this is the size of all elements together.
    #[inline(always)]
    pub fn byte_size(self) -> usize
    where
        T: Addressable,
    {
        machine::byte_size::<R, P>()
    }

    /// Returns the address of the field. For an array, this is the address of its first element. (If the field is a bitfield
    /// on the running kernel, it is the address of the storage unit.)
    #[inline(always)]
    pub fn as_ptr(self) -> *const T::Target
    where
        T: Addressable,
    {
        memory::cast(machine::add::<R, P>(self.0.root))
    }

    /// As `as_ptr`, for a place that can be stored to.
    #[inline(always)]
    pub fn as_mut_ptr(self) -> *mut T::Target
    where
        T: Addressable,
        P: Writable,
    {
        self.as_ptr() as *mut T::Target
    }

    /// As `as_root`, for a place that can be stored to.
    #[inline(always)]
    pub fn as_root_mut(self) -> PlaceMut<T>
    where
        T: KernelType,
        P: Writable,
    {
        place(machine::add::<R, P>(self.0.root))
    }

    /// Returns the same place with an empty path. Use it to call a function that takes a `Place<T>`.
    #[inline(always)]
    pub fn as_root(self) -> Place<T>
    where
        T: KernelType,
    {
        place(machine::add::<R, P>(self.0.root))
    }

    /// Returns the place of the object that this field is a member of: C's `container_of`. The argument says which member, as a
    /// path without pointers: `link.container_of(|task: Place<task_struct>| task.sibling())`. It is not called.
    ///
    /// The place must be that of this member, and not null. The verifier does not trust the result, so use `read` and `follow` on
    /// it, not `load`. Plain loads need `task_struct::cast(place.as_ptr())`.
    #[inline(always)]
    pub fn container_of<O, Q>(self, _member: impl FnOnce(Place<O>) -> Place<T, O, Q>) -> Place<O>
    where
        T: Addressable,
        O: Opaque + KernelType,
        Q: Path,
    {
        let member = machine::add::<R, P>(self.0.root) as *const u8;
        let offset = machine::relocated(machine::byte_offset::<O, Q>());
        place(member.wrapping_sub(offset) as *const c_void)
    }

    /// Reads the field with one plain load instruction. The compiler may merge several calls into one read.
    ///
    /// If the field has another size on the running kernel, that kernel refuses the program. (There is one exception: a `u64`
    /// that became narrower is read correctly.) `read` adapts instead. If only the sign of an integer differs, `load` returns
    /// the same bits.
    ///
    /// A bitfield takes a few instructions. It may be an ordinary integer on the running kernel. If its values may not fit
    /// there, the kernel refuses the program, and the verifier's log says `invalid func unknown#195896080`.
    ///
    /// For pointers to kernel objects, Linux 5.5 or newer is needed: its verifier knows the types of such pointers.
    ///
    /// # Safety
    ///
    /// On BPF, the verifier checks that the program may load from this address. On other targets, the place must be readable
    /// memory.
    #[inline(always)]
    pub unsafe fn load(self) -> T::Value
    where
        T: Load,
    {
        unsafe { T::load::<R, P>(self.0.root) }
    }

    /// As `load`, but each call is exactly one read: the compiler neither merges nor moves it (C's `READ_ONCE`).
    ///
    /// # Safety
    ///
    /// As for `load`.
    #[inline(always)]
    pub unsafe fn load_once(self) -> T::Value
    where
        T: Load,
    {
        unsafe { T::load_once::<R, P>(self.0.root) }
    }

    /// Stores to the field with one plain store instruction.
    ///
    /// If the field has another size on the running kernel, that kernel refuses the program. For a bitfield, `store` reads
    /// the storage unit, changes the bits of the field, and writes the unit back. As in C, the field gets the lowest bits of
    /// the value, as many as it has on the running kernel.
    ///
    /// # Safety
    ///
    /// On BPF, the verifier checks that the program may store to this address. On other targets, the place must be writable
    /// memory.
    #[inline(always)]
    pub unsafe fn store(self, value: T::Value)
    where
        T: Store,
        P: Writable,
    {
        unsafe { T::store::<R, P>(self.0.root, value) }
    }

    /// Reads the field with a probe read. This works with any kernel pointer.
    ///
    /// The field may have another size on the running kernel, or be a bitfield on only one of the two kernels. Then the value
    /// is right, or `read` returns `ReadError::TOO_WIDE`. If only the sign differs, `read` returns the same bits. Loaders do
    /// not report the sign of an array element, so `read` uses the declared sign. If a field of up to 64 bits has 128 bits on
    /// the running kernel, that kernel refuses the program.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_kernel`.
    ///
    /// # Safety
    ///
    /// On BPF, a bad address is an error. On other targets, the place must be readable memory.
    #[inline(always)]
    pub unsafe fn read(self) -> Result<T::Value, ReadError>
    where
        T: Read,
    {
        unsafe { T::read::<Kernel, R, P>(self.0.root) }
    }

    /// As `read`, but returns zero if the read fails or the value does not fit: C's `BPF_CORE_READ`.
    ///
    /// This is shorter than `read`, and the verifier follows one path instead of two. You can't distinguish a failure from a
    /// field that is zero.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_or_zero(self) -> T::Value
    where
        T: Read,
    {
        unsafe { T::read_or_zero::<Kernel, R, P>(self.0.root) }
    }

    /// Reads an integer or bitfield with a probe read, and returns it with 64 bits: C's `BPF_CORE_READ_BITFIELD_PROBED`. Every
    /// value of up to 64 bits fits. If the field is signed on the running kernel, the value is sign-extended.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_wide(self) -> Result<u64, ReadError>
    where
        T: Wide,
    {
        unsafe { T::read_wide::<R, P>(self.0.root) }
    }

    /// As `read_wide`, but with a plain load: C's `BPF_CORE_READ_BITFIELD`.
    ///
    /// # Safety
    ///
    /// As for `load`.
    #[inline(always)]
    pub unsafe fn load_wide(self) -> u64
    where
        T: Wide,
    {
        unsafe { T::load_wide::<R, P>(self.0.root) }
    }

    /// As `read`, but from the memory of the current process.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_user`.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_user(self) -> Result<T::Value, ReadError>
    where
        T: Read,
    {
        unsafe { T::read::<User, R, P>(self.0.root) }
    }

    /// Reads a pointer with a probe read, and returns the place that it points to. A null pointer also gives a place, but a
    /// read from it is an error.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn follow(self) -> Result<Place<T::To>, ReadError>
    where
        T: Link,
    {
        Ok(at(unsafe { self.read() }?))
    }

    /// As `follow`, but returns the place at the null pointer if the read fails. From that place, `read` returns an error and
    /// `read_or_zero` returns zero.
    ///
    /// `task.real_parent().follow_or_null().tgid().read_or_zero()` is C's `BPF_CORE_READ(task, real_parent, tgid)`.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn follow_or_null(self) -> Place<T::To>
    where
        T: Link,
    {
        at(unsafe { self.read_or_zero() })
    }

    /// As `follow`, but reads the pointer from the memory of the current process. The pointer points to that memory too.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn follow_user(self) -> Result<Place<T::To>, ReadError>
    where
        T: Link,
    {
        Ok(at(unsafe { self.read_user() }?))
    }

    /// As `follow`, but with a plain load. The verifier must trust the pointer.
    ///
    /// # Safety
    ///
    /// As for `load`.
    #[inline(always)]
    pub unsafe fn follow_trusted(self) -> Place<T::To>
    where
        T: Link,
    {
        at(unsafe { self.load() })
    }

    /// Returns the place of element `I` of an array. The index is a constant. The position of the element is relocated.
    #[inline(always)]
    pub fn index<const I: usize>(self) -> Place<T::Item, R, Element<P, I>>
    where
        T: Sequence,
    {
        const { assert_within_bounds::<T>(I) };
        place(self.0.root)
    }

    /// Returns the place of an element of an array, for an index that is not a constant. Returns `None` if the index is not
    /// within the array on the running kernel. There is no bounds check if these bindings have a flexible array.
    ///
    /// The program computes the element's address. So it needs a pointer that permits arithmetic with variables: one for
    /// probe reads, or one to the memory of a map.
    #[inline(always)]
    pub fn element(self, index: usize) -> Option<Item<T, R, P>>
    where
        T: Sequence,
    {
        let size = machine::byte_size::<R, Element<P, 0>>();
        let offset = index.wrapping_mul(size);
        if T::LEN != 0 {
            let whole = machine::byte_size::<R, P>();
            // The first check ensures that the product did not wrap.
            if index >= whole || offset >= whole {
                return None;
            }
        }
        Some(place((self.0.root as *const u8).wrapping_add(offset) as *const c_void))
    }

    /// Returns the place of the object that is `index` objects further in memory: C's `&pointer[index]`. Call it on the first
    /// element of an array, which `follow` returned. There is no bounds check.
    ///
    /// `table.fd().follow()?.nth(3).follow()?` is `table->fd[3]`, for `struct file **fd`.
    ///
    /// The program computes the address. So an index that is not a constant needs a pointer that permits arithmetic with
    /// variables, as for `element`.
    #[inline(always)]
    pub fn nth(self, index: usize) -> Place<T>
    where
        T: Root,
    {
        let size = machine::relocated(machine::byte_size::<T, Start<T>>());
        let first = machine::add::<R, P>(self.0.root) as *const u8;
        place(first.wrapping_add(index.wrapping_mul(size)) as *const c_void)
    }

    /// Copies all bytes of an array, struct or scalar with a probe read into the start of the buffer, and returns them. Their
    /// number is the size on the running kernel. Returns `ReadError::TOO_WIDE` if the buffer is shorter, or if the running kernel
    /// stores the elements of an array with another size. The bytes of a struct have the running kernel's layout.
    ///
    /// The buffer may be uninitialized: `let mut buffer = MaybeUninit::<[u8; 64]>::uninit()`. This is shorter than `[0; 64]`, for
    /// which the compiler may call `memset`. libbpf refuses an object that calls it.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_kernel`.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_bytes<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Bytes,
    {
        unsafe { bytes::<Kernel, T, R, P>(self.0.root, buffer.bytes()) }
    }

    /// As `read_bytes`, but from the memory of the current process.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_user`.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_user_bytes<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Bytes,
    {
        unsafe { bytes::<User, T, R, P>(self.0.root, buffer.bytes()) }
    }

    /// Reads a C string with a probe read into the start of the buffer, and returns its bytes without the NUL. For an array
    /// of `char`, this is the string in the array. For a pointer to `char`, it is the string that the pointer points to. A
    /// longer string is truncated: the last byte of the buffer, and of the array, is for the NUL.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_kernel_str`.
    ///
    /// # Safety
    ///
    /// As for `read`. On targets other than BPF, the string must end with a NUL.
    #[inline(always)]
    pub unsafe fn read_str<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Text,
    {
        unsafe { string::<Kernel>(T::text::<R, P>(self.0.root)?, buffer.bytes()) }
    }

    /// As `read_str`, but the string is in the memory of the current process. An array is itself in that
    /// memory. A pointer is in the kernel's memory and points to that memory.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_user_str`.
    ///
    /// # Safety
    ///
    /// As for `read_str`.
    #[inline(always)]
    pub unsafe fn read_user_str<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Text,
    {
        unsafe { string::<User>(T::text::<R, P>(self.0.root)?, buffer.bytes()) }
    }
}

const fn assert_within_bounds<T: Opaque + Sequence>(index: usize) {
    assert!(
        T::LEN == 0 || index < T::LEN,
        "the index is not within the array's bounds"
    );
}

#[inline(always)]
unsafe fn bytes<'b, M: Memory, T: Opaque + Bytes, R: Opaque + Root, P: Path>(
    base: *const c_void,
    (to, room): (*mut u8, usize),
) -> Result<&'b [u8], ReadError> {
    let bytes = machine::relocated(machine::byte_size::<R, P>());
    if bytes > room || !T::has_declared_scalars::<R, P>() {
        machine::removable();
        return Err(ReadError::TOO_WIDE);
    }
    match unsafe { M::copy(to as *mut c_void, bytes as u32, machine::add::<R, P>(base)) } {
        // SAFETY: the buffer has at least that many bytes, and the helper has written them.
        0.. => Ok(unsafe { core::slice::from_raw_parts(to, bytes) }),
        status => Err(ReadError(status as i32)),
    }
}

#[inline(always)]
unsafe fn string<'b, M: Memory>(
    (from, most): (*const c_void, usize),
    (to, room): (*mut u8, usize),
) -> Result<&'b [u8], ReadError> {
    let bytes = if most == UNBOUNDED {
        room
    } else if most > room {
        machine::removable();
        room
    } else {
        most
    };
    match unsafe { M::copy_str(to as *mut c_void, bytes as u32, from) } {
        // SAFETY: the helper has written `status` bytes, and the last is the NUL.
        status @ 1.. => Ok(unsafe { core::slice::from_raw_parts(to, status as usize - 1) }),
        0 => Ok(&[]),
        status => Err(ReadError(status as i32)),
    }
}

/// An enumerator on the running kernel. For each constant `NAME` of a named enum, there is a `relocated::NAME`.
pub struct Enumerator<T, L, const ENUM: u64, const NAME: u64>(PhantomData<(T, L)>);

impl<T, L, const ENUM: u64, const NAME: u64> Clone for Enumerator<T, L, ENUM, NAME> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, L, const ENUM: u64, const NAME: u64> Copy for Enumerator<T, L, ENUM, NAME> {}

impl<T, L, const ENUM: u64, const NAME: u64> Enumerator<T, L, ENUM, NAME> {
    #[doc(hidden)]
    pub const NEW: Self = Enumerator(PhantomData);
}

// Pointers, and the helpers that read from them.
#[cfg(target_arch = "bpf")]
mod memory {
    use super::{Kernel, Memory, Opaque, User, c_void};

    // `as` does not cast to a type without a size.
    #[inline(always)]
    pub(super) fn cast<T: Opaque>(pointer: *const c_void) -> *const T {
        // SAFETY: a pointer to an extern type is thin, and this one is thin too.
        unsafe { core::mem::transmute_copy::<*const c_void, *const T>(&pointer) }
    }

    type ProbeRead = unsafe extern "C" fn(*mut c_void, u32, *const c_void) -> i64;

    impl Memory for Kernel {
        #[inline(always)]
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: BPF calls a helper by its number. This is bpf_probe_read_kernel.
            unsafe { core::mem::transmute::<usize, ProbeRead>(113)(to, bytes, from) }
        }
        #[inline(always)]
        unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: as above. This is bpf_probe_read_kernel_str.
            unsafe { core::mem::transmute::<usize, ProbeRead>(115)(to, bytes, from) }
        }
    }

    impl Memory for User {
        #[inline(always)]
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: as above. This is bpf_probe_read_user.
            unsafe { core::mem::transmute::<usize, ProbeRead>(112)(to, bytes, from) }
        }
        #[inline(always)]
        unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: as above. This is bpf_probe_read_user_str.
            unsafe { core::mem::transmute::<usize, ProbeRead>(114)(to, bytes, from) }
        }
    }
}

#[cfg(not(target_arch = "bpf"))]
mod memory {
    use super::{Kernel, Memory, Opaque, User, c_void};

    pub(super) fn cast<T: Opaque>(pointer: *const c_void) -> *const T {
        pointer as *const T
    }

    pub(super) unsafe fn argument<const SLOT: usize>(context: *const c_void) -> u64 {
        // SAFETY: the caller guarantees that the context has it.
        unsafe { context.cast::<u64>().add(SLOT).read_unaligned() }
    }

    pub(super) unsafe fn next_argument<const SLOT: usize>(context: *const c_void) -> u64 {
        // SAFETY: as above.
        unsafe { context.cast::<u64>().add(SLOT + 1).read_unaligned() }
    }

    pub(super) unsafe fn load_bytes(from: *const c_void, bytes: usize) -> u64 {
        assert!(bytes <= 8, "a register has 8 bytes");
        let mut register = [0; 8];
        let to = if cfg!(target_endian = "big") {
            8 - bytes
        } else {
            0
        };
        // SAFETY: the caller guarantees the memory; `register` has room for 8 bytes.
        unsafe { (from as *const u8).copy_to_nonoverlapping(register.as_mut_ptr().add(to), bytes) };
        u64::from_ne_bytes(register)
    }

    pub(super) unsafe fn store_bytes(to: *const c_void, bytes: usize, value: u64) {
        assert!(bytes <= 8, "a register has 8 bytes");
        let register = value.to_ne_bytes();
        let start = if cfg!(target_endian = "big") {
            8 - bytes
        } else {
            0
        };
        // SAFETY: the caller guarantees the memory; a place to store to is made from a mutable pointer.
        unsafe { (to as *mut u8).copy_from_nonoverlapping(register.as_ptr().add(start), bytes) };
    }

    impl Memory for Kernel {
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: the caller guarantees the memory.
            unsafe { from.cast::<u8>().copy_to(to.cast(), bytes as usize) };
            0
        }
        unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            let (to, from) = (to as *mut u8, from as *const u8);
            for i in 0..bytes as usize {
                // SAFETY: the caller guarantees the memory, up to a NUL.
                let byte = unsafe { from.add(i).read() };
                let last = byte == 0 || i + 1 == bytes as usize;
                // SAFETY: `to` has room for `bytes`.
                unsafe { to.add(i).write(if last { 0 } else { byte }) };
                if last {
                    return i as i64 + 1;
                }
            }
            0
        }
    }

    impl Memory for User {
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: the caller guarantees the memory.
            unsafe { Kernel::copy(to, bytes, from) }
        }
        unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: the caller guarantees the memory.
            unsafe { Kernel::copy_str(to, bytes, from) }
        }
    }
}

// Lookup in the lines of the table. Accessors use it on targets other than BPF.
#[cfg(not(target_arch = "bpf"))]
mod table {
    use super::{Layout, name};

    // The member or element at the end of a path, from the table.
    pub(super) struct Field {
        pub(super) bit: usize,
        pub(super) bits: usize,
        pub(super) bytes: usize,
        pub(super) ty: &'static str,
    }

    impl Field {
        // Offset and size in bytes. For a bitfield, those of the storage unit that libbpf chooses.
        pub(super) fn unit(&self) -> (usize, usize) {
            if self.bit & 7 == 0 && self.bits == 8 * self.bytes {
                return (self.bit / 8, self.bytes);
            }
            let mut bytes = self.bytes;
            while self.bit + self.bits > 8 * (self.bit / 8 / bytes * bytes + bytes) {
                bytes *= 2;
            }
            (self.bit / 8 / bytes * bytes, bytes)
        }
    }

    /// Returns the field at the end of these steps. If bit `i` of `indexes` is set, step `i` is an index.
    pub(super) fn field<L: Layout>(root: u64, steps: &[u64], indexes: u32) -> Field {
        let mut block = root;
        let bytes = block_bytes::<L>(block);
        let mut it = Field { bit: 0, bits: 8 * bytes, bytes, ty: "" };
        for (i, step) in steps.iter().enumerate() {
            if indexes >> i & 1 == 1 {
                it.ty = element(it.ty);
                it.bytes = self::bytes::<L>(it.ty);
                it.bits = 8 * it.bytes;
                it.bit += *step as usize * it.bits;
            } else {
                let (place, ty) = member::<L>(block, *step);
                let (byte, rest) = place.split_once('.').unwrap_or((place, ""));
                let (bit, width) = rest.split_once(':').unwrap_or(("0", ""));
                it.ty = ty;
                it.bytes = self::bytes::<L>(ty);
                it.bits = if width.is_empty() { 8 * it.bytes } else { number(width) };
                it.bit += 8 * number(byte) + number(bit);
            }
            block = name(it.ty);
        }
        it
    }

    pub(super) fn lines_of<L: Layout>(block: u64) -> Option<impl Iterator<Item = &'static str>> {
        let mut lines = L::TABLE.lines();
        lines.find(|line| !line.starts_with(' ') && name(word(line, 0)) == block)?;
        Some(lines.take_while(|line| line.starts_with(' ')))
    }

    pub(super) fn block_bytes<L: Layout>(block: u64) -> usize {
        let header = L::TABLE
            .lines()
            .find(|line| !line.starts_with(' ') && name(word(line, 0)) == block);
        header.map_or(0, |line| number(word(line, 1)))
    }

    fn member<L: Layout>(block: u64, step: u64) -> (&'static str, &'static str) {
        let mut members = lines_of::<L>(block).into_iter().flatten();
        let line = members.find(|line| name(word(&line[1..], 0)) == step);
        let line = &line.expect("an accessor's field is in the table")[1..];
        (word(line, 1), word(line, 2))
    }

    pub(super) fn word(line: &'static str, index: usize) -> &'static str {
        line.split(' ').nth(index).unwrap_or("")
    }

    fn number(text: &str) -> usize {
        text.parse().unwrap_or(0)
    }

    fn element(ty: &'static str) -> &'static str {
        ty.split_once(']').map_or(ty, |(_, element)| element)
    }

    // Returns the integer type of an enum.
    pub(super) fn scalar(ty: &'static str) -> &'static str {
        match ty.strip_prefix("enum") {
            Some(enumeration) => enumeration.rsplit(':').next().unwrap_or(""),
            None => ty,
        }
    }

    fn bytes<L: Layout>(ty: &'static str) -> usize {
        if let Some((length, element)) = ty.strip_prefix('[').and_then(|ty| ty.split_once(']')) {
            return number(length) * bytes::<L>(element);
        }
        if ty == "bool" {
            return 1;
        }
        let digits = scalar(ty).trim_start_matches(['u', 'i', 'f', 'p']);
        let end = digits.find(|it: char| !it.is_ascii_digit()).unwrap_or(digits.len());
        match digits[..end].parse::<usize>() {
            Ok(bits) => bits / 8,
            Err(_) => block_bytes::<L>(name(ty)),
        }
    }
}

// The back end for `--intrinsics asm`: placeholder instructions with records, from which `btfgen link` makes CO-RE
// relocations.

/// A path from a root type to a field, through embedded structs. It is part of a place's type, so one relocation covers it.
pub trait Path {
    #[doc(hidden)]
    const LEN: usize;
    #[doc(hidden)]
    const STEPS: [u64; 16];
    #[doc(hidden)]
    const INDEXES: u32;
}

impl<R: Opaque> Writable for StartMut<R> {}
impl<P: Writable, const STEP: u64> Writable for Then<P, STEP> {}
impl<P: Writable, const INDEX: usize> Writable for Element<P, INDEX> {}

impl<R: Opaque> Path for Start<R> {
    const LEN: usize = 0;
    const STEPS: [u64; 16] = [0; 16];
    const INDEXES: u32 = 0;
}

impl<R: Opaque> Path for StartMut<R> {
    const LEN: usize = 0;
    const STEPS: [u64; 16] = [0; 16];
    const INDEXES: u32 = 0;
}

impl<P: Path, const STEP: u64> Path for Then<P, STEP> {
    const LEN: usize = longer::<P>();
    const STEPS: [u64; 16] = with_step::<P>(STEP);
    const INDEXES: u32 = P::INDEXES;
}

impl<P: Path, const INDEX: usize> Path for Element<P, INDEX> {
    const LEN: usize = longer::<P>();
    const STEPS: [u64; 16] = with_step::<P>(INDEX as u64);
    const INDEXES: u32 = P::INDEXES | 1 << P::LEN;
}

// Whether a path ends at an element of an array. Loaders do not support every relocation of an element.
const fn ends_at_element<P: Path>() -> bool {
    P::LEN > 0 && P::INDEXES >> (P::LEN - 1) & 1 == 1
}

const fn longer<P: Path>() -> usize {
    assert!(
        P::LEN < 16,
        "a by-value path has at most 16 steps: take `as_root()` on the way"
    );
    P::LEN + 1
}

const fn with_step<P: Path>(step: u64) -> [u64; 16] {
    let mut steps = P::STEPS;
    steps[longer::<P>() - 1] = step;
    steps
}

impl<T: Integer> Load for Bits<T> {
    #[inline(always)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        // Both use the same instructions. Only the read of the storage unit could be merged with another read.
        unsafe { Self::load_once::<R, P>(base) }
    }
    #[inline(always)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        let signed = machine::signed::<R, P>();
        if !T::holds(machine::rshift::<R, P>(), signed) {
            machine::refuse();
        }
        let bytes = machine::byte_size::<R, P>();
        let unit = unsafe { machine::load_bytes(machine::add::<R, P>(base), bytes) };
        let value = machine::extract::<R, P>(unit, signed);
        // SAFETY: `T` holds all values of that width and sign.
        unsafe { T::from_extended(value, signed).unwrap_unchecked() }
    }
}

impl<T: Integer> Store for Bits<T> {
    #[inline(always)]
    unsafe fn store<R: Opaque + Root, P: Path>(base: *const c_void, value: T) {
        let (bytes, unit) = (machine::byte_size::<R, P>(), machine::add::<R, P>(base));
        let (around, bits) = (
            !machine::insert::<R, P>(u64::MAX),
            machine::insert::<R, P>(value.to_register()),
        );
        unsafe { machine::store_bytes(unit, bytes, machine::load_bytes(unit, bytes) & around | bits) }
    }
}

impl<T: Integer> Read for Bits<T> {
    #[inline(always)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<T, ReadError> {
        if !machine::fits_extracted::<T, R, P>() {
            let mut value = core::mem::MaybeUninit::uninit();
            return match unsafe { probe_otherwise::<T, M, R, P>(base, value.as_mut_ptr()) } {
                // SAFETY: without an error, `probe_otherwise` has written it.
                0.. => Ok(unsafe { value.assume_init() }),
                status => Err(ReadError(status as i32)),
            };
        }
        let bytes = machine::probe_length::<R, P>();
        let (unit, status) = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), bytes) };
        if status < 0 {
            return Err(ReadError(status as i32));
        }
        // SAFETY: `T` holds all values of that width and sign.
        Ok(unsafe { T::from_extended(machine::extracted::<T, R, P>(unit), T::SIGNED).unwrap_unchecked() })
    }
    #[inline(always)]
    unsafe fn read_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        if !machine::fits_extracted::<T, R, P>() {
            let mut value = core::mem::MaybeUninit::uninit();
            // SAFETY: `probe_otherwise_or_zero` always writes it.
            return unsafe {
                probe_otherwise_or_zero::<T, M, R, P>(base, value.as_mut_ptr());
                value.assume_init()
            };
        }
        let bytes = machine::probe_length::<R, P>();
        let (unit, _) = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), bytes) };
        // SAFETY: `T` holds all values of that width and sign.
        unsafe { T::from_extended(machine::extracted::<T, R, P>(unit), T::SIGNED).unwrap_unchecked() }
    }
}

impl<T: Integer> Wide for Bits<T> {
    #[inline(always)]
    unsafe fn read_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> Result<u64, ReadError> {
        unsafe { probe_wide::<R, P>(base, T::SIGNED) }
    }
    #[inline(always)]
    unsafe fn load_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        unsafe { load_wide::<R, P>(base, T::SIGNED) }
    }
}

impl<T: Opaque, const N: usize> Sequence for Array<T, N> {
    const LEN: usize = N;
}

impl<T: Opaque + Bytes, const N: usize> Bytes for Array<T, N> {
    #[inline(always)]
    fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool {
        T::has_declared_scalars::<R, Element<P, 0>>()
    }
}

/// Whether the running kernel has a struct, union, enum or typedef of that name. This is constant once the program is loaded.
///
/// For an enum or a typedef of a scalar, write `type_exists::<relocated::pid_t>()`. The kernel's typedef must be of a
/// compatible type. If a typedef of a struct became one of a union, the result is false, although its fields can be read.
///
/// `btfgen link` refuses the type of an anonymous member, because a loader can't find it.
#[inline(always)]
pub fn type_exists<T: Opaque + Named>() -> bool {
    machine::type_exists::<Asked<T>>()
}

/// Returns the size of the type on the running kernel, in bytes.
///
/// If that kernel does not have the type, the result depends on the loader. With libbpf, the result is 0. aya does not load the
/// program, not even if `type_exists` guards the call. cilium/ebpf loads it if the verifier sees that the call is not reached.
#[inline(always)]
pub fn type_size<T: Opaque + KernelType>() -> usize {
    machine::type_size::<T>()
}

/// Whether the running kernel's type matches this file: it has all fields that are declared here, with the same names and
/// types. This is constant once the program is loaded. It is false if the kernel has no such type.
///
/// These are compared:
///
/// - integers by size, sign and C name;
/// - arrays by length;
/// - structs and unions field by field, as far as the fields are in this file, with the nesting of anonymous members;
/// - enums by size and by the names of the enumerators in this file; anonymous enums only by size;
/// - pointers by what they point to: structs and unions by name, functions by parameters and result.
///
/// Offsets, sizes of structs, widths of bitfields and values of enumerators are not compared, because they are relocated.
/// Floating-point numbers are not compared either, because loaders never treat two of them as equal.
///
/// `false` does not mean that a field can't be read. A kernel that another compiler built has other names for integers
/// (`unsigned long`, `long unsigned int`), and `char` is signed on x86 before 6.2. To see whether you can read a field, call
/// `exists()`.
///
/// This needs libbpf 1.0 or newer. aya loads no object that contains such a call (`invalid BTF relocation kind`).
#[inline(always)]
pub fn type_matches<T: Opaque + KernelType>() -> bool {
    machine::type_matches::<T>()
}

/// Returns the type's id in the running kernel's BTF, for helpers and kfuncs that take one. On targets other than BPF, it is 0.
///
/// If the kernel does not have the type, see [`type_size`]. For a type of a module, this is the id in the module's BTF.
/// Loaders do not say which module it is.
#[inline(always)]
pub fn type_id<T: Opaque + KernelType>() -> u32 {
    machine::type_id::<T>()
}

/// Returns the id of the local type: the type in the program's own BTF, which `btfgen link` writes. It has the members that
/// the program uses. On targets other than BPF, the id is 0.
#[inline(always)]
pub fn local_type_id<T: Opaque + KernelType>() -> u32 {
    machine::local_type_id::<T>()
}

#[doc(hidden)]
#[inline(always)]
pub fn cast<T: Opaque + KernelType>(pointer: impl Pointer) -> Place<T> {
    place(machine::cast_to::<T>(pointer.address()))
}

/// Whether the kernel has `bpf_rdonly_cast`, which the `cast` of a type calls. Linux 6.2 and newer have it. This is constant
/// once the program is loaded. On a kernel without it, the verifier refuses a `cast` that it reaches.
///
/// After the cast, the verifier permits plain loads through the pointer, and a bad address reads as zeros. libbpf loads such
/// a program. aya 0.14 does not, because it does not support kernel functions.
#[inline(always)]
pub fn can_cast() -> bool {
    machine::can_cast()
}

impl<T: Integer, L: Layout, const ENUM: u64, const NAME: u64> Enumerator<T, L, ENUM, NAME> {
    /// Whether the running kernel's enum has this enumerator. This is constant once the program is loaded.
    #[inline(always)]
    pub fn exists(self) -> bool {
        machine::enum_exists::<Enum<L, ENUM>, Then<Start<Enum<L, ENUM>>, NAME>>()
    }

    /// Returns its value on the running kernel. If that kernel does not have the enumerator, or its value does not fit, that
    /// kernel refuses the program, unless `exists()` guards the call.
    ///
    /// Loaders do not report whether an enum is signed. If the enum has 64 bits in these bindings and 32 bits on the running
    /// kernel, a value with the highest bit set becomes negative.
    #[inline(always)]
    pub fn value(self) -> T {
        let value = machine::enum_value::<Enum<L, ENUM>, Then<Start<Enum<L, ENUM>>, NAME>>();
        let unused = 64 - 8 * T::BYTES as u64;
        if !machine::fits_signed::<T>(value) && value << unused >> unused != value {
            machine::refuse();
        }
        T::from_register(value)
    }
}

// A type as the root of a record about its existence.
struct Asked<T: Opaque>(PhantomData<*const T>);

c_type! { [T: Opaque] Asked<T>, (), c_void, c_void, c_void }

impl<T: Opaque + Named> KernelType for Asked<T> {
    type Layout = T::File;
    const ID: u64 = T::KEY;
}

// An enum as the root of a record.
struct Enum<L, const KEY: u64>(PhantomData<L>);

c_type! { [L, const KEY: u64] Enum<L, KEY>, (), c_void, c_void, c_void }

impl<L: Layout, const KEY: u64> KernelType for Enum<L, KEY> {
    type Layout = L;
    const ID: u64 = KEY;
}

#[cfg(target_arch = "bpf")]
mod machine {
    use super::{FORMAT, Integer, Layout, Opaque, Path, Root, Scalar, Start, c_void};

    // A placeholder instruction and its record, from which `btfgen link` makes the real instruction and its relocation. If an
    // object was not linked, the verifier refuses the placeholder and quotes the source line of the assembly.
    // `src/reloc` of btfgen describes the record.
    macro_rules! relocated {
        ($operation:literal, $R:ident, $P:ident, [$($operand:tt)*], [$($option:ident),*]) => {
            relocated!("call 195934192", $operation, $R, $P, [$($operand)*], [$($option),*])
        };
        ($placeholder:literal, $operation:literal, $R:ident, $P:ident, [$($operand:tt)*], [$($option:ident),*]) => {
            core::arch::asm!( // this object was not linked: run `btfgen link`
                "771:",
                $placeholder,
                ".pushsection .btfgen.relo,\"\",@progbits",
                ".quad 771b",
                ".long {format}",
                ".long {len}",
                ".quad {table}",
                ".quad {root}",
                ".long {indexes}",
                ".quad {s0}", ".quad {s1}", ".quad {s2}", ".quad {s3}",
                ".quad {s4}", ".quad {s5}", ".quad {s6}", ".quad {s7}",
                ".quad {s8}", ".quad {s9}", ".quad {s10}", ".quad {s11}",
                ".quad {s12}", ".quad {s13}", ".quad {s14}", ".quad {s15}",
                $operation,
                ".popsection",
                $($operand)*
                format = const FORMAT,
                table = const table_id::<$R>(),
                root = const $R::ID,
                len = const $P::LEN,
                indexes = const $P::INDEXES,
                s0 = const $P::STEPS[0], s1 = const $P::STEPS[1],
                s2 = const $P::STEPS[2], s3 = const $P::STEPS[3],
                s4 = const $P::STEPS[4], s5 = const $P::STEPS[5],
                s6 = const $P::STEPS[6], s7 = const $P::STEPS[7],
                s8 = const $P::STEPS[8], s9 = const $P::STEPS[9],
                s10 = const $P::STEPS[10], s11 = const $P::STEPS[11],
                s12 = const $P::STEPS[12], s13 = const $P::STEPS[13],
                s14 = const $P::STEPS[14], s15 = const $P::STEPS[15],
                options(nostack, preserves_flags $(, $option)*)
            )
        };
    }

    // Tells the optimizer which values a load instruction can return, so that it adds no mask. This is true even if the field
    // is wider on the running kernel, because loaders refuse that: see the link step.
    #[inline(always)]
    fn loaded<T: Scalar>(value: u64) -> u64 {
        // Not for an `i32`: LLVM would compare it as a 64-bit number, which takes an extension.
        if T::BYTES < 4 || T::BYTES == 4 && !T::IS_SIGNED {
            // SAFETY: the load zero-extends.
            unsafe { core::hint::assert_unchecked(value < 1 << (8 * T::BYTES as u32 & 63)) }
        }
        value
    }

    // The 16 digits at the end of the table's first line.
    const fn table_id<R: Opaque + Root>() -> u64 {
        let text = <R::Layout as Layout>::TABLE.as_bytes();
        let (mut id, mut i) = (0, 0);
        while text[i] != b'\n' {
            let digit = match text[i] {
                digit @ b'0'..=b'9' => digit - b'0',
                digit => digit.wrapping_sub(b'a').wrapping_add(10),
            };
            id = id << 4 | digit as u64;
            i += 1;
        }
        id
    }

    const fn is_far<R: Opaque + Root>() -> bool {
        let far = <R::Layout as Layout>::FAR;
        let mut i = 0;
        while i < far.len() {
            if far[i] == R::ID {
                return true;
            }
            i += 1;
        }
        false
    }

    // Computes the address and loads from it: for scalars, and for types that are larger than the largest offset in a load
    // instruction.
    #[inline(always)]
    unsafe fn load_far<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        refuse_unless_stored_as::<T, R, P>();
        unsafe { load_bytes(add::<R, P>(base), T::BYTES) }
    }

    // If the program computes an address, no loader checks the size of the load or store.
    #[inline(always)]
    fn refuse_unless_stored_as<T: Scalar, R: Opaque + Root, P: Path>() {
        if const { R::SCALAR.is_some() } {
            return;
        }
        let is_bitfield = !const { super::ends_at_element::<P>() }
            && rshift::<R, P>() != 64 - 8 * T::BYTES as u64;
        if is_bitfield || byte_size::<R, P>() != T::BYTES {
            refuse();
        }
    }

    #[inline(always)]
    pub(super) unsafe fn load<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        if const { R::SCALAR.is_some() || is_far::<R>() } {
            return unsafe { load_far::<T, R, P>(base) };
        }
        let value: u64;
        unsafe {
            relocated!(".asciz \"load {v} {p}\"", R, P,
                [v = lateout(reg) value, p = in(reg) base,], [pure, readonly]);
        }
        loaded::<T>(value)
    }

    #[inline(always)]
    pub(super) unsafe fn load_once<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        if const { R::SCALAR.is_some() || is_far::<R>() } {
            return unsafe { load_far::<T, R, P>(base) };
        }
        let value: u64;
        unsafe {
            relocated!(".asciz \"load {v} {p}\"", R, P,
                [v = lateout(reg) value, p = in(reg) base,], [readonly]);
        }
        loaded::<T>(value)
    }

    #[inline(always)]
    pub(super) unsafe fn store<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void, value: u64) {
        if const { R::SCALAR.is_some() || is_far::<R>() } {
            refuse_unless_stored_as::<T, R, P>();
            return unsafe { store_bytes(add::<R, P>(base), T::BYTES, value) };
        }
        unsafe {
            relocated!(".asciz \"store {p} {v}\"", R, P, [v = in(reg) value, p = in(reg) base,], []);
        }
    }

    #[inline(always)]
    pub(super) fn add<R: Opaque + Root, P: Path>(base: *const c_void) -> *const c_void {
        if P::LEN == 0 {
            return base;
        }
        let mut pointer = base;
        // SAFETY: adds a number to a register.
        unsafe {
            relocated!(".asciz \"add {p}\"", R, P,
                [p = inlateout(reg) pointer,], [pure, nomem]);
        }
        pointer
    }

    #[inline(always)]
    pub(super) fn byte_offset<R: Opaque + Root, P: Path>() -> usize {
        if P::LEN == 0 {
            return 0;
        }
        let value: usize;
        // SAFETY: sets a register.
        unsafe {
            relocated!(".asciz \"offset {v}\"", R, P, [v = lateout(reg) value,], [pure, nomem]);
        }
        value
    }

    macro_rules! number {
        ($name:ident, $operation:literal, $max:literal) => {
            number! { $name, $operation, $max, [pure, nomem] }
        };
        ($name:ident, $operation:literal, $max:literal, [$($option:ident),*]) => {
            #[inline(always)]
            fn $name<R: Opaque + Root, P: Path>() -> u64 {
                let value: u64;
                // SAFETY: sets a register, to the number that the loader puts in.
                unsafe {
                    relocated!($operation, R, P, [v = lateout(reg) value,], [$($option),*]);
                    core::hint::assert_unchecked(value <= $max);
                }
                value
            }
        };
    }

    number! { size, ".asciz \"size {v}\"", 0x7fff_ffff }
    number! { is_signed, ".asciz \"signed {v}\"", 1 }
    number! { left, ".asciz \"lshift {v}\"", 63 }
    number! { right, ".asciz \"rshift {v}\"", 63 }
    number! { is_there, ".asciz \"exists {v}\"", 1 }
    number! { has_type, ".asciz \"type_exists {v}\"", 1 }
    number! { is_as_declared, ".asciz \"type_matches {v}\"", 1 }
    number! { size_of_type, ".asciz \"type_size {v}\"", 0x7fff_ffff }
    number! { id_of_type, ".asciz \"type_id {v}\"", 0x7fff_ffff }
    number! { local_id_of_type, ".asciz \"local_type_id {v}\"", 0x7fff_ffff }
    number! { has_enumerator, ".asciz \"enum_exists {v}\"", 1 }

    // The numbers that a probe read needs. These are not pure. Otherwise, if a program reads a field twice, the compiler keeps
    // the numbers of the first read on the stack for the second. Setting a register again is shorter.
    number! { length, ".asciz \"length {v}\"", 0x7fff_ffff, [nomem] }
    number! { probed_sign, ".asciz \"signed {v}\"", 1, [nomem] }
    number! { probed_right, ".asciz \"rshift {v}\"", 63, [nomem] }

    #[inline(always)]
    pub(super) fn type_exists<R: Opaque + Root>() -> bool {
        has_type::<R, Start<R>>() != 0
    }

    #[inline(always)]
    pub(super) fn type_matches<R: Opaque + Root>() -> bool {
        is_as_declared::<R, Start<R>>() != 0
    }

    #[inline(always)]
    pub(super) fn type_size<R: Opaque + Root>() -> usize {
        size_of_type::<R, Start<R>>() as usize
    }

    #[inline(always)]
    pub(super) fn type_id<R: Opaque + Root>() -> u32 {
        id_of_type::<R, Start<R>>() as u32
    }

    #[inline(always)]
    pub(super) fn local_type_id<R: Opaque + Root>() -> u32 {
        local_id_of_type::<R, Start<R>>() as u32
    }

    #[inline(always)]
    pub(super) fn enum_exists<R: Opaque + Root, P: Path>() -> bool {
        has_enumerator::<R, P>() != 0
    }

    // Weak: on a kernel without the function, its address is 0 and the verifier refuses a call.
    #[inline(always)]
    pub(super) fn can_cast() -> bool {
        let address: u64;
        // SAFETY: sets a register.
        unsafe {
            core::arch::asm!(".weak bpf_rdonly_cast", "{v} = bpf_rdonly_cast ll", v = lateout(reg) address,
                options(pure, nomem, nostack, preserves_flags));
        }
        address != 0
    }

    #[inline(always)]
    pub(super) fn cast_to<T: Opaque + Root>(pointer: *const c_void) -> *const c_void {
        let cast: *const c_void;
        // SAFETY: calls a function that returns its first argument.
        unsafe {
            core::arch::asm!(".weak bpf_rdonly_cast", "call bpf_rdonly_cast",
                lateout("r0") cast, inlateout("r1") pointer => _, inlateout("r2") id_of_type::<T, Start<T>>() => _,
                lateout("r3") _, lateout("r4") _, lateout("r5") _,
                options(nomem, nostack));
        }
        cast
    }

    // The instruction that loads a 64-bit number has the size of two instructions.
    #[inline(always)]
    pub(super) fn enum_value<R: Opaque + Root, P: Path>() -> u64 {
        let value: u64;
        // SAFETY: sets a register.
        unsafe {
            relocated!("call 195934192\ncall 195934192", ".asciz \"enum_value {v}\"", R, P,
                [v = lateout(reg) value,], [pure, nomem]);
        }
        value
    }

    #[inline(always)]
    pub(super) fn byte_size<R: Opaque + Root, P: Path>() -> usize {
        match const { R::SCALAR } {
            Some(bytes) => bytes,
            None => size::<R, P>() as usize,
        }
    }

    /// The field's size, as the number of bytes that a probe read copies.
    #[inline(always)]
    pub(super) fn probe_length<R: Opaque + Root, P: Path>() -> usize {
        match const { R::SCALAR } {
            Some(bytes) => bytes,
            None => length::<R, P>() as usize,
        }
    }

    /// Returns a length in bytes. Refuses the program if no loader relocated it: `btfgen link` writes a larger number.
    #[inline(always)]
    pub(super) fn relocated(bytes: usize) -> usize {
        if bytes >= 1 << 28 {
            refuse();
        }
        bytes
    }

    /// Keeps the branch that calls this separate. If the condition is constant once the program is loaded, the verifier can
    /// then remove the branch and the comparison. It also removes this instruction, a jump to the next one.
    #[inline(always)]
    pub(super) fn removable() {
        // SAFETY: changes nothing.
        unsafe { core::arch::asm!("goto +0", options(nomem, nostack, preserves_flags)) }
    }

    #[inline(always)]
    pub(super) fn signed<R: Opaque + Root, P: Path>() -> bool {
        is_signed::<R, P>() != 0
    }

    #[inline(always)]
    pub(super) fn rshift<R: Opaque + Root, P: Path>() -> u64 {
        right::<R, P>()
    }

    macro_rules! shift {
        ($name:ident, $operation:literal) => {
            #[inline(always)]
            fn $name<R: Opaque + Root, P: Path>(mut value: u64) -> u64 {
                // SAFETY: shifts a register, by the number that the loader puts in.
                unsafe {
                    relocated!($operation, R, P, [v = inlateout(reg) value,], [pure, nomem]);
                }
                value
            }
        };
    }

    shift! { shl, ".asciz \"shl {v}\"" }
    shift! { shr, ".asciz \"shr {v}\"" }
    shift! { sar, ".asciz \"sar {v}\"" }

    /// Extracts a field's bits from its storage unit, extended to 64 bits: C's `BPF_CORE_READ_BITFIELD`.
    #[inline(always)]
    pub(super) fn extract<R: Opaque + Root, P: Path>(unit: u64, signed: bool) -> u64 {
        let top = shl::<R, P>(unit);
        match signed {
            true => sar::<R, P>(top),
            false => shr::<R, P>(top),
        }
    }

    /// As `extract`, for a field that has the sign of `T` and fits. It tells the compiler that the other bits are 0, so that the
    /// compiler does not clear them.
    #[inline(always)]
    pub(super) fn extracted<T: Integer, R: Opaque + Root, P: Path>(unit: u64) -> u64 {
        let value = extract::<R, P>(unit, T::SIGNED);
        if !T::SIGNED && T::BYTES < 8 {
            // SAFETY: the shift to the right fills the other bits with zeros.
            unsafe { core::hint::assert_unchecked(value < 1 << (8 * T::BYTES as u32 & 63)) }
        }
        value
    }

    /// Moves the low bits of a value to the position of the field, with zeros around them: C's `BPF_CORE_WRITE_BITFIELD`.
    #[inline(always)]
    pub(super) fn insert<R: Opaque + Root, P: Path>(value: u64) -> u64 {
        value << right::<R, P>() >> left::<R, P>()
    }

    /// Extracts a field's value from its storage unit, extended to 64 bits, and returns whether it is signed.
    #[inline(always)]
    pub(super) fn extend<R: Opaque + Root, P: Path>(unit: u64, bytes: usize, declared_signed: bool) -> (u64, bool) {
        // An element is never a bitfield, and loaders do not report its sign. The same is true of a scalar without a name.
        if const { R::SCALAR.is_some() || super::ends_at_element::<P>() } {
            return (super::extend_as_declared(unit, bytes, declared_signed), declared_signed);
        }
        let signed = signed::<R, P>();
        (extract::<R, P>(unit, signed), signed)
    }

    // Comparisons of numbers that are constant once the program is loaded, so the verifier skips the other branch. They are in
    // assembly for two reasons: the compiler would replace the relocated size by a constant, which takes one more instruction,
    // and it would consider both branches equally likely.

    /// Whether the field has the sign of `T`, and not more bits.
    #[inline(always)]
    pub(super) fn fits_extracted<T: Integer, R: Opaque + Root, P: Path>() -> bool {
        let (rshift, signed) = (probed_right::<R, P>(), probed_sign::<R, P>());
        // SAFETY: compares.
        unsafe {
            core::arch::asm!("if {rshift} < {unused} goto {other}", "if {signed} != {sign} goto {other}",
                rshift = in(reg) rshift, unused = const 64 - 8 * T::BYTES,
                signed = in(reg) signed, sign = const T::SIGNED as u8,
                other = label { return false },
                options(nomem, nostack, preserves_flags));
        }
        true
    }

    /// Whether the value fits into a signed integer of the size of `T`.
    #[inline(always)]
    pub(super) fn fits_signed<T: Scalar>(value: u64) -> bool {
        if T::BYTES == 8 {
            return true;
        }
        // SAFETY: compares.
        unsafe {
            core::arch::asm!("if {value} s< {min} goto {other}", "if {value} s> {max} goto {other}",
                value = in(reg) value,
                min = const i64::MIN >> (64 - 8 * T::BYTES as u32),
                max = const i64::MAX >> (64 - 8 * T::BYTES as u32),
                other = label { return false },
                options(nomem, nostack, preserves_flags));
        }
        true
    }

    /// Returns the field's size if it is that of `T`.
    #[inline(always)]
    pub(super) fn size_if_same<T, R: Opaque + Root, P: Path>() -> Option<u64> {
        if const { R::SCALAR.is_some() } {
            return Some(size_of::<T>() as u64);
        }
        let bytes = length::<R, P>();
        // SAFETY: compares.
        unsafe {
            core::arch::asm!("if {bytes} != {n} goto {other}",
                bytes = in(reg) bytes, n = const size_of::<T>(), other = label { return None },
                options(nomem, nostack, preserves_flags));
        }
        Some(bytes)
    }

    /// Returns the field's size if it is that of `T` and the field is not a bitfield. The right shift excludes bitfields of
    /// another width. The size excludes bitfields of the same width whose storage unit is larger. Comparing the size adds no
    /// relocated number, because the copy needs it anyway.
    #[inline(always)]
    pub(super) fn size_if_stored_as<T: Integer, R: Opaque + Root, P: Path>() -> Option<u64> {
        if const { R::SCALAR.is_some() || super::ends_at_element::<P>() } {
            return size_if_same::<T, R, P>();
        }
        let (bytes, rshift) = (length::<R, P>(), probed_right::<R, P>());
        // SAFETY: compares.
        unsafe {
            core::arch::asm!("if {bytes} != {n} goto {other}", "if {rshift} != {unused} goto {other}",
                bytes = in(reg) bytes, n = const size_of::<T>(),
                rshift = in(reg) rshift, unused = const 64 - 8 * size_of::<T>(),
                other = label { return None },
                options(nomem, nostack, preserves_flags));
        }
        Some(bytes)
    }

    #[inline(always)]
    pub(super) fn exists<R: Opaque + Root, P: Path>() -> bool {
        P::LEN == 0 || is_there::<R, P>() != 0
    }

    /// Makes the verifier refuse the program if this can be reached. Loaders write the same instruction for a missing field.
    #[inline(always)]
    pub(super) fn refuse() -> u64 {
        // SAFETY: no program with this instruction runs.
        unsafe { core::arch::asm!("call 195896080", options(nomem, nostack, preserves_flags)) }
        0
    }

    // In assembly, so that the compiler neither merges loads of two widths nor makes a load narrower.
    macro_rules! load_width {
        ($from:ident, $load:literal) => {{
            let value: u64;
            core::arch::asm!($load, v = lateout(reg) value, p = in(reg) $from,
                options(readonly, nostack, preserves_flags));
            value
        }};
    }

    macro_rules! argument {
        ($context:ident, $slot:expr) => {{
            let register: u64;
            // SAFETY: the caller guarantees that the context has it. The verifier takes no other address of a context than the
            // context itself with a constant offset in the instruction, and the optimizer may choose another one.
            unsafe {
                core::arch::asm!("{v} = *(u64 *)({p} + {offset})",
                    v = lateout(reg) register, p = in(reg) $context, offset = const 8 * $slot,
                    options(pure, readonly, nostack, preserves_flags));
            }
            register
        }};
    }

    #[inline(always)]
    pub(super) unsafe fn argument<const SLOT: usize>(context: *const c_void) -> u64 {
        argument!(context, SLOT)
    }

    #[inline(always)]
    pub(super) unsafe fn next_argument<const SLOT: usize>(context: *const c_void) -> u64 {
        argument!(context, (SLOT + 1))
    }

    /// Loads 1, 2, 4 or 8 bytes.
    #[inline(always)]
    pub(super) unsafe fn load_bytes(from: *const c_void, bytes: usize) -> u64 {
        // SAFETY: the caller guarantees the memory, and the verifier checks it.
        unsafe {
            match bytes {
                1 => load_width!(from, "{v} = *(u8 *)({p} + 0)"),
                2 => load_width!(from, "{v} = *(u16 *)({p} + 0)"),
                4 => load_width!(from, "{v} = *(u32 *)({p} + 0)"),
                8 => load_width!(from, "{v} = *(u64 *)({p} + 0)"),
                _ => refuse(),
            }
        }
    }

    macro_rules! store_width {
        ($to:ident, $value:ident, $store:literal) => {
            core::arch::asm!($store, v = in(reg) $value, p = in(reg) $to, options(nostack, preserves_flags))
        };
    }

    /// Stores 1, 2, 4 or 8 bytes.
    #[inline(always)]
    pub(super) unsafe fn store_bytes(to: *const c_void, bytes: usize, value: u64) {
        // SAFETY: the caller guarantees the memory, and the verifier checks it.
        unsafe {
            match bytes {
                1 => store_width!(to, value, "*(u8 *)({p} + 0) = {v}"),
                2 => store_width!(to, value, "*(u16 *)({p} + 0) = {v}"),
                4 => store_width!(to, value, "*(u32 *)({p} + 0) = {v}"),
                8 => store_width!(to, value, "*(u64 *)({p} + 0) = {v}"),
                _ => {
                    refuse();
                }
            }
        }
    }
}

#[cfg(not(target_arch = "bpf"))]
mod machine {
    use super::{Integer, Opaque, Path, Root, Scalar, c_void, name, table, table::Field};
    pub(super) use super::memory::{argument, load_bytes, next_argument, store_bytes};

    pub(super) unsafe fn load<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        // Pointers of a 32-bit kernel have four bytes.
        let bytes = byte_size::<R, P>().min(T::BYTES);
        unsafe { load_bytes(add::<R, P>(base), bytes) }
    }

    pub(super) unsafe fn store<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void, value: u64) {
        unsafe { store_bytes(add::<R, P>(base), T::BYTES, value) }
    }

    pub(super) fn insert<R: Opaque + Root, P: Path>(value: u64) -> u64 {
        value << rshift::<R, P>() >> lshift::<R, P>()
    }

    pub(super) fn refuse() -> u64 {
        unreachable!("a field holds the values of its own type")
    }

    pub(super) unsafe fn load_once<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        unsafe { load::<T, R, P>(base) }
    }

    pub(super) fn add<R: Opaque + Root, P: Path>(base: *const c_void) -> *const c_void {
        (base as *const u8).wrapping_add(byte_offset::<R, P>()) as *const c_void
    }

    pub(super) fn byte_offset<R: Opaque + Root, P: Path>() -> usize {
        resolve::<R, P>().unit().0
    }

    pub(super) fn byte_size<R: Opaque + Root, P: Path>() -> usize {
        resolve::<R, P>().unit().1
    }

    pub(super) fn probe_length<R: Opaque + Root, P: Path>() -> usize {
        byte_size::<R, P>()
    }

    pub(super) fn relocated(bytes: usize) -> usize {
        bytes
    }

    pub(super) fn removable() {}

    pub(super) fn fits_extracted<T: Integer, R: Opaque + Root, P: Path>() -> bool {
        signed::<R, P>() == T::SIGNED && rshift::<R, P>() >= 64 - 8 * T::BYTES as u64
    }

    pub(super) fn fits_signed<T: Scalar>(value: u64) -> bool {
        let unused = 64 - 8 * T::BYTES as u32;
        (value << unused) as i64 >> unused == value as i64
    }

    pub(super) fn size_if_same<T, R: Opaque + Root, P: Path>() -> Option<u64> {
        let bytes = byte_size::<R, P>();
        (bytes == size_of::<T>()).then_some(bytes as u64)
    }

    pub(super) fn size_if_stored_as<T: Integer, R: Opaque + Root, P: Path>() -> Option<u64> {
        if R::SCALAR.is_some() || super::ends_at_element::<P>() {
            return size_if_same::<T, R, P>();
        }
        size_if_same::<T, R, P>()
            .filter(|bytes| resolve::<R, P>().bits as u64 == 8 * bytes)
    }

    pub(super) fn signed<R: Opaque + Root, P: Path>() -> bool {
        table::scalar(resolve::<R, P>().ty).starts_with('i')
    }

    pub(super) fn extracted<T: Integer, R: Opaque + Root, P: Path>(unit: u64) -> u64 {
        extract::<R, P>(unit, T::SIGNED)
    }

    pub(super) fn extract<R: Opaque + Root, P: Path>(unit: u64, signed: bool) -> u64 {
        let (lshift, rshift) = (lshift::<R, P>() as u32, rshift::<R, P>() as u32);
        let top = unit.wrapping_shl(lshift);
        match signed {
            true => (top as i64).wrapping_shr(rshift) as u64,
            false => top.wrapping_shr(rshift),
        }
    }

    pub(super) fn extend<R: Opaque + Root, P: Path>(unit: u64, bytes: usize, declared_signed: bool) -> (u64, bool) {
        // An element is never a bitfield, and loaders do not report its sign. The same is true of a scalar without a name.
        if R::SCALAR.is_some() || super::ends_at_element::<P>() {
            return (super::extend_as_declared(unit, bytes, declared_signed), declared_signed);
        }
        let signed = signed::<R, P>();
        (extract::<R, P>(unit, signed), signed)
    }

    fn lshift<R: Opaque + Root, P: Path>() -> u64 {
        let field = resolve::<R, P>();
        let (start, bytes) = field.unit();
        let bit = field.bit - 8 * start;
        let lshift = if cfg!(target_endian = "big") {
            64 - 8 * bytes + bit
        } else {
            64 - bit - field.bits
        };
        lshift as u64
    }

    pub(super) fn rshift<R: Opaque + Root, P: Path>() -> u64 {
        64 - resolve::<R, P>().bits as u64
    }

    // The function has the same parameters as the one for BPF.
    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn exists<R: Opaque + Root, P: Path>() -> bool {
        true
    }

    pub(super) fn can_cast() -> bool {
        true
    }

    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn cast_to<T: Opaque + Root>(pointer: *const c_void) -> *const c_void {
        pointer
    }

    pub(super) fn type_exists<R: Opaque + Root>() -> bool {
        table::lines_of::<R::Layout>(R::ID).is_some()
    }

    pub(super) fn type_matches<R: Opaque + Root>() -> bool {
        type_exists::<R>()
    }

    pub(super) fn type_size<R: Opaque + Root>() -> usize {
        table::block_bytes::<R::Layout>(R::ID)
    }

    // Only a loader knows the ids of types. 0 stands for no type.
    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn type_id<R: Opaque + Root>() -> u32 {
        0
    }

    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn local_type_id<R: Opaque + Root>() -> u32 {
        0
    }

    pub(super) fn enum_exists<R: Opaque + Root, P: Path>() -> bool {
        enumerator::<R, P>().is_some()
    }

    pub(super) fn enum_value<R: Opaque + Root, P: Path>() -> u64 {
        let value = enumerator::<R, P>().expect("an enumerator is in the table");
        value.parse::<i128>().unwrap_or(0) as u64
    }

    fn enumerator<R: Opaque + Root, P: Path>() -> Option<&'static str> {
        let mut enumerators = table::lines_of::<R::Layout>(R::ID)?;
        let line = enumerators.find(|line| name(table::word(&line[1..], 0)) == P::STEPS[0])?;
        Some(table::word(&line[1..], 1))
    }

    fn resolve<R: Opaque + Root, P: Path>() -> Field {
        if let Some(bytes) = R::SCALAR {
            return Field { bit: 0, bits: 8 * bytes, bytes, ty: "" };
        }
        table::field::<R::Layout>(R::ID, &P::STEPS[..P::LEN], P::INDEXES)
    }
}


// What not every kernel of a file has. A program asks first, and the answer is a branch that the verifier prunes.

/// A C type that is not everywhere: only the kernels `K` have the field, or the type. Ask with `exists` or `if_exists`.
#[repr(C)]
pub struct OnSome<T: Opaque, K> {
    of: PhantomData<(*const T, *const K)>,
    _opaque: SizedByKernel,
}

/// Some of the kernels that a file was generated from.
#[doc(hidden)]
pub trait SomeKernels {
    /// Whether the last one is among them. Its layout is used on targets other than BPF.
    const HAVE_LAST: bool;
}

/// All kernels that a file was generated from. No type implements it, so that the compiler prints this message.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "not every kernel has this, only `{Self}`",
    label = "ask for it first",
    note = "`if let Some(it) = place.if_exists() {{ … }}` asks; the verifier skips the branch on a kernel without it"
)]
pub trait EveryKernel {}

// SAFETY: `Perhaps` is a transparent struct around `Operations`.
unsafe impl<T: Opaque + CType, K> CType for OnSome<T, K> {
    type Fields<R: Opaque, P> = Perhaps<T, K, R, P>;
    type Value = T::Value;
    type Target = T::Target;
    type To = T::To;
    type Item = T::Item;
}

/// The operations on a place that not every kernel has: `exists` and `if_exists`.
#[repr(transparent)]
pub struct Perhaps<T: Opaque, K, R: Opaque, P>(Operations<OnSome<T, K>, R, P>);

impl<T: Opaque + CType, K: SomeKernels, R: Opaque + Root, P: Path> Perhaps<T, K, R, P> {
    /// Whether the running kernel has it, with a compatible type. This is constant once the program is loaded, so the verifier
    /// skips the other branch.
    #[inline(always)]
    pub fn exists(&self) -> bool {
        #[cfg(target_arch = "bpf")]
        {
            if P::LEN == 0 { machine::type_exists::<R>() } else { machine::exists::<R, P>() }
        }
        #[cfg(not(target_arch = "bpf"))]
        K::HAVE_LAST
    }

    /// Returns the place if the running kernel has it.
    #[inline(always)]
    pub fn if_exists(&self) -> Option<Place<T, R, P>> {
        if self.exists() { Some(place(self.0.0.root)) } else { None }
    }
}

// The other operations, for the message that one must ask first.
macro_rules! ask_first {
    ($([$($unsafe:tt)?] $name:ident($($argument:ident: $ty:ty),*) -> $returns:ty;)*) => { $(
        #[doc(hidden)]
        #[inline(always)]
        pub $($unsafe)? fn $name(&self $(, $argument: $ty)*) -> $returns
        where
            K: EveryKernel,
        {
            $(let _ = $argument;)*
            unreachable!()
        }
    )* };
}

impl<T: Opaque + CType, K, R: Opaque, P> Perhaps<T, K, R, P> {
    ask_first! {
        [unsafe] load() -> T::Value;
        [unsafe] load_once() -> T::Value;
        [unsafe] load_wide() -> u64;
        [unsafe] store(value: T::Value) -> ();
        [unsafe] read() -> Result<T::Value, ReadError>;
        [unsafe] read_or_zero() -> T::Value;
        [unsafe] read_user() -> Result<T::Value, ReadError>;
        [unsafe] read_wide() -> Result<u64, ReadError>;
        [unsafe] follow() -> Result<Place<T::To>, ReadError>;
        [unsafe] follow_or_null() -> Place<T::To>;
        [unsafe] follow_trusted() -> Place<T::To>;
        [unsafe] follow_user() -> Result<Place<T::To>, ReadError>;
        [] as_ptr() -> *const T::Target;
        [] as_root() -> Place<T>;
        [] byte_offset() -> usize;
        [] byte_size() -> usize;
        [] is_null() -> bool;
        [] element(index: usize) -> Option<Item<T, R, P>>;
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn index<const I: usize>(&self) -> Place<T::Item, R, Element<P, I>>
    where
        K: EveryKernel,
    {
        unreachable!()
    }

    #[doc(hidden)]
    #[inline(always)]
    pub unsafe fn read_str<B: Buffer + ?Sized>(&self, _: &mut B) -> Result<&[u8], ReadError>
    where
        K: EveryKernel,
    {
        unreachable!()
    }

    #[doc(hidden)]
    #[inline(always)]
    pub unsafe fn read_bytes<B: Buffer + ?Sized>(&self, _: &mut B) -> Result<&[u8], ReadError>
    where
        K: EveryKernel,
    {
        unreachable!()
    }
}

/// The place of an object of a type that not every kernel has.
pub type RootOnSome<T, K> = Place<OnSome<T, K>, T, Start<T>>;

/// As `RootOnSome`, for a place that can be stored to.
pub type RootOnSomeMut<T, K> = Place<OnSome<T, K>, T, StartMut<T>>;

#[doc(hidden)]
#[inline(always)]
pub fn at_on_some<T: Opaque, K>(pointer: impl Pointer) -> RootOnSome<T, K> {
    place(pointer.address())
}

#[doc(hidden)]
#[inline(always)]
pub fn at_mut_on_some<T: Opaque, K>(pointer: impl PointerMut) -> RootOnSomeMut<T, K> {
    place(pointer.address())
}

/// An enumerator that not every kernel has, or that does not have the same value on all.
pub struct EnumeratorOnSome<T, L, K, const ENUM: u64, const NAME: u64>(Enumerator<T, L, ENUM, NAME>, PhantomData<*const K>);

impl<T, L, K, const ENUM: u64, const NAME: u64> Clone for EnumeratorOnSome<T, L, K, ENUM, NAME> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, L, K, const ENUM: u64, const NAME: u64> Copy for EnumeratorOnSome<T, L, K, ENUM, NAME> {}

impl<T: Integer, L: Layout, K, const ENUM: u64, const NAME: u64> EnumeratorOnSome<T, L, K, ENUM, NAME> {
    #[doc(hidden)]
    pub const NEW: Self = EnumeratorOnSome(Enumerator::NEW, PhantomData);

    /// Whether the running kernel's enum has this enumerator. This is constant once the program is loaded.
    #[inline(always)]
    pub fn exists(self) -> bool {
        self.0.exists()
    }

    /// Returns its value on the running kernel if that kernel has it.
    #[inline(always)]
    pub fn if_exists(self) -> Option<T> {
        if self.0.exists() { Some(self.0.value()) } else { None }
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn value(self) -> T
    where
        K: EveryKernel,
    {
        unreachable!()
    }
}

}
#[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]
#[allow(clippy::pedantic, clippy::nursery)]
#[cfg_attr(any(), rustfmt::skip)]
mod layout {
use super::btfgen;
// The part that every generated file has for itself, with either back end: the macros that its items use, and the layout of
// its kernel.

// A C type. It has fields, or only its name is known.
macro_rules! opaque {
    ($name:ident $($fields:ident)?) => {
        impl btfgen::Addressable for $name {}
        // SAFETY: it is `Operations`, or a transparent struct around `Members`.
        unsafe impl btfgen::CType for $name {
            type Fields<R: btfgen::Opaque, P> = layout::opaque! { @ $name $($fields)? };
            type Value = ();
            type Target = $name;
            type To = ::core::ffi::c_void;
            type Item = ::core::ffi::c_void;
        }
    };
    (@ $name:ident) => { btfgen::Operations<$name, R, P> };
    (@ $name:ident $fields:ident) => { $fields::$name<R, P> };
}
pub(super) use opaque;

// A C type with members. They are in the table under this key.
macro_rules! root {
    ($name:ident, $key:literal $(, $fields:ident)?) => {
        layout::opaque! { $name $($fields)? }
        impl btfgen::KernelType for $name {
            type Layout = layout::ThisFile;
            const ID: u64 = btfgen::name($key);
        }
        // A C type may have the name of one of these.
        #[allow(dead_code, unreachable_pub, clippy::pedantic, clippy::self_named_constructors)]
        impl $name {
            /// Returns the place of the object at this pointer. It takes any raw pointer.
            #[inline(always)]
            pub fn at(pointer: impl btfgen::Pointer) -> btfgen::Place<$name> {
                btfgen::at(pointer)
            }
            /// As `at`, but permits plain loads through a pointer that the verifier does not trust: see `btfgen::can_cast`.
            #[inline(always)]
            pub fn cast(pointer: impl btfgen::Pointer) -> btfgen::Place<$name> {
                btfgen::cast(pointer)
            }
            /// As `at`, but you can store to the place.
            #[inline(always)]
            pub fn at_mut(pointer: impl btfgen::PointerMut) -> btfgen::PlaceMut<$name> {
                btfgen::at_mut(pointer)
            }
        }
    };
}
pub(super) use root;

// A type whose methods are the accessors of a C type. It dereferences to the operations.
macro_rules! fields {
    ($name:ident) => {
        impl<R: btfgen::Opaque, P> ::core::ops::Deref for $name<R, P> {
            type Target = btfgen::Operations<super::$name, R, P>;
            #[inline(always)]
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
    };
}
pub(super) use fields;

// A context of a hook.
macro_rules! context {
    ($name:ident) => {
        impl $name {
            /// Returns the arguments of the program that got this context. A program gets it as its argument; with aya, it is
            /// `ctx.as_ptr()`. On other targets than BPF, it is an array of `u64`.
            ///
            /// # Safety
            ///
            /// The pointer is the context of a program that is attached to this hook.
            #[inline(always)]
            pub unsafe fn at(context: impl btfgen::Pointer) -> $name {
                // SAFETY: the caller guarantees it.
                $name(unsafe { btfgen::Arguments::at(context) })
            }
        }
    };
}
pub(super) use context;

// The context of a kprobe or kretprobe.
macro_rules! from_registers {
    ($name:ident) => {
        impl $name<Registers> {
            /// Returns the arguments of the function that a kprobe is attached to, or for a kretprobe what the function returned. The
            /// verifier does not trust pointers from registers, so `read` from their places.
            ///
            /// # Safety
            ///
            /// The pointer is the context of a program that is attached to this function.
            #[inline(always)]
            pub unsafe fn from_regs(context: impl btfgen::Pointer) -> $name<Registers> {
                $name(btfgen::Arguments::of(Registers(btfgen::at(context))))
            }
        }
    };
}
pub(super) use from_registers;

// A call of a function of the kernel, with the registers of its arguments. Returns its register. The symbol is weak, so that loaders
// accept a kernel without the function.
macro_rules! call {
    ($symbol:literal) => { super::layout::call!(@ $symbol [] ["r1" "r2" "r3" "r4" "r5"]) };
    ($symbol:literal, $a:expr) => { super::layout::call!(@ $symbol ["r1" $a] ["r2" "r3" "r4" "r5"]) };
    ($symbol:literal, $a:expr, $b:expr) => { super::layout::call!(@ $symbol ["r1" $a, "r2" $b] ["r3" "r4" "r5"]) };
    ($symbol:literal, $a:expr, $b:expr, $c:expr) => {
        super::layout::call!(@ $symbol ["r1" $a, "r2" $b, "r3" $c] ["r4" "r5"])
    };
    ($symbol:literal, $a:expr, $b:expr, $c:expr, $d:expr) => {
        super::layout::call!(@ $symbol ["r1" $a, "r2" $b, "r3" $c, "r4" $d] ["r5"])
    };
    ($symbol:literal, $a:expr, $b:expr, $c:expr, $d:expr, $e:expr) => {
        super::layout::call!(@ $symbol ["r1" $a, "r2" $b, "r3" $c, "r4" $d, "r5" $e] [])
    };
    (@ $symbol:literal [$($register:tt $argument:expr),*] [$($unused:tt)*]) => {{
        #[cfg(target_arch = "bpf")]
        {
            let returned: u64;
            // SAFETY: the caller guarantees that the function may be called with these arguments.
            unsafe {
                ::core::arch::asm!(concat!(".weak ", $symbol), concat!("call ", $symbol), lateout("r0") returned,
                    $(inlateout($register) $argument => _,)* $(lateout($unused) _,)* options(nostack));
            }
            returned
        }
        #[cfg(not(target_arch = "bpf"))]
        {
            $(let _: u64 = $argument;)*
            btfgen::not_here($symbol)
        }
    }};
}
pub(super) use call;

// Whether the kernel has a function.
macro_rules! exists {
    ($symbol:literal) => { !super::super::layout::address!($symbol).is_null() };
}
pub(super) use exists;

// The address of a function or variable of the kernel. The kernel that does not have it has 0 there.
macro_rules! address {
    ($symbol:literal) => {{
        #[cfg(target_arch = "bpf")]
        {
            let address: *const ::core::ffi::c_void;
            // SAFETY: sets a register.
            unsafe {
                ::core::arch::asm!(concat!(".weak ", $symbol), concat!("{v} = ", $symbol, " ll"), v = lateout(reg) address,
                    options(pure, nomem, nostack, preserves_flags));
            }
            address
        }
        #[cfg(not(target_arch = "bpf"))]
        ::core::ptr::null::<::core::ffi::c_void>()
    }};
}
pub(super) use address;

// An option of the kernel's configuration. The symbols say which type the value has.
macro_rules! config {
    ($name:ident, $text:literal, $number:literal, $state:literal) => {
        impl $name {
            /// Returns the value of an option that is a number. It is 0 if the configuration does not have the option.
            #[inline(always)]
            pub fn number() -> u64 {
                super::layout::value!($text, $number, u64)
            }
            /// Whether the option is `y`.
            #[inline(always)]
            pub fn is_built_in() -> bool {
                super::layout::value!($text, $state, u32) == 1
            }
            /// Whether the option is `m`.
            #[inline(always)]
            pub fn is_module() -> bool {
                super::layout::value!($text, $state, u32) == 2
            }
            /// Whether the option is `y` or `m`.
            #[inline(always)]
            pub fn is_enabled() -> bool {
                super::layout::value!($text, $state, u32) != 0
            }
        }
    };
}
pub(super) use config;

// The value of an option of the kernel's configuration.
macro_rules! value {
    ($text:literal, $symbol:literal, $ty:ty) => {{
        #[cfg(target_arch = "bpf")]
        {
            let value = super::layout::address!($symbol).cast::<$ty>();
            // SAFETY: the loader puts a value of this type there.
            unsafe { *value }
        }
        #[cfg(not(target_arch = "bpf"))]
        {
            super::layout::only_the_loader_knows::<$ty>($text)
        }
    }};
}
pub(super) use value;

#[cfg(not(target_arch = "bpf"))]
pub(super) fn only_the_loader_knows<T>(option: &str) -> T {
    panic!("only a BPF program can ask for `{option}`, whose value its loader knows")
}

// An address that the kernel has a name for.
macro_rules! kernel_symbol {
    ($name:ident, $symbol:literal) => {
        impl $name {
            /// Whether the running kernel has this symbol. This is constant once the program is loaded.
            #[inline(always)]
            pub fn exists() -> bool {
                !super::layout::address!($symbol).is_null()
            }
            /// Returns its address, which is null if the running kernel does not have the symbol.
            #[inline(always)]
            pub fn address() -> *const ::core::ffi::c_void {
                super::layout::address!($symbol)
            }
        }
    };
}
pub(super) use kernel_symbol;

// A variable of the kernel that each CPU has for itself.
macro_rules! per_cpu {
    ($name:ident, $symbol:literal, $ty:ty) => {
        impl $name {
            /// Whether the running kernel has this variable. This is constant once the program is loaded.
            #[inline(always)]
            pub fn exists() -> bool {
                !super::layout::address!($symbol).is_null()
            }
            /// Returns the variable of the CPU that runs the program. If the running kernel does not have the variable, it refuses
            /// the program, unless `exists` guards the call.
            ///
            /// Linux 5.10 and newer have the helper, `bpf_this_cpu_ptr`.
            #[inline(always)]
            pub fn this_cpu() -> btfgen::Place<$ty> {
                let variable = super::layout::address!($symbol);
                // SAFETY: it is the address of a variable that each CPU has.
                unsafe { btfgen::this_cpu(variable) }
            }
            /// As `this_cpu`, for any CPU. The place is null if there is no CPU with this number.
            ///
            /// Linux 5.10 and newer have the helper, `bpf_per_cpu_ptr`.
            #[inline(always)]
            pub fn on_cpu(cpu: u32) -> btfgen::Place<$ty> {
                let variable = super::layout::address!($symbol);
                // SAFETY: it is the address of a variable that each CPU has.
                unsafe { btfgen::on_cpu(variable, cpu) }
            }
        }
    };
}
pub(super) use per_cpu;

// The relocated enumerators of an enum. The arguments are hashes of the names of the enum and of its enumerators. The compiler
// would take several times as long to compute the hashes for all enums of a kernel.
macro_rules! enumerators {
    ($of:ty, $key:literal, $($ident:ident $name:literal)*) => { $(
        /// Its value on the running kernel.
        pub const $ident: super::btfgen::Enumerator<$of, super::layout::ThisFile, $key, $name> = super::btfgen::Enumerator::NEW;
    )* };
}
pub(super) use enumerators;

// The names of enums and typedefs, each with the hash of its key in the table.
macro_rules! type_names {
    ($($ident:ident $key:literal)*) => { $(
        /// The name of this type on the running kernel.
        pub type $ident = super::btfgen::TypeName<super::layout::ThisFile, $key>;
    )* };
}
pub(super) use type_names;

/// The kernel that this file was generated from.
pub struct ThisFile;

impl btfgen::Layout for ThisFile {
    const TABLE: &'static str = TABLE;
    const FAR: &'static [u64] = FAR;
}

const _: () = assert!(
    btfgen::FORMAT == FORMAT,
    "another version of btfgen wrote the intrinsics: write both files with one version"
);

// The table for the link step. Records refer to it by its id, so nothing in the program does.
#[cfg(target_arch = "bpf")]
#[used]
#[unsafe(link_section = ".btfgen.types")]
static TYPES: [u8; TABLE.len()] = *TABLE.as_bytes().first_chunk().unwrap();


// A C type with members that not every kernel has.
macro_rules! root_on_some {
    ($name:ident, $key:literal, $kernels:ident, $layout:ident $(, $fields:ident)?) => {
        layout::opaque! { $name $($fields)? }
        impl btfgen::KernelType for $name {
            type Layout = layout::$layout;
            const ID: u64 = btfgen::name($key);
        }
        // A C type may have the name of one of these.
        #[allow(dead_code, unreachable_pub, clippy::pedantic, clippy::self_named_constructors)]
        impl $name {
            /// Returns the place of the object at this pointer. Not every kernel has the type: `if_exists` asks.
            #[inline(always)]
            pub fn at(pointer: impl btfgen::Pointer) -> btfgen::RootOnSome<$name, kernels::$kernels> {
                btfgen::at_on_some(pointer)
            }
            /// As `at`, but you can store to the place.
            #[inline(always)]
            pub fn at_mut(pointer: impl btfgen::PointerMut) -> btfgen::RootOnSomeMut<$name, kernels::$kernels> {
                btfgen::at_mut_on_some(pointer)
            }
        }
    };
}
pub(super) use root_on_some;

// A context of a tracepoint that not every kernel has, or not with these arguments.
macro_rules! context_on_some {
    ($name:ident, $key:literal, $layout:ident) => {
        impl $name {
            /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
            /// is constant once the program is loaded.
            #[inline(always)]
            pub fn exists() -> bool {
                btfgen::type_exists::<btfgen::TypeName<super::layout::$layout, $key>>()
            }
            /// Returns the arguments of the program that got this context, if the running kernel has this tracepoint with these
            /// arguments.
            ///
            /// # Safety
            ///
            /// The pointer is the context of a program that is attached to this hook.
            #[inline(always)]
            pub unsafe fn if_exists(context: impl btfgen::Pointer) -> Option<$name> {
                // SAFETY: the caller guarantees it.
                if $name::exists() { Some($name(unsafe { btfgen::Arguments::at(context) })) } else { None }
            }
        }
    };
}
pub(super) use context_on_some;

// The relocated enumerators of an enum that not every kernel has.
macro_rules! enumerators_on_some {
    ($of:ty, $key:literal, $($ident:ident $name:literal $kernels:ident $layout:ident)*) => { $(
        /// Its value on the running kernel. Not every kernel has it with one value.
        pub const $ident: super::btfgen::EnumeratorOnSome<$of, super::layout::$layout, super::kernels::$kernels, $key, $name> =
            super::btfgen::EnumeratorOnSome::NEW;
    )* };
}
pub(super) use enumerators_on_some;

/// What the last kernel does not have. Programs on other targets than BPF do not find it.
pub struct Gone;

impl btfgen::Layout for Gone {
    const TABLE: &'static str = if cfg!(target_arch = "bpf") { TABLE } else { "\n" };
    const FAR: &'static [u64] = FAR;
}

const FORMAT: u32 = 3;
/// The kernel's layout. Each line is a member: its name, its offset in bytes (for a bitfield also in bits), its type.
const TABLE: &str = "\
btfgen 3 3fa6be313265d4df
typedef:atomic64_t 8 struct
 counter 0 i64ll
typedef:atomic_t 4 struct
 counter 0 i32
struct:callback_head 16
 next 0 p64>struct:callback_head
 func 8 p64>(p64>struct:callback_head)void
struct:cgroup 2240
 kn 256 p64>struct:kernfs_node
struct:cred 184
 uid 8 typedef:kuid_t
 gid 12 typedef:kgid_t
 euid 24 typedef:kuid_t
 egid 28 typedef:kgid_t
struct:css_set 544
 dfl_cgrp 112 p64>struct:cgroup
struct:dentry 192
 d_parent 24 p64>struct:dentry
 union {
 d_name 32 struct:qstr
 }
struct:file 184
 union {
 f_path 64 struct:path
 }
struct:kernfs_node 136
 __parent 8 p64>struct:kernfs_node
 name 16 p64>u8c
 id 96 u64ll
 ?
 parent 8 p64>struct:kernfs_node
typedef:kgid_t 4 struct
 val 0 u32
typedef:kuid_t 4 struct
 val 0 u32
struct:linux_binprm 408
 file 64 p64>struct:file
struct:list_head 16
 next 0 p64>struct:list_head
 prev 8 p64>struct:list_head
struct:mnt_namespace 200
 ns 0 struct:ns_common
struct:mount 352
 mnt_parent 16 p64>struct:mount
 mnt_mountpoint 24 p64>struct:dentry
 mnt 32 struct:vfsmount
struct:net 4288
 ns 152 struct:ns_common
struct:ns_common 80
 ns_type 0 u32
 stashed@pointer 8 p64>struct:dentry
 ops 16 p64>struct:proc_ns_operations
 inum 24 u32
 __ns_ref 28 struct:refcount_struct
 union {
 struct {
 ns_id 32 u64ll
 ns_tree_node 40 struct:rb_node
 ns_list_node 64 struct:list_head
 }
 ns_rcu 32 struct:callback_head
 }
 ?
 stashed@struct 0 typedef:atomic64_t
 count 20 struct:refcount_struct
struct:nsproxy 72
 mnt_ns 24 p64>struct:mnt_namespace
 net_ns 40 p64>struct:net
struct:path 16
 mnt 0 p64>struct:vfsmount
 dentry 8 p64>struct:dentry
struct:pid 144
 level 4 u32
 numbers 144 [0]struct:upid
struct:pid_namespace 344
 ns 112 struct:ns_common
struct:qstr 16
 union {
 struct {
 hash 0 u32
 len 4 u32
 }
 hash_len 0 u64ll
 }
 name 8 p64>u8
struct:rb_node 24
 __rb_parent_color 0 u64l
 rb_right 8 p64>struct:rb_node
 rb_left 16 p64>struct:rb_node
struct:refcount_struct 4
 refs 0 typedef:atomic_t
struct:signal_struct 1144
 live 4 typedef:atomic_t
 group_exit_code 96 i32
 pids 360 [4]p64>struct:pid
 utime 432 u64ll
 stime 440 u64ll
struct:task_struct 3264
 exit_code 1164 i32
 tgid 1268 i32
 real_parent 1280 p64>struct:task_struct
 group_leader 1328 p64>struct:task_struct
 thread_pid 1368 p64>struct:pid
 utime 1488 u64ll
 stime 1496 u64ll
 start_time 1552 u64ll
 cred 1736 p64>struct:cred
 comm 1752 [16]u8c
 nsproxy 1840 p64>struct:nsproxy
 signal 1848 p64>struct:signal_struct
 cgroups 2376 p64>struct:css_set
struct:upid 16
 nr 0 i32
 ns 8 p64>struct:pid_namespace
struct:vfsmount 32
 mnt_root 0 p64>struct:dentry
 mnt_sb 8 p64>struct:super_block
 mnt_flags 16 i32
 mnt_idmap 24 p64>struct:mnt_idmap
 ?
 mnt_userns 24 p64>struct:user_namespace
enum:pid_type enum u32
 PIDTYPE_PID 0
 PIDTYPE_TGID 1
 PIDTYPE_PGID 2
 PIDTYPE_SID 3
 PIDTYPE_MAX 4
typedef:__kernel_gid32_t u32
typedef:__kernel_pid_t i32
typedef:__kernel_uid32_t u32
typedef:__s64 i64ll
typedef:__u32 u32
typedef:__u64 u64ll
typedef:atomic_long_t struct
typedef:btf_trace_sched_process_exec p64>(p64,p64>struct:task_struct,i32,p64>struct:linux_binprm)void
typedef:btf_trace_sched_process_exit p64>(p64,p64>struct:task_struct,bool)void
typedef:gid_t u32
typedef:pid_t i32
typedef:refcount_t struct:refcount_struct
typedef:s64 i64ll
typedef:uid_t u32
typedef:btf_trace_sched_process_exit@With2Arguments p64>(p64,p64>struct:task_struct,bool)void
typedef:btf_trace_sched_process_exit@With1Argument p64>(p64,p64>struct:task_struct)void
int:bool u _Bool
int:i32 i int
int:i64ll i long long int
int:u32 u unsigned int
int:u64l u long unsigned int
int:u64ll u long long unsigned int
int:u8 u unsigned char
int:u8c u char
";
const FAR: &[u64] = &[];
}
/// Enumerators by the values that they have on the running kernel, and the names of enums and typedefs for `type_exists`.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod relocated {
super::layout::enumerators! {
    super::pid_type, 0xfe317ec370e98710,
    PIDTYPE_PID 0xaa7feb1a486e0440
    PIDTYPE_TGID 0x3da8a9853ad12937
    PIDTYPE_PGID 0xceee59a8e207351b
    PIDTYPE_SID 0x9053e61a398d9c01
    PIDTYPE_MAX 0x4d4c141aa42207ff
}
super::layout::type_names! {
    __kernel_gid32_t 0x13680d170873dd74
    __kernel_pid_t 0x326439c003b1e404
    __kernel_uid32_t 0x72a08486dd19231e
    __s64 0xb9b13143c228957b
    __u32 0xcbbef743cc973472
    __u64 0xcbb50743cc8efb1d
    atomic_long_t 0x5fc5a53a0f896ba1
    btf_trace_sched_process_exec 0x642e5c311b4e85ca
    btf_trace_sched_process_exit 0x640667311b2d4667
    gid_t 0x65e64b35e64b8021
    pid_t 0x9bcda08567ef7ea0
    pid_type 0xfe317ec370e98710
    refcount_t 0x900a2b5e6a1484b9
    s64 0x5d2c2bd4d2fee8c9
    uid_t 0xc731fc4a69649f93
}
}
