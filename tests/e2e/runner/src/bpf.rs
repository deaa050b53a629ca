//! The bpf(2) calls that do not depend on who loaded the program.

use std::ffi::{CStr, c_void};
use std::io;
use std::os::fd::{AsFd, AsRawFd as _, FromRawFd as _, OwnedFd};

use crate::Result;

fn check(status: i32) -> Result {
    match status {
        0.. => Ok(()),
        _ => Err(io::Error::last_os_error().into()),
    }
}

/// Types of this suite's maps and records.
///
/// # Safety
///
/// Any bytes are a value.
pub(crate) unsafe trait Plain: Copy {}

macro_rules! plain {
    ($($name:ty)*) => { $(
        // SAFETY: integers and arrays of them.
        unsafe impl Plain for $name {}
    )* };
}

plain! {
    u64 answers::Pid answers::Task answers::File answers::Renamed answers::BpfMap answers::Sock answers::Kinds
    answers::Exec answers::Opened answers::Node answers::Arrays answers::Pointers answers::Cast answers::Calls answers::Variables
    answers::Headers answers::Children answers::Counted answers::Symbols answers::Configuration
}

/// The records that an iterator wrote.
pub(crate) fn records<T: Plain>(bytes: &[u8]) -> Vec<T> {
    // SAFETY: a chunk has the size of a `T`, and any bytes are one.
    let record = |chunk: &[u8]| unsafe { chunk.as_ptr().cast::<T>().read_unaligned() };
    bytes.chunks_exact(size_of::<T>()).map(record).collect()
}

/// Runs a raw tracepoint program once, for the calling thread. Returns what it returns.
pub(crate) fn run(program: impl AsFd) -> Result<u32> {
    run_with(program, &[])
}

/// The same, with the tracepoint's arguments.
pub(crate) fn run_with(program: impl AsFd, arguments: &[u64]) -> Result<u32> {
    // The kernel takes no pointer to nothing.
    let context = match arguments {
        [] => std::ptr::null(),
        _ => arguments.as_ptr().cast(),
    };
    let mut options = libbpf_sys::bpf_test_run_opts {
        sz: size_of::<libbpf_sys::bpf_test_run_opts>() as _,
        ctx_in: context,
        ctx_size_in: size_of_val(arguments) as u32,
        ..Default::default()
    };
    // SAFETY: zeros but for the size and the arguments.
    check(unsafe {
        libbpf_sys::bpf_prog_test_run_opts(program.as_fd().as_raw_fd(), &mut options)
    })?;
    Ok(options.retval)
}

/// Runs a program for a packet. Returns what it returns.
pub(crate) fn run_packet(program: impl AsFd, packet: &[u8]) -> Result<u32> {
    let mut options = libbpf_sys::bpf_test_run_opts {
        sz: size_of::<libbpf_sys::bpf_test_run_opts>() as _,
        data_in: packet.as_ptr().cast(),
        data_size_in: packet.len() as u32,
        ..Default::default()
    };
    // SAFETY: zeros but for the size and the packet.
    check(unsafe {
        libbpf_sys::bpf_prog_test_run_opts(program.as_fd().as_raw_fd(), &mut options)
    })?;
    Ok(options.retval)
}

/// The value of a key; of a map that has one for each CPU, the values of all.
pub(crate) fn lookup<K: Copy, T: Plain>(map: impl AsFd, key: K) -> Result<Vec<T>> {
    // Room for every CPU: the kernel writes as many values as there are.
    // SAFETY: asks for a number.
    let cpus = unsafe { libbpf_sys::libbpf_num_possible_cpus() }.max(1) as usize;
    let mut bytes = vec![0; size_of::<T>().next_multiple_of(8) * cpus];
    let key = (&raw const key).cast::<c_void>();
    // SAFETY: key and buffer live, and the buffer is large enough for any kind of map here.
    let status = unsafe {
        libbpf_sys::bpf_map_lookup_elem(map.as_fd().as_raw_fd(), key, bytes.as_mut_ptr().cast())
    };
    check(status)?;
    Ok(records(&bytes))
}

/// Sets the value of a key.
pub(crate) fn update<K: Copy>(map: impl AsFd, key: K, value: &[u8]) -> Result {
    let key = (&raw const key).cast::<c_void>();
    // SAFETY: key and value live, and the caller's value has the map's size.
    check(unsafe {
        libbpf_sys::bpf_map_update_elem(map.as_fd().as_raw_fd(), key, value.as_ptr().cast(), 0)
    })
}

/// What is in a ring buffer now.
pub(crate) fn drain<T: Plain>(ring: impl AsFd) -> Result<Vec<T>> {
    unsafe extern "C" fn collect<T: Plain>(
        to: *mut c_void,
        data: *mut c_void,
        size: libbpf_sys::size_t,
    ) -> i32 {
        // SAFETY: `to` is the vector below; libbpf hands out `size` bytes.
        unsafe {
            let data = std::slice::from_raw_parts(data.cast::<u8>(), size as usize);
            (*to.cast::<Vec<T>>()).extend(records::<T>(data));
        }
        0
    }
    let mut found = Vec::<T>::new();
    let to = (&raw mut found).cast();
    // SAFETY: the buffer is freed before `found` goes.
    unsafe {
        let ring = libbpf_sys::ring_buffer__new(
            ring.as_fd().as_raw_fd(),
            Some(collect::<T>),
            to,
            std::ptr::null(),
        );
        if ring.is_null() {
            return Err(io::Error::last_os_error().into());
        }
        let status = libbpf_sys::ring_buffer__consume(ring);
        libbpf_sys::ring_buffer__free(ring);
        check(status)?;
    }
    Ok(found)
}

/// A hash map for others to look at, and its id.
pub(crate) fn create_map(
    name: &CStr,
    key: u32,
    value: u32,
    entries: u32,
) -> Result<(OwnedFd, u32)> {
    let kind = libbpf_sys::BPF_MAP_TYPE_HASH;
    // SAFETY: no options; the descriptor is new and ours.
    let map = unsafe {
        let fd =
            libbpf_sys::bpf_map_create(kind, name.as_ptr(), key, value, entries, std::ptr::null());
        check(fd)?;
        OwnedFd::from_raw_fd(fd)
    };
    let mut info = libbpf_sys::bpf_map_info::default();
    let mut size = size_of_val(&info) as u32;
    // SAFETY: `info` is what the kernel writes for a map, and `size` its size.
    check(unsafe {
        libbpf_sys::bpf_obj_get_info_by_fd(map.as_raw_fd(), (&raw mut info).cast(), &mut size)
    })?;
    Ok((map, info.id))
}
