// What the accessors are made of. The operations on a place are the methods of `Operations`; each is a free function
// here too, for places whose C type has a field of that name.
//
// In terms of the abstract machine, a relocated number is what an opaque function returns that gives, for one load
// of the program, one fixed number chosen by the loader. On targets other than BPF it is the number of the
// kernel that this file was generated from.

use core::ffi::c_void;
use core::marker::PhantomData;

/// What a type parameter must be for types without a size to be allowed: nothing.
#[cfg(target_arch = "bpf")]
pub use core::marker::PointeeSized as Opaque;
/// What a type parameter must be: nothing.
#[cfg(not(target_arch = "bpf"))]
pub trait Opaque {}
#[cfg(not(target_arch = "bpf"))]
impl<T: ?Sized> Opaque for T {}

/// A C type that a by-value path can start from.
#[diagnostic::on_unimplemented(
    message = "no members of `{Self}` are in this file",
    note = "if it is a struct or union of the kernel, give its name to `--allow` too"
)]
pub trait Root: Opaque {
    #[doc(hidden)]
    const ID: u64;
}

/// The way from a root type to a field, by value: part of a place's type, so that it ends in one relocation.
pub trait Path: Copy {
    #[doc(hidden)]
    const LEN: usize;
    #[doc(hidden)]
    const STEPS: [u64; 16];
    #[doc(hidden)]
    const INDEXES: u32;
}

/// The empty path.
#[derive(Clone, Copy)]
pub struct Start;

/// A path, and then one more member.
#[derive(Clone, Copy)]
pub struct Then<P, const STEP: u64>(PhantomData<P>);

/// A path, and then an element of an array.
#[derive(Clone, Copy)]
pub struct Element<P, const INDEX: usize>(PhantomData<P>);

impl Path for Start {
    const LEN: usize = 0;
    const STEPS: [u64; 16] = [0; 16];
    const INDEXES: u32 = 0;
}

impl<P: Path, const STEP: u64> Path for Then<P, STEP> {
    const LEN: usize = longer::<P>();
    const STEPS: [u64; 16] = with_step::<P>(STEP);
    const INDEXES: u32 = P::INDEXES;
}

impl<P: Path, const INDEX: usize> Path for Element<P, INDEX> {
    const LEN: usize = longer::<P>();
    const STEPS: [u64; 16] = with_step::<P>(INDEX as u64);
    const INDEXES: u32 = P::INDEXES | 1 << P::LEN;
}

// Whether a path ends at an element of an array: loaders don't answer everything for these.
const fn ends_at_element<P: Path>() -> bool {
    P::LEN > 0 && P::INDEXES >> (P::LEN - 1) & 1 == 1
}

const fn longer<P: Path>() -> usize {
    assert!(
        P::LEN < 16,
        "a by-value path has at most 16 steps: take `as_root()` on the way"
    );
    P::LEN + 1
}

const fn with_step<P: Path>(step: u64) -> [u64; 16] {
    let mut steps = P::STEPS;
    steps[longer::<P>() - 1] = step;
    steps
}

/// FNV-1a of a C name: what a step is called in a record.
#[doc(hidden)]
pub const fn name(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    hash
}

/// Where something of C type `T` is: inside an object of type `R`, at the end of path `P`.
///
/// A typed address. It makes no claim about the memory there; each operation says what it needs.
pub struct Place<T: Opaque, R: Opaque = T, P = Start> {
    root: *const c_void,
    of: PhantomData<(*const T, *const R, P)>,
}

impl<T: Opaque, R: Opaque, P> Clone for Place<T, R, P> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Opaque, R: Opaque, P> Copy for Place<T, R, P> {}

/// The place of a member: what an accessor answers with.
pub type Field<T, R, P, const STEP: u64> = Place<T, R, Then<P, STEP>>;

/// A C array of `N` elements; 0 stands for a flexible array. The length may differ on the target.
#[repr(C)]
pub struct Array<T: Opaque, const N: usize> {
    of: PhantomData<*const T>,
    _opaque: SizedByKernel,
}

/// A bitfield of declared type `T`. It has no address; `load` and `read` answer with a `T`.
#[repr(C)]
pub struct Bits<T> {
    of: PhantomData<T>,
    _opaque: SizedByKernel,
}

#[cfg(target_arch = "bpf")]
unsafe extern "C" {
    /// What C types contain here: something without a size, so that they have none either.
    pub type SizedByKernel;
}

/// What C types contain here: something that can't be made.
#[cfg(not(target_arch = "bpf"))]
#[repr(C)]
pub struct SizedByKernel {
    _nothing: [u8; 0],
}

/// Any raw pointer: helpers hand them out as `*mut task_struct` of other crates, `*mut c_void` and more.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a raw pointer",
    note = "`at` takes any raw pointer: `&raw const x` of a variable, `x as *const c_void` of an address"
)]
pub trait Pointer: Copy {
    #[doc(hidden)]
    fn address(self) -> *const c_void;
}

impl<T: Opaque> Pointer for *const T {
    #[inline(always)]
    fn address(self) -> *const c_void {
        self as *const c_void
    }
}

impl<T: Opaque> Pointer for *mut T {
    #[inline(always)]
    fn address(self) -> *const c_void {
        self as *const c_void
    }
}

#[doc(hidden)]
#[inline(always)]
pub fn at<T: Opaque>(pointer: impl Pointer) -> Place<T> {
    place(pointer.address())
}

#[inline(always)]
fn place<T: Opaque, R: Opaque, P>(root: *const c_void) -> Place<T, R, P> {
    Place {
        root,
        of: PhantomData,
    }
}

// What accessors call; `pub(super)`, so that a path which is not in the table can't be made elsewhere.
#[inline(always)]
pub(super) fn then<T: Opaque, U: Opaque, R: Opaque, P, const STEP: u64>(
    parent: Place<U, R, P>,
) -> Field<T, R, P, STEP> {
    place(parent.root)
}

