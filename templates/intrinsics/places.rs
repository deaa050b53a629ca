// Places, which accessors return. A place dereferences to a type whose methods are its fields. That type dereferences to
// `Operations`, whose methods are the operations. So a field hides an operation of the same name.
//
// For the abstract machine, a relocated number is the result of an opaque function. The loader chooses the result when it
// loads the program, and it stays the same from then on. On targets other than BPF, it is the number of the kernel that
// this file was generated from.

use core::ffi::c_void;
use core::fmt;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::Deref;

/// A bound that every type meets, even a type without a size.
#[cfg(target_arch = "bpf")]
pub use core::marker::PointeeSized as Opaque;
/// A bound that every type meets.
#[cfg(not(target_arch = "bpf"))]
pub trait Opaque {}
#[cfg(not(target_arch = "bpf"))]
impl<T: ?Sized> Opaque for T {}

/// A C type. A place is the place of a C type.
///
/// # Safety
///
/// `Fields` must be `Members<Self, R, P>`, `Operations<Self, R, P>`, or a transparent struct around one of them.
pub unsafe trait CType: Opaque {
    /// The type that a place dereferences to. Its methods are the fields, and it dereferences to the operations. For a type
    /// without fields, it is the operations.
    type Fields<R: Opaque, P>;
    /// The type that `load` and `read` return and `store` takes: the type itself, or the declared type of a bitfield.
    type Value;
    /// The type that the result of `as_ptr` points to: the type itself, or the element of an array, as in C.
    type Target: Opaque;
    /// The type that a pointer points to.
    type To: Opaque;
    /// The type of an array's elements.
    type Item: Opaque;
}

// Every type has all of these associated types, even a type that is not a pointer or array. So the operations exist for every
// type. If an operation does not fit a type, the compiler prints the message of the trait in its `where` clause.
macro_rules! c_type {
    ([$($generics:tt)*] $name:ty, $value:ty, $target:ty, $to:ty, $item:ty) => {
        // SAFETY: it is `Operations`.
        unsafe impl<$($generics)*> CType for $name {
            type Fields<R: Opaque, P> = Operations<$name, R, P>;
            type Value = $value;
            type Target = $target;
            type To = $to;
            type Item = $item;
        }
    };
}

/// A C type that a by-value path can start from: a type of a generated file, a scalar or a pointer.
#[diagnostic::on_unimplemented(
    message = "no members of `{Self}` are in this file",
    note = "if it is a struct or union of the kernel, give its name to `--allow` too"
)]
pub trait Root: Opaque + CType {
    #[doc(hidden)]
    const ID: u64;
    #[doc(hidden)]
    type Layout: Layout;
    /// The size of a scalar in bytes. No relocation has a scalar as its root, because it has no name in the kernel.
    #[doc(hidden)]
    const SCALAR: Option<usize>;
}

/// A C type that loaders look for in the running kernel.
#[diagnostic::on_unimplemented(
    message = "no members of `{Self}` are in this file",
    note = "if it is a struct or union of the kernel, give its name to `--allow` too"
)]
pub trait KernelType: Opaque + CType {
    #[doc(hidden)]
    const ID: u64;
    #[doc(hidden)]
    type Layout: Layout;
}

/// A type that `type_exists` takes: a struct, a union, or a type of the module `relocated`, which has enums and other typedefs.
#[diagnostic::on_unimplemented(
    message = "this file has no kernel type `{Self}`",
    note = "an enum, or a typedef of a scalar, is named `relocated::NAME` here; give the name of a type to `--allow`"
)]
pub trait Named: Opaque {
    #[doc(hidden)]
    const KEY: u64;
    #[doc(hidden)]
    type File: Layout;
}

impl<T: Opaque + KernelType> Named for T {
    const KEY: u64 = T::ID;
    type File = T::Layout;
}

/// The name of an enum or typedef, for `type_exists`. The module `relocated` has them.
pub struct TypeName<L, const KEY: u64>(PhantomData<L>);

impl<L: Layout, const ID: u64> Named for TypeName<L, ID> {
    const KEY: u64 = ID;
    type File = L;
}

impl<T: Opaque + KernelType> Root for T {
    const ID: u64 = T::ID;
    type Layout = T::Layout;
    const SCALAR: Option<usize> = None;
}

macro_rules! scalars {
    ($([$($generics:tt)*] $name:ty)*) => { $(
        impl<$($generics)*> Root for $name {
            const ID: u64 = 0;
            type Layout = NoLayout;
            const SCALAR: Option<usize> = Some(size_of::<$name>());
        }
        impl<$($generics)*> Bytes for $name {
            #[inline(always)]
            fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool {
                machine::byte_size::<R, P>() == size_of::<$name>()
            }
        }
    )* };
}

scalars! { [] u8 [] u16 [] u32 [] u64 [] u128 [] i8 [] i16 [] i32 [] i64 [] i128 [] bool }
scalars! { [T: Opaque] *const T [T: Opaque] *mut T }

/// The layout of scalars: they have no members.
#[doc(hidden)]
pub enum NoLayout {}

impl Layout for NoLayout {
    const TABLE: &'static str = "\n";
    const FAR: &'static [u64] = &[];
}

/// The data of a generated file about the kernel that it was generated from.
#[doc(hidden)]
pub trait Layout {
    /// The table of types. Its first line ends with an id.
    const TABLE: &'static str;
    /// The types that are larger than the largest offset in a load instruction.
    const FAR: &'static [u64];
}

/// The format of records and tables. The link step refuses any other format.
#[doc(hidden)]
pub const FORMAT: u32 = 3;

/// The empty path, which starts at an `R`.
pub struct Start<R: Opaque>(PhantomData<*const R>);

/// The empty path, which starts at a mutable pointer to an `R`.
pub struct StartMut<R: Opaque>(PhantomData<*const R>);

/// A path that starts at a mutable pointer.
#[diagnostic::on_unimplemented(
    message = "this place was not made from a mutable pointer",
    note = "what is stored to begins with `at_mut`, which takes a `*mut` pointer"
)]
pub trait Writable: Path {}

/// The path `P`, followed by one more member.
pub struct Then<P, const STEP: u64>(PhantomData<P>);

/// The path `P`, followed by an element of an array.
pub struct Element<P, const INDEX: usize>(PhantomData<P>);

/// The FNV-1a hash of a C name, which identifies a member in a record.
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

