//! Types by value of whole kernels: each against what pahole reads in the same BTF, compiled by clang.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use btfgen::Builder;
use common::{Case, Need, RUNNING, corpus, ensure, kernel_file, output};
use libtest_mimic::Failed;

/// The kernel, clang's target, and the smallest number of types that are expected.
const KERNELS: [(&str, &str, usize); 2] = [
    ("6.1", "x86_64-linux-gnu", 5_000),
    ("6.12-s390x", "s390x-linux-gnu", 5_000),
];

/// Types of a kernel of 32 bits, which the project has.
const SMALL: &str = "32_bits";

/// Numbers that pahole's C has wrong, and its comments do not have. Each has the reason.
const WRONG_IN_C: [(&str, &str); 3] = [
    (
        "sizeof(__typeof__(((struct irb *)0)->esw))",
        "a member has nameless bitfields",
    ),
    (
        "sizeof(__typeof__(((struct pgid *)0)->pgid_high))",
        "it is packed, and the member is not",
    ),
    (
        "sizeof(union zpci_sic_iib)",
        "a member has nameless bitfields",
    ),
];

fn main() -> ExitCode {
    let mut kernels = vec![(RUNNING.into(), "running", "x86_64-linux-gnu", 5_000)];
    kernels.extend(KERNELS.map(|(name, target, least)| (corpus(name), name, target, least)));
    let small =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/plain_of_32_bits/input.btf");
    kernels.push((small, SMALL, "i386-linux-gnu", 5));
    let cases = kernels.into_iter().map(|(path, name, target, least)| Case {
        name: format!("layouts_{name}"),
        needs: vec![
            Need::Program("pahole"),
            Need::Program("clang-22"),
            kernel_file(&path),
        ],
        run: Box::new(move || layouts(&path, name, target, least)),
    });
    let mut cases: Vec<_> = cases.collect();
    cases.push(Case {
        name: "members_as_in_c".to_string(),
        needs: vec![Need::Program("gcc")],
        run: Box::new(members_as_in_c),
    });
    common::run(cases)
}

/// Members that are methods in Rust, and a value for each.
const MEMBERS: [(&str, &str, &str); 12] = [
    ("bits", "low", "10"),
    ("bits", "high", "5"),
    ("bits", "first", "1"),
    ("bits", "second", "341"),
    ("bits", "third", "42"),
    ("bits", "negative", "-7"),
    ("bits", "rest", "633805"),
    ("bits", "far", "78187493530"),
    ("bits", "color", "200"),
    ("tuple", "part", "2748"),
    ("names", "clone", "305419896"),
    ("names", "gap", "6"),
];

/// gcc and the methods of plain types agree on where bitfields are, and on their signs.
fn members_as_in_c() -> Result<(), Failed> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plain/members");
    std::fs::create_dir_all(&folder)?;
    let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/plain_types");
    let bindings = Builder::new()
        .btf(snapshot.join("input.btf"))
        .plain("{bits,tuple,names}")
        .derive(btfgen::Derive::Default)
        .generate()?;
    bindings.write_to_file(folder.join("vmlinux.rs"))?;
    let mut c = format!(
        "#include \"{}\"\n#include <stdio.h>\n",
        snapshot.join("input.c").display()
    );
    c += "int main(void) {\n";
    let mut rust =
        "#![allow(warnings)]\nmod vmlinux;\nuse vmlinux::plain::*;\nfn main() {\n".to_string();
    for ty in ["bits", "tuple", "names"] {
        writeln!(rust, "let mut {ty}_ = {ty}::default();")?;
    }
    for (ty, member, value) in MEMBERS {
        writeln!(
            c,
            "{ty}.{member} = {value}; printf(\"%lld\\n\", (long long){ty}.{member});"
        )?;
        writeln!(
            rust,
            "{ty}_.set_{member}({value}); println!(\"{{}}\", {ty}_.{member}() as i64);"
        )?;
    }
    for ty in ["bits", "tuple", "names"] {
        writeln!(
            c,
            "for (unsigned i = 0; i < sizeof({ty}); i++) printf(\"%u\\n\", ((u8 *)&{ty})[i]);"
        )?;
        writeln!(
            rust,
            "let bytes: [u8; size_of::<{ty}>()] = unsafe {{ core::mem::transmute({ty}_) }};\n\
             bytes.iter().for_each(|byte| println!(\"{{byte}}\"));"
        )?;
    }
    std::fs::write(folder.join("members.c"), c + "}\n")?;
    std::fs::write(folder.join("members.rs"), rust + "}\n")?;
    let path = |name: &str| folder.join(name).display().to_string();
    output("gcc", &["-w", "-o", &path("c"), &path("members.c")])?;
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_string());
    output(
        &rustc,
        &[
            "--edition",
            "2024",
            "-o",
            &path("rust"),
            &path("members.rs"),
        ],
    )?;
    let [c, rust] = ["c", "rust"].map(|name| output::<&str>(&path(name), &[]));
    let (c, rust) = (String::from_utf8(c?)?, String::from_utf8(rust?)?);
    ensure(!c.is_empty() && c == rust, || {
        format!("C prints\n{c}\nRust prints\n{rust}")
    })
}

