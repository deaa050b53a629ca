//! Every TCP socket that begins to listen: where, with which options, and whose it is.

#![no_std]
#![no_main]

use core::ffi::c_void;

use aya_ebpf::btf_maps::RingBuf;
use aya_ebpf::helpers::{bpf_get_current_task, bpf_ktime_get_ns};
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
#[cfg(feature = "or-zero")]
use programs::OrZero as _;
use programs::vmlinux::btfgen::{Place, ReadError};
use programs::vmlinux::{TCP_LISTEN, inet_sock, sock, task_struct};
use programs::{AF_INET, AF_INET6, COMM, Words, finish, record};

programs::license!();

#[repr(C)]
struct Event {
    time: u64,
    tgid: i32,
    tid: i32,
    ppid: i32,
    uid: u32,
    gid: u32,
    net_namespace: u32,
    backlog: u32,
    queued: u32,
    interface: i32,
    mark: u32,
    priority: u32,
    send_buffer: i32,
    receive_buffer: i32,
    inode: u64,
    flags: u64,
    family: u16,
    port: u16,
    kind: u16,
    protocol: u16,
    time_to_live: u8,
    service: u8,
    reuse: u8,
    reuse_port: u8,
    ipv6_only: u8,
    pad: [u8; 3],
    address: Words<16>,
    comm: [u8; COMM],
    name: [u8; 32],
}

#[btf_map]
static EVENTS: RingBuf<(), { 1 << 22 }> = RingBuf::new();

#[inline(always)]
fn read_task(event: &mut Event, task: Place<task_struct>) -> Result<(), ReadError> {
    // SAFETY: these are probe reads, here and in the other functions.
    unsafe {
        let cred = task.real_cred().follow()?;
        event.tgid = task.tgid().read()?;
        event.tid = task.pid().read()?;
        event.ppid = task.real_parent().follow()?.tgid().read()?;
        event.uid = cred.uid().val().read()?;
        event.gid = cred.gid().val().read()?;
        task.comm().read_str(&mut event.comm)?;
    }
    Ok(())
}

#[inline(always)]
fn read_address(event: &mut Event, sk: Place<sock>) -> Result<(), ReadError> {
    unsafe {
        let common = sk.__sk_common();
        event.family = common.skc_family().read()?;
        event.port = common.skc_num().read()?;
        event.net_namespace = common.skc_net().net().follow()?.ns().inum().read()?;
        event.interface = common.skc_bound_dev_if().read()?;
        event.address = Words([0; 16]);
        if event.family == AF_INET {
            event.address.0[..4].copy_from_slice(&common.skc_rcv_saddr().read()?.to_ne_bytes());
        } else if event.family == AF_INET6 {
            let address = common.skc_v6_rcv_saddr().in6_u().u6_addr8();
            address.read_bytes(&mut event.address.0)?;
        }
    }
    Ok(())
}

#[inline(always)]
fn read_options(event: &mut Event, sk: Place<sock>) -> Result<(), ReadError> {
    let inet = inet_sock::at(sk.as_ptr());
    unsafe {
        let common = sk.__sk_common();
        event.backlog = sk.sk_max_ack_backlog().read()?;
        event.queued = sk.sk_ack_backlog().read()?;
        event.mark = sk.sk_mark().read()?;
        event.priority = sk.sk_priority().read()?;
        event.send_buffer = sk.sk_sndbuf().read()?;
        event.receive_buffer = sk.sk_rcvbuf().read()?;
        event.flags = common.skc_flags().read()?;
        event.kind = sk.sk_type().read()?;
        event.protocol = sk.sk_protocol().read()?;
        event.time_to_live = inet.uc_ttl().read()? as u8;
        event.service = inet.tos().read()?;
        event.reuse = common.skc_reuse().read()?;
        event.reuse_port = common.skc_reuseport().read()?;
        event.ipv6_only = common.skc_ipv6only().read()?;
    }
    Ok(())
}

#[inline(always)]
fn read_socket(event: &mut Event, sk: Place<sock>) -> Result<(), ReadError> {
    unsafe {
        let file = sk.sk_socket().follow()?.file().follow()?;
        event.inode = file.f_inode().follow()?.i_ino().read()?;
        let proto = sk.__sk_common().skc_prot().follow()?;
        proto.name().read_str(&mut event.name)?;
    }
    Ok(())
}

#[btf_tracepoint(function = "inet_sock_set_state")]
fn solisten(ctx: BtfTracePointContext) -> i32 {
    let sk = sock::at(ctx.arg::<*const c_void>(0));
    if ctx.arg::<i32>(2) as u32 != TCP_LISTEN {
        return 0;
    }
    let Some(mut entry) = EVENTS.reserve_untyped::<Event>(0) else {
        return 0;
    };
    let filled = fill(record(&mut entry), sk);
    finish(entry, filled);
    0
}

#[inline(always)]
fn fill(event: &mut Event, sk: Place<sock>) -> Result<(), ReadError> {
    let task = task_struct::at(unsafe { bpf_get_current_task() } as *const c_void);
    event.time = unsafe { bpf_ktime_get_ns() };
    event.pad = [0; 3];
    read_task(event, task)?;
    read_address(event, sk)?;
    read_options(event, sk)?;
    read_socket(event, sk)
}
