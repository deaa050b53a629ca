//! Which file to read: the running kernel's BTF, a file, a folder of a kernel, or a kernel by its release.

use std::path::{Path, PathBuf};

use super::error::Error;
use super::open::{self, Contents, Origin};
use super::{header, release};
use crate::input;
use crate::text::{printable, shown};

/// Where Linux shows the BTF of the running kernel.
pub(crate) const RUNNING: &str = "/sys/kernel/btf/vmlinux";

const RUNNING_RELEASE: &str = "/proc/sys/kernel/osrelease";

/// Where kernels of a release `{}` are: first the places that libbpf looks in (`btf__load_vmlinux_btf`), in its order.
const PLACES: &[&str] = &[
    "/boot/vmlinux-{}",
    "/lib/modules/{}/vmlinux-{}",
    "/lib/modules/{}/build/vmlinux",
    "/usr/lib/modules/{}/kernel/vmlinux",
    "/usr/lib/debug/boot/vmlinux-{}",
    "/usr/lib/debug/boot/vmlinux-{}.debug",
    "/usr/lib/debug/lib/modules/{}/vmlinux",
    "/lib/modules/{}/vmlinux",
    "/lib/modules/{}/vmlinuz",
    "/boot/vmlinuz-{}",
    "/boot/Image-{}",
];

/// Where a kernel is in a folder of its own: a build tree, or its modules'.
const IN_FOLDER: &[&str] = &[
    "vmlinux",
    "vmlinux-{}",
    "build/vmlinux",
    "kernel/vmlinux",
    "vmlinuz",
];

/// The environment variable that stands for the running kernel's BTF.
pub(crate) const VARIABLE: &str = "BTFGEN_BTF";

/// Which kernel's BTF to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The kernel that runs on this machine.
    #[default]
    Running,
    /// A file with BTF, in any of the containers that kernels come in; `-` for standard input; `archive.tar/name` for a
    /// file in an archive; the folder of a kernel, as `/lib/modules/6.1.0-50-amd64` or a build tree; or a release, as
    /// `6.1.0-50-amd64`, of a kernel that is installed.
    File(PathBuf),
}

impl Source {
    /// What the environment says instead of the running kernel.
    pub(crate) fn from_environment() -> Option<Source> {
        let value = std::env::var_os(VARIABLE).filter(|value| !value.is_empty())?;
        Some(Source::File(value.into()))
    }
}

/// The BTF that is meant, and where it was.
pub(crate) fn find(source: &Source) -> Result<(Contents, Origin), Error> {
    find_below(Path::new("/"), source)
}

fn find_below(root: &Path, source: &Source) -> Result<(Contents, Origin), Error> {
    match source {
        Source::Running => {
            let release = running(root);
            let of = "the running kernel".to_string();
            first(of, release.clone(), installed(root, release.as_deref()))
        }
        Source::File(path) if path.is_dir() => {
            let release = release_of_folder(path);
            let of = shown(path);
            first(of, release.clone(), in_folder(path, release.as_deref()))
        }
        Source::File(path) if !path.exists() && is_release(path) => {
            let release = path.display().to_string();
            let of = format!("Linux {}", printable(&release));
            let mut places = vec![path.clone()];
            places.extend(installed(root, Some(&release)));
            first(of, Some(release), places)
        }
        Source::File(path) => open::read(path),
    }
}

/// Whether a folder is that of one kernel: its modules, or a build tree.
pub(crate) fn is_kernel_folder(folder: &Path) -> bool {
    let release = release_of_folder(folder);
    let mut places = in_folder(folder, release.as_deref()).into_iter();
    release.is_some() || places.any(|place| place.exists())
}

/// The first of the places that has BTF.
fn first(
    of: String,
    release: Option<String>,
    places: Vec<PathBuf>,
) -> Result<(Contents, Origin), Error> {
    let mut tried = Vec::new();
    for place in places {
        let found = open::search(&place).and_then(|(contents, origin)| {
            match header::sections(&contents.btf) {
                Ok(_) => Ok((contents, origin)),
                Err(malformed) => Err(Error::Malformed(origin, malformed)),
            }
        });
        match found {
            Ok((contents, origin)) => {
                let release = contents.release.or(release);
                return Ok((
                    Contents {
                        release,
                        ..contents
                    },
                    origin,
                ));
            }
            Err(error) => tried.push(error),
        }
    }
    Err(Error::NotFound(of, tried))
}

