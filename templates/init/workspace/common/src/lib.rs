//! The events that the BPF program sends to the loader.

#![no_std]

/// A process that began to run another file.
///
/// The layout is that of C, and there is no padding, because the verifier refuses to send bytes that were never written.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exec {
    pub pid: i32,
    pub parent: i32,
    /// Ends at the first zero byte.
    pub name: [u8; 16],
}

impl Exec {
    /// Reads an event as the ring buffer returns it. The result is `None` if the length is wrong.
    pub fn from_bytes(bytes: &[u8]) -> Option<Exec> {
        let (pid, rest) = bytes.split_first_chunk()?;
        let (parent, name) = rest.split_first_chunk()?;
        Some(Exec {
            pid: i32::from_ne_bytes(*pid),
            parent: i32::from_ne_bytes(*parent),
            name: name.try_into().ok()?,
        })
    }

    /// The name of the process.
    pub fn name(&self) -> &[u8] {
        let mut parts = self.name.split(|byte| *byte == 0);
        parts.next().unwrap_or_default()
    }
}
