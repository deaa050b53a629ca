//! Other kernels than the running one, from Debian's packages: an image to boot and its BTF.

pub(crate) mod apt;
mod image;
mod oracle;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cache;
use crate::host::{self, Result};
use crate::log::say;
use crate::machines::{self, Machine};
use apt::Apt;

/// A kernel and where Debian keeps it. The version between `prefix` and `suffix` moves with security updates.
struct Kernel {
    name: &'static str,
    /// The release of Debian.
    debian: &'static str,
    arch: &'static str,
    prefix: &'static str,
    suffix: &'static str,
    /// The file in the package that has the BTF; `{}` stands for the kernel's release.
    file: &'static str,
    /// Modules of it that tests read.
    modules: &'static [&'static str],
    /// Byte offset of `task_struct.pid`, as seen with pahole: tells whether the right BTF was found.
    pid: u64,
}

const BOOKWORM: &str = "bookworm";

const KERNELS: &[Kernel] = &[
    Kernel {
        name: "6.1",
        debian: BOOKWORM,
        arch: "amd64",
        prefix: "linux-image-6.1.0-",
        suffix: "-cloud-amd64",
        file: IMAGE,
        modules: MODULES_OF_6_1,
        pid: 2416,
    },
    Kernel {
        name: "6.12",
        debian: BOOKWORM,
        arch: "amd64",
        prefix: "linux-image-6.12.",
        suffix: "-cloud-amd64",
        file: IMAGE,
        modules: MODULES_OF_6_12,
        pid: 2432,
    },
    // `linux-image-…` is an empty package there.
    Kernel {
        name: "7.3",
        debian: "trixie",
        arch: "amd64",
        prefix: "linux-binary-7.3.",
        suffix: "-cloud-amd64",
        file: MERGED_IMAGE,
        modules: &[],
        pid: 2872,
    },
    Kernel {
        name: "6.1-arm64",
        debian: BOOKWORM,
        arch: "arm64",
        prefix: "linux-image-6.1.0-",
        suffix: "-cloud-arm64",
        file: IMAGE,
        modules: &[],
        pid: 1352,
    },
    Kernel {
        name: "6.12-arm64",
        debian: BOOKWORM,
        arch: "arm64",
        prefix: "linux-image-6.12.",
        suffix: "-cloud-arm64",
        file: IMAGE,
        modules: &[],
        pid: 1376,
    },
    Kernel {
        name: "6.12-s390x",
        debian: BOOKWORM,
        arch: "s390x",
        prefix: "linux-image-6.12.",
        suffix: "-s390x",
        file: IMAGE,
        modules: &["lib/modules/{}/kernel/net/netfilter/nf_conntrack.ko.xz"],
        pid: 1920,
    },
    Kernel {
        name: "6.1-full",
        debian: BOOKWORM,
        arch: "amd64",
        prefix: "linux-image-6.1.0-",
        suffix: "-amd64",
        file: IMAGE,
        modules: &[],
        pid: 2416,
    },
    // The oldest that people ask for. Its modules have no BTF.
    Kernel {
        name: "5.10",
        debian: "bullseye",
        arch: "amd64",
        prefix: "linux-image-5.10.0-",
        suffix: "-cloud-amd64",
        file: IMAGE,
        modules: &[],
        pid: 2232,
    },
    // BTF that others test with.
    Kernel {
        name: "cilium",
        debian: BOOKWORM,
        arch: "amd64",
        prefix: "golang-github-cilium-ebpf-dev",
        suffix: "",
        file: "usr/share/gocode/src/github.com/cilium/ebpf/btf/testdata/vmlinux.btf.gz",
        modules: &["usr/share/gocode/src/github.com/cilium/ebpf/btf/testdata/btf_testmod.btf"],
        pid: 1416,
    },
];

const MODULES_OF_6_1: &[&str] = &[
    "lib/modules/{}/kernel/net/netfilter/nf_conntrack.ko",
    "lib/modules/{}/kernel/net/netfilter/nf_tables.ko",
    "lib/modules/{}/kernel/net/netfilter/ipvs/ip_vs.ko",
    "lib/modules/{}/kernel/fs/xfs/xfs.ko",
];

const MODULES_OF_6_12: &[&str] = &[
    "lib/modules/{}/kernel/net/netfilter/nf_conntrack.ko.xz",
    "lib/modules/{}/kernel/net/netfilter/nf_tables.ko.xz",
    "lib/modules/{}/kernel/net/netfilter/ipvs/ip_vs.ko.xz",
    "lib/modules/{}/kernel/fs/xfs/xfs.ko.xz",
];

/// Where Debian's kernel packages have their kernel.
const IMAGE: &str = "boot/vmlinuz-{}";
/// Where newer ones have it.
const MERGED_IMAGE: &str = "usr/lib/modules/{}/vmlinuz";

