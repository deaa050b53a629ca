//! What tests that compile bindings share: the compilers of the host and for BPF.

#![allow(dead_code, reason = "each test program uses a part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::{env, fs};

use libtest_mimic::{Failed, Trial};

use crate::common::timed::trial;

/// The features that a BPF crate with bindings in it needs.
pub(crate) const BPF_FEATURES: &str =
    "#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]";

/// What stands at the root of a BPF crate with bindings of `--intrinsics core` in place of `#![feature(btf_relocations)]`.
pub(crate) const STANDIN_ROOT: &str = "\
#![feature(extern_types, sized_hierarchy)]
extern crate standin as core;
#[macro_use]
extern crate btf_relocatable;
";

pub(crate) const BPF_TARGET: &str = "bpfel-unknown-none";

/// Whether the expected files are to be written instead of compared.
pub(crate) fn bless() -> bool {
    env::var_os("BTFGEN_BLESS").is_some()
}

/// A folder of `tests/`.
pub(crate) fn tests_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

/// A folder for what a test makes, empty at first.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// The folders and files in a folder, by name.
pub(crate) fn list(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

pub(crate) fn read(path: &Path) -> Result<String, Failed> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Failed> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()).into())
}

pub(crate) fn file_stem(path: &Path) -> &str {
    path.file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default()
}

/// What a failure says; for one that several tests share.
pub(crate) fn message(failed: &Failed) -> String {
    failed.message().unwrap_or("failed").to_string()
}

/// Runs a program to its end, whatever its verdict.
pub(crate) fn output(command: &mut Command) -> Result<Output, Failed> {
    command.output().map_err(|error| {
        format!(
            "`{}` did not start: {error}",
            command.get_program().to_string_lossy()
        )
        .into()
    })
}

/// Runs a program that must succeed; what it says on stderr is the failure otherwise.
pub(crate) fn run(command: &mut Command) -> Result<(), Failed> {
    let output = output(command)?;
    match output.status.success() {
        true => Ok(()),
        false => Err(format!(
            "{:?} failed:\n{}{}",
            command.get_program(),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )
        .into()),
    }
}

/// Whether the `args` in a folder ask for rustc's own relocations.
pub(crate) fn is_core(case: &Path) -> bool {
    let args = fs::read_to_string(case.join("args")).unwrap_or_default();
    args.lines().any(|line| line == "core")
}

/// The bindings that `btfgen` makes in a folder with `input.btf` and `args`. If the arguments begin with `--btf`, they name the BTF.
pub(crate) fn bindings(case: &Path) -> Result<String, Failed> {
    bindings_with(case, &[])
}

/// As `bindings`, over rustc's own relocations.
pub(crate) fn core_bindings(case: &Path) -> Result<String, Failed> {
    match is_core(case) {
        true => bindings(case),
        false => bindings_with(case, &["--intrinsics", "core"]),
    }
}

