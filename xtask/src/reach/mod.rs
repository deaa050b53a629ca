//! The end-to-end suite and the guards on each kernel and architecture that people use, with each loader.

mod build;
mod cilium;
mod page;
pub(crate) mod small;
mod table;
mod versions;

pub(crate) use build::runner;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use std::{env, fs};

use crate::e2e::{self, OLD, RUNNING, RUNNING_BTF};
use crate::host::{self, Result};
use crate::log::say;
use crate::machines::{self, Machine};
use crate::vm::Vm;
use crate::{guards, kernels, setup, tools};
use table::{Place, Row};

/// What is run, in this order: a name of `cargo xtask kernels`, or the running kernel.
const PLACES: &[&str] = &[
    RUNNING,
    "5.10",
    "6.1",
    "6.12",
    "7.3",
    "6.1-arm64",
    "6.12-arm64",
    "6.12-s390x",
];

/// From this kernel on, the fields of the guards' object `gone` are missing; before it, those of `came`.
const FIELDS_CAME: [u64; 2] = [6, 8];

/// The guards' programs call `bpf_get_current_task_btf`, which this kernel has and those before it have not.
const TRUSTED_TASK: [u64; 2] = [5, 11];

/// Kernels without bindings of their own, because they lack what the programs name: newer fields such as `task_struct.__state`; the LSM
/// hooks and tables of callbacks.
const WITHOUT_BINDINGS: &[&str] = &["5.10", "6.12-s390x"];

/// An emulator is slow, and a suite with three bindings is long.
const TIMEOUT: Duration = Duration::from_secs(1800);

/// The option that builds no objects.
const AGAIN: &str = "--again";

/// What starts a part of the output.
const PART: &str = "== ";
const GUARDS: &str = "guards";
/// The loader with cilium/ebpf.
const CILIUM: &str = "cilium";

/// What is run on each kernel.
struct Parts {
    /// The objects of the last run, whatever its parts were: for a change of the runner alone.
    again: bool,
    /// The suite with bindings of these kernels; of all if none is named. `guards` is a part too.
    named: Vec<String>,
}

impl Parts {
    fn has(&self, name: &str) -> bool {
        self.named.is_empty() || self.named.iter().any(|part| part == name)
    }
}

/// `cargo xtask reach [KERNEL|ARCHITECTURE…] [--again] [--parts BINDINGS|guards,…]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let again = args.iter().any(|arg| arg == AGAIN);
    let args: Vec<String> = args.iter().filter(|arg| *arg != AGAIN).cloned().collect();
    let (names, parts) = match args.iter().position(|arg| arg == "--parts") {
        Some(at) => (
            &args[..at],
            args.get(at + 1).ok_or("--parts needs a value")?,
        ),
        None => (&args[..], &String::new()),
    };
    let named = parts.split(',').filter(|part| !part.is_empty());
    let parts = Parts {
        again,
        named: named.map(str::to_owned).collect(),
    };
    let places = selected(names)?;
    setup::install_missing()?;
    e2e::build_tools()?;
    let mut wrong = Vec::new();
    let mut rows = Vec::new();
    for place in places {
        match run(place, &parts) {
            Ok(found) => {
                // Each kernel by itself: a run of all takes long.
                if env::var_os("BTFGEN_BLESS").is_some() {
                    page::write(&found)?;
                }
                rows.extend(found);
            }
            Err(error) => {
                say!("{place}: {error}");
                wrong.push(format!("{place}: {error}"));
            }
        }
    }
    say!("\n{}", page::results(&rows));
    wrong.extend(rows.iter().filter_map(Row::failure));
    match wrong.is_empty() {
        true => Ok(ExitCode::SUCCESS),
        false => Err(wrong.join("\n")),
    }
}

/// By name, or by architecture; all if none is named.
fn selected(args: &[String]) -> Result<Vec<&'static str>> {
    let mut places = Vec::new();
    for place in PLACES {
        let machine = machine(place)?;
        if args.is_empty() || args.iter().any(|arg| arg == place || arg == machine.name) {
            places.push(*place);
        }
    }
    let is_known = |arg: &&String| PLACES.contains(&arg.as_str()) || machines::find(arg).is_ok();
    match args.iter().find(|arg| !is_known(arg)) {
        Some(arg) => Err(format!(
            "there is no kernel or architecture `{arg}`\nhint: one of {}, or an architecture",
            PLACES.join(", ")
        )),
        None => Ok(places),
    }
}

fn machine(place: &str) -> Result<&'static Machine> {
    match place {
        RUNNING => machines::here(),
        kernel => kernels::machine(kernel),
    }
}

