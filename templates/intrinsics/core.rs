// The back end for `--intrinsics core`: the queries of rustc's own `btf_relocations`. There are three, all about a field. The
// compiler refuses operations that need more, and says what is not covered.

/// A path from a root type to a field, through embedded structs. It is part of a place's type. Its offset is a sum: rustc
/// returns the offset from each named struct or union on the path to the next.
pub trait Path {
    /// The type that has the next step as a member.
    #[doc(hidden)]
    type At: Opaque;
    // Offset and existence of the last named struct or union on the path, or of the root.
    #[doc(hidden)]
    fn named_offset() -> usize;
    #[doc(hidden)]
    fn named_exists() -> bool;
    #[doc(hidden)]
    fn byte_offset() -> usize;
    #[doc(hidden)]
    fn byte_size() -> usize;
    #[doc(hidden)]
    fn exists() -> bool;
}

/// A type with a member that rustc has queries for. The results are relative to the last named struct or union.
pub trait Member<const STEP: u64>: Opaque {
    #[doc(hidden)]
    const UNCOVERED: Option<&'static str> = None;
    #[doc(hidden)]
    type At: Opaque;
    /// Whether `At` is a named struct or union.
    #[doc(hidden)]
    const NAMED: bool;
    #[doc(hidden)]
    fn byte_offset() -> usize;
    #[doc(hidden)]
    fn byte_size() -> usize;
    #[doc(hidden)]
    fn exists() -> bool;
}

// Refuses to compile a query for a member that is not covered.
const fn covered<T: Opaque + Member<STEP>, const STEP: u64>() {
    if let Some(why) = T::UNCOVERED {
        panic!("{}", why)
    }
}

/// The end of a step from `T`, if it is not a named struct or union.
#[doc(hidden)]
pub struct Within<T: Opaque, const STEP: u64>(PhantomData<*const T>);

macro_rules! start {
    ($($start:ident)*) => { $(
        impl<R: Opaque + Root> Path for $start<R> {
            type At = R;
            #[inline(always)]
            fn named_offset() -> usize {
                0
            }
            #[inline(always)]
            fn named_exists() -> bool {
                true
            }
            #[inline(always)]
            fn byte_offset() -> usize {
                0
            }
            #[inline(always)]
            fn byte_size() -> usize {
                const {
                    match R::SCALAR {
                        Some(bytes) => bytes,
                        None => panic!("rustc's btf_relocations do not cover the size of a type, only that of a field"),
                    }
                }
            }
            #[inline(always)]
            fn exists() -> bool {
                true
            }
        }
    )* };
}

start! { Start StartMut }

impl<P: Path, const STEP: u64> Path for Then<P, STEP>
where
    P::At: Member<STEP>,
{
    type At = <P::At as Member<STEP>>::At;
    #[inline(always)]
    fn named_offset() -> usize {
        if <P::At as Member<STEP>>::NAMED {
            Self::byte_offset()
        } else {
            P::named_offset()
        }
    }
    #[inline(always)]
    fn named_exists() -> bool {
        if <P::At as Member<STEP>>::NAMED {
            Self::exists()
        } else {
            P::named_exists()
        }
    }
    #[inline(always)]
    fn byte_offset() -> usize {
        const { covered::<P::At, STEP>() }
        P::named_offset() + <P::At as Member<STEP>>::byte_offset()
    }
    #[inline(always)]
    fn byte_size() -> usize {
        const { covered::<P::At, STEP>() }
        <P::At as Member<STEP>>::byte_size()
    }
    #[inline(always)]
    fn exists() -> bool {
        const { covered::<P::At, STEP>() }
        P::named_exists() && <P::At as Member<STEP>>::exists()
    }
}

impl<R: Opaque + Root> Writable for StartMut<R> {}
impl<P: Writable, const STEP: u64> Writable for Then<P, STEP> where P::At: Member<STEP> {}
impl<P: Writable, const INDEX: usize> Writable for Element<P, INDEX> {}

// Traits for what is not covered. No type implements them, so the compiler prints their message where one of them is needed.

/// Elements of arrays.
#[diagnostic::on_unimplemented(
    message = "rustc's btf_relocations do not cover elements of arrays",
    note = "`as_ptr` and `byte_size` of the array are covered; with `btfgen --intrinsics asm` elements are"
)]
pub trait Elements {}

/// Whole types.
#[diagnostic::on_unimplemented(
    message = "rustc's btf_relocations do not cover questions about the type `{Self}`",
    note = "only about its fields; with `btfgen --intrinsics asm` types are covered"
)]
pub trait Types {}

