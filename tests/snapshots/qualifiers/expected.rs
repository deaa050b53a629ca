/// `struct by_typedef`
///
/// Its fields: [`fields::by_typedef`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct by_typedef {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { by_typedef, "struct:by_typedef", fields }
/// `struct object`
///
/// Its fields: [`fields::object`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct object {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { object, "struct:object", fields }
/// `struct qualifiers`
///
/// Its fields: [`fields::qualifiers`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct qualifiers {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { qualifiers, "struct:qualifiers", fields }
/// `typedef const volatile unsigned long word_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type word_t = u64;
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct by_typedef`.
#[repr(transparent)]
pub struct by_typedef<R: btfgen::Opaque, P>(btfgen::Members<super::by_typedef, R, P>);
super::layout::fields!(by_typedef);
impl<R: btfgen::Opaque, P> by_typedef<R, P> {
    /// `word_t word`
    #[inline(always)]
    pub fn word(&self) -> btfgen::Field<super::word_t, R, P, { btfgen::name("word") }> {
        btfgen::then(&self.0)
    }
    /// `const word_t again`
    #[inline(always)]
    pub fn again(&self) -> btfgen::Field<super::word_t, R, P, { btfgen::name("again") }> {
        btfgen::then(&self.0)
    }
    /// `word_t *pointer`
    #[inline(always)]
    pub fn pointer(&self) -> btfgen::Field<*mut super::word_t, R, P, { btfgen::name("pointer") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct object`.
#[repr(transparent)]
pub struct object<R: btfgen::Opaque, P>(btfgen::Members<super::object, R, P>);
super::layout::fields!(object);
impl<R: btfgen::Opaque, P> object<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct qualifiers`.
#[repr(transparent)]
pub struct qualifiers<R: btfgen::Opaque, P>(btfgen::Members<super::qualifiers, R, P>);
super::layout::fields!(qualifiers);
impl<R: btfgen::Opaque, P> qualifiers<R, P> {
    /// `const int constant`
    #[inline(always)]
    pub fn constant(&self) -> btfgen::Field<i32, R, P, { btfgen::name("constant") }> {
        btfgen::then(&self.0)
    }
    /// `volatile int changing`
    #[inline(always)]
    pub fn changing(&self) -> btfgen::Field<i32, R, P, { btfgen::name("changing") }> {
        btfgen::then(&self.0)
    }
    /// `const volatile int both`
    #[inline(always)]
    pub fn both(&self) -> btfgen::Field<i32, R, P, { btfgen::name("both") }> {
        btfgen::then(&self.0)
    }
    /// `const struct object object`
    #[inline(always)]
    pub fn object(&self) -> btfgen::Field<super::object, R, P, { btfgen::name("object") }> {
        btfgen::then(&self.0)
    }
    /// `volatile struct object *changing_object`
    #[inline(always)]
    pub fn changing_object(&self) -> btfgen::Field<*mut super::object, R, P, { btfgen::name("changing_object") }> {
        btfgen::then(&self.0)
    }
    /// `struct object *volatile changing_pointer`
    #[inline(always)]
    pub fn changing_pointer(&self) -> btfgen::Field<*mut super::object, R, P, { btfgen::name("changing_pointer") }> {
        btfgen::then(&self.0)
    }
    /// `int *restrict alone`
    #[inline(always)]
    pub fn alone(&self) -> btfgen::Field<*mut i32, R, P, { btfgen::name("alone") }> {
        btfgen::then(&self.0)
    }
    /// `const volatile char text[4]`
    #[inline(always)]
    pub fn text(&self) -> btfgen::Field<btfgen::Array<u8, 4>, R, P, { btfgen::name("text") }> {
        btfgen::then(&self.0)
    }
    /// `const char *volatile const all`
    #[inline(always)]
    pub fn all(&self) -> btfgen::Field<*const u8, R, P, { btfgen::name("all") }> {
        btfgen::then(&self.0)
    }
    /// `const _Bool flag`
    #[inline(always)]
    pub fn flag(&self) -> btfgen::Field<bool, R, P, { btfgen::name("flag") }> {
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
btfgen 3 a9d52ff8d3b20e06
struct:by_typedef 24
 word 0 u64l
 again 8 u64l
 pointer 16 p64>u64l
struct:object 4
 value 0 i32
struct:qualifiers 64
 constant 0 i32
 changing 4 i32
 both 8 i32
 object 12 struct:object
 changing_object 16 p64>struct:object
 changing_pointer 24 p64>struct:object
 alone 32 p64>i32
 text 40 [4]u8c
 all 48 p64>u8c
 flag 56 bool
typedef:word_t u64l
int:bool u _Bool
int:i32 i int
int:u64l u unsigned long
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
super::layout::type_names! {
    word_t 0x28fd57c8c5487985
}
}
