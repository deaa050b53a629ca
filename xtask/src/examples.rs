//! The workspaces in examples/: built as a user builds them, and run by their own tests on this kernel and on others. Their BPF
//! programs are compared with the same programs in C, tests/examples.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::host::{self, Result};
use crate::log::say;
use crate::vm::Vm;
use crate::{e2e, init, kernels, programs, tools};

const EXAMPLES: [Example; 2] = [
    Example {
        name: "process-tracer",
        variable: "PROCESS_TRACER",
    },
    Example {
        name: "tcp-tracer",
        variable: "TCP_TRACER",
    },
];

/// The kernels that the executables also run on.
const BOOTED: [&str; 2] = ["6.1", "6.12"];
/// The kernel on which instructions are counted. It has kprobes, which the running kernel may not have.
const MEASURED: &str = "6.12";

const PAGE: &str = "docs/examples.md";
/// The ways that are compared, also the names of folders.
const WAYS: [&str; 2] = ["c", "rust"];
/// How many tenths of C's instructions and steps of the verifier a program in Rust may have.
const TENTHS: u64 = 11;

struct Example {
    name: &'static str,
    /// With the path of the executable, for its test.
    variable: &'static str,
}

impl Example {
    /// Builds the executable and its test. Returns the path of the test.
    fn build(&self) -> Result<PathBuf> {
        let mut cargo = self.cargo()?;
        let output = cargo.args(["test", "--locked", "--no-run"]).output();
        let output = output.map_err(|error| format!("{}: cargo: {error}", self.name))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("{}: cargo test --no-run\n{said}", self.name));
        }
        // `  Executable tests/traces.rs (/t/debug/deps/traces-1234)`
        let line = said.lines().find(|line| line.contains("tests/traces.rs"));
        let path = line.and_then(|line| line.split_once('('));
        let path = path.and_then(|(_, rest)| rest.strip_suffix(')'));
        path.map(|path| self.folder().join(path))
            .ok_or_else(|| format!("{}: no test `traces`\n{said}", self.name))
    }

    fn cargo(&self) -> Result<Command> {
        let mut cargo = init::cargo(&self.folder())?;
        cargo.env("CARGO_TARGET_DIR", target()?);
        Ok(cargo)
    }

    fn folder(&self) -> PathBuf {
        tools::checkout().join("examples").join(self.name)
    }

    fn executable(&self) -> Result<PathBuf> {
        Ok(target()?.join("debug").join(self.name))
    }

    /// The object that the build script made last.
    fn object(&self) -> Result<PathBuf> {
        let scripts = host::list(&target()?.join("debug/build"))?;
        let objects = scripts
            .iter()
            .map(|script| script.join("out").join(self.name));
        let time = |path: &PathBuf| path.metadata().and_then(|it| it.modified()).ok();
        let objects = objects.filter(|path| path.is_file());
        objects
            .max_by_key(time)
            .ok_or_else(|| format!("{}: no object", self.name))
    }
}

/// Builds both, and runs them here and in the VM.
pub(crate) fn check() -> Result {
    let share = output("share")?;
    let _ = std::fs::remove_dir_all(&share); // of an earlier run
    host::make_dir(&share)?;
    let mut script = String::from("#!/bin/sh\nset -e\n");
    for example in EXAMPLES {
        let test = example.build()?;
        say!("{}: running kernel", example.name);
        host::run(example.cargo()?.args(["test", "--locked", "--quiet"]))?;
        let name = format!("{}-test", example.name);
        e2e::copy_as(&example.executable()?, &share.join(example.name))?;
        e2e::copy_as(&test, &share.join(&name))?;
        let (variable, program) = (example.variable, example.name);
        script += &format!("{variable}=/t/{program} /t/{name}\n");
    }
    host::write(&share.join("run"), script)?;
    kernels::fetch(&BOOTED)?;
    for kernel in BOOTED {
        say!("kernel: {kernel}");
        let mut vm = Vm::new(kernel, Some(share.clone()));
        vm.command = ["sh", "/t/run"].map(str::to_owned).to_vec();
        vm.succeed()?;
    }
    Ok(())
}

