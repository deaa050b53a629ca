//! `btfgen list` and `btfgen show`: every struct and union of real kernels against pahole and bpftool, and how they look.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use common::{Case, Need, RUNNING, corpus, ensure, kernel_file, output};
use libtest_mimic::Failed;
use serde_json::Value;

const BTFGEN: &str = env!("CARGO_BIN_EXE_btfgen");

fn main() -> ExitCode {
    let kernels = [
        ("running", PathBuf::from(RUNNING)),
        ("6.1", corpus("6.1")),
        ("6.12", corpus("6.12")),
    ];
    let mut cases = Vec::new();
    for (kernel, path) in kernels {
        let other = path.clone();
        cases.push(Case {
            name: format!("shows_what_pahole_shows_{kernel}"),
            needs: vec![Need::Program("pahole"), kernel_file(&path)],
            run: Box::new(move || shows_what_pahole_shows(&path)),
        });
        cases.push(Case {
            name: format!("lists_what_bpftool_lists_{kernel}"),
            needs: vec![Need::Program("bpftool"), kernel_file(&other)],
            run: Box::new(move || lists_what_bpftool_lists(&other)),
        });
    }
    for (name, run) in HERE {
        cases.push(Case {
            name: (*name).to_string(),
            needs: Vec::new(),
            run: Box::new(run),
        });
    }
    common::run(cases)
}

type Test = (&'static str, fn() -> Result<(), Failed>);

/// Tests that need nothing.
const HERE: &[Test] = &[
    ("types_as_c", types_as_c),
    ("one_field_in_its_type", one_field_in_its_type),
    ("tables", tables),
    ("json", json),
    ("enumerators", enumerators),
    (
        "a_reader_that_stops_is_no_error",
        a_reader_that_stops_is_no_error,
    ),
];

fn odd() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/btf/odd.bpfel.btf")
}

fn btfgen(arguments: &[&str], btf: &Path) -> Result<String, Failed> {
    let btf = btf.to_str().ok_or("a path that is text")?;
    Ok(String::from_utf8(output(
        BTFGEN,
        &[arguments, &["--btf", btf]].concat(),
    )?)?)
}

#[track_caller]
fn same(found: &str, expected: &str) -> Result<(), Failed> {
    ensure(found == expected, || {
        format!("found:\n{found}\nexpected:\n{expected}")
    })
}

/// A member as a line of C shows it: its name, its first bit, and what else stands in the comment.
type Shown = (String, u64, String);

/// Members of each definition of each struct and union that C text shows, those of nested ones in their place.
fn members(text: &str) -> BTreeMap<String, Vec<Vec<Shown>>> {
    let mut types: BTreeMap<String, Vec<Vec<Shown>>> = BTreeMap::new();
    let mut current: Option<(String, Vec<Shown>)> = None;
    for line in text.lines() {
        let starts = line.starts_with("struct ") || line.starts_with("union ");
        if let Some(name) = line.strip_suffix(" {").filter(|_| starts) {
            current = Some((name.to_string(), Vec::new()));
        } else if line.starts_with('}') {
            if let Some((name, members)) = current.take() {
                types.entry(name).or_default().push(members);
            }
        } else if let Some((_, members)) = &mut current
            && !line.trim_start().starts_with("/*")
        {
            members.extend(member(line));
        }
    }
    types
}

fn member(line: &str) -> Option<Shown> {
    let (declaration, comment) = line.rsplit_once("/*")?;
    let numbers = comment.strip_suffix("*/")?.trim();
    let (place, size) = numbers.rsplit_once(' ')?;
    let (byte, bit) = place.split_once(':').unwrap_or((place, "0"));
    let bit = 8 * byte.trim().parse::<u64>().ok()? + bit.trim().parse::<u64>().ok()?;
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut declaration = declaration.replace("__attribute__((__packed__))", "");
    while let Some(start) = declaration.find("__attribute__((__aligned__(") {
        let length = declaration[start..].find(")))")? + 3;
        declaration.replace_range(start..start + length, "");
    }
    // Of a pointer to a function or to an array the name stands inside.
    let around = declaration
        .split_once("(*")
        .map_or(&declaration[..], |(_, rest)| rest);
    let end = around.find([')', '[', ':', ';']).unwrap_or(around.len());
    let name = around[..end].trim_end().rsplit(|c| !word(c)).next();
    Some((name?.to_string(), bit, size.to_string()))
}

/// The structs that C text shows as packed.
fn packed(text: &str) -> BTreeSet<String> {
    let (mut packed, mut current) = (BTreeSet::new(), "");
    for line in text.lines() {
        match line.strip_suffix(" {") {
            Some(name) if name.starts_with("struct ") => current = name,
            _ if line.starts_with('}') && line.contains("__packed__") => {
                packed.insert(current.to_string());
            }
            _ => {}
        }
    }
    packed
}

