//! The command line: arguments → [`btfgen::Builder`] → file or stdout. The only place that prints or exits.

mod cli;

use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use btfgen::{Bindings, Builder, Derive, Difference, Intrinsics, printable, shell_word, shown};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;
use cli::compare::{self, CheckObjects, DiffKernels};
use cli::examples::{LIST_EXAMPLES, SHOW_EXAMPLES};
use cli::init::{self, Loader};
use cli::pages;

const EXAMPLES: &str = "\
Examples:
  btfgen --allow task_struct > vmlinux.rs
          struct task_struct of the running kernel with all its fields, and the types that they contain
  btfgen --allow 'task_struct.{pid,tgid,comm,real_parent}' --allow sock -o src/vmlinux.rs
          four fields of one type and all fields of another; writes the file only if its content changed
  btfgen --allow task_struct.mm.exe_file.f_path.dentry.d_name.name --allow @patterns -o vmlinux.rs
          each field on the way to the name of a program's file; and the patterns in a file
  btfgen --btf 6.1.0-50-amd64 --allow 'bpf_*' --block bpf_verifier_env -o vmlinux.rs
          another kernel; every type whose name begins with bpf_, except one
  btfgen --btf 5.10.btf --btf 6.1.btf --btf new=6.12.btf --allow task_struct -o vmlinux.rs
          one module for three kernels; what not all have must be asked for
  btfgen --module nf_conntrack --allow nf_conn -o vmlinux.rs
          a type of a kernel module
  btfgen --allow tp:sched_process_exec --allow lsm:file_open --allow fn:vfs_open -o vmlinux.rs
          the arguments of a tracepoint, of an LSM hook, and of a function
  btfgen --plain '{ethhdr,iphdr,tcphdr}' --derive default -o headers.rs
          types by value, whose layout an ABI fixes
  btfgen --allow task_struct -o vmlinux.rs --check
          fails if vmlinux.rs is out of date
  btfgen list 'bpf_*_info'; btfgen show task_struct.se
          lists types and fields, or shows their layout as C
  btfgen runtime -o src/btfgen.rs; btfgen --allow sock --runtime crate::btfgen -o src/sock.rs
          writes the intrinsics as a module that several generated modules can share
  btfgen init my-tracer
          writes a workspace that builds and runs at once: a BPF program, its loader and a test
  btfgen link prog.o -o prog.core.o
          the last build step: turns relocation records into standard CO-RE relocations

A pattern is [KIND:]TYPE[.FIELD]. TYPE and FIELD are globs on C names (*, ?, {a,b}), anchored at both ends; KIND is \
struct, union, enum or typedef, one of the hooks tp (tracepoint), lsm, fn (function), iter (iterator), or kfunc (function to call), var (per-CPU variable), ksym (symbol of the kernel), kconfig (option of its configuration), struct_ops (table of callbacks). TYPE.FIELD.FIELD… names each field on the way, through structs and pointers: \
task_struct.mm.exe_file.f_path.dentry.d_name.name. Types that a field contains are written too. Types that a field points to are only \
declared, unless a pattern allows them.

Exit codes: 0 is success. 1 is an error, also an out-of-date file with --check; nothing was written. 2 is a mistake in the \
arguments.

A crate with deny(dead_code) or forbid(missing_docs) can contain the file, one with forbid(dead_code) can't.";

/// Relocatable Rust bindings for Linux kernel types, from BTF.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    volume: Volume,
    #[command(flatten)]
    generate: Generate,
}

#[derive(Args)]
struct Volume {
    /// Print errors only: no warnings, and nothing about success
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Print how long each phase took
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
}

#[derive(Subcommand)]
enum Command {
    /// List the types or fields that patterns match: kind, size in bytes, number of fields, name
    List(List),
    /// Print the types that patterns match as C, with offsets and sizes, as pahole does
    Show(Show),
    /// Write only the intrinsics, as a module that generated modules can share: see --runtime
    Runtime(Target),
    /// As `aya-tool generate`: write the bindings of these types. `btfgen --allow NAME` does the same and has more options
    Generate(LikeAyaTool),
    /// Write a workspace that builds and runs at once: a BPF program, its loader, a test and a CI workflow
    Init(Init),
    /// Turn the relocation records of a BPF object into standard CO-RE relocations
    Link(Link),
    /// Say what becomes of each CO-RE relocation of BPF objects on each of several kernels
    Check(CheckObjects),
    /// Say what changed between two kernels for the types that patterns match
    Diff(DiffKernels),
    /// Write a file with bindings anew, with the options in its first lines, and say what changed for what it holds
    Update(Update),
    /// Print the completions of a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Write the man pages
    Man {
        /// Write them into this folder, which must exist
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
    },
}

