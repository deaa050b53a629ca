//! The two faces, command line and build script, make the same file in the same way.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use btfgen::{Builder, Difference, Intrinsics};
use tempfile::TempDir;

// Relative, so that the header names it alike everywhere; tests run in the folder of the package.
const BTF: &str = "tests/snapshots/everyday/input.btf";

fn builder() -> Builder {
    Builder::new()
        .btf(BTF)
        .allow("task_struct.{pid,comm}")
        .allow("mm_struct")
        .block("mm_struct.oom")
}

fn btfgen(more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args([
        "--btf",
        BTF,
        "--allow",
        "task_struct.{pid,comm}",
        "--allow",
        "mm_struct",
    ]);
    let output = command
        .args(["--block", "mm_struct.oom"])
        .args(more)
        .output();
    output.expect("btfgen runs")
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("there is room for temporary files")
}

fn to_str(path: &Path) -> &str {
    path.to_str().expect("temporary files have plain names")
}

/// Makes the file look old, so that a write shows.
fn age(path: &Path) -> SystemTime {
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let file = fs::File::options()
        .write(true)
        .open(path)
        .expect("the file is there");
    file.set_modified(old).expect("its time can be set");
    modified(path)
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path)
        .and_then(|it| it.modified())
        .expect("the file is there")
}

#[test]
fn a_build_script_and_the_command_line_write_the_same_bytes() {
    let bindings = builder().generate().expect("the BTF is good");
    let printed = btfgen(&[]);
    assert!(printed.status.success(), "{printed:?}");
    assert_eq!(printed.stdout, bindings.to_string().into_bytes());
    assert_eq!(bindings.warnings(), &[] as &[String]);

    let folder = folder();
    let (ours, theirs) = (
        folder.path().join("ours.rs"),
        folder.path().join("theirs.rs"),
    );
    assert!(
        bindings
            .write_to_file(&ours)
            .expect("the folder can be written")
    );
    assert!(btfgen(&["-o", to_str(&theirs)]).status.success());
    assert_eq!(
        fs::read(&ours).expect("written"),
        fs::read(&theirs).expect("written")
    );
    assert_eq!(fs::read(&ours).expect("written"), printed.stdout);
}

#[test]
fn both_faces_have_both_kinds_of_intrinsics() {
    for (word, intrinsics) in [("asm", Intrinsics::Asm), ("core", Intrinsics::Core)] {
        let bindings = builder().intrinsics(intrinsics).generate();
        let printed = btfgen(&["--intrinsics", word]);
        let text = bindings.expect("the BTF is good").to_string();
        assert!(printed.stdout == text.into_bytes(), "{word}");
    }
    let unknown = btfgen(&["--intrinsics", "llvm"]);
    let said = String::from_utf8_lossy(&unknown.stderr);
    assert!(!unknown.status.success() && unknown.stdout.is_empty());
    assert!(said.contains("the values are `asm` and `core`"), "{said}");
}

#[test]
fn a_file_that_is_up_to_date_is_left_alone() {
    let folder = folder();
    let path = folder.path().join("vmlinux.rs");
    let bindings = builder().generate().expect("the BTF is good");
    assert!(
        bindings
            .write_to_file(&path)
            .expect("the folder can be written")
    );
    let before = age(&path);
    assert!(
        !bindings
            .write_to_file(&path)
            .expect("the folder can be written")
    );
    assert_eq!(modified(&path), before);
    assert!(btfgen(&["-o", to_str(&path)]).status.success());
    assert_eq!(modified(&path), before);
    assert_eq!(
        bindings.compare_with_file(&path).expect("readable"),
        Difference::None
    );

    let other = builder()
        .allow("list_head")
        .generate()
        .expect("the BTF is good");
    assert!(
        other
            .write_to_file(&path)
            .expect("the folder can be written")
    );
    assert_ne!(modified(&path), before);
}