/// A typed address: a `T` inside an object of type `R`, at the end of path `P`.
///
/// A place says nothing about the memory at that address; each operation documents what it needs. The fields are the
/// methods of the type in the module `fields` that has the name of the C type. The operations are the methods of
/// [`Operations`].
#[repr(transparent)]
pub struct Place<T: Opaque, R: Opaque = T, P = Start<R>> {
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

/// Two places are equal if they have the same address.
impl<T, R, P, S, Q> PartialEq<Place<T, S, Q>> for Place<T, R, P>
where
    T: Opaque + Addressable,
    R: Opaque + Root,
    P: Path,
    S: Opaque + Root,
    Q: Path,
{
    #[inline(always)]
    fn eq(&self, other: &Place<T, S, Q>) -> bool {
        machine::add::<R, P>(self.root) == machine::add::<S, Q>(other.root)
    }
}

impl<T: Opaque + Addressable, R: Opaque + Root, P: Path> Eq for Place<T, R, P> {}

impl<T: Opaque + CType, R: Opaque, P> Deref for Place<T, R, P> {
    type Target = T::Fields<R, P>;
    #[inline(always)]
    fn deref(&self) -> &T::Fields<R, P> {
        // SAFETY: `CType` promises that it is a transparent struct around a place.
        unsafe { &*(self as *const Self as *const T::Fields<R, P>) }
    }
}

/// The operations on a place.
///
/// Call them on the place itself. If the C type has a field with the name of an operation, the method of the place is the
/// field. [`operations`]`(place)` returns the operations alone.
#[repr(transparent)]
pub struct Operations<T: Opaque, R: Opaque, P>(Place<T, R, P>);

impl<T: Opaque, R: Opaque, P> Clone for Operations<T, R, P> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Opaque, R: Opaque, P> Copy for Operations<T, R, P> {}

/// The argument that accessors extend by a member. Only they have one, so nobody can make a path that is not in the table.
#[doc(hidden)]
#[repr(transparent)]
pub struct Members<T: Opaque, R: Opaque, P>(Operations<T, R, P>);

impl<T: Opaque, R: Opaque, P> Deref for Members<T, R, P> {
    type Target = Operations<T, R, P>;
    #[inline(always)]
    fn deref(&self) -> &Operations<T, R, P> {
        &self.0
    }
}

/// Any place of a C type. Write `impl AnyPlace<Type = task_struct>` as the type of a parameter.
pub trait AnyPlace: Copy {
    /// The C type at that place.
    type Type: Opaque + CType;
    /// The type that its path starts from.
    type Root: Opaque + Root;
    /// The path from the root to the place.
    type Path: Path;
    /// The place.
    fn place(self) -> Place<Self::Type, Self::Root, Self::Path>;
}

impl<T: Opaque + CType, R: Opaque + Root, P: Path> AnyPlace for Place<T, R, P> {
    type Type = T;
    type Root = R;
    type Path = P;
    #[inline(always)]
    fn place(self) -> Place<T, R, P> {
        self
    }
}

/// The operations on a place, including those with the name of a field: `operations(place).load()`.
#[inline(always)]
pub fn operations<A: AnyPlace>(place: A) -> Operations<A::Type, A::Root, A::Path> {
    Operations(place.place())
}

/// A place that can be stored to.
pub type PlaceMut<T> = Place<T, T, StartMut<T>>;

/// The place of a member. Accessors return it.
pub type Field<T, R, P, const STEP: u64> = Place<T, R, Then<P, STEP>>;

/// A C array of `N` elements. 0 means a flexible array. The length may differ on the running kernel.
#[repr(C)]
pub struct Array<T: Opaque, const N: usize> {
    of: PhantomData<*const T>,
    _opaque: SizedByKernel,
}

/// A C array without elements that is not the last member of its struct, such as `__cloned_offset` of `sk_buff`. It marks a
/// position. Loaders find no element of it, so it has only `exists`, `byte_offset`, `byte_size` and `as_ptr`.
#[repr(C)]
pub struct EmptyArray<T: Opaque> {
    of: PhantomData<*const T>,
    _opaque: SizedByKernel,
}

/// A bitfield of declared type `T`. It has no address. `load` and `read` return a `T`.
#[repr(C)]
pub struct Bits<T> {
    of: PhantomData<T>,
    _opaque: SizedByKernel,
}

c_type! { [T] Bits<T>, T, c_void, c_void, c_void }

/// A bitfield whose bits are not all in one aligned unit of up to eight bytes, as in packed structs. Loaders can't relocate a
/// read of it (libbpf's `bpf_core_calc_field_relo`), so it has only `exists`.
#[repr(C)]
pub struct SplitBits<T> {
    of: PhantomData<T>,
    _opaque: SizedByKernel,
}

c_type! { [T] SplitBits<T>, T, c_void, c_void, c_void }

#[cfg(target_arch = "bpf")]
unsafe extern "C" {
    /// The field of every C type on BPF. It has no size, so C types have none either. rustc names it if a program uses a C type by
    /// value: only the types of `btfgen --plain` have values.
    pub type OnlyPlainTypesHaveValues;
}
#[cfg(target_arch = "bpf")]
pub use OnlyPlainTypesHaveValues as SizedByKernel;

/// The field of every C type on targets other than BPF. It can't be constructed.
#[cfg(not(target_arch = "bpf"))]
#[repr(C)]
pub struct SizedByKernel {
    _nothing: [u8; 0],
}

/// Any raw pointer. Helpers return `*mut task_struct` of other crates, `*mut c_void` and more.
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

/// A mutable raw pointer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a mutable raw pointer",
    note = "`at_mut` takes any `*mut` pointer: `&raw mut x` of a variable"
)]
pub trait PointerMut: Pointer {}

impl<T: Opaque> PointerMut for *mut T {}

#[doc(hidden)]
#[inline(always)]
pub fn at<T: Opaque>(pointer: impl Pointer) -> Place<T> {
    place(pointer.address())
}

#[doc(hidden)]
#[inline(always)]
pub fn at_mut<T: Opaque>(pointer: impl PointerMut) -> PlaceMut<T> {
    place(pointer.address())
}

#[inline(always)]
fn place<T: Opaque, R: Opaque, P>(root: *const c_void) -> Place<T, R, P> {
    Place {
        root,
        of: PhantomData,
    }
}

#[doc(hidden)]
#[inline(always)]
pub fn then<T: Opaque, U: Opaque, R: Opaque, P, const STEP: u64>(parent: &Members<U, R, P>) -> Field<T, R, P, STEP> {
    place(parent.0.0.root)
}

/// Where the arguments of a hook are.
pub trait Slots: Copy {
    #[doc(hidden)]
    fn argument<const SLOT: usize>(&self) -> u64;
    /// What the function returned. `SLOT` is the number of arguments.
    #[doc(hidden)]
    fn result<const SLOT: usize>(&self) -> u64;
}

/// The context of a program: an array of registers.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Context(*const c_void);

impl Slots for Context {
    #[inline(always)]
    fn argument<const SLOT: usize>(&self) -> u64 {
        // SAFETY: `Arguments::at` requires a context with this register.
        unsafe { machine::argument::<SLOT>(self.0) }
    }
    #[inline(always)]
    fn result<const SLOT: usize>(&self) -> u64 {
        self.argument::<SLOT>()
    }
}

/// The arguments of a hook.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Arguments<S = Context>(S);

