//! A module's name → the file with its BTF.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::decode::Split;
use super::error::{Error, Misfit, NoModule, Reason};
use super::find::{RUNNING, Source};
use super::open::{self, Budget, Contents, Origin};
use crate::input;
use crate::text::printable;

/// What the files of modules end in, and files with their BTF. Several of one module: the first of these is read.
const ENDINGS: [&str; 6] = ["", ".btf", ".ko", ".ko.gz", ".ko.xz", ".ko.zst"];

/// Files and folders that are looked at below one folder: a build tree has some 100,000.
const MAX_ENTRIES: usize = 1 << 19;

/// Folders in folders.
const MAX_DEPTH: usize = 16;

/// Modules of one kernel that are searched for a type: Debian's have some 4,000.
const MAX_MODULES: usize = 1 << 14;

/// A module's BTF.
#[derive(Debug)]
pub(crate) struct Module {
    /// As the kernel has it, with `_` and never `-`. It stands in messages, so what a terminal would obey is escaped.
    pub(crate) name: String,
    pub(crate) contents: Contents,
    pub(crate) origin: Origin,
}

impl Module {
    /// What [`super::decode`] takes.
    pub(crate) fn split(&self) -> Split<'_> {
        Split {
            name: &self.name,
            bytes: &self.contents.btf,
            base: self.contents.base.as_deref(),
        }
    }

    pub(crate) fn misfit(&self, kernel: &Origin, reason: Reason) -> Error {
        Error::Module(Box::new(Misfit {
            module: self.origin.clone(),
            kernel: kernel.clone(),
            reason,
        }))
    }
}

/// Where modules of a kernel may be.
struct Place {
    folder: PathBuf,
    /// Whether they may be in folders below.
    is_tree: bool,
}

/// What `--module` names, of the kernel in `source`: a file, if it has a `/` or a `.`, and else a module.
pub(crate) fn module(
    wanted: &Path,
    source: &Source,
    origin: &Origin,
    release: Option<&str>,
) -> Result<Module, Error> {
    let text = wanted.to_string_lossy();
    if text.contains(['/', '.']) {
        return read(wanted, open::read);
    }
    let path = find(&text, &places(source, origin, release)).map_err(Error::NoModule)?;
    read(&path, open::search)
}

/// Every module near the kernel in `source`, by name.
pub(crate) fn all(
    source: &Source,
    origin: &Origin,
    release: Option<&str>,
) -> impl Iterator<Item = Module> {
    let mut found: Vec<(String, usize, PathBuf)> = Vec::new();
    for place in places(source, origin, release) {
        let is_shown = Path::new(RUNNING).parent() == Some(&place.folder);
        let mut files = files(&place);
        // Elsewhere, files with nothing but a name are anything.
        files.retain(|(name, ending, _)| (is_shown || *ending > 0) && name != "vmlinux");
        found.extend(files);
    }
    found.sort();
    found.dedup_by(|a, b| a.0 == b.0);
    found.truncate(MAX_MODULES);
    let mut budget = Budget::of_search();
    found.into_iter().filter_map(move |(_, _, path)| {
        read(&path, |path| open::search_within(path, &mut budget)).ok()
    })
}

fn read(
    path: &Path,
    open: impl FnOnce(&Path) -> Result<(Contents, Origin), Error>,
) -> Result<Module, Error> {
    let (contents, origin) = open(path)?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    let (name, _) = module_name(name).unwrap_or_default();
    Ok(Module {
        name: printable(&name),
        contents,
        origin,
    })
}

/// The folder of the kernel's file and that which the source names, and the modules of its release, both in the root that
/// the file is in and here.
fn places(source: &Source, origin: &Origin, release: Option<&str>) -> Vec<Place> {
    let file = origin.path();
    let beside = match file.parent() {
        _ if file == Path::new("-") => None,
        Some(parent) if parent != Path::new("") => Some(parent),
        _ => Some(Path::new(".")),
    };
    let named = match source {
        Source::File(path) if path.is_dir() => Some(path.as_path()),
        _ => None,
    };
    let release = release.or(file
        .file_name()
        .and_then(OsStr::to_str)
        .and_then(release_in));
    let root = match beside {
        // Of an unpacked package `boot` and `lib` are side by side.
        Some(folder) if folder == Path::new(".") => Some(Path::new("..")),
        Some(folder) => folder.parent(),
        None => None,
    };
    let installed = release.into_iter().flat_map(|release| {
        let roots = [
            root.filter(|_| file != Path::new(RUNNING)),
            Some(Path::new("/")),
        ];
        let trees = roots
            .into_iter()
            .flatten()
            .map(move |root| root.join("lib/modules").join(release));
        trees.map(|folder| (folder, true))
    });
    let own = [named, beside].into_iter().flatten();
    let own = own.map(|folder| (folder.to_path_buf(), is_tree(folder)));
    let mut places: Vec<Place> = Vec::new();
    for (folder, is_tree) in own.chain(installed) {
        if places.iter().all(|place| place.folder != folder) {
            places.push(Place { folder, is_tree });
        }
    }
    places
}

