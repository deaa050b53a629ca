//! Every type of the running kernel at once, compiled for this machine and for BPF.

use std::path::Path;

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
    check(&mut tools::cargo(), &dir, &["--target-dir", "host"])?;
    let toolchain = tools::need(
        "a compiler for BPF with the sources of core",
        tools::bpf_toolchain(),
    )?;
    let bpf = [
        "-Zbuild-std=core",
        "--target",
        e2e::TARGET,
        "--target-dir",
        "bpf",
    ];
    check(&mut toolchain.cargo(), &dir, &bpf)
}

fn check(cargo: &mut std::process::Command, dir: &Path, args: &[&str]) -> Result {
    host::run(
        cargo
            .current_dir(dir)
            .arg("check")
            .args(args)
            .env("RUSTFLAGS", "-D warnings")
            .env("CARGO_INCREMENTAL", "0"),
    )
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
