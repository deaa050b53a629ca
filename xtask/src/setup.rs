//! Installs what is missing: Debian packages first, then three programs by `cargo install`.

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::cache;
use crate::host::{self, Result};
use crate::log::say;
use crate::tools;

/// Something a task needs, how to see that it is there, and where it comes from.
struct Need {
    name: &'static str,
    present: fn() -> bool,
    source: Source,
}

enum Source {
    /// Debian packages; the second text is for other systems.
    Debian(&'static [&'static str], &'static str),
    /// A crate with a program; the function adds what its build needs.
    Crate(&'static str, &'static str, fn(&mut Command)),
}

use Source::{Crate, Debian};

const NEEDS: &[Need] = &[
    Need {
        name: "a Rust compiler for BPF",
        present: || tools::bpf_toolchain().is_some(),
        source: Debian(
            &["rustc-web", "cargo-web", "rust-web-src"],
            "rustup toolchain install nightly --component rust-src",
        ),
    },
    Need {
        name: "LLVM 22",
        present: || {
            tools::llvm_objdump().is_some()
                && in_llvm("bin/llvm-config")
                && in_llvm("lib/libPolly.a")
        },
        source: Debian(
            &["llvm-22-dev", "libpolly-22-dev"],
            "LLVM 22 with headers and static Polly",
        ),
    },
    Need {
        name: "clang 22",
        present: || tools::clang().is_some(),
        source: Debian(&["clang-22"], "clang 22"),
    },
    Need {
        name: "bpftool",
        present: || tools::bpftool().is_some(),
        source: Debian(&["bpftool"], "bpftool"),
    },
    Need {
        name: "pahole",
        present: || tools::pahole().is_some(),
        source: Debian(&["pahole"], "pahole (dwarves)"),
    },
    Need {
        name: "qemu",
        present: || tools::qemu().is_some(),
        source: Debian(&["qemu-system-x86"], "qemu-system-x86_64"),
    },
    Need {
        name: "busybox",
        present: || tools::busybox().is_some(),
        source: Debian(&["busybox-static"], "a static busybox"),
    },
    Need {
        name: "zstd",
        present: || on_path("zstd"),
        source: Debian(&["zstd"], "zstd"),
    },
    Need {
        name: "lz4",
        present: || on_path("lz4"),
        source: Debian(&["lz4"], "lz4"),
    },
    Need {
        name: "xz",
        present: || on_path("xz"),
        source: Debian(&["xz-utils"], "xz"),
    },
    Need {
        name: "bzip2",
        present: || on_path("bzip2"),
        source: Debian(&["bzip2"], "bzip2"),
    },
    Need {
        name: "lzop",
        present: || on_path("lzop"),
        source: Debian(&["lzop"], "lzop"),
    },
    Need {
        name: "an older libbpf",
        present: || tools::old_libbpf().is_some(),
        source: Debian(&["libbpf1"], "libbpf 1.1 as a shared library"),
    },
    Need {
        name: "libelf",
        present: || header("libelf.h"),
        source: Debian(&["libelf-dev"], "libelf with headers"),
    },
    Need {
        name: "zlib",
        present: || header("zlib.h"),
        source: Debian(&["zlib1g-dev"], "zlib with headers"),
    },
    Need {
        name: "pkg-config",
        present: || on_path("pkg-config"),
        source: Debian(&["pkg-config"], "pkg-config"),
    },
    Need {
        name: "make",
        present: || on_path("make"),
        source: Debian(&["make"], "make"),
    },
    Need {
        name: "gcc",
        present: || on_path("gcc"),
        source: Debian(&["gcc"], "gcc"),
    },
    Need {
        name: "g++",
        present: || on_path("c++"),
        source: Debian(&["g++"], "a C++ compiler"),
    },
    Need {
        name: "bpf-linker",
        present: || tools::bpf_linker().is_some(),
        source: Crate(
            "bpf-linker",
            tools::BPF_LINKER_VERSION,
            link_with_shared_llvm,
        ),
    },
    Need {
        name: "bindgen",
        present: || tools::bindgen().is_some(),
        source: Crate("bindgen-cli", tools::BINDGEN_VERSION, |_| ()),
    },
    Need {
        name: "cargo-fuzz",
        present: || tools::cargo_fuzz().is_some(),
        source: Crate("cargo-fuzz", tools::CARGO_FUZZ_VERSION, |_| ()),
    },
];