/// A type whose members have an address; `Target` is what a pointer to it points to.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` has no address",
    note = "bitfields have no address: `load` or `read` the value"
)]
pub trait Addressable: Opaque {
    /// What `as_ptr` points to: the type itself, and for an array its element, as in C.
    type Target: Opaque;
}

impl<T: Opaque, const N: usize> Addressable for Array<T, N> {
    type Target = T;
}

/// A scalar or pointer that one BPF load instruction can read.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be loaded in one instruction",
    note = "load the members of a struct, or the elements of an array, one by one; read 128 bits with `read()`; of a \
            bitfield only `exists()` can be asked"
)]
pub trait Scalar: Readable {
    #[doc(hidden)]
    const BYTES: usize;
    /// The value in the low bits of a register, whose other bits are 0.
    #[doc(hidden)]
    fn from_register(register: u64) -> Self;
}

/// A scalar or pointer that a probe read can fetch.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be read as one value",
    note = "read the members of a struct, or the elements of an array, one by one; of a bitfield only `exists()` can \
            be asked"
)]
pub trait Readable: Addressable + Copy {
    #[doc(hidden)]
    unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<Self, ReadError>;
}

/// An integer or `bool`: what a bitfield can be declared as.
pub trait Integer: Scalar + Readable {
    /// Whether it is every value of a field of so many bits, 1 to 64.
    #[doc(hidden)]
    fn holds(bits: u64, signed: bool) -> bool;
    /// A value that was extended to 64 bits as `signed` says.
    #[doc(hidden)]
    fn from_extended(value: u64, signed: bool) -> Option<Self>;
}

/// What `load` takes: a scalar or pointer, or a bitfield.
pub trait Load: Opaque {
    /// What it answers with: the type itself, and for a bitfield its declared type.
    type Value;
    #[doc(hidden)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> Self::Value;
    #[doc(hidden)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> Self::Value;
}

impl<T: Scalar> Load for T {
    type Value = T;
    #[inline(always)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        T::from_register(if const { is_far(R::ID) } {
            unsafe { load_far::<T, R, P>(base) }
        } else {
            unsafe { machine::load::<T, R, P>(base) }
        })
    }
    #[inline(always)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        T::from_register(if const { is_far(R::ID) } {
            unsafe { load_far::<T, R, P>(base) }
        } else {
            unsafe { machine::load_once::<T, R, P>(base) }
        })
    }
}

const fn is_far(root: u64) -> bool {
    let mut i = 0;
    while i < FAR.len() {
        if FAR[i] == root {
            return true;
        }
        i += 1;
    }
    false
}

// An address, and a load from there: for types that are larger than the offset in a load instruction. No loader looks
// after the size of such a load, so that it is checked here.
#[inline(always)]
unsafe fn load_far<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
    let is_bitfield = !const { ends_at_element::<P>() }
        && machine::rshift::<R, P>() != 64 - 8 * T::BYTES as u64;
    if is_bitfield || machine::byte_size::<R, P>() != T::BYTES {
        return machine::refuse();
    }
    unsafe { machine::load_bytes(machine::add::<R, P>(base), T::BYTES) }
}

impl<T: Integer> Load for Bits<T> {
    type Value = T;
    #[inline(always)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        // The same instructions do for both: only the read of the storage unit could be merged with another.
        unsafe { Self::load_once::<R, P>(base) }
    }
    #[inline(always)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        let signed = machine::signed::<R, P>();
        let rshift = machine::rshift::<R, P>();
        let value = if T::holds(64 - rshift, signed) {
            let bytes = machine::byte_size::<R, P>();
            let unit = unsafe { machine::load_bytes(machine::add::<R, P>(base), bytes) };
            extract(unit, machine::lshift::<R, P>(), rshift, signed)
        } else {
            machine::refuse()
        };
        // SAFETY: so many bits with that sign fit, and so does the 0 of a program that does not run.
        unsafe { T::from_extended(value, signed).unwrap_unchecked() }
    }
}

/// What `read` takes: a scalar or pointer, or a bitfield.
pub trait Read: Opaque {
    /// What it answers with: the type itself, and for a bitfield its declared type.
    type Value;
    #[doc(hidden)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<Self::Value, ReadError>;
}

impl<T: Readable> Read for T {
    type Value = T;
    #[inline(always)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<T, ReadError> {
        unsafe { T::probe::<M, R, P>(base) }
    }
}

impl<T: Integer> Read for Bits<T> {
    type Value = T;
    #[inline(always)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<T, ReadError> {
        let (value, signed) = unsafe { probe_integer::<M, R, P>(base, false) }?;
        T::from_extended(value, signed).ok_or(ReadError::TOO_WIDE)
    }
}

// A field's bits out of the bytes around them, extended to 64 bits: C's `BPF_CORE_READ_BITFIELD`.
#[inline(always)]
fn extract(unit: u64, lshift: u64, rshift: u64, signed: bool) -> u64 {
    let top = unit.wrapping_shl(lshift as u32);
    match signed {
        true => (top as i64).wrapping_shr(rshift as u32) as u64,
        false => top.wrapping_shr(rshift as u32),
    }
}

/// The two memories that a probe read reads from.
#[doc(hidden)]
pub trait Memory {
    unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64;
}

#[doc(hidden)]
pub enum Kernel {}

#[doc(hidden)]
pub enum User {}

/// Why a probe read failed: the kernel's negative error number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadError(i32);

impl ReadError {
    /// The field is wider on this kernel, and its value does not fit (`-ERANGE`).
    pub const TOO_WIDE: ReadError = ReadError(-34);

    /// The kernel's number: negative, as helpers return it.
    pub const fn errno(self) -> i32 {
        self.0
    }
}

impl From<ReadError> for i32 {
    #[inline(always)]
    fn from(error: ReadError) -> i32 {
        error.0
    }
}

impl From<ReadError> for i64 {
    #[inline(always)]
    fn from(error: ReadError) -> i64 {
        error.0 as i64
    }
}

