//! The Rust of the pages: compiled with the bindings of `new.btf` as the crate `vmlinux`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use libtest_mimic::Failed;

use crate::compile::{self, BPF_FEATURES, Bpf, output, run, rustc, scratch, write};
use crate::page::{Block, Page, root};

/// The names of [`prelude.rs`](../prelude.rs), as local variables.
const NAMES: &str = "let Names { task, writable, file, inode, link, sk, node, ctx, pointer, i, value, mut buffer, .. } = it;";

/// Where the code is compiled for.
pub(crate) enum Target<'b> {
    Host,
    Bpf(&'b Bpf),
}

impl Target<'_> {
    fn name(&self) -> &'static str {
        match self {
            Target::Host => "host",
            Target::Bpf(_) => "bpf",
        }
    }

    fn rustc(&self) -> Command {
        match self {
            Target::Host => rustc(),
            Target::Bpf(bpf) => bpf.rustc(),
        }
    }

    /// The folder with the crate `vmlinux` for these kernels, which is compiled once.
    fn bindings(&self, kernels: Kernels) -> Result<PathBuf, Failed> {
        static MADE: [OnceLock<Result<PathBuf, String>>; 4] = [const { OnceLock::new() }; 4];
        let (i, features) = match self {
            Target::Host => (0, ""),
            Target::Bpf(_) => (2, BPF_FEATURES),
        };
        let make = || -> Result<PathBuf, Failed> {
            let folder = scratch(&format!("docs/{}-{kernels:?}", self.name()));
            let here = root().join("tests/docs");
            let mut btfgen = Command::new(env!("CARGO_BIN_EXE_btfgen"));
            btfgen.current_dir(&here).arg("-o");
            btfgen
                .arg(folder.join("vmlinux.rs"))
                .args(kernels.arguments());
            run(btfgen.args(compile::read(&here.join("args"))?.lines()))?;
            let lib = format!("#![no_std]\n{features}\ninclude!(\"vmlinux.rs\");\n");
            write(&folder.join("lib.rs"), lib)?;
            let mut compile = self.rustc();
            compile
                .current_dir(&folder)
                .args(["--crate-name", "vmlinux", "--edition", "2024"]);
            run(compile.args(["--crate-type", "lib", "--emit", "metadata", "lib.rs"]))?;
            Ok(folder)
        };
        let made = MADE[i + kernels as usize]
            .get_or_init(|| make().map_err(|failed| compile::message(&failed)));
        made.clone().map_err(Failed::from)
    }
}

/// The kernels of the crate `vmlinux`.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kernels {
    New,
    /// One module for both, after the comment `<!-- kernels: old new -->`.
    OldAndNew,
}

impl Kernels {
    fn of(block: &Block) -> Kernels {
        match block.note("kernels") {
            Some(_) => Kernels::OldAndNew,
            None => Kernels::New,
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Kernels::New => &["--btf", "new.btf", "--plain", "ethhdr"],
            Kernels::OldAndNew => &["--btf", "old.btf", "--btf", "new.btf"],
        }
    }
}

/// Whether the block is code that must compile.
pub(crate) fn is_compiled(block: &Block) -> bool {
    let is_compiled = block.note.is_none() || block.note("kernels").is_some();
    block.info == "rust" && (is_compiled || is_with_bindings(block))
}

/// Whether the block is a crate that contains its bindings, after the comment `<!-- bindings: in the crate -->`.
fn is_with_bindings(block: &Block) -> bool {
    block.note("bindings").is_some()
}

/// Compiles all code of a page that must compile, as one crate.
pub(crate) fn compiles(page: &Page, target: &Target<'_>) -> Result<(), Failed> {
    let mut count = 0;
    for kernels in [Kernels::New, Kernels::OldAndNew] {
        let blocks = page
            .blocks
            .iter()
            .filter(|it| is_compiled(it) && !is_with_bindings(it) && Kernels::of(it) == kernels);
        let mut parts: Vec<_> = blocks.map(|it| (it.line, wrapped(&it.text))).collect();
        let cells = page.cells.iter().filter(|_| kernels == Kernels::New);
        for (i, cell) in cells.enumerate() {
            let text = statements(&format!("cell_{i}"), &cell.code);
            match parts.last_mut().filter(|(line, _)| *line == cell.line) {
                Some((_, part)) => part.push_str(&text),
                None => parts.push((cell.line, text)),
            }
        }
        count += parts.len();
        if parts.is_empty() {
            continue;
        }
        let (compiled, said) = compile(page, &parts, target, kernels)?;
        if !compiled {
            let page = page.path.display();
            let number = "the number in the name of each file is the line of the page";
            return Err(format!("{page}: {number}\n{said}").into());
        }
    }
    for block in page.blocks.iter().filter(|it| is_with_bindings(it)) {
        count += 1;
        with_bindings(page, block, target)?;
    }
    match count {
        0 => Err("the page has no code".into()),
        _ => Ok(()),
    }
}

