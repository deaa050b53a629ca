//! Several generated modules over one runtime: they share places and errors, in one crate and in several.

mod common;
mod compile;

use std::path::Path;
use std::process::{Command, ExitCode};

use common::timed;
use compile::{BPF_FEATURES, Bpf, output, read, run, rustc, scratch, tests_folder, write};
use libtest_mimic::Failed;

fn main() -> ExitCode {
    let trials = vec![
        timed::trial("one_crate", one_crate),
        timed::trial(
            "a_library_holds_the_runtime_alone",
            several_crates_on_the_host,
        ),
        compile::bpf_trial("bpf: one_crate".to_string(), one_crate_for_bpf),
        compile::bpf_trial(
            "bpf: a_library_holds_the_runtime_alone".to_string(),
            several_crates_for_bpf,
        ),
        compile::bpf_trial(
            "bpf: the_features_that_a_file_names".to_string(),
            the_features_that_a_file_names,
        ),
    ];
    timed::run(trials)
}

/// Two kernels with other layouts of the same fields.
const KERNELS: [(&str, &str); 2] = [("everyday", "everyday"), ("short", "pointers_of_32_bits")];

/// What takes places of either, and values of either kernel.
const HELPERS: &str = r#"
pub fn offset(place: impl AnyPlace<Type: Addressable>) -> usize {
    operations(place).byte_offset()
}

pub unsafe fn value<T: Scalar>(place: impl AnyPlace<Type = T>) -> Result<T, ReadError> {
    unsafe { operations(place).read() }
}

pub unsafe fn either(task: Place<task_struct>, node: Place<node>) -> Result<i64, ReadError> {
    let offsets = (offset(task.tgid()) + offset(node.stamp())) as i64;
    let values = unsafe { i64::from(value(task.tgid())?) + value(node.stamp())? as i64 };
    Ok(1_000_000 * offsets + values)
}
"#;

/// Runs it, on memory that has both layouts.
const MAIN: &str = r#"
fn main() {
    let (mut task, mut node) = ([0u32; 64], [0u64; 16]);
    task[6] = 500;
    let at = offset(node::at(node.as_ptr()).stamp());
    unsafe { node.as_mut_ptr().cast::<u8>().add(at).cast::<u64>().write_unaligned(77) };
    let found = unsafe { either(task_struct::at(task.as_ptr()), node::at(node.as_ptr())) };
    assert_eq!(found, Ok(1_000_000 * (24 + at as i64) + 577));
    println!("{at}");
}
"#;

fn btfgen(folder: &Path, case: &str, args: &[&str], to: &str) -> Result<(), Failed> {
    let mut btfgen = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    btfgen.current_dir(tests_folder("snapshots").join(case));
    run(btfgen.args(args).arg("-o").arg(folder.join(to)))
}

fn files(folder: &Path, runtime: &str) -> Result<(), Failed> {
    btfgen(folder, "everyday", &["runtime"], "btfgen.rs")?;
    for (name, case) in KERNELS {
        let args = ["--btf", "input.btf", "--runtime", runtime];
        btfgen(folder, case, &args, &format!("{name}.rs"))?;
        let text = read(&folder.join(format!("{name}.rs")))?;
        if text.contains("pub struct Place") || !text.contains(&format!("use {runtime} as btfgen;"))
        {
            return Err(format!("{name}.rs does not take its intrinsics from {runtime}").into());
        }
    }
    Ok(())
}

const USES: &str = "use everyday::task_struct;\nuse short::node;\n";

/// The programs' ends: where the offset of `stamp` is what C gives it, all is right.
fn check(folder: &Path) -> Result<(), Failed> {
    let output = output(&mut Command::new(folder.join("main")))?;
    match (output.status.success(), output.stdout.as_slice()) {
        (true, b"36\n" | b"40\n") => Ok(()),
        _ => Err(format!("{output:?}").into()),
    }
}

fn one_crate() -> Result<(), Failed> {
    let folder = scratch("runtime/one");
    files(&folder, "crate::btfgen")?;
    let modules = "mod btfgen;\nmod everyday;\nmod short;\nuse btfgen::*;\n";
    let main = format!("#![deny(warnings)]\n{modules}{USES}{HELPERS}{MAIN}");
    write(&folder.join("main.rs"), main)?;
    run(rustc()
        .current_dir(&folder)
        .args(["--edition", "2024", "main.rs"]))?;
    check(&folder)
}

