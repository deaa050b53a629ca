//! An event as it is printed: a line for people, or JSON.

use std::fmt;
use std::time::Duration;

use process_tracer_common::{self as raw, EXEC, EXIT};
use serde::Serialize;

#[derive(Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub(crate) enum Report {
    Exec(Box<Exec>),
    Exit(Exit),
}

#[derive(Serialize)]
pub(crate) struct Exec {
    pid: i32,
    parent: i32,
    name: String,
    path: String,
    uid: u32,
    gid: u32,
    euid: u32,
    egid: u32,
    cgroup: Cgroup,
    namespaces: Namespaces,
    parents: Vec<Parent>,
}

#[derive(Serialize)]
struct Cgroup {
    id: u64,
    path: String,
}

#[derive(Serialize)]
struct Namespaces {
    pid: u32,
    mnt: u32,
    net: u32,
    /// The process id in its own namespace.
    inner_pid: i32,
}

#[derive(Serialize)]
struct Parent {
    pid: i32,
    uid: u32,
    name: String,
}

#[derive(Serialize)]
pub(crate) struct Exit {
    pid: i32,
    parent: i32,
    name: String,
    uid: u32,
    session: i32,
    /// What the process passed to `exit`, or the signal that ended it.
    code: Option<i32>,
    signal: Option<i32>,
    lifetime_ns: u64,
    user_ns: u64,
    system_ns: u64,
}

impl Report {
    /// Reads an event as the ring buffer returns it. The result is `None` if its length is wrong.
    pub(crate) fn new(bytes: &[u8]) -> Option<Report> {
        // The entries of a ring buffer are aligned to eight bytes, but this need not be so for copies of them.
        if bytes.len() == size_of::<raw::Exec>() {
            let event: raw::Exec = bytemuck::pod_read_unaligned(bytes);
            return (event.kind == EXEC).then(|| Report::Exec(Box::new(Exec::new(&event))));
        }
        if bytes.len() == size_of::<raw::Exit>() {
            let event: raw::Exit = bytemuck::pod_read_unaligned(bytes);
            return (event.kind == EXIT).then(|| Report::Exit(Exit::new(&event)));
        }
        None
    }
}

impl Exec {
    fn new(event: &raw::Exec) -> Exec {
        let parents = event.parents.iter().take(event.parent_count as usize);
        Exec {
            pid: event.pid,
            parent: event.parent,
            name: text(&event.name),
            path: path(&event.path, event.path_count),
            uid: event.uid,
            gid: event.gid,
            euid: event.euid,
            egid: event.egid,
            cgroup: Cgroup {
                id: event.cgroup,
                path: path(&event.cgroup_path, event.group_count),
            },
            namespaces: Namespaces {
                pid: event.pid_namespace,
                mnt: event.mount_namespace,
                net: event.net_namespace,
                inner_pid: event.inner_pid,
            },
            parents: parents
                .map(|parent| Parent {
                    pid: parent.pid,
                    uid: parent.uid,
                    name: text(&parent.name),
                })
                .collect(),
        }
    }
}

impl Exit {
    fn new(event: &raw::Exit) -> Exit {
        let (signal, code) = (event.status & 0x7f, event.status >> 8 & 0xff);
        Exit {
            pid: event.pid,
            parent: event.parent,
            name: text(&event.name),
            uid: event.uid,
            session: event.session,
            code: (signal == 0).then_some(code),
            signal: (signal != 0).then_some(signal),
            lifetime_ns: event.lifetime,
            user_ns: event.user,
            system_ns: event.system,
        }
    }
}

/// The names are in the order of the way up. A path of as many names as there is room for may begin further up.
fn path<const NAME: usize>(names: &[raw::Name<NAME>], count: u32) -> String {
    let used = &names[..names.len().min(count as usize)];
    let mut path = match used.len() == names.len() {
        true => "…".to_owned(),
        false => String::new(),
    };
    for name in used.iter().rev().filter(|name| name[0] != 0) {
        path.push('/');
        path.push_str(&text(name));
    }
    match path.is_empty() {
        true => "/".to_owned(),
        false => path,
    }
}

/// A name may have any bytes. Control characters could change the terminal.
fn text(bytes: &[u8]) -> String {
    let name = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
    let mut text = String::new();
    for c in String::from_utf8_lossy(name).chars() {
        match c.is_control() {
            true => text.extend(c.escape_default()),
            false => text.push(c),
        }
    }
    text
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Report::Exec(exec) => exec.fmt(f),
            Report::Exit(exit) => exit.fmt(f),
        }
    }
}

impl fmt::Display for Exec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exec {} {}", self.pid, self.path)?;
        write!(f, "  uid {}", self.uid)?;
        if self.euid != self.uid {
            write!(f, " (effective {})", self.euid)?;
        }
        write!(f, "  cgroup {}", self.cgroup.path)?;
        if self.namespaces.inner_pid != self.pid {
            write!(f, "  as {} in its namespace", self.namespaces.inner_pid)?;
        }
        write!(f, "  from")?;
        for parent in &self.parents {
            write!(f, " {}:{}", parent.name, parent.pid)?;
        }
        Ok(())
    }
}

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit {} {}", self.pid, self.name)?;
        match (self.code, self.signal) {
            (_, Some(signal)) => write!(f, "  signal {signal}")?,
            (code, None) => write!(f, "  code {}", code.unwrap_or_default())?,
        }
        let time = Duration::from_nanos;
        write!(
            f,
            "  after {:.3?} (user {:.3?}, system {:.3?})",
            time(self.lifetime_ns),
            time(self.user_ns),
            time(self.system_ns)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> raw::Name<8> {
        let mut name = [0; 8];
        name[..text.len()].copy_from_slice(text.as_bytes());
        name
    }

    #[test]
    fn paths() {
        let names = [name("ls"), name("bin"), name(""), name("usr")];
        assert_eq!(path(&names, 0), "/");
        assert_eq!(path(&names, 3), "/bin/ls");
        assert_eq!(path(&names, 4), "…/usr/bin/ls");
        assert_eq!(text(b"a\x1b[0m\0b"), "a\\u{1b}[0m");
    }
}
