//! Loads the BPF program, and prints a line for each process that begins to run a file.

use std::time::Duration;

use anyhow::Context as _;
use libbpf_rs::{MapCore as _, ObjectBuilder, RingBufferBuilder};
use tracer_common::Exec;

static PROGRAM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tracer"));

fn main() -> anyhow::Result<()> {
    let object = ObjectBuilder::default().open_memory(PROGRAM)?;
    // libbpf reads the BTF of the running kernel here, and relocates the program with it.
    let object = object.load();
    let object = object.context("the kernel refused `on_exec`, or you are not root")?;
    let mut programs = object.progs_mut();
    let program = programs.find(|program| program.name() == "on_exec");
    // The program is attached as long as the link exists.
    let _link = program.context("no program `on_exec`")?.attach()?;

    let map = object.maps().find(|map| map.name() == "EVENTS");
    let map = map.context("no map `EVENTS`")?;
    let mut builder = RingBufferBuilder::new();
    builder.add(&map, print)?;
    let events = builder.build()?;
    println!("pid parent name; Ctrl-C ends");
    loop {
        events.poll(Duration::from_secs(1))?;
    }
}

/// A result below zero stops `poll`.
fn print(event: &[u8]) -> i32 {
    let Some(exec) = Exec::from_bytes(event) else {
        return -1;
    };
    let name = exec.name().escape_ascii();
    println!("{} {} {name}", exec.pid, exec.parent);
    0
}
