//! Runs the tracer on this kernel, as root, and a process of which all is known.

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;
use std::{env, fs, process, thread};

use serde_json::Value;

/// Nobody else's.
const UID: u32 = 45_678;
const GID: u32 = 45_679;
const STATUS: i32 = 42;

/// The argument that makes this program the process that is traced.
const ACT: &str = "--act";
const PATIENCE: Duration = Duration::from_secs(20);

fn main() {
    if env::args().nth(1).as_deref() == Some(ACT) {
        process::exit(STATUS);
    }
    if fs::metadata("/proc/self").map(|it| it.uid()).ok() != Some(0) {
        println!("skipped: only root may load BPF programs");
        return;
    }
    let tracer = env::var_os("PROCESS_TRACER")
        .unwrap_or_else(|| env!("CARGO_BIN_EXE_process-tracer").into());
    in_json(Command::new(&tracer).arg("--json"));
    in_lines(&mut Command::new(&tracer));
    println!("ok: an exec and an exit, as JSON and as lines");
}

fn in_json(tracer: &mut Command) {
    let mut tracer = Tracer::start(tracer);
    let program = Program::new();
    let child = program.act();
    let with_pid = |event: &str| {
        let line = |line: &str| serde_json::from_str::<Value>(line).expect("JSON");
        let (event, child) = (Value::from(event), Value::from(child));
        let is_it = move |line: &Value| line["event"] == event && line["pid"] == child;
        move |text: &str| Some(line(text)).filter(&is_it)
    };
    let exec = tracer.wait_for(with_pid("exec"));
    let this = process::id();
    // The bytes of a name of a process, and of a file, that the tracer keeps.
    let path = program.0.to_str().expect("UTF-8");
    let name = |text: &str| text[..text.len().min(15)].to_owned();
    let file = program
        .0
        .file_name()
        .and_then(|it| it.to_str())
        .expect("UTF-8");
    assert_eq!(exec["path"], path);
    assert_eq!(exec["name"], name(file));
    assert_eq!(exec["parent"], this);
    assert_eq!(
        ["uid", "gid", "euid", "egid"].map(|it| exec[it].as_u64()),
        [UID, GID, UID, GID].map(|it| Some(it.into()))
    );
    for namespace in ["pid", "mnt", "net"] {
        let link = fs::metadata(format!("/proc/self/ns/{namespace}")).expect("procfs");
        assert_eq!(exec["namespaces"][namespace], link.ino(), "{namespace}");
    }
    let status = fs::read_to_string("/proc/self/status").expect("procfs");
    let levels = status.lines().find_map(|line| line.strip_prefix("NSpid:"));
    if levels.expect("NSpid").split_whitespace().count() == 1 {
        assert_eq!(exec["namespaces"]["inner_pid"], child);
    }
    cgroup(&exec["cgroup"]);
    parents(&exec["parents"]);

    let exit = tracer.wait_for(with_pid("exit"));
    assert_eq!(exit["parent"], this);
    assert_eq!(
        (&exit["code"], &exit["signal"]),
        (&STATUS.into(), &Value::Null)
    );
    assert_eq!(exit["uid"], UID);
    let lifetime = exit["lifetime_ns"].as_u64().expect("a number");
    assert!(lifetime > 0 && u128::from(lifetime) < PATIENCE.as_nanos());
    let session = fs::read_to_string("/proc/self/stat").expect("procfs");
    let session = session
        .rsplit(')')
        .next()
        .and_then(|it| it.split_whitespace().nth(3));
    assert_eq!(Some(exit["session"].to_string().as_str()), session);
}