#[test]
fn a_file_keeps_its_permissions() {
    let folder = folder();
    let path = folder.path().join("vmlinux.rs");
    fs::write(&path, "old").expect("the folder can be written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("it is ours");
    assert!(btfgen(&["-o", to_str(&path)]).status.success());
    let mode = fs::metadata(&path).expect("written").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_ne!(fs::read(&path).expect("written"), b"old");
    assert_eq!(
        fs::read_dir(folder.path()).expect("readable").count(),
        1,
        "temporary files stay"
    );
}

#[test]
fn a_runtime_is_named_and_written_alike() {
    let bindings = builder().runtime("crate::btfgen").generate();
    let bindings = bindings.expect("the BTF is good").to_string();
    let output = btfgen(&["--runtime", "crate::btfgen"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), bindings);
    assert!(
        bindings.contains("\n//     --runtime crate::btfgen\n"),
        "{bindings}"
    );

    let runtime = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
        command.arg("runtime");
        command
    };
    let output = runtime().output().expect("btfgen runs");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        btfgen::runtime().to_string()
    );
    let folder = folder();
    let path = folder.path().join("btfgen.rs");
    for (more, success) in [(&["--check"][..], false), (&[], true), (&["--check"], true)] {
        let output = runtime().arg("-o").arg(&path).args(more).output();
        assert_eq!(
            output.expect("btfgen runs").status.success(),
            success,
            "{more:?}"
        );
    }

    for (args, expected) in [
        (
            &["--runtime", "crate::{a, b}"][..],
            "`crate::{a, b}` is not the path of a Rust module\nhint: ",
        ),
        (
            &["--runtime", "crate::btfgen", "--intrinsics", "core"],
            "a runtime can't hold the intrinsics `core`",
        ),
    ] {
        let output = btfgen(args);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.contains(expected) && output.stdout.is_empty(),
            "{said}"
        );
    }
}

/// A path asks for each field on the way, and for nothing else; a file with patterns is like its patterns.
#[test]
fn paths_and_files_ask_for_fields() {
    let folder = folder();
    let file = folder.path().join("patterns");
    let text = "# a comment\n\n task_struct.mm.total_vm # the pages\r\ntask_struct.stats.pcount\n";
    fs::write(&file, text).expect("the folder can be written");
    let argument = format!("@{}", file.display());
    let builder = || Builder::new().btf(BTF);
    let of_file = builder()
        .allow(&argument)
        .generate()
        .expect("the BTF is good");
    let of_paths = builder()
        .allow("task_struct.mm.total_vm")
        .allow("task_struct.stats.pcount");
    let of_paths = of_paths.generate().expect("the BTF is good").to_string();
    assert_eq!(of_file.to_string(), of_paths);
    let fields: Vec<_> = (of_paths.lines())
        .filter_map(|line| line.trim().strip_prefix("pub fn "))
        .filter(|line| line.contains("-> btfgen::Field<"))
        .filter_map(|line| line.split('(').next())
        .collect();
    assert_eq!(fields, ["total_vm", "pcount", "mm", "stats"]);
    let listed = builder().allow(&argument).list().expect("the BTF is good");
    assert!(listed.to_string().contains("total_vm"), "{listed}");

    // A struct on the way that is asked for by itself has all its fields.
    let both = builder()
        .allow("task_struct.stats.pcount")
        .allow("task_struct.stats");
    let both = both.generate().expect("the BTF is good").to_string();
    assert!(both.contains("pub fn run_delay("), "{both}");
    // Only the last field of a path is blocked.
    let blocked = builder()
        .allow("task_struct")
        .block("task_struct.stats.pcount");
    let blocked = blocked.generate().expect("the BTF is good").to_string();
    assert!(blocked.contains("pub fn stats("), "{blocked}");
    assert!(!blocked.contains("pub fn pcount("), "{blocked}");

    fs::write(&file, "# nothing\n").expect("it is ours");
    let lines = folder.path().join("lines");
    let text = "task_struct.pid\ntask_struct.mn # a mistake\n\nx:y\n";
    fs::write(&lines, text).expect("the folder can be written");
    let of_lines = format!("@{}", lines.display());
    for (pattern, expected) in [
        (
            "task_struct.mm.totl_vm",
            "struct mm_struct has no field totl_vm; did you mean total_vm?",
        ),
        (
            "task_struct.mn.total_vm",
            "struct task_struct has no field mn",
        ),
        ("task_struct.pid.x", "pid_t has no field x"),
        (
            "task_struct.only_declared.x",
            "struct declared is declared here, but not defined",
        ),
        (
            &of_lines,
            ":2: --allow 'task_struct.mn': struct task_struct has no field mn",
        ),
        (&of_lines, ":4: --allow 'x:y': there is no kind `x`"),
        (&argument, " has no patterns\nhint: "),
        ("@no/such/file", "can't read no/such/file: "),
    ] {
        let error = builder()
            .allow(pattern)
            .generate()
            .map(drop)
            .expect_err(pattern);
        assert!(error.to_string().contains(expected), "{error}");
    }
}

