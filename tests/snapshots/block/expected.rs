/// `struct kept`
///
/// Its fields: [`fields::kept`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kept {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kept, "struct:kept", fields }
/// `enum level`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type level = u32;
/// `struct other`
///
/// Its fields: [`fields::other`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct other {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { other, "struct:other", fields }
/// `struct secret`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct secret {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { secret }
/// `struct user`
///
/// Its fields: [`fields::user`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct user {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { user, "struct:user", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct kept`.
#[repr(transparent)]
pub struct kept<R: btfgen::Opaque, P>(btfgen::Members<super::kept, R, P>);
super::layout::fields!(kept);
impl<R: btfgen::Opaque, P> kept<R, P> {
    /// `int plain`
    #[inline(always)]
    pub fn plain(&self) -> btfgen::Field<i32, R, P, { btfgen::name("plain") }> {
        btfgen::then(&self.0)
    }
    /// `struct secret secret`
    #[inline(always)]
    pub fn secret(&self) -> btfgen::Field<super::secret, R, P, { btfgen::name("secret") }> {
        btfgen::then(&self.0)
    }
    /// `struct secret *pointer`
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut super::secret, R, P, { btfgen::name("pointer") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct other`.
#[repr(transparent)]
pub struct other<R: btfgen::Opaque, P>(btfgen::Members<super::other, R, P>);
super::layout::fields!(other);
impl<R: btfgen::Opaque, P> other<R, P> {
    /// `struct kept kept`
    #[inline(always)]
    pub fn kept(&self) -> btfgen::Field<super::kept, R, P, { btfgen::name("kept") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct user`.
#[repr(transparent)]
pub struct user<R: btfgen::Opaque, P>(btfgen::Members<super::user, R, P>);
super::layout::fields!(user);
impl<R: btfgen::Opaque, P> user<R, P> {
    /// `enum level level`
    #[inline(always)]
    pub fn level(&self) -> btfgen::Field<super::level, R, P, { btfgen::name("level") }> {
        btfgen::then(&self.0)
    }
    /// `int number`
    #[inline(always)]
    pub fn number(&self) -> btfgen::Field<i32, R, P, { btfgen::name("number") }> {
        btfgen::then(&self.0)
    }
}
}
/// Places, and the operations on them.
#[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]
#[allow(clippy::pedantic, clippy::nursery)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

}
#[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]
#[allow(clippy::pedantic, clippy::nursery)]
#[cfg_attr(any(), rustfmt::skip)]
mod layout {
use super::btfgen;
// (here stands layout.rs of templates/intrinsics)

// The table for the link step. Records refer to it by its id, so nothing in the program does.
#[cfg(target_arch = "bpf")]
#[used]
#[unsafe(link_section = ".btfgen.types")]
static TYPES: [u8; TABLE.len()] = *TABLE.as_bytes().first_chunk().unwrap();

const FORMAT: u32 = 3;
/// The kernel's layout. Each line is a member: its name, its offset in bytes (for a bitfield also in bits), its type.
const TABLE: &str = "\
btfgen 3 cd9d7b2e2ce1b7f1
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
