/// `struct item`
///
/// Its fields: [`fields::item`].
///
/// The kernel has several definitions of this type, and they differ. The fields are those of all of them, the
/// size is that of the one with most members.
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct item {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { item, "struct:item", fields }
/// `struct {…} inner`
///
/// Its fields: [`fields::item__inner`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct item__inner {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { item__inner, "anon:struct:item.inner", fields }
/// `struct {…} others`
///
/// Its fields: [`fields::item__others`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct item__others {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { item__others, "anon:struct:item.others", fields }
/// `union word`
///
/// Its fields: [`fields::word`].
///
/// The kernel has several definitions of this type, and they differ. The fields are those of all of them, the
/// size is that of the one with most members.
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct word {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { word, "union:word", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct item`.
#[repr(transparent)]
pub struct item<R: btfgen::Opaque, P>(btfgen::Members<super::item, R, P>);
super::layout::fields!(item);
impl<R: btfgen::Opaque, P> item<R, P> {
    /// `int same`
    #[inline(always)]
    pub fn same(&self) -> btfgen::Field<i32, R, P, { btfgen::name("same") }> {
        btfgen::then(&self.0)
    }
    /// `int moved`
    ///
    /// The definitions of the type have it at several offsets, so loaders may refuse a program that uses it.
    #[inline(always)]
    pub fn moved(&self) -> btfgen::Field<i32, R, P, { btfgen::name("moved") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} inner`
    ///
    /// The definitions of the type have it at several offsets, so loaders may refuse a program that uses it.
    #[inline(always)]
    pub fn inner(&self) -> btfgen::Field<super::item__inner, R, P, { btfgen::name("inner") }> {
        btfgen::then(&self.0)
    }
    /// `int largest`
    #[inline(always)]
    pub fn largest(&self) -> btfgen::Field<i32, R, P, { btfgen::name("largest") }> {
        btfgen::then(&self.0)
    }
    /// `int last`
    #[inline(always)]
    pub fn last(&self) -> btfgen::Field<i32, R, P, { btfgen::name("last") }> {
        btfgen::then(&self.0)
    }
    /// `int end`
    #[inline(always)]
    pub fn end(&self) -> btfgen::Field<i32, R, P, { btfgen::name("end") }> {
        btfgen::then(&self.0)
    }
    /// `int other`
    ///
    /// Not in the definition with most members, but in another one.
    #[inline(always)]
    pub fn other(&self) -> btfgen::Field<i32, R, P, { btfgen::name("other") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} *pointer`
    ///
    /// Not in the definition with most members, but in another one.
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("pointer") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} others[3]`
    ///
    /// Not in the definition with most members, but in another one.
    #[inline(always)]
    pub fn others(&self) -> btfgen::Field<btfgen::Array<super::item__others, 3>, R, P, { btfgen::name("others") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} inner`.
#[repr(transparent)]
pub struct item__inner<R: btfgen::Opaque, P>(btfgen::Members<super::item__inner, R, P>);
super::layout::fields!(item__inner);
impl<R: btfgen::Opaque, P> item__inner<R, P> {
    /// `int x`
    #[inline(always)]
    pub fn x(&self) -> btfgen::Field<i32, R, P, { btfgen::name("x") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} others`.
#[repr(transparent)]
pub struct item__others<R: btfgen::Opaque, P>(btfgen::Members<super::item__others, R, P>);
super::layout::fields!(item__others);
impl<R: btfgen::Opaque, P> item__others<R, P> {
    /// `int deep`
    #[inline(always)]
    pub fn deep(&self) -> btfgen::Field<i32, R, P, { btfgen::name("deep") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union word`.
#[repr(transparent)]
pub struct word<R: btfgen::Opaque, P>(btfgen::Members<super::word, R, P>);
super::layout::fields!(word);
impl<R: btfgen::Opaque, P> word<R, P> {
    /// `int whole`
    #[inline(always)]
    pub fn whole(&self) -> btfgen::Field<i32, R, P, { btfgen::name("whole") }> {
        btfgen::then(&self.0)
    }
    /// `long longer`
    #[inline(always)]
    pub fn longer(&self) -> btfgen::Field<i64, R, P, { btfgen::name("longer") }> {
        btfgen::then(&self.0)
    }
    /// `char bytes[4]`
    ///
    /// Not in the definition with most members, but in another one.
    #[inline(always)]
    pub fn bytes(&self) -> btfgen::Field<btfgen::Array<u8, 4>, R, P, { btfgen::name("bytes") }> {
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
btfgen 3 edae0c8c2ccd2ec2
struct:item 32
 same 0 i32
 moved 4 i32
 inner 12 anon:struct:item.inner
 largest 20 i32
 last 24 i32
 end 28 i32
 ?
 other 32 i32
 pointer 32 p64>struct
 others 40 [3]anon:struct:item.others
anon:struct:item.inner 4 struct
 x 0 i32
anon:struct:item.others 4 struct
 deep 0 i32
union:word 8
 whole 0 i32
 longer 0 i64l
 ?
 bytes 0 [4]u8c
int:i32 i int
int:i64l i long
int:u8c i char
";
const FAR: &[u64] = &[];
}
