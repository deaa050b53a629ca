//! A shared library of libbpf, for instance Debian's, which is older than the one that this program is linked with.

use std::ffi::{CString, c_char, c_int, c_void};
use std::fs::File;
use std::io::{self, Read as _};
use std::os::fd::{BorrowedFd, FromRawFd as _, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::ptr;

use libloading::{Library, Symbol};

use super::Program;
use crate::Result;

/// What libbpf hands out: an object, a program, a link.
type Handle = *mut c_void;

/// The last one is a `va_list`.
type Print = unsafe extern "C" fn(c_int, *const c_char, *mut c_void) -> c_int;

unsafe extern "C" {
    fn vsnprintf(
        to: *mut c_char,
        bytes: libc::size_t,
        format: *const c_char,
        arguments: *mut c_void,
    ) -> c_int;
}

/// Keeps what libbpf says on stderr for the programs that fail.
unsafe extern "C" fn keep(_: c_int, format: *const c_char, arguments: *mut c_void) -> c_int {
    let mut text = vec![0_u8; 1 << 16];
    // SAFETY: libbpf's own format and arguments, and a buffer of that length.
    let len = unsafe { vsnprintf(text.as_mut_ptr().cast(), text.len(), format, arguments) };
    text.truncate((len.max(0) as usize).min(text.len() - 1));
    super::add_to_log(&String::from_utf8_lossy(&text));
    0
}

struct WithOldLibbpf {
    library: Library,
    path: PathBuf,
    object: Handle,
    program: Handle,
    links: Vec<Handle>,
}

pub(super) fn load(library: &Path, path: &Path, program: &'static str) -> Result<Box<dyn Program>> {
    // SAFETY: libbpf runs no code of consequence when it is opened.
    let library = unsafe { Library::new(library)? };
    let mut loaded = WithOldLibbpf {
        library,
        path: path.to_owned(),
        object: ptr::null_mut(),
        program: ptr::null_mut(),
        links: Vec::new(),
    };
    let name = CString::new(path.as_os_str().as_bytes())?;
    let program_name = CString::new(program)?;
    // SAFETY: the functions have these types in libbpf.h from 1.0 on; all pointers live.
    unsafe {
        let set_print: Symbol<unsafe extern "C" fn(Print) -> Option<Print>> =
            loaded.library.get(b"libbpf_set_print")?;
        set_print(keep);
        let open: Symbol<unsafe extern "C" fn(*const c_char, *const c_void) -> Handle> =
            loaded.library.get(b"bpf_object__open_file")?;
        loaded.object = open(name.as_ptr(), ptr::null());
        if loaded.object.is_null() {
            return Err(io::Error::last_os_error().into());
        }
        let load: Symbol<unsafe extern "C" fn(Handle) -> c_int> =
            loaded.library.get(b"bpf_object__load")?;
        let status = load(loaded.object);
        if status != 0 {
            return Err(io::Error::from_raw_os_error(-status).into());
        }
        let find: Symbol<unsafe extern "C" fn(Handle, *const c_char) -> Handle> =
            loaded.library.get(b"bpf_object__find_program_by_name")?;
        loaded.program = find(loaded.object, program_name.as_ptr());
    }
    if loaded.program.is_null() {
        return Err(format!("no program `{program}` in the object").into());
    }
    Ok(Box::new(loaded))
}

impl WithOldLibbpf {
    fn link(&mut self) -> Result<Handle> {
        // SAFETY: the program is loaded.
        let link = unsafe {
            let attach: Symbol<unsafe extern "C" fn(Handle) -> Handle> =
                self.library.get(b"bpf_program__attach")?;
            attach(self.program)
        };
        if link.is_null() {
            return Err(io::Error::last_os_error().into());
        }
        self.links.push(link);
        Ok(link)
    }
}

/// A descriptor that stays libbpf's.
fn duplicate(fd: c_int, what: &str) -> Result<OwnedFd> {
    if fd < 0 {
        return Err(format!("no {what} in the object").into());
    }
    // SAFETY: the object keeps it open.
    Ok(unsafe { BorrowedFd::borrow_raw(fd) }.try_clone_to_owned()?)
}

impl Program for WithOldLibbpf {
    fn object(&self) -> &Path {
        &self.path
    }

    fn map(&self, name: &str) -> Result<OwnedFd> {
        let c_name = CString::new(name)?;
        // SAFETY: the object is loaded.
        let fd = unsafe {
            let find: Symbol<unsafe extern "C" fn(Handle, *const c_char) -> c_int> =
                self.library.get(b"bpf_object__find_map_fd_by_name")?;
            find(self.object, c_name.as_ptr())
        };
        duplicate(fd, &format!("map `{name}`"))
    }

    fn program(&self) -> Result<OwnedFd> {
        // SAFETY: the program is loaded.
        let fd = unsafe {
            let fd: Symbol<unsafe extern "C" fn(Handle) -> c_int> =
                self.library.get(b"bpf_program__fd")?;
            fd(self.program)
        };
        duplicate(fd, "program")
    }

    fn attach(&mut self) -> Result {
        self.link().map(drop)
    }

    fn iterate(&mut self) -> Result<Vec<u8>> {
        let link = self.link()?;
        // SAFETY: the link is open; the new descriptor is ours.
        let mut file = unsafe {
            let link_fd: Symbol<unsafe extern "C" fn(Handle) -> c_int> =
                self.library.get(b"bpf_link__fd")?;
            let create: Symbol<unsafe extern "C" fn(c_int) -> c_int> =
                self.library.get(b"bpf_iter_create")?;
            match create(link_fd(link)) {
                fd @ 0.. => File::from_raw_fd(fd),
                _ => return Err(io::Error::last_os_error().into()),
            }
        };
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Drop for WithOldLibbpf {
    fn drop(&mut self) {
        // SAFETY: each handle is closed once, the object last.
        unsafe {
            if let Ok(destroy) = self
                .library
                .get::<unsafe extern "C" fn(Handle) -> c_int>(b"bpf_link__destroy")
            {
                for link in &self.links {
                    let _ = destroy(*link);
                }
            }
            if let Ok(close) = self
                .library
                .get::<unsafe extern "C" fn(Handle)>(b"bpf_object__close")
            {
                close(self.object);
            }
        }
    }
}
