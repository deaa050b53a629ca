//! Everything CI checks, as a flat list of steps.

mod queue;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};
use std::{env, io, panic};

use crate::host::{self, Result};
use crate::log::{self, say};
use crate::vm::Vm;
use crate::{
    e2e, examples, fuzz, guards, init, kernels, levels, one_module, programs, reach, readme,
    scheduler, setup, sweep, tools, twins, whole,
};

/// One thing to check. A failed step does not stop the others, so that one run reports all.
struct Step {
    name: &'static str,
    /// Steps that must have ended, however: they make what this step needs, or both use one target directory, or both load programs
    /// on the running kernel.
    after: &'static [&'static str],
    run: fn() -> Result<Done>,
}

/// How a step that did not fail ended.
enum Done {
    Passed,
    /// Could not be tried here, and why. Counts as a failure in CI, where everything can be tried.
    Skipped(String),
}

const STEPS: &[Step] = &[
    Step {
        name: "setup",
        after: &[],
        run: || setup::install_missing().map(|()| Done::Passed),
    },
    Step {
        name: "format",
        after: &[],
        run: || cargo(&["fmt", "--all", "--check"]),
    },
    // Before the steps that need it: cargo builds one thing at a time in a target directory, so that they would wait for each other.
    // It needs nothing of `setup`, which mostly waits for the network.
    Step {
        name: "build",
        after: &[],
        run: build_workspace,
    },
    Step {
        name: "clippy",
        after: &["setup", "build"],
        run: || {
            cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ])
        },
    },
    Step {
        name: "targets",
        after: &["clippy"],
        run: check_targets,
    },
    Step {
        name: "kernels",
        after: &["setup"],
        run: fetch_kernels,
    },
    Step {
        name: "vm",
        after: &["kernels"],
        run: boot_kernels,
    },
    Step {
        name: "workspace",
        after: &["kernels", "targets"],
        run: test_workspace,
    },
    Step {
        name: "fuzz",
        after: &["kernels"],
        run: || match fuzz::obstacle() {
            Some(why) => Ok(Done::Skipped(why)),
            None => fuzz::run_in_tests().map(|()| Done::Passed),
        },
    },
    Step {
        name: "sweep",
        after: &["kernels", "build"],
        run: sweep_sample,
    },
    Step {
        name: "whole-compiles",
        after: &["kernels", "build"],
        run: || end_to_end(None, e2e::build_tools, whole::compile),
    },
    Step {
        name: "readme",
        after: &["kernels", "build"],
        run: || end_to_end(not_root(), e2e::build, readme::check),
    },
    Step {
        name: "init",
        after: &["readme"],
        run: || end_to_end(not_root(), || Ok(()), init::check),
    },
    Step {
        name: "wiring",
        after: &["init"],
        run: || end_to_end(not_root(), || Ok(()), init::check_wiring),
    },
    Step {
        name: "shapes",
        after: &["init", "wiring"],
        run: || end_to_end(None, e2e::build, e2e::check_shapes),
    },
    Step {
        name: "e2e",
        after: &["shapes"],
        run: || end_to_end(not_root(), e2e::build, e2e::run_here),
    },
    Step {
        name: "lost",
        after: &["e2e"],
        run: || end_to_end(not_root(), e2e::build, e2e::run_lost),
    },
    Step {
        name: "e2e-6.1",
        after: &["shapes"],
        run: || end_to_end(no_emulator(), e2e::build, || e2e::run_in("6.1")),
    },
    Step {
        name: "e2e-6.12",
        after: &["shapes"],
        run: || end_to_end(no_emulator(), e2e::build, || e2e::run_in("6.12")),
    },
    Step {
        name: "e2e-5.10",
        after: &["shapes"],
        run: || end_to_end(no_emulator(), e2e::build, || e2e::run_in("5.10")),
    },
    Step {
        name: "one-module",
        after: &["lost"],
        run: || {
            let obstacle = not_root().or_else(no_emulator);
            end_to_end(obstacle, e2e::build_tools, one_module::check)
        },
    },
    Step {
        name: "guards",
        after: &["one-module"],
        run: || end_to_end(not_root(), e2e::build_tools, guards::run_here),
    },
    Step {
        name: "guards-6.1",
        after: &["guards"],
        run: || end_to_end(no_emulator(), e2e::build_tools, guards::run_old),
    },
    Step {
        name: "debug-levels",
        after: &["guards"],
        run: || end_to_end(not_root(), e2e::build_tools, levels::run),
    },
    Step {
        name: "twins",
        after: &["debug-levels"],
        run: || end_to_end(not_root(), e2e::build_tools, twins::check),
    },
    Step {
        name: "twins-bpfeb",
        after: &["twins"],
        run: || end_to_end(None, e2e::build_tools, twins::check_big_endian),
    },
    Step {
        name: "small-s390x",
        after: &["twins-bpfeb"],
        run: || end_to_end(None, e2e::build_btfgen, reach::small::check),
    },
    Step {
        name: "programs",
        after: &["twins", "small-s390x"],
        run: || end_to_end(not_root(), e2e::build_tools, programs::check),
    },
    Step {
        name: "programs-6.12",
        after: &["programs"],
        run: || end_to_end(no_emulator(), e2e::build_tools, programs::run_booted),
    },
    Step {
        name: "scheduler",
        after: &["programs"],
        run: || end_to_end(no_emulator(), e2e::build_tools, scheduler::check),
    },
    Step {
        name: "examples",
        after: &["programs-6.12"],
        run: || {
            let obstacle = not_root().or_else(no_emulator);
            end_to_end(obstacle, e2e::build_btfgen, examples::check)
        },
    },
    Step {
        name: "examples-in-c",
        after: &["examples"],
        run: || end_to_end(no_emulator(), e2e::build_tools, examples::compare),
    },
];