/// `main` of a build script prints the error that it returns with `{:?}`.
#[test]
fn errors_of_a_build_script_are_sentences() {
    let folder = folder();
    let errors: [Box<dyn std::error::Error>; 5] = [
        Box::new(
            builder()
                .allow("task_struct.pidd")
                .generate()
                .expect_err("a typo"),
        ),
        Box::new(
            builder()
                .btf("no/such/file")
                .generate()
                .expect_err("no file"),
        ),
        Box::new(builder().runtime("a b").generate().expect_err("no path")),
        Box::new(btfgen::link::link(b"").expect_err("no object")),
        Box::new(
            btfgen::runtime()
                .write_to_file(folder.path().join("no/such/folder"))
                .expect_err("no folder"),
        ),
    ];
    for error in errors {
        assert_eq!(format!("{error:?}"), error.to_string());
        assert!(!error.to_string().contains('{'), "{error}");
    }
}

/// Not in a build script, which has a folder for its output. (Cargo's tests do not have the variable.)
#[test]
fn a_file_for_the_build_folder_needs_a_build_script() {
    let output = Command::new(std::env::current_exe().expect("it runs"))
        .args(["--exact", "in_a_build_script", "--ignored"])
        .env_remove("OUT_DIR")
        .output()
        .expect("the test runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("can't write vmlinux.rs: OUT_DIR is not set"),
        "{said}"
    );

    let folder = folder();
    let output = Command::new(std::env::current_exe().expect("it runs"))
        .args(["--exact", "in_a_build_script", "--ignored", "--nocapture"])
        .env("OUT_DIR", folder.path())
        .output()
        .expect("the test runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(
        said.contains(&format!("\ncargo:rerun-if-changed={BTF}\n")),
        "{said}"
    );
    assert!(!said.contains("rerun-if-env-changed"), "{said}");
    assert_eq!(
        fs::read(folder.path().join("vmlinux.rs")).expect("written"),
        btfgen(&[]).stdout
    );
}

#[test]
#[ignore = "the test above runs it, with and without the variable of a build script"]
fn in_a_build_script() {
    let bindings = builder().generate().expect("the BTF is good");
    println!();
    bindings.emit_cargo();
    if let Err(error) = bindings.write_to_out_dir("vmlinux.rs") {
        panic!("{error}");
    }
}

