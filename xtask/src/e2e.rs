//! The end-to-end suite of tests/e2e: programs built from bindings, run on this kernel and on others.

pub(crate) mod numbers;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;
use std::{env, fs};

use crate::host::{self, Result};
use crate::log::say;
use crate::machines::{BPFEB, BPFEL};
use crate::vm::Vm;
use crate::{kernels, tools};

/// The kernel whose names are the old ones.
pub(crate) const OLD: &str = "6.1";
/// The oldest kernel that people ask for.
const OLDEST: &str = "5.10";
/// The running kernel.
pub(crate) const RUNNING: &str = "running";
pub(crate) const RUNNING_BTF: &str = "/sys/kernel/btf/vmlinux";
/// In this directory of the programs' crate the bindings are a module like any other.
const MODULE: &str = "programs/plain/src/vmlinux.rs";
/// What programs with bindings of two kernels have the intrinsics from.
const RUNTIME: &str = "runtime::btfgen";

pub(crate) const OLD_LIBBPF: &str = "libbpf.so.1";
/// The variable that names the linker that `btfgen-ld` runs.
const LINKER_OF_BTFGEN_LD: &str = "BTFGEN_BPF_LINKER";

/// What the programs are compiled for.
pub(crate) const TARGET: &str = BPFEL;
/// The structs that the program `matches` asks about.
const MATCHES: [&str; 5] = ["list_head", "qstr", "path", "group_info", "fs_struct"];
/// An unstable function of the standard library that aya 0.16 calls, which asks for Rust 1.98 because it is stable there.
pub(crate) const AYA_FEATURE: &str = "-Zcrate-attr=feature(result_option_map_or_default)";
/// The program with probe reads of each kind, and what it is also compiled for.
const ON_BIG_ENDIAN: &str = "every_kind";
/// What can happen to an object between `btfgen link` and the loader, and the bytes of `.BTF` and `.BTF.ext` that show it.
const LOSSES: [(&str, Damage); 5] = [
    ("kernel-btf", Damage::None),
    ("sections", Damage::Removed),
    // The kind of the first type is none.
    ("btf", Damage::Written(".BTF", 28, 0x1f00_0000)),
    // The header is longer than the section.
    ("btf.ext", Damage::Written(".BTF.ext", 4, 0x00ff_ffff)),
    // All is in order, and the length of the CO-RE relocations is 0.
    ("core-relos", Damage::Written(".BTF.ext", 28, 0)),
];
/// Runs bpf-linker, and keeps what it makes of the program `pid`, which is also tried as bpf-linker alone leaves it. Cargo could build
/// the program again with another linker, but would also compile `core` again.
const KEEPER: &str = r#"#!/bin/sh
"$BPF_LINKER" "$@" || exit
while [ $# -gt 1 ]; do
    case "$1 $2" in
        "-o "*/pid-*) cp "$2" "$KEPT" || exit ;;
    esac
    shift
done
"#;

/// This program only asks for options of the configuration, so that it loses nothing if its CO-RE relocations are lost.
const WITHOUT_RELOCATIONS: &str = "configuration";