fn bindings_with(case: &Path, more: &[&str]) -> Result<String, Failed> {
    let mut btfgen = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    let args = read(&case.join("args"))?;
    btfgen.current_dir(case);
    if !args.starts_with("--btf\n") {
        btfgen.args(["--btf", "input.btf"]);
    }
    btfgen.args(args.lines()).args(more);
    let output = output(&mut btfgen)?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The host's compiler.
pub(crate) fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// Puts the stand-ins for rustc's BTF relocations into a folder: `-L` it. `rustc` is for where the bindings go, `host` the same
/// compiler for this machine.
pub(crate) fn standin(
    rustc: impl Fn() -> Command,
    host: impl Fn() -> Command,
    folder: &Path,
    flags: &[&str],
) -> Result<(), Failed> {
    let sources = tests_folder("standin");
    let mut core = rustc();
    core.args([
        "--edition",
        "2024",
        "--crate-type",
        "lib",
        "--crate-name",
        "standin",
    ]);
    run(core
        .args(flags)
        .arg("--out-dir")
        .arg(folder)
        .arg(sources.join("core.rs")))?;
    let mut attribute = host();
    attribute.args(["--edition", "2024", "--crate-type", "proc-macro"]);
    run(attribute
        .arg("--out-dir")
        .arg(folder)
        .arg(sources.join("btf_relocatable.rs")))
}

/// A test that needs a BPF compiler. Where there is none, it is named and ignored, but in CI a failure.
pub(crate) fn bpf_trial(
    name: String,
    test: impl FnOnce(&Bpf) -> Result<(), Failed> + Send + 'static,
) -> Trial {
    let in_ci = env::var_os("CI").is_some_and(|value| !value.is_empty());
    let missing = Bpf::toolchain().err();
    if let Some(missing) = &missing {
        println!("skipped: {name}: {missing}");
    }
    trial(name, || test(Bpf::get()?)).with_ignored_flag(missing.is_some() && !in_ci)
}

/// A compiler for BPF, and `core` made by it.
pub(crate) struct Bpf {
    rustc: PathBuf,
    core: PathBuf,
    compiler_builtins: PathBuf,
}

impl Bpf {
    /// Takes a while the first time: it compiles `core`.
    fn get() -> Result<&'static Bpf, Failed> {
        static BPF: OnceLock<Result<Bpf, String>> = OnceLock::new();
        let bpf = BPF.get_or_init(|| Bpf::build().map_err(|failed| message(&failed)));
        bpf.as_ref().map_err(Failed::from)
    }

    // Cargo's own `-Z build-std`, of a crate with nothing in it; what uses `core` is then compiled without Cargo.
    fn build() -> Result<Bpf, Failed> {
        let (cargo, rustc) = Bpf::toolchain()?;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bpf-core");
        fs::create_dir_all(&folder)?;
        write(
            &folder.join("Cargo.toml"),
            "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
             [lib]\npath = \"lib.rs\"\n[workspace]\n",
        )?;
        write(&folder.join("lib.rs"), "#![no_std]\n")?;
        let mut build = Command::new(&cargo);
        build
            .current_dir(&folder)
            .args([
                "check",
                "--quiet",
                "-Z",
                "build-std=core",
                "--target",
                BPF_TARGET,
            ])
            .env("RUSTC", &rustc)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", folder.join("target"))
            // Without it there is no code of `core` in what `check` writes, and no error that only code shows.
            .env("RUSTFLAGS", "-Z always-encode-mir")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("RUSTUP_TOOLCHAIN")
            .env_remove("LD_LIBRARY_PATH");
        run(&mut build)?;
        let deps = folder.join("target").join(BPF_TARGET).join("debug/deps");
        let newest = |name: &str| {
            let of_name = |path: &PathBuf| {
                file_stem(path).starts_with(name)
                    && path.extension().is_some_and(|it| it == "rmeta")
            };
            let modified = |path: &PathBuf| fs::metadata(path).and_then(|it| it.modified()).ok();
            let found = list(&deps).into_iter().filter(of_name).max_by_key(modified);
            found.ok_or_else(|| format!("{name} is not in {}", deps.display()))
        };
        Ok(Bpf {
            core: newest("libcore-")?,
            compiler_builtins: newest("libcompiler_builtins-")?,
            rustc,
        })
    }

    /// Cargo and rustc, or what is missing.
    fn toolchain() -> Result<(PathBuf, PathBuf), String> {
        if let (Some(cargo), Some(rustc)) = (
            env::var_os("BTFGEN_BPF_CARGO"),
            env::var_os("BTFGEN_BPF_RUSTC"),
        ) {
            return Ok((cargo.into(), rustc.into()));
        }
        let (cargo, rustc) = (
            PathBuf::from("/usr/bin/cargo"),
            PathBuf::from("/usr/bin/rustc"),
        );
        let sources = Path::new("/usr/lib/rustlib/src/rust/library/Cargo.toml");
        for needed in [&cargo, &rustc, sources] {
            if !needed.exists() {
                return Err(format!(
                    "no BPF compiler: BTFGEN_BPF_CARGO and BTFGEN_BPF_RUSTC are not set, and there is no {}",
                    needed.display()
                ));
            }
        }
        Ok((cargo, rustc))
    }

    /// The same compiler, for this machine.
    pub(crate) fn host_rustc(&self) -> Command {
        let mut command = Command::new(&self.rustc);
        command
            .env_remove("RUSTUP_TOOLCHAIN")
            .env_remove("LD_LIBRARY_PATH");
        command
    }

    pub(crate) fn rustc(&self) -> Command {
        let mut command = Command::new(&self.rustc);
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env_remove("RUSTUP_TOOLCHAIN")
            .env_remove("LD_LIBRARY_PATH")
            .args([
                "--target",
                BPF_TARGET,
                "-C",
                "panic=abort",
                "-Z",
                "unstable-options",
            ]);
        for (name, path) in [
            ("core", &self.core),
            ("compiler_builtins", &self.compiler_builtins),
        ] {
            command.arg("--extern");
            command.arg(format!("noprelude:{name}={}", path.display()));
        }
        if let Some(deps) = self.core.parent() {
            command
                .arg("-L")
                .arg(format!("dependency={}", deps.display()));
        }
        command
    }
}
