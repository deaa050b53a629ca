//! A bitfield of one byte, read in a function that is called twice and not inlined.

#![no_std]
#![no_main]

use core::ffi::c_void;

use plain::vmlinux::btfgen::{Place, ReadError};
use plain::vmlinux::sk_buff;

plain::license!();

#[inline(never)]
fn packet_type(packet: Place<sk_buff>) -> Result<u8, ReadError> {
    // SAFETY: a probe read.
    unsafe { packet.pkt_type().read() }
}

/// Returns the error of a read from an address that no object has.
#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn called(_context: *mut c_void) -> i32 {
    match packet_type(sk_buff::at(8 as *const c_void)) {
        Ok(first) => i32::from(first),
        Err(_) => match packet_type(sk_buff::at(16 as *const c_void)) {
            Ok(second) => i32::from(second),
            Err(error) => error.errno(),
        },
    }
}
