//! docs/from-c.md has each macro of libbpf's headers.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use libtest_mimic::{Failed, Trial};

use crate::common::in_ci;
use crate::page::{Page, root};
use crate::unless;

/// What the headers define for themselves, or for C alone.
const OWN: &[&str] = &[
    "__BPF_CORE_READ_H__",
    "__BPF_TRACING_H__",
    "__BPF_TARGET_MISSING",
    "__CORE_RELO",
    "__CORE_BITFIELD_PROBE_READ",
];

pub(crate) fn trial() -> Trial {
    let headers = headers();
    let missing = headers.as_ref().err().cloned();
    unless(
        missing.as_deref(),
        "each_macro_of_C_is_in_the_table",
        || each_is_there(&headers?),
    )
}

/// The folder with libbpf's headers: that of the version which the end-to-end tests build.
fn headers() -> Result<PathBuf, String> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["metadata", "--format-version=1", "--manifest-path"]);
    cargo.arg(root().join("tests/e2e/runner/Cargo.toml"));
    // Without it, Cargo wants the packages for all platforms.
    cargo.arg(format!(
        "--filter-platform={}-unknown-linux-gnu",
        env::consts::ARCH
    ));
    // In CI, the end-to-end tests need these packages anyway. Elsewhere, a test downloads nothing.
    if !in_ci() {
        cargo.arg("--offline");
    }
    let output = cargo.output().map_err(|error| error.to_string())?;
    let packages: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|_| "libbpf-sys was not fetched yet")?;
    let packages = packages["packages"].as_array().into_iter().flatten();
    let manifests = packages
        .filter(|it| it["name"] == "libbpf-sys")
        .filter_map(|it| it["manifest_path"].as_str());
    let mut folders: Vec<_> = manifests
        .map(|it| PathBuf::from(it).with_file_name("libbpf").join("src"))
        .collect();
    folders.sort();
    folders.pop().ok_or("there is no libbpf-sys".to_string())
}

fn each_is_there(headers: &std::path::Path) -> Result<(), Failed> {
    let page = Page::read("docs/from-c.md")?;
    let mut missing: Vec<String> = Vec::new();
    let mut count = 0;
    for header in ["bpf_core_read.h", "bpf_tracing.h"] {
        let text = fs::read_to_string(headers.join(header))?;
        let names = text
            .lines()
            .filter_map(|line| line.strip_prefix("#define "));
        let mut names: Vec<_> = names
            .filter_map(|line| {
                line.split(|it: char| !it.is_alphanumeric() && it != '_')
                    .next()
            })
            .filter(|name| !name.starts_with("___") && !name.starts_with("__PT_"))
            .filter(|name| !name.starts_with("bpf_target_") && !OWN.contains(name))
            .collect();
        names.sort();
        names.dedup();
        count += names.len();
        let of_header = names.into_iter().filter(|name| !has(&page.text, name));
        missing.extend(of_header.map(str::to_string));
    }
    match missing.is_empty() && count > 60 {
        true => Ok(()),
        false => Err(format!("of {count} macros, docs/from-c.md lacks {missing:?}").into()),
    }
}

/// Whether the page has the name, or a group of names that has it, such as `PT_REGS_PARM1` to `PT_REGS_PARM8`.
fn has(page: &str, name: &str) -> bool {
    let group = name.replace(|it: char| it.is_ascii_digit(), "…");
    let whole = |name: &str| {
        page.match_indices(name).any(|(at, _)| {
            let after = page[at + name.len()..].chars().next();
            let before = page[..at].chars().next_back();
            let ends = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric() && it != '_');
            ends(after) && ends(before)
        })
    };
    whole(name) || whole(&group)
}