/// Where a kernel of this release may be below a root. Without a release, only the running one can be found.
fn installed(root: &Path, release: Option<&str>) -> Vec<PathBuf> {
    let places = release.into_iter().flat_map(|release| {
        let place = |place: &&str| below(root, &place.replace("{}", release));
        PLACES.iter().map(place)
    });
    let running = (release == running(root).as_deref()).then(|| below(root, RUNNING));
    running.into_iter().chain(places).collect()
}

/// Where a kernel may be that has a folder, and where else if its release is known: in the root that the folder is in.
fn in_folder(folder: &Path, release: Option<&str>) -> Vec<PathBuf> {
    let names = IN_FOLDER
        .iter()
        .filter_map(|name| match (name.contains("{}"), release) {
            (true, release) => Some(name.replace("{}", release?)),
            (false, _) => Some(name.to_string()),
        });
    let mut places: Vec<_> = names.map(|name| folder.join(name)).collect();
    for suffix in ["usr/lib/modules", "lib/modules"] {
        let parent = folder.parent().filter(|parent| parent.ends_with(suffix));
        let root = parent.and_then(|parent| parent.ancestors().nth(suffix.split('/').count()));
        if let (Some(root), Some(_)) = (root, release) {
            let more = installed(root, release).into_iter();
            places.extend(more.filter(|place| !place.starts_with(folder)));
            break;
        }
    }
    places
}

fn below(root: &Path, path: &str) -> PathBuf {
    root.join(path.trim_start_matches('/'))
}

fn running(root: &Path) -> Option<String> {
    let text = input::text(&below(root, RUNNING_RELEASE))?;
    Some(text.trim().to_string())
}

/// A folder of modules is called like its kernel; a build tree has a file that says the release.
fn release_of_folder(folder: &Path) -> Option<String> {
    let name = folder
        .file_name()
        .map(Path::new)
        .filter(|name| is_release(name));
    match folder.parent() {
        Some(parent) if parent.ends_with("lib/modules") => Some(name?.display().to_string()),
        _ => {
            let text = input::text(&folder.join("include/config/kernel.release"))?;
            let text = text.trim();
            release::is_release(text).then(|| text.to_string())
        }
    }
}