/// Steps that run only if they are named. They take minutes, and what they test changes rarely.
const BY_NAME: &[&str] = &[
    "wiring",
    "twins-bpfeb",
    "e2e-5.10",
    "scheduler",
    "examples",
    "examples-in-c",
];

/// Every how manieth type is swept here; `cargo xtask sweep` takes all.
const SWEEP_SAMPLE: usize = 10;

/// A few types with pointers of four bytes.
const OF_32_BITS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../tests/snapshots/pointers_of_32_bits/input.btf"
);

/// The kernels that tests boot.
const BOOT_KERNELS: &[&str] = &["6.1", "6.12"];

/// The kernels that tests read, in the order that takes fewest package lists.
const READ_KERNELS: &[&str] = &[
    "5.10",
    "6.1",
    "6.12",
    "6.1-full",
    "cilium",
    "6.1-arm64",
    "6.12-s390x",
];

/// `cargo xtask test [STEP…]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let reports = queue::run(&selected(args)?)?;
    summarize(&reports, &mut io::stdout()).map_err(|error| format!("stdout: {error}"))?;
    Ok(
        if reports
            .iter()
            .any(|report| report.verdict == Verdict::Failed)
        {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        },
    )
}

/// `cargo xtask bless`: the tests write what they would compare with. Read the difference before committing it.
pub(crate) fn bless(args: &[String]) -> Result<ExitCode> {
    if !args.is_empty() {
        return Err("bless takes no arguments".to_owned());
    }
    let mut command = tools::cargo();
    command
        .args(["test", "--package", "btfgen"])
        .args([
            "--test",
            "snapshots",
            "--test",
            "link",
            "--test",
            "messages",
        ])
        .env("BTFGEN_BLESS", "1");
    tools::add_test_environment(&mut command)?;
    host::run(&mut command).map(|()| ExitCode::SUCCESS)
}

/// The names of all steps.
pub(crate) fn steps() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

fn selected(names: &[String]) -> Result<Vec<&'static Step>> {
    if names.is_empty() {
        let all = STEPS.iter();
        return Ok(all.filter(|step| !BY_NAME.contains(&step.name)).collect());
    }
    let unknown = names
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != name.as_str()));
    if let Some(name) = unknown {
        return Err(format!(
            "there is no step `{name}`\nhint: one of {}",
            steps().join(", ")
        ));
    }
    Ok(STEPS
        .iter()
        .filter(|step| names.iter().any(|name| name == step.name))
        .collect())
}