/// Compares all types of a kernel.
fn layouts(kernel: &Path, name: &str, target: &str, least: usize) -> Result<(), Failed> {
    let bindings = Builder::new().btf(kernel).plain("*").generate()?;
    let written = Written::read(&bindings.to_string());
    println!(
        "{name}: {} types by value, with {} members and {} bitfields",
        written.types,
        written.facts.len(),
        written.bitfields.len()
    );
    for warning in bindings
        .warnings()
        .iter()
        .filter(|it| it.contains("can't be plain"))
    {
        println!("{name}: {warning}");
    }
    ensure(written.types >= least, || {
        format!("only {} types", written.types)
    })?;
    let kernel = kernel.to_str().ok_or("the path is text")?;
    let pahole = String::from_utf8(output("pahole", &["--compile", "-F", "btf", kernel])?)?;
    let mut wrong = differences_of_bitfields(&written, &pahole);
    wrong.extend(differences_of_facts(&written, &pahole, name, target)?);
    ensure(wrong.is_empty(), || {
        let first: Vec<_> = wrong.iter().take(40).cloned().collect();
        format!("{} differ:\n{}", wrong.len(), first.join("\n"))
    })
}

/// What the module `plain` says.
#[derive(Default)]
struct Written {
    types: usize,
    /// Constant expressions of C, with their values.
    facts: Vec<(String, u64)>,
    /// The C type and the name of each bitfield, with its first bit and its width.
    bitfields: BTreeMap<(String, String), (u64, u64)>,
}