/// Compiles each block that must not compile, and compares what the compiler says with the block after it.
pub(crate) fn is_refused(page: &Page) -> Result<(), Failed> {
    for (i, block) in page.blocks.iter().enumerate() {
        if block.info != "rust,compile_fail" {
            continue;
        }
        let at = format!("{}:{}", page.path.display(), block.line);
        let said = page.blocks.get(i + 1);
        let said = said.filter(|it| it.info == "text" && it.note.is_none());
        let said =
            said.ok_or_else(|| format!("{at}: no block with the compiler's message follows"))?;
        let parts = [(block.line, wrapped(&block.text))];
        let (compiled, output) = compile(page, &parts, &Target::Host, Kernels::of(block))?;
        if compiled {
            return Err(format!("{at}: this compiles").into());
        }
        if let Some(missing) = first_missing(&said.text, &output) {
            return Err(
                format!("{at}: the compiler does not say `{missing}`, but:\n{output}").into(),
            );
        }
    }
    Ok(())
}

fn with_bindings(page: &Page, block: &Block, target: &Target<'_>) -> Result<(), Failed> {
    let bindings = target.bindings(Kernels::New)?.join("vmlinux.rs");
    let stem = compile::file_stem(&page.path);
    let folder = scratch(&format!("docs/{}-{stem}-{}", target.name(), block.line));
    let features = match target {
        Target::Host => "",
        Target::Bpf(_) => BPF_FEATURES,
    };
    let text = &block.text;
    let path = bindings.display();
    let lib = format!("#![no_std]\n{features}\n#[path = {path:?}]\nmod vmlinux;\n{text}");
    write(&folder.join("lib.rs"), lib)?;
    let mut rustc = target.rustc();
    rustc
        .current_dir(&folder)
        .args(["--edition", "2024", "-A", "unused"]);
    rustc.args(["--emit", "metadata", "--crate-type", "lib", "lib.rs"]);
    run(&mut rustc).map_err(|failed| {
        let at = format!("{}:{}", page.path.display(), block.line);
        format!("{at}: {}", compile::message(&failed)).into()
    })
}

fn compile(
    page: &Page,
    parts: &[(usize, String)],
    target: &Target<'_>,
    kernels: Kernels,
) -> Result<(bool, String), Failed> {
    let bindings = target.bindings(kernels)?;
    let of = parts.first().map_or(0, |(line, _)| *line);
    let stem = compile::file_stem(&page.path);
    let folder = scratch(&format!("docs/{}-{stem}-{of}", target.name()));
    fs::copy(
        root().join("tests/docs/prelude.rs"),
        folder.join("prelude.rs"),
    )?;
    let mut lib = match target {
        Target::Host => String::new(),
        Target::Bpf(_) => "#![no_std]\n".to_string(),
    };
    lib += "mod prelude;\n";
    for (line, text) in parts {
        lib += &format!("mod line_{line};\n");
        write(&folder.join(format!("line_{line}.rs")), text)?;
    }
    write(&folder.join("lib.rs"), lib)?;
    let mut rustc = target.rustc();
    rustc
        .current_dir(&folder)
        .args(["--edition", "2024", "-A", "unused"]);
    rustc
        .args(["--emit", "metadata", "-o", "lib.rmeta", "-L"])
        .arg(&bindings);
    // Functions with `#[test]` are only compiled for tests.
    rustc.args(match target {
        Target::Host => ["--test", "--crate-name", "page"],
        Target::Bpf(_) => ["--crate-type=lib", "--crate-name", "page"],
    });
    let vmlinux = bindings.join("libvmlinux.rmeta");
    rustc
        .arg("--extern")
        .arg(format!("vmlinux={}", vmlinux.display()));
    let output = output(rustc.arg("lib.rs"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Ok((output.status.success(), said))
}

/// Items stay items. Statements become the body of a function.
fn wrapped(text: &str) -> String {
    let starts = [
        "use ",
        "pub ",
        "fn ",
        "unsafe fn ",
        "struct ",
        "static ",
        "const ",
        "#[",
        "mod ",
        "///",
    ];
    let code = text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with("// "));
    match code.is_some_and(|line| starts.iter().any(|start| line.starts_with(start))) {
        true => format!("use crate::prelude::*;\n{text}"),
        false => statements("statements", text),
    }
}

fn statements(name: &str, text: &str) -> String {
    // `…` stands for code that does not matter.
    let text = text.replace('…', "");
    format!(
        "pub unsafe fn {name}(it: crate::prelude::Names<'_>) -> Result<(), vmlinux::btfgen::ReadError> {{\n\
         use crate::prelude::*;\n{NAMES}\nunsafe {{\n{text};\n}}\nOk(())\n}}\n"
    )
}

/// The first line of a quotation that is not in the text, after the lines before it. `…` stands for any text.
pub(crate) fn first_missing<'q>(quotation: &'q str, text: &str) -> Option<&'q str> {
    let mut rest = text;
    for line in quotation.lines().map(str::trim) {
        for part in line
            .split('…')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            match rest.split_once(part) {
                Some((_, after)) => rest = after,
                None => return Some(line),
            }
        }
    }
    None
}

/// The lines of a block that is said to be from a file.
pub(crate) fn is_in(text: &str, file: &Path) -> Result<(), Failed> {
    let trimmed = |text: &str| -> String {
        let lines = text.lines().map(|line| line.trim());
        lines.flat_map(|line| [line, "\n"]).collect()
    };
    let found = compile::read(file)?;
    match first_missing(text, &trimmed(&found)) {
        None => Ok(()),
        Some(line) => Err(format!("`{line}` is not in {}", file.display()).into()),
    }
}