fn one_crate_for_bpf(bpf: &Bpf) -> Result<(), Failed> {
    let folder = scratch("runtime/one-bpf");
    files(&folder, "crate::btfgen")?;
    let modules = "mod btfgen;\nmod everyday;\nmod short;\nuse btfgen::*;\n";
    write(
        &folder.join("lib.rs"),
        format!("{BPF_FEATURES}\n#![no_std]\n#![deny(warnings)]\n{modules}{USES}{HELPERS}"),
    )?;
    run(bpf.rustc().current_dir(&folder).args([
        "--edition",
        "2024",
        "--crate-type",
        "lib",
        "--emit",
        "metadata",
        "lib.rs",
    ]))
}

/// The runtime, the bindings of each kernel, and what uses them, each a crate. `features` are those of the first two.
fn several_crates(
    folder: &Path,
    rustc: impl Fn() -> Command,
    features: [&str; 2],
    kind: &str,
) -> Result<(), Failed> {
    files(folder, "runtime")?;
    let mut crates = vec![(
        "runtime",
        format!("{}\n#![no_std]\ninclude!(\"btfgen.rs\");\n", features[0]),
    )];
    for (name, _) in KERNELS {
        crates.push((
            name,
            format!("{}\n#![no_std]\ninclude!(\"{name}.rs\");\n", features[1]),
        ));
    }
    for (name, text) in crates {
        library(folder, rustc(), name, &text, kind)?;
    }
    Ok(())
}

/// One of the crates.
fn library(
    folder: &Path,
    mut rustc: Command,
    name: &str,
    text: &str,
    kind: &str,
) -> Result<(), Failed> {
    let file = format!("{name}_lib.rs");
    write(&folder.join(&file), text)?;
    rustc.current_dir(folder).args([
        "--edition",
        "2024",
        "--crate-type",
        "lib",
        "--crate-name",
        name,
        "-L",
        ".",
    ]);
    if name != "runtime" {
        rustc.args(["--extern", "runtime"]);
    }
    run(rustc.args(["-D", "warnings", "--emit", kind, &file]))
}

fn several_crates_on_the_host() -> Result<(), Failed> {
    let folder = scratch("runtime/several");
    several_crates(&folder, rustc, ["", ""], "link")?;
    write(
        &folder.join("main.rs"),
        format!("#![deny(warnings)]\nuse runtime::*;\n{USES}{HELPERS}{MAIN}"),
    )?;
    run(rustc().current_dir(&folder).args([
        "--edition",
        "2024",
        "-L",
        ".",
        "--extern",
        "runtime",
        "--extern",
        "everyday",
        "--extern",
        "short",
        "main.rs",
    ]))?;
    check(&folder)
}

/// The bindings need one feature, and what only uses them none.
fn several_crates_for_bpf(bpf: &Bpf) -> Result<(), Failed> {
    let folder = scratch("runtime/several-bpf");
    let features = [BPF_FEATURES, "#![feature(sized_hierarchy)]"];
    several_crates(&folder, || bpf.rustc(), features, "metadata")?;
    write(
        &folder.join("lib.rs"),
        format!("#![no_std]\n#![deny(warnings)]\nuse runtime::*;\n{USES}{HELPERS}"),
    )?;
    let mut rustc = bpf.rustc();
    rustc.current_dir(&folder).args([
        "--edition",
        "2024",
        "-L",
        ".",
        "--extern",
        "runtime",
        "--extern",
        "everyday",
        "--extern",
        "short",
        "--crate-type",
        "lib",
    ]);
    run(rustc.args(["--emit", "metadata", "lib.rs"]))
}

/// The comment at the top of a file names the features that a crate with this file needs. Files with functions and variables of the
/// kernel need more than others.
fn the_features_that_a_file_names(bpf: &Bpf) -> Result<(), Failed> {
    let folder = scratch("runtime/features");
    btfgen(&folder, "everyday", &["runtime"], "btfgen.rs")?;
    let crate_of = |name: &str| {
        let text = read(&folder.join(format!("{name}.rs")))?;
        let line = text.lines().find(|line| line.contains("#![cfg_attr("));
        let line = line.ok_or(format!("{name}.rs names no features"))?;
        let features = line.trim_start_matches(['/', ' ']);
        let text = format!("{features}\n#![no_std]\ninclude!(\"{name}.rs\");\n");
        let name = if name == "btfgen" { "runtime" } else { name };
        library(&folder, bpf.rustc(), name, &text, "metadata")
    };
    crate_of("btfgen")?;
    for case in ["everyday", "calls", "hooks", "plain_types"] {
        let args = read(&tests_folder("snapshots").join(case).join("args"))?;
        let mut args: Vec<_> = args.lines().collect();
        args.extend(["--btf", "input.btf", "--runtime", "runtime"]);
        btfgen(&folder, case, &args, &format!("{case}.rs"))?;
        crate_of(case)?;
    }
    Ok(())
}
