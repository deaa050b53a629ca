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
/// `struct node`
///
/// Its fields: [`fields::node`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct node {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { node, "struct:node", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
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
    /// `struct list *prev`
    #[inline(always)]
    pub fn prev(&self) -> btfgen::Field<*mut super::list, R, P, { btfgen::name("prev") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct node`.
#[repr(transparent)]
pub struct node<R: btfgen::Opaque, P>(btfgen::Members<super::node, R, P>);
super::layout::fields!(node);
impl<R: btfgen::Opaque, P> node<R, P> {
    /// `struct list link`
    #[inline(always)]
    pub fn link(&self) -> btfgen::Field<super::list, R, P, { btfgen::name("link") }> {
        btfgen::then(&self.0)
    }
    /// `long unsigned int flags`
    #[inline(always)]
    pub fn flags(&self) -> btfgen::Field<u32, R, P, { btfgen::name("flags") }> {
        btfgen::then(&self.0)
    }
    /// `void (*run)(struct node *)`
    #[inline(always)]
    pub fn run(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("run") }> {
        btfgen::then(&self.0)
    }
    /// `char name[5]`
    #[inline(always)]
    pub fn name(&self) -> btfgen::Field<btfgen::Array<u8, 5>, R, P, { btfgen::name("name") }> {
        btfgen::then(&self.0)
    }
    /// `struct node *children[3]`
    #[inline(always)]
    pub fn children(&self) -> btfgen::Field<btfgen::Array<*mut super::node, 3>, R, P, { btfgen::name("children") }> {
        btfgen::then(&self.0)
    }
    /// `long long unsigned int stamp`
    #[inline(always)]
    pub fn stamp(&self) -> btfgen::Field<u64, R, P, { btfgen::name("stamp") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int first:3`
    #[inline(always)]
    pub fn first(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("first") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int second:13`
    #[inline(always)]
    pub fn second(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("second") }> {
        btfgen::then(&self.0)
    }
    /// `long int last`
    #[inline(always)]
    pub fn last(&self) -> btfgen::Field<i32, R, P, { btfgen::name("last") }> {
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
btfgen 3 00700b802cce64b0
struct:list 8
 next 0 p32>struct:list
 prev 4 p32>struct:list
struct:node 52
 link 0 struct:list
 flags 8 u32l
 run 12 p32>(p32>struct:node)void
 name 16 [5]u8c
 children 24 [3]p32>struct:node
 stamp 36 u64ll
 first 44.0:3 u32
 second 44.3:13 u32
 last 48 i32l
int:i32l i long int
int:u32 u unsigned int
int:u32l u long unsigned int
int:u64ll u long long unsigned int
int:u8c i char
";
const FAR: &[u64] = &[];
}
