//! tests/levels with each level of debug info, with and without `--btf`: right or refused, never loaded with a wrong number.

use std::path::PathBuf;

use crate::host::{self, Result};
use crate::{e2e, kernels, tools};

/// The kernel of the bindings, which has other offsets than the running one.
const OLD: &str = "6.1";
const PATTERN: &str = "task_struct.{group_leader,pid,tgid}";
/// All that Cargo takes for `debug`.
const LEVELS: [&str; 6] = [
    "0",
    "1",
    "\"limited\"",
    "\"line-tables-only\"",
    "\"line-directives-only\"",
    "2",
];
/// Whose level it is; that of the rest is 2.
const PLACES: [(&str, &str); 2] = [
    ("all", "profile.release.debug"),
    ("dependency", "profile.release.package.helper.debug"),
];
const PROGRAM: &str = "levels";

/// Every object with Debian's libbpf and the newest, and with aya, on the running kernel.
pub(crate) fn run() -> Result {
    build()?;
    let libbpf = tools::need("an older libbpf", tools::old_libbpf())?;
    let mut runner = host::command(e2e::runner("runner")?);
    runner.arg("--old-libbpf").arg(libbpf);
    host::run(runner.arg("--levels").arg(output("objects")?))
}

fn build() -> Result {
    let bindings = output("bindings.rs")?;
    host::make_dir(&output("")?)?;
    e2e::generate(&kernels::cached(OLD).btf, &[PATTERN], &bindings)?;
    let objects = output("objects")?;
    // Objects of a build that is no longer listed would be run too.
    let _ = std::fs::remove_dir_all(&objects);
    host::make_dir(&objects)?;
    let (source, target) = (tools::checkout().join("tests/levels"), e2e::bpf_target()?);
    for level in LEVELS {
        for (place, key) in PLACES {
            for (name, btf) in [("btf", Some("1")), ("no-btf", None)] {
                let mut cargo = e2e::bpf_build(&source)?;
                cargo.env("BTFGEN_OLD", &bindings);
                match btf {
                    Some(value) => cargo.env("BTFGEN_LEVELS_BTF", value),
                    None => cargo.env_remove("BTFGEN_LEVELS_BTF"),
                };
                host::run(cargo.arg("--config").arg(format!("{key}={level}")))?;
                let object = format!("{place}-{}-{name}.o", level.trim_matches('"'));
                let built = target.join(e2e::TARGET).join("release").join(PROGRAM);
                e2e::copy_as(&built, &objects.join(object))?;
            }
        }
    }
    Ok(())
}

fn output(path: &str) -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("levels").join(path))
}
