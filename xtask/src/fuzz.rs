//! The fuzz targets of `fuzz/`, run by cargo-fuzz with the project's limits.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::host::{self, Result};
use crate::{setup, tools};

/// One fuzz target, and the folders of `fuzz/seeds` that it starts from.
struct Target {
    name: &'static str,
    seeds: &'static [&'static str],
    /// Words that its inputs are made of, in `fuzz/dictionaries`.
    dictionary: bool,
}

const TARGETS: &[Target] = &[
    Target {
        name: "model",
        seeds: &["btf"],
        dictionary: false,
    },
    Target {
        name: "text",
        seeds: &["btf"],
        dictionary: false,
    },
    Target {
        name: "split",
        seeds: &["split"],
        dictionary: false,
    },
    Target {
        name: "link",
        seeds: &["link"],
        dictionary: false,
    },
    Target {
        name: "check",
        seeds: &["check"],
        dictionary: false,
    },
    Target {
        name: "archive",
        seeds: &["archive", "btf"],
        dictionary: false,
    },
    Target {
        name: "pattern",
        seeds: &["pattern"],
        dictionary: true,
    },
];

/// No input may take longer, or more memory. libFuzzer reads the largest amount that the process ever had.
const LIMITS: [&str; 2] = ["-timeout=10", "-rss_limit_mb=2048"];

/// What each target gets in the tests.
const SECONDS_IN_TESTS: u32 = 10;

/// In the tests, compiling takes longer than running.
const PROFILE_IN_TESTS: [(&str, &str); 2] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// `cargo xtask fuzz [TARGET…] [--seconds N] [--jobs N]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let (mut seconds, mut jobs, mut targets) = (60, 1, Vec::new());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut number = || {
            let value = args.next().and_then(|value| value.parse().ok());
            value
                .filter(|n| *n > 0)
                .ok_or(format!("{arg} takes a number from 1 on"))
        };
        match arg.as_str() {
            "--seconds" => seconds = number()?,
            "--jobs" => jobs = number()?,
            name => targets.push(find(name)?),
        }
    }
    if targets.is_empty() {
        targets.extend(TARGETS);
    }
    setup::install_missing_of(&["cargo-fuzz", "g++"])?;
    host::run(&mut cargo_fuzz("build", &[])?)?;
    targets
        .iter()
        .try_for_each(|target| run(target, &[], seconds, jobs, &[]))?;
    Ok(ExitCode::SUCCESS)
}

/// Each target for a short time; with a fixed seed, so that one commit is not red by chance. One after the other, because other
/// steps run beside this one.
pub(crate) fn run_in_tests() -> Result {
    let more = ["-verbosity=0", "-seed=1"];
    host::run(&mut cargo_fuzz("build", &PROFILE_IN_TESTS)?)?;
    TARGETS
        .iter()
        .try_for_each(|target| run(target, &PROFILE_IN_TESTS, SECONDS_IN_TESTS, 1, &more))
}

/// Why the targets can't be built here.
pub(crate) fn obstacle() -> Option<String> {
    if tools::cargo_fuzz().is_none() {
        return Some("cargo-fuzz is not installed".to_owned());
    }
    host::find("c++")
        .is_none()
        .then(|| "there is no C++ compiler".to_owned())
}

fn find(name: &str) -> Result<&'static Target> {
    let names = || {
        TARGETS
            .iter()
            .map(|target| target.name)
            .collect::<Vec<_>>()
            .join(", ")
    };
    TARGETS
        .iter()
        .find(|target| target.name == name)
        .ok_or_else(|| format!("there is no target `{name}`\nhint: one of {}", names()))
}

/// Runs until the time is over or something was found.
fn run(
    target: &Target,
    profile: &[(&str, &str)],
    seconds: u32,
    jobs: u32,
    more: &[&str],
) -> Result {
    plant(target)?;
    let mut command = cargo_fuzz("run", profile)?;
    command.args([&format!("--jobs={jobs}"), target.name, "--"]);
    command
        .args(LIMITS)
        .arg(format!("-max_total_time={seconds}"));
    command.arg("-print_final_stats=1").args(more);
    if target.dictionary {
        command.arg(format!(
            "-dict={}",
            fuzz().join("dictionaries").join(target.name).display()
        ));
    }
    host::run(&mut command).map_err(|error| {
        format!(
            "{error}\nhint: the input is in fuzz/artifacts/{name}; once it is understood, move it to \
             fuzz/regressions/{name}, where every `cargo test` reads it",
            name = target.name
        )
    })
}

/// The corpus grows from run to run, and starts from the seeds, the findings, and the inputs of the snapshots.
fn plant(target: &Target) -> Result {
    let corpus = fuzz().join("corpus").join(target.name);
    host::make_dir(&corpus)?;
    let mut seeds = Vec::new();
    for kind in target.seeds {
        seeds.extend(host::list(&fuzz().join("seeds").join(kind))?);
        if *kind == "btf" {
            let cases = host::list(&tools::checkout().join("tests/snapshots"))?;
            seeds.extend(cases.iter().map(|case| case.join("input.btf")));
        }
    }
    let findings = fuzz().join("regressions").join(target.name);
    if findings.exists() {
        seeds.extend(host::list(&findings)?);
    }
    for seed in seeds.iter().filter(|seed| seed.is_file()) {
        let name = seed
            .strip_prefix(tools::checkout())
            .unwrap_or(seed)
            .display()
            .to_string();
        let copy = corpus.join(name.replace('/', "-"));
        fs::copy(seed, &copy).map_err(|error| format!("{}: {error}", copy.display()))?;
    }
    Ok(())
}

/// Without a sanitizer: btfgen has no unsafe code, and Debian's compiler no runtime for them.
fn cargo_fuzz(what: &str, profile: &[(&str, &str)]) -> Result<Command> {
    let mut command = host::command(tools::need("cargo-fuzz", tools::cargo_fuzz())?);
    command
        .args(["fuzz", what, "--sanitizer=none"])
        .current_dir(tools::checkout())
        // cargo-fuzz gives the compiler options that are for nightlies only.
        .env("RUSTC_BOOTSTRAP", "1")
        .envs(profile.iter().copied())
        .env("CARGO_TARGET_DIR", tools::target_dir()?.join("fuzz"));
    Ok(command)
}

fn fuzz() -> PathBuf {
    tools::checkout().join("fuzz")
}
