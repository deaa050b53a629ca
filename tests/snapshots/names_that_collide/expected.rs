/// `union Self`
///
/// Its fields: [`fields::Self__`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct Self__ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { Self__, "union:Self", fields }
/// `typedef struct {…} Self_`
///
/// Its fields: [`fields::Self_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct Self_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { Self_, "typedef:Self_", fields }
/// `struct _`
///
/// Its fields: [`fields::___`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct ___ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { ___, "struct:_", fields }
/// `union __`
///
/// Its fields: [`fields::__`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct __ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { __, "union:__", fields }
/// `enum again`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type again = u32;
/// `enum again { crate = 9 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const crate__: again = 9;
/// `enum again { crate_ = 10 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const crate_: again = 10;
/// `struct all`
///
/// Its fields: [`fields::all`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct all {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { all, "struct:all", fields }
/// `struct allow`
///
/// Its fields: [`fields::allow`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct allow {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { allow, "struct:allow", fields }
/// `struct at`
///
/// Its fields: [`fields::at`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct at {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { at, "struct:at", fields }
/// `struct at_mut`
///
/// Its fields: [`fields::at_mut`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct at_mut {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { at_mut, "struct:at_mut", fields }
/// `struct cast`
///
/// Its fields: [`fields::cast`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct cast {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { cast, "struct:cast", fields }
/// `struct clippy`
///
/// Its fields: [`fields::clippy`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct clippy {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { clippy, "struct:clippy", fields }
/// `enum crate`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type crate__ = u32;
/// `enum crate { CRATE = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const CRATE: crate__ = 1;
/// `struct crate_`
///
/// Its fields: [`fields::crate_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct crate_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { crate_, "struct:crate_", fields }
/// `enum enumerators`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type enumerators = u32;
/// `enum enumerators { self = 3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const self__: enumerators = 3;
/// `enum enumerators { self_ = 4 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const self_: enumerators = 4;
/// `enum enumerators { pointer = 5 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const pointer__: enumerators = 5;
/// `enum enumerators { pointer_ = 6 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const pointer_: enumerators = 6;
/// `enum enumerators { _ = 7 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const ___: enumerators = 7;
/// `enum enumerators { __ = 8 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const __: enumerators = 8;
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
/// `struct new`
///
/// Its fields: [`fields::new`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct new {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { new, "struct:new", fields }
/// `struct rustfmt`
///
/// Its fields: [`fields::rustfmt`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct rustfmt {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { rustfmt, "struct:rustfmt", fields }
/// `struct self`
///
/// Its fields: [`fields::self__`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct self__ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { self__, "struct:self", fields }
/// `struct self_`
///
/// Its fields: [`fields::self_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct self_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { self_, "struct:self_", fields }
/// `typedef struct {…} super`
///
/// Its fields: [`fields::super__`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct super__ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { super__, "typedef:super", fields }
/// `enum super_`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type super_ = u32;
/// `enum super_ { SUPER = 2 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const SUPER: super_ = 2;
/// `struct twice`
///
/// Its fields: [`fields::twice`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct twice {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { twice, "struct:twice", fields }
/// `typedef struct {…} twice`
///
/// Its fields: [`fields::twice__`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct twice__ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { twice__, "typedef:twice", fields }
/// `struct twice_`
///
/// Its fields: [`fields::twice_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct twice_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { twice_, "struct:twice_", fields }
/// `typedef struct {…} twice_`
///
/// Its fields: [`fields::twice___`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct twice___ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { twice___, "typedef:twice_", fields }
/// `struct way`
///
/// Its fields: [`fields::way`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct way {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { way, "struct:way", fields }
/// `struct {…} to__it`
///
/// Its fields: [`fields::way__to__it`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct way__to__it {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { way__to__it, "anon:struct:way.to__it", fields }
/// `struct way__to`
///
/// Its fields: [`fields::way__to`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct way__to {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { way__to, "struct:way__to", fields }
/// `struct {…} it`
///
/// Its fields: [`fields::way__to__it_`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct way__to__it_ {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { way__to__it_, "anon:struct:way__to.it", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `union Self`.
#[repr(transparent)]
pub struct Self__<R: btfgen::Opaque, P>(btfgen::Members<super::Self__, R, P>);
super::layout::fields!(Self__);
impl<R: btfgen::Opaque, P> Self__<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} Self_`.
#[repr(transparent)]
pub struct Self_<R: btfgen::Opaque, P>(btfgen::Members<super::Self_, R, P>);
super::layout::fields!(Self_);
impl<R: btfgen::Opaque, P> Self_<R, P> {
    /// `int b`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<i32, R, P, { btfgen::name("b") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct _`.
