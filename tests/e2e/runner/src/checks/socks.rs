//! A TCP connection of the runner with itself.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpListener, TcpStream};
use std::os::fd::AsRawFd as _;

use answers::Sock;

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::Offsets;

pub(super) fn sock(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    loopback_up()?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    // What the accepted end inherits.
    set(&listener, libc::SO_NO_CHECK, 1)?;
    set(&listener, libc::SO_RCVBUF, 1 << 16)?;
    program.attach()?;
    let client = TcpStream::connect(listener.local_addr()?)?;
    let (server, _) = listener.accept()?;
    let map = program.map("ANSWERS")?;
    for (end, stream, inherits) in [("client", client, 0), ("server", server, 1)] {
        let (local, peer) = (v4(stream.local_addr()?)?, v4(stream.peer_addr()?)?);
        let answer = bpf::lookup::<u16, Sock>(&map, local.port())?[0];
        let what = |field: &str| format!("{end} {field}");
        report.equal(&what("skc_family"), answer.family, libc::AF_INET as u16);
        report.equal(&what("skc_num"), answer.num, local.port());
        report.equal(&what("skc_dport"), u16::from_be(answer.dport), peer.port());
        report.equal(
            &what("skc_rcv_saddr"),
            address(answer.rcv_saddr),
            *local.ip(),
        );
        report.equal(&what("skc_daddr"), address(answer.daddr), *peer.ip());
        report.equal(
            &what("sk_protocol"),
            answer.protocol,
            libc::IPPROTO_TCP as u16,
        );
        report.equal(&what("sk_type"), answer.kind, libc::SOCK_STREAM as u16);
        report.equal(&what("sk_no_check_tx"), answer.no_check, inherits);
        let rcvbuf_lock = answer.userlocks >> 1 & 1;
        report.equal(
            &what("sk_userlocks & SOCK_RCVBUF_LOCK"),
            rcvbuf_lock,
            inherits,
        );
    }
    Ok(())
}

fn set(socket: &TcpListener, option: i32, value: i32) -> Result {
    let bytes = size_of::<i32>() as libc::socklen_t;
    let (socket, value) = (socket.as_raw_fd(), (&raw const value).cast());
    // SAFETY: the option's value is an int.
    match unsafe { libc::setsockopt(socket, libc::SOL_SOCKET, option, value, bytes) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error().into()),
    }
}

fn address(network_order: u32) -> Ipv4Addr {
    Ipv4Addr::from(u32::from_be(network_order))
}

fn v4(address: SocketAddr) -> Result<SocketAddrV4> {
    match address {
        SocketAddr::V4(address) => Ok(address),
        SocketAddr::V6(_) => Err("not an IPv4 address".into()),
    }
}

/// A machine without an init system has it down.
fn loopback_up() -> Result {
    // SAFETY: `request` is what both calls take, with the name of an interface in it.
    unsafe {
        let socket = libc::socket(libc::AF_INET, libc::SOCK_DGRAM, 0);
        let mut request: libc::ifreq = std::mem::zeroed();
        request.ifr_name[0] = b'l' as _;
        request.ifr_name[1] = b'o' as _;
        let mut status = libc::ioctl(socket, libc::SIOCGIFFLAGS as _, &mut request);
        if status == 0 && request.ifr_ifru.ifru_flags & libc::IFF_UP as i16 == 0 {
            request.ifr_ifru.ifru_flags |= libc::IFF_UP as i16;
            status = libc::ioctl(socket, libc::SIOCSIFFLAGS as _, &mut request);
        }
        let error = io::Error::last_os_error();
        libc::close(socket);
        match status {
            0 => Ok(()),
            _ => Err(error.into()),
        }
    }
}