// `bytes` bytes at `from`, extended with zeros.
#[inline(always)]
unsafe fn probe_bytes<M: Memory>(from: *const c_void, bytes: usize) -> Result<u64, ReadError> {
    let mut register = 0u64;
    let start = &raw mut register as *mut u8;
    let to = if cfg!(target_endian = "big") {
        start.wrapping_add(8usize.wrapping_sub(bytes))
    } else {
        start
    };
    if bytes > 8 {
        machine::refuse();
    }
    let status = unsafe { M::copy(to as *mut c_void, bytes as u32, from) };
    if status < 0 {
        return Err(ReadError(status as i32));
    }
    Ok(register)
}

// An integer, extended to 64 bits as its sign on the target says, and that sign: right where the target's field is narrower
// or wider than the declared one, of the other sign, or a bitfield.
#[inline(always)]
unsafe fn probe_integer<M: Memory, R: Opaque + Root, P: Path>(
    base: *const c_void,
    declared_signed: bool,
) -> Result<(u64, bool), ReadError> {
    let bytes = machine::byte_size::<R, P>();
    let register = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), bytes) }?;
    if !const { ends_at_element::<P>() } {
        let signed = machine::signed::<R, P>();
        let value = extract(register, machine::lshift::<R, P>(), machine::rshift::<R, P>(), signed);
        return Ok((value, signed));
    }
    // An element is never a bitfield, and loaders don't answer with its sign.
    let unused = 64u64.wrapping_sub(8 * bytes as u64);
    let value = if declared_signed { extract(register, unused, unused, true) } else { register };
    Ok((value, declared_signed))
}

macro_rules! unsigned {
    ($($name:ident)*) => { $(
        impl Addressable for $name {
            type Target = $name;
        }
        impl Scalar for $name {
            const BYTES: usize = size_of::<$name>();
            #[inline(always)]
            fn from_register(register: u64) -> $name {
                register as $name
            }
        }
        impl Readable for $name {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<$name, ReadError> {
                let (value, signed) = unsafe { probe_integer::<M, R, P>(base, false) }?;
                $name::from_extended(value, signed).ok_or(ReadError::TOO_WIDE)
            }
        }
        impl Integer for $name {
            #[inline(always)]
            fn holds(bits: u64, signed: bool) -> bool {
                bits <= 8 * size_of::<$name>() as u64 && !signed
            }
            #[inline(always)]
            fn from_extended(value: u64, signed: bool) -> Option<$name> {
                if signed && (value as i64) < 0 {
                    return None;
                }
                $name::try_from(value).ok()
            }
        }
    )* };
}

macro_rules! signed {
    ($($name:ident)*) => { $(
        impl Addressable for $name {
            type Target = $name;
        }
        impl Scalar for $name {
            const BYTES: usize = size_of::<$name>();
            #[inline(always)]
            fn from_register(register: u64) -> $name {
                register as $name
            }
        }
        impl Readable for $name {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<$name, ReadError> {
                let (value, signed) = unsafe { probe_integer::<M, R, P>(base, true) }?;
                $name::from_extended(value, signed).ok_or(ReadError::TOO_WIDE)
            }
        }
        impl Integer for $name {
            #[inline(always)]
            fn holds(bits: u64, signed: bool) -> bool {
                bits + u64::from(!signed) <= 8 * size_of::<$name>() as u64
            }
            #[inline(always)]
            fn from_extended(value: u64, signed: bool) -> Option<$name> {
                if !signed && (value as i64) < 0 {
                    return None;
                }
                $name::try_from(value as i64).ok()
            }
        }
    )* };
}

macro_rules! wide {
    ($($name:ident)*) => { $(
        impl Addressable for $name {
            type Target = $name;
        }
        impl Readable for $name {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<$name, ReadError> {
                if machine::byte_size::<R, P>() != size_of::<$name>() {
                    return Err(ReadError::TOO_WIDE);
                }
                let from = machine::add::<R, P>(base);
                let mut value: $name = 0;
                let to = &raw mut value as *mut c_void;
                match unsafe { M::copy(to, size_of::<$name>() as u32, from) } {
                    0.. => Ok(value),
                    status => Err(ReadError(status as i32)),
                }
            }
        }
    )* };
}

macro_rules! address_only {
    ($($name:ty)*) => { $(
        impl Addressable for $name {
            type Target = $name;
        }
    )* };
}

unsigned! { u8 u16 u32 u64 }
signed! { i8 i16 i32 i64 }
wide! { u128 i128 }
address_only! { f32 f64 c_void }

impl Addressable for bool {
    type Target = bool;
}

// Any byte but 0 is true: what is in memory need not be a valid `bool`.
impl Scalar for bool {
    const BYTES: usize = 1;
    #[inline(always)]
    fn from_register(register: u64) -> bool {
        register != 0
    }
}

impl Readable for bool {
    #[inline(always)]
    unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<bool, ReadError> {
        Ok(unsafe { probe_integer::<M, R, P>(base, false) }?.0 != 0)
    }
}

impl Integer for bool {
    #[inline(always)]
    fn holds(_: u64, _: bool) -> bool {
        true
    }
    #[inline(always)]
    fn from_extended(value: u64, _: bool) -> Option<bool> {
        Some(value != 0)
    }
}

macro_rules! pointer {
    ($($kind:tt)*) => { $(
        impl<T: Opaque> Addressable for *$kind T {
            type Target = *$kind T;
        }
        impl<T: Opaque> Scalar for *$kind T {
            const BYTES: usize = 8;
            #[inline(always)]
            fn from_register(register: u64) -> *$kind T {
                machine::cast::<T>(register as usize as *const c_void) as *$kind T
            }
        }
        impl<T: Opaque> Readable for *$kind T {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<*$kind T, ReadError> {
                let bytes = machine::byte_size::<R, P>();
                let register = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), bytes) }?;
                Ok(Self::from_register(register))
            }
        }
    )* };
}

pointer! { const mut }

/// A pointer to a type that has members: what `follow` goes along.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not lead to a type of this file that has members",
    note = "`follow` goes from a pointer to a struct or union: `load` or `read` the pointer instead"
)]
pub trait Link: Scalar + Pointer {
    /// What is at the other end.
    type To: Opaque + Root;
}

