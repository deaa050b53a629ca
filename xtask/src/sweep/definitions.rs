//! A type with several definitions that differ: what libbpf makes of the fields of each, one relocation after the other, as it loads
//! an object.

use std::ffi::OsStr;
use std::path::Path;

use super::object::{self, Record, Step};
use super::verdicts::{Loader, Verdicts};
use super::{Kernel, Programs};
use crate::host::{self, Result};

const BTF: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../tests/snapshots/several_definitions/input.btf"
);

/// An operation, a path from `struct item`, and what libbpf makes of it.
const ROWS: &[(&str, &[&str], &str)] = &[
    ("type_exists r1", &[], "1"),
    ("type_matches r1", &[], "1"),
    // Each definition has another size.
    ("type_size r1", &[], "refused -22"),
    ("offset r1", &["same"], "0"),
    ("offset r1", &["moved"], "refused -22"),
    // A field of the definition that the bindings have the size of. From here on, libbpf tries no other for this local type.
    ("exists r1", &["largest"], "1"),
    ("offset r1", &["largest"], "20"),
    ("offset r1", &["moved"], "4"),
    // Fields of the other definition, which need local types of their own.
    ("exists r1", &["other"], "1"),
    ("offset r1", &["other"], "32"),
    ("offset r1", &["pointer"], "32"),
    ("offset r1", &["others", "1", "deep"], "44"),
    ("size r1", &["others"], "12"),
    ("offset r1", &["last"], "24"),
];

pub(crate) fn check() -> Result {
    let scratch = host::scratch()?;
    let programs = Programs::build()?;
    let kernel = Kernel::find(BTF, scratch.path())?;
    let table = programs.table(&kernel, scratch.path())?;
    let records: Vec<Record> = ROWS.iter().map(record).collect();
    let (unlinked, linked) = (scratch.path().join("in.o"), scratch.path().join("out.o"));
    host::write(&unlinked, object::write(&records, &table, false))?;
    let mut link = host::command(&programs.btfgen);
    let arguments = [OsStr::new("link"), unlinked.as_os_str(), OsStr::new("-o")];
    host::output(link.args(arguments).arg(&linked))?;
    let mut resolver = host::command(&programs.resolver);
    let answers = host::output(resolver.args([Path::new("--in-turn"), Path::new(BTF), &linked]))?;
    let found: Vec<&str> = (answers.lines().skip(1)).map(answer).collect();
    let expected: Vec<&str> = ROWS.iter().map(|(.., answer)| *answer).collect();
    let verdicts = Verdicts {
        programs: &programs,
        kernel: &kernel,
        loader: Loader::Libbpf,
        shifts: true,
    };
    let verdicts = verdicts.compare(&linked)?;
    if let Some(difference) = verdicts.into_iter().find_map(|(_, it)| it) {
        return Err(difference);
    }
    match found == expected {
        true => Ok(()),
        false => Err(format!("libbpf's answers are {found:?}, not {expected:?}")),
    }
}

/// The new number, in a line of the resolver: what is around it are the index, the old number and the section.
fn answer(line: &str) -> &str {
    let (_, rest) = line.split_once(' ').unwrap_or_default();
    let (_, rest) = rest.split_once(' ').unwrap_or_default();
    rest.rsplit_once(' ').map_or(rest, |(new, _)| new)
}

fn record((operation, path, _): &(&'static str, &[&str], &str)) -> Record {
    let step = |name: &&str| match name.parse() {
        Ok(index) => Step::Index(index),
        Err(_) => Step::Member((*name).to_owned()),
    };
    Record {
        root: "struct:item".to_owned(),
        steps: path.iter().map(step).collect(),
        operation,
    }
}
