/// `struct Option`
///
/// Its fields: [`fields::Option`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct Option {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { Option, "struct:Option", fields }
/// `struct P`
///
/// Its fields: [`fields::P_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct P_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { P_, "struct:P", fields }
/// `struct Place`
///
/// Its fields: [`fields::Place`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct Place {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { Place, "struct:Place", fields }
/// `struct R`
///
/// Its fields: [`fields::R_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct R_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { R_, "struct:R", fields }
/// `struct Self`
///
/// Its fields: [`fields::Self_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct Self_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { Self_, "struct:Self", fields }
/// `struct String`
///
/// Its fields: [`fields::String`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct String {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { String, "struct:String", fields }
/// `struct async`
///
/// Its fields: [`fields::async`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct r#async {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { r#async, "struct:async", fields }
/// `struct btfgen`
///
/// Its fields: [`fields::btfgen_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct btfgen_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { btfgen_, "struct:btfgen", fields }
/// `struct core`
///
/// Its fields: [`fields::core`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct core {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { core, "struct:core", fields }
/// `typedef int fn`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type r#fn = i32;
/// `struct keywords`
///
/// Its fields: [`fields::keywords`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct keywords {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { keywords, "struct:keywords", fields }
/// `enum priv`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type r#priv = u32;
/// `enum priv { virtual = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const r#virtual: r#priv = 0;
/// `enum priv { yield = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const r#yield: r#priv = 1;
/// `struct self`
///
/// Its fields: [`fields::self_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct self_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { self_, "struct:self", fields }
/// `struct str`
///
/// Its fields: [`fields::str_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct str_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { str_, "struct:str", fields }
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
/// `struct usize`
///
/// Its fields: [`fields::usize_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct usize_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { usize_, "struct:usize", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct Option`.
#[repr(transparent)]
pub struct Option<R: btfgen::Opaque, P>(btfgen::Members<super::Option, R, P>);
super::layout::fields!(Option);
impl<R: btfgen::Opaque, P> Option<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct P`.
#[repr(transparent)]
pub struct P_<R: btfgen::Opaque, P>(btfgen::Members<super::P_, R, P>);
super::layout::fields!(P_);
impl<R: btfgen::Opaque, P> P_<R, P> {
    /// `struct R R`
    #[inline(always)]
    pub fn R(&self) -> btfgen::Field<super::R_, R, P, { btfgen::name("R") }> {
        btfgen::then(&self.0)
    }
    /// `struct btfgen btfgen`
    #[inline(always)]
    pub fn btfgen(&self) -> btfgen::Field<super::btfgen_, R, P, { btfgen::name("btfgen") }> {
        btfgen::then(&self.0)
    }
    /// `struct str str`
    #[inline(always)]
    pub fn str(&self) -> btfgen::Field<super::str_, R, P, { btfgen::name("str") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct Place`.
