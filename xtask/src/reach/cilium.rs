//! cilium/ebpf as one more loader: a program of tests/e2e, built with Debian's Go, which needs nothing where it runs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cache;
use crate::e2e;
use crate::host::{self, Result};
use crate::kernels::apt::Apt;
use crate::log::say;
use crate::machines::Machine;
use crate::tools;

/// The release of Debian whose cilium/ebpf knows enumerators of 64 bits.
const DEBIAN: &str = "trixie";
const PACKAGES: [&str; 5] = [
    "golang-1.24-go",
    "golang-1.24-src",
    "golang-github-cilium-ebpf-dev",
    "golang-golang-x-exp-dev",
    "golang-golang-x-sys-dev",
];
/// The version of cilium/ebpf there.
pub(super) const VERSION: &str = "0.11.0";

/// The loader for an architecture.
pub(super) fn build(machine: &Machine) -> Result<PathBuf> {
    let root = go()?;
    let loader = tools::target_dir()?
        .join("reach")
        .join(format!("cilium-{}", machine.name));
    if let Some(folder) = loader.parent() {
        host::make_dir(folder)?;
    }
    host::run(
        host::command(root.join("usr/lib/go-1.24/bin/go"))
            .current_dir(e2e::source("cilium"))
            .args(["build", "-trimpath", "-o"])
            .arg(&loader)
            .arg(".")
            .env("GOROOT", root.join("usr/lib/go-1.24"))
            .env("GOPATH", root.join("usr/share/gocode"))
            .env("GOCACHE", cache::tools().join("go-cache"))
            // The packages are where Debian puts them, and nothing is downloaded.
            .env("GO111MODULE", "off")
            .env("CGO_ENABLED", "0")
            .env("GOARCH", machine.name),
    )?;
    Ok(loader)
}

/// A folder with Debian's Go and cilium/ebpf, fetched if the cache does not have it.
fn go() -> Result<PathBuf> {
    let home = cache::tools().join("go");
    if home.exists() {
        return Ok(home);
    }
    say!("fetching {} of Debian", PACKAGES.join(", "));
    let apt = Apt::open(DEBIAN, "amd64")?;
    host::make_dir(&cache::tools())?;
    // Written aside and renamed, so that an interrupted run leaves no half directory.
    let aside = tempfile::tempdir_in(cache::tools())
        .map_err(|error| format!("{}: {error}", cache::tools().display()))?;
    for package in PACKAGES {
        apt.unpack_into(package, aside.path())?;
    }
    rename(aside.keep(), &home)?;
    Ok(home)
}

fn rename(from: PathBuf, to: &Path) -> Result {
    fs::rename(from, to).map_err(|error| format!("{}: {error}", to.display()))
}
