//! `loads OBJECT…`: loads the programs of each object with libbpf, and prints whether the kernel takes them:
//!
//! ```text
//! object a.o
//! program handle tp_btf/sched_switch loaded
//! program exit fexit/do_exit refused -22
//! | libbpf: prog 'exit': failed to resolve CO-RE relocation …
//! object b.o
//! error -2                 libbpf does not open it
//! ```
//!
//! All programs are loaded together first. If that fails, each is loaded by itself, with the end of libbpf's log if it fails. A
//! program whose section begins with `?` is left out of the first try, as libbpf does it. Nothing is attached.

use std::ffi::{CStr, CString, c_char, c_int};
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Mutex;
use std::{env, ptr};

use libbpf_sys as libbpf;

/// How many lines of libbpf's log are printed, counted from the end. Lines about relocations are printed wherever they are.
const LINES: usize = 16;
const RELOCATION: &str = "CO-RE";

static LOG: Mutex<String> = Mutex::new(String::new());

unsafe extern "C" {
    fn vsnprintf(
        to: *mut c_char,
        bytes: usize,
        format: *const c_char,
        arguments: *mut libbpf::__va_list_tag,
    ) -> c_int;
}

unsafe extern "C" fn print(
    level: libbpf::libbpf_print_level,
    format: *const c_char,
    arguments: *mut libbpf::__va_list_tag,
) -> c_int {
    if level == libbpf::LIBBPF_DEBUG {
        return 0;
    }
    let mut text = vec![0_u8; 1 << 20];
    // SAFETY: the arguments are libbpf's, and the buffer has this length.
    let len = unsafe { vsnprintf(text.as_mut_ptr().cast(), text.len(), format, arguments) };
    text.truncate((len.max(0) as usize).min(text.len() - 1));
    if let Ok(mut log) = LOG.lock() {
        log.push_str(&String::from_utf8_lossy(&text));
    }
    0
}

fn main() -> ExitCode {
    // SAFETY: a function of this type.
    unsafe { libbpf::libbpf_set_print(Some(print)) };
    let mut out = io::stdout().lock();
    for object in env::args().skip(1) {
        let done = writeln!(out, "object {object}").and_then(|()| one(&object, &mut out));
        if done.and_then(|()| out.flush()).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn one(path: &str, out: &mut impl Write) -> io::Result<()> {
    let Some(object) = Object::open(path) else {
        return writeln!(out, "error {}", errno());
    };
    let programs = object.programs();
    let loads = object.load() == 0;
    drop(object);
    for (index, program) in programs.iter().enumerate() {
        let Program { name, section } = program;
        let mut errno = 0;
        if !loads || section.starts_with('?') {
            let Some(object) = Object::open(path) else {
                return writeln!(out, "error {}", self::errno());
            };
            object.choose(index);
            take_log();
            errno = object.load();
        }
        match errno {
            0 => writeln!(out, "program {name} {section} loaded")?,
            errno => {
                writeln!(out, "program {name} {section} refused {errno}")?;
                let log = take_log();
                let lines: Vec<&str> = log.lines().collect();
                let last = lines.len().saturating_sub(LINES);
                for (i, line) in lines.iter().enumerate() {
                    if i >= last || line.contains(RELOCATION) {
                        writeln!(out, "| {line}")?;
                    }
                }
            }
        }
    }
    Ok(())
}

fn take_log() -> String {
    LOG.lock()
        .map(|mut log| std::mem::take(&mut *log))
        .unwrap_or_default()
}

fn errno() -> i32 {
    io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

struct Program {
    name: String,
    section: String,
}

/// An open object, which is closed with all that it loaded.
struct Object(*mut libbpf::bpf_object);

impl Object {
    fn open(path: &str) -> Option<Object> {
        let path = CString::new(path).ok()?;
        // SAFETY: a C string, and no options.
        let object = unsafe { libbpf::bpf_object__open_file(path.as_ptr(), ptr::null()) };
        (!object.is_null()).then_some(Object(object))
    }

    fn handles(&self) -> Vec<*mut libbpf::bpf_program> {
        let (mut handles, mut last) = (Vec::new(), ptr::null_mut());
        loop {
            // SAFETY: the object is open, and `last` is one of its programs or null.
            last = unsafe { libbpf::bpf_object__next_program(self.0, last) };
            if last.is_null() {
                return handles;
            }
            handles.push(last);
        }
    }

    fn programs(&self) -> Vec<Program> {
        // SAFETY: the programs are those of the open object, and their names are C strings.
        let text = |text: *const c_char| unsafe { CStr::from_ptr(text) }.to_string_lossy().into();
        let program = |program: *mut libbpf::bpf_program| Program {
            // SAFETY: as above.
            name: text(unsafe { libbpf::bpf_program__name(program) }),
            // SAFETY: as above.
            section: text(unsafe { libbpf::bpf_program__section_name(program) }),
        };
        self.handles().into_iter().map(program).collect()
    }

    /// Loads only the program with this index.
    fn choose(&self, index: usize) {
        for (i, program) in self.handles().into_iter().enumerate() {
            // SAFETY: a program of the open object, which is not loaded.
            unsafe { libbpf::bpf_program__set_autoload(program, i == index) };
        }
    }

    fn load(&self) -> i32 {
        // SAFETY: the object is open.
        unsafe { libbpf::bpf_object__load(self.0) }
    }
}

impl Drop for Object {
    fn drop(&mut self) {
        // SAFETY: it is not used after this.
        unsafe { libbpf::bpf_object__close(self.0) }
    }
}