impl Written {
    fn read(text: &str) -> Written {
        let mut written = Written::default();
        // The name in Rust, and the type in C.
        let mut types: BTreeMap<String, String> = BTreeMap::new();
        let mut offsets: BTreeMap<(String, String), u64> = BTreeMap::new();
        // Of methods: the type, the member, the part, its place in it.
        let mut views = Vec::new();
        let (mut documentation, mut ident, mut member) =
            (String::new(), String::new(), String::new());
        let text = text
            .split_once("pub mod plain {")
            .map_or("", |(_, text)| text);
        let text = text
            .split_once("\n}\n/// Places")
            .map_or(text, |(text, _)| text);
        for line in text.lines() {
            let line = line.trim();
            if let Some(text) = line
                .strip_prefix("/// `")
                .and_then(|it| it.strip_suffix('`'))
            {
                documentation = text.to_string();
            } else if let Some(name) = line.strip_prefix("pub struct ") {
                ident = name.trim_end_matches([' ', '{', '}']).to_string();
                written.types += 1;
                if !documentation.contains("{…}") || documentation.starts_with("typedef") {
                    let name = documentation.rsplit(' ').next().unwrap_or_default();
                    let ty = match documentation.starts_with("typedef") {
                        true => name.to_string(),
                        false => documentation.clone(),
                    };
                    types.insert(ident.clone(), ty);
                }
            } else if let Some((name, ty)) = line
                .strip_prefix("pub ")
                .and_then(|it| it.trim_end_matches(',').split_once(": "))
                .filter(|_| !line.contains("fn "))
            {
                name_anonymous(&mut types, &ident, name, ty);
            } else if let Some(rest) = line.strip_prefix("pub const fn ") {
                let Some((name, rest)) = rest.split_once("(&self) -> ") else {
                    continue;
                };
                member = name.to_string();
                name_anonymous(&mut types, &ident, name, rest.trim_end_matches(" {"));
            } else if let Some((head, numbers)) = line
                .strip_prefix("super::layout::")
                .and_then(|it| it.split_once("::<_, "))
                .filter(|(head, _)| {
                    matches!(*head, "get" | "get_unaligned" | "bits" | "signed_bits")
                })
            {
                let (numbers, part) = numbers.split_once(">(&self.").unwrap_or_default();
                let numbers: Vec<u64> = numbers
                    .split(", ")
                    .filter_map(|it| it.parse().ok())
                    .collect();
                let part = part.split(')').next().unwrap_or_default().to_string();
                views.push((
                    ident.clone(),
                    member.clone(),
                    part,
                    head.contains("bits"),
                    numbers,
                ));
            } else if let Some(fact) = line.strip_prefix("super::layout::same(::core::mem::") {
                let (fact, value) = fact
                    .trim_end_matches(");")
                    .rsplit_once(", ")
                    .unwrap_or_default();
                let value = value.parse().unwrap_or(u64::MAX);
                let Some(ty) = types.get(&ident) else {
                    continue;
                };
                if fact.starts_with("size_of") {
                    written.facts.push((format!("sizeof({ty})"), value));
                } else if fact.starts_with("align_of") {
                    written.facts.push((format!("_Alignof({ty})"), value));
                } else if let Some((_, field)) = fact.trim_end_matches(')').split_once(", ") {
                    offsets.insert((ident.clone(), field.to_string()), value);
                    if !is_invented(field) {
                        let field = c_name(field);
                        written
                            .facts
                            .push((format!("__builtin_offsetof({ty}, {field})"), value));
                    }
                }
            }
        }
        for (ident, member, part, is_bits, numbers) in views {
            let Some(ty) = types.get(&ident) else {
                continue;
            };
            let start = offsets
                .get(&(ident, part))
                .copied()
                .unwrap_or(u64::MAX / 16);
            let member = c_name(&member);
            match (is_bits, &numbers[..]) {
                (false, [at]) => {
                    let fact = format!("__builtin_offsetof({ty}, {member})");
                    written.facts.push((fact, start + at));
                }
                (true, [first, _, bit, width]) => {
                    let place = (8 * (start + first) + bit, *width);
                    written
                        .bitfields
                        .insert((ty.clone(), member.to_string()), place);
                }
                _ => written.facts.push((format!("unreadable {ty} {member}"), 0)),
            }
        }
        written
    }
}

/// The type in C of a member that has an anonymous one.
fn name_anonymous(types: &mut BTreeMap<String, String>, owner: &str, member: &str, ty: &str) {
    let (mut element, mut indexes) = (ty, String::new());
    while let Some(inner) = element.strip_prefix('[') {
        element = inner.rsplit_once("; ").map_or("", |(element, _)| element);
        indexes += "[0]";
    }
    let name = |ident: &str| ident.trim_start_matches("r#").to_string();
    if element.starts_with(&format!("{}__{}", name(owner), name(member)))
        && let Some(of) = types.get(owner)
    {
        let member = c_name(member);
        let ty = format!("__typeof__((({of} *)0)->{member}{indexes})");
        types.entry(element.to_string()).or_insert(ty);
    }
}

fn is_invented(field: &str) -> bool {
    let mut words = field.trim_end_matches('_').split('_');
    words.next() == Some("")
        && matches!(words.next(), Some("bits" | "union" | "padding"))
        && words.next().is_some_and(|it| it.parse::<u32>().is_ok())
}

