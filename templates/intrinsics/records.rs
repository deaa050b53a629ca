// The back end for `--intrinsics asm`: placeholder instructions with records, from which `btfgen link` makes CO-RE
// relocations.

/// A path from a root type to a field, through embedded structs. It is part of a place's type, so one relocation covers it.
pub trait Path {
    #[doc(hidden)]
    const LEN: usize;
    #[doc(hidden)]
    const STEPS: [u64; 16];
    #[doc(hidden)]
    const INDEXES: u32;
}

impl<R: Opaque> Writable for StartMut<R> {}
impl<P: Writable, const STEP: u64> Writable for Then<P, STEP> {}
impl<P: Writable, const INDEX: usize> Writable for Element<P, INDEX> {}

impl<R: Opaque> Path for Start<R> {
    const LEN: usize = 0;
    const STEPS: [u64; 16] = [0; 16];
    const INDEXES: u32 = 0;
}

impl<R: Opaque> Path for StartMut<R> {
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

// Whether a path ends at an element of an array. Loaders do not support every relocation of an element.
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

impl<T: Integer> Load for Bits<T> {
    #[inline(always)]
    unsafe fn load<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        // Both use the same instructions. Only the read of the storage unit could be merged with another read.
        unsafe { Self::load_once::<R, P>(base) }
    }
    #[inline(always)]
    unsafe fn load_once<R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        let signed = machine::signed::<R, P>();
        if !T::holds(machine::rshift::<R, P>(), signed) {
            machine::refuse();
        }
        let bytes = machine::byte_size::<R, P>();
        let unit = unsafe { machine::load_bytes(machine::add::<R, P>(base), bytes) };
        let value = machine::extract::<R, P>(unit, signed);
        // SAFETY: `T` holds all values of that width and sign.
        unsafe { T::from_extended(value, signed).unwrap_unchecked() }
    }
}

impl<T: Integer> Store for Bits<T> {
    #[inline(always)]
    unsafe fn store<R: Opaque + Root, P: Path>(base: *const c_void, value: T) {
        let (bytes, unit) = (machine::byte_size::<R, P>(), machine::add::<R, P>(base));
        let (around, bits) = (
            !machine::insert::<R, P>(u64::MAX),
            machine::insert::<R, P>(value.to_register()),
        );
        unsafe { machine::store_bytes(unit, bytes, machine::load_bytes(unit, bytes) & around | bits) }
    }
}

impl<T: Integer> Read for Bits<T> {
    #[inline(always)]
    unsafe fn read<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> Result<T, ReadError> {
        if !machine::fits_extracted::<T, R, P>() {
            let mut value = core::mem::MaybeUninit::uninit();
            return match unsafe { probe_otherwise::<T, M, R, P>(base, value.as_mut_ptr()) } {
                // SAFETY: without an error, `probe_otherwise` has written it.
                0.. => Ok(unsafe { value.assume_init() }),
                status => Err(ReadError(status as i32)),
            };
        }
        let bytes = machine::probe_length::<R, P>();
        let (unit, status) = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), bytes) };
        if status < 0 {
            return Err(ReadError(status as i32));
        }
        // SAFETY: `T` holds all values of that width and sign.
        Ok(unsafe { T::from_extended(machine::extracted::<T, R, P>(unit), T::SIGNED).unwrap_unchecked() })
    }
    #[inline(always)]
    unsafe fn read_or_zero<M: Memory, R: Opaque + Root, P: Path>(base: *const c_void) -> T {
        if !machine::fits_extracted::<T, R, P>() {
            let mut value = core::mem::MaybeUninit::uninit();
            // SAFETY: `probe_otherwise_or_zero` always writes it.
            return unsafe {
                probe_otherwise_or_zero::<T, M, R, P>(base, value.as_mut_ptr());
                value.assume_init()
            };
        }
        let bytes = machine::probe_length::<R, P>();
        let (unit, _) = unsafe { probe_bytes::<M>(machine::add::<R, P>(base), bytes) };
        // SAFETY: `T` holds all values of that width and sign.
        unsafe { T::from_extended(machine::extracted::<T, R, P>(unit), T::SIGNED).unwrap_unchecked() }
    }
}

impl<T: Integer> Wide for Bits<T> {
    #[inline(always)]
    unsafe fn read_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> Result<u64, ReadError> {
        unsafe { probe_wide::<R, P>(base, T::SIGNED) }
    }
    #[inline(always)]
    unsafe fn load_wide<R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        unsafe { load_wide::<R, P>(base, T::SIGNED) }
    }
}

