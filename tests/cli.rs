//! The command line with input that is not as it should be: a clear message, a failure, and no file touched.

mod handmade;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use handmade::Btf;

const BTFGEN: &str = env!("CARGO_BIN_EXE_btfgen");

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn file(folder: &tempfile::TempDir, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join("btf");
    fs::write(&path, bytes).expect("a temporary file can be written");
    path
}

/// Runs btfgen on a file, with an output file that is there before.
fn run(btf: &Path, arguments: &[&str]) -> Output {
    let folder = folder();
    let output = folder.path().join("vmlinux.rs");
    fs::write(&output, "untouched").expect("a temporary file can be written");
    let result = Command::new(BTFGEN)
        .arg("--btf")
        .arg(btf)
        .args(arguments)
        .arg("-o")
        .arg(&output)
        .output()
        .expect("btfgen runs");
    if !result.status.success() {
        assert_eq!(fs::read(&output).expect("it is there"), b"untouched");
        let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
        assert_eq!(left.len(), 1, "a temporary file was left: {left:?}");
    }
    result
}

/// It fails with exactly this on stderr, where `BTF` stands for the file.
#[track_caller]
fn fails(btf: &Path, arguments: &[&str], expected: &str) {
    let output = run(btf, arguments);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(stderr.replace(&btf.display().to_string(), "BTF"), expected);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
}

#[test]
fn a_valid_file_is_taken() {
    let folder = folder();
    let btf = file(&folder, &Btf::default().int().strct(b"pair", 1).bytes());
    let output = run(&btf, &["--allow", "pair", "--quiet"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.stderr, b"");
}

#[test]
fn missing_file() {
    let folder = folder();
    let missing = folder.path().join("missing");
    fails(
        &missing,
        &[],
        "error: can't read BTF: No such file or directory (os error 2)\n",
    );
}

#[test]
fn no_permission() {
    let folder = folder();
    let btf = file(&folder, &Btf::default().int().bytes());
    fs::set_permissions(&btf, fs::Permissions::from_mode(0o000)).expect("it is ours");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("it is ours");
    let program = folder.path().join("btfgen");
    fs::copy(BTFGEN, &program).expect("a temporary file can be written");
    let mut command = Command::new(program);
    command.arg("--btf").arg(&btf);
    // Root may read anything.
    if fs::read(&btf).is_ok() {
        command.uid(65534).gid(65534);
    }
    // The copy is busy as long as a test beside this one is between fork and exec.
    let output = loop {
        match command.output() {
            Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                std::thread::yield_now();
            }
            output => break output.expect("btfgen runs"),
        }
    };
    let stderr = String::from_utf8_lossy(&output.stderr);
    let expected = format!(
        "error: can't read {}: Permission denied (os error 13)\n",
        btf.display()
    );
    assert_eq!(
        (stderr.as_ref(), output.status.code()),
        (expected.as_str(), Some(1))
    );
}

#[test]
fn not_btf() {
    let folder = folder();
    for bytes in [&b"#!/bin/sh\n"[..], b"", b"\x9f"] {
        fails(
            &file(&folder, bytes),
            &[],
            "error: BTF has no BTF: it is neither raw BTF nor ELF, and contains no kernel with BTF\n\
             hint: name a kernel with BTF: vmlinux, vmlinuz, a module, raw BTF, each also compressed or in a tar archive\n",
        );
    }
}

#[test]
fn elf_without_btf() {
    fails(
        Path::new(BTFGEN),
        &[],
        "error: BTF is an ELF file, but it has no .BTF section\n\
         hint: a kernel has BTF if it was built with CONFIG_DEBUG_INFO_BTF=y\n",
    );
}

#[test]
fn empty_btf() {
    let folder = folder();
    let btf = file(
        &folder,
        &Btf {
            types: vec![],
            strings: vec![0],
        }
        .bytes(),
    );
    fails(
        &btf,
        &[],
        "error: BTF: the BTF is valid, but has no types\n",
    );
}

#[test]
fn truncated_at_every_97th_byte() {
    let mut btf = Btf::default().int();
    for i in 0..100 {
        btf = btf.strct(format!("some_struct_{i}").as_bytes(), 1);
    }
    let bytes = btf.bytes();
    let folder = folder();
    for length in (0..bytes.len()).step_by(97) {
        let output = run(&file(&folder, &bytes[..length]), &[]);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{length}: {stderr}");
        let clear = if length == 0 {
            "has no BTF"
        } else {
            "truncated: its "
        };
        assert!(stderr.contains(clear), "{length}: {stderr}");
    }
    assert!(run(&file(&folder, &bytes), &[]).status.success());
}

