//! What the runner and the guards printed, as rows: one for each kernel, bindings and loader.

use std::collections::{BTreeMap, BTreeSet};

use super::{GUARDS, PART};
use crate::host::Result;

/// The loaders, in the order of the columns.
pub(super) const LOADERS: [&str; 6] = [
    "libbpf",
    "libbpf-1.1",
    "aya-0.13",
    "aya-0.14",
    "aya-0.16",
    "cilium-0.11",
];

/// Where the rows of a kernel are from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// The name of `cargo xtask kernels`, or `running`.
    pub(super) kernel: String,
    pub(super) release: String,
    pub(super) machine: String,
    pub(super) is_emulated: bool,
    pub(super) date: String,
    /// What built the programs.
    pub(super) compiler: String,
}

/// One loader on one kernel, with the bindings of one kernel or the guards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) bindings: String,
    pub(super) loader: String,
    pub(super) cell: Cell,
}

#[derive(Default, Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub(super) passed: usize,
    /// What was wrong, a line for each.
    pub(super) failed: Vec<String>,
    /// Programs that this loader can't load, or this kernel refuses to anybody, with what was said.
    pub(super) cannot: BTreeSet<(String, String)>,
}

impl Row {
    /// What was wrong, for the person who runs this.
    pub(super) fn failure(&self) -> Option<String> {
        (!self.cell.failed.is_empty()).then(|| {
            format!(
                "{}, bindings {}, {}:\n{}",
                self.place.kernel,
                self.bindings,
                self.loader,
                self.cell.failed.join("\n")
            )
        })
    }
}

/// The rows of a kernel.
pub(super) fn read(place: &Place, output: &str) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let start = format!("\n{PART}");
    let mut parts = output.split(&start);
    // What stands before the first part is the emulator's.
    let first = parts.next().and_then(|text| text.strip_prefix(PART));
    for part in first.into_iter().chain(parts) {
        let (bindings, text) = part.split_once('\n').unwrap_or((part, ""));
        let bindings = bindings.trim();
        let mut cells = BTreeMap::new();
        for line in text.lines() {
            match bindings == GUARDS {
                true => add_guards(&mut cells, line.trim_end()),
                false => add(&mut cells, line.trim_end()),
            }
        }
        if !text.lines().any(|line| is_sum(line.trim_end())) {
            return Err(format!("{bindings}: this part did not come to its end"));
        }
        rows.extend(cells.into_iter().map(|(loader, cell)| Row {
            place: place.clone(),
            bindings: bindings.to_owned(),
            loader,
            cell,
        }));
    }
    match rows.is_empty() {
        true => Err("nothing was printed".to_owned()),
        false => Ok(rows),
    }
}

/// `310 passed, 0 failed, 0 skipped`, or `2926 programs took the right arm, 1568 controls were refused, 0 failed`
fn is_sum(line: &str) -> bool {
    line.contains(" passed, ") && line.ends_with(" skipped")
        || line.contains(" controls were refused, ")
}

/// What the runner says of a program that this loader or this kernel can't load.
const SAYS: &str = "what the loader says, because ";

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
        "ok" => match text.strip_prefix(SAYS) {
            Some(text) => {
                let (why, said) = text.split_once('=').unwrap_or(("", text));
                let said = said.split(" expected=").next().unwrap_or(said);
                let said = format!("{why}: {said}");
                cell.cannot.insert((program.to_owned(), said));
            }
            None => cell.passed += 1,
        },
        "skipped" => {
            cell.cannot.insert((program.to_owned(), refusal(text)));
        }
        "FAILED" => cell.failed.push(format!("{program}: {text}")),
        _ => {}
    }
}

/// Each loader words it in another way.
fn refusal(text: &str) -> String {
    for (part, why) in [
        (
            "Operation not permitted",
            "the kernel of this machine permits no such program",
        ),
        (
            "the kernel has no kprobes",
            "the kernel of this machine has no kprobes",
        ),
    ] {
        if text.contains(part) {
            return why.to_owned();
        }
    }
    text.to_owned()
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

#[cfg(test)]
mod tests {
    use super::{Place, read};

    fn place() -> Place {
        Place {
            kernel: "6.1".to_owned(),
            release: "6.1.0".to_owned(),
            machine: "amd64".to_owned(),
            is_emulated: true,
            date: "2026-11-28".to_owned(),
            compiler: "rustc 1.96.0".to_owned(),
        }
    }

    #[test]
    fn each_loader_has_a_row_in_each_part() {
        let output = "== 6.1\nok pid/libbpf: pid=3 expected=3\nFAILED pid/aya-0.14: pid=4 expected=3\n\
                      ok casts/aya-0.14: what the loader says, because it has none=`.ksyms` expected=`.ksyms`\n\
                      skipped opened_lsm/libbpf: the kernel refuses it (EPERM)\n1 passed, 1 failed, 1 skipped\n\
                      == guards\n3  gone  libbpf  24 took the other arm,  12 were refused, 0 failed\n\
                      24 programs took the right arm, 12 controls were refused, 0 failed\n";
        let rows = read(&place(), output).expect("it is whole");
        let cells: Vec<_> = rows
            .iter()
            .map(|row| {
                let cell = &row.cell;
                let (failed, cannot) = (cell.failed.len(), cell.cannot.len());
                (&*row.bindings, &*row.loader, cell.passed, failed, cannot)
            })
            .collect();
        assert_eq!(
            cells,
            [
                ("6.1", "aya-0.14", 0, 1, 1),
                ("6.1", "libbpf", 1, 0, 1),
                ("guards", "libbpf", 36, 0, 0)
            ]
        );
    }

    #[test]
    fn a_part_that_did_not_end_is_an_error() {
        assert!(read(&place(), "== 6.1\nok pid/libbpf: pid=3 expected=3\n").is_err());
        assert!(read(&place(), "").is_err());
    }
}