/// What the cache holds of one kernel.
pub(crate) struct Cached {
    pub(crate) image: PathBuf,
    pub(crate) btf: PathBuf,
    pub(crate) release: PathBuf,
}

/// Where the files of a kernel are, fetched or not.
pub(crate) fn cached(name: &str) -> Cached {
    let dir = cache::kernels().join(name);
    Cached {
        image: dir.join("image"),
        btf: dir.join("vmlinux.btf"),
        release: dir.join("release"),
    }
}

/// `cargo xtask kernels [NAME…]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let all: Vec<&str> = KERNELS.iter().map(|kernel| kernel.name).collect();
    let asked: Vec<&str> = if args.is_empty() {
        all
    } else {
        args.iter().map(String::as_str).collect()
    };
    fetch(&asked)?;
    for name in asked {
        report(find(name)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Fetches those of the named kernels that the cache does not have.
pub(crate) fn fetch(names: &[&str]) -> Result {
    let mut apt: Option<Apt> = None;
    for name in names {
        let kernel = find(name)?;
        if are_cached(&[name]) {
            continue;
        }
        // Kernels of one release and architecture share the package lists.
        let of = (kernel.debian, kernel.arch);
        if apt.as_ref().is_none_or(|apt| apt.of() != of) {
            apt = Some(Apt::open(kernel.debian, kernel.arch)?);
        }
        if let Some(apt) = &apt {
            fetch_one(kernel, apt).map_err(|error| format!("kernel {name}: {error}"))?;
        }
    }
    Ok(())
}

/// The architecture of a kernel.
pub(crate) fn machine(name: &str) -> Result<&'static Machine> {
    machines::find(find(name)?.arch)
}

/// Whether all the named kernels are there already.
pub(crate) fn are_cached(names: &[&str]) -> bool {
    names.iter().all(|name| {
        let files = cached(name);
        let modules = find(name).map_or(&[][..], |kernel| kernel.modules);
        let modules = modules
            .iter()
            .filter_map(|path| Path::new(path).file_name());
        let modules = modules.map(|file| files.btf.with_file_name(file));
        let own = [&files.image, &files.btf, &files.release];
        own.into_iter().all(|path| path.exists()) && modules.into_iter().all(|path| path.exists())
    })
}

fn find(name: &str) -> Result<&'static Kernel> {
    KERNELS
        .iter()
        .find(|kernel| kernel.name == name)
        .ok_or_else(|| {
            let known: Vec<&str> = KERNELS.iter().map(|kernel| kernel.name).collect();
            format!(
                "there is no kernel `{name}`\nhint: one of {}",
                known.join(", ")
            )
        })
}

fn fetch_one(kernel: &Kernel, apt: &Apt) -> Result {
    let package = apt.newest(kernel.prefix, kernel.suffix)?;
    say!("fetching {package} ({})", kernel.arch);
    let (root, release) = (
        apt.unpack(&package)?,
        package
            .trim_start_matches("linux-image-")
            .trim_start_matches("linux-binary-"),
    );
    let image = host::read(&root.join(kernel.file.replace("{}", release)))?;
    let btf = image::find_btf(&image)?;

    // Written aside and renamed, so that an interrupted run leaves no half kernel.
    host::make_dir(&cache::kernels())?;
    let aside = tempfile::tempdir_in(cache::kernels())
        .map_err(|error| format!("{}: {error}", cache::kernels().display()))?;
    host::write(&aside.path().join("image"), image)?;
    host::write(&aside.path().join("vmlinux.btf"), &btf)?;
    for module in kernel.modules {
        let file = root.join(module.replace("{}", release));
        let name = file.file_name().unwrap_or_default();
        host::write(&aside.path().join(name), host::read(&file)?)?;
    }
    host::write(&aside.path().join("release"), release)?;
    check(kernel, &aside.path().join("vmlinux.btf"))?;
    let home = cache::kernels().join(kernel.name);
    let _ = fs::remove_dir_all(&home);
    fs::rename(aside.keep(), &home).map_err(|error| format!("{}: {error}", home.display()))
}

fn check(kernel: &Kernel, btf: &Path) -> Result {
    let pid = oracle::byte_offset(btf, "task_struct", "pid")?;
    if pid == kernel.pid {
        return Ok(());
    }
    Err(format!(
        "task_struct.pid is at {pid} in the BTF found, and was expected at {}",
        kernel.pid
    ))
}

fn report(kernel: &Kernel) -> Result {
    let cached = cached(kernel.name);
    let release = String::from_utf8_lossy(&host::read(&cached.release)?).into_owned();
    let size = fs::metadata(&cached.btf).map_or(0, |meta| meta.len());
    let pid = oracle::byte_offset(&cached.btf, "task_struct", "pid")?;
    say!(
        "{:11} {release:32} BTF {size:8} bytes, task_struct.pid at {pid} (expected {})",
        kernel.name,
        kernel.pid
    );
    Ok(())
}
