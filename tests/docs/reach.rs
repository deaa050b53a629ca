//! What the documents say about kernels and loaders is in the table that `cargo xtask reach` wrote: docs/reach.tsv and docs/reach.md.

use std::collections::BTreeSet;

use libtest_mimic::{Failed, Trial};

use crate::common;
use crate::compile;
use crate::page::{self, root};

/// What bears a statement.
enum Bearing {
    /// Each of these loaders ran on each of these kernels, and no answer was wrong.
    Ran(&'static [&'static str], &'static [&'static str]),
    /// On every kernel, each of the first loaders refused each of these programs. Each of the others loaded them on some kernel.
    Refuses(
        &'static [&'static str],
        &'static [&'static str],
        &'static [&'static str],
    ),
    /// On this kernel, each of these loaders refused each of these programs.
    RefusesOn(
        &'static str,
        &'static [&'static str],
        &'static [&'static str],
    ),
    /// The page says from which kernel on something is there.
    Needs(&'static str, &'static str),
    /// Another test, or a source that is named here.
    Elsewhere(&'static str),
}

use Bearing::{Elsewhere, Needs, Ran, Refuses, RefusesOn};

const AYA: &[&str] = &["aya-0.13", "aya-0.14", "aya-0.16"];
const OLD_AYA: &[&str] = &["aya-0.13", "aya-0.14"];
const LIBBPF: &[&str] = &["libbpf", "libbpf-1.1"];
const ALL: &[&str] = &[
    "libbpf",
    "libbpf-1.1",
    "aya-0.13",
    "aya-0.14",
    "aya-0.16",
    "cilium-0.11",
];
/// All but cilium/ebpf, which runs no program here that is attached.
const LOADERS: &[&str] = &["libbpf", "libbpf-1.1", "aya-0.13", "aya-0.14", "aya-0.16"];

/// Each statement about a version of a kernel or of a loader: a part of its text, and what bears it.
const STATEMENTS: &[(&str, Bearing)] = &[
    (
        "aya before 0.15 refuses programs with functions of the kernel, per-CPU variables or `cast`",
        Refuses(&["calls", "variables", "casts"], OLD_AYA, &["aya-0.16"]),
    ),
    (
        "aya before 0.15 does not support functions and variables of the kernel",
        Refuses(&["calls", "variables", "casts"], OLD_AYA, &["aya-0.16"]),
    ),
    (
        "No version of aya loads tables of callbacks",
        Refuses(&["congestion"], AYA, LIBBPF),
    ),
    (
        "aya loads no tables of callbacks",
        Refuses(&["congestion"], AYA, LIBBPF),
    ),
    (
        "aya does not support tables of callbacks",
        Refuses(&["congestion"], AYA, LIBBPF),
    ),
    (
        "aya does not support `type_matches`",
        Refuses(&["matches"], AYA, LIBBPF),
    ),
    (
        "libbpf 1.0 and newer; aya refuses the object",
        Refuses(&["matches"], AYA, LIBBPF),
    ),
    (
        "`type_matches` needs libbpf 1.0 or newer",
        Refuses(&["matches"], AYA, LIBBPF),
    ),
    (
        "on Linux 5.10, 6.1, 6.12, 6.18 and 7.3 on x86_64, with libbpf 1.1 and 1.7, aya 0.13.1, 0.14 and 0.16, and cilium/ebpf 0.11",
        Ran(ALL, &["5.10", "6.1", "6.12", "6.18", "7.3"]),
    ),
    (
        "On kernels before 6.0, aya refuses a program that asks for the value of a relocated enumerator",
        RefusesOn("5.10", &["every_kind", "offsets"], AYA),
    ),
    (
        "cilium/ebpf 0.11 refuses programs with `type_id`, `type_matches`, `cast`, per-CPU variables, or a relocated enumerator",
        Refuses(
            &["every_kind", "matches", "casts", "variables", "offsets"],
            &["cilium-0.11"],
            LIBBPF,
        ),
    ),
    (
        "on Linux 6.1, 6.12 and 6.18, from one object",
        Ran(LOADERS, &["6.1", "6.12", "6.18"]),
    ),
    (
        "with libbpf 1.1, libbpf 1.7, aya 0.13.1, 0.14 and 0.16",
        Ran(LOADERS, &["6.18"]),
    ),
    (
        "the helper has existed since Linux 5.11",
        Needs("bpf_get_current_task_btf", "5.11"),
    ),
    (
        "whether the kernel can do it (Linux 6.2)",
        Needs("bpf_rdonly_cast", "6.2"),
    ),
    (
        "aya 0.13 and 0.14 | The kernel's BTF can't be read",
        Elsewhere("`cargo xtask test lost`"),
    ),
    (
        "aya 0.15 and newer | the same",
        Elsewhere("`cargo xtask test lost`"),
    ),
    (
        "Loaded on Linux 6.18, the programs in C have",
        Elsewhere("`cargo xtask test programs`"),
    ),
    (
        "cilium/ebpf does not check the size",
        Elsewhere("the source of cilium/ebpf 0.11, btf/core.go"),
    ),
    (
        "cilium/ebpf does not refuse a `load`",
        Elsewhere("the source of cilium/ebpf 0.11, btf/core.go"),
    ),
    (
        "The rules are those of libbpf 1.7",
        Elsewhere("`cargo xtask sweep`"),
    ),
    (
        "follows the rules of aya 0.16",
        Elsewhere("`cargo xtask verdicts --loader aya`"),
    ),
    (
        "The verdicts follow libbpf or aya, not cilium/ebpf",
        Elsewhere("`cargo xtask verdicts`"),
    ),
    (
        "before Linux 5.18",
        Elsewhere("the verifier's source, `reg_type_str`"),
    ),
    (
        "instructions of Linux 5.1",
        Elsewhere("the kernel's source: the jumps of 32 bits"),
    ),
    (
        "on kernels before 5.1.",
        Elsewhere("the kernel's source: the jumps of 32 bits"),
    ),
    (
        "Linux before 6.18 does not attach programs to a function that takes a union",
        Elsewhere("the kernel's source, `btf_distill_func_proto`"),
    ),
    (
        "runs the same executables on Linux 6.1 and 6.12",
        Elsewhere("`cargo xtask test examples`"),
    ),
    (
        "loads both on Linux 6.12, and compares what they report",
        Elsewhere("`cargo xtask test examples-in-c`"),
    ),
    (
        "aya does not support options of the kernel's configuration",
        Elsewhere("the program `configuration` of tests/e2e"),
    ),
    (
        "Linux 6.1 and 6.12 of Debian) do not say which functions",
        Elsewhere("tests/hooks.rs"),
    ),
];

