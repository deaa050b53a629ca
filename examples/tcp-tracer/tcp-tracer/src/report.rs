//! Events and histograms as they are printed.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tcp_tracer_common::{ACCEPT, AF_INET, Address, CLOSE, CONNECT, Event};

/// How wide the longest bar of a histogram is.
const WIDTH: u64 = 40;

pub(crate) fn line(event: &Event) -> String {
    let kind = match event.kind {
        CONNECT => "connect",
        ACCEPT => "accept",
        CLOSE => "close",
        _ => "failed",
    };
    let name = event.name.0.split(|byte| *byte == 0).next();
    // A name may have any bytes. Control characters could change the terminal.
    let name = name.unwrap_or_default().escape_ascii();
    let local = address(event.family, &event.local, event.local_port);
    let remote = address(event.family, &event.remote, event.remote_port);
    let mut line = format!("{kind:7} {:>7} {name:15} {local} - {remote}", event.pid);
    if event.time > 0 {
        line += &format!(" after {:.3?}", Duration::from_nanos(event.time));
    }
    if event.kind == CLOSE {
        line += &format!(", sent {} received {}", event.sent, event.received);
        if event.retransmits > 0 {
            line += &format!(", {} segments sent again", event.retransmits);
        }
    }
    line
}

fn address(family: u16, address: &Address, port: u16) -> SocketAddr {
    let [a, b, c, d, ..] = address.0;
    let address = match family {
        AF_INET => IpAddr::from(Ipv4Addr::new(a, b, c, d)),
        _ => IpAddr::from(address.0).to_canonical(),
    };
    SocketAddr::new(address, port)
}

/// The counts of the slots. See `SLOTS`.
pub(crate) struct Histogram(pub(crate) Vec<u64>);

impl fmt::Display for Histogram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_used = |count: &u64| *count > 0;
        let (Some(first), Some(last)) = (
            self.0.iter().position(is_used),
            self.0.iter().rposition(is_used),
        ) else {
            return writeln!(f, "  none");
        };
        let most = self.0.iter().max().copied().unwrap_or(1);
        for (slot, count) in self.0.iter().enumerate().take(last + 1).skip(first) {
            let (from, to) = ((1_u64 << slot) >> 1, 1_u64 << slot);
            let bar = "█".repeat(count.saturating_mul(WIDTH).div_ceil(most) as usize);
            writeln!(f, "  {from:>8} to {to:>8} µs {count:>8} {bar}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn histograms() {
        assert_eq!(Histogram(vec![0; 4]).to_string(), "  none\n");
        let drawn = Histogram(vec![0, 1, 0, 80, 0]).to_string();
        let lines: Vec<_> = drawn.lines().map(str::trim_end).collect();
        assert_eq!(lines[0], "         1 to        2 µs        1 █");
        assert_eq!(lines[1], "         2 to        4 µs        0");
        assert!(lines[2].ends_with(&format!(" 80 {}", "█".repeat(40))));
        assert_eq!(lines.len(), 3);
    }
}
