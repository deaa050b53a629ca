// The part that every generated file has for itself, with either back end: the macros that its items use, and the layout of
// its kernel.

// A C type. It has fields, or only its name is known.
macro_rules! opaque {
    ($name:ident $($fields:ident)?) => {
        impl btfgen::Addressable for $name {}
        // SAFETY: it is `Operations`, or a transparent struct around `Members`.
        unsafe impl btfgen::CType for $name {
            type Fields<R: btfgen::Opaque, P> = layout::opaque! { @ $name $($fields)? };
            type Value = ();
            type Target = $name;
            type To = ::core::ffi::c_void;
            type Item = ::core::ffi::c_void;
        }
    };
    (@ $name:ident) => { btfgen::Operations<$name, R, P> };
    (@ $name:ident $fields:ident) => { $fields::$name<R, P> };
}
pub(super) use opaque;

// A C type with members. They are in the table under this key.
macro_rules! root {
    ($name:ident, $key:literal $(, $fields:ident)?) => {
        layout::opaque! { $name $($fields)? }
        impl btfgen::KernelType for $name {
            type Layout = layout::ThisFile;
            const ID: u64 = btfgen::name($key);
        }
        // A C type may have the name of one of these.
        #[allow(dead_code, unreachable_pub, clippy::pedantic, clippy::self_named_constructors)]
        impl $name {
            /// Returns the place of the object at this pointer. It takes any raw pointer.
            #[inline(always)]
            pub fn at(pointer: impl btfgen::Pointer) -> btfgen::Place<$name> {
                btfgen::at(pointer)
            }
            /// As `at`, but permits plain loads through a pointer that the verifier does not trust: see `btfgen::can_cast`.
            #[inline(always)]
            pub fn cast(pointer: impl btfgen::Pointer) -> btfgen::Place<$name> {
                btfgen::cast(pointer)
            }
            /// As `at`, but you can store to the place.
            #[inline(always)]
            pub fn at_mut(pointer: impl btfgen::PointerMut) -> btfgen::PlaceMut<$name> {
                btfgen::at_mut(pointer)
            }
        }
    };
}
pub(super) use root;

