//! What the BPF programs send to the loader, and their histograms.

#![no_std]

use bytemuck::{Pod, Zeroable};

/// Values of `kind`.
pub const CONNECT: u32 = 1;
pub const ACCEPT: u32 = 2;
pub const CLOSE: u32 = 3;
/// A process asked for a connection and did not get it.
pub const FAIL: u32 = 4;

/// As in `sa_family`.
pub const AF_INET: u16 = 2;
pub const AF_INET6: u16 = 10;

/// The slots of a histogram. A slot counts the times whose number of microseconds has as many bits as the slot's index; the last one
/// also counts longer times.
pub const SLOTS: u32 = 24;
/// The histogram of connections: the first slot. The times are from the system call until the connection was established.
pub const CONNECTS: u32 = 0;
/// The histogram of accepted connections: the first slot. The times are those that a connection waited for `accept`.
pub const ACCEPTS: u32 = SLOTS;

#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Event {
    /// In nanoseconds. If the connection was closed, this is how long it was established; otherwise see the histograms.
    pub time: u64,
    /// The process that connected or accepted; zero if it is not known.
    pub pid: i32,
    pub kind: u32,
    /// Bytes of data. The kernel counts the other side's end of data as one more byte that was received.
    pub sent: u64,
    pub received: u64,
    pub uid: u32,
    pub retransmits: u32,
    pub family: u16,
    /// In the byte order of the machine.
    pub local_port: u16,
    pub remote_port: u16,
    /// There is no padding.
    pub zero: u16,
    pub local: Address,
    pub remote: Address,
    pub name: Name,
}

/// The bytes are in the order of the network. With `AF_INET`, only the first four count. The alignment lets the compiler copy and
/// clear whole words.
#[repr(C, align(8))]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Address(pub [u8; 16]);

/// The name of a process. It ends at the first zero byte.
#[repr(C, align(8))]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Name(pub [u8; 16]);
