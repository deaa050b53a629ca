/// `typedef struct {…} atomic_t`
///
/// Its fields: [`fields::atomic_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct atomic_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { atomic_t, "typedef:atomic_t", fields }
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
/// `struct declared`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct declared {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { declared }
/// `struct kernel`
///
/// Its fields: [`fields::kernel`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kernel {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kernel, "struct:kernel", fields }
/// `struct {…} named`
///
/// Its fields: [`fields::kernel__named`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kernel__named {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kernel__named, "anon:struct:kernel.named", fields }
/// `struct {…} deeper`
///
/// Its fields: [`fields::kernel__named__deeper`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kernel__named__deeper {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kernel__named__deeper, "anon:struct:kernel.named.deeper", fields }
/// `struct {…} several`
///
/// Its fields: [`fields::kernel__several`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kernel__several {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kernel__several, "anon:struct:kernel.several", fields }
/// `typedef struct {…} kuid_t`
///
/// Its fields: [`fields::kuid_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct kuid_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { kuid_t, "typedef:kuid_t", fields }
/// `struct list`
///
/// Its fields: [`fields::list`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct list {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { list, "struct:list", fields }
/// `struct raw`
///
/// Its fields: [`fields::raw`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct raw {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { raw, "struct:raw", fields }
/// `struct spinlock`
///
/// Its fields: [`fields::spinlock`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct spinlock {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { spinlock, "struct:spinlock", fields }
/// `typedef struct spinlock spinlock_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type spinlock_t = spinlock;
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
/// `enum wide`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type wide = u64;
/// `enum wide { LARGE = 1099511627776 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const LARGE: wide = 1099511627776;
/// `union word`
///
/// Its fields: [`fields::word`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct word {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { word, "union:word", fields }
/// `enum { FIRST = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const FIRST: u32 = 0;
/// `enum { SECOND = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const SECOND: u32 = 1;
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `typedef struct {…} atomic_t`.
#[repr(transparent)]
pub struct atomic_t<R: btfgen::Opaque, P>(btfgen::Members<super::atomic_t, R, P>);
super::layout::fields!(atomic_t);
impl<R: btfgen::Opaque, P> atomic_t<R, P> {
    /// `int counter`
    #[inline(always)]
    pub fn counter(&self) -> btfgen::Field<i32, R, P, { btfgen::name("counter") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct kernel`.
#[repr(transparent)]
pub struct kernel<R: btfgen::Opaque, P>(btfgen::Members<super::kernel, R, P>);
super::layout::fields!(kernel);
impl<R: btfgen::Opaque, P> kernel<R, P> {
    /// `enum color color`
    #[inline(always)]
    pub fn color(&self) -> btfgen::Field<super::color, R, P, { btfgen::name("color") }> {
        btfgen::then(&self.0)
    }
    /// `enum wide wide`
    #[inline(always)]
    pub fn wide(&self) -> btfgen::Field<super::wide, R, P, { btfgen::name("wide") }> {
        btfgen::then(&self.0)
    }
    /// `enum {…} nameless`
    #[inline(always)]
    pub fn nameless(&self) -> btfgen::Field<u32, R, P, { btfgen::name("nameless") }> {
        btfgen::then(&self.0)
    }
    /// `enum color colors[2]`
    #[inline(always)]
    pub fn colors(&self) -> btfgen::Field<btfgen::Array<super::color, 2>, R, P, { btfgen::name("colors") }> {
        btfgen::then(&self.0)
    }
    /// `_Bool flag`
    #[inline(always)]
    pub fn flag(&self) -> btfgen::Field<bool, R, P, { btfgen::name("flag") }> {
        btfgen::then(&self.0)
    }
    /// `float ratio`
    #[inline(always)]
    pub fn ratio(&self) -> btfgen::Field<f32, R, P, { btfgen::name("ratio") }> {
        btfgen::then(&self.0)
    }
    /// `long double large`
    #[inline(always)]
    pub fn large(&self) -> btfgen::Field<f64, R, P, { btfgen::name("large") }> {
        btfgen::then(&self.0)
    }
    /// `void (*call)(struct kernel *)`
    #[inline(always)]
    pub fn call(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("call") }> {
        btfgen::then(&self.0)
    }
    /// `struct declared *declared`
    #[inline(always)]
    pub fn declared(&self) -> btfgen::Field<*mut super::declared, R, P, { btfgen::name("declared") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t usage`
    #[inline(always)]
    pub fn usage(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("usage") }> {
        btfgen::then(&self.0)
    }
    /// `kuid_t uid`
    #[inline(always)]
    pub fn uid(&self) -> btfgen::Field<super::kuid_t, R, P, { btfgen::name("uid") }> {
        btfgen::then(&self.0)
    }
    /// `spinlock_t lock`
    #[inline(always)]
    pub fn lock(&self) -> btfgen::Field<super::spinlock_t, R, P, { btfgen::name("lock") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} named`
    #[inline(always)]
    pub fn named(&self) -> btfgen::Field<super::kernel__named, R, P, { btfgen::name("named") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} several[2]`
    #[inline(always)]
    pub fn several(&self) -> btfgen::Field<btfgen::Array<super::kernel__several, 2>, R, P, { btfgen::name("several") }> {
        btfgen::then(&self.0)
    }
    /// `u64 anonymous`
    #[inline(always)]
    pub fn anonymous(&self) -> btfgen::Field<u64, R, P, { btfgen::name("anonymous") }> {
        btfgen::then(&self.0)
    }
    /// `u32 low`
    #[inline(always)]
    pub fn low(&self) -> btfgen::Field<u32, R, P, { btfgen::name("low") }> {
        btfgen::then(&self.0)
    }
    /// `u32 high`
    #[inline(always)]
    pub fn high(&self) -> btfgen::Field<u32, R, P, { btfgen::name("high") }> {
        btfgen::then(&self.0)
    }
    /// `union word word`
    #[inline(always)]
    pub fn word(&self) -> btfgen::Field<super::word, R, P, { btfgen::name("word") }> {
        btfgen::then(&self.0)
    }
    /// `struct type type`
    #[inline(always)]
    pub fn r#type(&self) -> btfgen::Field<super::r#type, R, P, { btfgen::name("type") }> {
        btfgen::then(&self.0)
    }
    /// `int self`
    #[inline(always)]
    pub fn self_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("self") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int bits:3`
    #[inline(always)]
    pub fn bits(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("bits") }> {
        btfgen::then(&self.0)
    }
    /// `int sign:5`
    #[inline(always)]
    pub fn sign(&self) -> btfgen::Field<btfgen::Bits<i32>, R, P, { btfgen::name("sign") }> {
        btfgen::then(&self.0)
    }
    /// `char name[16]`
    #[inline(always)]
    pub fn name(&self) -> btfgen::Field<btfgen::Array<u8, 16>, R, P, { btfgen::name("name") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char matrix[2][3]`
    #[inline(always)]
    pub fn matrix(&self) -> btfgen::Field<btfgen::Array<btfgen::Array<u8, 3>, 2>, R, P, { btfgen::name("matrix") }> {
        btfgen::then(&self.0)
    }
    /// `struct type types[2]`
    #[inline(always)]
    pub fn types(&self) -> btfgen::Field<btfgen::Array<super::r#type, 2>, R, P, { btfgen::name("types") }> {
        btfgen::then(&self.0)
    }
    /// `u64 tail[]`
    #[inline(always)]
    pub fn tail(&self) -> btfgen::Field<btfgen::Array<u64, 0>, R, P, { btfgen::name("tail") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} named`.
#[repr(transparent)]
pub struct kernel__named<R: btfgen::Opaque, P>(btfgen::Members<super::kernel__named, R, P>);
super::layout::fields!(kernel__named);
impl<R: btfgen::Opaque, P> kernel__named<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} deeper`
    #[inline(always)]
    pub fn deeper(&self) -> btfgen::Field<super::kernel__named__deeper, R, P, { btfgen::name("deeper") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} deeper`.
#[repr(transparent)]
pub struct kernel__named__deeper<R: btfgen::Opaque, P>(btfgen::Members<super::kernel__named__deeper, R, P>);
super::layout::fields!(kernel__named__deeper);
impl<R: btfgen::Opaque, P> kernel__named__deeper<R, P> {
    /// `int b`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<i32, R, P, { btfgen::name("b") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t c`
    #[inline(always)]
    pub fn c(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("c") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} several`.
#[repr(transparent)]
pub struct kernel__several<R: btfgen::Opaque, P>(btfgen::Members<super::kernel__several, R, P>);
super::layout::fields!(kernel__several);
impl<R: btfgen::Opaque, P> kernel__several<R, P> {
    /// `int d`
    #[inline(always)]
    pub fn d(&self) -> btfgen::Field<i32, R, P, { btfgen::name("d") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} kuid_t`.