/// What has happened to an object.
#[derive(Clone, Copy)]
enum Damage {
    None,
    /// `.BTF` and `.BTF.ext` are gone.
    Removed,
    /// A section has another word there.
    Written(&'static str, usize, u32),
}

/// Why the suite can't be tried on this machine.
pub(crate) fn obstacle() -> Option<String> {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    if !Path::new(RUNNING_BTF).exists() {
        return Some("the running kernel has no BTF".to_owned());
    }
    // Where `kernfs_node.parent` became `__parent`, one of the names that the suite needs from a new kernel.
    if tools::numbers(&release) < vec![6, 15] {
        return Some(format!(
            "the running kernel is {}, and one of 6.15 or newer is needed",
            release.trim()
        ));
    }
    None
}

/// Builds what all suites use, btfgen and the runner; once, whatever asks for it.
pub(crate) fn build_tools() -> Result {
    static BUILT: OnceLock<Result> = OnceLock::new();
    BUILT.get_or_init(build_btfgen_and_runner).clone()
}

/// Builds btfgen; once, whatever asks for it. The programs are those of `cargo test --workspace`, so that nothing is compiled twice:
/// cargo builds them with one integration test, whichever it is.
pub(crate) fn build_btfgen() -> Result {
    static BUILT: OnceLock<Result> = OnceLock::new();
    let build =
        || host::run(tools::cargo().args(["test", "--workspace", "--no-run", "--test", "cli"]));
    BUILT.get_or_init(build).clone()
}

/// Builds the programs from the running kernel's BTF and from an old kernel's; once, whatever asks for it.
pub(crate) fn build() -> Result {
    static BUILT: OnceLock<Result> = OnceLock::new();
    BUILT.get_or_init(build_all).clone()
}

fn build_all() -> Result {
    build_tools()?;
    let old_btf = kernels::cached(OLD).btf;
    for (name, btf) in [(RUNNING, Path::new(RUNNING_BTF)), (OLD, &old_btf)] {
        build_programs(name, btf, TARGET)?;
    }
    build_for_shapes()
}

fn build_btfgen_and_runner() -> Result {
    kernels::fetch(&[OLD, OLDEST])?;
    build_btfgen()?;
    let mut cargo = tools::cargo();
    cargo
        .args(["build", "--release", "--locked", "--ignore-rust-version"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", AYA_FEATURE)
        .arg("--manifest-path")
        .arg(source("runner/Cargo.toml"))
        .arg("--target-dir")
        .arg(output("runner")?);
    host::run(&mut cargo)
}

/// Builds the programs with the bindings of a kernel, once, whatever asks for them. Returns where the objects are.
pub(crate) fn build_programs(name: &str, btf: &Path, target: &str) -> Result<PathBuf> {
    static BUILT: Mutex<BTreeMap<String, Result<PathBuf>>> = Mutex::new(BTreeMap::new());
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    let key = format!("{name} {target}");
    let build = || build_programs_now(name, btf, target);
    built.entry(key).or_insert_with(build).clone()
}

fn build_programs_now(name: &str, btf: &Path, target: &str) -> Result<PathBuf> {
    let bindings = output("bindings")?.join(name);
    host::make_dir(&bindings)?;
    let (old, new) = (bindings.join("old.rs"), bindings.join("new.rs"));
    let (vmlinux, runtime) = (bindings.join("vmlinux.rs"), bindings.join("runtime.rs"));
    let over_runtime = ["--runtime", RUNTIME];
    generate_file(
        &kernels::cached(OLDEST).btf,
        "oldest",
        &bindings.join("oldest.rs"),
        &over_runtime,
    )?;
    generate_file(&kernels::cached(OLD).btf, "old", &old, &over_runtime)?;
    generate_file(Path::new(RUNNING_BTF), "new", &new, &over_runtime)?;
    let by_value = format!("--plain=@{}", source("patterns/plain").display());
    generate_file(btf, "vmlinux", &vmlinux, &[&by_value])?;
    let mut btfgen = host::command(btfgen_dir()?.join("btfgen"));
    host::run(btfgen.args(["runtime", "-o"]).arg(&runtime))?;
    write_if_changed(&source(MODULE), &host::read(&vmlinux)?)?;
    let objects = objects(name, target)?;
    host::make_dir(&objects)?;
    let keeper = output("keeper")?;
    host::write(&keeper, KEEPER)?;
    host::make_executable(&keeper)?;
    let mut cargo = programs_build(name)?;
    let bpf_linker = tools::need("bpf-linker", tools::bpf_linker())?;
    cargo
        .args(["--target", target])
        .env(LINKER_OF_BTFGEN_LD, keeper)
        .env("BPF_LINKER", bpf_linker)
        .env("KEPT", objects.join("pid.unlinked.o"));
    host::run(&mut cargo)?;

    let built = bpf_target()?.join(target).join("release");
    for program in programs()? {
        copy_as(&built.join(&program), &objects.join(program + ".o"))?;
    }
    Ok(objects)
}

/// A build with the bindings of that name, which were written before.
fn programs_build(name: &str) -> Result<Command> {
    let bindings = output("bindings")?.join(name);
    let mut cargo = bpf_build(&source("programs"))?;
    for (variable, file) in [
        ("BTFGEN_VMLINUX", "vmlinux.rs"),
        ("BTFGEN_OLDEST", "oldest.rs"),
        ("BTFGEN_OLD", "old.rs"),
        ("BTFGEN_NEW", "new.rs"),
        ("BTFGEN_RUNTIME", "runtime.rs"),
    ] {
        cargo.env(variable, bindings.join(file));
    }
    Ok(cargo)
}

/// Where the programs are that were built with the bindings of that name.
fn objects(name: &str, target: &str) -> Result<PathBuf> {
    let folder = match target {
        TARGET => "objects".to_owned(),
        other => format!("objects-{other}"),
    };
    Ok(output(&folder)?.join(name))
}

/// The program whose big-endian instructions are looked at.
fn build_for_shapes() -> Result {
    let mut cargo = programs_build(OLD)?;
    cargo
        .args(["--package", "plain", "--bin", ON_BIG_ENDIAN])
        .args(["--target", BPFEB]);
    host::run(&mut cargo)?;
    let built = bpf_target()?.join(BPFEB).join("release");
    copy_as(
        &built.join(ON_BIG_ENDIAN),
        &objects(OLD, TARGET)?.join(format!("{ON_BIG_ENDIAN}.bpfeb")),
    )
}

/// The target directory of all BPF crates: those with the same flags share `core`. No two of them have a program of the same name.
pub(crate) fn bpf_target() -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("bpf"))
}

/// Builds a workspace of BPF programs as a user does: with the `btfgen-ld` of this checkout.
pub(crate) fn bpf_build(workspace: &Path) -> Result<Command> {
    let toolchain = tools::need(
        "a compiler for BPF with the sources of core",
        tools::bpf_toolchain(),
    )?;
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(workspace)
        .args(["build", "--release", "--locked"])
        .env("PATH", path_with_btfgen()?)
        .env(
            LINKER_OF_BTFGEN_LD,
            tools::need("bpf-linker", tools::bpf_linker())?,
        )
        .env("CARGO_TARGET_DIR", bpf_target()?);
    Ok(cargo)
}

/// Where Cargo builds the runner.
pub(crate) fn runner_target() -> Result<PathBuf> {
    output("runner")
}

/// A program of the runner's package, once it is built.
pub(crate) fn runner(program: &str) -> Result<PathBuf> {
    Ok(output("runner")?.join("release").join(program))
}

/// Every file in a `src/bin` is a program.
fn programs() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for package in ["plain", "with-aya"] {
        let files = host::list(&source("programs").join(package).join("src/bin"))?;
        let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
        names.extend(stems.map(str::to_owned));
    }
    Ok(names)
}

