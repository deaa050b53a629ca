//! Types with several definitions: which fields the bindings have, and what is said about the others.

mod handmade;

use std::path::Path;
use std::process::{Command, Output};

const BTF: &str = "tests/snapshots/several_definitions/input.btf";

fn btfgen(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments);
    command.output().expect("btfgen runs")
}

const SEVERAL: &str = "warning: this kernel has several definitions of struct item that differ; the bindings have the \
                       fields of all, and the size of the one with most members (BTF type id 1)";

#[test]
fn fields_of_all_definitions_can_be_asked_for() {
    for (patterns, warning, error) in [
        (&["item.largest"][..], SEVERAL, ""),
        (&["item.other"], SEVERAL, ""),
        (
            &["item.*"],
            "left out, as they declare it differently: disputed, disputed_inner\n",
            "",
        ),
        (
            &["item"],
            "left out, as they declare it differently: disputed, disputed_inner\n",
            "",
        ),
        (
            &["item.disputed"],
            "",
            "error: --allow 'item.disputed': this kernel has several definitions of struct item, one with `int disputed` \
             and one with `long disputed`\n",
        ),
        (
            &["item.disputed_inner"],
            "",
            "error: --allow 'item.disputed_inner': this kernel has several definitions of struct item, two with \
             `struct {…} disputed_inner`, whose members differ\n",
        ),
        (
            &["item.othre"],
            "",
            "error: --allow 'item.othre': struct item has no field othre; did you mean other, others?\n",
        ),
    ] {
        let allow = patterns.iter().flat_map(|pattern| ["--allow", pattern]);
        let arguments: Vec<_> = ["--btf", BTF].into_iter().chain(allow).collect();
        let output = btfgen(&arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            output.status.success(),
            error.is_empty(),
            "{patterns:?}: {said}"
        );
        assert!(
            said.contains(warning) && said.contains(error),
            "{patterns:?}: {said}"
        );
    }
    let output = btfgen(&["--btf", BTF, "--allow", "item", "--block", "item.disputed*"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said, format!("{SEVERAL}\n"));
}

#[test]
fn list_and_show_have_all_definitions() {
    let output = btfgen(&["list", "--btf", BTF, "item.{same,disputed,other}"]);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "   OFFSET      SIZE  FIELD\n\
         \x20       0         4  item.same: int same\n\
         \x20       8         4  item.disputed: int disputed\n\
         \x20      32         4  item.other: int other\n"
    );
    let output = btfgen(&["show", "--btf", BTF, "item.disputed"]);
    let shown = String::from_utf8_lossy(&output.stdout);
    for part in [
        "/* definition 1 of 2 in this kernel */\nstruct item {\n",
        "\tint disputed; ",
        "/* definition 2 of 2 in this kernel */\nstruct item {\n",
        "\tlong disputed; ",
    ] {
        assert!(shown.contains(part), "{shown}");
    }
}

/// 1 `int`, 2 `long`, and two definitions each of a struct with a name, which a typedef gives.
#[test]
fn typedefs_of_anonymous_structs_have_definitions_too() {
    let mut btf = handmade::Btf::default()
        .int()
        .ty(b"long", 1, 0, 8, &[0x0100_0040]);
    let mut name = |name: &str| {
        btf.strings.extend(name.as_bytes());
        btf.strings.push(0);
        (btf.strings.len() - name.len() - 1) as u32
    };
    let (a, b, c) = (name("a"), name("b"), name("c"));
    let btf = btf
        .ty(b"", 4, 2, 8, &[a, 1, 0, b, 1, 32])
        .ty(b"pair", 8, 0, 3, &[])
        .ty(b"", 4, 2, 16, &[a, 1, 0, c, 2, 64])
        .ty(b"pair", 8, 0, 5, &[]);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("x.btf");
    std::fs::write(&path, btf.bytes()).expect("it can be written");
    let output = btfgen(&["--btf", path_text(&path), "--allow", "pair"]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        text.contains("\ntypedef:pair 16 struct\n a 0 i32\n c 8 i64l\n ?\n b 4 i32\n"),
        "{text}"
    );
}

fn path_text(path: &Path) -> &str {
    path.to_str().expect("temporary files have plain names")
}
