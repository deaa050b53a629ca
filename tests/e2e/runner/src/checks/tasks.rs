//! Tasks: the runner's own threads, its parents, and a child that sleeps.

use std::fs;
use std::io;
use std::process::{Command, Stdio};

use answers::Children;

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::calls::has_symbol;
use super::{Offsets, text};

/// A line of /proc/PID/stat: fields are numbered from 1, as in proc(5).
struct Stat(Vec<String>);

impl Stat {
    fn of(path: &str) -> Result<Stat> {
        let line = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        // The second field is a name in parentheses, which may itself hold spaces and parentheses.
        let (start, rest) = line.rsplit_once(") ").ok_or(format!("{path}: no name"))?;
        let (pid, name) = start.split_once(" (").ok_or(format!("{path}: no name"))?;
        let fields = [pid, name].into_iter().chain(rest.split_whitespace());
        Ok(Stat(fields.map(str::to_owned).collect()))
    }

    fn name(&self) -> &str {
        &self.0[1]
    }

    fn number<T: std::str::FromStr>(&self, field: usize) -> Result<T> {
        let text = &self.0[field - 1];
        Ok(text.parse().map_err(|_| format!("not a number: {text}"))?)
    }
}

pub(super) fn pid(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let prog = program.program()?;
    let (tid, thread) = in_thread(move || {
        bpf::run(prog)?;
        // SAFETY: asks for a number.
        Ok((
            unsafe { libc::gettid() },
            Stat::of("/proc/thread-self/stat")?,
        ))
    })?;
    let own = Stat::of("/proc/self/stat")?;
    let parent: i32 = own.number(4)?;
    let grandparent = match parent {
        0 => 0,
        parent => Stat::of(&format!("/proc/{parent}/stat"))?.number(4)?,
    };
    let process = std::process::id() as i32;
    let answer = bpf::lookup::<u32, answers::Pid>(program.map("ANSWERS")?, 0)?[0];
    report.equal("error", answer.error, 0);
    report.equal("pid", answer.pid, tid);
    report.equal("pid by probe read", answer.pid_read, thread.number(1)?);
    report.equal("tgid", answer.tgid, process);
    report.equal("tgid by probe read", answer.tgid_read, own.number(1)?);
    report.equal("group_leader.pid", answer.leader, process);
    report.equal("real_parent.tgid", answer.parent, parent);
    report.equal(
        "real_parent.real_parent.tgid",
        answer.grandparent,
        grandparent,
    );
    report.equal("comm", text(&answer.comm), thread.name().into());
    Ok(())
}

pub(super) fn kinds(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    const USER: u32 = 4321;
    let prog = program.program()?;
    let threads = in_thread(move || {
        // Past glibc, whose function does it to all threads. The effective user stays root, and so do capabilities.
        // SAFETY: changes the real user of this thread, which ends soon.
        unsafe { libc::syscall(libc::SYS_setresuid, USER, -1, -1) };
        bpf::run(prog)?;
        Ok(fs::read_dir("/proc/self/task")?.count() as i32)
    })?;
    let answer = bpf::lookup::<u32, answers::Kinds>(program.map("ANSWERS")?, 0)?[0];
    report.equal("is_child_subreaper before", answer.subreaper, 0);
    report.equal("the same by probe read", answer.subreaper_read, 0);
    // SAFETY: sets a flag of this process, and unsets it.
    unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1) };
    bpf::run(program.program()?)?;
    unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 0) };
    let after = bpf::lookup::<u32, answers::Kinds>(program.map("ANSWERS")?, 0)?[0];
    report.equal("is_child_subreaper after prctl", after.subreaper, 1);
    report.equal("the same by probe read", after.subreaper_read, 1);
    report.equal("error", answer.error, 0);
    report.equal("cred.uid.val", answer.uid, USER);
    report.equal("signal.live.counter", answer.threads, threads);
    report.equal(
        "signal.is_child_subreaper.exists()",
        answer.has_subreaper_bit,
        1,
    );
    report.equal(
        "signal.pids[PIDTYPE_TGID].numbers[0].nr",
        answer.tgid,
        std::process::id() as i32,
    );
    Ok(())
}

pub(super) fn casts(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    bpf::run(program.program()?)?;
    let answer = bpf::lookup::<u32, answers::Cast>(program.map("ANSWERS")?, 0)?[0];
    let has_cast = has_symbol("bpf_rdonly_cast");
    report.equal("can_cast", answer.can_cast, has_cast.into());
    let parent = match has_cast {
        true => Stat::of("/proc/self/stat")?.number(4)?,
        false => -1,
    };
    report.equal("tgid by plain load", answer.parent, parent);
    // SAFETY: libbpf's own, of the running kernel; freed below.
    let type_id = unsafe {
        let btf = libbpf_sys::btf__load_vmlinux_btf();
        let kind = libbpf_sys::BTF_KIND_STRUCT;
        let id = libbpf_sys::btf__find_by_name_kind(btf, c"task_struct".as_ptr(), kind);
        libbpf_sys::btf__free(btf);
        id
    };
    report.equal("type_id", answer.type_id as i32, type_id);
    report.equal("local_type_id is one", answer.local_type_id != 0, true);
    Ok(())
}

/// A thread of its own has another number than the process.
pub(super) fn in_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let thread = std::thread::Builder::new().name("e2e (thread)".into());
    thread.spawn(work)?.join().expect("no panic in the thread")
}

