//! Every field of a kernel, relocated to another kernel: bindings of one, the link step, libbpf's own code, and what bpftool
//! reads in the other.

mod definitions;
mod dump;
mod object;
mod paths;
mod report;
mod rules;
mod verdicts;

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::host::{self, Result};
use crate::log::say;
use crate::{e2e, kernels, tools};
pub(crate) use definitions::check as check_definitions;
use dump::Dump;
use object::Record;
use paths::{Request, Requests};
use report::Report;
use rules::Pair;
use verdicts::{Loader, Verdicts};
pub(crate) use verdicts::{check_made, task as verdicts_task};

/// The running kernel.
pub(crate) const RUNNING: &str = "running";
pub(crate) const RUNNING_BTF: &str = "/sys/kernel/btf/vmlinux";

/// Relocations in one object, of which each has the whole table.
const IN_OBJECT: usize = 25_000;
/// The same if aya's code is asked, which reads the whole object for each relocation.
const IN_OBJECT_FOR_AYA: usize = 400;

/// `cargo xtask sweep A B [--sample N] [--loader aya]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    const USAGE: &str = "what is expected is A B [--sample N] [--loader aya]";
    let [from, to, options @ ..] = args else {
        return Err(USAGE.to_owned());
    };
    let (mut sample, mut loader) = (1, Loader::Libbpf);
    for option in options.chunks(2) {
        match option {
            [name, n] if name == "--sample" => {
                let n = n.parse().ok().filter(|n| *n > 0);
                sample = n.ok_or("--sample takes a number from 1 on")?;
            }
            [name, text] if name == "--loader" => loader = Loader::parse(text)?,
            _ => return Err(USAGE.to_owned()),
        }
    }
    Ok(match sweep_with(from, to, sample, loader)? {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// Fields of every `sample`th type of `from`, as programs on `to` would find them. Returns whether all is explained.
pub(crate) fn sweep(from: &str, to: &str, sample: usize) -> Result<bool> {
    sweep_with(from, to, sample, Loader::Libbpf)
}

/// The same with the code of any loader. With aya's, only the verdicts of `btfgen check` are compared.
fn sweep_with(from: &str, to: &str, sample: usize, loader: Loader) -> Result<bool> {
    let scratch = host::scratch()?;
    let (from_kernel, to_kernel) = (
        Kernel::find(from, &scratch.path().join("from"))?,
        Kernel::find(to, &scratch.path().join("to"))?,
    );
    let programs = Programs::build()?;
    if loader == Loader::Aya {
        verdicts::build_aya()?;
    }
    let table = programs.table(&from_kernel, scratch.path())?;
    let (local, target) = (Dump::read(&from_kernel)?, Dump::read(&to_kernel)?);
    // libbpf is asked about two kernels' own BTFs, whose pointers are as long as a program's.
    let is_plain = |kernel: &Kernel| kernel.module.is_none();
    let asks = local.pointer_bytes == 8 && is_plain(&from_kernel) && is_plain(&to_kernel);
    let members = paths::members(&table);
    let is_known = |key: &str, name: &str| members.contains(&(key, name));
    let requests = Requests::new(&local, sample, asks, is_known);
    let matches = match asks {
        true => Some(programs.matches(&from_kernel.btf, &to_kernel.btf, requests.root_ids())?),
        false => None,
    };
    let sweep = Sweep {
        pair: Pair {
            local: &local,
            target: &target,
            matches: matches.as_ref(),
        },
        requests: &requests,
        table,
        programs,
        target_kernel: &to_kernel,
        loader,
        scratch: scratch.path(),
    };
    let report = sweep.run()?;
    say!("{from} to {to}: {}\n{report}", requests.summary());
    Ok(report.is_explained())
}

/// A kernel, perhaps with a module.
struct Kernel {
    btf: PathBuf,
    module: Option<PathBuf>,
}

impl Kernel {
    /// `KERNEL` or `KERNEL+MODULE`, where the module is one that `cargo xtask kernels` keeps. What has to be unpacked goes to
    /// `scratch`.
    fn find(name: &str, scratch: &Path) -> Result<Kernel> {
        if let (Some((kernel, module)), false) = (name.rsplit_once('+'), Path::new(name).is_file())
        {
            let btf = btf_of(kernel)?;
            let module = Some(unpacked(&btf, module, scratch)?);
            return Ok(Kernel { btf, module });
        }
        let (btf, module) = (btf_of(name)?, None);
        Ok(Kernel { btf, module })
    }
}

/// A module next to its kernel, for programs that don't unpack it.
fn unpacked(btf: &Path, module: &str, scratch: &Path) -> Result<PathBuf> {
    let plain = btf.with_file_name(format!("{module}.ko"));
    let packed = btf.with_file_name(format!("{module}.ko.xz"));
    if plain.is_file() || !packed.is_file() {
        return Ok(plain);
    }
    let bytes = host::filter(host::command("xz").arg("-dc"), &host::read(&packed)?)?.stdout;
    host::make_dir(scratch)?;
    let path = scratch.join(format!("{module}.ko"));
    host::write(&path, bytes)?;
    Ok(path)
}

/// A file, or a kernel of `cargo xtask kernels`, or the running one.
fn btf_of(name: &str) -> Result<PathBuf> {
    let path = PathBuf::from(name);
    match name {
        RUNNING => Ok(RUNNING_BTF.into()),
        _ if path.is_file() => Ok(path),
        _ if path.components().count() > 1 => Err(format!("{name}: there is no such file")),
        _ => {
            kernels::fetch(&[name])?;
            Ok(kernels::cached(name).btf)
        }
    }
}

/// The commands that a sweep runs.
struct Programs {
    btfgen: PathBuf,
    resolver: PathBuf,
}

impl Programs {
    fn build() -> Result<Programs> {
        let target = tools::target_dir()?;
        e2e::build_btfgen()?;
        let manifest = tools::checkout().join("tests/sweep/Cargo.toml");
        let mut resolver = tools::cargo();
        resolver
            .args(["build", "--release", "--locked", "--manifest-path"])
            .arg(manifest)
            .arg("--target-dir")
            .arg(target.join("sweep"));
        host::run(&mut resolver)?;
        Ok(Programs {
            btfgen: e2e::btfgen_dir()?.join("btfgen"),
            resolver: target.join("sweep/release/resolver"),
        })
    }

    /// What libbpf's code makes of the relocations of an object.
    fn resolve(&self, options: &[&str], kernel: &Kernel, object: &Path) -> Result<String> {
        let mut resolver = host::command(&self.resolver);
        resolver.args(options);
        if let Some(module) = &kernel.module {
            resolver.arg("--module").arg(module);
        }
        host::output(resolver.arg(&kernel.btf).arg(object))
    }

    /// libbpf's verdict on types of a kernel, whole, with another kernel's.
    fn matches(
        &self,
        from: &Path,
        to: &Path,
        ids: impl Iterator<Item = u32>,
    ) -> Result<HashMap<u32, i32>> {
        let mut resolver = host::command(&self.resolver);
        resolver.arg("--matches").args([from, to]);
        let text = host::output(resolver.args(ids.map(|id| id.to_string())))?;
        let verdict = |line: &str| {
            let (id, verdict) = line.split_once(' ')?;
            Some((id.parse().ok()?, verdict.parse().ok()?))
        };
        let verdicts = text
            .lines()
            .map(|line| verdict(line).ok_or(format!("what verdict is `{line}`?")));
        verdicts.collect()
    }

    /// The table in the bindings of all types, as it stands in the file.
    fn table(&self, kernel: &Kernel, scratch: &Path) -> Result<String> {
        let file = scratch.join("vmlinux.rs");
        let mut btfgen = host::command(&self.btfgen);
        // Its warnings are about types with several definitions, of which the report speaks.
        btfgen.arg("--btf").arg(&kernel.btf).arg("-o").arg(&file);
        if let Some(module) = &kernel.module {
            btfgen.arg("--module").arg(module);
        }
        host::output(&mut btfgen)?;
        let text = String::from_utf8_lossy(&host::read(&file)?).into_owned();
        let table = text.split_once("const TABLE: &str = \"\\\n");
        let table = table.and_then(|(_, rest)| Some(rest.split_once("\n\"")?.0));
        Ok(table.ok_or("the bindings have no table")?.to_owned() + "\n")
    }
}

/// What the resolver says of each instruction.
fn by_instruction(answers: &str, count: usize) -> Result<Vec<Option<&str>>> {
    let mut found: Vec<Option<&str>> = vec![None; count];
    for line in answers.lines().skip(1) {
        let (index, answer) = line.split_once(' ').unwrap_or_default();
        let place = index.parse().ok().and_then(|i: usize| found.get_mut(i));
        *place.ok_or_else(|| format!("what answer is `{line}`?"))? = Some(answer);
    }
    Ok(found)
}

struct Sweep<'a> {
    pair: Pair<'a>,
    requests: &'a Requests,
    table: String,
    programs: Programs,
    target_kernel: &'a Kernel,
    loader: Loader,
    scratch: &'a Path,
}

impl Sweep<'_> {
    fn run(&self) -> Result<Report> {
        let in_object = match self.loader {
            Loader::Libbpf => IN_OBJECT,
            Loader::Aya => IN_OBJECT_FOR_AYA,
        };
        let parts: Vec<&[Request]> = self.requests.parts(in_object);
        let next = AtomicUsize::new(0);
        let report = Mutex::new(Ok(Report::default()));
        let threads = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    while let Some(part) = parts.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let result = self.part(part);
                        let mut report = report.lock().expect("no thread panics with it");
                        match (&mut *report, result) {
                            (Ok(report), Ok(part)) => report.add(part),
                            (report @ Ok(_), Err(error)) => *report = Err(error),
                            (Err(_), _) => {}
                        }
                    }
                });
            }
        });
        report.into_inner().expect("no thread panics with it")
    }

    /// One object: written, linked, resolved, compared.
    fn part(&self, requests: &[Request]) -> Result<Report> {
        let records: Vec<Record> = requests.iter().map(|it| self.record(it)).collect();
        let big_endian = self.pair.local.big_endian;
        let bytes = object::write(&records, &self.table, big_endian);
        let dir = tempfile::tempdir_in(self.scratch)
            .map_err(|error| format!("temporary directory: {error}"))?;
        let (unlinked, linked) = (dir.path().join("in.o"), dir.path().join("out.o"));
        host::write(&unlinked, bytes)?;
        let mut link = host::command(&self.programs.btfgen);
        host::output(
            link.args([OsStr::new("link"), unlinked.as_os_str(), OsStr::new("-o")])
                .arg(&linked),
        )?;
        let mut report = Report::default();
        let verdicts = Verdicts {
            programs: &self.programs,
            kernel: self.target_kernel,
            loader: self.loader,
            shifts: big_endian == cfg!(target_endian = "big"),
        };
        for (index, difference) in verdicts.compare(&linked)? {
            let what = requests.get(index);
            let what = what.map(|request| self.requests.describe(request));
            report.verdict(difference.map(|it| format!("{}: {it}", what.unwrap_or_default())));
        }
        if self.loader == Loader::Aya {
            return Ok(report);
        }
        let answers = self.programs.resolve(&[], self.target_kernel, &linked)?;
        let found = by_instruction(&answers, requests.len())?;
        for (request, found) in requests.iter().zip(found) {
            let root = &self.requests.roots[request.root];
            let expected = self.pair.expect(root, request);
            report.compare(self.requests, request, expected, found);
        }
        Ok(report)
    }

    fn record(&self, request: &Request) -> Record {
        Record {
            root: self.requests.roots[request.root].key(),
            steps: request.steps.clone(),
            operation: request.verb.operation(),
        }
    }
}
