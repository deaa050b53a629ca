//! `check` and `diff`: what differs between kernels. The exit code depends on it.

use std::path::PathBuf;

use btfgen::{KernelFile, Loader, ObjectFile};
use clap::Args;

type Failure = Box<dyn std::error::Error>;

const CHECK_EXAMPLES: &str = "\
Examples:
  btfgen check prog.o --btf 6.1.0-50-amd64 --btf vmlinux-6.12
          an object, also one that clang wrote, on two kernels
  btfgen check target/bpf/ --btf old=5.10.btf --btf new=6.12.btf --json
          every object of a folder, on two kernels that get names; as JSON

The table has a row for each field, type and enumerator that is not the same on all kernels:
  ok          the program gets the right number
  no          the kernel does not have it, and the program only asks whether it does
  guarded     the kernel does not have it, and the program does not come to the instruction that needs it
  unguarded   the same, but the verifier comes to that instruction, and refuses the program
  unknown     the same, but the instructions do not tell whether the verifier comes to it
  differs     the kernel has it, and declares it differently; neither loader nor verifier sees that
  resized     a load or store of a field that has another size; the verifier refuses the program
  ambiguous   several types of the kernel fit, and differ; the loader refuses the object
  refused     the loader refuses the object for another reason

The exit code is 0 if the program is right on all kernels, 1 if it is not or if that is unknown, and 2 for an error. The \
rules are those of libbpf, or with --loader aya those of aya. docs/check.md describes the JSON.";

#[derive(Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckObjects {
    /// Linked BPF objects, and folders of them (*.o); - for standard input
    #[arg(value_name = "OBJECT", required = true)]
    objects: Vec<PathBuf>,
    /// Check on this kernel; may be repeated. NAME=KERNEL gives it a name for the output. An archive of several kernels, or a
    /// folder with files that have .btf in their names, stands for all of them
    #[arg(long, value_name = "[NAME=]KERNEL", required = true)]
    btf: Vec<PathBuf>,
    /// Add the types of this module to each kernel; may be repeated
    #[arg(long, value_name = "NAME|FILE")]
    module: Vec<PathBuf>,
    /// The loader that loads the objects
    #[arg(long, value_name = "LOADER", default_value = "libbpf")]
    loader: LoaderName,
    /// Write JSON instead of a table
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum LoaderName {
    /// libbpf, from C, libbpf-rs and bpftool
    Libbpf,
    /// aya 0.16
    Aya,
}

impl From<LoaderName> for Loader {
    fn from(name: LoaderName) -> Loader {
        match name {
            LoaderName::Libbpf => Loader::Libbpf,
            LoaderName::Aya => Loader::Aya,
        }
    }
}

const DIFF_EXAMPLES: &str = "\
Examples:
  btfgen diff 6.1.0-50-amd64 vmlinux-6.12 task_struct sock
          what changed in two types
  btfgen diff old=5.10.btf new=6.12.btf 'task_struct.*state' --json
          what happened to some fields; as JSON, with names for the kernels
  btfgen diff 5.10.0-30-amd64 6.1.0-50-amd64 tp:sched_switch 'lsm:file_*'
          what changed in the arguments of hooks
  btfgen diff 6.1.0-50-amd64 vmlinux-6.12 --for src/vmlinux.rs
          what changed for a file with bindings, or for a BPF object

A pattern is [KIND:]TYPE[.FIELD] or [fn|kfunc|lsm|struct_ops|tp|var]:NAME, as for --allow. For a hook, a kernel function or a \
variable, the text has both prototypes. For a field, it says what changed:
  added, gone  only one of the kernels has it
  renamed      likely another field of the same place and type, or with a similar name
  kind         an integer became a pointer, or the like: loaders do not find it any more
  pointee      the pointer points to another type
  sign         the integer has another sign
  resized      it has another size
  bitfield     it is or was a bitfield, or its width changed
  moved        it is at another offset, which loaders adapt to
  declared     its type has another name

The exit code is 0 if nothing changed, 1 if something did, and 2 for an error. docs/diff.md describes the JSON.";

#[derive(Args)]
#[command(after_help = DIFF_EXAMPLES)]
pub(crate) struct DiffKernels {
    /// The first kernel: what --btf takes. NAME=KERNEL gives it a name for the output
    #[arg(value_name = "[NAME=]KERNEL")]
    before: PathBuf,
    /// The second kernel
    #[arg(value_name = "[NAME=]KERNEL")]
    after: PathBuf,
    /// What to compare [default: every named type]
    #[arg(value_name = "PATTERN")]
    patterns: Vec<String>,
    /// Compare what this uses: bindings that btfgen wrote, or a linked BPF object; may be repeated
    #[arg(long = "for", value_name = "FILE")]
    uses: Vec<PathBuf>,
    /// Add the types of this module to both kernels; may be repeated
    #[arg(long, value_name = "NAME|FILE")]
    module: Vec<PathBuf>,
    /// Write JSON instead of text
    #[arg(long)]
    json: bool,
}

/// The text, and whether something is wrong.
pub(crate) fn check(arguments: &CheckObjects) -> Result<(String, bool), Failure> {
    let mut objects = Vec::new();
    for path in &arguments.objects {
        for path in btfgen::objects(path)? {
            let bytes = btfgen::read_object(&path)?;
            objects.push(ObjectFile { path, bytes });
        }
    }
    let kernels = arguments.btf.iter().map(|path| KernelFile::parse(path));
    let kernels: Vec<_> = kernels.collect();
    let checks = btfgen::check(
        &objects,
        &kernels,
        &arguments.module,
        arguments.loader.into(),
    )?;
    let text = match arguments.json {
        true => btfgen::checks_to_json(&checks),
        false => checks
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n"),
    };
    Ok((text, checks.iter().any(btfgen::Check::has_trouble)))
}

/// The text, and whether something changed.
pub(crate) fn diff(arguments: &DiffKernels) -> Result<(String, bool), Failure> {
    let kernels = [&arguments.before, &arguments.after].map(|path| KernelFile::parse(path));
    let mut uses = Vec::new();
    for file in &arguments.uses {
        uses.extend(btfgen::uses_of(file)?);
    }
    let diff = btfgen::diff(&kernels, &arguments.module, &arguments.patterns, &uses)?;
    let text = match arguments.json {
        true => diff.to_json(),
        false => diff.to_string(),
    };
    Ok((text, !diff.is_empty()))
}
