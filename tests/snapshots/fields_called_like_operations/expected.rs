/// `struct load`
///
/// Its fields: [`fields::load`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct load {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { load, "struct:load", fields }
/// `enum of_this_file`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type of_this_file = u32;
/// `enum of_this_file { btfgen = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const btfgen: of_this_file = 0;
/// `enum of_this_file { fields = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const fields: of_this_file = 1;
/// `enum of_this_file { relocated = 2 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const relocated: of_this_file = 2;
/// `enum of_this_file { R = 3 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const R: of_this_file = 3;
/// `enum of_this_file { P = 4 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const P: of_this_file = 4;
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct load`.
#[repr(transparent)]
pub struct load<R: btfgen::Opaque, P>(btfgen::Members<super::load, R, P>);
super::layout::fields!(load);
impl<R: btfgen::Opaque, P> load<R, P> {
    /// `int load`
    #[inline(always)]
    pub fn load(&self) -> btfgen::Field<i32, R, P, { btfgen::name("load") }> {
        btfgen::then(&self.0)
    }
    /// `int load_once`
    #[inline(always)]
    pub fn load_once(&self) -> btfgen::Field<i32, R, P, { btfgen::name("load_once") }> {
        btfgen::then(&self.0)
    }
    /// `int read`
    #[inline(always)]
    pub fn read(&self) -> btfgen::Field<i32, R, P, { btfgen::name("read") }> {
        btfgen::then(&self.0)
    }
    /// `int read_user`
    #[inline(always)]
    pub fn read_user(&self) -> btfgen::Field<i32, R, P, { btfgen::name("read_user") }> {
        btfgen::then(&self.0)
    }
    /// `int store`
    #[inline(always)]
    pub fn store(&self) -> btfgen::Field<i32, R, P, { btfgen::name("store") }> {
        btfgen::then(&self.0)
    }
    /// `int follow`
    #[inline(always)]
    pub fn follow(&self) -> btfgen::Field<i32, R, P, { btfgen::name("follow") }> {
        btfgen::then(&self.0)
    }
    /// `int follow_trusted`
    #[inline(always)]
    pub fn follow_trusted(&self) -> btfgen::Field<i32, R, P, { btfgen::name("follow_trusted") }> {
        btfgen::then(&self.0)
    }
    /// `int index`
    #[inline(always)]
    pub fn index(&self) -> btfgen::Field<i32, R, P, { btfgen::name("index") }> {
        btfgen::then(&self.0)
    }
    /// `int at`
    #[inline(always)]
    pub fn at(&self) -> btfgen::Field<i32, R, P, { btfgen::name("at") }> {
        btfgen::then(&self.0)
    }
    /// `int then`
    #[inline(always)]
    pub fn then(&self) -> btfgen::Field<i32, R, P, { btfgen::name("then") }> {
        btfgen::then(&self.0)
    }
    /// `int exists`
    #[inline(always)]
    pub fn exists(&self) -> btfgen::Field<i32, R, P, { btfgen::name("exists") }> {
        btfgen::then(&self.0)
    }
    /// `int place`
    #[inline(always)]
    pub fn place(&self) -> btfgen::Field<i32, R, P, { btfgen::name("place") }> {
        btfgen::then(&self.0)
    }
    /// `int name`
    #[inline(always)]
    pub fn name(&self) -> btfgen::Field<i32, R, P, { btfgen::name("name") }> {
        btfgen::then(&self.0)
    }
    /// `int as_ptr`
    #[inline(always)]
    pub fn as_ptr(&self) -> btfgen::Field<i32, R, P, { btfgen::name("as_ptr") }> {
        btfgen::then(&self.0)
    }
    /// `int as_root`
    #[inline(always)]
    pub fn as_root(&self) -> btfgen::Field<i32, R, P, { btfgen::name("as_root") }> {
        btfgen::then(&self.0)
    }
    /// `int byte_offset`
    #[inline(always)]
    pub fn byte_offset(&self) -> btfgen::Field<i32, R, P, { btfgen::name("byte_offset") }> {
        btfgen::then(&self.0)
    }
    /// `int byte_size`
    #[inline(always)]
    pub fn byte_size(&self) -> btfgen::Field<i32, R, P, { btfgen::name("byte_size") }> {
        btfgen::then(&self.0)
    }
    /// `int clone`
    #[inline(always)]
    pub fn clone_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("clone") }> {
        btfgen::then(&self.0)
    }
    /// `int into`
    #[inline(always)]
    pub fn into_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("into") }> {
        btfgen::then(&self.0)
    }
    /// `int from`
    #[inline(always)]
    pub fn from(&self) -> btfgen::Field<i32, R, P, { btfgen::name("from") }> {
        btfgen::then(&self.0)
    }
    /// `int is_empty`
    #[inline(always)]
    pub fn is_empty(&self) -> btfgen::Field<i32, R, P, { btfgen::name("is_empty") }> {
        btfgen::then(&self.0)
    }
    /// `int to_string`
    #[inline(always)]
    pub fn to_string(&self) -> btfgen::Field<i32, R, P, { btfgen::name("to_string") }> {
        btfgen::then(&self.0)
    }
    /// `int new`
    #[inline(always)]
    pub fn new(&self) -> btfgen::Field<i32, R, P, { btfgen::name("new") }> {
        btfgen::then(&self.0)
    }
    /// `int drop`
    #[inline(always)]
    pub fn drop(&self) -> btfgen::Field<i32, R, P, { btfgen::name("drop") }> {
        btfgen::then(&self.0)
    }
    /// `int borrow`
    #[inline(always)]
    pub fn borrow(&self) -> btfgen::Field<i32, R, P, { btfgen::name("borrow") }> {
        btfgen::then(&self.0)
    }
    /// `int next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<i32, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `int not`
    #[inline(always)]
    pub fn not(&self) -> btfgen::Field<i32, R, P, { btfgen::name("not") }> {
        btfgen::then(&self.0)
    }
    /// `int neg`
    #[inline(always)]
    pub fn neg(&self) -> btfgen::Field<i32, R, P, { btfgen::name("neg") }> {
        btfgen::then(&self.0)
    }
    /// `int add`
    #[inline(always)]
    pub fn add(&self) -> btfgen::Field<i32, R, P, { btfgen::name("add") }> {
        btfgen::then(&self.0)
    }
    /// `int default_`
    #[inline(always)]
    pub fn default_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("default_") }> {
        btfgen::then(&self.0)
    }
    /// `int len`
    #[inline(always)]
    pub fn len(&self) -> btfgen::Field<i32, R, P, { btfgen::name("len") }> {
        btfgen::then(&self.0)
    }
    /// `int hash`
    #[inline(always)]
    pub fn hash(&self) -> btfgen::Field<i32, R, P, { btfgen::name("hash") }> {
        btfgen::then(&self.0)
    }
    /// `int eq`
    #[inline(always)]
    pub fn eq_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("eq") }> {
        btfgen::then(&self.0)
    }
    /// `int cmp`
    #[inline(always)]
    pub fn cmp(&self) -> btfgen::Field<i32, R, P, { btfgen::name("cmp") }> {
        btfgen::then(&self.0)
    }
    /// `int as_ref`
    #[inline(always)]
    pub fn as_ref(&self) -> btfgen::Field<i32, R, P, { btfgen::name("as_ref") }> {
        btfgen::then(&self.0)
    }
    /// `int as_mut`
    #[inline(always)]
    pub fn as_mut(&self) -> btfgen::Field<i32, R, P, { btfgen::name("as_mut") }> {
        btfgen::then(&self.0)
    }
    /// `int into_iter`
    #[inline(always)]
    pub fn into_iter(&self) -> btfgen::Field<i32, R, P, { btfgen::name("into_iter") }> {
        btfgen::then(&self.0)
    }
    /// `int iter`
    #[inline(always)]
    pub fn iter(&self) -> btfgen::Field<i32, R, P, { btfgen::name("iter") }> {
        btfgen::then(&self.0)
    }
    /// `int deref`
    #[inline(always)]
    pub fn deref(&self) -> btfgen::Field<i32, R, P, { btfgen::name("deref") }> {
        btfgen::then(&self.0)
    }
    /// `int is_set`
    #[inline(always)]
    pub fn is_set(&self) -> btfgen::Field<i32, R, P, { btfgen::name("is_set") }> {
        btfgen::then(&self.0)
    }
    /// `int to_node`
    #[inline(always)]
    pub fn to_node(&self) -> btfgen::Field<i32, R, P, { btfgen::name("to_node") }> {
        btfgen::then(&self.0)
    }
    /// `int from_node`
    #[inline(always)]
    pub fn from_node(&self) -> btfgen::Field<i32, R, P, { btfgen::name("from_node") }> {
        btfgen::then(&self.0)
    }
    /// `int clone_from`
    #[inline(always)]
    pub fn clone_from_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("clone_from") }> {
        btfgen::then(&self.0)
    }
    /// `int clone_into`
    #[inline(always)]
    pub fn clone_into_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("clone_into") }> {
        btfgen::then(&self.0)
    }
    /// `int try_into`
    #[inline(always)]
    pub fn try_into_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("try_into") }> {
        btfgen::then(&self.0)
    }
    /// `int to_owned`
    #[inline(always)]
    pub fn to_owned_(&self) -> btfgen::Field<i32, R, P, { btfgen::name("to_owned") }> {
        btfgen::then(&self.0)
    }
    /// `int operations`
    #[inline(always)]
    pub fn operations(&self) -> btfgen::Field<i32, R, P, { btfgen::name("operations") }> {
        btfgen::then(&self.0)
    }
    /// `int type_id`
    #[inline(always)]
    pub fn type_id(&self) -> btfgen::Field<i32, R, P, { btfgen::name("type_id") }> {
        btfgen::then(&self.0)
    }
    /// `enum of_this_file own`
    #[inline(always)]
    pub fn own(&self) -> btfgen::Field<super::of_this_file, R, P, { btfgen::name("own") }> {
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
btfgen 3 8c3b3a716c6f51fb
struct:load 196
 load 0 i32
 load_once 4 i32
 read 8 i32
 read_user 12 i32
 store 16 i32
 follow 20 i32
 follow_trusted 24 i32
 index 28 i32
 at 32 i32
 then 36 i32
 exists 40 i32
 place 44 i32
 name 48 i32
 as_ptr 52 i32
 as_root 56 i32
 byte_offset 60 i32
 byte_size 64 i32
 clone 68 i32
 into 72 i32
 from 76 i32
 is_empty 80 i32
 to_string 84 i32
 new 88 i32
 drop 92 i32
 borrow 96 i32
 next 100 i32
 not 104 i32
 neg 108 i32
 add 112 i32
 default_ 116 i32
 len 120 i32
 hash 124 i32
 eq 128 i32
 cmp 132 i32
 as_ref 136 i32
 as_mut 140 i32
 into_iter 144 i32
 iter 148 i32
 deref 152 i32
 is_set 156 i32
 to_node 160 i32
 from_node 164 i32
 clone_from 168 i32
 clone_into 172 i32
 try_into 176 i32
 to_owned 180 i32
 operations 184 i32
 type_id 188 i32
 own 192 enum:of_this_file:u32
enum:of_this_file enum u32
 btfgen 0
 fields 1
 relocated 2
 R 3
 P 4
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
super::layout::enumerators! {
    super::of_this_file, 0x213279795f62c387,
    btfgen 0x6b1c93273c4ed0bb
    fields 0x490e596d24847edc
    relocated 0xcfb2fbdd77dee6e2
    R 0xaf640f4c86024335
    P 0xaf640d4c86023fcf
}
super::layout::type_names! {
    of_this_file 0x213279795f62c387
}
}
