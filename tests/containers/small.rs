//! Small BTF that stands for much: a type is written wherever it is used. btfgen writes it, or says what is too long, in
//! bounded time and memory.

use std::path::Path;

use libtest_mimic::Failed;

use crate::common::{Case, ensure};
use crate::handmade::Btf;
use crate::hostile::bounded;
use crate::make;

/// What btfgen says.
enum Outcome {
    /// Nothing, or warnings that begin so.
    Written(&'static str),
    /// An error that begins so.
    Refused(&'static str),
}
use Outcome::{Refused, Written};

/// A name, the BTF, and what becomes of it when it is written, listed, and shown.
type Row = (&'static str, fn() -> Btf, Outcome, Outcome, Outcome);

const WRITING: &[&[&str]] = &[&[], &["--intrinsics", "core"]];
const LISTING: &[&[&str]] = &[&["list", "*.*"], &["list", "*.*", "--json"]];
const SHOWING: &[&[&str]] = &[&["show", "*"]];

/// JSON has more than the text that is limited.
const MOST: usize = 256 << 20;

const TOO_LONG: Outcome = Refused("error: with struct ");
const DONE: Outcome = Written("");

const ROWS: &[Row] = &[
    (
        "arrays of 250 dimensions in an anonymous struct of 600 structs",
        dimensions,
        Written(
            "warning: left out: BTF type id 253: a member of struct s0: f0 has 250 dimensions, more than 15\n",
        ),
        TOO_LONG,
        TOO_LONG,
    ),
    (
        "typedefs of arrays of 250 dimensions",
        typedefs,
        DONE,
        Refused("error: pattern '*.*': typedef t0 has no field *\n"),
        DONE,
    ),
    (
        "1,000 fields in 60 anonymous structs, in each of 1,900 structs",
        nested,
        TOO_LONG,
        TOO_LONG,
        TOO_LONG,
    ),
    (
        "pointers to functions with 60 parameters of long names",
        functions,
        TOO_LONG,
        TOO_LONG,
        TOO_LONG,
    ),
    (
        "a function with a million parameters",
        parameters,
        DONE,
        DONE,
        DONE,
    ),
    (
        "250 named members of anonymous structs, one in the other",
        chain_of_members,
        TOO_LONG,
        DONE,
        DONE,
    ),
    (
        "100,000 pointers to pointers, 250 times",
        pointers,
        DONE,
        DONE,
        DONE,
    ),
    (
        "100,000 names with two definitions each",
        definitions,
        Written("warning: this kernel has several definitions of struct s0 that differ; "),
        DONE,
        DONE,
    ),
    (
        "one name for 20,000 enumerators",
        enumerators,
        Refused("error: FILE has names that can't be written:\n"),
        DONE,
        DONE,
    ),
    (
        "500 long names, each in 1,000 enums",
        long_enumerators,
        Refused("error: with enum e"),
        Refused("error: with enum e"),
        Refused("error: with enum e"),
    ),
];

pub(crate) fn cases() -> Vec<Case> {
    let rows = ROWS.iter().map(|(name, btf, writing, listing, showing)| {
        let commands = [(WRITING, writing), (LISTING, listing), (SHOWING, showing)];
        Case {
            name: format!("small: {name}"),
            needs: vec![],
            run: Box::new(move || {
                let folder = make::folder()?;
                let path = make::file(&folder, "x", &btf().bytes())?;
                for (commands, outcome) in commands {
                    for command in commands {
                        check(command, &path, outcome)?;
                    }
                }
                Ok(())
            }),
        }
    });
    rows.collect()
}

fn check(command: &[&str], path: &Path, outcome: &Outcome) -> Result<(), Failed> {
    let output = bounded().args(command).arg("--btf").arg(path).output()?;
    let (stderr, length) = (String::from_utf8_lossy(&output.stderr), output.stdout.len());
    let said = stderr.replace(&path.display().to_string(), "FILE");
    let is_right = match outcome {
        Written("") => said.is_empty() && output.status.success(),
        Written(warnings) => said.starts_with(warnings) && output.status.success(),
        Refused(error) => said.starts_with(error) && output.status.code() == Some(1),
    };
    ensure(is_right && said.len() < 10_000 && length < MOST, || {
        let start: String = said.chars().take(1000).collect();
        let (all, status) = (said.len(), output.status);
        format!("{command:?}: {status}, {length} bytes, and {all} of messages:\n{start}")
    })
}

/// Where this name is in the strings.
fn name(btf: &mut Btf, name: &str) -> u32 {
    if btf.strings.is_empty() {
        btf.strings.push(0);
    }
    let at = btf.strings.len() as u32;
    btf.strings.extend(name.as_bytes());
    btf.strings.push(0);
    at
}

/// Members of this type, called `f0` and so on, all at the start.
fn members(btf: &mut Btf, count: u32, ty: u32) -> Vec<u32> {
    (0..count)
        .flat_map(|i| [name(btf, &format!("f{i}")), ty, 0])
        .collect()
}

/// 1 is `int`, and the last an array of as many dimensions.
fn array(dimensions: u32) -> Btf {
    (1..=dimensions).fold(Btf::default().int(), |btf, element| {
        btf.ty(b"", 3, 0, 0, &[element, 1, 1])
    })
}

fn structs(mut btf: Btf, count: u32, size: u32, member: &[u32]) -> Btf {
    for i in 0..count {
        let members = member.len() as u32 / 3;
        btf = btf.ty(format!("s{i}").as_bytes(), 4, members, size, member);
    }
    btf
}

fn dimensions() -> Btf {
    let mut btf = array(250);
    let fields = members(&mut btf, 500, 251);
    let btf = btf.ty(b"", 4, 500, 4, &fields);
    structs(btf, 600, 4, &[0, 252, 0])
}

fn typedefs() -> Btf {
    (0..50_000).fold(array(250), |btf, i| {
        btf.ty(format!("t{i}").as_bytes(), 8, 0, 251, &[])
    })
}

fn nested() -> Btf {
    let mut btf = Btf::default().int();
    let fields = members(&mut btf, 1_000, 1);
    btf = btf.ty(b"", 4, 1_000, 4, &fields);
    for inner in 2..61 {
        btf = btf.ty(b"", 4, 1, 4, &[0, inner, 0]);
    }
    structs(btf, 1_900, 4, &[0, 61, 0])
}

/// 1 `int`, 2 a struct of a long name, 3 a pointer to it, 4 a function, 5 a pointer to it.
fn functions() -> Btf {
    let btf = Btf::default()
        .int()
        .ty(&[b'n'; 512], 4, 0, 4, &[])
        .ty(b"", 2, 0, 2, &[])
        .ty(b"", 13, 60, 1, &[0, 3].repeat(60));
    let mut btf = btf.ty(b"", 2, 0, 4, &[]);
    let fields = members(&mut btf, 60_000, 5);
    structs(btf, 1, 8, &fields)
}

fn parameters() -> Btf {
    let btf = Btf::default()
        .int()
        .ty(b"", 13, 1_000_000, 1, &[0, 1].repeat(1_000_000));
    let mut btf = btf.ty(b"", 2, 0, 2, &[]);
    let fields = members(&mut btf, 10_000, 3);
    structs(btf, 1, 8, &fields)
}

fn chain_of_members() -> Btf {
    let mut btf = Btf::default().int();
    let long = name(&mut btf, &"n".repeat(500));
    for inner in 1..=250 {
        btf = btf.ty(b"", 4, 1, 4, &[long, inner, 0]);
    }
    structs(btf, 20, 4, &[long, 251, 0])
}

fn pointers() -> Btf {
    let btf = (0..250).fold(Btf::default().int(), |btf, to| {
        btf.ty(b"", 2, 0, to + 1, &[])
    });
    let mut btf = btf;
    let fields = members(&mut btf, 100_000, 251);
    structs(btf, 1, 8, &fields)
}

fn definitions() -> Btf {
    let mut btf = Btf::default().int();
    let field = name(&mut btf, "f");
    btf = structs(btf, 100_000, 4, &[field, 1, 0]);
    structs(btf, 100_000, 8, &[field, 1, 32])
}

fn enumerators() -> Btf {
    let mut btf = Btf::default();
    let name = name(&mut btf, "A");
    let values: Vec<u32> = (0..20_000).flat_map(|value| [name, value]).collect();
    btf.ty(b"e", 6, 20_000, 4, &values)
}

fn long_enumerators() -> Btf {
    let mut btf = Btf::default();
    let names: Vec<u32> = (0..500)
        .map(|i| name(&mut btf, &format!("{i:x>500}")))
        .collect();
    let values: Vec<u32> = names.iter().flat_map(|name| [*name, 1]).collect();
    (0..1_000).fold(btf, |btf, i| {
        btf.ty(format!("e{i}").as_bytes(), 6, 500, 4, &values)
    })
}
