//! What tests over real kernels share: where the kernels are, and what is skipped where something is missing.

#![allow(dead_code, unreachable_pub, reason = "each test uses some of it")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use libtest_mimic::{Failed, Trial};

/// Tests that say how long they took.
pub mod timed;

/// The kernel that runs.
pub const RUNNING: &str = "/sys/kernel/btf/vmlinux";

/// The Rust files of a folder of the project, and of those in it.
pub fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the project can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// One test and what the machine must have for it.
pub struct Case {
    pub name: String,
    pub needs: Vec<Need>,
    pub run: Box<dyn FnOnce() -> Result<(), Failed> + Send>,
}

/// What a machine may lack.
pub enum Need {
    Program(&'static str),
    /// A file, and the command that brings it.
    File(PathBuf, &'static str),
}

impl Need {
    pub fn is_met(&self) -> bool {
        self.missing().is_none()
    }

    fn missing(&self) -> Option<String> {
        match self {
            Need::Program(name) => {
                let paths = std::env::var_os("PATH").unwrap_or_default();
                let found = std::env::split_paths(&paths).any(|folder| folder.join(name).is_file());
                (!found).then(|| format!("{name} is not installed (cargo xtask setup)"))
            }
            Need::File(path, bring) => {
                (!path.exists()).then(|| format!("{} is missing ({bring})", path.display()))
            }
        }
    }
}

/// Where nothing may be skipped.
pub fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty())
}

/// Runs the cases.
pub fn run(cases: Vec<Case>) -> ExitCode {
    timed::run(trials(cases))
}

/// The cases as tests; what is missing is named, and in CI it is a failure.
pub fn trials(cases: Vec<Case>) -> Vec<Trial> {
    let trials = cases.into_iter().map(|case| {
        let missing: Vec<_> = case.needs.iter().filter_map(Need::missing).collect();
        if missing.is_empty() {
            return timed::trial(case.name, case.run);
        }
        let missing = missing.join(", ");
        println!("skipped: {}: {missing}", case.name);
        Trial::test(case.name, move || Err(missing.into())).with_ignored_flag(!in_ci())
    });
    trials.collect()
}

/// BTF of a kernel of the corpus.
pub fn corpus(kernel: &str) -> PathBuf {
    let cache = std::env::var_os("BTFGEN_CACHE").map(PathBuf::from);
    let xdg = std::env::var_os("XDG_CACHE_HOME").map(|path| PathBuf::from(path).join("btfgen"));
    let home = std::env::var_os("HOME").map(|path| PathBuf::from(path).join(".cache/btfgen"));
    let cache = cache.or(xdg).or(home).unwrap_or_default();
    cache.join("kernels").join(kernel).join("vmlinux.btf")
}

/// `path`, brought by `cargo xtask kernels`.
pub fn kernel_file(path: &Path) -> Need {
    match path == Path::new(RUNNING) {
        true => Need::File(
            path.to_path_buf(),
            "a kernel built with CONFIG_DEBUG_INFO_BTF=y",
        ),
        false => Need::File(path.to_path_buf(), "cargo xtask kernels"),
    }
}

/// Standard output of a command that must succeed.
pub fn output<S: AsRef<OsStr>>(program: &str, arguments: &[S]) -> Result<Vec<u8>, Failed> {
    let output = Command::new(program).args(arguments).output()?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => {
            let words: Vec<_> = arguments
                .iter()
                .map(|it| it.as_ref().to_string_lossy())
                .collect();
            let stderr = String::from_utf8_lossy(&output.stderr);
            Err(format!("{program} {}: {}\n{stderr}", words.join(" "), output.status).into())
        }
    }
}

/// Fails the test with this message unless it holds.
pub fn ensure(holds: bool, message: impl FnOnce() -> String) -> Result<(), Failed> {
    match holds {
        true => Ok(()),
        false => Err(message().into()),
    }
}
