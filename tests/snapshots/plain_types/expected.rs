/// `typedef u16 be16`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type be16 = u16;
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
/// `enum color { BLUE = 200 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const BLUE: color = 200;
/// `struct context`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct context {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { context }
/// `struct tuple`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct tuple {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { tuple }
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
/// `struct bits`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, align(8))]
pub struct bits {
    /// The bytes of bitfields.
    pub _bits_0: [u8; 14],
    /// Padding.
    pub _padding_14: [u8; 2],
}
super::layout::plain!([] bits);
super::layout::zeroed!(bits);
impl bits {
    /// `u8 low:4`
    #[inline(always)]
    pub const fn low(&self) -> u8 {
        super::layout::bits::<_, 0, 1, 0, 4>(&self._bits_0) as u8
    }
    /// Sets `u8 low:4`.
    #[inline(always)]
    pub const fn set_low(&mut self, value: u8) {
        super::layout::set_bits::<_, 0, 1, 0, 4>(&mut self._bits_0, value as u64)
    }
    /// `u8 high:4`
    #[inline(always)]
    pub const fn high(&self) -> u8 {
        super::layout::bits::<_, 0, 1, 4, 4>(&self._bits_0) as u8
    }
    /// Sets `u8 high:4`.
    #[inline(always)]
    pub const fn set_high(&mut self, value: u8) {
        super::layout::set_bits::<_, 0, 1, 4, 4>(&mut self._bits_0, value as u64)
    }
    /// `u16 first:1`
    #[inline(always)]
    pub const fn first(&self) -> u16 {
        super::layout::bits::<_, 1, 1, 0, 1>(&self._bits_0) as u16
    }
    /// Sets `u16 first:1`.
    #[inline(always)]
    pub const fn set_first(&mut self, value: u16) {
        super::layout::set_bits::<_, 1, 1, 0, 1>(&mut self._bits_0, value as u64)
    }
    /// `u16 second:9`
    #[inline(always)]
    pub const fn second(&self) -> u16 {
        super::layout::bits::<_, 2, 2, 0, 9>(&self._bits_0) as u16
    }
    /// Sets `u16 second:9`.
    #[inline(always)]
    pub const fn set_second(&mut self, value: u16) {
        super::layout::set_bits::<_, 2, 2, 0, 9>(&mut self._bits_0, value as u64)
    }
    /// `u16 third:6`
    #[inline(always)]
    pub const fn third(&self) -> u16 {
        super::layout::bits::<_, 3, 1, 1, 6>(&self._bits_0) as u16
    }
    /// Sets `u16 third:6`.
    #[inline(always)]
    pub const fn set_third(&mut self, value: u16) {
        super::layout::set_bits::<_, 3, 1, 1, 6>(&mut self._bits_0, value as u64)
    }
    /// `int negative:5`
    #[inline(always)]
    pub const fn negative(&self) -> i32 {
        super::layout::signed_bits::<_, 4, 1, 0, 5>(&self._bits_0) as i32
    }
    /// Sets `int negative:5`.
    #[inline(always)]
    pub const fn set_negative(&mut self, value: i32) {
        super::layout::set_bits::<_, 4, 1, 0, 5>(&mut self._bits_0, value as u64)
    }
    /// `u32 rest:20`
    #[inline(always)]
    pub const fn rest(&self) -> u32 {
        super::layout::bits::<_, 5, 3, 0, 20>(&self._bits_0) as u32
    }
    /// Sets `u32 rest:20`.
    #[inline(always)]
    pub const fn set_rest(&mut self, value: u32) {
        super::layout::set_bits::<_, 5, 3, 0, 20>(&mut self._bits_0, value as u64)
    }
    /// `u64 far:40`
    #[inline(always)]
    pub const fn far(&self) -> u64 {
        super::layout::bits::<_, 8, 5, 0, 40>(&self._bits_0)
    }
    /// Sets `u64 far:40`.
    #[inline(always)]
    pub const fn set_far(&mut self, value: u64) {
        super::layout::set_bits::<_, 8, 5, 0, 40>(&mut self._bits_0, value)
    }
    /// `enum color color:8`
    #[inline(always)]
    pub const fn color(&self) -> super::color {
        super::layout::bits::<_, 13, 1, 0, 8>(&self._bits_0) as super::color
    }
    /// Sets `enum color color:8`.
    #[inline(always)]
    pub const fn set_color(&mut self, value: super::color) {
        super::layout::set_bits::<_, 13, 1, 0, 8>(&mut self._bits_0, value as u64)
    }
}
const _: () = {
    super::layout::same(::core::mem::size_of::<bits>(), 16);
    super::layout::same(::core::mem::align_of::<bits>(), 8);
    super::layout::same(::core::mem::offset_of!(bits, _bits_0), 0);
    super::layout::same(::core::mem::offset_of!(bits, _padding_14), 14);
};
/// `struct header`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct header {
    /// `u8 to[6]`
    pub to: [u8; 6],
    /// `u8 from[6]`
    pub from: [u8; 6],
    /// `be16 protocol`
    pub protocol: super::be16,
}
super::layout::plain!([] header);
super::layout::zeroed!(header);
const _: () = {
    super::layout::same(::core::mem::size_of::<header>(), 14);
    super::layout::same(::core::mem::align_of::<header>(), 2);
    super::layout::same(::core::mem::offset_of!(header, to), 0);
    super::layout::same(::core::mem::offset_of!(header, from), 6);
    super::layout::same(::core::mem::offset_of!(header, protocol), 12);
};
/// `struct names`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct names {
    /// `u32 type`
    pub r#type: u32,
    /// `u32 self`
    pub self_: u32,
    /// `u32 _padding_12`
    pub _padding_12: u32,
    /// `u8 loop`
    pub r#loop: u8,
    /// Padding.
    pub _padding_13: [u8; 3],
    /// The bytes of a union.
    pub _union_16: [u32; 1],
    /// `u8 _bits_20`
    pub _bits_20: u8,
    /// The bytes of bitfields.
    pub _bits_21: [u8; 1],
    /// Padding.
    pub _padding_22: [u8; 2],
}
super::layout::plain!([] names);
super::layout::zeroed!(names);
impl names {
    /// `u32 set_a`
    #[inline(always)]
    pub const fn set_a(&self) -> u32 {
        super::layout::get::<_, _, 0>(&self._union_16)
    }
    /// Sets `u32 set_a`.
    #[inline(always)]
    pub const fn set_set_a(&mut self, value: u32) {
        super::layout::set::<_, _, 0>(&mut self._union_16, value)
    }
    /// `u32 a`
    #[inline(always)]
    pub const fn a(&self) -> u32 {
        super::layout::get::<_, _, 0>(&self._union_16)
    }
    /// Sets `u32 a`.
    #[inline(always)]
    pub const fn set_a_(&mut self, value: u32) {
        super::layout::set::<_, _, 0>(&mut self._union_16, value)
    }
    /// `u32 clone`
    #[inline(always)]
    pub const fn clone(&self) -> u32 {
        super::layout::get::<_, _, 0>(&self._union_16)
    }
    /// Sets `u32 clone`.
    #[inline(always)]
    pub const fn set_clone(&mut self, value: u32) {
        super::layout::set::<_, _, 0>(&mut self._union_16, value)
    }
    /// `u8 gap:3`
    #[inline(always)]
    pub const fn gap(&self) -> u8 {
        super::layout::bits::<_, 0, 1, 0, 3>(&self._bits_21) as u8
    }
    /// Sets `u8 gap:3`.
    #[inline(always)]
    pub const fn set_gap(&mut self, value: u8) {
        super::layout::set_bits::<_, 0, 1, 0, 3>(&mut self._bits_21, value as u64)
    }
}
const _: () = {
    super::layout::same(::core::mem::size_of::<names>(), 24);
    super::layout::same(::core::mem::align_of::<names>(), 4);
    super::layout::same(::core::mem::offset_of!(names, r#type), 0);
    super::layout::same(::core::mem::offset_of!(names, self_), 4);
    super::layout::same(::core::mem::offset_of!(names, _padding_12), 8);
    super::layout::same(::core::mem::offset_of!(names, r#loop), 12);
    super::layout::same(::core::mem::offset_of!(names, _padding_13), 13);
    super::layout::same(::core::mem::offset_of!(names, _union_16), 16);
    super::layout::same(::core::mem::offset_of!(names, _bits_20), 20);
    super::layout::same(::core::mem::offset_of!(names, _bits_21), 21);
    super::layout::same(::core::mem::offset_of!(names, _padding_22), 22);
};
/// `struct table`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct table {
    /// `void (*run)(struct table *)`
    pub run: *mut ::core::ffi::c_void,
    /// `char *lines[2]`
    pub lines: [*mut u8; 2],
    /// `void *nothing`
    pub nothing: *mut ::core::ffi::c_void,
    /// `long double unused`
    pub unused: u64,
}
super::layout::plain!([] table);
super::layout::zeroed!(table);
const _: () = {
    super::layout::same(::core::mem::size_of::<table>(), 40);
    super::layout::same(::core::mem::align_of::<table>(), 8);
    super::layout::same(::core::mem::offset_of!(table, run), 0);
    super::layout::same(::core::mem::offset_of!(table, lines), 8);
    super::layout::same(::core::mem::offset_of!(table, nothing), 24);
    super::layout::same(::core::mem::offset_of!(table, unused), 32);
};
/// `struct tight`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, packed)]
pub struct tight {
    /// `u8 kind`
    pub kind: u8,
    /// `u32 value`
    pub value: u32,
}
super::layout::plain!([] tight);
super::layout::zeroed!(tight);
const _: () = {
    super::layout::same(::core::mem::size_of::<tight>(), 5);
    super::layout::same(::core::mem::align_of::<tight>(), 1);
    super::layout::same(::core::mem::offset_of!(tight, kind), 0);
    super::layout::same(::core::mem::offset_of!(tight, value), 1);
};
/// `struct timer`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, align(8))]
pub struct timer {
    /// Padding.
    pub _padding_0: [u8; 16],
}
super::layout::plain!([] timer);
super::layout::zeroed!(timer);
const _: () = {
    super::layout::same(::core::mem::size_of::<timer>(), 16);
    super::layout::same(::core::mem::align_of::<timer>(), 8);
    super::layout::same(::core::mem::offset_of!(timer, _padding_0), 0);
};
/// `struct tuple`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct tuple {
    /// `u16 family`
    pub family: u16,
    /// Padding.
    pub _padding_2: [u8; 2],
    /// The bytes of a union.
    pub _union_4: [u32; 8],
    /// `_Bool done`
    pub done: u8,
    /// Padding.
    pub _padding_37: [u8; 3],
    /// `u32 count`
    pub count: u32,
    /// Padding.
    pub _padding_44: [u8; 4],
    /// `struct context *context`
    pub context: *mut super::context,
    /// `const struct tuple *next`
    pub next: *const tuple,
    /// `struct {…} points[2][3]`
    pub points: [[tuple__points; 3]; 2],
    /// Padding.
    pub _padding_76: [u8; 4],
    /// `union {…} words`
    pub words: tuple__words,
    /// `enum color color`
    pub color: super::color,
    /// Padding.
    pub _padding_92: [u8; 4],
}
super::layout::plain!([] tuple);
super::layout::zeroed!(tuple);
impl tuple {
    /// `struct {…} four`
    #[inline(always)]
    pub const fn four(&self) -> tuple__four {
        super::layout::get::<_, _, 0>(&self._union_4)
    }
    /// Sets `struct {…} four`.
    #[inline(always)]
    pub const fn set_four(&mut self, value: tuple__four) {
        super::layout::set::<_, _, 0>(&mut self._union_4, value)
    }
    /// `struct {…} six`
    #[inline(always)]
    pub const fn six(&self) -> tuple__six {
        super::layout::get::<_, _, 0>(&self._union_4)
    }
    /// Sets `struct {…} six`.
    #[inline(always)]
    pub const fn set_six(&mut self, value: tuple__six) {
        super::layout::set::<_, _, 0>(&mut self._union_4, value)
    }
    /// `u8 bytes[32]`
    #[inline(always)]
    pub const fn bytes(&self) -> [u8; 32] {
        super::layout::get::<_, _, 0>(&self._union_4)
    }
    /// Sets `u8 bytes[32]`.
    #[inline(always)]
    pub const fn set_bytes(&mut self, value: [u8; 32]) {
        super::layout::set::<_, _, 0>(&mut self._union_4, value)
    }
    /// `u8 set_first`
    #[inline(always)]
    pub const fn set_first(&self) -> u8 {
        super::layout::get::<_, _, 0>(&self._union_4)
    }
    /// Sets `u8 set_first`.
    #[inline(always)]
    pub const fn set_set_first(&mut self, value: u8) {
        super::layout::set::<_, _, 0>(&mut self._union_4, value)
    }
    /// `u8 first`
    #[inline(always)]
    pub const fn first(&self) -> u8 {
        super::layout::get::<_, _, 1>(&self._union_4)
    }
    /// Sets `u8 first`.
    #[inline(always)]
    pub const fn set_first_(&mut self, value: u8) {
        super::layout::set::<_, _, 1>(&mut self._union_4, value)
    }
    /// `u32 part:12`
    #[inline(always)]
    pub const fn part(&self) -> u32 {
        super::layout::bits::<_, 2, 2, 0, 12>(&self._union_4) as u32
    }
    /// Sets `u32 part:12`.
    #[inline(always)]
    pub const fn set_part(&mut self, value: u32) {
        super::layout::set_bits::<_, 2, 2, 0, 12>(&mut self._union_4, value as u64)
    }
}
const _: () = {
    super::layout::same(::core::mem::size_of::<tuple>(), 96);
    super::layout::same(::core::mem::align_of::<tuple>(), 8);
    super::layout::same(::core::mem::offset_of!(tuple, family), 0);
    super::layout::same(::core::mem::offset_of!(tuple, _padding_2), 2);
    super::layout::same(::core::mem::offset_of!(tuple, _union_4), 4);
    super::layout::same(::core::mem::offset_of!(tuple, done), 36);
    super::layout::same(::core::mem::offset_of!(tuple, _padding_37), 37);
    super::layout::same(::core::mem::offset_of!(tuple, count), 40);
    super::layout::same(::core::mem::offset_of!(tuple, _padding_44), 44);
    super::layout::same(::core::mem::offset_of!(tuple, context), 48);
    super::layout::same(::core::mem::offset_of!(tuple, next), 56);
    super::layout::same(::core::mem::offset_of!(tuple, points), 64);
    super::layout::same(::core::mem::offset_of!(tuple, _padding_76), 76);
    super::layout::same(::core::mem::offset_of!(tuple, words), 80);
    super::layout::same(::core::mem::offset_of!(tuple, color), 88);
    super::layout::same(::core::mem::offset_of!(tuple, _padding_92), 92);
};
/// `struct {…} four`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct tuple__four {
    /// `u32 from`
    pub from: u32,
    /// `u32 to`
    pub to: u32,
    /// `u16 ports[2]`
    pub ports: [u16; 2],
}
super::layout::plain!([] tuple__four);
super::layout::zeroed!(tuple__four);
const _: () = {
    super::layout::same(::core::mem::size_of::<tuple__four>(), 12);
    super::layout::same(::core::mem::align_of::<tuple__four>(), 4);
    super::layout::same(::core::mem::offset_of!(tuple__four, from), 0);
    super::layout::same(::core::mem::offset_of!(tuple__four, to), 4);
    super::layout::same(::core::mem::offset_of!(tuple__four, ports), 8);
};
/// `struct {…} points`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct tuple__points {
    /// `u8 x`
    pub x: u8,
    /// `u8 y`
    pub y: u8,
}
super::layout::plain!([] tuple__points);
super::layout::zeroed!(tuple__points);
const _: () = {
    super::layout::same(::core::mem::size_of::<tuple__points>(), 2);
    super::layout::same(::core::mem::align_of::<tuple__points>(), 1);
    super::layout::same(::core::mem::offset_of!(tuple__points, x), 0);
    super::layout::same(::core::mem::offset_of!(tuple__points, y), 1);
};
/// `struct {…} six`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct tuple__six {
    /// `u32 from[4]`
    pub from: [u32; 4],
    /// `u32 to[4]`
    pub to: [u32; 4],
}
super::layout::plain!([] tuple__six);
super::layout::zeroed!(tuple__six);
const _: () = {
    super::layout::same(::core::mem::size_of::<tuple__six>(), 32);
    super::layout::same(::core::mem::align_of::<tuple__six>(), 4);
    super::layout::same(::core::mem::offset_of!(tuple__six, from), 0);
    super::layout::same(::core::mem::offset_of!(tuple__six, to), 16);
};
/// `union {…} words`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct tuple__words {
    /// The bytes of a union.
    pub _union_0: [u64; 1],
}
super::layout::plain!([] tuple__words);
super::layout::zeroed!(tuple__words);
impl tuple__words {
    /// `u64 all`
    #[inline(always)]
    pub const fn all(&self) -> u64 {
        super::layout::get::<_, _, 0>(&self._union_0)
    }
    /// Sets `u64 all`.
    #[inline(always)]
    pub const fn set_all(&mut self, value: u64) {
        super::layout::set::<_, _, 0>(&mut self._union_0, value)
    }
    /// `u32 half[2]`
    #[inline(always)]
    pub const fn half(&self) -> [u32; 2] {
        super::layout::get::<_, _, 0>(&self._union_0)
    }
    /// Sets `u32 half[2]`.
    #[inline(always)]
    pub const fn set_half(&mut self, value: [u32; 2]) {
        super::layout::set::<_, _, 0>(&mut self._union_0, value)
    }
}
const _: () = {
    super::layout::same(::core::mem::size_of::<tuple__words>(), 8);
    super::layout::same(::core::mem::align_of::<tuple__words>(), 8);
    super::layout::same(::core::mem::offset_of!(tuple__words, _union_0), 0);
};
/// `typedef struct {…} value`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct value {
    /// `struct timer timer`
    pub timer: timer,
    /// `struct wide wide`
    pub wide: wide,
    /// `u8 type`
    pub r#type: u8,
    /// `u8 tail[]`
    pub tail: [u8; 0],
    /// Padding.
    pub _padding_33: [u8; 15],
}
super::layout::plain!([] value);
super::layout::zeroed!(value);
const _: () = {
    super::layout::same(::core::mem::size_of::<value>(), 48);
    super::layout::same(::core::mem::align_of::<value>(), 16);
    super::layout::same(::core::mem::offset_of!(value, timer), 0);
    super::layout::same(::core::mem::offset_of!(value, wide), 16);
    super::layout::same(::core::mem::offset_of!(value, r#type), 32);
    super::layout::same(::core::mem::offset_of!(value, tail), 33);
    super::layout::same(::core::mem::offset_of!(value, _padding_33), 33);
};
/// `struct wide`
///
/// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, align(16))]
pub struct wide {
    /// `u32 value`
    pub value: u32,
    /// Padding.
    pub _padding_4: [u8; 12],
}
super::layout::plain!([] wide);
super::layout::zeroed!(wide);
const _: () = {
    super::layout::same(::core::mem::size_of::<wide>(), 16);
    super::layout::same(::core::mem::align_of::<wide>(), 16);
    super::layout::same(::core::mem::offset_of!(wide, value), 0);
    super::layout::same(::core::mem::offset_of!(wide, _padding_4), 4);
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
btfgen 3 6a5dfcea412b64c7
enum:color enum u32
 RED 0
 GREEN 1
 BLUE 200
typedef:be16 u16
int:u16 u unsigned short
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
    BLUE 0xd9e4d3a72638724d
}
super::layout::type_names! {
    be16 0x6a081d208e2f4c4c
    color 0x755cfaf43c3c68d1
}
}
