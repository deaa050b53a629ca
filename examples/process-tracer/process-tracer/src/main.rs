//! Loads the BPF programs, and prints each process that begins to run a file, and each that ends.

mod report;

use std::io::{self, Write as _};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, bail};
use aya::maps::RingBuf;
use aya::programs::BtfTracePoint;
use aya::{Btf, Ebpf, include_bytes_aligned};
use report::Report;

static PROGRAM: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/process-tracer"));

const PROGRAMS: [(&str, &str); 2] = [
    ("on_exec", "sched_process_exec"),
    ("on_exit", "sched_process_exit"),
];

fn main() -> anyhow::Result<()> {
    let json = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--json") => true,
        Some(_) => bail!("usage: process-tracer [--json]"),
    };
    // aya reads the BTF of the running kernel here, and relocates the programs with it.
    let mut ebpf = Ebpf::load(PROGRAM).context("can't load the object; are you root?")?;
    let btf = Btf::from_sys_fs().context("this kernel has no BTF")?;
    for (name, tracepoint) in PROGRAMS {
        let program = ebpf.program_mut(name);
        let program = program.with_context(|| format!("no program `{name}`"))?;
        let program: &mut BtfTracePoint = program.try_into()?;
        let loaded = program.load(tracepoint, &btf);
        loaded.with_context(|| format!("the kernel refused `{name}`"))?;
        program.attach()?;
    }
    let map = ebpf.take_map("EVENTS").context("no map `EVENTS`")?;
    let mut events = RingBuf::try_from(map)?;
    eprintln!("tracing; Ctrl-C ends");
    loop {
        while let Some(event) = events.next() {
            let report = Report::new(&event).context("an event of another length")?;
            let mut line = match json {
                true => serde_json::to_string(&report)?,
                false => report.to_string(),
            };
            line.push('\n');
            // One write, so that lines of several programs do not mix.
            io::stdout().write_all(line.as_bytes())?;
        }
        sleep(Duration::from_millis(10));
    }
}
