/// `struct by_typedef`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct by_typedef {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { by_typedef, "struct:by_typedef" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<by_typedef, R, P> {
    /// `word_t word`
    #[inline(always)]
    pub fn word(self) -> btfgen::Field<word_t, R, P, { btfgen::name("word") }> { btfgen::then(self) }
    /// `const word_t again`
    #[inline(always)]
    pub fn again(self) -> btfgen::Field<word_t, R, P, { btfgen::name("again") }> { btfgen::then(self) }
    /// `word_t *pointer`
    #[inline(always)]
    pub fn pointer(self) -> btfgen::Field<*mut word_t, R, P, { btfgen::name("pointer") }> { btfgen::then(self) }
}
/// `struct object`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct object {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { object, "struct:object" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<object, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct qualifiers`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct qualifiers {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { qualifiers, "struct:qualifiers" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<qualifiers, R, P> {
    /// `const int constant`
    #[inline(always)]
    pub fn constant(self) -> btfgen::Field<i32, R, P, { btfgen::name("constant") }> { btfgen::then(self) }
    /// `volatile int changing`
    #[inline(always)]
    pub fn changing(self) -> btfgen::Field<i32, R, P, { btfgen::name("changing") }> { btfgen::then(self) }
    /// `const volatile int both`
    #[inline(always)]
    pub fn both(self) -> btfgen::Field<i32, R, P, { btfgen::name("both") }> { btfgen::then(self) }
    /// `const struct object object`
    #[inline(always)]
    pub fn object(self) -> btfgen::Field<object, R, P, { btfgen::name("object") }> { btfgen::then(self) }
    /// `volatile struct object *changing_object`
    #[inline(always)]
    pub fn changing_object(self) -> btfgen::Field<*mut object, R, P, { btfgen::name("changing_object") }> { btfgen::then(self) }
    /// `struct object *volatile changing_pointer`
    #[inline(always)]
    pub fn changing_pointer(self) -> btfgen::Field<*mut object, R, P, { btfgen::name("changing_pointer") }> { btfgen::then(self) }
    /// `int *restrict alone`
    #[inline(always)]
    pub fn alone(self) -> btfgen::Field<*mut i32, R, P, { btfgen::name("alone") }> { btfgen::then(self) }
    /// `const volatile char text[4]`
    #[inline(always)]
    pub fn text(self) -> btfgen::Field<btfgen::Array<u8, 4>, R, P, { btfgen::name("text") }> { btfgen::then(self) }
    /// `const char *volatile const all`
    #[inline(always)]
    pub fn all(self) -> btfgen::Field<*const u8, R, P, { btfgen::name("all") }> { btfgen::then(self) }
    /// `const _Bool flag`
    #[inline(always)]
    pub fn flag(self) -> btfgen::Field<bool, R, P, { btfgen::name("flag") }> { btfgen::then(self) }
}
/// `typedef const volatile unsigned long word_t`
#[allow(dead_code, non_camel_case_types)]
pub type word_t = u64;
/// Places, and the operations on them.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

// Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.
const TABLE: &str = "\
btfgen 1
struct:by_typedef 24
 word 0 u64l
 again 8 u64l
 pointer 16 p64>u64l
struct:object 4
 value 0 i32
struct:qualifiers 64
 constant 0 i32
 changing 4 i32
 both 8 i32
 object 12 struct:object
 changing_object 16 p64>struct:object
 changing_pointer 24 p64>struct:object
 alone 32 p64>i32
 text 40 [4]u8c
 all 48 p64>u8c
 flag 56 bool
int:bool u _Bool
int:i32 i int
int:u64l u unsigned long
int:u8c i char
";
const FAR: &[u64] = &[];
}
