//! The memory of the machine.

use std::fs;

use answers::Node;

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::Offsets;

/// The node that was compacted last.
pub(super) fn far(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    program.attach()?;
    fs::write("/proc/sys/vm/compact_memory", "1")?;
    let node = bpf::lookup::<u32, Node>(program.map("ANSWERS")?, 0)?[0];
    if super::release() < (6, 0) {
        // The tracepoint has no `compact_control` there, and the program does nothing.
        report.equal("node_present_pages without a node", node.present_pages, 0);
        return Ok(());
    }
    let zones = fs::read_to_string("/proc/zoneinfo")?;
    let mut last = zones.lines().filter_map(|line| {
        let (node, _) = line.strip_prefix("Node ")?.split_once(',')?;
        node.parse::<i32>().ok()
    });
    report.equal("node_id", node.id, last.next_back().unwrap_or(-1));
    report.equal("node_id by probe read", node.id_read, node.id);
    let present = pages(&zones, node.id, "present");
    report.equal("node_present_pages", node.present_pages, present);
    // A node spans its zones and the holes between them.
    let spanned = node.spanned_pages >= pages(&zones, node.id, "spanned");
    report.equal("node_spanned_pages is enough", spanned, true);
    let name = fs::read_to_string(format!("/proc/{}/comm", node.kswapd));
    match name {
        Ok(name) => report.equal("kswapd", name, format!("kswapd{}\n", node.id)),
        // Another namespace than that of the kernel's threads.
        Err(_) => report.equal("kswapd is a task", node.kswapd > 0, true),
    }
    Ok(())
}

/// The sum over the zones of a node.
fn pages(zones: &str, node: i32, what: &str) -> u64 {
    let (mut sum, mut here) = (0, false);
    for line in zones.lines() {
        if let Some(zone) = line.strip_prefix("Node ") {
            here = zone.starts_with(&format!("{node}, zone"));
        }
        let mut words = line.split_whitespace();
        if here && words.next() == Some(what) {
            sum += words.next().and_then(|it| it.parse().ok()).unwrap_or(0);
        }
    }
    sum
}

pub(crate) fn packet(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let program = program.program()?;
    for (what, kind, action) in [("IPv6", [0x86, 0xdd], 2), ("IPv4", [0x08, 0x00], 1)] {
        let mut packet = [0; 64];
        packet[12..14].copy_from_slice(&kind);
        report.equal(what, bpf::run_packet(&program, &packet)?, action);
    }
    Ok(())
}