fn generate_file(btf: &Path, patterns: &str, to: &Path, more: &[&str]) -> Result {
    let patterns = read_lines(&source("patterns").join(patterns))?;
    generate_with(btf, &patterns, to, more)
}

pub(crate) fn generate(btf: &Path, patterns: &[impl AsRef<OsStr>], to: &Path) -> Result {
    generate_with(btf, patterns, to, &[])
}

fn generate_with(btf: &Path, patterns: &[impl AsRef<OsStr>], to: &Path, more: &[&str]) -> Result {
    let mut btfgen = host::command(btfgen_dir()?.join("btfgen"));
    btfgen.arg("--btf").arg(btf).arg("-o").arg(to).args(more);
    for pattern in patterns {
        btfgen.arg("--allow").arg(pattern);
    }
    host::run(&mut btfgen)
}

/// Verifiers refuse to subtract from a pointer. No kernel of this suite is big-endian, so this looks at the object.
fn check_that_big_endian_subtracts_nothing() -> Result {
    let objdump = tools::need("llvm-objdump", tools::llvm_objdump())?;
    let object = output("objects")?
        .join(OLD)
        .join(format!("{ON_BIG_ENDIAN}.bpfeb"));
    let mut command = host::command(objdump);
    let text = host::output(command.args(["-d", "--no-show-raw-insn"]).arg(&object))?;
    let is_extraction = text.contains(">>= r");
    let subtraction = text.lines().find(|line| line.contains("-= r"));
    match (is_extraction, subtraction) {
        (true, None) => Ok(()),
        (false, _) => Err(format!("{}: no probe read of a bitfield", object.display())),
        (_, Some(line)) => Err(format!("{}: a subtraction: {line}", object.display())),
    }
}

/// Looks at the disassembly of the program `shapes`: one instruction an operation, each with its relocation.
pub(crate) fn check_shapes() -> Result {
    check_that_big_endian_subtracts_nothing()?;
    let objdump = tools::need("llvm-objdump", tools::llvm_objdump())?;
    let mut command = host::command(objdump);
    command.args(["-dr", "--no-show-raw-insn"]);
    for section in ["direct", "nested", "address", "guarded", "bitfield"] {
        command.arg(format!("--section=shapes/{section}"));
    }
    command.arg(output("objects")?.join(OLD).join("shapes.o"));
    let found = normalize(&host::output(&mut command)?);

    let expected = tools::checkout().join("tests/snapshots/shapes.objdump");
    if env::var_os("BTFGEN_BLESS").is_some() {
        return host::write(&expected, found);
    }
    if host::read(&expected).unwrap_or_default() == found.as_bytes() {
        return Ok(());
    }
    Err(format!(
        "the disassembly differs from {}\n{found}\nhint: if this is meant, run with BTFGEN_BLESS=1 and read the difference",
        expected.display()
    ))
}