impl Arguments {
    /// # Safety
    ///
    /// The pointer is the context of a program, and it has all registers that are asked for.
    #[doc(hidden)]
    #[inline(always)]
    pub unsafe fn at(context: impl Pointer) -> Arguments {
        Arguments(Context(context.address()))
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn place_mut<T: Opaque, const SLOT: usize>(&self) -> PlaceMut<T> {
        place(self.0.argument::<SLOT>() as *const c_void)
    }

    /// The registers of a struct that is passed by value.
    #[doc(hidden)]
    #[inline(always)]
    pub fn registers<const N: usize, const SLOT: usize>(&self) -> [u64; N] {
        let mut registers = [0; N];
        // SAFETY: `at` requires a context with these registers.
        unsafe {
            if N > 0 {
                registers[0] = machine::argument::<SLOT>(self.0.0);
            }
            if N > 1 {
                registers[1] = machine::next_argument::<SLOT>(self.0.0);
            }
        }
        registers
    }
}

impl<S: Slots> Arguments<S> {
    #[doc(hidden)]
    #[inline(always)]
    pub fn of(slots: S) -> Arguments<S> {
        Arguments(slots)
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn scalar<T: Scalar, const SLOT: usize>(&self) -> T {
        returned(self.0.argument::<SLOT>())
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn place<T: Opaque, const SLOT: usize>(&self) -> Place<T> {
        returned_place(self.0.argument::<SLOT>())
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn returned<T: Scalar, const SLOT: usize>(&self) -> T {
        returned(self.0.result::<SLOT>())
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn returned_place<T: Opaque, const SLOT: usize>(&self) -> Place<T> {
        returned_place(self.0.result::<SLOT>())
    }
}

/// A pointer to a `T`, or a place of a `T`: what a function of the kernel takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a pointer to `{T}` nor a place of it",
    note = "pass `*const {T}`, `*mut {T}`, or a place of this type"
)]
pub trait PointerTo<T: Opaque> {
    #[doc(hidden)]
    fn pointer(self) -> *const c_void;
}

impl<T: Opaque> PointerTo<T> for *const T {
    #[inline(always)]
    fn pointer(self) -> *const c_void {
        self as *const c_void
    }
}

impl<T: Opaque> PointerTo<T> for *mut T {
    #[inline(always)]
    fn pointer(self) -> *const c_void {
        self as *const c_void
    }
}

impl<T: Opaque + CType, R: Opaque + Root, P: Path> PointerTo<T> for Place<T, R, P> {
    #[inline(always)]
    fn pointer(self) -> *const c_void {
        machine::add::<R, P>(self.root)
    }
}

// The registers of arguments, for functions of the kernel, and of what these return.

#[doc(hidden)]
#[inline(always)]
pub fn pass<T: Scalar>(value: T) -> u64 {
    value.to_register()
}

#[doc(hidden)]
#[inline(always)]
pub fn pass_pointer(pointer: impl Pointer) -> u64 {
    pointer.address() as u64
}

#[doc(hidden)]
#[inline(always)]
pub fn pass_pointer_to<T: Opaque>(pointer: impl PointerTo<T>) -> u64 {
    pointer.pointer() as u64
}

#[doc(hidden)]
#[inline(always)]
pub fn returned<T: Scalar>(register: u64) -> T {
    // The other bits of the register may be anything.
    T::from_register(register & (u64::MAX >> (64 - 8 * T::BYTES)))
}

#[doc(hidden)]
#[inline(always)]
pub fn returned_place<T: Opaque>(register: u64) -> Place<T> {
    at(register as *const c_void)
}

#[doc(hidden)]
#[inline(always)]
pub unsafe fn this_cpu<T: Opaque>(variable: *const c_void) -> Place<T> {
    if cfg!(not(target_arch = "bpf")) {
        panic!("only a BPF program has the variables of the kernel");
    }
    // SAFETY: helper 154 is `bpf_this_cpu_ptr`, since Linux 5.10. The verifier checks that it gets a variable of the kernel.
    at(unsafe { core::mem::transmute::<usize, unsafe extern "C" fn(*const c_void) -> *const c_void>(154)(variable) })
}

#[doc(hidden)]
#[inline(always)]
pub unsafe fn on_cpu<T: Opaque>(variable: *const c_void, cpu: u32) -> Place<T> {
    if cfg!(not(target_arch = "bpf")) {
        panic!("only a BPF program has the variables of the kernel");
    }
    // SAFETY: helper 153 is `bpf_per_cpu_ptr`, since Linux 5.10. The verifier checks that it gets a variable of the kernel.
    at(unsafe { core::mem::transmute::<usize, unsafe extern "C" fn(*const c_void, u32) -> *const c_void>(153)(variable, cpu) })
}

/// A string as the kernel has it in an array, with zeros behind it.
#[doc(hidden)]
pub const fn text<const N: usize>(text: &str) -> [u8; N] {
    let (text, mut array, mut i) = (text.as_bytes(), [0; N], 0);
    assert!(text.len() < N, "the text and its NUL do not fit into this member");
    while i < text.len() {
        array[i] = text[i];
        i += 1;
    }
    array
}

#[doc(hidden)]
#[cfg(not(target_arch = "bpf"))]
pub fn not_here(function: &str) -> u64 {
    panic!("only a BPF program can call `{function}`, which is a function of the kernel")
}

/// A type whose places have an address: every type but a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` has no address",
    note = "bitfields have no address: `load` or `read` the value"
)]
pub trait Addressable: Opaque + CType {}

c_type! { [T: Opaque, const N: usize] Array<T, N>, (), T, c_void, T }

impl<T: Opaque, const N: usize> Addressable for Array<T, N> {}

c_type! { [T: Opaque] EmptyArray<T>, (), T, c_void, c_void }

impl<T: Opaque> Addressable for EmptyArray<T> {}

/// A scalar or pointer that one BPF load instruction can read.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be loaded or stored in one instruction",
    note = "load and store the members of a struct, or the elements of an array, one by one; read 128 bits with `read()`; only \
            `btfgen --plain` writes structs by value"
)]
pub trait Scalar: Readable {
    #[doc(hidden)]
    const BYTES: usize;
    #[doc(hidden)]
    const IS_SIGNED: bool = false;
    /// Converts a register. The value is in its low bits; the other bits are 0.
    #[doc(hidden)]
    fn from_register(register: u64) -> Self;
    /// Converts the value to a register, with the value in the low bits.
    #[doc(hidden)]
    fn to_register(self) -> u64;
}

/// A scalar or pointer that a probe read can fetch.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be read as one value",
    note = "read the members of a struct, or the elements of an array, one by one; a bitfield that crosses an eight-byte \
            boundary (`SplitBits`) has only `exists()`"
)]
pub trait Readable: Addressable + CType<Value = Self> + Copy {
    #[doc(hidden)]
    unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<Self, ReadError>;
    #[doc(hidden)]
    unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Self;
}

/// An integer or `bool`. A bitfield is declared as one of these.
pub trait Integer: Scalar + Readable {
    #[doc(hidden)]
    const SIGNED: bool;
    /// Whether it can represent every value of a bitfield with this right shift (64 minus its width).
    #[doc(hidden)]
    fn holds(rshift: u64, signed: bool) -> bool;
    /// Converts a value that was sign-extended (`signed`) or zero-extended to 64 bits. `None` if it does not fit.
    #[doc(hidden)]
    fn from_extended(value: u64, signed: bool) -> Option<Self>;
}

/// A type that `load` returns: a scalar, a pointer, or a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be loaded or stored in one instruction",
    note = "load and store the members of a struct, or the elements of an array, one by one; read 128 bits with `read()`; only \
            `btfgen --plain` writes structs by value; a bitfield that crosses an eight-byte boundary (`SplitBits`) has only \
            `exists()`"
)]
pub trait Load: Opaque + CType {
    #[doc(hidden)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> Self::Value;
    #[doc(hidden)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> Self::Value;
}

impl<T: Scalar> Load for T {
    #[inline(always)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        T::from_register(unsafe { machine::load::<T, R, P>(base) })
    }
    #[inline(always)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        T::from_register(unsafe { machine::load_once::<T, R, P>(base) })
    }
}

/// A type that `store` writes: a scalar, a pointer, or a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be loaded or stored in one instruction",
    note = "load and store the members of a struct, or the elements of an array, one by one; read 128 bits with `read()`; only \
            `btfgen --plain` writes structs by value; a bitfield that crosses an eight-byte boundary (`SplitBits`) has only \
            `exists()`"
)]
pub trait Store: Opaque + CType {
    #[doc(hidden)]
    unsafe fn store<R: Opaque + Root, P: Path>(base: *const c_void, value: Self::Value);
}

impl<T: Scalar> Store for T {
    #[inline(always)]
    unsafe fn store<R: Opaque + Root, P: Path>(base: *const c_void, value: T) {
        unsafe { machine::store::<T, R, P>(base, value.to_register()) }
    }
}

/// A type that `read` returns: a scalar, a pointer, or a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be read as one value",
    note = "read the members of a struct, or the elements of an array, one by one; a bitfield that crosses an eight-byte \
            boundary (`SplitBits`) has only `exists()`"
)]
pub trait Read: Opaque + CType {
    #[doc(hidden)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<Self::Value, ReadError>;
    #[doc(hidden)]
    unsafe fn read_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Self::Value;
}

impl<T: Readable> Read for T {
    #[inline(always)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<T, ReadError> {
        unsafe { T::probe::<M, R, P>(base) }
    }
    #[inline(always)]
    unsafe fn read_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        unsafe { T::probe_or_zero::<M, R, P>(base) }
    }
}

/// A type that `read_wide` reads: an integer or a bitfield.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` is not an integer or bitfield",
    note = "`read_wide` and `load_wide` return a `u64`: `read` or `load` the value"
)]
pub trait Wide: Opaque + CType {
    #[doc(hidden)]
    unsafe fn read_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> Result<u64, ReadError>;
    #[doc(hidden)]
    unsafe fn load_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> u64;
}

