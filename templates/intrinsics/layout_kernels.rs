
// A C type with members that not every kernel has.
macro_rules! root_on_some {
    ($name:ident, $key:literal, $kernels:ident, $layout:ident $(, $fields:ident)?) => {
        layout::opaque! { $name $($fields)? }
        impl btfgen::KernelType for $name {
            type Layout = layout::$layout;
            const ID: u64 = btfgen::name($key);
        }
        // A C type may have the name of one of these.
        #[allow(dead_code, unreachable_pub, clippy::pedantic, clippy::self_named_constructors)]
        impl $name {
            /// Returns the place of the object at this pointer. Not every kernel has the type: `if_exists` asks.
            #[inline(always)]
            pub fn at(pointer: impl btfgen::Pointer) -> btfgen::RootOnSome<$name, kernels::$kernels> {
                btfgen::at_on_some(pointer)
            }
            /// As `at`, but you can store to the place.
            #[inline(always)]
            pub fn at_mut(pointer: impl btfgen::PointerMut) -> btfgen::RootOnSomeMut<$name, kernels::$kernels> {
                btfgen::at_mut_on_some(pointer)
            }
        }
    };
}
pub(super) use root_on_some;

// A context of a tracepoint that not every kernel has, or not with these arguments.
macro_rules! context_on_some {
    ($name:ident, $key:literal, $layout:ident) => {
        impl $name {
            /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
            /// is constant once the program is loaded.
            #[inline(always)]
            pub fn exists() -> bool {
                btfgen::type_exists::<btfgen::TypeName<super::layout::$layout, $key>>()
            }
            /// Returns the arguments of the program that got this context, if the running kernel has this tracepoint with these
            /// arguments.
            ///
            /// # Safety
            ///
            /// The pointer is the context of a program that is attached to this hook.
            #[inline(always)]
            pub unsafe fn if_exists(context: impl btfgen::Pointer) -> Option<$name> {
                // SAFETY: the caller guarantees it.
                if $name::exists() { Some($name(unsafe { btfgen::Arguments::at(context) })) } else { None }
            }
        }
    };
}
pub(super) use context_on_some;

// The relocated enumerators of an enum that not every kernel has.
macro_rules! enumerators_on_some {
    ($of:ty, $key:literal, $($ident:ident $name:literal $kernels:ident $layout:ident)*) => { $(
        /// Its value on the running kernel. Not every kernel has it with one value.
        pub const $ident: super::btfgen::EnumeratorOnSome<$of, super::layout::$layout, super::kernels::$kernels, $key, $name> =
            super::btfgen::EnumeratorOnSome::NEW;
    )* };
}
pub(super) use enumerators_on_some;

/// What the last kernel does not have. Programs on other targets than BPF do not find it.
pub struct Gone;

impl btfgen::Layout for Gone {
    const TABLE: &'static str = if cfg!(target_arch = "bpf") { TABLE } else { "\n" };
    const FAR: &'static [u64] = FAR;
}
