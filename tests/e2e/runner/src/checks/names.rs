//! What BTF does not have: symbols, and options of the kernel's configuration.

use std::fs;
use std::process::Command;

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::{Offsets, calls, text};

pub(super) fn symbols(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    bpf::run(program.program()?)?;
    let answer = bpf::lookup::<u32, answers::Symbols>(program.map("ANSWERS")?, 0)?[0];
    let listed = fs::read_to_string("/proc/kallsyms")?;
    let address = listed.lines().find_map(|line| {
        let address = line.strip_suffix(" T schedule")?;
        u64::from_str_radix(address, 16).ok()
    });
    let address = address.ok_or("/proc/kallsyms does not have `schedule`")?;
    report.equal("the address of a function", answer.schedule, address);
    let exists = calls::has_symbol("init_task");
    report.equal("exists", answer.exists, exists.into());
    report.equal("a name that no symbol has", answer.missing, 0);
    // `INIT_TASK_COMM` of the kernel; each CPU's idle task is a copy, with the number of the CPU.
    let own = fs::read_to_string("/proc/thread-self/comm")?;
    let comm = if exists { "swapper" } else { own.trim_end() };
    let found = text(&answer.comm);
    let found = found.split('/').next().unwrap_or_default();
    report.equal(
        "the name of the task",
        found.to_owned(),
        comm.to_owned(),
    );
    Ok(())
}

/// The configuration of the running kernel, from where libbpf reads it.
pub(super) fn read_configuration() -> Option<String> {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").ok()?;
    let file = fs::read_to_string(format!("/boot/config-{}", release.trim())).ok();
    file.or_else(|| {
        let unpacked = Command::new("zcat").arg("/proc/config.gz").output().ok()?;
        let text = String::from_utf8(unpacked.stdout).ok()?;
        unpacked.status.success().then_some(text)
    })
}

pub(super) fn configuration(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    bpf::run(program.program()?)?;
    let answer = bpf::lookup::<u32, answers::Configuration>(program.map("ANSWERS")?, 0)?[0];
    let configuration = read_configuration().unwrap_or_default();
    let value = |name: &str| {
        let mut lines = configuration.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix('='))
    };
    // The release of Debian's kernels lacks the last number, and libbpf takes the version from this text.
    let built = fs::read_to_string("/proc/sys/kernel/version")?;
    let release = match built.split_once(" Debian ") {
        Some((_, version)) => version.to_owned(),
        None => fs::read_to_string("/proc/sys/kernel/osrelease")?,
    };
    let mut numbers = release
        .split(['.', '-'])
        .map_while(|it| it.parse::<u64>().ok());
    let mut number = || numbers.next().unwrap_or(0);
    // `KERNEL_VERSION` of the kernel
    let version = (number() << 16) + (number() << 8) + number().min(255);
    report.equal("LINUX_KERNEL_VERSION", answer.version, version);
    let hz = value("CONFIG_HZ").unwrap_or_default().to_owned();
    report.equal("CONFIG_HZ", answer.hz.to_string(), hz);
    report.equal(
        "CONFIG_BPF",
        answer.bpf,
        u32::from(value("CONFIG_BPF") == Some("y")),
    );
    let ipv6 = value("CONFIG_IPV6");
    report.equal(
        "CONFIG_IPV6",
        answer.ipv6,
        u32::from(matches!(ipv6, Some("y" | "m"))),
    );
    report.equal(
        "CONFIG_IPV6 as a module",
        answer.ipv6_module,
        u32::from(ipv6 == Some("m")),
    );
    report.equal("an option that does not exist", answer.missing, 0);
    Ok(())
}