#[repr(transparent)]
pub struct ___<R: btfgen::Opaque, P>(btfgen::Members<super::___, R, P>);
super::layout::fields!(___);
impl<R: btfgen::Opaque, P> ___<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union __`.
#[repr(transparent)]
pub struct __<R: btfgen::Opaque, P>(btfgen::Members<super::__, R, P>);
super::layout::fields!(__);
impl<R: btfgen::Opaque, P> __<R, P> {
    /// `int b`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<i32, R, P, { btfgen::name("b") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct all`.
#[repr(transparent)]
pub struct all<R: btfgen::Opaque, P>(btfgen::Members<super::all, R, P>);
super::layout::fields!(all);
impl<R: btfgen::Opaque, P> all<R, P> {
    /// `struct self a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<super::self__, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
    /// `struct self_ b`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<super::self_, R, P, { btfgen::name("b") }> {
        btfgen::then(&self.0)
    }
    /// `union Self c`
    #[inline(always)]
    pub fn c(&self) -> btfgen::Field<super::Self__, R, P, { btfgen::name("c") }> {
        btfgen::then(&self.0)
    }
    /// `Self_ d`
    #[inline(always)]
    pub fn d(&self) -> btfgen::Field<super::Self_, R, P, { btfgen::name("d") }> {
        btfgen::then(&self.0)
    }
    /// `enum crate e`
    #[inline(always)]
    pub fn e(&self) -> btfgen::Field<super::crate__, R, P, { btfgen::name("e") }> {
        btfgen::then(&self.0)
    }
    /// `struct crate_ f`
    #[inline(always)]
    pub fn f(&self) -> btfgen::Field<super::crate_, R, P, { btfgen::name("f") }> {
        btfgen::then(&self.0)
    }
    /// `super g`
    #[inline(always)]
    pub fn g(&self) -> btfgen::Field<super::super__, R, P, { btfgen::name("g") }> {
        btfgen::then(&self.0)
    }
    /// `enum super_ h`
    #[inline(always)]
    pub fn h(&self) -> btfgen::Field<super::super_, R, P, { btfgen::name("h") }> {
        btfgen::then(&self.0)
    }
    /// `struct _ i`
    #[inline(always)]
    pub fn i(&self) -> btfgen::Field<super::___, R, P, { btfgen::name("i") }> {
        btfgen::then(&self.0)
    }
    /// `union __ j`
    #[inline(always)]
    pub fn j(&self) -> btfgen::Field<super::__, R, P, { btfgen::name("j") }> {
        btfgen::then(&self.0)
    }
    /// `struct twice k`
    #[inline(always)]
    pub fn k(&self) -> btfgen::Field<super::twice, R, P, { btfgen::name("k") }> {
        btfgen::then(&self.0)
    }
    /// `twice l`
    #[inline(always)]
    pub fn l(&self) -> btfgen::Field<super::twice__, R, P, { btfgen::name("l") }> {
        btfgen::then(&self.0)
    }
    /// `struct twice_ m`
    #[inline(always)]
    pub fn m(&self) -> btfgen::Field<super::twice_, R, P, { btfgen::name("m") }> {
        btfgen::then(&self.0)
    }
    /// `twice_ n`
    #[inline(always)]
    pub fn n(&self) -> btfgen::Field<super::twice___, R, P, { btfgen::name("n") }> {
        btfgen::then(&self.0)
    }
    /// `struct way o`
    #[inline(always)]
    pub fn o(&self) -> btfgen::Field<super::way, R, P, { btfgen::name("o") }> {
        btfgen::then(&self.0)
    }
    /// `struct way__to p`
    #[inline(always)]
    pub fn p(&self) -> btfgen::Field<super::way__to, R, P, { btfgen::name("p") }> {
        btfgen::then(&self.0)
    }
    /// `enum enumerators q`
    #[inline(always)]
    pub fn q(&self) -> btfgen::Field<super::enumerators, R, P, { btfgen::name("q") }> {
        btfgen::then(&self.0)
    }
    /// `enum again r`
    #[inline(always)]
    pub fn r(&self) -> btfgen::Field<super::again, R, P, { btfgen::name("r") }> {
        btfgen::then(&self.0)
    }
    /// `struct rustfmt s`
    #[inline(always)]
    pub fn s(&self) -> btfgen::Field<super::rustfmt, R, P, { btfgen::name("s") }> {
        btfgen::then(&self.0)
    }
    /// `struct clippy t`
    #[inline(always)]
    pub fn t(&self) -> btfgen::Field<super::clippy, R, P, { btfgen::name("t") }> {
        btfgen::then(&self.0)
    }
    /// `struct allow u`
    #[inline(always)]
    pub fn u(&self) -> btfgen::Field<super::allow, R, P, { btfgen::name("u") }> {
        btfgen::then(&self.0)
    }
    /// `struct at v`
    #[inline(always)]
    pub fn v(&self) -> btfgen::Field<super::at, R, P, { btfgen::name("v") }> {
        btfgen::then(&self.0)
    }
    /// `struct at_mut w`
    #[inline(always)]
    pub fn w(&self) -> btfgen::Field<super::at_mut, R, P, { btfgen::name("w") }> {
        btfgen::then(&self.0)
    }
    /// `struct cast x`
    #[inline(always)]
    pub fn x(&self) -> btfgen::Field<super::cast, R, P, { btfgen::name("x") }> {
        btfgen::then(&self.0)
    }
    /// `struct new y`
    #[inline(always)]
    pub fn y(&self) -> btfgen::Field<super::new, R, P, { btfgen::name("y") }> {
        btfgen::then(&self.0)
    }
    /// `struct fields z`
    #[inline(always)]
    pub fn z(&self) -> btfgen::Field<super::fields_, R, P, { btfgen::name("z") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct allow`.
#[repr(transparent)]
pub struct allow<R: btfgen::Opaque, P>(btfgen::Members<super::allow, R, P>);
super::layout::fields!(allow);
impl<R: btfgen::Opaque, P> allow<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct at`.
#[repr(transparent)]
pub struct at<R: btfgen::Opaque, P>(btfgen::Members<super::at, R, P>);
super::layout::fields!(at);
impl<R: btfgen::Opaque, P> at<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct at_mut`.
#[repr(transparent)]
pub struct at_mut<R: btfgen::Opaque, P>(btfgen::Members<super::at_mut, R, P>);
super::layout::fields!(at_mut);
impl<R: btfgen::Opaque, P> at_mut<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct cast`.
#[repr(transparent)]
pub struct cast<R: btfgen::Opaque, P>(btfgen::Members<super::cast, R, P>);
super::layout::fields!(cast);
impl<R: btfgen::Opaque, P> cast<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct clippy`.
#[repr(transparent)]
pub struct clippy<R: btfgen::Opaque, P>(btfgen::Members<super::clippy, R, P>);
super::layout::fields!(clippy);
impl<R: btfgen::Opaque, P> clippy<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct crate_`.
#[repr(transparent)]
pub struct crate_<R: btfgen::Opaque, P>(btfgen::Members<super::crate_, R, P>);
super::layout::fields!(crate_);
impl<R: btfgen::Opaque, P> crate_<R, P> {
    /// `int b`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<i32, R, P, { btfgen::name("b") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct fields`.
#[repr(transparent)]
pub struct fields_<R: btfgen::Opaque, P>(btfgen::Members<super::fields_, R, P>);
super::layout::fields!(fields_);
impl<R: btfgen::Opaque, P> fields_<R, P> {
    /// `int self`
    #[inline(always)]
    pub fn self__(&self) -> btfgen::Field<i32, R, P, { btfgen::name("self") }> {
        btfgen::then(&self.0)
    }
    /// `int self_`
    #[inline(always)]
    pub fn self_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("self_") }> {
        btfgen::then(&self.0)
    }
    /// `int clone`
    #[inline(always)]
    pub fn clone__(&self) -> btfgen::Field<i32, R, P, { btfgen::name("clone") }> {
        btfgen::then(&self.0)
    }
    /// `int clone_`
    #[inline(always)]
    pub fn clone_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("clone_") }> {
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
}
/// The fields of `struct new`.
#[repr(transparent)]
pub struct new<R: btfgen::Opaque, P>(btfgen::Members<super::new, R, P>);
super::layout::fields!(new);
impl<R: btfgen::Opaque, P> new<R, P> {
    /// `int new`
    #[inline(always)]
    pub fn new(&self) -> btfgen::Field<i32, R, P, { btfgen::name("new") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct rustfmt`.
#[repr(transparent)]
pub struct rustfmt<R: btfgen::Opaque, P>(btfgen::Members<super::rustfmt, R, P>);
super::layout::fields!(rustfmt);
impl<R: btfgen::Opaque, P> rustfmt<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct self`.
#[repr(transparent)]
pub struct self__<R: btfgen::Opaque, P>(btfgen::Members<super::self__, R, P>);
super::layout::fields!(self__);
impl<R: btfgen::Opaque, P> self__<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct self_`.
#[repr(transparent)]
pub struct self_<R: btfgen::Opaque, P>(btfgen::Members<super::self_, R, P>);
super::layout::fields!(self_);
impl<R: btfgen::Opaque, P> self_<R, P> {
    /// `int b`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<i32, R, P, { btfgen::name("b") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} super`.
#[repr(transparent)]
pub struct super__<R: btfgen::Opaque, P>(btfgen::Members<super::super__, R, P>);
super::layout::fields!(super__);
impl<R: btfgen::Opaque, P> super__<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct twice`.
#[repr(transparent)]
pub struct twice<R: btfgen::Opaque, P>(btfgen::Members<super::twice, R, P>);
super::layout::fields!(twice);
impl<R: btfgen::Opaque, P> twice<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} twice`.
#[repr(transparent)]
pub struct twice__<R: btfgen::Opaque, P>(btfgen::Members<super::twice__, R, P>);
super::layout::fields!(twice__);
impl<R: btfgen::Opaque, P> twice__<R, P> {
    /// `int b`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<i32, R, P, { btfgen::name("b") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct twice_`.
#[repr(transparent)]
pub struct twice_<R: btfgen::Opaque, P>(btfgen::Members<super::twice_, R, P>);
super::layout::fields!(twice_);
impl<R: btfgen::Opaque, P> twice_<R, P> {
    /// `int c`
    #[inline(always)]
    pub fn c(&self) -> btfgen::Field<i32, R, P, { btfgen::name("c") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} twice_`.
#[repr(transparent)]
pub struct twice___<R: btfgen::Opaque, P>(btfgen::Members<super::twice___, R, P>);
super::layout::fields!(twice___);
impl<R: btfgen::Opaque, P> twice___<R, P> {
    /// `int d`
    #[inline(always)]
    pub fn d(&self) -> btfgen::Field<i32, R, P, { btfgen::name("d") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct way`.
#[repr(transparent)]
pub struct way<R: btfgen::Opaque, P>(btfgen::Members<super::way, R, P>);
super::layout::fields!(way);
impl<R: btfgen::Opaque, P> way<R, P> {
    /// `struct {…} to__it`
    #[inline(always)]
    pub fn to__it(&self) -> btfgen::Field<super::way__to__it, R, P, { btfgen::name("to__it") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} to__it`.
#[repr(transparent)]
pub struct way__to__it<R: btfgen::Opaque, P>(btfgen::Members<super::way__to__it, R, P>);
super::layout::fields!(way__to__it);
impl<R: btfgen::Opaque, P> way__to__it<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct way__to`.
#[repr(transparent)]
pub struct way__to<R: btfgen::Opaque, P>(btfgen::Members<super::way__to, R, P>);
super::layout::fields!(way__to);
impl<R: btfgen::Opaque, P> way__to<R, P> {
    /// `struct {…} it`
    #[inline(always)]
    pub fn it(&self) -> btfgen::Field<super::way__to__it_, R, P, { btfgen::name("it") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} it`.
#[repr(transparent)]
pub struct way__to__it_<R: btfgen::Opaque, P>(btfgen::Members<super::way__to__it_, R, P>);
super::layout::fields!(way__to__it_);
impl<R: btfgen::Opaque, P> way__to__it_<R, P> {
    /// `int b`
    #[inline(always)]
    pub fn b(&self) -> btfgen::Field<i32, R, P, { btfgen::name("b") }> {
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
btfgen 3 fef52dcfe5c09004
union:Self 4
 a 0 i32
typedef:Self_ 4 struct
 b 0 i32
struct:_ 4
 a 0 i32
union:__ 4
 b 0 i32
struct:all 124
 a 0 struct:self
 b 4 struct:self_
 c 8 union:Self
 d 12 typedef:Self_
 e 16 enum:crate:u32
 f 20 struct:crate_
 g 24 typedef:super
 h 28 enum:super_:u32
 i 32 struct:_
 j 36 union:__
 k 40 struct:twice
 l 44 typedef:twice
 m 48 struct:twice_
 n 52 typedef:twice_
 o 56 struct:way
 p 60 struct:way__to
 q 64 enum:enumerators:u32
 r 68 enum:again:u32
 s 72 struct:rustfmt
 t 76 struct:clippy
 u 80 struct:allow
 v 84 struct:at
 w 88 struct:at_mut
 x 92 struct:cast
 y 96 struct:new
 z 100 struct:fields
struct:allow 4
 a 0 i32
struct:at 4
 a 0 i32
struct:at_mut 4
 a 0 i32
struct:cast 4
 a 0 i32
struct:clippy 4
 a 0 i32
struct:crate_ 4
 b 0 i32
struct:fields 24
 self 0 i32
 self_ 4 i32
 clone 8 i32
 clone_ 12 i32
 _ 16 i32
 __ 20 i32
struct:new 4
 new 0 i32
struct:rustfmt 4
 a 0 i32
struct:self 4
 a 0 i32
struct:self_ 4
 b 0 i32
typedef:super 4 struct
 a 0 i32
struct:twice 4
 a 0 i32
typedef:twice 4 struct
 b 0 i32
struct:twice_ 4
 c 0 i32
typedef:twice_ 4 struct
 d 0 i32
struct:way 4
 to__it 0 anon:struct:way.to__it
anon:struct:way.to__it 4 struct
 a 0 i32
struct:way__to 4
 it 0 anon:struct:way__to.it
anon:struct:way__to.it 4 struct
 b 0 i32
enum:again enum u32
 crate 9
 crate_ 10
enum:crate enum u32
 CRATE 1
enum:enumerators enum u32
 self 3
 self_ 4
 pointer 5
 pointer_ 6
 _ 7
 __ 8
enum:super_ enum u32
 SUPER 2
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
    super::again, 0xe4e5fe3b10b40af6,
    crate__ 0x9148ea9ec3e2dc60
    crate_ 0xc1c2eac6da7c3f0d
}
super::layout::enumerators! {
    super::crate__, 0x8708c854ac60c69d,
    CRATE 0x10de90f8972b4a00
}
super::layout::enumerators! {
    super::enumerators, 0x162a41686298f041,
    self__ 0x2d19e518d40792b7
    self_ 0xaa93313048dea038
    pointer__ 0x5b52bb07b5d9498a
    pointer_ 0x06dda31a003874ef
    ___ 0xaf64124c8602484e
    __ 0x09532907b5e074e3
}
super::layout::enumerators! {
    super::super_, 0xbb878a38e9278e8e,
    SUPER 0x506caf0de1dde3d4
}
super::layout::type_names! {
    again 0xe4e5fe3b10b40af6
    crate__ 0x8708c854ac60c69d
    enumerators 0x162a41686298f041
    super_ 0xbb878a38e9278e8e
}
}