impl<T: Opaque + Root> Link for *const T {
    type To = T;
}

impl<T: Opaque + Root> Link for *mut T {
    type To = T;
}

/// A type with elements.
#[diagnostic::on_unimplemented(message = "`{Self}` is not an array")]
pub trait Sequence: Opaque {
    /// One of them.
    type Item: Opaque;
    #[doc(hidden)]
    const LEN: usize;
}

impl<T: Opaque, const N: usize> Sequence for Array<T, N> {
    type Item = T;
    const LEN: usize = N;
}

/// Whether the field is there on the running kernel, with a compatible type: constant once the program is loaded, so
/// that the verifier drops the other arm. (A struct is not compatible with an integer, nor an integer with an enum.)
#[inline(always)]
pub fn exists<T: Opaque, R: Opaque + Root, P: Path>(_: Place<T, R, P>) -> bool {
    machine::exists::<R, P>()
}

/// Offset of the field in its root type, in bytes.
#[inline(always)]
pub fn byte_offset<T: Opaque + Addressable, R: Opaque + Root, P: Path>(_: Place<T, R, P>) -> usize {
    machine::byte_offset::<R, P>()
}

/// Size of the field, in bytes; of an array, the whole.
#[inline(always)]
pub fn byte_size<T: Opaque + Addressable, R: Opaque + Root, P: Path>(_: Place<T, R, P>) -> usize {
    machine::byte_size::<R, P>()
}

/// Address of the field; of an array, that of its first element. (Of what is a bitfield on the running kernel, of the
/// bytes around it.)
#[inline(always)]
pub fn as_ptr<T: Opaque + Addressable, R: Opaque + Root, P: Path>(it: Place<T, R, P>) -> *const T::Target {
    machine::cast(machine::add::<R, P>(it.root))
}

/// The same place as a root of its own: what a function that takes a `Place<T>` wants.
#[inline(always)]
pub fn as_root<T: Opaque + Root, R: Opaque + Root, P: Path>(it: Place<T, R, P>) -> Place<T> {
    place(machine::add::<R, P>(it.root))
}

/// Reads the field with one plain load instruction. The compiler may read once for several calls.
///
/// A kernel on which the field has another size refuses the program (only a `u64` that became narrower is read right);
/// `read` adapts. A bitfield takes a few instructions and may be an ordinary integer on the target; the program is
/// refused if its value need not fit: the verifier's log then says `invalid func unknown#195896080`.
///
/// # Safety
///
/// On BPF the verifier checks that the program may load from there. Elsewhere the place must be readable memory.
#[inline(always)]
pub unsafe fn load<T: Opaque + Load, R: Opaque + Root, P: Path>(it: Place<T, R, P>) -> T::Value {
    unsafe { T::load::<R, P>(it.root) }
}

/// As `load`, and each call is one read: the compiler neither merges nor moves it (C's `READ_ONCE`).
///
/// # Safety
///
/// As for `load`.
#[inline(always)]
pub unsafe fn load_once<T: Opaque + Load, R: Opaque + Root, P: Path>(it: Place<T, R, P>) -> T::Value {
    unsafe { T::load_once::<R, P>(it.root) }
}

/// Reads the field by probe read: any kernel pointer will do. Where the field's size or sign differs from the declared
/// one, or one of them is a bitfield, the value is right all the same, or the answer is `ReadError::TOO_WIDE`. (Of an
/// element of an array, loaders don't tell the sign: it is taken for the declared one. A kernel on which a field of up
/// to 64 bits has 128 refuses the program.)
///
/// # Safety
///
/// On BPF a bad address is an error. Elsewhere the place must be readable memory.
#[inline(always)]
pub unsafe fn read<T: Opaque + Read, R: Opaque + Root, P: Path>(it: Place<T, R, P>) -> Result<T::Value, ReadError> {
    unsafe { T::read::<Kernel, R, P>(it.root) }
}

/// As `read`, from the memory of the current process.
///
/// # Safety
///
/// As for `read`.
#[inline(always)]
pub unsafe fn read_user<T: Opaque + Read, R: Opaque + Root, P: Path>(it: Place<T, R, P>) -> Result<T::Value, ReadError> {
    unsafe { T::read::<User, R, P>(it.root) }
}

/// The place that a pointer field points to; the pointer is fetched by probe read. A null pointer makes a place too:
/// reading from there is an error.
///
/// # Safety
///
/// As for `read`.
#[inline(always)]
pub unsafe fn follow<T: Link, R: Opaque + Root, P: Path>(
    it: Place<T, R, P>,
) -> Result<Place<T::To>, ReadError> {
    Ok(at(unsafe { read(it) }?))
}

/// As `follow`, with a plain load: for pointers that the verifier trusts.
///
/// # Safety
///
/// As for `load`.
#[inline(always)]
pub unsafe fn follow_trusted<T: Link, R: Opaque + Root, P: Path>(it: Place<T, R, P>) -> Place<T::To> {
    at(unsafe { load(it) })
}

/// Element `I` of an array. The index is fixed when the program is compiled; where the element is, is relocated.
#[inline(always)]
pub fn index<const I: usize, T: Opaque + Sequence, R: Opaque + Root, P: Path>(
    it: Place<T, R, P>,
) -> Place<T::Item, R, Element<P, I>> {
    const { assert_within_bounds::<T>(I) };
    place(it.root)
}

const fn assert_within_bounds<T: Opaque + Sequence>(index: usize) {
    assert!(
        T::LEN == 0 || index < T::LEN,
        "the index is not within the array's bounds"
    );
}

/// Whether the running kernel has the type: a struct, union or typedef of that name. Constant once the program is loaded.
///
/// The types of anonymous members have no name to look for: the program is not linked.
#[inline(always)]
pub fn type_exists<T: Opaque + Root>() -> bool {
    machine::type_exists::<T>()
}

/// Size of the type on the running kernel, in bytes.
///
/// Of a type that is not there: with libbpf 0; aya does not load the program, not even where `type_exists` is asked
/// before; cilium/ebpf loads it if the verifier sees that it does not come here.
#[inline(always)]
pub fn type_size<T: Opaque + Root>() -> usize {
    machine::type_size::<T>()
}