#[test]
fn check_says_what_to_run() {
    let folder = folder();
    let path = folder.path().join("vmlinux.rs");
    let file = to_str(&path);
    let failed = |found: &str| {
        let output = btfgen(&["-o", file, "--check"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(&format!("{file} {found}")), "{said}");
        let hint = said
            .lines()
            .find(|line| line.starts_with("hint: run "))
            .expect("a hint");
        let arguments = format!(
            "--btf {BTF} --allow 'task_struct.{{pid,comm}}' --allow mm_struct --block mm_struct.oom -o {file}"
        );
        assert!(hint.ends_with(&arguments), "{hint}");
        assert!(!hint.contains("--check"), "{hint}");
        assert!(output.stdout.is_empty());
    };
    failed("is missing");
    assert!(!path.exists(), "--check writes nothing");

    assert!(btfgen(&["-o", file]).status.success());
    let fresh = btfgen(&["-o", file, "--check"]);
    let said = String::from_utf8_lossy(&fresh.stderr);
    assert!(fresh.status.success(), "{said}");
    assert_eq!(said, format!("{file} is up to date\n"));

    let text = fs::read_to_string(&path).expect("written");
    let (first, rest) = text.split_once('\n').expect("several lines");
    fs::write(&path, format!("{first}\n// edited\n{rest}")).expect("it is ours");
    failed("is not up to date: line 2 differs");
    assert!(
        fs::read_to_string(&path)
            .expect("there")
            .contains("// edited")
    );
}

/// What `-o` says of success, which `--quiet` leaves out.
#[test]
fn success_is_said() {
    let folder = folder();
    let path = folder.path().join("vmlinux.rs");
    let file = to_str(&path);
    let said = |more: &[&str]| {
        let output = btfgen(&[&["-o", file], more].concat());
        assert!(
            output.status.success() && output.stdout.is_empty(),
            "{output:?}"
        );
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert_eq!(said(&[]), format!("wrote {file}\n"));
    assert_eq!(said(&[]), format!("unchanged: {file}\n"));
    assert_eq!(said(&["--quiet"]), "");
    let verbose = said(&["--verbose"]);
    let phases: Vec<_> = (verbose.lines())
        .filter_map(|line| line.split_once(" ms  "))
        .map(|(time, phase)| (time.trim().parse::<f64>().is_ok(), phase))
        .collect();
    let names = [
        "read", "decode", "select", "layouts", "names", "lower", "text", "warnings",
    ];
    assert_eq!(phases, names.map(|name| (true, name)));
}

/// The command of aya-tool, with what has no counterpart.
#[test]
fn the_command_of_aya_tool_is_understood() {
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
        command.current_dir(env!("CARGO_MANIFEST_DIR"));
        command.args(["generate", "--btf", BTF]).args(arguments);
        command.output().expect("btfgen runs")
    };
    let bindings = Builder::new()
        .btf(BTF)
        .allow("task_struct")
        .allow("mm_struct");
    let bindings = bindings.generate().expect("the BTF is good").to_string();
    let output = run(&["task_struct", "mm_struct"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), bindings);
    for (arguments, code, expected) in [
        (
            &["task_struct", "--header", "x.h"][..],
            1,
            "--header x.h: btfgen reads BTF, not C headers\nhint: ",
        ),
        (
            &["task_struct", "--", "--no-layout-tests"],
            1,
            "bindgen's, which btfgen does not call\nhint: ",
        ),
        (
            &["no_such_type"],
            1,
            "--allow 'no_such_type': no type of this name",
        ),
        (&[], 2, "NAME"),
    ] {
        let output = run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(
            said.contains(expected) && output.stdout.is_empty(),
            "{said}"
        );
    }
}

/// Whatever the command line has, the man pages and the completions have.
#[test]
fn man_pages_and_completions_are_complete() {
    let folder = folder();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
        let output = command.args(arguments).output().expect("btfgen runs");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    run(&["man", "-o", to_str(folder.path())]);
    for page in [
        "",
        "-list",
        "-show",
        "-runtime",
        "-generate",
        "-init",
        "-link",
        "-completions",
        "-man",
    ] {
        let text = fs::read_to_string(folder.path().join(format!("btfgen{page}.1")));
        let text = text.expect("there is a page of each command");
        assert!(
            text.contains("SYNOPSIS") && text.contains("quiet"),
            "{text}"
        );
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let text = run(&["completions", shell]);
        assert!(text.contains("allow") && text.contains("libbpf"), "{shell}");
    }
}

/// `script` makes a terminal.
#[test]
fn a_terminal_is_not_flooded() {
    let kernel = Path::new("/sys/kernel/btf/vmlinux");
    let run = |arguments: &str| {
        let command = format!("{} --quiet {arguments}", env!("CARGO_BIN_EXE_btfgen"));
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", &command, "/dev/null"]);
        script.output()
    };
    let Ok(output) = run("").and_then(|output| match kernel.exists() {
        true => Ok(output),
        false => Err(std::io::ErrorKind::NotFound.into()),
    }) else {
        println!("not tried: there is no `script`, or the kernel has no BTF");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("and standard output is a terminal\r\nhint: "),
        "{said}"
    );
    assert_eq!(said.lines().count(), 2, "{said}");
    let output = run("--allow list_head").expect("it ran before");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("pub struct list_head"), "{said}");
}

