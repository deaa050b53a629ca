/// `union body`
///
/// Its fields: [`fields::body`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct body {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { body, "union:body", fields }
/// `struct head`
///
/// Its fields: [`fields::head`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct head {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { head, "struct:head", fields }
/// `struct message`
///
/// Its fields: [`fields::message`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct message {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { message, "struct:message", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `union body`.
#[repr(transparent)]
pub struct body<R: btfgen::Opaque, P>(btfgen::Members<super::body, R, P>);
super::layout::fields!(body);
impl<R: btfgen::Opaque, P> body<R, P> {
    /// `long number`
    #[inline(always)]
    pub fn number(&self) -> btfgen::Field<i64, R, P, { btfgen::name("number") }> {
        btfgen::then(&self.0)
    }
    /// `void *pointer`
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("pointer") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct head`.
#[repr(transparent)]
pub struct head<R: btfgen::Opaque, P>(btfgen::Members<super::head, R, P>);
super::layout::fields!(head);
impl<R: btfgen::Opaque, P> head<R, P> {
    /// `int magic`
    #[inline(always)]
    pub fn magic(&self) -> btfgen::Field<i32, R, P, { btfgen::name("magic") }> {
        btfgen::then(&self.0)
    }
    /// `int version`
    #[inline(always)]
    pub fn version(&self) -> btfgen::Field<i32, R, P, { btfgen::name("version") }> {
        btfgen::then(&self.0)
    }
    /// `short half`
    #[inline(always)]
    pub fn half(&self) -> btfgen::Field<i16, R, P, { btfgen::name("half") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct message`.
#[repr(transparent)]
pub struct message<R: btfgen::Opaque, P>(btfgen::Members<super::message, R, P>);
super::layout::fields!(message);
impl<R: btfgen::Opaque, P> message<R, P> {
    /// `int magic`
    #[inline(always)]
    pub fn magic(&self) -> btfgen::Field<i32, R, P, { btfgen::name("magic") }> {
        btfgen::then(&self.0)
    }
    /// `int version`
    #[inline(always)]
    pub fn version(&self) -> btfgen::Field<i32, R, P, { btfgen::name("version") }> {
        btfgen::then(&self.0)
    }
    /// `short half`
    #[inline(always)]
    pub fn half(&self) -> btfgen::Field<i16, R, P, { btfgen::name("half") }> {
        btfgen::then(&self.0)
    }
    /// `int length`
    #[inline(always)]
    pub fn length(&self) -> btfgen::Field<i32, R, P, { btfgen::name("length") }> {
        btfgen::then(&self.0)
    }
    /// `long number`
    #[inline(always)]
    pub fn number(&self) -> btfgen::Field<i64, R, P, { btfgen::name("number") }> {
        btfgen::then(&self.0)
    }
    /// `void *pointer`
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("pointer") }> {
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
btfgen 3 24025f1127e178d5
union:body 8
 number 0 i64l
 pointer 0 p64
struct:head 8
 magic 0 i32
 union {
 version 4 i32
 half 4 i16
 }
struct:message 24
 struct:head {
 magic 0 i32
 union {
 version 4 i32
 half 4 i16
 }
 }
 length 8 i32
 union:body {
 number 16 i64l
 pointer 16 p64
 }
int:i16 i short
int:i32 i int
int:i64l i long
";
const FAR: &[u64] = &[];
}
