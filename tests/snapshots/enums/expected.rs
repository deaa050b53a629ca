/// `enum big_unsigned`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type big_unsigned = u32;
/// `enum big_unsigned { TOP_BIT = 2147483648 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TOP_BIT: big_unsigned = 2147483648;
/// `enum big_unsigned { ALL_BITS = 4294967295 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const ALL_BITS: big_unsigned = 4294967295;
/// `enum byte`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type byte = u8;
/// `enum byte { BYTE_A = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const BYTE_A: byte = 0;
/// `enum byte { BYTE_B = 255 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const BYTE_B: byte = 255;
/// `struct cpuset`
///
/// Its fields: [`fields::cpuset`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct cpuset {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { cpuset, "struct:cpuset", fields }
/// `struct fields`
///
/// Its fields: [`fields::fields_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct fields_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { fields_, "struct:fields", fields }
/// `enum lower_case`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type lower_case = u32;
/// `enum lower_case { lower_case_first = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const lower_case_first: lower_case = 0;
/// `enum lower_case { lower_case_second = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const lower_case_second: lower_case = 1;
/// `enum negative`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type negative = i32;
/// `enum negative { MINUS = -1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const MINUS: negative = -1;
/// `enum negative { LOWEST = -2147483648 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const LOWEST: negative = -2147483648;
/// `enum negative { HIGHEST = 2147483647 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const HIGHEST: negative = 2147483647;
/// `enum one`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type one = u32;
/// `enum one { ONLY = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const ONLY: one = 0;
/// `enum signed_byte`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type signed_byte = i8;
/// `enum signed_byte { SIGNED_A = -1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const SIGNED_A: signed_byte = -1;
/// `enum signed_byte { SIGNED_B = 5 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const SIGNED_B: signed_byte = 5;
/// `enum subsystem`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type subsystem = u32;
/// `enum subsystem { cpuset = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const cpuset: subsystem = 0;
/// `enum subsystem { memory = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const memory: subsystem = 1;
/// `enum unsigned_small`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type unsigned_small = u32;
/// `enum unsigned_small { ZERO = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const ZERO: unsigned_small = 0;
/// `enum unsigned_small { ONE = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const ONE: unsigned_small = 1;
/// `enum unsigned_small { TEN = 10 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TEN: unsigned_small = 10;
/// `enum unsigned_small { TEN_AGAIN = 10 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TEN_AGAIN: unsigned_small = 10;
/// `enum wide`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type wide = u64;
/// `enum wide { WIDE_ONE = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const WIDE_ONE: wide = 1;
/// `enum wide { WIDE_MAX = 18446744073709551615 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const WIDE_MAX: wide = 18446744073709551615;
/// `enum wide_signed`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type wide_signed = i64;
/// `enum wide_signed { WIDE_LOW = -9223372036854775808 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const WIDE_LOW: wide_signed = -9223372036854775808;
/// `enum wide_signed { WIDE_HIGH = 9223372036854775807 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const WIDE_HIGH: wide_signed = 9223372036854775807;
/// `enum { INSIDE_A = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const INSIDE_A: u32 = 0;
/// `enum { INSIDE_B = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const INSIDE_B: u32 = 1;
/// `enum { IN_ARRAY = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const IN_ARRAY: u32 = 1;
/// `enum { IN_ARRAY_TOO = 2 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const IN_ARRAY_TOO: u32 = 2;
/// `enum { false = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const r#false: u32 = 0;
/// `enum { true = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const r#true: u32 = 1;
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct cpuset`.
#[repr(transparent)]
pub struct cpuset<R: btfgen::Opaque, P>(btfgen::Members<super::cpuset, R, P>);
super::layout::fields!(cpuset);
impl<R: btfgen::Opaque, P> cpuset<R, P> {
    /// `int id`
    #[inline(always)]
    pub fn id(&self) -> btfgen::Field<i32, R, P, { btfgen::name("id") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct fields`.