fn c_name(ident: &str) -> &str {
    match ident {
        "self_" | "Self_" | "super_" | "crate_" => ident.trim_end_matches('_'),
        _ => ident.trim_start_matches("r#"),
    }
}

/// pahole writes the place of each bitfield in a comment.
fn differences_of_bitfields(written: &Written, pahole: &str) -> Vec<String> {
    let mut found: BTreeMap<(String, String), Option<(u64, u64)>> = BTreeMap::new();
    let (mut ty, mut block) = (String::new(), Vec::new());
    for line in pahole.lines() {
        if let Some(start) = line.strip_suffix(" {").filter(|it| !it.starts_with('\t')) {
            ty = start.to_string();
            block.clear();
            continue;
        }
        if !line.starts_with('\t') && line.starts_with('}') {
            if let Some(name) = line[1..]
                .trim()
                .strip_suffix(';')
                .filter(|_| ty.starts_with("typedef"))
            {
                ty = name.to_string();
            }
            for (name, place) in block.drain(..) {
                let place: Option<(u64, u64)> = place;
                // Several members of one name are in nested types.
                let known = found.entry((ty.clone(), name)).or_insert(place);
                if *known != place {
                    *known = None;
                }
            }
            continue;
        }
        let Some((declaration, comment)) = line.split_once("; ") else {
            continue;
        };
        let Some((name, width)) = declaration.rsplit_once(':') else {
            continue;
        };
        let name = name.rsplit([' ', '\t', '*']).next().unwrap_or_default();
        let place = comment.trim().trim_start_matches("/*");
        let Some((byte, rest)) = place.split_once(':') else {
            continue;
        };
        let bit = rest
            .split_whitespace()
            .next()
            .and_then(|it| it.parse::<u64>().ok());
        let byte = byte.trim().parse::<u64>().ok();
        if let (Some(byte), Some(bit), Ok(width)) = (byte, bit, width.trim().parse()) {
            block.push((name.to_string(), Some((8 * byte + bit, width))));
        }
    }
    let mut compared = 0;
    let mut differ = Vec::new();
    for ((ty, name), place) in &written.bitfields {
        let Some(Some(other)) = found.get(&(ty.clone(), name.clone())) else {
            continue;
        };
        compared += 1;
        if other != place {
            differ.push(format!("{ty}.{name}: {place:?}, pahole has {other:?}"));
        }
    }
    println!(
        "compared {compared} of {} bitfields",
        written.bitfields.len()
    );
    if 10 * compared < 7 * written.bitfields.len() {
        differ.push(format!("only {compared} bitfields were compared"));
    }
    differ
}