fn shows_what_pahole_shows(btf: &Path) -> Result<(), Failed> {
    let path = btf.to_str().ok_or("a path that is text")?;
    let theirs = String::from_utf8(output("pahole", &[path])?)?;
    let ours = btfgen(&["show", "struct:*", "union:*"], btf)?;
    let (our_packed, their_packed) = (packed(&ours), packed(&theirs));
    ensure(their_packed.len() > 20, || {
        "pahole shows none that is packed".to_string()
    })?;
    let (ours, theirs) = (members(&ours), members(&theirs));
    ensure(theirs.len() > 5000, || {
        format!("pahole shows {} types only", theirs.len())
    })?;
    for (name, theirs) in &theirs {
        ensure(
            our_packed.contains(name) == their_packed.contains(name),
            || format!("{name} is packed for one of the two only"),
        )?;
        let Some(ours) = ours.get(name) else {
            return Err(format!("{name} is missing").into());
        };
        // Of definitions that are alike btfgen shows one, and of some that differ pahole shows one.
        let both_show = ours.iter().any(|ours| theirs.contains(ours));
        ensure(both_show, || format!("{name}: {ours:?} and {theirs:?}"))?;
    }
    Ok(())
}

fn lists_what_bpftool_lists(btf: &Path) -> Result<(), Failed> {
    let path = btf.to_str().ok_or("a path that is text")?;
    let dump = output("bpftool", &["btf", "dump", "-j", "file", path])?;
    let dump: Value = serde_json::from_slice(&dump)?;
    let mut theirs: BTreeMap<(String, &str), BTreeSet<u64>> = BTreeMap::new();
    for ty in dump["types"].as_array().ok_or("a list")? {
        let name = ty["name"].as_str().unwrap_or_default();
        let kind = ty["kind"].as_str().unwrap_or_default().to_lowercase();
        let kind = kind.trim_end_matches("64");
        if ["struct", "union", "enum"].contains(&kind) && name != "(anon)" {
            let sizes = theirs.entry((kind.to_string(), name)).or_default();
            sizes.extend(ty["size"].as_u64());
        }
    }
    let ours: Value = serde_json::from_str(&btfgen(&["list", "--json"], btf)?)?;
    let mut ours_too = BTreeSet::new();
    for ty in ours.as_array().ok_or("a list")? {
        let (kind, name) = (
            ty["kind"].as_str().unwrap_or_default(),
            ty["name"].as_str().unwrap_or_default(),
        );
        let is_named = kind != "typedef" && !name.is_empty();
        if let (true, Some(size)) = (is_named, ty["size"].as_u64()) {
            let key = (kind.to_string(), name);
            let known = theirs.get(&key).is_some_and(|sizes| sizes.contains(&size));
            ensure(known, || format!("{kind} {name} has not {size} bytes"))?;
            ours_too.insert(key);
        }
    }
    ensure(
        ours_too.len() == theirs.len() && theirs.len() > 5000,
        || format!("{} types, {} of bpftool", ours_too.len(), theirs.len()),
    )
}

fn types_as_c() -> Result<(), Failed> {
    same(
        &btfgen(&["show", "odd", "big", "kuid_t", "u128", "fwd"], &odd())?,
        "\
enum big {
	HUGE_ = 78187493520,
	MINUS = -1,
};                                                      /* size: 8 */

struct fwd;                                             /* only declared */

typedef struct {
	int val;                                        /*     0     4 */

	/* size: 4, members: 1 */
} kuid_t;

struct odd {
	int a:3;                                        /*     0: 0  4 */
	int b:29;                                       /*     0: 3  4 */

	/* XXX 4 bytes hole */

	const char *volatile *restrict p;               /*     8     8 */
	struct fwd *f;                                  /*    16     8 */
	union both *u;                                  /*    24     8 */
	enum big big;                                   /*    32     8 */
	enum small small[2][3];                         /*    40    24 */
	struct inner inner;                             /*    64    48 */
	kuid_t uid;                                     /*   112     4 */

	/* XXX 4 bytes hole */

	union {
		struct {
			int x;                          /*   120     4 */
			int y;                          /*   124     4 */
		};                                      /*   120     8 */
		long long xy;                           /*   120     8 */
	} named;                                        /*   120     8 */
	union {
		int anon1;                              /*   128     4 */
		struct {
			short s1;                       /*   128     2 */
			short s2;                       /*   130     2 */
		};                                      /*   128     4 */
	};                                              /*   128     4 */

	/* XXX 4 bytes hole */

	int *user;                                      /*   136     8 */
	int (*call)(struct odd *, int, ...);            /*   144     8 */

	/* XXX 8 bytes hole */

	const struct inner many[];                      /*   160     0 */

	/* size: 160, members: 14 */
};

typedef unsigned __int128 u128;                         /* size: 16 */
",
    )
}

