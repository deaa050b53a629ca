//! The guide: README.md and the pages of docs/. All code in them is compiled, all output in them is compared, and all links lead
//! somewhere. CONTRIBUTING.md ("The guide") has the rules for code blocks.
//!
//! `old.btf` and `new.btf` are two small kernels, and `prog.o` is an object. Output is from them if nothing else is said.
//! BTFGEN_FIXTURES=1 makes them from the C files, and BTFGEN_BLESS=1 writes the output into the pages. `parent.o` is for the logs of the
//! verifier.

mod code;
#[path = "../common/mod.rs"]
mod common;
#[path = "../compile/mod.rs"]
mod compile;
mod headers;
mod logs;
mod page;
mod reach;

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use code::Target;
use common::timed::{self, trial};
use compile::{Bpf, run};
use libtest_mimic::{Failed, Trial};
use page::{Block, Page, root};

/// How many blocks are not checked at all. Each says why, in a comment.
const UNCHECKED: usize = 6;

fn main() -> ExitCode {
    if env::var_os("BTFGEN_FIXTURES").is_some() {
        fixtures().unwrap_or_else(|failed| panic!("{}", compile::message(&failed)));
    }
    let pages = page::all().unwrap_or_else(|failed| panic!("{}", compile::message(&failed)));
    let mut trials = vec![
        trial("links", links),
        trial("summary", summary),
        trial("every_block_is_checked", every_block),
        trial("mistakes_are_found", mistakes),
        headers::trial(),
        logs::trial(),
    ];
    trials.extend(reach::trials());
    for page in &pages {
        let name = page.path.display().to_string();
        let read = move |name: &str| Page::read(name);
        if page.blocks.iter().any(|it| it.info == "console") {
            let of = name.clone();
            trials.push(trial(format!("output: {name}"), move || {
                console(&read(&of)?)
            }));
        }
        if !page.patterns.is_empty() {
            let of = name.clone();
            let name = format!("patterns: {name}");
            trials.push(trial(name, move || patterns(&read(&of)?)));
        }
        if page.blocks.iter().any(|it| it.info == "rust,compile_fail") {
            let of = name.clone();
            trials.push(trial(format!("refused: {name}"), move || {
                code::is_refused(&read(&of)?)
            }));
        }
        if page.blocks.iter().any(code::is_compiled) || !page.cells.is_empty() {
            let of = name.clone();
            trials.push(trial(format!("host: {name}"), move || {
                code::compiles(&read(&of)?, &Target::Host)
            }));
            let bpf = move |bpf: &Bpf| code::compiles(&Page::read(&name)?, &Target::Bpf(bpf));
            trials.push(compile::bpf_trial(
                format!("bpf: {}", page.path.display()),
                bpf,
            ));
        }
    }
    timed::run(trials)
}

/// A test that is skipped if something is missing. In CI, nothing may be missing.
fn unless(
    missing: Option<&str>,
    name: &str,
    test: impl FnOnce() -> Result<(), Failed> + Send + 'static,
) -> Trial {
    if let Some(missing) = missing {
        println!("skipped: {name}: {missing}");
    }
    let is_skipped = missing.is_some() && !common::in_ci();
    trial(name, test).with_ignored_flag(is_skipped)
}

/// Each relative link leads to a file, and to a heading in it. The pages of the book link to pages of the book. The pages that the
/// code names are there.
fn links() -> Result<(), Failed> {
    let mut wrong = Vec::new();
    let mut count = 0;
    let more = ["ARCHITECTURE.md", "CONTRIBUTING.md"].map(Page::read);
    let mut pages = page::all()?;
    for page in more {
        pages.push(page?);
    }
    for page in &pages {
        for link in &page.links {
            count += 1;
            if let Some(problem) = link_problem(page, &link.to) {
                let at = format!("{}:{}", page.path.display(), link.line);
                wrong.push(format!("{at}: {}: {problem}", link.to));
            }
        }
    }
    let mut sources = Vec::new();
    for folder in ["src", "templates", "xtask/src"] {
        common::sources(&root().join(folder), &mut sources);
    }
    for source in sources {
        let text = compile::read(&source)?;
        let is_of_path = |it: char| it.is_alphanumeric() || "/-_.".contains(it);
        let words = text
            .split(|it| !is_of_path(it))
            .map(|it| it.trim_end_matches('.'));
        for word in words.filter(|it| it.starts_with("docs/") && it.ends_with(".md")) {
            count += 1;
            if !root().join(word).exists() {
                wrong.push(format!("{}: there is no {word}", source.display()));
            }
        }
    }
    match wrong.is_empty() && count > 50 {
        true => Ok(()),
        false => Err(format!("{count} links\n{}", wrong.join("\n")).into()),
    }
}

