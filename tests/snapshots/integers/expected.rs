/// `struct integers`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct integers {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { integers, "struct:integers" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<integers, R, P> {
    /// `char character`
    #[inline(always)]
    pub fn character(self) -> btfgen::Field<u8, R, P, { btfgen::name("character") }> { btfgen::then(self) }
    /// `signed char signed_char`
    #[inline(always)]
    pub fn signed_char(self) -> btfgen::Field<i8, R, P, { btfgen::name("signed_char") }> { btfgen::then(self) }
    /// `unsigned char unsigned_char`
    #[inline(always)]
    pub fn unsigned_char(self) -> btfgen::Field<u8, R, P, { btfgen::name("unsigned_char") }> { btfgen::then(self) }
    /// `short signed_short`
    #[inline(always)]
    pub fn signed_short(self) -> btfgen::Field<i16, R, P, { btfgen::name("signed_short") }> { btfgen::then(self) }
    /// `unsigned short unsigned_short`
    #[inline(always)]
    pub fn unsigned_short(self) -> btfgen::Field<u16, R, P, { btfgen::name("unsigned_short") }> { btfgen::then(self) }
    /// `int signed_int`
    #[inline(always)]
    pub fn signed_int(self) -> btfgen::Field<i32, R, P, { btfgen::name("signed_int") }> { btfgen::then(self) }
    /// `unsigned int unsigned_int`
    #[inline(always)]
    pub fn unsigned_int(self) -> btfgen::Field<u32, R, P, { btfgen::name("unsigned_int") }> { btfgen::then(self) }
    /// `long signed_long`
    #[inline(always)]
    pub fn signed_long(self) -> btfgen::Field<i64, R, P, { btfgen::name("signed_long") }> { btfgen::then(self) }
    /// `unsigned long unsigned_long`
    #[inline(always)]
    pub fn unsigned_long(self) -> btfgen::Field<u64, R, P, { btfgen::name("unsigned_long") }> { btfgen::then(self) }
    /// `long long signed_long_long`
    #[inline(always)]
    pub fn signed_long_long(self) -> btfgen::Field<i64, R, P, { btfgen::name("signed_long_long") }> { btfgen::then(self) }
    /// `unsigned long long unsigned_long_long`
    #[inline(always)]
    pub fn unsigned_long_long(self) -> btfgen::Field<u64, R, P, { btfgen::name("unsigned_long_long") }> { btfgen::then(self) }
    /// `__int128 signed_wide`
    #[inline(always)]
    pub fn signed_wide(self) -> btfgen::Field<i128, R, P, { btfgen::name("signed_wide") }> { btfgen::then(self) }
    /// `unsigned __int128 unsigned_wide`
    #[inline(always)]
    pub fn unsigned_wide(self) -> btfgen::Field<u128, R, P, { btfgen::name("unsigned_wide") }> { btfgen::then(self) }
    /// `_Bool boolean`
    #[inline(always)]
    pub fn boolean(self) -> btfgen::Field<bool, R, P, { btfgen::name("boolean") }> { btfgen::then(self) }
    /// `float single`
    #[inline(always)]
    pub fn single(self) -> btfgen::Field<f32, R, P, { btfgen::name("single") }> { btfgen::then(self) }
    /// `double twice`
    #[inline(always)]
    pub fn twice(self) -> btfgen::Field<f64, R, P, { btfgen::name("twice") }> { btfgen::then(self) }
    /// `float singles[2]`
    #[inline(always)]
    pub fn singles(self) -> btfgen::Field<btfgen::Array<f32, 2>, R, P, { btfgen::name("singles") }> { btfgen::then(self) }
    /// `float *pointer`
    #[inline(always)]
    pub fn pointer(self) -> btfgen::Field<*mut f32, R, P, { btfgen::name("pointer") }> { btfgen::then(self) }
    /// `char text[8]`
    #[inline(always)]
    pub fn text(self) -> btfgen::Field<btfgen::Array<u8, 8>, R, P, { btfgen::name("text") }> { btfgen::then(self) }
}
/// Places, and the operations on them.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

// Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.
const TABLE: &str = "\
btfgen 1
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