/// Counts the instructions of both and of the same programs in C, and compares them with the table of the page.
pub(crate) fn compare() -> Result {
    let share = output("programs")?;
    for way in WAYS {
        host::make_dir(&share.join(way))?;
    }
    programs::write_header()?;
    for example in EXAMPLES {
        let object = format!("{}.o", example.name);
        example.build()?;
        e2e::copy_as(&example.object()?, &share.join("rust").join(&object))?;
        let source = tools::checkout().join(format!("tests/examples/{}.c", example.name));
        programs::compile_c(&source, "v3", &share.join("c").join(&object))?;
    }
    e2e::copy_as(&e2e::runner("programs")?, &share.join("programs"))?;
    kernels::fetch(&[MEASURED])?;
    let vm = Vm {
        command: ["/t/programs", "--strict", "/t/c", "/t/rust"]
            .map(str::to_owned)
            .to_vec(),
        ..Vm::new(MEASURED, Some(share))
    };
    let mut said = Vec::new();
    let code = vm.run(&mut said)?;
    let said = String::from_utf8_lossy(&said);
    say!("{said}");
    if code != 0 {
        return Err(format!("kernel {MEASURED}: the programs ended with {code}"));
    }
    let mut wrong = Vec::new();
    let table = table(&said, &mut wrong)?;
    wrong.extend(check_page(&table).err());
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

/// The rows of the table. Puts into `wrong` what is above the limit.
fn table(said: &str, wrong: &mut Vec<String>) -> Result<String> {
    let mut rows = String::new();
    for example in EXAMPLES {
        let name = example.name;
        let counts = |way: &str| {
            let fields = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
            let mut lines = said.lines().map(|line| fields(line.trim_end()));
            let line = lines.find(|it| it.len() == 4 && it[0] == name && it[1] == way);
            let counts = line.and_then(|it| Some([it[2].parse().ok()?, it[3].parse().ok()?]));
            counts.ok_or_else(|| format!("{name}: not measured ({way})\n{said}"))
        };
        let [c, rust]: [[u64; 2]; 2] = [counts(WAYS[0])?, counts(WAYS[1])?];
        for (what, c, rust) in [
            ("instructions", c[0], rust[0]),
            ("steps of the verifier", c[1], rust[1]),
        ] {
            if 10 * rust > TENTHS * c {
                wrong.push(format!("{name}: {rust} {what}; C has {c}"));
            }
        }
        let [[c_length, c_steps], [length, steps]] = [c, rust];
        rows += &format!("| `{name}` | {c_length} | {length} | {c_steps} | {steps} |\n");
    }
    Ok(rows)
}

/// The numbers must be those of the page. `BTFGEN_BLESS=1` writes them.
fn check_page(rows: &str) -> Result {
    let page = tools::checkout().join(PAGE);
    let text = String::from_utf8_lossy(&host::read(&page)?).into_owned();
    // The page also has a table that says what the examples are.
    let is_row = |line: &&str| {
        let mut cells = line.split(" | ").skip(1);
        let of_example = |it: &Example| line.starts_with(&format!("| `{}` |", it.name));
        EXAMPLES.iter().any(of_example) && cells.any(|it| it.parse::<u64>().is_ok())
    };
    let found: String = text
        .lines()
        .filter(is_row)
        .map(|line| format!("{line}\n"))
        .collect();
    if found == rows {
        return Ok(());
    }
    if env::var_os("BTFGEN_BLESS").is_some() && !found.is_empty() {
        return host::write(&page, text.replace(&found, rows));
    }
    Err(format!(
        "{PAGE} has other numbers; these are measured:\n{rows}hint: BTFGEN_BLESS=1 writes them"
    ))
}

fn target() -> Result<PathBuf> {
    output("target")
}

fn output(path: impl AsRef<Path>) -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("examples").join(path))
}