fn one_field_in_its_type() -> Result<(), Failed> {
    same(
        &btfgen(&["show", "odd.{s2,inner}"], &odd())?,
        "\
struct odd {
	/* … */
	struct inner {
		char c;                                 /*    64     1 */

		/* XXX 3 bytes hole */

		float f;                                /*    68     4 */
		double d;                               /*    72     8 */
		u128 wide;                              /*    80    16 */
		_Bool flag;                             /*    96     1 */
	} inner;                                        /*    64    48 */
	/* … */
	union {
		/* … */
		struct {
			/* … */
			short s2;                       /*   130     2 */
		};                                      /*   128     4 */
	};                                              /*   128     4 */
	/* … */

	/* size: 160, members: 14 */
};
",
    )
}

fn tables() -> Result<(), Failed> {
    same(
        &btfgen(&["list", "{odd,fwd,big,u128}"], &odd())?,
        "\
KIND         SIZE  FIELDS  NAME
enum            8       2  big
struct          -       -  fwd
struct        160      16  odd
typedef        16       -  u128
",
    )?;
    same(
        &btfgen(&["list", "odd.{b,s2,small}"], &odd())?,
        "   OFFSET      SIZE  FIELD
      0:3   29 bits  odd.b: int b
       40        24  odd.small: enum small small[2][3]
      130         2  odd.s2: short s2
",
    )
}

fn json() -> Result<(), Failed> {
    let found: Value =
        serde_json::from_str(&btfgen(&["list", "--json", "fwd", "odd.{b,s2}"], &odd())?)?;
    let expected = serde_json::json!([
        { "kind": "struct", "name": "fwd", "size": null, "fields": null, "id": found[0]["id"] },
        { "kind": "struct", "name": "odd", "size": 160, "fields": 16, "id": found[1]["id"], "members": [
            { "name": "b", "declaration": "int b", "offset": 0, "size": 4, "bit": 3, "bits": 29 },
            { "name": "s2", "declaration": "short s2", "offset": 130, "size": 2 },
        ] },
    ]);
    ensure(found == expected && found[1]["id"].is_u64(), || {
        format!("{found:#}")
    })
}

fn enumerators() -> Result<(), Failed> {
    let btf =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/anonymous_enums/input.btf");
    same(
        &btfgen(
            &["list", "named.NAMED_B", "{LONE_B,TWICE}", "of_typedef"],
            &btf,
        )?,
        "\
KIND         SIZE  FIELDS  NAME
typedef         4       2  of_typedef

               VALUE  ENUMERATOR
                   6  named.NAMED_B
                   2  LONE_B
                   3  TWICE
                   4  TWICE
",
    )?;
    let all = btfgen(&["list"], &btf)?;
    for line in [
        "         4294967296  WIDE_X",
        "                   9  ONLY_SECOND",
    ] {
        ensure(all.lines().any(|it| it.trim() == line.trim()), || {
            format!("{line} is not in\n{all}")
        })?;
    }
    let found: Value = serde_json::from_str(&btfgen(
        &["list", "--json", "named.NAMED_B", "LONE_B"],
        &btf,
    )?)?;
    let expected = serde_json::json!([
        { "kind": "enum", "name": "named", "size": 4, "fields": 2, "id": found[0]["id"], "enumerators": [
            { "name": "NAMED_B", "value": 6 },
        ] },
        { "kind": "enum", "name": "", "size": 4, "fields": 3, "id": found[1]["id"], "enumerators": [
            { "name": "LONE_B", "value": 2 },
        ] },
    ]);
    ensure(found == expected, || format!("{found:#}"))?;
    same(
        &btfgen(&["show", "LONE_B", "WIDE_X"], &btf)?,
        "\
enum {
	/* … */
	LONE_B = 2,
	/* … */
};                                                      /* size: 4 */

enum {
	WIDE_X = 4294967296,
};                                                      /* size: 8 */
",
    )
}

fn a_reader_that_stops_is_no_error() -> Result<(), Failed> {
    for arguments in [&["list"][..], &["list", "--json"], &["show", "*"]] {
        let (reader, writer) = std::io::pipe()?;
        drop(reader);
        let mut command = Command::new(BTFGEN);
        command
            .args(arguments)
            .arg("--btf")
            .arg(odd())
            .stdout(writer);
        let output = command.output()?;
        ensure(output.status.success() && output.stderr.is_empty(), || {
            format!("{arguments:?}: {output:?}")
        })?;
    }
    Ok(())
}
