/// `struct arrays`
///
/// Its fields: [`fields::arrays`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct arrays {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { arrays, "struct:arrays", fields }
/// `struct cell`
///
/// Its fields: [`fields::cell`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct cell {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { cell, "struct:cell", fields }
/// `struct flexible_rows`
///
/// Its fields: [`fields::flexible_rows`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct flexible_rows {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { flexible_rows, "struct:flexible_rows", fields }
/// `typedef unsigned char mac_t[6]`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type mac_t = btfgen::Array<u8, 6>;
/// `typedef mac_t macs_t[2]`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type macs_t = btfgen::Array<mac_t, 2>;
/// `struct of_typedefs`
///
/// Its fields: [`fields::of_typedefs`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct of_typedefs {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { of_typedefs, "struct:of_typedefs", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct arrays`.
#[repr(transparent)]
pub struct arrays<R: btfgen::Opaque, P>(btfgen::Members<super::arrays, R, P>);
super::layout::fields!(arrays);
impl<R: btfgen::Opaque, P> arrays<R, P> {
    /// `char comm[16]`
    #[inline(always)]
    pub fn comm(&self) -> btfgen::Field<btfgen::Array<u8, 16>, R, P, { btfgen::name("comm") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char matrix[2][3]`
    #[inline(always)]
    pub fn matrix(&self) -> btfgen::Field<btfgen::Array<btfgen::Array<u8, 3>, 2>, R, P, { btfgen::name("matrix") }> {
        btfgen::then(&self.0)
    }
    /// `long cube[2][3][4]`
    #[inline(always)]
    pub fn cube(&self) -> btfgen::Field<btfgen::Array<btfgen::Array<btfgen::Array<i64, 4>, 3>, 2>, R, P, { btfgen::name("cube") }> {
        btfgen::then(&self.0)
    }
    /// `int zero_in_the_middle[]`
    #[inline(always)]
    pub fn zero_in_the_middle(&self) -> btfgen::Field<btfgen::EmptyArray<i32>, R, P, { btfgen::name("zero_in_the_middle") }> {
        btfgen::then(&self.0)
    }
    /// `struct cell cells[5]`
    #[inline(always)]
    pub fn cells(&self) -> btfgen::Field<btfgen::Array<super::cell, 5>, R, P, { btfgen::name("cells") }> {
        btfgen::then(&self.0)
    }
    /// `struct cell *pointers[6]`
    #[inline(always)]
    pub fn pointers(&self) -> btfgen::Field<btfgen::Array<*mut super::cell, 6>, R, P, { btfgen::name("pointers") }> {
        btfgen::then(&self.0)
    }
    /// `int (*handlers[2])(int)`
    #[inline(always)]
    pub fn handlers(&self) -> btfgen::Field<btfgen::Array<*mut ::core::ffi::c_void, 2>, R, P, { btfgen::name("handlers") }> {
        btfgen::then(&self.0)
    }
    /// `const char *const names[3]`
    #[inline(always)]
    pub fn names(&self) -> btfgen::Field<btfgen::Array<*const u8, 3>, R, P, { btfgen::name("names") }> {
        btfgen::then(&self.0)
    }
    /// `_Bool flags[7]`
    #[inline(always)]
    pub fn flags(&self) -> btfgen::Field<btfgen::Array<bool, 7>, R, P, { btfgen::name("flags") }> {
        btfgen::then(&self.0)
    }
    /// `struct cell empty_cells[]`
    #[inline(always)]
    pub fn empty_cells(&self) -> btfgen::Field<btfgen::EmptyArray<super::cell>, R, P, { btfgen::name("empty_cells") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int flexible[]`
    #[inline(always)]
    pub fn flexible(&self) -> btfgen::Field<btfgen::Array<u32, 0>, R, P, { btfgen::name("flexible") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct cell`.
#[repr(transparent)]
pub struct cell<R: btfgen::Opaque, P>(btfgen::Members<super::cell, R, P>);
super::layout::fields!(cell);
impl<R: btfgen::Opaque, P> cell<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct flexible_rows`.
#[repr(transparent)]
pub struct flexible_rows<R: btfgen::Opaque, P>(btfgen::Members<super::flexible_rows, R, P>);
super::layout::fields!(flexible_rows);
impl<R: btfgen::Opaque, P> flexible_rows<R, P> {
    /// `int count`
    #[inline(always)]
    pub fn count(&self) -> btfgen::Field<i32, R, P, { btfgen::name("count") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char rows[][8]`
    #[inline(always)]
    pub fn rows(&self) -> btfgen::Field<btfgen::Array<btfgen::Array<u8, 8>, 0>, R, P, { btfgen::name("rows") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct of_typedefs`.
#[repr(transparent)]
pub struct of_typedefs<R: btfgen::Opaque, P>(btfgen::Members<super::of_typedefs, R, P>);
super::layout::fields!(of_typedefs);
impl<R: btfgen::Opaque, P> of_typedefs<R, P> {
    /// `mac_t address`
    #[inline(always)]
    pub fn address(&self) -> btfgen::Field<super::mac_t, R, P, { btfgen::name("address") }> {
        btfgen::then(&self.0)
    }
    /// `mac_t table[4]`
    #[inline(always)]
    pub fn table(&self) -> btfgen::Field<btfgen::Array<super::mac_t, 4>, R, P, { btfgen::name("table") }> {
        btfgen::then(&self.0)
    }
    /// `macs_t both`
    #[inline(always)]
    pub fn both(&self) -> btfgen::Field<super::macs_t, R, P, { btfgen::name("both") }> {
        btfgen::then(&self.0)
    }
    /// `macs_t *where`
    #[inline(always)]
    pub fn r#where(&self) -> btfgen::Field<*mut super::macs_t, R, P, { btfgen::name("where") }> {
        btfgen::then(&self.0)
    }
    /// `const mac_t fixed`
    #[inline(always)]
    pub fn fixed(&self) -> btfgen::Field<super::mac_t, R, P, { btfgen::name("fixed") }> {
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
btfgen 3 8f8ce5ba6b99663b
struct:arrays 336
 comm 0 [16]u8c
 matrix 16 [2][3]u8
 cube 24 [2][3][4]i64l
 zero_in_the_middle 216 [0]i32
 cells 216 [5]struct:cell
 pointers 240 [6]p64>struct:cell
 handlers 288 [2]p64>(i32)i32
 names 304 [3]p64>u8c
 flags 328 [7]bool
 empty_cells 336 [0]struct:cell
 flexible 336 [0]u32x
struct:cell 4
 value 0 i32
struct:flexible_rows 4
 count 0 i32
 rows 4 [0][8]u8
struct:of_typedefs 64
 address 0 [6]u8
 table 6 [4][6]u8
 both 30 [2][6]u8
 where 48 p64>[2][6]u8
 fixed 56 [6]u8
typedef:mac_t [6]u8
typedef:macs_t [2][6]u8
int:bool u _Bool
int:i32 i int
int:i64l i long
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
super::layout::type_names! {
    mac_t 0x3ff514ca605a1f46
    macs_t 0x85f5a3e2921549f1
}
}
