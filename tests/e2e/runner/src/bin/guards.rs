//! Loads the programs of tests/guards with each loader: each must take the right arm of its guard, and its control,
//! which has no guard, must be refused where the field is missing.

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::fmt::Write as _;
use std::os::fd::{AsFd as _, AsRawFd as _, BorrowedFd, FromRawFd as _, OwnedFd};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io, ptr};

use runner::shared_libbpf;

const USAGE: &str = "\
guards --missing NAME,… [--old-libbpf FILE] DIR

    --missing     the objects whose fields this kernel lacks
    --old-libbpf  a shared library of libbpf, as one more loader
    DIR           a directory for each way of building, with the objects of that build";

/// What the programs' shapes.rs calls the arm that reads the field.
const TAKEN: u32 = 1;
const OTHER: u32 = 2;

const CONTROL: &str = "_control";
/// Of a guard that the verifier can't follow.
const LIMIT: &str = "limit_";

/// libbpf and aya write this instruction where a relocation has no answer; libbpf words it anew in the log.
const POISON: [&str; 2] = ["195896080", "invalid CO-RE relocation"];

/// aya says so of a load or a store.
const AYA_OTHER_SIZE: &str = "but target type";

type Result<T> = std::result::Result<T, String>;

/// What a program must do.
#[derive(Clone, Copy, PartialEq)]
enum Expected {
    Arm(u32),
    Refused,
}

fn expected(program: &str, missing: bool) -> Expected {
    let unguarded = program.ends_with(CONTROL) || program.starts_with(LIMIT);
    match (missing, unguarded) {
        (false, _) => Expected::Arm(TAKEN),
        (true, false) => Expected::Arm(OTHER),
        (true, true) => Expected::Refused,
    }
}

#[derive(Default)]
struct Counts {
    ran: usize,
    refused: usize,
    failures: Vec<String>,
}

impl Counts {
    fn add(&mut self, program: &str, expected: Expected, loaded: Result<OwnedFd>) {
        match (expected, loaded) {
            (Expected::Arm(arm), Ok(fd)) => match run(fd.as_fd()) {
                Ok(value) if value & 0xff == arm => self.ran += 1,
                Ok(value) => self.fail(program, &format!("answers {value:#x}, not arm {arm}")),
                Err(error) => self.fail(program, &error),
            },
            (Expected::Arm(_), Err(log)) => self.fail(program, &log),
            (Expected::Refused, Ok(_)) => self.fail(program, "is not refused"),
            (Expected::Refused, Err(log)) if POISON.iter().any(|poison| log.contains(poison)) => {
                self.refused += 1
            }
            (Expected::Refused, Err(log)) => {
                self.fail(program, &format!("is refused for another reason: {log}"))
            }
        }
    }

    fn fail(&mut self, program: &str, why: &str) {
        self.failures.push(format!("{program}: {why}"));
    }
}

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let (mut missing, mut directory, mut old_libbpf) = (Vec::new(), None, None);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--missing" => {
                missing = args
                    .next()
                    .unwrap_or_default()
                    .split(',')
                    .map(str::to_owned)
                    .collect()
            }
            "--old-libbpf" => old_libbpf = args.next().map(PathBuf::from),
            _ => directory = Some(PathBuf::from(arg)),
        }
    }
    let Some(directory) = directory else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    libbpf_rs::set_print(None);
    // The task of a thread that is not the first has a negative field.
    let checked = std::thread::spawn(move || {
        // A number that one with a sign can't hold.
        // SAFETY: sets a number that means nothing in its highest bit.
        unsafe { libc::personality(1 << 31) };
        check_all(&directory, &missing, old_libbpf.as_deref())
    });
    match checked.join().expect("no panic in the thread") {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("guards: {error}");
            ExitCode::FAILURE
        }
    }
}

fn check_all(directory: &Path, missing: &[String], old_libbpf: Option<&Path>) -> Result<usize> {
    let mut sum = Counts::default();
    for build in list(directory)? {
        for object in list(&build)? {
            let name = file_name(&object);
            let missing = missing.contains(&name);
            let mut rows = vec![
                ("libbpf", with_libbpf(&object, missing)?),
                ("aya-0.13", with_aya_0_13(&object, missing)?),
                ("aya-0.14", with_aya_0_14(&object, missing)?),
                ("aya-0.16", with_aya_0_16(&object, missing)?),
            ];
            if let Some(library) = old_libbpf {
                rows.push(("libbpf-1.1", with_old_libbpf(library, &object, missing)?));
            }
            for (loader, counts) in rows {
                println!(
                    "{:10} {name:8} {loader:10} {:4} took the {} arm, {:3} were refused, {} failed",
                    file_name(&build),
                    counts.ran,
                    if missing { "other" } else { "guarded" },
                    counts.refused,
                    counts.failures.len()
                );
                counts
                    .failures
                    .iter()
                    .for_each(|failure| println!("FAILED {failure}"));
                sum.ran += counts.ran;
                sum.refused += counts.refused;
                sum.failures.extend(counts.failures);
            }
        }
    }
    println!(
        "{} programs took the right arm, {} controls were refused, {} failed",
        sum.ran,
        sum.refused,
        sum.failures.len()
    );
    match sum.ran {
        0 => Err("no programs were found".to_owned()),
        _ => Ok(sum.failures.len()),
    }
}

