//! Everything CI checks, as a flat list of steps.

use std::cmp::Reverse;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{env, io, panic, thread};

use crate::host::{self, Result};
use crate::log::{self, Log, say};
use crate::vm::Vm;
use crate::{
    e2e, fuzz, guards, kernels, levels, programs, readme, setup, sweep, tools, twins, whole,
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
    Step {
        name: "clippy",
        after: &["setup"],
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
        after: &["kernels"],
        run: sweep_sample,
    },
    Step {
        name: "whole-compiles",
        after: &["kernels"],
        run: || end_to_end(None, e2e::build_tools, whole::compile),
    },
    Step {
        name: "readme",
        after: &["kernels"],
        run: || end_to_end(not_root(), e2e::build, readme::check),
    },
    Step {
        name: "shapes",
        after: &["readme"],
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
        name: "guards",
        after: &["lost"],
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
        name: "programs",
        after: &["twins"],
        run: || end_to_end(not_root(), e2e::build_tools, programs::check),
    },
    Step {
        name: "programs-6.12",
        after: &["programs"],
        run: || end_to_end(no_emulator(), e2e::build_tools, programs::run_booted),
    },
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
    "6.1",
    "6.12",
    "6.1-full",
    "cilium",
    "6.1-arm64",
    "6.12-s390x",
];

/// `cargo xtask test [STEP…]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let reports = run_all(&selected(args)?)?;
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

/// Runs as many steps at once as there are processors. Their output is shown one step after the other, in the order of the list;
/// that of the first step that has not ended is shown as it comes.
fn run_all(steps: &[&'static Step]) -> Result<Vec<Report>> {
    let lanes = thread::available_parallelism().map_or(1, usize::from);
    let queue = Queue::new(steps);
    let logs = steps.iter().map(|_| Log::new());
    let logs = logs.collect::<Result<Vec<Arc<Log>>>>()?;
    thread::scope(|scope| {
        for _ in 0..lanes {
            scope.spawn(|| {
                while let Some(at) = queue.next() {
                    let report = log::within(Some(logs[at].clone()), || run(steps[at]));
                    queue.end(at, report);
                }
            });
        }
        (0..steps.len()).try_for_each(|at| {
            let mut shown = 0;
            loop {
                let has_ended = queue.has_ended(at);
                shown = logs[at].show(shown, &mut io::stdout())?;
                if has_ended {
                    return Ok(());
                }
                thread::sleep(Duration::from_millis(100));
            }
        })
    })
    .map_err(|error: io::Error| format!("output of the steps: {error}"))?;
    Ok(queue.reports())
}

/// Which steps have ended, which run, and which wait.
struct Queue<'a> {
    steps: &'a [&'static Step],
    states: Mutex<Vec<State>>,
    changed: Condvar,
}

enum State {
    Waits,
    Runs,
    Ended(Report),
}

impl<'a> Queue<'a> {
    fn new(steps: &'a [&'static Step]) -> Queue<'a> {
        Queue {
            steps,
            states: Mutex::new(steps.iter().map(|_| State::Waits).collect()),
            changed: Condvar::new(),
        }
    }

    /// The next step to run. Waits until the steps that it comes after have ended. `None`: no step is left.
    fn next(&self) -> Option<usize> {
        let mut states = self.lock();
        loop {
            let waiting = |at: &usize| matches!(states[*at], State::Waits);
            let is_ready = |at: &usize| {
                let after = self.steps[*at].after;
                let mut others = self.steps.iter().zip(states.iter());
                others.all(|(step, state)| {
                    !after.contains(&step.name) || matches!(state, State::Ended(_))
                })
            };
            let waiting: Vec<usize> = (0..states.len()).filter(waiting).collect();
            if waiting.is_empty() {
                return None;
            }
            // That of which most steps wait, or else the first.
            let ready = waiting.into_iter().filter(is_ready);
            if let Some(at) = ready.max_by_key(|at| (self.waiting_for(*at), Reverse(*at))) {
                states[at] = State::Runs;
                return Some(at);
            }
            let waited = self.changed.wait(states);
            states = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// How many steps come after this one, or after one of those.
    fn waiting_for(&self, at: usize) -> usize {
        let mut ahead = vec![self.steps[at].name];
        // Steps come after steps that stand before them in the list.
        for step in &self.steps[at..] {
            if step.after.iter().any(|name| ahead.contains(name)) {
                ahead.push(step.name);
            }
        }
        ahead.len() - 1
    }

    fn end(&self, at: usize, report: Report) {
        self.lock()[at] = State::Ended(report);
        self.changed.notify_all();
    }

    fn has_ended(&self, at: usize) -> bool {
        matches!(self.lock()[at], State::Ended(_))
    }

    /// In the order of the list.
    fn reports(self) -> Vec<Report> {
        let states = self.states.into_inner();
        let states = states.unwrap_or_else(PoisonError::into_inner);
        let report = |state| match state {
            State::Ended(report) => Some(report),
            State::Waits | State::Runs => None,
        };
        states.into_iter().filter_map(report).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<State>> {
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }
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

fn selected(names: &[String]) -> Result<Vec<&'static Step>> {
    if names.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    let unknown = names
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != name.as_str()));
    if let Some(name) = unknown {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!(
            "there is no step `{name}`\nhint: one of {}",
            known.join(", ")
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

/// The library and both programs compile for each target that can be installed. A machine that can get nothing from rustup's
/// server checks none, and says so: that is no reason to fail, in CI neither.
fn check_targets() -> Result<Done> {
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

fn test_workspace() -> Result<Done> {
    let mut command = tools::cargo();
    tools::add_test_environment(command.args(["test", "--workspace", "--no-fail-fast"]))?;
    host::run(&mut command).map(|()| Done::Passed)
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
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{
        Done, Duration, Report, STEPS, Step, Verdict, run_all, summarize, thread, verdict,
    };

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
    fn a_step_runs_once_and_after_the_steps_that_it_names() {
        static ENDED: AtomicUsize = AtomicUsize::new(0);
        static STEPS: [Step; 3] = [
            Step {
                name: "a",
                after: &[],
                run: || panic!("a step that panics"),
            },
            Step {
                name: "b",
                after: &["a"],
                run: || {
                    thread::sleep(Duration::from_millis(50));
                    ENDED.fetch_add(1, Ordering::SeqCst);
                    Ok(Done::Passed)
                },
            },
            Step {
                name: "c",
                after: &["b", "a", "a step that is not selected"],
                run: || match ENDED.load(Ordering::SeqCst) {
                    1 => Ok(Done::Passed),
                    ended => Err(format!("{ended} have ended")),
                },
            },
        ];
        let reports = run_all(&STEPS.iter().collect::<Vec<_>>()).expect("stdout is there");
        let verdicts: Vec<_> = reports.iter().map(|it| (it.name, it.verdict)).collect();
        let (failed, passed) = (Verdict::Failed, Verdict::Passed);
        assert_eq!(verdicts, [("a", failed), ("b", passed), ("c", passed)]);
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
