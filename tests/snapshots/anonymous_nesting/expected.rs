/// `struct slab`
///
/// Its fields: [`fields::slab`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct slab {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { slab, "struct:slab", fields }
/// `struct {…} tail`
///
/// Its fields: [`fields::slab__tail`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct slab__tail {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { slab__tail, "anon:struct:slab.tail", fields }
/// `union tagged`
///
/// Its fields: [`fields::tagged`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct tagged {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { tagged, "union:tagged", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct slab`.
#[repr(transparent)]
pub struct slab<R: btfgen::Opaque, P>(btfgen::Members<super::slab, R, P>);
super::layout::fields!(slab);
impl<R: btfgen::Opaque, P> slab<R, P> {
    /// `unsigned long flags`
    #[inline(always)]
    pub fn flags(&self) -> btfgen::Field<u64, R, P, { btfgen::name("flags") }> {
        btfgen::then(&self.0)
    }
    /// `int inner_most`
    #[inline(always)]
    pub fn inner_most(&self) -> btfgen::Field<i32, R, P, { btfgen::name("inner_most") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int inuse:16`
    #[inline(always)]
    pub fn inuse(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("inuse") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int objects:15`
    #[inline(always)]
    pub fn objects(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("objects") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int frozen:1`
    #[inline(always)]
    pub fn frozen(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("frozen") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long counters`
    #[inline(always)]
    pub fn counters(&self) -> btfgen::Field<u64, R, P, { btfgen::name("counters") }> {
        btfgen::then(&self.0)
    }
    /// `void *freelist`
    #[inline(always)]
    pub fn freelist(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("freelist") }> {
        btfgen::then(&self.0)
    }
    /// `long head`
    #[inline(always)]
    pub fn head(&self) -> btfgen::Field<i64, R, P, { btfgen::name("head") }> {
        btfgen::then(&self.0)
    }
    /// `int refcount`
    #[inline(always)]
    pub fn refcount(&self) -> btfgen::Field<i32, R, P, { btfgen::name("refcount") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char bytes[4]`
    #[inline(always)]
    pub fn bytes(&self) -> btfgen::Field<btfgen::Array<u8, 4>, R, P, { btfgen::name("bytes") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} tail`
    #[inline(always)]
    pub fn tail(&self) -> btfgen::Field<super::slab__tail, R, P, { btfgen::name("tail") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} tail`.
#[repr(transparent)]
pub struct slab__tail<R: btfgen::Opaque, P>(btfgen::Members<super::slab__tail, R, P>);
super::layout::fields!(slab__tail);
impl<R: btfgen::Opaque, P> slab__tail<R, P> {
    /// `int named_inside`
    #[inline(always)]
    pub fn named_inside(&self) -> btfgen::Field<i32, R, P, { btfgen::name("named_inside") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union tagged`.
#[repr(transparent)]
pub struct tagged<R: btfgen::Opaque, P>(btfgen::Members<super::tagged, R, P>);
super::layout::fields!(tagged);
impl<R: btfgen::Opaque, P> tagged<R, P> {
    /// `char kind`
    #[inline(always)]
    pub fn kind(&self) -> btfgen::Field<u8, R, P, { btfgen::name("kind") }> {
        btfgen::then(&self.0)
    }
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
    /// `unsigned long raw[2]`
    #[inline(always)]
    pub fn raw(&self) -> btfgen::Field<btfgen::Array<u64, 2>, R, P, { btfgen::name("raw") }> {
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
btfgen 3 843fe958a3318396
struct:slab 32
 flags 0 u64l
 union {
 struct {
 union {
 struct {
 inner_most 8 i32
 inuse 12.0:16 u32
 objects 14.0:15 u32
 frozen 15.7:1 u32
 }
 counters 8 u64l
 }
 freelist 16 p64
 }
 struct {
 head 8 i64l
 }
 }
 union {
 refcount 24 i32
 bytes 24 [4]u8
 }
 tail 28 anon:struct:slab.tail
anon:struct:slab.tail 4 struct
 named_inside 0 i32
union:tagged 16
 struct {
 kind 0 u8c
 union {
 number 8 i32
 pointer 8 p64
 }
 }
 raw 0 [2]u64l
int:i32 i int
int:i64l i long
int:u32 u unsigned int
int:u64l u unsigned long
int:u8 u unsigned char
int:u8c i char
";
const FAR: &[u64] = &[];
}
