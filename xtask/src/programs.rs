//! Whole programs in C and in Rust, tests/programs: how long they are once they are loaded, how long the verifier looks at
//! them, how large the objects are and how long the builds take. Both languages must report the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crate::e2e::{self, RUNNING_BTF};
use crate::host::{self, Result};
use crate::log::say;
use crate::vm::Vm;
use crate::{kernels, tools};

/// A kernel that permits what the system of a developer may not: programs for LSM hooks.
const BOOTED: &str = "6.12";

/// The languages, and the two ways to read in Rust: with `?`, and with zero for a failed read, as in C. Also the names of
/// folders.
const WAYS: [&str; 3] = [C, RESULT, OR_ZERO];
const C: &str = "c";
const RESULT: &str = "result";
const OR_ZERO: &str = "or-zero";

const BINDINGS: &str = "vmlinux.rs";

/// As libbpf's headers name the architecture of the kernels that programs run on.
const TARGET_ARCH: &str = if cfg!(target_arch = "aarch64") {
    "arm64"
} else {
    "x86"
};

/// What is built without `-C target-cpu=v3`.
const GENERIC: &str = "generic";
/// The flags of tests/programs/.cargo/config.toml without that one.
const GENERIC_FLAGS: &str = "-C link-arg=--btf";
/// The program that does not load then, in both languages, and what the verifier says.
const NEEDS_V3: &str = "pathwalk";
const REFUSED: &str = "unbounded memory access";

/// How many tenths of C's instructions a program that reads as C does may have.
const TENTHS: u64 = 11;
/// How many times C's steps of the verifier a program with `?` may take.
const TIMES: u64 = 2;

/// What is measured of a program that was made in one way.
#[derive(Clone, Copy, Default)]
struct Measures {
    instructions: u64,
    steps: u64,
    bytes: u64,
    build: Duration,
}

impl std::ops::AddAssign for Measures {
    fn add_assign(&mut self, other: Measures) {
        self.instructions += other.instructions;
        self.steps += other.steps;
        self.bytes += other.bytes;
        self.build += other.build;
    }
}

/// By program and way.
type Table = BTreeMap<String, BTreeMap<String, Measures>>;