fn cargo(args: &[&str]) -> Result<Done> {
    host::run(tools::cargo().args(args)).map(|()| Done::Passed)
}

fn fetch_kernels() -> Result<Done> {
    if tools::debian_codename().is_none() && !kernels::are_cached(READ_KERNELS) {
        return Ok(Done::Skipped(
            "the kernels come from Debian's packages, and this is not a Debian machine".to_owned(),
        ));
    }
    kernels::fetch(READ_KERNELS).map(|()| Done::Passed)
}

/// Tells a VM that does not work from a program that does not work in it.
fn boot_kernels() -> Result<Done> {
    if let Some(why) = no_emulator() {
        return Ok(Done::Skipped(why.to_owned()));
    }
    for kernel in BOOT_KERNELS {
        let (mut output, mut vm) = (Vec::new(), Vm::new(kernel, None));
        vm.command = ["uname", "-r"].map(str::to_owned).to_vec();
        let code = vm.run(&mut output)?;
        let release = host::read(&kernels::cached(kernel).release)?;
        if code != 0 || output.trim_ascii_end() != release {
            let said = String::from_utf8_lossy(&output);
            return Err(format!(
                "kernel {kernel}: `uname -r` ended with {code} and said {said}"
            ));
        }
    }
    Ok(Done::Passed)
}

/// Other systems on which bindings are generated and BPF programs are built.
const TARGETS: [&str; 2] = ["x86_64-pc-windows-gnu", "x86_64-apple-darwin"];

/// The library compiles with fewer features, and the library and both programs compile for each target that can be installed. A
/// machine that can get nothing from rustup's server checks no target, and says so: that is no reason to fail, in CI neither.
fn check_targets() -> Result<Done> {
    // What a build script has.
    for features in ["", "containers,json"] {
        cargo(&[
            "check",
            "--package",
            "btfgen",
            "--lib",
            "--no-default-features",
            "--features",
            features,
        ])?;
    }
    for target in TARGETS {
        let is_there = host::find("rustup").is_some()
            && host::succeeds(host::command("rustup").args(["target", "add", target]));
        if is_there {
            cargo(&["check", "--package", "btfgen", "--target", target])?;
        } else {
            say!("not checked: {target}, which rustup can't install here");
        }
    }
    Ok(Done::Passed)
}

fn no_emulator() -> Option<&'static str> {
    tools::qemu()
        .is_none()
        .then_some("there is no qemu-system-x86_64")
}

fn sweep_sample() -> Result<Done> {
    sweep::check_definitions()?;
    sweep::check_made()?;
    let mut unexplained = Vec::new();
    for (from, to, sample) in [
        ("6.1+xfs", "6.12+xfs", SWEEP_SAMPLE),
        (sweep::RUNNING, "6.1", SWEEP_SAMPLE),
        ("6.12-s390x", "6.12-s390x", SWEEP_SAMPLE),
        (OF_32_BITS, OF_32_BITS, 1),
    ] {
        if from == sweep::RUNNING && !Path::new(sweep::RUNNING_BTF).exists() {
            return Ok(Done::Skipped("the running kernel has no BTF".to_owned()));
        }
        if !sweep::sweep(from, to, sample)? {
            unexplained.push(format!("{from} to {to}"));
        }
    }
    match unexplained.is_empty() {
        true => Ok(Done::Passed),
        false => Err(format!("not explained: {}", unexplained.join(", "))),
    }
}

fn not_root() -> Option<&'static str> {
    (!host::is_root()).then_some("only root may load programs")
}

fn end_to_end(
    obstacle: Option<&str>,
    build: fn() -> Result,
    check: fn() -> Result,
) -> Result<Done> {
    match obstacle.map(str::to_owned).or_else(e2e::obstacle) {
        Some(why) => Ok(Done::Skipped(why)),
        None => build().and_then(|()| check()).map(|()| Done::Passed),
    }
}

/// btfgen first: after this step, `e2e::build_btfgen` is over for the other steps too, and waits for no lock of cargo.
fn build_workspace() -> Result<Done> {
    e2e::build_btfgen()?;
    host::run(&mut workspace_tests("--no-run")?).map(|()| Done::Passed)
}