/// What a statement about a version begins with, before a digit or `before`.
const SUBJECTS: [&str; 7] = [
    "aya ",
    "libbpf ",
    "Linux ",
    "kernels ",
    "Linux before ",
    "aya before ",
    "kernels before ",
];
/// These need no version.
const ALWAYS: [&str; 4] = [
    "version of aya",
    "cilium/ebpf",
    "aya loads no",
    "aya does not support",
];

/// The pages that are not about what was run: the table itself, and the messages.
const NOT_READ: [&str; 2] = ["docs/reach.md", "docs/errors.md"];

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        common::timed::trial("statements_about_kernels_and_loaders", statements),
        common::timed::trial("helpers_have_their_kernel_in_the_table", helpers),
    ]
}

fn statements() -> Result<(), Failed> {
    let rows = rows()?;
    let needs = compile::read(&root().join("docs/reach.md"))?;
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for page in page::all()? {
        let path = page.path.display().to_string();
        if NOT_READ.contains(&&*path) {
            continue;
        }
        for text in paragraphs(&page.text) {
            let found = STATEMENTS.iter().filter(|(part, _)| text.contains(part));
            let found: Vec<_> = found.map(|(part, _)| *part).collect();
            if found.is_empty() && is_about_a_version(&text) {
                wrong.push(format!("{path}: nothing bears this statement: {text}"));
            }
            seen.extend(found);
        }
    }
    for (part, bearing) in STATEMENTS {
        if !seen.contains(part) {
            wrong.push(format!("no page says `{part}`"));
        }
        if let Some(problem) = problem(bearing, &rows, &needs) {
            wrong.push(format!("`{part}`: {problem}"));
        }
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n").into()),
    }
}

fn is_about_a_version(text: &str) -> bool {
    let is_version = |at: usize| text[at..].starts_with(|it: char| it.is_ascii_digit());
    let mut versions = SUBJECTS.iter().flat_map(|subject| {
        text.match_indices(subject)
            .map(|(at, _)| at + subject.len())
    });
    versions.any(is_version) || ALWAYS.iter().any(|it| text.contains(it))
}

/// The paragraphs, items of lists and rows of tables, each in one line.
fn paragraphs(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut last = String::new();
    for line in text.lines().chain([""]) {
        let begins = line.trim_start().starts_with(['-', '|', '#', '`', '"']);
        if line.trim().is_empty() || begins {
            all.extend((!last.is_empty()).then(|| std::mem::take(&mut last)));
        }
        if !last.is_empty() {
            last.push(' ');
        }
        last += line.trim();
    }
    all
}

/// A line of docs/reach.tsv.
struct Row {
    kernel: String,
    bindings: String,
    loader: String,
    failed: String,
    /// The programs that were refused.
    cannot: Vec<String>,
}

