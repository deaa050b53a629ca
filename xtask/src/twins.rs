//! The same programs in C and in Rust, tests/twins: the same relocations, the same numbers on each kernel, and how many
//! instructions are left of each once it is loaded.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::e2e::{self, RUNNING_BTF};
use crate::host::{self, Result};
use crate::log::say;
use crate::machines::BPFEL;
use crate::vm::Vm;
use crate::{kernels, reach, tools};

/// The kernel that has what the programs ask for in vain on newer ones.
const OLD: &str = "6.1";

/// The kernel on which the programs for big endian are loaded.
const BIG_ENDIAN: &str = "6.12-s390x";

const PATTERNS: &[&str] = &[
    "task_struct.{__state,cgroups,comm,flags,group_leader,mm,pid,prio,rcu_tasks_holdout,rcu_users,real_parent,\
     sched_reset_on_fork,se,signal,start_time,static_prio,tasks,tgid,thread_pid}",
    "bpf_map.map_type",
    "bpf_reg_state.iter",
    "css_set.dead",
    "enum:{bpf_cmd,bpf_map_type,cpuhp_state,perf_callchain_context,pid_type}",
    "file.f_inode",
    "inode.{i_generation,i_ino,i_mode}",
    "list_head",
    "load_weight",
    "mm_struct.exe_file",
    "pglist_data.node_id",
    "pid.numbers",
    "rlimit",
    "sched_avg.last_update_time",
    "sched_entity.{avg,load,vruntime}",
    "signal_struct.rlim",
    "sock.__sk_common",
    "sock_common.skc_num",
    "upid.nr",
];
const OLD_PATTERNS: &[&str] = &["list_head", "task_rss_stat", "task_struct.thread_group"];

/// Rust programs that may be longer, by so many instructions, and why. All are for what C does not check, or LLVM's.
const LONGER: &[(&str, usize, &str)] = &[
    ("container", 1, CHECKED),
    ("far_read", 1, CHECKED),
    ("load_bool", 3, ANY_BYTE),
    ("load_i32_extended", 1, RANGE),
    ("read_bool", 4, ANY_BYTE),
    ("read_i32", 1, CHECKED),
    ("read_two", 1, CHECKED),
    ("read_u16", 2, CHECKED),
    ("read_u32", 1, CHECKED),
    ("read_u64", 1, CHECKED),
    ("read_union", 2, CHECKED),
];
const CHECKED: &str =
    "two instructions ask for the sign on the target, and for a bitfield; C reads the bytes";
const ANY_BYTE: &str = "a byte that is neither 0 nor 1 is true; C returns the byte";
const RANGE: &str = "LLVM does not know that a load leaves 32 bits";

/// What a read in Rust asks for and one in C does not: whether the field is stored as the program thinks.
const CHECKS: [&str; 4] = ["byte_sz", "lshift_u64", "rshift_u64", "signed"];

/// How many bytes a probe read of a pointer copies, in Rust: the size of a struct that is one pointer on every kernel.
const LENGTH_OF_POINTER: (&str, &str) = ("type_size", "struct hlist_head");

/// What a Rust program calls for a field that the target stores in another way; the verifier drops the call.
const OUT_OF_LINE: [&str; 2] = ["probe_otherwise", "probe_narrow_pointer"];

