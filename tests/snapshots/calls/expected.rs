/// `typedef struct {…} count_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct count_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { count_t, "typedef:count_t" }
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
/// `struct pt_regs`
///
/// Its fields: [`fields::pt_regs`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct pt_regs {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { pt_regs, "struct:pt_regs", fields }
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
    /// `int type`
    #[inline(always)]
    pub fn r#type(&self) -> btfgen::Field<i32, R, P, { btfgen::name("type") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct pt_regs`.
#[repr(transparent)]
pub struct pt_regs<R: btfgen::Opaque, P>(btfgen::Members<super::pt_regs, R, P>);
super::layout::fields!(pt_regs);
impl<R: btfgen::Opaque, P> pt_regs<R, P> {
    /// `unsigned long r9`
    #[inline(always)]
    pub fn r9(&self) -> btfgen::Field<u64, R, P, { btfgen::name("r9") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long r8`
    #[inline(always)]
    pub fn r8(&self) -> btfgen::Field<u64, R, P, { btfgen::name("r8") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long ax`
    #[inline(always)]
    pub fn ax(&self) -> btfgen::Field<u64, R, P, { btfgen::name("ax") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long cx`
    #[inline(always)]
    pub fn cx(&self) -> btfgen::Field<u64, R, P, { btfgen::name("cx") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long dx`
    #[inline(always)]
    pub fn dx(&self) -> btfgen::Field<u64, R, P, { btfgen::name("dx") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long si`
    #[inline(always)]
    pub fn si(&self) -> btfgen::Field<u64, R, P, { btfgen::name("si") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned long di`
    #[inline(always)]
    pub fn di(&self) -> btfgen::Field<u64, R, P, { btfgen::name("di") }> {
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
/// `long probed(struct object *object, int a, int b, int c, int d)`
#[derive(Clone, Copy)]
pub struct Probed<S = btfgen::Context>(btfgen::Arguments<S>);
super::layout::context!(Probed);
impl<S: btfgen::Slots> Probed<S> {
    /// `struct object *object`
    #[inline(always)]
    pub fn object(&self) -> btfgen::Place<super::object> {
        self.0.place::<_, 0>()
    }
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> i32 {
        self.0.scalar::<_, 1>()
    }
    /// `int b`
    #[inline(always)]
    pub fn b(&self) -> i32 {
        self.0.scalar::<_, 2>()
    }
    /// `int c`
    #[inline(always)]
    pub fn c(&self) -> i32 {
        self.0.scalar::<_, 3>()
    }
    /// `int d`
    #[inline(always)]
    pub fn d(&self) -> i32 {
        self.0.scalar::<_, 4>()
    }
    /// What the function returned, for programs that run after it: `long`
    #[inline(always)]
    pub fn ret(&self) -> i64 {
        self.0.returned::<_, 5>()
    }
}
super::layout::from_registers!(Probed);
/// `int probed_by_value(struct pair pair)`
#[derive(Clone, Copy)]
pub struct ProbedByValue(btfgen::Arguments);
super::layout::context!(ProbedByValue);
impl ProbedByValue {
    /// `struct pair pair`
    #[inline(always)]
    pub fn pair(&self) -> [u64; 2] {
        self.0.registers::<_, 0>()
    }
    /// What the function returned, for programs that run after it: `int`
    #[inline(always)]
    pub fn ret(&self) -> i32 {
        self.0.returned::<_, 2>()
    }
}
/// The registers of a kprobe or kretprobe. Up to 6 registers have the arguments of a function.
#[derive(Clone, Copy)]
pub struct Registers(btfgen::Place<super::pt_regs>);
impl btfgen::Slots for Registers {
    #[inline(always)]
    fn argument<const SLOT: usize>(&self) -> u64 {
        const {
            assert!(SLOT < 6usize, "this argument is not in a register");
        }
        unsafe {
            match SLOT {
                0usize => self.0.di().load(),
                1usize => self.0.si().load(),
                2usize => self.0.dx().load(),
                3usize => self.0.cx().load(),
                4usize => self.0.r8().load(),
                5usize => self.0.r9().load(),
                _ => 0,
            }
        }
    }
    #[inline(always)]
    fn result<const SLOT: usize>(&self) -> u64 {
        unsafe { self.0.ax().load() }
    }
}
}
/// Functions of the kernel that programs call (kfuncs).
///
/// The kernel checks each call: which programs may call the function, and what its arguments may be. The names of
/// parameters say what it expects, for instance `mem__sz` for the size of the memory at `mem`. If the running kernel does
/// not have a function, it refuses a program that calls it, unless `exists` guards the call.
///
/// # Safety
///
/// The arguments are what the function expects. The kernel checks pointers, but not every number.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
#[allow(clippy::missing_safety_doc)]
pub mod kfunc {
use super::btfgen;
/// `struct object *object_acquire(struct object *object)`
#[inline(always)]
pub unsafe fn object_acquire(
    object: impl btfgen::PointerTo<super::object>,
) -> btfgen::Place<super::object> {
    btfgen::returned_place(
        super::layout::call!("object_acquire", btfgen::pass_pointer_to(object)),
    )
}
/// `int object_flags___v2(struct object *object, int flags)`
#[inline(always)]
pub unsafe fn object_flags___v2(
    object: impl btfgen::PointerTo<super::object>,
    flags: i32,
) -> i32 {
    btfgen::returned(
        super::layout::call!(
            "object_flags___v2___btfgen", btfgen::pass_pointer_to(object),
            btfgen::pass(flags)
        ),
    )
}
/// `const char *object_name(const struct object *object, char *buffer__uninit, int buffer__sz)`
#[inline(always)]
pub unsafe fn object_name(
    object: impl btfgen::PointerTo<super::object>,
    buffer__uninit: *mut u8,
    buffer__sz: i32,
) -> *const u8 {
    btfgen::returned(
        super::layout::call!(
            "object_name", btfgen::pass_pointer_to(object), btfgen::pass(buffer__uninit),
            btfgen::pass(buffer__sz)
        ),
    )
}
/// `int object_pointers(void *any, count_t *count, struct declared *declared, number_t *number, struct object **list)`
#[inline(always)]
pub unsafe fn object_pointers(
    any: impl btfgen::Pointer,
    count: impl btfgen::PointerTo<super::count_t>,
    declared: impl btfgen::PointerTo<super::declared>,
    number: *mut super::number_t,
    list: *mut *mut super::object,
) -> i32 {
    btfgen::returned(
        super::layout::call!(
            "object_pointers", btfgen::pass_pointer(any), btfgen::pass_pointer_to(count),
            btfgen::pass_pointer_to(declared), btfgen::pass(number), btfgen::pass(list)
        ),
    )
}
/// `void object_release(struct object *object)`
///
/// The kernel's BTF has the tag `bpf_fastcall` for it.
#[inline(always)]
pub unsafe fn object_release(object: impl btfgen::PointerTo<super::object>) {
    super::layout::call!("object_release", btfgen::pass_pointer_to(object));
}
/// `unsigned char object_scalars(signed char a, unsigned short b, long long c, enum mode d, _Bool e)`
#[inline(always)]
pub unsafe fn object_scalars(a: i8, b: u16, c: i64, d: super::mode, e: bool) -> u8 {
    btfgen::returned(
        super::layout::call!(
            "object_scalars", btfgen::pass(a), btfgen::pass(b), btfgen::pass(c),
            btfgen::pass(d), btfgen::pass(e)
        ),
    )
}
/// `int type(int self, int fn, int)`
#[inline(always)]
pub unsafe fn r#type(self_: i32, r#fn: i32, arg2: i32) -> i32 {
    btfgen::returned(
        super::layout::call!(
            "type", btfgen::pass(self_), btfgen::pass(r#fn), btfgen::pass(arg2)
        ),
    )
}
/// Whether the running kernel has each function, with the same number and kinds of arguments. This is constant once the
/// program is loaded.
pub mod exists {
/// Whether the running kernel has `object_acquire`.
#[inline(always)]
pub fn object_acquire() -> bool {
    super::super::layout::exists!("object_acquire")
}
/// Whether the running kernel has `object_flags___v2`.
#[inline(always)]
pub fn object_flags___v2() -> bool {
    super::super::layout::exists!("object_flags___v2___btfgen")
}
/// Whether the running kernel has `object_name`.
#[inline(always)]
pub fn object_name() -> bool {
    super::super::layout::exists!("object_name")
}
/// Whether the running kernel has `object_pointers`.
#[inline(always)]
pub fn object_pointers() -> bool {
    super::super::layout::exists!("object_pointers")
}
/// Whether the running kernel has `object_release`.
#[inline(always)]
pub fn object_release() -> bool {
    super::super::layout::exists!("object_release")
}
/// Whether the running kernel has `object_scalars`.
#[inline(always)]
pub fn object_scalars() -> bool {
    super::super::layout::exists!("object_scalars")
}
/// Whether the running kernel has `type`.
#[inline(always)]
pub fn r#type() -> bool {
    super::super::layout::exists!("type")
}
}
}
/// Variables of the kernel that each CPU has for itself.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod var {
use super::btfgen;
/// `count_t count`
pub struct count;
super::layout::per_cpu!(count, "count", super::count_t);
/// `struct object *current_object`
pub struct current_object;
super::layout::per_cpu!(current_object, "current_object", *mut super::object);
/// `int number`
pub struct number;
super::layout::per_cpu!(number, "number", i32);
/// `struct object objects`
pub struct objects;
super::layout::per_cpu!(objects, "objects", super::object);
}
/// Options of the configuration of the running kernel. Only libbpf puts their values in.
///
/// They are constants for the verifier: it skips the branch that is not taken. An object can use an option as a number or as
/// `y`, `m` and `n`, but not as both. A program that uses the wrong one does not load.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod kconfig {
/// `CONFIG_HZ`
pub struct CONFIG_HZ;
super::layout::config!(
    CONFIG_HZ, "CONFIG_HZ", "btfgen.number.CONFIG_HZ", "btfgen.state.CONFIG_HZ"
);
/// `LINUX_KERNEL_VERSION`
pub struct LINUX_KERNEL_VERSION;
super::layout::config!(
    LINUX_KERNEL_VERSION, "LINUX_KERNEL_VERSION", "btfgen.number.LINUX_KERNEL_VERSION",
    "btfgen.state.LINUX_KERNEL_VERSION"
);
}
/// Symbols of the kernel (`/proc/kallsyms`). BTF does not have their types. The verifier does not trust the addresses, so `read`
/// from their places.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod ksym {
/// `init_task`
pub struct init_task;
super::layout::kernel_symbol!(init_task, "btfgen.symbol.init_task");
/// `type`
pub struct r#type;
super::layout::kernel_symbol!(r#type, "btfgen.symbol.type");
}
/// Tables of callbacks that programs implement (struct_ops): the arguments of each callback, and a macro for each table.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod struct_ops {
/// The callbacks of `struct object_ops`.
pub mod object_ops {
    use super::super::btfgen;
    /// `int start(struct object *, int)`
    #[derive(Clone, Copy)]
    #[repr(transparent)]
    pub struct Start(btfgen::Arguments);
    super::super::layout::context!(Start);
    impl Start {
        /// `struct object *`
        #[inline(always)]
        pub fn arg0(&self) -> btfgen::PlaceMut<super::super::object> {
            self.0.place_mut::<_, 0usize>()
        }
        /// `int`
        #[inline(always)]
        pub fn arg1(&self) -> i32 {
            self.0.scalar::<_, 1usize>()
        }
    }
    /// `void stop(const struct object *)`
    #[derive(Clone, Copy)]
    #[repr(transparent)]
    pub struct Stop(btfgen::Arguments);
    super::super::layout::context!(Stop);
    impl Stop {
        /// `const struct object *`
        #[inline(always)]
        pub fn arg0(&self) -> btfgen::Place<super::super::object> {
            self.0.place::<_, 0usize>()
        }
    }
    /// `struct object *next(struct object *, enum mode)`
    #[derive(Clone, Copy)]
    #[repr(transparent)]
    pub struct Next(btfgen::Arguments);
    super::super::layout::context!(Next);
    impl Next {
        /// `struct object *`
        #[inline(always)]
        pub fn arg0(&self) -> btfgen::PlaceMut<super::super::object> {
            self.0.place_mut::<_, 0usize>()
        }
        /// `enum mode`
        #[inline(always)]
        pub fn arg1(&self) -> super::super::mode {
            self.0.scalar::<_, 1usize>()
        }
    }
    /// `_Bool type(count_t *)`
    #[derive(Clone, Copy)]
    #[repr(transparent)]
    pub struct Type(btfgen::Arguments);
    super::super::layout::context!(Type);
    impl Type {
        /// `count_t *`
        #[inline(always)]
        pub fn arg0(&self) -> btfgen::PlaceMut<super::super::count_t> {
            self.0.place_mut::<_, 0usize>()
        }
    }
    /// The members of the table, by name: the type of each, and a function that takes its value.
    pub mod slots {
        #[allow(unused_imports)]
        use super::btfgen;
        /// `int start(struct object *, int)`
        pub type start = unsafe extern "C" fn(super::Start) -> i32;
        /// `int start(struct object *, int)`
        pub const fn start(function: start) -> start {
            function
        }
        /// `void stop(const struct object *)`
        pub type stop = unsafe extern "C" fn(super::Stop);
        /// `void stop(const struct object *)`
        pub const fn stop(function: stop) -> stop {
            function
        }
        /// `struct object *next(struct object *, enum mode)`
        pub type next = unsafe extern "C" fn(
            super::Next,
        ) -> *mut super::super::super::object;
        /// `struct object *next(struct object *, enum mode)`
        pub const fn next(function: next) -> next {
            function
        }
        /// `_Bool type(count_t *)`
        pub type r#type = unsafe extern "C" fn(super::Type) -> bool;
        /// `_Bool type(count_t *)`
        pub const fn r#type(function: r#type) -> r#type {
            function
        }
        /// `char name[16]`
        pub type name = [u8; 16usize];
        /// `char name[16]`
        pub const fn name(text: &str) -> [u8; 16usize] {
            btfgen::text(text)
        }
        /// `unsigned int flags`
        pub type flags = u32;
        /// `unsigned int flags`
        pub const fn flags(value: u32) -> u32 {
            value
        }
        /// `long limit`
        pub type limit = i64;
        /// `long limit`
        pub const fn limit(value: i64) -> i64 {
            value
        }
    }
}
/// Declares a table of callbacks, `struct object_ops`, with the members that are set.
#[allow(unused_macros)]
macro_rules! object_ops_table {
    (
        static $table:ident in $section:literal = { $($member:ident : $value:expr),*
        $(,)? };
    ) => {
        const _ : () = { use object_ops::slots; const _ : () = { #[repr(C)]
        #[allow(non_camel_case_types)] pub struct object_ops { $(pub $member : slots::
        $member,)* } #[allow(non_upper_case_globals)] #[cfg_attr(target_arch = "bpf",
        unsafe (no_mangle))] #[cfg_attr(target_arch = "bpf", unsafe (link_section =
        $section))] pub static $table : object_ops = object_ops { $($member : slots::
        $member ($value),)* }; }; };
    };
}
#[allow(unused_imports)]
pub(crate) use object_ops_table as object_ops;
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
btfgen 3 6f55bc227e2c4401
typedef:count_t 4 struct
struct:object 8
 value 0 i32
 type 4 i32
