//! Names that would be code, or commands to a terminal, if anything repeated them as they are.

mod handmade;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use handmade::Btf;

const BTFGEN: &str = env!("CARGO_BIN_EXE_btfgen");

const NAMES: &[&[u8]] = &[
    b"evil\"] fn main(){}//",
    b"r#evil",
    b"evil\nfn main(){}",
    b"evil\"; .section .text",
    b"*/ evil /*",
    b"evil\\",
    b"evil\x1b[31m\x07",
    "evil\u{9b}31m".as_bytes(),
    "evil\u{202e}live".as_bytes(),
    "\u{1f980}evil".as_bytes(),
    b"evil\xff",
];

/// What becomes of a name.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    /// It would be an identifier: it is left out, and a warning names this BTF type id.
    LeftOut(u32),
    /// It is never read.
    Unread,
    /// It is read, and stands at most in a comment, without what is not harmless.
    Harmless,
}
use Fate::{Harmless, LeftOut, Unread};

/// A place for a name in a BTF, and what becomes of a name that is there.
type Place = (&'static str, fn(&[u8]) -> Btf, Fate);

const PLACES: &[Place] = &[
    (
        "struct",
        |name| Btf::default().int().ty(name, 4, 0, 4, &[]),
        LeftOut(2),
    ),
    (
        "union",
        |name| Btf::default().int().ty(name, 5, 0, 4, &[]),
        LeftOut(2),
    ),
    (
        "enum",
        |name| Btf::default().int().ty(name, 6, 0, 4, &[]),
        LeftOut(2),
    ),
    (
        "typedef",
        |name| Btf::default().int().ty(name, 8, 0, 1, &[]),
        LeftOut(2),
    ),
    (
        "declaration",
        |name| Btf::default().int().ty(name, 7, 0, 0, &[]),
        LeftOut(2),
    ),
    (
        "member",
        |name| with_name(name, |btf, at| btf.ty(b"s", 4, 1, 4, &[at, 1, 0])),
        LeftOut(2),
    ),
    (
        "member of an anonymous member",
        |name| {
            let btf = with_name(name, |btf, at| btf.ty(b"", 4, 1, 4, &[at, 1, 0]));
            btf.ty(b"s", 4, 1, 4, &[0, 2, 0])
        },
        LeftOut(3),
    ),
    (
        "enumerator",
        |name| with_name(name, |btf, at| btf.ty(b"e", 6, 1, 4, &[at, 7])),
        LeftOut(2),
    ),
    (
        "enumerator of 64 bits",
        |name| with_name(name, |btf, at| btf.ty(b"e", 19, 1, 8, &[at, 7, 7])),
        LeftOut(2),
    ),
    (
        "declaration behind a pointer",
        |name| {
            let btf = Btf::default()
                .int()
                .ty(name, 7, 0, 0, &[])
                .ty(b"", 2, 0, 2, &[]);
            let at = btf.strings.len() as u32;
            btf.ty(b"s", 4, 1, 8, &[at, 3, 0])
        },
        LeftOut(2),
    ),
    (
        "integer",
        |name| Btf::default().ty(name, 1, 0, 4, &[32]).strct(b"s", 1),
        Harmless,
    ),
    (
        "float",
        |name| Btf::default().ty(name, 16, 0, 4, &[]).strct(b"s", 1),
        Harmless,
    ),
    (
        "parameter",
        |name| {
            let btf = with_name(name, |btf, at| btf.ty(b"", 13, 1, 1, &[at, 1]));
            btf.ty(b"", 2, 0, 2, &[]).strct(b"s", 3)
        },
        Harmless,
    ),
    (
        "function",
        |name| {
            Btf::default()
                .int()
                .ty(b"", 13, 0, 1, &[])
                .ty(name, 12, 0, 2, &[])
        },
        Harmless,
    ),
    (
        "variable",
        |name| Btf::default().int().ty(name, 14, 0, 1, &[0]),
        Harmless,
    ),
    (
        "section",
        |name| Btf::default().int().ty(name, 15, 0, 0, &[]),
        Harmless,
    ),
    (
        "declaration tag",
        |name| {
            Btf::default()
                .int()
                .strct(b"s", 1)
                .ty(name, 17, 0, 2, &[!0])
        },
        Harmless,
    ),
    (
        "type tag",
        |name| Btf::default().int().ty(name, 18, 0, 1, &[]).strct(b"s", 2),
        Unread,
    ),
];

/// A BTF with an `int` and the name; `more` learns where the name is.
fn with_name(name: &[u8], more: fn(Btf, u32) -> Btf) -> Btf {
    let mut btf = Btf::default().int();
    let at = btf.strings.len() as u32;
    btf.strings.extend(name);
    btf.strings.push(0);
    more(btf, at)
}

struct Scratch(tempfile::TempDir);

impl Scratch {
    fn new() -> Scratch {
        Scratch(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    fn file(&self, name: &[u8], bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(OsStr::from_bytes(name));
        fs::write(&path, bytes).expect("a temporary file can be written");
        path
    }
}

fn btfgen(arguments: &[&str], btf: &Path) -> Output {
    let mut command = Command::new(BTFGEN);
    command.args(arguments).arg("--btf").arg(btf);
    command.output().expect("btfgen runs")
}

/// No terminal obeys it, it is text, and the name is not in it.
#[track_caller]
fn assert_harmless(text: &[u8], name: &[u8], what: &str) {
    let text = std::str::from_utf8(text).unwrap_or_else(|_| panic!("{what}: not UTF-8"));
    let harmless = |c: char| matches!(c, '\n' | '\t') || !(c.is_control() || c == '\u{202e}');
    assert!(text.chars().all(harmless), "{what}: {text:?}");
    // Quotes and backslashes are harmless to a terminal, not to Rust.
    let code = name.iter().any(|byte| *byte < b' ' || *byte == 0xff);
    let there = text
        .as_bytes()
        .windows(name.len())
        .any(|window| window == name);
    assert!(!(code && there), "{what}: {text}");
}

/// It fails, and says so in one line and hints.
#[track_caller]
fn assert_one_error(output: &Output, what: &str) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    let errors = stderr.lines().filter(|line| !line.starts_with("hint: "));
    assert!(
        errors.clone().count() == 1 && stderr.starts_with("error: "),
        "{what}: {stderr}"
    );
    assert_eq!(output.status.code(), Some(1), "{what}");
}

#[test]
fn no_name_reaches_rust() {
    let scratch = Scratch::new();
    for (place, btf, fate) in PLACES {
        for name in NAMES {
            let what = format!("{place} {}", name.escape_ascii());
            let file = scratch.file(b"btf", &btf(name).bytes());
            let output = btfgen(&[], &file);
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert_harmless(&output.stderr, name, &what);
            let text = std::str::from_utf8(name);
            match (fate, text) {
                (LeftOut(_) | Harmless, Err(_)) => {
                    assert_one_error(&output, &what);
                    assert!(stderr.contains(": BTF type id "), "{what}: {stderr}");
                    assert!(stderr.contains("is not UTF-8"), "{what}: {stderr}");
                }
                (LeftOut(id), Ok(name)) => {
                    let reason = format!("its name {name:?} is not a C identifier");
                    let subject = format!("warning: left out: BTF type id {id}: ");
                    let line = stderr.lines().find(|line| line.starts_with(&subject));
                    assert!(
                        line.is_some_and(|line| line.ends_with(&reason)),
                        "{what}: {stderr}"
                    );
                    assert!(output.status.success(), "{what}: {stderr}");
                    let text = String::from_utf8_lossy(&output.stdout);
                    assert_harmless(&output.stdout, name.as_bytes(), &what);
                    assert!(!text.contains(name), "{what}");
                    assert!(syn::parse_file(&text).is_ok(), "{what}");
                }
                (Unread | Harmless, _) => {
                    assert!(output.status.success(), "{what}: {stderr}");
                    assert_harmless(&output.stdout, name, &what);
                    let there = output
                        .stdout
                        .windows(name.len())
                        .any(|window| window == *name);
                    assert!(!there, "{what}");
                    let text = String::from_utf8_lossy(&output.stdout);
                    assert!(syn::parse_file(&text).is_ok(), "{what}");
                }
            }
        }
    }
}

#[test]
fn no_name_reaches_the_terminal() {
    let scratch = Scratch::new();
    for (place, btf, fate) in PLACES {
        for name in NAMES {
            let what = format!("{place} {}", name.escape_ascii());
            let file = scratch.file(b"btf", &btf(name).bytes());
            for arguments in [
                &["list", "*"][..],
                &["list", "*", "--json"],
                &["list", "*.*"],
                &["show", "*"],
            ] {
                let output = btfgen(arguments, &file);
                let read = std::str::from_utf8(name).is_ok() || *fate == Unread;
                // There may be no field, or no type.
                let nothing = output.stderr.starts_with(b"error: pattern '*");
                assert!(
                    output.status.success() == read || nothing,
                    "{what}: {output:?}"
                );
                assert_harmless(&output.stdout, name, &what);
                assert_harmless(&output.stderr, name, &what);
            }
        }
    }
}

#[test]
fn json_gives_names_back() {
    let scratch = Scratch::new();
    for name in NAMES
        .iter()
        .filter_map(|name| std::str::from_utf8(name).ok())
    {
        let btf = Btf::default().int().strct(name.as_bytes(), 1);
        let output = btfgen(
            &["list", "*.*", "--json"],
            &scratch.file(b"btf", &btf.bytes()),
        );
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        assert_eq!(json[0]["name"], name);
        assert_eq!(json[0]["members"][0]["name"], name);
    }
}

#[test]
fn suggestions_and_warnings_are_escaped() {
    let scratch = Scratch::new();
    let btf = Btf::default().int().strct(b"evil\nerror: \x1b[31m", 1);
    // Two definitions that differ.
    let btf = btf.strct(b"twice", 1).ty(b"twice", 4, 0, 8, &[]);
    let file = scratch.file(b"btf", &btf.bytes());
    for (pattern, suggested) in [
        (
            "evil_errorxxx_31m",
            "did you mean evil\\nerror: \\u{1b}[31m?",
        ),
        ("union:evil*", "did you mean struct:evil\\nerror"),
        (
            "evil*.none",
            "struct evil\\nerror: \\u{1b}[31m has no field none",
        ),
    ] {
        let output = btfgen(&["--allow", pattern], &file);
        assert_one_error(&output, pattern);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains(suggested), "{stderr}");
    }
    let output = btfgen(&["--allow", "twice"], &file);
    assert!(
        output
            .stderr
            .starts_with(b"warning: this kernel has several definitions of struct twice")
    );
}

#[test]
fn no_path_or_argument_reaches_rust() {
    for name in NAMES.iter().filter(|name| !name.contains(&b'/')) {
        let what = name.escape_ascii().to_string();
        let scratch = Scratch::new();
        let file = scratch.file(name, &Btf::default().int().strct(b"s", 1).bytes());
        let output = btfgen(&["--allow", "s"], &file);
        assert!(output.status.success(), "{what}");
        assert_harmless(&output.stdout, name, &what);
        let text = String::from_utf8_lossy(&output.stdout);
        let first = text.lines().find(|line| !line.starts_with("//"));
        assert_eq!(first, Some(""), "{what}: the header is a comment");
        assert!(syn::parse_file(&text).is_ok(), "{what}");
        // And in messages.
        for (path, arguments) in [(&file, &["--allow", "none"][..]), (&file.join("none"), &[])] {
            let output = btfgen(arguments, path);
            assert_one_error(&output, &what);
            assert_harmless(&output.stderr, name, &what);
        }
        let output = scratch.0.path().join("none").join(OsStr::from_bytes(name));
        let output = btfgen(&["-o", &output.to_string_lossy()], &file);
        assert_one_error(&output, &what);
        assert_harmless(&output.stderr, name, &what);
    }
}

/// An object of the link step's tests, with other bytes in place of a name of the same length.
fn object(name: &[u8], by: &[u8]) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/link/operations.bpfel.o");
    let mut object = fs::read(path).expect("it is there");
    let mut by = by.to_vec();
    by.resize(name.len(), b'_');
    let at: Vec<_> = (0..object.len() - name.len())
        .filter(|at| object[*at..].starts_with(name))
        .collect();
    assert!(!at.is_empty(), "{} is not there", name.escape_ascii());
    for at in at {
        object[at..at + name.len()].copy_from_slice(&by);
    }
    object
}