/// What only some commands need, and install when they need it.
const LATER: &[Need] = &[
    Need {
        name: "qemu for arm64",
        present: || on_path("qemu-system-aarch64"),
        source: Debian(&["qemu-system-arm"], "qemu-system-aarch64"),
    },
    Need {
        name: "gcc for arm64",
        present: || on_path("aarch64-linux-gnu-gcc"),
        source: Debian(
            &["gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross"],
            "aarch64-linux-gnu-gcc",
        ),
    },
    Need {
        name: "qemu for s390x",
        present: || on_path("qemu-system-s390x"),
        source: Debian(&["qemu-system-misc"], "qemu-system-s390x"),
    },
    Need {
        name: "gcc for s390x",
        present: || on_path("s390x-linux-gnu-gcc"),
        source: Debian(
            &["gcc-s390x-linux-gnu", "libc6-dev-s390x-cross"],
            "s390x-linux-gnu-gcc",
        ),
    },
];

/// `cargo xtask setup [--check]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => install_missing().map(|()| ExitCode::SUCCESS),
        ["--check"] => Ok(check()),
        _ => Err("the only argument is --check".to_owned()),
    }
}

fn check() -> ExitCode {
    let mut complete = true;
    for need in NEEDS {
        let present = (need.present)();
        complete &= present;
        println!(
            "{:8} {}{}",
            if present { "present" } else { "missing" },
            need.name,
            if present { String::new() } else { hint(need) }
        );
    }
    if complete {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Installs what is missing, or says what to install.
pub(crate) fn install_missing() -> Result {
    install(NEEDS.iter().filter(|need| !(need.present)()).collect())
}

/// Likewise, only of these.
pub(crate) fn install_missing_of(names: &[&str]) -> Result {
    let all = NEEDS.iter().chain(LATER);
    let wanted = all.filter(|need| names.contains(&need.name));
    install(wanted.filter(|need| !(need.present)()).collect())
}

fn install(missing: Vec<&Need>) -> Result {
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| debian_packages(need))
        .copied()
        .collect();
    if !packages.is_empty() {
        say!("installing {}", packages.join(" "));
        let apt_get = apt_get().ok_or_else(|| listing(&missing))?;
        install_packages(&apt_get, &packages)?;
    }
    for need in &missing {
        if let Crate(name, version, prepare) = need.source {
            install_crate(name, version, prepare)?;
        }
    }
    let still: Vec<&Need> = missing
        .into_iter()
        .filter(|need| !(need.present)())
        .collect();
    if still.is_empty() {
        Ok(())
    } else {
        Err(listing(&still))
    }
}

fn debian_packages(need: &Need) -> &'static [&'static str] {
    match need.source {
        Debian(packages, _) => packages,
        Crate(..) => &[],
    }
}

fn hint(need: &Need) -> String {
    match need.source {
        Debian(packages, elsewhere) => {
            format!(": Debian {}, elsewhere {elsewhere}", packages.join(" "))
        }
        Crate(name, version, _) => format!(": cargo install {name} --version {version}"),
    }
}

fn listing(missing: &[&Need]) -> String {
    let lines: String = missing
        .iter()
        .map(|need| format!("\n{}{}", need.name, hint(need)))
        .collect();
    format!(
        "not installed:{lines}\nhint: run this on Debian as root or with passwordless sudo, or install these by hand"
    )
}

const QUIET: [&str; 2] = ["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"];

/// How to call apt-get here, if it may install.
fn apt_get() -> Option<Vec<&'static str>> {
    host::find("apt-get")?;
    if host::is_root() {
        return Some([&["env"], &QUIET[..], &["apt-get"]].concat());
    }
    // sudo drops the caller's environment, so the variable travels as an argument.
    host::succeeds(host::command("sudo").args(["-n", "true"]))
        .then(|| [&["sudo", "-n", "env"], &QUIET[..], &["apt-get"]].concat())
}

