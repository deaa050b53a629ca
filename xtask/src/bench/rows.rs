//! What is timed against what.

use std::path::{Path, PathBuf};

use super::measure::{Program, Stage};
use crate::host::Result;
use crate::tools;

/// The running kernel's BTF, which all programs read.
pub(crate) const BTF: &str = "/sys/kernel/btf/vmlinux";

/// One line of the table.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    /// Runs once before, and is not timed.
    pub(crate) prepare: Program,
    pub(crate) ours: Program,
    /// `None`: nothing else does this.
    pub(crate) peer: Option<Program>,
    /// How many times faster we want to be, and how many times smaller.
    pub(crate) aim_time: Option<f64>,
    pub(crate) aim_memory: Option<f64>,
    /// Files whose lines are counted, ours and theirs.
    pub(crate) outputs: Vec<PathBuf>,
    /// Why the row cannot be timed.
    pub(crate) skip: Option<String>,
}

impl Row {
    fn new(name: &'static str, ours: Program, peer: Option<Program>) -> Self {
        Self {
            name,
            prepare: vec![],
            ours,
            peer,
            aim_time: None,
            aim_memory: None,
            outputs: vec![],
            skip: None,
        }
    }
}

/// The whole table; files go to `dir`.
pub(crate) fn rows(dir: &Path) -> Result<Vec<Row>> {
    let programs = Programs::find(dir)?;
    let (ours, theirs) = (dir.join("ours.rs"), dir.join("theirs.rs"));
    let task = programs.btfgen(&["--allow", "task_struct"], &ours);
    let whole = programs.btfgen(&[], &ours);
    let mut rows = vec![
        Row {
            aim_time: Some(60.0),
            aim_memory: Some(10.0),
            outputs: vec![ours.clone(), theirs.clone()],
            ..Row::new(
                "task",
                task.clone(),
                Some(programs.aya_tool(Some("task_struct"), &theirs)),
            )
        },
        Row {
            aim_time: Some(3.0),
            outputs: vec![ours.clone(), programs.header()],
            ..Row::new("dump", task, Some(vec![programs.dump()]))
        },
        Row {
            aim_time: Some(8.0),
            outputs: vec![ours.clone(), theirs.clone()],
            ..Row::new("whole", whole, Some(programs.aya_tool(None, &theirs)))
        },
        programs.check("check-task", Some("task_struct")),
        programs.check("check-whole", None),
    ];
    rows.push(programs.link()?);
    Ok(rows)
}

/// An object with records, as bpf-linker wrote it: one of the end-to-end programs.
fn object_with_records() -> Result<Option<PathBuf>> {
    let object = tools::target_dir()?.join("e2e/objects/running/pid.unlinked.o");
    Ok(object.exists().then_some(object))
}

struct Programs {
    dir: PathBuf,
    btfgen: String,
    bpftool: String,
    bindgen: String,
}

impl Programs {
    fn find(dir: &Path) -> Result<Self> {
        let text = |path: PathBuf| path.to_string_lossy().into_owned();
        Ok(Self {
            dir: dir.to_path_buf(),
            btfgen: text(tools::target_dir()?.join("release/btfgen")),
            bpftool: text(tools::need("bpftool", tools::bpftool())?),
            bindgen: text(tools::need("bindgen", tools::bindgen())?),
        })
    }

    fn btfgen(&self, args: &[&str], to: &Path) -> Program {
        vec![stage(&self.btfgen, args, Some(to))]
    }

    fn dump(&self) -> Stage {
        stage(
            &self.bpftool,
            &["btf", "dump", "file", BTF, "format", "c"],
            Some(&self.header()),
        )
    }

    fn header(&self) -> PathBuf {
        self.dir.join("vmlinux.h")
    }

    /// What `aya-tool generate` runs: the dump, and bindgen with these flags.
    fn aya_tool(&self, allow: Option<&str>, to: &Path) -> Program {
        self.bindgen("moduleconsts", "::aya_ebpf::cty", allow, to)
    }

    fn bindgen(&self, enums: &str, ctypes: &str, allow: Option<&str>, to: &Path) -> Program {
        let header = self.header().to_string_lossy().into_owned();
        let mut args = vec![header.as_str(), "--use-core", "--no-layout-tests"];
        args.extend([
            "--no-doc-comments",
            "--no-prepend-enum-name",
            "--clang-macro-fallback",
        ]);
        args.extend(["--default-enum-style", enums, "--ctypes-prefix", ctypes]);
        args.extend(allow.iter().flat_map(|name| ["--allowlist-type", name]));
        args.extend(["--", "-Wno-unknown-attributes"]);
        vec![self.dump(), stage(&self.bindgen, &args, Some(to))]
    }

    /// What a user's `cargo check` spends on the output. The peer's C types come from core, so that it needs no crate,
    /// and its enums are plain constants: with aya-tool's modules, rustc takes minutes and 12 GB for a whole kernel.
    fn check(&self, name: &'static str, allow: Option<&str>) -> Row {
        let (ours, theirs) = (
            self.dir.join("check_ours.rs"),
            self.dir.join("check_theirs.rs"),
        );
        let args: Vec<&str> = allow.iter().flat_map(|name| ["--allow", name]).collect();
        let prepare = [
            self.btfgen(&args, &ours),
            self.bindgen("consts", "::core::ffi", allow, &theirs),
        ]
        .concat();
        let (checks_ours, checks_theirs) = (self.rustc(&ours), self.rustc(&theirs));
        Row {
            prepare,
            outputs: vec![ours, theirs],
            ..Row::new(name, checks_ours, Some(checks_theirs))
        }
    }

    fn rustc(&self, source: &Path) -> Program {
        let (source, dir) = (source.to_string_lossy(), self.dir.to_string_lossy());
        let args = [
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
            "--cap-lints",
            "allow",
            "--out-dir",
        ];
        vec![stage(
            "rustc",
            &[&args[..], &[dir.as_ref(), source.as_ref()]].concat(),
            None,
        )]
    }

    fn link(&self) -> Result<Row> {
        let Some(object) = object_with_records()? else {
            return Ok(Row {
                skip: Some("its object is made by `cargo xtask test e2e`".to_owned()),
                ..Row::new("link", vec![], None)
            });
        };
        let (object, out) = (
            object.to_string_lossy(),
            self.dir.join("out.o").to_string_lossy().into_owned(),
        );
        Ok(Row::new(
            "link",
            vec![stage(&self.btfgen, &["link", &object, "-o", &out], None)],
            None,
        ))
    }
}

fn stage(program: &str, args: &[&str], stdout: Option<&Path>) -> Stage {
    let words = std::iter::once(program)
        .chain(args.iter().copied())
        .map(str::to_owned)
        .collect();
    Stage {
        words,
        stdout: stdout.map(Path::to_path_buf),
    }
}