/// `6.1.0-50-amd64` of `vmlinuz-6.1.0-50-amd64`.
fn release_in(name: &str) -> Option<&str> {
    let (kernel, release) = name.split_once('-')?;
    let is_release = release.starts_with(|first: char| first.is_ascii_digit());
    (kernel.starts_with("vmlinu") && is_release).then_some(release)
}

/// Whether a folder is what `make modules` leaves, or what it installs.
fn is_tree(folder: &Path) -> bool {
    let signs = ["modules.order", "modules.builtin", "modules.dep", "kernel"];
    signs.iter().any(|name| folder.join(name).exists())
}

fn find(name: &str, places: &[Place]) -> Result<PathBuf, NoModule> {
    let name = normal(name);
    for place in places {
        let mut files = files(place);
        files.retain(|(found, ..)| *found == name);
        // As depmod: what was installed later stands in `updates`.
        let is_update = |path: &Path| path.components().any(|part| part.as_os_str() == "updates");
        files.sort();
        files.sort_by_key(|(.., path)| !is_update(path));
        if let Some((.., path)) = files.into_iter().next() {
            return Ok(path);
        }
    }
    let built_in = places.iter().any(|place| is_built_in(&place.folder, &name));
    Err(NoModule {
        looked_for: ENDINGS.map(|ending| format!("{name}{ending}")).to_vec(),
        name,
        looked_in: places.iter().map(|place| place.folder.clone()).collect(),
        built_in,
    })
}

fn is_built_in(folder: &Path, name: &str) -> bool {
    let list = input::text(&folder.join("modules.builtin")).unwrap_or_default();
    let mut names = list
        .lines()
        .filter_map(|line| module_name(Path::new(line).file_name()?));
    names.any(|(built_in, _)| built_in == name)
}

/// Modules by name, which of the endings their files have, and the files.
fn files(place: &Place) -> Vec<(String, usize, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![(place.folder.clone(), 0)];
    let mut left = MAX_ENTRIES;
    while let Some((folder, depth)) = folders.pop() {
        for entry in fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .take(left)
        {
            left -= 1;
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            // Not through symbolic links: `build` and `source` lead out of the tree.
            if kind.is_dir() && place.is_tree && depth < MAX_DEPTH {
                folders.push((entry.path(), depth + 1));
            }
            let Some((name, ending)) = module_name(&entry.file_name()) else {
                continue;
            };
            // In a tree of folders, files with nothing but a name are anything.
            let is_module = !place.is_tree || ENDINGS[ending].starts_with(".ko");
            if is_module && (kind.is_file() || kind.is_symlink() && entry.path().is_file()) {
                found.push((name, ending, entry.path()));
            }
        }
    }
    found
}

/// The module that a file is of, and the ending of its name.
fn module_name(file: &OsStr) -> Option<(String, usize)> {
    let text = file.to_str()?;
    let endings = ENDINGS.iter().enumerate().rev();
    let mut stems = endings.filter_map(|(i, ending)| Some((text.strip_suffix(ending)?, i)));
    let (stem, ending) = stems.find(|(stem, _)| !stem.is_empty())?;
    (!stem.contains('.')).then(|| (normal(stem), ending))
}

/// As modprobe: `-` is `_`.
fn normal(name: &str) -> String {
    name.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::{ENDINGS, module_name, release_in};

    #[test]
    fn a_file_names_its_module() {
        for (file, name) in [
            ("nf_conntrack", Some(("nf_conntrack", ""))),
            ("nf-conntrack.ko", Some(("nf_conntrack", ".ko"))),
            ("nf_conntrack.ko.xz", Some(("nf_conntrack", ".ko.xz"))),
            ("nf_conntrack.btf", Some(("nf_conntrack", ".btf"))),
            ("nf_conntrack.o", None),
            ("nf_conntrack.mod.c", None),
            (".ko", None),
        ] {
            let found = module_name(OsStr::new(file));
            let found = found
                .as_ref()
                .map(|(name, ending)| (name.as_str(), ENDINGS[*ending]));
            assert_eq!(found, name, "{file}");
        }
    }

    #[test]
    fn a_kernel_s_file_may_name_its_release() {
        for (file, release) in [
            ("vmlinuz-6.1.0-50-amd64", Some("6.1.0-50-amd64")),
            ("vmlinux-6.18.44", Some("6.18.44")),
            ("vmlinux", None),
            ("vmlinux-gdb.py", None),
            ("config-6.1", None),
        ] {
            assert_eq!(release_in(file), release, "{file}");
        }
    }
}
