//! What comes out, reviewed like code. A folder of `tests/snapshots/` is a test:
//!
//! - `input.c` (and `other.c`, if it takes two compilation units) is what the BTF was made from, with the options in
//!   `cflags`: for people, and for BTFGEN_FIXTURES=1, which makes `input.btf` anew with clang, llvm-objcopy and bpftool,
//!   or gcc and pahole.
//! - For several kernels, `args` begins with `--btf`, and each C file makes the BTF of its name.
//! - `input.btf` and `args`, an argument a line, go in; `expected.rs` comes out, the header and the text of
//!   `templates/intrinsics` cut away. BTFGEN_BLESS=1 writes it.
//!
//! All outputs are also compiled, whole, in all the ways in which users compile them.

mod common;
mod compile;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::{env, fs};

use common::timed;
use compile::{BPF_FEATURES, bindings, file_stem, list, output, run, rustc, scratch, write};
use libtest_mimic::{Failed, Trial};

const PLACES: &str = include_str!("../templates/intrinsics/places.rs");
const RECORDS: &str = include_str!("../templates/intrinsics/records.rs");
const CORE: &str = include_str!("../templates/intrinsics/core.rs");
const KERNELS: &str = include_str!("../templates/intrinsics/kernels.rs");
const LAYOUT_KERNELS: &str = include_str!("../templates/intrinsics/layout_kernels.rs");
const LAYOUT: &str = include_str!("../templates/intrinsics/layout.rs");
const STORAGE: &str = include_str!("../templates/intrinsics/storage.rs");

fn main() -> ExitCode {
    let mut cases = list(&compile::tests_folder("snapshots"));
    cases.retain(|path| path.is_dir());
    let cases: Arc<[PathBuf]> = cases.into();
    if env::var_os("BTFGEN_FIXTURES").is_some() {
        for case in cases.iter() {
            make_btf(case).unwrap_or_else(|failed| {
                panic!("{}: {}", case.display(), compile::message(&failed))
            });
        }
    }
    let mut trials: Vec<Trial> = cases.iter().map(|case| snapshot(case)).collect();
    let of_all = |name: &str, test: fn(&[PathBuf]) -> Result<(), Failed>| {
        let cases = cases.clone();
        timed::trial(name, move || test(&cases))
    };
    trials.push(of_all("rustfmt", rustfmt));
    trials.push(of_all(
        "rustfmt_with_other_settings",
        rustfmt_with_other_settings,
    ));
    trials.push(of_all("strict_lints", strict_lints));
    trials.push(of_all("clippy", clippy));
    trials.push(of_all("rustdoc", rustdoc));
    trials.push(of_all("fields_are_methods_of_places", fields));
    for (name, edition, root) in [
        ("host_2021", "2021", ""),
        ("host_2024_no_std", "2024", "#![no_std]"),
    ] {
        let cases = cases.clone();
        trials.push(timed::trial(name, move || {
            host(&cases, name, edition, root)
        }));
    }
    // Of those over rustc's own relocations, which no compiler has, tests/core.rs compiles what it can.
    let asm = cases.iter().filter(|case| !compile::is_core(case));
    let asm: Vec<PathBuf> = asm.cloned().collect();
    trials.push(compile::bpf_trial("bpf".to_string(), move |bpf| {
        let folder = crate_of(
            &asm,
            "snapshots/bpf",
            &format!("{BPF_FEATURES}\n#![no_std]"),
        )?;
        check(&mut bpf.rustc(), &folder, "2024")
    }));
    trials.push(timed::trial("bindings_of_the_examples", examples));
    timed::run(trials)
}

/// The bindings in `examples/` are of this version of btfgen. `cargo xtask test examples` runs their programs.
fn examples() -> Result<(), Failed> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for example in ["process-tracer", "tcp-tracer"] {
        let file = format!("{example}/{example}-ebpf/src/vmlinux.rs");
        let text = compile::read(&examples.join(&file))?;
        if !text.contains(&format!("{PLACES}\n{RECORDS}")) || !text.contains(LAYOUT) {
            let hint = "hint: its comment says how it is made; `btfgen update` makes it anew";
            return Err(
                format!("{file} has other intrinsics than templates/intrinsics\n{hint}").into(),
            );
        }
    }
    Ok(())
}