#[derive(Args)]
struct LikeAyaTool {
    /// The names of the types
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    target: Target,
    /// Not supported: btfgen reads BTF only
    #[arg(long, hide = true, value_name = "FILE")]
    header: Option<PathBuf>,
    /// Not supported: btfgen does not call bindgen
    #[arg(last = true, hide = true)]
    bindgen_args: Vec<String>,
}

#[derive(Args)]
struct Input {
    /// Read types from this kernel [default: $BTFGEN_BTF, or else the running kernel]: raw BTF, vmlinux, vmlinuz or an
    /// object, also compressed or in a tar archive (ARCHIVE/NAME chooses a file); - for standard input; a folder such as
    /// /lib/modules/RELEASE or a build tree; or the RELEASE of an installed kernel
    #[arg(long, value_name = "KERNEL")]
    btf: Option<PathBuf>,
    /// Add the types of this kernel module; may be repeated. A NAME is looked up in the running kernel, next to the file
    /// of --btf, and in /lib/modules. An argument that contains / or . is a FILE
    #[arg(long, value_name = "NAME|FILE")]
    module: Vec<PathBuf>,
}

#[derive(Args)]
struct Generate {
    /// Read types from this kernel [default: $BTFGEN_BTF, or else the running kernel]: raw BTF, vmlinux, vmlinuz or an
    /// object, also compressed or in a tar archive (ARCHIVE/NAME chooses a file); - for standard input; a folder such as
    /// /lib/modules/RELEASE or a build tree; or the RELEASE of an installed kernel. If it is repeated, the module is for all
    /// these kernels; name the oldest first. NAME=KERNEL gives a kernel a name
    #[arg(long, value_name = "[NAME=]KERNEL")]
    btf: Vec<PathBuf>,
    /// Add the types of this kernel module; may be repeated. A NAME is looked up in the running kernel, next to the file
    /// of --btf, and in /lib/modules. An argument that contains / or . is a FILE
    #[arg(long, value_name = "NAME|FILE")]
    module: Vec<PathBuf>,
    /// Write these types, fields and enumerators [default: every named type and every enum]; may be repeated. @FILE stands
    /// for the patterns in a file: one on each line; # begins a comment
    #[arg(long, value_name = "PATTERN")]
    allow: Vec<String>,
    /// Leave out these types, fields and enumerators, even if --allow selects them; may be repeated
    #[arg(long, value_name = "PATTERN")]
    block: Vec<String>,
    /// Write these types by value too, with the layout that they have on this kernel: only right for what an ABI fixes, such as the
    /// headers of packets. Without --allow, write no others; may be repeated
    #[arg(long, value_name = "PATTERN")]
    plain: Vec<String>,
    /// Give plain types this trait: debug, default (all bytes are zero) or eq (compares all bytes); may be repeated
    #[arg(long, value_name = "TRAIT", requires = "plain", value_delimiter = ',')]
    derive: Vec<Derive>,
    #[command(flatten)]
    target: Target,
    /// Use the intrinsics in the Rust module at this path, such as crate::btfgen, instead of writing them into the file.
    /// `btfgen runtime` writes that module
    #[arg(long, value_name = "PATH")]
    runtime: Option<String>,
    /// The back end of the accessors [default: asm]: `asm` is inline assembly for `btfgen link`; `core` is rustc's own
    /// btf_relocations, which no compiler has yet
    #[arg(long, value_name = "KIND")]
    intrinsics: Option<Intrinsics>,
}

#[derive(Args)]
struct Target {
    /// Write to this file, and only if its content changes. It is written completely or not at all. - is standard output,
    /// which is also the default
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Compare with the output file instead of writing it, and fail if they differ
    #[arg(long, requires = "output")]
    check: bool,
}