/// Enumerators.
#[diagnostic::on_unimplemented(
    message = "rustc's btf_relocations do not cover the enumerators of the running kernel",
    note = "the constants of the same names are those of the bindings' kernel; with `btfgen --intrinsics asm` both are \
            covered"
)]
pub trait Enumerators {}

impl<T: Opaque + Elements, const N: usize> Sequence for Array<T, N> {
    const LEN: usize = N;
}

impl<T: Opaque, const N: usize> Bytes for Array<T, N> {
    fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool {
        const { panic!("rustc's btf_relocations do not cover elements of arrays: use `btfgen --intrinsics asm`") }
    }
}

/// The end of a path that the compiler has refused already. It prevents a second error.
#[doc(hidden)]
pub enum Nowhere {}

impl<const STEP: u64> Member<STEP> for Nowhere {
    type At = Nowhere;
    const NAMED: bool = false;
    fn byte_offset() -> usize {
        unreachable!()
    }
    fn byte_size() -> usize {
        unreachable!()
    }
    fn exists() -> bool {
        unreachable!()
    }
}

// No place has such a path, because no type is a `Sequence`.
impl<P: Path, const INDEX: usize> Path for Element<P, INDEX> {
    type At = Nowhere;
    fn named_offset() -> usize {
        unreachable!()
    }
    fn named_exists() -> bool {
        unreachable!()
    }
    fn byte_offset() -> usize {
        unreachable!()
    }
    fn byte_size() -> usize {
        unreachable!()
    }
    fn exists() -> bool {
        unreachable!()
    }
}

// Refuses to compile an operation on the value of a bitfield.
macro_rules! no_bitfield {
    () => {
        const {
            panic!(
                "rustc's btf_relocations do not cover values of bitfields, only `exists`: use `btfgen --intrinsics asm`"
            )
        }
    };
}

impl<T: Integer> Load for Bits<T> {
    unsafe fn load<R: Opaque + Root, P: Path>(_: *const c_void) -> T {
        no_bitfield! {}
    }
    unsafe fn load_once<R: Opaque + Root, P: Path>(_: *const c_void) -> T {
        no_bitfield! {}
    }
}

impl<T: Integer> Store for Bits<T> {
    unsafe fn store<R: Opaque + Root, P: Path>(_: *const c_void, _: T) {
        no_bitfield! {}
    }
}

impl<T: Integer> Read for Bits<T> {
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(_: *const c_void) -> Result<T, ReadError> {
        no_bitfield! {}
    }
    unsafe fn read_or_zero<M: Memory, R: Opaque + Root, P: Path>(_: *const c_void) -> T {
        no_bitfield! {}
    }
}

impl<T: Integer> Wide for Bits<T> {
    unsafe fn read_wide<R: Opaque + Root, P: Path>(_: *const c_void) -> Result<u64, ReadError> {
        no_bitfield! {}
    }
    unsafe fn load_wide<R: Opaque + Root, P: Path>(_: *const c_void) -> u64 {
        no_bitfield! {}
    }
}

/// Not covered by rustc's `btf_relocations`: it does not compile.
pub fn type_exists<T: Opaque + Named + Types>() -> bool {
    unreachable!()
}

/// Not covered by rustc's `btf_relocations`: it does not compile.
pub fn type_matches<T: Opaque + KernelType + Types>() -> bool {
    unreachable!()
}

/// Not covered by rustc's `btf_relocations`: it does not compile.
pub fn type_size<T: Opaque + KernelType + Types>() -> usize {
    unreachable!()
}

/// Not covered by rustc's `btf_relocations`: it does not compile.
pub fn type_id<T: Opaque + KernelType + Types>() -> u32 {
    unreachable!()
}

/// Not covered by rustc's `btf_relocations`: it does not compile.
pub fn local_type_id<T: Opaque + KernelType + Types>() -> u32 {
    unreachable!()
}

#[doc(hidden)]
pub fn cast<T: Opaque + KernelType>(_: impl Pointer) -> Place<T> {
    const { panic!("rustc's btf_relocations do not cover the id of a type, which `cast` takes: use `btfgen --intrinsics asm`") }
}

impl<T: Integer, L: Layout, const ENUM: u64, const NAME: u64> Enumerator<T, L, ENUM, NAME> {
    /// Not covered by rustc's `btf_relocations`: it does not compile.
    pub fn exists(self) -> bool
    where
        Self: Enumerators,
    {
        unreachable!()
    }

    /// Not covered by rustc's `btf_relocations`: it does not compile.
    pub fn value(self) -> T
    where
        Self: Enumerators,
    {
        unreachable!()
    }
}