fn install_packages(apt_get: &[&str], packages: &[&str]) -> Result {
    let update = ["-q", "update"];
    let install = ["-q", "install", "--yes", "--no-install-recommends"];
    for arguments in [update.to_vec(), [&install[..], packages].concat()] {
        run_alone(LONGEST_WAIT, || {
            let mut command = host::command(apt_get[0]);
            command.args(&apt_get[1..]).args(&arguments);
            command
        })?;
    }
    Ok(())
}

/// Longer than an upgrade of a whole system takes.
const LONGEST_WAIT: Duration = Duration::from_secs(30 * 60);

/// What apt says, in English, of each of its locks that another process holds.
const LOCKED: [&str; 2] = ["Could not get lock", "Unable to lock"];

/// Runs apt-get, again and again while another process holds one of its locks. It could wait by itself, but for the lock of
/// dpkg only.
fn run_alone(longest_wait: Duration, command: impl Fn() -> Command) -> Result {
    let start = Instant::now();
    let mut told = false;
    loop {
        let mut command = command();
        host::attach(&mut command)?;
        let output = command.stderr(Stdio::piped()).spawn();
        let output = output.and_then(|child| child.wait_with_output());
        let output = output.map_err(|error| format!("can't run apt-get: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        let locked = LOCKED.iter().any(|text| said.contains(text));
        if output.status.success() || !locked || start.elapsed() > longest_wait {
            say!("{said}");
            return match output.status.success() {
                true => Ok(()),
                false => Err(format!("apt-get failed ({})", output.status)),
            };
        }
        if !std::mem::replace(&mut told, true) {
            say!("{said}waiting until the other process is done");
        }
        thread::sleep(Duration::from_millis(500));
    }
}

fn install_crate(name: &str, version: &str, prepare: fn(&mut Command)) -> Result {
    let mut command = tools::cargo();
    command
        .args(["install", name, "--version", version, "--locked", "--root"])
        .arg(cache::tools());
    prepare(&mut command);
    host::run(&mut command)
}

/// The link arguments let the program find a shared LLVM that is not in the loader's path.
fn link_with_shared_llvm(command: &mut Command) {
    let lib = format!("{}/lib", tools::LLVM_PREFIX);
    command.args(["--no-default-features", "--features", "llvm-22"]);
    command.env("LLVM_PREFIX", tools::LLVM_PREFIX);
    command.env(
        "RUSTFLAGS",
        format!("-L native={lib} -C link-arg=-Wl,-rpath,{lib}"),
    );
}

fn in_llvm(file: &str) -> bool {
    Path::new(tools::LLVM_PREFIX).join(file).exists()
}

fn header(name: &str) -> bool {
    Path::new("/usr/include").join(name).exists()
}

fn on_path(name: &str) -> bool {
    host::find(name).is_some()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::run_alone;
    use crate::host;

    /// Runs what stands for apt-get; returns whether it succeeded in the end, and how often it ran.
    fn runs(script: &str, longest_wait: Duration) -> (bool, usize) {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let ran = folder.path().join("ran");
        let done = run_alone(longest_wait, || {
            let mut command = host::command("sh");
            let script = format!("echo >> ran; n=$(wc -l < ran); {script}");
            command.args(["-c", &script]).current_dir(folder.path());
            command
        });
        let ran = std::fs::read_to_string(ran).expect("it ran");
        (done.is_ok(), ran.lines().count())
    }

    #[test]
    fn another_process_with_the_lock_is_waited_for() {
        for lock in [
            "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1 (x)",
            "E: Unable to lock directory /var/lib/apt/lists/",
        ] {
            let script = format!("[ $n = 3 ] || {{ echo '{lock}' >&2; exit 100; }}");
            assert_eq!(runs(&script, Duration::MAX), (true, 3));
            assert_eq!(runs(&script, Duration::ZERO), (false, 1));
        }
        let other = "echo 'E: Unable to locate package x' >&2; exit 100";
        assert_eq!(runs(other, Duration::MAX), (false, 1));
    }
}
