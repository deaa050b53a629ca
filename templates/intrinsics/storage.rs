// The members of plain types that are not a field in Rust: bitfields, and the members of unions. They are in the bytes of a
// field. All bytes of a plain type are initialized, because its padding is a field too.

/// A type of which any initialized bytes are a value, and that has no padding.
///
/// # Safety
///
/// It is one.
pub(super) unsafe trait Plain: Copy {}

macro_rules! plain {
    ($([$($generics:tt)*] $name:ty),*) => { $(
        // SAFETY: it is an integer, a raw pointer, or consists of such fields without padding.
        unsafe impl<$($generics)*> super::layout::Plain for $name {}
    )* };
}
pub(super) use plain;

plain! { [] u8, [] u16, [] u32, [] u64, [] u128, [] i8, [] i16, [] i32, [] i64, [] i128 }
plain! { [T: btfgen::Opaque] *const T, [T: btfgen::Opaque] *mut T, [T: Plain, const N: usize] [T; N] }

/// Ends the compilation if the layout of a type is not that of the kernel.
pub(super) const fn same(in_rust: usize, in_kernel: usize) {
    assert!(in_rust == in_kernel, "the layout of this type is not that of the kernel");
}

// All bytes are zero.
macro_rules! zeroed {
    ($name:ident) => {
        impl ::core::default::Default for $name {
            #[inline(always)]
            fn default() -> $name {
                super::layout::zero()
            }
        }
    };
}
pub(super) use zeroed;

#[inline(always)]
pub(super) const fn zero<T: Plain>() -> T {
    // SAFETY: any bytes are a value.
    unsafe { ::core::mem::zeroed() }
}

/// The member at the byte `AT`, which is aligned.
#[inline(always)]
pub(super) const fn get<T: Plain, S: Plain, const AT: usize>(storage: &S) -> T {
    const { assert!(AT + size_of::<T>() <= size_of::<S>()) };
    // SAFETY: the bytes are in the storage, and any bytes are a value. The generated code checks the alignment.
    unsafe { ::core::ptr::from_ref(storage).cast::<u8>().add(AT).cast::<T>().read() }
}

/// As `get`, with any alignment.
#[inline(always)]
pub(super) const fn get_unaligned<T: Plain, S: Plain, const AT: usize>(storage: &S) -> T {
    const { assert!(AT + size_of::<T>() <= size_of::<S>()) };
    // SAFETY: the bytes are in the storage, and any bytes are a value.
    unsafe { ::core::ptr::from_ref(storage).cast::<u8>().add(AT).cast::<T>().read_unaligned() }
}

#[inline(always)]
pub(super) const fn set<T: Plain, S: Plain, const AT: usize>(storage: &mut S, value: T) {
    const { assert!(AT + size_of::<T>() <= size_of::<S>()) };
    // SAFETY: as for `get`.
    unsafe { ::core::ptr::from_mut(storage).cast::<u8>().add(AT).cast::<T>().write(value) }
}

#[inline(always)]
pub(super) const fn set_unaligned<T: Plain, S: Plain, const AT: usize>(storage: &mut S, value: T) {
    const { assert!(AT + size_of::<T>() <= size_of::<S>()) };
    // SAFETY: as for `get_unaligned`.
    unsafe { ::core::ptr::from_mut(storage).cast::<u8>().add(AT).cast::<T>().write_unaligned(value) }
}

/// Returns the distance of the lowest of `WIDTH` bits from the lowest bit of `BYTES` bytes. `BIT` is the number of the first bit:
/// on big-endian kernels, the first bit is the highest.
const fn shift(bytes: usize, bit: usize, width: usize) -> usize {
    if cfg!(target_endian = "big") {
        8 * bytes - bit - width
    } else {
        bit
    }
}

/// Returns the place of byte `i` of `BYTES` bytes, where 0 is the lowest.
const fn index(bytes: usize, i: usize) -> usize {
    if cfg!(target_endian = "big") {
        bytes - 1 - i
    } else {
        i
    }
}

/// Byte `i` of a value that is shifted to the left.
const fn byte_of(value: u64, shift: usize, i: usize) -> u8 {
    match 8 * i >= shift {
        true => (value >> (8 * i - shift)) as u8,
        false => (value << (shift - 8 * i)) as u8,
    }
}

/// The bitfield of `WIDTH` bits in the bytes `FIRST` to `FIRST + BYTES - 1`.
#[inline(always)]
pub(super) const fn bits<S: Plain, const FIRST: usize, const BYTES: usize, const BIT: usize, const WIDTH: usize>(
    storage: &S,
) -> u64 {
    let bytes: [u8; BYTES] = get_unaligned::<[u8; BYTES], S, FIRST>(storage);
    let shift = const { shift(BYTES, BIT, WIDTH) };
    let mut value = 0;
    let mut i = 0;
    while i < BYTES {
        let byte = bytes[index(BYTES, i)] as u64;
        // A bitfield may be in nine bytes.
        value |= match 8 * i >= shift {
            true => byte << (8 * i - shift),
            false => byte >> (shift - 8 * i),
        };
        i += 1;
    }
    value & (u64::MAX >> (64 - WIDTH))
}

/// As `bits`, with its sign.
#[inline(always)]
pub(super) const fn signed_bits<S: Plain, const FIRST: usize, const BYTES: usize, const BIT: usize, const WIDTH: usize>(
    storage: &S,
) -> i64 {
    let value = bits::<S, FIRST, BYTES, BIT, WIDTH>(storage) as i64;
    value << (64 - WIDTH) >> (64 - WIDTH)
}

/// Sets a bitfield to the lowest `WIDTH` bits of a value.
#[inline(always)]
pub(super) const fn set_bits<S: Plain, const FIRST: usize, const BYTES: usize, const BIT: usize, const WIDTH: usize>(
    storage: &mut S,
    value: u64,
) {
    let mut bytes: [u8; BYTES] = get_unaligned::<[u8; BYTES], S, FIRST>(storage);
    let shift = const { shift(BYTES, BIT, WIDTH) };
    let mask = u64::MAX >> (64 - WIDTH);
    let mut i = 0;
    while i < BYTES {
        let byte = &mut bytes[index(BYTES, i)];
        *byte = *byte & !byte_of(mask, shift, i) | byte_of(value & mask, shift, i);
        i += 1;
    }
    set_unaligned::<[u8; BYTES], S, FIRST>(storage, bytes);
}
