//! What `btfgen check` says of programs, compared with what libbpf and the verifier do with them on real kernels.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use serde_json::Value;

use crate::host::{self, Result};
use crate::log::say;
use crate::vm::Vm;
use crate::{e2e, kernels, tools};

/// How many differences are printed.
const SHOWN: usize = 40;

/// The number in the call that replaces an instruction (`0xbad2310`), as the verifier prints it.
const POISON: &str = "195896080";

/// What libbpf prints if a relocation is the reason that a program does not load.
const RELOCATION: [&str; 5] = [
    "<invalid CO-RE relocation>",
    "failed to resolve CO-RE relocation",
    "failed to perform CO-RE relocations",
    "relocation decision ambiguity",
    POISON,
];

/// Texts in the log → why the program does not load, if it is not a relocation. The first one that the log has is printed.
const REASONS: [(&str, &str); 13] = [
    ("failed to find kernel BTF type ID", "no attach target"),
    ("failed to find 'struct bpf_struct_ops", "no struct_ops"),
    ("struct_ops init_kern", "no struct_ops"),
    ("kernel function is missing", "no kernel function"),
    ("extern (func ksym)", "no kernel function"),
    ("extern (var ksym)", "no kernel variable"),
    ("symbol not found in kallsyms", "no kernel variable"),
    ("unknown func", "no helper"),
    ("invalid func unknown", "no helper"),
    ("program of this type cannot use helper", "no helper"),
    ("failed to create map", "a map is not created"),
    ("failed to create: ", "a map is not created"),
    ("permission error", "not permitted"),
];

/// The reasons that `btfgen check` must have said.
const NAMED: [&str; 3] = ["no attach target", "no struct_ops", "no kernel function"];

/// A program of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Program {
    name: String,
    section: String,
    seen: Seen,
}

/// What happened to a program.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Seen {
    Loaded,
    /// A relocation is the reason.
    Relocation,
    Other(&'static str),
}

/// What `btfgen check` says of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Loads,
    /// Because of a relocation.
    Refused,
    Unknown,
    /// The kernel does not have something with a name.
    Missing(&'static str),
}

/// The programs of a kernel, counted.
#[derive(Default)]
struct Count {
    programs: usize,
    loaded: usize,
    refused: usize,
    missing: usize,
    unknown_loaded: usize,
    unknown_refused: usize,
    /// The reason, and how many programs did not load for it.
    other: BTreeMap<&'static str, usize>,
    different: Vec<String>,
}

