//! Loads the BPF programs, and prints a line for each TCP connection that is made, accepted or closed. At the end, draws how long
//! connections took.

mod report;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use libbpf_rs::{ErrorKind, MapCore as _, MapFlags, MapImpl, ObjectBuilder, RingBufferBuilder};
use report::Histogram;
use tcp_tracer_common::{ACCEPTS, CONNECTS, Event, SLOTS};

static PROGRAM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tcp-tracer"));

fn main() -> anyhow::Result<()> {
    let object = ObjectBuilder::default().open_memory(PROGRAM)?;
    // libbpf reads the BTF of the running kernel here, and relocates the programs with it.
    let object = object.load();
    let object = object.context("the kernel refused the programs, or you are not root")?;
    // The programs are attached as long as the links exist.
    let mut links = Vec::new();
    let mut attach = |name: &str| {
        let program = object.progs_mut().find(|it| it.name() == name);
        let program = program.with_context(|| format!("no program `{name}`"))?;
        let link = program.attach();
        links.push(link.with_context(|| format!("can't attach `{name}`"))?);
        anyhow::Ok(())
    };
    attach("on_state")?;
    if let Err(error) = attach("on_accept") {
        eprintln!("{error}: the process that accepts a connection is not known until it closes it");
        attach("on_arrival")?;
    }
    let map = |name: &str| {
        let map = object.maps().find(|map| map.name() == name);
        map.with_context(|| format!("no map `{name}`"))
    };
    let mut builder = RingBufferBuilder::new();
    let events = map("EVENTS")?;
    builder.add(&events, print)?;
    let events = builder.build()?;

    let is_over = Arc::new(AtomicBool::new(false));
    let signalled = Arc::clone(&is_over);
    ctrlc::set_handler(move || signalled.store(true, Ordering::Relaxed))?;
    eprintln!("tracing; Ctrl-C ends");
    while !is_over.load(Ordering::Relaxed) {
        match events.poll(Duration::from_millis(100)) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            polled => polled?,
        }
    }
    events.consume()?;
    let latencies = map("LATENCIES")?;
    for (title, first) in [
        ("connect: from the call to the answer", CONNECTS),
        ("accept: how long a connection waited for it", ACCEPTS),
    ] {
        let slots = (first..first + SLOTS).map(|slot| count(&latencies, slot));
        let slots = slots.collect::<anyhow::Result<_>>()?;
        print!("\n{title}\n{}", Histogram(slots));
    }
    Ok(())
}

/// The sum of all processors.
fn count(map: &MapImpl<'_>, slot: u32) -> anyhow::Result<u64> {
    let values = map.lookup_percpu(&slot.to_ne_bytes(), MapFlags::ANY)?;
    let values = values.context("the map has fewer slots")?;
    let number = |bytes: &Vec<u8>| bytes.first_chunk().map_or(0, |it| u64::from_ne_bytes(*it));
    Ok(values.iter().map(number).sum())
}

/// A result below zero stops `poll`.
fn print(bytes: &[u8]) -> i32 {
    if bytes.len() != size_of::<Event>() {
        return -1;
    }
    println!("{}", report::line(&bytemuck::pod_read_unaligned(bytes)));
    0
}