impl<T: Integer> Wide for T {
    #[inline(always)]
    unsafe fn read_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> Result<u64, ReadError> {
        unsafe { probe_wide::<R, P>(base, T::SIGNED) }
    }
    #[inline(always)]
    unsafe fn load_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        unsafe { load_wide::<R, P>(base, T::SIGNED) }
    }
}

/// The memory that a probe read reads: that of the kernel, or that of the current process.
#[doc(hidden)]
pub trait Memory {
    unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64;
    /// Copies a string. Returns its length with the NUL.
    unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64;
}

#[doc(hidden)]
pub enum Kernel {}

#[doc(hidden)]
pub enum User {}

/// Why a probe read failed: the kernel's negative error number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadError(i32);

impl ReadError {
    /// The field is wider on the running kernel, and its value does not fit (`-ERANGE`).
    pub const TOO_WIDE: ReadError = ReadError(-34);

    /// The kernel's error number. It is negative, as helpers return it.
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

/// The bits of the negative number: aya's programs return errors as `u32`.
impl From<ReadError> for u32 {
    #[inline(always)]
    fn from(error: ReadError) -> u32 {
        error.0 as u32
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the probe read returned {}", self.0)
    }
}

// Returns `bytes` bytes at `from`, zero-extended, and the helper's status. After an error, the bytes are zeros: the kernel fills
// them in.
#[inline(always)]
unsafe fn probe_bytes<M: Memory>(from: *const c_void, bytes: usize) -> (u64, i64) {
    let mut register = 0u64;
    if bytes > 8 {
        machine::refuse();
    }
    let status = unsafe { M::copy(&raw mut register as *mut c_void, bytes as u32, from) };
    if cfg!(target_endian = "big") {
        // This does not copy to the end of the register: LLVM would subtract from its address, and verifiers refuse that.
        register = register.wrapping_shr(64u32.wrapping_sub(8 * bytes as u32));
    }
    (register, status)
}

// Returns an integer extended to 64 bits by its sign on the running kernel, that sign, and the helper's status. This is right if
// the field there is narrower or wider than declared, has the other sign, or is a bitfield.
#[inline(always)]
unsafe fn probe_integer<M: Memory, R: Opaque + Root, P: Path>(
    base: *const c_void,
    declared_signed: bool,
) -> (u64, bool, i64) {
    let bytes = machine::probe_length::<R, P>();
    let (register, status) = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), bytes) };
    let (value, signed) = machine::extend::<R, P>(register, bytes, declared_signed);
    (value, signed, status)
}

#[inline(always)]
unsafe fn probe_wide<R: Opaque + Root, P: Path>(base: *const c_void, declared_signed: bool) -> Result<u64, ReadError> {
    match unsafe { probe_integer::<Kernel, R, P>(base, declared_signed) } {
        (value, _, 0..) => Ok(value),
        (_, _, status) => Err(ReadError(status as i32)),
    }
}

#[inline(always)]
unsafe fn load_wide<R: Opaque + Root, P: Path>(base: *const c_void, declared_signed: bool) -> u64 {
    let bytes = machine::byte_size::<R, P>();
    let unit = unsafe { machine::load_bytes(machine::add::<R, P>(base), bytes) };
    machine::extend::<R, P>(unit, bytes, declared_signed).0
}

// Extends an integer of `bytes` bytes to 64 bits by its declared sign. Used where loaders do not report the sign.
#[inline(always)]
fn extend_as_declared(register: u64, bytes: usize, signed: bool) -> u64 {
    let unused = 64u32.wrapping_sub(8 * bytes as u32);
    if signed {
        (register.wrapping_shl(unused) as i64).wrapping_shr(unused) as u64
    } else {
        register
    }
}

// Reads a `T`. `bytes` is the relocated size of the field if the running kernel stores it as a `T`. If it is `None`, that kernel
// stores the field in another way, and `other` writes the value into the same memory. Both arms set one status, which is checked
// once, at the end. With a check in each arm and one at the end, older verifiers do not see that both checks have the same
// result, and find a path to a value that was never written.
#[inline(always)]
unsafe fn probe_value<T: Copy, M: Memory>(
    from: *const c_void,
    bytes: Option<u64>,
    other: impl FnOnce(*mut T) -> i64,
) -> Result<T, ReadError> {
    let mut value = MaybeUninit::<T>::uninit();
    let status = match bytes {
        // This is the relocated size, not the size of `T`, because it is in a register already.
        Some(bytes) => unsafe { M::copy(value.as_mut_ptr() as *mut c_void, bytes as u32, from) },
        None => other(value.as_mut_ptr()),
    };
    match status {
        // Volatile, so that the compiler does not move the read out of this arm.
        // SAFETY: the copy or `other` has written it, and any bytes are a valid `T`.
        0.. => Ok(unsafe { value.as_ptr().read_volatile() }),
        _ => Err(ReadError(status as i32)),
    }
}

// As above, but ignores the status: the kernel fills in zeros if a probe read fails.
#[inline(always)]
unsafe fn probe_value_or_zero<T: Copy, M: Memory>(
    from: *const c_void,
    bytes: Option<u64>,
    other: impl FnOnce(*mut T),
) -> T {
    let mut value = MaybeUninit::<T>::uninit();
    match bytes {
        Some(bytes) => {
            unsafe { M::copy(value.as_mut_ptr() as *mut c_void, bytes as u32, from) };
        }
        None => other(value.as_mut_ptr()),
    }
    // SAFETY: the copy or `other` has written it, and any bytes are a valid `T`.
    unsafe { value.as_ptr().read_volatile() }
}

// Reads a field that the running kernel does not store as declared. This is rare, so it is out of line: it then adds no
// instruction to the usual case, and both calls return their result in the same register. A scalar that is the root of a path
// always has its declared size, so these functions are never called for one.
#[inline(never)]
unsafe fn probe_otherwise<T: Integer, M: Memory, R: Opaque + Root, P: Path>(base: *const c_void, to: *mut T) -> i64 {
    if const { R::SCALAR.is_some() } {
        return 0;
    }
    let (value, signed, status) = unsafe { probe_integer::<M, R, P>(base, T::SIGNED) };
    match T::from_extended(value, signed) {
        Some(it) => unsafe { to.write(it) },
        None => return ReadError::TOO_WIDE.0 as i64,
    }
    status
}

#[inline(never)]
unsafe fn probe_otherwise_or_zero<T: Integer, M: Memory, R: Opaque + Root, P: Path>(base: *const c_void, to: *mut T) {
    if const { R::SCALAR.is_some() } {
        return;
    }
    let (value, signed, _) = unsafe { probe_integer::<M, R, P>(base, T::SIGNED) };
    let zero = T::from_register(0);
    unsafe { to.write(T::from_extended(value, signed).unwrap_or(zero)) }
}

// Reads a pointer of a kernel whose pointers are narrow, and zero-extends it.
#[inline(never)]
unsafe fn probe_narrow_pointer<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void, to: *mut u64) -> i64 {
    if const { R::SCALAR.is_some() } {
        return 0;
    }
    let (value, status) = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), machine::probe_length::<R, P>()) };
    unsafe { to.write(value) }
    status
}

