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

/// The bindings of both are the same but for the lines that say where they come from.
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

fn generate(btf: &Path, allow: &[&str]) -> Result<String, Failed> {
    let builder = btfgen::Builder::new().btf(btf);
    let builder = allow
        .iter()
        .fold(builder, |builder, pattern| builder.allow(*pattern));
    let text = builder.generate()?.to_string();
    let hash = |line: &str| line.split(" of BTF with ").nth(1).map(str::to_string);
    let (first, rest) = text.split_once('\n').ok_or("one line only")?;
    let (_command, rest) = rest.split_once('\n').ok_or("two lines only")?;
    Ok(format!(
        "{}\n{rest}",
        hash(first).ok_or("no hash in the header")?
    ))
}
