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
/// `typedef atomic_t counter_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type counter_t = atomic_t;
/// `typedef counter_t counters_t[2]`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type counters_t = btfgen::Array<counter_t, 2>;
/// `struct cred`
///
/// Its fields: [`fields::cred`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct cred {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { cred, "struct:cred", fields }
/// `typedef const struct {…} fixed_t`
///
/// Its fields: [`fields::fixed_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct fixed_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { fixed_t, "typedef:fixed_t", fields }
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
/// `typedef union {…} lock_t`
///
/// Its fields: [`fields::lock_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct lock_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { lock_t, "typedef:lock_t", fields }
/// `typedef unsigned int uid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type uid_t = u32;
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
/// The fields of `struct cred`.
#[repr(transparent)]
pub struct cred<R: btfgen::Opaque, P>(btfgen::Members<super::cred, R, P>);
super::layout::fields!(cred);
impl<R: btfgen::Opaque, P> cred<R, P> {
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
    /// `lock_t lock`
    #[inline(always)]
    pub fn lock(&self) -> btfgen::Field<super::lock_t, R, P, { btfgen::name("lock") }> {
        btfgen::then(&self.0)
    }
    /// `counter_t other`
    #[inline(always)]
    pub fn other(&self) -> btfgen::Field<super::counter_t, R, P, { btfgen::name("other") }> {
        btfgen::then(&self.0)
    }
    /// `counters_t more`
    #[inline(always)]
    pub fn more(&self) -> btfgen::Field<super::counters_t, R, P, { btfgen::name("more") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t array[3]`
    #[inline(always)]
    pub fn array(&self) -> btfgen::Field<btfgen::Array<super::atomic_t, 3>, R, P, { btfgen::name("array") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t *pointer`
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut super::atomic_t, R, P, { btfgen::name("pointer") }> {
        btfgen::then(&self.0)
    }
    /// `fixed_t fixed`
    #[inline(always)]
    pub fn fixed(&self) -> btfgen::Field<super::fixed_t, R, P, { btfgen::name("fixed") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef const struct {…} fixed_t`.
#[repr(transparent)]
pub struct fixed_t<R: btfgen::Opaque, P>(btfgen::Members<super::fixed_t, R, P>);
super::layout::fields!(fixed_t);
impl<R: btfgen::Opaque, P> fixed_t<R, P> {
    /// `int fixed`
    #[inline(always)]
    pub fn fixed(&self) -> btfgen::Field<i32, R, P, { btfgen::name("fixed") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} kuid_t`.
#[repr(transparent)]
pub struct kuid_t<R: btfgen::Opaque, P>(btfgen::Members<super::kuid_t, R, P>);
super::layout::fields!(kuid_t);
impl<R: btfgen::Opaque, P> kuid_t<R, P> {
    /// `uid_t val`
    #[inline(always)]
    pub fn val(&self) -> btfgen::Field<super::uid_t, R, P, { btfgen::name("val") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef union {…} lock_t`.
#[repr(transparent)]
pub struct lock_t<R: btfgen::Opaque, P>(btfgen::Members<super::lock_t, R, P>);
super::layout::fields!(lock_t);
impl<R: btfgen::Opaque, P> lock_t<R, P> {
    /// `unsigned long word`
    #[inline(always)]
    pub fn word(&self) -> btfgen::Field<u64, R, P, { btfgen::name("word") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned short low`
    #[inline(always)]
    pub fn low(&self) -> btfgen::Field<u16, R, P, { btfgen::name("low") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned short high`
    #[inline(always)]
    pub fn high(&self) -> btfgen::Field<u16, R, P, { btfgen::name("high") }> {
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
btfgen 3 184ac5a26a044d58
typedef:atomic_t 4 struct
 counter 0 i32
struct:cred 56
 usage 0 typedef:atomic_t
 uid 4 typedef:kuid_t
 lock 8 typedef:lock_t
 other 16 typedef:atomic_t
 more 20 [2]typedef:atomic_t
 array 28 [3]typedef:atomic_t
 pointer 40 p64>struct
 fixed 48 typedef:fixed_t
typedef:fixed_t 4 struct
 fixed 0 i32
typedef:kuid_t 4 struct
 val 0 u32
typedef:lock_t 8 union
 word 0 u64l
 struct {
 low 0 u16
 high 2 u16
 }
typedef:counter_t struct
typedef:counters_t [2]struct
typedef:uid_t u32
int:i32 i int
int:u16 u unsigned short
int:u32 u unsigned int
int:u64l u unsigned long
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
super::layout::type_names! {
    counter_t 0x61a4acaf574b2e41
    counters_t 0x444534f0cc0f4fc8
    uid_t 0xc731fc4a69649f93
}
}
