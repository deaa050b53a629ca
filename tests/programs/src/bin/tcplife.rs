//! Every TCP connection that ends: who opened it, how long it lasted, how much it carried.

#![no_std]
#![no_main]

use core::ffi::c_void;
use core::mem::zeroed;

use aya_ebpf::btf_maps::{HashMap, RingBuf};
use aya_ebpf::helpers::{bpf_get_current_task, bpf_ktime_get_ns};
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
#[cfg(feature = "or-zero")]
use programs::OrZero as _;
use programs::vmlinux::btfgen::{Place, ReadError};
use programs::vmlinux::{
    IPPROTO_TCP, TCP_CLOSE, TCP_FIN_WAIT1, TCP_SYN_SENT, sock, task_struct, tcp_sock,
};
use programs::{AF_INET, COMM, Words, finish, record};

programs::license!();

const BPF_ANY: u64 = 0;
const BPF_NOEXIST: u64 = 1;

#[repr(C)]
struct Birth {
    time: u64,
    tgid: i32,
    uid: u32,
    comm: Words<COMM>,
}

#[btf_map]
static BIRTHS: HashMap<u64, Birth, 4096> = HashMap::new();

#[repr(C)]
struct Event {
    span: u64,
    tgid: i32,
    uid: u32,
    received: u64,
    acked: u64,
    segments_in: u32,
    segments_out: u32,
    retransmits: u32,
    smoothed_rtt: u32,
    window: u32,
    mark: u32,
    net_namespace: u32,
    interface: i32,
    family: u16,
    local_port: u16,
    remote_port: u16,
    protocol: u16,
    local: Words<16>,
    remote: Words<16>,
    comm: Words<COMM>,
    congestion: [u8; 16],
}

#[btf_map]
static EVENTS: RingBuf<(), { 1 << 22 }> = RingBuf::new();

/// On the way up, the current task may be any; on the way out it is the one that asked.
#[inline(always)]
fn born(sk: *const c_void, state: u32) -> Result<(), ReadError> {
    // SAFETY: these are probe reads, here and in the other functions.
    unsafe {
        let task = task_struct::at(bpf_get_current_task() as *const c_void);
        let mut birth = zeroed::<Birth>();
        birth.time = bpf_ktime_get_ns();
        birth.tgid = task.tgid().read()?;
        birth.uid = task.real_cred().follow()?.uid().val().read()?;
        task.comm().read_str(&mut birth.comm.0)?;
        let flags = if state == TCP_SYN_SENT {
            BPF_ANY
        } else {
            BPF_NOEXIST
        };
        let _ = BIRTHS.insert(sk as u64, &birth, flags);
    }
    Ok(())
}

#[inline(always)]
fn read_addresses(event: &mut Event, sk: Place<sock>) -> Result<(), ReadError> {
    unsafe {
        let common = sk.__sk_common();
        event.family = common.skc_family().read()?;
        event.local_port = common.skc_num().read()?;
        event.remote_port = u16::from_be(common.skc_dport().read()?);
        event.protocol = sk.sk_protocol().read()?;
        event.local = Words([0; 16]);
        event.remote = Words([0; 16]);
        if event.family == AF_INET {
            event.local.0[..4].copy_from_slice(&common.skc_rcv_saddr().read()?.to_ne_bytes());
            event.remote.0[..4].copy_from_slice(&common.skc_daddr().read()?.to_ne_bytes());
        } else {
            let (local, remote) = (common.skc_v6_rcv_saddr(), common.skc_v6_daddr());
            local.in6_u().u6_addr8().read_bytes(&mut event.local.0)?;
            remote.in6_u().u6_addr8().read_bytes(&mut event.remote.0)?;
        }
    }
    Ok(())
}

#[inline(always)]
fn read_counts(event: &mut Event, sk: Place<sock>) -> Result<(), ReadError> {
    let tcp = tcp_sock::at(sk.as_ptr());
    unsafe {
        let ops = tcp.inet_conn().icsk_ca_ops().follow()?;
        event.received = tcp.bytes_received().read()?;
        event.acked = tcp.bytes_acked().read()?;
        event.segments_in = tcp.segs_in().read()?;
        event.segments_out = tcp.segs_out().read()?;
        event.retransmits = tcp.total_retrans().read()?;
        event.smoothed_rtt = tcp.srtt_us().read()? >> 3;
        event.window = tcp.snd_cwnd().read()?;
        event.mark = sk.sk_mark().read()?;
        let net = sk.__sk_common().skc_net().net().follow()?;
        event.net_namespace = net.ns().inum().read()?;
        event.interface = sk.__sk_common().skc_bound_dev_if().read()?;
        ops.name().read_str(&mut event.congestion)?;
    }
    Ok(())
}

#[btf_tracepoint(function = "inet_sock_set_state")]
fn tcplife(ctx: BtfTracePointContext) -> i32 {
    let _ = state_set(ctx.arg(0), ctx.arg::<i32>(2) as u32);
    0
}

#[inline(always)]
fn state_set(address: *const c_void, state: u32) -> Result<(), ReadError> {
    let sk = sock::at(address);
    if u32::from(unsafe { sk.sk_protocol().read()? }) != IPPROTO_TCP {
        return Ok(());
    }
    if state < TCP_FIN_WAIT1 {
        return born(address, state);
    }
    if state != TCP_CLOSE {
        return Ok(());
    }
    let key = address as u64;
    // SAFETY: an element lives until it is removed below.
    let Some(birth) = (unsafe { BIRTHS.get(key) }) else {
        return Ok(());
    };
    if let Some(mut entry) = EVENTS.reserve_untyped::<Event>(0) {
        let filled = fill(record(&mut entry), birth, sk);
        finish(entry, filled);
    }
    let _ = BIRTHS.remove(key);
    Ok(())
}

#[inline(always)]
fn fill(event: &mut Event, birth: &Birth, sk: Place<sock>) -> Result<(), ReadError> {
    event.span = unsafe { bpf_ktime_get_ns() } - birth.time;
    event.tgid = birth.tgid;
    event.uid = birth.uid;
    event.comm = birth.comm;
    read_addresses(event, sk)?;
    read_counts(event, sk)
}