macro_rules! with_aya {
    ($function:ident, $aya:ident) => {
        fn $function(path: &Path, missing: bool) -> Result<Counts> {
            let mut counts = Counts::default();
            let mut object = match $aya::EbpfLoader::new().load_file(path) {
                Ok(object) => object,
                // No program of the object loads then.
                Err(error) if missing && chain(&error).contains(AYA_OTHER_SIZE) => {
                    counts.refused = 1;
                    return Ok(counts);
                }
                Err(error) => return Err(chain(&error)),
            };
            for (name, program) in object.programs_mut() {
                let raw_tracepoint = <&mut $aya::programs::RawTracePoint>::try_from(program);
                let loaded = raw_tracepoint.and_then(|program| {
                    program.load()?;
                    Ok(program.fd()?.as_fd().try_clone_to_owned()?)
                });
                counts.add(
                    name,
                    expected(name, missing),
                    loaded.map_err(|error| chain(&error)),
                );
            }
            Ok(counts)
        }
    };
}

with_aya! { with_aya_0_13, aya_0_13 }
with_aya! { with_aya_0_14, aya }
with_aya! { with_aya_0_16, aya_0_16 }

/// Guarded programs. It has no function that prepares an object, so that the controls would take minutes.
fn with_old_libbpf(library: &Path, path: &Path, missing: bool) -> Result<Counts> {
    unsafe extern "C" fn ignore(_: c_int, _: *const c_char, _: *mut c_void) -> c_int {
        0
    }
    let mut counts = Counts::default();
    let run = || -> shared_libbpf::Result<Vec<(String, OwnedFd)>> {
        let object = shared_libbpf::Object::open(library, path, ignore)?;
        let (guarded, others): (Vec<_>, Vec<_>) = object
            .programs()?
            .into_iter()
            .partition(|(name, _)| is_guarded(name));
        for (_, program) in others {
            object.set_autoload(program, false)?;
        }
        object.load()?;
        let fds = guarded
            .into_iter()
            .map(|(name, program)| Ok((name, object.program_fd(program)?)));
        fds.collect()
    };
    match run() {
        Ok(programs) => {
            for (name, fd) in programs {
                counts.add(&name, expected(&name, missing), Ok(fd));
            }
        }
        Err(error) => counts.fail(&file_name(path), &format!("not loaded: {error}")),
    }
    Ok(counts)
}

fn is_guarded(name: &str) -> bool {
    !name.ends_with(CONTROL) && !name.starts_with(LIMIT)
}

/// Guarded programs in one `bpf_object__load`, as a user does. To open the object for each control anew would take a minute:
/// libbpf prepares them, and they are loaded from its instructions.
fn with_libbpf(path: &Path, missing: bool) -> Result<Counts> {
    let mut counts = Counts::default();
    let object = Object::open(path)?;
    object.autoload(is_guarded);
    // SAFETY: the object is open.
    match unsafe { libbpf_sys::bpf_object__load(object.0) } {
        0 => {
            for (name, program) in object.programs().filter(|(name, _)| is_guarded(name)) {
                // SAFETY: the object is loaded; it keeps the descriptor open while it is borrowed.
                let fd = unsafe { BorrowedFd::borrow_raw(libbpf_sys::bpf_program__fd(program)) };
                let fd = fd.try_clone_to_owned().map_err(|error| error.to_string());
                counts.add(&name, expected(&name, missing), fd);
            }
        }
        error => counts.fail(
            &file_name(path),
            &format!("libbpf does not load it: {error}"),
        ),
    }

    let object = Object::open(path)?;
    // SAFETY: the object is open.
    let status = unsafe { libbpf_sys::bpf_object__prepare(object.0) };
    if status != 0 {
        return Err(format!(
            "{}: libbpf does not prepare it: {status}",
            path.display()
        ));
    }
    for (name, program) in object
        .programs()
        .filter(|(name, _)| name.ends_with(CONTROL))
    {
        counts.add(&name, expected(&name, missing), load_prepared(program));
    }

    // Whether a function is global stands in the BTF that libbpf loads along.
    for limit in object
        .programs()
        .map(|(name, _)| name)
        .filter(|name| name.starts_with(LIMIT))
    {
        let object = Object::open(path)?;
        object.autoload(|name| name == limit);
        let (_, program) = object
            .programs()
            .find(|(name, _)| *name == limit)
            .ok_or(limit.clone())?;
        let mut log = vec![0; LOG];
        // SAFETY: the object is open, and `log` lives as long as it.
        let loaded = unsafe {
            libbpf_sys::bpf_program__set_log_buf(program, log.as_mut_ptr(), LOG as _);
            libbpf_sys::bpf_program__set_log_level(program, 1);
            match libbpf_sys::bpf_object__load(object.0) {
                0 => BorrowedFd::borrow_raw(libbpf_sys::bpf_program__fd(program))
                    .try_clone_to_owned()
                    .map_err(|error| error.to_string()),
                _ => Err(text(&log)),
            }
        };
        counts.add(&limit, expected(&limit, missing), loaded);
    }
    Ok(counts)
}

