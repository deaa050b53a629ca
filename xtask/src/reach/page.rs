//! In docs: reach.tsv, which keeps the rows, and reach.md, which shows them to users.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::table::{Cell, LOADERS, Place, Row};
use super::{PLACES, versions};
use crate::host::{self, Result};
use crate::tools;

const HEAD: &str = include_str!("page.md");
/// Where the tables go in it.
const TABLE: &str = "@TABLE@";
const CANNOT: &str = "@CANNOT@";
const LOADERS_TEXT: &str = "@LOADERS@";
const COMPILERS: &str = "@COMPILERS@";

/// Replaces the rows of what was run, and writes the page.
pub(super) fn write(rows: &[Row]) -> Result {
    let mut all = kept()?;
    let is_new = |old: &Row| {
        rows.iter()
            .any(|row| row.place.kernel == old.place.kernel && row.bindings == old.bindings)
    };
    all.retain(|row| !is_new(row));
    all.extend(rows.iter().cloned());
    let position = |name: &str| PLACES.iter().position(|place| *place == name);
    all.sort_by_key(|row| position(&row.place.kernel));
    host::write(&tsv(), all.iter().map(line).collect::<String>())?;
    host::write(
        &tools::checkout().join("docs").join("reach.md"),
        page(&all)?,
    )
}

fn tsv() -> PathBuf {
    tools::checkout().join("docs/reach.tsv")
}

/// What earlier runs found.
fn kept() -> Result<Vec<Row>> {
    match tsv().exists() {
        false => Ok(Vec::new()),
        true => {
            let text = String::from_utf8_lossy(&host::read(&tsv())?).into_owned();
            let rows = text.lines().filter(|line| !line.starts_with('#'));
            let parse = |line: &str| parse(line).ok_or(format!("docs/reach.tsv: {line}"));
            rows.map(parse).collect()
        }
    }
}

fn line(row: &Row) -> String {
    let place = &row.place;
    let how = if place.is_emulated {
        "emulated"
    } else {
        "real"
    };
    let cannot = row.cell.cannot.iter().map(|(program, said)| {
        let said = said.replace(['\t', '|', ';'], " ");
        format!("{program}={said}")
    });
    let cannot = cannot.collect::<Vec<_>>().join(";");
    [
        &*place.kernel,
        &place.release,
        &place.machine,
        how,
        &place.date,
        &place.compiler,
        &row.bindings,
        &row.loader,
        &row.cell.passed.to_string(),
        &row.cell.failed.len().to_string(),
        &cannot,
    ]
    .join("\t")
        + "\n"
}

fn parse(line: &str) -> Option<Row> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [
        kernel,
        release,
        machine,
        how,
        date,
        compiler,
        bindings,
        loader,
        passed,
        failed,
        cannot,
    ] = fields[..]
    else {
        return None;
    };
    let own = |text: &str| text.to_owned();
    let cannot = cannot.split(';').filter_map(|it| it.split_once('='));
    Some(Row {
        place: Place {
            kernel: own(kernel),
            release: own(release),
            machine: own(machine),
            is_emulated: how == "emulated",
            date: own(date),
            compiler: own(compiler),
        },
        bindings: own(bindings),
        loader: own(loader),
        cell: Cell {
            passed: passed.parse().ok()?,
            failed: vec![String::new(); failed.parse().ok()?],
            cannot: cannot
                .map(|(program, said)| (own(program), own(said)))
                .collect(),
        },
    })
}

fn page(rows: &[Row]) -> Result<String> {
    Ok(HEAD
        .replace(LOADERS_TEXT, &versions::loaders()?)
        .replace(TABLE, &results(rows))
        .replace(COMPILERS, &compilers(rows))
        .replace(CANNOT, &cannot(rows)))
}

/// Each compiler, and the kernels that its programs ran on.
fn compilers(rows: &[Row]) -> String {
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        let kernels = found.entry(&row.place.compiler).or_default();
        if !kernels.contains(&&*row.place.release) {
            kernels.push(&row.place.release);
        }
    }
    let mut text = "| compiler | kernels |\n| --- | --- |\n".to_owned();
    for (compiler, kernels) in found {
        text += &format!("| {compiler} | {} |\n", kernels.join(", "));
    }
    text
}

/// As a table: a line for each kernel and bindings, a column for each loader.
pub(super) fn results(rows: &[Row]) -> String {
    let mut text = "| kernel | architecture | bindings |".to_owned();
    text += &LOADERS.map(|loader| format!(" {loader} |")).concat();
    text += " date |\n| --- | --- | --- |";
    text += &" --- |".repeat(LOADERS.len() + 1);
    text += "\n";
    let mut lines: Vec<(&Place, &str)> = Vec::new();
    for row in rows {
        let line = (&row.place, &*row.bindings);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    for (place, bindings) in lines {
        let how = if place.is_emulated { ", emulated" } else { "" };
        let (release, machine) = (&place.release, &place.machine);
        let bindings_name = if bindings == place.kernel {
            "its own"
        } else {
            bindings
        };
        text += &format!("| {release} | {machine}{how} | {bindings_name} |");
        for loader in LOADERS {
            let row = rows.iter().find(|row| {
                row.place == *place && row.bindings == bindings && row.loader == loader
            });
            text += &match row.map(|row| &row.cell) {
                None => " - |".to_owned(),
                Some(cell) if cell.failed.is_empty() => format!(" {} |", cell.passed),
                Some(cell) => format!(" {}, **{} wrong** |", cell.passed, cell.failed.len()),
            };
        }
        text += &format!(" {} |\n", place.date);
    }
    text
}

/// What could not be done: by program and what was said, on which kernels and with which loaders.
fn cannot(rows: &[Row]) -> String {
    let mut found: BTreeMap<(&str, &str), BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for row in rows {
        for (program, said) in &row.cell.cannot {
            let kernels = found.entry((program, said)).or_default();
            let loaders = kernels.entry(&row.place.release).or_default();
            loaders.insert(&row.loader);
        }
    }
    let mut text =
        "| program | why not, and what the loader says | where |\n| --- | --- | --- |\n".to_owned();
    for ((program, said), kernels) in found {
        // The same loaders on several kernels are one entry.
        let mut by_loaders: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (kernel, loaders) in kernels {
            let loaders = loaders.into_iter().collect::<Vec<_>>().join(", ");
            by_loaders.entry(loaders).or_default().push(kernel);
        }
        let places = by_loaders
            .iter()
            .map(|(loaders, kernels)| format!("{loaders}: {}", kernels.join(", ")));
        let places = places.collect::<Vec<_>>().join("; ");
        text += &format!("| `{program}` | {said} | {places} |\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{line, parse};

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let text = "6.1\t6.1.0-50\tamd64\temulated\t2026-11-28\trustc 1.96.0\trunning\taya-0.13\t52\t1\tcasts=`.ksyms`;task_iter=iter\n";
        let row = parse(text.trim_end()).expect("parses");
        assert_eq!(line(&row), text);
    }
}