#[test]
fn header_cut_short() {
    let folder = folder();
    let bytes = Btf::default().int().bytes();
    fails(
        &file(&folder, &bytes[..12]),
        &[],
        "error: BTF: the BTF is truncated: its header section ends at byte 24, the data at byte 12\n",
    );
}

#[test]
fn type_id_out_of_range() {
    let folder = folder();
    let btf = file(&folder, &Btf::default().int().strct(b"far", 77).bytes());
    fails(
        &btf,
        &[],
        "error: BTF: BTF type id 2: it refers to type id 77, the last is 2\n",
    );
}

#[test]
fn typedef_cycle() {
    let folder = folder();
    let btf = Btf::default().ty(b"a", 8, 0, 2, &[]).ty(b"b", 8, 0, 1, &[]);
    fails(
        &file(&folder, &btf.bytes()),
        &[],
        "error: BTF: BTF type id 1: its chain of typedefs, qualifiers, pointers and arrays has more than 256 links \
         or comes back to itself\n",
    );
}

#[test]
fn struct_within_itself() {
    let folder = folder();
    fails(
        &file(&folder, &Btf::default().strct(b"deep", 1).bytes()),
        &[],
        "error: BTF: BTF type id 1: it is nested in itself by value, or more than 256 levels deep\n",
    );
}

#[test]
fn anonymous_types_without_end() {
    // Each has two members of the next: 2 to the 60th fields.
    let mut btf = Btf::default();
    for i in 1..=60 {
        btf = btf.ty(b"", 4, 2, 4, &[0, i + 1, 0, 0, i + 1, 0]);
    }
    let folder = folder();
    let output = run(&file(&folder, &btf.int().bytes()), &[]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.contains("its anonymous types, written out, have too many fields"),
        "{stderr}"
    );
}

#[test]
fn one_large_type_under_many_names() {
    // 1 a struct of 60,000 fields; then an enum of as many; 4,000 names for each, and as many pointers to it.
    let zeros = vec![0; 3 * 60_000];
    let fields: Vec<u32> = (0..60_000).flat_map(|_| [1, 3, 0]).collect();
    let mut btf = Btf {
        strings: b"\0a\0".to_vec(),
        ..Btf::default()
    };
    btf = btf.ty(b"", 4, 60_000, 4, &fields);
    btf = btf.ty(b"", 6, 60_000, 4, &zeros[..2 * 60_000]).int();
    let folder = folder();
    for ty in [2, 1] {
        for i in 0..4_000 {
            btf = btf.ty(format!("t{ty}_{i}").as_bytes(), 8, 0, ty, &[]);
        }
        let file = file(&folder, &btf.bytes());
        for arguments in [&["list"][..], &["list", "*.*"], &["show", "*"], &[]] {
            let mut command = Command::new(BTFGEN);
            let output = command
                .args(arguments)
                .arg("--btf")
                .arg(&file)
                .output()
                .expect("btfgen runs");
            let refused = String::from_utf8_lossy(&output.stderr).contains("have too many fields");
            assert_eq!(refused, ty == 1, "{arguments:?}: {output:.300?}");
            assert!(output.stdout.len() < 64 << 20);
        }
    }
    // A name is shown once, what it points to for as long as there is room.
    let mut btf = Btf::default().int().ty(b"", 2, 0, 3, &[]);
    btf = btf.ty(
        b"",
        4,
        60_000,
        4,
        &fields
            .iter()
            .map(|word| if *word == 3 { 1 } else { 0 })
            .collect::<Vec<_>>(),
    );
    for i in 0..4_000 {
        btf = btf.strct(format!("s{i}").as_bytes(), 2);
    }
    let file = file(&folder, &btf.bytes());
    let mut command = Command::new(BTFGEN);
    let output = command
        .args(["show", "*"])
        .arg("--btf")
        .arg(&file)
        .output()
        .expect("btfgen runs");
    assert!(output.status.success() && output.stdout.len() < 64 << 20);
}

#[test]
fn names_that_are_no_text() {
    let folder = folder();
    let btf = file(&folder, &Btf::default().int().strct(b"a\xff", 1).bytes());
    fails(
        &btf,
        &[],
        "error: BTF: BTF type id 2, at byte 40 of the BTF: its name at 5 of the string section is not UTF-8\n",
    );
}