/// The end of the verifier's log matters, and logs of these programs are short.
const LOG: usize = 1 << 20;

fn load_prepared(program: *mut libbpf_sys::bpf_program) -> Result<OwnedFd> {
    let mut log = vec![0; LOG];
    let mut options = libbpf_sys::bpf_prog_load_opts {
        sz: size_of::<libbpf_sys::bpf_prog_load_opts>() as _,
        log_level: 1,
        log_size: LOG as u32,
        log_buf: log.as_mut_ptr(),
        ..Default::default()
    };
    // SAFETY: the program is prepared: its instructions are those that libbpf would load.
    unsafe {
        let fd = libbpf_sys::bpf_prog_load(
            libbpf_sys::bpf_program__type(program),
            ptr::null(),
            c"GPL".as_ptr(),
            libbpf_sys::bpf_program__insns(program),
            libbpf_sys::bpf_program__insn_cnt(program),
            &mut options,
        );
        match fd {
            0.. => Ok(OwnedFd::from_raw_fd(fd)),
            _ => Err(text(&log)),
        }
    }
}

fn text(log: &[c_char]) -> String {
    let bytes: Vec<u8> = log
        .iter()
        .take_while(|byte| **byte != 0)
        .map(|byte| *byte as u8)
        .collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// An open object of libbpf's.
struct Object(*mut libbpf_sys::bpf_object);

impl Object {
    fn open(path: &Path) -> Result<Object> {
        let name =
            CString::new(path.as_os_str().as_encoded_bytes()).map_err(|error| error.to_string())?;
        // SAFETY: a path, and no options.
        let object = unsafe { libbpf_sys::bpf_object__open_file(name.as_ptr(), ptr::null()) };
        match object.is_null() {
            true => Err(format!(
                "{}: {}",
                path.display(),
                io::Error::last_os_error()
            )),
            false => Ok(Object(object)),
        }
    }

    fn programs(&self) -> impl Iterator<Item = (String, *mut libbpf_sys::bpf_program)> {
        let mut last = ptr::null_mut();
        std::iter::from_fn(move || {
            // SAFETY: the object is open, and `last` one of its programs or null.
            unsafe {
                last = libbpf_sys::bpf_object__next_program(self.0, last);
                let name = (!last.is_null())
                    .then(|| CStr::from_ptr(libbpf_sys::bpf_program__name(last)))?;
                Some((name.to_string_lossy().into_owned(), last))
            }
        })
    }

    fn autoload(&self, which: impl Fn(&str) -> bool) {
        for (name, program) in self.programs() {
            // SAFETY: a program of this object, which is not loaded yet.
            unsafe { libbpf_sys::bpf_program__set_autoload(program, which(&name)) };
        }
    }
}

impl Drop for Object {
    fn drop(&mut self) {
        // SAFETY: opened by `open`, and closed once.
        unsafe { libbpf_sys::bpf_object__close(self.0) }
    }
}

/// What a raw tracepoint program returns.
fn run(program: BorrowedFd) -> Result<u32> {
    let mut options = libbpf_sys::bpf_test_run_opts {
        sz: size_of::<libbpf_sys::bpf_test_run_opts>() as _,
        ..Default::default()
    };
    // SAFETY: zeros but for the size.
    match unsafe { libbpf_sys::bpf_prog_test_run_opts(program.as_raw_fd(), &mut options) } {
        0 => Ok(options.retval),
        _ => Err(io::Error::last_os_error().to_string()),
    }
}

fn list(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let _ = write!(text, ": {error}");
        cause = error.source();
    }
    text
}
