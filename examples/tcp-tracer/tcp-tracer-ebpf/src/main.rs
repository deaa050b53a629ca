//! The BPF programs: their hooks and their maps. What they read about a connection is in `lib.rs`.

#![no_std]
#![no_main]

use aya_ebpf::EbpfContext as _;
use aya_ebpf::btf_maps::{HashMap, PerCpuArray, RingBuf};
use aya_ebpf::helpers::{
    bpf_get_current_pid_tgid, bpf_get_current_uid_gid, bpf_ktime_get_ns, generated,
};
use aya_ebpf::macros::{btf_map, btf_tracepoint, kretprobe};
use aya_ebpf::programs::{BtfTracePointContext, RetProbeContext};
use tcp_tracer_common::{ACCEPT, ACCEPTS, CLOSE, CONNECT, CONNECTS, Event, FAIL, Name, SLOTS};
use tcp_tracer_ebpf::vmlinux::btfgen::Place;
use tcp_tracer_ebpf::vmlinux::function::InetCskAccept;
use tcp_tracer_ebpf::vmlinux::tp::InetSockSetState;
use tcp_tracer_ebpf::vmlinux::{
    IPPROTO_TCP, TCP_CLOSE, TCP_ESTABLISHED, TCP_FIN_WAIT1, TCP_LAST_ACK, TCP_SYN_RECV,
    TCP_SYN_SENT, sock,
};
use tcp_tracer_ebpf::{connection, slot};

// libbpf refuses `RingBuf<Event, …>` of aya-ebpf 0.2. Every loader accepts `RingBuf<(), …>` with `reserve_untyped`.
#[btf_map]
static EVENTS: RingBuf<(), { 1 << 20 }> = RingBuf::new();

/// The connections whose beginning was seen, by the address of their socket.
#[btf_map]
static CONNECTIONS: HashMap<u64, Connection, 16384> = HashMap::new();

/// Two histograms: see `CONNECTS` and `ACCEPTS`.
#[btf_map]
static LATENCIES: PerCpuArray<u64, { 2 * SLOTS as usize }> = PerCpuArray::new();

#[repr(C)]
struct Connection {
    since: u64,
    process: Process,
}

#[repr(C)]
#[derive(Clone, Copy)]
struct Process {
    pid: i32,
    uid: u32,
    name: Name,
}

impl Process {
    const UNKNOWN: Process = Process {
        pid: 0,
        uid: 0,
        name: Name([0; 16]),
    };

    #[inline(always)]
    fn current() -> Process {
        let mut process = Process {
            pid: (bpf_get_current_pid_tgid() >> 32) as i32,
            uid: bpf_get_current_uid_gid() as u32,
            name: Name([0; 16]),
        };
        let name = &mut process.name.0;
        // SAFETY: the helper writes as many bytes as it is told. aya's `bpf_get_current_comm` would copy them one by one.
        unsafe { generated::bpf_get_current_comm(name.as_mut_ptr().cast(), name.len() as u32) };
        process
    }
}

#[btf_tracepoint(function = "inet_sock_set_state")]
fn on_state(ctx: BtfTracePointContext) -> i32 {
    // SAFETY: the program is attached to this tracepoint, and the verifier trusts its arguments.
    unsafe {
        let change = InetSockSetState::at(ctx.as_ptr());
        let sk = change.sk();
        if u32::from(sk.sk_protocol().load()) == IPPROTO_TCP {
            changed(sk, change.oldstate() as u32, change.newstate() as u32);
        }
    }
    0
}

