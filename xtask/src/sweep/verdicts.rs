//! What `btfgen check` says of each relocation, compared with what a loader's own code does.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

use super::{Kernel, Programs};
use crate::host::{self, Result};
use crate::log::say;
use crate::{e2e, tools};

/// How many differences are printed.
const SHOWN: usize = 20;

/// The commands, and a kernel.
pub(super) struct Verdicts<'a> {
    pub(super) programs: &'a Programs,
    pub(super) kernel: &'a Kernel,
    pub(super) loader: Loader,
    /// Whether shifts are compared. libbpf computes them for the byte order of the machine that it runs on.
    pub(super) shifts: bool,
}

/// The loader whose code is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loader {
    Libbpf,
    Aya,
}

impl Loader {
    pub(super) fn parse(name: &str) -> Result<Loader> {
        match name {
            "libbpf" => Ok(Loader::Libbpf),
            "aya" => Ok(Loader::Aya),
            _ => Err(format!("there is no loader {name}")),
        }
    }
}

/// `cargo xtask verdicts [--loader aya] KERNEL… -- OBJECT…`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let (loader, args) = match args {
        [option, name, rest @ ..] if option == "--loader" => (Loader::parse(name)?, rest),
        args => (Loader::Libbpf, args),
    };
    let at = args.iter().position(|arg| arg == "--");
    let at = at.ok_or("what is expected is [--loader LOADER] KERNEL… -- OBJECT…")?;
    let (kernels, objects) = (&args[..at], &args[at + 1..]);
    let programs = Programs::build()?;
    if loader == Loader::Aya {
        build_aya()?;
    }
    let (compared, different) = compare_all(&programs, loader, kernels, objects)?;
    for line in different.iter().take(SHOWN) {
        say!("{line}");
    }
    let (kernels, objects, wrong) = (kernels.len(), objects.len(), different.len());
    say!(
        "{compared} verdicts of {objects} objects on {kernels} kernels, {wrong} differ from {loader:?}'s"
    );
    Ok(match wrong {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

/// The objects and kernels of tests/check.
pub(crate) fn check_made() -> Result {
    let programs = Programs::build()?;
    build_aya()?;
    for folder in host::list(&tools::checkout().join("tests/check"))? {
        if !folder.is_dir() {
            continue;
        }
        let path = |path: PathBuf| path.display().to_string();
        let kernels = host::list(&folder)?.into_iter();
        let kernels = kernels.filter(|path| path.extension().is_some_and(|it| it == "btf"));
        let kernels: Vec<String> = kernels.map(path).collect();
        // The object for real kernels.
        if kernels.is_empty() {
            continue;
        }
        let objects = [path(folder.join("prog.o"))];
        for loader in [Loader::Libbpf, Loader::Aya] {
            let (compared, different) = compare_all(&programs, loader, &kernels, &objects)?;
            if let (0, _) | (_, [_, ..]) = (compared, &different[..]) {
                return Err(format!(
                    "{loader:?}: {compared} verdicts compared: {}",
                    different.join("\n")
                ));
            }
        }
    }
    Ok(())
}

/// aya's code needs a feature of the compiler: see `AYA_FEATURE`.
pub(super) fn build_aya() -> Result {
    let mut cargo = tools::cargo();
    cargo
        .args(["build", "--release", "--locked", "--ignore-rust-version"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", e2e::AYA_FEATURE)
        .arg("--manifest-path")
        .arg(tools::checkout().join("tests/sweep-aya/Cargo.toml"))
        .arg("--target-dir")
        .arg(tools::target_dir()?.join("sweep-aya"));
    host::run(&mut cargo)
}

/// How many verdicts were compared, and those that differ.
fn compare_all(
    programs: &Programs,
    loader: Loader,
    kernels: &[String],
    objects: &[String],
) -> Result<(usize, Vec<String>)> {
    let scratch = host::scratch()?;
    let (mut compared, mut different) = (0, Vec::new());
    for name in kernels {
        let kernel = Kernel::find(name, scratch.path())?;
        let verdicts = Verdicts {
            programs,
            kernel: &kernel,
            loader,
            shifts: true,
        };
        for object in objects {
            let found = verdicts.compare(Path::new(object));
            for (_, difference) in found.map_err(|error| format!("{object}: {error}"))? {
                compared += 1;
                different.extend(difference.map(|it| format!("{name}: {object}: {it}")));
            }
        }
    }
    Ok((compared, different))
}

impl Verdicts<'_> {
    /// For each relocation of the object: its instruction, and how the verdict differs from libbpf's answer. A loader resolves
    /// them in turn, and so does `btfgen check`.
    pub(super) fn compare(&self, object: &Path) -> Result<Vec<(usize, Option<String>)>> {
        let answers = match self.loader {
            Loader::Libbpf => self.programs.resolve(&["--in-turn"], self.kernel, object)?,
            Loader::Aya => {
                let resolver = "sweep-aya/release/aya-resolver";
                let mut resolver = host::command(tools::target_dir()?.join(resolver));
                host::output(resolver.arg(&self.kernel.btf).arg(object))?
            }
        };
        if let Some(error) = answers
            .lines()
            .find_map(|line| line.strip_prefix("unread "))
        {
            say!("{}: aya does not read it: {error}", object.display());
            return Ok(Vec::new());
        }
        let mut by_place = HashMap::new();
        for line in answers.lines().skip(1) {
            let (index, rest) = line.split_once(' ').unwrap_or_default();
            let (numbers, section) = rest.rsplit_once(' ').unwrap_or_default();
            let (old, new) = numbers.split_once(' ').unwrap_or_default();
            let index: usize = index
                .parse()
                .map_err(|_| format!("what answer is `{line}`?"))?;
            by_place.insert((section, index), (old, new));
        }
        let mut command = host::command(&self.programs.btfgen);
        if self.loader == Loader::Aya {
            command.args(["check", "--json", "--loader", "aya", "--btf"]);
        } else {
            command.args(["check", "--json", "--btf"]);
        }
        command.arg(format!("target={}", self.kernel.btf.display()));
        if let Some(module) = &self.kernel.module {
            command.arg("--module").arg(module);
        }
        // The exit code 1 says that something is wrong on the kernel, which is so in most sweeps.
        let output = host::output_of(command.arg(object), &[0, 1])?;
        let json: Value = serde_json::from_str(&output).map_err(|error| error.to_string())?;
        let relocations = json[0]["relocations"].as_array();
        let relocations = relocations.ok_or("the JSON of `btfgen check` has no relocations")?;
        if relocations.len() != by_place.len() {
            let (ours, theirs) = (relocations.len(), by_place.len());
            return Err(format!(
                "`btfgen check` finds {ours} relocations, the loader {theirs}"
            ));
        }
        let mut compared = Vec::with_capacity(relocations.len());
        for relocation in relocations {
            if !self.shifts && relocation["kind"] == "lshift_u64" {
                continue;
            }
            let index = relocation["instruction"].as_u64().unwrap_or(u64::MAX) as usize;
            let section = relocation["section"].as_str().unwrap_or_default();
            let (old, new) = by_place.get(&(section, index)).copied().unwrap_or_default();
            let verdict = verdict(&relocation["on"][0], old);
            let difference = (verdict != new).then(|| {
                let subject = relocation["subject"].as_str().unwrap_or_default();
                let kind = relocation["kind"].as_str().unwrap_or_default();
                format!(
                    "{kind} of {subject}: `btfgen check` says {verdict}, {:?} {new}",
                    self.loader
                )
            });
            compared.push((index, difference));
        }
        Ok(compared)
    }
}

/// A verdict in the words of the resolver. `old` is the number in the instruction before.
fn verdict(on: &Value, old: &str) -> String {
    let value = on["value"].as_u64();
    match (on["verdict"].as_str(), value) {
        (Some("ok" | "no" | "differs" | "trapped"), Some(value)) => match old.split_once('/') {
            Some((_, width)) => match on["width"].as_u64() {
                Some(width) => format!("{value}/{width}"),
                None => format!("{value}/{width}"),
            },
            None => (value as i32).to_string(),
        },
        (Some("absent" | "resized"), _) => "poison".to_owned(),
        (Some("ambiguous" | "refused"), _) => match on["errno"].as_u64() {
            Some(errno) => format!("refused -{errno}"),
            None => "refused".to_owned(),
        },
        _ => on.to_string(),
    }
}