#[test]
fn patterns_that_match_nothing_are_reported_together() {
    let folder = folder();
    let btf = Btf::default()
        .int()
        .strct(b"task_struct", 1)
        .strct(b"sock", 1)
        .ty(b"pid_t", 8, 0, 1, &[]);
    fails(
        &file(&folder, &btf.bytes()),
        &[
            "--allow",
            "task_struct",
            "--allow",
            "task_strcut",
            "--allow",
            "sock.{sock,sokk}",
            "--allow",
            "struct:pid_t",
            "--allow",
            "x{",
            "--block",
            "nothing_like_it",
        ],
        "error: --allow 'x{': a `{` without `}`\n\
         error: --allow 'struct:pid_t': no type of this name; did you mean typedef:pid_t?\n\
         error: --allow 'task_strcut': no type of this name; did you mean task_struct?\n\
         error: --block 'nothing_like_it': no type of this name\n\
         error: --allow 'sock.sokk': struct sock has no field sokk; did you mean sock?\n",
    );
}

#[test]
fn output_into_a_missing_folder() {
    let folder = folder();
    let btf = file(&folder, &Btf::default().int().bytes());
    let output = folder.path().join("missing/vmlinux.rs");
    let result = Command::new(BTFGEN)
        .arg("--btf")
        .arg(&btf)
        .arg("-o")
        .arg(&output)
        .output()
        .expect("btfgen runs");
    let stderr = String::from_utf8_lossy(&result.stderr);
    let expected = format!(
        "error: can't write {}: No such file or directory",
        output.display()
    );
    assert!(stderr.starts_with(&expected), "{stderr}");
    assert_eq!(result.status.code(), Some(1));
}

#[test]
fn link_of_what_is_no_bpf_object() {
    let folder = folder();
    let object = file(&folder, b"not an object");
    let output = folder.path().join("out.o");
    fs::write(&output, "untouched").expect("a temporary file can be written");
    for input in [object.as_path(), Path::new(BTFGEN)] {
        let result = Command::new(BTFGEN)
            .arg("link")
            .arg(input)
            .arg("-o")
            .arg(&output)
            .output()
            .expect("btfgen runs");
        let stderr = String::from_utf8_lossy(&result.stderr);
        let subject = format!("error: {}: ", input.display());
        assert!(stderr.starts_with(&subject), "{stderr}");
        assert_eq!(result.status.code(), Some(1));
        assert_eq!(fs::read(&output).expect("it is there"), b"untouched");
    }
}

#[test]
fn a_name_that_two_typedefs_have_stands_for_one_size_only() {
    let folder = folder();
    // 1 int, 2 long, 3 and 4 `num_t`, 5 a struct that contains the second.
    let btf = Btf::default()
        .int()
        .ty(b"long", 1, 0, 8, &[0x0100_0040])
        .ty(b"num_t", 8, 0, 1, &[])
        .ty(b"num_t", 8, 0, 2, &[])
        .strct(b"holder", 4);
    let btf = file(&folder, &btf.bytes());
    let text = Command::new(BTFGEN)
        .arg("--btf")
        .arg(&btf)
        .output()
        .expect("btfgen runs");
    let text = String::from_utf8_lossy(&text.stdout);
    assert!(text.contains("pub type num_t = i32;"), "{text}");
    assert!(text.contains("pub fn holder(&self) -> btfgen::Field<i64, R, P,"));
    assert!(text.contains("\nstruct:holder 4\n holder 0 i64l\n"));
}

#[test]
fn a_misspelt_enumerator_is_known() {
    let btf = Path::new("tests/snapshots/anonymous_enums/input.btf");
    fails(
        btf,
        &["--allow", "LONE_X", "--allow", "struct:LONE_A"],
        "error: --allow 'LONE_X': no type of this name; did you mean LONE_A, LONE_B, LONE_C?\n\
         error: --allow 'struct:LONE_A': no type of this name\n",
    );
}

#[test]
fn an_invented_name_of_an_enumerator_gives_way_to_a_real_one() {
    let folder = folder();
    let mut btf = Btf::default().int();
    for (name, enumerator, value) in [
        (&b"foo"[..], &b"X"[..], 1),
        (b"bar", b"X", 2),
        (b"zed", b"X___foo", 99),
    ] {
        let offset = btf.strings.len() as u32;
        btf.strings.extend(enumerator);
        btf.strings.push(0);
        btf = btf.ty(name, 6, 1, 4, &[offset, value]);
    }
    let btf = file(&folder, &btf.bytes());
    let text = Command::new(BTFGEN)
        .arg("--btf")
        .arg(&btf)
        .output()
        .expect("btfgen runs");
    let text = String::from_utf8_lossy(&text.stdout);
    for constant in ["X___foo: zed = 99", "X___foo_: foo = 1", "X___bar: bar = 2"] {
        assert!(
            text.contains(&format!("pub const {constant};")),
            "{constant}"
        );
    }
}
