//! The workspaces that `btfgen init` writes: tested, built, run; and the other ways to link a program that aya-build builds.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use std::{env, thread};

use crate::host::{self, Result};
use crate::{e2e, tools};

/// How long a program may take to be loaded and to print.
const PATIENCE: Duration = Duration::from_secs(20);

const CONFIG: &str = ".cargo/config.toml";
const LINKER: &str = "linker = \"btfgen-ld\"\n";
const LINKER_VARIABLE: &str = "CARGO_TARGET_BPFEL_UNKNOWN_NONE_LINKER";
/// What the verifier says of an object that was not linked: docs/errors.md explains it.
const NOT_LINKED: [&str; 2] = [
    "invalid func unknown#195934192",
    "this object was not linked: run `btfgen link`",
];

/// The workspace with aya as it is.
pub(crate) fn check() -> Result {
    let folder = prepare()?;
    let aya = Workspace::new(&folder, "--aya", "with-aya")?;
    aya.must_print(&[])?;
    aya.builds_only_what_changed()
}

/// The workspace with libbpf as it is, and the three ways to link that docs/wiring.md shows.
pub(crate) fn check_wiring() -> Result {
    let folder = prepare()?;
    let libbpf = Workspace::new(&folder, "--libbpf", "with-libbpf")?;
    libbpf.test()?;
    libbpf.must_print(&[])?;
    Workspace::new(&folder, "--aya", "with-aya")?.wiring()
}

fn prepare() -> Result<PathBuf> {
    e2e::build_btfgen()?;
    let folder = tools::target_dir()?.join("init");
    host::make_dir(&folder)?;
    Ok(folder)
}

struct Workspace {
    folder: PathBuf,
    name: &'static str,
}

impl Workspace {
    fn new(parent: &Path, loader: &str, name: &'static str) -> Result<Workspace> {
        let folder = parent.join(name);
        let _ = std::fs::remove_dir_all(&folder); // of an earlier run
        let mut btfgen = Command::new("btfgen");
        btfgen.env("PATH", path()?).current_dir(parent);
        host::run(btfgen.args(["init", loader, name]))?;
        // The versions that were tried, so that no new release of another crate fails this test.
        let lock = format!("tests/init/{name}/Cargo.lock");
        let lock = host::read(&tools::checkout().join(lock))?;
        host::write(&folder.join("Cargo.lock"), lock)?;
        Ok(Workspace { folder, name })
    }

    fn test(&self) -> Result {
        let program = format!("{}-ebpf", self.name);
        host::run(self.cargo()?.args(["test", "--package", &program, "--lib"]))
    }

    fn cargo(&self) -> Result<Command> {
        let mut cargo = cargo(&self.folder)?;
        cargo.env("CARGO_TARGET_DIR", self.folder.with_file_name("target"));
        Ok(cargo)
    }

    /// Runs the loader, and a process that it must see.
    fn must_print(&self, variables: &[(&str, &str)]) -> Result {
        let mut loader = Loader::new(self.cargo()?.arg("run").envs(variables.iter().copied()))?;
        loader.wait_for("pid parent name; ", None)?;
        let mut child = host::command("true")
            .spawn()
            .map_err(|error| format!("true: {error}"))?;
        let line = format!("{} {} true", child.id(), std::process::id());
        child.wait().map_err(|error| format!("true: {error}"))?;
        loader.wait_for(&line, Some(PATIENCE))
    }

