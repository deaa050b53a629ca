/// `enum named`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type named = u32;
/// `enum named { NAMED_A = 5 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const NAMED_A: named = 5;
/// `enum named { NAMED_B = 6 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const NAMED_B: named = 6;
/// `typedef enum {…} of_typedef`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type of_typedef = u32;
/// `enum { LONE_A = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const LONE_A: u32 = 1;
/// `enum { LONE_B = 2 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const LONE_B: u32 = 2;
/// `enum { LONE_C = 3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const LONE_C: u32 = 3;
/// `enum { OF_TYPEDEF_A = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const OF_TYPEDEF_A: u32 = 0;
/// `enum { OF_TYPEDEF_B = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const OF_TYPEDEF_B: u32 = 1;
/// `enum { TWICE = 3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TWICE___3: u32 = 3;
/// `enum { SAME = 7 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const SAME: u32 = 7;
/// `enum { TWICE = 4 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const TWICE___4: u32 = 4;
/// `enum { ONLY_SECOND = 9 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const ONLY_SECOND: u32 = 9;
/// `enum { WIDE_X = 4294967296 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const WIDE_X: u64 = 4294967296;
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
btfgen 3 de05534b9a09e2cb
enum:named enum u32
 NAMED_A 5
 NAMED_B 6
typedef:of_typedef enum u32
 OF_TYPEDEF_A 0
 OF_TYPEDEF_B 1
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
    super::named, 0xd37cc4c87af4fe0b,
    NAMED_A 0xce558b7fd254e8ae
    NAMED_B 0xce558a7fd254e6fb
}
super::layout::enumerators! {
    u32, 0x5c14a67a3758146b,
    OF_TYPEDEF_A 0xe5911c6ae380ad30
    OF_TYPEDEF_B 0xe5911f6ae380b249
}
super::layout::type_names! {
    named 0xd37cc4c87af4fe0b
    of_typedef 0x5c14a67a3758146b
}
}