pub(crate) fn check() -> Result {
    kernels::fetch(&[OLD])?;
    let (c, rust) = (compile_c(BPFEL)?, compile_rust(BPFEL)?);
    let mut wrong = compare_relocations(&relocations(&c)?, &relocations(&rust)?);
    for btf in [PathBuf::from(RUNNING_BTF), kernels::cached(OLD).btf] {
        wrong.extend(compare_numbers(
            &btf,
            &numbers(&c, &btf)?,
            &numbers(&rust, &btf)?,
        ));
    }
    wrong.extend(compare_lengths(&lengths(&c)?, &lengths(&rust)?));
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

/// The same for big endian: the relocations, and the instructions that are left on a big-endian kernel. The numbers are those that
/// libbpf writes there.
pub(crate) fn check_big_endian() -> Result {
    kernels::fetch(&[OLD, BIG_ENDIAN])?;
    let machine = kernels::machine(BIG_ENDIAN)?;
    machine.install()?;
    let (c, rust) = (compile_c(machine.bpf)?, compile_rust(machine.bpf)?);
    let mut wrong = compare_relocations(&relocations(&c)?, &relocations(&rust)?);
    let share = output("share")?;
    let _ = std::fs::remove_dir_all(&share);
    host::make_dir(&share)?;
    let relocated = reach::runner(machine)?.programs.join("relocated");
    e2e::copy_as(&relocated, &share.join("relocated"))?;
    let mut lengths = Vec::new();
    for object in [&c, &rust] {
        e2e::copy_as(object, &share.join("object"))?;
        let vm = Vm {
            command: ["/t/relocated", "/t/object"].map(str::to_owned).to_vec(),
            timeout: std::time::Duration::from_secs(600),
            ..Vm::new(BIG_ENDIAN, Some(share.clone()))
        };
        let mut printed = Vec::new();
        let code = vm.run(&mut printed)?;
        let printed = String::from_utf8_lossy(&printed).replace('\r', "");
        if code != 0 {
            return Err(format!("{}: {printed}", object.display()));
        }
        lengths.push(parse_lengths(&printed)?);
    }
    wrong.extend(compare_lengths(&lengths[0], &lengths[1]));
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

/// `bpfel-unknown-none` is `bpfel` for clang.
fn compile_c(target: &str) -> Result<PathBuf> {
    host::make_dir(&output("")?)?;
    let object = output(&format!("c.{target}.o"))?;
    let target = target.split('-').next().unwrap_or(target);
    let clang = tools::need("clang", tools::clang())?;
    host::run(
        host::command(clang)
            .args(["-target", target, "-O2", "-g", "-mcpu=v3", "-Wall", "-c"])
            .arg(source("twins.c"))
            .arg("-o")
            .arg(&object),
    )?;
    Ok(object)
}

fn compile_rust(target: &str) -> Result<PathBuf> {
    let (vmlinux, old) = (output("vmlinux.rs")?, output("old.rs")?);
    e2e::generate(Path::new(RUNNING_BTF), PATTERNS, &vmlinux)?;
    e2e::generate(&kernels::cached(OLD).btf, OLD_PATTERNS, &old)?;
    let mut cargo = e2e::bpf_build(&source(""))?;
    cargo
        .args(["--target", target])
        .env("BTFGEN_VMLINUX", &vmlinux)
        .env("BTFGEN_OLD", &old);
    host::run(&mut cargo)?;
    let object = output(&format!("rust.{target}.o"))?;
    let built = e2e::bpf_target()?.join(target);
    e2e::copy_as(&built.join("release/twins"), &object)?;
    Ok(object)
}

/// A kind and a path of C names: `byte_off struct task_struct::se.load.weight`.
type Relocation = (String, String);

/// Of each program, what the disassembler says: two type ids that mean the same are not told apart, nor is the order.
fn relocations(object: &Path) -> Result<BTreeMap<String, BTreeSet<Relocation>>> {
    let objdump = tools::need("llvm-objdump", tools::llvm_objdump())?;
    let text = host::output(
        host::command(objdump)
            .args(["-dr", "--no-show-raw-insn"])
            .arg(object),
    )?;
    let mut programs = BTreeMap::<_, BTreeSet<_>>::new();
    let mut program = String::new();
    for line in text.lines() {
        if let Some(name) = line
            .strip_suffix(">:")
            .and_then(|line| line.split_once('<'))
        {
            // Blocks inside a program have names too.
            if !name.1.starts_with("LBB") {
                program = name.1.to_owned();
            }
        } else if let Some(relocation) = parse_relocation(line) {
            programs
                .entry(program.clone())
                .or_default()
                .insert(relocation);
        }
    }
    Ok(programs)
}

/// `0000000000000100:  CO-RE <byte_off> [4] struct task_struct::tgid (0:1)`
fn parse_relocation(line: &str) -> Option<Relocation> {
    let (kind, rest) = line.split_once("CO-RE <")?.1.split_once("> [")?;
    let path = rest.split_once("] ")?.1;
    let path = path.split(" (").next()?;
    // Of an enumerator, the value that it has in the object says nothing.
    let path = path.split(" = ").next()?;
    // btfgen's local types have members of anonymous ones as their own; loaders look through these on both sides.
    let mut names = path.split("<anon ");
    let mut path = names.next()?.to_owned();
    for rest in names {
        path += rest.split_once(">.")?.1;
    }
    Some((kind.to_owned(), path))
}

fn compare_relocations(
    c: &BTreeMap<String, BTreeSet<Relocation>>,
    rust: &BTreeMap<String, BTreeSet<Relocation>>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let rust_own = |name: &&String| OUT_OF_LINE.iter().any(|own| name.contains(own));
    let names = c.keys().chain(rust.keys().filter(|name| !rust_own(name)));
    for name in names.collect::<BTreeSet<_>>() {
        let (Some(c), Some(rust)) = (c.get(name), rust.get(name)) else {
            wrong.push(format!("{name}: is in one language only"));
            continue;
        };
        for (kind, path) in c.difference(rust) {
            wrong.push(format!("{name}: C alone has {kind} {path}"));
        }
        for (kind, path) in rust.difference(c) {
            let is_read = rust.contains(&("byte_off".to_owned(), path.clone()));
            let is_length = (kind.as_str(), path.as_str()) == LENGTH_OF_POINTER;
            if !(is_length || is_read && CHECKS.contains(&kind.as_str())) {
                wrong.push(format!("{name}: Rust alone has {kind} {path}"));
            }
        }
    }
    wrong
}

/// What libbpf writes for each relocation of each program on a kernel, or `poison`.
fn numbers(object: &Path, btf: &Path) -> Result<BTreeMap<(String, Relocation), String>> {
    let text = host::output(host::command(e2e::runner("relocated")?).args([object, btf]))?;
    text.lines()
        .map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
            [program, kind, path, number] => Ok((
                (program.to_owned(), (kind.to_owned(), path.to_owned())),
                number.to_owned(),
            )),
            _ => Err(format!("not four fields: {line}")),
        })
        .collect()
}