#[repr(transparent)]
pub struct Place<R: btfgen::Opaque, P>(btfgen::Members<super::Place, R, P>);
super::layout::fields!(Place);
impl<R: btfgen::Opaque, P> Place<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct R`.
#[repr(transparent)]
pub struct R_<R: btfgen::Opaque, P>(btfgen::Members<super::R_, R, P>);
super::layout::fields!(R_);
impl<R: btfgen::Opaque, P> R_<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct Self`.
#[repr(transparent)]
pub struct Self_<R: btfgen::Opaque, P>(btfgen::Members<super::Self_, R, P>);
super::layout::fields!(Self_);
impl<R: btfgen::Opaque, P> Self_<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct String`.
#[repr(transparent)]
pub struct String<R: btfgen::Opaque, P>(btfgen::Members<super::String, R, P>);
super::layout::fields!(String);
impl<R: btfgen::Opaque, P> String<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct async`.
#[repr(transparent)]
pub struct r#async<R: btfgen::Opaque, P>(btfgen::Members<super::r#async, R, P>);
super::layout::fields!(r#async);
impl<R: btfgen::Opaque, P> r#async<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct btfgen`.
#[repr(transparent)]
pub struct btfgen_<R: btfgen::Opaque, P>(btfgen::Members<super::btfgen_, R, P>);
super::layout::fields!(btfgen_);
impl<R: btfgen::Opaque, P> btfgen_<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct core`.
#[repr(transparent)]
pub struct core<R: btfgen::Opaque, P>(btfgen::Members<super::core, R, P>);
super::layout::fields!(core);
impl<R: btfgen::Opaque, P> core<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct keywords`.
#[repr(transparent)]
pub struct keywords<R: btfgen::Opaque, P>(btfgen::Members<super::keywords, R, P>);
super::layout::fields!(keywords);
impl<R: btfgen::Opaque, P> keywords<R, P> {
    /// `int type`
    #[inline(always)]
    pub fn r#type(&self) -> btfgen::Field<i32, R, P, { btfgen::name("type") }> {
        btfgen::then(&self.0)
    }
    /// `int self`
    #[inline(always)]
    pub fn self__(&self) -> btfgen::Field<i32, R, P, { btfgen::name("self") }> {
        btfgen::then(&self.0)
    }
    /// `int super`
    #[inline(always)]
    pub fn super_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("super") }> {
        btfgen::then(&self.0)
    }
    /// `int crate`
    #[inline(always)]
    pub fn crate_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("crate") }> {
        btfgen::then(&self.0)
    }
    /// `int Self`
    #[inline(always)]
    pub fn Self_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("Self") }> {
        btfgen::then(&self.0)
    }
    /// `int gen`
    #[inline(always)]
    pub fn r#gen(&self) -> btfgen::Field<i32, R, P, { btfgen::name("gen") }> {
        btfgen::then(&self.0)
    }
    /// `int match`
    #[inline(always)]
    pub fn r#match(&self) -> btfgen::Field<i32, R, P, { btfgen::name("match") }> {
        btfgen::then(&self.0)
    }
    /// `int loop`
    #[inline(always)]
    pub fn r#loop(&self) -> btfgen::Field<i32, R, P, { btfgen::name("loop") }> {
        btfgen::then(&self.0)
    }
    /// `int async`
    #[inline(always)]
    pub fn r#async(&self) -> btfgen::Field<i32, R, P, { btfgen::name("async") }> {
        btfgen::then(&self.0)
    }
    /// `int dyn`
    #[inline(always)]
    pub fn r#dyn(&self) -> btfgen::Field<i32, R, P, { btfgen::name("dyn") }> {
        btfgen::then(&self.0)
    }
    /// `int as`
    #[inline(always)]
    pub fn r#as(&self) -> btfgen::Field<i32, R, P, { btfgen::name("as") }> {
        btfgen::then(&self.0)
    }
    /// `int ref`
    #[inline(always)]
    pub fn r#ref(&self) -> btfgen::Field<i32, R, P, { btfgen::name("ref") }> {
        btfgen::then(&self.0)
    }
    /// `int box`
    #[inline(always)]
    pub fn r#box(&self) -> btfgen::Field<i32, R, P, { btfgen::name("box") }> {
        btfgen::then(&self.0)
    }
    /// `int try`
    #[inline(always)]
    pub fn r#try(&self) -> btfgen::Field<i32, R, P, { btfgen::name("try") }> {
        btfgen::then(&self.0)
    }
    /// `int where`
    #[inline(always)]
    pub fn r#where(&self) -> btfgen::Field<i32, R, P, { btfgen::name("where") }> {
        btfgen::then(&self.0)
    }
    /// `int union_`
    #[inline(always)]
    pub fn union_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("union_") }> {
        btfgen::then(&self.0)
    }
    /// `int macro_rules`
    #[inline(always)]
    pub fn macro_rules(&self) -> btfgen::Field<i32, R, P, { btfgen::name("macro_rules") }> {
        btfgen::then(&self.0)
    }
    /// `int raw`
    #[inline(always)]
    pub fn raw(&self) -> btfgen::Field<i32, R, P, { btfgen::name("raw") }> {
        btfgen::then(&self.0)
    }
    /// `int safe`
    #[inline(always)]
    pub fn safe(&self) -> btfgen::Field<i32, R, P, { btfgen::name("safe") }> {
        btfgen::then(&self.0)
    }
    /// `int r`
    #[inline(always)]
    pub fn r(&self) -> btfgen::Field<i32, R, P, { btfgen::name("r") }> {
        btfgen::then(&self.0)
    }
    /// `int _`
    #[inline(always)]
    pub fn ___(&self) -> btfgen::Field<i32, R, P, { btfgen::name("_") }> {
        btfgen::then(&self.0)
    }
    /// `int __`
    #[inline(always)]
    pub fn __(&self) -> btfgen::Field<i32, R, P, { btfgen::name("__") }> {
        btfgen::then(&self.0)
    }
    /// `int self_`
    #[inline(always)]
    pub fn self_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("self_") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct self`.
#[repr(transparent)]
pub struct self_<R: btfgen::Opaque, P>(btfgen::Members<super::self_, R, P>);
super::layout::fields!(self_);
impl<R: btfgen::Opaque, P> self_<R, P> {
    /// `struct Self *Self`
    #[inline(always)]
    pub fn Self_(&self) -> btfgen::Field<*mut super::Self_, R, P, { btfgen::name("Self") }> {
        btfgen::then(&self.0)
    }
    /// `struct type in`
    #[inline(always)]
    pub fn r#in(&self) -> btfgen::Field<super::r#type, R, P, { btfgen::name("in") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct str`.
