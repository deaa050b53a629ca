//! What programs of another architecture are linked with and need to run, from Debian's packages.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cache;
use crate::host::{self, Result};
use crate::kernels::apt::Apt;
use crate::log::say;
use crate::machines::Machine;

const PACKAGES: &[&str] = &[
    "busybox-static",
    "libc6",
    "libgcc-s1",
    "libelf1",
    "libelf-dev",
    "zlib1g",
    "zlib1g-dev",
    "libbpf1",
    "libbpf-dev",
];

/// The shared libraries in those packages that programs load, and the name that the linker looks for, if it is told to.
const LIBRARIES: &[(&str, Option<&str>)] = &[
    ("libc.so.6", None),
    ("libm.so.6", None),
    ("libdl.so.2", None),
    ("libpthread.so.0", None),
    ("librt.so.1", None),
    ("libgcc_s.so.1", None),
    ("libelf.so.1", Some("libelf.so")),
    ("libz.so.1", Some("libz.so")),
    ("libbpf.so.1", None),
];

/// Those for a program that needs nothing where it runs.
const STATIC: &[&str] = &["libbpf.a", "libelf.a", "libz.a"];

/// A directory with `busybox`, `include`, `lib` and `static` (libraries to link with), `run` (to run with) and `loader`.
pub(crate) struct Sysroot {
    machine: &'static str,
    gnu: &'static str,
    dir: PathBuf,
}

impl Sysroot {
    /// Of an architecture, fetched if the cache does not have it.
    pub(crate) fn of(machine: &Machine) -> Result<Sysroot> {
        let sysroot = Sysroot {
            machine: machine.name,
            gnu: machine.gnu,
            dir: cache::sysroots().join(machine.name),
        };
        if !sysroot.static_libraries().join(STATIC[0]).exists() {
            sysroot.fetch()?;
        }
        Ok(sysroot)
    }

    /// A busybox that needs no libraries.
    pub(crate) fn busybox(&self) -> PathBuf {
        self.dir.join("busybox")
    }

    /// The headers of libelf and zlib.
    pub(crate) fn include(&self) -> PathBuf {
        self.dir.join("include")
    }

    /// Where a linker finds libelf and zlib.
    pub(crate) fn libraries(&self) -> PathBuf {
        self.dir.join("lib")
    }

    /// Where a linker finds libbpf, libelf and zlib for a static program.
    pub(crate) fn static_libraries(&self) -> PathBuf {
        self.dir.join("static")
    }

    /// libbpf as Debian has it.
    pub(crate) fn libbpf(&self) -> PathBuf {
        self.dir.join("run/libbpf.so.1")
    }

    /// Each library that programs load, with its place in a root file system.
    pub(crate) fn shared_libraries(&self) -> Result<Vec<(PathBuf, PathBuf)>> {
        let folder = Path::new("lib").join(self.gnu);
        let to = |folder: &Path, from: &Path| folder.join(from.file_name().unwrap_or_default());
        let mut found = Vec::new();
        for from in host::list(&self.dir.join("run"))? {
            found.push((from.clone(), to(&folder, &from)));
        }
        for from in host::list(&self.dir.join("loader"))? {
            found.push((from.clone(), to(Path::new("lib"), &from)));
        }
        Ok(found)
    }

    fn fetch(&self) -> Result {
        say!(
            "fetching {} of Debian for {}",
            PACKAGES.join(", "),
            self.machine
        );
        let apt = Apt::open("bookworm", self.machine)?;
        let roots = PACKAGES.iter().map(|package| apt.unpack(package));
        let roots = roots.collect::<Result<Vec<_>>>()?;

        // Written aside and renamed, so that an interrupted run leaves no half directory.
        host::make_dir(&cache::sysroots())?;
        let aside = tempfile::tempdir_in(cache::sysroots())
            .map_err(|error| format!("{}: {error}", cache::sysroots().display()))?;
        for folder in ["include/bpf", "lib", "static", "run", "loader"] {
            host::make_dir(&aside.path().join(folder))?;
        }
        let find = |folders: &[&str], name: &str| {
            let folders = roots
                .iter()
                .flat_map(|root| folders.iter().map(|folder| root.join(folder)));
            let mut files = folders.map(|folder| folder.join(name));
            let file = files.find(|file| file.is_file());
            file.ok_or_else(|| format!("Debian's packages for {} have no {name}", self.machine))
        };
        let triples = [format!("lib/{}", self.gnu), format!("usr/lib/{}", self.gnu)];
        let folders = [&*triples[0], &*triples[1]];
        for (name, link_name) in LIBRARIES {
            let file = find(&folders, name)?;
            copy(&file, &aside.path().join("run").join(name))?;
            if let Some(link_name) = link_name {
                copy(&file, &aside.path().join("lib").join(link_name))?;
            }
        }
        for name in STATIC {
            copy(
                &find(&folders, name)?,
                &aside.path().join("static").join(name),
            )?;
        }
        let loaders = roots.iter().flat_map(|root| {
            let files = triples.iter().map(|folder| host::list(&root.join(folder)));
            files.filter_map(Result::ok).flatten().collect::<Vec<_>>()
        });
        for loader in loaders.filter(|file| is_loader(file)) {
            let name = loader.file_name().unwrap_or_default();
            copy(&loader, &aside.path().join("loader").join(name))?;
        }
        copy(
            &find(&["bin", "usr/bin"], "busybox")?,
            &aside.path().join("busybox"),
        )?;
        let include = aside.path().join("include");
        for root in &roots {
            let gnu = format!("usr/include/{}", self.gnu);
            for (folder, to) in [
                ("usr/include", ""),
                (gnu.as_str(), ""),
                ("usr/include/bpf", "bpf"),
            ] {
                for file in host::list(&root.join(folder)).unwrap_or_default() {
                    if file.is_file() {
                        let name = file.file_name().unwrap_or_default();
                        copy(&file, &include.join(to).join(name))?;
                    }
                }
            }
        }
        let _ = fs::remove_dir_all(&self.dir);
        fs::rename(aside.keep(), &self.dir)
            .map_err(|error| format!("{}: {error}", self.dir.display()))
    }
}

/// `ld64.so.1`, `ld-linux-aarch64.so.1`
fn is_loader(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("ld") && name.ends_with(".so.1")
}

fn copy(from: &Path, to: &Path) -> Result {
    let copied = fs::copy(from, to).map_err(|error| format!("{}: {error}", from.display()));
    copied.map(drop)
}
