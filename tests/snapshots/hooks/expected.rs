/// `typedef void (*btf_trace_9p_request)(void *)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_9p_request = *mut ::core::ffi::c_void;
/// `typedef void (*btf_trace_a__b)(void *, long int)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_a__b = *mut ::core::ffi::c_void;
/// `typedef void (*btf_trace_a_b)(void *, int)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_a_b = *mut ::core::ffi::c_void;
/// `typedef void (*btf_trace_object_lost)(void *, struct object *, int)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_object_lost = *mut ::core::ffi::c_void;
/// `typedef void (*btf_trace_object_made)(void *, struct object *, number_t, _Bool)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_object_made = *mut ::core::ffi::c_void;
/// `typedef int (*callback_t)(int)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type callback_t = *mut ::core::ffi::c_void;
/// `struct declared`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct declared {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { declared }
/// `enum mode`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type mode = u32;
/// `enum mode { MODE_A = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const MODE_A: mode = 0;
/// `enum mode { MODE_B = 1 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const MODE_B: mode = 1;
/// `typedef int number_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type number_t = i32;
/// `struct object`
///
/// Its fields: [`fields::object`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct object {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { object, "struct:object", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct object`.
#[repr(transparent)]
pub struct object<R: btfgen::Opaque, P>(btfgen::Members<super::object, R, P>);
super::layout::fields!(object);
impl<R: btfgen::Opaque, P> object<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
}
/// The arguments of functions, for programs of the types fentry, fexit and fmod_ret, and by registers for kprobe and kretprobe.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod function {
use super::btfgen;
/// `struct object *by_value(struct pair pair, struct small small, int after)`
#[derive(Clone, Copy)]
pub struct ByValue(btfgen::Arguments);
super::layout::context!(ByValue);
impl ByValue {
    /// `struct pair pair`
    #[inline(always)]
    pub fn pair(&self) -> [u64; 2] {
        self.0.registers::<_, 0>()
    }
    /// `struct small small`
    #[inline(always)]
    pub fn small(&self) -> [u64; 1] {
        self.0.registers::<_, 2>()
    }
    /// `int after`
    #[inline(always)]
    pub fn after(&self) -> i32 {
        self.0.scalar::<_, 3>()
    }
    /// What the function returned, for programs that run after it: `struct object *`
    #[inline(always)]
    pub fn ret(&self) -> btfgen::Place<super::object> {
        self.0.returned_place::<_, 4>()
    }
}
/// `int names(int at, int ret, int exists, int type, int self, int clone)`
#[derive(Clone, Copy)]
pub struct Names(btfgen::Arguments);
super::layout::context!(Names);
impl Names {
    /// `int at`
    #[inline(always)]
    pub fn at_(&self) -> i32 {
        self.0.scalar::<_, 0>()
    }
    /// `int ret`
    #[inline(always)]
    pub fn ret_(&self) -> i32 {
        self.0.scalar::<_, 1>()
    }
    /// `int exists`
    #[inline(always)]
    pub fn exists_(&self) -> i32 {
        self.0.scalar::<_, 2>()
    }
    /// `int type`
    #[inline(always)]
    pub fn r#type(&self) -> i32 {
        self.0.scalar::<_, 3>()
    }
    /// `int self`
    #[inline(always)]
    pub fn self_(&self) -> i32 {
        self.0.scalar::<_, 4>()
    }
    /// `int clone`
    #[inline(always)]
    pub fn clone(&self) -> i32 {
        self.0.scalar::<_, 5>()
    }
    /// What the function returned, for programs that run after it: `int`
    #[inline(always)]
    pub fn ret(&self) -> i32 {
        self.0.returned::<_, 6>()
    }
}
/// `void nothing(void)`
#[derive(Clone, Copy)]
pub struct Nothing(btfgen::Arguments);
super::layout::context!(Nothing);
impl Nothing {
}
/// `void *pointers(void *a, const char *b, struct object **c, callback_t d, int *e, struct declared *f, struct {…} *g)`
#[derive(Clone, Copy)]
pub struct Pointers(btfgen::Arguments);
super::layout::context!(Pointers);
impl Pointers {
    /// `void *a`
    #[inline(always)]
    pub fn a(&self) -> *mut ::core::ffi::c_void {
        self.0.scalar::<_, 0>()
    }
    /// `const char *b`
    #[inline(always)]
    pub fn b(&self) -> *const u8 {
        self.0.scalar::<_, 1>()
    }
    /// `struct object **c`
    #[inline(always)]
    pub fn c(&self) -> *mut *mut super::object {
        self.0.scalar::<_, 2>()
    }
    /// `callback_t d`
    #[inline(always)]
    pub fn d(&self) -> super::callback_t {
        self.0.scalar::<_, 3>()
    }
    /// `int *e`
    #[inline(always)]
    pub fn e(&self) -> *mut i32 {
        self.0.scalar::<_, 4>()
    }
    /// `struct declared *f`
    #[inline(always)]
    pub fn f(&self) -> btfgen::Place<super::declared> {
        self.0.place::<_, 5>()
    }
    /// `struct {…} *g`
    #[inline(always)]
    pub fn g(&self) -> *mut ::core::ffi::c_void {
        self.0.scalar::<_, 6>()
    }
    /// What the function returned, for programs that run after it: `void *`
    #[inline(always)]
    pub fn ret(&self) -> *mut ::core::ffi::c_void {
        self.0.returned::<_, 7>()
    }
}
/// `unsigned char scalars(signed char a, short unsigned int b, long long int c, char d, enum mode e, _Bool f)`
#[derive(Clone, Copy)]
pub struct Scalars(btfgen::Arguments);
super::layout::context!(Scalars);
impl Scalars {
    /// `signed char a`
    #[inline(always)]
    pub fn a(&self) -> i8 {
        self.0.scalar::<_, 0>()
    }
    /// `short unsigned int b`
    #[inline(always)]
    pub fn b(&self) -> u16 {
        self.0.scalar::<_, 1>()
    }
    /// `long long int c`
    #[inline(always)]
    pub fn c(&self) -> i64 {
        self.0.scalar::<_, 2>()
    }
    /// `char d`
    #[inline(always)]
    pub fn d(&self) -> u8 {
        self.0.scalar::<_, 3>()
    }
    /// `enum mode e`
    #[inline(always)]
    pub fn e(&self) -> super::mode {
        self.0.scalar::<_, 4>()
    }
    /// `_Bool f`
    #[inline(always)]
    pub fn f(&self) -> bool {
        self.0.scalar::<_, 5>()
    }
    /// What the function returned, for programs that run after it: `unsigned char`
    #[inline(always)]
    pub fn ret(&self) -> u8 {
        self.0.returned::<_, 6>()
    }
}
}
/// The arguments of LSM hooks.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod lsm {
use super::btfgen;
/// `int object_open(struct object *object, const struct object *other)`
#[derive(Clone, Copy)]
pub struct ObjectOpen(btfgen::Arguments);
super::layout::context!(ObjectOpen);
impl ObjectOpen {
    /// `struct object *object`
    #[inline(always)]
    pub fn object(&self) -> btfgen::Place<super::object> {
        self.0.place::<_, 0>()
    }
    /// `const struct object *other`
    #[inline(always)]
    pub fn other(&self) -> btfgen::Place<super::object> {
        self.0.place::<_, 1>()
    }
    /// What the function returned, for programs that run after it: `int`
    #[inline(always)]
    pub fn ret(&self) -> i32 {
        self.0.returned::<_, 2>()
    }
}
}
/// The arguments of tracepoints, for programs of the types tp_btf and raw_tp.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod tp {
use super::btfgen;
/// `void 9p_request(void)`
#[derive(Clone, Copy)]
pub struct _9pRequest(btfgen::Arguments);
super::layout::context!(_9pRequest);
impl _9pRequest {
    /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
    /// is constant once the program is loaded.
    #[inline(always)]
    pub fn exists() -> bool {
        btfgen::type_exists::<super::relocated::btf_trace_9p_request>()
    }
}
/// `void a__b(long int)`
#[derive(Clone, Copy)]
pub struct AB_(btfgen::Arguments);
super::layout::context!(AB_);
impl AB_ {
    /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
    /// is constant once the program is loaded.
    #[inline(always)]
    pub fn exists() -> bool {
        btfgen::type_exists::<super::relocated::btf_trace_a__b>()
    }
    /// `long int`
    #[inline(always)]
    pub fn arg0(&self) -> i64 {
        self.0.scalar::<_, 0>()
    }
}
/// `void a_b(int)`
#[derive(Clone, Copy)]
pub struct AB(btfgen::Arguments);
super::layout::context!(AB);
impl AB {
    /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
    /// is constant once the program is loaded.
    #[inline(always)]
    pub fn exists() -> bool {
        btfgen::type_exists::<super::relocated::btf_trace_a_b>()
    }
    /// `int`
    #[inline(always)]
    pub fn arg0(&self) -> i32 {
        self.0.scalar::<_, 0>()
    }
}
/// `void object_lost(struct object *, int)`
#[derive(Clone, Copy)]
pub struct ObjectLost(btfgen::Arguments);
super::layout::context!(ObjectLost);
impl ObjectLost {
    /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
    /// is constant once the program is loaded.
    #[inline(always)]
    pub fn exists() -> bool {
        btfgen::type_exists::<super::relocated::btf_trace_object_lost>()
    }
    /// `struct object *`
    #[inline(always)]
    pub fn arg0(&self) -> btfgen::Place<super::object> {
        self.0.place::<_, 0>()
    }
    /// `int`
    #[inline(always)]
    pub fn arg1(&self) -> i32 {
        self.0.scalar::<_, 1>()
    }
}
/// `void object_made(struct object *made, number_t number, _Bool is_new)`
#[derive(Clone, Copy)]
pub struct ObjectMade(btfgen::Arguments);
super::layout::context!(ObjectMade);
impl ObjectMade {
    /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
    /// is constant once the program is loaded.
    #[inline(always)]
    pub fn exists() -> bool {
        btfgen::type_exists::<super::relocated::btf_trace_object_made>()
    }
    /// `struct object *made`
    #[inline(always)]
    pub fn made(&self) -> btfgen::Place<super::object> {
        self.0.place::<_, 0>()
    }
    /// `number_t number`
    #[inline(always)]
    pub fn number(&self) -> super::number_t {
        self.0.scalar::<_, 1>()
    }
    /// `_Bool is_new`
    #[inline(always)]
    pub fn is_new(&self) -> bool {
        self.0.scalar::<_, 2>()
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
btfgen 3 00bb4d675ce09b8f
struct:object 4
 value 0 i32
enum:mode enum u32
 MODE_A 0
 MODE_B 1
typedef:btf_trace_9p_request p64>(p64)void
typedef:btf_trace_a__b p64>(p64,i64l)void
typedef:btf_trace_a_b p64>(p64,i32)void
typedef:btf_trace_object_lost p64>(p64,p64>struct:object,i32)void
typedef:btf_trace_object_made p64>(p64,p64>struct:object,i32,bool)void
typedef:callback_t p64>(i32)i32
typedef:number_t i32
int:bool u _Bool
int:i32 i int
int:i64l i long int
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
    MODE_A 0x747be1b8c2f7b0c2
    MODE_B 0x747be0b8c2f7af0f
}
super::layout::type_names! {
    btf_trace_9p_request 0x730b8e02eacb43b6
    btf_trace_a__b 0x4d88206b812f26e8
    btf_trace_a_b 0x3f0202977e3c54d9
    btf_trace_object_lost 0xb9debd19d206362d
    btf_trace_object_made 0x5d60ea0ecd16a04a
    callback_t 0xac73222c47f31896
    mode 0x2c2bf0cf3f830f95
    number_t 0x57ad3f18f7bea314
}
}