/// Drops what other kernels and other programs in the object change: the file's name, the numbers that a relocation
/// replaces, and type ids.
fn normalize(disassembly: &str) -> String {
    let code = disassembly.find("Disassembly of").unwrap_or(0);
    let lines: Vec<&str> = disassembly[code..].lines().collect();
    let mut text = String::new();
    for (line, next) in lines.iter().zip(lines.iter().skip(1).chain([&""])) {
        let line = match line.split_once("> [") {
            Some((kind, rest)) => {
                format!("{kind}> [id{}", rest.trim_start_matches(char::is_numeric))
            }
            None if next.contains("CO-RE <byte_off>") => without_number(line),
            None => (*line).to_owned(),
        };
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// `r0 += 0x6d8` and `w0 = *(u32 *)(r1 + 0x4f4)`, without the number.
fn without_number(line: &str) -> String {
    let Some(at) = line.rfind("0x") else {
        return line.to_owned();
    };
    let rest = line[at + 2..].trim_start_matches(|c: char| c.is_ascii_hexdigit());
    format!("{}OFFSET{rest}", &line[..at])
}

/// Every loader, programs of both bindings, on the running kernel.
pub(crate) fn run_here() -> Result {
    for bindings in [RUNNING, OLD] {
        say!("programs from the BTF of: {bindings}, kernel: running");
        let from = match bindings {
            RUNNING => RUNNING_BTF.into(),
            kernel => kernels::cached(kernel).btf,
        };
        let share = share(bindings, &from, RUNNING, Path::new(RUNNING_BTF))?;
        let mut runner = host::command(share.join("runner"));
        runner
            .arg("--old-libbpf")
            .arg(share.join(OLD_LIBBPF))
            .arg("--offsets")
            .arg(share.join("offsets"))
            .arg(&share);
        host::run(&mut runner)?;
    }
    Ok(())
}

/// Every loader, programs of the running kernel's bindings, on another kernel.
pub(crate) fn run_in(kernel: &str) -> Result {
    kernels::fetch(&[kernel])?;
    say!("programs from the BTF of: {RUNNING}, kernel: {kernel}");
    let btf = kernels::cached(kernel).btf;
    let share = share(RUNNING, Path::new(RUNNING_BTF), kernel, &btf)?;
    let vm = Vm {
        command: [
            "/t/runner",
            "--strict",
            "--old-libbpf",
            "/t/libbpf.so.1",
            "--offsets",
            "/t/offsets",
            "/t",
        ]
        .map(str::to_owned)
        .to_vec(),
        timeout: Duration::from_secs(300),
        ..Vm::new(kernel, Some(share))
    };
    vm.succeed()
}

/// Every loader, programs of the old kernel's bindings that have lost their relocations, on the running kernel.
pub(crate) fn run_lost() -> Result {
    let lost = output("lost")?;
    let _ = fs::remove_dir_all(&lost);
    for (name, damage) in LOSSES {
        let directory = lost.join(name);
        host::make_dir(&directory)?;
        for program in programs()? {
            if (program == WITHOUT_RELOCATIONS) && (name == "kernel-btf" || name == "core-relos") {
                continue;
            }
            let object = output("objects")?.join(OLD).join(program + ".o");
            copy(&object, &directory)?;
            damage_object(
                &directory.join(object.file_name().unwrap_or_default()),
                damage,
            )?;
        }
    }
    let mut runner = host::command(runner("runner")?);
    let libbpf = tools::need("an older libbpf", tools::old_libbpf())?;
    runner
        .arg("--old-libbpf")
        .arg(libbpf)
        .arg("--lost")
        .arg(lost);
    host::run(&mut runner)
}

fn damage_object(object: &Path, damage: Damage) -> Result {
    let objcopy = || tools::need("llvm-objcopy", tools::llvm_objcopy()).map(host::command);
    match damage {
        Damage::None => Ok(()),
        Damage::Removed => {
            let removed = [".BTF", ".BTF.ext", ".rel.BTF", ".rel.BTF.ext"];
            let args = removed.map(|name| format!("--remove-section={name}"));
            host::run(objcopy()?.args(args).arg(object))
        }
        Damage::Written(section, at, word) => {
            let bytes = object.with_extension("section");
            let dump = format!("--dump-section={section}={}", bytes.display());
            host::run(objcopy()?.arg(dump).arg(object))?;
            let mut section_bytes = host::read(&bytes)?;
            let place = section_bytes.get_mut(at..at + 4);
            let place = place.ok_or_else(|| format!("{}: a short {section}", object.display()))?;
            place.copy_from_slice(&word.to_le_bytes());
            host::write(&bytes, section_bytes)?;
            let update = format!("--update-section={section}={}", bytes.display());
            host::run(objcopy()?.arg(update).arg(object))?;
            fs::remove_file(&bytes).map_err(|error| format!("{}: {error}", bytes.display()))
        }
    }
}

/// A directory with the runner, the programs from the bindings of `from`, and what pahole, bpftool and libbpf say about `btf`.
fn share(bindings: &str, from: &Path, kernel: &str, btf: &Path) -> Result<PathBuf> {
    // Another step may run programs on another kernel at the same time.
    let share = output("share")?.join(bindings).join(kernel);
    fill_share(&share, &objects(bindings, TARGET)?, from, btf)?;
    copy(&runner("runner")?, &share)?;
    copy_old_libbpf(&share)?;
    Ok(share)
}

/// Fills a directory with objects, and with the numbers that their answers are compared with.
pub(crate) fn fill_share(share: &Path, objects: &Path, from: &Path, btf: &Path) -> Result {
    let _ = fs::remove_dir_all(share);
    host::make_dir(share)?;
    for object in host::list(objects)? {
        copy(&object, share)?;
    }
    let mut offsets = numbers::of(btf, &read_lines(&source("fields"))?)?;
    let mut matches = host::command(runner("matches")?);
    offsets += &host::output(matches.arg(from).arg(btf).args(MATCHES))?;
    host::write(&share.join("offsets"), offsets)
}

/// An older libbpf for the runner in a VM.
pub(crate) fn copy_old_libbpf(share: &Path) -> Result {
    let libbpf = tools::need("an older libbpf", tools::old_libbpf())?;
    copy_library(&libbpf, &share.join(OLD_LIBBPF))
}

pub(crate) fn copy_library(library: &Path, copied: &Path) -> Result {
    copy_as(library, copied)?;
    // The VM gets the libraries that an executable file needs.
    host::make_executable(copied)
}

fn copy(file: &Path, to: &Path) -> Result {
    copy_as(file, &to.join(file.file_name().unwrap_or_default()))
}

pub(crate) fn copy_as(file: &Path, to: &Path) -> Result {
    let copied = fs::copy(file, to).map_err(|error| format!("{}: {error}", file.display()));
    copied.map(drop)
}

pub(crate) fn source(path: &str) -> PathBuf {
    tools::checkout().join("tests/e2e").join(path)
}

fn output(path: &str) -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("e2e").join(path))
}