impl<T: Opaque, const N: usize> Sequence for Array<T, N> {
    const LEN: usize = N;
}

impl<T: Opaque + Bytes, const N: usize> Bytes for Array<T, N> {
    #[inline(always)]
    fn has_declared_scalars<R: Opaque + Root, P: Path>() -> bool {
        T::has_declared_scalars::<R, Element<P, 0>>()
    }
}

/// Whether the running kernel has a struct, union, enum or typedef of that name. This is constant once the program is loaded.
///
/// For an enum or a typedef of a scalar, write `type_exists::<relocated::pid_t>()`. The kernel's typedef must be of a
/// compatible type. If a typedef of a struct became one of a union, the result is false, although its fields can be read.
///
/// `btfgen link` refuses the type of an anonymous member, because a loader can't find it.
#[inline(always)]
pub fn type_exists<T: Opaque + Named>() -> bool {
    machine::type_exists::<Asked<T>>()
}

/// Returns the size of the type on the running kernel, in bytes.
///
/// If that kernel does not have the type, the result depends on the loader. With libbpf, the result is 0. aya does not load the
/// program, not even if `type_exists` guards the call. cilium/ebpf loads it if the verifier sees that the call is not reached.
#[inline(always)]
pub fn type_size<T: Opaque + KernelType>() -> usize {
    machine::type_size::<T>()
}

/// Whether the running kernel's type matches this file: it has all fields that are declared here, with the same names and
/// types. This is constant once the program is loaded. It is false if the kernel has no such type.
///
/// These are compared:
///
/// - integers by size, sign and C name;
/// - arrays by length;
/// - structs and unions field by field, as far as the fields are in this file, with the nesting of anonymous members;
/// - enums by size and by the names of the enumerators in this file; anonymous enums only by size;
/// - pointers by what they point to: structs and unions by name, functions by parameters and result.
///
/// Offsets, sizes of structs, widths of bitfields and values of enumerators are not compared, because they are relocated.
/// Floating-point numbers are not compared either, because loaders never treat two of them as equal.
///
/// `false` does not mean that a field can't be read. A kernel that another compiler built has other names for integers
/// (`unsigned long`, `long unsigned int`), and `char` is signed on x86 before 6.2. To see whether you can read a field, call
/// `exists()`.
///
/// This needs libbpf 1.0 or newer. aya loads no object that contains such a call (`invalid BTF relocation kind`).
#[inline(always)]
pub fn type_matches<T: Opaque + KernelType>() -> bool {
    machine::type_matches::<T>()
}

/// Returns the type's id in the running kernel's BTF, for helpers and kfuncs that take one. On targets other than BPF, it is 0.
///
/// If the kernel does not have the type, see [`type_size`]. For a type of a module, this is the id in the module's BTF.
/// Loaders do not say which module it is.
#[inline(always)]
pub fn type_id<T: Opaque + KernelType>() -> u32 {
    machine::type_id::<T>()
}

/// Returns the id of the local type: the type in the program's own BTF, which `btfgen link` writes. It has the members that
/// the program uses. On targets other than BPF, the id is 0.
#[inline(always)]
pub fn local_type_id<T: Opaque + KernelType>() -> u32 {
    machine::local_type_id::<T>()
}

#[doc(hidden)]
#[inline(always)]
pub fn cast<T: Opaque + KernelType>(pointer: impl Pointer) -> Place<T> {
    place(machine::cast_to::<T>(pointer.address()))
}

/// Whether the kernel has `bpf_rdonly_cast`, which the `cast` of a type calls. Linux 6.2 and newer have it. This is constant
/// once the program is loaded. On a kernel without it, the verifier refuses a `cast` that it reaches.
///
/// After the cast, the verifier permits plain loads through the pointer, and a bad address reads as zeros. libbpf loads such
/// a program. aya 0.14 does not, because it does not support kernel functions.
#[inline(always)]
pub fn can_cast() -> bool {
    machine::can_cast()
}

impl<T: Integer, L: Layout, const ENUM: u64, const NAME: u64> Enumerator<T, L, ENUM, NAME> {
    /// Whether the running kernel's enum has this enumerator. This is constant once the program is loaded.
    #[inline(always)]
    pub fn exists(self) -> bool {
        machine::enum_exists::<Enum<L, ENUM>, Then<Start<Enum<L, ENUM>>, NAME>>()
    }

