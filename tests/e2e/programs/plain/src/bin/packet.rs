//! A packet, through a context whose pointers have 32 bits.

#![no_std]
#![no_main]

use core::ffi::c_void;

use plain::vmlinux::xdp_md;

plain::license!();

const XDP_DROP: i32 = 1;
const XDP_PASS: i32 = 2;

/// Lets IPv6 through.
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
extern "C" fn packet(context: *mut c_void) -> i32 {
    let context = xdp_md::at(context);
    // SAFETY: the verifier knows the context.
    let (data, end) = unsafe {
        (
            context.data().load() as usize,
            context.data_end().load() as usize,
        )
    };
    if data + 14 > end {
        return XDP_DROP;
    }
    // SAFETY: the packet has 14 bytes.
    match u16::from_be(unsafe { *((data + 12) as *const u16) }) {
        0x86dd => XDP_PASS,
        _ => XDP_DROP,
    }
}