fn test_workspace() -> Result<Done> {
    host::run_tests(&mut workspace_tests("--no-fail-fast")?).map(|()| Done::Passed)
}

fn workspace_tests(how: &str) -> Result<Command> {
    let mut command = tools::cargo();
    command.args(["test", "--workspace", how]);
    tools::add_test_environment(&mut command)?;
    Ok(command)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Passed,
    Failed,
    Skipped,
}

struct Report {
    name: &'static str,
    verdict: Verdict,
    note: String,
    time: Duration,
}

fn run(step: &'static Step) -> Report {
    say!("--- {}", step.name);
    let start = Instant::now();
    // A panic is a failure of this step, and the others go on.
    let result = panic::catch_unwind(step.run).unwrap_or_else(|_| Err("it panicked".to_owned()));
    let time = start.elapsed();
    let (verdict, note) = verdict(
        result,
        env::var_os("CI").is_some_and(|value| value == "true"),
    );
    if verdict == Verdict::Failed {
        say!("{}: {note}", step.name);
    }
    if let Some(log) = log::current() {
        say!(
            "{}: {:.1} s, {}",
            step.name,
            time.as_secs_f64(),
            log.times()
        );
    }
    Report {
        name: step.name,
        verdict,
        note,
        time,
    }
}

fn verdict(result: Result<Done>, ci: bool) -> (Verdict, String) {
    match result {
        Ok(Done::Passed) => (Verdict::Passed, String::new()),
        Ok(Done::Skipped(why)) if ci => (
            Verdict::Failed,
            format!("skipped, which CI does not accept: {why}"),
        ),
        Ok(Done::Skipped(why)) => (Verdict::Skipped, why),
        Err(error) => (Verdict::Failed, error),
    }
}

/// A line for each step; the last line holds the counts and nothing else, for programs that read it.
fn summarize(reports: &[Report], out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out)?;
    for report in reports {
        let verdict = format!("{:?}", report.verdict).to_lowercase();
        let first = report.note.lines().next().unwrap_or_default();
        writeln!(
            out,
            "{:10} {verdict:8} {:7.1} s  {first}",
            report.name,
            report.time.as_secs_f64()
        )?;
    }
    let count = |verdict| {
        reports
            .iter()
            .filter(|report| report.verdict == verdict)
            .count()
    };
    writeln!(
        out,
        "{} passed, {} failed, {} skipped",
        count(Verdict::Passed),
        count(Verdict::Failed),
        count(Verdict::Skipped)
    )
}

#[cfg(test)]
mod tests {
    use super::{Done, Duration, Report, STEPS, Verdict, summarize, verdict};

    /// So no step waits for itself, nor for a name that no step has.
    #[test]
    fn steps_come_after_steps_that_are_listed_before() {
        for (at, step) in STEPS.iter().enumerate() {
            for name in step.after {
                let is_before = STEPS[..at].iter().any(|it| it.name == *name);
                assert!(is_before, "{} after {name}", step.name);
            }
        }
    }

    #[test]
    fn ci_accepts_no_skips() {
        assert_eq!(
            verdict(Ok(Done::Skipped("no qemu".to_owned())), false).0,
            Verdict::Skipped
        );
        assert_eq!(
            verdict(Ok(Done::Skipped("no qemu".to_owned())), true).0,
            Verdict::Failed
        );
        assert_eq!(verdict(Ok(Done::Passed), true).0, Verdict::Passed);
    }

    #[test]
    fn the_last_line_counts() {
        let report = |verdict| Report {
            name: "a",
            verdict,
            note: "why\nmore".to_owned(),
            time: Duration::ZERO,
        };
        let mut out = Vec::new();
        summarize(
            &[
                report(Verdict::Passed),
                report(Verdict::Passed),
                report(Verdict::Skipped),
            ],
            &mut out,
        )
        .expect("a Vec takes all");
        let text = String::from_utf8(out).expect("UTF-8");
        assert_eq!(text.lines().last(), Some("2 passed, 0 failed, 1 skipped"));
    }
}
