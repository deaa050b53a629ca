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
    assert!(
        fresh.status.success() && fresh.stderr.is_empty(),
        "{fresh:?}"
    );

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
            "" => String::new(),
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
