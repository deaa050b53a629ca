//! Loads the BPF program, and prints a line for each process that begins to run a file.

use std::thread::sleep;
use std::time::Duration;

use anyhow::Context as _;
use aya::maps::RingBuf;
use aya::programs::BtfTracePoint;
use aya::{Btf, Ebpf, include_bytes_aligned};
use tracer_common::Exec;

static PROGRAM: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/tracer"));

fn main() -> anyhow::Result<()> {
    // aya reads the BTF of the running kernel here, and relocates the program with it.
    let mut ebpf = Ebpf::load(PROGRAM).context("can't load the object; are you root?")?;
    let btf = Btf::from_sys_fs().context("this kernel has no BTF")?;
    let program = ebpf.program_mut("on_exec");
    let program: &mut BtfTracePoint = program.context("no program `on_exec`")?.try_into()?;
    let loaded = program.load("sched_process_exec", &btf);
    loaded.context("the kernel refused `on_exec`")?;
    program.attach()?;

    let map = ebpf.take_map("EVENTS").context("no map `EVENTS`")?;
    let mut events = RingBuf::try_from(map)?;
    println!("pid parent name; Ctrl-C ends");
    loop {
        while let Some(event) = events.next() {
            let exec = Exec::from_bytes(&event).context("an event of another length")?;
            let name = exec.name().escape_ascii();
            println!("{} {} {name}", exec.pid, exec.parent);
        }
        // Reads the map ten times a second. To wait for events instead, use the map's file descriptor with poll, epoll or tokio.
        sleep(Duration::from_millis(100));
    }
}