#[repr(transparent)]
pub struct kuid_t<R: btfgen::Opaque, P>(btfgen::Members<super::kuid_t, R, P>);
super::layout::fields!(kuid_t);
impl<R: btfgen::Opaque, P> kuid_t<R, P> {
    /// `u32 val`
    #[inline(always)]
    pub fn val(&self) -> btfgen::Field<u32, R, P, { btfgen::name("val") }> {
        btfgen::then(&self.0)
    }
    /// `struct list inner`
    #[inline(always)]
    pub fn inner(&self) -> btfgen::Field<super::list, R, P, { btfgen::name("inner") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct list`.
#[repr(transparent)]
pub struct list<R: btfgen::Opaque, P>(btfgen::Members<super::list, R, P>);
super::layout::fields!(list);
impl<R: btfgen::Opaque, P> list<R, P> {
    /// `struct list *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::list, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct raw`.
#[repr(transparent)]
pub struct raw<R: btfgen::Opaque, P>(btfgen::Members<super::raw, R, P>);
super::layout::fields!(raw);
impl<R: btfgen::Opaque, P> raw<R, P> {
    /// `atomic_t locked`
    #[inline(always)]
    pub fn locked(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("locked") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct spinlock`.
#[repr(transparent)]
pub struct spinlock<R: btfgen::Opaque, P>(btfgen::Members<super::spinlock, R, P>);
super::layout::fields!(spinlock);
impl<R: btfgen::Opaque, P> spinlock<R, P> {
    /// `struct raw rlock`
    #[inline(always)]
    pub fn rlock(&self) -> btfgen::Field<super::raw, R, P, { btfgen::name("rlock") }> {
        btfgen::then(&self.0)
    }
    /// `u64 whole`
    #[inline(always)]
    pub fn whole(&self) -> btfgen::Field<u64, R, P, { btfgen::name("whole") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct type`.
#[repr(transparent)]
pub struct r#type<R: btfgen::Opaque, P>(btfgen::Members<super::r#type, R, P>);
super::layout::fields!(r#type);
impl<R: btfgen::Opaque, P> r#type<R, P> {
    /// `int match`
    #[inline(always)]
    pub fn r#match(&self) -> btfgen::Field<i32, R, P, { btfgen::name("match") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union word`.
#[repr(transparent)]
pub struct word<R: btfgen::Opaque, P>(btfgen::Members<super::word, R, P>);
super::layout::fields!(word);
impl<R: btfgen::Opaque, P> word<R, P> {
    /// `u32 whole`
    #[inline(always)]
    pub fn whole(&self) -> btfgen::Field<u32, R, P, { btfgen::name("whole") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char bytes[4]`
    #[inline(always)]
    pub fn bytes(&self) -> btfgen::Field<btfgen::Array<u8, 4>, R, P, { btfgen::name("bytes") }> {
        btfgen::then(&self.0)
    }
}
}
/// Places, and the operations on them.
///
/// These use rustc's own `btf_relocations`. They return neither the sign of a field nor whether it is a bitfield. So the
/// operations take such a field for what these bindings declare. A `load` refuses every field of another size. Elements
/// of arrays, values of bitfields, types and enumerators are not covered, and don't compile.
#[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]
#[allow(clippy::pedantic, clippy::nursery)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod btfgen {
// (here stand places.rs and core.rs of templates/intrinsics)

/// What rustc's relocations are about: types with the names of C and fields of the same kinds. No layout depends on them.
#[cfg(target_arch = "bpf")]
#[allow(non_camel_case_types, non_snake_case)]
mod carriers {
pub mod structs {
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct kernel {
    pub color: super::enums::color,
    pub wide: super::enums::wide,
    pub nameless: super::enums::anonymous_u32,
    pub colors: [super::enums::color; 2],
    pub flag: ::core::primitive::bool,
    pub ratio: ::core::primitive::f32,
    pub large: ::core::primitive::f64,
    pub call: *const ::core::ffi::c_void,
    pub declared: *const ::core::ffi::c_void,
    pub usage: super::anonymous::anonymous_30523ff309155548,
    pub uid: super::anonymous::anonymous_52efebe5c1a3542c,
    pub lock: super::structs::spinlock,
    pub named: super::anonymous::anonymous_3bf2c66902cbbd6e,
    pub several: [super::anonymous::anonymous_61c7cedcd42b8407; 2],
    pub anonymous: ::core::primitive::u64,
    pub low: ::core::primitive::u32,
    pub high: ::core::primitive::u32,
    pub word: super::unions::word,
    pub r#type: super::structs::r#type,
    pub bits: ::core::primitive::u32,
    pub sign: ::core::primitive::i32,
    pub name: [::core::primitive::u8; 16],
    pub matrix: [[::core::primitive::u8; 3]; 2],
    pub types: [super::structs::r#type; 2],
    pub tail: [::core::primitive::u64; 0],
}
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct list {
    pub next: *const ::core::ffi::c_void,
}
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct raw {
    pub locked: super::anonymous::anonymous_30523ff309155548,
}
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct spinlock {
    pub rlock: super::structs::raw,
    pub whole: ::core::primitive::u64,
}
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct r#type {
    pub r#match: ::core::primitive::i32,
}
}
pub mod unions {
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub union word {
    pub whole: ::core::primitive::u32,
    pub bytes: [::core::primitive::u8; 4],
}
}
pub mod anonymous {
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct anonymous_30523ff309155548 {
    pub counter: ::core::primitive::i32,
}
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct anonymous_52efebe5c1a3542c {
    pub val: ::core::primitive::u32,
    pub inner: super::structs::list,
}
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct anonymous_3bf2c66902cbbd6e {
    pub a: ::core::primitive::i32,
    pub deeper: super::anonymous::anonymous_eedc66e4bb721c19,
}
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct anonymous_eedc66e4bb721c19 {
    pub b: ::core::primitive::i32,
    pub c: super::anonymous::anonymous_30523ff309155548,
}
#[btf_relocatable]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct anonymous_61c7cedcd42b8407 {
    pub d: ::core::primitive::i32,
}
}
pub mod enums {
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum anonymous_u32 {
    _0,
}
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum color {
    _0,
}
#[repr(u64)]
#[derive(Clone, Copy)]
pub enum wide {
    _0,
}
}
}
uncovered! {
    super::atomic_t, "rustc's btf_relocations do not cover `atomic_t`, because no struct or union of C has this name: begin at one that holds it, or use `btfgen --intrinsics asm`";
    0x77976c7416517c63  ;
}
members! {
    super::kernel, structs kernel;
    0x77f5c18e246c6638 color  ;
    0xa633f1f655715cca wide  ;
    0x6b5808729ba28a3f nameless  ;
    0x42fe2f87e431d171 colors  ;
    0xd5f2d079088c0b17 flag  ;
    0xfbc924118177ade4 ratio  ;
    0xb0408fec4209f8d4 large  ;
    0xb5167a90e83ba4a9 call  ;
    0xb37da0c6d74974b3 declared  ;
    0x1e1702714db75ac8 usage  ;
    0x4c9cb5193e0b272d uid  ;
    0xce14f5ad70f6ece2 lock -> super::spinlock ;
    0xafb715fff2686106 named  ;
    0x20311bc8cf7920ef several  ;
    0x1393e42b854e188e anonymous  ;
    0x125083191daf6f61 low  ;
    0x7360eecc9b38343d high  ;
    0x7058fcf636683f3d word -> super::word ;
    0xa79439ef7bfa9c2d r#type -> super::r#type ;
    0xded7279bd0c73d19 bits  ;
    0x4e0f7f18e637a364 sign  ;
    0xc4bcadba8e631b86 name  ;
    0x6931f45bd1aabcac matrix  ;
    0xbb7acfefaad7b3ba types  ;
    0xd94c56ef0798d723 tail  ;
}
uncovered! {
    super::kernel, "rustc's btf_relocations do not cover this field, because Rust can't write its name or type, or it is of another definition of the type: use `btfgen --intrinsics asm`";
    0x2d19e518d40792b7  ;
}
members! {
    Within<super::kernel, 0x1e1702714db75ac8>, structs kernel;
    0x77976c7416517c63 usage.counter  ;
}
members! {
    Within<super::kernel, 0x4c9cb5193e0b272d>, structs kernel;
    0x690422194ed16e3c uid.val  ;
    0x2d4c068f5f889287 uid.inner -> super::list ;
}
members! {
    Within<super::kernel, 0xafb715fff2686106>, structs kernel;
    0xaf63dc4c8601ec8c named.a  ;
    0xca19a5247ce9e9a4 named.deeper  ;
}
members! {
    Within<Within<super::kernel, 0xafb715fff2686106>, 0xca19a5247ce9e9a4>, structs kernel;
    0xaf63df4c8601f1a5 named.deeper.b  ;
    0xaf63de4c8601eff2 named.deeper.c  ;
}
members! {
    Within<Within<Within<super::kernel, 0xafb715fff2686106>, 0xca19a5247ce9e9a4>, 0xaf63de4c8601eff2>, structs kernel;
    0x77976c7416517c63 named.deeper.c.counter  ;
}
uncovered! {
    super::kernel__named, "rustc's btf_relocations do not cover `kernel__named`, because no struct or union of C has this name: begin at one that holds it, or use `btfgen --intrinsics asm`";
    0xaf63dc4c8601ec8c  ;
    0xca19a5247ce9e9a4  ;
}
uncovered! {
    Within<super::kernel__named, 0xca19a5247ce9e9a4>, "rustc's btf_relocations do not cover `kernel__named`, because no struct or union of C has this name: begin at one that holds it, or use `btfgen --intrinsics asm`";
    0xaf63df4c8601f1a5  ;
    0xaf63de4c8601eff2  ;
}
uncovered! {
    Within<Within<super::kernel__named, 0xca19a5247ce9e9a4>, 0xaf63de4c8601eff2>, "rustc's btf_relocations do not cover `kernel__named`, because no struct or union of C has this name: begin at one that holds it, or use `btfgen --intrinsics asm`";
    0x77976c7416517c63  ;
}
uncovered! {
    super::kernel__named__deeper, "rustc's btf_relocations do not cover `kernel__named__deeper`, because no struct or union of C has this name: begin at one that holds it, or use `btfgen --intrinsics asm`";
    0xaf63df4c8601f1a5  ;
    0xaf63de4c8601eff2  ;
}
uncovered! {
    Within<super::kernel__named__deeper, 0xaf63de4c8601eff2>, "rustc's btf_relocations do not cover `kernel__named__deeper`, because no struct or union of C has this name: begin at one that holds it, or use `btfgen --intrinsics asm`";
    0x77976c7416517c63  ;
}
uncovered! {
    super::kernel__several, "rustc's btf_relocations do not cover `kernel__several`, because no struct or union of C has this name: begin at one that holds it, or use `btfgen --intrinsics asm`";
    0xaf63d94c8601e773  ;
}
uncovered! {
    super::kuid_t, "rustc's btf_relocations do not cover `kuid_t`, because no struct or union of C has this name: begin at one that holds it, or use `btfgen --intrinsics asm`";
    0x690422194ed16e3c  ;
    0x2d4c068f5f889287 -> super::list ;
}
members! {
    super::list, structs list;
    0xe5316cbaa025f028 next  ;
}
members! {
    super::raw, structs raw;
    0xaa616bdfe454ecb3 locked  ;
}
members! {
    Within<super::raw, 0xaa616bdfe454ecb3>, structs raw;
    0x77976c7416517c63 locked.counter  ;
}
members! {
    super::spinlock, structs spinlock;
    0x8d45eb3b71232052 rlock -> super::raw ;
    0xe098f1886282e554 whole  ;
}
members! {
    super::r#type, structs r#type;
    0xc3bfe3a4fe4c13f6 r#match  ;
}
members! {
    super::word, unions word;
    0xe098f1886282e554 whole  ;
    0x2f2ec0474f1c4fe4 bytes  ;
}
}
#[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]
#[allow(clippy::pedantic, clippy::nursery)]
#[cfg_attr(any(), rustfmt::skip)]
mod layout {
use super::btfgen;
// (here stands layout.rs of templates/intrinsics)

const FORMAT: u32 = 3;
/// The kernel's layout. Each line is a member: its name, its offset in bytes (for a bitfield also in bits), its type.
const TABLE: &str = "\
btfgen 3 b76a3f983b681963
typedef:atomic_t 4 struct
 counter 0 i32
struct:kernel 176
 color 0 enum:color:u32
 wide 8 enum64:wide:u64
 nameless 16 enum::u32
 colors 20 [2]enum:color:u32
 flag 28 bool
 ratio 32 f32
 large 40 f64
 call 48 p64>(p64>struct:kernel)void
 declared 56 p64>struct:declared
 usage 64 typedef:atomic_t
 uid 72 typedef:kuid_t
 lock 88 struct:spinlock
 named 96 anon:struct:kernel.named
 several 108 [2]anon:struct:kernel.several
 union {
 anonymous 120 u64ll
 struct {
 low 120 u32x
 high 124 u32x
 }
 }
 word 128 union:word
 type 132 struct:type
 self 136 i32
 bits 140.0:3 u32x
 sign 140.3:5 i32
 name 141 [16]u8c
 matrix 157 [2][3]u8
 types 164 [2]struct:type
 tail 176 [0]u64ll
anon:struct:kernel.named 12 struct
 a 0 i32
 deeper 4 anon:struct:kernel.named.deeper
anon:struct:kernel.named.deeper 8 struct
 b 0 i32
 c 4 typedef:atomic_t
anon:struct:kernel.several 4 struct
 d 0 i32
typedef:kuid_t 16 struct
 val 0 u32x
 inner 8 struct:list
struct:list 8
 next 0 p64>struct:list
struct:raw 4
 locked 0 typedef:atomic_t
struct:spinlock 8
 union {
 rlock 0 struct:raw
 whole 0 u64ll
 }
struct:type 4
 match 0 i32
union:word 4
 whole 0 u32x
 bytes 0 [4]u8
enum:color enum u32
 RED 0
 GREEN 1
enum:wide enum64 u64
 LARGE 1099511627776
typedef:spinlock_t struct:spinlock
int:bool u _Bool
int:i32 i int
int:u64ll u unsigned long long
int:u8 u unsigned char
int:u8c i char
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
}
super::layout::enumerators! {
    super::wide, 0xe2019f87c49a3ca9,
    LARGE 0xdd647002f793a2f4
}
super::layout::type_names! {
    color 0x755cfaf43c3c68d1
    spinlock_t 0x903aa65c7b9efce6
    wide 0xe2019f87c49a3ca9
}
}
