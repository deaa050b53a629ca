//! What must not compile, with which message, and what must. Each file of `tests/ui/` is a crate that uses the bindings
//! of `tests/snapshots/everyday` as the crate `vmlinux`, and begins with what the compilers must say:
//!
//!     //@ bpf: error[E0277] a text in the message | another
//!     //@ host: compiles
//!
//! A line an error code; there must be no errors of other codes, and all texts must stand in what the compiler says.
//! Every file says it for both targets. A crate with bindings of its own writes `include!(env!("VMLINUX"))`.
//!
//! Those of `tests/ui/kernels` use the bindings of `tests/snapshots/several_kernels`, and those of `tests/ui/calls` the bindings of
//! `tests/snapshots/calls`: functions of the kernel, variables and callbacks. Those of `tests/ui/core` use bindings of
//! `--intrinsics core`, for BPF with stand-ins for what no compiler has yet.

mod common;
mod compile;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::OnceLock;

use common::timed;
use compile::{
    BPF_FEATURES, Bpf, STANDIN_ROOT, file_stem, list, output, read, run, rustc, scratch, write,
};
use libtest_mimic::Failed;

fn main() -> ExitCode {
    let mut trials = Vec::new();
    for (folder, prefix, over) in [
        ("ui", "", &ASM),
        ("ui/calls", "calls: ", &CALLS),
        ("ui/core", "core: ", &CORE),
        ("ui/kernels", "kernels: ", &KERNELS),
    ] {
        let mut files = list(&compile::tests_folder(folder));
        files.retain(|path| path.is_file());
        for file in files {
            let name = format!("{prefix}{}", file_stem(&file));
            let copy = file.clone();
            let on_host = move || host(over, &file);
            trials.push(timed::trial(format!("host: {name}"), on_host));
            let on_bpf = move |compiler: &Bpf| bpf(over, compiler, &copy);
            trials.push(compile::bpf_trial(format!("bpf: {name}"), on_bpf));
        }
    }
    timed::run(trials)
}

/// What the compiler must say: for each error code, texts. None at all: it compiles.
#[derive(Debug, PartialEq)]
struct Expected {
    errors: Vec<(String, Vec<String>)>,
}

type Text = fn(&Path) -> Result<String, Failed>;
type Once = OnceLock<Result<PathBuf, String>>;

/// Bindings of one kind, compiled once for each target.
struct Bindings {
    name: &'static str,
    /// The folder in `tests/snapshots`.
    case: &'static str,
    text: Text,
    /// What stands at the root of a BPF crate with them.
    bpf_root: &'static str,
    host: Once,
    bpf: Once,
}

static ASM: Bindings = Bindings::new("ui", "everyday", compile::bindings, BPF_FEATURES);
static CALLS: Bindings = Bindings::new("ui-calls", "calls", compile::bindings, BPF_FEATURES);
static CORE: Bindings = Bindings::new("ui-core", "everyday", compile::core_bindings, STANDIN_ROOT);
static KERNELS: Bindings = Bindings::new(
    "ui-kernels",
    "several_kernels",
    compile::bindings,
    BPF_FEATURES,
);

impl Bindings {
    const fn new(
        name: &'static str,
        case: &'static str,
        text: Text,
        bpf_root: &'static str,
    ) -> Bindings {
        Bindings {
            name,
            case,
            text,
            bpf_root,
            host: OnceLock::new(),
            bpf: OnceLock::new(),
        }
    }
}

fn host(over: &Bindings, file: &Path) -> Result<(), Failed> {
    let standin = |_: &Path| Ok(());
    let made = bindings(over, &over.host, "host", "", rustc, standin)?;
    judge(file, "host", rustc(), made)
}

fn bpf(over: &Bindings, compiler: &Bpf, file: &Path) -> Result<(), Failed> {
    let rustc = || compiler.rustc();
    let standin = |folder: &Path| compile::standin(rustc, || compiler.host_rustc(), folder, &[]);
    let made = bindings(over, &over.bpf, "bpf", over.bpf_root, rustc, standin)?;
    judge(file, "bpf", rustc(), made)
}

