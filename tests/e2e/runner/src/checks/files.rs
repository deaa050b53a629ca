//! Files: one with known properties that the runner opens, and one of sysfs.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use answers::{Opened, Renamed};

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::{Offsets, text};

const MTIME: i64 = 1_234_567_890;

pub(super) fn file_iter(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let own = Probe::create()?;
    let records = bpf::records::<answers::File>(&program.iterate()?);
    let fd = own.file.as_raw_fd() as u32;
    let is_own = |it: &&answers::File| it.tgid == std::process::id() as i32 && it.fd == fd;
    let record = records.iter().find(is_own);
    let record = record.ok_or("the iterator did not see the runner's file")?;
    let stat = own.file.metadata()?;
    report.equal("i_ino", record.ino, stat.ino());
    report.equal("i_size", record.size, stat.size() as i64);
    report.equal("i_mode", record.mode, stat.mode());
    report.equal("i_nlink", record.nlink, stat.nlink() as u32);
    for (level, directory) in own.path.ancestors().take(3).enumerate() {
        let what = format!("d_name {level} up");
        report.equal(&what, text(&record.names[level]), name(directory));
    }
    Ok(())
}

pub(super) fn renamed(program: &mut dyn Program, offsets: &Offsets, report: &mut Report) -> Result {
    const SYSFS: &str = "/sys/kernel/btf/vmlinux";
    let own = Probe::create()?;
    let sysfs = File::open(SYSFS)?;
    let records = bpf::records::<Renamed>(&program.iterate()?);
    let find = |file: &File| {
        let fd = file.as_raw_fd() as u32;
        let is_it = |it: &&Renamed| it.tgid == std::process::id() as i32 && it.fd == fd;
        let found = records.iter().find(is_it);
        found.ok_or("the iterator did not see the runner's file")
    };
    let record = find(&own.file)?;
    report.equal("mtime", record.mtime, MTIME);
    report.equal("is_kernfs", record.is_kernfs, 0);
    let record = find(&sysfs)?;
    report.equal("is_kernfs", record.is_kernfs, 1);
    report.equal("kernfs_node.name", text(&record.name), "vmlinux".into());
    report.equal(
        "kernfs_node.parent.name",
        text(&record.parent),
        "btf".into(),
    );
    let fields = [
        "inode.i_mtime",
        "inode.i_mtime_sec",
        "kernfs_node.parent",
        "kernfs_node.__parent",
        "mnt_idmap",
        "enum:bpf_cmd.BPF_TOKEN_CREATE",
    ];
    for (bit, field) in fields.iter().enumerate() {
        if let Some(offset) = offsets.get(*field) {
            let there = record.there >> bit & 1 == 1;
            report.equal(&format!("{field}.exists()"), there, offset.is_some());
        }
    }
    Ok(())
}

pub(super) fn opened(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    program.attach()?;
    let own = Probe::create()?;
    let stat = own.file.metadata()?;
    let seen = bpf::drain::<Opened>(program.map("ANSWERS")?)?;
    let process = std::process::id() as i32;
    let is_own = |it: &&Opened| it.tgid == process && it.ino == stat.ino();
    let record = seen.iter().find(is_own);
    let record = record.ok_or("the hook did not see the runner's file")?;
    report.equal("i_mode", record.mode, stat.mode());
    report.equal("i_ino", record.ino, stat.ino());
    report.equal("tgid", record.tgid, process);
    let counts = bpf::lookup::<u32, u64>(program.map("COUNT")?, 0)?;
    report.equal(
        "counted every one",
        counts.iter().sum::<u64>() >= seen.len() as u64,
        true,
    );
    Ok(())
}

pub(super) fn opened_number(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    program.attach()?;
    let own = File::open("/proc/self/stat")?;
    let seen = bpf::drain::<Opened>(program.map("ANSWERS")?)?;
    let process = std::process::id() as i32;
    let number = own.as_raw_fd() as u64;
    let is_own = |it: &Opened| it.tgid == process && it.ino == number;
    report.equal("saw the number of the file", seen.iter().any(is_own), true);
    Ok(())
}

/// A file of known size, mode, time and names, until it is dropped.
struct Probe {
    file: File,
    path: PathBuf,
    directory: PathBuf,
}

impl Probe {
    fn create() -> Result<Probe> {
        // On a file system of its own in memory, `stat` shows the inode's own number.
        let base = ["/dev/shm", "/tmp"]
            .into_iter()
            .find(|path| Path::new(path).is_dir());
        let directory = Path::new(base.unwrap_or(".")).join(format!("e2e-{}", std::process::id()));
        let path = directory.join("inner").join("looked-at.txt");
        fs::create_dir_all(directory.join("inner"))?;
        let mut file = File::create(&path)?;
        file.write_all(&[b'x'; 12_345])?;
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(MTIME as u64))?;
        fs::hard_link(&path, directory.join("second link"))?;
        Ok(Probe {
            file,
            path,
            directory,
        })
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
