//! The README's program, as a reader would paste it: built, loaded, run.

use std::path::Path;

use crate::host::{self, Result};
use crate::{e2e, tools};

/// The files that the README shows, and what it says stands in front of each.
const FILES: [&str; 3] = ["Cargo.toml", ".cargo/config.toml", "src/main.rs"];

/// Runs the README's commands, and compares what the program returns with what it must: our own process id.
pub(crate) fn check() -> Result {
    let text =
        String::from_utf8_lossy(&host::read(&tools::checkout().join("README.md"))?).into_owned();
    let dir = tools::target_dir()?.join("readme");
    for file in FILES {
        let block = block(&text, &format!("\n`{file}`\n"))?;
        let path = dir.join(file);
        host::make_dir(path.parent().unwrap_or(&dir))?;
        // The checkout around the folder is a workspace; a reader's folder is in none.
        let workspace = if file == "Cargo.toml" {
            "\n[workspace]\n"
        } else {
            ""
        };
        host::write(&path, format!("{block}{workspace}"))?;
    }
    e2e::build_btfgen()?;
    let commands = block(&text, "which is the process id of your shell:\n\n")?;
    let &[generate, build, load, run] = &commands.lines().collect::<Vec<_>>()[..] else {
        return Err(format!("README.md: not four commands: {commands}"));
    };
    host::run(shell(generate, &dir)?.current_dir(&dir))?;
    let build = build
        .strip_prefix("cargo +nightly ")
        .ok_or(format!("README.md: not a build: {build}"))?;
    let toolchain = tools::need(
        "a compiler for BPF with the sources of core",
        tools::bpf_toolchain(),
    )?;
    let linker = tools::need("bpf-linker", tools::bpf_linker())?;
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(&dir)
        .args(build.split(' '))
        .env("PATH", e2e::path_with_btfgen()?)
        .env("BTFGEN_BPF_LINKER", linker)
        .env("CARGO_TARGET_DIR", dir.join("target"));
    host::run(&mut cargo)?;
    let pinned = load.rsplit(' ').next().unwrap_or_default();
    let _ = std::fs::remove_file(pinned); // of a run that was interrupted
    host::run(shell(load, &dir)?.current_dir(&dir))?;
    let printed = host::output(shell(run, &dir)?.current_dir(&dir));
    let dump = format!("bpftool prog dump xlated pinned {pinned} linum");
    let lines = host::output(&mut shell(&dump, &dir)?);
    std::fs::remove_file(pinned).map_err(|error| format!("{pinned}: {error}"))?;
    if !lines?.contains("; length of task_struct.tgid (not relocated if ") {
        return Err(format!("`{dump}` does not name the field that is read"));
    }
    let printed = printed?;
    let expected = format!("Return value: {},", std::process::id());
    match printed.contains(&expected) {
        true => Ok(()),
        false => Err(format!(
            "`{run}` printed `{}`, not `{expected}`",
            printed.trim()
        )),
    }
}

/// `exec`, so that the parent of what runs is this process.
fn shell(line: &str, dir: &Path) -> Result<std::process::Command> {
    let mut command = host::command("sh");
    command
        .arg("-c")
        .arg(format!("exec {line}"))
        .current_dir(dir)
        .env("PATH", e2e::path_with_btfgen()?);
    Ok(command)
}

/// The code block that follows these words.
fn block<'t>(text: &'t str, words: &str) -> Result<&'t str> {
    let found = text
        .split_once(words)
        .and_then(|(_, rest)| rest.split_once("```"))
        .and_then(|(_, rest)| rest.split_once('\n'))
        .and_then(|(_, rest)| rest.split_once("```"));
    found
        .map(|(block, _)| block)
        .ok_or(format!("README.md: no code block after `{}`", words.trim()))
}
