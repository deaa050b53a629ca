/// `struct load`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct load {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { load, "struct:load" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<load, R, P> {
    /// `int load`
    #[inline(always)]
    pub fn load(self) -> btfgen::Field<i32, R, P, { btfgen::name("load") }> { btfgen::then(self) }
    /// `int load_once`
    #[inline(always)]
    pub fn load_once(self) -> btfgen::Field<i32, R, P, { btfgen::name("load_once") }> { btfgen::then(self) }
    /// `int read`
    #[inline(always)]
    pub fn read(self) -> btfgen::Field<i32, R, P, { btfgen::name("read") }> { btfgen::then(self) }
    /// `int read_user`
    #[inline(always)]
    pub fn read_user(self) -> btfgen::Field<i32, R, P, { btfgen::name("read_user") }> { btfgen::then(self) }
    /// `int store`
    #[inline(always)]
    pub fn store(self) -> btfgen::Field<i32, R, P, { btfgen::name("store") }> { btfgen::then(self) }
    /// `int follow`
    #[inline(always)]
    pub fn follow(self) -> btfgen::Field<i32, R, P, { btfgen::name("follow") }> { btfgen::then(self) }
    /// `int follow_trusted`
    #[inline(always)]
    pub fn follow_trusted(self) -> btfgen::Field<i32, R, P, { btfgen::name("follow_trusted") }> { btfgen::then(self) }
    /// `int index`
    #[inline(always)]
    pub fn index(self) -> btfgen::Field<i32, R, P, { btfgen::name("index") }> { btfgen::then(self) }
    /// `int at`
    #[inline(always)]
    pub fn at(self) -> btfgen::Field<i32, R, P, { btfgen::name("at") }> { btfgen::then(self) }
    /// `int then`
    #[inline(always)]
    pub fn then(self) -> btfgen::Field<i32, R, P, { btfgen::name("then") }> { btfgen::then(self) }
    /// `int exists`
    #[inline(always)]
    pub fn exists(self) -> btfgen::Field<i32, R, P, { btfgen::name("exists") }> { btfgen::then(self) }
    /// `int place`
    #[inline(always)]
    pub fn place(self) -> btfgen::Field<i32, R, P, { btfgen::name("place") }> { btfgen::then(self) }
    /// `int name`
    #[inline(always)]
    pub fn name(self) -> btfgen::Field<i32, R, P, { btfgen::name("name") }> { btfgen::then(self) }
    /// `int as_ptr`
    #[inline(always)]
    pub fn as_ptr(self) -> btfgen::Field<i32, R, P, { btfgen::name("as_ptr") }> { btfgen::then(self) }
    /// `int as_root`
    #[inline(always)]
    pub fn as_root(self) -> btfgen::Field<i32, R, P, { btfgen::name("as_root") }> { btfgen::then(self) }
    /// `int byte_offset`
    #[inline(always)]
    pub fn byte_offset(self) -> btfgen::Field<i32, R, P, { btfgen::name("byte_offset") }> { btfgen::then(self) }
    /// `int byte_size`
    #[inline(always)]
    pub fn byte_size(self) -> btfgen::Field<i32, R, P, { btfgen::name("byte_size") }> { btfgen::then(self) }
    /// `int clone`
    #[inline(always)]
    pub fn clone(self) -> btfgen::Field<i32, R, P, { btfgen::name("clone") }> { btfgen::then(self) }
    /// `int into`
    #[inline(always)]
    pub fn into(self) -> btfgen::Field<i32, R, P, { btfgen::name("into") }> { btfgen::then(self) }
    /// `int from`
    #[inline(always)]
    pub fn from(self) -> btfgen::Field<i32, R, P, { btfgen::name("from") }> { btfgen::then(self) }
    /// `int is_empty`
    #[inline(always)]
    pub fn is_empty(self) -> btfgen::Field<i32, R, P, { btfgen::name("is_empty") }> { btfgen::then(self) }
    /// `int to_string`
    #[inline(always)]
    pub fn to_string(self) -> btfgen::Field<i32, R, P, { btfgen::name("to_string") }> { btfgen::then(self) }
    /// `int new`
    #[inline(always)]
    pub fn new(self) -> btfgen::Field<i32, R, P, { btfgen::name("new") }> { btfgen::then(self) }
    /// `int drop`
    #[inline(always)]
    pub fn drop(self) -> btfgen::Field<i32, R, P, { btfgen::name("drop") }> { btfgen::then(self) }
    /// `int borrow`
    #[inline(always)]
    pub fn borrow(self) -> btfgen::Field<i32, R, P, { btfgen::name("borrow") }> { btfgen::then(self) }
    /// `int next`
    #[inline(always)]
    pub fn next(self) -> btfgen::Field<i32, R, P, { btfgen::name("next") }> { btfgen::then(self) }
    /// `int not`
    #[inline(always)]
    pub fn not(self) -> btfgen::Field<i32, R, P, { btfgen::name("not") }> { btfgen::then(self) }
    /// `int neg`
    #[inline(always)]
    pub fn neg(self) -> btfgen::Field<i32, R, P, { btfgen::name("neg") }> { btfgen::then(self) }
    /// `int add`
    #[inline(always)]
    pub fn add(self) -> btfgen::Field<i32, R, P, { btfgen::name("add") }> { btfgen::then(self) }
    /// `int default_`
    #[inline(always)]
    pub fn default_(self) -> btfgen::Field<i32, R, P, { btfgen::name("default_") }> { btfgen::then(self) }
    /// `int len`
    #[inline(always)]
    pub fn len(self) -> btfgen::Field<i32, R, P, { btfgen::name("len") }> { btfgen::then(self) }
    /// `int hash`
    #[inline(always)]
    pub fn hash(self) -> btfgen::Field<i32, R, P, { btfgen::name("hash") }> { btfgen::then(self) }
    /// `int eq`
    #[inline(always)]
    pub fn eq(self) -> btfgen::Field<i32, R, P, { btfgen::name("eq") }> { btfgen::then(self) }
    /// `int cmp`
    #[inline(always)]
    pub fn cmp(self) -> btfgen::Field<i32, R, P, { btfgen::name("cmp") }> { btfgen::then(self) }
    /// `int as_ref`
    #[inline(always)]
    pub fn as_ref(self) -> btfgen::Field<i32, R, P, { btfgen::name("as_ref") }> { btfgen::then(self) }
    /// `int as_mut`
    #[inline(always)]
    pub fn as_mut(self) -> btfgen::Field<i32, R, P, { btfgen::name("as_mut") }> { btfgen::then(self) }
    /// `int into_iter`
    #[inline(always)]
    pub fn into_iter(self) -> btfgen::Field<i32, R, P, { btfgen::name("into_iter") }> { btfgen::then(self) }
    /// `int iter`
    #[inline(always)]
    pub fn iter(self) -> btfgen::Field<i32, R, P, { btfgen::name("iter") }> { btfgen::then(self) }
    /// `int deref`
    #[inline(always)]
    pub fn deref(self) -> btfgen::Field<i32, R, P, { btfgen::name("deref") }> { btfgen::then(self) }
    /// `int is_set`
    #[inline(always)]
    pub fn is_set(self) -> btfgen::Field<i32, R, P, { btfgen::name("is_set") }> { btfgen::then(self) }
    /// `int to_node`
    #[inline(always)]
    pub fn to_node(self) -> btfgen::Field<i32, R, P, { btfgen::name("to_node") }> { btfgen::then(self) }
    /// `int from_node`
    #[inline(always)]
    pub fn from_node(self) -> btfgen::Field<i32, R, P, { btfgen::name("from_node") }> { btfgen::then(self) }
}
/// Places, and the operations on them.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

// Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.
const TABLE: &str = "\
btfgen 1
struct:load 168
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
int:i32 i int
";
const FAR: &[u64] = &[];
}
