//! What the runner and the guards printed, as a table.

use std::collections::{BTreeMap, BTreeSet};

use super::{GUARDS, PART, RUNNING};
use crate::host::Result;
use crate::machines::Machine;

/// The loaders, in the order of the columns.
const LOADERS: [&str; 5] = ["libbpf", "libbpf-1.1", "aya-0.13", "aya-0.14", "aya-0.16"];

/// One kernel with the bindings of one kernel, or with the guards.
pub(super) struct Row {
    kernel: String,
    release: String,
    machine: &'static str,
    is_emulated: bool,
    bindings: String,
    /// By loader.
    cells: BTreeMap<String, Cell>,
}

#[derive(Default, Debug, PartialEq)]
struct Cell {
    passed: usize,
    failed: Vec<String>,
    /// Programs that this loader can't load, or this kernel refuses to anybody, with what was said.
    cannot: BTreeSet<(String, String)>,
}

impl Row {
    /// What was wrong.
    pub(super) fn failure(&self) -> Option<String> {
        let failed = self.cells.iter().flat_map(|(loader, cell)| {
            let failed = cell.failed.iter();
            failed.map(move |line| format!("{loader}: {line}"))
        });
        let failed: Vec<String> = failed.collect();
        (!failed.is_empty()).then(|| {
            format!(
                "{}, bindings {}:\n{}",
                self.kernel,
                self.bindings,
                failed.join("\n")
            )
        })
    }
}

/// The rows of a kernel.
pub(super) fn read(
    kernel: &str,
    release: &str,
    machine: &Machine,
    output: &str,
) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    let mut is_whole = true;
    for line in output.lines() {
        if let Some(bindings) = line.strip_prefix(PART) {
            if !std::mem::replace(&mut is_whole, false) {
                return Err(format!(
                    "`{bindings}` began before the part before it ended"
                ));
            }
            rows.push(Row {
                kernel: kernel.to_owned(),
                release: release.to_owned(),
                machine: machine.name,
                is_emulated: kernel != RUNNING,
                bindings: bindings.trim().to_owned(),
                cells: BTreeMap::new(),
            });
        } else if let Some(row) = rows.last_mut() {
            match row.bindings == GUARDS {
                true => add_guards(&mut row.cells, line),
                false => add(&mut row.cells, line),
            }
            is_whole |= is_sum(line);
        }
    }
    match is_whole && !rows.is_empty() {
        true => Ok(rows),
        false => Err("a part did not come to its end".to_owned()),
    }
}

/// `310 passed, 0 failed, 0 skipped`, or `2926 programs took the right arm, 1568 controls were refused, 0 failed`
fn is_sum(line: &str) -> bool {
    line.contains(" passed, ") && line.ends_with(" skipped")
        || line.contains(" controls were refused, ")
}

/// `ok pid/libbpf: pid=3 expected=3`
fn add(cells: &mut BTreeMap<String, Cell>, line: &str) {
    let parsed = line.split_once(' ').and_then(|(word, rest)| {
        let (subject, text) = rest.split_once(": ")?;
        let (program, loader) = subject.split_once('/')?;
        LOADERS
            .contains(&loader)
            .then_some((word, program, loader, text))
    });
    let Some((word, program, loader, text)) = parsed else {
        return;
    };
    let cell = cells.entry(loader.to_owned()).or_default();
    match word {
        "ok" => match text.strip_prefix("what the loader says=") {
            Some(said) => {
                let said = said.split(" expected=").next().unwrap_or(said);
                cell.cannot.insert((program.to_owned(), said.to_owned()));
            }
            None => cell.passed += 1,
        },
        "skipped" => {
            cell.cannot.insert((program.to_owned(), text.to_owned()));
        }
        "FAILED" => cell.failed.push(format!("{program}: {text}")),
        _ => {}
    }
}

/// `3          gone     libbpf       24 took the other arm,  12 were refused, 0 failed`
fn add_guards(cells: &mut BTreeMap<String, Cell>, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<usize>().ok());
    let loader = words.get(2).filter(|loader| LOADERS.contains(loader));
    if let (Some(loader), Some(ran), Some(refused), Some(failed)) =
        (loader, number(3), number(8), number(11))
    {
        let cell = cells.entry((*loader).to_owned()).or_default();
        cell.passed += ran + refused;
        if failed > 0 {
            cell.failed.push(line.to_owned());
        }
    }
}

/// As a table, and a list of what could not be done.
pub(super) fn markdown(rows: &[Row]) -> String {
    let mut text = "| kernel | architecture | bindings |".to_owned();
    text += &LOADERS.map(|loader| format!(" {loader} |")).concat();
    text += "\n| --- | --- | --- |";
    text += &" --- |".repeat(LOADERS.len());
    text += "\n";
    for row in rows {
        let how = if row.is_emulated { ", emulated" } else { "" };
        text += &format!(
            "| {} | {}{how} | {} |",
            row.release, row.machine, row.bindings
        );
        for loader in LOADERS {
            text += &match row.cells.get(loader) {
                None => " - |".to_owned(),
                Some(cell) if cell.failed.is_empty() => format!(" {} |", cell.passed),
                Some(cell) => format!(" {}, **{} failed** |", cell.passed, cell.failed.len()),
            };
        }
        text += "\n";
    }
    text
}
