//! Bindings of `--intrinsics core`, which no compiler can compile yet, with stand-ins for what it lacks (tests/standin): the
//! text is what btfgen writes, as it is.
//!
//! - `bpf`, `host`: what comes out of every folder of tests/snapshots compiles, for BPF with the stand-in.
//! - `by_name_…`: what the accessors ask is looked up as a loader would, by name, in what bpftool says of a kernel; their
//!   answers are compared with what bpftool says of the whole way. This machine runs the text for BPF: `--cfg
//!   target_arch="bpf"`.
//! - `layout`: the same, with answers from the carriers' own layout, of types that C and Rust lay out alike.
//! - `load`: of a field that moved, and of one that has another size.
//!
//! What needs the compiler itself is not seen here: that it takes the attribute and the queries as the stand-in does, and what
//! the instructions look like.

mod common;
mod compile;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};

use common::timed;
use compile::{
    STANDIN_ROOT, bpf_trial, core_bindings, file_stem, list, output, run, rustc, scratch, standin,
    tests_folder, write,
};
use libtest_mimic::{Failed, Trial};
use serde_json::Value;

/// The kernel that runs.
const RUNNING: &str = "/sys/kernel/btf/vmlinux";

/// Of the running kernel: with types that have no name, unions, and deep ways.
const SELECTION: &[&str] = &[
    "cred",
    "file",
    "list_head",
    "path",
    "sk_buff",
    "sock",
    "timespec64",
];

/// Those of them without bitfields and attributes.
const LAID_OUT_ALIKE: &[&str] = &["list_head", "path", "timespec64"];

/// How many members a way may have that is tried.
const MAX_WAY: usize = 4;

/// What Rust has no identifier for is not covered.
const NOT_RUST: &[&str] = &["self", "Self", "super", "crate", "_"];

fn main() -> ExitCode {
    let mut cases = list(&tests_folder("snapshots"));
    // The intrinsics `core` have the types of one kernel.
    let is_for_one_kernel = |case: &Path| {
        let args = compile::read(&case.join("args")).unwrap_or_default();
        !args.starts_with("--btf\n")
    };
    cases.retain(|path| path.is_dir() && is_for_one_kernel(path));
    let all = cases.clone();
    let mut trials = vec![
        bpf_trial("bpf".to_string(), move |bpf| {
            let folder = crate_of(&all, "core/bpf", &format!("#![no_std]\n{STANDIN_ROOT}"))?;
            standin(|| bpf.rustc(), || bpf.host_rustc(), &folder, &[])?;
            check(&mut bpf.rustc(), &folder)
        }),
        timed::trial("load", load),
    ];
    let all = cases.clone();
    trials.push(timed::trial("host", move || {
        check(&mut rustc(), &crate_of(&all, "core/host", "#![no_std]")?)
    }));
    // Where there is no struct or union, there is nothing to ask. Fields of several definitions are not covered.
    let with_fields = |case: &PathBuf| {
        let bindings = compile::read(&case.join("expected.rs"));
        bindings.is_ok_and(|text| text.contains("\npub mod fields {") && !text.contains("\n ?\n"))
    };
    for case in cases.into_iter().filter(with_fields) {
        let name = format!("by_name_{}", file_stem(&case));
        trials.push(kernel_trial(
            &name.clone(),
            &case.join("input.btf"),
            move |btf| {
                let answers = Asked::new(&name, &core_bindings(&case)?, btf)?;
                answers.compare(&answers.run(&["--cfg", "by_name"])?, |_| true)
            },
        ));
    }
    for (name, flags, alike) in [
        ("by_name_running", &["--cfg", "by_name"][..], &[][..]),
        ("layout", &[], LAID_OUT_ALIKE),
    ] {
        trials.push(kernel_trial(name, Path::new(RUNNING), move |btf| {
            let answers = Asked::new(name, &running()?, btf)?;
            let of = |root: &str| alike.is_empty() || alike.contains(&root);
            answers.compare(&answers.run(flags)?, of)
        }));
    }
    timed::run(trials)
}

/// A test that asks bpftool about a kernel. Where one of them is missing, it is named and ignored, but in CI a failure.
fn kernel_trial(
    name: &str,
    btf: &Path,
    test: impl FnOnce(&Path) -> Result<(), Failed> + Send + 'static,
) -> Trial {
    let btf = btf.to_path_buf();
    let missing = match Command::new("bpftool").arg("version").output() {
        Err(error) => Some(format!("bpftool: {error}")),
        Ok(_) => (!btf.exists()).then(|| format!("there is no {}", btf.display())),
    };
    if let Some(missing) = &missing {
        println!("skipped: {name}: {missing}");
    }
    let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    let ignored = missing.is_some() && !in_ci;
    timed::trial(name, move || test(&btf)).with_ignored_flag(ignored)
}

