//! Invariants of ARCHITECTURE.md that a search of the source can hold.

mod circles;
#[path = "../common/mod.rs"]
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
        &["main.rs", "bin/", "cargo.rs", "fuzzing.rs"],
        "only the programs print: return a value or a warning",
    ),
    (
        "std::fs",
        &[
            "main.rs",
            "bin/",
            "btf/",
            "cli/",
            "fuzzing.rs",
            "input.rs",
            "output.rs",
        ],
        "phases read no files: read them in `btf` and `input`, write them in `output`",
    ),
    (
        "crate::link",
        &[
            "check/",
            "fuzzing.rs",
            "lib.rs",
            "link/",
            "link_file.rs",
            "reloc/",
        ],
        "generation knows nothing of linking: what both must know belongs to `reloc`",
    ),
    (
        "r#gen::",
        &["fuzzing.rs", "generate.rs"],
        "nothing follows `gen`",
    ),
    (
        "crate::names",
        &[
            "bindings.rs",
            "builder.rs",
            "gen/mod.rs",
            "generate.rs",
            "lower/",
        ],
        "names are decided after selection and before printing",
    ),
    (
        "crate::filter",
        &[
            "bindings.rs",
            "builder.rs",
            "diff/",
            "header/",
            "look/",
            "lower/",
            "names/",
            "plain/",
        ],
        "`filter` comes after `model` and before `names`",
    ),
    (
        "crate::btf",
        &[
            "bindings.rs",
            "btf/",
            "builder.rs",
            "cargo.rs",
            "check/",
            "fuzzing.rs",
            "generate.rs",
            "header/",
            "kernels.rs",
            "options.rs",
        ],
        "only the builder, `check` and `kernels` open BTF: phases take the model",
    ),
    (
        "crate::model",
        &[
            "btf/", "check/", "diff/", "filter/", "look/", "lower/", "names/", "plain/", "resolve/",
        ],
        "linking knows objects and tables, not C types",
    ),
    (
        "escape_debug",
        &["text.rs"],
        "`text` says how text from elsewhere is shown and quoted",
    ),
    (
        "& 0x7f",
        &["btf_format.rs"],
        "`btf_format` has the numbers of BTF's kinds",
    ),
    (
        "quote!",
        &["gen/"],
        "Rust code is quoted where it is printed",
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
fn files_use_each_other_in_one_direction() {
    let circles = circles::circles(&files("src"));
    assert!(
        circles.is_empty(),
        "files of src/ use each other in a circle: move what they share to a file below both\n{}",
        circles.join("\n")
    );
}

/// Each way in which one file can use another, closed to a circle; and ways that look so.
#[test]
fn circles_are_seen() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "a.rs, b.rs",
            &[
                ("lib", "mod a; mod b;"),
                ("a", "use crate::b::B; struct A;"),
                ("b", "use super::a::A; struct B;"),
            ],
        ),
        // By paths, without `use`; by a module that is imported; in a macro; within a function.
        (
            "a.rs, b.rs",
            &[
                ("lib", "mod a; mod b;"),
                ("a", "fn a() { super::b::b() }"),
                ("b", "fn b() { crate::a::a() }"),
            ],
        ),
        (
            "a.rs, b.rs",
            &[
                ("lib", "mod a; mod b;"),
                ("a", "use super::b; fn a() { b::b() }"),
                ("b", "use crate::{a as x}; type B = Vec<x::A>;"),
            ],
        ),
        (
            "a.rs, b.rs",
            &[
                ("lib", "mod a; mod b;"),
                ("a", "use super::b; fn a() { print!(\"{}\", [b::b()]) }"),
                ("b", "fn b() { use crate::a::A; }"),
            ],
        ),
        // By a function that has the name of a module which its file imports.
        (
            "a.rs, b.rs",
            &[
                ("lib", "mod a; mod b; mod c;"),
                ("a", "use super::b; fn a() { b::c() }"),
                ("b", "use super::c; fn c() { super::a::a(); c::d() }"),
                ("c", "fn d() {}"),
            ],
        ),
        // Through a re-export, whose file is not in the circle.
        (
            "a.rs, b.rs",
            &[
                ("lib", "mod a; mod b; pub use a::A;"),
                ("a", "use crate::b::B;"),
                ("b", "use crate::A; struct B;"),
            ],
        ),
        // A parent that calls a child, which uses what the parent defines.
        (
            "lib.rs, a.rs",
            &[
                ("lib", "mod a; struct L; fn l() { a::a() }"),
                ("a", "use crate::L;"),
            ],
        ),
        (
            "lib.rs, a.rs",
            &[
                ("lib", "mod a; pub use a::a; struct L; fn l() { a() }"),
                ("a", "use crate::L;"),
            ],
        ),
        (
            "a.rs, b.rs, c.rs",
            &[
                ("lib", "mod a; mod b; mod c;"),
                ("a", "use crate::b::B;"),
                ("b", "use crate::c::C;"),
                ("c", "use crate::a::A;"),
            ],
        ),
        (
            "",
            &[
                ("lib", "mod a; pub use a::a; struct L;"),
                ("a", "use crate::L;"),
            ],
        ),
        (
            "",
            &[
                ("lib", "mod a; mod b; pub use a::A;"),
                ("a", "struct A;"),
                ("b", "use crate::A; pub(in crate::a) struct B;"),
            ],
        ),
        (
            "",
            &[
                ("lib", "mod a; mod b;"),
                (
                    "a",
                    "/// [`crate::b::b`]\n#[cfg(test)] mod tests { use crate::b::b; }",
                ),
                ("b", "use crate::a::a; use std::b::a;"),
            ],
        ),
    ];
    for (expected, files) in cases {
        let files: Vec<_> = files
            .iter()
            .map(|(name, text)| (format!("{name}.rs"), text.to_string()))
            .collect();
        let found = circles::circles(&files);
        let named = found
            .iter()
            .map(|circle| circle.lines().next().expect("it has a line"));
        let named: Vec<_> = named.collect();
        match expected.is_empty() {
            true => assert!(named.is_empty(), "{files:?}: {named:?}"),
            false => {
                let mut names: Vec<_> = expected.split(", ").collect();
                names.sort();
                assert_eq!(
                    named,
                    [format!("circle of {}:", names.join(", "))],
                    "{files:?}"
                );
            }
        }
    }
}

/// Steps of `cargo xtask test` run side by side, so what they print goes to their logs.
#[test]
fn steps_do_not_print_past_their_log() {
    const ALLOWED: &[&str] = &["bench/", "log.rs", "main.rs", "setup.rs"];
    let files = files("xtask/src");
    let mut wrong = Vec::new();
    for (file, text) in &files {
        let is_allowed = ALLOWED.iter().any(|place| file.starts_with(place));
        let prints =
            |(_, line): &(usize, &str)| line.contains("print!(") || line.contains("println!(");
        for (at, _) in text.lines().enumerate().filter(prints) {
            if !is_allowed {
                wrong.push(format!("xtask/src/{file}:{}: print with `say!`", at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
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