#[derive(Args)]
#[command(after_help = LIST_EXAMPLES)]
struct List {
    /// What to list [default: every named type and every enum]
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

const UPDATE_EXAMPLES: &str = "\
Examples:
  btfgen update src/vmlinux.rs                      for the running kernel
  btfgen update src/vmlinux.rs --btf vmlinux-6.18   for another kernel
  btfgen update src/vmlinux.rs --btf 5.10.btf --btf 6.18.btf
                                                    for two kernels, the oldest first

The file is written only if it changes. The first column says what happened to a field: gone, added, changed (its C \
declaration, or the kernels that have it), moved (to another offset, which loaders adapt to).";

#[derive(Args)]
#[command(after_help = UPDATE_EXAMPLES)]
struct Update {
    /// The file that btfgen wrote
    file: PathBuf,
    /// The kernels of the new file, instead of those that the old one names; may be repeated, the oldest first. A file for \
    /// one kernel is made for the running kernel if no kernel is named
    #[arg(long, value_name = "[NAME=]KERNEL")]
    btf: Vec<PathBuf>,
}

#[derive(Args)]
struct Init {
    /// The name of the workspace, of its packages and of the new folder
    name: String,
    /// The loader uses aya. This is the default
    #[arg(long, conflicts_with = "libbpf")]
    aya: bool,
    /// The loader uses libbpf-rs
    #[arg(long)]
    libbpf: bool,
    #[command(flatten)]
    input: Input,
}

#[derive(Args)]
struct Link {
    /// The BPF object that bpf-linker wrote; - for standard input
    object: PathBuf,
    /// Write to this file, completely or not at all; - for standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let cli = Cli::try_parse().and_then(|mut cli| merge(&mut cli).map(|()| cli));
    let cli = match cli {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let volume = &cli.volume;
    let done = match &cli.command {
        None => generate(&cli.generate, volume),
        Some(Command::Generate(arguments)) => like_aya_tool(arguments, volume),
        Some(Command::Completions { shell }) => print(&pages::completions(Cli::command(), *shell)),
        Some(Command::Man { output }) => man(output, volume),
        Some(Command::Check(arguments)) => return report_difference(compare::check(arguments)),
        Some(Command::Diff(arguments)) => return report_difference(compare::diff(arguments)),
        Some(Command::Update(arguments)) => update(arguments, volume),
        Some(Command::List(arguments)) => list(arguments),
        Some(Command::Show(arguments)) => show(arguments),
        Some(Command::Runtime(target)) => write(&btfgen::runtime(), target, volume),
        Some(Command::Init(arguments)) => new_workspace(arguments, volume),
        Some(Command::Link(arguments)) => link(arguments, volume),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report(&*failure);
            ExitCode::FAILURE
        }
    }
}

/// Prints a mistake in the arguments, or what `--help` and `--version` ask for.
fn usage(error: &clap::Error) -> ExitCode {
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    match (error.print(), error.use_stderr()) {
        (Err(error), false) if error.kind() != io::ErrorKind::BrokenPipe => {
            report(&*unprinted(&error));
            ExitCode::FAILURE
        }
        _ => ExitCode::from(code),
    }
}

fn report(failure: &dyn std::error::Error) {
    for line in failure.to_string().lines().map(printable) {
        match line.starts_with("hint: ") || line.starts_with("  ") {
            true => say(&line),
            false => say(&format!("error: {line}")),
        }
    }
}

/// The exit code of a command that compares: 0 if nothing differs, 1 if something does, 2 for an error.
fn report_difference(compared: Result<(String, bool), Failure>) -> ExitCode {
    let printed = compared.and_then(|(text, differs)| {
        print(text.as_bytes())?;
        Ok(differs)
    });
    match printed {
        Ok(differs) => ExitCode::from(u8::from(differs)),
        Err(failure) => {
            report(&*failure);
            ExitCode::from(2)
        }
    }
}

/// Ignores an error: a closed stderr changes nothing else.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Moves `--btf` and `--module` from before a subcommand into it. Any other option there is an error.
fn merge(cli: &mut Cli) -> Result<(), clap::Error> {
    let Some(command) = &mut cli.command else {
        return Ok(());
    };
    let before = &mut cli.generate;
    let (name, input) = match command {
        Command::List(list) => ("list", Some(&mut list.input)),
        Command::Show(show) => ("show", Some(&mut show.input)),
        Command::Generate(generate) => ("generate", Some(&mut generate.input)),
        Command::Completions { .. } => ("completions", None),
        Command::Man { .. } => ("man", None),
        Command::Init(init) => ("init", Some(&mut init.input)),
        Command::Link(_) => ("link", None),
        Command::Runtime(_) => ("runtime", None),
        Command::Check(_) => ("check", None),
        Command::Diff(_) => ("diff", None),
        Command::Update(_) => ("update", None),
    };
    let conflict = |option: &str| {
        let text = format!("the option '{option}' has no meaning for '{name}'");
        Err(Cli::command().error(ErrorKind::ArgumentConflict, text))
    };
    let given = [
        ("--allow", !before.allow.is_empty()),
        ("--block", !before.block.is_empty()),
        ("--plain", !before.plain.is_empty()),
        ("--derive", !before.derive.is_empty()),
        ("--output", before.target.output.is_some()),
        ("--check", before.target.check),
        ("--runtime", before.runtime.is_some()),
        ("--intrinsics", before.intrinsics.is_some()),
        ("--btf", !before.btf.is_empty() && input.is_none()),
        ("--module", !before.module.is_empty() && input.is_none()),
    ];
    if let Some((option, _)) = given.iter().find(|(_, given)| *given) {
        return conflict(option);
    }
    let Some(input) = input else { return Ok(()) };
    let given = before.btf.len() + usize::from(input.btf.is_some());
    input.btf = before.btf.pop().or(input.btf.take());
    if given > 1 {
        let text = "the option '--btf <KERNEL>' cannot be used multiple times";
        return Err(Cli::command().error(ErrorKind::ArgumentConflict, text));
    }
    input.module.splice(..0, before.module.drain(..));
    Ok(())
}

fn generate(arguments: &Generate, volume: &Volume) -> Result<(), Failure> {
    let mut builder = Builder::new().intrinsics(arguments.intrinsics.unwrap_or_default());
    builder = arguments.btf.iter().fold(builder, Builder::btf);
    builder = arguments.module.iter().fold(builder, Builder::module);
    builder = arguments.allow.iter().fold(builder, Builder::allow);
    builder = arguments.block.iter().fold(builder, Builder::block);
    builder = arguments.plain.iter().fold(builder, Builder::plain);
    builder = (arguments.derive.iter()).fold(builder, |builder, it| builder.derive(*it));
    builder = arguments.runtime.iter().fold(builder, Builder::runtime);
    generate_with(builder, &arguments.target, volume)
}

fn like_aya_tool(arguments: &LikeAyaTool, volume: &Volume) -> Result<(), Failure> {
    if let Some(header) = &arguments.header {
        return Err(format!(
            "--header {}: btfgen reads BTF, not C headers\nhint: compile the header with `clang --target=bpf -g -c`, and name the \
             object with --btf",
            shown(header)
        )
        .into());
    }
    if !arguments.bindgen_args.is_empty() {
        return Err("the arguments after `--` are bindgen's, which btfgen does not call\nhint: `btfgen --help` lists btfgen's own".into());
    }
    let builder = open(&arguments.input);
    let builder = arguments.names.iter().fold(builder, Builder::allow);
    generate_with(builder, &arguments.target, volume)
}

fn generate_with(builder: Builder, target: &Target, volume: &Volume) -> Result<(), Failure> {
    let bindings = builder.generate()?;
    warn(&bindings, volume);
    if volume.verbose {
        for (phase, time) in bindings.phases() {
            say(&format!("{:>8.1} ms  {phase}", 1000.0 * time.as_secs_f64()));
        }
    }
    write(&bindings, target, volume)
}

fn update(arguments: &Update, volume: &Volume) -> Result<(), Failure> {
    let updated = btfgen::update(&arguments.file, &arguments.btf)?;
    warn(&updated.bindings, volume);
    print(updated.changes.as_bytes())?;
    let target = Target {
        output: Some(arguments.file.clone()),
        check: false,
    };
    write(&updated.bindings, &target, volume)
}

fn warn(bindings: &Bindings, volume: &Volume) {
    for warning in bindings.warnings() {
        volume.warn(&format!("warning: {}", printable(warning)));
    }
}

impl Volume {
    fn warn(&self, line: &str) {
        if !self.quiet {
            say(line);
        }
    }

