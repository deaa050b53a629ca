//! `btfgen init`: a workspace that builds and runs at once.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use btfgen::{Bindings, shown};

/// Which library the loader uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loader {
    Aya,
    Libbpf,
}

/// The pattern for the fields that the program of the workspace reads. The workspace's README.md has the same pattern.
pub(crate) const PATTERN: &str = "task_struct.{comm,real_parent,tgid}";

/// The path of the bindings in the workspace.
const BINDINGS: &str = "tracer-ebpf/src/vmlinux.rs";

/// The name of the workspace in the templates. In paths and texts, the name that the user chose replaces it.
const PLACEHOLDER: &str = "tracer";

/// Longer than any name of a package.
const MAX_NAME: usize = 64;

/// Names that Cargo refuses, and packages that the workspace depends on.
const RESERVED: &[&str] = &[
    "anyhow",
    "aya",
    "aya-build",
    "aya-ebpf",
    "build",
    "core",
    "deps",
    "alloc",
    "examples",
    "incremental",
    "libbpf-rs",
    "proc-macro",
    "std",
    "test",
];

/// Rust's keywords, which no crate can have as its name.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

macro_rules! template {
    ($($path:literal = $file:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../templates/init/", $file)))),*]
    };
}

/// The files of every workspace. Some have other names in the templates, so that Cargo and git do not use them there.
const WORKSPACE: &[(&str, &str)] = template! {
    ".cargo/config.toml" = "workspace/cargo/config.toml",
    ".github/workflows/ci.yml" = "workspace/ci/ci.yml.in",
    ".gitignore" = "workspace/gitignore",
    "Cargo.toml" = "workspace/Cargo.toml.in",
    "README.md" = "workspace/README.md.in",
    "tracer-common/Cargo.toml" = "workspace/common/Cargo.toml.in",
    "tracer-common/src/lib.rs" = "workspace/common/src/lib.rs",
    "tracer-ebpf/Cargo.toml" = "workspace/ebpf/Cargo.toml.in",
    "tracer-ebpf/src/lib.rs" = "workspace/ebpf/src/lib.rs",
    "tracer-ebpf/src/main.rs" = "workspace/ebpf/src/main.rs",
    "tracer/build.rs" = "workspace/build.rs",
};
const AYA: &[(&str, &str)] = template! {
    "Cargo.toml" = "aya/profile.toml",
    "tracer/Cargo.toml" = "aya/Cargo.toml.in",
    "tracer/src/main.rs" = "aya/main.rs",
};
const LIBBPF: &[(&str, &str)] = template! {
    "tracer/Cargo.toml" = "libbpf/Cargo.toml.in",
    "tracer/src/main.rs" = "libbpf/main.rs",
};

/// Whether a workspace, its packages and its folder can have this name.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    let is_word = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.len() <= MAX_NAME
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
    let is_free = !RESERVED.contains(&name) && !KEYWORDS.contains(&name);
    match is_word && is_free {
        true => Ok(()),
        false => Err(format!(
            "`{}` can't be the name of a package\nhint: use lower-case letters, digits, `-` and `_`, as in `my-tracer`",
            btfgen::printable(name)
        )),
    }
}

/// Writes the workspace into a new folder of that name. After an error, there is no folder.
pub(crate) fn write(name: &str, loader: Loader, bindings: &Bindings) -> Result<(), String> {
    let folder = Path::new(name);
    let failed = |error: io::Error| format!("can't write {}: {error}", shown(folder));
    if folder.symlink_metadata().is_ok() {
        return Err(format!(
            "{} exists already\nhint: choose another name, or remove it",
            shown(folder)
        ));
    }
    let mut builder = tempfile::Builder::new();
    let unfinished = builder
        .prefix(".btfgen-init-")
        .tempdir_in(".")
        .map_err(failed)?;
    for (path, text) in files(name, loader, bindings) {
        let path = unfinished.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(failed)?;
        fs::write(path, text).map_err(failed)?;
    }
    open_to_others(unfinished.path()).map_err(failed)?;
    fs::rename(unfinished.path(), folder).map_err(failed)
}

/// The path and the text of each file. Templates of one path are one after the other in the file.
fn files(name: &str, loader: Loader, bindings: &Bindings) -> Vec<(String, String)> {
    let of_loader = match loader {
        Loader::Aya => AYA,
        Loader::Libbpf => LIBBPF,
    };
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (path, text) in WORKSPACE.iter().chain(of_loader) {
        let file = files.entry(named(path, name)).or_default();
        file.push_str(&named(text, name));
    }
    files.insert(named(BINDINGS, name), bindings.to_string());
    files.into_iter().collect()
}

/// In Rust, the name of a crate has `_` where the name of its package has `-`.
fn named(text: &str, name: &str) -> String {
    let ident = name.replace('-', "_");
    text.replace(&format!("{PLACEHOLDER}_"), &format!("{ident}_"))
        .replace(PLACEHOLDER, name)
}

/// A temporary folder is for its owner only.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    // The folders in it have the mode that the umask leaves.
    let usual = fs::metadata(folder.join(".cargo"))?.permissions().mode();
    fs::set_permissions(folder, fs::Permissions::from_mode(usual & 0o777))
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{AYA, LIBBPF, PATTERN, WORKSPACE, check_name, named};

    #[test]
    fn a_name_is_a_package_and_a_crate() {
        for name in ["a", "my-tracer", "x_2", "tracer"] {
            assert_eq!(check_name(name), Ok(()), "{name}");
        }
        for name in [
            "",
            "-a",
            "2a",
            "A",
            "a/b",
            "..",
            "a b",
            "aya",
            "match",
            "a\n",
            &"a".repeat(65),
        ] {
            assert!(check_name(name).is_err(), "{name}");
        }
        assert_eq!(
            named("use tracer_common::X; // tracer-common", "my-own"),
            "use my_own_common::X; // my-own-common"
        );
    }

    #[test]
    fn the_readme_has_the_pattern() {
        let has = |(path, text): &(&str, &str)| *path == "README.md" && text.contains(PATTERN);
        assert!(WORKSPACE.iter().any(has));
    }

    #[test]
    fn no_template_has_a_long_line() {
        for (path, text) in [WORKSPACE, AYA, LIBBPF].concat() {
            assert!(text.lines().all(|line| line.len() <= 132), "{path}");
        }
    }
}
