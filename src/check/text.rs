//! The result of a check, as text.

use std::collections::BTreeMap;
use std::fmt;

use super::report::{Check, CheckedRelocation, CheckedSymbol, Guard, OnKernel, Verdict};

/// The width of the text in columns.
const COLUMNS: usize = 100;

/// The maximum number of problems that are printed.
const MAX_PROBLEMS: usize = 1000;

/// The content of a cell of the table. Later variants are worse.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cell {
    Ok,
    No,
    Guarded,
    Unknown,
    Differs,
    Resized,
    Unguarded,
    Missing,
    Ambiguous,
    Refused,
}

impl Cell {
    fn of(on: &OnKernel) -> Cell {
        match (on.verdict, on.guard) {
            (Verdict::Ok, _) => Cell::Ok,
            (Verdict::No, _) => Cell::No,
            (Verdict::Differs, _) => Cell::Differs,
            (Verdict::Missing, _) => Cell::Missing,
            (Verdict::Ambiguous, _) => Cell::Ambiguous,
            (Verdict::Refused, _) => Cell::Refused,
            (_, Some(Guard::Yes)) => Cell::Guarded,
            (_, Some(Guard::Unknown) | None) => Cell::Unknown,
            (Verdict::Resized | Verdict::Trapped, _) => Cell::Resized,
            (Verdict::Absent, _) => Cell::Unguarded,
        }
    }

    fn text(self) -> &'static str {
        match self {
            Cell::Ok => "ok",
            Cell::No => "no",
            Cell::Guarded => "guarded",
            Cell::Unknown => "unknown",
            Cell::Differs => "differs",
            Cell::Resized => "resized",
            Cell::Unguarded => "unguarded",
            Cell::Missing => "missing",
            Cell::Ambiguous => "ambiguous",
            Cell::Refused => "refused",
        }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let subjects = (self.relocations.iter()).map(|it| (it.subject.clone(), &it.on[..]));
        let (mut rows, all) = self.rows(subjects);
        let symbols = self.symbols.iter().map(|it| (it.subject(), &it.on[..]));
        let (symbols, all_symbols) = self.rows(symbols);
        let kernels = match &self.kernels[..] {
            [kernel] => kernel.clone(),
            kernels => format!("all of {} kernels", kernels.len()),
        };
        let (relocations, ok) = (self.relocations.len(), all - rows.len());
        let summary = format!(
            "{}: {relocations} relocations; {ok} of {all} fields, types and enumerators are ok on {kernels}",
            self.object
        );
        let summary = match all_symbols {
            0 => summary,
            all => format!(
                "{summary}; so are {} of {all} hooks and kernel functions",
                all - symbols.len()
            ),
        };
        wrapped(f, &summary, 0)?;
        rows.extend(symbols);
        if !rows.is_empty() {
            self.table(f, &rows)?;
        }
        self.problems(f)?;
        self.symbol_problems(f)?;
        self.write_notes(f)
    }
}

impl CheckedSymbol {
    /// As a pattern names it: `fn:do_exit`.
    fn subject(&self) -> String {
        format!("{}:{}", self.kind, self.name)
    }
}

/// The worst result on each kernel, for each subject.
type Rows = BTreeMap<String, Vec<Cell>>;

/// Sentences, each with the kernels that it is true for.
type Sentences<'a> = Vec<(String, Vec<&'a str>)>;

