//! The command line: arguments → [`btfgen::Builder`] → file or stdout. The only place that prints or exits.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use btfgen::{Bindings, Builder, Difference, Intrinsics, printable, shown};
use clap::{Args, Parser, Subcommand};

const EXAMPLES: &str = "\
Examples:
  btfgen --allow task_struct > vmlinux.rs
          struct task_struct of the running kernel with all its fields, and what these contain
  btfgen --allow 'task_struct.{pid,tgid,comm,real_parent}' --allow sock -o src/vmlinux.rs
          four fields of one type, all of another; written only when something changed
  btfgen --btf 6.1.0-50-amd64 --allow 'bpf_*' --block bpf_verifier_env -o vmlinux.rs
          another kernel; every type called bpf_… but one
  btfgen --module nf_conntrack --allow nf_conn -o vmlinux.rs
          a type that is not the kernel's own, but one of its modules'
  btfgen --allow task_struct -o vmlinux.rs --check
          fails if vmlinux.rs is not what would be written
  btfgen list 'bpf_*_info'; btfgen show task_struct.se
          what there is to allow: types and fields, or their layout as C
  btfgen link prog.o -o prog.core.o
          the last step of building a program: relocation records become standard CO-RE relocations

A pattern is [KIND:]TYPE[.FIELD]. TYPE and FIELD are globs on C names (*, ?, {a,b}), anchored at both ends; KIND is \
struct, union, enum or typedef. What a field contains comes along; what it points to is declared, unless it is allowed \
itself.";

/// Relocatable Rust bindings for Linux kernel types, from BTF.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    generate: Generate,
}

#[derive(Subcommand)]
enum Command {
    /// List the types, or fields, that patterns match: kind, size in bytes, number of fields, name
    List(List),
    /// Print the types that patterns match as C, with offsets and sizes, as pahole does
    Show(Show),
    /// Turn the relocation records of a BPF object into standard CO-RE relocations
    Link(Link),
}

#[derive(Args)]
struct Input {
    /// Read types from this kernel [default: $BTFGEN_BTF, or else the running one]: raw BTF, vmlinux, vmlinuz, an
    /// object, each also compressed or in a tar archive (ARCHIVE/NAME chooses); - for standard input; a folder such as
    /// /lib/modules/RELEASE or a build tree; or a RELEASE that is installed
    #[arg(long, value_name = "KERNEL")]
    btf: Option<PathBuf>,
    /// Add the types of this module of the kernel; may be repeated. A name is looked for among the running kernel's,
    /// beside the file of --btf, and in /lib/modules; with a / or . it is a file
    #[arg(long, value_name = "NAME|FILE")]
    module: Vec<PathBuf>,
}

#[derive(Args)]
struct Generate {
    #[command(flatten)]
    input: Input,
    /// Write these types and fields [default: every named type]; may be repeated
    #[arg(long, value_name = "PATTERN")]
    allow: Vec<String>,
    /// Leave these types and fields out, whatever is allowed; may be repeated
    #[arg(long, value_name = "PATTERN")]
    block: Vec<String>,
    /// Write to this file, whole or not at all, and only if its content differs [default: stdout]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Compare with the output file instead of writing it; fail if it differs
    #[arg(long, requires = "output")]
    check: bool,
    /// What backs the accessors: `asm`, inline assembly for `btfgen link`; `core`, rustc's own btf_relocations, which no
    /// compiler has yet
    #[arg(long, value_name = "KIND", default_value = "asm")]
    intrinsics: Intrinsics,
}

const LIST_EXAMPLES: &str = "\
Examples:
  btfgen list                                     every named type of the running kernel
  btfgen list 'struct:bpf_*' 'pid*'               structs called bpf_…, and all that is called pid…
  btfgen list 'task_struct.{pid,tgid,comm}'       three fields of a type: offset, size, declaration
  btfgen list 'sock.*' --btf vmlinux-6.1 --json   all fields of a type of another kernel, for a program to read

A pattern is [KIND:]TYPE[.FIELD], as for --allow. --json writes an array with an object for each type: kind, name, size \
(bytes, null if only declared), fields (their number, or that of enumerators, null if there can be none), id (the BTF \
type id) and, if the pattern names fields, members: name, declaration, offset, size and, of a bitfield, bit and bits.";

