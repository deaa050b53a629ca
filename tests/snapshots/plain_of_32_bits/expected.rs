/// `struct node`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct node {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { node }
/// Types by value, for what an ABI fixes: the headers of packets, the values of maps, types that helpers take.
///
/// They have the layout of the kernel of these bindings, on every kernel, and loaders do not change it. Padding is a field, so
/// that all bytes are initialized. Methods get and set bitfields, and the members of unions. The module is for targets with
/// the byte order of that kernel.
#[cfg(target_endian = "little")]
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod plain {
#[allow(unused_imports)]
use super::btfgen;
/// `struct markers`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct markers {
    /// The bytes of a union.
    pub _union_0: [u64; 1],
    /// `int last`
    pub last: i32,
    /// Padding.
    pub _padding_12: [u8; 4],
}
super::layout::plain!([] markers);
impl markers {
    /// `struct node *node`
    #[inline(always)]
    pub const fn node(&self) -> u32 {
        super::layout::get::<_, _, 0>(&self._union_0)
    }
    /// Sets `struct node *node`.
    #[inline(always)]
    pub const fn set_node(&mut self, value: u32) {
        super::layout::set::<_, _, 0>(&mut self._union_0, value)
    }
}
const _: () = {
    super::layout::same(::core::mem::size_of::<markers>(), 16);
    super::layout::same(::core::mem::align_of::<markers>(), 8);
    super::layout::same(::core::mem::offset_of!(markers, _union_0), 0);
    super::layout::same(::core::mem::offset_of!(markers, last), 8);
    super::layout::same(::core::mem::offset_of!(markers, _padding_12), 12);
};
/// `struct node`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy)]
#[repr(C, packed(4))]
pub struct node {
    /// `struct node *next`
    pub next: u32,
    /// `long unsigned int flags`
    pub flags: u32,
    /// `long long unsigned int stamp`
    pub stamp: u64,
    /// `struct {…} places[2]`
    pub places: [node__places; 2],
    /// The bytes of a union.
    pub _union_40: [u32; 2],
    /// The bytes of bitfields.
    pub _bits_48: [u8; 2],
    /// Padding.
    pub _padding_50: [u8; 2],
}
super::layout::plain!([] node);
impl node {
    /// `void *pointer`
    #[inline(always)]
    pub const fn pointer(&self) -> u32 {
        super::layout::get::<_, _, 0>(&self._union_40)
    }
    /// Sets `void *pointer`.
    #[inline(always)]
    pub const fn set_pointer(&mut self, value: u32) {
        super::layout::set::<_, _, 0>(&mut self._union_40, value)
    }
    /// `long long unsigned int number`
    #[inline(always)]
    pub const fn number(&self) -> u64 {
        super::layout::get_unaligned::<_, _, 0>(&self._union_40)
    }
    /// Sets `long long unsigned int number`.
    #[inline(always)]
    pub const fn set_number(&mut self, value: u64) {
        super::layout::set_unaligned::<_, _, 0>(&mut self._union_40, value)
    }
    /// `unsigned int first:3`
    #[inline(always)]
    pub const fn first(&self) -> u32 {
        super::layout::bits::<_, 0, 1, 0, 3>(&self._bits_48) as u32
    }
    /// Sets `unsigned int first:3`.
    #[inline(always)]
    pub const fn set_first(&mut self, value: u32) {
        super::layout::set_bits::<_, 0, 1, 0, 3>(&mut self._bits_48, value as u64)
    }
    /// `unsigned int second:13`
    #[inline(always)]
    pub const fn second(&self) -> u32 {
        super::layout::bits::<_, 0, 2, 3, 13>(&self._bits_48) as u32
    }
    /// Sets `unsigned int second:13`.
    #[inline(always)]
    pub const fn set_second(&mut self, value: u32) {
        super::layout::set_bits::<_, 0, 2, 3, 13>(&mut self._bits_48, value as u64)
    }
}
const _: () = {
    super::layout::same(::core::mem::size_of::<node>(), 52);
    super::layout::same(::core::mem::align_of::<node>(), 4);
    super::layout::same(::core::mem::offset_of!(node, next), 0);
    super::layout::same(::core::mem::offset_of!(node, flags), 4);
    super::layout::same(::core::mem::offset_of!(node, stamp), 8);
    super::layout::same(::core::mem::offset_of!(node, places), 16);
    super::layout::same(::core::mem::offset_of!(node, _union_40), 40);
    super::layout::same(::core::mem::offset_of!(node, _bits_48), 48);
    super::layout::same(::core::mem::offset_of!(node, _padding_50), 50);
};
/// `struct {…} places`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy)]
#[repr(C, packed(4))]
pub struct node__places {
    /// `long long unsigned int at`
    pub at: u64,
    /// `unsigned char kind`
    pub kind: u8,
    /// Padding.
    pub _padding_9: [u8; 3],
}
super::layout::plain!([] node__places);
const _: () = {
    super::layout::same(::core::mem::size_of::<node__places>(), 12);
    super::layout::same(::core::mem::align_of::<node__places>(), 4);
    super::layout::same(::core::mem::offset_of!(node__places, at), 0);
    super::layout::same(::core::mem::offset_of!(node__places, kind), 8);
    super::layout::same(::core::mem::offset_of!(node__places, _padding_9), 9);
};
/// `struct packed_by_nature`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy)]
#[repr(C, packed(4))]
pub struct packed_by_nature {
    /// `unsigned int first`
    pub first: u32,
    /// `long long unsigned int second`
    pub second: u64,
}
super::layout::plain!([] packed_by_nature);
const _: () = {
    super::layout::same(::core::mem::size_of::<packed_by_nature>(), 12);
    super::layout::same(::core::mem::align_of::<packed_by_nature>(), 4);
    super::layout::same(::core::mem::offset_of!(packed_by_nature, first), 0);
    super::layout::same(::core::mem::offset_of!(packed_by_nature, second), 4);
};
/// `struct plain`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct plain_ {
    /// `int a`
    pub a: i32,
    /// `short int b`
    pub b: i16,
    /// Padding.
    pub _padding_6: [u8; 2],
}
super::layout::plain!([] plain_);
const _: () = {
    super::layout::same(::core::mem::size_of::<plain_>(), 8);
    super::layout::same(::core::mem::align_of::<plain_>(), 4);
    super::layout::same(::core::mem::offset_of!(plain_, a), 0);
    super::layout::same(::core::mem::offset_of!(plain_, b), 4);
    super::layout::same(::core::mem::offset_of!(plain_, _padding_6), 6);
};
/// `struct stretched`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy)]
#[repr(C, packed(4))]
pub struct stretched {
    /// `unsigned int first`
    pub first: u32,
    /// `long long unsigned int second`
    pub second: u64,
    /// Padding.
    pub _padding_12: [u8; 4],
}
super::layout::plain!([] stretched);
const _: () = {
    super::layout::same(::core::mem::size_of::<stretched>(), 16);
    super::layout::same(::core::mem::align_of::<stretched>(), 4);
    super::layout::same(::core::mem::offset_of!(stretched, first), 0);
    super::layout::same(::core::mem::offset_of!(stretched, second), 4);
    super::layout::same(::core::mem::offset_of!(stretched, _padding_12), 12);
};
/// `struct tail`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct tail {
    /// `short unsigned int length`
    pub length: u16,
    /// `unsigned char bytes[]`
    pub bytes: [u8; 0],
}
super::layout::plain!([] tail);
const _: () = {
    super::layout::same(::core::mem::size_of::<tail>(), 2);
    super::layout::same(::core::mem::align_of::<tail>(), 2);
    super::layout::same(::core::mem::offset_of!(tail, length), 0);
    super::layout::same(::core::mem::offset_of!(tail, bytes), 2);
};
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

// (here stands storage.rs of templates/intrinsics)

// The table for the link step. Records refer to it by its id, so nothing in the program does.
#[cfg(target_arch = "bpf")]
#[used]
#[unsafe(link_section = ".btfgen.types")]
static TYPES: [u8; TABLE.len()] = *TABLE.as_bytes().first_chunk().unwrap();

const FORMAT: u32 = 3;
/// The kernel's layout. Each line is a member: its name, its offset in bytes (for a bitfield also in bits), its type.
const TABLE: &str = "\
btfgen 3 cbf29ce484222325
";
const FAR: &[u64] = &[];
}