/// Writes a file, and checks it with other arguments, in a shell: whether it is up to date, or why not.
#[test]
fn a_file_is_compared_by_what_it_means() {
    let folder = folder();
    let here = folder.path();
    let btf = fs::read(BTF).expect("it is there");
    fs::create_dir(here.join("sub")).expect("the folder can be written");
    for copy in ["a.btf", "sub/b.btf"] {
        fs::write(here.join(copy), &btf).expect("the folder can be written");
    }
    let other = format!(
        "{}/tests/snapshots/enums/input.btf",
        env!("CARGO_MANIFEST_DIR")
    );
    fs::copy(other, here.join("other.btf")).expect("the folder can be written");
    let run = |script: &str| {
        let mut command = Command::new("sh");
        command
            .current_dir(here)
            .env("BTFGEN", env!("CARGO_BIN_EXE_btfgen"));
        command
            .args(["-c", script])
            .output()
            .expect("there is a shell")
    };
    let written = run(
        "$BTFGEN --btf a.btf --allow 'task_struct.{pid,comm}' --allow mm_struct --block mm_struct.oom -o x.rs",
    );
    assert!(written.status.success(), "{written:?}");
    let same = "--allow mm_struct --allow task_struct.{comm,pid} --block mm_struct.oom";
    for (arguments, difference) in [
        (format!("--btf ./a.btf {same}"), ""),
        (format!("--btf $PWD/sub/b.btf {same}"), ""),
        (format!("--btf - {same} < a.btf"), ""),
        (format!("--btf a.btf --allow task_struct.pid {same}"), ""),
        ("--btf other.btf".to_string(), "its kernel is "),
        (
            format!("--btf a.btf --allow list_head {same}"),
            "it was written without --allow list_head\n",
        ),
        (
            "--btf a.btf --allow mm_struct --block mm_struct.oom".to_string(),
            "it was written with --allow 'task_struct.{comm,pid}'\n",
        ),
        (
            format!("--btf a.btf {same} --intrinsics core"),
            "it was written without --intrinsics core\n",
        ),
        (
            format!("--btf a.btf {same}").replace("mm_struct.oom", "mm_struct.o*"),
            "it was written with --block mm_struct.oom, and without --block 'mm_struct.o*'\n",
        ),
    ] {
        let arguments = arguments.replace("task_struct.{comm,pid}", "'task_struct.{comm,pid}'");
        let output = run(&format!("$BTFGEN -o x.rs --check {arguments}"));
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            output.status.success(),
            difference.is_empty(),
            "{arguments}: {said}"
        );
        let expected = match difference {
            "" => "x.rs is up to date\n".to_string(),
            difference => format!("error: x.rs is not up to date: {difference}"),
        };
        assert!(said.starts_with(&expected), "{arguments}: {said}");
    }
    // A release that one of the two does not know is no difference; another release, or another version, is one.
    let text = fs::read_to_string(here.join("x.rs")).expect("it was written");
    for (from, to, difference) in [
        ("// Kernel: ", "// Kernel: Linux 6.1.0, ", None),
        (
            "written by btfgen ",
            "written by btfgen 9",
            Some("btfgen 90.1.0 wrote it, and this is btfgen 0.1.0\n"),
        ),
    ] {
        fs::write(here.join("x.rs"), text.replace(from, to)).expect("it is ours");
        let output = run(&format!(
            "$BTFGEN -o x.rs --check --btf a.btf {}",
            same.replace("task_struct.{comm,pid}", "'task_struct.{comm,pid}'")
        ));
        let said = String::from_utf8_lossy(&output.stderr);
        let expected = difference.map(|it| format!("error: x.rs is not up to date: {it}"));
        assert_eq!(output.status.success(), difference.is_none(), "{said}");
        assert!(said.starts_with(&expected.unwrap_or_default()), "{said}");
    }
}
