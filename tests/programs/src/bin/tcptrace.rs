//! Every segment that TCP takes in or sends anew: the state of the connection, and how long round trips take.

#![no_std]
#![no_main]

use core::ffi::c_void;

use aya_ebpf::btf_maps::{HashMap, RingBuf};
use aya_ebpf::helpers::{bpf_get_current_pid_tgid, bpf_ktime_get_ns};
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
#[cfg(feature = "or-zero")]
use programs::OrZero as _;
use programs::vmlinux::btfgen::{Place, ReadError};
use programs::vmlinux::{sk_buff, sock, tcp_skb_cb, tcp_sock};
use programs::{AF_INET, Words, finish, record};

programs::license!();

const SLOTS: usize = 32;
const BPF_NOEXIST: u64 = 1;

const RECEIVED: u32 = 0;
const RETRANSMITTED: u32 = 1;

#[repr(C)]
struct Flow {
    segments: u64,
    retransmitted: u64,
    slots: [u32; SLOTS],
}

#[btf_map]
static FLOWS: HashMap<u64, Flow, 4096> = HashMap::new();

static EMPTY: Flow = Flow {
    segments: 0,
    retransmitted: 0,
    slots: [0; SLOTS],
};

#[repr(C)]
struct Event {
    time: u64,
    tgid: u32,
    reason: u32,
    segments: u64,
    sequence: u32,
    bytes: u32,
    next: u32,
    unacknowledged: u32,
    expected: u32,
    window: u32,
    threshold: u32,
    peer_window: u32,
    rtt: u32,
    deviation: u32,
    least: u32,
    in_flight: u32,
    lost: u32,
    retransmits: u32,
    timeout: u32,
    segment_size: u32,
    hash: u32,
    interface: i32,
    queued: i32,
    local_port: u16,
    remote_port: u16,
    family: u16,
    state: u8,
    congestion_state: u8,
    ecn: u8,
    scale: u8,
    pad: [u8; 2],
    local: Words<16>,
    remote: Words<16>,
}

#[btf_map]
static EVENTS: RingBuf<(), { 1 << 22 }> = RingBuf::new();

#[inline(always)]
fn read_connection(event: &mut Event, sk: Place<sock>) -> Result<(), ReadError> {
    // SAFETY: these are probe reads, here and in the other functions.
    unsafe {
        let common = sk.__sk_common();
        event.state = common.skc_state().read()?;
        event.family = common.skc_family().read()?;
        event.local_port = common.skc_num().read()?;
        event.remote_port = u16::from_be(common.skc_dport().read()?);
        event.queued = sk.sk_wmem_queued().read()?;
        event.hash = sk.sk_txhash().read()?;
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
fn read_state(event: &mut Event, tcp: Place<tcp_sock>) -> Result<(), ReadError> {
    unsafe {
        event.next = tcp.snd_nxt().read()?;
        event.unacknowledged = tcp.snd_una().read()?;
        event.expected = tcp.rcv_nxt().read()?;
        event.window = tcp.snd_cwnd().read()?;
        event.threshold = tcp.snd_ssthresh().read()?;
        event.peer_window = tcp.snd_wnd().read()?;
        event.rtt = tcp.srtt_us().read()? >> 3;
        event.deviation = tcp.mdev_us().read()? >> 2;
        event.least = tcp.rtt_min().s().index::<0>().v().read()?;
        event.in_flight = tcp.packets_out().read()?;
        event.lost = tcp.lost_out().read()?;
        event.retransmits = tcp.retrans_out().read()?;
        event.segment_size = tcp.mss_cache().read()?;
        event.timeout = tcp.inet_conn().icsk_rto().read()?;
        event.ecn = tcp.ecn_flags().read()?;
        event.scale = tcp.rx_opt().snd_wscale().read()? as u8;
        event.congestion_state = tcp.inet_conn().icsk_ca_state().read()?;
    }
    Ok(())
}

/// The cells behind a segment's control block, where TCP keeps its sequence number.
#[inline(always)]
fn read_segment(event: &mut Event, skb: Place<sk_buff>) -> Result<(), ReadError> {
    let cell = tcp_skb_cb::at(skb.cb().as_ptr());
    unsafe {
        event.sequence = cell.seq().read()?;
        event.bytes = skb.len().read()?;
        event.interface = skb.skb_iif().read()?;
    }
    Ok(())
}

#[inline(always)]
fn slot(mut value: u32) -> usize {
    let mut slot = 0;
    while slot < SLOTS - 1 && value > 1 {
        value >>= 1;
        slot += 1;
    }
    slot
}

#[inline(always)]
fn count(sk: Place<sock>, rtt: u32, reason: u32) -> Option<*mut Flow> {
    let key = sk.as_ptr().cast::<c_void>() as u64;
    let flow = match FLOWS.get_ptr_mut(key) {
        Some(flow) => flow,
        None => {
            let _ = FLOWS.insert(key, &EMPTY, BPF_NOEXIST);
            FLOWS.get_ptr_mut(key)?
        }
    };
    // SAFETY: an element of the map; a segment that is counted twice or not at all does no harm.
    unsafe {
        (*flow).segments += 1;
        if reason == RETRANSMITTED {
            (*flow).retransmitted += 1;
        }
        (*flow).slots[slot(rtt) & (SLOTS - 1)] += 1;
    }
    Some(flow)
}

#[inline(always)]
fn report_segment(ctx: &BtfTracePointContext, reason: u32) {
    let address = ctx.arg::<*const c_void>(0);
    let skb = sk_buff::at(ctx.arg::<*const c_void>(1));
    if let Some(mut entry) = EVENTS.reserve_untyped::<Event>(0) {
        let filled = fill(record(&mut entry), sock::at(address), skb, reason);
        finish(entry, filled);
    }
}

#[inline(always)]
fn fill(
    event: &mut Event,
    sk: Place<sock>,
    skb: Place<sk_buff>,
    reason: u32,
) -> Result<(), ReadError> {
    event.time = unsafe { bpf_ktime_get_ns() };
    event.tgid = (bpf_get_current_pid_tgid() >> 32) as u32;
    event.reason = reason;
    event.pad = [0; 2];
    read_connection(event, sk)?;
    read_state(event, tcp_sock::at(sk.as_ptr()))?;
    read_segment(event, skb)?;
    let flow = count(sk, event.rtt, reason);
    event.segments = flow.map_or(0, |flow| unsafe { (*flow).segments });
    Ok(())
}

#[btf_tracepoint(function = "tcp_probe")]
fn tcptrace_received(ctx: BtfTracePointContext) -> i32 {
    report_segment(&ctx, RECEIVED);
    0
}

#[btf_tracepoint(function = "tcp_retransmit_skb")]
fn tcptrace_retransmitted(ctx: BtfTracePointContext) -> i32 {
    report_segment(&ctx, RETRANSMITTED);
    0
}

#[btf_tracepoint(function = "tcp_destroy_sock")]
fn tcptrace_destroyed(ctx: BtfTracePointContext) -> i32 {
    let _ = FLOWS.remove(ctx.arg::<*const c_void>(0) as u64);
    0
}