/// A crate with each output as a module.
fn crate_of(cases: &[PathBuf], name: &str, root: &str) -> Result<PathBuf, Failed> {
    let folder = scratch(name);
    let mut lib = format!("{root}\n");
    for case in cases {
        let (name, text) = (file_stem(case), core_bindings(case)?);
        write(&folder.join(format!("{name}_.rs")), text)?;
        lib += &format!("pub mod {name}_;\n");
    }
    write(&folder.join("lib.rs"), lib)?;
    Ok(folder)
}

fn check(rustc: &mut Command, folder: &Path) -> Result<(), Failed> {
    rustc
        .current_dir(folder)
        .args(["--edition", "2024", "-D", "warnings", "-L", "."]);
    run(rustc.args(["--crate-type", "lib", "--emit", "metadata", "lib.rs"]))
}

fn running() -> Result<String, Failed> {
    let mut btfgen = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    btfgen.args(["--intrinsics", "core"]);
    for ty in SELECTION {
        btfgen.args(["--allow", ty]);
    }
    let output = output(&mut btfgen)?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// A program for this machine, of the text that is for BPF.
fn run_as_bpf(folder: &Path, flags: &[&str]) -> Result<Output, Failed> {
    let as_bpf = [
        "--cfg",
        "target_arch=\"bpf\"",
        "-A",
        "explicit_builtin_cfgs_in_flags",
    ];
    let nightly = || {
        let mut rustc = rustc();
        rustc.env("RUSTC_BOOTSTRAP", "1");
        rustc
    };
    standin(nightly, rustc, folder, flags)?;
    let mut compile = nightly();
    compile
        .current_dir(folder)
        .args(["--edition", "2024", "-L", "."])
        .args(as_bpf);
    run(compile.args(["main.rs", "-o", "main"]))?;
    output(
        Command::new("./main")
            .current_dir(folder)
            .env("STANDIN_KERNEL", "kernel"),
    )
}

/// `load` of a field that is elsewhere on the kernel at hand, and of one that has another size there.
fn load() -> Result<(), Failed> {
    let folder = scratch("core/load");
    let text = core_bindings(&tests_folder("snapshots/everyday"))?;
    write(&folder.join("vmlinux.rs"), text)?;
    write(
        &folder.join("kernel"),
        "structs task_struct pid 4 4\nstructs task_struct sched_info 8 16\nstructs sched_info run_delay 2 8\n\
         structs task_struct nice 0 4\nstructs task_struct usage 16 4\nstructs task_struct usage.counter 12 4\n",
    )?;
    write(&folder.join("main.rs"), format!("{STANDIN_ROOT}\n{LOADS}"))?;
    let output = run_as_bpf(&folder, &["--cfg", "by_name"])?;
    let said = String::from_utf8_lossy(&output.stdout);
    let said = format!("{said}{:?}", output.status.signal().is_some());
    match said == "moved\nabsent\nstored\nresized\ntrue" {
        true => Ok(()),
        false => Err(format!("{said}\n{}", String::from_utf8_lossy(&output.stderr)).into()),
    }
}

const LOADS: &str = r#"
pub mod vmlinux;
use vmlinux::task_struct;

fn main() {
    let mut memory = [0u64; 4];
    let bytes = &raw mut memory as *mut u8;
    for i in 0..32 {
        unsafe { bytes.add(i).write(i as u8) };
    }
    let task = task_struct::at(&raw const memory);
    assert_eq!(unsafe { task.pid().load() }, 0x0706_0504);
    assert_eq!(unsafe { task.usage().counter().load_once() }, 0x0f0e_0d0c);
    assert_eq!(task.sched_info().run_delay().byte_offset(), 10);
    println!("moved");
    assert!(task.pid().exists() && task.sched_info().run_delay().exists());
    assert!(!task.tgid().exists() && !task.sched_info().pcount().exists());
    println!("absent");
    unsafe { task_struct::at_mut(&raw mut memory).pid().store(-1) };
    assert_eq!(memory[0], 0xffff_ffff_0302_0100);
    println!("stored");
    println!("resized");
    // The call that the verifier refuses: nobody gets a value.
    println!("{}", unsafe { task.nice().load() });
}
"#;

/// Ways that accessors go, and what bpftool says is there.
struct Asked {
    folder: PathBuf,
    /// `structs NAME WAY` → offset and size in bytes; of a bitfield, nothing.
    expected: BTreeMap<String, Option<(u64, u64)>>,
}

impl Asked {
    fn new(name: &str, text: &str, btf: &Path) -> Result<Asked, Failed> {
        let folder = scratch(&format!("core/{name}"));
        write(&folder.join("vmlinux.rs"), text)?;
        let accessors = Accessors::new(text)?;
        let kernel = Kernel::new(btf)?;
        let mut expected = BTreeMap::new();
        let mut lines = String::new();
        let mut main =
            format!("{STANDIN_ROOT}\n#[allow(warnings)]\npub mod vmlinux;\nuse vmlinux::btfgen;\n");
        let mut calls = String::new();
        for (ident, kind, root) in &accessors.roots {
            let mut ways = Vec::new();
            accessors.ways(ident, &mut Vec::new(), &mut ways);
            main += &format!("fn of_{}_{root}() {{\n", kind);
            main += &format!("    let it = vmlinux::{ident}::at(::std::ptr::null::<u8>());\n");
            calls += &format!("    of_{kind}_{root}();\n");
            for way in ways {
                let members: Vec<_> = way.iter().map(|step| step.name.as_str()).collect();
                let found = kernel.find(kind, root, &members);
                let found =
                    found.ok_or_else(|| format!("bpftool has no {kind} {root} {members:?}"))?;
                let key = format!("{kind}s {root} {}", members.join("."));
                let place: String = way
                    .iter()
                    .map(|step| format!(".{}()", step.ident))
                    .collect();
                let of_place = match found {
                    Some((offset, size)) => {
                        lines += &format!("{key} {offset} {size}\n");
                        format!(
                            "btfgen::operations(it{place}).byte_offset(), btfgen::operations(it{place}).byte_size()"
                        )
                    }
                    None => {
                        lines += &format!("{key} 0 0\n");
                        "0, 0".to_string()
                    }
                };
                main += &format!(
                    "    println!(\"{key} {{}} {{}} {{}}\", {of_place}, btfgen::operations(it{place}).exists());\n"
                );
                expected.insert(key, found);
            }
            main += "}\n";
        }
        write(
            &folder.join("main.rs"),
            format!("{main}fn main() {{\n{calls}}}\n"),
        )?;
        write(&folder.join("kernel"), lines)?;
        Ok(Asked { folder, expected })
    }

    fn run(&self, flags: &[&str]) -> Result<String, Failed> {
        let output = run_as_bpf(&self.folder, flags)?;
        match output.status.success() {
            true => Ok(String::from_utf8(output.stdout)?),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
        }
    }

    /// All that was said, of the roots that count.
    fn compare(&self, said: &str, counts: impl Fn(&str) -> bool) -> Result<(), Failed> {
        let (mut compared, mut wrong) = (0, Vec::new());
        for (line, (key, found)) in said.lines().zip(&self.expected) {
            if !counts(key.split(' ').nth(1).unwrap_or_default()) {
                continue;
            }
            compared += 1;
            let (offset, size) = found.unwrap_or((0, 0));
            let expected = format!("{key} {offset} {size} true");
            if line != expected {
                wrong.push(format!("{line}, and bpftool says {expected}"));
            }
        }
        println!(
            "{}: {compared} ways, {} differ",
            self.folder.display(),
            wrong.len()
        );
        match said.lines().count() == self.expected.len() && compared > 0 && wrong.is_empty() {
            true => Ok(()),
            false => Err(wrong.join("\n").into()),
        }
    }
}

/// One step of a way.
#[derive(Clone)]
struct Step {
    ident: String,
    name: String,
}

/// The accessors of a generated file.
struct Accessors {
    /// What a struct or union with a name is called in Rust, `struct` or `union`, and its name in C; in the order of the
    /// lines.
    roots: Vec<(String, String, String)>,
    /// What has members: these, and what they are.
    members: HashMap<String, Vec<(Step, String)>>,
}

impl Accessors {
    fn new(text: &str) -> Result<Accessors, Failed> {
        let (mut roots, mut members) = (Vec::new(), HashMap::<_, Vec<_>>::new());
        let (mut uncovered, mut enumeration) = (HashSet::new(), String::new());
        let mut of = String::new();
        let between = |text: &str, start: &str, end: &str| {
            let (_, rest) = text.split_once(start)?;
            Some(rest.split_once(end)?.0.to_string())
        };
        for line in text.lines() {
            if let Some(root) = line.strip_prefix("layout::root! { ") {
                let (ident, key) = root.split_once(", \"").ok_or("a root has a key")?;
                let (key, _) = key.split_once('"').ok_or("a key has an end")?;
                let (kind, name) = key.split_once(':').ok_or("a key has a kind")?;
                if NOT_RUST.contains(&name) {
                    uncovered.insert(ident.to_string());
                } else if ["struct", "union"].contains(&kind) {
                    roots.push((ident.to_string(), kind.to_string(), name.to_string()));
                }
            } else if let Some(name) = between(line, "/// `enum ", "`") {
                enumeration = name;
            } else if let Some(ident) = between(line, "pub type ", " =") {
                if NOT_RUST.contains(&enumeration.as_str()) {
                    uncovered.insert(ident);
                }
                enumeration.clear();
            } else if let Some(ident) = between(line, "impl<R: btfgen::Opaque, P> ", "<R, P> {") {
                of = ident;
            } else if let Some(ident) = between(line, "    pub fn ", "(&self) -> btfgen::Field<") {
                let ty = between(line, "btfgen::Field<", ", R, P, ").ok_or("a field has a type")?;
                let ty = ty.trim_start_matches("super::").to_string();
                let name = between(line, "btfgen::name(\"", "\")").ok_or("a field has a name")?;
                if !NOT_RUST.contains(&name.as_str()) {
                    members
                        .entry(of.clone())
                        .or_default()
                        .push((Step { ident, name }, ty));
                }
            }
        }
        roots.sort_by_key(|(_, kind, name)| format!("{kind}s {name} "));
        members.retain(|of, _| !uncovered.contains(of));
        for members in members.values_mut() {
            members.retain(|(_, ty)| !uncovered.contains(ty));
            members.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
        }
        Ok(Accessors { roots, members })
    }

    fn ways(&self, of: &str, way: &mut Vec<Step>, ways: &mut Vec<Vec<Step>>) {
        if way.len() == MAX_WAY {
            return;
        }
        for (step, ty) in self.members.get(of).into_iter().flatten() {
            way.push(step.clone());
            ways.push(way.clone());
            self.ways(ty, way, ways);
            way.pop();
        }
    }
}

/// What bpftool says that there is.
struct Kernel {
    types: BTreeMap<u64, Value>,
    /// By kind and name; of several, the one with most members, then the largest.
    roots: HashMap<(String, String), u64>,
}

impl Kernel {
    fn new(btf: &Path) -> Result<Kernel, Failed> {
        let mut bpftool = Command::new("bpftool");
        let dump = output(bpftool.args(["-j", "btf", "dump", "file"]).arg(btf))?;
        let dump: Value = serde_json::from_slice(&dump.stdout)?;
        let types = dump["types"].as_array().ok_or("bpftool says nothing")?;
        let types: BTreeMap<_, _> = types
            .iter()
            .map(|ty| (number(ty, "id"), ty.clone()))
            .collect();
        let weight = |ty: &Value| {
            (
                ty["members"].as_array().map_or(0, Vec::len),
                number(ty, "size"),
            )
        };
        let mut roots = HashMap::new();
        for (id, ty) in &types {
            let kind = text(ty, "kind").to_lowercase();
            if ["struct", "union"].contains(&kind.as_str()) {
                let known = roots
                    .entry((kind, text(ty, "name").to_string()))
                    .or_insert(*id);
                if weight(&types[known]) < weight(ty) {
                    *known = *id;
                }
            }
        }
        Ok(Kernel { types, roots })
    }

    /// Offset and size in bytes of what is there, or that it is a bitfield.
    fn find(&self, kind: &str, root: &str, way: &[&str]) -> Option<Option<(u64, u64)>> {
        let mut at = self
            .roots
            .get(&(kind.to_string(), root.to_string()))
            .copied()?;
        let (mut bits, mut width) = (0, 0);
        for name in way {
            let (offset, member) = self.member(at, name)?;
            bits += offset;
            width = number(member, "bitfield_size");
            at = number(member, "type_id");
        }
        Some((width == 0).then(|| (bits / 8, self.size(at))))
    }

    fn member(&self, of: u64, name: &str) -> Option<(u64, &Value)> {
        for member in self.resolved(of)?["members"].as_array()? {
            let offset = number(member, "bits_offset");
            match text(member, "name") {
                it if it == name => return Some((offset, member)),
                "(anon)" => {
                    if let Some((inner, member)) = self.member(number(member, "type_id"), name) {
                        return Some((offset + inner, member));
                    }
                }
                _ => {}
            }
        }
        None
    }

    fn resolved(&self, id: u64) -> Option<&Value> {
        let ty = self.types.get(&id)?;
        match text(ty, "kind") {
            "CONST" | "VOLATILE" | "RESTRICT" | "TYPE_TAG" | "TYPEDEF" => {
                self.resolved(number(ty, "type_id"))
            }
            _ => Some(ty),
        }
    }

    fn size(&self, id: u64) -> u64 {
        let Some(ty) = self.resolved(id) else {
            return 0;
        };
        match text(ty, "kind") {
            "PTR" => 8,
            "ARRAY" => number(ty, "nr_elems") * self.size(number(ty, "type_id")),
            _ => number(ty, "size"),
        }
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().unwrap_or_default()
}
