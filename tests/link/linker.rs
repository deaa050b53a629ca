//! `btfgen-ld` in the place of `bpf-linker`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use btfgen::link::link;

use crate::tools::{Target, tools};

fn btfgen_ld(bpf_linker: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen-ld"));
    command.env("BTFGEN_BPF_LINKER", bpf_linker).args(args);
    command.output().unwrap()
}

fn script(folder: &Path, text: &str) -> std::path::PathBuf {
    let path = folder.join("bpf-linker.sh");
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

#[test]
fn the_output_is_linked_in_place() {
    let Some(tools) = tools("the_output_is_linked_in_place") else {
        return;
    };
    let object = tools.assemble(Target::Little, "operations.s");
    let input = tools.write("in.o", &object);
    let output = tools.path("linked.o");
    let linker = script(&tools.path(""), "cp \"$1\" \"$3\" && chmod 640 \"$3\"");
    let (input, out) = (input.to_str().unwrap(), output.to_str().unwrap());
    let result = btfgen_ld(&linker, &[input, "-o", out]);
    assert!(result.status.success(), "{result:?}");
    assert_eq!(fs::read(&output).unwrap(), link(&object).unwrap().bytes);
    assert_eq!(
        fs::metadata(&output).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

#[test]
fn what_is_not_an_object_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("out.s");
    let linker = script(folder.path(), "echo 'r0 = 1' > \"$2\"");
    let result = btfgen_ld(&linker, &["-o", output.to_str().unwrap()]);
    assert!(result.status.success(), "{result:?}");
    assert_eq!(fs::read_to_string(&output).unwrap(), "r0 = 1\n");
}

#[test]
fn a_build_script_links_a_file_in_place() {
    let Some(tools) = tools("a_build_script_links_a_file_in_place") else {
        return;
    };
    let object = tools.assemble(Target::Little, "operations.s");
    let path = tools.write("build-script.o", &object);
    let linked = btfgen::link_file(&path).unwrap();
    assert!(linked.relocations > 0);
    assert_eq!(fs::read(&path).unwrap(), link(&object).unwrap().bytes);
    // The second call has nothing to do.
    assert_eq!(btfgen::link_file(&path).unwrap().relocations, 0);
    assert_eq!(fs::read(&path).unwrap(), linked.bytes);
}

#[test]
fn a_file_that_cannot_be_linked_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, expected) in [
        ("missing.o", None, "can't read "),
        (
            "text.o",
            Some(&b"r0 = 1"[..]),
            "not a 64-bit relocatable BPF object",
        ),
        (
            "short.o",
            Some(b"\x7fELF"),
            "not a 64-bit relocatable BPF object",
        ),
    ] {
        let path = folder.path().join(name);
        if let Some(bytes) = bytes {
            fs::write(&path, bytes).unwrap();
        }
        let error = btfgen::link_file(&path).unwrap_err();
        // `main` of a build script prints the error with `{:?}`.
        let said = format!("{error:?}");
        assert_eq!(said, error.to_string());
        assert!(said.contains(expected) && said.contains(name), "{said}");
        assert_eq!(fs::read(&path).ok().as_deref(), bytes);
    }
}

#[test]
fn a_failure_of_bpf_linker_is_passed_on() {
    let folder = tempfile::tempdir().unwrap();
    let linker = script(folder.path(), "echo no >&2; exit 7");
    let result = btfgen_ld(&linker, &["-o", "out.o"]);
    assert_eq!(result.status.code(), Some(7));
    assert_eq!(result.stderr, b"no\n");
}

/// The stand-in refuses what a bpf-linker with LLVM 23 refuses.
#[test]
fn a_linker_without_levels_for_size_gets_another_level() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("out.s");
    let linker = script(
        folder.path(),
        "case \" $* \" in *' -Os '*|*' -Oz '*) echo 'no longer supported' >&2; exit 1;; esac; echo \"$1\" > \"$3\"",
    );
    for level in ["-Os", "-Oz", "-O2"] {
        let result = btfgen_ld(&linker, &[level, "-o", output.to_str().unwrap()]);
        assert!(result.status.success(), "{level}: {result:?}");
        assert_eq!(fs::read_to_string(&output).unwrap(), "-O2\n", "{level}");
    }
}

#[test]
fn a_missing_bpf_linker_has_a_remedy() {
    let result = btfgen_ld(Path::new("no-such-linker"), &["-o", "out.o"]);
    assert_eq!(result.status.code(), Some(1));
    let text = String::from_utf8(result.stderr).unwrap();
    assert!(
        text.starts_with("btfgen-ld: cannot run `no-such-linker`: "),
        "{text}"
    );
    assert!(text.contains("hint: `cargo install bpf-linker`"), "{text}");
}

#[test]
fn an_object_that_cannot_be_linked_fails_the_build() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("out.o");
    let linker = script(folder.path(), "printf '\\177ELF' > \"$2\"");
    let result = btfgen_ld(&linker, &["-o", output.to_str().unwrap()]);
    assert_eq!(result.status.code(), Some(1));
    let text = String::from_utf8(result.stderr).unwrap();
    assert!(
        text.contains("out.o: not a 64-bit relocatable BPF object: too short"),
        "{text}"
    );
}