fn rows() -> Result<Vec<Row>, Failed> {
    let text = compile::read(&root().join("docs/reach.tsv"))?;
    let row = |line: &str| {
        let fields: Vec<_> = line.split('\t').map(str::to_owned).collect();
        let [_, kernel, _, _, _, _, bindings, loader, _, failed, cannot] =
            <[String; 11]>::try_from(fields).ok()?;
        let cannot = cannot.split(';').filter_map(|it| it.split_once('='));
        let cannot = cannot.map(|(program, _)| program.to_owned()).collect();
        Some(Row {
            kernel,
            bindings,
            loader,
            failed,
            cannot,
        })
    };
    text.lines()
        .map(|line| row(line).ok_or(format!("docs/reach.tsv: {line}").into()))
        .collect()
}

/// Why the table does not bear a statement.
fn problem(bearing: &Bearing, rows: &[Row], needs: &str) -> Option<String> {
    let of = |loader: &'static str| {
        rows.iter()
            .filter(move |row| row.loader == loader && row.bindings != "guards")
    };
    match bearing {
        Ran(loaders, kernels) => loaders.iter().find_map(|loader| {
            kernels.iter().find_map(|kernel| {
                let begin = format!("{kernel}.");
                let mut ran = of(loader)
                    .filter(|row| row.kernel.starts_with(&begin))
                    .peekable();
                let is_right = ran.peek().is_some() && ran.all(|row| row.failed == "0");
                (!is_right).then(|| {
                    format!("the table does not have {loader} on {kernel}, or something was wrong")
                })
            })
        }),
        Refuses(programs, refusing, loading) => programs.iter().find_map(|program| {
            let refuses = |row: &Row| row.cannot.iter().any(|it| it == program);
            let not_refused = refusing
                .iter()
                .find(|it| of(it).count() == 0 || !of(it).all(refuses));
            let not_loaded = loading.iter().find(|it| of(it).all(refuses));
            match (not_refused, not_loaded) {
                (None, None) => None,
                (Some(loader), _) => Some(format!("{loader} does not refuse {program} everywhere")),
                (_, Some(loader)) => Some(format!("{loader} loads {program} nowhere")),
            }
        }),
        RefusesOn(kernel, programs, refusing) => refusing.iter().find_map(|loader| {
            let begin = format!("{kernel}.");
            let mut rows = of(loader).filter(|row| row.kernel.starts_with(&begin));
            let all = |row: &Row| {
                programs
                    .iter()
                    .all(|it| row.cannot.iter().any(|program| program == it))
            };
            let is_so = rows.next().is_some_and(&all) && rows.all(all);
            (!is_so).then(|| format!("{loader} does not refuse these programs on {kernel}"))
        }),
        Needs(what, version) => {
            let is_it = |line: &str| {
                line.starts_with('|')
                    && line.contains(&format!("`{what}`"))
                    && line.ends_with(&format!("| {version} |"))
            };
            (!needs.lines().any(is_it)).then(|| {
                format!("docs/reach.md does not say that {what} is there from {version} on")
            })
        }
        Elsewhere(source) => source.is_empty().then(|| "no source is named".to_owned()),
    }
}

/// Each helper that generated code calls is in the table by its number, with the version that its documentation names.
fn helpers() -> Result<(), Failed> {
    let table = compile::read(&root().join("docs/reach.md"))?;
    let mut templates = String::new();
    let mut sources = Vec::new();
    common::sources(&root().join("templates/intrinsics"), &mut sources);
    for source in sources {
        templates += &compile::read(&source)?;
    }
    let mut numbers = BTreeSet::new();
    for call in templates.split("transmute::<usize, ").skip(1) {
        // `ProbeRead>(113)(to, bytes, from)`
        let number = call
            .split_once(">(")
            .and_then(|(_, rest)| rest.split_once(')'));
        let number = number.and_then(|(number, _)| number.parse::<u32>().ok());
        numbers.insert(number.ok_or("a call of a helper whose number can't be read")?);
    }
    // What has no helper's number makes the verifier refuse the program.
    numbers.retain(|number| *number < 1000);
    let mut wrong = Vec::new();
    for number in &numbers {
        let rows: Vec<Vec<&str>> = table
            .lines()
            .filter(|line| line.contains(&format!("| {number} |")))
            .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
            .collect();
        for row in &rows {
            let [_, needs, _, version] = row[..] else {
                continue;
            };
            let name = needs.split('`').nth(1).unwrap_or_default();
            let is_documented = templates.lines().any(|line| {
                let line = line.trim_start();
                line.starts_with("//")
                    && line.contains(&format!("`{name}`"))
                    && line.contains(&format!("Linux {version}"))
            });
            if !is_documented {
                wrong.push(format!(
                    "no comment in templates/ says that `{name}` is there from Linux {version} on"
                ));
            }
        }
        if rows.is_empty() {
            wrong.push(format!("docs/reach.md has no helper {number}"));
        }
    }
    match wrong.is_empty() && numbers.len() >= 6 {
        true => Ok(()),
        false => Err(format!("{numbers:?}\n{}", wrong.join("\n")).into()),
    }
}