#[repr(transparent)]
pub struct fields_<R: btfgen::Opaque, P>(btfgen::Members<super::fields_, R, P>);
super::layout::fields!(fields_);
impl<R: btfgen::Opaque, P> fields_<R, P> {
    /// `enum unsigned_small small`
    #[inline(always)]
    pub fn small(&self) -> btfgen::Field<super::unsigned_small, R, P, { btfgen::name("small") }> {
        btfgen::then(&self.0)
    }
    /// `enum negative negative`
    #[inline(always)]
    pub fn negative(&self) -> btfgen::Field<super::negative, R, P, { btfgen::name("negative") }> {
        btfgen::then(&self.0)
    }
    /// `enum big_unsigned big`
    #[inline(always)]
    pub fn big(&self) -> btfgen::Field<super::big_unsigned, R, P, { btfgen::name("big") }> {
        btfgen::then(&self.0)
    }
    /// `enum wide wide`
    #[inline(always)]
    pub fn wide(&self) -> btfgen::Field<super::wide, R, P, { btfgen::name("wide") }> {
        btfgen::then(&self.0)
    }
    /// `enum wide_signed wide_signed`
    #[inline(always)]
    pub fn wide_signed(&self) -> btfgen::Field<super::wide_signed, R, P, { btfgen::name("wide_signed") }> {
        btfgen::then(&self.0)
    }
    /// `enum byte byte`
    #[inline(always)]
    pub fn byte(&self) -> btfgen::Field<super::byte, R, P, { btfgen::name("byte") }> {
        btfgen::then(&self.0)
    }
    /// `enum signed_byte signed_byte`
    #[inline(always)]
    pub fn signed_byte(&self) -> btfgen::Field<super::signed_byte, R, P, { btfgen::name("signed_byte") }> {
        btfgen::then(&self.0)
    }
    /// `enum subsystem subsystem`
    #[inline(always)]
    pub fn subsystem(&self) -> btfgen::Field<super::subsystem, R, P, { btfgen::name("subsystem") }> {
        btfgen::then(&self.0)
    }
    /// `enum lower_case lower`
    #[inline(always)]
    pub fn lower(&self) -> btfgen::Field<super::lower_case, R, P, { btfgen::name("lower") }> {
        btfgen::then(&self.0)
    }
    /// `enum one one`
    #[inline(always)]
    pub fn one(&self) -> btfgen::Field<super::one, R, P, { btfgen::name("one") }> {
        btfgen::then(&self.0)
    }
    /// `enum {…} inside`
    #[inline(always)]
    pub fn inside(&self) -> btfgen::Field<u32, R, P, { btfgen::name("inside") }> {
        btfgen::then(&self.0)
    }
    /// `enum {…} boolean:1`
    #[inline(always)]
    pub fn boolean(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("boolean") }> {
        btfgen::then(&self.0)
    }
    /// `enum {…} inside_array[2]`
    #[inline(always)]
    pub fn inside_array(&self) -> btfgen::Field<btfgen::Array<u32, 2>, R, P, { btfgen::name("inside_array") }> {
        btfgen::then(&self.0)
    }
    /// `enum unsigned_small array[4]`
    #[inline(always)]
    pub fn array(&self) -> btfgen::Field<btfgen::Array<super::unsigned_small, 4>, R, P, { btfgen::name("array") }> {
        btfgen::then(&self.0)
    }
    /// `enum unsigned_small *pointer`
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut super::unsigned_small, R, P, { btfgen::name("pointer") }> {
        btfgen::then(&self.0)
    }
    /// `struct cpuset set`
    #[inline(always)]
    pub fn set(&self) -> btfgen::Field<super::cpuset, R, P, { btfgen::name("set") }> {
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
btfgen 3 8c2785314fe31440
struct:cpuset 4
 id 0 i32
struct:fields 96
 small 0 enum:unsigned_small:u32
 negative 4 enum:negative:i32
 big 8 enum:big_unsigned:u32
 wide 16 enum64:wide:u64
 wide_signed 24 enum64:wide_signed:i64
 byte 32 enum:byte:u8
 signed_byte 33 enum:signed_byte:i8
 subsystem 36 enum:subsystem:u32
 lower 40 enum:lower_case:u32
 one 44 enum:one:u32
 inside 48 enum::u32
 boolean 52.0:1 enum::u32
 inside_array 56 [2]enum::u32
 array 64 [4]enum:unsigned_small:u32
 pointer 80 p64>enum:unsigned_small:u32
 set 88 struct:cpuset
enum:big_unsigned enum u32
 TOP_BIT 2147483648
 ALL_BITS 4294967295
enum:byte enum u8
 BYTE_A 0
 BYTE_B 255
enum:lower_case enum u32
 lower_case_first 0
 lower_case_second 1
enum:negative enum i32
 MINUS -1
 LOWEST -2147483648
 HIGHEST 2147483647
enum:one enum u32
 ONLY 0
enum:signed_byte enum i8
 SIGNED_A -1
 SIGNED_B 5
enum:subsystem enum u32
 cpuset 0
 memory 1
enum:unsigned_small enum u32
 ZERO 0
 ONE 1
 TEN 10
 TEN_AGAIN 10
enum:wide enum64 u64
 WIDE_ONE 1
 WIDE_MAX 18446744073709551615
enum:wide_signed enum64 i64
 WIDE_LOW -9223372036854775808
 WIDE_HIGH 9223372036854775807
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
    super::big_unsigned, 0x60a281ed8586b4ee,
    TOP_BIT 0x2ef3c035f587c044
    ALL_BITS 0xa71ad82ee0b1f8ed
}
super::layout::enumerators! {
    super::byte, 0xe74c9f1c096c2444,
    BYTE_A 0xddf820d121352ed3
    BYTE_B 0xddf821d121353086
}
super::layout::enumerators! {
    super::lower_case, 0x1158fdcf51970748,
    lower_case_first 0x7dd20c8d4cda19ea
    lower_case_second 0xbc4f1764f86e7f40
}
super::layout::enumerators! {
    super::negative, 0x7eed15cf9566da91,
    MINUS 0x552e90d48d059b0f
    LOWEST 0x8f26bf4c810bbc5b
    HIGHEST 0x732fb893e4040b2f
}
super::layout::enumerators! {
    super::one, 0x5f8d7dc595d4e826,
    ONLY 0x1c1edbbfcf030777
}
super::layout::enumerators! {
    super::signed_byte, 0xfcfd2b9e92a40a1d,
    SIGNED_A 0xa483ae9f6a75020d
    SIGNED_B 0xa483ab9f6a74fcf4
}
super::layout::enumerators! {
    super::subsystem, 0xb1fecca78cc00355,
    cpuset 0x5bcc6b3fc7119f5f
    memory 0x2e78eb99a1612fee
}
super::layout::enumerators! {
    super::unsigned_small, 0xd673b0a0eecbf7f5,
    ZERO 0x3641e96c9abb6f83
    ONE 0x2fa4ea19bf26cd8f
    TEN 0x6c811219e1afe274
    TEN_AGAIN 0x8b2f964567717ad3
}
super::layout::enumerators! {
    super::wide, 0xe2019f87c49a3ca9,
    WIDE_ONE 0x2bb017fbcf7e2c5d
    WIDE_MAX 0x3cd772fbd9299a67
}
super::layout::enumerators! {
    super::wide_signed, 0xb25d1a97bfbd308e,
    WIDE_LOW 0x457350fbde0603ef
    WIDE_HIGH 0xdf3c491bcde63403
}
super::layout::type_names! {
    big_unsigned 0x60a281ed8586b4ee
    byte 0xe74c9f1c096c2444
    lower_case 0x1158fdcf51970748
    negative 0x7eed15cf9566da91
    one 0x5f8d7dc595d4e826
    signed_byte 0xfcfd2b9e92a40a1d
    subsystem 0xb1fecca78cc00355
    unsigned_small 0xd673b0a0eecbf7f5
    wide 0xe2019f87c49a3ca9
    wide_signed 0xb25d1a97bfbd308e
}
}