// Integers of one sign, that of `$widest`.
macro_rules! integers {
    ($widest:ident: $($name:ident)*) => { $(
        c_type! { [] $name, $name, $name, c_void, c_void }
        impl Addressable for $name {}
        impl Scalar for $name {
            const BYTES: usize = size_of::<$name>();
            const IS_SIGNED: bool = $widest::MIN != 0;
            #[inline(always)]
            fn from_register(register: u64) -> $name {
                register as $name
            }
            #[inline(always)]
            fn to_register(self) -> u64 {
                self as u64
            }
        }
        impl Readable for $name {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<$name, ReadError> {
                let bytes = machine::size_if_stored_as::<$name, R, P>();
                unsafe {
                    probe_value::<$name, M>(machine::add::<R, P>(base), bytes, |to| {
                        probe_otherwise::<$name, M, R, P>(base, to)
                    })
                }
            }
            #[inline(always)]
            unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> $name {
                let bytes = machine::size_if_stored_as::<$name, R, P>();
                unsafe {
                    probe_value_or_zero::<$name, M>(machine::add::<R, P>(base), bytes, |to| {
                        probe_otherwise_or_zero::<$name, M, R, P>(base, to)
                    })
                }
            }
        }
        impl Integer for $name {
            const SIGNED: bool = $widest::MIN != 0;
            #[inline(always)]
            fn holds(rshift: u64, signed: bool) -> bool {
                let unused = 64 - 8 * size_of::<$name>() as u64;
                match (Self::SIGNED, signed) {
                    (false, true) => false,
                    (true, false) => rshift > unused,
                    _ => rshift >= unused,
                }
            }
            #[inline(always)]
            fn from_extended(value: u64, signed: bool) -> Option<$name> {
                if signed != Self::SIGNED && (value as i64) < 0 {
                    return None;
                }
                $name::try_from(value as $widest).ok()
            }
        }
    )* };
}

macro_rules! wide {
    ($($name:ident)*) => { $(
        c_type! { [] $name, $name, $name, c_void, c_void }
        impl Addressable for $name {}
        impl Readable for $name {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<$name, ReadError> {
                let bytes = machine::size_if_same::<$name, R, P>();
                let from = machine::add::<R, P>(base);
                unsafe { probe_value::<$name, M>(from, bytes, |_| ReadError::TOO_WIDE.0 as i64) }
            }
            #[inline(always)]
            unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> $name {
                let bytes = machine::size_if_same::<$name, R, P>();
                let from = machine::add::<R, P>(base);
                unsafe { probe_value_or_zero::<$name, M>(from, bytes, |to| to.write(0)) }
            }
        }
    )* };
}

macro_rules! address_only {
    ($($name:ty)*) => { $(
        c_type! { [] $name, (), $name, c_void, c_void }
        impl Addressable for $name {}
    )* };
}

integers! { u64: u8 u16 u32 u64 }
integers! { i64: i8 i16 i32 i64 }
wide! { u128 i128 }
address_only! { f32 f64 c_void }

c_type! { [] bool, bool, bool, c_void, c_void }

impl Addressable for bool {}

// Any byte but 0 is true, because memory need not contain a valid `bool`.
impl Scalar for bool {
    const BYTES: usize = 1;
    #[inline(always)]
    fn from_register(register: u64) -> bool {
        register != 0
    }
    #[inline(always)]
    fn to_register(self) -> u64 {
        self as u64
    }
}

impl Readable for bool {
    #[inline(always)]
    unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<bool, ReadError> {
        let bytes = machine::size_if_stored_as::<bool, R, P>();
        let value = unsafe {
            probe_value::<u8, M>(machine::add::<R, P>(base), bytes, |to| {
                probe_otherwise::<bool, M, R, P>(base, to as *mut bool)
            })
        };
        Ok(value? != 0)
    }
    #[inline(always)]
    unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> bool {
        let bytes = machine::size_if_stored_as::<bool, R, P>();
        let value = unsafe {
            probe_value_or_zero::<u8, M>(machine::add::<R, P>(base), bytes, |to| {
                probe_otherwise_or_zero::<bool, M, R, P>(base, to as *mut bool)
            })
        };
        value != 0
    }
}

impl Integer for bool {
    const SIGNED: bool = false;
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
        c_type! { [T: Opaque] *$kind T, Self, Self, T, c_void }
        impl<T: Opaque> Addressable for *$kind T {}
        impl<T: Opaque> Scalar for *$kind T {
            const BYTES: usize = 8;
            #[inline(always)]
            fn from_register(register: u64) -> *$kind T {
                memory::cast::<T>(register as usize as *const c_void) as *$kind T
            }
            #[inline(always)]
            fn to_register(self) -> u64 {
                self.address() as usize as u64
            }
        }
        impl<T: Opaque> Readable for *$kind T {
            #[inline(always)]
            unsafe fn probe<M: Memory, R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<*$kind T, ReadError> {
                let bytes = machine::size_if_same::<u64, R, P>();
                let value = unsafe {
                    probe_value::<u64, M>(machine::add::<R, P>(base), bytes, |to| {
                        probe_narrow_pointer::<M, R, P>(base, to)
                    })
                };
                Ok(Self::from_register(value?))
            }
            #[inline(always)]
            unsafe fn probe_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> *$kind T {
                let bytes = machine::size_if_same::<u64, R, P>();
                Self::from_register(unsafe {
                    probe_value_or_zero::<u64, M>(machine::add::<R, P>(base), bytes, |to| {
                        probe_narrow_pointer::<M, R, P>(base, to);
                    })
                })
            }
        }
    )* };
}

pointer! { const mut }

/// A pointer that `follow` can follow.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a pointer",
    note = "`follow` goes from a pointer to what it points to: `load` or `read` the value instead"
)]
pub trait Link: Scalar + Pointer + CType<To: Opaque + Root> {}

impl<T: Opaque + Root> Link for *const T {}

impl<T: Opaque + Root> Link for *mut T {}

/// An array type.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` has no elements",
    note = "`index` and `element` return elements of arrays; for an `EmptyArray`, loaders find none: use `as_ptr`"
)]
pub trait Sequence: Opaque + CType {
    #[doc(hidden)]
    const LEN: usize;
}

/// The place of an element. `element` returns it.
pub type Item<T, R, P> = Place<<T as CType>::Item, R, Element<P, 0>>;

/// What can be copied as bytes: a struct or union, a scalar, or an array of these.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` can't be copied as bytes",
    note = "`read_bytes` copies structs, unions, scalars, pointers and arrays of these; `read` a bitfield"
)]
pub trait Bytes: Opaque + Addressable {
    /// Whether the running kernel stores the scalars in it with their declared size.
    #[doc(hidden)]
    fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool;
}

// The bytes of a struct are as the running kernel has them, so there is nothing to compare.
impl<T: Opaque + KernelType + Addressable> Bytes for T {
    #[inline(always)]
    fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool {
        true
    }
}

/// A buffer of bytes. The bytes need not be initialized: `let mut buffer = MaybeUninit::<[u8; 64]>::uninit()`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a buffer of bytes",
    note = "use `[u8; N]`, `[u8]` or `MaybeUninit<[u8; N]>`"
)]
pub trait Buffer {
    /// The address and the number of the bytes.
    #[doc(hidden)]
    fn bytes(&mut self) -> (*mut u8, usize);
}

impl Buffer for [u8] {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (self.as_mut_ptr(), self.len())
    }
}

impl Buffer for [MaybeUninit<u8>] {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (self.as_mut_ptr() as *mut u8, self.len())
    }
}

impl<const N: usize> Buffer for [u8; N] {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (self.as_mut_ptr(), N)
    }
}

impl<const N: usize> Buffer for MaybeUninit<[u8; N]> {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (self.as_mut_ptr() as *mut u8, N)
    }
}

impl<B: Buffer + ?Sized> Buffer for &mut B {
    #[inline(always)]
    fn bytes(&mut self) -> (*mut u8, usize) {
        (**self).bytes()
    }
}

// The maximum number of bytes of a string that only its NUL ends.
const UNBOUNDED: usize = usize::MAX;

/// A type that contains a C string or points to one.
#[diagnostic::on_unimplemented(
    message = "a place of type `{Self}` does not lead to a C string",
    note = "`read_str` reads arrays of `char` and what pointers to `char` point to"
)]
pub trait Text: Opaque {
    /// Returns the address of the string, and the maximum number of its bytes.
    #[doc(hidden)]
    unsafe fn text<R: Opaque + Root, P: Path>(base: *const c_void) -> Result<(*const c_void, usize), ReadError>;
}

