//! Every type of the running kernel at once, compiled for BPF. Snapshots are compiled for this machine too.

use crate::host::{self, Result};
use crate::{e2e, tools};

pub(crate) fn compile() -> Result {
    e2e::build_btfgen()?;
    let dir = tools::target_dir()?.join("whole");
    host::make_dir(&dir.join("src"))?;
    let mut btfgen = host::command(e2e::btfgen_dir()?.join("btfgen"));
    btfgen.arg("-o").arg(dir.join("src/vmlinux.rs"));
    host::run(&mut btfgen)?;
    host::write(&dir.join("Cargo.toml"), MANIFEST)?;
    host::write(&dir.join("src/lib.rs"), LIBRARY)?;
    let toolchain = tools::need(
        "a compiler for BPF with the sources of core",
        tools::bpf_toolchain(),
    )?;
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(&dir)
        .args(["check", "-Zbuild-std=core", "--target", e2e::TARGET])
        .args(["--target-dir", "bpf"])
        .env("RUSTFLAGS", "-D warnings")
        .env("CARGO_INCREMENTAL", "0");
    host::run(&mut cargo)
}

const MANIFEST: &str = "\
[package]
name = \"whole\"
edition = \"2024\"

[workspace]
";

const LIBRARY: &str = "\
#![no_std]
#![cfg_attr(target_arch = \"bpf\", feature(asm_experimental_arch, extern_types, sized_hierarchy))]

#[rustfmt::skip]
pub mod vmlinux;
";