struct:pt_regs 64
 r9 0 u64l
 r8 8 u64l
 ax 16 u64l
 cx 24 u64l
 dx 32 u64l
 si 40 u64l
 di 48 u64l
enum:mode enum u32
 MODE_A 0
 MODE_B 1
typedef:number_t i32
function:object_acquire (p64>struct:object)p64>struct:object
function:object_flags___v2___btfgen (p64>struct:object,i32)i32
function:object_name (p64>struct:object,p64>u8c,i32)p64>u8c
function:object_pointers (p64,p64>struct,p64>struct:declared,p64>i32,p64>p64>struct:object)i32
function:object_release (p64>struct:object)void
function:object_scalars (i8,u16,i64ll,enum:mode:u32,bool)u8
function:type (i32,i32,i32)i32
variable:count struct
variable:current_object p64>struct:object
variable:number i32
variable:objects struct:object
int:bool u _Bool
int:i32 i int
int:i64ll i long long
int:i8 i signed char
int:u16 u unsigned short
int:u64l u unsigned long
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
super::layout::enumerators! {
    super::mode, 0x2c2bf0cf3f830f95,
    MODE_A 0x747be1b8c2f7b0c2
    MODE_B 0x747be0b8c2f7af0f
}
super::layout::type_names! {
    mode 0x2c2bf0cf3f830f95
    number_t 0x57ad3f18f7bea314
}
}
