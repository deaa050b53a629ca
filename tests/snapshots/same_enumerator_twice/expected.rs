/// `enum first`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type first = u32;
/// `enum first { NOW = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const NOW___first: first = 0;
/// `enum first { LATER = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const LATER___first: first = 1;
/// `struct other_user`
///
/// Its fields: [`fields::other_user`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct other_user {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { other_user, "struct:other_user", fields }
/// `enum second`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type second = u32;
/// `enum second { EARLIER = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const EARLIER: second = 0;
/// `enum second { NOW = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const NOW___second: second = 1;
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
/// `enum { LATER = 3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const LATER___3: i32 = 3;
/// `enum { UNNAMED_NOW = -3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const UNNAMED_NOW___m3: i32 = -3;
/// `enum { UNNAMED_NOW = 3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const UNNAMED_NOW___3: u32 = 3;
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct other_user`.
#[repr(transparent)]
pub struct other_user<R: btfgen::Opaque, P>(btfgen::Members<super::other_user, R, P>);
super::layout::fields!(other_user);
impl<R: btfgen::Opaque, P> other_user<R, P> {
    /// `enum second second`
    #[inline(always)]
    pub fn second(&self) -> btfgen::Field<super::second, R, P, { btfgen::name("second") }> {
        btfgen::then(&self.0)
    }
    /// `enum {…} unnamed`
    #[inline(always)]
    pub fn unnamed(&self) -> btfgen::Field<i32, R, P, { btfgen::name("unnamed") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct user`.
#[repr(transparent)]
pub struct user<R: btfgen::Opaque, P>(btfgen::Members<super::user, R, P>);
super::layout::fields!(user);
impl<R: btfgen::Opaque, P> user<R, P> {
    /// `enum first first`
    #[inline(always)]
    pub fn first(&self) -> btfgen::Field<super::first, R, P, { btfgen::name("first") }> {
        btfgen::then(&self.0)
    }
    /// `enum {…} unnamed`
    #[inline(always)]
    pub fn unnamed(&self) -> btfgen::Field<u32, R, P, { btfgen::name("unnamed") }> {
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
btfgen 3 afbabbd726e81692
struct:other_user 8
 second 0 enum:second:u32
 unnamed 4 enum::i32
struct:user 8
 first 0 enum:first:u32
 unnamed 4 enum::u32
enum:first enum u32
 NOW 0
 LATER 1
enum:second enum u32
 EARLIER 0
 NOW 1
";
const FAR: &[u64] = &[];
}
/// Enumerators by the values that they have on the running kernel, and the names of enums and typedefs for `type_exists`.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod relocated {
super::layout::enumerators! {
    super::first, 0xa9a616dc380184cc,
    NOW___first 0x36f71519c2eb0e77
    LATER___first 0xcc0abd02edbdf8c9
}
super::layout::enumerators! {
    super::second, 0x7ebe80cbdeaceb3a,
    EARLIER 0xe8eb5bc00a56d77b
    NOW___second 0x36f71519c2eb0e77
}
super::layout::type_names! {
    first 0xa9a616dc380184cc
    second 0x7ebe80cbdeaceb3a
}
}
