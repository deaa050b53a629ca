//! A shared library of libbpf, for instance Debian's, which is older than the one that these programs are linked with.

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::os::fd::{BorrowedFd, FromRawFd as _, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::{io, ptr};

use libloading::{Library, Symbol};

const BPF_MAP_TYPE_STRUCT_OPS: c_int = 26;

/// An object, a program, a map or a link of libbpf's.
type Handle = *mut c_void;

/// Why something could not be had, in libbpf's words or the system's.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Gets what libbpf says on stderr. The last one is a `va_list`.
pub type Print = unsafe extern "C" fn(c_int, *const c_char, *mut c_void) -> c_int;

unsafe extern "C" {
    fn vsnprintf(
        to: *mut c_char,
        bytes: libc::size_t,
        format: *const c_char,
        arguments: *mut c_void,
    ) -> c_int;
}

/// The text of a call of [`Print`].
///
/// # Safety
///
/// The arguments are those that libbpf gave.
pub unsafe fn text(format: *const c_char, arguments: *mut c_void) -> String {
    let mut text = vec![0_u8; 1 << 16];
    // SAFETY: the caller's word for the arguments, and a buffer of that length.
    let len = unsafe { vsnprintf(text.as_mut_ptr().cast(), text.len(), format, arguments) };
    text.truncate((len.max(0) as usize).min(text.len() - 1));
    String::from_utf8_lossy(&text).into_owned()
}

/// An open object.
pub struct Object {
    library: Library,
    object: Handle,
    links: Vec<Handle>,
}

/// A program of an object. It is not used after it.
#[derive(Clone, Copy)]
pub struct Program(Handle);

impl Object {
    /// Opens an object with a library.
    pub fn open(library: &Path, path: &Path, print: Print) -> Result<Object> {
        let name = CString::new(path.as_os_str().as_bytes())?;
        // SAFETY: libbpf runs nothing of consequence when it is opened; the functions have these types in libbpf.h from 1.0 on, and
        // all pointers live.
        unsafe {
            let library = Library::new(library)?;
            let set_print: Symbol<unsafe extern "C" fn(Print) -> Option<Print>> =
                library.get(b"libbpf_set_print")?;
            set_print(print);
            let open: Symbol<unsafe extern "C" fn(*const c_char, *const c_void) -> Handle> =
                library.get(b"bpf_object__open_file")?;
            let object = open(name.as_ptr(), ptr::null());
            if object.is_null() {
                return Err(io::Error::last_os_error().into());
            }
            let links = Vec::new();
            Ok(Object {
                library,
                object,
                links,
            })
        }
    }

    /// All programs, with their names.
    pub fn programs(&self) -> Result<Vec<(String, Program)>> {
        let mut programs = Vec::new();
        let mut last = ptr::null_mut();
        // SAFETY: the object is open, and `last` one of its programs or null.
        unsafe {
            let next: Symbol<unsafe extern "C" fn(Handle, Handle) -> Handle> =
                self.library.get(b"bpf_object__next_program")?;
            let name: Symbol<unsafe extern "C" fn(Handle) -> *const c_char> =
                self.library.get(b"bpf_program__name")?;
            loop {
                last = next(self.object, last);
                if last.is_null() {
                    return Ok(programs);
                }
                let name = CStr::from_ptr(name(last)).to_string_lossy().into_owned();
                programs.push((name, Program(last)));
            }
        }
    }

    /// Says whether a program is loaded with the object.
    pub fn set_autoload(&self, program: Program, autoload: bool) -> Result<()> {
        // SAFETY: a program of this object.
        unsafe {
            let set: Symbol<unsafe extern "C" fn(Handle, bool) -> c_int> =
                self.library.get(b"bpf_program__set_autoload")?;
            check(set(program.0, autoload))
        }
    }

    /// Loads the object into the kernel.
    pub fn load(&self) -> Result<()> {
        // SAFETY: the object is open.
        unsafe {
            let load: Symbol<unsafe extern "C" fn(Handle) -> c_int> =
                self.library.get(b"bpf_object__load")?;
            check(load(self.object))
        }
    }

    /// The descriptor of a program that is loaded.
    pub fn program_fd(&self, program: Program) -> Result<OwnedFd> {
        // SAFETY: a program of this object.
        unsafe {
            let fd: Symbol<unsafe extern "C" fn(Handle) -> c_int> =
                self.library.get(b"bpf_program__fd")?;
            duplicate(fd(program.0))
        }
    }

    /// The descriptor of a map.
    pub fn map_fd(&self, name: &str) -> Result<OwnedFd> {
        let name = CString::new(name)?;
        // SAFETY: the object is open.
        unsafe {
            let find: Symbol<unsafe extern "C" fn(Handle, *const c_char) -> c_int> =
                self.library.get(b"bpf_object__find_map_fd_by_name")?;
            duplicate(find(self.object, name.as_ptr()))
        }
    }

    /// Attaches a program, until the object is dropped. Returns the descriptor of the link.
    pub fn attach(&mut self, program: Program) -> Result<OwnedFd> {
        // SAFETY: a program of this object.
        unsafe {
            let attach: Symbol<unsafe extern "C" fn(Handle) -> Handle> =
                self.library.get(b"bpf_program__attach")?;
            let link = attach(program.0);
            if link.is_null() {
                return Err(io::Error::last_os_error().into());
            }
            let fd: Symbol<unsafe extern "C" fn(Handle) -> c_int> =
                self.library.get(b"bpf_link__fd")?;
            let fd = fd(link);
            self.links.push(link);
            duplicate(fd)
        }
    }

    /// Registers the tables of callbacks, until the object is dropped. Returns their number.
    pub fn attach_tables(&mut self) -> Result<usize> {
        let (mut map, mut count) = (ptr::null_mut(), 0);
        // SAFETY: the object is open, and `map` is one of its maps or null.
        unsafe {
            let next: Symbol<unsafe extern "C" fn(Handle, Handle) -> Handle> =
                self.library.get(b"bpf_object__next_map")?;
            let kind: Symbol<unsafe extern "C" fn(Handle) -> c_int> =
                self.library.get(b"bpf_map__type")?;
            let attach: Symbol<unsafe extern "C" fn(Handle) -> Handle> =
                self.library.get(b"bpf_map__attach_struct_ops")?;
            loop {
                map = next(self.object, map);
                if map.is_null() {
                    return Ok(count);
                }
                if kind(map) != BPF_MAP_TYPE_STRUCT_OPS {
                    continue;
                }
                let link = attach(map);
                if link.is_null() {
                    return Err(io::Error::last_os_error().into());
                }
                self.links.push(link);
                count += 1;
            }
        }
    }

    /// An iterator of a link: what is read from it.
    pub fn iterator(&self, link: &OwnedFd) -> Result<OwnedFd> {
        use std::os::fd::AsRawFd as _;
        // SAFETY: the new descriptor is ours.
        unsafe {
            let create: Symbol<unsafe extern "C" fn(c_int) -> c_int> =
                self.library.get(b"bpf_iter_create")?;
            match create(link.as_raw_fd()) {
                fd @ 0.. => Ok(OwnedFd::from_raw_fd(fd)),
                _ => Err(io::Error::last_os_error().into()),
            }
        }
    }
}

fn check(status: c_int) -> Result<()> {
    match status {
        0.. => Ok(()),
        _ => Err(io::Error::from_raw_os_error(-status).into()),
    }
}

/// A descriptor that stays libbpf's.
fn duplicate(fd: c_int) -> Result<OwnedFd> {
    if fd < 0 {
        return Err(io::Error::from_raw_os_error(-fd).into());
    }
    // SAFETY: the object keeps it open.
    Ok(unsafe { BorrowedFd::borrow_raw(fd) }.try_clone_to_owned()?)
}

impl Drop for Object {
    fn drop(&mut self) {
        // SAFETY: each handle is closed once, the object last.
        unsafe {
            let destroy = self
                .library
                .get::<unsafe extern "C" fn(Handle) -> c_int>(b"bpf_link__destroy");
            if let Ok(destroy) = destroy {
                for link in &self.links {
                    let _ = destroy(*link);
                }
            }
            let close = self
                .library
                .get::<unsafe extern "C" fn(Handle)>(b"bpf_object__close");
            if let Ok(close) = close {
                close(self.object);
            }
        }
    }
}
