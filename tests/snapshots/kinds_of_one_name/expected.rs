/// `struct context`
///
/// Its fields: [`fields::context`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct context {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { context, "struct:context", fields }
/// `enum context`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type context_ = u32;
/// `enum context { CONTEXT_PROCESS = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const CONTEXT_PROCESS: context_ = 0;
/// `enum context { CONTEXT_IRQ = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const CONTEXT_IRQ: context_ = 1;
/// `typedef int context`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type context__ = i32;
/// `typedef union user mixed`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type mixed = user_;
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
/// `union user`
///
/// Its fields: [`fields::user_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct user_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { user_, "union:user", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct context`.
#[repr(transparent)]
pub struct context<R: btfgen::Opaque, P>(btfgen::Members<super::context, R, P>);
super::layout::fields!(context);
impl<R: btfgen::Opaque, P> context<R, P> {
    /// `int in_struct`
    #[inline(always)]
    pub fn in_struct(&self) -> btfgen::Field<i32, R, P, { btfgen::name("in_struct") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct user`.
#[repr(transparent)]
pub struct user<R: btfgen::Opaque, P>(btfgen::Members<super::user, R, P>);
super::layout::fields!(user);
impl<R: btfgen::Opaque, P> user<R, P> {
    /// `struct context *tag`
    #[inline(always)]
    pub fn tag(&self) -> btfgen::Field<*mut super::context, R, P, { btfgen::name("tag") }> {
        btfgen::then(&self.0)
    }
    /// `context plain`
    #[inline(always)]
    pub fn plain(&self) -> btfgen::Field<super::context__, R, P, { btfgen::name("plain") }> {
        btfgen::then(&self.0)
    }
    /// `struct context object`
    #[inline(always)]
    pub fn object(&self) -> btfgen::Field<super::context, R, P, { btfgen::name("object") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union user`.
#[repr(transparent)]
pub struct user_<R: btfgen::Opaque, P>(btfgen::Members<super::user_, R, P>);
super::layout::fields!(user_);
impl<R: btfgen::Opaque, P> user_<R, P> {
    /// `enum context of_enum`
    #[inline(always)]
    pub fn of_enum(&self) -> btfgen::Field<super::context_, R, P, { btfgen::name("of_enum") }> {
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
btfgen 3 2999252e3bddbbba
struct:context 4
 in_struct 0 i32
struct:user 16
 tag 0 p64>struct:context
 plain 8 i32
 object 12 struct:context
union:user 4
 of_enum 0 enum:context:u32
enum:context enum u32
 CONTEXT_PROCESS 0
 CONTEXT_IRQ 1
typedef:context i32
typedef:mixed union:user
int:i32 i int
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
    super::context_, 0x5d87c251eb29b9f9,
    CONTEXT_PROCESS 0x424f700949a8c366
    CONTEXT_IRQ 0x08f7fef54554ded5
}
super::layout::type_names! {
    context_ 0x5d87c251eb29b9f9
    context__ 0xff4977b2ac9e4425
    mixed 0xb3e8d40ba02bea55
}
}
