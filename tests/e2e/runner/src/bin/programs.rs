//! `programs [--strict] DIR…`: the whole programs of tests/programs. Each folder has the same objects, `NAME.o`, made by
//! another compiler or in another way. For each object, prints its name, the folder, its instructions after load and the
//! steps of the verifier, with tabs between them. Then runs the objects of one name side by side: what they report about a
//! child process must be the same, but for the times. Prints the name and the number of records.
//!
//! Without `--strict`, programs that this system does not permit (LSM) are left out.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::fd::{AsFd as _, AsRawFd as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::rc::Rc;
use std::sync::Mutex;
use std::time::Duration;
use std::{env, fs, thread};

use libbpf_rs::{ErrorKind, Link, MapCore as _, MapType, Object, ObjectBuilder, PrintLevel};
use libbpf_rs::{ProgramType, RingBuffer, RingBufferBuilder};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Arguments of the child, and of the program that the child becomes.
const ACT: &str = "--act";
const END: &str = "--end";

/// A record begins with a time, which differs, and the id of a process.
const TIME: usize = 8;
const PROCESS: usize = 4;

static LOG: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let mut args: Vec<String> = env::args().skip(1).collect();
    let done = match args.first().map(String::as_str) {
        Some(ACT) => act(),
        Some(END) => Ok(()),
        Some("--strict") => measure(&args.split_off(1), true),
        Some(_) => measure(&args, false),
        None => Err("usage: programs [--strict] DIR…".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("programs: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(folders: &[String], strict: bool) -> Result<()> {
    libbpf_rs::set_print(Some((PrintLevel::Warn, |_, text| {
        LOG.lock().expect("no panic while printing").push_str(&text);
    })));
    for name in names(Path::new(folders.first().ok_or("no folder")?))? {
        let mut running = Vec::new();
        for folder in folders {
            let path = Path::new(folder).join(&name);
            let object = load(&path, strict).map_err(|error| {
                let log = LOG.lock().expect("no panic while printing");
                format!("{}: {error}\n{log}", path.display())
            })?;
            let (instructions, steps) = counts(&object)?;
            let folder = Path::new(folder).file_name().unwrap_or_default();
            println!(
                "{}\t{}\t{instructions}\t{steps}",
                Path::new(&name).file_stem().unwrap_or_default().display(),
                folder.display()
            );
            running.push(Running::start(object)?);
        }
        let process = run_child()?;
        let mut first = None;
        for (folder, running) in folders.iter().zip(running) {
            let records = running.records_of(process)?;
            match &first {
                None if records.is_empty() => {
                    return Err(format!("{folder}/{}: no record", name.display()).into());
                }
                None => first = Some(records),
                Some(first) => compare(first, &records)
                    .map_err(|error| format!("{folder}/{}: {error}", name.display()))?,
            }
        }
        println!(
            "{}\t{}",
            Path::new(&name).file_stem().unwrap_or_default().display(),
            first.map_or(0, |records| records.len())
        );
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<std::ffi::OsString>> {
    let mut names = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("o")) {
            names.extend(path.file_name().map(OsStr::to_owned));
        }
    }
    names.sort();
    Ok(names)
}

fn load(path: &Path, strict: bool) -> Result<Object> {
    let loaded = load_with(path, true);
    match loaded {
        Err(error) if !strict && error.kind() == ErrorKind::PermissionDenied => {
            Ok(load_with(path, false)?)
        }
        loaded => Ok(loaded?),
    }
}

fn load_with(path: &Path, hooks: bool) -> libbpf_rs::Result<Object> {
    LOG.lock().expect("no panic while printing").clear();
    let mut open = ObjectBuilder::default().open_file(path)?;
    for mut program in open.progs_mut() {
        if !hooks && program.prog_type() == ProgramType::Lsm {
            program.set_autoload(false);
        }
    }
    open.load()
}

/// The sums for all programs that are loaded: the instructions that the verifier left, and those that it looked at.
fn counts(object: &Object) -> Result<(u32, u32)> {
    let (mut instructions, mut steps) = (0, 0);
    for program in object.progs() {
        if !program.autoload() {
            continue;
        }
        let fd = program.as_fd().as_raw_fd();
        let mut info = libbpf_sys::bpf_prog_info::default();
        let mut size = size_of_val(&info) as u32;
        // SAFETY: `info` is what the kernel writes for a program.
        let status =
            unsafe { libbpf_sys::bpf_obj_get_info_by_fd(fd, (&raw mut info).cast(), &mut size) };
        if status != 0 {
            return Err(io::Error::last_os_error().into());
        }
        instructions += info.xlated_prog_len / 8;
        steps += info.verified_insns;
    }
    Ok((instructions, steps))
}

/// An object whose programs are attached, and what they have reported.
struct Running {
    _links: Vec<Link>,
    ring: RingBuffer<'static>,
    records: Rc<RefCell<Vec<Vec<u8>>>>,
    _object: Object,
}

impl Running {
    fn start(object: Object) -> Result<Running> {
        let records = Rc::new(RefCell::new(Vec::new()));
        let mut ring = RingBufferBuilder::new();
        let rings = object
            .maps()
            .filter(|map| map.map_type() == MapType::RingBuf);
        let rings: Vec<_> = rings.collect();
        for map in &rings {
            let to = Rc::clone(&records);
            ring.add(map, move |record| {
                to.borrow_mut().push(record.to_vec());
                0
            })?;
        }
        let ring = ring.build()?;
        let mut links = Vec::new();
        for program in object.progs_mut() {
            if program.autoload() {
                links.push(program.attach()?);
            }
        }
        Ok(Running {
            _links: links,
            ring,
            records,
            _object: object,
        })
    }

    /// The records about a process, without their times, sorted.
    fn records_of(self, process: u32) -> Result<Vec<Vec<u8>>> {
        self.ring.consume()?;
        let mut records = self.records.take();
        records.retain(|record| {
            record.get(TIME..TIME + PROCESS) == Some(process.to_ne_bytes().as_slice())
        });
        for record in &mut records {
            record.drain(..TIME);
        }
        records.sort();
        Ok(records)
    }
}

fn compare(first: &[Vec<u8>], other: &[Vec<u8>]) -> std::result::Result<(), String> {
    if first.len() != other.len() {
        let (first, other) = (first.len(), other.len());
        return Err(format!("{other} records, and {first} of the first folder"));
    }
    for (first, other) in first.iter().zip(other) {
        if first.len() != other.len() {
            let (first, other) = (first.len(), other.len());
            return Err(format!(
                "a record of {other} bytes, and {first} of the first folder"
            ));
        }
        if let Some(at) = first.iter().zip(other).position(|(a, b)| a != b) {
            let from = at.saturating_sub(4);
            let to = (at + 12).min(first.len());
            return Err(format!(
                "byte {} of a record differs: {:02x?}, and {:02x?} of the first folder",
                at + TIME,
                &other[from..to],
                &first[from..to]
            ));
        }
    }
    Ok(())
}

/// Runs a process that does what the programs watch for, and returns its id.
fn run_child() -> Result<u32> {
    let mut child = Command::new(env::current_exe()?).arg(ACT).spawn()?;
    let process = child.id();
    match child.wait()?.success() {
        true => {
            // What its sockets still do.
            thread::sleep(Duration::from_millis(50));
            Ok(process)
        }
        false => Err("the child process failed".into()),
    }
}

/// Connects to itself, opens files, waits, and executes a program.
fn act() -> Result<()> {
    let addresses = ["127.0.0.1:0", "[::1]:0"];
    for address in addresses {
        // Not every system has IPv6.
        let Ok(listener) = TcpListener::bind(address) else {
            continue;
        };
        let mut client = TcpStream::connect(listener.local_addr()?)?;
        let (mut server, _) = listener.accept()?;
        for length in [1, 100, 10_000] {
            let mut bytes = vec![1; length];
            client.write_all(&bytes)?;
            server.read_exact(&mut bytes)?;
            server.write_all(&bytes)?;
            client.read_exact(&mut bytes)?;
        }
    }
    for path in ["/proc/self/status", "/dev/null", "/no/such/file"] {
        let _ = File::open(PathBuf::from(path));
    }
    for _ in 0..3 {
        thread::sleep(Duration::from_millis(2));
    }
    Err(Command::new(env::current_exe()?).arg(END).exec().into())
}
