/// `enum color`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type color = u32;
/// `enum color { RED = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const RED: color = 0;
/// `enum color { GREEN = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const GREEN: color = 1;
/// `enum color { BLUE = 2 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const BLUE: color = 2;
/// `struct kinds`
///
/// Its fields: [`fields::kinds`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kinds {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kinds, "struct:kinds", fields }
/// `struct plain`
///
/// Its fields: [`fields::plain_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct plain_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { plain_, "struct:plain", fields }
/// `struct signs`
///
/// Its fields: [`fields::signs`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct signs {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { signs, "struct:signs", fields }
/// `struct spanning`
///
/// Its fields: [`fields::spanning`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct spanning {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { spanning, "struct:spanning", fields }
/// `struct split`
///
/// Its fields: [`fields::split`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct split {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { split, "struct:split", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct kinds`.
#[repr(transparent)]
pub struct kinds<R: btfgen::Opaque, P>(btfgen::Members<super::kinds, R, P>);
super::layout::fields!(kinds);
impl<R: btfgen::Opaque, P> kinds<R, P> {
    /// `enum color color:2`
    #[inline(always)]
    pub fn color(&self) -> btfgen::Field<btfgen::Bits<super::color>, R, P, { btfgen::name("color") }> {
        btfgen::then(&self.0)
    }
    /// `u16 half:9`
    #[inline(always)]
    pub fn half(&self) -> btfgen::Field<btfgen::Bits<u16>, R, P, { btfgen::name("half") }> {
        btfgen::then(&self.0)
    }
    /// `const unsigned int fixed:5`
    #[inline(always)]
    pub fn fixed(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("fixed") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct plain`.
#[repr(transparent)]
pub struct plain_<R: btfgen::Opaque, P>(btfgen::Members<super::plain_, R, P>);
super::layout::fields!(plain_);
impl<R: btfgen::Opaque, P> plain_<R, P> {
    /// `unsigned int a:1`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int b:3`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("b") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int c:24`
    #[inline(always)]
    pub fn c(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("c") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char d:7`
    #[inline(always)]
    pub fn d(&self) -> btfgen::Field<btfgen::Bits<u8>, R, P, { btfgen::name("d") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long long e:33`
    #[inline(always)]
    pub fn e(&self) -> btfgen::Field<btfgen::Bits<u64>, R, P, { btfgen::name("e") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long long f:64`
    #[inline(always)]
    pub fn f(&self) -> btfgen::Field<btfgen::Bits<u64>, R, P, { btfgen::name("f") }> {
        btfgen::then(&self.0)
    }
    /// `int whole`
    #[inline(always)]
    pub fn whole(&self) -> btfgen::Field<i32, R, P, { btfgen::name("whole") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct signs`.
#[repr(transparent)]
pub struct signs<R: btfgen::Opaque, P>(btfgen::Members<super::signs, R, P>);
super::layout::fields!(signs);
impl<R: btfgen::Opaque, P> signs<R, P> {
    /// `signed char level:3`
    #[inline(always)]
    pub fn level(&self) -> btfgen::Field<btfgen::Bits<i8>, R, P, { btfgen::name("level") }> {
        btfgen::then(&self.0)
    }
    /// `int delta:20`
    #[inline(always)]
    pub fn delta(&self) -> btfgen::Field<btfgen::Bits<i32>, R, P, { btfgen::name("delta") }> {
        btfgen::then(&self.0)
    }
    /// `long long far_away:40`
    #[inline(always)]
    pub fn far_away(&self) -> btfgen::Field<btfgen::Bits<i64>, R, P, { btfgen::name("far_away") }> {
        btfgen::then(&self.0)
    }
    /// `_Bool flag:1`
    #[inline(always)]
    pub fn flag(&self) -> btfgen::Field<btfgen::Bits<bool>, R, P, { btfgen::name("flag") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct spanning`.
#[repr(transparent)]
pub struct spanning<R: btfgen::Opaque, P>(btfgen::Members<super::spanning, R, P>);
super::layout::fields!(spanning);
impl<R: btfgen::Opaque, P> spanning<R, P> {
    /// `unsigned int first:30`
    #[inline(always)]
    pub fn first(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("first") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int second:12`
    #[inline(always)]
    pub fn second(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("second") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int third:22`
    #[inline(always)]
    pub fn third(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("third") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct split`.
#[repr(transparent)]
pub struct split<R: btfgen::Opaque, P>(btfgen::Members<super::split, R, P>);
super::layout::fields!(split);
impl<R: btfgen::Opaque, P> split<R, P> {
    /// `unsigned long long before:7`
    #[inline(always)]
    pub fn before(&self) -> btfgen::Field<btfgen::Bits<u64>, R, P, { btfgen::name("before") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long long crossing:58`
    #[inline(always)]
    pub fn crossing(&self) -> btfgen::Field<btfgen::SplitBits<u64>, R, P, { btfgen::name("crossing") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long long after:63`
    #[inline(always)]
    pub fn after(&self) -> btfgen::Field<btfgen::Bits<u64>, R, P, { btfgen::name("after") }> {
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
btfgen 3 a04097d7f53dae07
struct:kinds 4
 color 0.0:2 enum:color:u32
 half 0.2:9 u16
 fixed 1.3:5 u32
struct:plain 32
 a 0.0:1 u32
 b 0.1:3 u32
 c 1.0:24 u32
 d 4.0:7 u8
 e 8.0:33 u64ll
 f 16.0:64 u64ll
 whole 24 i32
struct:signs 8
 level 0.0:3 i8
 delta 0.3:20 i32
 far_away 2.7:40 i64ll
 flag 7.7:1 bool
struct:spanning 8
 first 0.0:30 u32
 second 3.6:12 u32
 third 5.2:22 u32
struct:split 16
 before 0.0:7 u64ll
 crossing 0.7:58 u64ll
 after 8.1:63 u64ll
enum:color enum u32
 RED 0
 GREEN 1
 BLUE 2
int:bool u _Bool
int:i32 i int
int:i64ll i long long
int:i8 i signed char
int:u16 u unsigned short
int:u32 u unsigned int
int:u64ll u unsigned long long
int:u8 u unsigned char
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
    super::color, 0x755cfaf43c3c68d1,
    RED 0xa05ebe19ff08b6fc
    GREEN 0xba0f168471813c1c
    BLUE 0xd9e4d3a72638724d
}
super::layout::type_names! {
    color 0x755cfaf43c3c68d1
}
}
