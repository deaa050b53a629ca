//! The headers of a packet, by plain types: an ABI fixes their layout, so nothing here is relocated.

#![no_std]
#![no_main]

use answers::Headers;
use plain::Array;
use plain::vmlinux::plain::{ethhdr, iphdr, ipv6hdr, tcphdr, vlan_hdr, xdp_md};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Headers, 1> = Array::new();

const XDP_DROP: i32 = 1;
const XDP_PASS: i32 = 2;

const IPV4: u16 = 0x0800;
const IPV6: u16 = 0x86dd;
const VLAN: u16 = 0x8100;
const TCP: u8 = 6;

/// The part of a packet that was not read yet.
struct Rest {
    at: usize,
    end: usize,
}

impl Rest {
    /// The next header, if the packet has all of it. Any bytes are a header.
    #[inline(always)]
    fn next<T: Copy>(&mut self) -> Option<&'static T> {
        let header = self.at;
        if header + size_of::<T>() > self.end {
            return None;
        }
        self.at = header + size_of::<T>();
        // SAFETY: the packet has these bytes as long as the program runs, and the kernel aligns headers.
        Some(unsafe { &*(header as *const T) })
    }
}

/// Passes TCP, and writes what its headers say.
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
extern "C" fn headers(context: *const xdp_md) -> i32 {
    // SAFETY: it is the context of this kind of program.
    let context = unsafe { &*context };
    let rest = Rest {
        at: context.data as usize,
        end: context.data_end as usize,
    };
    match parse(rest) {
        Some(headers) => {
            ANSWERS.set(0, &headers);
            XDP_PASS
        }
        None => XDP_DROP,
    }
}

#[inline(always)]
fn parse(mut rest: Rest) -> Option<Headers> {
    let mut headers = Headers::default();
    let ethernet: &ethhdr = rest.next()?;
    headers.source = ethernet.h_source;
    let mut protocol = u16::from_be(ethernet.h_proto);
    if protocol == VLAN {
        let vlan: &vlan_hdr = rest.next()?;
        headers.vlan = u16::from_be(vlan.h_vlan_TCI) & 0xfff;
        protocol = u16::from_be(vlan.h_vlan_encapsulated_proto);
    }
    let start = rest.at;
    let next = match protocol {
        IPV4 => {
            let ip: &iphdr = rest.next()?;
            headers.version = ip.version();
            headers.header_length = ip.ihl();
            headers.ttl = ip.ttl;
            headers.from[..4].copy_from_slice(&ip.saddr().to_ne_bytes());
            headers.to[..4].copy_from_slice(&ip.daddr().to_ne_bytes());
            // The options are part of the header.
            rest.at = start + 4 * usize::from(ip.ihl());
            ip.protocol
        }
        IPV6 => {
            let ip: &ipv6hdr = rest.next()?;
            headers.version = ip.version();
            headers.ttl = ip.hop_limit;
            headers.from = ip.saddr().in6_u.u6_addr8();
            headers.to = ip.daddr().in6_u.u6_addr8();
            ip.nexthdr
        }
        _ => return None,
    };
    if next != TCP {
        return None;
    }
    let tcp: &tcphdr = rest.next()?;
    headers.source_port = u16::from_be(tcp.source);
    headers.destination_port = u16::from_be(tcp.dest);
    headers.sequence = u32::from_be(tcp.seq);
    headers.data_offset = tcp.doff() as u8;
    headers.flags = [tcp.syn(), tcp.ack(), tcp.fin(), tcp.rst(), tcp.psh()].map(|it| it as u8);
    Some(headers)
}
