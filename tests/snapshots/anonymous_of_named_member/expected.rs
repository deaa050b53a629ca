/// `struct holder`
///
/// Its fields: [`fields::holder`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder, "struct:holder", fields }
/// `union {…} either`
///
/// Its fields: [`fields::holder__either`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__either {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__either, "anon:struct:holder.either", fields }
/// `struct {…} entries`
///
/// Its fields: [`fields::holder__entries`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__entries {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__entries, "anon:struct:holder.entries", fields }
/// `struct {…} value`
///
/// Its fields: [`fields::holder__entries__value`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__entries__value {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__entries__value, "anon:struct:holder.entries.value", fields }
/// `union {…} deep`
///
/// Its fields: [`fields::holder__entries__value__deep`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__entries__value__deep {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__entries__value__deep, "anon:struct:holder.entries.value.deep", fields }
/// `struct {…} grid`
///
/// Its fields: [`fields::holder__grid`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__grid {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__grid, "anon:struct:holder.grid", fields }
/// `struct {…} point`
///
/// Its fields: [`fields::holder__point_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__point_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__point_, "anon:struct:holder.point", fields }
/// `struct {…} through`
///
/// Its fields: [`fields::holder__through`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__through {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__through, "anon:struct:holder.through", fields }
/// `struct {…} unchanging`
///
/// Its fields: [`fields::holder__unchanging`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__unchanging {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__unchanging, "anon:struct:holder.unchanging", fields }
/// `struct holder__point`
///
/// Its fields: [`fields::holder__point`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder__point {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder__point, "struct:holder__point", fields }
/// `struct type`
///
/// Its fields: [`fields::type`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct r#type {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { r#type, "struct:type", fields }
/// `struct {…} self`
///
/// Its fields: [`fields::type__self`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct type__self {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { type__self, "anon:struct:type.self", fields }
/// `typedef struct {…} wrapper_t`
///
/// Its fields: [`fields::wrapper_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct wrapper_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { wrapper_t, "typedef:wrapper_t", fields }
/// `struct {…} member`
///
/// Its fields: [`fields::wrapper_t__member`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct wrapper_t__member {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { wrapper_t__member, "anon:typedef:wrapper_t.member", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct holder`.
#[repr(transparent)]
pub struct holder<R: btfgen::Opaque, P>(btfgen::Members<super::holder, R, P>);
super::layout::fields!(holder);
impl<R: btfgen::Opaque, P> holder<R, P> {
    /// `struct {…} point`
    #[inline(always)]
    pub fn point(&self) -> btfgen::Field<super::holder__point_, R, P, { btfgen::name("point") }> {
        btfgen::then(&self.0)
    }
    /// `union {…} either`
    #[inline(always)]
    pub fn either(&self) -> btfgen::Field<super::holder__either, R, P, { btfgen::name("either") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} entries[4]`
    #[inline(always)]
    pub fn entries(&self) -> btfgen::Field<btfgen::Array<super::holder__entries, 4>, R, P, { btfgen::name("entries") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} grid[2][3]`
    #[inline(always)]
    pub fn grid(&self) -> btfgen::Field<btfgen::Array<btfgen::Array<super::holder__grid, 3>, 2>, R, P, { btfgen::name("grid") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} through`
    #[inline(always)]
    pub fn through(&self) -> btfgen::Field<super::holder__through, R, P, { btfgen::name("through") }> {
        btfgen::then(&self.0)
    }
    /// `const struct {…} unchanging`
    #[inline(always)]
    pub fn unchanging(&self) -> btfgen::Field<super::holder__unchanging, R, P, { btfgen::name("unchanging") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union {…} either`.
#[repr(transparent)]
pub struct holder__either<R: btfgen::Opaque, P>(btfgen::Members<super::holder__either, R, P>);
super::layout::fields!(holder__either);
impl<R: btfgen::Opaque, P> holder__either<R, P> {
    /// `unsigned int word`
    #[inline(always)]
    pub fn word(&self) -> btfgen::Field<u32, R, P, { btfgen::name("word") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char byte[4]`
    #[inline(always)]
    pub fn byte(&self) -> btfgen::Field<btfgen::Array<u8, 4>, R, P, { btfgen::name("byte") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} entries`.
#[repr(transparent)]
pub struct holder__entries<R: btfgen::Opaque, P>(btfgen::Members<super::holder__entries, R, P>);
super::layout::fields!(holder__entries);
impl<R: btfgen::Opaque, P> holder__entries<R, P> {
    /// `long key`
    #[inline(always)]
    pub fn key(&self) -> btfgen::Field<i64, R, P, { btfgen::name("key") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<super::holder__entries__value, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} value`.
#[repr(transparent)]
pub struct holder__entries__value<R: btfgen::Opaque, P>(btfgen::Members<super::holder__entries__value, R, P>);
super::layout::fields!(holder__entries__value);
impl<R: btfgen::Opaque, P> holder__entries__value<R, P> {
    /// `short low`
    #[inline(always)]
    pub fn low(&self) -> btfgen::Field<i16, R, P, { btfgen::name("low") }> {
        btfgen::then(&self.0)
    }
    /// `union {…} deep`
    #[inline(always)]
    pub fn deep(&self) -> btfgen::Field<super::holder__entries__value__deep, R, P, { btfgen::name("deep") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union {…} deep`.
#[repr(transparent)]
pub struct holder__entries__value__deep<R: btfgen::Opaque, P>(btfgen::Members<super::holder__entries__value__deep, R, P>);
super::layout::fields!(holder__entries__value__deep);
impl<R: btfgen::Opaque, P> holder__entries__value__deep<R, P> {
    /// `int number`
    #[inline(always)]
    pub fn number(&self) -> btfgen::Field<i32, R, P, { btfgen::name("number") }> {
        btfgen::then(&self.0)
    }
    /// `void *pointer`
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("pointer") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} grid`.
#[repr(transparent)]
pub struct holder__grid<R: btfgen::Opaque, P>(btfgen::Members<super::holder__grid, R, P>);
super::layout::fields!(holder__grid);
impl<R: btfgen::Opaque, P> holder__grid<R, P> {
    /// `int cell`
    #[inline(always)]
    pub fn cell(&self) -> btfgen::Field<i32, R, P, { btfgen::name("cell") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} point`.
#[repr(transparent)]
pub struct holder__point_<R: btfgen::Opaque, P>(btfgen::Members<super::holder__point_, R, P>);
super::layout::fields!(holder__point_);
impl<R: btfgen::Opaque, P> holder__point_<R, P> {
    /// `int x`
    #[inline(always)]
    pub fn x(&self) -> btfgen::Field<i32, R, P, { btfgen::name("x") }> {
        btfgen::then(&self.0)
    }
    /// `int y`
    #[inline(always)]
    pub fn y(&self) -> btfgen::Field<i32, R, P, { btfgen::name("y") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} through`.
#[repr(transparent)]
pub struct holder__through<R: btfgen::Opaque, P>(btfgen::Members<super::holder__through, R, P>);
super::layout::fields!(holder__through);
impl<R: btfgen::Opaque, P> holder__through<R, P> {
    /// `int only`
    #[inline(always)]
    pub fn only(&self) -> btfgen::Field<i32, R, P, { btfgen::name("only") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} unchanging`.
#[repr(transparent)]
pub struct holder__unchanging<R: btfgen::Opaque, P>(btfgen::Members<super::holder__unchanging, R, P>);
super::layout::fields!(holder__unchanging);
impl<R: btfgen::Opaque, P> holder__unchanging<R, P> {
    /// `int fixed`
    #[inline(always)]
    pub fn fixed(&self) -> btfgen::Field<i32, R, P, { btfgen::name("fixed") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct holder__point`.
#[repr(transparent)]
pub struct holder__point<R: btfgen::Opaque, P>(btfgen::Members<super::holder__point, R, P>);
super::layout::fields!(holder__point);
impl<R: btfgen::Opaque, P> holder__point<R, P> {
    /// `int other`
    #[inline(always)]
    pub fn other(&self) -> btfgen::Field<i32, R, P, { btfgen::name("other") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct type`.
#[repr(transparent)]
pub struct r#type<R: btfgen::Opaque, P>(btfgen::Members<super::r#type, R, P>);
super::layout::fields!(r#type);
impl<R: btfgen::Opaque, P> r#type<R, P> {
    /// `struct {…} self`
    #[inline(always)]
    pub fn self_(&self) -> btfgen::Field<super::type__self, R, P, { btfgen::name("self") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} self`.
#[repr(transparent)]
pub struct type__self<R: btfgen::Opaque, P>(btfgen::Members<super::type__self, R, P>);
super::layout::fields!(type__self);
impl<R: btfgen::Opaque, P> type__self<R, P> {
    /// `int self`
    #[inline(always)]
    pub fn self_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("self") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} wrapper_t`.
#[repr(transparent)]
pub struct wrapper_t<R: btfgen::Opaque, P>(btfgen::Members<super::wrapper_t, R, P>);
super::layout::fields!(wrapper_t);
impl<R: btfgen::Opaque, P> wrapper_t<R, P> {
    /// `struct {…} member`
    #[inline(always)]
    pub fn member(&self) -> btfgen::Field<super::wrapper_t__member, R, P, { btfgen::name("member") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} member`.
#[repr(transparent)]
pub struct wrapper_t__member<R: btfgen::Opaque, P>(btfgen::Members<super::wrapper_t__member, R, P>);
super::layout::fields!(wrapper_t__member);
impl<R: btfgen::Opaque, P> wrapper_t__member<R, P> {
    /// `int z`
    #[inline(always)]
    pub fn z(&self) -> btfgen::Field<i32, R, P, { btfgen::name("z") }> {
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
btfgen 3 16ed6b110cafef27
struct:holder 144
 point 0 anon:struct:holder.point
 either 8 anon:struct:holder.either
 entries 16 [4]anon:struct:holder.entries
 grid 112 [2][3]anon:struct:holder.grid
 union {
 through 136 anon:struct:holder.through
 }
 unchanging 140 anon:struct:holder.unchanging
anon:struct:holder.either 4 union
 word 0 u32
 byte 0 [4]u8
anon:struct:holder.entries 24 struct
 key 0 i64l
 value 8 anon:struct:holder.entries.value
anon:struct:holder.entries.value 16 struct
 low 0 i16
 deep 8 anon:struct:holder.entries.value.deep
anon:struct:holder.entries.value.deep 8 union
 number 0 i32
 pointer 0 p64
anon:struct:holder.grid 4 struct
 cell 0 i32
anon:struct:holder.point 8 struct
 x 0 i32
 y 4 i32
anon:struct:holder.through 4 struct
 only 0 i32
anon:struct:holder.unchanging 4 struct
 fixed 0 i32
struct:holder__point 4
 other 0 i32
struct:type 4
 self 0 anon:struct:type.self
anon:struct:type.self 4 struct
 self 0 i32
typedef:wrapper_t 4 struct
 member 0 anon:typedef:wrapper_t.member
anon:typedef:wrapper_t.member 4 struct
 z 0 i32
int:i16 i short
int:i32 i int
int:i64l i long
int:u32 u unsigned int
int:u8 u unsigned char
";
const FAR: &[u64] = &[];
}