/// Lets clang check sizes, alignments and offsets in pahole's C. That C has the layout of the kernel but for a few types, because
/// it lacks unnamed bitfields and the alignment of single members. For these, pahole's comments have the right numbers.
fn differences_of_facts(
    written: &Written,
    pahole: &str,
    name: &str,
    target: &str,
) -> Result<Vec<String>, Failed> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plain");
    std::fs::create_dir_all(&folder)?;
    let file: PathBuf = folder.join(format!("{name}.c"));
    let facts: BTreeSet<_> = written.facts.iter().collect();
    let facts: Vec<_> = facts.into_iter().collect();
    // Of these types the source is known, and so are their alignments.
    let source =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/plain_of_32_bits/input.c");
    let c = match name == SMALL {
        true => std::fs::read_to_string(source)?,
        // A word too many, on s390x.
        false => pahole.replace("single double", "double"),
    };
    let lines = c.lines().count();
    let mut text = c;
    for (fact, value) in &facts {
        writeln!(text, "_Static_assert({fact} == {value}, \"\");")?;
    }
    std::fs::write(&file, text)?;
    let checked = Command::new("clang-22")
        .args([
            "-target",
            target,
            "-fsyntax-only",
            "-ferror-limit=0",
            "-w",
            "-x",
            "c",
        ])
        .arg(&file)
        .output()?;
    let said = String::from_utf8_lossy(&checked.stderr).into_owned();
    let comments = Comments::read(pahole);
    let (mut less, mut unknown, mut by_comment, mut assertions) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    let mut failed: Option<usize> = None;
    for line in said.lines() {
        let place = line
            .split(':')
            .nth(1)
            .and_then(|it| it.parse::<usize>().ok());
        let fact = place.and_then(|line| line.checked_sub(lines + 1));
        if line.contains("error: static assertion failed") {
            (failed, assertions) = (fact, assertions + 1);
        } else if line.contains("error: ") && fact.is_some() {
            // pahole leaves out types that nothing refers to.
            unknown += 1;
        } else if let Some((_, value)) = line.split_once("expression evaluates to '")
            && let Some(fact) = failed.take()
        {
            let (fact, ours) = facts[fact];
            let theirs = value
                .split(' ')
                .next()
                .and_then(|it| it.parse::<u64>().ok());
            match theirs {
                Some(theirs) if fact.starts_with("_Alignof") && *ours < theirs => less += 1,
                _ if comments.confirm(fact, *ours) => by_comment += 1,
                _ if WRONG_IN_C.iter().any(|(wrong, _)| wrong == fact) => by_comment += 1,
                _ => wrong.push(format!("{fact} is {ours}, and {theirs:?} with pahole")),
            }
        }
    }
    ensure(assertions == less + by_comment + wrong.len(), || {
        format!("{assertions} assertions failed, which were not all read")
    })?;
    println!(
        "{name}: of {} numbers, {unknown} are about types that pahole leaves out, {by_comment} differ from its C and not from its \
         comments, and {less} are alignments that are less",
        facts.len()
    );
    if facts.len() < 10 * unknown || facts.is_empty() {
        wrong.push(format!(
            "only {} numbers were compared",
            facts.len() - unknown
        ));
    }
    Ok(wrong)
}

/// The offsets of members, by the outermost type and their names; and sizes.
struct Comments(BTreeSet<(String, String, u64)>);

impl Comments {
    fn read(pahole: &str) -> Comments {
        let (mut found, mut ty, mut of_type) = (BTreeSet::new(), "", Vec::new());
        for line in pahole.lines() {
            if !line.starts_with('\t')
                && let Some(start) = line.strip_suffix(" {")
            {
                ty = start;
            }
            if let Some(rest) = line.strip_prefix('}') {
                let name = rest.split(';').next().unwrap_or_default().trim();
                let name = match ty.starts_with("typedef") {
                    true => name.split(' ').next().unwrap_or_default(),
                    false => ty,
                };
                let rows = of_type.drain(..);
                found.extend(rows.map(|(member, value)| (name.to_string(), member, value)));
                continue;
            }
            if let Some(size) = line.strip_prefix("\t/* size: ")
                && let Some(size) = size.split(',').next().and_then(|it| it.parse().ok())
            {
                of_type.push((String::new(), size));
            }
            let Some((declaration, comment)) = line.split_once(';') else {
                continue;
            };
            let mut words = comment.trim().trim_start_matches("/*").split_whitespace();
            let declaration = declaration
                .split(" __attribute__")
                .next()
                .unwrap_or_default();
            let name = declaration
                .rsplit([' ', '\t', '*', '}'])
                .next()
                .unwrap_or_default();
            let name = name.split('[').next().unwrap_or_default();
            if let Some(offset) = words.next().and_then(|it| it.parse().ok()) {
                of_type.push((name.to_string(), offset));
            }
        }
        Comments(found)
    }

    fn confirm(&self, fact: &str, value: u64) -> bool {
        let fact = fact.trim_end_matches(')');
        let subject = match fact.split_once('(') {
            Some(("sizeof", ty)) => (ty, ""),
            Some(("__builtin_offsetof", rest)) => rest.split_once(", ").unwrap_or_default(),
            _ => return false,
        };
        self.0
            .contains(&(subject.0.to_string(), subject.1.to_string(), value))
    }
}