fn link_problem(page: &Page, to: &str) -> Option<String> {
    if to.contains("://") {
        return None;
    }
    let (file, anchor) = to.split_once('#').map_or((to, None), |(a, b)| (a, Some(b)));
    let is_in_book = page.path.starts_with("docs");
    if is_in_book && file.contains('/') {
        return Some("a page of the book can only link to its pages".to_string());
    }
    let other = match file {
        "" => None,
        file => {
            let path = page.path.with_file_name("").join(file);
            if !root().join(&path).exists() {
                return Some("there is no such file".to_string());
            }
            Page::read(&path.to_string_lossy()).ok()
        }
    };
    let anchors = &other.as_ref().unwrap_or(page).anchors;
    let anchor = anchor?;
    (!anchors.iter().any(|it| it == anchor)).then(|| "there is no such heading".to_string())
}

/// SUMMARY.md, from which mdBook makes the table of contents, has each page once.
fn summary() -> Result<(), Failed> {
    let summary = Page::read("docs/SUMMARY.md")?;
    let mut listed: Vec<_> = summary
        .links
        .iter()
        .map(|it| format!("docs/{}", it.to))
        .collect();
    listed.sort();
    let pages = page::all()?;
    let mut there: Vec<_> = pages
        .iter()
        .map(|it| it.path.display().to_string())
        .collect();
    there.retain(|it| it.starts_with("docs/") && it != "docs/SUMMARY.md");
    there.sort();
    match listed == there {
        true => Ok(()),
        false => Err(format!("docs/SUMMARY.md lists {listed:?}, and docs/ has {there:?}").into()),
    }
}

/// Each block is checked in one of the ways that CONTRIBUTING.md names.
fn every_block() -> Result<(), Failed> {
    let mut wrong = Vec::new();
    let mut unchecked = 0;
    for page in page::all()? {
        let mut after_refused = false;
        for block in &page.blocks {
            if let Err(failed) = block_is_checked(block, after_refused, &mut unchecked) {
                let at = format!("{}:{}", page.path.display(), block.line);
                wrong.push(format!("{at}: {}", compile::message(&failed)));
            }
            after_refused = block.info == "rust,compile_fail";
        }
    }
    if unchecked != UNCHECKED {
        wrong.push(format!(
            "{unchecked} blocks are not checked, instead of {UNCHECKED}"
        ));
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n").into()),
    }
}

fn block_is_checked(
    block: &Block,
    after_refused: bool,
    unchecked: &mut usize,
) -> Result<(), Failed> {
    if let Some((key, value)) = &block.note {
        return match key.as_str() {
            "from" => code::is_in(&block.text, &root().join(value)),
            "tested" => is_tested(value),
            "kernels" if value == "old new" && block.info.starts_with("rust") => Ok(()),
            "bindings" if value == "in the crate" && block.info == "rust" => Ok(()),
            "log" if logs::CASES.contains(&value.as_str()) => Ok(()),
            "in" if block.info == "console" && root().join(value).is_dir() => Ok(()),
            "not checked" => {
                *unchecked += 1;
                Ok(())
            }
            _ => Err(format!("nothing is known of `{key}: {value}`").into()),
        };
    }
    match block.info.as_str() {
        "rust" | "rust,compile_fail" | "console" => Ok(()),
        "text" if after_refused => Ok(()),
        "toml" => Ok(toml::from_str::<toml::Table>(&block.text).map(drop)?),
        info => {
            Err(format!("a block `{info}` without a comment that says how it is checked").into())
        }
    }
}

/// A step of `cargo xtask test` uses the block, or runs its commands.
fn is_tested(step: &str) -> Result<(), Failed> {
    let steps = compile::read(&root().join("xtask/src/test/mod.rs"))?;
    match steps.contains(&format!("name: \"{step}\"")) {
        true => Ok(()),
        false => Err(format!("`cargo xtask test` has no step `{step}`").into()),
    }
}

/// Runs the commands of a page, and compares what they print.
fn console(page: &Page) -> Result<(), Failed> {
    let mut text = page.text.clone();
    let scratch = folder_of_commands(page)?;
    let mut outputs = Vec::new();
    for block in page.blocks.iter().filter(|it| it.info == "console") {
        let folder = block.note("in").map(|it| root().join(it));
        let folder = folder.as_deref().unwrap_or(&scratch);
        let mut found = String::new();
        for command in block
            .text
            .lines()
            .filter_map(|line| line.strip_prefix("$ "))
        {
            found += &format!("$ {command}\n{}", printed(command, folder)?);
        }
        if found != block.text && !compile::bless() {
            let at = format!("{}:{}", page.path.display(), block.line);
            return Err(format!("{at}: the commands print\n{found}").into());
        }
        outputs.push((block.range.clone(), found));
    }
    for (range, found) in outputs.into_iter().rev() {
        text.replace_range(range, &found);
    }
    match compile::bless() {
        true => compile::write(&root().join(&page.path), text),
        false => Ok(()),
    }
}

