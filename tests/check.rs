//! `btfgen check`: objects that clang wrote, on kernels that are made for the tests.
//!
//! A case is a folder of `tests/check`: `prog.o`, a kernel in each other `NAME.btf`, and what the command prints in `expected.txt`
//! and, if there is one, in `expected.json`. BTFGEN_BLESS=1 writes them. The C sources are there for people, and for
//! BTFGEN_FIXTURES=1, which makes the objects anew with clang and LLVM's tools.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use common::{Case, corpus, kernel_file};
use libtest_mimic::{Arguments, Failed, Trial};

/// The case without kernels of its own.
const REAL: &str = "real";

/// What real kernels declare otherwise than `tests/check/real/prog.c`: the kernel, the subject, the verdict, and words of the reason.
/// The declarations are those that `bpftool btf dump` shows.
const FOUND: [(&str, &str, &str, &str); 8] = [
    (
        "6.12",
        "irq_desc.kstat_irqs",
        "differs",
        "points to struct irqstat",
    ),
    ("6.12", "net.ifindex", "differs", "is unsigned"),
    ("6.12", "net_device.operstate", "differs", "has 4 bytes"),
    ("6.12", "memcg_vmstats.state", "differs", "has 38 elements"),
    (
        "6.12",
        "hv_create_vp.proximity_domain_info",
        "differs",
        "is a struct",
    ),
    (
        "7.3",
        "bpf_dynptr_size",
        "differs",
        "u64 (const struct bpf_dynptr *p)",
    ),
    ("7.3", "bpf_session_cookie", "refused", "(void *ctx)"),
    ("6.12", "enum node_stat_item.NR_SWAPCACHE", "", "41"),
];

/// The object must not contain the path of the folder.
const CLANG: &[&str] = &[
    "--target=bpf",
    "-mcpu=v3",
    "-O2",
    "-g",
    "-Wno-unused",
    "-fdebug-compilation-dir=.",
];

