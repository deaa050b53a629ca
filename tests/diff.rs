//! `btfgen diff`: two kernels that are made for the test, one change of each sort between them.
//!
//! The BTF is that of `tests/diff/*.c`: `clang --target=bpf -O2 -g -fdebug-compilation-dir=. -c`, and the section `.BTF` of
//! the result.

use std::path::Path;
use std::process::{Command, Output};

fn diff(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_btfgen"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff"))
        .arg("diff")
        .args(arguments)
        .output()
        .expect("it can be started")
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

#[test]
fn each_sort_of_change_is_found() {
    let output = diff(&[
        "before.btf",
        "after.btf",
        "thing",
        "mode",
        "gone",
        "added",
        "count_t",
        "task",
    ]);
    assert_eq!(output.status.code(), Some(1));
    let found = text(&output);
    let first = "before.btf -> after.btf: 3 types changed, 1 added, 1 gone\n\n";
    assert!(found.starts_with(first), "{found}");
    for line in [
        "long state",
        "-> unsigned int __state  (8 bytes -> 4 bytes)",
        "-> u64 atime_sec  (16 bytes -> 8 bytes)",
        "  pointee  struct task *owner",
        "  sign     int delta",
        "  resized  u32 count",
        "  bitfield u32 flag",
        "  kind     void *kind",
        "  moved    last: offset",
        "  gone     int one_of_two",
        "  added    int third",
        "  added    MODE_APPEND = 1",
        "  value    MODE_WRITE: 1 -> 2",
        "  gone     MODE_OLD = 2",
        "typedef count_t",
        "added    struct added",
        "gone     struct gone",
    ] {
        assert!(found.contains(line), "`{line}` is not in:\n{found}");
    }
    assert!(!found.contains("struct task\n"), "{found}");
}

#[test]
fn json_has_the_same() {
    let output = diff(&[
        "old=before.btf",
        "new=after.btf",
        "thing.{state,owner}",
        "--json",
    ]);
    let json: serde_json::Value = serde_json::from_str(&text(&output)).expect("it is JSON");
    assert_eq!(json["kernels"], serde_json::json!(["old", "new"]));
    let fields = &json["types"][0]["fields"];
    assert_eq!(fields[0]["name"], "__state");
    assert_eq!(fields[0]["changes"][0], "renamed");
    assert_eq!(fields[0]["before"]["name"], "state");
    assert_eq!(fields[0]["before"]["bit_offset"], 64);
    assert_eq!(fields[1]["changes"][0], "pointee");
    assert_eq!(fields.as_array().map(Vec::len), Some(2));
}

#[test]
fn exit_codes_and_errors() {
    let rows: [(&[&str], i32, &str); 5] = [
        (&["before.btf", "before.btf"], 0, ""),
        (&["before.btf", "after.btf", "task"], 0, ""),
        (&["before.btf", "after.btf", "gone"], 1, ""),
        (
            &["before.btf", "after.btf", "nothing"],
            2,
            "no type of this name",
        ),
        (&["before.btf"], 2, "Usage"),
    ];
    for (arguments, code, message) in rows {
        let output = diff(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains(message), "{arguments:?}: {stderr}");
    }
}