/// The group of the hierarchy of cgroup2, if it is where it usually is.
fn cgroup(found: &Value) {
    let groups = fs::read_to_string("/proc/self/cgroup").expect("procfs");
    let Some(path) = groups.lines().find_map(|line| line.strip_prefix("0::")) else {
        assert_eq!(found["path"], "/");
        return;
    };
    let path = path.trim_end();
    assert_eq!(found["path"], path);
    let folder = format!("/sys/fs/cgroup{}", path.trim_end_matches('/'));
    let is_v2 = fs::metadata("/sys/fs/cgroup/cgroup.controllers").is_ok();
    if let (true, Ok(folder)) = (is_v2, fs::metadata(folder)) {
        assert_eq!(found["id"], folder.ino());
    }
}

/// This process, and those above it, as procfs has them.
fn parents(found: &Value) {
    let mut pid = process::id().to_string();
    let found = found.as_array().expect("a list");
    for parent in found {
        assert_eq!(parent["pid"].to_string(), pid);
        let field = |name: &str| {
            let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("procfs");
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.map(|it| it.trim().to_owned()).expect("the field")
        };
        assert_eq!(parent["name"], field("Name:"));
        let uid = field("Uid:");
        assert_eq!(
            parent["uid"].to_string(),
            uid.split('\t').next().unwrap_or_default()
        );
        pid = field("PPid:");
    }
    assert!(pid == "0" || found.len() == 8, "the list ends at {pid}");
}

fn in_lines(tracer: &mut Command) {
    let mut tracer = Tracer::start(tracer);
    let program = Program::new();
    let child = program.act();
    let exec = format!("exec {child} {}  uid {UID}  cgroup /", program.0.display());
    let exec = tracer.wait_for(|line| line.starts_with(&exec).then(|| line.to_owned()));
    assert!(exec.contains(&format!(":{}", process::id())), "{exec}");
    let exit = format!("exit {child} ");
    let exit = tracer.wait_for(|line| line.starts_with(&exit).then(|| line.to_owned()));
    assert!(exit.contains(&format!("  code {STATUS}  after ")), "{exit}");
}

/// A copy of this program, in a folder that other users can read.
struct Program(PathBuf);

impl Program {
    fn new() -> Program {
        let folder = fs::canonicalize(env::temp_dir()).expect("a folder");
        let copy = folder.join(format!("traced-{}", process::id()));
        fs::copy(env::current_exe().expect("a path"), &copy).expect("it can be copied");
        let all = fs::Permissions::from_mode(0o755);
        fs::set_permissions(&copy, all).expect("it is ours");
        Program(copy)
    }

    /// Runs the program as another user, and returns its process id.
    fn act(&self) -> u32 {
        let child = Command::new(&self.0).arg(ACT).uid(UID).gid(GID).spawn();
        let mut child = child.expect("this program runs");
        let status = child.wait().expect("nobody else waits");
        assert_eq!(status.code(), Some(STATUS));
        child.id()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It is in the folder for temporary files.
        let _ = fs::remove_file(&self.0);
    }
}

/// The tracer, which is killed at the end.
struct Tracer {
    process: Child,
    lines: Receiver<String>,
    seen: Vec<String>,
}

impl Tracer {
    /// Returns when the programs are attached.
    fn start(command: &mut Command) -> Tracer {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().expect("the tracer runs");
        let (stdout, stderr) = (process.stdout.take(), process.stderr.take());
        let mut said = BufReader::new(stderr.expect("a pipe"));
        let mut text = String::new();
        while !text.ends_with("tracing; Ctrl-C ends\n") {
            let read = said.read_line(&mut text).expect("UTF-8");
            assert_ne!(read, 0, "the tracer ended: {text}");
        }
        let (sender, lines) = mpsc::channel();
        let stdout = BufReader::new(stdout.expect("a pipe"));
        thread::spawn(move || {
            for line in stdout.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Tracer {
            process,
            lines,
            seen: Vec::new(),
        }
    }

    fn wait_for<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> T {
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                panic!(
                    "the tracer did not print it, but:\n{}",
                    self.seen.join("\n")
                );
            };
            if let Some(found) = find(&line) {
                return found;
            }
            self.seen.push(line);
        }
    }
}

impl Drop for Tracer {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