const SHOW_EXAMPLES: &str = "\
Examples:
  btfgen show list_head kuid_t pid_type     three types of the running kernel
  btfgen show task_struct.se                one field in its type, and what it contains
  btfgen show 'sk_buff.{len,cb}' --btf vmlinux-6.1
                                            two fields, on another kernel

A pattern is [KIND:]TYPE[.FIELD], as for --allow. Behind each member stand its offset and size in bytes; of a bitfield, \
the offset of its unit, its first bit in that, and the size of the unit.";

#[derive(Args)]
#[command(after_help = LIST_EXAMPLES)]
struct List {
    /// What to list [default: every named type]
    #[arg(value_name = "PATTERN")]
    patterns: Vec<String>,
    #[command(flatten)]
    input: Input,
    /// Write JSON instead of a table
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
#[command(after_help = SHOW_EXAMPLES)]
struct Show {
    /// What to show
    #[arg(value_name = "PATTERN", required = true)]
    patterns: Vec<String>,
    #[command(flatten)]
    input: Input,
}

#[derive(Args)]
struct Link {
    /// The BPF object, as bpf-linker wrote it
    object: PathBuf,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.command {
        None => generate(&cli.generate),
        Some(Command::List(arguments)) => list(arguments),
        Some(Command::Show(arguments)) => show(arguments),
        Some(Command::Link(arguments)) => link(arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            for line in failure.to_string().lines().map(printable) {
                match line.starts_with("hint: ") || line.starts_with("  ") {
                    true => eprintln!("{line}"),
                    false => eprintln!("error: {line}"),
                }
            }
            ExitCode::FAILURE
        }
    }
}

fn generate(arguments: &Generate) -> Result<(), Failure> {
    let mut builder = open(&arguments.input).intrinsics(arguments.intrinsics);
    builder = arguments.allow.iter().fold(builder, Builder::allow);
    builder = arguments.block.iter().fold(builder, Builder::block);
    let bindings = builder.generate()?;
    for warning in bindings.warnings() {
        eprintln!("warning: {}", printable(warning));
    }
    match &arguments.output {
        Some(path) if arguments.check => check(&bindings, path),
        Some(path) => {
            bindings.write_to_file(path)?;
            Ok(())
        }
        None => print(&bindings.to_string()),
    }
}

fn open(input: &Input) -> Builder {
    let builder = match &input.btf {
        Some(path) => Builder::new().btf(path),
        None => Builder::new(),
    };
    input.module.iter().fold(builder, Builder::module)
}

fn list(arguments: &List) -> Result<(), Failure> {
    let builder = open(&arguments.input);
    let listing = arguments
        .patterns
        .iter()
        .fold(builder, Builder::allow)
        .list()?;
    match arguments.json {
        true => print(&listing.to_json()),
        false => print(&listing.to_string()),
    }
}

fn show(arguments: &Show) -> Result<(), Failure> {
    let builder = open(&arguments.input);
    print(
        &arguments
            .patterns
            .iter()
            .fold(builder, Builder::allow)
            .show()?,
    )
}

fn check(bindings: &Bindings, path: &Path) -> Result<(), Failure> {
    let found = match bindings.compare_with_file(path)? {
        Difference::None => return Ok(()),
        Difference::Missing => "is missing".to_string(),
        Difference::Line(line) => format!("is not up to date, from line {line} on"),
    };
    let command = std::env::args_os().filter(|argument| argument != "--check");
    let command: Vec<_> = command
        .map(|argument| shell_word(&argument.to_string_lossy()))
        .collect();
    Err(format!("{} {found}\nhint: run {}", shown(path), command.join(" ")).into())
}

fn link(arguments: &Link) -> Result<(), Failure> {
    let path = &arguments.object;
    let object =
        std::fs::read(path).map_err(|error| format!("can't read {}: {error}", shown(path)))?;
    let linked =
        btfgen::link::link(&object).map_err(|error| format!("{}: {error}", shown(path)))?;
    for warning in &linked.warnings {
        let lines: Vec<_> = warning.lines().map(printable).collect();
        eprintln!("warning: {}: {}", shown(path), lines.join("\n"));
    }
    btfgen::write_to_file(&arguments.output, &linked.bytes)?;
    Ok(())
}

fn shell_word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+:=@%".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_string(),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

/// Whoever reads may have seen enough.
fn print(text: &str) -> Result<(), Failure> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("can't write to standard output: {error}").into())
        }
        _ => Ok(()),
    }
}