/// An enumerator as the running kernel has it: `relocated::NAME` is the twin of each constant `NAME` of an enum with a name.
pub struct Enumerator<T, const ENUM: u64, const NAME: u64>(PhantomData<T>);

impl<T, const ENUM: u64, const NAME: u64> Clone for Enumerator<T, ENUM, NAME> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, const ENUM: u64, const NAME: u64> Copy for Enumerator<T, ENUM, NAME> {}

impl<T, const ENUM: u64, const NAME: u64> Enumerator<T, ENUM, NAME> {
    // `pub(super)`, so that an enumerator which is not in the table can't be made elsewhere.
    pub(super) const NEW: Self = Enumerator(PhantomData);
}

impl<T: Integer, const ENUM: u64, const NAME: u64> Enumerator<T, ENUM, NAME> {
    /// Whether the running kernel's enum has it: constant once the program is loaded.
    #[inline(always)]
    pub fn exists(self) -> bool {
        machine::enum_exists::<Named<ENUM>, Then<Start, NAME>>()
    }

    /// Its value on the running kernel. Where there is no such enumerator, or its value does not fit, the program is
    /// refused, unless it asked `exists()` before.
    ///
    /// Loaders don't tell whether an enum has a sign: of a 32-bit enum that has 64 bits in these bindings, a value with
    /// the highest bit set is taken for a negative one.
    #[inline(always)]
    pub fn value(self) -> T {
        let value = machine::enum_value::<Named<ENUM>, Then<Start, NAME>>();
        let unused = 64 - 8 * T::BYTES as u64;
        let fits = extract(value, unused, unused, false) == value || extract(value, unused, unused, true) == value;
        T::from_register(if fits { value } else { machine::refuse() })
    }
}

// An enum as the root of a record.
struct Named<const KEY: u64>;

impl<const KEY: u64> Root for Named<KEY> {
    const ID: u64 = KEY;
}

/// The operations on a place, as methods. A field of the same name wins: `btfgen::load(place)` is the operation even then.
pub trait Operations: Copy {
    #[doc(hidden)]
    type Type: Opaque;
    #[doc(hidden)]
    type Root: Opaque + Root;
    #[doc(hidden)]
    type Path: Path;
    #[doc(hidden)]
    fn place(self) -> Place<Self::Type, Self::Root, Self::Path>;

    /// Whether the field is there on the running kernel: see [`exists`].
    #[inline(always)]
    fn exists(self) -> bool {
        exists(self.place())
    }

    /// Offset of the field in its root type, in bytes.
    #[inline(always)]
    fn byte_offset(self) -> usize
    where
        Self::Type: Addressable,
    {
        byte_offset(self.place())
    }

    /// Size of the field, in bytes: see [`byte_size`].
    #[inline(always)]
    fn byte_size(self) -> usize
    where
        Self::Type: Addressable,
    {
        byte_size(self.place())
    }

    /// Address of the field: see [`as_ptr`].
    #[inline(always)]
    fn as_ptr(self) -> *const <Self::Type as Addressable>::Target
    where
        Self::Type: Addressable,
    {
        as_ptr(self.place())
    }

    /// The same place as a root of its own: see [`as_root`].
    #[inline(always)]
    fn as_root(self) -> Place<Self::Type>
    where
        Self::Type: Root,
    {
        as_root(self.place())
    }

    /// Reads the field with one plain load instruction: see [`load`].
    ///
    /// # Safety
    ///
    /// As for [`load`].
    #[inline(always)]
    unsafe fn load(self) -> <Self::Type as Load>::Value
    where
        Self::Type: Load,
    {
        unsafe { load(self.place()) }
    }

    /// As `load`, and each call is one read: see [`load_once`].
    ///
    /// # Safety
    ///
    /// As for [`load`].
    #[inline(always)]
    unsafe fn load_once(self) -> <Self::Type as Load>::Value
    where
        Self::Type: Load,
    {
        unsafe { load_once(self.place()) }
    }

    /// Reads the field by probe read: see [`read`].
    ///
    /// # Safety
    ///
    /// As for [`read`].
    #[inline(always)]
    unsafe fn read(self) -> Result<<Self::Type as Read>::Value, ReadError>
    where
        Self::Type: Read,
    {
        unsafe { read(self.place()) }
    }

    /// As `read`, from the memory of the current process: see [`read_user`].
    ///
    /// # Safety
    ///
    /// As for [`read`].
    #[inline(always)]
    unsafe fn read_user(self) -> Result<<Self::Type as Read>::Value, ReadError>
    where
        Self::Type: Read,
    {
        unsafe { read_user(self.place()) }
    }

    /// The place that a pointer field points to, by probe read: see [`follow`].
    ///
    /// # Safety
    ///
    /// As for [`read`].
    #[inline(always)]
    unsafe fn follow(self) -> Result<Place<<Self::Type as Link>::To>, ReadError>
    where
        Self::Type: Link,
    {
        unsafe { follow(self.place()) }
    }

    /// The place that a pointer field points to, by plain load: see [`follow_trusted`].
    ///
    /// # Safety
    ///
    /// As for [`load`].
    #[inline(always)]
    unsafe fn follow_trusted(self) -> Place<<Self::Type as Link>::To>
    where
        Self::Type: Link,
    {
        unsafe { follow_trusted(self.place()) }
    }

    /// Element `I` of an array: see [`index`].
    #[inline(always)]
    fn index<const I: usize>(
        self,
    ) -> Place<<Self::Type as Sequence>::Item, Self::Root, Element<Self::Path, I>>
    where
        Self::Type: Sequence,
    {
        // Here too, so that the compiler names the line that calls the method.
        const { assert_within_bounds::<Self::Type>(I) };
        index::<I, _, _, _>(self.place())
    }
}

impl<T: Opaque, R: Opaque + Root, P: Path> Operations for Place<T, R, P> {
    type Type = T;
    type Root = R;
    type Path = P;
    #[inline(always)]
    fn place(self) -> Place<T, R, P> {
        self
    }
}

