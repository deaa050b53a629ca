// Relocatable types of a Linux kernel, written by btfgen 0.1.0. Do not edit: run btfgen again, with these options.
// Kernel: Linux 6.18.44-fc-v657, 5515646 bytes of BTF with hash 188a2bb45e35c31a
//     --allow IPPROTO_TCP
//     --allow TCP_CLOSE
//     --allow TCP_ESTABLISHED
//     --allow TCP_FIN_WAIT1
//     --allow TCP_LAST_ACK
//     --allow TCP_SYN_RECV
//     --allow TCP_SYN_SENT
//     --allow fn:inet_csk_accept
//     --allow in6_addr
//     --allow inet_connection_sock.icsk_inet
//     --allow inet_sock.inet_sport
//     --allow 'sock.{__sk_common,sk_protocol}'
//     --allow 'sock_common.{skc_daddr,skc_dport,skc_family,skc_rcv_saddr,skc_v6_daddr,skc_v6_rcv_saddr}'
//     --allow 'tcp_sock.{bytes_received,bytes_retrans,bytes_sent,inet_conn,total_retrans}'
//     --allow tp:inet_sock_set_state
// A BPF crate that contains this file needs
//     #![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
// and its object needs `btfgen link`, or `btfgen-ld` as its linker.

/// `typedef __u64 __addrpair`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __addrpair = __u64;
/// `typedef __u16 __be16`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __be16 = __u16;
/// `typedef __u32 __be32`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __be32 = __u32;
/// `typedef __u64 __be64`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __be64 = __u64;
/// `typedef unsigned int __kernel_uid32_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __kernel_uid32_t = u32;
/// `typedef __u32 __portpair`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __portpair = __u32;
/// `typedef short int __s16`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __s16 = i16;
/// `typedef int __s32`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __s32 = i32;
/// `typedef long long int __s64`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __s64 = i64;
/// `typedef short unsigned int __u16`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __u16 = u16;
/// `typedef unsigned int __u32`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __u32 = u32;
/// `typedef long long unsigned int __u64`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __u64 = u64;
/// `typedef unsigned char __u8`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __u8 = u8;
/// `typedef struct qrwlock arch_rwlock_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type arch_rwlock_t = qrwlock;
/// `typedef struct qspinlock arch_spinlock_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type arch_spinlock_t = qspinlock;
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
/// `struct bpf_local_storage`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct bpf_local_storage {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { bpf_local_storage }
/// `typedef void (*btf_trace_inet_sock_set_state)(void *, const struct sock *, const int, const int)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_inet_sock_set_state = *mut ::core::ffi::c_void;
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
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct cgroup {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { cgroup }
/// `struct cred`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct cred {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { cred }
/// `typedef u8 dscp_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type dscp_t = u8;
/// `struct dst_entry`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct dst_entry {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { dst_entry }
/// `struct fastopen_queue`
///
/// Its fields: [`fields::fastopen_queue`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct fastopen_queue {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { fastopen_queue, "struct:fastopen_queue", fields }
/// `struct flowi`
///
/// Its fields: [`fields::flowi`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi, "struct:flowi", fields }
/// `union {…} u`
///
/// Its fields: [`fields::flowi__u`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi__u {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi__u, "anon:struct:flowi.u", fields }
/// `struct flowi4`
///
/// Its fields: [`fields::flowi4`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi4 {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi4, "struct:flowi4", fields }
/// `struct flowi6`
///
/// Its fields: [`fields::flowi6`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi6 {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi6, "struct:flowi6", fields }
/// `struct flowi_common`
///
/// Its fields: [`fields::flowi_common`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi_common {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi_common, "struct:flowi_common", fields }
/// `struct flowi_tunnel`
///
/// Its fields: [`fields::flowi_tunnel`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi_tunnel {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi_tunnel, "struct:flowi_tunnel", fields }
/// `union flowi_uli`
///
/// Its fields: [`fields::flowi_uli`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi_uli {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi_uli, "union:flowi_uli", fields }
/// `struct {…} icmpt`
///
/// Its fields: [`fields::flowi_uli__icmpt`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi_uli__icmpt {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi_uli__icmpt, "anon:union:flowi_uli.icmpt", fields }
/// `struct {…} mht`
///
/// Its fields: [`fields::flowi_uli__mht`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi_uli__mht {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi_uli__mht, "anon:union:flowi_uli.mht", fields }
/// `struct {…} ports`
///
/// Its fields: [`fields::flowi_uli__ports`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flowi_uli__ports {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flowi_uli__ports, "anon:union:flowi_uli.ports", fields }
/// `typedef unsigned int gfp_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type gfp_t = u32;
/// `struct hlist_node`
///
/// Its fields: [`fields::hlist_node`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct hlist_node {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { hlist_node, "struct:hlist_node", fields }
/// `struct hlist_nulls_node`
///
/// Its fields: [`fields::hlist_nulls_node`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct hlist_nulls_node {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { hlist_nulls_node, "struct:hlist_nulls_node", fields }
/// `struct in6_addr`
///
/// Its fields: [`fields::in6_addr`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct in6_addr {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { in6_addr, "struct:in6_addr", fields }
/// `union {…} in6_u`
///
/// Its fields: [`fields::in6_addr__in6_u`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct in6_addr__in6_u {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { in6_addr__in6_u, "anon:struct:in6_addr.in6_u", fields }
/// `struct inet_bind2_bucket`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_bind2_bucket {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { inet_bind2_bucket }
/// `struct inet_bind_bucket`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_bind_bucket {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { inet_bind_bucket }
/// `struct inet_connection_sock`
///
/// Its fields: [`fields::inet_connection_sock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_connection_sock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { inet_connection_sock, "struct:inet_connection_sock", fields }
/// `struct {…} icsk_ack`
///
/// Its fields: [`fields::inet_connection_sock__icsk_ack`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_connection_sock__icsk_ack {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { inet_connection_sock__icsk_ack, "anon:struct:inet_connection_sock.icsk_ack", fields }
/// `struct {…} icsk_mtup`
///
/// Its fields: [`fields::inet_connection_sock__icsk_mtup`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_connection_sock__icsk_mtup {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { inet_connection_sock__icsk_mtup, "anon:struct:inet_connection_sock.icsk_mtup", fields }
/// `struct inet_connection_sock_af_ops`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_connection_sock_af_ops {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { inet_connection_sock_af_ops }
/// `struct inet_cork`
///
/// Its fields: [`fields::inet_cork`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_cork {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { inet_cork, "struct:inet_cork", fields }
/// `struct inet_cork_full`
///
/// Its fields: [`fields::inet_cork_full`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_cork_full {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { inet_cork_full, "struct:inet_cork_full", fields }
/// `struct inet_sock`
///
/// Its fields: [`fields::inet_sock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_sock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { inet_sock, "struct:inet_sock", fields }
/// `struct inet_timewait_death_row`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inet_timewait_death_row {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { inet_timewait_death_row }
/// `struct ip_mc_socklist`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct ip_mc_socklist {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { ip_mc_socklist }
/// `struct ip_options`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct ip_options {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { ip_options }
/// `struct ip_options_rcu`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct ip_options_rcu {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { ip_options_rcu }
/// `struct ipv6_fl_socklist`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct ipv6_fl_socklist {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { ipv6_fl_socklist }
/// `struct ipv6_pinfo`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct ipv6_pinfo {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { ipv6_pinfo }
/// `typedef s64 ktime_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type ktime_t = s64;
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
/// `struct mem_cgroup`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct mem_cgroup {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { mem_cgroup }
/// `struct net`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct net {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { net }
/// `typedef u64 netdev_features_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type netdev_features_t = u64;
/// `typedef struct {…} netns_tracker`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct netns_tracker {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { netns_tracker, "typedef:netns_tracker" }
/// `struct numa_drop_counters`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct numa_drop_counters {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { numa_drop_counters }
/// `struct page`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct page {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { page }
/// `struct page_frag`
///
/// Its fields: [`fields::page_frag`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct page_frag {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { page_frag, "struct:page_frag", fields }
/// `struct pid`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct pid {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { pid }
/// `typedef struct {…} possible_net_t`
///
/// Its fields: [`fields::possible_net_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct possible_net_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { possible_net_t, "typedef:possible_net_t", fields }
/// `struct proto`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct proto {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { proto }
/// `struct proto_accept_arg`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct proto_accept_arg {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { proto_accept_arg }
/// `struct pt_regs`
///
/// Its fields: [`fields::pt_regs`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct pt_regs {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { pt_regs, "struct:pt_regs", fields }
/// `struct qrwlock`
///
/// Its fields: [`fields::qrwlock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct qrwlock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { qrwlock, "struct:qrwlock", fields }
/// `struct qspinlock`
///
/// Its fields: [`fields::qspinlock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct qspinlock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { qspinlock, "struct:qspinlock", fields }
/// `struct raw_spinlock`
///
/// Its fields: [`fields::raw_spinlock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct raw_spinlock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { raw_spinlock, "struct:raw_spinlock", fields }
/// `struct rb_node`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct rb_node {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { rb_node }
/// `struct rb_root`
///
/// Its fields: [`fields::rb_root`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct rb_root {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { rb_root, "struct:rb_root", fields }
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
/// `struct request_sock`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct request_sock {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { request_sock }
/// `struct request_sock_queue`
///
/// Its fields: [`fields::request_sock_queue`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct request_sock_queue {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { request_sock_queue, "struct:request_sock_queue", fields }
/// `typedef struct {…} rwlock_t`
///
/// Its fields: [`fields::rwlock_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct rwlock_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { rwlock_t, "typedef:rwlock_t", fields }
/// `typedef __s64 s64`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type s64 = __s64;
/// `struct sk_buff`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sk_buff {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { sk_buff }
/// `struct sk_buff_head`
///
/// Its fields: [`fields::sk_buff_head`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sk_buff_head {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { sk_buff_head, "struct:sk_buff_head", fields }
/// `struct sk_buff_list`
///
/// Its fields: [`fields::sk_buff_list`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sk_buff_list {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { sk_buff_list, "struct:sk_buff_list", fields }
/// `struct sk_filter`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sk_filter {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { sk_filter }
/// `struct sock`
///
/// Its fields: [`fields::sock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { sock, "struct:sock", fields }
/// `struct {…} sk_backlog`
///
/// Its fields: [`fields::sock__sk_backlog`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sock__sk_backlog {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { sock__sk_backlog, "anon:struct:sock.sk_backlog", fields }
/// `struct sock_cgroup_data`
///
/// Its fields: [`fields::sock_cgroup_data`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sock_cgroup_data {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { sock_cgroup_data, "struct:sock_cgroup_data", fields }
/// `struct sock_common`
///
/// Its fields: [`fields::sock_common`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sock_common {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { sock_common, "struct:sock_common", fields }
/// `struct sock_reuseport`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sock_reuseport {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { sock_reuseport }
/// `struct socket`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct socket {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { socket }
/// `typedef struct {…} socket_lock_t`
///
/// Its fields: [`fields::socket_lock_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct socket_lock_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { socket_lock_t, "typedef:socket_lock_t", fields }
/// `struct socket_wq`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct socket_wq {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { socket_wq }
/// `struct spinlock`
///
/// Its fields: [`fields::spinlock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct spinlock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { spinlock, "struct:spinlock", fields }
/// `typedef struct spinlock spinlock_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type spinlock_t = spinlock;
/// `struct tcp_congestion_ops`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct tcp_congestion_ops {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { tcp_congestion_ops }
/// `struct tcp_fastopen_context`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct tcp_fastopen_context {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { tcp_fastopen_context }
/// `struct tcp_sock`
///
/// Its fields: [`fields::tcp_sock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct tcp_sock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { tcp_sock, "struct:tcp_sock", fields }
/// `struct tcp_ulp_ops`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct tcp_ulp_ops {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { tcp_ulp_ops }
/// `struct timer_list`
///
/// Its fields: [`fields::timer_list`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct timer_list {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { timer_list, "struct:timer_list", fields }
/// `typedef __kernel_uid32_t uid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type uid_t = __kernel_uid32_t;
/// `struct wait_queue_head`
///
/// Its fields: [`fields::wait_queue_head`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct wait_queue_head {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { wait_queue_head, "struct:wait_queue_head", fields }
/// `typedef struct wait_queue_head wait_queue_head_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type wait_queue_head_t = wait_queue_head;
/// `struct xarray`
///
/// Its fields: [`fields::xarray`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct xarray {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { xarray, "struct:xarray", fields }
/// `struct xfrm_policy`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct xfrm_policy {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { xfrm_policy }
/// `enum { IPPROTO_TCP = 6 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const IPPROTO_TCP: u32 = 6;
/// `enum { TCP_ESTABLISHED = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TCP_ESTABLISHED: u32 = 1;
/// `enum { TCP_SYN_SENT = 2 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TCP_SYN_SENT: u32 = 2;
/// `enum { TCP_SYN_RECV = 3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TCP_SYN_RECV: u32 = 3;
/// `enum { TCP_FIN_WAIT1 = 4 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TCP_FIN_WAIT1: u32 = 4;
/// `enum { TCP_CLOSE = 7 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TCP_CLOSE: u32 = 7;
/// `enum { TCP_LAST_ACK = 9 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TCP_LAST_ACK: u32 = 9;
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
/// The fields of `struct fastopen_queue`.
#[repr(transparent)]
pub struct fastopen_queue<R: btfgen::Opaque, P>(btfgen::Members<super::fastopen_queue, R, P>);
super::layout::fields!(fastopen_queue);
impl<R: btfgen::Opaque, P> fastopen_queue<R, P> {
    /// `struct request_sock *rskq_rst_head`
    #[inline(always)]
    pub fn rskq_rst_head(&self) -> btfgen::Field<*mut super::request_sock, R, P, { btfgen::name("rskq_rst_head") }> {
        btfgen::then(&self.0)
    }
    /// `struct request_sock *rskq_rst_tail`
    #[inline(always)]
    pub fn rskq_rst_tail(&self) -> btfgen::Field<*mut super::request_sock, R, P, { btfgen::name("rskq_rst_tail") }> {
        btfgen::then(&self.0)
    }
    /// `spinlock_t lock`
    #[inline(always)]
    pub fn lock(&self) -> btfgen::Field<super::spinlock_t, R, P, { btfgen::name("lock") }> {
        btfgen::then(&self.0)
    }
    /// `int qlen`
    #[inline(always)]
    pub fn qlen(&self) -> btfgen::Field<i32, R, P, { btfgen::name("qlen") }> {
        btfgen::then(&self.0)
    }
    /// `int max_qlen`
    #[inline(always)]
    pub fn max_qlen(&self) -> btfgen::Field<i32, R, P, { btfgen::name("max_qlen") }> {
        btfgen::then(&self.0)
    }
    /// `struct tcp_fastopen_context *ctx`
    #[inline(always)]
    pub fn ctx(&self) -> btfgen::Field<*mut super::tcp_fastopen_context, R, P, { btfgen::name("ctx") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct flowi`.
#[repr(transparent)]
pub struct flowi<R: btfgen::Opaque, P>(btfgen::Members<super::flowi, R, P>);
super::layout::fields!(flowi);
impl<R: btfgen::Opaque, P> flowi<R, P> {
    /// `union {…} u`
    #[inline(always)]
    pub fn u(&self) -> btfgen::Field<super::flowi__u, R, P, { btfgen::name("u") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union {…} u`.
#[repr(transparent)]
pub struct flowi__u<R: btfgen::Opaque, P>(btfgen::Members<super::flowi__u, R, P>);
super::layout::fields!(flowi__u);
impl<R: btfgen::Opaque, P> flowi__u<R, P> {
    /// `struct flowi_common __fl_common`
    #[inline(always)]
    pub fn __fl_common(&self) -> btfgen::Field<super::flowi_common, R, P, { btfgen::name("__fl_common") }> {
        btfgen::then(&self.0)
    }
    /// `struct flowi4 ip4`
    #[inline(always)]
    pub fn ip4(&self) -> btfgen::Field<super::flowi4, R, P, { btfgen::name("ip4") }> {
        btfgen::then(&self.0)
    }
    /// `struct flowi6 ip6`
    #[inline(always)]
    pub fn ip6(&self) -> btfgen::Field<super::flowi6, R, P, { btfgen::name("ip6") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct flowi4`.
#[repr(transparent)]
pub struct flowi4<R: btfgen::Opaque, P>(btfgen::Members<super::flowi4, R, P>);
super::layout::fields!(flowi4);
impl<R: btfgen::Opaque, P> flowi4<R, P> {
    /// `struct flowi_common __fl_common`
    #[inline(always)]
    pub fn __fl_common(&self) -> btfgen::Field<super::flowi_common, R, P, { btfgen::name("__fl_common") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 saddr`
    #[inline(always)]
    pub fn saddr(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("saddr") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 daddr`
    #[inline(always)]
    pub fn daddr(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("daddr") }> {
        btfgen::then(&self.0)
    }
    /// `union flowi_uli uli`
    #[inline(always)]
    pub fn uli(&self) -> btfgen::Field<super::flowi_uli, R, P, { btfgen::name("uli") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct flowi6`.
#[repr(transparent)]
pub struct flowi6<R: btfgen::Opaque, P>(btfgen::Members<super::flowi6, R, P>);
super::layout::fields!(flowi6);
impl<R: btfgen::Opaque, P> flowi6<R, P> {
    /// `struct flowi_common __fl_common`
    #[inline(always)]
    pub fn __fl_common(&self) -> btfgen::Field<super::flowi_common, R, P, { btfgen::name("__fl_common") }> {
        btfgen::then(&self.0)
    }
    /// `struct in6_addr daddr`
    #[inline(always)]
    pub fn daddr(&self) -> btfgen::Field<super::in6_addr, R, P, { btfgen::name("daddr") }> {
        btfgen::then(&self.0)
    }
    /// `struct in6_addr saddr`
    #[inline(always)]
    pub fn saddr(&self) -> btfgen::Field<super::in6_addr, R, P, { btfgen::name("saddr") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 flowlabel`
    #[inline(always)]
    pub fn flowlabel(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("flowlabel") }> {
        btfgen::then(&self.0)
    }
    /// `union flowi_uli uli`
    #[inline(always)]
    pub fn uli(&self) -> btfgen::Field<super::flowi_uli, R, P, { btfgen::name("uli") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 mp_hash`
    #[inline(always)]
    pub fn mp_hash(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("mp_hash") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct flowi_common`.
#[repr(transparent)]
pub struct flowi_common<R: btfgen::Opaque, P>(btfgen::Members<super::flowi_common, R, P>);
super::layout::fields!(flowi_common);
impl<R: btfgen::Opaque, P> flowi_common<R, P> {
    /// `int flowic_oif`
    #[inline(always)]
    pub fn flowic_oif(&self) -> btfgen::Field<i32, R, P, { btfgen::name("flowic_oif") }> {
        btfgen::then(&self.0)
    }
    /// `int flowic_iif`
    #[inline(always)]
    pub fn flowic_iif(&self) -> btfgen::Field<i32, R, P, { btfgen::name("flowic_iif") }> {
        btfgen::then(&self.0)
    }
    /// `int flowic_l3mdev`
    #[inline(always)]
    pub fn flowic_l3mdev(&self) -> btfgen::Field<i32, R, P, { btfgen::name("flowic_l3mdev") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 flowic_mark`
    #[inline(always)]
    pub fn flowic_mark(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("flowic_mark") }> {
        btfgen::then(&self.0)
    }
    /// `dscp_t flowic_dscp`
    #[inline(always)]
    pub fn flowic_dscp(&self) -> btfgen::Field<super::dscp_t, R, P, { btfgen::name("flowic_dscp") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 flowic_scope`
    #[inline(always)]
    pub fn flowic_scope(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("flowic_scope") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 flowic_proto`
    #[inline(always)]
    pub fn flowic_proto(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("flowic_proto") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 flowic_flags`
    #[inline(always)]
    pub fn flowic_flags(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("flowic_flags") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 flowic_secid`
    #[inline(always)]
    pub fn flowic_secid(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("flowic_secid") }> {
        btfgen::then(&self.0)
    }
    /// `kuid_t flowic_uid`
    #[inline(always)]
    pub fn flowic_uid(&self) -> btfgen::Field<super::kuid_t, R, P, { btfgen::name("flowic_uid") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 flowic_multipath_hash`
    #[inline(always)]
    pub fn flowic_multipath_hash(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("flowic_multipath_hash") }> {
        btfgen::then(&self.0)
    }
    /// `struct flowi_tunnel flowic_tun_key`
    #[inline(always)]
    pub fn flowic_tun_key(&self) -> btfgen::Field<super::flowi_tunnel, R, P, { btfgen::name("flowic_tun_key") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct flowi_tunnel`.
#[repr(transparent)]
pub struct flowi_tunnel<R: btfgen::Opaque, P>(btfgen::Members<super::flowi_tunnel, R, P>);
super::layout::fields!(flowi_tunnel);
impl<R: btfgen::Opaque, P> flowi_tunnel<R, P> {
    /// `__be64 tun_id`
    #[inline(always)]
    pub fn tun_id(&self) -> btfgen::Field<super::__be64, R, P, { btfgen::name("tun_id") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union flowi_uli`.
#[repr(transparent)]
pub struct flowi_uli<R: btfgen::Opaque, P>(btfgen::Members<super::flowi_uli, R, P>);
super::layout::fields!(flowi_uli);
impl<R: btfgen::Opaque, P> flowi_uli<R, P> {
    /// `struct {…} ports`
    #[inline(always)]
    pub fn ports(&self) -> btfgen::Field<super::flowi_uli__ports, R, P, { btfgen::name("ports") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} icmpt`
    #[inline(always)]
    pub fn icmpt(&self) -> btfgen::Field<super::flowi_uli__icmpt, R, P, { btfgen::name("icmpt") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 gre_key`
    #[inline(always)]
    pub fn gre_key(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("gre_key") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} mht`
    #[inline(always)]
    pub fn mht(&self) -> btfgen::Field<super::flowi_uli__mht, R, P, { btfgen::name("mht") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} icmpt`.
#[repr(transparent)]
pub struct flowi_uli__icmpt<R: btfgen::Opaque, P>(btfgen::Members<super::flowi_uli__icmpt, R, P>);
super::layout::fields!(flowi_uli__icmpt);
impl<R: btfgen::Opaque, P> flowi_uli__icmpt<R, P> {
    /// `__u8 type`
    #[inline(always)]
    pub fn r#type(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("type") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 code`
    #[inline(always)]
    pub fn code(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("code") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} mht`.
#[repr(transparent)]
pub struct flowi_uli__mht<R: btfgen::Opaque, P>(btfgen::Members<super::flowi_uli__mht, R, P>);
super::layout::fields!(flowi_uli__mht);
impl<R: btfgen::Opaque, P> flowi_uli__mht<R, P> {
    /// `__u8 type`
    #[inline(always)]
    pub fn r#type(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("type") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} ports`.
#[repr(transparent)]
pub struct flowi_uli__ports<R: btfgen::Opaque, P>(btfgen::Members<super::flowi_uli__ports, R, P>);
super::layout::fields!(flowi_uli__ports);
impl<R: btfgen::Opaque, P> flowi_uli__ports<R, P> {
    /// `__be16 dport`
    #[inline(always)]
    pub fn dport(&self) -> btfgen::Field<super::__be16, R, P, { btfgen::name("dport") }> {
        btfgen::then(&self.0)
    }
    /// `__be16 sport`
    #[inline(always)]
    pub fn sport(&self) -> btfgen::Field<super::__be16, R, P, { btfgen::name("sport") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct hlist_node`.
#[repr(transparent)]
pub struct hlist_node<R: btfgen::Opaque, P>(btfgen::Members<super::hlist_node, R, P>);
super::layout::fields!(hlist_node);
impl<R: btfgen::Opaque, P> hlist_node<R, P> {
    /// `struct hlist_node *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::hlist_node, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `struct hlist_node **pprev`
    #[inline(always)]
    pub fn pprev(&self) -> btfgen::Field<*mut *mut super::hlist_node, R, P, { btfgen::name("pprev") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct hlist_nulls_node`.
#[repr(transparent)]
pub struct hlist_nulls_node<R: btfgen::Opaque, P>(btfgen::Members<super::hlist_nulls_node, R, P>);
super::layout::fields!(hlist_nulls_node);
impl<R: btfgen::Opaque, P> hlist_nulls_node<R, P> {
    /// `struct hlist_nulls_node *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::hlist_nulls_node, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `struct hlist_nulls_node **pprev`
    #[inline(always)]
    pub fn pprev(&self) -> btfgen::Field<*mut *mut super::hlist_nulls_node, R, P, { btfgen::name("pprev") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct in6_addr`.
#[repr(transparent)]
pub struct in6_addr<R: btfgen::Opaque, P>(btfgen::Members<super::in6_addr, R, P>);
super::layout::fields!(in6_addr);
impl<R: btfgen::Opaque, P> in6_addr<R, P> {
    /// `union {…} in6_u`
    #[inline(always)]
    pub fn in6_u(&self) -> btfgen::Field<super::in6_addr__in6_u, R, P, { btfgen::name("in6_u") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union {…} in6_u`.
#[repr(transparent)]
pub struct in6_addr__in6_u<R: btfgen::Opaque, P>(btfgen::Members<super::in6_addr__in6_u, R, P>);
super::layout::fields!(in6_addr__in6_u);
impl<R: btfgen::Opaque, P> in6_addr__in6_u<R, P> {
    /// `__u8 u6_addr8[16]`
    #[inline(always)]
    pub fn u6_addr8(&self) -> btfgen::Field<btfgen::Array<super::__u8, 16>, R, P, { btfgen::name("u6_addr8") }> {
        btfgen::then(&self.0)
    }
    /// `__be16 u6_addr16[8]`
    #[inline(always)]
    pub fn u6_addr16(&self) -> btfgen::Field<btfgen::Array<super::__be16, 8>, R, P, { btfgen::name("u6_addr16") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 u6_addr32[4]`
    #[inline(always)]
    pub fn u6_addr32(&self) -> btfgen::Field<btfgen::Array<super::__be32, 4>, R, P, { btfgen::name("u6_addr32") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct inet_connection_sock`.
#[repr(transparent)]
pub struct inet_connection_sock<R: btfgen::Opaque, P>(btfgen::Members<super::inet_connection_sock, R, P>);
super::layout::fields!(inet_connection_sock);
impl<R: btfgen::Opaque, P> inet_connection_sock<R, P> {
    /// `struct inet_sock icsk_inet`
    #[inline(always)]
    pub fn icsk_inet(&self) -> btfgen::Field<super::inet_sock, R, P, { btfgen::name("icsk_inet") }> {
        btfgen::then(&self.0)
    }
    /// `struct request_sock_queue icsk_accept_queue`
    #[inline(always)]
    pub fn icsk_accept_queue(&self) -> btfgen::Field<super::request_sock_queue, R, P, { btfgen::name("icsk_accept_queue") }> {
        btfgen::then(&self.0)
    }
    /// `struct inet_bind_bucket *icsk_bind_hash`
    #[inline(always)]
    pub fn icsk_bind_hash(&self) -> btfgen::Field<*mut super::inet_bind_bucket, R, P, { btfgen::name("icsk_bind_hash") }> {
        btfgen::then(&self.0)
    }
    /// `struct inet_bind2_bucket *icsk_bind2_hash`
    #[inline(always)]
    pub fn icsk_bind2_hash(&self) -> btfgen::Field<*mut super::inet_bind2_bucket, R, P, { btfgen::name("icsk_bind2_hash") }> {
        btfgen::then(&self.0)
    }
    /// `struct timer_list icsk_retransmit_timer`
    #[inline(always)]
    pub fn icsk_retransmit_timer(&self) -> btfgen::Field<super::timer_list, R, P, { btfgen::name("icsk_retransmit_timer") }> {
        btfgen::then(&self.0)
    }
    /// `struct timer_list icsk_delack_timer`
    #[inline(always)]
    pub fn icsk_delack_timer(&self) -> btfgen::Field<super::timer_list, R, P, { btfgen::name("icsk_delack_timer") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 icsk_rto`
    #[inline(always)]
    pub fn icsk_rto(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("icsk_rto") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 icsk_rto_min`
    #[inline(always)]
    pub fn icsk_rto_min(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("icsk_rto_min") }> {
        btfgen::then(&self.0)
    }
    /// `u32 icsk_rto_max`
    #[inline(always)]
    pub fn icsk_rto_max(&self) -> btfgen::Field<u32, R, P, { btfgen::name("icsk_rto_max") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 icsk_delack_max`
    #[inline(always)]
    pub fn icsk_delack_max(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("icsk_delack_max") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 icsk_pmtu_cookie`
    #[inline(always)]
    pub fn icsk_pmtu_cookie(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("icsk_pmtu_cookie") }> {
        btfgen::then(&self.0)
    }
    /// `const struct tcp_congestion_ops *icsk_ca_ops`
    #[inline(always)]
    pub fn icsk_ca_ops(&self) -> btfgen::Field<*const super::tcp_congestion_ops, R, P, { btfgen::name("icsk_ca_ops") }> {
        btfgen::then(&self.0)
    }
    /// `const struct inet_connection_sock_af_ops *icsk_af_ops`
    #[inline(always)]
    pub fn icsk_af_ops(&self) -> btfgen::Field<*const super::inet_connection_sock_af_ops, R, P, { btfgen::name("icsk_af_ops") }> {
        btfgen::then(&self.0)
    }
    /// `const struct tcp_ulp_ops *icsk_ulp_ops`
    #[inline(always)]
    pub fn icsk_ulp_ops(&self) -> btfgen::Field<*const super::tcp_ulp_ops, R, P, { btfgen::name("icsk_ulp_ops") }> {
        btfgen::then(&self.0)
    }
    /// `void *icsk_ulp_data`
    #[inline(always)]
    pub fn icsk_ulp_data(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("icsk_ulp_data") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int (*icsk_sync_mss)(struct sock *, u32)`
    #[inline(always)]
    pub fn icsk_sync_mss(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("icsk_sync_mss") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_ca_state:5`
    #[inline(always)]
    pub fn icsk_ca_state(&self) -> btfgen::Field<btfgen::Bits<super::__u8>, R, P, { btfgen::name("icsk_ca_state") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_ca_initialized:1`
    #[inline(always)]
    pub fn icsk_ca_initialized(&self) -> btfgen::Field<btfgen::Bits<super::__u8>, R, P, { btfgen::name("icsk_ca_initialized") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_ca_setsockopt:1`
    #[inline(always)]
    pub fn icsk_ca_setsockopt(&self) -> btfgen::Field<btfgen::Bits<super::__u8>, R, P, { btfgen::name("icsk_ca_setsockopt") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_ca_dst_locked:1`
    #[inline(always)]
    pub fn icsk_ca_dst_locked(&self) -> btfgen::Field<btfgen::Bits<super::__u8>, R, P, { btfgen::name("icsk_ca_dst_locked") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_retransmits`
    #[inline(always)]
    pub fn icsk_retransmits(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("icsk_retransmits") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_pending`
    #[inline(always)]
    pub fn icsk_pending(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("icsk_pending") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_backoff`
    #[inline(always)]
    pub fn icsk_backoff(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("icsk_backoff") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_syn_retries`
    #[inline(always)]
    pub fn icsk_syn_retries(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("icsk_syn_retries") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 icsk_probes_out`
    #[inline(always)]
    pub fn icsk_probes_out(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("icsk_probes_out") }> {
        btfgen::then(&self.0)
    }
    /// `__u16 icsk_ext_hdr_len`
    #[inline(always)]
    pub fn icsk_ext_hdr_len(&self) -> btfgen::Field<super::__u16, R, P, { btfgen::name("icsk_ext_hdr_len") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} icsk_ack`
    #[inline(always)]
    pub fn icsk_ack(&self) -> btfgen::Field<super::inet_connection_sock__icsk_ack, R, P, { btfgen::name("icsk_ack") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} icsk_mtup`
    #[inline(always)]
    pub fn icsk_mtup(&self) -> btfgen::Field<super::inet_connection_sock__icsk_mtup, R, P, { btfgen::name("icsk_mtup") }> {
        btfgen::then(&self.0)
    }
    /// `u32 icsk_probes_tstamp`
    #[inline(always)]
    pub fn icsk_probes_tstamp(&self) -> btfgen::Field<u32, R, P, { btfgen::name("icsk_probes_tstamp") }> {
        btfgen::then(&self.0)
    }
    /// `u32 icsk_user_timeout`
    #[inline(always)]
    pub fn icsk_user_timeout(&self) -> btfgen::Field<u32, R, P, { btfgen::name("icsk_user_timeout") }> {
        btfgen::then(&self.0)
    }
    /// `u64 icsk_ca_priv[13]`
    #[inline(always)]
    pub fn icsk_ca_priv(&self) -> btfgen::Field<btfgen::Array<u64, 13>, R, P, { btfgen::name("icsk_ca_priv") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} icsk_ack`.
#[repr(transparent)]
pub struct inet_connection_sock__icsk_ack<R: btfgen::Opaque, P>(btfgen::Members<super::inet_connection_sock__icsk_ack, R, P>);
super::layout::fields!(inet_connection_sock__icsk_ack);
impl<R: btfgen::Opaque, P> inet_connection_sock__icsk_ack<R, P> {
    /// `__u8 pending`
    #[inline(always)]
    pub fn pending(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("pending") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 quick`
    #[inline(always)]
    pub fn quick(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("quick") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 pingpong`
    #[inline(always)]
    pub fn pingpong(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("pingpong") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 retry`
    #[inline(always)]
    pub fn retry(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("retry") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 ato:8`
    #[inline(always)]
    pub fn ato(&self) -> btfgen::Field<btfgen::Bits<super::__u32>, R, P, { btfgen::name("ato") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 lrcv_flowlabel:20`
    #[inline(always)]
    pub fn lrcv_flowlabel(&self) -> btfgen::Field<btfgen::Bits<super::__u32>, R, P, { btfgen::name("lrcv_flowlabel") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 dst_quick_ack:1`
    #[inline(always)]
    pub fn dst_quick_ack(&self) -> btfgen::Field<btfgen::Bits<super::__u32>, R, P, { btfgen::name("dst_quick_ack") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 unused:3`
    #[inline(always)]
    pub fn unused(&self) -> btfgen::Field<btfgen::Bits<super::__u32>, R, P, { btfgen::name("unused") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 lrcvtime`
    #[inline(always)]
    pub fn lrcvtime(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("lrcvtime") }> {
        btfgen::then(&self.0)
    }
    /// `__u16 last_seg_size`
    #[inline(always)]
    pub fn last_seg_size(&self) -> btfgen::Field<super::__u16, R, P, { btfgen::name("last_seg_size") }> {
        btfgen::then(&self.0)
    }
    /// `__u16 rcv_mss`
    #[inline(always)]
    pub fn rcv_mss(&self) -> btfgen::Field<super::__u16, R, P, { btfgen::name("rcv_mss") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} icsk_mtup`.
#[repr(transparent)]
pub struct inet_connection_sock__icsk_mtup<R: btfgen::Opaque, P>(btfgen::Members<super::inet_connection_sock__icsk_mtup, R, P>);
super::layout::fields!(inet_connection_sock__icsk_mtup);
impl<R: btfgen::Opaque, P> inet_connection_sock__icsk_mtup<R, P> {
    /// `int search_high`
    #[inline(always)]
    pub fn search_high(&self) -> btfgen::Field<i32, R, P, { btfgen::name("search_high") }> {
        btfgen::then(&self.0)
    }
    /// `int search_low`
    #[inline(always)]
    pub fn search_low(&self) -> btfgen::Field<i32, R, P, { btfgen::name("search_low") }> {
        btfgen::then(&self.0)
    }
    /// `u32 probe_size:31`
    #[inline(always)]
    pub fn probe_size(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("probe_size") }> {
        btfgen::then(&self.0)
    }
    /// `u32 enabled:1`
    #[inline(always)]
    pub fn enabled(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("enabled") }> {
        btfgen::then(&self.0)
    }
    /// `u32 probe_timestamp`
    #[inline(always)]
    pub fn probe_timestamp(&self) -> btfgen::Field<u32, R, P, { btfgen::name("probe_timestamp") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct inet_cork`.
#[repr(transparent)]
pub struct inet_cork<R: btfgen::Opaque, P>(btfgen::Members<super::inet_cork, R, P>);
super::layout::fields!(inet_cork);
impl<R: btfgen::Opaque, P> inet_cork<R, P> {
    /// `unsigned int flags`
    #[inline(always)]
    pub fn flags(&self) -> btfgen::Field<u32, R, P, { btfgen::name("flags") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 addr`
    #[inline(always)]
    pub fn addr(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("addr") }> {
        btfgen::then(&self.0)
    }
    /// `struct ip_options *opt`
    #[inline(always)]
    pub fn opt(&self) -> btfgen::Field<*mut super::ip_options, R, P, { btfgen::name("opt") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int fragsize`
    #[inline(always)]
    pub fn fragsize(&self) -> btfgen::Field<u32, R, P, { btfgen::name("fragsize") }> {
        btfgen::then(&self.0)
    }
    /// `int length`
    #[inline(always)]
    pub fn length(&self) -> btfgen::Field<i32, R, P, { btfgen::name("length") }> {
        btfgen::then(&self.0)
    }
    /// `struct dst_entry *dst`
    #[inline(always)]
    pub fn dst(&self) -> btfgen::Field<*mut super::dst_entry, R, P, { btfgen::name("dst") }> {
        btfgen::then(&self.0)
    }
    /// `u8 tx_flags`
    #[inline(always)]
    pub fn tx_flags(&self) -> btfgen::Field<u8, R, P, { btfgen::name("tx_flags") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 ttl`
    #[inline(always)]
    pub fn ttl(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("ttl") }> {
        btfgen::then(&self.0)
    }
    /// `__s16 tos`
    #[inline(always)]
    pub fn tos(&self) -> btfgen::Field<super::__s16, R, P, { btfgen::name("tos") }> {
        btfgen::then(&self.0)
    }
    /// `u32 priority`
    #[inline(always)]
    pub fn priority(&self) -> btfgen::Field<u32, R, P, { btfgen::name("priority") }> {
        btfgen::then(&self.0)
    }
    /// `__u16 gso_size`
    #[inline(always)]
    pub fn gso_size(&self) -> btfgen::Field<super::__u16, R, P, { btfgen::name("gso_size") }> {
        btfgen::then(&self.0)
    }
    /// `u32 ts_opt_id`
    #[inline(always)]
    pub fn ts_opt_id(&self) -> btfgen::Field<u32, R, P, { btfgen::name("ts_opt_id") }> {
        btfgen::then(&self.0)
    }
    /// `u64 transmit_time`
    #[inline(always)]
    pub fn transmit_time(&self) -> btfgen::Field<u64, R, P, { btfgen::name("transmit_time") }> {
        btfgen::then(&self.0)
    }
    /// `u32 mark`
    #[inline(always)]
    pub fn mark(&self) -> btfgen::Field<u32, R, P, { btfgen::name("mark") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct inet_cork_full`.
#[repr(transparent)]
pub struct inet_cork_full<R: btfgen::Opaque, P>(btfgen::Members<super::inet_cork_full, R, P>);
super::layout::fields!(inet_cork_full);
impl<R: btfgen::Opaque, P> inet_cork_full<R, P> {
    /// `struct inet_cork base`
    #[inline(always)]
    pub fn base(&self) -> btfgen::Field<super::inet_cork, R, P, { btfgen::name("base") }> {
        btfgen::then(&self.0)
    }
    /// `struct flowi fl`
    #[inline(always)]
    pub fn fl(&self) -> btfgen::Field<super::flowi, R, P, { btfgen::name("fl") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct inet_sock`.
#[repr(transparent)]
pub struct inet_sock<R: btfgen::Opaque, P>(btfgen::Members<super::inet_sock, R, P>);
super::layout::fields!(inet_sock);
impl<R: btfgen::Opaque, P> inet_sock<R, P> {
    /// `struct sock sk`
    #[inline(always)]
    pub fn sk(&self) -> btfgen::Field<super::sock, R, P, { btfgen::name("sk") }> {
        btfgen::then(&self.0)
    }
    /// `struct ipv6_pinfo *pinet6`
    #[inline(always)]
    pub fn pinet6(&self) -> btfgen::Field<*mut super::ipv6_pinfo, R, P, { btfgen::name("pinet6") }> {
        btfgen::then(&self.0)
    }
    /// `struct ipv6_fl_socklist *ipv6_fl_list`
    #[inline(always)]
    pub fn ipv6_fl_list(&self) -> btfgen::Field<*mut super::ipv6_fl_socklist, R, P, { btfgen::name("ipv6_fl_list") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int inet_flags`
    #[inline(always)]
    pub fn inet_flags(&self) -> btfgen::Field<u64, R, P, { btfgen::name("inet_flags") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 inet_saddr`
    #[inline(always)]
    pub fn inet_saddr(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("inet_saddr") }> {
        btfgen::then(&self.0)
    }
    /// `__s16 uc_ttl`
    #[inline(always)]
    pub fn uc_ttl(&self) -> btfgen::Field<super::__s16, R, P, { btfgen::name("uc_ttl") }> {
        btfgen::then(&self.0)
    }
    /// `__be16 inet_sport`
    #[inline(always)]
    pub fn inet_sport(&self) -> btfgen::Field<super::__be16, R, P, { btfgen::name("inet_sport") }> {
        btfgen::then(&self.0)
    }
    /// `struct ip_options_rcu *inet_opt`
    #[inline(always)]
    pub fn inet_opt(&self) -> btfgen::Field<*mut super::ip_options_rcu, R, P, { btfgen::name("inet_opt") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t inet_id`
    #[inline(always)]
    pub fn inet_id(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("inet_id") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 tos`
    #[inline(always)]
    pub fn tos(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("tos") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 min_ttl`
    #[inline(always)]
    pub fn min_ttl(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("min_ttl") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 mc_ttl`
    #[inline(always)]
    pub fn mc_ttl(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("mc_ttl") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 pmtudisc`
    #[inline(always)]
    pub fn pmtudisc(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("pmtudisc") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 rcv_tos`
    #[inline(always)]
    pub fn rcv_tos(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("rcv_tos") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 convert_csum`
    #[inline(always)]
    pub fn convert_csum(&self) -> btfgen::Field<super::__u8, R, P, { btfgen::name("convert_csum") }> {
        btfgen::then(&self.0)
    }
    /// `int uc_index`
    #[inline(always)]
    pub fn uc_index(&self) -> btfgen::Field<i32, R, P, { btfgen::name("uc_index") }> {
        btfgen::then(&self.0)
    }
    /// `int mc_index`
    #[inline(always)]
    pub fn mc_index(&self) -> btfgen::Field<i32, R, P, { btfgen::name("mc_index") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 mc_addr`
    #[inline(always)]
    pub fn mc_addr(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("mc_addr") }> {
        btfgen::then(&self.0)
    }
    /// `u32 local_port_range`
    #[inline(always)]
    pub fn local_port_range(&self) -> btfgen::Field<u32, R, P, { btfgen::name("local_port_range") }> {
        btfgen::then(&self.0)
    }
    /// `struct ip_mc_socklist *mc_list`
    #[inline(always)]
    pub fn mc_list(&self) -> btfgen::Field<*mut super::ip_mc_socklist, R, P, { btfgen::name("mc_list") }> {
        btfgen::then(&self.0)
    }
    /// `struct inet_cork_full cork`
    #[inline(always)]
    pub fn cork(&self) -> btfgen::Field<super::inet_cork_full, R, P, { btfgen::name("cork") }> {
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
/// The fields of `struct page_frag`.
#[repr(transparent)]
pub struct page_frag<R: btfgen::Opaque, P>(btfgen::Members<super::page_frag, R, P>);
super::layout::fields!(page_frag);
impl<R: btfgen::Opaque, P> page_frag<R, P> {
    /// `struct page *page`
    #[inline(always)]
    pub fn page(&self) -> btfgen::Field<*mut super::page, R, P, { btfgen::name("page") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 offset`
    #[inline(always)]
    pub fn offset(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("offset") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 size`
    #[inline(always)]
    pub fn size(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("size") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} possible_net_t`.
#[repr(transparent)]
pub struct possible_net_t<R: btfgen::Opaque, P>(btfgen::Members<super::possible_net_t, R, P>);
super::layout::fields!(possible_net_t);
impl<R: btfgen::Opaque, P> possible_net_t<R, P> {
    /// `struct net *net`
    #[inline(always)]
    pub fn net(&self) -> btfgen::Field<*mut super::net, R, P, { btfgen::name("net") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct pt_regs`.
#[repr(transparent)]
pub struct pt_regs<R: btfgen::Opaque, P>(btfgen::Members<super::pt_regs, R, P>);
super::layout::fields!(pt_regs);
impl<R: btfgen::Opaque, P> pt_regs<R, P> {
    /// `long unsigned int r9`
    #[inline(always)]
    pub fn r9(&self) -> btfgen::Field<u64, R, P, { btfgen::name("r9") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int r8`
    #[inline(always)]
    pub fn r8(&self) -> btfgen::Field<u64, R, P, { btfgen::name("r8") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int ax`
    #[inline(always)]
    pub fn ax(&self) -> btfgen::Field<u64, R, P, { btfgen::name("ax") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int cx`
    #[inline(always)]
    pub fn cx(&self) -> btfgen::Field<u64, R, P, { btfgen::name("cx") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int dx`
    #[inline(always)]
    pub fn dx(&self) -> btfgen::Field<u64, R, P, { btfgen::name("dx") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int si`
    #[inline(always)]
    pub fn si(&self) -> btfgen::Field<u64, R, P, { btfgen::name("si") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int di`
    #[inline(always)]
    pub fn di(&self) -> btfgen::Field<u64, R, P, { btfgen::name("di") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct qrwlock`.
#[repr(transparent)]
pub struct qrwlock<R: btfgen::Opaque, P>(btfgen::Members<super::qrwlock, R, P>);
super::layout::fields!(qrwlock);
impl<R: btfgen::Opaque, P> qrwlock<R, P> {
    /// `atomic_t cnts`
    #[inline(always)]
    pub fn cnts(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("cnts") }> {
        btfgen::then(&self.0)
    }
    /// `u8 wlocked`
    #[inline(always)]
    pub fn wlocked(&self) -> btfgen::Field<u8, R, P, { btfgen::name("wlocked") }> {
        btfgen::then(&self.0)
    }
    /// `u8 __lstate[3]`
    #[inline(always)]
    pub fn __lstate(&self) -> btfgen::Field<btfgen::Array<u8, 3>, R, P, { btfgen::name("__lstate") }> {
        btfgen::then(&self.0)
    }
    /// `arch_spinlock_t wait_lock`
    #[inline(always)]
    pub fn wait_lock(&self) -> btfgen::Field<super::arch_spinlock_t, R, P, { btfgen::name("wait_lock") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct qspinlock`.
#[repr(transparent)]
pub struct qspinlock<R: btfgen::Opaque, P>(btfgen::Members<super::qspinlock, R, P>);
super::layout::fields!(qspinlock);
impl<R: btfgen::Opaque, P> qspinlock<R, P> {
    /// `atomic_t val`
    #[inline(always)]
    pub fn val(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("val") }> {
        btfgen::then(&self.0)
    }
    /// `u8 locked`
    #[inline(always)]
    pub fn locked(&self) -> btfgen::Field<u8, R, P, { btfgen::name("locked") }> {
        btfgen::then(&self.0)
    }
    /// `u8 pending`
    #[inline(always)]
    pub fn pending(&self) -> btfgen::Field<u8, R, P, { btfgen::name("pending") }> {
        btfgen::then(&self.0)
    }
    /// `u16 locked_pending`
    #[inline(always)]
    pub fn locked_pending(&self) -> btfgen::Field<u16, R, P, { btfgen::name("locked_pending") }> {
        btfgen::then(&self.0)
    }
    /// `u16 tail`
    #[inline(always)]
    pub fn tail(&self) -> btfgen::Field<u16, R, P, { btfgen::name("tail") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct raw_spinlock`.
#[repr(transparent)]
pub struct raw_spinlock<R: btfgen::Opaque, P>(btfgen::Members<super::raw_spinlock, R, P>);
super::layout::fields!(raw_spinlock);
impl<R: btfgen::Opaque, P> raw_spinlock<R, P> {
    /// `arch_spinlock_t raw_lock`
    #[inline(always)]
    pub fn raw_lock(&self) -> btfgen::Field<super::arch_spinlock_t, R, P, { btfgen::name("raw_lock") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct rb_root`.
#[repr(transparent)]
pub struct rb_root<R: btfgen::Opaque, P>(btfgen::Members<super::rb_root, R, P>);
super::layout::fields!(rb_root);
impl<R: btfgen::Opaque, P> rb_root<R, P> {
    /// `struct rb_node *rb_node`
    #[inline(always)]
    pub fn rb_node(&self) -> btfgen::Field<*mut super::rb_node, R, P, { btfgen::name("rb_node") }> {
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
/// The fields of `struct request_sock_queue`.
#[repr(transparent)]
pub struct request_sock_queue<R: btfgen::Opaque, P>(btfgen::Members<super::request_sock_queue, R, P>);
super::layout::fields!(request_sock_queue);
impl<R: btfgen::Opaque, P> request_sock_queue<R, P> {
    /// `spinlock_t rskq_lock`
    #[inline(always)]
    pub fn rskq_lock(&self) -> btfgen::Field<super::spinlock_t, R, P, { btfgen::name("rskq_lock") }> {
        btfgen::then(&self.0)
    }
    /// `u8 rskq_defer_accept`
    #[inline(always)]
    pub fn rskq_defer_accept(&self) -> btfgen::Field<u8, R, P, { btfgen::name("rskq_defer_accept") }> {
        btfgen::then(&self.0)
    }
    /// `u8 synflood_warned`
    #[inline(always)]
    pub fn synflood_warned(&self) -> btfgen::Field<u8, R, P, { btfgen::name("synflood_warned") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t qlen`
    #[inline(always)]
    pub fn qlen(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("qlen") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t young`
    #[inline(always)]
    pub fn young(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("young") }> {
        btfgen::then(&self.0)
    }
    /// `struct request_sock *rskq_accept_head`
    #[inline(always)]
    pub fn rskq_accept_head(&self) -> btfgen::Field<*mut super::request_sock, R, P, { btfgen::name("rskq_accept_head") }> {
        btfgen::then(&self.0)
    }
    /// `struct request_sock *rskq_accept_tail`
    #[inline(always)]
    pub fn rskq_accept_tail(&self) -> btfgen::Field<*mut super::request_sock, R, P, { btfgen::name("rskq_accept_tail") }> {
        btfgen::then(&self.0)
    }
    /// `struct fastopen_queue fastopenq`
    #[inline(always)]
    pub fn fastopenq(&self) -> btfgen::Field<super::fastopen_queue, R, P, { btfgen::name("fastopenq") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} rwlock_t`.
#[repr(transparent)]
pub struct rwlock_t<R: btfgen::Opaque, P>(btfgen::Members<super::rwlock_t, R, P>);
super::layout::fields!(rwlock_t);
impl<R: btfgen::Opaque, P> rwlock_t<R, P> {
    /// `arch_rwlock_t raw_lock`
    #[inline(always)]
    pub fn raw_lock(&self) -> btfgen::Field<super::arch_rwlock_t, R, P, { btfgen::name("raw_lock") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct sk_buff_head`.
#[repr(transparent)]
pub struct sk_buff_head<R: btfgen::Opaque, P>(btfgen::Members<super::sk_buff_head, R, P>);
super::layout::fields!(sk_buff_head);
impl<R: btfgen::Opaque, P> sk_buff_head<R, P> {
    /// `struct sk_buff *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::sk_buff, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff *prev`
    #[inline(always)]
    pub fn prev(&self) -> btfgen::Field<*mut super::sk_buff, R, P, { btfgen::name("prev") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff_list list`
    #[inline(always)]
    pub fn list(&self) -> btfgen::Field<super::sk_buff_list, R, P, { btfgen::name("list") }> {
        btfgen::then(&self.0)
    }
    /// `__u32 qlen`
    #[inline(always)]
    pub fn qlen(&self) -> btfgen::Field<super::__u32, R, P, { btfgen::name("qlen") }> {
        btfgen::then(&self.0)
    }
    /// `spinlock_t lock`
    #[inline(always)]
    pub fn lock(&self) -> btfgen::Field<super::spinlock_t, R, P, { btfgen::name("lock") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct sk_buff_list`.
#[repr(transparent)]
pub struct sk_buff_list<R: btfgen::Opaque, P>(btfgen::Members<super::sk_buff_list, R, P>);
super::layout::fields!(sk_buff_list);
impl<R: btfgen::Opaque, P> sk_buff_list<R, P> {
    /// `struct sk_buff *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::sk_buff, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff *prev`
    #[inline(always)]
    pub fn prev(&self) -> btfgen::Field<*mut super::sk_buff, R, P, { btfgen::name("prev") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct sock`.
#[repr(transparent)]
pub struct sock<R: btfgen::Opaque, P>(btfgen::Members<super::sock, R, P>);
super::layout::fields!(sock);
impl<R: btfgen::Opaque, P> sock<R, P> {
    /// `struct sock_common __sk_common`
    #[inline(always)]
    pub fn __sk_common(&self) -> btfgen::Field<super::sock_common, R, P, { btfgen::name("__sk_common") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_begin__sock_write_rx[]`
    #[inline(always)]
    pub fn __cacheline_group_begin__sock_write_rx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_begin__sock_write_rx") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t sk_drops`
    #[inline(always)]
    pub fn sk_drops(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("sk_drops") }> {
        btfgen::then(&self.0)
    }
    /// `__s32 sk_peek_off`
    #[inline(always)]
    pub fn sk_peek_off(&self) -> btfgen::Field<super::__s32, R, P, { btfgen::name("sk_peek_off") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff_head sk_error_queue`
    #[inline(always)]
    pub fn sk_error_queue(&self) -> btfgen::Field<super::sk_buff_head, R, P, { btfgen::name("sk_error_queue") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff_head sk_receive_queue`
    #[inline(always)]
    pub fn sk_receive_queue(&self) -> btfgen::Field<super::sk_buff_head, R, P, { btfgen::name("sk_receive_queue") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} sk_backlog`
    #[inline(always)]
    pub fn sk_backlog(&self) -> btfgen::Field<super::sock__sk_backlog, R, P, { btfgen::name("sk_backlog") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_end__sock_write_rx[]`
    #[inline(always)]
    pub fn __cacheline_group_end__sock_write_rx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_end__sock_write_rx") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_begin__sock_read_rx[]`
    #[inline(always)]
    pub fn __cacheline_group_begin__sock_read_rx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_begin__sock_read_rx") }> {
        btfgen::then(&self.0)
    }
    /// `struct dst_entry *sk_rx_dst`
    #[inline(always)]
    pub fn sk_rx_dst(&self) -> btfgen::Field<*mut super::dst_entry, R, P, { btfgen::name("sk_rx_dst") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_rx_dst_ifindex`
    #[inline(always)]
    pub fn sk_rx_dst_ifindex(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_rx_dst_ifindex") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_rx_dst_cookie`
    #[inline(always)]
    pub fn sk_rx_dst_cookie(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_rx_dst_cookie") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int sk_ll_usec`
    #[inline(always)]
    pub fn sk_ll_usec(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_ll_usec") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int sk_napi_id`
    #[inline(always)]
    pub fn sk_napi_id(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_napi_id") }> {
        btfgen::then(&self.0)
    }
    /// `u16 sk_busy_poll_budget`
    #[inline(always)]
    pub fn sk_busy_poll_budget(&self) -> btfgen::Field<u16, R, P, { btfgen::name("sk_busy_poll_budget") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_prefer_busy_poll`
    #[inline(always)]
    pub fn sk_prefer_busy_poll(&self) -> btfgen::Field<u8, R, P, { btfgen::name("sk_prefer_busy_poll") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_userlocks`
    #[inline(always)]
    pub fn sk_userlocks(&self) -> btfgen::Field<u8, R, P, { btfgen::name("sk_userlocks") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_rcvbuf`
    #[inline(always)]
    pub fn sk_rcvbuf(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_rcvbuf") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_filter *sk_filter`
    #[inline(always)]
    pub fn sk_filter(&self) -> btfgen::Field<*mut super::sk_filter, R, P, { btfgen::name("sk_filter") }> {
        btfgen::then(&self.0)
    }
    /// `struct socket_wq *sk_wq`
    #[inline(always)]
    pub fn sk_wq(&self) -> btfgen::Field<*mut super::socket_wq, R, P, { btfgen::name("sk_wq") }> {
        btfgen::then(&self.0)
    }
    /// `struct socket_wq *sk_wq_raw`
    #[inline(always)]
    pub fn sk_wq_raw(&self) -> btfgen::Field<*mut super::socket_wq, R, P, { btfgen::name("sk_wq_raw") }> {
        btfgen::then(&self.0)
    }
    /// `void (*sk_data_ready)(struct sock *)`
    #[inline(always)]
    pub fn sk_data_ready(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("sk_data_ready") }> {
        btfgen::then(&self.0)
    }
    /// `long int sk_rcvtimeo`
    #[inline(always)]
    pub fn sk_rcvtimeo(&self) -> btfgen::Field<i64, R, P, { btfgen::name("sk_rcvtimeo") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_rcvlowat`
    #[inline(always)]
    pub fn sk_rcvlowat(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_rcvlowat") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_end__sock_read_rx[]`
    #[inline(always)]
    pub fn __cacheline_group_end__sock_read_rx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_end__sock_read_rx") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_begin__sock_read_rxtx[]`
    #[inline(always)]
    pub fn __cacheline_group_begin__sock_read_rxtx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_begin__sock_read_rxtx") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_err`
    #[inline(always)]
    pub fn sk_err(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_err") }> {
        btfgen::then(&self.0)
    }
    /// `struct socket *sk_socket`
    #[inline(always)]
    pub fn sk_socket(&self) -> btfgen::Field<*mut super::socket, R, P, { btfgen::name("sk_socket") }> {
        btfgen::then(&self.0)
    }
    /// `struct mem_cgroup *sk_memcg`
    #[inline(always)]
    pub fn sk_memcg(&self) -> btfgen::Field<*mut super::mem_cgroup, R, P, { btfgen::name("sk_memcg") }> {
        btfgen::then(&self.0)
    }
    /// `struct xfrm_policy *sk_policy[2]`
    #[inline(always)]
    pub fn sk_policy(&self) -> btfgen::Field<btfgen::Array<*mut super::xfrm_policy, 2>, R, P, { btfgen::name("sk_policy") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_end__sock_read_rxtx[]`
    #[inline(always)]
    pub fn __cacheline_group_end__sock_read_rxtx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_end__sock_read_rxtx") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_begin__sock_write_rxtx[]`
    #[inline(always)]
    pub fn __cacheline_group_begin__sock_write_rxtx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_begin__sock_write_rxtx") }> {
        btfgen::then(&self.0)
    }
    /// `socket_lock_t sk_lock`
    #[inline(always)]
    pub fn sk_lock(&self) -> btfgen::Field<super::socket_lock_t, R, P, { btfgen::name("sk_lock") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_reserved_mem`
    #[inline(always)]
    pub fn sk_reserved_mem(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_reserved_mem") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_forward_alloc`
    #[inline(always)]
    pub fn sk_forward_alloc(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_forward_alloc") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_tsflags`
    #[inline(always)]
    pub fn sk_tsflags(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_tsflags") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_end__sock_write_rxtx[]`
    #[inline(always)]
    pub fn __cacheline_group_end__sock_write_rxtx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_end__sock_write_rxtx") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_begin__sock_write_tx[]`
    #[inline(always)]
    pub fn __cacheline_group_begin__sock_write_tx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_begin__sock_write_tx") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_write_pending`
    #[inline(always)]
    pub fn sk_write_pending(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_write_pending") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t sk_omem_alloc`
    #[inline(always)]
    pub fn sk_omem_alloc(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("sk_omem_alloc") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_err_soft`
    #[inline(always)]
    pub fn sk_err_soft(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_err_soft") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_wmem_queued`
    #[inline(always)]
    pub fn sk_wmem_queued(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_wmem_queued") }> {
        btfgen::then(&self.0)
    }
    /// `refcount_t sk_wmem_alloc`
    #[inline(always)]
    pub fn sk_wmem_alloc(&self) -> btfgen::Field<super::refcount_t, R, P, { btfgen::name("sk_wmem_alloc") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int sk_tsq_flags`
    #[inline(always)]
    pub fn sk_tsq_flags(&self) -> btfgen::Field<u64, R, P, { btfgen::name("sk_tsq_flags") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff *sk_send_head`
    #[inline(always)]
    pub fn sk_send_head(&self) -> btfgen::Field<*mut super::sk_buff, R, P, { btfgen::name("sk_send_head") }> {
        btfgen::then(&self.0)
    }
    /// `struct rb_root tcp_rtx_queue`
    #[inline(always)]
    pub fn tcp_rtx_queue(&self) -> btfgen::Field<super::rb_root, R, P, { btfgen::name("tcp_rtx_queue") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff_head sk_write_queue`
    #[inline(always)]
    pub fn sk_write_queue(&self) -> btfgen::Field<super::sk_buff_head, R, P, { btfgen::name("sk_write_queue") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_dst_pending_confirm`
    #[inline(always)]
    pub fn sk_dst_pending_confirm(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_dst_pending_confirm") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_pacing_status`
    #[inline(always)]
    pub fn sk_pacing_status(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_pacing_status") }> {
        btfgen::then(&self.0)
    }
    /// `struct page_frag sk_frag`
    #[inline(always)]
    pub fn sk_frag(&self) -> btfgen::Field<super::page_frag, R, P, { btfgen::name("sk_frag") }> {
        btfgen::then(&self.0)
    }
    /// `struct timer_list sk_timer`
    #[inline(always)]
    pub fn sk_timer(&self) -> btfgen::Field<super::timer_list, R, P, { btfgen::name("sk_timer") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int sk_pacing_rate`
    #[inline(always)]
    pub fn sk_pacing_rate(&self) -> btfgen::Field<u64, R, P, { btfgen::name("sk_pacing_rate") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t sk_zckey`
    #[inline(always)]
    pub fn sk_zckey(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("sk_zckey") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t sk_tskey`
    #[inline(always)]
    pub fn sk_tskey(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("sk_tskey") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_end__sock_write_tx[]`
    #[inline(always)]
    pub fn __cacheline_group_end__sock_write_tx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_end__sock_write_tx") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_begin__sock_read_tx[]`
    #[inline(always)]
    pub fn __cacheline_group_begin__sock_read_tx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_begin__sock_read_tx") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int sk_max_pacing_rate`
    #[inline(always)]
    pub fn sk_max_pacing_rate(&self) -> btfgen::Field<u64, R, P, { btfgen::name("sk_max_pacing_rate") }> {
        btfgen::then(&self.0)
    }
    /// `long int sk_sndtimeo`
    #[inline(always)]
    pub fn sk_sndtimeo(&self) -> btfgen::Field<i64, R, P, { btfgen::name("sk_sndtimeo") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_priority`
    #[inline(always)]
    pub fn sk_priority(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_priority") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_mark`
    #[inline(always)]
    pub fn sk_mark(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_mark") }> {
        btfgen::then(&self.0)
    }
    /// `kuid_t sk_uid`
    #[inline(always)]
    pub fn sk_uid(&self) -> btfgen::Field<super::kuid_t, R, P, { btfgen::name("sk_uid") }> {
        btfgen::then(&self.0)
    }
    /// `u16 sk_protocol`
    #[inline(always)]
    pub fn sk_protocol(&self) -> btfgen::Field<u16, R, P, { btfgen::name("sk_protocol") }> {
        btfgen::then(&self.0)
    }
    /// `u16 sk_type`
    #[inline(always)]
    pub fn sk_type(&self) -> btfgen::Field<u16, R, P, { btfgen::name("sk_type") }> {
        btfgen::then(&self.0)
    }
    /// `struct dst_entry *sk_dst_cache`
    #[inline(always)]
    pub fn sk_dst_cache(&self) -> btfgen::Field<*mut super::dst_entry, R, P, { btfgen::name("sk_dst_cache") }> {
        btfgen::then(&self.0)
    }
    /// `netdev_features_t sk_route_caps`
    #[inline(always)]
    pub fn sk_route_caps(&self) -> btfgen::Field<super::netdev_features_t, R, P, { btfgen::name("sk_route_caps") }> {
        btfgen::then(&self.0)
    }
    /// `u16 sk_gso_type`
    #[inline(always)]
    pub fn sk_gso_type(&self) -> btfgen::Field<u16, R, P, { btfgen::name("sk_gso_type") }> {
        btfgen::then(&self.0)
    }
    /// `u16 sk_gso_max_segs`
    #[inline(always)]
    pub fn sk_gso_max_segs(&self) -> btfgen::Field<u16, R, P, { btfgen::name("sk_gso_max_segs") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int sk_gso_max_size`
    #[inline(always)]
    pub fn sk_gso_max_size(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_gso_max_size") }> {
        btfgen::then(&self.0)
    }
    /// `gfp_t sk_allocation`
    #[inline(always)]
    pub fn sk_allocation(&self) -> btfgen::Field<super::gfp_t, R, P, { btfgen::name("sk_allocation") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_txhash`
    #[inline(always)]
    pub fn sk_txhash(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_txhash") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_sndbuf`
    #[inline(always)]
    pub fn sk_sndbuf(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_sndbuf") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_pacing_shift`
    #[inline(always)]
    pub fn sk_pacing_shift(&self) -> btfgen::Field<u8, R, P, { btfgen::name("sk_pacing_shift") }> {
        btfgen::then(&self.0)
    }
    /// `bool sk_use_task_frag`
    #[inline(always)]
    pub fn sk_use_task_frag(&self) -> btfgen::Field<bool, R, P, { btfgen::name("sk_use_task_frag") }> {
        btfgen::then(&self.0)
    }
    /// `__u8 __cacheline_group_end__sock_read_tx[]`
    #[inline(always)]
    pub fn __cacheline_group_end__sock_read_tx(&self) -> btfgen::Field<btfgen::EmptyArray<super::__u8>, R, P, { btfgen::name("__cacheline_group_end__sock_read_tx") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_gso_disabled:1`
    #[inline(always)]
    pub fn sk_gso_disabled(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_gso_disabled") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_kern_sock:1`
    #[inline(always)]
    pub fn sk_kern_sock(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_kern_sock") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_no_check_tx:1`
    #[inline(always)]
    pub fn sk_no_check_tx(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_no_check_tx") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_no_check_rx:1`
    #[inline(always)]
    pub fn sk_no_check_rx(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_no_check_rx") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_shutdown`
    #[inline(always)]
    pub fn sk_shutdown(&self) -> btfgen::Field<u8, R, P, { btfgen::name("sk_shutdown") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int sk_lingertime`
    #[inline(always)]
    pub fn sk_lingertime(&self) -> btfgen::Field<u64, R, P, { btfgen::name("sk_lingertime") }> {
        btfgen::then(&self.0)
    }
    /// `struct proto *sk_prot_creator`
    #[inline(always)]
    pub fn sk_prot_creator(&self) -> btfgen::Field<*mut super::proto, R, P, { btfgen::name("sk_prot_creator") }> {
        btfgen::then(&self.0)
    }
    /// `rwlock_t sk_callback_lock`
    #[inline(always)]
    pub fn sk_callback_lock(&self) -> btfgen::Field<super::rwlock_t, R, P, { btfgen::name("sk_callback_lock") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_ack_backlog`
    #[inline(always)]
    pub fn sk_ack_backlog(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_ack_backlog") }> {
        btfgen::then(&self.0)
    }
    /// `u32 sk_max_ack_backlog`
    #[inline(always)]
    pub fn sk_max_ack_backlog(&self) -> btfgen::Field<u32, R, P, { btfgen::name("sk_max_ack_backlog") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int sk_ino`
    #[inline(always)]
    pub fn sk_ino(&self) -> btfgen::Field<u64, R, P, { btfgen::name("sk_ino") }> {
        btfgen::then(&self.0)
    }
    /// `spinlock_t sk_peer_lock`
    #[inline(always)]
    pub fn sk_peer_lock(&self) -> btfgen::Field<super::spinlock_t, R, P, { btfgen::name("sk_peer_lock") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_bind_phc`
    #[inline(always)]
    pub fn sk_bind_phc(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_bind_phc") }> {
        btfgen::then(&self.0)
    }
    /// `struct pid *sk_peer_pid`
    #[inline(always)]
    pub fn sk_peer_pid(&self) -> btfgen::Field<*mut super::pid, R, P, { btfgen::name("sk_peer_pid") }> {
        btfgen::then(&self.0)
    }
    /// `const struct cred *sk_peer_cred`
    #[inline(always)]
    pub fn sk_peer_cred(&self) -> btfgen::Field<*const super::cred, R, P, { btfgen::name("sk_peer_cred") }> {
        btfgen::then(&self.0)
    }
    /// `ktime_t sk_stamp`
    #[inline(always)]
    pub fn sk_stamp(&self) -> btfgen::Field<super::ktime_t, R, P, { btfgen::name("sk_stamp") }> {
        btfgen::then(&self.0)
    }
    /// `int sk_disconnects`
    #[inline(always)]
    pub fn sk_disconnects(&self) -> btfgen::Field<i32, R, P, { btfgen::name("sk_disconnects") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_txrehash`
    #[inline(always)]
    pub fn sk_txrehash(&self) -> btfgen::Field<u8, R, P, { btfgen::name("sk_txrehash") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_scm_recv_flags`
    #[inline(always)]
    pub fn sk_scm_recv_flags(&self) -> btfgen::Field<u8, R, P, { btfgen::name("sk_scm_recv_flags") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_scm_credentials:1`
    #[inline(always)]
    pub fn sk_scm_credentials(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_scm_credentials") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_scm_security:1`
    #[inline(always)]
    pub fn sk_scm_security(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_scm_security") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_scm_pidfd:1`
    #[inline(always)]
    pub fn sk_scm_pidfd(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_scm_pidfd") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_scm_rights:1`
    #[inline(always)]
    pub fn sk_scm_rights(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_scm_rights") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_scm_unused:4`
    #[inline(always)]
    pub fn sk_scm_unused(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_scm_unused") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_clockid`
    #[inline(always)]
    pub fn sk_clockid(&self) -> btfgen::Field<u8, R, P, { btfgen::name("sk_clockid") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_txtime_deadline_mode:1`
    #[inline(always)]
    pub fn sk_txtime_deadline_mode(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_txtime_deadline_mode") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_txtime_report_errors:1`
    #[inline(always)]
    pub fn sk_txtime_report_errors(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_txtime_report_errors") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_txtime_unused:6`
    #[inline(always)]
    pub fn sk_txtime_unused(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("sk_txtime_unused") }> {
        btfgen::then(&self.0)
    }
    /// `u8 sk_bpf_cb_flags`
    #[inline(always)]
    pub fn sk_bpf_cb_flags(&self) -> btfgen::Field<u8, R, P, { btfgen::name("sk_bpf_cb_flags") }> {
        btfgen::then(&self.0)
    }
    /// `void *sk_user_data`
    #[inline(always)]
    pub fn sk_user_data(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("sk_user_data") }> {
        btfgen::then(&self.0)
    }
    /// `void *sk_security`
    #[inline(always)]
    pub fn sk_security(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("sk_security") }> {
        btfgen::then(&self.0)
    }
    /// `struct sock_cgroup_data sk_cgrp_data`
    #[inline(always)]
    pub fn sk_cgrp_data(&self) -> btfgen::Field<super::sock_cgroup_data, R, P, { btfgen::name("sk_cgrp_data") }> {
        btfgen::then(&self.0)
    }
    /// `void (*sk_state_change)(struct sock *)`
    #[inline(always)]
    pub fn sk_state_change(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("sk_state_change") }> {
        btfgen::then(&self.0)
    }
    /// `void (*sk_write_space)(struct sock *)`
    #[inline(always)]
    pub fn sk_write_space(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("sk_write_space") }> {
        btfgen::then(&self.0)
    }
    /// `void (*sk_error_report)(struct sock *)`
    #[inline(always)]
    pub fn sk_error_report(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("sk_error_report") }> {
        btfgen::then(&self.0)
    }
    /// `int (*sk_backlog_rcv)(struct sock *, struct sk_buff *)`
    #[inline(always)]
    pub fn sk_backlog_rcv(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("sk_backlog_rcv") }> {
        btfgen::then(&self.0)
    }
    /// `void (*sk_destruct)(struct sock *)`
    #[inline(always)]
    pub fn sk_destruct(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("sk_destruct") }> {
        btfgen::then(&self.0)
    }
    /// `struct sock_reuseport *sk_reuseport_cb`
    #[inline(always)]
    pub fn sk_reuseport_cb(&self) -> btfgen::Field<*mut super::sock_reuseport, R, P, { btfgen::name("sk_reuseport_cb") }> {
        btfgen::then(&self.0)
    }
    /// `struct bpf_local_storage *sk_bpf_storage`
    #[inline(always)]
    pub fn sk_bpf_storage(&self) -> btfgen::Field<*mut super::bpf_local_storage, R, P, { btfgen::name("sk_bpf_storage") }> {
        btfgen::then(&self.0)
    }
    /// `struct numa_drop_counters *sk_drop_counters`
    #[inline(always)]
    pub fn sk_drop_counters(&self) -> btfgen::Field<*mut super::numa_drop_counters, R, P, { btfgen::name("sk_drop_counters") }> {
        btfgen::then(&self.0)
    }
    /// `struct callback_head sk_rcu`
    #[inline(always)]
    pub fn sk_rcu(&self) -> btfgen::Field<super::callback_head, R, P, { btfgen::name("sk_rcu") }> {
        btfgen::then(&self.0)
    }
    /// `netns_tracker ns_tracker`
    #[inline(always)]
    pub fn ns_tracker(&self) -> btfgen::Field<super::netns_tracker, R, P, { btfgen::name("ns_tracker") }> {
        btfgen::then(&self.0)
    }
    /// `struct xarray sk_user_frags`
    #[inline(always)]
    pub fn sk_user_frags(&self) -> btfgen::Field<super::xarray, R, P, { btfgen::name("sk_user_frags") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} sk_backlog`.
#[repr(transparent)]
pub struct sock__sk_backlog<R: btfgen::Opaque, P>(btfgen::Members<super::sock__sk_backlog, R, P>);
super::layout::fields!(sock__sk_backlog);
impl<R: btfgen::Opaque, P> sock__sk_backlog<R, P> {
    /// `atomic_t rmem_alloc`
    #[inline(always)]
    pub fn rmem_alloc(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("rmem_alloc") }> {
        btfgen::then(&self.0)
    }
    /// `int len`
    #[inline(always)]
    pub fn len(&self) -> btfgen::Field<i32, R, P, { btfgen::name("len") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff *head`
    #[inline(always)]
    pub fn head(&self) -> btfgen::Field<*mut super::sk_buff, R, P, { btfgen::name("head") }> {
        btfgen::then(&self.0)
    }
    /// `struct sk_buff *tail`
    #[inline(always)]
    pub fn tail(&self) -> btfgen::Field<*mut super::sk_buff, R, P, { btfgen::name("tail") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct sock_cgroup_data`.
#[repr(transparent)]
pub struct sock_cgroup_data<R: btfgen::Opaque, P>(btfgen::Members<super::sock_cgroup_data, R, P>);
super::layout::fields!(sock_cgroup_data);
impl<R: btfgen::Opaque, P> sock_cgroup_data<R, P> {
    /// `struct cgroup *cgroup`
    #[inline(always)]
    pub fn cgroup(&self) -> btfgen::Field<*mut super::cgroup, R, P, { btfgen::name("cgroup") }> {
        btfgen::then(&self.0)
    }
    /// `u32 classid`
    #[inline(always)]
    pub fn classid(&self) -> btfgen::Field<u32, R, P, { btfgen::name("classid") }> {
        btfgen::then(&self.0)
    }
    /// `u16 prioidx`
    #[inline(always)]
    pub fn prioidx(&self) -> btfgen::Field<u16, R, P, { btfgen::name("prioidx") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct sock_common`.
#[repr(transparent)]
pub struct sock_common<R: btfgen::Opaque, P>(btfgen::Members<super::sock_common, R, P>);
super::layout::fields!(sock_common);
impl<R: btfgen::Opaque, P> sock_common<R, P> {
    /// `__addrpair skc_addrpair`
    #[inline(always)]
    pub fn skc_addrpair(&self) -> btfgen::Field<super::__addrpair, R, P, { btfgen::name("skc_addrpair") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 skc_daddr`
    #[inline(always)]
    pub fn skc_daddr(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("skc_daddr") }> {
        btfgen::then(&self.0)
    }
    /// `__be32 skc_rcv_saddr`
    #[inline(always)]
    pub fn skc_rcv_saddr(&self) -> btfgen::Field<super::__be32, R, P, { btfgen::name("skc_rcv_saddr") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int skc_hash`
    #[inline(always)]
    pub fn skc_hash(&self) -> btfgen::Field<u32, R, P, { btfgen::name("skc_hash") }> {
        btfgen::then(&self.0)
    }
    /// `__u16 skc_u16hashes[2]`
    #[inline(always)]
    pub fn skc_u16hashes(&self) -> btfgen::Field<btfgen::Array<super::__u16, 2>, R, P, { btfgen::name("skc_u16hashes") }> {
        btfgen::then(&self.0)
    }
    /// `__portpair skc_portpair`
    #[inline(always)]
    pub fn skc_portpair(&self) -> btfgen::Field<super::__portpair, R, P, { btfgen::name("skc_portpair") }> {
        btfgen::then(&self.0)
    }
    /// `__be16 skc_dport`
    #[inline(always)]
    pub fn skc_dport(&self) -> btfgen::Field<super::__be16, R, P, { btfgen::name("skc_dport") }> {
        btfgen::then(&self.0)
    }
    /// `__u16 skc_num`
    #[inline(always)]
    pub fn skc_num(&self) -> btfgen::Field<super::__u16, R, P, { btfgen::name("skc_num") }> {
        btfgen::then(&self.0)
    }
    /// `short unsigned int skc_family`
    #[inline(always)]
    pub fn skc_family(&self) -> btfgen::Field<u16, R, P, { btfgen::name("skc_family") }> {
        btfgen::then(&self.0)
    }
    /// `volatile unsigned char skc_state`
    #[inline(always)]
    pub fn skc_state(&self) -> btfgen::Field<u8, R, P, { btfgen::name("skc_state") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char skc_reuse:4`
    #[inline(always)]
    pub fn skc_reuse(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("skc_reuse") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char skc_reuseport:1`
    #[inline(always)]
    pub fn skc_reuseport(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("skc_reuseport") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char skc_ipv6only:1`
    #[inline(always)]
    pub fn skc_ipv6only(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("skc_ipv6only") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char skc_net_refcnt:1`
    #[inline(always)]
    pub fn skc_net_refcnt(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("skc_net_refcnt") }> {
        btfgen::then(&self.0)
    }
    /// `int skc_bound_dev_if`
    #[inline(always)]
    pub fn skc_bound_dev_if(&self) -> btfgen::Field<i32, R, P, { btfgen::name("skc_bound_dev_if") }> {
        btfgen::then(&self.0)
    }
    /// `struct hlist_node skc_bind_node`
    #[inline(always)]
    pub fn skc_bind_node(&self) -> btfgen::Field<super::hlist_node, R, P, { btfgen::name("skc_bind_node") }> {
        btfgen::then(&self.0)
    }
    /// `struct hlist_node skc_portaddr_node`
    #[inline(always)]
    pub fn skc_portaddr_node(&self) -> btfgen::Field<super::hlist_node, R, P, { btfgen::name("skc_portaddr_node") }> {
        btfgen::then(&self.0)
    }
    /// `struct proto *skc_prot`
    #[inline(always)]
    pub fn skc_prot(&self) -> btfgen::Field<*mut super::proto, R, P, { btfgen::name("skc_prot") }> {
        btfgen::then(&self.0)
    }
    /// `possible_net_t skc_net`
    #[inline(always)]
    pub fn skc_net(&self) -> btfgen::Field<super::possible_net_t, R, P, { btfgen::name("skc_net") }> {
        btfgen::then(&self.0)
    }
    /// `struct in6_addr skc_v6_daddr`
    #[inline(always)]
    pub fn skc_v6_daddr(&self) -> btfgen::Field<super::in6_addr, R, P, { btfgen::name("skc_v6_daddr") }> {
        btfgen::then(&self.0)
    }
    /// `struct in6_addr skc_v6_rcv_saddr`
    #[inline(always)]
    pub fn skc_v6_rcv_saddr(&self) -> btfgen::Field<super::in6_addr, R, P, { btfgen::name("skc_v6_rcv_saddr") }> {
        btfgen::then(&self.0)
    }
    /// `atomic64_t skc_cookie`
    #[inline(always)]
    pub fn skc_cookie(&self) -> btfgen::Field<super::atomic64_t, R, P, { btfgen::name("skc_cookie") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int skc_flags`
    #[inline(always)]
    pub fn skc_flags(&self) -> btfgen::Field<u64, R, P, { btfgen::name("skc_flags") }> {
        btfgen::then(&self.0)
    }
    /// `struct sock *skc_listener`
    #[inline(always)]
    pub fn skc_listener(&self) -> btfgen::Field<*mut super::sock, R, P, { btfgen::name("skc_listener") }> {
        btfgen::then(&self.0)
    }
    /// `struct inet_timewait_death_row *skc_tw_dr`
    #[inline(always)]
    pub fn skc_tw_dr(&self) -> btfgen::Field<*mut super::inet_timewait_death_row, R, P, { btfgen::name("skc_tw_dr") }> {
        btfgen::then(&self.0)
    }
    /// `int skc_dontcopy_begin[]`
    #[inline(always)]
    pub fn skc_dontcopy_begin(&self) -> btfgen::Field<btfgen::EmptyArray<i32>, R, P, { btfgen::name("skc_dontcopy_begin") }> {
        btfgen::then(&self.0)
    }
    /// `struct hlist_node skc_node`
    #[inline(always)]
    pub fn skc_node(&self) -> btfgen::Field<super::hlist_node, R, P, { btfgen::name("skc_node") }> {
        btfgen::then(&self.0)
    }
    /// `struct hlist_nulls_node skc_nulls_node`
    #[inline(always)]
    pub fn skc_nulls_node(&self) -> btfgen::Field<super::hlist_nulls_node, R, P, { btfgen::name("skc_nulls_node") }> {
        btfgen::then(&self.0)
    }
    /// `short unsigned int skc_tx_queue_mapping`
    #[inline(always)]
    pub fn skc_tx_queue_mapping(&self) -> btfgen::Field<u16, R, P, { btfgen::name("skc_tx_queue_mapping") }> {
        btfgen::then(&self.0)
    }
    /// `short unsigned int skc_rx_queue_mapping`
    #[inline(always)]
    pub fn skc_rx_queue_mapping(&self) -> btfgen::Field<u16, R, P, { btfgen::name("skc_rx_queue_mapping") }> {
        btfgen::then(&self.0)
    }
    /// `int skc_incoming_cpu`
    #[inline(always)]
    pub fn skc_incoming_cpu(&self) -> btfgen::Field<i32, R, P, { btfgen::name("skc_incoming_cpu") }> {
        btfgen::then(&self.0)
    }
    /// `u32 skc_rcv_wnd`
    #[inline(always)]
    pub fn skc_rcv_wnd(&self) -> btfgen::Field<u32, R, P, { btfgen::name("skc_rcv_wnd") }> {
        btfgen::then(&self.0)
    }
    /// `u32 skc_tw_rcv_nxt`
    #[inline(always)]
    pub fn skc_tw_rcv_nxt(&self) -> btfgen::Field<u32, R, P, { btfgen::name("skc_tw_rcv_nxt") }> {
        btfgen::then(&self.0)
    }
    /// `refcount_t skc_refcnt`
    #[inline(always)]
    pub fn skc_refcnt(&self) -> btfgen::Field<super::refcount_t, R, P, { btfgen::name("skc_refcnt") }> {
        btfgen::then(&self.0)
    }
    /// `int skc_dontcopy_end[]`
    #[inline(always)]
    pub fn skc_dontcopy_end(&self) -> btfgen::Field<btfgen::EmptyArray<i32>, R, P, { btfgen::name("skc_dontcopy_end") }> {
        btfgen::then(&self.0)
    }
    /// `u32 skc_rxhash`
    #[inline(always)]
    pub fn skc_rxhash(&self) -> btfgen::Field<u32, R, P, { btfgen::name("skc_rxhash") }> {
        btfgen::then(&self.0)
    }
    /// `u32 skc_window_clamp`
    #[inline(always)]
    pub fn skc_window_clamp(&self) -> btfgen::Field<u32, R, P, { btfgen::name("skc_window_clamp") }> {
        btfgen::then(&self.0)
    }
    /// `u32 skc_tw_snd_nxt`
    #[inline(always)]
    pub fn skc_tw_snd_nxt(&self) -> btfgen::Field<u32, R, P, { btfgen::name("skc_tw_snd_nxt") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} socket_lock_t`.
#[repr(transparent)]
pub struct socket_lock_t<R: btfgen::Opaque, P>(btfgen::Members<super::socket_lock_t, R, P>);
super::layout::fields!(socket_lock_t);
impl<R: btfgen::Opaque, P> socket_lock_t<R, P> {
    /// `spinlock_t slock`
    #[inline(always)]
    pub fn slock(&self) -> btfgen::Field<super::spinlock_t, R, P, { btfgen::name("slock") }> {
        btfgen::then(&self.0)
    }
    /// `int owned`
    #[inline(always)]
    pub fn owned(&self) -> btfgen::Field<i32, R, P, { btfgen::name("owned") }> {
        btfgen::then(&self.0)
    }
    /// `wait_queue_head_t wq`
    #[inline(always)]
    pub fn wq(&self) -> btfgen::Field<super::wait_queue_head_t, R, P, { btfgen::name("wq") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct spinlock`.
#[repr(transparent)]
pub struct spinlock<R: btfgen::Opaque, P>(btfgen::Members<super::spinlock, R, P>);
super::layout::fields!(spinlock);
impl<R: btfgen::Opaque, P> spinlock<R, P> {
    /// `struct raw_spinlock rlock`
    #[inline(always)]
    pub fn rlock(&self) -> btfgen::Field<super::raw_spinlock, R, P, { btfgen::name("rlock") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct tcp_sock`.
#[repr(transparent)]
pub struct tcp_sock<R: btfgen::Opaque, P>(btfgen::Members<super::tcp_sock, R, P>);
super::layout::fields!(tcp_sock);
impl<R: btfgen::Opaque, P> tcp_sock<R, P> {
    /// `struct inet_connection_sock inet_conn`
    #[inline(always)]
    pub fn inet_conn(&self) -> btfgen::Field<super::inet_connection_sock, R, P, { btfgen::name("inet_conn") }> {
        btfgen::then(&self.0)
    }
    /// `u64 bytes_sent`
    #[inline(always)]
    pub fn bytes_sent(&self) -> btfgen::Field<u64, R, P, { btfgen::name("bytes_sent") }> {
        btfgen::then(&self.0)
    }
    /// `u64 bytes_received`
    #[inline(always)]
    pub fn bytes_received(&self) -> btfgen::Field<u64, R, P, { btfgen::name("bytes_received") }> {
        btfgen::then(&self.0)
    }
    /// `u64 bytes_retrans`
    #[inline(always)]
    pub fn bytes_retrans(&self) -> btfgen::Field<u64, R, P, { btfgen::name("bytes_retrans") }> {
        btfgen::then(&self.0)
    }
    /// `u32 total_retrans`
    #[inline(always)]
    pub fn total_retrans(&self) -> btfgen::Field<u32, R, P, { btfgen::name("total_retrans") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct timer_list`.
#[repr(transparent)]
pub struct timer_list<R: btfgen::Opaque, P>(btfgen::Members<super::timer_list, R, P>);
super::layout::fields!(timer_list);
impl<R: btfgen::Opaque, P> timer_list<R, P> {
    /// `struct hlist_node entry`
    #[inline(always)]
    pub fn entry(&self) -> btfgen::Field<super::hlist_node, R, P, { btfgen::name("entry") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int expires`
    #[inline(always)]
    pub fn expires(&self) -> btfgen::Field<u64, R, P, { btfgen::name("expires") }> {
        btfgen::then(&self.0)
    }
    /// `void (*function)(struct timer_list *)`
    #[inline(always)]
    pub fn function(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("function") }> {
        btfgen::then(&self.0)
    }
    /// `u32 flags`
    #[inline(always)]
    pub fn flags(&self) -> btfgen::Field<u32, R, P, { btfgen::name("flags") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct wait_queue_head`.
#[repr(transparent)]
pub struct wait_queue_head<R: btfgen::Opaque, P>(btfgen::Members<super::wait_queue_head, R, P>);
super::layout::fields!(wait_queue_head);
impl<R: btfgen::Opaque, P> wait_queue_head<R, P> {
    /// `spinlock_t lock`
    #[inline(always)]
    pub fn lock(&self) -> btfgen::Field<super::spinlock_t, R, P, { btfgen::name("lock") }> {
        btfgen::then(&self.0)
    }
    /// `struct list_head head`
    #[inline(always)]
    pub fn head(&self) -> btfgen::Field<super::list_head, R, P, { btfgen::name("head") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct xarray`.
#[repr(transparent)]
pub struct xarray<R: btfgen::Opaque, P>(btfgen::Members<super::xarray, R, P>);
super::layout::fields!(xarray);
impl<R: btfgen::Opaque, P> xarray<R, P> {
    /// `spinlock_t xa_lock`
    #[inline(always)]
    pub fn xa_lock(&self) -> btfgen::Field<super::spinlock_t, R, P, { btfgen::name("xa_lock") }> {
        btfgen::then(&self.0)
    }
    /// `gfp_t xa_flags`
    #[inline(always)]
    pub fn xa_flags(&self) -> btfgen::Field<super::gfp_t, R, P, { btfgen::name("xa_flags") }> {
        btfgen::then(&self.0)
    }
    /// `void *xa_head`
    #[inline(always)]
    pub fn xa_head(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("xa_head") }> {
        btfgen::then(&self.0)
    }
}
}
/// The arguments of functions, for programs of the types fentry, fexit and fmod_ret, and by registers for kprobe and kretprobe.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod function {
use super::btfgen;
/// `struct sock *inet_csk_accept(struct sock *sk, struct proto_accept_arg *arg)`
#[derive(Clone, Copy)]
pub struct InetCskAccept<S = btfgen::Context>(btfgen::Arguments<S>);
super::layout::context!(InetCskAccept);
impl<S: btfgen::Slots> InetCskAccept<S> {
    /// `struct sock *sk`
    #[inline(always)]
    pub fn sk(&self) -> btfgen::Place<super::sock> {
        self.0.place::<_, 0>()
    }
    /// `struct proto_accept_arg *arg`
    #[inline(always)]
    pub fn arg(&self) -> btfgen::Place<super::proto_accept_arg> {
        self.0.place::<_, 1>()
    }
    /// What the function returned, for programs that run after it: `struct sock *`
    #[inline(always)]
    pub fn ret(&self) -> btfgen::Place<super::sock> {
        self.0.returned_place::<_, 2>()
    }
}
super::layout::from_registers!(InetCskAccept);
/// The registers of a kprobe or kretprobe. Up to 6 registers have the arguments of a function.
#[derive(Clone, Copy)]
pub struct Registers(btfgen::Place<super::pt_regs>);
impl btfgen::Slots for Registers {
    #[inline(always)]
    fn argument<const SLOT: usize>(&self) -> u64 {
        const {
            assert!(SLOT < 6usize, "this argument is not in a register");
        }
        unsafe {
            match SLOT {
                0usize => self.0.di().load(),
                1usize => self.0.si().load(),
                2usize => self.0.dx().load(),
                3usize => self.0.cx().load(),
                4usize => self.0.r8().load(),
                5usize => self.0.r9().load(),
                _ => 0,
            }
        }
    }
    #[inline(always)]
    fn result<const SLOT: usize>(&self) -> u64 {
        unsafe { self.0.ax().load() }
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
/// `void inet_sock_set_state(const struct sock *sk, const int oldstate, const int newstate)`
#[derive(Clone, Copy)]
pub struct InetSockSetState(btfgen::Arguments);
super::layout::context!(InetSockSetState);
impl InetSockSetState {
    /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
    /// is constant once the program is loaded.
    #[inline(always)]
    pub fn exists() -> bool {
        btfgen::type_exists::<super::relocated::btf_trace_inet_sock_set_state>()
    }
    /// `const struct sock *sk`
    #[inline(always)]
    pub fn sk(&self) -> btfgen::Place<super::sock> {
        self.0.place::<_, 0>()
    }
    /// `const int oldstate`
    #[inline(always)]
    pub fn oldstate(&self) -> i32 {
        self.0.scalar::<_, 1>()
    }
    /// `const int newstate`
    #[inline(always)]
    pub fn newstate(&self) -> i32 {
        self.0.scalar::<_, 2>()
    }
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

const FORMAT: u32 = 3;
/// The kernel's layout. Each line is a member: its name, its offset in bytes (for a bitfield also in bits), its type.
const TABLE: &str = "\
btfgen 3 24bad71ab0c0addf
typedef:atomic64_t 8 struct
 counter 0 i64ll
typedef:atomic_t 4 struct
 counter 0 i32
struct:callback_head 16
 next 0 p64>struct:callback_head
 func 8 p64>(p64>struct:callback_head)void
struct:fastopen_queue 40
 rskq_rst_head 0 p64>struct:request_sock
 rskq_rst_tail 8 p64>struct:request_sock
 lock 16 struct:spinlock
 qlen 20 i32
 max_qlen 24 i32
 ctx 32 p64>struct:tcp_fastopen_context
struct:flowi 88
 u 0 anon:struct:flowi.u
anon:struct:flowi.u 88 union
 __fl_common 0 struct:flowi_common
 ip4 0 struct:flowi4
 ip6 0 struct:flowi6
struct:flowi4 56
 __fl_common 0 struct:flowi_common
 saddr 40 u32
 daddr 44 u32
 uli 48 union:flowi_uli
struct:flowi6 88
 __fl_common 0 struct:flowi_common
 daddr 40 struct:in6_addr
 saddr 56 struct:in6_addr
 flowlabel 72 u32
 uli 76 union:flowi_uli
 mp_hash 80 u32
struct:flowi_common 40
 flowic_oif 0 i32
 flowic_iif 4 i32
 flowic_l3mdev 8 i32
 flowic_mark 12 u32
 flowic_dscp 16 u8
 flowic_scope 17 u8
 flowic_proto 18 u8
 flowic_flags 19 u8
 flowic_secid 20 u32
 flowic_uid 24 typedef:kuid_t
 flowic_multipath_hash 28 u32
 flowic_tun_key 32 struct:flowi_tunnel
struct:flowi_tunnel 8
 tun_id 0 u64ll
union:flowi_uli 4
 ports 0 anon:union:flowi_uli.ports
 icmpt 0 anon:union:flowi_uli.icmpt
 gre_key 0 u32
 mht 0 anon:union:flowi_uli.mht
anon:union:flowi_uli.icmpt 2 struct
 type 0 u8
 code 1 u8
anon:union:flowi_uli.mht 1 struct
 type 0 u8
anon:union:flowi_uli.ports 4 struct
 dport 0 u16
 sport 2 u16
struct:hlist_node 16
 next 0 p64>struct:hlist_node
 pprev 8 p64>p64>struct:hlist_node
struct:hlist_nulls_node 16
 next 0 p64>struct:hlist_nulls_node
 pprev 8 p64>p64>struct:hlist_nulls_node
struct:in6_addr 16
 in6_u 0 anon:struct:in6_addr.in6_u
anon:struct:in6_addr.in6_u 16 union
 u6_addr8 0 [16]u8
 u6_addr16 0 [8]u16
 u6_addr32 0 [4]u32
struct:inet_connection_sock 1400
 icsk_inet 0 struct:inet_sock
 icsk_accept_queue 1016 struct:request_sock_queue
 icsk_bind_hash 1088 p64>struct:inet_bind_bucket
 icsk_bind2_hash 1096 p64>struct:inet_bind2_bucket
 icsk_retransmit_timer 1104 struct:timer_list
 icsk_delack_timer 1144 struct:timer_list
 icsk_rto 1184 u32
 icsk_rto_min 1188 u32
 icsk_rto_max 1192 u32
 icsk_delack_max 1196 u32
 icsk_pmtu_cookie 1200 u32
 icsk_ca_ops 1208 p64>struct:tcp_congestion_ops
 icsk_af_ops 1216 p64>struct:inet_connection_sock_af_ops
 icsk_ulp_ops 1224 p64>struct:tcp_ulp_ops
 icsk_ulp_data 1232 p64
 icsk_sync_mss 1240 p64>(p64>struct:sock,u32)u32
 icsk_ca_state 1248.0:5 u8
 icsk_ca_initialized 1248.5:1 u8
 icsk_ca_setsockopt 1248.6:1 u8
 icsk_ca_dst_locked 1248.7:1 u8
 icsk_retransmits 1249 u8
 icsk_pending 1250 u8
 icsk_backoff 1251 u8
 icsk_syn_retries 1252 u8
 icsk_probes_out 1253 u8
 icsk_ext_hdr_len 1254 u16
 icsk_ack 1256 anon:struct:inet_connection_sock.icsk_ack
 icsk_mtup 1272 anon:struct:inet_connection_sock.icsk_mtup
 icsk_probes_tstamp 1288 u32
 icsk_user_timeout 1292 u32
 icsk_ca_priv 1296 [13]u64ll
anon:struct:inet_connection_sock.icsk_ack 16 struct
 pending 0 u8
 quick 1 u8
 pingpong 2 u8
 retry 3 u8
 ato 4.0:8 u32
 lrcv_flowlabel 5.0:20 u32
 dst_quick_ack 7.4:1 u32
 unused 7.5:3 u32
 lrcvtime 8 u32
 last_seg_size 12 u16
 rcv_mss 14 u16
anon:struct:inet_connection_sock.icsk_mtup 16 struct
 search_high 0 i32
 search_low 4 i32
 probe_size 8.0:31 u32
 enabled 11.7:1 u32
 probe_timestamp 12 u32
struct:inet_cork 64
 flags 0 u32
 addr 4 u32
 opt 8 p64>struct:ip_options
 fragsize 16 u32
 length 20 i32
 dst 24 p64>struct:dst_entry
 tx_flags 32 u8
 ttl 33 u8
 tos 34 i16
 priority 36 u32
 gso_size 40 u16
 ts_opt_id 44 u32
 transmit_time 48 u64ll
 mark 56 u32
struct:inet_cork_full 152
 base 0 struct:inet_cork
 fl 64 struct:flowi
struct:inet_sock 1016
 sk 0 struct:sock
 pinet6 784 p64>struct:ipv6_pinfo
 ipv6_fl_list 792 p64>struct:ipv6_fl_socklist
 inet_flags 800 u64l
 inet_saddr 808 u32
 uc_ttl 812 i16
 inet_sport 814 u16
 inet_opt 816 p64>struct:ip_options_rcu
 inet_id 824 typedef:atomic_t
 tos 828 u8
 min_ttl 829 u8
 mc_ttl 830 u8
 pmtudisc 831 u8
 rcv_tos 832 u8
 convert_csum 833 u8
 uc_index 836 i32
 mc_index 840 i32
 mc_addr 844 u32
 local_port_range 848 u32
 mc_list 856 p64>struct:ip_mc_socklist
 cork 864 struct:inet_cork_full
typedef:kuid_t 4 struct
 val 0 u32
struct:list_head 16
 next 0 p64>struct:list_head
 prev 8 p64>struct:list_head
typedef:netns_tracker 0 struct
struct:page_frag 16
 page 0 p64>struct:page
 offset 8 u32
 size 12 u32
typedef:possible_net_t 8 struct
 net 0 p64>struct:net
struct:pt_regs 168
 r9 64 u64l
 r8 72 u64l
 ax 80 u64l
 cx 88 u64l
 dx 96 u64l
 si 104 u64l
 di 112 u64l
struct:qrwlock 8
 union {
 cnts 0 typedef:atomic_t
 struct {
 wlocked 0 u8
 __lstate 1 [3]u8
 }
 }
 wait_lock 4 struct:qspinlock
struct:qspinlock 4
 union {
 val 0 typedef:atomic_t
 struct {
 locked 0 u8
 pending 1 u8
 }
 struct {
 locked_pending 0 u16
 tail 2 u16
 }
 }
struct:raw_spinlock 4
 raw_lock 0 struct:qspinlock
struct:rb_root 8
 rb_node 0 p64>struct:rb_node
struct:refcount_struct 4
 refs 0 typedef:atomic_t
struct:request_sock_queue 72
 rskq_lock 0 struct:spinlock
 rskq_defer_accept 4 u8
 synflood_warned 5 u8
 qlen 8 typedef:atomic_t
 young 12 typedef:atomic_t
 rskq_accept_head 16 p64>struct:request_sock
 rskq_accept_tail 24 p64>struct:request_sock
 fastopenq 32 struct:fastopen_queue
typedef:rwlock_t 8 struct
 raw_lock 0 struct:qrwlock
struct:sk_buff_head 24
 union {
 struct {
 next 0 p64>struct:sk_buff
 prev 8 p64>struct:sk_buff
 }
 list 0 struct:sk_buff_list
 }
 qlen 16 u32
 lock 20 struct:spinlock
struct:sk_buff_list 16
 next 0 p64>struct:sk_buff
 prev 8 p64>struct:sk_buff
struct:sock 784
 __sk_common 0 struct:sock_common
 __cacheline_group_begin__sock_write_rx 136 [0]u8
 sk_drops 136 typedef:atomic_t
 sk_peek_off 140 i32
 sk_error_queue 144 struct:sk_buff_head
 sk_receive_queue 168 struct:sk_buff_head
 sk_backlog 192 anon:struct:sock.sk_backlog
 __cacheline_group_end__sock_write_rx 216 [0]u8
 __cacheline_group_begin__sock_read_rx 216 [0]u8
 sk_rx_dst 216 p64>struct:dst_entry
 sk_rx_dst_ifindex 224 i32
 sk_rx_dst_cookie 228 u32
 sk_ll_usec 232 u32
 sk_napi_id 236 u32
 sk_busy_poll_budget 240 u16
 sk_prefer_busy_poll 242 u8
 sk_userlocks 243 u8
 sk_rcvbuf 244 i32
 sk_filter 248 p64>struct:sk_filter
 union {
 sk_wq 256 p64>struct:socket_wq
 sk_wq_raw 256 p64>struct:socket_wq
 }
 sk_data_ready 264 p64>(p64>struct:sock)void
 sk_rcvtimeo 272 i64l
 sk_rcvlowat 280 i32
 __cacheline_group_end__sock_read_rx 284 [0]u8
 __cacheline_group_begin__sock_read_rxtx 284 [0]u8
 sk_err 284 i32
 sk_socket 288 p64>struct:socket
 sk_memcg 296 p64>struct:mem_cgroup
 sk_policy 304 [2]p64>struct:xfrm_policy
 __cacheline_group_end__sock_read_rxtx 320 [0]u8
 __cacheline_group_begin__sock_write_rxtx 320 [0]u8
 sk_lock 320 typedef:socket_lock_t
 sk_reserved_mem 352 u32
 sk_forward_alloc 356 i32
 sk_tsflags 360 u32
 __cacheline_group_end__sock_write_rxtx 364 [0]u8
 __cacheline_group_begin__sock_write_tx 364 [0]u8
 sk_write_pending 364 i32
 sk_omem_alloc 368 typedef:atomic_t
 sk_err_soft 372 i32
 sk_wmem_queued 376 i32
 sk_wmem_alloc 380 struct:refcount_struct
 sk_tsq_flags 384 u64l
 union {
 sk_send_head 392 p64>struct:sk_buff
 tcp_rtx_queue 392 struct:rb_root
 }
 sk_write_queue 400 struct:sk_buff_head
 sk_dst_pending_confirm 424 u32
 sk_pacing_status 428 u32
 sk_frag 432 struct:page_frag
 sk_timer 448 struct:timer_list
 sk_pacing_rate 488 u64l
 sk_zckey 496 typedef:atomic_t
 sk_tskey 500 typedef:atomic_t
 __cacheline_group_end__sock_write_tx 504 [0]u8
 __cacheline_group_begin__sock_read_tx 504 [0]u8
 sk_max_pacing_rate 504 u64l
 sk_sndtimeo 512 i64l
 sk_priority 520 u32
 sk_mark 524 u32
 sk_uid 528 typedef:kuid_t
 sk_protocol 532 u16
 sk_type 534 u16
 sk_dst_cache 536 p64>struct:dst_entry
 sk_route_caps 544 u64ll
 sk_gso_type 552 u16
 sk_gso_max_segs 554 u16
 sk_gso_max_size 556 u32
 sk_allocation 560 u32
 sk_txhash 564 u32
 sk_sndbuf 568 i32
 sk_pacing_shift 572 u8
 sk_use_task_frag 573 bool
 __cacheline_group_end__sock_read_tx 574 [0]u8
 sk_gso_disabled 574.0:1 u8
 sk_kern_sock 574.1:1 u8
 sk_no_check_tx 574.2:1 u8
 sk_no_check_rx 574.3:1 u8
 sk_shutdown 575 u8
 sk_lingertime 576 u64l
 sk_prot_creator 584 p64>struct:proto
 sk_callback_lock 592 typedef:rwlock_t
 sk_ack_backlog 600 u32
 sk_max_ack_backlog 604 u32
 sk_ino 608 u64l
 sk_peer_lock 616 struct:spinlock
 sk_bind_phc 620 i32
 sk_peer_pid 624 p64>struct:pid
 sk_peer_cred 632 p64>struct:cred
 sk_stamp 640 i64ll
 sk_disconnects 648 i32
 union {
 sk_txrehash 652 u8
 sk_scm_recv_flags 652 u8
 struct {
 sk_scm_credentials 652.0:1 u8
 sk_scm_security 652.1:1 u8
 sk_scm_pidfd 652.2:1 u8
 sk_scm_rights 652.3:1 u8
 sk_scm_unused 652.4:4 u8
 }
 }
 sk_clockid 653 u8
 sk_txtime_deadline_mode 654.0:1 u8
 sk_txtime_report_errors 654.1:1 u8
 sk_txtime_unused 654.2:6 u8
 sk_bpf_cb_flags 655 u8
 sk_user_data 656 p64
 sk_security 664 p64
 sk_cgrp_data 672 struct:sock_cgroup_data
 sk_state_change 688 p64>(p64>struct:sock)void
 sk_write_space 696 p64>(p64>struct:sock)void
 sk_error_report 704 p64>(p64>struct:sock)void
 sk_backlog_rcv 712 p64>(p64>struct:sock,p64>struct:sk_buff)i32
 sk_destruct 720 p64>(p64>struct:sock)void
 sk_reuseport_cb 728 p64>struct:sock_reuseport
 sk_bpf_storage 736 p64>struct:bpf_local_storage
 sk_drop_counters 744 p64>struct:numa_drop_counters
 sk_rcu 752 struct:callback_head
 ns_tracker 768 typedef:netns_tracker
 sk_user_frags 768 struct:xarray
anon:struct:sock.sk_backlog 24 struct
 rmem_alloc 0 typedef:atomic_t
 len 4 i32
 head 8 p64>struct:sk_buff
 tail 16 p64>struct:sk_buff
struct:sock_cgroup_data 16
 cgroup 0 p64>struct:cgroup
 classid 8 u32
 prioidx 12 u16
struct:sock_common 136
 union {
 skc_addrpair 0 u64ll
 struct {
 skc_daddr 0 u32
 skc_rcv_saddr 4 u32
 }
 }
 union {
 skc_hash 8 u32
 skc_u16hashes 8 [2]u16
 }
 union {
 skc_portpair 12 u32
 struct {
 skc_dport 12 u16
 skc_num 14 u16
 }
 }
 skc_family 16 u16
 skc_state 18 u8
 skc_reuse 19.0:4 u8
 skc_reuseport 19.4:1 u8
 skc_ipv6only 19.5:1 u8
 skc_net_refcnt 19.6:1 u8
 skc_bound_dev_if 20 i32
 union {
 skc_bind_node 24 struct:hlist_node
 skc_portaddr_node 24 struct:hlist_node
 }
 skc_prot 40 p64>struct:proto
 skc_net 48 typedef:possible_net_t
 skc_v6_daddr 56 struct:in6_addr
 skc_v6_rcv_saddr 72 struct:in6_addr
 skc_cookie 88 typedef:atomic64_t
 union {
 skc_flags 96 u64l
 skc_listener 96 p64>struct:sock
 skc_tw_dr 96 p64>struct:inet_timewait_death_row
 }
 skc_dontcopy_begin 104 [0]i32
 union {
 skc_node 104 struct:hlist_node
 skc_nulls_node 104 struct:hlist_nulls_node
 }
 skc_tx_queue_mapping 120 u16
 skc_rx_queue_mapping 122 u16
 union {
 skc_incoming_cpu 124 i32
 skc_rcv_wnd 124 u32
 skc_tw_rcv_nxt 124 u32
 }
 skc_refcnt 128 struct:refcount_struct
 skc_dontcopy_end 132 [0]i32
 union {
 skc_rxhash 132 u32
 skc_window_clamp 132 u32
 skc_tw_snd_nxt 132 u32
 }
typedef:socket_lock_t 32 struct
 slock 0 struct:spinlock
 owned 4 i32
 wq 8 struct:wait_queue_head
struct:spinlock 4
 union {
 rlock 0 struct:raw_spinlock
 }
struct:tcp_sock 2304
 inet_conn 0 struct:inet_connection_sock
 bytes_sent 1544 u64ll
 bytes_received 1752 u64ll
 bytes_retrans 2192 u64ll
 total_retrans 2200 u32
struct:timer_list 40
 entry 0 struct:hlist_node
 expires 16 u64l
 function 24 p64>(p64>struct:timer_list)void
 flags 32 u32
struct:wait_queue_head 24
 lock 0 struct:spinlock
 head 8 struct:list_head
struct:xarray 16
 xa_lock 0 struct:spinlock
 xa_flags 4 u32
 xa_head 8 p64
typedef:__addrpair u64ll
typedef:__be16 u16
typedef:__be32 u32
typedef:__be64 u64ll
typedef:__kernel_uid32_t u32
typedef:__portpair u32
typedef:__s16 i16
typedef:__s32 i32
typedef:__s64 i64ll
typedef:__u16 u16
typedef:__u32 u32
typedef:__u64 u64ll
typedef:__u8 u8
typedef:arch_rwlock_t struct:qrwlock
typedef:arch_spinlock_t struct:qspinlock
typedef:btf_trace_inet_sock_set_state p64>(p64,p64>struct:sock,i32,i32)void
typedef:dscp_t u8
typedef:gfp_t u32
typedef:ktime_t i64ll
typedef:netdev_features_t u64ll
typedef:refcount_t struct:refcount_struct
typedef:s64 i64ll
typedef:spinlock_t struct:spinlock
typedef:uid_t u32
typedef:wait_queue_head_t struct:wait_queue_head
int:bool u _Bool
int:i16 i short int
int:i32 i int
int:i64l i long int
int:i64ll i long long int
int:u16 u short unsigned int
int:u32 u unsigned int
int:u64l u long unsigned int
int:u64ll u long long unsigned int
int:u8 u unsigned char
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
super::layout::type_names! {
    __addrpair 0x221a2ad795cac2a3
    __be16 0x38174994b669056a
    __be32 0x381dcd94b66e5164
    __be64 0x382ec994b67cbdcb
    __kernel_uid32_t 0x72a08486dd19231e
    __portpair 0xfaadb848611ad86b
    __s16 0xb999b143c214dd1a
    __s32 0xb9a03543c21a2914
    __s64 0xb9b13143c228957b
    __u16 0xcbc60343cc9d6784
    __u32 0xcbbef743cc973472
    __u64 0xcbb50743cc8efb1d
    __u8 0x3d3fa78ba1b88475
    arch_rwlock_t 0x9976c5db2bc2457c
    arch_spinlock_t 0x740a824a1ec9dc3f
    btf_trace_inet_sock_set_state 0x9749629ebd1a1041
    dscp_t 0xe2759235cae35b63
    gfp_t 0xc2e6e6ca5d1a5752
    ktime_t 0x6f570eabf6903491
    netdev_features_t 0x8e622dd4355b9f25
    refcount_t 0x900a2b5e6a1484b9
    s64 0x5d2c2bd4d2fee8c9
    spinlock_t 0x903aa65c7b9efce6
    uid_t 0xc731fc4a69649f93
    wait_queue_head_t 0x0005f09feb28c499
}
}
