//! Everything that BTF comes in: the same bindings as from the raw BTF, or a clear message within bounds.

#[path = "../common/mod.rs"]
mod common;
#[path = "../handmade/mod.rs"]
mod handmade;
mod hostile;
mod images;
mod make;
mod packed;
mod small;

use std::path::Path;
use std::process::ExitCode;

use common::ensure;
use libtest_mimic::Failed;

/// A small BTF, for containers that need no kernel.
const SMALL: &str = "tests/snapshots/everyday/input.btf";

fn main() -> ExitCode {
    let cases = [
        packed::cases(),
        images::cases(),
        hostile::cases(),
        small::cases(),
    ];
    common::run(cases.into_iter().flatten().collect())
}

/// The bindings of both are the same but for the release of the kernel.
fn same_bindings(container: &Path, raw: &Path, allow: &[&str]) -> Result<(), Failed> {
    let (got, expected) = (generate(container, allow)?, generate(raw, allow)?);
    ensure(got == expected && got.contains("\npub struct "), || {
        format!(
            "{} gives other bindings than {}",
            container.display(),
            raw.display()
        )
    })
}

/// The header names this release.
fn ensure_release(text: &str, release: &str) -> Result<(), Failed> {
    let kernel = text.lines().nth(1).unwrap_or_default();
    ensure(
        kernel.starts_with(&format!("// Kernel: Linux {release}, ")),
        || format!("the release was not read: {kernel}"),
    )
}

fn generate(btf: &Path, allow: &[&str]) -> Result<String, Failed> {
    let builder = btfgen::Builder::new().btf(btf);
    let builder = allow
        .iter()
        .fold(builder, |builder, pattern| builder.allow(*pattern));
    let text = builder.generate()?.to_string();
    // Not every container knows the release.
    let (before, kernel) = text
        .split_once("// Kernel: ")
        .ok_or("no kernel in the header")?;
    let hash = kernel
        .find(" bytes of BTF")
        .ok_or("no length in the header")?;
    let start = kernel[..hash].rfind(' ').map_or(0, |space| space + 1);
    Ok(format!("{before}{}", &kernel[start..]))
}
