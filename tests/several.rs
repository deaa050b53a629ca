//! Several kernels in one command: the arguments that stand for them, bindings for all of them, and `update`.
//!
//! The kernels are those of `tests/snapshots/several_kernels`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn kernels() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/several_kernels")
}

fn btfgen(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_btfgen"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("it can be started")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("it is text")
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("several")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("it is ours");
    folder
}

/// The names of the kernels, as the comment at the top of the file has them.
fn names(text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix("// Kernel: "));
    let name = |line: &str| line.split(": ").next().unwrap_or_default().to_string();
    lines.map(name).collect()
}

#[test]
fn one_kernel_given_twice_changes_only_the_comment() {
    let body = |arguments: &[&str]| {
        let text = stdout(&btfgen(&kernels(), arguments));
        let (_, body) = text.split_once("\n\n").expect("there is a comment");
        body.to_string()
    };
    let once = body(&["--btf", "a.btf", "--allow", "task"]);
    let twice = body(&["--btf", "a.btf", "--btf", "./a.btf", "--allow", "task"]);
    assert_eq!(once, twice);
}

#[test]
fn folders_and_archives_stand_for_all_their_kernels() {
    let folder = scratch("archives");
    let deep = folder.join("ubuntu/20.04/x86_64");
    fs::create_dir_all(&deep).expect("it is ours");
    for (from, to) in [("a.btf", "5.4.0.btf"), ("b.btf", "5.8.0.btf")] {
        fs::copy(kernels().join(from), deep.join(to)).expect("it is there");
    }
    fs::write(deep.join("README"), "no kernel").expect("it is ours");
    let mut tar = Command::new("tar");
    let tar = tar
        .current_dir(&deep)
        .args(["-cf", "../../../all.tar", "5.4.0.btf", "5.8.0.btf"]);
    assert!(tar.status().expect("tar can be started").success());
    for argument in ["ubuntu", "all.tar"] {
        let output = btfgen(&folder, &["--btf", argument, "--allow", "task"]);
        let text = stdout(&output);
        assert_eq!(
            names(&text),
            ["5.4.0.btf", "5.8.0.btf"],
            "{argument}: {}",
            stderr(&output)
        );
        assert!(
            text.contains("/// `volatile long state` (up to 5.4.0.btf)"),
            "{argument}"
        );
    }
}

#[test]
fn a_name_is_given_to_one_kernel() {
    let output = btfgen(
        &kernels(),
        &["--btf", "x=a.btf", "--btf", "x=b.btf", "--allow", "task"],
    );
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(
        said.starts_with("error: two kernels are called x\nhint: "),
        "{said}"
    );
}

#[test]
fn what_nothing_tells_apart_is_an_error_if_it_was_asked_for() {
    let arguments = [
        "--btf",
        "a.btf",
        "--btf",
        "c.btf",
        "--allow",
        "task.by_value",
    ];
    let output = btfgen(&kernels(), &arguments);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    for text in [
        "`struct other by_value`",
        "`struct inner by_value`",
        "loaders do not tell",
    ] {
        assert!(said.contains(text), "{text}: {said}");
    }
}

#[test]
fn list_and_intrinsics_core_take_one_kernel() {
    let two = ["--btf", "a.btf", "--btf", "b.btf"];
    let core = btfgen(&kernels(), &[&two[..], &["--intrinsics", "core"]].concat());
    assert!(stderr(&core).contains("have the types of one kernel only"));
    let list = btfgen(&kernels(), &[&two[..], &["list"]].concat());
    assert_eq!(list.status.code(), Some(2));
}

#[test]
fn update_says_what_changed_and_then_nothing() {
    let folder = scratch("update");
    for name in ["a.btf", "b.btf", "c.btf"] {
        fs::copy(kernels().join(name), folder.join(name)).expect("it is there");
    }
    let pattern = "task.{state,__state,pid,cookie,comm}";
    let allow = [
        "--allow",
        pattern,
        "--allow",
        "enum:stage",
        "--allow",
        "tp:steady",
    ];
    let first = btfgen(
        &folder,
        &[&["--btf", "a.btf", "-o", "v.rs"], &allow[..]].concat(),
    );
    // A field that the kernel does not have is a mistake, also for one that another kernel has.
    assert!(stderr(&first).contains("__state"), "{}", stderr(&first));
    let two = ["--btf", "old=a.btf", "--btf", "new=b.btf", "-o", "v.rs"];
    assert!(
        btfgen(&folder, &[&two[..], &allow].concat())
            .status
            .success()
    );
    let update = ["update", "v.rs", "--btf", "old=a.btf", "--btf", "new=c.btf"];
    let output = btfgen(&folder, &update);
    assert!(output.status.success(), "{}", stderr(&output));
    let said = stdout(&output);
    for line in [
        "struct task\n",
        "  gone     long cookie\n",
        "  added    void *cookie (from new)\n",
        "  moved    pid: offset",
        "enum stage\n",
        "  value    STAGE_MOVED: 2 -> 1\n",
    ] {
        assert!(said.contains(line), "`{line}` is not in:\n{said}");
    }
    assert!(!said.contains("comm["), "{said}");
    let before = fs::read(folder.join("v.rs")).expect("it is there");
    let again = btfgen(&folder, &update);
    assert_eq!(
        (stdout(&again).as_str(), stderr(&again).lines().last()),
        ("", Some("unchanged: v.rs"))
    );
    assert_eq!(fs::read(folder.join("v.rs")).expect("it is there"), before);
    // It is the file that the options make.
    let new = [
        "--btf",
        "old=a.btf",
        "--btf",
        "new=c.btf",
        "-o",
        "v.rs",
        "--check",
    ];
    assert!(
        btfgen(&folder, &[&new[..], &allow].concat())
            .status
            .success()
    );
}