fn compare_numbers(
    btf: &Path,
    c: &BTreeMap<(String, Relocation), String>,
    rust: &BTreeMap<(String, Relocation), String>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, number) in c {
        let ((program, (kind, path)), found) = (key, rust.get(key));
        if found != Some(number) {
            wrong.push(format!(
                "{}: {program}: {kind} {path} is {number} in C, {} in Rust",
                btf.display(),
                found.map_or("not there", String::as_str)
            ));
        }
    }
    let poisoned = c.values().filter(|number| *number == "poison").count();
    say!(
        "{}: {} numbers compared, {poisoned} of them of fields that are missing",
        btf.display(),
        c.len()
    );
    if c.is_empty() {
        wrong.push(format!("{}: nothing was compared", btf.display()));
    }
    wrong
}

/// The instructions of each program once it is loaded: the verifier has removed what can't run.
fn lengths(object: &Path) -> Result<BTreeMap<String, usize>> {
    parse_lengths(&host::output(
        host::command(e2e::runner("relocated")?).arg(object),
    )?)
}

fn parse_lengths(text: &str) -> Result<BTreeMap<String, usize>> {
    text.lines()
        .map(|line| {
            let (program, length) = line
                .split_once('\t')
                .ok_or(format!("not two fields: {line}"))?;
            let length = length.parse().map_err(|_| format!("no number: {line}"))?;
            Ok((program.to_owned(), length))
        })
        .collect()
}

fn compare_lengths(c: &BTreeMap<String, usize>, rust: &BTreeMap<String, usize>) -> Vec<String> {
    let mut wrong = Vec::new();
    let (mut c_sum, mut rust_sum, mut shorter, mut longer) = (0, 0, 0, 0);
    say!("{:24}    C  Rust", "program");
    for (name, c) in c {
        let Some(rust) = rust.get(name) else {
            wrong.push(format!("{name}: does not load in Rust"));
            continue;
        };
        let difference = *rust as i64 - *c as i64;
        let known = LONGER.iter().find(|(longer, ..)| longer == name);
        let why = known.map_or("", |(_, _, why)| why);
        say!("{name:24} {c:4}  {rust:4}  {difference:+3}  {why}");
        c_sum += c;
        rust_sum += rust;
        shorter += usize::from(difference < 0);
        longer += usize::from(difference > 0);
        if difference > known.map_or(0, |(_, by, _)| *by as i64) {
            wrong.push(format!("{name}: {rust} instructions, and C has {c}"));
        }
    }
    let difference = rust_sum as i64 - c_sum as i64;
    say!("{:24} {c_sum:4}  {rust_sum:4}  {difference:+}", "sum");
    say!(
        "{} pairs: Rust is shorter in {shorter}, longer in {longer}",
        c.len()
    );
    wrong
}

fn source(path: &str) -> PathBuf {
    tools::checkout().join("tests/twins").join(path)
}

fn output(path: &str) -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("twins").join(path))
}

#[cfg(test)]
mod tests {
    use super::parse_relocation;

    #[test]
    fn relocations_are_read_from_a_disassembly() {
        let parsed = |line| parse_relocation(line).map(|(kind, path)| format!("{kind} {path}"));
        assert_eq!(
            parsed("\t\t00e8:  CO-RE <byte_off> [12] struct sock::__sk_common.skc_num (0:0:0)")
                .as_deref(),
            Some("byte_off struct sock::__sk_common.skc_num")
        );
        assert_eq!(
            parsed("  08:  CO-RE <signed> [3] struct a::<anon 0>.b.<anon 1>.c (0:0:0)").as_deref(),
            Some("signed struct a::b.c")
        );
        assert_eq!(
            parsed("  08:  CO-RE <enumval_value> [3] enum pid_type::PIDTYPE_TGID = 1").as_deref(),
            Some("enumval_value enum pid_type::PIDTYPE_TGID")
        );
        assert_eq!(parsed("       1:\tr0 += 0x6d8"), None);
    }
}