// A C type of which only the name is known.
macro_rules! opaque {
    ($name:ident) => {
        impl btfgen::Addressable for $name {
            type Target = $name;
        }
    };
}
pub(super) use opaque;

// A C type whose members are in the table, under this key.
macro_rules! root {
    ($name:ident, $key:literal) => {
        btfgen::opaque! { $name }
        impl btfgen::Root for $name {
            const ID: u64 = btfgen::name($key);
        }
        #[allow(dead_code)]
        impl $name {
            /// The place that any pointer to such an object stands for.
            #[inline(always)]
            pub fn at(pointer: impl btfgen::Pointer) -> btfgen::Place<$name> {
                btfgen::at(pointer)
            }
        }
    };
}
pub(super) use root;

// The relocated twins of an enum's constants. The names of the enum and of the enumerators stand here as their hashes:
// to compute them for all enums of a kernel would take the compiler several times as long.
#[allow(unused_macros)]
macro_rules! enumerators {
    ($of:ty, $key:literal, $($ident:ident $name:literal)*) => { $(
        pub const $ident: btfgen::Enumerator<$of, $key, $name> = btfgen::Enumerator::NEW;
    )* };
}
#[allow(unused_imports)]
pub(super) use enumerators;

// Names, sizes and offsets of the kernel that this file was generated from, for the link step.
#[cfg(target_arch = "bpf")]
#[unsafe(link_section = ".btfgen.types")]
static TYPES: [u8; TABLE.len()] = *TABLE.as_bytes().first_chunk().unwrap();

#[cfg(target_arch = "bpf")]
mod machine {
    use super::{Kernel, Memory, Opaque, Path, Root, Scalar, Start, TYPES, User, c_void};

    // One placeholder instruction, and the record from which `btfgen link` makes the real one and its relocation.
    // `src/reloc` of btfgen describes the record.
    macro_rules! relocated {
        ($operation:literal, $R:ident, $P:ident, [$($operand:tt)*], [$($option:ident),*]) => {
            relocated!("call 195896080", $operation, $R, $P, [$($operand)*], [$($option),*])
        };
        ($placeholder:literal, $operation:literal, $R:ident, $P:ident, [$($operand:tt)*], [$($option:ident),*]) => {
            core::arch::asm!(
                "771:",
                $placeholder,
                ".pushsection .btfgen.relo,\"\",@progbits",
                ".quad 771b",
                ".quad {types}",
                ".quad {root}",
                ".long {len}",
                ".long {indexes}",
                ".quad {s0}", ".quad {s1}", ".quad {s2}", ".quad {s3}",
                ".quad {s4}", ".quad {s5}", ".quad {s6}", ".quad {s7}",
                ".quad {s8}", ".quad {s9}", ".quad {s10}", ".quad {s11}",
                ".quad {s12}", ".quad {s13}", ".quad {s14}", ".quad {s15}",
                $operation,
                ".popsection",
                $($operand)*
                types = sym TYPES,
                root = const $R::ID,
                len = const $P::LEN,
                indexes = const $P::INDEXES,
                s0 = const $P::STEPS[0], s1 = const $P::STEPS[1],
                s2 = const $P::STEPS[2], s3 = const $P::STEPS[3],
                s4 = const $P::STEPS[4], s5 = const $P::STEPS[5],
                s6 = const $P::STEPS[6], s7 = const $P::STEPS[7],
                s8 = const $P::STEPS[8], s9 = const $P::STEPS[9],
                s10 = const $P::STEPS[10], s11 = const $P::STEPS[11],
                s12 = const $P::STEPS[12], s13 = const $P::STEPS[13],
                s14 = const $P::STEPS[14], s15 = const $P::STEPS[15],
                options(nostack, preserves_flags $(, $option)*)
            )
        };
    }

    // `as` does not cast to a type without a size.
    #[inline(always)]
    pub(super) fn cast<T: Opaque>(pointer: *const c_void) -> *const T {
        // SAFETY: a pointer to an extern type is thin, as this one.
        unsafe { core::mem::transmute_copy::<*const c_void, *const T>(&pointer) }
    }

    // What a load instruction leaves in a register, told to the optimizer so that it adds no mask. It stays true where
    // the target's field is wider: the link step has loaders refuse that.
    #[inline(always)]
    fn loaded<T: Scalar>(value: u64) -> u64 {
        if T::BYTES < 8 {
            // SAFETY: the load zero-extends.
            unsafe { core::hint::assert_unchecked(value < 1 << (8 * T::BYTES as u32 & 63)) }
        }
        value
    }

