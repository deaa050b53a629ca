//! `matches LOCAL.btf TARGET.btf NAME…`: whether libbpf finds that a struct of one kernel, all of it, matches that of the other.
//! A line `matches:NAME 1` or `matches:NAME 0` each.

use std::ffi::{CString, c_int};
use std::process::ExitCode;
use std::{env, io, ptr};

use libbpf_sys::btf;

unsafe extern "C" {
    // src/relo_core.h of libbpf.
    fn __bpf_core_types_match(
        local: *const btf,
        local_id: u32,
        target: *const btf,
        target_id: u32,
        behind_pointer: bool,
        level: c_int,
    ) -> c_int;
}

/// What `bpf_core_types_match` of libbpf begins with.
const LEVEL: c_int = 32;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match &args[..] {
        [local, target, names @ ..] => verdicts(local, target, names),
        _ => Err("usage: matches LOCAL.btf TARGET.btf NAME…".to_owned()),
    };
    match done {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("matches: {error}");
            ExitCode::FAILURE
        }
    }
}

fn verdicts(local: &str, target: &str, names: &[String]) -> Result<String, String> {
    let (local, target) = (parse(local)?, parse(target)?);
    let mut text = String::new();
    for name in names {
        let local_id = id(local, name)?.ok_or(format!("no local struct {name}"))?;
        let verdict = match id(target, name)? {
            None => 0,
            // SAFETY: both BTFs live and have the ids.
            Some(id) => unsafe {
                __bpf_core_types_match(local, local_id, target, id, false, LEVEL)
            },
        };
        if verdict < 0 {
            return Err(format!("{name}: {verdict}"));
        }
        text += &format!("matches:{name} {verdict}\n");
    }
    Ok(text)
}

fn parse(path: &str) -> Result<*const btf, String> {
    let c_path = CString::new(path).map_err(|error| error.to_string())?;
    // SAFETY: a C string.
    let parsed = unsafe { libbpf_sys::btf__parse(c_path.as_ptr(), ptr::null_mut()) };
    match parsed.is_null() {
        true => Err(format!("{path}: {}", io::Error::last_os_error())),
        false => Ok(parsed),
    }
}

fn id(btf: *const btf, name: &str) -> Result<Option<u32>, String> {
    let name = CString::new(name).map_err(|error| error.to_string())?;
    // SAFETY: the BTF lives.
    let id = unsafe {
        libbpf_sys::btf__find_by_name_kind(btf, name.as_ptr(), libbpf_sys::BTF_KIND_STRUCT)
    };
    Ok(u32::try_from(id).ok())
}