#[test]
fn no_name_of_an_object_reaches_its_btf() {
    let scratch = Scratch::new();
    for (there, line) in [
        ("struct:task_struct ", 2),
        (" sched_reset_on_fork ", 0),
        (" POLICY_IDLE ", 0),
    ] {
        for name in NAMES {
            let what = format!("{there} {}", name.escape_ascii());
            let start = there.find(':').map_or(1, |colon| colon + 1);
            let known = &there.as_bytes()[start..there.len() - 1];
            let file = scratch.file(b"in.o", &object(known, name));
            let linked = scratch.0.path().join("out.o");
            let output = Command::new(BTFGEN)
                .arg("link")
                .arg(&file)
                .arg("-o")
                .arg(&linked)
                .output();
            let output = output.expect("btfgen runs");
            assert_one_error(&output, &what);
            assert_harmless(&output.stderr, name, &what);
            let stderr = String::from_utf8_lossy(&output.stderr);
            let place = if line == 0 {
                "line ".to_string()
            } else {
                format!("line {line} of the table: ")
            };
            assert!(
                stderr.contains(".btfgen.types+0x") && stderr.contains(&place),
                "{what}: {stderr}"
            );
            assert!(!linked.exists(), "{what}");
        }
    }
}

#[test]
fn no_section_of_an_object_reaches_the_terminal() {
    let scratch = Scratch::new();
    for name in NAMES {
        let mut bytes = object(b"raw_tp/sys_enter", name);
        // The second half of the first placeholder: an error that names its section.
        let mut placeholder = vec![0x85, 0, 0, 0];
        placeholder.extend(btfgen::reloc::PLACEHOLDER_IMM.to_le_bytes());
        let at = bytes
            .windows(8)
            .position(|window| window == placeholder)
            .expect("there is one");
        bytes[at + 4] = 0xf1;
        let file = scratch.file(b"in.o", &bytes);
        let output = Command::new(BTFGEN)
            .arg("link")
            .arg(&file)
            .arg("-o")
            .arg("none/none")
            .output();
        let output = output.expect("btfgen runs");
        let what = name.escape_ascii().to_string();
        assert_one_error(&output, &what);
        assert_harmless(&output.stderr, name, &what);
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("not the placeholder"),
            "{output:?}"
        );
    }
}