#[repr(transparent)]
pub struct str_<R: btfgen::Opaque, P>(btfgen::Members<super::str_, R, P>);
super::layout::fields!(str_);
impl<R: btfgen::Opaque, P> str_<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct type`.
#[repr(transparent)]
pub struct r#type<R: btfgen::Opaque, P>(btfgen::Members<super::r#type, R, P>);
super::layout::fields!(r#type);
impl<R: btfgen::Opaque, P> r#type<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct usize`.
#[repr(transparent)]
pub struct usize_<R: btfgen::Opaque, P>(btfgen::Members<super::usize_, R, P>);
super::layout::fields!(usize_);
impl<R: btfgen::Opaque, P> usize_<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
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
btfgen 3 7c336b753253a5cd
struct:Option 4
 value 0 i32
struct:P 12
 R 0 struct:R
 btfgen 4 struct:btfgen
 str 8 struct:str
struct:Place 4
 value 0 i32
struct:R 4
 value 0 i32
struct:Self 4
 value 0 i32
struct:String 4
 value 0 i32
struct:async 4
 value 0 i32
struct:btfgen 4
 value 0 i32
struct:core 4
 value 0 i32
struct:keywords 92
 type 0 i32
 self 4 i32
 super 8 i32
 crate 12 i32
 Self 16 i32
 gen 20 i32
 match 24 i32
 loop 28 i32
 async 32 i32
 dyn 36 i32
 as 40 i32
 ref 44 i32
 box 48 i32
 try 52 i32
 where 56 i32
 union_ 60 i32
 macro_rules 64 i32
 raw 68 i32
 safe 72 i32
 r 76 i32
 _ 80 i32
 __ 84 i32
 self_ 88 i32
struct:self 16
 Self 0 p64>struct:Self
 in 8 struct:type
struct:str 4
 value 0 i32
struct:type 4
 value 0 i32
struct:usize 4
 value 0 i32
enum:priv enum u32
 virtual 0
 yield 1
typedef:fn i32
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
    super::r#priv, 0xb3e7cbb14776de6f,
    r#virtual 0x3a8bdbd8e17b835c
    r#yield 0x2924163ad747d0ee
}
super::layout::type_names! {
    r#fn 0x95e12273d653308e
    r#priv 0xb3e7cbb14776de6f
}
}
