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
/// `struct far`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct far {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { far }
/// `struct inner`
///
/// Its fields: [`fields::inner`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inner {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { inner, "struct:inner", fields }
/// `struct task_struct`
///
/// Its fields: [`fields::task_struct`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct task_struct {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { task_struct, "struct:task_struct", fields }
/// `struct {…} named`
///
/// Its fields: [`fields::task_struct__named`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct task_struct__named {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { task_struct__named, "anon:struct:task_struct.named", fields }
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
/// The fields of `struct inner`.
#[repr(transparent)]
pub struct inner<R: btfgen::Opaque, P>(btfgen::Members<super::inner, R, P>);
super::layout::fields!(inner);
impl<R: btfgen::Opaque, P> inner<R, P> {
    /// `int used`
    #[inline(always)]
    pub fn used(&self) -> btfgen::Field<i32, R, P, { btfgen::name("used") }> {
        btfgen::then(&self.0)
    }
    /// `int unused`
    #[inline(always)]
    pub fn unused(&self) -> btfgen::Field<i32, R, P, { btfgen::name("unused") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct task_struct`.
#[repr(transparent)]
pub struct task_struct<R: btfgen::Opaque, P>(btfgen::Members<super::task_struct, R, P>);
super::layout::fields!(task_struct);
impl<R: btfgen::Opaque, P> task_struct<R, P> {
    /// `int pid`
    #[inline(always)]
    pub fn pid(&self) -> btfgen::Field<i32, R, P, { btfgen::name("pid") }> {
        btfgen::then(&self.0)
    }
    /// `struct inner inner`
    #[inline(always)]
    pub fn inner(&self) -> btfgen::Field<super::inner, R, P, { btfgen::name("inner") }> {
        btfgen::then(&self.0)
    }
    /// `struct far *far`
    #[inline(always)]
    pub fn far(&self) -> btfgen::Field<*mut super::far, R, P, { btfgen::name("far") }> {
        btfgen::then(&self.0)
    }
    /// `int in_union`
    #[inline(always)]
    pub fn in_union(&self) -> btfgen::Field<i32, R, P, { btfgen::name("in_union") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} named`
    #[inline(always)]
    pub fn named(&self) -> btfgen::Field<super::task_struct__named, R, P, { btfgen::name("named") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} named`.
#[repr(transparent)]
pub struct task_struct__named<R: btfgen::Opaque, P>(btfgen::Members<super::task_struct__named, R, P>);
super::layout::fields!(task_struct__named);
impl<R: btfgen::Opaque, P> task_struct__named<R, P> {
    /// `int deep`
    #[inline(always)]
    pub fn deep(&self) -> btfgen::Field<i32, R, P, { btfgen::name("deep") }> {
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
btfgen 3 fc586972d476c866
typedef:atomic_t 8 struct
 counter 0 i32
struct:inner 8
 used 0 i32
 unused 4 i32
struct:task_struct 48
 pid 0 i32
 inner 8 struct:inner
 far 16 p64>struct:far
 union {
 in_union 40 i32
 }
 named 44 anon:struct:task_struct.named
anon:struct:task_struct.named 4 struct
 deep 0 i32
int:i32 i int
";
const FAR: &[u64] = &[];
}
