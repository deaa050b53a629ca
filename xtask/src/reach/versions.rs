//! What the programs are built with, and what loads them, in exact versions.

use super::cilium;
use crate::e2e;
use crate::host::{self, Result};
use crate::tools;

/// `rustc 1.96.0, LLVM 22.1.8, bpf-linker 0.13.0`
pub(super) fn compiler() -> Result<String> {
    let toolchain = tools::need("a compiler for BPF", tools::bpf_toolchain())?;
    let said = host::output(host::command(&toolchain.rustc).arg("-vV"))?;
    let of = |field: &str| {
        let mut lines = said.lines();
        let found = lines.find_map(|line| line.strip_prefix(field));
        let missing = || format!("{} -vV has no `{field}`", toolchain.rustc.display());
        found.map(str::trim).ok_or_else(missing)
    };
    let linker = tools::need("bpf-linker", tools::bpf_linker())?;
    let linker = host::output(host::command(linker).arg("--version"))?;
    Ok(format!(
        "rustc {}, LLVM {}, {}",
        of("release:")?,
        of("LLVM version:")?,
        linker.trim()
    ))
}

/// A line for each column of the table. The versions are those of the runner's lock file.
pub(super) fn loaders() -> Result<String> {
    let lock = host::read(&e2e::source("runner/Cargo.lock"))?;
    let lock = String::from_utf8_lossy(&lock).into_owned();
    let newest = locked(&lock, "libbpf-sys", "")?;
    let libbpf_rs = locked(&lock, "libbpf-rs", "")?;
    let mut lines = vec![
        (
            "libbpf".to_owned(),
            format!("the crates libbpf-sys {newest} and libbpf-rs {libbpf_rs}"),
        ),
        (
            "libbpf-1.1".to_owned(),
            "the shared library of Debian's package libbpf1".to_owned(),
        ),
    ];
    for version in ["0.13", "0.14", "0.16"] {
        let exact = locked(&lock, "aya", version)?;
        lines.push((format!("aya-{version}"), format!("aya {exact}")));
    }
    lines.push((
        "cilium-0.11".to_owned(),
        format!(
            "cilium/ebpf {}, for programs of the types raw_tp and xdp; not for the guards",
            cilium::VERSION
        ),
    ));
    let line = |(name, what)| format!("| {name} | {what} |\n");
    Ok(format!(
        "| column | loader |\n| --- | --- |\n{}",
        lines.into_iter().map(line).collect::<String>()
    ))
}

/// The version of a package that begins so.
fn locked(lock: &str, package: &str, begin: &str) -> Result<String> {
    let name = format!("name = \"{package}\"");
    let mut versions = lock.split("[[package]]").filter_map(|text| {
        let mut lines = text.trim().lines();
        (lines.next()? == name).then_some(())?;
        let version = lines.next()?.strip_prefix("version = \"")?;
        Some(version.trim_end_matches('"').to_owned())
    });
    let found = versions.find(|version| version.starts_with(begin));
    found.ok_or_else(|| format!("the runner's Cargo.lock has no {package} {begin}"))
}
