/// `struct Option`
#[allow(dead_code)]
#[repr(C)]
pub struct Option {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { Option, "struct:Option" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<Option, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct P`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct P_ {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { P_, "struct:P" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<P_, R, P> {
    /// `struct R R`
    #[inline(always)]
    pub fn R(self) -> btfgen::Field<R_, R, P, { btfgen::name("R") }> { btfgen::then(self) }
    /// `struct btfgen btfgen`
    #[inline(always)]
    pub fn btfgen(self) -> btfgen::Field<btfgen_, R, P, { btfgen::name("btfgen") }> { btfgen::then(self) }
    /// `struct str str`
    #[inline(always)]
    pub fn str(self) -> btfgen::Field<str_, R, P, { btfgen::name("str") }> { btfgen::then(self) }
}
/// `struct Place`
#[allow(dead_code)]
#[repr(C)]
pub struct Place {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { Place, "struct:Place" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<Place, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct R`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct R_ {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { R_, "struct:R" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<R_, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct Self`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct Self_ {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { Self_, "struct:Self" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<Self_, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct String`
#[allow(dead_code)]
#[repr(C)]
pub struct String {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { String, "struct:String" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<String, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct async`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct r#async {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { r#async, "struct:async" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<r#async, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct btfgen`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct btfgen_ {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { btfgen_, "struct:btfgen" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<btfgen_, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct core`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct core {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { core, "struct:core" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<core, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `typedef int fn`
#[allow(dead_code, non_camel_case_types)]
pub type r#fn = i32;
/// `struct keywords`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct keywords {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { keywords, "struct:keywords" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<keywords, R, P> {
    /// `int type`
    #[inline(always)]
    pub fn r#type(self) -> btfgen::Field<i32, R, P, { btfgen::name("type") }> { btfgen::then(self) }
    /// `int self`
    #[inline(always)]
    pub fn self__(self) -> btfgen::Field<i32, R, P, { btfgen::name("self") }> { btfgen::then(self) }
    /// `int super`
    #[inline(always)]
    pub fn super_(self) -> btfgen::Field<i32, R, P, { btfgen::name("super") }> { btfgen::then(self) }
    /// `int crate`
    #[inline(always)]
    pub fn crate_(self) -> btfgen::Field<i32, R, P, { btfgen::name("crate") }> { btfgen::then(self) }
    /// `int Self`
    #[inline(always)]
    pub fn Self_(self) -> btfgen::Field<i32, R, P, { btfgen::name("Self") }> { btfgen::then(self) }
    /// `int gen`
    #[inline(always)]
    pub fn r#gen(self) -> btfgen::Field<i32, R, P, { btfgen::name("gen") }> { btfgen::then(self) }
    /// `int match`
    #[inline(always)]
    pub fn r#match(self) -> btfgen::Field<i32, R, P, { btfgen::name("match") }> { btfgen::then(self) }
    /// `int loop`
    #[inline(always)]
    pub fn r#loop(self) -> btfgen::Field<i32, R, P, { btfgen::name("loop") }> { btfgen::then(self) }
    /// `int async`
    #[inline(always)]
    pub fn r#async(self) -> btfgen::Field<i32, R, P, { btfgen::name("async") }> { btfgen::then(self) }
    /// `int dyn`
    #[inline(always)]
    pub fn r#dyn(self) -> btfgen::Field<i32, R, P, { btfgen::name("dyn") }> { btfgen::then(self) }
    /// `int as`
    #[inline(always)]
    pub fn r#as(self) -> btfgen::Field<i32, R, P, { btfgen::name("as") }> { btfgen::then(self) }
    /// `int ref`
    #[inline(always)]
    pub fn r#ref(self) -> btfgen::Field<i32, R, P, { btfgen::name("ref") }> { btfgen::then(self) }
    /// `int box`
    #[inline(always)]
    pub fn r#box(self) -> btfgen::Field<i32, R, P, { btfgen::name("box") }> { btfgen::then(self) }
    /// `int try`
    #[inline(always)]
    pub fn r#try(self) -> btfgen::Field<i32, R, P, { btfgen::name("try") }> { btfgen::then(self) }
    /// `int where`
    #[inline(always)]
    pub fn r#where(self) -> btfgen::Field<i32, R, P, { btfgen::name("where") }> { btfgen::then(self) }
    /// `int union_`
    #[inline(always)]
    pub fn union_(self) -> btfgen::Field<i32, R, P, { btfgen::name("union_") }> { btfgen::then(self) }
    /// `int macro_rules`
    #[inline(always)]
    pub fn macro_rules(self) -> btfgen::Field<i32, R, P, { btfgen::name("macro_rules") }> { btfgen::then(self) }
    /// `int raw`
    #[inline(always)]
    pub fn raw(self) -> btfgen::Field<i32, R, P, { btfgen::name("raw") }> { btfgen::then(self) }
    /// `int safe`
    #[inline(always)]
    pub fn safe(self) -> btfgen::Field<i32, R, P, { btfgen::name("safe") }> { btfgen::then(self) }
    /// `int r`
    #[inline(always)]
    pub fn r(self) -> btfgen::Field<i32, R, P, { btfgen::name("r") }> { btfgen::then(self) }
    /// `int _`
    #[inline(always)]
    pub fn ___(self) -> btfgen::Field<i32, R, P, { btfgen::name("_") }> { btfgen::then(self) }
    /// `int __`
    #[inline(always)]
    pub fn __(self) -> btfgen::Field<i32, R, P, { btfgen::name("__") }> { btfgen::then(self) }
    /// `int self_`
    #[inline(always)]
    pub fn self_(self) -> btfgen::Field<i32, R, P, { btfgen::name("self_") }> { btfgen::then(self) }
}
/// `enum priv`
#[allow(dead_code, non_camel_case_types)]
pub type r#priv = u32;
/// `enum priv { virtual = 0 }`
#[allow(dead_code, non_upper_case_globals)]
pub const r#virtual: r#priv = 0;
/// `enum priv { yield = 1 }`
#[allow(dead_code, non_upper_case_globals)]
pub const r#yield: r#priv = 1;
/// `struct self`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct self_ {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { self_, "struct:self" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<self_, R, P> {
    /// `struct Self *Self`
    #[inline(always)]
    pub fn Self_(self) -> btfgen::Field<*mut Self_, R, P, { btfgen::name("Self") }> { btfgen::then(self) }
    /// `struct type in`
    #[inline(always)]
    pub fn r#in(self) -> btfgen::Field<r#type, R, P, { btfgen::name("in") }> { btfgen::then(self) }
}
/// `struct str`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct str_ {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { str_, "struct:str" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<str_, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct type`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct r#type {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { r#type, "struct:type" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<r#type, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// `struct usize`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct usize_ {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { usize_, "struct:usize" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<usize_, R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> { btfgen::then(self) }
}
/// Places, and the operations on them.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

// Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.
const TABLE: &str = "\
btfgen 1
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
int:i32 i int
";
const FAR: &[u64] = &[];
}
/// Enumerators by the values that they have on the running kernel.
#[allow(dead_code, missing_docs, non_upper_case_globals)]
#[rustfmt::skip]
pub mod relocated {
use super::btfgen;

btfgen::enumerators! { super::r#priv, 0xb3e7cbb14776de6f,
    r#virtual 0x3a8bdbd8e17b835c
    r#yield 0x2924163ad747d0ee
}
}
