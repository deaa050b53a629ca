//! The kernels of a command that reads several: their names, and their BTF.

use std::path::{Path, PathBuf};

use crate::btf::{self, Error, Kernel, Module, Source};
use crate::text::{printable, shown};

/// A kernel that `--btf` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KernelFile {
    /// Its name in the output. `None`: the release, or the end of the file's path.
    pub name: Option<String>,
    /// The file: see [`Source::File`].
    pub path: PathBuf,
}

impl KernelFile {
    /// `FILE` or `NAME=FILE`. A file whose name contains `=` is named with a `/` before it: `./a=b`.
    pub fn parse(argument: &Path) -> KernelFile {
        let text = argument.to_string_lossy();
        let named = text
            .split_once('=')
            .filter(|(name, file)| !name.is_empty() && !file.is_empty() && !name.contains('/'));
        match named {
            Some((name, file)) => KernelFile {
                name: Some(name.to_string()),
                path: PathBuf::from(file),
            },
            None => KernelFile {
                name: None,
                path: argument.to_path_buf(),
            },
        }
    }

    /// Reads the kernel, and its modules of these names.
    pub(crate) fn open(&self, modules: &[PathBuf]) -> Result<Kernel, Error> {
        let source = Source::File(self.path.clone());
        let (contents, origin) = btf::find(&source)?;
        let release = contents.release.as_deref();
        let mut found: Vec<Module> = Vec::new();
        for module in modules {
            found.push(btf::module(module, &source, &origin, release)?);
        }
        found.sort_by(|a, b| (&a.name, &a.contents.btf).cmp(&(&b.name, &b.contents.btf)));
        Ok(Kernel {
            contents,
            origin,
            modules: found,
        })
    }
}

/// The names of kernels: their releases, or the shortest ends of their paths that distinguish them. Safe for a terminal.
pub(crate) fn names(files: &[KernelFile], releases: &[Option<String>]) -> Vec<String> {
    let by_release = |i: usize| files[i].name.as_ref().or(releases[i].as_ref());
    let name = |i: usize| {
        let known = by_release(i);
        let is_unique = |name: &&String| {
            let same = (0..files.len()).filter(|&j| by_release(j) == Some(name));
            same.count() == 1
        };
        match known.filter(is_unique) {
            Some(name) => printable(name),
            None => end_of_path(files, i),
        }
    };
    (0..files.len()).map(name).collect()
}

/// The shortest end of a path that distinguishes it from the other paths.
fn end_of_path(files: &[KernelFile], i: usize) -> String {
    let path = &files[i].path;
    let parts = path.components().count();
    for length in 1..parts {
        let end: PathBuf = path.components().skip(parts - length).collect();
        let mut others = files.iter().enumerate().filter(|(j, _)| *j != i);
        if !others.any(|(_, other)| other.path.ends_with(&end)) {
            return shown(&end);
        }
    }
    shown(path)
}

#[cfg(test)]
mod tests {
    use super::{KernelFile, names};
    use std::path::Path;

    /// Arguments and releases, and the names.
    type Row = (
        &'static [(&'static str, Option<&'static str>)],
        &'static [&'static str],
    );

    #[test]
    fn kernels_are_told_apart() {
        let rows: [Row; 4] = [
            (
                &[("/a/x.btf", None), ("/b/y.btf", Some("6.12"))],
                &["x.btf", "6.12"],
            ),
            (
                &[("/6.1/vmlinux", None), ("/6.2/vmlinux", None)],
                &["6.1/vmlinux", "6.2/vmlinux"],
            ),
            (
                &[("old=/6.1/vmlinux", Some("6.1")), ("./a=b", None)],
                &["old", "a=b"],
            ),
            (
                &[("/a/k", Some("6.1")), ("/b/k", Some("6.1"))],
                &["a/k", "b/k"],
            ),
        ];
        for (kernels, expected) in rows {
            let files: Vec<_> = kernels
                .iter()
                .map(|(path, _)| KernelFile::parse(Path::new(path)))
                .collect();
            let releases: Vec<_> = kernels
                .iter()
                .map(|(_, it)| it.map(str::to_string))
                .collect();
            assert_eq!(names(&files, &releases), expected);
        }
    }
}
