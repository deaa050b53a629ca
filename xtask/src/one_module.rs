//! Programs with the bindings of several kernels in one module, tests/kernels: one object, which runs on each of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::e2e::{self, RUNNING_BTF};
use crate::host::{self, Result};
use crate::log::say;
use crate::vm::Vm;
use crate::{kernels, tools};

/// The kernels from Debian's packages, the oldest first. The running one comes last.
const OLD: [&str; 3] = ["5.10", "6.1", "6.12"];
const RUNNING: &str = "running";

/// The optimization levels. At each, the verifier must skip what the running kernel does not have.
const LEVELS: [&str; 5] = ["1", "2", "3", "\"s\"", "\"z\""];

const PATTERNS: [&str; 10] = [
    "task_struct.{__state,files,pid,real_parent,state}",
    "files_struct.fdt",
    "fdtable.fd",
    "file.{f_inode,private_data}",
    "inode.{i_atime,i_atime_sec}",
    "timespec64",
    "socket.sk",
    "sock.sk_protocol",
    "enum:bpf_map_type",
    "tp:sched_switch",
];

/// `TASK_INTERRUPTIBLE`. Newer kernels set other bits too.
const WAITS: u64 = 1;
/// `IPPROTO_TCP`
const TCP: u64 = 6;

pub(crate) fn check() -> Result {
    kernels::fetch(&OLD)?;
    let share = share()?;
    let mut wrong = Vec::new();
    for kernel in OLD.iter().copied().chain([RUNNING]) {
        let btf = match kernel {
            RUNNING => PathBuf::from(RUNNING_BTF),
            kernel => kernels::cached(kernel).btf,
        };
        let text = match kernel {
            RUNNING => host::output(&mut host::command(share.join("run")))?,
            kernel => in_vm(kernel, &share)?,
        };
        let objects: Vec<_> = text.split("object ").skip(1).collect();
        if objects.len() != LEVELS.len() {
            wrong.push(format!("kernel {kernel}: not all objects ran:\n{text}"));
        }
        for object in objects {
            let (name, text) = object.split_once('\n').unwrap_or((object, ""));
            let found = numbers(text);
            say!("kernel {kernel}, {name}: {found:?}");
            let differences = differences(&found, &btf)?;
            wrong.extend(
                differences
                    .iter()
                    .map(|it| format!("kernel {kernel}, {name}: {it}")),
            );
        }
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

/// Of each program, what it returned and what it should have.
fn differences(found: &BTreeMap<String, u64>, btf: &Path) -> Result<Vec<String>> {
    let get = |name: &str| found.get(name).copied();
    let arena = e2e::numbers::enumerator(btf, "bpf_map_type", "BPF_MAP_TYPE_ARENA")?;
    // -1, as the program returns it.
    let arena = arena.unwrap_or(u64::from(u32::MAX));
    // With three arguments, there is no state of the task.
    let (prototypes, switches) = match arguments_of_sched_switch(btf)? {
        3 => (1, 11),
        4 => (10, 111),
        other => {
            return Err(format!("sched_switch has {other} arguments"));
        }
    };
    let expected = [
        ("state", Some(WAITS), get("state").map(|it| it & WAITS)),
        ("atime", get("expected_atime"), get("atime")),
        ("protocol", Some(TCP), get("protocol")),
        ("map_type", Some(arena), get("map_type")),
        ("prototypes", Some(prototypes), get("prototypes")),
        ("switches", Some(switches), get("switches")),
    ];
    let wrong = expected.iter().filter(|(_, a, b)| a.is_none() || a != b);
    let wrong = wrong
        .map(|(name, expected, found)| format!("{name} is {found:?}, and should be {expected:?}"));
    Ok(wrong.collect())
}

/// How many arguments programs get, as bpftool writes the typedef of the tracepoint in C.
fn arguments_of_sched_switch(btf: &Path) -> Result<usize> {
    let bpftool = tools::need("bpftool", tools::bpftool())?;
    let mut command = host::command(bpftool);
    command.args(["btf", "dump", "file"]).arg(btf);
    let text = host::output(command.args(["format", "c"]))?;
    let line = text
        .lines()
        .find(|line| line.contains("(*btf_trace_sched_switch)"));
    let line = line.ok_or("bpftool shows no tracepoint sched_switch")?;
    // The first one is for the kernel's own probes.
    Ok(line.matches(',').count())
}

/// A directory with the object, bpftool and the script that runs the programs.
fn share() -> Result<PathBuf> {
    let vmlinux = output("vmlinux.rs")?;
    host::make_dir(&output("share")?)?;
    let mut btfgen = host::command(e2e::btfgen_dir()?.join("btfgen"));
    for kernel in OLD {
        let btf = kernels::cached(kernel).btf;
        btfgen
            .arg("--btf")
            .arg(format!("{kernel}={}", btf.display()));
    }
    btfgen.args(["--btf", RUNNING_BTF]);
    for pattern in PATTERNS {
        btfgen.args(["--allow", pattern]);
    }
    host::run(btfgen.arg("-o").arg(&vmlinux))?;
    let share = output("share")?;
    let built = e2e::bpf_target()?.join(e2e::TARGET);
    for level in LEVELS {
        let mut cargo = e2e::bpf_build(&source(""))?;
        cargo.env("BTFGEN_VMLINUX", &vmlinux);
        let config = format!("profile.release.package.kernels.opt-level={level}");
        host::run(cargo.arg("--config").arg(config))?;
        let object = format!("level-{}.o", level.trim_matches('"'));
        e2e::copy_as(&built.join("release/kernels"), &share.join(object))?;
    }
    let bpftool = tools::need("bpftool", tools::bpftool())?;
    e2e::copy_as(&bpftool, &share.join("bpftool"))?;
    e2e::copy_as(&e2e::runner("switches")?, &share.join("switches"))?;
    e2e::copy_as(&source("run"), &share.join("run"))?;
    Ok(share)
}

fn in_vm(kernel: &str, share: &Path) -> Result<String> {
    let vm = Vm::new(kernel, Some(share.to_path_buf()));
    let mut text = Vec::new();
    let code = vm.run(&mut text)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    match code {
        0 => Ok(text),
        code => Err(format!(
            "kernel {kernel}: the script ended with {code}\n{text}"
        )),
    }
}

/// The lines with a name and a number.
fn numbers(text: &str) -> BTreeMap<String, u64> {
    let line = |line: &str| {
        let (name, number) = line.trim().split_once(' ')?;
        Some((name.to_owned(), number.parse().ok()?))
    };
    text.lines().filter_map(line).collect()
}

fn source(path: &str) -> PathBuf {
    tools::checkout().join("tests/kernels").join(path)
}

fn output(path: &str) -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("one-module").join(path))
}
