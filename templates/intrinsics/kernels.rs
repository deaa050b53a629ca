
// What not every kernel of a file has. A program asks first, and the answer is a branch that the verifier prunes.

/// A C type that is not everywhere: only the kernels `K` have the field, or the type. Ask with `exists` or `if_exists`.
#[repr(C)]
pub struct OnSome<T: Opaque, K> {
    of: PhantomData<(*const T, *const K)>,
    _opaque: SizedByKernel,
}

/// Some of the kernels that a file was generated from.
#[doc(hidden)]
pub trait SomeKernels {
    /// Whether the last one is among them. Its layout is used on targets other than BPF.
    const HAVE_LAST: bool;
}

/// All kernels that a file was generated from. No type implements it, so that the compiler prints this message.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "not every kernel has this, only `{Self}`",
    label = "ask for it first",
    note = "`if let Some(it) = place.if_exists() {{ … }}` asks; the verifier skips the branch on a kernel without it"
)]
pub trait EveryKernel {}

// SAFETY: `Perhaps` is a transparent struct around `Operations`.
unsafe impl<T: Opaque + CType, K> CType for OnSome<T, K> {
    type Fields<R: Opaque, P> = Perhaps<T, K, R, P>;
    type Value = T::Value;
    type Target = T::Target;
    type To = T::To;
    type Item = T::Item;
}

/// The operations on a place that not every kernel has: `exists` and `if_exists`.
#[repr(transparent)]
pub struct Perhaps<T: Opaque, K, R: Opaque, P>(Operations<OnSome<T, K>, R, P>);

impl<T: Opaque + CType, K: SomeKernels, R: Opaque + Root, P: Path> Perhaps<T, K, R, P> {
    /// Whether the running kernel has it, with a compatible type. This is constant once the program is loaded, so the verifier
    /// skips the other branch.
    #[inline(always)]
    pub fn exists(&self) -> bool {
        #[cfg(target_arch = "bpf")]
        {
            if P::LEN == 0 { machine::type_exists::<R>() } else { machine::exists::<R, P>() }
        }
        #[cfg(not(target_arch = "bpf"))]
        K::HAVE_LAST
    }

    /// Returns the place if the running kernel has it.
    #[inline(always)]
    pub fn if_exists(&self) -> Option<Place<T, R, P>> {
        if self.exists() { Some(place(self.0.0.root)) } else { None }
    }
}

// The other operations, for the message that one must ask first.
macro_rules! ask_first {
    ($([$($unsafe:tt)?] $name:ident($($argument:ident: $ty:ty),*) -> $returns:ty;)*) => { $(
        #[doc(hidden)]
        #[inline(always)]
        pub $($unsafe)? fn $name(&self $(, $argument: $ty)*) -> $returns
        where
            K: EveryKernel,
        {
            $(let _ = $argument;)*
            unreachable!()
        }
    )* };
}

impl<T: Opaque + CType, K, R: Opaque, P> Perhaps<T, K, R, P> {
    ask_first! {
        [unsafe] load() -> T::Value;
        [unsafe] load_once() -> T::Value;
        [unsafe] load_wide() -> u64;
        [unsafe] store(value: T::Value) -> ();
        [unsafe] read() -> Result<T::Value, ReadError>;
        [unsafe] read_or_zero() -> T::Value;
        [unsafe] read_user() -> Result<T::Value, ReadError>;
        [unsafe] read_wide() -> Result<u64, ReadError>;
        [unsafe] follow() -> Result<Place<T::To>, ReadError>;
        [unsafe] follow_or_null() -> Place<T::To>;
        [unsafe] follow_trusted() -> Place<T::To>;
        [unsafe] follow_user() -> Result<Place<T::To>, ReadError>;
        [] as_ptr() -> *const T::Target;
        [] as_root() -> Place<T>;
        [] byte_offset() -> usize;
        [] byte_size() -> usize;
        [] is_null() -> bool;
        [] element(index: usize) -> Option<Item<T, R, P>>;
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn index<const I: usize>(&self) -> Place<T::Item, R, Element<P, I>>
    where
        K: EveryKernel,
    {
        unreachable!()
    }

    #[doc(hidden)]
    #[inline(always)]
    pub unsafe fn read_str<B: Buffer + ?Sized>(&self, _: &mut B) -> Result<&[u8], ReadError>
    where
        K: EveryKernel,
    {
        unreachable!()
    }

    #[doc(hidden)]
    #[inline(always)]
    pub unsafe fn read_bytes<B: Buffer + ?Sized>(&self, _: &mut B) -> Result<&[u8], ReadError>
    where
        K: EveryKernel,
    {
        unreachable!()
    }
}

/// The place of an object of a type that not every kernel has.
pub type RootOnSome<T, K> = Place<OnSome<T, K>, T, Start<T>>;

/// As `RootOnSome`, for a place that can be stored to.
pub type RootOnSomeMut<T, K> = Place<OnSome<T, K>, T, StartMut<T>>;

#[doc(hidden)]
#[inline(always)]
pub fn at_on_some<T: Opaque, K>(pointer: impl Pointer) -> RootOnSome<T, K> {
    place(pointer.address())
}

#[doc(hidden)]
#[inline(always)]
pub fn at_mut_on_some<T: Opaque, K>(pointer: impl PointerMut) -> RootOnSomeMut<T, K> {
    place(pointer.address())
}

/// An enumerator that not every kernel has, or that does not have the same value on all.
pub struct EnumeratorOnSome<T, L, K, const ENUM: u64, const NAME: u64>(Enumerator<T, L, ENUM, NAME>, PhantomData<*const K>);

impl<T, L, K, const ENUM: u64, const NAME: u64> Clone for EnumeratorOnSome<T, L, K, ENUM, NAME> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, L, K, const ENUM: u64, const NAME: u64> Copy for EnumeratorOnSome<T, L, K, ENUM, NAME> {}

impl<T: Integer, L: Layout, K, const ENUM: u64, const NAME: u64> EnumeratorOnSome<T, L, K, ENUM, NAME> {
    #[doc(hidden)]
    pub const NEW: Self = EnumeratorOnSome(Enumerator::NEW, PhantomData);

    /// Whether the running kernel's enum has this enumerator. This is constant once the program is loaded.
    #[inline(always)]
    pub fn exists(self) -> bool {
        self.0.exists()
    }

    /// Returns its value on the running kernel if that kernel has it.
    #[inline(always)]
    pub fn if_exists(self) -> Option<T> {
        if self.0.exists() { Some(self.0.value()) } else { None }
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn value(self) -> T
    where
        K: EveryKernel,
    {
        unreachable!()
    }
}
