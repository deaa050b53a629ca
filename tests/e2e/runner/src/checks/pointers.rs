//! Files, limits and lists of the runner's own.

use std::fs::{self, File};
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::MetadataExt as _;

use answers::Pointers;

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::Offsets;

pub(super) fn pointers(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    // On a file system in memory, `stat` shows the inode's own number.
    let file = File::open("/proc/self/auxv")?;
    let null = File::open("/sys/kernel/btf/vmlinux")?;
    let second = [0_u64, 0x1234_5678_9abc_def0];
    let first = [second.as_ptr() as u64, 7];
    for is_subreaper in [1_u64, 0] {
        // SAFETY: sets a flag of this process.
        unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, is_subreaper) };
        for file in [&file, &null] {
            let fd = file.as_raw_fd() as u64;
            bpf::run_with(program.program()?, &[fd, first.as_ptr() as u64])?;
            let answer = bpf::lookup::<u32, Pointers>(program.map("ANSWERS")?, 0)?[0];
            report.equal("error", answer.error, 0);
            report.equal("fd[i].f_inode.i_ino", answer.ino, file.metadata()?.ino());
            // SAFETY: asks for numbers.
            let (tid, uid) = unsafe { (libc::gettid(), libc::getuid()) };
            report.equal("pid.read_wide()", answer.pid_read, tid as u64);
            report.equal("pid.load_wide()", answer.pid_loaded, tid as u64);
            report.equal("bitfield.read_wide()", answer.subreaper, is_subreaper);
            let leads = tid == std::process::id() as i32;
            report.equal("group_leader == task", answer.leads, leads.into());
            report.equal("length of cred.uid", answer.uid_len, 4);
            report.equal("cred.uid", u32::from_ne_bytes(answer.uid), uid);
            report.equal("length of rlim", answer.limits_len, 256);
            report.equal("rlim", hex(&answer.limits), hex(&limits()));
            // The kernel shows as much as is used.
            let auxv = fs::read("/proc/self/auxv")?;
            let len = usize::try_from(answer.auxv_len)?;
            report.equal("saved_auxv is long enough", len >= auxv.len(), true);
            report.equal("saved_auxv", hex(&answer.auxv[..auxv.len()]), hex(&auxv));
            report.equal("list.next.prev", answer.prev, second[1]);
            report.equal("list.next is null", answer.is_not_end, 0);
            report.equal("list.next.next is null", answer.is_end, 1);
            report.equal("list as bytes", hex(&answer.first), hex(&bytes_of(first)));
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn limits() -> Vec<u8> {
    let limit = |resource| {
        // SAFETY: the kernel writes the limits.
        unsafe {
            let mut limits = std::mem::zeroed::<libc::rlimit>();
            libc::getrlimit(resource, &mut limits);
            bytes_of([limits.rlim_cur, limits.rlim_max])
        }
    };
    (0..=libc::RLIMIT_RTTIME).flat_map(limit).collect()
}

fn bytes_of([a, b]: [u64; 2]) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&a.to_ne_bytes());
    bytes[8..].copy_from_slice(&b.to_ne_bytes());
    bytes
}