/// The folder with the crate `vmlinux` and its text, compiled once.
fn bindings<'b>(
    over: &Bindings,
    made: &'b Once,
    target: &str,
    root: &str,
    rustc: impl Fn() -> Command,
    standin: impl Fn(&Path) -> Result<(), Failed>,
) -> Result<&'b Path, Failed> {
    let make = || -> Result<PathBuf, Failed> {
        let folder = scratch(&format!("{}/{target}", over.name));
        let text = (over.text)(&compile::tests_folder("snapshots").join(over.case))?;
        write(&folder.join("vmlinux.rs"), text)?;
        standin(&folder)?;
        let root = format!("#![no_std]\n{root}\ninclude!(\"vmlinux.rs\");\n");
        write(&folder.join("lib.rs"), root)?;
        let mut compile = rustc();
        compile.current_dir(&folder).args([
            "--crate-name",
            "vmlinux",
            "--edition",
            "2024",
            "-L",
            ".",
        ]);
        // What generic functions do is compiled where they are used.
        compile
            .env("RUSTC_BOOTSTRAP", "1")
            .args(["-Z", "always-encode-mir"]);
        run(compile.args(["--crate-type", "lib", "--emit", "metadata", "lib.rs"]))?;
        Ok(folder)
    };
    let made = made.get_or_init(|| make().map_err(|failed| compile::message(&failed)));
    made.as_deref().map_err(Failed::from)
}

fn judge(file: &Path, target: &str, mut rustc: Command, bindings: &Path) -> Result<(), Failed> {
    let expected = expected(&read(file)?, target)?;
    rustc.args(["--crate-type", "lib", "--edition", "2024", "-A", "unused"]);
    // Some errors show up only when code is made.
    rustc.args(["--emit", "obj", "-C", "opt-level=1", "-o"]);
    rustc.arg(bindings.join(file_stem(file)).with_extension("o"));
    rustc.arg("-L").arg(bindings);
    rustc.arg("--extern").arg(format!(
        "vmlinux={}",
        bindings.join("libvmlinux.rmeta").display()
    ));
    rustc.env("VMLINUX", bindings.join("vmlinux.rs"));
    let output = output(rustc.arg(file))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let problem = differs(&expected, output.status.success(), &said);
    problem.map_or(Ok(()), |problem| {
        Err(format!("{problem}; the compiler said:\n{said}").into())
    })
}

fn expected(text: &str, target: &str) -> Result<Expected, Failed> {
    let prefix = format!("//@ {target}: ");
    let directives: Vec<_> = text
        .lines()
        .filter_map(|line| line.strip_prefix(&prefix))
        .collect();
    match &directives[..] {
        [] => Err(format!("there is no line `{prefix}…`").into()),
        ["compiles"] => Ok(Expected { errors: Vec::new() }),
        errors => {
            let parsed = errors.iter().map(|line| {
                let (code, texts) = line.split_once(' ').unwrap_or((line, ""));
                (
                    code.to_string(),
                    texts.split(" | ").map(str::to_string).collect(),
                )
            });
            Ok(Expected {
                errors: parsed.collect(),
            })
        }
    }
}

fn differs(expected: &Expected, compiled: bool, said: &str) -> Option<String> {
    if compiled != expected.errors.is_empty() {
        let word = if compiled {
            "compiled"
        } else {
            "did not compile"
        };
        return Some(format!("it {word}"));
    }
    // `error[E0277]: …` or `error: …`; the last lines are of the latter form and say nothing.
    let heads = said
        .lines()
        .filter(|line| line.starts_with("error") && !line.contains("aborting due to"));
    let found: BTreeSet<_> = heads.filter_map(|line| line.split(':').next()).collect();
    let wanted: BTreeSet<_> = expected
        .errors
        .iter()
        .map(|(code, _)| code.as_str())
        .collect();
    if found != wanted {
        return Some(format!("expected {wanted:?}, found {found:?}"));
    }
    let mut texts = expected.errors.iter().flat_map(|(_, texts)| texts);
    texts
        .find(|text| !said.contains(*text))
        .map(|text| format!("nowhere is {text:?}"))
}
