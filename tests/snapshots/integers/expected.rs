/// `struct integers`
///
/// Its fields: [`fields::integers`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct integers {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { integers, "struct:integers", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct integers`.
#[repr(transparent)]
pub struct integers<R: btfgen::Opaque, P>(btfgen::Members<super::integers, R, P>);
super::layout::fields!(integers);
impl<R: btfgen::Opaque, P> integers<R, P> {
    /// `char character`
    #[inline(always)]
    pub fn character(&self) -> btfgen::Field<u8, R, P, { btfgen::name("character") }> {
        btfgen::then(&self.0)
    }
    /// `signed char signed_char`
    #[inline(always)]
    pub fn signed_char(&self) -> btfgen::Field<i8, R, P, { btfgen::name("signed_char") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char unsigned_char`
    #[inline(always)]
    pub fn unsigned_char(&self) -> btfgen::Field<u8, R, P, { btfgen::name("unsigned_char") }> {
        btfgen::then(&self.0)
    }
    /// `short signed_short`
    #[inline(always)]
    pub fn signed_short(&self) -> btfgen::Field<i16, R, P, { btfgen::name("signed_short") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned short unsigned_short`
    #[inline(always)]
    pub fn unsigned_short(&self) -> btfgen::Field<u16, R, P, { btfgen::name("unsigned_short") }> {
        btfgen::then(&self.0)
    }
    /// `int signed_int`
    #[inline(always)]
    pub fn signed_int(&self) -> btfgen::Field<i32, R, P, { btfgen::name("signed_int") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int unsigned_int`
    #[inline(always)]
    pub fn unsigned_int(&self) -> btfgen::Field<u32, R, P, { btfgen::name("unsigned_int") }> {
        btfgen::then(&self.0)
    }
    /// `long signed_long`
    #[inline(always)]
    pub fn signed_long(&self) -> btfgen::Field<i64, R, P, { btfgen::name("signed_long") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long unsigned_long`
    #[inline(always)]
    pub fn unsigned_long(&self) -> btfgen::Field<u64, R, P, { btfgen::name("unsigned_long") }> {
        btfgen::then(&self.0)
    }
    /// `long long signed_long_long`
    #[inline(always)]
    pub fn signed_long_long(&self) -> btfgen::Field<i64, R, P, { btfgen::name("signed_long_long") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long long unsigned_long_long`
    #[inline(always)]
    pub fn unsigned_long_long(&self) -> btfgen::Field<u64, R, P, { btfgen::name("unsigned_long_long") }> {
        btfgen::then(&self.0)
    }
    /// `__int128 signed_wide`
    #[inline(always)]
    pub fn signed_wide(&self) -> btfgen::Field<i128, R, P, { btfgen::name("signed_wide") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned __int128 unsigned_wide`
    #[inline(always)]
    pub fn unsigned_wide(&self) -> btfgen::Field<u128, R, P, { btfgen::name("unsigned_wide") }> {
        btfgen::then(&self.0)
    }
    /// `_Bool boolean`
    #[inline(always)]
    pub fn boolean(&self) -> btfgen::Field<bool, R, P, { btfgen::name("boolean") }> {
        btfgen::then(&self.0)
    }
    /// `float single`
    #[inline(always)]
    pub fn single(&self) -> btfgen::Field<f32, R, P, { btfgen::name("single") }> {
        btfgen::then(&self.0)
    }
    /// `double twice`
    #[inline(always)]
    pub fn twice(&self) -> btfgen::Field<f64, R, P, { btfgen::name("twice") }> {
        btfgen::then(&self.0)
    }
    /// `float singles[2]`
    #[inline(always)]
    pub fn singles(&self) -> btfgen::Field<btfgen::Array<f32, 2>, R, P, { btfgen::name("singles") }> {
        btfgen::then(&self.0)
    }
    /// `float *pointer`
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut f32, R, P, { btfgen::name("pointer") }> {
        btfgen::then(&self.0)
    }
    /// `char text[8]`
    #[inline(always)]
    pub fn text(&self) -> btfgen::Field<btfgen::Array<u8, 8>, R, P, { btfgen::name("text") }> {
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
btfgen 3 947f240c13e07bee
struct:integers 128
 character 0 u8c
 signed_char 1 i8
 unsigned_char 2 u8
 signed_short 4 i16
 unsigned_short 6 u16
 signed_int 8 i32
 unsigned_int 12 u32
 signed_long 16 i64l
 unsigned_long 24 u64l
 signed_long_long 32 i64ll
 unsigned_long_long 40 u64ll
 signed_wide 48 i128
 unsigned_wide 64 u128
 boolean 80 bool
 single 84 f32
 twice 88 f64
 singles 96 [2]f32
 pointer 104 p64>f32
 text 112 [8]u8c
int:bool u _Bool
int:i128 i __int128
int:i16 i short
int:i32 i int
int:i64l i long
int:i64ll i long long
int:i8 i signed char
int:u128 u unsigned __int128
int:u16 u unsigned short
int:u32 u unsigned int
int:u64l u unsigned long
int:u64ll u unsigned long long
int:u8 u unsigned char
int:u8c i char
";
const FAR: &[u64] = &[];
}