// A type whose methods are the accessors of a C type. It dereferences to the operations.
macro_rules! fields {
    ($name:ident) => {
        impl<R: btfgen::Opaque, P> ::core::ops::Deref for $name<R, P> {
            type Target = btfgen::Operations<super::$name, R, P>;
            #[inline(always)]
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
    };
}
pub(super) use fields;

// A context of a hook.
macro_rules! context {
    ($name:ident) => {
        impl $name {
            /// Returns the arguments of the program that got this context. A program gets it as its argument; with aya, it is
            /// `ctx.as_ptr()`. On other targets than BPF, it is an array of `u64`.
            ///
            /// # Safety
            ///
            /// The pointer is the context of a program that is attached to this hook.
            #[inline(always)]
            pub unsafe fn at(context: impl btfgen::Pointer) -> $name {
                // SAFETY: the caller guarantees it.
                $name(unsafe { btfgen::Arguments::at(context) })
            }
        }
    };
}
pub(super) use context;

// The context of a kprobe or kretprobe.
macro_rules! from_registers {
    ($name:ident) => {
        impl $name<Registers> {
            /// Returns the arguments of the function that a kprobe is attached to, or for a kretprobe what the function returned. The
            /// verifier does not trust pointers from registers, so `read` from their places.
            ///
            /// # Safety
            ///
            /// The pointer is the context of a program that is attached to this function.
            #[inline(always)]
            pub unsafe fn from_regs(context: impl btfgen::Pointer) -> $name<Registers> {
                $name(btfgen::Arguments::of(Registers(btfgen::at(context))))
            }
        }
    };
}
pub(super) use from_registers;

// A call of a function of the kernel, with the registers of its arguments. Returns its register. The symbol is weak, so that loaders
// accept a kernel without the function.
macro_rules! call {
    ($symbol:literal) => { super::layout::call!(@ $symbol [] ["r1" "r2" "r3" "r4" "r5"]) };
    ($symbol:literal, $a:expr) => { super::layout::call!(@ $symbol ["r1" $a] ["r2" "r3" "r4" "r5"]) };
    ($symbol:literal, $a:expr, $b:expr) => { super::layout::call!(@ $symbol ["r1" $a, "r2" $b] ["r3" "r4" "r5"]) };
    ($symbol:literal, $a:expr, $b:expr, $c:expr) => {
        super::layout::call!(@ $symbol ["r1" $a, "r2" $b, "r3" $c] ["r4" "r5"])
    };
    ($symbol:literal, $a:expr, $b:expr, $c:expr, $d:expr) => {
        super::layout::call!(@ $symbol ["r1" $a, "r2" $b, "r3" $c, "r4" $d] ["r5"])
    };
    ($symbol:literal, $a:expr, $b:expr, $c:expr, $d:expr, $e:expr) => {
        super::layout::call!(@ $symbol ["r1" $a, "r2" $b, "r3" $c, "r4" $d, "r5" $e] [])
    };
    (@ $symbol:literal [$($register:tt $argument:expr),*] [$($unused:tt)*]) => {{
        #[cfg(target_arch = "bpf")]
        {
            let returned: u64;
            // SAFETY: the caller guarantees that the function may be called with these arguments.
            unsafe {
                ::core::arch::asm!(concat!(".weak ", $symbol), concat!("call ", $symbol), lateout("r0") returned,
                    $(inlateout($register) $argument => _,)* $(lateout($unused) _,)* options(nostack));
            }
            returned
        }
        #[cfg(not(target_arch = "bpf"))]
        {
            $(let _: u64 = $argument;)*
            btfgen::not_here($symbol)
        }
    }};
}
pub(super) use call;

// Whether the kernel has a function.
macro_rules! exists {
    ($symbol:literal) => { !super::super::layout::address!($symbol).is_null() };
}
pub(super) use exists;

// The address of a function or variable of the kernel. The kernel that does not have it has 0 there.
macro_rules! address {
    ($symbol:literal) => {{
        #[cfg(target_arch = "bpf")]
        {
            let address: *const ::core::ffi::c_void;
            // SAFETY: sets a register.
            unsafe {
                ::core::arch::asm!(concat!(".weak ", $symbol), concat!("{v} = ", $symbol, " ll"), v = lateout(reg) address,
                    options(pure, nomem, nostack, preserves_flags));
            }
            address
        }
        #[cfg(not(target_arch = "bpf"))]
        ::core::ptr::null::<::core::ffi::c_void>()
    }};
}
pub(super) use address;

// An option of the kernel's configuration. The symbols say which type the value has.
macro_rules! config {
    ($name:ident, $text:literal, $number:literal, $state:literal) => {
        impl $name {
            /// Returns the value of an option that is a number. It is 0 if the configuration does not have the option.
            #[inline(always)]
            pub fn number() -> u64 {
                super::layout::value!($text, $number, u64)
            }
            /// Whether the option is `y`.
            #[inline(always)]
            pub fn is_built_in() -> bool {
                super::layout::value!($text, $state, u32) == 1
            }
            /// Whether the option is `m`.
            #[inline(always)]
            pub fn is_module() -> bool {
                super::layout::value!($text, $state, u32) == 2
            }
            /// Whether the option is `y` or `m`.
            #[inline(always)]
            pub fn is_enabled() -> bool {
                super::layout::value!($text, $state, u32) != 0
            }
        }
    };
}
pub(super) use config;

// The value of an option of the kernel's configuration.
macro_rules! value {
    ($text:literal, $symbol:literal, $ty:ty) => {{
        #[cfg(target_arch = "bpf")]
        {
            let value = super::layout::address!($symbol).cast::<$ty>();
            // SAFETY: the loader puts a value of this type there.
            unsafe { *value }
        }
        #[cfg(not(target_arch = "bpf"))]
        {
            super::layout::only_the_loader_knows::<$ty>($text)
        }
    }};
}
pub(super) use value;

#[cfg(not(target_arch = "bpf"))]
pub(super) fn only_the_loader_knows<T>(option: &str) -> T {
    panic!("only a BPF program can ask for `{option}`, whose value its loader knows")
}

// An address that the kernel has a name for.
macro_rules! kernel_symbol {
    ($name:ident, $symbol:literal) => {
        impl $name {
            /// Whether the running kernel has this symbol. This is constant once the program is loaded.
            #[inline(always)]
            pub fn exists() -> bool {
                !super::layout::address!($symbol).is_null()
            }
            /// Returns its address, which is null if the running kernel does not have the symbol.
            #[inline(always)]
            pub fn address() -> *const ::core::ffi::c_void {
                super::layout::address!($symbol)
            }
        }
    };
}
pub(super) use kernel_symbol;

// A variable of the kernel that each CPU has for itself.
macro_rules! per_cpu {
    ($name:ident, $symbol:literal, $ty:ty) => {
        impl $name {
            /// Whether the running kernel has this variable. This is constant once the program is loaded.
            #[inline(always)]
            pub fn exists() -> bool {
                !super::layout::address!($symbol).is_null()
            }
            /// Returns the variable of the CPU that runs the program. If the running kernel does not have the variable, it refuses
            /// the program, unless `exists` guards the call.
            ///
            /// Linux 5.10 and newer have the helper, `bpf_this_cpu_ptr`.
            #[inline(always)]
            pub fn this_cpu() -> btfgen::Place<$ty> {
                let variable = super::layout::address!($symbol);
                // SAFETY: it is the address of a variable that each CPU has.
                unsafe { btfgen::this_cpu(variable) }
            }
            /// As `this_cpu`, for any CPU. The place is null if there is no CPU with this number.
            ///
            /// Linux 5.10 and newer have the helper, `bpf_per_cpu_ptr`.
            #[inline(always)]
            pub fn on_cpu(cpu: u32) -> btfgen::Place<$ty> {
                let variable = super::layout::address!($symbol);
                // SAFETY: it is the address of a variable that each CPU has.
                unsafe { btfgen::on_cpu(variable, cpu) }
            }
        }
    };
}
pub(super) use per_cpu;

// The relocated enumerators of an enum. The arguments are hashes of the names of the enum and of its enumerators. The compiler
// would take several times as long to compute the hashes for all enums of a kernel.
macro_rules! enumerators {
    ($of:ty, $key:literal, $($ident:ident $name:literal)*) => { $(
        /// Its value on the running kernel.
        pub const $ident: super::btfgen::Enumerator<$of, super::layout::ThisFile, $key, $name> = super::btfgen::Enumerator::NEW;
    )* };
}
pub(super) use enumerators;

// The names of enums and typedefs, each with the hash of its key in the table.
macro_rules! type_names {
    ($($ident:ident $key:literal)*) => { $(
        /// The name of this type on the running kernel.
        pub type $ident = super::btfgen::TypeName<super::layout::ThisFile, $key>;
    )* };
}
pub(super) use type_names;

/// The kernel that this file was generated from.
pub struct ThisFile;

impl btfgen::Layout for ThisFile {
    const TABLE: &'static str = TABLE;
    const FAR: &'static [u64] = FAR;
}

const _: () = assert!(
    btfgen::FORMAT == FORMAT,
    "another version of btfgen wrote the intrinsics: write both files with one version"
);
