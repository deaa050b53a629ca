//! The runner and the objects for an architecture.

use std::path::{Path, PathBuf};

use crate::e2e;
use crate::host::{self, Result};
use crate::log::say;
use crate::machines::Machine;
use crate::sysroot::Sysroot;
use crate::tools;

/// What loads objects on an architecture.
pub(crate) struct Runner {
    /// The folder of the programs.
    pub(crate) programs: PathBuf,
    /// A shared library.
    pub(crate) old_libbpf: PathBuf,
}

/// The runner, built if it is older than its source.
pub(crate) fn runner(machine: &Machine) -> Result<Runner> {
    if machine.is_here() {
        return Ok(Runner {
            programs: e2e::runner("runner")?
                .parent()
                .map(Path::to_path_buf)
                .unwrap_or_default(),
            old_libbpf: tools::need("an older libbpf", tools::old_libbpf())?,
        });
    }
    let sysroot = Sysroot::of(machine)?;
    let toolchain = tools::need(
        "a compiler with the sources of the standard library",
        tools::bpf_toolchain(),
    )?;
    say!("building the runner for {}", machine.name);
    let target = e2e::runner_target()?;
    let gcc = format!("{}-gcc", machine.gnu);
    let variable = machine.rust.to_uppercase().replace('-', "_");
    let libraries = sysroot.libraries();
    let mut cargo = toolchain.cargo();
    cargo
        .args(["build", "--release", "--locked", "--ignore-rust-version"])
        .args(["-Z", "build-std=std,panic_abort", "--target", machine.rust])
        .args(["--bin", "runner", "--bin", "guards", "--bin", "relocated"])
        .arg("--manifest-path")
        .arg(e2e::source("runner/Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .env(format!("CARGO_TARGET_{variable}_LINKER"), &gcc)
        .env(format!("CC_{}", machine.rust.replace('-', "_")), &gcc)
        .env(
            "RUSTFLAGS",
            format!("{} -L native={}", e2e::AYA_FEATURE, libraries.display()),
        )
        .env(
            "LIBBPF_SYS_EXTRA_CFLAGS",
            format!("-I{}", sysroot.include().display()),
        )
        .env("LIBBPF_SYS_LIBRARY_PATH", &libraries)
        // Loading takes longer than anything that the optimizer could save.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    host::run(&mut cargo)?;
    Ok(Runner {
        programs: target.join(machine.rust).join("release"),
        old_libbpf: sysroot.libbpf(),
    })
}