pub(super) fn task_iter(
    program: &mut dyn Program,
    offsets: &Offsets,
    report: &mut Report,
) -> Result {
    const TASK_INTERRUPTIBLE: u32 = 1;
    let child = Sleeper::start()?;
    let stat = format!("/proc/{}/stat", child.0);
    while Stat::of(&stat)?.0[2] != "S" {
        std::thread::yield_now();
    }
    let before = processes()?;
    let tasks = bpf::records::<answers::Task>(&program.iterate()?);
    let after = processes()?;

    let record = tasks.iter().find(|task| task.pid == child.0);
    let record = record.ok_or("the iterator did not see the runner's child")?;
    report.equal("tgid", record.tgid, child.0);
    report.equal("comm", text(&record.comm), "e2e (child)".into());
    // Linux before 5.14 has `state`, and no `__state`.
    let has_state = offsets
        .get("task_struct.__state")
        .is_none_or(Option::is_some);
    report.equal("__state.exists()", record.has_state, has_state.into());
    report.equal("__state or state", record.state, TASK_INTERRUPTIBLE);
    // SAFETY: asks for a number.
    let tick = 1_000_000_000 / unsafe { libc::sysconf(libc::_SC_CLK_TCK) } as u64;
    report.equal(
        "start_boottime",
        record.start_boottime / tick,
        Stat::of(&stat)?.number(22)?,
    );
    // The monotonic clock stands still while the machine is suspended.
    let plausible = record.start_time > 0 && record.start_time <= record.start_boottime;
    report.equal("0 < start_time <= start_boottime", plausible, true);

    let seen = |pid: &i32| {
        tasks
            .iter()
            .any(|task| task.pid == *pid && task.tgid == *pid)
    };
    let lasting: Vec<i32> = before
        .into_iter()
        .filter(|pid| after.contains(pid))
        .collect();
    let unseen: Vec<i32> = lasting.into_iter().filter(|pid| !seen(pid)).collect();
    report.equal(
        "processes of /proc that it did not see",
        format!("{unseen:?}"),
        "[]".into(),
    );
    Ok(())
}

/// Those that the runner may look at: a sandbox can show its own first process and hide it from iterators.
fn processes() -> Result<Vec<i32>> {
    let names =
        fs::read_dir("/proc")?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let pids = names.filter_map(|name| name.parse().ok());
    Ok(pids
        .filter(|pid| fs::read_link(format!("/proc/{pid}/ns/pid")).is_ok())
        .collect())
}

/// A child that waits for a signal until it is dropped.
struct Sleeper(i32);

impl Sleeper {
    fn start() -> Result<Sleeper> {
        // SAFETY: the child makes system calls only.
        match unsafe { libc::fork() } {
            -1 => Err(io::Error::last_os_error().into()),
            0 => unsafe {
                libc::prctl(libc::PR_SET_NAME, c"e2e (child)".as_ptr());
                libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
                loop {
                    libc::pause();
                }
            },
            child => Ok(Sleeper(child)),
        }
    }
}

impl Drop for Sleeper {
    fn drop(&mut self) {
        // SAFETY: our own child.
        unsafe {
            libc::kill(self.0, libc::SIGKILL);
            libc::waitpid(self.0, std::ptr::null_mut(), 0);
        }
    }
}

pub(super) fn exec(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    program.attach()?;
    let path = std::str::from_utf8(answers::Exec::PROGRAM)?;
    let started = start(path)?;
    let answer = bpf::lookup::<u32, answers::Exec>(program.map("ANSWERS")?, 0)?[0];
    report.equal("p.tgid", answer.tgid, started);
    report.equal(
        "p.real_parent.tgid",
        answer.parent,
        std::process::id() as i32,
    );
    report.equal("old_pid", answer.old_pid, started);
    report.equal("bprm.filename", text(&answer.filename), path.into());
    Ok(())
}

/// Starts this program, which prints how it is used and ends. Returns its process id.
pub(super) fn start(path: &str) -> Result<i32> {
    let mut child = Command::new(path);
    let mut child = child
        .arg("--help")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let started = child.id() as i32;
    child.wait()?;
    Ok(started)
}

pub(crate) fn returns_tgid(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let tgid = bpf::run(program.program()?)?;
    report.equal("tgid", tgid, std::process::id());
    Ok(())
}

/// Three children of this thread, as the kernel lists them in /proc.
pub(super) fn children(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let mut started = Vec::new();
    for _ in 0..3 {
        started.push(Command::new("sleep").arg("60").spawn()?);
    }
    let ran = bpf::run(program.program()?);
    let listed = fs::read_to_string("/proc/thread-self/children");
    for child in &mut started {
        child.kill()?;
        child.wait()?;
    }
    ran?;
    let answer = bpf::lookup::<u32, Children>(program.map("ANSWERS")?, 0)?[0];
    report.equal("error", answer.error, 0);
    let found: Vec<_> = answer.pids[..answer.pids.len().min(answer.count as usize)].to_vec();
    let ids: Vec<_> = started.iter().map(|child| child.id() as i32).collect();
    report.equal("children", format!("{found:?}"), format!("{ids:?}"));
    // Not every kernel has this file.
    if let Ok(listed) = listed {
        let listed: Vec<i32> = listed
            .split_whitespace()
            .filter_map(|it| it.parse().ok())
            .collect();
        report.equal(
            "children in /proc",
            format!("{found:?}"),
            format!("{listed:?}"),
        );
    }
    report.equal(
        "the parent of the last",
        answer.of_last,
        std::process::id() as i32,
    );
    let parent = std::os::unix::process::parent_id();
    report.equal("the parent by a member", answer.of_parent, parent as i32);
    Ok(())
}
