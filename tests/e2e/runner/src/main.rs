//! Loads each program of a directory with each loader, runs it, and compares its answers with what user space knows. Or loads
//! objects whose relocations a loader can't see, which must be refused.

mod bpf;
mod checks;
mod levels;
mod loader;
mod lost;
mod report;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use checks::{CASES, Case, beyond};
use loader::{Hook, Loader};
use report::Report;

/// An answer that could not be had, with its reason; errors keep their cause, so that a refusal can be told apart.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Where the kernel shows that it has kprobes.
const KPROBES: &str = "/sys/bus/event_source/devices/kprobe";

const USAGE: &str = "\
runner [--loader NAME] [--only NAME] [--old-libbpf FILE] [--cilium FILE] [--offsets FILE] [--levels] [--lost] [--strict] DIR

    --loader      one loader (default: all)
    --only        one program
    --old-libbpf  a shared library of libbpf, as one more loader
    --cilium      the program of tests/e2e/cilium, as one more loader
    --offsets     lines `type.member offset`, from another source than BTF relocations; `-` for a missing member
    --levels      the objects of DIR are of tests/levels: right, or refused
    --lost        the objects of each folder in DIR have lost their relocations: none may load
    --strict      fentry and LSM programs that the kernel does not permit are failures, not skips";

struct Options {
    loaders: Vec<Loader>,
    only: Option<String>,
    offsets: HashMap<String, Option<u64>>,
    levels: bool,
    lost: bool,
    strict: bool,
    objects: PathBuf,
}

fn main() -> ExitCode {
    let options = match parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("runner: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    loader::keep_libbpf_log();
    let cases: Vec<&Case> = CASES
        .iter()
        .filter(|case| options.only.as_deref().is_none_or(|only| only == case.name))
        .collect();
    if options.lost || options.levels {
        let checked = match options.lost {
            true => lost::check(&options.objects, &options.loaders, &cases),
            false => levels::check(&options.objects, &options.loaders),
        };
        return match checked {
            Ok(code) => code,
            Err(error) => {
                eprintln!("runner: {error}");
                ExitCode::FAILURE
            }
        };
    }
    let mut report = Report::new(options.strict);
    for case in cases {
        for loader in options.loaders.iter().filter(|it| it.is_for(case.hook)) {
            run(case, loader, &options, &mut report);
        }
    }
    report.end()
}

fn run(case: &Case, loader: &Loader, options: &Options, report: &mut Report) {
    report.start(case.name, loader.name());
    if matches!(case.hook, Hook::Kprobe(_)) && !Path::new(KPROBES).exists() {
        let error = format!("{KPROBES} does not exist, as the kernel has no kprobes");
        return report.refused(&*Box::<dyn std::error::Error>::from(error));
    }
    let object = options.objects.join(format!("{}.o", case.name));
    let load = |object: &Path| loader.load(object, case.name, case.hook, true);
    if let Some(beyond) = beyond(case, loader) {
        let said = match load(&object) {
            Ok(_) => "nothing: it loads".to_owned(),
            Err(error) => report::chain(&*error),
        };
        let what = format!("what the loader says, because {}", beyond.why);
        report.contains(&what, &said, beyond.says);
        return;
    }
    let outcome =
        load(&object).and_then(|mut program| (case.check)(&mut *program, &options.offsets, report));
    match outcome {
        Err(error) if case.hook.may_be_refused() && loader::is_refusal(&*error) => {
            report.refused(&*error)
        }
        Err(error) => report.error(&*error),
        Ok(()) => {}
    }
    let unlinked = options.objects.join(format!("{}.unlinked.o", case.name));
    if unlinked.exists() {
        let loads = load(&unlinked).is_ok();
        report.equal("loads without `btfgen link`", loads, false);
    }
}

fn parse(args: impl Iterator<Item = String>) -> Result<Options> {
    let mut args = args;
    let (mut old_libbpf, mut cilium, mut only_loader) = (None, None, None);
    let mut options = Options {
        loaders: Vec::new(),
        only: None,
        offsets: HashMap::new(),
        levels: false,
        lost: false,
        strict: false,
        objects: PathBuf::new(),
    };
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("`{arg}` needs a value"));
        match arg.as_str() {
            "--loader" => only_loader = Some(value()?),
            "--old-libbpf" => old_libbpf = Some(PathBuf::from(value()?)),
            "--cilium" => cilium = Some(PathBuf::from(value()?)),
            "--levels" => options.levels = true,
            "--lost" => options.lost = true,
            "--only" => options.only = Some(value()?),
            "--offsets" => options.offsets = read_offsets(Path::new(&value()?))?,
            "--strict" => options.strict = true,
            _ if arg.starts_with('-') => return Err(format!("there is no option `{arg}`").into()),
            _ => options.objects = PathBuf::from(arg),
        }
    }
    if options.objects.as_os_str().is_empty() {
        return Err("which directory?".into());
    }
    let is_meant = |loader: &Loader| only_loader.as_deref().is_none_or(|it| it == loader.name());
    options.loaders = Loader::all(old_libbpf.as_deref(), cilium.as_deref());
    options.loaders.retain(is_meant);
    if let (Some(name), []) = (&only_loader, &options.loaders[..]) {
        return Err(format!("there is no loader `{name}`").into());
    }
    if let Some(only) = &options.only
        && !CASES.iter().any(|case| case.name == only)
    {
        return Err(format!("there is no program `{only}`").into());
    }
    Ok(options)
}

fn read_offsets(path: &Path) -> Result<HashMap<String, Option<u64>>> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let line = |line: &str| {
        let (name, offset) = line.split_once(' ')?;
        let offset = match offset {
            "-" => None,
            offset => Some(offset.parse().ok()?),
        };
        Some((name.to_owned(), offset))
    };
    text.lines()
        .map(|text| {
            line(text).ok_or(format!("{}: not `type.member offset`: {text}", path.display()).into())
        })
        .collect()
}