macro_rules! text {
    ($($byte:ident)*) => { $(
        impl<const N: usize> Text for Array<$byte, N> {
            #[inline(always)]
            unsafe fn text<R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<(*const c_void, usize), ReadError> {
                let bytes = if N == 0 { UNBOUNDED } else { machine::relocated(machine::byte_size::<R, P>()) };
                Ok((machine::add::<R, P>(base), bytes))
            }
        }
        text! { $byte: const mut }
    )* };
    ($byte:ident: $($kind:tt)*) => { $(
        impl Text for *$kind $byte {
            #[inline(always)]
            unsafe fn text<R: Opaque + Root, P: Path>(
                base: *const c_void,
            ) -> Result<(*const c_void, usize), ReadError> {
                let pointer = unsafe { <*$kind $byte as Readable>::probe::<Kernel, R, P>(base) }?;
                Ok((pointer.address(), UNBOUNDED))
            }
        }
    )* };
}

text! { u8 i8 }

impl<T: Opaque + CType, R: Opaque + Root, P: Path> Operations<T, R, P> {
    /// Whether the running kernel has the field, with a compatible type. This is constant once the program is loaded, so
    /// the verifier skips the other branch. (A struct is not compatible with an integer, nor an integer with an enum.)
    #[inline(always)]
    pub fn exists(self) -> bool {
        machine::exists::<R, P>()
    }

    /// Whether the pointer that the path starts from is null.
    #[inline(always)]
    pub fn is_null(self) -> bool {
        self.0.root.is_null()
    }

    /// Returns the offset of the field in its root type, in bytes.
    #[inline(always)]
    pub fn byte_offset(self) -> usize
    where
        T: Addressable,
    {
        machine::byte_offset::<R, P>()
    }

    /// Returns the size of the field in bytes. For an array, this is the size of all elements together.
    #[inline(always)]
    pub fn byte_size(self) -> usize
    where
        T: Addressable,
    {
        machine::byte_size::<R, P>()
    }

    /// Returns the address of the field. For an array, this is the address of its first element. (If the field is a bitfield
    /// on the running kernel, it is the address of the storage unit.)
    #[inline(always)]
    pub fn as_ptr(self) -> *const T::Target
    where
        T: Addressable,
    {
        memory::cast(machine::add::<R, P>(self.0.root))
    }

    /// As `as_ptr`, for a place that can be stored to.
    #[inline(always)]
    pub fn as_mut_ptr(self) -> *mut T::Target
    where
        T: Addressable,
        P: Writable,
    {
        self.as_ptr() as *mut T::Target
    }

    /// As `as_root`, for a place that can be stored to.
    #[inline(always)]
    pub fn as_root_mut(self) -> PlaceMut<T>
    where
        T: KernelType,
        P: Writable,
    {
        place(machine::add::<R, P>(self.0.root))
    }

    /// Returns the same place with an empty path. Use it to call a function that takes a `Place<T>`.
    #[inline(always)]
    pub fn as_root(self) -> Place<T>
    where
        T: KernelType,
    {
        place(machine::add::<R, P>(self.0.root))
    }

    /// Returns the place of the object that this field is a member of: C's `container_of`. The argument says which member, as a
    /// path without pointers: `link.container_of(|task: Place<task_struct>| task.sibling())`. It is not called.
    ///
    /// The place must be that of this member, and not null. The verifier does not trust the result, so use `read` and `follow` on
    /// it, not `load`. Plain loads need `task_struct::cast(place.as_ptr())`.
    #[inline(always)]
    pub fn container_of<O, Q>(self, _member: impl FnOnce(Place<O>) -> Place<T, O, Q>) -> Place<O>
    where
        T: Addressable,
        O: Opaque + KernelType,
        Q: Path,
    {
        let member = machine::add::<R, P>(self.0.root) as *const u8;
        let offset = machine::relocated(machine::byte_offset::<O, Q>());
        place(member.wrapping_sub(offset) as *const c_void)
    }

    /// Reads the field with one plain load instruction. The compiler may merge several calls into one read.
    ///
    /// If the field has another size on the running kernel, that kernel refuses the program. (There is one exception: a `u64`
    /// that became narrower is read correctly.) `read` adapts instead. If only the sign of an integer differs, `load` returns
    /// the same bits.
    ///
    /// A bitfield takes a few instructions. It may be an ordinary integer on the running kernel. If its values may not fit
    /// there, the kernel refuses the program, and the verifier's log says `invalid func unknown#195896080`.
    ///
    /// For pointers to kernel objects, Linux 5.5 or newer is needed: its verifier knows the types of such pointers.
    ///
    /// # Safety
    ///
    /// On BPF, the verifier checks that the program may load from this address. On other targets, the place must be readable
    /// memory.
    #[inline(always)]
    pub unsafe fn load(self) -> T::Value
    where
        T: Load,
    {
        unsafe { T::load::<R, P>(self.0.root) }
    }

    /// As `load`, but each call is exactly one read: the compiler neither merges nor moves it (C's `READ_ONCE`).
    ///
    /// # Safety
    ///
    /// As for `load`.
    #[inline(always)]
    pub unsafe fn load_once(self) -> T::Value
    where
        T: Load,
    {
        unsafe { T::load_once::<R, P>(self.0.root) }
    }

    /// Stores to the field with one plain store instruction.
    ///
    /// If the field has another size on the running kernel, that kernel refuses the program. For a bitfield, `store` reads
    /// the storage unit, changes the bits of the field, and writes the unit back. As in C, the field gets the lowest bits of
    /// the value, as many as it has on the running kernel.
    ///
    /// # Safety
    ///
    /// On BPF, the verifier checks that the program may store to this address. On other targets, the place must be writable
    /// memory.
    #[inline(always)]
    pub unsafe fn store(self, value: T::Value)
    where
        T: Store,
        P: Writable,
    {
        unsafe { T::store::<R, P>(self.0.root, value) }
    }

    /// Reads the field with a probe read. This works with any kernel pointer.
    ///
    /// The field may have another size on the running kernel, or be a bitfield on only one of the two kernels. Then the value
    /// is right, or `read` returns `ReadError::TOO_WIDE`. If only the sign differs, `read` returns the same bits. Loaders do
    /// not report the sign of an array element, so `read` uses the declared sign. If a field of up to 64 bits has 128 bits on
    /// the running kernel, that kernel refuses the program.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_kernel`.
    ///
    /// # Safety
    ///
    /// On BPF, a bad address is an error. On other targets, the place must be readable memory.
    #[inline(always)]
    pub unsafe fn read(self) -> Result<T::Value, ReadError>
    where
        T: Read,
    {
        unsafe { T::read::<Kernel, R, P>(self.0.root) }
    }

    /// As `read`, but returns zero if the read fails or the value does not fit: C's `BPF_CORE_READ`.
    ///
    /// This is shorter than `read`, and the verifier follows one path instead of two. You can't distinguish a failure from a
    /// field that is zero.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_or_zero(self) -> T::Value
    where
        T: Read,
    {
        unsafe { T::read_or_zero::<Kernel, R, P>(self.0.root) }
    }

    /// Reads an integer or bitfield with a probe read, and returns it with 64 bits: C's `BPF_CORE_READ_BITFIELD_PROBED`. Every
    /// value of up to 64 bits fits. If the field is signed on the running kernel, the value is sign-extended.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_wide(self) -> Result<u64, ReadError>
    where
        T: Wide,
    {
        unsafe { T::read_wide::<R, P>(self.0.root) }
    }

    /// As `read_wide`, but with a plain load: C's `BPF_CORE_READ_BITFIELD`.
    ///
    /// # Safety
    ///
    /// As for `load`.
    #[inline(always)]
    pub unsafe fn load_wide(self) -> u64
    where
        T: Wide,
    {
        unsafe { T::load_wide::<R, P>(self.0.root) }
    }

    /// As `read`, but from the memory of the current process.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_user`.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_user(self) -> Result<T::Value, ReadError>
    where
        T: Read,
    {
        unsafe { T::read::<User, R, P>(self.0.root) }
    }