/// `cargo xtask loads KERNEL… [-- FILE…]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let at = args.iter().position(|arg| arg == "--");
    let (kernels, files) = match at {
        Some(at) => (&args[..at], &args[at + 1..]),
        None => (args, &[][..]),
    };
    if kernels.is_empty() {
        return Err("which kernels? (names of `cargo xtask kernels`, or `running`)".to_owned());
    }
    let btfgen = build()?;
    let share = output("share")?;
    let _ = std::fs::remove_dir_all(&share);
    host::make_dir(&share)?;
    let objects = match files {
        [] => programs_of_e2e(&share)?,
        files => objects_of(files, &share)?,
    };
    let loader = tools::target_dir()?.join("sweep/release/loads");
    e2e::copy_as(&loader, &share.join("loads"))?;
    let mut is_equal = true;
    for kernel in kernels {
        let count = one_kernel(kernel, &btfgen, &share, &objects)?;
        is_equal &= count.different.is_empty();
        say!("{kernel}: {} objects, {count}", objects.len());
    }
    Ok(match is_equal {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// Builds btfgen and the loader. Returns btfgen.
fn build() -> Result<PathBuf> {
    e2e::build_btfgen()?;
    let mut cargo = tools::cargo();
    cargo
        .args(["build", "--release", "--locked", "--manifest-path"])
        .arg(tools::checkout().join("tests/sweep/Cargo.toml"))
        .arg("--target-dir")
        .arg(tools::target_dir()?.join("sweep"));
    host::run(&mut cargo)?;
    Ok(tools::target_dir()?.join("release/btfgen"))
}

/// The end-to-end programs, with the bindings of an old and of the running kernel.
fn programs_of_e2e(share: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let old = kernels::cached(e2e::OLD).btf;
    kernels::fetch(&[e2e::OLD])?;
    for (name, btf) in [
        (e2e::OLD, &*old),
        (e2e::RUNNING, Path::new(e2e::RUNNING_BTF)),
    ] {
        for object in host::list(&e2e::build_programs(name, btf, e2e::TARGET)?)? {
            let stem = object.file_stem().unwrap_or_default().to_string_lossy();
            if object.extension().is_none_or(|it| it != "o") || stem.contains('.') {
                continue;
            }
            let copy = format!("{stem}-{name}.o");
            e2e::copy_as(&object, &share.join(&copy))?;
            names.push(copy);
        }
    }
    Ok(names)
}

/// Objects, and the objects in executable files with skeletons, as bpftool writes these.
fn objects_of(files: &[String], share: &Path) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for file in files {
        let path = Path::new(file);
        let bytes = host::read(path)?;
        let stem = path.file_name().unwrap_or_default().to_string_lossy();
        let stem = stem.trim_end_matches(".o");
        for (i, object) in embedded(&bytes).into_iter().enumerate() {
            // Several tools have the same program.
            if !seen.insert(object.to_vec()) {
                continue;
            }
            let name = match i {
                0 => format!("{stem}.o"),
                i => format!("{stem}-{i}.o"),
            };
            host::write(&share.join(&name), object)?;
            names.push(name);
        }
    }
    match names.is_empty() {
        true => Err("no BPF object in these files".to_owned()),
        false => Ok(names),
    }
}

/// Each BPF object in a file: ELF with 64 bits, for the machine 247. The section headers are its last part.
fn embedded(bytes: &[u8]) -> Vec<&[u8]> {
    const MAGIC: &[u8] = b"\x7fELF\x02\x01";
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(at) = bytes[start..]
        .windows(MAGIC.len())
        .position(|it| it == MAGIC)
    {
        let object = &bytes[start + at..];
        start += at + MAGIC.len();
        let half = |at: usize| Some(u16::from_le_bytes(object.get(at..at + 2)?.try_into().ok()?));
        let word = |at: usize| Some(u64::from_le_bytes(object.get(at..at + 8)?.try_into().ok()?));
        let end = || {
            let headers = usize::from(half(58)?) * usize::from(half(60)?);
            usize::try_from(word(40)?).ok()?.checked_add(headers)
        };
        if half(18) == Some(247)
            && let Some(object) = end().and_then(|end| object.get(..end))
        {
            found.push(object);
        }
    }
    found
}

fn one_kernel(kernel: &str, btfgen: &Path, share: &Path, objects: &[String]) -> Result<Count> {
    let btf = match kernel {
        e2e::RUNNING => PathBuf::from(e2e::RUNNING_BTF),
        kernel => {
            kernels::fetch(&[kernel])?;
            kernels::cached(kernel).btf
        }
    };
    let mut check = host::command(btfgen);
    check.args(["check", "--json", "--btf"]).arg(&btf);
    check.args(objects.iter().map(|name| share.join(name)));
    let json = host::output_of(&mut check, &[0, 1])?;
    let json: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    let text = load(kernel, share, objects)?;
    host::write(&output(&format!("{kernel}.log"))?, &text)?;
    let seen = programs(&text);
    let mut count = Count::default();
    for (i, name) in objects.iter().enumerate() {
        let programs = seen
            .get(name)
            .ok_or_else(|| format!("{kernel}: nothing was printed about {name}"))?;
        for program in programs {
            count.add(name, program, said(&json[i], program));
        }
    }
    Ok(count)
}

/// What the loader prints on the kernel.
fn load(kernel: &str, share: &Path, objects: &[String]) -> Result<String> {
    if kernel == e2e::RUNNING {
        let mut loader = host::command(share.join("loads"));
        return host::output(loader.current_dir(share).args(objects));
    }
    let mut vm = Vm::new(kernel, Some(share.to_path_buf()));
    vm.timeout = Duration::from_secs(3000);
    vm.command = ["/t/loads".to_owned()]
        .into_iter()
        .chain(objects.iter().cloned())
        .collect();
    let mut text = Vec::new();
    let code = vm.run(&mut text)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    match code {
        0 => Ok(text),
        code => Err(format!(
            "kernel {kernel}: the loader ended with {code}\n{text}"
        )),
    }
}

/// What the loader printed, for each object. An object that libbpf does not open has no program.
fn programs(text: &str) -> BTreeMap<String, Vec<Program>> {
    let mut objects: BTreeMap<String, Vec<Program>> = BTreeMap::new();
    let (mut programs, mut log) = (Vec::new(), Vec::new());
    // From the end: a program is before its log, and an object before its programs.
    for line in text.lines().rev() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["object", name] => {
                programs.reverse();
                objects.insert(name.to_owned(), std::mem::take(&mut programs));
            }
            ["program", name, section, ref result @ ..] => {
                let log = std::mem::take(&mut log);
                programs.push(Program {
                    name: name.to_owned(),
                    section: section.to_owned(),
                    seen: match result {
                        ["loaded"] => Seen::Loaded,
                        _ => reason(&log.join("\n")),
                    },
                });
            }
            _ => log.push(line),
        }
    }
    objects
}

/// Why a program does not load, from libbpf's log.
fn reason(log: &str) -> Seen {
    if RELOCATION.iter().any(|text| log.contains(text)) {
        return Seen::Relocation;
    }
    let reason = REASONS.iter().find(|(text, _)| log.contains(text));
    Seen::Other(reason.map_or("other", |(_, reason)| *reason))
}

