//! `exists()` in every shape of tests/guards, and fields of other sizes than declared: built at each optimization level, loaded, run.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::e2e::{self, RUNNING_BTF};
use crate::host::{self, Result};
use crate::machines::BPFEL;
use crate::vm::Vm;
use crate::{kernels, tools};

/// The kernel that has the fields of `gone` and lacks those of `came`.
const OLD: &str = "6.1";

const OLD_PATTERNS: &[&str] = &[
    "task_struct.{pid,rss_stat,thread_group}",
    "task_rss_stat",
    "list_head",
];
const NEW_PATTERNS: &[&str] = &[
    "task_struct.{pid,se,dl_server}",
    "sched_entity.deadline",
    "sched_dl_entity.dl_runtime",
];
/// Types that no kernel has, from C files.
const MADE: &[(&str, &[&str])] = &[
    ("absent", &["task_struct", "btfgen_absent"]),
    (
        "sizes",
        &["task_struct", "task_struct___other", "task_struct___right"],
    ),
];

/// Ways to build: a name, and what the profile says instead of tests/guards/Cargo.toml.
const BUILDS: &[(&str, &[&str])] = &[
    ("1", &["package.guards.opt-level=1"]),
    ("2", &["package.guards.opt-level=2"]),
    ("3", &["package.guards.opt-level=3"]),
    ("s", &["package.guards.opt-level=\"s\""]),
    ("z", &["package.guards.opt-level=\"z\""]),
    ("3-no-lto", &["package.guards.opt-level=3", "lto=false"]),
    (
        "1-units-16",
        &[
            "package.guards.opt-level=1",
            "package.guards.codegen-units=16",
        ],
    ),
];
/// How many of them differ in the level alone.
const LEVELS: usize = 5;
const OBJECTS: &[&str] = &["absent", "came", "gone", "lies", "limit", "sizes"];

/// All builds on the running kernel.
pub(crate) fn run_here() -> Result {
    build(BPFEL)?;
    let mut runner = host::command(e2e::runner("guards")?);
    runner
        .args(["--missing", "absent,gone,lies,limit"])
        .arg("--old-libbpf")
        .arg(tools::need("an older libbpf", tools::old_libbpf())?)
        .arg(objects(BPFEL)?);
    host::run(&mut runner)
}

/// The same objects on the old kernel, where the other fields are missing.
pub(crate) fn run_old() -> Result {
    let share = output("share")?;
    let _ = std::fs::remove_dir_all(&share);
    fill_share(&share.join("objects"), BPFEL)?;
    e2e::copy_as(&e2e::runner("guards")?, &share.join("guards"))?;
    e2e::copy_old_libbpf(&share)?;
    let vm = Vm {
        command: [
            "/t/guards",
            "--missing",
            "absent,came,lies,limit",
            "--old-libbpf",
            "/t/libbpf.so.1",
            "/t/objects",
        ]
        .map(str::to_owned)
        .to_vec(),
        timeout: std::time::Duration::from_secs(180),
        ..Vm::new(OLD, Some(share))
    };
    vm.succeed()
}

/// Builds the objects, and copies them into a directory.
pub(crate) fn fill_share(share: &Path, target: &str) -> Result {
    build(target)?;
    for (build, _) in builds(target) {
        let dir = share.join(build);
        host::make_dir(&dir)?;
        for object in OBJECTS {
            e2e::copy_as(
                &objects(target)?.join(build).join(object),
                &dir.join(object),
            )?;
        }
    }
    Ok(())
}

/// Builds the objects; once, whatever asks for it.
fn build(target: &str) -> Result {
    static BUILT: [OnceLock<Result>; 2] = [OnceLock::new(), OnceLock::new()];
    let built = &BUILT[usize::from(target != BPFEL)];
    built.get_or_init(|| build_all(target)).clone()
}

/// For big endian, one for each optimization level: what is built otherwise differs in nothing that depends on the byte order.
fn builds(target: &str) -> &'static [(&'static str, &'static [&'static str])] {
    match target {
        BPFEL => BUILDS,
        _ => &BUILDS[..LEVELS],
    }
}

/// Where the objects are.
fn objects(target: &str) -> Result<PathBuf> {
    match target {
        BPFEL => output("objects"),
        other => output(&format!("objects-{other}")),
    }
}

fn build_all(target: &str) -> Result {
    generate_bindings()?;
    // Objects of a build that is no longer listed would be run too.
    let _ = std::fs::remove_dir_all(objects(target)?);
    for (name, profile) in builds(target) {
        build_one(profile, target, &objects(target)?.join(name))?;
    }
    Ok(())
}

/// Builds one way, as tests/guards/Cargo.toml says, into a directory.
pub(crate) fn build_default(target: &str, to: &Path) -> Result {
    generate_bindings()?;
    build_one(&[], target, to)
}

fn generate_bindings() -> Result {
    kernels::fetch(&[OLD])?;
    host::make_dir(&output("bindings")?)?;
    e2e::generate(&kernels::cached(OLD).btf, OLD_PATTERNS, &bindings("old")?)?;
    e2e::generate(Path::new(RUNNING_BTF), NEW_PATTERNS, &bindings("new")?)?;
    for (name, patterns) in MADE {
        let btf = output("bindings")?.join(format!("{name}.o"));
        let clang = tools::need("clang", tools::clang())?;
        host::run(
            host::command(clang)
                .args(["-target", "bpf", "-g", "-O2", "-c"])
                .arg(source(&format!("{name}.c")))
                .arg("-o")
                .arg(&btf),
        )?;
        e2e::generate(&btf, patterns, &bindings(name)?)?;
    }
    Ok(())
}

fn bindings(name: &str) -> Result<PathBuf> {
    Ok(output("bindings")?.join(format!("{name}.rs")))
}

fn build_one(profile: &[&str], target: &str, to: &Path) -> Result {
    let mut cargo = e2e::bpf_build(&source(""))?;
    cargo.args(["--target", target]);
    for line in profile {
        cargo.arg("--config").arg(format!("profile.release.{line}"));
    }
    cargo
        .env("BTFGEN_OLD", bindings("old")?)
        .env("BTFGEN_NEW", bindings("new")?)
        .env("BTFGEN_ABSENT", bindings("absent")?)
        .env("BTFGEN_SIZES", bindings("sizes")?);
    host::run(&mut cargo)?;
    host::make_dir(to)?;
    let built = e2e::bpf_target()?.join(target).join("release");
    for object in OBJECTS {
        e2e::copy_as(&built.join(object), &to.join(object))?;
    }
    Ok(())
}

fn source(path: &str) -> PathBuf {
    tools::checkout().join("tests/guards").join(path)
}

fn output(path: &str) -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("guards").join(path))
}
