//! The programs that make objects and that judge them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use btfgen::reloc::hash;
use tempfile::TempDir;

/// An assembler for BPF, and a folder to work in.
pub(crate) struct Tools {
    clang: String,
    folder: TempDir,
}

/// `None`, and says so, where the test cannot run; in CI it must.
pub(crate) fn tools(test: &str) -> Option<Tools> {
    let clangs = [
        "clang", "clang-23", "clang-22", "clang-21", "clang-20", "clang-19",
    ];
    let folder = TempDir::new().unwrap();
    let works = |clang: &&&str| {
        let targets = Command::new(clang).arg("--print-targets").output();
        targets.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("bpfel"))
    };
    match clangs.iter().find(works) {
        Some(clang) => Some(Tools {
            clang: (*clang).to_owned(),
            folder,
        }),
        None => skip(test, "clang with the BPF target"),
    }
}

/// For what a test needs besides: `None`, and says so.
pub(crate) fn skip<T>(test: &str, missing: &str) -> Option<T> {
    assert!(env::var_os("CI").is_none(), "{test} needs {missing}");
    eprintln!("skipped {test}: it needs {missing}");
    None
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Little,
    Big,
}

pub(crate) const TARGETS: [Target; 2] = [Target::Little, Target::Big];

impl Target {
    fn triple(self) -> &'static str {
        match self {
            Target::Little => "bpfel",
            Target::Big => "bpfeb",
        }
    }
}

impl Tools {
    /// Assembles a file of this folder.
    pub(crate) fn assemble(&self, target: Target, file: &str) -> Vec<u8> {
        let source = fs::read_to_string(source(file)).unwrap();
        self.assemble_text(target, &source)
    }

    pub(crate) fn assemble_text(&self, target: Target, text: &str) -> Vec<u8> {
        let macros = fs::read_to_string(source("record.inc")).unwrap();
        let text = with_hashes(&format!("{macros}{text}"));
        self.compile(target, "s", &text, &["-mcpu=v3"])
    }

    /// Compiles C with debug info.
    pub(crate) fn compile_c(&self, target: Target, text: &str) -> Vec<u8> {
        self.compile(target, "c", &with_hashes(text), &["-O2", "-g", "-mcpu=v3"])
    }

    fn compile(&self, target: Target, kind: &str, text: &str, options: &[&str]) -> Vec<u8> {
        let input = self.write(&format!("in.{kind}"), text.as_bytes());
        let output = self.path("out.o");
        let mut command = Command::new(&self.clang);
        command
            .args(["-target", target.triple(), "-c"])
            .args(options);
        run(command.arg(&input).arg("-o").arg(&output));
        fs::read(output).unwrap()
    }

    /// Output of a tool that came with clang.
    pub(crate) fn llvm(&self, tool: &str, options: &[&str], object: &[u8]) -> String {
        let found = run(Command::new(&self.clang).arg(format!("-print-prog-name={tool}")));
        let input = self.write("judged.o", object);
        run(Command::new(found.trim()).args(options).arg(input))
    }

    pub(crate) fn bpftool(&self, args: &[&str]) -> Result<String, String> {
        output(Command::new("bpftool").args(args))
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

pub(crate) fn has_bpftool() -> bool {
    Command::new("bpftool")
        .arg("version")
        .output()
        .is_ok_and(|output| output.status.success())
}

pub(crate) fn source(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/link")
        .join(file)
}

fn with_hashes(text: &str) -> String {
    let mut parts = text.split("hash(");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(')').expect("`hash(` has a `)`");
        result.push_str(&format!("{:#x}{rest}", hash(name)));
    }
    result
}

fn run(command: &mut Command) -> String {
    output(command).unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// What a command wrote; an error if it failed or warned.
fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| error.to_string())?;
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    match output.status.success() && !err.to_lowercase().contains("warning") {
        true => Ok(format!("{out}{err}")),
        false => Err(format!("{out}{err}")),
    }
}