/// Each pattern in a table selects something.
fn patterns(page: &Page) -> Result<(), Failed> {
    for pattern in &page.patterns {
        let mut btfgen = Command::new(env!("CARGO_BIN_EXE_btfgen"));
        btfgen.current_dir(root().join("tests/docs"));
        // The file of patterns that is in the folder.
        let code = pattern.code.replace("@FILE", "@patterns");
        let selected = run(btfgen.args(["list", "--btf", "new.btf", &code]));
        selected.map_err(|failed| {
            let at = format!("{}:{}", page.path.display(), pattern.line);
            format!("{at}: {}", compile::message(&failed))
        })?;
    }
    Ok(())
}

/// A folder with the files that the commands of a page read, and with the folder `src`, into which they write.
fn folder_of_commands(page: &Page) -> Result<PathBuf, Failed> {
    let stem = compile::file_stem(&page.path);
    let folder = compile::scratch(&format!("docs/commands-{stem}"));
    for file in compile::list(&root().join("tests/docs")) {
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, folder.join(name))?;
    }
    fs::create_dir(folder.join("src"))?;
    Ok(folder)
}

/// What a command prints, to standard output and then to standard error.
fn printed(command: &str, folder: &Path) -> Result<String, Failed> {
    let mut words = words(command).into_iter();
    if words.next().as_deref() != Some("btfgen") {
        return Err(format!("`{command}` is not a command of btfgen").into());
    }
    let mut btfgen = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    // Hints have the name of the program as it was called.
    btfgen.arg0("btfgen");
    btfgen
        .current_dir(folder)
        .env_remove("BTFGEN_BTF")
        .args(words);
    let output = compile::output(&mut btfgen)?;
    let mut text = String::from_utf8(output.stdout)? + &String::from_utf8(output.stderr)?;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    // No line of a page ends with a space.
    let lines = text.lines().map(str::trim_end);
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

/// The words of a command, some of them between single quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for it in command.chars() {
        match it {
            '\'' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            it => words.last_mut().expect("there is one").push(it),
        }
    }
    words
}

/// The tests above fail for mistakes.
fn mistakes() -> Result<(), Failed> {
    let page = |text: &str| Page::new("docs/mistakes.md", text.to_string());
    let compile = |text: &str| code::compiles(&page(text), &Target::Host);
    compile("```rust\ntask.pid().load();\n```\n")?;
    let wrong = [
        compile("```rust\ntask.nosuch().load();\n```\n"),
        compile("```rust\nfn parent(task: Place<task_struct>) -> i32 {\n    0u8\n}\n```\n"),
        compile("| C | Rust |\n| --- | --- |\n| `x` | `task.nosuch()` |\n"),
        code::is_refused(&page(
            "```rust,compile_fail\ntask.pid();\n```\n```text\nerror\n```\n",
        )),
        code::is_refused(&page(
            "```rust,compile_fail\ntask.nosuch();\n```\n```text\nerror[E0308]\n```\n",
        )),
    ];
    if let Some(i) = wrong.iter().position(Result::is_ok) {
        return Err(format!("mistake {i} is not found").into());
    }
    let linked = page("# A heading\n\n[x](#a-heading)\n");
    let links = ["#nosuch", "nosuch.md", "wiring.md#nosuch", "../README.md"];
    match links.iter().find(|to| link_problem(&linked, to).is_none()) {
        Some(to) => Err(format!("the link {to} is not found").into()),
        None => match link_problem(&linked, "#a-heading") {
            Some(problem) => Err(problem.into()),
            None => Ok(()),
        },
    }
}

/// C → BTF.
fn fixtures() -> Result<(), Failed> {
    let folder = root().join("tests/docs");
    for name in ["old", "new", "prog"] {
        let object = folder.join(name).with_extension("o");
        let mut clang = Command::new("clang");
        clang
            .current_dir(&folder)
            .args(["--target=bpf", "-mcpu=v3", "-O2", "-g", "-Wno-unused"]);
        clang
            .args(["-fdebug-compilation-dir=.", "-c"])
            .arg(format!("{name}.c"));
        run(clang.arg("-o").arg(&object))?;
        if name == "prog" {
            run(Command::new("llvm-strip").arg("-g").arg(&object))?;
            continue;
        }
        let btf: PathBuf = object.with_extension("btf");
        let mut objcopy = Command::new("llvm-objcopy");
        objcopy
            .arg("--dump-section")
            .arg(format!(".BTF={}", btf.display()));
        run(objcopy.arg(&object))?;
        fs::remove_file(object)?;
    }
    Ok(())
}
