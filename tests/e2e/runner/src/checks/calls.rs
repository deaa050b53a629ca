//! Functions and variables of the kernel, and a table of callbacks.

use std::ffi::CStr;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::fd::{AsRawFd as _, FromRawFd as _};
use std::time::Instant;

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::{Offsets, tasks, text};

/// Whether the kernel has a function or variable of this name, with an address that programs can have.
pub(super) fn has_symbol(name: &str) -> bool {
    let symbols = fs::read_to_string("/proc/kallsyms").unwrap_or_default();
    let mut names = symbols.lines().map(|line| line.split_whitespace().nth(2));
    names.any(|it| it == Some(name))
}

pub(super) fn calls(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    program.attach()?;
    let mut answer = None;
    // Another process may start a program at the same time.
    for _ in 0..100 {
        let started = tasks::start("/proc/self/exe")?;
        let last = bpf::lookup::<u32, answers::Calls>(program.map("ANSWERS")?, 0)?[0];
        if last.started == started {
            answer = Some(last);
            break;
        }
    }
    let answer = answer.ok_or("the program never saw the runner's child")?;
    let exists = has_symbol("bpf_task_from_pid");
    report.equal("exists", answer.exists, exists.into());
    let (found, nobody) = if exists {
        (answer.started, 1)
    } else {
        (-1, -1)
    };
    report.equal("the task by its number", answer.found, found);
    report.equal("nobody has the number -1", answer.nobody, nobody);
    Ok(())
}

pub(super) fn variables(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    // SAFETY: asks for a number.
    let last = unsafe { libc::sysconf(libc::_SC_NPROCESSORS_ONLN) }.max(1) as i32 - 1;
    let prog = program.program()?;
    tasks::in_thread(move || {
        // SAFETY: a set of CPUs of this thread, which ends soon.
        let status = unsafe {
            let mut cpus: libc::cpu_set_t = std::mem::zeroed();
            libc::CPU_SET(last as usize, &mut cpus);
            libc::sched_setaffinity(0, size_of_val(&cpus), &cpus)
        };
        if status != 0 {
            return Err(io::Error::last_os_error().into());
        }
        bpf::run(prog).map(|_| ())
    })?;
    let answer = bpf::lookup::<u32, answers::Variables>(program.map("ANSWERS")?, 0)?[0];
    // Without the variable, the program leaves the others as they were.
    let exists = has_variable(c"runqueues")?;
    let (this_cpu, cpu_0, no_cpu) = match exists {
        true => (last, 0, 1),
        false => (-1, -1, -1),
    };
    report.equal("exists", answer.exists, exists.into());
    report.equal("runqueues.cpu of this CPU", answer.this_cpu, this_cpu);
    report.equal("runqueues.cpu of CPU 0", answer.cpu_0, cpu_0);
    report.equal("no CPU has a large number", answer.no_cpu, no_cpu);
    Ok(())
}

/// Whether the kernel's BTF has a variable: that of Debian's 5.10, which an old pahole made, has none.
fn has_variable(name: &CStr) -> Result<bool> {
    // SAFETY: libbpf's own, of the running kernel; freed below.
    unsafe {
        let btf = libbpf_sys::btf__load_vmlinux_btf();
        if btf.is_null() {
            return Err(io::Error::last_os_error().into());
        }
        let id = libbpf_sys::btf__find_by_name_kind(btf, name.as_ptr(), libbpf_sys::BTF_KIND_VAR);
        libbpf_sys::btf__free(btf);
        Ok(id > 0)
    }
}

/// What goes over the connection.
const BYTES: usize = 64 << 20;

pub(super) fn congestion(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    program.attach()?;
    let rust = transfer("rust_cc")?;
    let calls = bpf::lookup::<u32, u64>(program.map("ANSWERS")?, 0)?[0];
    report.equal("congestion control", rust.name, "rust_cc".to_owned());
    report.equal("bytes that arrived", rust.arrived, BYTES);
    report.equal("the window was asked to grow", calls > 0, true);
    let reno = transfer("reno")?;
    println!(
        "   {} MiB in {:.2} s, with the kernel's reno in {:.2} s; {calls} calls",
        BYTES >> 20,
        rust.seconds,
        reno.seconds
    );
    Ok(())
}

struct Transfer {
    /// The congestion control of the sender, as the kernel says.
    name: String,
    arrived: usize,
    seconds: f64,
}

/// Sends over the loopback interface.
fn transfer(congestion_control: &str) -> Result<Transfer> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    // The congestion control of a connection is chosen before it begins.
    let sender = socket(congestion_control)?;
    let port = listener.local_addr()?.port();
    let start = Instant::now();
    let receiver = std::thread::spawn(move || -> io::Result<usize> {
        let (mut stream, _) = listener.accept()?;
        let (mut buffer, mut arrived) = (vec![0; 1 << 16], 0);
        loop {
            match stream.read(&mut buffer)? {
                0 => return Ok(arrived),
                bytes => arrived += bytes,
            }
        }
    });
    let address = libc::sockaddr_in {
        sin_family: libc::AF_INET as u16,
        sin_port: port.to_be(),
        sin_addr: libc::in_addr {
            s_addr: u32::from_ne_bytes([127, 0, 0, 1]),
        },
        sin_zero: [0; 8],
    };
    // SAFETY: an address of this length.
    check(unsafe {
        let length = size_of_val(&address) as u32;
        libc::connect(sender.as_raw_fd(), (&raw const address).cast(), length)
    })?;
    let mut name = [0_u8; 16];
    let mut length = name.len() as u32;
    // SAFETY: a buffer of this length.
    check(unsafe {
        let to = name.as_mut_ptr().cast();
        libc::getsockopt(
            sender.as_raw_fd(),
            libc::IPPROTO_TCP,
            libc::TCP_CONGESTION,
            to,
            &mut length,
        )
    })?;
    let block = vec![7; 1 << 16];
    let mut sender = sender;
    for _ in 0..BYTES / block.len() {
        sender.write_all(&block)?;
    }
    drop(sender);
    let arrived = receiver.join().expect("no panic in the thread")?;
    Ok(Transfer {
        name: text(&name),
        arrived,
        seconds: start.elapsed().as_secs_f64(),
    })
}

fn socket(congestion_control: &str) -> Result<TcpStream> {
    // SAFETY: a new descriptor, which is ours; then an option with a text of this length.
    unsafe {
        let fd = libc::socket(libc::AF_INET, libc::SOCK_STREAM, 0);
        check(fd)?;
        let stream = TcpStream::from_raw_fd(fd);
        let (from, length) = (congestion_control.as_ptr().cast(), congestion_control.len());
        check(libc::setsockopt(
            fd,
            libc::IPPROTO_TCP,
            libc::TCP_CONGESTION,
            from,
            length as u32,
        ))?;
        Ok(stream)
    }
}

fn check(status: i32) -> Result {
    match status {
        0.. => Ok(()),
        _ => Err(io::Error::last_os_error().into()),
    }
}
