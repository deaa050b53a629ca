/// `struct kept`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct kept {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { kept, "struct:kept" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<kept, R, P> {
    /// `int plain`
    #[inline(always)]
    pub fn plain(self) -> btfgen::Field<i32, R, P, { btfgen::name("plain") }> { btfgen::then(self) }
    /// `struct secret secret`
    #[inline(always)]
    pub fn secret(self) -> btfgen::Field<secret, R, P, { btfgen::name("secret") }> { btfgen::then(self) }
    /// `struct secret *pointer`
    #[inline(always)]
    pub fn pointer(self) -> btfgen::Field<*mut secret, R, P, { btfgen::name("pointer") }> { btfgen::then(self) }
}
/// `enum level`
#[allow(dead_code, non_camel_case_types)]
pub type level = u32;
/// `struct other`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct other {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { other, "struct:other" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<other, R, P> {
    /// `struct kept kept`
    #[inline(always)]
    pub fn kept(self) -> btfgen::Field<kept, R, P, { btfgen::name("kept") }> { btfgen::then(self) }
}
/// `struct secret`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct secret {
    _opaque: btfgen::SizedByKernel,
}
btfgen::opaque! { secret }
/// `struct user`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct user {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { user, "struct:user" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<user, R, P> {
    /// `enum level level`
    #[inline(always)]
    pub fn level(self) -> btfgen::Field<level, R, P, { btfgen::name("level") }> { btfgen::then(self) }
    /// `int number`
    #[inline(always)]
    pub fn number(self) -> btfgen::Field<i32, R, P, { btfgen::name("number") }> { btfgen::then(self) }
}
/// Places, and the operations on them.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

// Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.
const TABLE: &str = "\
btfgen 1
struct:kept 24
 plain 0 i32
 secret 4 struct:secret
 pointer 8 p64>struct:secret
struct:other 24
 kept 0 struct:kept
struct:user 8
 level 0 enum:level:u32
 number 4 i32
struct:secret 4
int:i32 i int
";
const FAR: &[u64] = &[];
}