// The functions have the same parameters as those in records.rs.
#[allow(clippy::extra_unused_type_parameters)]
mod machine {
    use super::{Integer, Opaque, Path, Root, Scalar, c_void, instructions};
    pub(super) use instructions::{argument, load_bytes, next_argument, refuse};

    // rustc's queries return the offset and size of a field, but no loader checks the load. So this refuses a field of another
    // size.
    #[inline(always)]
    pub(super) unsafe fn load<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        if P::byte_size() != T::BYTES {
            return refuse();
        }
        unsafe { instructions::load_bytes(add::<R, P>(base), T::BYTES) }
    }

    #[inline(always)]
    pub(super) unsafe fn load_once<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        if P::byte_size() != T::BYTES {
            return refuse();
        }
        unsafe { instructions::load_bytes_once(add::<R, P>(base), T::BYTES) }
    }

    #[inline(always)]
    pub(super) unsafe fn store<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void, value: u64) {
        if P::byte_size() != T::BYTES {
            refuse();
        } else {
            unsafe { instructions::store::<T>(add::<R, P>(base), value) }
        }
    }

    #[inline(always)]
    pub(super) fn add<R: Opaque + Root, P: Path>(base: *const c_void) -> *const c_void {
        (base as *const u8).wrapping_add(P::byte_offset()) as *const c_void
    }

    #[inline(always)]
    pub(super) fn byte_offset<R: Opaque + Root, P: Path>() -> usize {
        P::byte_offset()
    }

    #[inline(always)]
    pub(super) fn byte_size<R: Opaque + Root, P: Path>() -> usize {
        P::byte_size()
    }

    #[inline(always)]
    pub(super) fn probe_length<R: Opaque + Root, P: Path>() -> usize {
        byte_size::<R, P>()
    }

    #[inline(always)]
    pub(super) fn relocated(bytes: usize) -> usize {
        bytes
    }

    #[inline(always)]
    pub(super) fn removable() {}

    #[inline(always)]
    pub(super) fn exists<R: Opaque + Root, P: Path>() -> bool {
        P::exists()
    }

    #[inline(always)]
    pub(super) fn size_if_same<T, R: Opaque + Root, P: Path>() -> Option<u64> {
        let bytes = P::byte_size();
        (bytes == size_of::<T>()).then_some(bytes as u64)
    }

    /// rustc reports neither the sign of a field nor whether it is a bitfield. Both are assumed to be as declared.
    #[inline(always)]
    pub(super) fn size_if_stored_as<T: Integer, R: Opaque + Root, P: Path>() -> Option<u64> {
        size_if_same::<T, R, P>()
    }

    #[inline(always)]
    pub(super) fn extend<R: Opaque + Root, P: Path>(unit: u64, bytes: usize, declared_signed: bool) -> (u64, bool) {
        (super::extend_as_declared(unit, bytes, declared_signed), declared_signed)
    }
}

#[cfg(target_arch = "bpf")]
mod instructions {
    use super::{Scalar, c_void};

    #[inline(always)]
    pub(super) unsafe fn argument<const SLOT: usize>(context: *const c_void) -> u64 {
        // SAFETY: the caller guarantees that the context has it. A volatile load has all eight bytes.
        unsafe { context.cast::<u64>().add(SLOT).read_volatile() }
    }

    #[inline(always)]
    pub(super) unsafe fn next_argument<const SLOT: usize>(context: *const c_void) -> u64 {
        // SAFETY: as above.
        unsafe { context.cast::<u64>().add(SLOT + 1).read_volatile() }
    }

    /// Makes the verifier refuse the program if this can be reached. It is the call that loaders write for a missing field.
    #[inline(always)]
    pub(super) fn refuse() -> u64 {
        // SAFETY: no program with this instruction runs.
        unsafe { core::mem::transmute::<usize, unsafe extern "C" fn() -> u64>(195896080)() }
    }

    macro_rules! load {
        ($name:ident, $read:ident) => {
            #[inline(always)]
            pub(super) unsafe fn $name(from: *const c_void, bytes: usize) -> u64 {
                // SAFETY: the caller guarantees the memory, and the verifier checks it.
                unsafe {
                    match bytes {
                        1 => (from as *const u8).$read() as u64,
                        2 => (from as *const u16).$read() as u64,
                        4 => (from as *const u32).$read() as u64,
                        8 => (from as *const u64).$read(),
                        _ => refuse(),
                    }
                }
            }
        };
    }

    load! { load_bytes, read }
    load! { load_bytes_once, read_volatile }

