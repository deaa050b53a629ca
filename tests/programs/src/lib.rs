//! What the programs share: the bindings, the licence, and what a failed read is.

#![no_std]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

/// The bindings of the running kernel.
pub mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

use aya_ebpf::maps::ring_buf::RingBufEntry;
use vmlinux::btfgen::{
    Buffer, Bytes, CType, Link, Opaque, Path, Place, Read, ReadError, Root, Text, operations,
};

pub const AF_INET: u16 = 2;
pub const AF_INET6: u16 = 10;
pub const COMM: usize = 16;

/// Bytes with the alignment of a word, so that the compiler copies and clears whole words. C's compiler knows the alignment of
/// an array from the struct around it.
#[repr(C, align(8))]
#[derive(Clone, Copy)]
pub struct Words<const BYTES: usize>(pub [u8; BYTES]);

/// With the feature `or-zero`, a program imports this trait, and `read()?` and `follow()?` become `read_or_zero()` and
/// `follow_or_null()`: the compiler sees that they return no error. Methods of a trait for `Place` are found before the
/// operations.
pub trait OrZero<T: Opaque + CType> {
    /// # Safety
    ///
    /// As for the operation.
    unsafe fn read(self) -> Result<T::Value, ReadError>
    where
        T: Read;

    /// # Safety
    ///
    /// As for the operation.
    unsafe fn follow(self) -> Result<Place<T::To>, ReadError>
    where
        T: Link;

    /// As the operation, but returns no bytes if the read fails.
    ///
    /// # Safety
    ///
    /// As for the operation.
    unsafe fn read_bytes<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Bytes;

    /// As the operation, but returns no bytes if the read fails.
    ///
    /// # Safety
    ///
    /// As for the operation.
    unsafe fn read_str<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Text;
}

impl<T: Opaque + CType, R: Opaque + Root, P: Path> OrZero<T> for Place<T, R, P> {
    #[inline(always)]
    unsafe fn read(self) -> Result<T::Value, ReadError>
    where
        T: Read,
    {
        // SAFETY: the caller's word.
        Ok(unsafe { operations(self).read_or_zero() })
    }

    #[inline(always)]
    unsafe fn follow(self) -> Result<Place<T::To>, ReadError>
    where
        T: Link,
    {
        // SAFETY: the caller's word.
        Ok(unsafe { operations(self).follow_or_null() })
    }

    #[inline(always)]
    unsafe fn read_bytes<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Bytes,
    {
        // SAFETY: the caller's word.
        Ok(unsafe { operations(self).read_bytes(buffer) }.unwrap_or(&[]))
    }

    #[inline(always)]
    unsafe fn read_str<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Text,
    {
        // SAFETY: the caller's word.
        Ok(unsafe { operations(self).read_str(buffer) }.unwrap_or(&[]))
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

/// The record in a ring buffer's entry.
#[inline(always)]
pub fn record<T>(entry: &mut RingBufEntry<T>) -> &mut T {
    // SAFETY: the records here are integers and arrays of them, and the memory of a ring buffer has been written.
    unsafe { &mut *entry.as_mut_ptr() }
}

/// Submits an entry if its record is complete.
#[inline(always)]
pub fn finish<T>(entry: RingBufEntry<T>, filled: Result<(), ReadError>) {
    match filled {
        Ok(()) => entry.submit(0),
        Err(_) => entry.discard(0),
    }
}

/// The licence that GPL-only helpers ask for.
#[macro_export]
macro_rules! license {
    () => {
        #[unsafe(no_mangle)]
        #[unsafe(link_section = "license")]
        static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
    };
}
