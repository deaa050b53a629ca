//! Plain types: the headers of packets, and types that the kernel looks for in programs.

use std::time::{Duration, Instant};

use answers::{Counted, Headers};

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::Offsets;

const XDP_DROP: u32 = 1;
const XDP_PASS: u32 = 2;

const TO: [u8; 6] = [0x00, 0x11, 0x22, 0x33, 0x44, 0x55];
const FROM: [u8; 6] = [0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb];

/// Ports 443 and 50000, sequence 0x01020304, five words, SYN and ACK.
const TCP: [u8; 20] = [
    0x01, 0xbb, 0xc3, 0x50, 1, 2, 3, 4, 10, 11, 12, 13, 0x50, 0x12, 0xff, 0xff, 0, 0, 0, 0,
];

/// Version 4, six words (one of options), lifetime 61, TCP, from 192.0.2.1 to 198.51.100.7.
const IPV4: [u8; 24] = [
    0x46, 0, 0, 44, 0, 1, 0x40, 0, 61, 6, 0, 0, 192, 0, 2, 1, 198, 51, 100, 7, 1, 1, 1, 0,
];

/// Version 6, 20 bytes of TCP, lifetime 59, from 2001:db8::1 to 2001:db8::2.
const IPV6: [u8; 40] = [
    0x60, 0, 0, 0, 0, 20, 6, 59, 0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x20, 1,
    0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2,
];

/// What all packets here say.
fn tcp() -> Headers {
    Headers {
        source: FROM,
        sequence: 0x0102_0304,
        source_port: 443,
        destination_port: 50000,
        data_offset: 5,
        flags: [1, 1, 0, 0, 0],
        ..Headers::default()
    }
}

fn addresses(address: &[u8]) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..address.len()].copy_from_slice(address);
    bytes
}

pub(super) fn headers(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let prog = program.program()?;
    let v4 = Headers {
        version: 4,
        header_length: 6,
        ttl: 61,
        from: addresses(&IPV4[12..16]),
        to: addresses(&IPV4[16..20]),
        ..tcp()
    };
    let v6 = Headers {
        version: 6,
        ttl: 59,
        from: addresses(&IPV6[8..24]),
        to: addresses(&IPV6[24..]),
        ..tcp()
    };
    // Priority 3, VLAN 123.
    let tagged = [0x81, 0x00, 0x60, 0x7b];
    let cases: [(&str, &[u8], &[u8], &[u8], Headers); 4] = [
        ("IPv4", &[], &[0x08, 0x00], &IPV4, v4),
        ("IPv6", &[], &[0x86, 0xdd], &IPV6, v6),
        (
            "IPv4 in a VLAN",
            &tagged,
            &[0x08, 0x00],
            &IPV4,
            Headers { vlan: 123, ..v4 },
        ),
        (
            "IPv6 in a VLAN",
            &tagged,
            &[0x86, 0xdd],
            &IPV6,
            Headers { vlan: 123, ..v6 },
        ),
    ];
    for (what, vlan, protocol, ip, expected) in cases {
        let packet = [&TO, &FROM, vlan, protocol, ip, &TCP].concat();
        report.equal(what, bpf::run_packet(&prog, &packet)?, XDP_PASS);
        let found = bpf::lookup::<u32, Headers>(program.map("ANSWERS")?, 0)?[0];
        report.equal(what, format!("{found:?}"), format!("{expected:?}"));
        // The last byte is missing.
        let short = &packet[..packet.len() - 1];
        report.equal("a short packet", bpf::run_packet(&prog, short)?, XDP_DROP);
    }
    Ok(())
}

/// The runs of the program, counted under a lock and in a record; and those of a timer, which its kernel starts.
pub(super) fn values(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let prog = program.program()?;
    let mut counted = Counted { runs: 0, ticks: 0 };
    let start = Instant::now();
    let mut runs = 0;
    while counted.ticks == 0 && start.elapsed() < Duration::from_secs(5) {
        bpf::run_packet(&prog, &[0; 64])?;
        runs += 1;
        counted = bpf::lookup::<u32, Counted>(program.map("ANSWERS")?, 0)?[0];
        std::thread::sleep(Duration::from_millis(20));
    }
    report.equal("runs under a lock", counted.runs, runs);
    report.equal("the timer ran", counted.ticks > 0, true);
    let records = bpf::drain::<Counted>(program.map("EVENTS")?)?;
    report.equal("records by dynptr", records.len() as u32, runs);
    let last = records.last().map(|it| it.runs);
    report.equal("the last record", last.unwrap_or(0), runs);
    Ok(())
}