fn main() -> ExitCode {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let mut folders: Vec<PathBuf> = fs::read_dir(&cases)
        .expect("the folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(!folders.is_empty(), "there are no cases");
    if env::var_os("BTFGEN_FIXTURES").is_some() {
        folders.iter().for_each(|folder| make(folder));
    }
    let mut trials: Vec<Trial> = Vec::new();
    for folder in folders.iter().filter(|it| !it.ends_with(REAL)) {
        let name = folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        for (file, options) in [
            ("expected.txt", &[][..]),
            ("expected.json", &["--json"]),
            ("aya.txt", &["--loader", "aya"]),
        ] {
            let expected = folder.join(file);
            if options.is_empty() || expected.is_file() {
                let folder = folder.clone();
                let test = move || compare(&expected, &run(&folder, options)?);
                trials.push(Trial::test(format!("{name}/{file}"), test));
            }
        }
    }
    let guards = cases.join("guards");
    trials.push(Trial::test("guards are told right", move || told(&guards)));
    let silent = cases.join("silent");
    trials.push(Trial::test("exit codes", move || exit_codes(&silent)));
    trials.extend(common::trials(vec![Case {
        name: "real kernels".to_string(),
        needs: ["6.1", "6.12", "7.3"]
            .map(|kernel| kernel_file(&corpus(kernel)))
            .into(),
        run: Box::new(move || found(&cases.join(REAL))),
    }]));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// The files of a folder with this extension.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of cases");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|it| it == extension))
        .collect();
    files.sort();
    files
}

fn btfgen(folder: &Path, kernels: &[&str], options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    command.current_dir(folder).args(["check", "prog.o"]);
    for kernel in kernels {
        command.arg("--btf").arg(format!("{kernel}={kernel}.btf"));
    }
    command.args(options);
    command
}

/// What the command prints for a case.
fn run(folder: &Path, options: &[&str]) -> Result<String, Failed> {
    let kernels = files(folder, "btf");
    let kernels: Vec<_> = kernels
        .iter()
        .filter_map(|it| it.file_stem()?.to_str())
        .collect();
    let output = btfgen(folder, &kernels, options).output()?;
    if !output.stderr.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn compare(expected: &Path, found: &str) -> Result<(), Failed> {
    if env::var_os("BTFGEN_BLESS").is_some() {
        return Ok(fs::write(expected, found)?);
    }
    for line in found
        .lines()
        .filter(|line| !line.starts_with([' ', '{', '[', ']']))
    {
        if line.chars().count() > 100 {
            return Err(format!("more than 100 columns: {line}").into());
        }
    }
    match fs::read_to_string(expected).unwrap_or_default() == found {
        true => Ok(()),
        false => Err(format!("{} differs from:\n{found}", expected.display()).into()),
    }
}

/// The name of each function begins with what must be said of its read: `yes`, `no` or `unknown`.
fn told(folder: &Path) -> Result<(), Failed> {
    let json: serde_json::Value = serde_json::from_str(&run(folder, &["--json"])?)?;
    let without = json[0]["kernels"]
        .as_array()
        .and_then(|kernels| kernels.iter().position(|kernel| kernel == "without"));
    let without = without.ok_or("there is no kernel without the field")?;
    let mut guards: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for it in json[0]["relocations"].as_array().ok_or("no relocations")? {
        let function = it["function"].as_str().ok_or("no function")?.to_string();
        if let Some(guard) = it["on"][without]["guard"].as_str() {
            guards.entry(function).or_default().push(guard.to_string());
        }
    }
    let wrong: Vec<_> = (guards.iter())
        // The function that is called from `yes_in_function`.
        .filter(|(function, _)| *function != "reads")
        .filter(|(function, guards)| guards.iter().any(|it| !function.starts_with(it.as_str())))
        .collect();
    match wrong.is_empty() && guards.len() >= 15 {
        true => Ok(()),
        false => Err(format!("{} functions, and wrong: {wrong:?}", guards.len()).into()),
    }
}

/// Each row of [`FOUND`], and that nothing is wrong with the fields on the kernel that they are from.
fn found(folder: &Path) -> Result<(), Failed> {
    let kernels = ["6.1", "6.12", "7.3"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    command
        .current_dir(folder)
        .args(["check", "prog.o", "--json"]);
    for kernel in kernels {
        let btf = corpus(kernel);
        command
            .arg("--btf")
            .arg(format!("{kernel}={}", btf.display()));
    }
    let json: serde_json::Value = serde_json::from_slice(&command.output()?.stdout)?;
    let json = &json[0];
    let list = |name: &str| json[name].as_array().cloned().unwrap_or_default();
    for (kernel, subject, verdict, words) in FOUND {
        let at = kernels.iter().position(|it| *it == kernel);
        let all = list("relocations").into_iter().chain(list("symbols"));
        let of_subject = |it: &serde_json::Value| it["subject"] == subject || it["name"] == subject;
        let on = all
            .filter(of_subject)
            .map(|it| it["on"][at.unwrap_or_default()].clone());
        let is_found = match verdict {
            "" => list("notes").iter().any(|note| {
                let on = note["on"].as_array().into_iter().flatten();
                note["subject"] == subject
                    && on
                        .into_iter()
                        .any(|it| it[0] == kernel && it[1].to_string() == words)
            }),
            verdict => on
                .into_iter()
                .any(|on| on["verdict"] == verdict && on["reasons"].to_string().contains(words)),
        };
        if !is_found {
            return Err(format!("{subject} on {kernel}: no `{words}` in {json:#}").into());
        }
    }
    let relocations = list("relocations");
    match relocations.len() >= 5 && relocations.iter().all(|it| it["on"][0]["verdict"] == "ok") {
        true => Ok(()),
        false => Err(format!("not all fields are ok on 6.1: {json:#}").into()),
    }
}

fn exit_codes(folder: &Path) -> Result<(), Failed> {
    let rows: [(&[&str], i32); 4] = [
        (&["same"], 0),
        (&["same", "other"], 1),
        (&["none"], 2),
        (&[], 2),
    ];
    for (kernels, expected) in rows {
        let code = btfgen(folder, kernels, &[]).output()?.status.code();
        if code != Some(expected) {
            return Err(format!("{kernels:?}: {code:?}").into());
        }
    }
    Ok(())
}

/// Compiles the program, and takes the BTF out of what stands for kernels.
fn make(folder: &Path) {
    for source in files(folder, "c") {
        let object = source.with_extension("o");
        let mut clang = Command::new("clang");
        clang.current_dir(folder).args(CLANG).arg("-c");
        let name = source.file_name().expect("a name");
        done(clang.arg(name).arg("-o").arg(&object));
        if source.file_stem().is_some_and(|name| name == "prog") {
            done(Command::new("llvm-strip").arg("-g").arg(&object));
            continue;
        }
        let btf = format!(".BTF={}", source.with_extension("btf").display());
        done(
            Command::new("llvm-objcopy")
                .arg("--dump-section")
                .arg(btf)
                .arg(&object),
        );
        fs::remove_file(object).expect("it was made");
    }
}

fn done(command: &mut Command) {
    let status = command.status().expect("LLVM's tools are installed");
    assert!(status.success(), "{command:?}");
}
