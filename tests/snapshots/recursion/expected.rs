/// `struct callback_head`
///
/// Its fields: [`fields::callback_head`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct callback_head {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { callback_head, "struct:callback_head", fields }
/// `struct even`
///
/// Its fields: [`fields::even`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct even {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { even, "struct:even", fields }
/// `struct list_head`
///
/// Its fields: [`fields::list_head`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct list_head {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { list_head, "struct:list_head", fields }
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
/// `typedef struct node *node_ptr`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type node_ptr = *mut node;
/// `struct odd`
///
/// Its fields: [`fields::odd`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct odd {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { odd, "struct:odd", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct callback_head`.
#[repr(transparent)]
pub struct callback_head<R: btfgen::Opaque, P>(btfgen::Members<super::callback_head, R, P>);
super::layout::fields!(callback_head);
impl<R: btfgen::Opaque, P> callback_head<R, P> {
    /// `struct callback_head *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::callback_head, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `void (*func)(struct callback_head *)`
    #[inline(always)]
    pub fn func(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("func") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct even`.
#[repr(transparent)]
pub struct even<R: btfgen::Opaque, P>(btfgen::Members<super::even, R, P>);
super::layout::fields!(even);
impl<R: btfgen::Opaque, P> even<R, P> {
    /// `struct odd *odd`
    #[inline(always)]
    pub fn odd(&self) -> btfgen::Field<*mut super::odd, R, P, { btfgen::name("odd") }> {
        btfgen::then(&self.0)
    }
    /// `struct odd inside`
    #[inline(always)]
    pub fn inside(&self) -> btfgen::Field<super::odd, R, P, { btfgen::name("inside") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct list_head`.
#[repr(transparent)]
pub struct list_head<R: btfgen::Opaque, P>(btfgen::Members<super::list_head, R, P>);
super::layout::fields!(list_head);
impl<R: btfgen::Opaque, P> list_head<R, P> {
    /// `struct list_head *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::list_head, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `struct list_head *prev`
    #[inline(always)]
    pub fn prev(&self) -> btfgen::Field<*mut super::list_head, R, P, { btfgen::name("prev") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct node`.
#[repr(transparent)]
pub struct node<R: btfgen::Opaque, P>(btfgen::Members<super::node, R, P>);
super::layout::fields!(node);
impl<R: btfgen::Opaque, P> node<R, P> {
    /// `node_ptr left`
    #[inline(always)]
    pub fn left(&self) -> btfgen::Field<super::node_ptr, R, P, { btfgen::name("left") }> {
        btfgen::then(&self.0)
    }
    /// `node_ptr right`
    #[inline(always)]
    pub fn right(&self) -> btfgen::Field<super::node_ptr, R, P, { btfgen::name("right") }> {
        btfgen::then(&self.0)
    }
    /// `struct node *up`
    #[inline(always)]
    pub fn up(&self) -> btfgen::Field<*mut super::node, R, P, { btfgen::name("up") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long tagged`
    #[inline(always)]
    pub fn tagged(&self) -> btfgen::Field<u64, R, P, { btfgen::name("tagged") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct odd`.
#[repr(transparent)]
pub struct odd<R: btfgen::Opaque, P>(btfgen::Members<super::odd, R, P>);
super::layout::fields!(odd);
impl<R: btfgen::Opaque, P> odd<R, P> {
    /// `struct even *even`
    #[inline(always)]
    pub fn even(&self) -> btfgen::Field<*mut super::even, R, P, { btfgen::name("even") }> {
        btfgen::then(&self.0)
    }
    /// `struct odd *self_again[2]`
    #[inline(always)]
    pub fn self_again(&self) -> btfgen::Field<btfgen::Array<*mut super::odd, 2>, R, P, { btfgen::name("self_again") }> {
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
btfgen 3 8c0555db05d4794a
struct:callback_head 16
 next 0 p64>struct:callback_head
 func 8 p64>(p64>struct:callback_head)void
struct:even 32
 odd 0 p64>struct:odd
 inside 8 struct:odd
struct:list_head 16
 next 0 p64>struct:list_head
 prev 8 p64>struct:list_head
struct:node 24
 left 0 p64>struct:node
 right 8 p64>struct:node
 union {
 up 16 p64>struct:node
 tagged 16 u64l
 }
struct:odd 24
 even 0 p64>struct:even
 self_again 8 [2]p64>struct:odd
typedef:node_ptr p64>struct:node
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
    node_ptr 0xa7a7bd9e7ad8c7e7
}
}