    fn done(&self, line: &str) {
        self.warn(line);
    }
}

/// More text than a person reads on a terminal.
const MAX_ON_TERMINAL: usize = 1 << 20;

fn write(bindings: &Bindings, target: &Target, volume: &Volume) -> Result<(), Failure> {
    match target.output.as_deref().filter(|path| !is_stdout(path)) {
        None if target.check => Err("--check compares with a file, and standard output is not a file\nhint: name the file with -o".into()),
        Some(path) if target.check => {
            check(bindings, path)?;
            volume.done(&format!("{} is up to date", shown(path)));
            Ok(())
        }
        Some(path) => {
            let is_new = bindings.write_to_file(path)?;
            volume.done(&match is_new {
                true => format!("wrote {}", shown(path)),
                false => format!("unchanged: {}", shown(path)),
            });
            Ok(())
        }
        None => {
            let text = bindings.to_string();
            if text.len() > MAX_ON_TERMINAL && io::stdout().is_terminal() {
                return Err(format!(
                    "the bindings have {} MiB, and standard output is a terminal\nhint: allow single types, as in `--allow \
                     task_struct`, or write a file with -o",
                    text.len() >> 20
                )
                .into());
            }
            print(text.as_bytes())
        }
    }
}

fn open(input: &Input) -> Builder {
    let builder = match &input.btf {
        Some(path) => Builder::new().btf(path),
        None => Builder::new(),
    };
    input.module.iter().fold(builder, Builder::module)
}

fn new_workspace(arguments: &Init, volume: &Volume) -> Result<(), Failure> {
    let name = &arguments.name;
    init::check_name(name)?;
    let bindings = open(&arguments.input).allow(init::PATTERN).generate()?;
    let loader = match arguments.libbpf {
        true => Loader::Libbpf,
        false => Loader::Aya,
    };
    init::write(name, loader, &bindings)?;
    volume.done(&format!(
        "wrote the workspace {name}: `cd {name} && cargo run` builds, loads and runs it; {name}/README.md says what it needs"
    ));
    Ok(())
}

fn list(arguments: &List) -> Result<(), Failure> {
    let builder = open(&arguments.input);
    let listing = arguments
        .patterns
        .iter()
        .fold(builder, Builder::allow)
        .list()?;
    match arguments.json {
        true => print(listing.to_json().as_bytes()),
        false => print(listing.to_string().as_bytes()),
    }
}

fn show(arguments: &Show) -> Result<(), Failure> {
    let builder = open(&arguments.input);
    let patterns = arguments.patterns.iter();
    print(patterns.fold(builder, Builder::allow).show()?.as_bytes())
}

fn check(bindings: &Bindings, path: &Path) -> Result<(), Failure> {
    let found = match bindings.compare_with_file(path)? {
        Difference::None => return Ok(()),
        Difference::Missing => "is missing".to_string(),
        Difference::Header(what) => format!("is not up to date: {what}"),
        Difference::Line(line) => format!("is not up to date: line {line} differs"),
    };
    let command = std::env::args_os().filter(|argument| argument != "--check");
    let command: Vec<_> = command
        .map(|argument| shell_word(&argument.to_string_lossy()))
        .collect();
    Err(format!("{} {found}\nhint: run {}", shown(path), command.join(" ")).into())
}

fn man(folder: &Path, volume: &Volume) -> Result<(), Failure> {
    for (name, text) in pages::man(Cli::command())? {
        btfgen::write_to_file(&folder.join(name), &text)?;
    }
    volume.done(&format!("wrote the man pages into {}", shown(folder)));
    Ok(())
}

fn link(arguments: &Link, volume: &Volume) -> Result<(), Failure> {
    let path = &arguments.object;
    let object = btfgen::read_object(path)?;
    let linked =
        btfgen::link::link(&object).map_err(|error| format!("{}: {error}", shown(path)))?;
    for warning in &linked.warnings {
        let lines: Vec<_> = warning.lines().map(printable).collect();
        volume.warn(&format!("warning: {}: {}", shown(path), lines.join("\n")));
    }
    match is_stdout(&arguments.output) {
        true => print(&linked.bytes),
        false => {
            btfgen::write_to_file(&arguments.output, &linked.bytes)?;
            let (output, number) = (shown(&arguments.output), linked.relocations);
            volume.done(&format!(
                "wrote {output} with {number} CO-RE relocations from btfgen's records"
            ));
            Ok(())
        }
    }
}

fn unprinted(error: &io::Error) -> Failure {
    format!("can't write to standard output: {error}").into()
}

fn is_stdout(path: &Path) -> bool {
    path == Path::new("-")
}

/// A closed pipe is no error: the reader may stop early.
fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(unprinted(&error)),
        _ => Ok(()),
    }
}