fn is_release(name: &Path) -> bool {
    name.to_str().is_some_and(release::is_release)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const BTF: &[u8] = include_bytes!("../../tests/snapshots/everyday/input.btf");

    /// What is found below a root with these files, and the kernel's release.
    fn found(files: &[&str], source: &str) -> Result<(String, Option<String>), String> {
        let root = tempfile::tempdir().expect("a temporary folder can be made");
        for file in files {
            let (file, text) = file.split_once('=').unwrap_or((file, ""));
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().expect("it is below the root")).expect("it is ours");
            let bytes = if text.is_empty() {
                BTF
            } else {
                text.as_bytes()
            };
            fs::write(path, bytes).expect("it is ours");
        }
        let source = match source {
            "" => Source::Running,
            path => Source::File(
                path.replace("ROOT", &root.path().display().to_string())
                    .into(),
            ),
        };
        let plain = |text: String| text.replace(&root.path().display().to_string(), "ROOT");
        match find_below(root.path(), &source) {
            Ok((contents, origin)) => {
                assert_eq!(contents.btf, BTF);
                Ok((plain(origin.to_string()), contents.release))
            }
            Err(error) => Err(plain(error.to_string())),
        }
    }

    #[test]
    fn kernels_are_found_where_they_are() {
        const RUNS: &str = "proc/sys/kernel/osrelease=6.1.0-50-amd64\n";
        for (files, source, place, release) in [
            // The running kernel, and where it is shown first.
            (
                &[
                    RUNS,
                    "sys/kernel/btf/vmlinux",
                    "boot/vmlinux-6.1.0-50-amd64",
                ][..],
                "",
                "sys/kernel/btf/vmlinux",
                "6.1.0-50-amd64",
            ),
            (
                &[
                    RUNS,
                    "boot/vmlinux-6.1.0-50-amd64",
                    "boot/vmlinux-6.1.0-51-amd64",
                ],
                "",
                "boot/vmlinux-6.1.0-50-amd64",
                "6.1.0-50-amd64",
            ),
            (
                &[RUNS, "boot/vmlinuz-6.1.0-50-amd64"],
                "",
                "boot/vmlinuz-6.1.0-50-amd64",
                "6.1.0-50-amd64",
            ),
            (
                &[
                    RUNS,
                    "boot/vmlinux-6.1.0-50-amd64=\x7fELF",
                    "usr/lib/debug/lib/modules/6.1.0-50-amd64/vmlinux",
                ],
                "",
                "usr/lib/debug/lib/modules/6.1.0-50-amd64/vmlinux",
                "6.1.0-50-amd64",
            ),
            // By release: what is shown of another kernel does not count.
            (
                &[RUNS, "sys/kernel/btf/vmlinux", "boot/vmlinux-5.10.0"],
                "5.10.0",
                "boot/vmlinux-5.10.0",
                "5.10.0",
            ),
            (
                &[RUNS, "sys/kernel/btf/vmlinux"],
                "6.1.0-50-amd64",
                "sys/kernel/btf/vmlinux",
                "6.1.0-50-amd64",
            ),
            (
                &["lib/modules/6.2.1/build/vmlinux"],
                "6.2.1",
                "lib/modules/6.2.1/build/vmlinux",
                "6.2.1",
            ),
            // Folders: what is in them, then around them.
            (
                &["lib/modules/6.2.1/vmlinux", "boot/vmlinuz-6.2.1"],
                "ROOT/lib/modules/6.2.1",
                "lib/modules/6.2.1/vmlinux",
                "6.2.1",
            ),
            (
                &["lib/modules/6.2.1/x.ko", "boot/vmlinuz-6.2.1"],
                "ROOT/lib/modules/6.2.1/",
                "boot/vmlinuz-6.2.1",
                "6.2.1",
            ),
            (
                &["usr/lib/modules/6.2.1/x.ko", "boot/vmlinuz-6.2.1"],
                "ROOT/usr/lib/modules/6.2.1",
                "boot/vmlinuz-6.2.1",
                "6.2.1",
            ),
            (
                &[
                    "src/vmlinux",
                    "src/include/config/kernel.release=6.19.0-rc1+\n",
                ],
                "ROOT/src",
                "src/vmlinux",
                "6.19.0-rc1+",
            ),
            // A file is that file, whatever it is called.
            (&["boot/vmlinux-6.2.1", "6.2.1"], "ROOT/6.2.1", "6.2.1", ""),
        ] {
            let expected = (
                format!("ROOT/{place}"),
                Some(release.to_string()).filter(|it| !it.is_empty()),
            );
            assert_eq!(found(files, source), Ok(expected), "{files:?} {source}");
        }
    }

    #[test]
    fn what_was_tried_is_listed() {
        let error = found(
            &["proc/sys/kernel/osrelease=6.2.1", "boot/vmlinux-6.2.1=junk"],
            "",
        )
        .expect_err("no BTF");
        let tried: Vec<_> = error.lines().collect();
        assert_eq!(tried[0], "no BTF of the running kernel was found");
        assert_eq!(tried[1], "  ROOT/sys/kernel/btf/vmlinux: not there");
        assert_eq!(
            tried[2],
            "  ROOT/boot/vmlinux-6.2.1 has no BTF: it is neither raw BTF nor ELF, and contains no kernel with BTF"
        );
        assert_eq!(tried.len(), 1 + 1 + PLACES.len() + 1);
        assert!(tried[tried.len() - 1].starts_with("hint: "), "{error}");

        let folder = found(&["src/README=text"], "ROOT/src").expect_err("no BTF");
        assert!(
            folder.starts_with("no BTF of ROOT/src was found\n  ROOT/src/vmlinux: not there\n"),
            "{folder}"
        );
        // Nothing is searched for under names that are no releases.
        for name in ["../../no/such", "vmlinux", "6", "6.1/../x", "6.1 x"] {
            let error = found(&[], name).expect_err("no such file");
            assert!(error.starts_with("can't read "), "{name}: {error}");
        }
    }
}
