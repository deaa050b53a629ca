//! The kernels of a command that reads several: their names, and their BTF.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::btf::{self, Contents, Error, Kernel, Module, Origin, Reason, Source};
use crate::input;
use crate::text::{printable, shown};

/// A kernel that `--btf` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KernelFile {
    /// Its name in the output. `None`: the release, or the end of the file's path.
    pub name: Option<String>,
    /// The file: see [`Source::File`].
    pub path: PathBuf,
    /// Its bytes, if it is in an archive that was unpacked.
    bytes: Option<Arc<Vec<u8>>>,
}

/// The maximum number of files and folders below a folder of kernels. BTFHub's archive has some ten thousand.
const MAX_BELOW: usize = 524_288;

/// The user gave two kernels this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameName(String);

impl fmt::Display for SameName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = printable(&self.0);
        write!(
            f,
            "two kernels are called {name}\nhint: give each a name of its own, as in NAME=FILE"
        )
    }
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
                bytes: None,
            },
            None => KernelFile {
                name: None,
                path: argument.to_path_buf(),
                bytes: None,
            },
        }
    }

    /// Each kernel that the argument stands for: the files of an archive, or the files below a folder that is not one kernel's and
    /// that have `.btf` in their names, as in BTFHub's archive.
    pub(crate) fn each(self) -> Result<Vec<KernelFile>, Error> {
        let one = |path: PathBuf, bytes| KernelFile {
            name: (self.name.as_ref()).map(|name| format!("{name}/{}", end(&path))),
            path,
            bytes,
        };
        if self.path.is_dir() && !btf::is_kernel_folder(&self.path) {
            let files = input::files_below(&self.path, MAX_BELOW);
            let files = files.into_iter().filter(|path| end(path).contains(".btf"));
            let kernels: Vec<_> = files.map(|path| one(path, None)).collect();
            return Ok(if kernels.is_empty() {
                vec![self]
            } else {
                kernels
            });
        }
        if !end(&self.path).contains(".tar") && !end(&self.path).ends_with(".tgz") {
            return Ok(vec![self]);
        }
        let members = btf::members(&self.path)?.into_iter();
        let members = members.map(|(name, bytes)| one(self.path.join(name), Some(Arc::new(bytes))));
        let members: Vec<_> = members.collect();
        Ok(if members.is_empty() {
            vec![self]
        } else {
            members
        })
    }

    /// Reads the kernel, and its modules of these names.
    pub(crate) fn open(&self, modules: &[PathBuf]) -> Result<Kernel, Error> {
        let source = Source::File(self.path.clone());
        let found = match &self.bytes {
            Some(bytes) => btf::of_member(&self.path, bytes.to_vec()),
            None => btf::find(&source),
        };
        open(found?, &source, modules)
    }
}

/// The last part of a path.
fn end(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Each kernel that the arguments stand for.
pub(crate) fn each(files: &[KernelFile]) -> Result<Vec<KernelFile>, Error> {
    let each = files.iter().cloned().map(KernelFile::each);
    let each: Vec<_> = each.collect::<Result<_, _>>()?;
    Ok(each.into_iter().flatten().collect())
}

/// Reads the modules of these names of a kernel.
pub(crate) fn open(
    (contents, origin): (Contents, Origin),
    source: &Source,
    modules: &[PathBuf],
) -> Result<Kernel, Error> {
    let release = contents.release.as_deref();
    let mut found: Vec<Module> = Vec::new();
    for wanted in modules {
        let module = btf::module(wanted, source, &origin, release)?;
        if let (Some(release), Some(of_module)) = (release, &module.contents.release)
            && release != of_module
        {
            let reason = Reason::Release {
                module: of_module.clone(),
                kernel: release.to_string(),
            };
            return Err(module.misfit(&origin, reason));
        }
        // Duplicates have no effect.
        let is_known =
            |known: &Module| known.name == module.name && known.contents.btf == module.contents.btf;
        if !found.iter().any(is_known) {
            found.push(module);
        }
    }
    // The order of modules has no meaning.
    found.sort_by(|a, b| (&a.name, &a.contents.btf).cmp(&(&b.name, &b.contents.btf)));
    Ok(Kernel {
        contents,
        origin,
        modules: found,
    })
}

/// The names of kernels: those that the user gave, or their releases, or the shortest ends of their paths that distinguish them.
/// Safe for a terminal. The error is a name that the user gave twice.
pub(crate) fn names(
    files: &[KernelFile],
    releases: &[Option<String>],
) -> Result<Vec<String>, SameName> {
    let mut taken = BTreeSet::new();
    for name in files.iter().filter_map(|file| file.name.as_ref()) {
        if !taken.insert(printable(name)) {
            return Err(SameName(name.clone()));
        }
    }
    let is_unique = |i: usize| {
        let same = |j: &usize| files[*j].name.is_none() && releases[*j] == releases[i];
        (0..files.len()).filter(same).count() == 1
    };
    let mut names = Vec::new();
    for (i, file) in files.iter().enumerate() {
        if let Some(name) = &file.name {
            names.push(printable(name));
            continue;
        }
        let end = end_of_path(files, i);
        let mut name = match &releases[i] {
            Some(release) if is_unique(i) => printable(release),
            Some(release) => format!("{} ({end})", printable(release)),
            None => end,
        };
        // The user may have given another kernel this name, or one file twice.
        while !taken.insert(name.clone()) {
            name.push('\'');
        }
        names.push(name);
    }
    Ok(names)
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
    use super::{KernelFile, SameName, names};
    use std::path::Path;

    /// Arguments and releases, and the names.
    type Row = (
        &'static [(&'static str, Option<&'static str>)],
        &'static [&'static str],
    );

    #[test]
    fn kernels_are_told_apart() {
        let rows: [Row; 5] = [
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
                &["6.1 (a/k)", "6.1 (b/k)"],
            ),
            (
                &[("6.1=/a/k", Some("5.10")), ("/b/k", Some("6.1"))],
                &["6.1", "6.1'"],
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
            let found = names(&files, &releases).expect("all names differ");
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_name_is_given_once() {
        let files = ["a=x", "a=y"].map(|it| KernelFile::parse(Path::new(it)));
        assert_eq!(names(&files, &[None, None]), Err(SameName("a".to_string())));
    }
}
