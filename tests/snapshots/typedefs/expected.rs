/// `typedef unsigned int __kernel_uid32_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type __kernel_uid32_t = u32;
/// `struct bar`
///
/// Its fields: [`fields::bar`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct bar {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { bar, "struct:bar", fields }
/// `typedef struct bar *bar_ptr_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type bar_ptr_t = *mut bar;
/// `typedef struct bar bar_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type bar_t = bar;
/// `typedef bar_t bars_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type bars_t = bar_t;
/// `typedef const u8 const_byte_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type const_byte_t = u8;
/// `struct foo`
///
/// Its fields: [`fields::foo`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct foo {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { foo, "struct:foo", fields }
/// `typedef void *handle_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type handle_t = *mut ::core::ffi::c_void;
/// `enum mode`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type mode = u32;
/// `enum mode { MODE_OFF = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const MODE_OFF: mode = 0;
/// `enum mode { MODE_ON = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const MODE_ON: mode = 1;
/// `typedef enum mode mode_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type mode_t = mode;
/// `typedef uid_t my_uid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type my_uid_t = uid_t;
/// `typedef void nothing_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type nothing_t = ::core::ffi::c_void;
/// `enum same`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type same = u32;
/// `enum same { SAME_ONE = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const SAME_ONE: same = 0;
/// `typedef enum {…} state_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type state_t = u32;
/// `typedef signed char u16`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type u16_ = i8;
/// `typedef __kernel_uid32_t uid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type uid_t = __kernel_uid32_t;
/// `struct user`
///
/// Its fields: [`fields::user`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct user {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { user, "struct:user", fields }
/// `enum { STATE_IDLE = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const STATE_IDLE: u32 = 0;
/// `enum { STATE_BUSY = 7 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const STATE_BUSY: u32 = 7;
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct bar`.
#[repr(transparent)]
pub struct bar<R: btfgen::Opaque, P>(btfgen::Members<super::bar, R, P>);
super::layout::fields!(bar);
impl<R: btfgen::Opaque, P> bar<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct foo`.
#[repr(transparent)]
pub struct foo<R: btfgen::Opaque, P>(btfgen::Members<super::foo, R, P>);
super::layout::fields!(foo);
impl<R: btfgen::Opaque, P> foo<R, P> {
    /// `foo *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::foo, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `struct foo *previous`
    #[inline(always)]
    pub fn previous(&self) -> btfgen::Field<*mut super::foo, R, P, { btfgen::name("previous") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct user`.
#[repr(transparent)]
pub struct user<R: btfgen::Opaque, P>(btfgen::Members<super::user, R, P>);
super::layout::fields!(user);
impl<R: btfgen::Opaque, P> user<R, P> {
    /// `u8 byte`
    #[inline(always)]
    pub fn byte(&self) -> btfgen::Field<u8, R, P, { btfgen::name("byte") }> {
        btfgen::then(&self.0)
    }
    /// `u16 misnamed`
    #[inline(always)]
    pub fn misnamed(&self) -> btfgen::Field<super::u16_, R, P, { btfgen::name("misnamed") }> {
        btfgen::then(&self.0)
    }
    /// `u32 word`
    #[inline(always)]
    pub fn word(&self) -> btfgen::Field<u32, R, P, { btfgen::name("word") }> {
        btfgen::then(&self.0)
    }
    /// `bool flag`
    #[inline(always)]
    pub fn flag(&self) -> btfgen::Field<bool, R, P, { btfgen::name("flag") }> {
        btfgen::then(&self.0)
    }
    /// `my_uid_t uid`
    #[inline(always)]
    pub fn uid(&self) -> btfgen::Field<super::my_uid_t, R, P, { btfgen::name("uid") }> {
        btfgen::then(&self.0)
    }
    /// `foo by_typedef`
    #[inline(always)]
    pub fn by_typedef(&self) -> btfgen::Field<super::foo, R, P, { btfgen::name("by_typedef") }> {
        btfgen::then(&self.0)
    }
    /// `struct foo by_tag`
    #[inline(always)]
    pub fn by_tag(&self) -> btfgen::Field<super::foo, R, P, { btfgen::name("by_tag") }> {
        btfgen::then(&self.0)
    }
    /// `bar_t bar`
    #[inline(always)]
    pub fn bar(&self) -> btfgen::Field<super::bar_t, R, P, { btfgen::name("bar") }> {
        btfgen::then(&self.0)
    }
    /// `bars_t bars`
    #[inline(always)]
    pub fn bars(&self) -> btfgen::Field<super::bars_t, R, P, { btfgen::name("bars") }> {
        btfgen::then(&self.0)
    }
    /// `mode_t mode`
    #[inline(always)]
    pub fn mode(&self) -> btfgen::Field<super::mode_t, R, P, { btfgen::name("mode") }> {
        btfgen::then(&self.0)
    }
    /// `enum mode plain_mode`
    #[inline(always)]
    pub fn plain_mode(&self) -> btfgen::Field<super::mode, R, P, { btfgen::name("plain_mode") }> {
        btfgen::then(&self.0)
    }
    /// `state_t state`
    #[inline(always)]
    pub fn state(&self) -> btfgen::Field<super::state_t, R, P, { btfgen::name("state") }> {
        btfgen::then(&self.0)
    }
    /// `same same`
    #[inline(always)]
    pub fn same(&self) -> btfgen::Field<super::same, R, P, { btfgen::name("same") }> {
        btfgen::then(&self.0)
    }
    /// `handle_t handle`
    #[inline(always)]
    pub fn handle(&self) -> btfgen::Field<super::handle_t, R, P, { btfgen::name("handle") }> {
        btfgen::then(&self.0)
    }
    /// `nothing_t *nothing`
    #[inline(always)]
    pub fn nothing(&self) -> btfgen::Field<*mut super::nothing_t, R, P, { btfgen::name("nothing") }> {
        btfgen::then(&self.0)
    }
    /// `const_byte_t byte_const`
    #[inline(always)]
    pub fn byte_const(&self) -> btfgen::Field<super::const_byte_t, R, P, { btfgen::name("byte_const") }> {
        btfgen::then(&self.0)
    }
    /// `bar_ptr_t bar_ptr`
    #[inline(always)]
    pub fn bar_ptr(&self) -> btfgen::Field<super::bar_ptr_t, R, P, { btfgen::name("bar_ptr") }> {
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
btfgen 3 34620c1265ac8de9
struct:bar 4
 value 0 i32
struct:foo 16
 next 0 p64>struct:foo
 previous 8 p64>struct:foo
struct:user 104
 byte 0 u8
 misnamed 1 i8
 word 4 u32
 flag 8 bool
 uid 12 u32
 by_typedef 16 struct:foo
 by_tag 32 struct:foo
 bar 48 struct:bar
 bars 52 struct:bar
 mode 56 enum:mode:u32
 plain_mode 60 enum:mode:u32
 state 64 enum::u32
 same 68 enum:same:u32
 handle 72 p64
 nothing 80 p64
 byte_const 88 u8
 bar_ptr 96 p64>struct:bar
enum:mode enum u32
 MODE_OFF 0
 MODE_ON 1
enum:same enum u32
 SAME_ONE 0
typedef:state_t enum u32
 STATE_IDLE 0
 STATE_BUSY 7
typedef:__kernel_uid32_t u32
typedef:bar_ptr_t p64>struct:bar
typedef:bar_t struct:bar
typedef:bars_t struct:bar
typedef:const_byte_t u8
typedef:handle_t p64
typedef:mode_t enum:mode:u32
typedef:my_uid_t u32
typedef:nothing_t void
typedef:u16 i8
typedef:uid_t u32
int:bool u _Bool
int:i32 i int
int:i8 i signed char
int:u32 u unsigned int
int:u8 u unsigned char
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
    super::mode, 0x2c2bf0cf3f830f95,
    MODE_OFF 0x1963696847850644
    MODE_ON 0xe63858f34ae78952
}
super::layout::enumerators! {
    super::same, 0x28556ba596e2c998,
    SAME_ONE 0xf411bf7dc4edcd30
}
super::layout::enumerators! {
    u32, 0xf4251e149ade228c,
    STATE_IDLE 0xf89891d3bfddf461
    STATE_BUSY 0x75d6ff1101632fd6
}
super::layout::type_names! {
    __kernel_uid32_t 0x72a08486dd19231e
    bar_ptr_t 0xef047cebe36ff6cd
    bar_t 0xbcc7152f9f29c808
    bars_t 0xfd91f1eaeaa7ff23
    const_byte_t 0x861c4ebd231477fb
    handle_t 0x5d08cdcf98516b2f
    mode 0x2c2bf0cf3f830f95
    mode_t 0xc2f69ed1dfc86f0a
    my_uid_t 0x47083dfd460ff83a
    nothing_t 0xd30f687ced835de0
    same 0x28556ba596e2c998
    state_t 0xf4251e149ade228c
    u16_ 0x8fd49dd4ef510b56
    uid_t 0xc731fc4a69649f93
}
}