    /// Returns its value on the running kernel. If that kernel does not have the enumerator, or its value does not fit, that
    /// kernel refuses the program, unless `exists()` guards the call.
    ///
    /// Loaders do not report whether an enum is signed. If the enum has 64 bits in these bindings and 32 bits on the running
    /// kernel, a value with the highest bit set becomes negative.
    #[inline(always)]
    pub fn value(self) -> T {
        let value = machine::enum_value::<Enum<L, ENUM>, Then<Start<Enum<L, ENUM>>, NAME>>();
        let unused = 64 - 8 * T::BYTES as u64;
        if !machine::fits_signed::<T>(value) && value << unused >> unused != value {
            machine::refuse();
        }
        T::from_register(value)
    }
}

// A type as the root of a record about its existence.
struct Asked<T: Opaque>(PhantomData<*const T>);

c_type! { [T: Opaque] Asked<T>, (), c_void, c_void, c_void }

impl<T: Opaque + Named> KernelType for Asked<T> {
    type Layout = T::File;
    const ID: u64 = T::KEY;
}

// An enum as the root of a record.
struct Enum<L, const KEY: u64>(PhantomData<L>);

c_type! { [L, const KEY: u64] Enum<L, KEY>, (), c_void, c_void, c_void }

impl<L: Layout, const KEY: u64> KernelType for Enum<L, KEY> {
    type Layout = L;
    const ID: u64 = KEY;
}

#[cfg(target_arch = "bpf")]
mod machine {
    use super::{FORMAT, Integer, Layout, Opaque, Path, Root, Scalar, Start, c_void};

    // A placeholder instruction and its record, from which `btfgen link` makes the real instruction and its relocation. If an
    // object was not linked, the verifier refuses the placeholder and quotes the source line of the assembly.
    // `src/reloc` of btfgen describes the record.
    macro_rules! relocated {
        ($operation:literal, $R:ident, $P:ident, [$($operand:tt)*], [$($option:ident),*]) => {
            relocated!("call 195934192", $operation, $R, $P, [$($operand)*], [$($option),*])
        };
        ($placeholder:literal, $operation:literal, $R:ident, $P:ident, [$($operand:tt)*], [$($option:ident),*]) => {
            core::arch::asm!( // this object was not linked: run `btfgen link`
                "771:",
                $placeholder,
                ".pushsection .btfgen.relo,\"\",@progbits",
                ".quad 771b",
                ".long {format}",
                ".long {len}",
                ".quad {table}",
                ".quad {root}",
                ".long {indexes}",
                ".quad {s0}", ".quad {s1}", ".quad {s2}", ".quad {s3}",
                ".quad {s4}", ".quad {s5}", ".quad {s6}", ".quad {s7}",
                ".quad {s8}", ".quad {s9}", ".quad {s10}", ".quad {s11}",
                ".quad {s12}", ".quad {s13}", ".quad {s14}", ".quad {s15}",
                $operation,
                ".popsection",
                $($operand)*
                format = const FORMAT,
                table = const table_id::<$R>(),
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

    // Tells the optimizer which values a load instruction can return, so that it adds no mask. This is true even if the field
    // is wider on the running kernel, because loaders refuse that: see the link step.
    #[inline(always)]
    fn loaded<T: Scalar>(value: u64) -> u64 {
        // Not for an `i32`: LLVM would compare it as a 64-bit number, which takes an extension.
        if T::BYTES < 4 || T::BYTES == 4 && !T::IS_SIGNED {
            // SAFETY: the load zero-extends.
            unsafe { core::hint::assert_unchecked(value < 1 << (8 * T::BYTES as u32 & 63)) }
        }
        value
    }

    // The 16 digits at the end of the table's first line.
    const fn table_id<R: Opaque + Root>() -> u64 {
        let text = <R::Layout as Layout>::TABLE.as_bytes();
        let (mut id, mut i) = (0, 0);
        while text[i] != b'\n' {
            let digit = match text[i] {
                digit @ b'0'..=b'9' => digit - b'0',
                digit => digit.wrapping_sub(b'a').wrapping_add(10),
            };
            id = id << 4 | digit as u64;
            i += 1;
        }
        id
    }

    const fn is_far<R: Opaque + Root>() -> bool {
        let far = <R::Layout as Layout>::FAR;
        let mut i = 0;
        while i < far.len() {
            if far[i] == R::ID {
                return true;
            }
            i += 1;
        }
        false
    }

    // Computes the address and loads from it: for scalars, and for types that are larger than the largest offset in a load
    // instruction.
    #[inline(always)]
    unsafe fn load_far<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        refuse_unless_stored_as::<T, R, P>();
        unsafe { load_bytes(add::<R, P>(base), T::BYTES) }
    }

    // If the program computes an address, no loader checks the size of the load or store.
    #[inline(always)]
    fn refuse_unless_stored_as<T: Scalar, R: Opaque + Root, P: Path>() {
        if const { R::SCALAR.is_some() } {
            return;
        }
        let is_bitfield = !const { super::ends_at_element::<P>() }
            && rshift::<R, P>() != 64 - 8 * T::BYTES as u64;
        if is_bitfield || byte_size::<R, P>() != T::BYTES {
            refuse();
        }
    }

    #[inline(always)]
    pub(super) unsafe fn load<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        if const { R::SCALAR.is_some() || is_far::<R>() } {
            return unsafe { load_far::<T, R, P>(base) };
        }
        let value: u64;
        unsafe {
            relocated!(".asciz \"load {v} {p}\"", R, P,
                [v = lateout(reg) value, p = in(reg) base,], [pure, readonly]);
        }
        loaded::<T>(value)
    }

    #[inline(always)]
    pub(super) unsafe fn load_once<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        if const { R::SCALAR.is_some() || is_far::<R>() } {
            return unsafe { load_far::<T, R, P>(base) };
        }
        let value: u64;
        unsafe {
            relocated!(".asciz \"load {v} {p}\"", R, P,
                [v = lateout(reg) value, p = in(reg) base,], [readonly]);
        }
        loaded::<T>(value)
    }