impl Check {
    /// The rows that are not `ok` on each kernel, and how many there are with those.
    fn rows<'a>(&self, subjects: impl Iterator<Item = (String, &'a [OnKernel])>) -> (Rows, usize) {
        let mut rows = Rows::new();
        for (subject, results) in subjects {
            let row = rows.entry(subject);
            let row = row.or_insert_with(|| vec![Cell::Ok; self.kernels.len()]);
            for (cell, on) in row.iter_mut().zip(results) {
                *cell = (*cell).max(Cell::of(on));
            }
        }
        let all = rows.len();
        rows.retain(|_, row| row.iter().any(|cell| *cell != Cell::Ok));
        (rows, all)
    }

    /// What is wrong, and on which kernels.
    fn sentences(&self, results: &[OnKernel]) -> Sentences<'_> {
        let mut sentences: Sentences<'_> = Vec::new();
        for (kernel, on) in self.kernels.iter().zip(results) {
            if !on.is_trouble() {
                continue;
            }
            let sentence = sentence(on, self.loader.name());
            match sentences.iter_mut().find(|(known, _)| *known == sentence) {
                Some((_, kernels)) => kernels.push(kernel),
                None => sentences.push((sentence, vec![kernel])),
            }
        }
        sentences
    }

    /// Problems with attach targets, kernel functions and variables.
    fn symbol_problems(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut problems: BTreeMap<(String, Sentences<'_>), Vec<&CheckedSymbol>> = BTreeMap::new();
        for it in &self.symbols {
            let sentences = self.sentences(&it.on);
            if !sentences.is_empty() {
                let key = (it.subject(), sentences);
                problems.entry(key).or_default().push(it);
            }
        }
        for ((subject, sentences), symbols) in problems.iter().take(MAX_PROBLEMS) {
            let programs = symbols.iter().filter_map(|it| it.function.as_deref());
            let programs: Vec<_> = programs.collect();
            let head = match &programs[..] {
                [] => subject.clone(),
                [one] => format!("{subject} (program {one})"),
                [one, more @ ..] => format!("{subject} (program {one}, and {} more)", more.len()),
            };
            writeln!(f)?;
            wrapped(f, &head, 2)?;
            for (sentence, kernels) in sentences {
                wrapped(f, &format!("  {}: {sentence}", kernels.join(", ")), 4)?;
            }
        }
        match problems.len().saturating_sub(MAX_PROBLEMS) {
            0 => Ok(()),
            more => writeln!(f, "\nand {more} more; --json has all of them"),
        }
    }

    /// The table. If the kernels do not fit into the width, there are several tables, one below the other.
    fn table(&self, f: &mut fmt::Formatter<'_>, rows: &Rows) -> fmt::Result {
        let length = |text: &str| text.chars().count();
        let first = rows
            .keys()
            .map(|subject| length(subject))
            .max()
            .unwrap_or(0);
        let width = |i: usize| {
            let cells = rows.values().map(|row| row[i].text().len());
            cells.max().unwrap_or(0).max(length(&self.kernels[i]))
        };
        let mut start = 0;
        while start < self.kernels.len() {
            let (mut end, mut used) = (start, first);
            while end < self.kernels.len() && (end == start || used + 2 + width(end) <= COLUMNS) {
                used += 2 + width(end);
                end += 1;
            }
            let line = |f: &mut fmt::Formatter<'_>, first_cell: &str, cells: &[&str]| {
                let mut line = format!("{first_cell:first$}");
                for (i, cell) in (start..end).zip(cells) {
                    line.push_str(&format!("  {cell:width$}", width = width(i)));
                }
                writeln!(f, "{}", line.trim_end())
            };
            writeln!(f)?;
            let names: Vec<_> = self.kernels[start..end]
                .iter()
                .map(String::as_str)
                .collect();
            line(f, "", &names)?;
            for (subject, row) in rows {
                let cells: Vec<_> = row[start..end].iter().map(|cell| cell.text()).collect();
                line(f, subject, &cells)?;
            }
            start = end;
        }
        Ok(())
    }

    /// The problems and their instructions. The same problem at several instructions is printed once.
    fn problems(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut problems: BTreeMap<(&str, &str, Sentences<'_>), Vec<&CheckedRelocation>> =
            BTreeMap::new();
        for it in &self.relocations {
            let sentences = self.sentences(&it.on);
            if !sentences.is_empty() {
                let key = (it.subject.as_str(), it.operation, sentences);
                problems.entry(key).or_default().push(it);
            }
        }
        let more = problems.len().saturating_sub(MAX_PROBLEMS);
        for ((subject, operation, sentences), places) in problems.iter().take(MAX_PROBLEMS) {
            let first = places[0];
            let function = match &first.function {
                Some(function) => format!(", {function}"),
                None => String::new(),
            };
            let others = match places.len() - 1 {
                0 => String::new(),
                more => format!(", and {more} more"),
            };
            writeln!(f)?;
            let head = format!(
                "{operation} of {subject} ({}{function}, instruction {}{others})",
                first.section, first.instruction
            );
            wrapped(f, &head, 2)?;
            for (sentence, kernels) in sentences {
                wrapped(f, &format!("  {}: {sentence}", kernels.join(", ")), 4)?;
            }
        }
        match more {
            0 => Ok(()),
            more => writeln!(f, "\nand {more} more; --json has all of them"),
        }
    }

    fn write_notes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.notes.is_empty() {
            return Ok(());
        }
        writeln!(f)?;
        let head = "note: these enumerators have other values. If the program uses one as a constant, it is wrong there:";
        wrapped(f, head, 2)?;
        for note in self.notes.iter().take(MAX_PROBLEMS) {
            let on: Vec<_> = (note.on.iter())
                .map(|(kernel, value)| format!("{value} on {kernel}"))
                .collect();
            let line = format!("  {} is {}; {}", note.subject, note.value, on.join(", "));
            wrapped(f, &line, 4)?;
        }
        match self.notes.len().saturating_sub(MAX_PROBLEMS) {
            0 => Ok(()),
            more => writeln!(f, "  and {more} more; --json has all of them"),
        }
    }
}

fn sentence(on: &OnKernel, loader: &str) -> String {
    let reasons = on.reasons.join("; ");
    match Cell::of(on) {
        Cell::Unguarded | Cell::Resized => {
            format!("{reasons}. Nothing guards it, so the verifier refuses the program")
        }
        Cell::Unknown => {
            format!("{reasons}. Whether the verifier comes to this instruction can't be told")
        }
        Cell::Missing => reasons,
        Cell::Ambiguous | Cell::Refused => {
            format!("{reasons}. {loader} refuses the object")
        }
        _ => format!("{reasons}. Neither {loader} nor the verifier sees this"),
    }
}

/// Wraps a line of text at spaces, so that it fits the width. Later lines are indented.
fn wrapped(f: &mut fmt::Formatter<'_>, text: &str, indent: usize) -> fmt::Result {
    let start = text.len() - text.trim_start().len();
    let mut line = text[..start].to_string();
    let mut used = start;
    for (i, word) in text.split_whitespace().enumerate() {
        let length = word.chars().count();
        if i > 0 && used + 1 + length > COLUMNS {
            writeln!(f, "{line}")?;
            (line, used) = (" ".repeat(indent), indent);
        } else if i > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += length;
    }
    writeln!(f, "{line}")
}
