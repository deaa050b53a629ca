//! A linker for Cargo: runs `bpf-linker` with the same arguments, then `btfgen link` on its output.
//!
//! In `.cargo/config.toml` of a BPF crate:
//!
//! ```toml
//! [target.bpfel-unknown-none]
//! linker = "btfgen-ld"
//! rustflags = ["-C", "link-arg=--btf", "-C", "target-cpu=v3"]
//!
//! [unstable]
//! build-std = ["core"]
//! ```
//!
//! `linker-flavor` is not needed: the target has only one. Relocations need no debug info; `--btf` with
//! `debug = 2` in the profile adds the program's own types and source lines, which the verifier's log quotes
//! and which libbpf's static linker (`bpftool gen object`) needs. `target-cpu=v3` is for Linux 5.1 and newer: the README says
//! why.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};

const LINKER_VARIABLE: &str = "BTFGEN_BPF_LINKER";

const HELP: &str = "\
btfgen-ld: a linker for BPF programs that use bindings of btfgen

Runs bpf-linker with the same arguments. Then it turns the relocation records
in the output into CO-RE relocations, in place.

To make Cargo call it, write into .cargo/config.toml of the BPF crate:

    [target.bpfel-unknown-none]
    linker = \"btfgen-ld\"

All arguments are passed to bpf-linker; see `bpf-linker --help`. The exceptions
are -Os and -Oz, which LLVM 23 refuses: bpf-linker gets -O2 instead, and the
compiler has marked each function for size. To run another bpf-linker than the
one in PATH, set the environment variable BTFGEN_BPF_LINKER. If bpf-linker has
run already, use `btfgen link` instead.
";

/// Ignores an error: a closed stderr changes nothing else.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn main() -> ExitCode {
    let args: Vec<OsString> = env::args_os().skip(1).collect();
    match args.as_slice() {
        [arg] if arg == "--help" || arg == "-h" => print(HELP),
        [arg] if arg == "--version" || arg == "-V" => {
            print(&format!("btfgen-ld {}\n", env!("CARGO_PKG_VERSION")))
        }
        _ => run(&args).unwrap_or_else(|message| {
            let lines: Vec<_> = message.lines().map(btfgen::printable).collect();
            say(&format!("btfgen-ld: {}", lines.join("\n")));
            ExitCode::FAILURE
        }),
    }
}

fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn run(args: &[OsString]) -> Result<ExitCode, String> {
    let status = run_bpf_linker(args)?;
    if !status.success() {
        return exit_code(status);
    }
    let output = output(args)
        .ok_or("bpf-linker ran, but no argument says what it wrote\nhint: pass `-o FILE`")?;
    link_in_place(&output)?;
    Ok(ExitCode::SUCCESS)
}

fn run_bpf_linker(args: &[OsString]) -> Result<ExitStatus, String> {
    let linker = env::var_os(LINKER_VARIABLE).filter(|linker| !linker.is_empty());
    let linker = linker.unwrap_or_else(|| "bpf-linker".into());
    let args = without_size_levels(args);
    Command::new(&linker).args(args).status().map_err(|error| {
        let linker = btfgen::shown(Path::new(&linker));
        let hint = match error.kind() {
            ErrorKind::NotFound => format!(
                "\nhint: `cargo install bpf-linker`, or say where it is with {LINKER_VARIABLE}"
            ),
            _ => String::new(),
        };
        format!("cannot run `{linker}`: {error}{hint}")
    })
}

/// LLVM 23 has no levels `s` and `z`: "Use O2 in conjunction with the optsize attribute instead". rustc gives each function this
/// attribute in any case. bpf-linker does not say which LLVM it has, so every bpf-linker gets `-O2`.
fn without_size_levels(args: &[OsString]) -> Vec<OsString> {
    let mut is_level = false;
    let mut replace = |arg: &OsString| {
        let replaced = match arg.to_str() {
            Some("s" | "z") if is_level => "2".into(),
            Some("-Os" | "-Oz" | "-O=s" | "-O=z") => "-O2".into(),
            _ => arg.clone(),
        };
        is_level = arg == "-O";
        replaced
    };
    args.iter().map(&mut replace).collect()
}