fn snapshot(case: &Path) -> Trial {
    let case = case.to_path_buf();
    timed::trial(file_stem(&case).to_string(), move || {
        let text = bindings(&case)?;
        let (_header, body) = text.split_once("\n\n").ok_or("there is no header")?;
        let (name, machine) = match compile::is_core(&case) {
            true => ("core", CORE),
            false => ("records", RECORDS),
        };
        let intrinsics = format!("{PLACES}\n{machine}");
        if [intrinsics.as_str(), LAYOUT]
            .iter()
            .any(|it| body.matches(it).count() != 1)
        {
            return Err("templates/intrinsics is not in the output, as it is".into());
        }
        let cut = format!("// (here stand places.rs and {name}.rs of templates/intrinsics)\n");
        let layout = "// (here stands layout.rs of templates/intrinsics)\n";
        let storage = "// (here stands storage.rs of templates/intrinsics)\n";
        let body = body
            .replace(&intrinsics, &cut)
            .replace(LAYOUT, layout)
            .replace(STORAGE, storage);
        let body = body
            .replace(
                KERNELS,
                "// (here stands kernels.rs of templates/intrinsics)\n",
            )
            .replace(
                LAYOUT_KERNELS,
                "// (here stands layout_kernels.rs of templates/intrinsics)\n",
            );
        compare(&case.join("expected.rs"), &body)
    })
}

