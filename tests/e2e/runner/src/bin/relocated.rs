//! `relocated OBJECT`: each program of an object, loaded, and how many instructions are left of it.
//!
//! `relocated OBJECT BTF`: each relocation of each program, and the number that libbpf puts there on the kernel of that BTF:
//! program, kind, path in C names, number, with tabs between them. `poison` is what makes the verifier refuse.

use std::ffi::{CStr, CString};
use std::process::ExitCode;
use std::sync::Mutex;
use std::{env, io, ptr};

use libbpf_rs::PrintLevel;

static LOG: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match &args[..] {
        [object] => lengths(object),
        [object, btf] => numbers(object, btf),
        _ => Err("usage: relocated OBJECT [BTF]".to_owned()),
    };
    match done {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("relocated: {error}");
            ExitCode::FAILURE
        }
    }
}

fn keep(_: PrintLevel, text: String) {
    LOG.lock().expect("no panic while printing").push_str(&text);
}

fn lengths(path: &str) -> Result<String, String> {
    libbpf_rs::set_print(Some((PrintLevel::Warn, keep)));
    let object = open(path, None)?;
    let mut text = String::new();
    // SAFETY: the object is open, `program` one of its programs, and `info` what the kernel writes for one.
    unsafe {
        if libbpf_sys::bpf_object__load(object) != 0 {
            return Err(LOG.lock().expect("no panic while printing").clone());
        }
        let mut program = ptr::null_mut();
        loop {
            program = libbpf_sys::bpf_object__next_program(object, program);
            if program.is_null() {
                break;
            }
            let fd = libbpf_sys::bpf_program__fd(program);
            let mut info = libbpf_sys::bpf_prog_info::default();
            let mut size = size_of_val(&info) as u32;
            if libbpf_sys::bpf_obj_get_info_by_fd(fd, (&raw mut info).cast(), &mut size) != 0 {
                return Err(io::Error::last_os_error().to_string());
            }
            let name = CStr::from_ptr(libbpf_sys::bpf_program__name(program));
            text += &format!("{}\t{}\n", name.to_string_lossy(), info.xlated_prog_len / 8);
        }
        libbpf_sys::bpf_object__close(object);
    }
    Ok(text)
}

/// From the words of libbpf's log:
///
/// ```text
/// libbpf: prog 'load_u8': relo #0: <byte_off> [7] struct task_struct.rcu_tasks_holdout (0:4 @ offset 16)
/// libbpf: prog 'load_u8': relo #0: patched insn #1 (LDX/ST/STX) off 16 -> 1024
/// ```
fn numbers(path: &str, btf: &str) -> Result<String, String> {
    libbpf_rs::set_print(Some((PrintLevel::Debug, keep)));
    let btf = CString::new(btf).map_err(|error| error.to_string())?;
    let object = open(path, Some(&btf))?;
    // SAFETY: the object is open.
    let status = unsafe { libbpf_sys::bpf_object__prepare(object) };
    let log = LOG.lock().expect("no panic while printing");
    if status != 0 {
        return Err(format!("libbpf does not prepare it: {status}\n{log}"));
    }
    let (mut text, mut subject) = (String::new(), None);
    for line in log.lines() {
        let Some((program, rest)) = line
            .split_once("prog '")
            .and_then(|(_, rest)| rest.split_once("': relo #"))
        else {
            continue;
        };
        let said = rest.split_once(": ").map_or("", |(_, said)| said);
        if let Some((kind, spec)) = said
            .strip_prefix('<')
            .and_then(|said| said.split_once("> ["))
        {
            let path = spec.split_once("] ").map_or("", |(_, path)| path);
            let path = path.split(" (").next().unwrap_or_default();
            // Of an enumerator the value in the object says nothing.
            let path = path.split(" = ").next().unwrap_or_default();
            subject = Some((kind.to_owned(), path.to_owned()));
            continue;
        }
        let number = if said.starts_with("patched insn") {
            said.rsplit(' ').next().unwrap_or_default()
        } else if said.starts_with("substituting") {
            "poison"
        } else {
            continue;
        };
        let (kind, path) = subject.clone().ok_or(format!("nothing before `{line}`"))?;
        text += &format!("{program}\t{kind}\t{path}\t{number}\n");
    }
    Ok(text)
}

fn open(path: &str, btf: Option<&CStr>) -> Result<*mut libbpf_sys::bpf_object, String> {
    let name = CString::new(path).map_err(|error| error.to_string())?;
    let options = libbpf_sys::bpf_object_open_opts {
        sz: size_of::<libbpf_sys::bpf_object_open_opts>() as _,
        btf_custom_path: btf.map_or(ptr::null(), CStr::as_ptr),
        ..Default::default()
    };
    // SAFETY: C strings, which libbpf copies.
    let object = unsafe { libbpf_sys::bpf_object__open_file(name.as_ptr(), &options) };
    match object.is_null() {
        true => Err(format!("{path}: {}", io::Error::last_os_error())),
        false => Ok(object),
    }
}