#[inline(always)]
fn changed(sk: Place<sock>, old: u32, new: u32) {
    match (old, new) {
        // The process that connects runs now. Which one accepts is not known before it does.
        (_, TCP_SYN_SENT) => return begin(sk, Process::current()),
        (TCP_SYN_RECV, TCP_ESTABLISHED) => return begin(sk, Process::UNKNOWN),
        (TCP_SYN_SENT, TCP_ESTABLISHED) | (_, TCP_FIN_WAIT1 | TCP_LAST_ACK | TCP_CLOSE) => {}
        _ => return,
    }
    let Some(connection) = find(sk) else {
        return;
    };
    if new == TCP_FIN_WAIT1 || new == TCP_LAST_ACK {
        // A process closes its end.
        if connection.process.pid == 0 {
            connection.process = Process::current();
        }
        return;
    }
    // SAFETY: `bpf_ktime_get_ns` can always be called.
    let now = unsafe { bpf_ktime_get_ns() };
    let time = now - connection.since;
    let kind = match (old, new) {
        (_, TCP_ESTABLISHED) => CONNECT,
        (TCP_SYN_SENT, _) => FAIL,
        _ => CLOSE,
    };
    let process = connection.process;
    if kind == CONNECT {
        connection.since = now;
        count(CONNECTS, time);
    } else {
        // It may be gone already, if two processors close it.
        let _ = CONNECTIONS.remove(key(sk));
    }
    report(kind, time, &process, sk);
}

/// For kernels without kprobes, in place of `on_accept`: a connection that a process may accept now.
#[btf_tracepoint(function = "inet_sock_set_state")]
fn on_arrival(ctx: BtfTracePointContext) -> i32 {
    // SAFETY: as in `on_state`.
    unsafe {
        let change = InetSockSetState::at(ctx.as_ptr());
        let sk = change.sk();
        let is_arrival =
            change.oldstate() as u32 == TCP_SYN_RECV && change.newstate() as u32 == TCP_ESTABLISHED;
        if is_arrival && u32::from(sk.sk_protocol().load()) == IPPROTO_TCP {
            report(ACCEPT, 0, &Process::UNKNOWN, sk);
        }
    }
    0
}

#[kretprobe(function = "inet_csk_accept")]
fn on_accept(ctx: RetProbeContext) -> u32 {
    // SAFETY: the program is attached to this function.
    let sk = unsafe { InetCskAccept::from_regs(ctx.as_ptr()) }.ret();
    // There is none if the function failed.
    if let Some(connection) = find(sk) {
        // SAFETY: `bpf_ktime_get_ns` can always be called.
        let time = unsafe { bpf_ktime_get_ns() } - connection.since;
        connection.process = Process::current();
        report(ACCEPT, time, &connection.process, sk);
        count(ACCEPTS, time);
    }
    0
}

#[inline(always)]
fn key(sk: Place<sock>) -> u64 {
    sk.as_ptr() as u64
}

#[inline(always)]
fn begin(sk: Place<sock>, process: Process) {
    // SAFETY: `bpf_ktime_get_ns` can always be called.
    let since = unsafe { bpf_ktime_get_ns() };
    // If the map is full, the connection is not seen.
    let _ = CONNECTIONS.insert(key(sk), Connection { since, process }, 0);
}

#[inline(always)]
fn find(sk: Place<sock>) -> Option<&'static mut Connection> {
    let connection = CONNECTIONS.get_ptr_mut(key(sk))?;
    // SAFETY: the element lives as long as this program runs. Nobody else changes it, unless two processors change one socket.
    Some(unsafe { &mut *connection })
}

#[inline(always)]
fn report(kind: u32, time: u64, process: &Process, sk: Place<sock>) {
    if let Some(mut entry) = EVENTS.reserve_untyped::<Event>(0) {
        // SAFETY: an `Event` may have any bytes. The rest are probe reads.
        unsafe {
            let event: &mut Event = &mut *entry.as_mut_ptr();
            event.time = time;
            event.kind = kind;
            event.pid = process.pid;
            event.uid = process.uid;
            event.name = process.name;
            event.zero = 0;
            connection(event, sk);
        }
        entry.submit(0);
    }
}

#[inline(always)]
fn count(histogram: u32, time: u64) {
    if let Some(slot) = LATENCIES.get_ptr_mut(histogram + slot(time)) {
        // SAFETY: it is this processor's own.
        unsafe { *slot += 1 };
    }
}

// Only the BPF target has no panic handler; `cargo check` and editors compile this file for the host too.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
