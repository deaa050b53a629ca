/// `struct list`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct list {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { list, "struct:list" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<list, R, P> {
    /// `struct list *next`
    #[inline(always)]
    pub fn next(self) -> btfgen::Field<*mut list, R, P, { btfgen::name("next") }> { btfgen::then(self) }
    /// `struct list *prev`
    #[inline(always)]
    pub fn prev(self) -> btfgen::Field<*mut list, R, P, { btfgen::name("prev") }> { btfgen::then(self) }
}
/// `struct node`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct node {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { node, "struct:node" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<node, R, P> {
    /// `struct list link`
    #[inline(always)]
    pub fn link(self) -> btfgen::Field<list, R, P, { btfgen::name("link") }> { btfgen::then(self) }
    /// `long unsigned int flags`
    #[inline(always)]
    pub fn flags(self) -> btfgen::Field<u32, R, P, { btfgen::name("flags") }> { btfgen::then(self) }
    /// `void (*run)(struct node *)`
    #[inline(always)]
    pub fn run(self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("run") }> { btfgen::then(self) }
    /// `char name[5]`
    #[inline(always)]
    pub fn name(self) -> btfgen::Field<btfgen::Array<u8, 5>, R, P, { btfgen::name("name") }> { btfgen::then(self) }
    /// `struct node *children[3]`
    #[inline(always)]
    pub fn children(self) -> btfgen::Field<btfgen::Array<*mut node, 3>, R, P, { btfgen::name("children") }> { btfgen::then(self) }
    /// `long long unsigned int stamp`
    #[inline(always)]
    pub fn stamp(self) -> btfgen::Field<u64, R, P, { btfgen::name("stamp") }> { btfgen::then(self) }
    /// `unsigned int first:3`
    #[inline(always)]
    pub fn first(self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("first") }> { btfgen::then(self) }
    /// `unsigned int second:13`
    #[inline(always)]
    pub fn second(self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("second") }> { btfgen::then(self) }
    /// `long int last`
    #[inline(always)]
    pub fn last(self) -> btfgen::Field<i32, R, P, { btfgen::name("last") }> { btfgen::then(self) }
}
/// Places, and the operations on them.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

// Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.
const TABLE: &str = "\
btfgen 1
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