/// The comment at the top has every option that changes the file.
#[test]
fn update_for_the_same_kernels_changes_nothing() {
    let folder = scratch("update-same");
    let file = folder.join("v.rs");
    let file = file.to_str().expect("it is text");
    let snapshots = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let mut updated = 0;
    for case in fs::read_dir(snapshots).expect("it is ours") {
        let case = case.expect("it is ours").path();
        let Ok(args) = fs::read_to_string(case.join("args")) else {
            continue;
        };
        let mut args: Vec<_> = args.lines().collect();
        let mut kernels: Vec<_> = (args.windows(2))
            .filter(|pair| pair[0] == "--btf")
            .flatten()
            .copied()
            .collect();
        if kernels.is_empty() {
            kernels = vec!["--btf", "input.btf"];
            args.extend(&kernels);
        }
        for more in [&[][..], &["--runtime", "crate::btfgen"]] {
            if !more.is_empty() && args.contains(&"--intrinsics") {
                continue;
            }
            let made = btfgen(&case, &[&args, more, &["-o", file]].concat());
            assert!(
                made.status.success(),
                "{}: {}",
                case.display(),
                stderr(&made)
            );
            let update = btfgen(&case, &[&["update", file], &kernels[..]].concat());
            let said = (stdout(&update), stderr(&update));
            assert!(said.0.is_empty(), "{}: {}", case.display(), said.0);
            let ended = said.1.lines().last().unwrap_or_default();
            assert!(
                ended.starts_with("unchanged: "),
                "{}: {}",
                case.display(),
                said.1
            );
            updated += 1;
        }
    }
    assert!(updated > 50, "{updated}");
}

#[test]
fn update_says_what_changed_in_plain_types() {
    let folder = scratch("update-plain");
    let file = folder.join("v.rs");
    let file = file.to_str().expect("it is text");
    let plain = [
        "--btf", "a.btf", "--plain", "task", "--plain", "inner", "-o", file,
    ];
    assert!(btfgen(&kernels(), &plain).status.success());
    let update = btfgen(&kernels(), &["update", file, "--btf", "b.btf"]);
    let said = stdout(&update);
    for line in [
        "plain struct task\n",
        "  gone     volatile long state\n",
        "  added    unsigned int __state\n",
        "  value    size: 112 -> 104\n",
        "  moved    flags: offset 12:0 -> 8:0\n",
    ] {
        assert!(said.contains(line), "`{line}` is not in:\n{said}");
    }
    assert!(!said.contains("struct inner\n"), "{said}");
    let uses = btfgen(&kernels(), &["diff", "--for", file, "a.btf", "b.btf"]);
    assert!(stdout(&uses).contains("__state"), "{}", stdout(&uses));
}

#[test]
fn update_refuses_what_btfgen_did_not_write() {
    let folder = scratch("not-bindings");
    fs::write(folder.join("v.rs"), "// mine\n").expect("it is ours");
    let output = btfgen(&folder, &["update", "v.rs"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("does not begin with the comment"));
    assert_eq!(
        fs::read(folder.join("v.rs")).expect("it is there"),
        b"// mine\n"
    );
}

#[test]
fn diff_for_a_file_compares_what_it_was_asked_for() {
    let folder = scratch("diff-for");
    let file = folder.join("v.rs");
    let file = file.to_str().expect("it is text");
    let arguments = [
        "--btf",
        "a.btf",
        "-o",
        file,
        "--allow",
        "task.{state,pid}",
        "--allow",
        "tp:*",
    ];
    assert!(btfgen(&kernels(), &arguments).status.success());
    let output = btfgen(&kernels(), &["diff", "a.btf", "c.btf", "--for", file]);
    let said = stdout(&output);
    assert!(said.contains("volatile long state"), "{said}");
    assert!(!said.contains("cookie"), "{said}");
}

#[test]
fn diff_compares_hooks() {
    let patterns = ["tp:*", "lsm:check", "fn:grows"];
    let arguments = ["diff", "a.btf", "c.btf"].into_iter().chain(patterns);
    let output = btfgen(&kernels(), &arguments.collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(1));
    let expected = "\
a.btf -> c.btf: 2 hooks changed, 0 added, 1 gone

changed  fn:grows
           int grows(struct task *task, int flags)
        -> int grows(struct task *task, long flags, int more)
gone     tp:removed
           void removed(struct task *)
changed  tp:switched
           void switched(bool, struct task *)
        -> void switched(bool, struct task *, unsigned int)
";
    assert_eq!(stdout(&output), expected);
    let output = btfgen(&kernels(), &["diff", "a.btf", "c.btf", "tp:steady"]);
    assert_eq!(output.status.code(), Some(0));
}
