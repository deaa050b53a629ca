//! Where each tool is. The only place that knows names, versions and directories of tools.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::cache;
use crate::host::{self, Result};

/// The LLVM that Debian's rustc and bpf-linker are built with.
pub(crate) const LLVM_PREFIX: &str = "/usr/lib/llvm-22";

/// The first bpf-linker that reads LLVM 22 bitcode, and the version `setup` installs.
pub(crate) const BPF_LINKER_VERSION: &str = "0.13.0";

/// The bindgen `setup` installs; benches compare with it.
pub(crate) const BINDGEN_VERSION: &str = "0.73.2";

/// The cargo-fuzz `setup` installs.
pub(crate) const CARGO_FUZZ_VERSION: &str = "0.13.2";

/// The compiler that builds BPF programs: rustup's nightly or Debian's stable, each with the sources of `core`.
#[derive(Debug, Clone)]
pub(crate) struct BpfToolchain {
    pub(crate) cargo: PathBuf,
    pub(crate) rustc: PathBuf,
}

impl BpfToolchain {
    /// `cargo` for a BPF crate; the caller adds `build -Z build-std=core --target bpfel-unknown-none` and flags.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = host::command(&self.cargo);
        command
            .env("RUSTC", &self.rustc)
            .env_remove("RUSTUP_TOOLCHAIN");
        // Lets a stable compiler take nightly features; a nightly takes no notice.
        command.env("RUSTC_BOOTSTRAP", "1");
        command
    }
}

/// The BPF compiler: what the environment names, else rustup's nightly if it has the sources of `core`, else Debian's.
pub(crate) fn bpf_toolchain() -> Option<BpfToolchain> {
    named().or_else(rustup_nightly).or_else(debian_rust)
}

fn named() -> Option<BpfToolchain> {
    Some(BpfToolchain {
        cargo: env::var_os("BTFGEN_BPF_CARGO")?.into(),
        rustc: env::var_os("BTFGEN_BPF_RUSTC")?.into(),
    })
}

fn rustup_nightly() -> Option<BpfToolchain> {
    let which = |program| {
        // Without this variable, asking is enough for rustup to download a toolchain.
        let mut command = host::command("rustup");
        command
            .env("RUSTUP_AUTO_INSTALL", "0")
            .args(["which", "--toolchain", "nightly", program]);
        host::output(&mut command)
            .ok()
            .map(|path| PathBuf::from(path.trim()))
    };
    let rustc = which("rustc")?;
    has_core_sources(rustc.parent()?.parent()?).then_some(())?;
    Some(BpfToolchain {
        cargo: which("cargo")?,
        rustc,
    })
}

fn debian_rust() -> Option<BpfToolchain> {
    let (cargo, rustc) = (
        PathBuf::from("/usr/bin/cargo"),
        PathBuf::from("/usr/bin/rustc"),
    );
    let complete = cargo.exists() && rustc.exists() && has_core_sources(Path::new("/usr"));
    complete.then_some(BpfToolchain { cargo, rustc })
}

fn has_core_sources(sysroot: &Path) -> bool {
    sysroot
        .join("lib/rustlib/src/rust/library/Cargo.toml")
        .exists()
}

/// bpf-linker, new enough.
pub(crate) fn bpf_linker() -> Option<PathBuf> {
    installed("bpf-linker")
        .filter(|path| version(path).is_some_and(|found| found >= numbers(BPF_LINKER_VERSION)))
}

/// bindgen's command line.
pub(crate) fn bindgen() -> Option<PathBuf> {
    installed("bindgen")
}

/// cargo's subcommand for fuzzing.
pub(crate) fn cargo_fuzz() -> Option<PathBuf> {
    installed("cargo-fuzz")
}

/// clang, for objects that LLVM's own front end made.
pub(crate) fn clang() -> Option<PathBuf> {
    llvm("clang")
}

/// A disassembler that prints CO-RE relocations.
pub(crate) fn llvm_objdump() -> Option<PathBuf> {
    llvm("llvm-objdump")
}

/// A tool that copies an object without some of its sections.
pub(crate) fn llvm_objcopy() -> Option<PathBuf> {
    llvm("llvm-objcopy")
}