    /// Reads a pointer with a probe read, and returns the place that it points to. A null pointer also gives a place, but a
    /// read from it is an error.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn follow(self) -> Result<Place<T::To>, ReadError>
    where
        T: Link,
    {
        Ok(at(unsafe { self.read() }?))
    }

    /// As `follow`, but returns the place at the null pointer if the read fails. From that place, `read` returns an error and
    /// `read_or_zero` returns zero.
    ///
    /// `task.real_parent().follow_or_null().tgid().read_or_zero()` is C's `BPF_CORE_READ(task, real_parent, tgid)`.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn follow_or_null(self) -> Place<T::To>
    where
        T: Link,
    {
        at(unsafe { self.read_or_zero() })
    }

    /// As `follow`, but reads the pointer from the memory of the current process. The pointer points to that memory too.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn follow_user(self) -> Result<Place<T::To>, ReadError>
    where
        T: Link,
    {
        Ok(at(unsafe { self.read_user() }?))
    }

    /// As `follow`, but with a plain load. The verifier must trust the pointer.
    ///
    /// # Safety
    ///
    /// As for `load`.
    #[inline(always)]
    pub unsafe fn follow_trusted(self) -> Place<T::To>
    where
        T: Link,
    {
        at(unsafe { self.load() })
    }

    /// Returns the place of element `I` of an array. The index is a constant. The position of the element is relocated.
    #[inline(always)]
    pub fn index<const I: usize>(self) -> Place<T::Item, R, Element<P, I>>
    where
        T: Sequence,
    {
        const { assert_within_bounds::<T>(I) };
        place(self.0.root)
    }

    /// Returns the place of an element of an array, for an index that is not a constant. Returns `None` if the index is not
    /// within the array on the running kernel. There is no bounds check if these bindings have a flexible array.
    ///
    /// The program computes the element's address. So it needs a pointer that permits arithmetic with variables: one for
    /// probe reads, or one to the memory of a map.
    #[inline(always)]
    pub fn element(self, index: usize) -> Option<Item<T, R, P>>
    where
        T: Sequence,
    {
        let size = machine::byte_size::<R, Element<P, 0>>();
        let offset = index.wrapping_mul(size);
        if T::LEN != 0 {
            let whole = machine::byte_size::<R, P>();
            // The first check ensures that the product did not wrap.
            if index >= whole || offset >= whole {
                return None;
            }
        }
        Some(place((self.0.root as *const u8).wrapping_add(offset) as *const c_void))
    }

    /// Returns the place of the object that is `index` objects further in memory: C's `&pointer[index]`. Call it on the first
    /// element of an array, which `follow` returned. There is no bounds check.
    ///
    /// `table.fd().follow()?.nth(3).follow()?` is `table->fd[3]`, for `struct file **fd`.
    ///
    /// The program computes the address. So an index that is not a constant needs a pointer that permits arithmetic with
    /// variables, as for `element`.
    #[inline(always)]
    pub fn nth(self, index: usize) -> Place<T>
    where
        T: Root,
    {
        let size = machine::relocated(machine::byte_size::<T, Start<T>>());
        let first = machine::add::<R, P>(self.0.root) as *const u8;
        place(first.wrapping_add(index.wrapping_mul(size)) as *const c_void)
    }

    /// Copies all bytes of an array, struct or scalar with a probe read into the start of the buffer, and returns them. Their
    /// number is the size on the running kernel. Returns `ReadError::TOO_WIDE` if the buffer is shorter, or if the running kernel
    /// stores the elements of an array with another size. The bytes of a struct have the running kernel's layout.
    ///
    /// The buffer may be uninitialized: `let mut buffer = MaybeUninit::<[u8; 64]>::uninit()`. This is shorter than `[0; 64]`, for
    /// which the compiler may call `memset`. libbpf refuses an object that calls it.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_kernel`.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_bytes<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Bytes,
    {
        unsafe { bytes::<Kernel, T, R, P>(self.0.root, buffer.bytes()) }
    }

    /// As `read_bytes`, but from the memory of the current process.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_user`.
    ///
    /// # Safety
    ///
    /// As for `read`.
    #[inline(always)]
    pub unsafe fn read_user_bytes<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Bytes,
    {
        unsafe { bytes::<User, T, R, P>(self.0.root, buffer.bytes()) }
    }

    /// Reads a C string with a probe read into the start of the buffer, and returns its bytes without the NUL. For an array
    /// of `char`, this is the string in the array. For a pointer to `char`, it is the string that the pointer points to. A
    /// longer string is truncated: the last byte of the buffer, and of the array, is for the NUL.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_kernel_str`.
    ///
    /// # Safety
    ///
    /// As for `read`. On targets other than BPF, the string must end with a NUL.
    #[inline(always)]
    pub unsafe fn read_str<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Text,
    {
        unsafe { string::<Kernel>(T::text::<R, P>(self.0.root)?, buffer.bytes()) }
    }

    /// As `read_str`, but the string is in the memory of the current process. An array is itself in that
    /// memory. A pointer is in the kernel's memory and points to that memory.
    ///
    /// Linux 5.5 and newer have the helper, `bpf_probe_read_user_str`.
    ///
    /// # Safety
    ///
    /// As for `read_str`.
    #[inline(always)]
    pub unsafe fn read_user_str<B: Buffer + ?Sized>(self, buffer: &mut B) -> Result<&[u8], ReadError>
    where
        T: Text,
    {
        unsafe { string::<User>(T::text::<R, P>(self.0.root)?, buffer.bytes()) }
    }
}

const fn assert_within_bounds<T: Opaque + Sequence>(index: usize) {
    assert!(
        T::LEN == 0 || index < T::LEN,
        "the index is not within the array's bounds"
    );
}

#[inline(always)]
unsafe fn bytes<'b, M: Memory, T: Opaque + Bytes, R: Opaque + Root, P: Path>(
    base: *const c_void,
    (to, room): (*mut u8, usize),
) -> Result<&'b [u8], ReadError> {
    let bytes = machine::relocated(machine::byte_size::<R, P>());
    if bytes > room || !T::has_declared_scalars::<R, P>() {
        machine::removable();
        return Err(ReadError::TOO_WIDE);
    }
    match unsafe { M::copy(to as *mut c_void, bytes as u32, machine::add::<R, P>(base)) } {
        // SAFETY: the buffer has at least that many bytes, and the helper has written them.
        0.. => Ok(unsafe { core::slice::from_raw_parts(to, bytes) }),
        status => Err(ReadError(status as i32)),
    }
}

#[inline(always)]
unsafe fn string<'b, M: Memory>(
    (from, most): (*const c_void, usize),
    (to, room): (*mut u8, usize),
) -> Result<&'b [u8], ReadError> {
    let bytes = if most == UNBOUNDED {
        room
    } else if most > room {
        machine::removable();
        room
    } else {
        most
    };
    match unsafe { M::copy_str(to as *mut c_void, bytes as u32, from) } {
        // SAFETY: the helper has written `status` bytes, and the last is the NUL.
        status @ 1.. => Ok(unsafe { core::slice::from_raw_parts(to, status as usize - 1) }),
        0 => Ok(&[]),
        status => Err(ReadError(status as i32)),
    }
}

/// An enumerator on the running kernel. For each constant `NAME` of a named enum, there is a `relocated::NAME`.
pub struct Enumerator<T, L, const ENUM: u64, const NAME: u64>(PhantomData<(T, L)>);

impl<T, L, const ENUM: u64, const NAME: u64> Clone for Enumerator<T, L, ENUM, NAME> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, L, const ENUM: u64, const NAME: u64> Copy for Enumerator<T, L, ENUM, NAME> {}

impl<T, L, const ENUM: u64, const NAME: u64> Enumerator<T, L, ENUM, NAME> {
    #[doc(hidden)]
    pub const NEW: Self = Enumerator(PhantomData);
}

// Pointers, and the helpers that read from them.
#[cfg(target_arch = "bpf")]
mod memory {
    use super::{Kernel, Memory, Opaque, User, c_void};