/// Where [`build_btfgen`] builds it.
pub(crate) fn btfgen_dir() -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("debug"))
}

/// `btfgen-ld` is found by its name, as a user's is.
pub(crate) fn path_with_btfgen() -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let dirs = std::iter::once(btfgen_dir()?).chain(env::split_paths(&path));
    env::join_paths(dirs).map_err(|error| format!("PATH: {error}"))
}

/// Without comments and empty lines.
pub(crate) fn read_lines(path: &Path) -> Result<Vec<String>> {
    let text = String::from_utf8_lossy(&host::read(path)?).into_owned();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}

/// Cargo rebuilds what is newer.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Result {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    host::write(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::normalize;

    #[test]
    fn only_relocated_numbers_are_dropped() {
        let text = "\nx.o:\tfile format elf64-bpf\n\nDisassembly of section a:\n\n0000000000000000 <a>:\n       0:\tr2 = 0x1\n\t\t0:  CO-RE <field_exists> [30] struct t::f (0:0)\n       1:\tw0 = *(u32 *)(r1 + 0x4f4)\n\t\t8:  CO-RE <byte_off> [30] struct t::f (0:0)\n";
        assert_eq!(
            normalize(text),
            "Disassembly of section a:\n\n0000000000000000 <a>:\n       0:\tr2 = 0x1\n\t\t0:  CO-RE <field_exists> [id] struct t::f (0:0)\n       1:\tw0 = *(u32 *)(r1 + OFFSET)\n\t\t8:  CO-RE <byte_off> [id] struct t::f (0:0)\n"
        );
    }
}