/// The shared library of libbpf that Debian's programs use: older than the one in the crate libbpf-sys.
pub(crate) fn old_libbpf() -> Option<PathBuf> {
    let libraries = ["x86_64", "aarch64"].map(|it| format!("/usr/lib/{it}-linux-gnu/libbpf.so.1"));
    libraries
        .map(PathBuf::from)
        .into_iter()
        .find(|path| path.exists())
}

/// bpftool.
pub(crate) fn bpftool() -> Option<PathBuf> {
    host::find("bpftool")
}

/// pahole, an independent reader of BTF.
pub(crate) fn pahole() -> Option<PathBuf> {
    host::find("pahole")
}

/// The emulator that boots other kernels.
pub(crate) fn qemu() -> Option<PathBuf> {
    host::find("qemu-system-x86_64")
}

/// A busybox that needs no libraries.
pub(crate) fn busybox() -> Option<PathBuf> {
    host::find("busybox").filter(|path| !host::succeeds(host::command("ldd").arg(path)))
}

/// The tool, or an error that says how to get it.
pub(crate) fn need<T>(name: &str, found: Option<T>) -> Result<T> {
    found.ok_or_else(|| format!("{name} is missing\nhint: run `cargo xtask setup`"))
}

/// The checkout that this task is of.
pub(crate) fn checkout() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The target directory this very program was built into.
pub(crate) fn target_dir() -> Result<PathBuf> {
    let program = env::current_exe().map_err(|error| format!("path of this program: {error}"))?;
    let dir = program.ancestors().nth(2).map(Path::to_path_buf);
    dir.ok_or_else(|| format!("{} is not in a target directory", program.display()))
}

/// The cargo that runs this task, so that tests use the same toolchain.
pub(crate) fn cargo() -> Command {
    let mut cargo = host::command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What is compiled once is compiled sooner as a whole.
    if env::var_os("CI").is_some_and(|value| value == "true") {
        cargo.env("CARGO_INCREMENTAL", "0");
    }
    cargo
}

/// Gives a test what it cannot find by itself: the kernels, and the tools by their plain names in `PATH`.
pub(crate) fn add_test_environment(command: &mut Command) -> Result {
    let path = env::var_os("PATH").unwrap_or_default();
    let first = std::iter::once(cache::tools().join("bin"));
    let last = [
        PathBuf::from(LLVM_PREFIX).join("bin"),
        PathBuf::from("/usr/sbin"),
    ];
    let path = env::join_paths(first.chain(env::split_paths(&path)).chain(last))
        .map_err(|error| format!("PATH: {error}"))?;
    command
        .env("PATH", path)
        .env("BTFGEN_KERNELS", cache::kernels());
    if let Some(bpf) = bpf_toolchain() {
        command
            .env("BTFGEN_BPF_CARGO", &bpf.cargo)
            .env("BTFGEN_BPF_RUSTC", &bpf.rustc);
    }
    Ok(())
}

/// Only of that LLVM: an older one reads neither its bitcode nor all of its relocations.
fn llvm(name: &str) -> Option<PathBuf> {
    Some(Path::new(LLVM_PREFIX).join("bin").join(name)).filter(|path| host::is_executable(path))
}

fn installed(name: &str) -> Option<PathBuf> {
    Some(cache::tools().join("bin").join(name))
        .filter(|path| host::is_executable(path))
        .or_else(|| host::find(name))
}

fn version(program: &Path) -> Option<Vec<u64>> {
    host::output(host::command(program).arg("--version"))
        .ok()
        .map(|text| numbers(&text))
}

/// The numbers in a version, in order: `6.12.95+deb12` is `[6, 12, 95, 12]`.
pub(crate) fn numbers(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

/// `VERSION_CODENAME` of the machine, if it is a Debian.
pub(crate) fn debian_codename() -> Option<String> {
    let text = fs::read_to_string("/etc/os-release").ok()?;
    let value = |key: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(key))
            .map(|value| value.trim_matches('"').to_owned())
    };
    (value("ID=")? == "debian").then_some(())?;
    value("VERSION_CODENAME=")
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(numbers("bpf-linker 0.13.0") >= numbers("0.13.0"));
        assert!(numbers("0.9.15") < numbers("0.13.0"));
        assert!(numbers("linux-image-6.1.0-9") < numbers("linux-image-6.1.0-50"));
    }
}
