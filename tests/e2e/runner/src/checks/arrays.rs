//! Elements, bytes and strings of the runner's own.

use std::fs;

use answers::Arrays;

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::{Offsets, text};

pub(super) fn arrays(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let name = fs::read_to_string("/proc/thread-self/comm")?;
    let name = name.trim_end();
    // Wherever a `bpf_map` has its name.
    let user = [b'u'; 4096];
    for limit in [libc::RLIMIT_CPU, libc::RLIMIT_NOFILE, libc::RLIMIT_RTTIME] {
        bpf::run_with(program.program()?, &[limit.into(), user.as_ptr() as u64])?;
        let answer = bpf::lookup::<u32, Arrays>(program.map("ANSWERS")?, 0)?[0];
        report.equal("error", answer.error, 0);
        // SAFETY: the kernel writes the limits.
        let limits = unsafe {
            let mut limits = std::mem::zeroed::<libc::rlimit>();
            libc::getrlimit(limit, &mut limits);
            limits
        };
        report.equal("rlim[i].rlim_cur", answer.soft, limits.rlim_cur);
        report.equal("rlim[i].rlim_max", answer.hard, limits.rlim_max);
        report.equal("rlim[16 + i] is there", answer.beyond, 0);
        // SAFETY: asks for a number.
        let tid = unsafe { libc::gettid() };
        report.equal("numbers[level].nr", answer.nr, tid);
        report.equal("bytes of comm", answer.comm_bytes, 16);
        report.equal("comm", text(&answer.comm), name.to_owned());
        report.equal("length of comm", answer.comm_len, name.len() as u64);
        report.equal("comm into eight bytes", answer.short, -libc::ERANGE);
        let cwd = std::env::current_dir()?;
        // The root of a file system is called `/` there.
        let cwd = cwd
            .file_name()
            .map_or("/".into(), |name| name.to_string_lossy());
        let cwd = &cwd[..cwd.len().min(answers::NAME - 1)];
        report.equal(
            "fs.pwd.dentry.d_name.name",
            text(&answer.cwd),
            cwd.to_owned(),
        );
        report.equal("its length", answer.cwd_len, cwd.len() as u64);
        report.equal("a name in user memory", text(&answer.user), "u".repeat(15));
        report.equal("its length", answer.user_len, 15);
    }
    Ok(())
}