    // `as` does not cast to a type without a size.
    #[inline(always)]
    pub(super) fn cast<T: Opaque>(pointer: *const c_void) -> *const T {
        // SAFETY: a pointer to an extern type is thin, and this one is thin too.
        unsafe { core::mem::transmute_copy::<*const c_void, *const T>(&pointer) }
    }

    type ProbeRead = unsafe extern "C" fn(*mut c_void, u32, *const c_void) -> i64;

    impl Memory for Kernel {
        #[inline(always)]
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: BPF calls a helper by its number. This is bpf_probe_read_kernel.
            unsafe { core::mem::transmute::<usize, ProbeRead>(113)(to, bytes, from) }
        }
        #[inline(always)]
        unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: as above. This is bpf_probe_read_kernel_str.
            unsafe { core::mem::transmute::<usize, ProbeRead>(115)(to, bytes, from) }
        }
    }

    impl Memory for User {
        #[inline(always)]
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: as above. This is bpf_probe_read_user.
            unsafe { core::mem::transmute::<usize, ProbeRead>(112)(to, bytes, from) }
        }
        #[inline(always)]
        unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: as above. This is bpf_probe_read_user_str.
            unsafe { core::mem::transmute::<usize, ProbeRead>(114)(to, bytes, from) }
        }
    }
}

#[cfg(not(target_arch = "bpf"))]
mod memory {
    use super::{Kernel, Memory, Opaque, User, c_void};

    pub(super) fn cast<T: Opaque>(pointer: *const c_void) -> *const T {
        pointer as *const T
    }

    pub(super) unsafe fn argument<const SLOT: usize>(context: *const c_void) -> u64 {
        // SAFETY: the caller guarantees that the context has it.
        unsafe { context.cast::<u64>().add(SLOT).read_unaligned() }
    }

    pub(super) unsafe fn next_argument<const SLOT: usize>(context: *const c_void) -> u64 {
        // SAFETY: as above.
        unsafe { context.cast::<u64>().add(SLOT + 1).read_unaligned() }
    }

    pub(super) unsafe fn load_bytes(from: *const c_void, bytes: usize) -> u64 {
        assert!(bytes <= 8, "a register has 8 bytes");
        let mut register = [0; 8];
        let to = if cfg!(target_endian = "big") {
            8 - bytes
        } else {
            0
        };
        // SAFETY: the caller guarantees the memory; `register` has room for 8 bytes.
        unsafe { (from as *const u8).copy_to_nonoverlapping(register.as_mut_ptr().add(to), bytes) };
        u64::from_ne_bytes(register)
    }

    pub(super) unsafe fn store_bytes(to: *const c_void, bytes: usize, value: u64) {
        assert!(bytes <= 8, "a register has 8 bytes");
        let register = value.to_ne_bytes();
        let start = if cfg!(target_endian = "big") {
            8 - bytes
        } else {
            0
        };
        // SAFETY: the caller guarantees the memory; a place to store to is made from a mutable pointer.
        unsafe { (to as *mut u8).copy_from_nonoverlapping(register.as_ptr().add(start), bytes) };
    }

    impl Memory for Kernel {
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: the caller guarantees the memory.
            unsafe { from.cast::<u8>().copy_to(to.cast(), bytes as usize) };
            0
        }
        unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            let (to, from) = (to as *mut u8, from as *const u8);
            for i in 0..bytes as usize {
                // SAFETY: the caller guarantees the memory, up to a NUL.
                let byte = unsafe { from.add(i).read() };
                let last = byte == 0 || i + 1 == bytes as usize;
                // SAFETY: `to` has room for `bytes`.
                unsafe { to.add(i).write(if last { 0 } else { byte }) };
                if last {
                    return i as i64 + 1;
                }
            }
            0
        }
    }

    impl Memory for User {
        unsafe fn copy(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: the caller guarantees the memory.
            unsafe { Kernel::copy(to, bytes, from) }
        }
        unsafe fn copy_str(to: *mut c_void, bytes: u32, from: *const c_void) -> i64 {
            // SAFETY: the caller guarantees the memory.
            unsafe { Kernel::copy_str(to, bytes, from) }
        }
    }
}

// Lookup in the lines of the table. Accessors use it on targets other than BPF.
#[cfg(not(target_arch = "bpf"))]
mod table {
    use super::{Layout, name};

    // The member or element at the end of a path, from the table.
    pub(super) struct Field {
        pub(super) bit: usize,
        pub(super) bits: usize,
        pub(super) bytes: usize,
        pub(super) ty: &'static str,
    }

    impl Field {
        // Offset and size in bytes. For a bitfield, those of the storage unit that libbpf chooses.
        pub(super) fn unit(&self) -> (usize, usize) {
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

    /// Returns the field at the end of these steps. If bit `i` of `indexes` is set, step `i` is an index.
    pub(super) fn field<L: Layout>(root: u64, steps: &[u64], indexes: u32) -> Field {
        let mut block = root;
        let bytes = block_bytes::<L>(block);
        let mut it = Field { bit: 0, bits: 8 * bytes, bytes, ty: "" };
        for (i, step) in steps.iter().enumerate() {
            if indexes >> i & 1 == 1 {
                it.ty = element(it.ty);
                it.bytes = self::bytes::<L>(it.ty);
                it.bits = 8 * it.bytes;
                it.bit += *step as usize * it.bits;
            } else {
                let (place, ty) = member::<L>(block, *step);
                let (byte, rest) = place.split_once('.').unwrap_or((place, ""));
                let (bit, width) = rest.split_once(':').unwrap_or(("0", ""));
                it.ty = ty;
                it.bytes = self::bytes::<L>(ty);
                it.bits = if width.is_empty() { 8 * it.bytes } else { number(width) };
                it.bit += 8 * number(byte) + number(bit);
            }
            block = name(it.ty);
        }
        it
    }

    pub(super) fn lines_of<L: Layout>(block: u64) -> Option<impl Iterator<Item = &'static str>> {
        let mut lines = L::TABLE.lines();
        lines.find(|line| !line.starts_with(' ') && name(word(line, 0)) == block)?;
        Some(lines.take_while(|line| line.starts_with(' ')))
    }

    pub(super) fn block_bytes<L: Layout>(block: u64) -> usize {
        let header = L::TABLE
            .lines()
            .find(|line| !line.starts_with(' ') && name(word(line, 0)) == block);
        header.map_or(0, |line| number(word(line, 1)))
    }

    fn member<L: Layout>(block: u64, step: u64) -> (&'static str, &'static str) {
        let mut members = lines_of::<L>(block).into_iter().flatten();
        let line = members.find(|line| name(word(&line[1..], 0)) == step);
        let line = &line.expect("an accessor's field is in the table")[1..];
        (word(line, 1), word(line, 2))
    }

    pub(super) fn word(line: &'static str, index: usize) -> &'static str {
        line.split(' ').nth(index).unwrap_or("")
    }

    fn number(text: &str) -> usize {
        text.parse().unwrap_or(0)
    }

    fn element(ty: &'static str) -> &'static str {
        ty.split_once(']').map_or(ty, |(_, element)| element)
    }

    // Returns the integer type of an enum.
    pub(super) fn scalar(ty: &'static str) -> &'static str {
        match ty.strip_prefix("enum") {
            Some(enumeration) => enumeration.rsplit(':').next().unwrap_or(""),
            None => ty,
        }
    }

    fn bytes<L: Layout>(ty: &'static str) -> usize {
        if let Some((length, element)) = ty.strip_prefix('[').and_then(|ty| ty.split_once(']')) {
            return number(length) * bytes::<L>(element);
        }
        if ty == "bool" {
            return 1;
        }
        let digits = scalar(ty).trim_start_matches(['u', 'i', 'f', 'p']);
        let end = digits.find(|it: char| !it.is_ascii_digit()).unwrap_or(digits.len());
        match digits[..end].parse::<usize>() {
            Ok(bits) => bits / 8,
            Err(_) => block_bytes::<L>(name(ty)),
        }
    }
}