    fn build(&self) -> Result<String> {
        let output = self.cargo()?.arg("build").output();
        let output = output.map_err(|error| format!("cargo build: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        match output.status.success() {
            true => Ok(said),
            false => Err(format!("cargo build failed\n{said}")),
        }
    }

    /// A second build compiles nothing, a change of the program compiles it and the loader.
    fn builds_only_what_changed(&self) -> Result {
        let compiles = |said: &str| {
            said.lines()
                .any(|line| line.trim_start().starts_with("Compiling "))
        };
        let said = self.build()?;
        if compiles(&said) {
            return Err(format!("a second build compiles\n{said}"));
        }
        let program = self.folder.join(format!("{}-ebpf/src/main.rs", self.name));
        host::write(&program, host::read(&program)?)?;
        let said = self.build()?;
        match compiles(&said) {
            true => Ok(()),
            false => Err(format!(
                "{} was touched, and nothing was compiled",
                program.display()
            )),
        }
    }

    fn wiring(&self) -> Result {
        let config = self.folder.join(CONFIG);
        let text = String::from_utf8_lossy(&host::read(&config)?).into_owned();
        host::write(&config, text.replace(LINKER, ""))?;
        self.must_print(&[(LINKER_VARIABLE, "btfgen-ld")])?;

        let output = self.cargo()?.arg("run").output();
        let output = output.map_err(|error| format!("cargo run: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() || !NOT_LINKED.iter().all(|it| said.contains(it)) {
            return Err(format!(
                "not linked, and not all of {NOT_LINKED:?} is said\n{said}"
            ));
        }

        self.link_in_build_script()?;
        self.must_print(&[])
    }

    /// The lines that docs/wiring.md shows.
    fn link_in_build_script(&self) -> Result {
        let manifest = self.folder.join(self.name).join("Cargo.toml");
        let text = String::from_utf8_lossy(&host::read(&manifest)?).into_owned();
        let ours = tools::checkout()
            .canonicalize()
            .map_err(|error| error.to_string())?;
        let dependency = format!(
            "[build-dependencies]\nbtfgen = {{ path = {:?}, default-features = false }}\n",
            ours.display().to_string()
        );
        host::write(
            &manifest,
            text.replace("[build-dependencies]\n", &dependency),
        )?;
        let docs = tools::checkout().join("docs/wiring.md");
        let docs = String::from_utf8_lossy(&host::read(&docs)?).into_owned();
        let lines = docs
            .split_once("<!-- tested: wiring -->\n```rust\n")
            .and_then(|(_, rest)| rest.split_once("```"))
            .map(|(lines, _)| lines.replace("my-tracer", self.name))
            .ok_or("docs/wiring.md: no lines with `link_file`")?;
        let script = self.folder.join(self.name).join("build.rs");
        let text = String::from_utf8_lossy(&host::read(&script)?).into_owned();
        let (call, _) = text.rsplit_once('}').ok_or("build.rs has no function")?;
        host::write(&script, format!("{}?;\n{lines}}}\n", call.trim_end()))
    }
}

/// `cargo run`, which is killed at the end.
struct Loader {
    process: Child,
    lines: Receiver<String>,
    seen: Vec<String>,
}

impl Loader {
    fn new(command: &mut Command) -> Result<Loader> {
        host::attach(command)?;
        let process = command.stdout(Stdio::piped()).spawn();
        let mut process = process.map_err(|error| format!("cargo run: {error}"))?;
        let stdout = process.stdout.take().ok_or("cargo run: no output")?;
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            let lines = BufReader::new(stdout)
                .lines()
                .map_while(std::io::Result::ok);
            for line in lines {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Loader {
            process,
            lines,
            seen: Vec::new(),
        })
    }

    /// Waits for a line that begins so. Without a time, a compiler runs first.
    fn wait_for(&mut self, start: &str, time: Option<Duration>) -> Result {
        let until = Instant::now() + time.unwrap_or(Duration::from_secs(1800));
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) if line.starts_with(start) => return Ok(()),
                Ok(line) => self.seen.push(line),
                Err(_) => {
                    let seen = self.seen.join("\n");
                    return Err(format!("the loader did not print `{start}`, but:\n{seen}"));
                }
            }
        }
    }
}

impl Drop for Loader {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// `cargo` as a user types it in that folder, in a shell without rustup: build scripts call the `cargo` in `PATH`.
pub(crate) fn cargo(folder: &Path) -> Result<Command> {
    let toolchain = toolchain()?;
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(folder)
        .env("PATH", path()?)
        .env("RUST_BACKTRACE", "0");
    for variable in ["CARGO", "RUSTFLAGS", LINKER_VARIABLE] {
        cargo.env_remove(variable);
    }
    Ok(cargo)
}

fn toolchain() -> Result<tools::BpfToolchain> {
    tools::need(
        "a compiler for BPF with the sources of core",
        tools::bpf_toolchain(),
    )
}

/// btfgen, bpf-linker and the compiler first; no rustup, which aya-build would ask for its nightly.
fn path() -> Result<OsString> {
    let linker = tools::need("bpf-linker", tools::bpf_linker())?;
    let cargo = toolchain()?.cargo;
    let first = [linker, cargo].map(|program| program.parent().map(Path::to_path_buf));
    let path = e2e::path_with_btfgen()?;
    let mut path = env::split_paths(&path);
    let btfgen = path.next();
    let rest = path.filter(|folder| !host::is_executable(&folder.join("rustup")));
    let all = btfgen
        .into_iter()
        .chain(first.into_iter().flatten())
        .chain(rest);
    env::join_paths(all).map_err(|error| format!("PATH: {error}"))
}