    #[inline(always)]
    pub(super) unsafe fn load<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        let value: u64;
        unsafe {
            relocated!(".asciz \"load {v} {p}\"", R, P,
                [v = lateout(reg) value, p = in(reg) base,], [pure, readonly]);
        }
        loaded::<T>(value)
    }

    #[inline(always)]
    pub(super) unsafe fn load_once<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        let value: u64;
        unsafe {
            relocated!(".asciz \"load {v} {p}\"", R, P,
                [v = lateout(reg) value, p = in(reg) base,], [readonly]);
        }
        loaded::<T>(value)
    }

    #[inline(always)]
    pub(super) fn add<R: Opaque + Root, P: Path>(base: *const c_void) -> *const c_void {
        if P::LEN == 0 {
            return base;
        }
        let mut pointer = base;
        // SAFETY: adds a number to a register.
        unsafe {
            relocated!(".asciz \"add {p}\"", R, P,
                [p = inlateout(reg) pointer,], [pure, nomem]);
        }
        pointer
    }

    #[inline(always)]
    pub(super) fn byte_offset<R: Opaque + Root, P: Path>() -> usize {
        if P::LEN == 0 {
            return 0;
        }
        let value: usize;
        // SAFETY: sets a register.
        unsafe {
            relocated!(".asciz \"offset {v}\"", R, P, [v = lateout(reg) value,], [pure, nomem]);
        }
        value
    }

    macro_rules! number {
        ($name:ident, $operation:literal, $max:literal) => {
            #[inline(always)]
            fn $name<R: Opaque + Root, P: Path>() -> u64 {
                let value: u64;
                // SAFETY: sets a register, to the number that the loader puts in.
                unsafe {
                    relocated!($operation, R, P, [v = lateout(reg) value,], [pure, nomem]);
                    core::hint::assert_unchecked(value <= $max);
                }
                value
            }
        };
    }

    number! { size, ".asciz \"size {v}\"", 0x7fff_ffff }
    number! { is_signed, ".asciz \"signed {v}\"", 1 }
    number! { left, ".asciz \"lshift {v}\"", 63 }
    number! { right, ".asciz \"rshift {v}\"", 63 }
    number! { is_there, ".asciz \"exists {v}\"", 1 }
    number! { has_type, ".asciz \"type_exists {v}\"", 1 }
    number! { size_of_type, ".asciz \"type_size {v}\"", 0x7fff_ffff }
    number! { has_enumerator, ".asciz \"enum_exists {v}\"", 1 }

    #[inline(always)]
    pub(super) fn type_exists<R: Opaque + Root>() -> bool {
        has_type::<R, Start>() != 0
    }

    #[inline(always)]
    pub(super) fn type_size<R: Opaque + Root>() -> usize {
        size_of_type::<R, Start>() as usize
    }

    #[inline(always)]
    pub(super) fn enum_exists<R: Opaque + Root, P: Path>() -> bool {
        has_enumerator::<R, P>() != 0
    }

    // The instruction for a 64-bit number takes the room of two.
    #[inline(always)]
    pub(super) fn enum_value<R: Opaque + Root, P: Path>() -> u64 {
        let value: u64;
        // SAFETY: sets a register.
        unsafe {
            relocated!("call 195896080\ncall 195896080", ".asciz \"enum_value {v}\"", R, P,
                [v = lateout(reg) value,], [pure, nomem]);
        }
        value
    }

    #[inline(always)]
    pub(super) fn byte_size<R: Opaque + Root, P: Path>() -> usize {
        size::<R, P>() as usize
    }

    #[inline(always)]
    pub(super) fn signed<R: Opaque + Root, P: Path>() -> bool {
        is_signed::<R, P>() != 0
    }

    #[inline(always)]
    pub(super) fn lshift<R: Opaque + Root, P: Path>() -> u64 {
        left::<R, P>()
    }

    #[inline(always)]
    pub(super) fn rshift<R: Opaque + Root, P: Path>() -> u64 {
        right::<R, P>()
    }

    #[inline(always)]
    pub(super) fn exists<R: Opaque + Root, P: Path>() -> bool {
        P::LEN == 0 || is_there::<R, P>() != 0
    }

    /// What makes the verifier refuse the program, unless it can't come here: what loaders put in for a field that is
    /// missing.
    #[inline(always)]
    pub(super) fn refuse() -> u64 {
        // SAFETY: no program with this instruction runs.
        unsafe { core::arch::asm!("call 195896080", options(nomem, nostack, preserves_flags)) }
        0
    }

    // In assembly, so that the compiler neither merges two widths nor reads a byte less.
    macro_rules! load_width {
        ($from:ident, $load:literal) => {{
            let value: u64;
            core::arch::asm!($load, v = lateout(reg) value, p = in(reg) $from,
                options(readonly, nostack, preserves_flags));
            value
        }};
    }

    /// Loads 1, 2, 4 or 8 bytes.
    #[inline(always)]
    pub(super) unsafe fn load_bytes(from: *const c_void, bytes: usize) -> u64 {
        // SAFETY: the caller's word for the memory, and the verifier's.
        unsafe {
            match bytes {
                1 => load_width!(from, "{v} = *(u8 *)({p} + 0)"),
                2 => load_width!(from, "{v} = *(u16 *)({p} + 0)"),
                4 => load_width!(from, "{v} = *(u32 *)({p} + 0)"),
                8 => load_width!(from, "{v} = *(u64 *)({p} + 0)"),
                _ => refuse(),
            }
        }
    }

    type ProbeRead = unsafe extern "C" fn(*mut c_void, u32, *const c_void) -> i64;

    impl Memory for Kernel {
        #[inline(always)]
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: a call to a small number is how BPF calls a helper: bpf_probe_read_kernel.
            unsafe { core::mem::transmute::<usize, ProbeRead>(113)(to, bytes, from) }
        }
    }

    impl Memory for User {
        #[inline(always)]
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: as above: bpf_probe_read_user.
            unsafe { core::mem::transmute::<usize, ProbeRead>(112)(to, bytes, from) }
        }
    }
}

#[cfg(not(target_arch = "bpf"))]
mod machine {
    use super::{Kernel, Memory, Opaque, Path, Root, Scalar, TABLE, User, c_void, name};

    pub(super) fn cast<T: Opaque>(pointer: *const c_void) -> *const T {
        pointer as *const T
    }

