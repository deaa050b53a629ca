//! The logic of the programs: what they read about a connection. It compiles for every target.

#![no_std]
// The bindings need these features on the BPF target only. Other targets compile with stable Rust.
#![cfg_attr(
    target_arch = "bpf",
    feature(asm_experimental_arch, extern_types, sized_hierarchy)
)]

// btfgen wrote this file; README.md has the command. One file is enough for all kernels.
pub mod vmlinux;

use tcp_tracer_common::{AF_INET, Address, Event, SLOTS};
use vmlinux::btfgen::Place;
use vmlinux::{sock, tcp_sock};

/// Fills what an event says about a connection: its addresses, ports and bytes.
///
/// A field that can't be read is zero.
///
/// # Safety
///
/// On the BPF target, any pointer is allowed, because these are probe reads. On other targets, the memory must be readable.
#[inline(always)]
pub unsafe fn connection(event: &mut Event, sk: Place<sock>) {
    let common = sk.__sk_common();
    // The socket of a TCP connection is a `tcp_sock`, which begins with a `sock`.
    let tcp = tcp_sock::at(sk.as_ptr());
    // SAFETY: see above.
    unsafe {
        event.family = common.skc_family().read_or_zero();
        // `skc_num` is zero once the connection is closed.
        let inet = tcp.inet_conn().icsk_inet();
        event.local_port = u16::from_be(inet.inet_sport().read_or_zero());
        event.remote_port = u16::from_be(common.skc_dport().read_or_zero());
        event.local = Address([0; 16]);
        event.remote = Address([0; 16]);
        if event.family == AF_INET {
            let (local, remote) = (common.skc_rcv_saddr(), common.skc_daddr());
            event.local.0[..4].copy_from_slice(&local.read_or_zero().to_ne_bytes());
            event.remote.0[..4].copy_from_slice(&remote.read_or_zero().to_ne_bytes());
        } else {
            let (local, remote) = (common.skc_v6_rcv_saddr(), common.skc_v6_daddr());
            let _ = local.in6_u().u6_addr8().read_bytes(&mut event.local.0);
            let _ = remote.in6_u().u6_addr8().read_bytes(&mut event.remote.0);
        }
        event.sent = tcp.bytes_sent().read_or_zero() - tcp.bytes_retrans().read_or_zero();
        event.received = tcp.bytes_received().read_or_zero();
        event.retransmits = tcp.total_retrans().read_or_zero();
    }
}

/// The slot of a histogram.
#[inline(always)]
pub fn slot(nanoseconds: u64) -> u32 {
    let mut left = nanoseconds / 1000;
    let mut slot = 0;
    while left > 0 && slot < SLOTS - 1 {
        left >>= 1;
        slot += 1;
    }
    slot
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots() {
        let times = [0, 999, 1000, 1999, 2000, 4000, u64::MAX];
        assert_eq!(times.map(slot), [0, 0, 1, 1, 2, 3, SLOTS - 1]);
    }
}