/// A linker that a signal killed has no exit code, and printed no reason.
fn exit_code(status: ExitStatus) -> Result<ExitCode, String> {
    match status.code() {
        Some(code) => Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)),
        None => Err(format!(
            "bpf-linker was killed: {status}\nhint: signal 9 often means that there was not enough memory"
        )),
    }
}

/// The last `-o X`, `-oX`, `-o=X`, `--output X` or `--output=X`.
fn output(args: &[OsString]) -> Option<PathBuf> {
    let mut output = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if arg == "-o" || arg == "--output" {
            output = args.next().cloned();
        } else {
            let prefixes = ["--output=", "-o=", "-o"];
            let values = prefixes
                .iter()
                .find_map(|prefix| without_prefix(arg, prefix));
            output = values.or(output);
        }
    }
    output.map(PathBuf::from)
}

fn without_prefix(arg: &OsStr, prefix: &str) -> Option<OsString> {
    let rest = arg.as_encoded_bytes().strip_prefix(prefix.as_bytes())?;
    // SAFETY: the bytes are those of an `OsStr` after a prefix that is UTF-8.
    let rest = unsafe { OsStr::from_encoded_bytes_unchecked(rest) };
    Some(rest.to_os_string())
}

/// Removes the file on failure. Otherwise the next build would use it as if it were linked.
fn link_in_place(path: &Path) -> Result<(), String> {
    let done = link_object(path);
    if done.is_err() && path.is_file() {
        // If it can't be removed: Cargo gets the link error in any case.
        let _ = fs::remove_file(path);
    }
    done
}

fn link_object(path: &Path) -> Result<(), String> {
    // With `--emit`, bpf-linker writes assembly or LLVM's own formats, which are not linked.
    if !is_elf(path) {
        return Ok(());
    }
    let linked = btfgen::link_file(path).map_err(|error| error.to_string())?;
    for warning in &linked.warnings {
        let lines: Vec<_> = warning.lines().map(btfgen::printable).collect();
        say(&format!(
            "btfgen-ld: warning: {}: {}",
            btfgen::shown(path),
            lines.join("\n")
        ));
    }
    Ok(())
}

/// Also true for a file that can't be read, so that `link_file` says why.
fn is_elf(path: &Path) -> bool {
    let mut magic = [0; 4];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut magic));
    match read {
        Ok(()) => magic == *b"\x7fELF",
        Err(error) => error.kind() != ErrorKind::UnexpectedEof,
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::PathBuf;

    #[test]
    fn only_levels_for_size_are_replaced() {
        for (args, expected) in [
            (&["-Os"][..], &["-O2"][..]),
            (&["in.o", "-Oz", "-o", "s"], &["in.o", "-O2", "-o", "s"]),
            (&["-O", "s", "z"], &["-O", "2", "z"]),
            (&["-O=z", "-O3", "-O", "1"], &["-O2", "-O3", "-O", "1"]),
        ] {
            let args: Vec<OsString> = args.iter().map(OsString::from).collect();
            assert_eq!(super::without_size_levels(&args), expected, "{args:?}");
        }
    }

    #[test]
    fn the_output_is_found_as_bpf_linker_finds_it() {
        for args in [
            &["-o", "out"][..],
            &["--btf", "-oout", "in.o"],
            &["--output", "out"],
            &["-o", "first", "--output=out"],
            &["-o=out"],
            &["-o=first", "--output", "out"],
        ] {
            let args: Vec<OsString> = args.iter().map(OsString::from).collect();
            assert_eq!(super::output(&args), Some(PathBuf::from("out")), "{args:?}");
        }
        assert_eq!(super::output(&["--btf".into(), "-o".into()]), None);
    }
}
