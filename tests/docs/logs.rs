//! What loaders and the verifier say, in blocks with the comment `<!-- log: CASE -->`.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

use libtest_mimic::{Failed, Trial};

use crate::common::RUNNING;
use crate::compile::{output, run, scratch};
use crate::{code, page, unless};

pub(crate) const CASES: [&str; 3] = ["not linked", "not relocated", "missing field"];

pub(crate) fn trial() -> Trial {
    unless(missing(), "what_the_verifier_says", verifier)
}

fn missing() -> Option<&'static str> {
    let is_root = fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0);
    let has_bpftool = Command::new("bpftool").arg("version").output().is_ok();
    if !is_root {
        return Some("only root may load programs");
    }
    if !has_bpftool {
        return Some("bpftool is not installed (cargo xtask setup)");
    }
    // The object is for one byte order.
    let is_usable = Path::new(RUNNING).exists() && cfg!(target_endian = "little");
    (!is_usable).then_some("a little-endian kernel with BTF")
}

/// Loads the object of each case, and looks for the lines of the blocks in what bpftool prints.
fn verifier() -> Result<(), Failed> {
    let folder = scratch("docs/logs");
    let unlinked = page::root().join("tests/docs/parent.o");
    let linked = folder.join("linked.o");
    let mut link = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    run(link.arg("link").arg(&unlinked).arg("-o").arg(&linked))?;
    let linked = fs::read(linked)?;
    let mut logs = Vec::new();
    for case in CASES {
        let object = match case {
            "not linked" => fs::read(&unlinked)?,
            "not relocated" => replaced(&linked, b".BTF.ext\0", b".XTF.ext\0")?,
            // A field that no kernel has.
            _ => replaced(&linked, b"\0tgid\0", b"\0tgix\0")?,
        };
        let path = folder.join("prog.o");
        fs::write(&path, object)?;
        // It is not loaded, so nothing is pinned.
        let mut bpftool = Command::new("bpftool");
        bpftool.args(["-d", "prog", "load"]).arg(&path);
        let output = output(bpftool.arg("/sys/fs/bpf/btfgen-docs"))?;
        if output.status.success() {
            let _ = fs::remove_file("/sys/fs/bpf/btfgen-docs");
            return Err(format!("{case}: the program loads").into());
        }
        logs.push((case, String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    for page in page::all()? {
        for block in &page.blocks {
            let Some(case) = block.note("log") else {
                continue;
            };
            let log = logs.iter().find(|(name, _)| *name == case);
            let (_, log) = log.ok_or_else(|| format!("there is no case `{case}`"))?;
            if let Some(line) = code::first_missing(&block.text, log) {
                let at = format!("{}:{}", page.path.display(), block.line);
                return Err(format!("{at}: `{line}` is not in:\n{log}").into());
            }
        }
    }
    Ok(())
}

fn replaced(bytes: &[u8], old: &[u8], new: &[u8]) -> Result<Vec<u8>, Failed> {
    let at = memchr::memmem::find_iter(bytes, old).collect::<Vec<_>>();
    if at.is_empty() {
        return Err(format!("the object has no {:?}", String::from_utf8_lossy(old)).into());
    }
    let mut bytes = bytes.to_vec();
    for at in at {
        bytes[at..at + old.len()].copy_from_slice(new);
    }
    Ok(bytes)
}
