//! Invariants of ARCHITECTURE.md that a search of the source can hold.

mod common;

use std::fs;
use std::path::Path;

use common::sources;

/// What stands nowhere but in the places behind it, and where such code belongs.
const RULES: &[(&str, &[&str], &str)] = &[
    (
        "btf_rs",
        &["btf/"],
        "only `btf` reads BTF: add to its decoder what is missing",
    ),
    (
        "std::process",
        &["main.rs", "bin/"],
        "only the programs run and end processes: return an error",
    ),
    (
        "println!",
        &["main.rs", "bin/", "fuzzing.rs"],
        "only the programs print: return a value or a warning",
    ),
    (
        "std::fs",
        &[
            "main.rs",
            "bin/",
            "btf/",
            "fuzzing.rs",
            "header.rs",
            "input.rs",
            "output.rs",
        ],
        "phases read no files: read them in `btf` and `input`, write them in `output`",
    ),
    (
        "crate::link",
        &["fuzzing.rs", "lib.rs", "link/", "reloc/"],
        "generation knows nothing of linking: what both must know belongs to `reloc`",
    ),
    (
        "r#gen::",
        &["fuzzing.rs", "lib.rs"],
        "nothing follows `gen`",
    ),
    (
        "crate::names",
        &["builder.rs", "gen/", "lib.rs"],
        "names are decided after selection and before printing",
    ),
    (
        "crate::filter",
        &["builder.rs", "gen/", "lib.rs", "look/", "names/"],
        "`filter` comes after `model` and before `names`",
    ),
    (
        "crate::btf",
        &["btf/", "builder.rs", "header.rs", "lib.rs"],
        "only the builder opens BTF: phases take the model",
    ),
    (
        "crate::model",
        &["btf/", "filter/", "gen/", "lib.rs", "look/", "names/"],
        "linking knows objects and tables, not C types",
    ),
    ("globset", &["filter/"], "patterns belong to `filter`"),
    (
        "object::",
        &["btf/", "link/"],
        "ELF belongs to `btf::open` and to `link`",
    ),
];

fn files(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    sources(&root, &mut found);
    found.sort();
    let name = |path: &Path| {
        path.strip_prefix(&root)
            .expect("it is inside")
            .display()
            .to_string()
    };
    found
        .iter()
        .map(|path| (name(path), fs::read_to_string(path).expect("it is text")))
        .collect()
}

/// Whether the line has it, and not a longer name that starts with it.
fn has(line: &str, needle: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(needle).any(|(at, _)| {
        let next = line[at + needle.len()..].chars().next();
        !needle.ends_with(is_name) || !next.is_some_and(is_name)
    })
}

#[test]
fn rooms_know_only_what_they_may() {
    let files = files("src");
    let mut wrong = Vec::new();
    for (needle, allowed, advice) in RULES {
        let mut used = false;
        for (file, text) in &files {
            for (i, line) in text
                .lines()
                .enumerate()
                .filter(|(_, line)| !line.trim_start().starts_with("//"))
            {
                let found = has(line, needle);
                used |= found;
                if found && !allowed.iter().any(|place| file.starts_with(place)) {
                    wrong.push(format!("src/{file}:{}: `{needle}`: {advice}", i + 1));
                }
            }
        }
        assert!(
            used,
            "nothing uses `{needle}` any more: the rule is out of date"
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_fit_into_a_head() {
    for (file, text) in files("src").iter().chain(&files("xtask/src")) {
        let lines = text.lines().count();
        assert!(
            lines <= 600,
            "{file} has {lines} lines: split it where a second noun appears"
        );
    }
}

#[test]
fn every_room_is_described() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"))
        .expect("it is there");
    for (file, _) in files("src") {
        let room = file
            .split_once('/')
            .map_or(file.clone(), |(folder, _)| format!("{folder}/"));
        assert!(
            text.contains(&format!("src/{room}")),
            "ARCHITECTURE.md does not name src/{room}"
        );
    }
}
