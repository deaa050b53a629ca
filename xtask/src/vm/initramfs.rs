//! The root file system of a VM: busybox, the shared files, the libraries they need, and a first process.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::host::{self, Result};
use crate::machines::Machine;
use crate::sysroot::Sysroot;
use crate::tools;

/// The first process. Its own words go to the kernel's console; only the command's go to the second port, through a
/// pipe, because programs that see a terminal change what they print.
const INIT: &str = r#"#!/bin/busybox sh
export PATH=/t:/bin:/sbin:/usr/bin:/usr/sbin HOME=/tmp
/bin/busybox --install -s /bin
mount -t devtmpfs dev /dev
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t debugfs debug /sys/kernel/debug
mount -t tracefs trace /sys/kernel/tracing
mount -t securityfs security /sys/kernel/security
mount -t bpf bpf /sys/fs/bpf
mount -t cgroup2 cgroup /sys/fs/cgroup
mount -t tmpfs tmp /tmp
ip link set lo up
# Where it is not always on.
echo 1 2> /dev/null > /proc/sys/net/core/bpf_jit_enable
stty raw -echo < @PORT@
cd /t
{ @COMMAND@ ; printf '%s %d\n' @MARKER@ $?; } < /dev/null 2>&1 | cat > @PORT@
reboot -f
"#;

const DIRS: &[&str] = &["bin", "dev", "proc", "sys", "tmp", "t"];

/// An archive as the kernel unpacks it.
pub(crate) fn build(
    machine: &Machine,
    share: Option<&Path>,
    command: &[String],
    marker: &str,
) -> Result<Vec<u8>> {
    let mut archive = Archive::default();
    for dir in DIRS {
        archive.dir(Path::new(dir));
    }
    let busybox = match machine.is_here() {
        true => tools::need("a static busybox", tools::busybox())?,
        false => {
            let sysroot = Sysroot::of(machine)?;
            // What `ldd` would list, if it knew programs of other architectures.
            for (library, to) in sysroot.shared_libraries()? {
                add_library_as(&mut archive, &library, &to)?;
            }
            sysroot.busybox()
        }
    };
    archive.file(Path::new("bin/busybox"), 0o755, &host::read(&busybox)?);
    let words: Vec<String> = command.iter().map(|word| quote(word)).collect();
    let init = INIT
        .replace("@COMMAND@", &words.join(" "))
        .replace("@MARKER@", &quote(marker))
        .replace("@PORT@", machine.port);
    archive.file(Path::new("init"), 0o755, init.as_bytes());
    if let Some(share) = share {
        add_tree(&mut archive, share, Path::new("t"))?;
    }
    Ok(archive.finish())
}

/// A number that a program in the VM has no way to print by chance.
pub(crate) fn nonce() -> u32 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |now| now.subsec_nanos())
}

fn quote(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// Symbolic links are followed: what they point to need not be in the VM.
fn add_tree(archive: &mut Archive, from: &Path, to: &Path) -> Result {
    archive.dir(to);
    for path in host::list(from)? {
        let name = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            add_tree(archive, &path, &name)?;
        } else {
            add_program(archive, &path, &name)?;
        }
    }
    Ok(())
}

fn add_program(archive: &mut Archive, from: &Path, to: &Path) -> Result {
    let bytes = host::read(from)?;
    let mode = fs::metadata(from).map_or(0o644, |meta| meta.permissions().mode() & 0o777);
    archive.file(to, mode, &bytes);
    if host::is_executable(from) && bytes.starts_with(b"\x7fELF") {
        for library in libraries(from)? {
            add_library(archive, &library)?;
        }
    }
    Ok(())
}

fn add_library(archive: &mut Archive, library: &Path) -> Result {
    add_library_as(
        archive,
        library,
        library.strip_prefix("/").unwrap_or(library),
    )
}

fn add_library_as(archive: &mut Archive, library: &Path, to: &Path) -> Result {
    for dir in to.ancestors().skip(1).collect::<Vec<_>>().into_iter().rev() {
        archive.dir(dir);
    }
    if archive.has(to) {
        Ok(())
    } else {
        host::read(library).map(|bytes| archive.file(to, 0o755, &bytes))
    }
}

/// What `ldd` lists with a path; it fails for a static program, which needs nothing.
fn libraries(program: &Path) -> Result<Vec<PathBuf>> {
    let text = host::output(host::command("ldd").arg(program)).unwrap_or_default();
    if let Some(line) = text.lines().find(|line| line.contains("=> not found")) {
        return Err(format!("{}: library{line}", program.display()));
    }
    let words = text
        .lines()
        .filter_map(|line| line.split_whitespace().find(|word| word.starts_with('/')));
    Ok(words.map(PathBuf::from).collect())
}

/// A cpio archive in the "newc" form. Written here because the `cpio` program would need a copy of everything on disk.
#[derive(Default)]
struct Archive {
    bytes: Vec<u8>,
    names: BTreeSet<PathBuf>,
}

impl Archive {
    fn has(&self, name: &Path) -> bool {
        self.names.contains(name)
    }

    fn dir(&mut self, name: &Path) {
        if !name.as_os_str().is_empty() && !self.has(name) {
            self.entry(name, 0o040_755, b"");
        }
    }

    fn file(&mut self, name: &Path, mode: u32, bytes: &[u8]) {
        self.entry(name, 0o100_000 | mode, bytes);
    }

    fn entry(&mut self, name: &Path, mode: u32, bytes: &[u8]) {
        let text = name.to_string_lossy();
        let (inode, links, name_len) = (self.names.len() + 1, 1, text.len() + 1);
        // magic, inode, mode, uid, gid, links, time, size, four device numbers, length of the name, checksum
        let fields = [
            inode,
            mode as usize,
            0,
            0,
            links,
            0,
            bytes.len(),
            0,
            0,
            0,
            0,
            name_len,
            0,
        ];
        self.bytes.extend(b"070701");
        for field in fields {
            self.bytes.extend(format!("{field:08x}").bytes());
        }
        self.bytes.extend(text.bytes().chain([0]));
        self.pad();
        self.bytes.extend(bytes);
        self.pad();
        self.names.insert(name.to_path_buf());
    }

    fn pad(&mut self) {
        self.bytes.resize(self.bytes.len().next_multiple_of(4), 0);
    }

    fn finish(mut self) -> Vec<u8> {
        self.entry(Path::new("TRAILER!!!"), 0, b"");
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::{Archive, Path, quote};

    #[test]
    fn entries_are_aligned_and_sized() {
        let mut archive = Archive::default();
        archive.file(Path::new("abc"), 0o644, b"hello");
        archive.dir(Path::new("d"));
        archive.dir(Path::new("d"));
        let bytes = archive.finish();
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            text.starts_with("0707010000000100 0081a4".replace(' ', "").as_str()),
            "{text}"
        );
        assert_eq!(&bytes[110..114], b"abc\0");
        assert_eq!(&bytes[116..121], b"hello");
        assert_eq!(text.matches("070701").count(), 3);
        assert_eq!(bytes.len() % 4, 0);
    }

    #[test]
    fn words_survive_the_shell() {
        assert_eq!(quote("it's"), r"'it'\''s'");
    }
}