pub(crate) fn check() -> Result {
    let built = build()?;
    let loaded = host::output(host::command(e2e::runner("programs")?).args(folders(&WAYS)?))?;
    let table = read_table(&loaded, &built)?;
    print(&table);
    let mut wrong = compare(&table);
    wrong.extend(check_generic()?);
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

/// The same objects on another kernel, which runs all of them.
pub(crate) fn run_booted() -> Result {
    kernels::fetch(&[BOOTED])?;
    build()?;
    let share = output("share")?;
    let _ = fs::remove_dir_all(&share);
    for way in WAYS {
        host::make_dir(&share.join(way))?;
        for program in programs()? {
            let shared = share.join(way).join(format!("{program}.o"));
            e2e::copy_as(&object(way, &program)?, &shared)?;
        }
    }
    e2e::copy_as(&e2e::runner("programs")?, &share.join("programs"))?;
    let folders = WAYS.map(|way| format!("/t/{way}"));
    let command = ["/t/programs".to_owned(), "--strict".to_owned()];
    let vm = Vm {
        command: command.into_iter().chain(folders).collect(),
        ..Vm::new(BOOTED, Some(share))
    };
    vm.succeed()
}

/// Builds each program in each way; once, whatever asks for it. Returns the sizes of the objects and the times.
fn build() -> Result<Table> {
    static BUILT: OnceLock<Result<Table>> = OnceLock::new();
    BUILT.get_or_init(build_all).clone()
}

fn build_all() -> Result<Table> {
    for way in WAYS.iter().chain([&GENERIC]) {
        let _ = fs::remove_dir_all(output(way)?);
        host::make_dir(&output(way)?)?;
    }
    let mut table = Table::new();
    build_c(&mut table)?;
    build_rust(&mut table)?;
    build_generic()?;
    Ok(table)
}

fn build_c(table: &mut Table) -> Result {
    write_header()?;
    for program in programs()? {
        let object = object(C, &program)?;
        let time = timed(|| compile_c(&source_in_c(&program), "v3", &object))?;
        add(table, program, C, &object, time)?;
    }
    Ok(())
}

fn build_rust(table: &mut Table) -> Result {
    let bindings = output(BINDINGS)?;
    let patterns = e2e::read_lines(&source("patterns"))?;
    e2e::generate(Path::new(RUNNING_BTF), &patterns, &bindings)?;
    clean()?;
    for (way, features) in [(RESULT, &[][..]), (OR_ZERO, &["--features", "or-zero"])] {
        // The times are those of the programs alone.
        host::run(cargo()?.args(features).arg("--lib"))?;
        for program in programs()? {
            let mut cargo = cargo()?;
            cargo.args(features).args(["--bin", &program]);
            let time = timed(|| host::run(&mut cargo))?;
            let object = object(way, &program)?;
            e2e::copy_as(&built(&program)?, &object)?;
            add(table, program, way, &object, time)?;
        }
    }
    Ok(())
}

fn build_generic() -> Result {
    host::run(cargo()?.arg("--bins").env("RUSTFLAGS", GENERIC_FLAGS))?;
    for program in programs()? {
        e2e::copy_as(&built(&program)?, &object(GENERIC, &program)?)?;
    }
    Ok(())
}

fn add(table: &mut Table, program: String, way: &str, object: &Path, build: Duration) -> Result {
    let bytes = host::read(object)?.len() as u64;
    let measures = Measures {
        bytes,
        build,
        ..Measures::default()
    };
    let row = table.entry(program).or_default();
    row.insert(way.to_owned(), measures);
    Ok(())
}

/// Writes the types of the running kernel, for programs in C.
pub(crate) fn write_header() -> Result {
    let bpftool = tools::need("bpftool", tools::bpftool())?;
    let mut dump = host::command(bpftool);
    dump.args(["btf", "dump", "file", RUNNING_BTF, "format", "c"]);
    host::make_dir(&output("")?)?;
    host::write(&output("vmlinux.h")?, host::output(&mut dump)?)
}

fn source_in_c(program: &str) -> PathBuf {
    source("c").join(format!("{program}.c"))
}

/// Compiles a program in C, which may include `common.h`. `write_header` must have run.
pub(crate) fn compile_c(program: &Path, cpu: &str, object: &Path) -> Result {
    let clang = tools::need("clang", tools::clang())?;
    let mut command = host::command(clang);
    command
        .args(["-target", "bpf", "-O2", "-g", "-Wall", "-Werror", "-c"])
        .arg(format!("-mcpu={cpu}"))
        .arg("-I")
        .arg(output("")?)
        .arg("-I")
        .arg(libbpf_headers()?)
        .arg("-I")
        .arg(source("c"))
        .arg(format!("-D__TARGET_ARCH_{TARGET_ARCH}"))
        .arg(program)
        .arg("-o")
        .arg(object);
    host::run(&mut command)
}

/// Those of the libbpf that the runner is linked with.
fn libbpf_headers() -> Result<PathBuf> {
    let builds = host::list(&e2e::runner("build")?)?;
    let mut headers = builds.iter().map(|build| build.join("out/include"));
    headers
        .find(|headers| headers.join("bpf/bpf_core_read.h").exists())
        .ok_or_else(|| "the runner's build has no headers of libbpf".to_owned())
}

fn cargo() -> Result<Command> {
    let mut cargo = e2e::bpf_build(&source(""))?;
    cargo
        .env("BTFGEN_VMLINUX", output(BINDINGS)?)
        .arg("--quiet");
    Ok(cargo)
}

fn built(program: &str) -> Result<PathBuf> {
    let target = e2e::bpf_target()?.join(e2e::TARGET);
    Ok(target.join("release").join(program))
}

/// Makes cargo build the programs again, so that there is a time. What they depend on stays.
fn clean() -> Result {
    let toolchain = tools::need("a compiler for BPF", tools::bpf_toolchain())?;
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(source(""))
        .env("CARGO_TARGET_DIR", e2e::bpf_target()?)
        .args(["clean", "--quiet", "--release", "--package", "programs"])
        .args(["--target", e2e::TARGET]);
    host::run(&mut cargo)
}

fn timed(run: impl FnOnce() -> Result) -> Result<Duration> {
    let start = Instant::now();
    run().map(|()| start.elapsed())
}

/// Adds what the runner says: `program way instructions steps`, or `program records`, with tabs.
fn read_table(loaded: &str, built: &Table) -> Result<Table> {
    let mut table = built.clone();
    for line in loaded.lines() {
        match line.split('\t').collect::<Vec<_>>()[..] {
            [program, way, instructions, steps] => {
                let row = table.get_mut(program).and_then(|row| row.get_mut(way));
                let measures = row.ok_or_else(|| format!("{program}: was not built ({way})"))?;
                let number = |text: &str| text.parse().map_err(|_| format!("no number: {line}"));
                measures.instructions = number(instructions)?;
                measures.steps = number(steps)?;
            }
            [program, records] => say!("{program}: {records} records are the same in all"),
            _ => return Err(format!("the runner said: {line}")),
        }
    }
    Ok(table)
}

fn print(table: &Table) {
    let columns = ["instructions", "verifier steps", "object, KB", "build, s"];
    let headings = columns.map(|column| format!("  {column:^23}")).concat();
    say!("{:12}{headings}", "");
    let ways = format!("  {:>7}{:>8}{:>8}", "C", "Rust ?", "or zero");
    say!("{:12}{}", "program", ways.repeat(columns.len()));
    let sums = sums(table);
    for (name, row) in table
        .iter()
        .map(|(name, row)| (name.as_str(), row))
        .chain([("sum", &sums)])
    {
        let cells = |cell: fn(&Measures) -> String| {
            let cells = WAYS.map(|way| row.get(way).map_or_else(String::new, cell));
            format!("  {:>7}{:>8}{:>8}", cells[0], cells[1], cells[2])
        };
        say!(
            "{name:12}{}{}{}{}",
            cells(|it| it.instructions.to_string()),
            cells(|it| it.steps.to_string()),
            cells(|it| (it.bytes / 1024).to_string()),
            cells(|it| format!("{:.1}", it.build.as_secs_f64()))
        );
    }
}

fn sums(table: &Table) -> BTreeMap<String, Measures> {
    let mut sums = BTreeMap::<_, Measures>::new();
    for (way, measures) in table.values().flatten() {
        *sums.entry(way.clone()).or_default() += *measures;
    }
    sums
}

fn compare(table: &Table) -> Vec<String> {
    let mut wrong = Vec::new();
    let sums = sums(table);
    let of = |row: &BTreeMap<String, Measures>, way| row.get(way).copied().unwrap_or_default();
    for (program, row) in table {
        let (c, result, or_zero) = (of(row, C), of(row, RESULT), of(row, OR_ZERO));
        if c.instructions == 0 || result.instructions == 0 || or_zero.instructions == 0 {
            wrong.push(format!("{program}: was not loaded in all ways"));
        }
        if 10 * or_zero.instructions > TENTHS * c.instructions {
            let (rust, c) = (or_zero.instructions, c.instructions);
            wrong.push(format!(
                "{program}: {rust} instructions with zero for a failed read; C has {c}"
            ));
        }
        if result.steps > TIMES * c.steps {
            let (rust, c) = (result.steps, c.steps);
            wrong.push(format!(
                "{program}: {rust} steps of the verifier with `?`; C takes {c}"
            ));
        }
    }
    let (c, or_zero) = (of(&sums, C).instructions, of(&sums, OR_ZERO).instructions);
    if or_zero > c {
        wrong.push(format!(
            "all together: {or_zero} instructions with zero for a failed read; C has {c}"
        ));
    }
    wrong
}

/// Without `-C target-cpu=v3`, all programs load but one, which clang's does not either.
fn check_generic() -> Result<Vec<String>> {
    let (of_c, of_rust) = (output("refused/c")?, output("refused/rust")?);
    for folder in [&of_c, &of_rust] {
        host::make_dir(folder)?;
    }
    let refused = format!("{NEEDS_V3}.o");
    compile_c(&source_in_c(NEEDS_V3), "v2", &of_c.join(&refused))?;
    let generic = object(GENERIC, NEEDS_V3)?;
    fs::rename(&generic, of_rust.join(&refused))
        .map_err(|error| format!("{}: {error}", generic.display()))?;

    let runner = e2e::runner("programs")?;
    host::output(host::command(&runner).arg(output(GENERIC)?))?;
    let mut wrong = Vec::new();
    for folder in [of_c, of_rust] {
        match host::output(host::command(&runner).arg(&folder)) {
            Err(said) if said.contains(REFUSED) => {}
            Err(said) => wrong.push(said),
            Ok(_) => wrong.push(format!("{}: loads without v3", folder.display())),
        }
    }
    if wrong.is_empty() {
        say!("without -C target-cpu=v3, all programs load but {NEEDS_V3}: R2 {REFUSED}");
    }
    Ok(wrong)
}

/// Every file in `src/bin` is a program.
fn programs() -> Result<Vec<String>> {
    let files = host::list(&source("src/bin"))?;
    let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
    Ok(stems.map(str::to_owned).collect())
}

fn folders(ways: &[&str]) -> Result<Vec<PathBuf>> {
    ways.iter().map(|way| output(way)).collect()
}

fn object(way: &str, program: &str) -> Result<PathBuf> {
    Ok(output(way)?.join(format!("{program}.o")))
}

fn source(path: &str) -> PathBuf {
    tools::checkout().join("tests/programs").join(path)
}

fn output(path: &str) -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("programs").join(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(&str, [(u64, u64); 3])]) -> Table {
        let measures = |(instructions, steps)| Measures {
            instructions,
            steps,
            ..Measures::default()
        };
        let row = |row: [(u64, u64); 3]| {
            let ways = WAYS.iter().map(|way| (*way).to_owned());
            ways.zip(row.map(measures)).collect()
        };
        rows.iter()
            .map(|(name, it)| ((*name).to_owned(), row(*it)))
            .collect()
    }

    #[test]
    fn limits() {
        let within = ("a", [(100, 100), (500, 200), (100, 900)]);
        assert!(compare(&table(&[within])).is_empty());
        // Each of the three limits, alone.
        let steps = ("b", [(100, 100), (100, 201), (100, 100)]);
        assert_eq!(compare(&table(&[within, steps])).len(), 1);
        let (longer, shorter) = (
            ("c", [(100, 100), (100, 100), (111, 100)]),
            ("d", [(100, 100), (100, 100), (80, 100)]),
        );
        assert_eq!(compare(&table(&[longer, shorter])).len(), 1);
        let sum = ("e", [(100, 100), (100, 100), (110, 100)]);
        assert_eq!(compare(&table(&[sum])).len(), 1);
        assert_eq!(
            compare(&table(&[("f", [(100, 100), (0, 0), (100, 100)])])).len(),
            1
        );
    }
}