    #[inline(always)]
    pub(super) unsafe fn store<T: Scalar>(to: *const c_void, value: u64) {
        // SAFETY: as above; a place to store to is made from a mutable pointer.
        unsafe {
            match T::BYTES {
                1 => (to as *mut u8).write(value as u8),
                2 => (to as *mut u16).write(value as u16),
                4 => (to as *mut u32).write(value as u32),
                _ => (to as *mut u64).write(value),
            }
        }
    }
}

#[cfg(not(target_arch = "bpf"))]
mod instructions {
    use super::{Scalar, c_void, memory};
    pub(super) use super::memory::{argument, load_bytes, next_argument};

    pub(super) fn refuse() -> u64 {
        panic!("a field that has another size than its type, as pointers of 32-bit kernels have: `read` it")
    }

    pub(super) unsafe fn load_bytes_once(from: *const c_void, bytes: usize) -> u64 {
        unsafe { load_bytes(from, bytes) }
    }

    pub(super) unsafe fn store<T: Scalar>(to: *const c_void, value: u64) {
        unsafe { memory::store_bytes(to, T::BYTES, value) }
    }
}

// The interface to rustc. For a path into a carrier type, these return its offset, its size, and whether the running kernel has it.
#[cfg(target_arch = "bpf")]
#[allow(unused_imports)]
use core::arch::bpf::{field_byte_offset, field_byte_size, field_exists};

// On other targets, the results come from the table.
#[cfg(not(target_arch = "bpf"))]
#[allow(unused_imports)]
use super::layout::ThisFile;
#[cfg(not(target_arch = "bpf"))]
fn carried(kind: &str, carrier: &str, way: &[&str]) -> table::Field {
    let prefix = if kind == "structs" { "struct:" } else { "union:" };
    let plain = |ident| str::strip_prefix(ident, "r#").unwrap_or(ident);
    let mut keys = ThisFile::TABLE.lines().map(|line| table::word(line, 0));
    let key = keys.find(|key| key.strip_prefix(prefix) == Some(plain(carrier)));
    let mut steps = [0; 16];
    for (step, member) in steps.iter_mut().zip(way) {
        *step = name(plain(member));
    }
    table::field::<ThisFile>(name(key.unwrap_or("")), &steps[..way.len()], 0)
}

#[cfg(not(target_arch = "bpf"))]
#[allow(unused_macros)]
macro_rules! field_byte_offset {
    (carriers::$kind:ident::$name:ident, $($field:ident).+) => {
        carried(stringify!($kind), stringify!($name), &[$(stringify!($field)),+]).unit().0
    };
}

#[cfg(not(target_arch = "bpf"))]
#[allow(unused_macros)]
macro_rules! field_byte_size {
    (carriers::$kind:ident::$name:ident, $($field:ident).+) => {
        carried(stringify!($kind), stringify!($name), &[$(stringify!($field)),+]).unit().1
    };
}

#[cfg(not(target_arch = "bpf"))]
#[allow(unused_macros)]
macro_rules! field_exists {
    (carriers::$kind:ident::$name:ident, $($field:ident).+) => {
        true
    };
}

// The members of a type, each with the hash of its name and the path to it in the carrier. If the member is a named struct or
// union, that type follows after `->`.
#[allow(unused_macros)]
macro_rules! members {
    ($at:ty, $kind:ident $carrier:ident; $($step:literal $($field:ident).+ $(-> $to:ty)?;)*) => { $(
        impl Member<$step> for $at {
            members! { @at $at, $step $(, $to)? }
            #[inline(always)]
            fn byte_offset() -> usize {
                field_byte_offset!(carriers::$kind::$carrier, $($field).+)
            }
            #[inline(always)]
            fn byte_size() -> usize {
                field_byte_size!(carriers::$kind::$carrier, $($field).+)
            }
            #[inline(always)]
            fn exists() -> bool {
                field_exists!(carriers::$kind::$carrier, $($field).+)
            }
        }
    )* };
    (@at $at:ty, $step:literal) => {
        type At = Within<$at, $step>;
        const NAMED: bool = false;
    };
    (@at $at:ty, $step:literal, $to:ty) => {
        type At = $to;
        const NAMED: bool = true;
    };
}

// As above, for members without queries. Each has the reason.
#[allow(unused_macros)]
macro_rules! uncovered {
    ($at:ty, $why:literal; $($step:literal $(-> $to:ty)?;)*) => { $(
        impl Member<$step> for $at {
            const UNCOVERED: Option<&'static str> = Some($why);
            members! { @at $at, $step $(, $to)? }
            fn byte_offset() -> usize {
                unreachable!()
            }
            fn byte_size() -> usize {
                unreachable!()
            }
            fn exists() -> bool {
                unreachable!()
            }
        }
    )* };
}