fn compare(path: &Path, found: &str) -> Result<(), Failed> {
    if compile::bless() {
        return write(path, found);
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == found {
        return Ok(());
    }
    let same = expected
        .lines()
        .zip(found.lines())
        .take_while(|(a, b)| a == b)
        .count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(the end)").to_string();
    Err(format!(
        "{}:{}: the first line that differs\n  expected: {}\n  found:    {}\n\
         hint: if this is what you want, run `cargo xtask bless`, then read the difference",
        path.display(),
        same + 1,
        line(&expected),
        line(found)
    )
    .into())
}

/// A crate with each output as a module of its own, where all of it is in use as far as lints can see, and once more
/// by way of `include!`, where nothing is.
fn crate_of(cases: &[PathBuf], name: &str, root: &str) -> Result<PathBuf, Failed> {
    let folder = scratch(name);
    let mut lib = format!("//! Every output.\n{root}\n");
    for case in cases {
        let name = file_stem(case);
        write(&folder.join(format!("{name}.rs")), bindings(case)?)?;
        lib +=
            &format!("pub mod {name};\nmod {name}_included {{\n    include!(\"{name}.rs\");\n}}\n");
    }
    write(&folder.join("lib.rs"), lib)?;
    Ok(folder)
}

fn check(rustc: &mut Command, folder: &Path, edition: &str) -> Result<(), Failed> {
    rustc
        .current_dir(folder)
        .args(["--edition", edition, "-D", "warnings"]);
    run(rustc.args(["--crate-type", "lib", "--emit", "metadata", "lib.rs"]))
}

fn host(cases: &[PathBuf], name: &str, edition: &str, root: &str) -> Result<(), Failed> {
    let folder = crate_of(cases, &format!("snapshots/{name}"), root)?;
    check(&mut rustc(), &folder, edition)
}

/// Calls each accessor on a place: no operation, and no trait of the prelude, may be what is called.
fn fields(cases: &[PathBuf]) -> Result<(), Failed> {
    let folder = scratch("snapshots/fields");
    let mut lib = "//! Every field.\n".to_string();
    let mut calls = 0;
    for case in cases {
        let mut text =
            bindings(case)? + "#[allow(unused_imports)]\nmod calls {\nuse super::btfgen;\n";
        let (name, mut of) = (file_stem(case), "");
        let accessors = text.clone();
        for line in accessors.lines() {
            if let Some(rest) = line.strip_prefix("impl<R: btfgen::Opaque, P> ") {
                of = rest.split('<').next().unwrap_or_default();
            }
            let accessor = line.strip_prefix("    pub fn ");
            let accessor = accessor.and_then(|it| it.split_once("(&self) -> btfgen::Field<"));
            if let Some((ident, rest)) = accessor {
                let (ty, _) = rest.split_once(", R, P, ").ok_or("a field has a type")?;
                text += &format!(
                    "pub fn call_{calls}(it: btfgen::Place<super::{of}>) {{\n    \
                     let _: btfgen::Place<{ty}, super::{of}, _> = it.{ident}();\n}}\n"
                );
                calls += 1;
            }
        }
        write(&folder.join(format!("{name}.rs")), text + "}\n")?;
        lib += &format!("pub mod {name};\n");
    }
    if calls < 100 {
        return Err(format!("only {calls} accessors were found").into());
    }
    write(&folder.join("lib.rs"), lib)?;
    let mut rustc = rustc();
    rustc.args(["-A", "dead_code"]);
    check(&mut rustc, &folder, "2024")
}

fn rustfmt(cases: &[PathBuf]) -> Result<(), Failed> {
    formatted(cases, "hard_tabs=false")
}

/// A project's own settings change nothing, or `--check` would fail after `cargo fmt`.
fn rustfmt_with_other_settings(cases: &[PathBuf]) -> Result<(), Failed> {
    formatted(
        cases,
        "hard_tabs=true,max_width=40,use_small_heuristics=Off",
    )
}

fn formatted(cases: &[PathBuf], settings: &str) -> Result<(), Failed> {
    let folder = scratch(&format!("snapshots/rustfmt{}", settings.len()));
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--check", "--edition", "2024", "--config", settings]);
    for case in cases {
        let path = folder.join(format!("{}.rs", file_stem(case)));
        write(&path, bindings(case)?)?;
        rustfmt.arg(path);
    }
    run(&mut rustfmt)
}

/// Each output by itself in a crate whose lints are stricter than rustc's own, public and private.
fn strict_lints(cases: &[PathBuf]) -> Result<(), Failed> {
    for visibility in ["pub ", ""] {
        let folder = scratch(&format!("snapshots/strict{}", visibility.len()));
        let mut lib = "//! Every output.\n".to_string();
        for case in cases {
            let name = file_stem(case);
            write(&folder.join(format!("{name}.rs")), bindings(case)?)?;
            lib += &format!("/// An output.\n{visibility}mod {name};\n");
        }
        write(&folder.join("lib.rs"), lib)?;
        let mut rustc = rustc();
        rustc.args([
            "-F",
            "missing-docs",
            "-D",
            "unreachable-pub",
            "-D",
            "unused",
        ]);
        check(&mut rustc, &folder, "2024")?;
    }
    Ok(())
}

/// Links lead somewhere.
fn rustdoc(cases: &[PathBuf]) -> Result<(), Failed> {
    let folder = crate_of(cases, "snapshots/rustdoc", "")?;
    let mut rustdoc = Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
    rustdoc
        .current_dir(&folder)
        .args(["--edition", "2024", "-D", "warnings"]);
    run(rustdoc.args(["--crate-type", "lib", "--crate-name", "snapshots", "lib.rs"]))
}

fn clippy(cases: &[PathBuf]) -> Result<(), Failed> {
    let folder = crate_of(cases, "snapshots/clippy", "")?;
    write(
        &folder.join("Cargo.toml"),
        "[package]\nname = \"snapshots\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         [lib]\npath = \"lib.rs\"\n[workspace]\n",
    )?;
    let mut clippy = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    clippy
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"));
    run(clippy.args(["clippy", "--quiet", "--", "-D", "warnings"]))
}

/// C → BTF: one object a C file, their BTF merged by bpftool's linker if there are several. With `-m32` it is pahole that
/// makes it, of what gcc compiled.
fn make_btf(case: &Path) -> Result<(), Failed> {
    let folder = scratch(&format!("fixtures/{}", file_stem(case)));
    let flags = fs::read_to_string(case.join("cflags")).unwrap_or_default();
    if flags.lines().any(|flag| ["-m32", "-m64"].contains(&flag)) {
        let (source, object) = (case.join("input.c"), folder.join("input.o"));
        let mut gcc = Command::new("gcc");
        gcc.args(["-g", "-c"])
            .args(flags.lines())
            .arg(source)
            .arg("-o");
        run(gcc.arg(&object))?;
        let btf = format!("--btf_encode_detached={}", case.join("input.btf").display());
        return run(Command::new("pahole").arg("-J").arg(btf).arg(object));
    }
    let is_several =
        fs::read_to_string(case.join("args")).is_ok_and(|it| it.starts_with("--btf\n"));
    let mut objects = Vec::new();
    for source in list(case)
        .iter()
        .filter(|path| path.extension() == Some(OsStr::new("c")))
    {
        let object = folder.join(file_stem(source)).with_extension("o");
        let mut clang = Command::new("clang");
        clang
            .current_dir(case)
            .args([
                "-target",
                "bpf",
                "-g",
                "-O1",
                "-c",
                "-fdebug-compilation-dir=.",
            ])
            .args(flags.lines());
        run(clang.args(source.file_name()).arg("-o").arg(&object))?;
        if is_several {
            write_btf(&object, &source.with_extension("btf"))?;
        }
        objects.push(object);
    }
    if is_several {
        return Ok(());
    }
    let object = match &objects[..] {
        [one] => one.clone(),
        several => {
            let linked = folder.join("linked.o");
            run(Command::new("bpftool")
                .args(["gen", "object"])
                .arg(&linked)
                .args(several))?;
            linked
        }
    };
    write_btf(&object, &case.join("input.btf"))
}

/// Writes the BTF of an object.
fn write_btf(object: &Path, btf: &Path) -> Result<(), Failed> {
    let dump = format!(".BTF={}", btf.display());
    let mut objcopy = Command::new("llvm-objcopy");
    run(objcopy
        .arg("--dump-section")
        .arg(dump)
        .arg(object)
        .arg(object.with_extension("copy")))?;
    // What bpftool makes of it must be what the C says: see it with `bpftool btf dump file input.btf format c`.
    let dump = output(
        Command::new("bpftool")
            .args(["btf", "dump", "file"])
            .arg(btf),
    )?;
    match dump.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&dump.stderr).into_owned().into()),
    }
}