fn btf(place: &str) -> PathBuf {
    match place {
        RUNNING => RUNNING_BTF.into(),
        kernel => kernels::cached(kernel).btf,
    }
}

fn release(place: &str) -> Result<String> {
    let file = match place {
        RUNNING => "/proc/sys/kernel/osrelease".into(),
        kernel => kernels::cached(kernel).release,
    };
    let text = String::from_utf8_lossy(&host::read(&file)?).into_owned();
    Ok(text.trim().to_owned())
}

/// Builds what a place needs, runs it there, and reads the results.
fn run(place: &str, parts: &Parts) -> Result<Vec<Row>> {
    let machine = machine(place)?;
    if place != RUNNING {
        kernels::fetch(&[place])?;
    }
    machine.install()?;
    let share = tools::target_dir()?.join("reach").join(place);
    let runner = runner(machine)?;
    if !(parts.again && share.join("run").exists()) {
        fill_share(place, machine, parts, &share)?;
    }
    for program in ["runner", "guards"] {
        e2e::copy_as(&runner.programs.join(program), &share.join(program))?;
    }
    e2e::copy_library(&runner.old_libbpf, &share.join(e2e::OLD_LIBBPF))?;
    e2e::copy_as(&cilium::build(machine)?, &share.join(CILIUM))?;

    let release = release(place)?;
    say!("{place}: {release} ({})", machine.name);
    let output = output(place, &share)?;
    let log = share.with_file_name(format!("{place}.log"));
    host::write(&log, &output)?;
    say!("{place}: all that was printed is in {}", log.display());
    let place = Place {
        kernel: place.to_owned(),
        release,
        machine: machine.name.to_owned(),
        is_emulated: place != RUNNING,
        date: host::output(host::command("date").args(["-u", "+%F"]))?
            .trim()
            .to_owned(),
        compiler: versions::compiler()?,
    };
    table::read(&place, &output)
}

/// Builds the objects, and writes the script that runs them.
fn fill_share(place: &str, machine: &Machine, parts: &Parts, share: &Path) -> Result {
    let _ = fs::remove_dir_all(share);
    host::make_dir(share)?;
    let mut script = "#!/bin/sh\ncd \"$(dirname \"$0\")\"\nhere=$PWD\n".to_owned();
    let mut bindings = vec![RUNNING, OLD];
    if !bindings.contains(&place) && !WITHOUT_BINDINGS.contains(&place) {
        bindings.push(place);
    }
    for name in bindings.into_iter().filter(|name| parts.has(name)) {
        let objects = e2e::build_programs(name, &btf(name), machine.bpf)?;
        e2e::fill_share(&share.join(name), &objects, &btf(name), &btf(place))?;
        // A kernel of a VM lets root do everything.
        let strict = if place == RUNNING { "" } else { "--strict " };
        script += &format!(
            "echo '{PART}{name}'\n$here/runner {strict}--old-libbpf $here/{} --cilium $here/{CILIUM} --offsets $here/{name}/offsets $here/{name}\n",
            e2e::OLD_LIBBPF
        );
    }
    let numbers = tools::numbers(&release(place)?);
    if numbers >= TRUSTED_TASK.to_vec() && parts.has(GUARDS) {
        let missing = match numbers >= FIELDS_CAME.to_vec() {
            true => "absent,gone,lies,limit",
            false => "absent,came,lies,limit",
        };
        guards::fill_share(&share.join(GUARDS.to_owned() + ".d"), machine.bpf)?;
        script += &format!(
            "echo '{PART}{GUARDS}'\n$here/guards --missing {missing} --old-libbpf $here/{} $here/{GUARDS}.d\n",
            e2e::OLD_LIBBPF
        );
    }
    write_script(&share.join("run"), &script)
}

/// What the script prints on the kernel.
fn output(place: &str, share: &Path) -> Result<String> {
    let script = share.join("run");
    if place == RUNNING {
        return host::output_of(&mut host::command(script), &[0, 1]);
    }
    let mut vm = Vm::new(place, Some(share.to_owned()));
    vm.timeout = TIMEOUT;
    let mut output = Vec::new();
    let ended = vm.run(&mut output);
    let output = String::from_utf8_lossy(&output).into_owned();
    ended.map(|_| output.clone()).map_err(|error| {
        let tail: Vec<&str> = output.lines().rev().take(20).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        format!("{error}\nthe last lines:\n{}", tail.join("\n"))
    })
}

fn write_script(path: &Path, text: &str) -> Result {
    host::write(path, text)?;
    host::make_executable(path)
}