    pub(super) unsafe fn load<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        // Pointers of a 32-bit kernel have four.
        let bytes = byte_size::<R, P>().min(T::BYTES);
        unsafe { load_bytes(add::<R, P>(base), bytes) }
    }

    pub(super) unsafe fn load_bytes(from: *const c_void, bytes: usize) -> u64 {
        assert!(bytes <= 8, "a register has 8 bytes");
        let mut register = [0; 8];
        let to = if cfg!(target_endian = "big") {
            8 - bytes
        } else {
            0
        };
        // SAFETY: the caller's word for the memory; `register` has room for 8 bytes.
        unsafe { (from as *const u8).copy_to_nonoverlapping(register.as_mut_ptr().add(to), bytes) };
        u64::from_ne_bytes(register)
    }

    pub(super) fn refuse() -> u64 {
        unreachable!("a field holds the values of its own type")
    }

    pub(super) unsafe fn load_once<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        unsafe { load::<T, R, P>(base) }
    }

    pub(super) fn add<R: Opaque + Root, P: Path>(base: *const c_void) -> *const c_void {
        (base as *const u8).wrapping_add(byte_offset::<R, P>()) as *const c_void
    }

    pub(super) fn byte_offset<R: Opaque + Root, P: Path>() -> usize {
        resolve::<R, P>().unit().0
    }

    pub(super) fn byte_size<R: Opaque + Root, P: Path>() -> usize {
        resolve::<R, P>().unit().1
    }

    pub(super) fn signed<R: Opaque + Root, P: Path>() -> bool {
        scalar(resolve::<R, P>().ty).starts_with('i')
    }

    pub(super) fn lshift<R: Opaque + Root, P: Path>() -> u64 {
        let field = resolve::<R, P>();
        let (start, bytes) = field.unit();
        let bit = field.bit - 8 * start;
        let lshift = if cfg!(target_endian = "big") {
            64 - 8 * bytes + bit
        } else {
            64 - bit - field.bits
        };
        lshift as u64
    }

    pub(super) fn rshift<R: Opaque + Root, P: Path>() -> u64 {
        64 - resolve::<R, P>().bits as u64
    }

    // The parameters are those of the function for BPF.
    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn exists<R: Opaque + Root, P: Path>() -> bool {
        true
    }

    pub(super) fn type_exists<R: Opaque + Root>() -> bool {
        lines_of(R::ID).is_some()
    }

    pub(super) fn type_size<R: Opaque + Root>() -> usize {
        block_bytes(R::ID)
    }

    pub(super) fn enum_exists<R: Opaque + Root, P: Path>() -> bool {
        enumerator::<R, P>().is_some()
    }

    pub(super) fn enum_value<R: Opaque + Root, P: Path>() -> u64 {
        let value = enumerator::<R, P>().expect("an enumerator is in the table");
        value.parse::<i128>().unwrap_or(0) as u64
    }

    fn enumerator<R: Opaque + Root, P: Path>() -> Option<&'static str> {
        let mut enumerators = lines_of(R::ID)?;
        let line = enumerators.find(|line| name(word(&line[1..], 0)) == P::STEPS[0])?;
        Some(word(&line[1..], 1))
    }

    // What is at the end of a path, as the table has it.
    struct Resolved {
        bit: usize,
        bits: usize,
        bytes: usize,
        ty: &'static str,
    }

    impl Resolved {
        // Offset and size in bytes; of a bitfield, those of the bytes to load, as libbpf chooses them.
        fn unit(&self) -> (usize, usize) {
            if self.bit & 7 == 0 && self.bits == 8 * self.bytes {
                return (self.bit / 8, self.bytes);
            }
            let mut bytes = self.bytes;
            while self.bit + self.bits > 8 * (self.bit / 8 / bytes * bytes + bytes) {
                bytes *= 2;
            }
            (self.bit / 8 / bytes * bytes, bytes)
        }
    }

    fn resolve<R: Opaque + Root, P: Path>() -> Resolved {
        let mut block = R::ID;
        let bytes = block_bytes(block);
        let mut it = Resolved { bit: 0, bits: 8 * bytes, bytes, ty: "" };
        for (i, step) in P::STEPS.iter().enumerate().take(P::LEN) {
            if P::INDEXES >> i & 1 == 1 {
                it.ty = element(it.ty);
                it.bytes = self::bytes(it.ty);
                it.bits = 8 * it.bytes;
                it.bit += *step as usize * it.bits;
            } else {
                let (place, ty) = member(block, *step);
                let (byte, rest) = place.split_once('.').unwrap_or((place, ""));
                let (bit, width) = rest.split_once(':').unwrap_or(("0", ""));
                it.ty = ty;
                it.bytes = self::bytes(ty);
                it.bits = if width.is_empty() { 8 * it.bytes } else { number(width) };
                it.bit += 8 * number(byte) + number(bit);
            }
            block = name(it.ty);
        }
        it
    }

    fn lines_of(block: u64) -> Option<impl Iterator<Item = &'static str>> {
        let mut lines = TABLE.lines();
        lines.find(|line| !line.starts_with(' ') && name(word(line, 0)) == block)?;
        Some(lines.take_while(|line| line.starts_with(' ')))
    }

    fn block_bytes(block: u64) -> usize {
        let header = TABLE
            .lines()
            .find(|line| !line.starts_with(' ') && name(word(line, 0)) == block);
        header.map_or(0, |line| number(word(line, 1)))
    }

    fn member(block: u64, step: u64) -> (&'static str, &'static str) {
        let mut members = lines_of(block).into_iter().flatten();
        let line = members.find(|line| name(word(&line[1..], 0)) == step);
        let line = &line.expect("an accessor's field is in the table")[1..];
        (word(line, 1), word(line, 2))
    }

    fn word(line: &'static str, index: usize) -> &'static str {
        line.split(' ').nth(index).unwrap_or("")
    }

    fn number(text: &str) -> usize {
        text.parse().unwrap_or(0)
    }

    fn element(ty: &'static str) -> &'static str {
        ty.split_once(']').map_or(ty, |(_, element)| element)
    }

    // Of an enum, the integer that it is.
    fn scalar(ty: &'static str) -> &'static str {
        match ty.strip_prefix("enum") {
            Some(enumeration) => enumeration.rsplit(':').next().unwrap_or(""),
            None => ty,
        }
    }

    fn bytes(ty: &'static str) -> usize {
        if let Some((length, element)) = ty.strip_prefix('[').and_then(|ty| ty.split_once(']')) {
            return number(length) * bytes(element);
        }
        if ty == "bool" {
            return 1;
        }
        match scalar(ty).trim_start_matches(['u', 'i', 'f', 'p']).parse::<usize>() {
            Ok(bits) => bits / 8,
            Err(_) => block_bytes(name(ty)),
        }
    }

    impl Memory for Kernel {
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: the caller's word for the memory.
            unsafe { from.cast::<u8>().copy_to(to.cast(), bytes as usize) };
            0
        }
    }

    impl Memory for User {
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: the caller's word for the memory.
            unsafe { Kernel::copy(to, bytes, from) }
        }
    }
}
