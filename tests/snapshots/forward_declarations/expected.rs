/// `union absent`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct absent {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { absent }
/// `union concealed`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct concealed {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { concealed }
/// `typedef union concealed concealed_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type concealed_t = concealed;
/// `struct hidden`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct hidden {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { hidden }
/// `typedef struct hidden hidden_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type hidden_t = hidden;
/// `struct holder`
///
/// Its fields: [`fields::holder`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct holder {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { holder, "struct:holder", fields }
/// `struct known`
///
/// Its fields: [`fields::known`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct known {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { known, "struct:known", fields }
/// `struct missing`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct missing {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { missing }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct holder`.
#[repr(transparent)]
pub struct holder<R: btfgen::Opaque, P>(btfgen::Members<super::holder, R, P>);
super::layout::fields!(holder);
impl<R: btfgen::Opaque, P> holder<R, P> {
    /// `struct missing *missing`
    #[inline(always)]
    pub fn missing(&self) -> btfgen::Field<*mut super::missing, R, P, { btfgen::name("missing") }> {
        btfgen::then(&self.0)
    }
    /// `union absent *absent`
    #[inline(always)]
    pub fn absent(&self) -> btfgen::Field<*mut super::absent, R, P, { btfgen::name("absent") }> {
        btfgen::then(&self.0)
    }
    /// `hidden_t *hidden`
    #[inline(always)]
    pub fn hidden(&self) -> btfgen::Field<*mut super::hidden_t, R, P, { btfgen::name("hidden") }> {
        btfgen::then(&self.0)
    }
    /// `concealed_t *concealed`
    #[inline(always)]
    pub fn concealed(&self) -> btfgen::Field<*mut super::concealed_t, R, P, { btfgen::name("concealed") }> {
        btfgen::then(&self.0)
    }
    /// `struct missing **missing_twice`
    #[inline(always)]
    pub fn missing_twice(&self) -> btfgen::Field<*mut *mut super::missing, R, P, { btfgen::name("missing_twice") }> {
        btfgen::then(&self.0)
    }
    /// `struct known *known`
    #[inline(always)]
    pub fn known(&self) -> btfgen::Field<*mut super::known, R, P, { btfgen::name("known") }> {
        btfgen::then(&self.0)
    }
    /// `struct known inside`
    #[inline(always)]
    pub fn inside(&self) -> btfgen::Field<super::known, R, P, { btfgen::name("inside") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct known`.
#[repr(transparent)]
pub struct known<R: btfgen::Opaque, P>(btfgen::Members<super::known, R, P>);
super::layout::fields!(known);
impl<R: btfgen::Opaque, P> known<R, P> {
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
btfgen 3 43ba3ba8827ae89c
struct:holder 56
 missing 0 p64>struct:missing
 absent 8 p64>union:absent
 hidden 16 p64>struct:hidden
 concealed 24 p64>union:concealed
 missing_twice 32 p64>p64>struct:missing
 known 40 p64>struct:known
 inside 48 struct:known
struct:known 4
 value 0 i32
typedef:concealed_t union:concealed
typedef:hidden_t struct:hidden
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
super::layout::type_names! {
    concealed_t 0x168e01503e1428b9
    hidden_t 0x9067239194e401f9
}
}