    #[inline(always)]
    pub(super) unsafe fn store<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void, value: u64) {
        if const { R::SCALAR.is_some() || is_far::<R>() } {
            refuse_unless_stored_as::<T, R, P>();
            return unsafe { store_bytes(add::<R, P>(base), T::BYTES, value) };
        }
        unsafe {
            relocated!(".asciz \"store {p} {v}\"", R, P, [v = in(reg) value, p = in(reg) base,], []);
        }
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
            number! { $name, $operation, $max, [pure, nomem] }
        };
        ($name:ident, $operation:literal, $max:literal, [$($option:ident),*]) => {
            #[inline(always)]
            fn $name<R: Opaque + Root, P: Path>() -> u64 {
                let value: u64;
                // SAFETY: sets a register, to the number that the loader puts in.
                unsafe {
                    relocated!($operation, R, P, [v = lateout(reg) value,], [$($option),*]);
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
    number! { is_as_declared, ".asciz \"type_matches {v}\"", 1 }
    number! { size_of_type, ".asciz \"type_size {v}\"", 0x7fff_ffff }
    number! { id_of_type, ".asciz \"type_id {v}\"", 0x7fff_ffff }
    number! { local_id_of_type, ".asciz \"local_type_id {v}\"", 0x7fff_ffff }
    number! { has_enumerator, ".asciz \"enum_exists {v}\"", 1 }

    // The numbers that a probe read needs. These are not pure. Otherwise, if a program reads a field twice, the compiler keeps
    // the numbers of the first read on the stack for the second. Setting a register again is shorter.
    number! { length, ".asciz \"length {v}\"", 0x7fff_ffff, [nomem] }
    number! { probed_sign, ".asciz \"signed {v}\"", 1, [nomem] }
    number! { probed_right, ".asciz \"rshift {v}\"", 63, [nomem] }

    #[inline(always)]
    pub(super) fn type_exists<R: Opaque + Root>() -> bool {
        has_type::<R, Start<R>>() != 0
    }

    #[inline(always)]
    pub(super) fn type_matches<R: Opaque + Root>() -> bool {
        is_as_declared::<R, Start<R>>() != 0
    }

    #[inline(always)]
    pub(super) fn type_size<R: Opaque + Root>() -> usize {
        size_of_type::<R, Start<R>>() as usize
    }

    #[inline(always)]
    pub(super) fn type_id<R: Opaque + Root>() -> u32 {
        id_of_type::<R, Start<R>>() as u32
    }

    #[inline(always)]
    pub(super) fn local_type_id<R: Opaque + Root>() -> u32 {
        local_id_of_type::<R, Start<R>>() as u32
    }

    #[inline(always)]
    pub(super) fn enum_exists<R: Opaque + Root, P: Path>() -> bool {
        has_enumerator::<R, P>() != 0
    }

    // Weak: on a kernel without the function, its address is 0 and the verifier refuses a call.
    #[inline(always)]
    pub(super) fn can_cast() -> bool {
        let address: u64;
        // SAFETY: sets a register.
        unsafe {
            core::arch::asm!(".weak bpf_rdonly_cast", "{v} = bpf_rdonly_cast ll", v = lateout(reg) address,
                options(pure, nomem, nostack, preserves_flags));
        }
        address != 0
    }

    #[inline(always)]
    pub(super) fn cast_to<T: Opaque + Root>(pointer: *const c_void) -> *const c_void {
        let cast: *const c_void;
        // SAFETY: calls a function that returns its first argument.
        unsafe {
            core::arch::asm!(".weak bpf_rdonly_cast", "call bpf_rdonly_cast",
                lateout("r0") cast, inlateout("r1") pointer => _, inlateout("r2") id_of_type::<T, Start<T>>() => _,
                lateout("r3") _, lateout("r4") _, lateout("r5") _,
                options(nomem, nostack));
        }
        cast
    }

    // The instruction that loads a 64-bit number has the size of two instructions.
    #[inline(always)]
    pub(super) fn enum_value<R: Opaque + Root, P: Path>() -> u64 {
        let value: u64;
        // SAFETY: sets a register.
        unsafe {
            relocated!("call 195934192\ncall 195934192", ".asciz \"enum_value {v}\"", R, P,
                [v = lateout(reg) value,], [pure, nomem]);
        }
        value
    }

    #[inline(always)]
    pub(super) fn byte_size<R: Opaque + Root, P: Path>() -> usize {
        match const { R::SCALAR } {
            Some(bytes) => bytes,
            None => size::<R, P>() as usize,
        }
    }

    /// The field's size, as the number of bytes that a probe read copies.
    #[inline(always)]
    pub(super) fn probe_length<R: Opaque + Root, P: Path>() -> usize {
        match const { R::SCALAR } {
            Some(bytes) => bytes,
            None => length::<R, P>() as usize,
        }
    }

    /// Returns a length in bytes. Refuses the program if no loader relocated it: `btfgen link` writes a larger number.
    #[inline(always)]
    pub(super) fn relocated(bytes: usize) -> usize {
        if bytes >= 1 << 28 {
            refuse();
        }
        bytes
    }

    /// Keeps the branch that calls this separate. If the condition is constant once the program is loaded, the verifier can
    /// then remove the branch and the comparison. It also removes this instruction, a jump to the next one.
    #[inline(always)]
    pub(super) fn removable() {
        // SAFETY: changes nothing.
        unsafe { core::arch::asm!("goto +0", options(nomem, nostack, preserves_flags)) }
    }

    #[inline(always)]
    pub(super) fn signed<R: Opaque + Root, P: Path>() -> bool {
        is_signed::<R, P>() != 0
    }

    #[inline(always)]
    pub(super) fn rshift<R: Opaque + Root, P: Path>() -> u64 {
        right::<R, P>()
    }

    macro_rules! shift {
        ($name:ident, $operation:literal) => {
            #[inline(always)]
            fn $name<R: Opaque + Root, P: Path>(mut value: u64) -> u64 {
                // SAFETY: shifts a register, by the number that the loader puts in.
                unsafe {
                    relocated!($operation, R, P, [v = inlateout(reg) value,], [pure, nomem]);
                }
                value
            }
        };
    }

    shift! { shl, ".asciz \"shl {v}\"" }
    shift! { shr, ".asciz \"shr {v}\"" }
    shift! { sar, ".asciz \"sar {v}\"" }

    /// Extracts a field's bits from its storage unit, extended to 64 bits: C's `BPF_CORE_READ_BITFIELD`.
    #[inline(always)]
    pub(super) fn extract<R: Opaque + Root, P: Path>(unit: u64, signed: bool) -> u64 {
        let top = shl::<R, P>(unit);
        match signed {
            true => sar::<R, P>(top),
            false => shr::<R, P>(top),
        }
    }

    /// As `extract`, for a field that has the sign of `T` and fits. It tells the compiler that the other bits are 0, so that the
    /// compiler does not clear them.
    #[inline(always)]
    pub(super) fn extracted<T: Integer, R: Opaque + Root, P: Path>(unit: u64) -> u64 {
        let value = extract::<R, P>(unit, T::SIGNED);
        if !T::SIGNED && T::BYTES < 8 {
            // SAFETY: the shift to the right fills the other bits with zeros.
            unsafe { core::hint::assert_unchecked(value < 1 << (8 * T::BYTES as u32 & 63)) }
        }
        value
    }

    /// Moves the low bits of a value to the position of the field, with zeros around them: C's `BPF_CORE_WRITE_BITFIELD`.
    #[inline(always)]
    pub(super) fn insert<R: Opaque + Root, P: Path>(value: u64) -> u64 {
        value << right::<R, P>() >> left::<R, P>()
    }

    /// Extracts a field's value from its storage unit, extended to 64 bits, and returns whether it is signed.
    #[inline(always)]
    pub(super) fn extend<R: Opaque + Root, P: Path>(unit: u64, bytes: usize, declared_signed: bool) -> (u64, bool) {
        // An element is never a bitfield, and loaders do not report its sign. The same is true of a scalar without a name.
        if const { R::SCALAR.is_some() || super::ends_at_element::<P>() } {
            return (super::extend_as_declared(unit, bytes, declared_signed), declared_signed);
        }
        let signed = signed::<R, P>();
        (extract::<R, P>(unit, signed), signed)
    }

    // Comparisons of numbers that are constant once the program is loaded, so the verifier skips the other branch. They are in
    // assembly for two reasons: the compiler would replace the relocated size by a constant, which takes one more instruction,
    // and it would consider both branches equally likely.

    /// Whether the field has the sign of `T`, and not more bits.
    #[inline(always)]
    pub(super) fn fits_extracted<T: Integer, R: Opaque + Root, P: Path>() -> bool {
        let (rshift, signed) = (probed_right::<R, P>(), probed_sign::<R, P>());
        // SAFETY: compares.
        unsafe {
            core::arch::asm!("if {rshift} < {unused} goto {other}", "if {signed} != {sign} goto {other}",
                rshift = in(reg) rshift, unused = const 64 - 8 * T::BYTES,
                signed = in(reg) signed, sign = const T::SIGNED as u8,
                other = label { return false },
                options(nomem, nostack, preserves_flags));
        }
        true
    }

    /// Whether the value fits into a signed integer of the size of `T`.
    #[inline(always)]
    pub(super) fn fits_signed<T: Scalar>(value: u64) -> bool {
        if T::BYTES == 8 {
            return true;
        }
        // SAFETY: compares.
        unsafe {
            core::arch::asm!("if {value} s< {min} goto {other}", "if {value} s> {max} goto {other}",
                value = in(reg) value,
                min = const i64::MIN >> (64 - 8 * T::BYTES as u32),
                max = const i64::MAX >> (64 - 8 * T::BYTES as u32),
                other = label { return false },
                options(nomem, nostack, preserves_flags));
        }
        true
    }

    /// Returns the field's size if it is that of `T`.
    #[inline(always)]
    pub(super) fn size_if_same<T, R: Opaque + Root, P: Path>() -> Option<u64> {
        if const { R::SCALAR.is_some() } {
            return Some(size_of::<T>() as u64);
        }
        let bytes = length::<R, P>();
        // SAFETY: compares.
        unsafe {
            core::arch::asm!("if {bytes} != {n} goto {other}",
                bytes = in(reg) bytes, n = const size_of::<T>(), other = label { return None },
                options(nomem, nostack, preserves_flags));
        }
        Some(bytes)
    }

    /// Returns the field's size if it is that of `T` and the field is not a bitfield. The right shift excludes bitfields of
    /// another width. The size excludes bitfields of the same width whose storage unit is larger. Comparing the size adds no
    /// relocated number, because the copy needs it anyway.
    #[inline(always)]
    pub(super) fn size_if_stored_as<T: Integer, R: Opaque + Root, P: Path>() -> Option<u64> {
        if const { R::SCALAR.is_some() || super::ends_at_element::<P>() } {
            return size_if_same::<T, R, P>();
        }
        let (bytes, rshift) = (length::<R, P>(), probed_right::<R, P>());
        // SAFETY: compares.
        unsafe {
            core::arch::asm!("if {bytes} != {n} goto {other}", "if {rshift} != {unused} goto {other}",
                bytes = in(reg) bytes, n = const size_of::<T>(),
                rshift = in(reg) rshift, unused = const 64 - 8 * size_of::<T>(),
                other = label { return None },
                options(nomem, nostack, preserves_flags));
        }
        Some(bytes)
    }

    #[inline(always)]
    pub(super) fn exists<R: Opaque + Root, P: Path>() -> bool {
        P::LEN == 0 || is_there::<R, P>() != 0
    }

    /// Makes the verifier refuse the program if this can be reached. Loaders write the same instruction for a missing field.
    #[inline(always)]
    pub(super) fn refuse() -> u64 {
        // SAFETY: no program with this instruction runs.
        unsafe { core::arch::asm!("call 195896080", options(nomem, nostack, preserves_flags)) }
        0
    }

    // In assembly, so that the compiler neither merges loads of two widths nor makes a load narrower.
    macro_rules! load_width {
        ($from:ident, $load:literal) => {{
            let value: u64;
            core::arch::asm!($load, v = lateout(reg) value, p = in(reg) $from,
                options(readonly, nostack, preserves_flags));
            value
        }};
    }

    macro_rules! argument {
        ($context:ident, $slot:expr) => {{
            let register: u64;
            // SAFETY: the caller guarantees that the context has it. The verifier takes no other address of a context than the
            // context itself with a constant offset in the instruction, and the optimizer may choose another one.
            unsafe {
                core::arch::asm!("{v} = *(u64 *)({p} + {offset})",
                    v = lateout(reg) register, p = in(reg) $context, offset = const 8 * $slot,
                    options(pure, readonly, nostack, preserves_flags));
            }
            register
        }};
    }

    #[inline(always)]
    pub(super) unsafe fn argument<const SLOT: usize>(context: *const c_void) -> u64 {
        argument!(context, SLOT)
    }

    #[inline(always)]
    pub(super) unsafe fn next_argument<const SLOT: usize>(context: *const c_void) -> u64 {
        argument!(context, (SLOT + 1))
    }

    /// Loads 1, 2, 4 or 8 bytes.
    #[inline(always)]
    pub(super) unsafe fn load_bytes(from: *const c_void, bytes: usize) -> u64 {
        // SAFETY: the caller guarantees the memory, and the verifier checks it.
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

    macro_rules! store_width {
        ($to:ident, $value:ident, $store:literal) => {
            core::arch::asm!($store, v = in(reg) $value, p = in(reg) $to, options(nostack, preserves_flags))
        };
    }

    /// Stores 1, 2, 4 or 8 bytes.
    #[inline(always)]
    pub(super) unsafe fn store_bytes(to: *const c_void, bytes: usize, value: u64) {
        // SAFETY: the caller guarantees the memory, and the verifier checks it.
        unsafe {
            match bytes {
                1 => store_width!(to, value, "*(u8 *)({p} + 0) = {v}"),
                2 => store_width!(to, value, "*(u16 *)({p} + 0) = {v}"),
                4 => store_width!(to, value, "*(u32 *)({p} + 0) = {v}"),
                8 => store_width!(to, value, "*(u64 *)({p} + 0) = {v}"),
                _ => {
                    refuse();
                }
            }
        }
    }
}

#[cfg(not(target_arch = "bpf"))]
mod machine {
    use super::{Integer, Opaque, Path, Root, Scalar, c_void, name, table, table::Field};
    pub(super) use super::memory::{argument, load_bytes, next_argument, store_bytes};

    pub(super) unsafe fn load<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void) -> u64 {
        // Pointers of a 32-bit kernel have four bytes.
        let bytes = byte_size::<R, P>().min(T::BYTES);
        unsafe { load_bytes(add::<R, P>(base), bytes) }
    }

    pub(super) unsafe fn store<T: Scalar, R: Opaque + Root, P: Path>(base: *const c_void, value: u64) {
        unsafe { store_bytes(add::<R, P>(base), T::BYTES, value) }
    }

    pub(super) fn insert<R: Opaque + Root, P: Path>(value: u64) -> u64 {
        value << rshift::<R, P>() >> lshift::<R, P>()
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

    pub(super) fn probe_length<R: Opaque + Root, P: Path>() -> usize {
        byte_size::<R, P>()
    }

    pub(super) fn relocated(bytes: usize) -> usize {
        bytes
    }

    pub(super) fn removable() {}

    pub(super) fn fits_extracted<T: Integer, R: Opaque + Root, P: Path>() -> bool {
        signed::<R, P>() == T::SIGNED && rshift::<R, P>() >= 64 - 8 * T::BYTES as u64
    }

    pub(super) fn fits_signed<T: Scalar>(value: u64) -> bool {
        let unused = 64 - 8 * T::BYTES as u32;
        (value << unused) as i64 >> unused == value as i64
    }

    pub(super) fn size_if_same<T, R: Opaque + Root, P: Path>() -> Option<u64> {
        let bytes = byte_size::<R, P>();
        (bytes == size_of::<T>()).then_some(bytes as u64)
    }

    pub(super) fn size_if_stored_as<T: Integer, R: Opaque + Root, P: Path>() -> Option<u64> {
        if R::SCALAR.is_some() || super::ends_at_element::<P>() {
            return size_if_same::<T, R, P>();
        }
        size_if_same::<T, R, P>()
            .filter(|bytes| resolve::<R, P>().bits as u64 == 8 * bytes)
    }

    pub(super) fn signed<R: Opaque + Root, P: Path>() -> bool {
        table::scalar(resolve::<R, P>().ty).starts_with('i')
    }

    pub(super) fn extracted<T: Integer, R: Opaque + Root, P: Path>(unit: u64) -> u64 {
        extract::<R, P>(unit, T::SIGNED)
    }

    pub(super) fn extract<R: Opaque + Root, P: Path>(unit: u64, signed: bool) -> u64 {
        let (lshift, rshift) = (lshift::<R, P>() as u32, rshift::<R, P>() as u32);
        let top = unit.wrapping_shl(lshift);
        match signed {
            true => (top as i64).wrapping_shr(rshift) as u64,
            false => top.wrapping_shr(rshift),
        }
    }

    pub(super) fn extend<R: Opaque + Root, P: Path>(unit: u64, bytes: usize, declared_signed: bool) -> (u64, bool) {
        // An element is never a bitfield, and loaders do not report its sign. The same is true of a scalar without a name.
        if R::SCALAR.is_some() || super::ends_at_element::<P>() {
            return (super::extend_as_declared(unit, bytes, declared_signed), declared_signed);
        }
        let signed = signed::<R, P>();
        (extract::<R, P>(unit, signed), signed)
    }

    fn lshift<R: Opaque + Root, P: Path>() -> u64 {
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

    // The function has the same parameters as the one for BPF.
    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn exists<R: Opaque + Root, P: Path>() -> bool {
        true
    }

    pub(super) fn can_cast() -> bool {
        true
    }

    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn cast_to<T: Opaque + Root>(pointer: *const c_void) -> *const c_void {
        pointer
    }

    pub(super) fn type_exists<R: Opaque + Root>() -> bool {
        table::lines_of::<R::Layout>(R::ID).is_some()
    }

    pub(super) fn type_matches<R: Opaque + Root>() -> bool {
        type_exists::<R>()
    }

    pub(super) fn type_size<R: Opaque + Root>() -> usize {
        table::block_bytes::<R::Layout>(R::ID)
    }

    // Only a loader knows the ids of types. 0 stands for no type.
    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn type_id<R: Opaque + Root>() -> u32 {
        0
    }

    #[allow(clippy::extra_unused_type_parameters)]
    pub(super) fn local_type_id<R: Opaque + Root>() -> u32 {
        0
    }

    pub(super) fn enum_exists<R: Opaque + Root, P: Path>() -> bool {
        enumerator::<R, P>().is_some()
    }

    pub(super) fn enum_value<R: Opaque + Root, P: Path>() -> u64 {
        let value = enumerator::<R, P>().expect("an enumerator is in the table");
        value.parse::<i128>().unwrap_or(0) as u64
    }

    fn enumerator<R: Opaque + Root, P: Path>() -> Option<&'static str> {
        let mut enumerators = table::lines_of::<R::Layout>(R::ID)?;
        let line = enumerators.find(|line| name(table::word(&line[1..], 0)) == P::STEPS[0])?;
        Some(table::word(&line[1..], 1))
    }

    fn resolve<R: Opaque + Root, P: Path>() -> Field {
        if let Some(bytes) = R::SCALAR {
            return Field { bit: 0, bits: 8 * bytes, bytes, ty: "" };
        }
        table::field::<R::Layout>(R::ID, &P::STEPS[..P::LEN], P::INDEXES)
    }
}