/// What `btfgen check` says of a program. Functions in `.text` belong to the programs that call them. Which ones do is not in the
/// report, so a problem there is unknown for each program, unless libbpf refuses the object.
fn said(check: &Value, program: &Program) -> Said {
    let is_own = |it: &Value| it["section"] == *program.section && it["function"] == *program.name;
    let mut said = Said::Loads;
    // libbpf looks up functions and variables first, then it relocates, and then it looks up the target.
    for it in check["symbols"].as_array().into_iter().flatten() {
        if !it["on"][0]["errno"].is_number() {
            continue;
        }
        match it["kind"].as_str() {
            Some("kfunc") => return Said::Missing("no kernel function"),
            Some("var") => return Said::Missing("no kernel variable"),
            Some("struct_ops") => return Said::Missing("no struct_ops"),
            _ if is_own(it) => said = Said::Missing("no attach target"),
            _ => {}
        }
    }
    for it in check["relocations"].as_array().into_iter().flatten() {
        let is_shared = it["section"] == ".text";
        if !is_own(it) && !is_shared {
            continue;
        }
        let on = &it["on"][0];
        let guard = on["guard"].as_str();
        match on["verdict"].as_str() {
            Some("ambiguous" | "refused") => return Said::Refused,
            Some("absent" | "resized" | "trapped") if guard != Some("yes") => {
                said = match (said, guard) {
                    (Said::Missing(_) | Said::Refused, _) => said,
                    (_, Some("no")) if !is_shared => Said::Refused,
                    _ => Said::Unknown,
                };
            }
            _ => {}
        }
    }
    said
}

impl Count {
    fn add(&mut self, object: &str, program: &Program, said: Said) {
        self.programs += 1;
        match (said, &program.seen) {
            (Said::Loads, Seen::Loaded) => self.loaded += 1,
            (Said::Refused, Seen::Relocation) => self.refused += 1,
            (Said::Unknown, Seen::Loaded) => self.unknown_loaded += 1,
            (Said::Unknown, Seen::Relocation) => self.unknown_refused += 1,
            (Said::Missing(said), Seen::Other(reason)) if said == *reason => self.missing += 1,
            // Other reasons come first, or come without a word from libbpf.
            (said, Seen::Other(reason)) if said != Said::Loads || !NAMED.contains(reason) => {
                *self.other.entry(reason).or_default() += 1
            }
            (said, seen) => self.different.push(format!(
                "{object}: {} ({}): `btfgen check` says {said:?}, the kernel {seen:?}",
                program.name, program.section
            )),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} programs", self.programs)?;
        writeln!(f, "    {:5} load, as said", self.loaded)?;
        writeln!(
            f,
            "    {:5} are refused because of a relocation, as said",
            self.refused
        )?;
        writeln!(
            f,
            "    {:5} are refused because the kernel lacks what they name, as said",
            self.missing
        )?;
        let (loaded, refused) = (self.unknown_loaded, self.unknown_refused);
        writeln!(
            f,
            "    {:5} unknown to `btfgen check`: {loaded} load, {refused} are refused because of a relocation",
            loaded + refused
        )?;
        for (reason, count) in &self.other {
            writeln!(f, "    {count:5} do not load for another reason: {reason}")?;
        }
        write!(f, "    {:5} differ", self.different.len())?;
        for line in self.different.iter().take(SHOWN) {
            write!(f, "\n        {line}")?;
        }
        Ok(())
    }
}

fn output(path: &str) -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("loads").join(path))
}

#[cfg(test)]
mod tests {
    use super::{Seen, embedded, programs};

    #[test]
    fn the_reason_of_a_program_is_the_log_after_it() {
        let text = "object a.o\nprogram f kprobe/x refused -22\n| libbpf: prog 'f': failed to resolve CO-RE relocation\n\
                    program g fentry/y refused -3\n| failed to find kernel BTF type ID of 'y': -3\nobject b.o\n\
                    program h kprobe/x loaded\nobject c.o\nerror -2\n";
        let found = programs(text);
        let seen = |object: &str| -> Vec<(&str, &Seen)> {
            let all = found[object].iter();
            all.map(|it| (it.name.as_str(), &it.seen)).collect()
        };
        let a = [
            ("f", &Seen::Relocation),
            ("g", &Seen::Other("no attach target")),
        ];
        assert_eq!(seen("a.o"), a);
        assert_eq!(seen("b.o"), [("h", &Seen::Loaded)]);
        assert_eq!(seen("c.o"), []);
    }

    #[test]
    fn objects_are_found_in_other_files() {
        let object = include_bytes!("../../tests/check/guards/prog.o");
        let mut file = b"\x7fELF\x02\x01 no object".to_vec();
        file.extend(object);
        file.extend([0; 100]);
        assert_eq!(embedded(&file), [&object[..]]);
    }
}
