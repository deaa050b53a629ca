/// `struct added` (from 6.12)
///
/// Its fields: [`fields::added`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct added {
    _opaque: btfgen::SizedByKernel,
}
layout::root_on_some! { added, "struct:added", from_6_12, ThisFile, fields }
/// `union both`
///
/// Its fields: [`fields::both`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct both {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { both, "union:both", fields }
/// `typedef void (*btf_trace_removed)(void *, struct task *)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_removed = *mut ::core::ffi::c_void;
/// `typedef void (*btf_trace_steady)(void *, struct task *)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_steady = *mut ::core::ffi::c_void;
/// `typedef void (*btf_trace_switched)(void *, bool, struct task *, unsigned int)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type btf_trace_switched = *mut ::core::ffi::c_void;
/// `struct gone` (up to 6.1)
///
/// Its fields: [`fields::gone`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct gone {
    _opaque: btfgen::SizedByKernel,
}
layout::root_on_some! { gone, "struct:gone", until_6_1, Gone, fields }
/// `struct inner` (up to 6.1)
///
/// Its fields: [`fields::inner`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct inner {
    _opaque: btfgen::SizedByKernel,
}
layout::root_on_some! { inner, "struct:inner", until_6_1, Gone, fields }
/// `struct other`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct other {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { other }
/// `enum stage`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type stage = u32;
/// `enum stage { STAGE_A = 0 }`
#[allow(dead_code, unreachable_pub, non_upper_case_globals)]
#[cfg_attr(any(), rustfmt::skip)]
pub const STAGE_A: stage = 0;
/// `struct task`
///
/// Its fields: [`fields::task`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct task {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { task, "struct:task", fields }
/// `struct {…} anonymous`
///
/// Its fields: [`fields::task__anonymous`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct task__anonymous {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { task__anonymous, "anon:struct:task.anonymous", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct added`.
#[repr(transparent)]
pub struct added<R: btfgen::Opaque, P>(btfgen::Members<super::added, R, P>);
super::layout::fields!(added);
impl<R: btfgen::Opaque, P> added<R, P> {
    /// `int only_here`
    #[inline(always)]
    pub fn only_here(&self) -> btfgen::Field<i32, R, P, { btfgen::name("only_here") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union both`.
#[repr(transparent)]
pub struct both<R: btfgen::Opaque, P>(btfgen::Members<super::both, R, P>);
super::layout::fields!(both);
impl<R: btfgen::Opaque, P> both<R, P> {
    /// `int i`
    #[inline(always)]
    pub fn i(&self) -> btfgen::Field<i32, R, P, { btfgen::name("i") }> {
        btfgen::then(&self.0)
    }
    /// `long l`
    #[inline(always)]
    pub fn l(&self) -> btfgen::Field<i64, R, P, { btfgen::name("l") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct gone`.
#[repr(transparent)]
pub struct gone<R: btfgen::Opaque, P>(btfgen::Members<super::gone, R, P>);
super::layout::fields!(gone);
impl<R: btfgen::Opaque, P> gone<R, P> {
    /// `int only_here`
    #[inline(always)]
    pub fn only_here(&self) -> btfgen::Field<i32, R, P, { btfgen::name("only_here") }> {
        btfgen::then(&self.0)
    }
    /// `struct inner inner`
    #[inline(always)]
    pub fn inner(&self) -> btfgen::Field<super::inner, R, P, { btfgen::name("inner") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct inner`.
#[repr(transparent)]
pub struct inner<R: btfgen::Opaque, P>(btfgen::Members<super::inner, R, P>);
super::layout::fields!(inner);
impl<R: btfgen::Opaque, P> inner<R, P> {
    /// `int a`
    #[inline(always)]
    pub fn a(&self) -> btfgen::Field<i32, R, P, { btfgen::name("a") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct task`.
#[repr(transparent)]
pub struct task<R: btfgen::Opaque, P>(btfgen::Members<super::task, R, P>);
super::layout::fields!(task);
impl<R: btfgen::Opaque, P> task<R, P> {
    /// `int added_first` (from 6.12)
    #[inline(always)]
    pub fn added_first(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<i32, super::kernels::from_6_12>,
        R,
        P,
        { btfgen::name("added_first") },
    > {
        btfgen::then(&self.0)
    }
    /// `unsigned int __state` (from 6.1)
    #[inline(always)]
    pub fn __state(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<u32, super::kernels::from_6_1>,
        R,
        P,
        { btfgen::name("__state") },
    > {
        btfgen::then(&self.0)
    }
    /// `int pid`
    #[inline(always)]
    pub fn pid(&self) -> btfgen::Field<i32, R, P, { btfgen::name("pid") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int flags`
    #[inline(always)]
    pub fn flags(&self) -> btfgen::Field<u32, R, P, { btfgen::name("flags") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int narrow:3`
    #[inline(always)]
    pub fn narrow(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("narrow") }> {
        btfgen::then(&self.0)
    }
    /// `struct other *link`
    ///
    /// The kernels have pointers to different types here, so this one has no type.
    #[inline(always)]
    pub fn link(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("link") }> {
        btfgen::then(&self.0)
    }
    /// `void *cookie` (from 6.12)
    #[inline(always)]
    pub fn cookie__pointer(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<*mut ::core::ffi::c_void, super::kernels::from_6_12>,
        R,
        P,
        { btfgen::name("cookie@pointer") },
    > {
        btfgen::then(&self.0)
    }
    /// `enum stage stage`
    #[inline(always)]
    pub fn stage(&self) -> btfgen::Field<super::stage, R, P, { btfgen::name("stage") }> {
        btfgen::then(&self.0)
    }
    /// `int in_union`
    #[inline(always)]
    pub fn in_union(&self) -> btfgen::Field<i32, R, P, { btfgen::name("in_union") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} anonymous`
    #[inline(always)]
    pub fn anonymous(&self) -> btfgen::Field<super::task__anonymous, R, P, { btfgen::name("anonymous") }> {
        btfgen::then(&self.0)
    }
    /// `char comm[16]`
    #[inline(always)]
    pub fn comm(&self) -> btfgen::Field<btfgen::Array<u8, 16>, R, P, { btfgen::name("comm") }> {
        btfgen::then(&self.0)
    }
    /// `struct added *added` (from 6.12)
    #[inline(always)]
    pub fn added(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<*mut super::added, super::kernels::from_6_12>,
        R,
        P,
        { btfgen::name("added") },
    > {
        btfgen::then(&self.0)
    }
    /// `int (*ops)(struct task *, int)`
    #[inline(always)]
    pub fn ops(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("ops") }> {
        btfgen::then(&self.0)
    }
    /// `long cookie` (up to 6.1)
    #[inline(always)]
    pub fn cookie__integer(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<i64, super::kernels::until_6_1>,
        R,
        P,
        { btfgen::name("cookie@integer") },
    > {
        btfgen::then(&self.0)
    }
    /// `long in_old_union` (up to 6.1)
    #[inline(always)]
    pub fn in_old_union(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<i64, super::kernels::until_6_1>,
        R,
        P,
        { btfgen::name("in_old_union") },
    > {
        btfgen::then(&self.0)
    }
    /// `struct gone *gone` (up to 6.1)
    #[inline(always)]
    pub fn gone(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<*mut super::gone, super::kernels::until_6_1>,
        R,
        P,
        { btfgen::name("gone") },
    > {
        btfgen::then(&self.0)
    }
    /// `volatile long state` (up to 5.10)
    #[inline(always)]
    pub fn state(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<i64, super::kernels::until_5_10>,
        R,
        P,
        { btfgen::name("state") },
    > {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} anonymous`.
#[repr(transparent)]
pub struct task__anonymous<R: btfgen::Opaque, P>(btfgen::Members<super::task__anonymous, R, P>);
super::layout::fields!(task__anonymous);
impl<R: btfgen::Opaque, P> task__anonymous<R, P> {
    /// `int everywhere`
    #[inline(always)]
    pub fn everywhere(&self) -> btfgen::Field<i32, R, P, { btfgen::name("everywhere") }> {
        btfgen::then(&self.0)
    }
    /// `int in_new_anonymous` (from 6.12)
    #[inline(always)]
    pub fn in_new_anonymous(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<i32, super::kernels::from_6_12>,
        R,
        P,
        { btfgen::name("in_new_anonymous") },
    > {
        btfgen::then(&self.0)
    }
    /// `int in_old_anonymous` (up to 6.1)
    #[inline(always)]
    pub fn in_old_anonymous(
        &self,
    ) -> btfgen::Field<
        btfgen::OnSome<i32, super::kernels::until_6_1>,
        R,
        P,
        { btfgen::name("in_old_anonymous") },
    > {
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
/// `int grows(struct task *task, long flags, int more)`
#[derive(Clone, Copy)]
pub struct Grows(btfgen::Arguments);
super::layout::context!(Grows);
impl Grows {
    /// `struct task *task`
    #[inline(always)]
    pub fn task(&self) -> btfgen::Place<super::task> {
        self.0.place::<_, 0>()
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
/// `int check(struct task *task)`
#[derive(Clone, Copy)]
pub struct Check(btfgen::Arguments);
super::layout::context!(Check);
impl Check {
    /// `struct task *task`
    #[inline(always)]
    pub fn task(&self) -> btfgen::Place<super::task> {
        self.0.place::<_, 0>()
    }
    /// What the function returned, for programs that run after it: `int`
    #[inline(always)]
    pub fn ret(&self) -> i32 {
        self.0.returned::<_, 1>()
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
/// `void removed(struct task *)` (up to 6.1)
#[derive(Clone, Copy)]
pub struct Removed(btfgen::Arguments);
super::layout::context_on_some!(Removed, 0x33b3e85c84f62893, Gone);
impl Removed {
    /// `struct task *`
    #[inline(always)]
    pub fn arg0(&self) -> btfgen::Place<super::task> {
        self.0.place::<_, 0>()
    }
}
/// `void steady(struct task *)`
#[derive(Clone, Copy)]
pub struct Steady(btfgen::Arguments);
super::layout::context!(Steady);
impl Steady {
    /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
    /// is constant once the program is loaded.
    #[inline(always)]
    pub fn exists() -> bool {
        btfgen::type_exists::<super::relocated::btf_trace_steady>()
    }
    /// `struct task *`
    #[inline(always)]
    pub fn arg0(&self) -> btfgen::Place<super::task> {
        self.0.place::<_, 0>()
    }
}
/// `void switched(bool, struct task *, unsigned int)` (from 6.12)
#[derive(Clone, Copy)]
pub struct SwitchedWith3Arguments(btfgen::Arguments);
super::layout::context_on_some!(SwitchedWith3Arguments, 0x8f87cf19f78d4993, ThisFile);
impl SwitchedWith3Arguments {
    /// `bool`
    #[inline(always)]
    pub fn arg0(&self) -> bool {
        self.0.scalar::<_, 0>()
    }
    /// `struct task *`
    #[inline(always)]
    pub fn arg1(&self) -> btfgen::Place<super::task> {
        self.0.place::<_, 1>()
    }
    /// `unsigned int`
    #[inline(always)]
    pub fn arg2(&self) -> u32 {
        self.0.scalar::<_, 2>()
    }
}
/// `void switched(bool, struct task *)` (up to 6.1)
#[derive(Clone, Copy)]
pub struct SwitchedWith2Arguments(btfgen::Arguments);
super::layout::context_on_some!(SwitchedWith2Arguments, 0xac63df21b3311bee, Gone);
impl SwitchedWith2Arguments {
    /// `bool`
    #[inline(always)]
    pub fn arg0(&self) -> bool {
        self.0.scalar::<_, 0>()
    }
    /// `struct task *`
    #[inline(always)]
    pub fn arg1(&self) -> btfgen::Place<super::task> {
        self.0.place::<_, 1>()
    }
}
}
/// Some of the kernels that this file was generated from. What only these have must be asked for.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod kernels {
/// Linux from 6.1.
pub enum from_6_1 {}
impl super::btfgen::SomeKernels for from_6_1 {
    const HAVE_LAST: bool = true;
}
/// Linux from 6.12.
pub enum from_6_12 {}
impl super::btfgen::SomeKernels for from_6_12 {
    const HAVE_LAST: bool = true;
}
/// Linux up to 5.10.
pub enum until_5_10 {}
impl super::btfgen::SomeKernels for until_5_10 {
    const HAVE_LAST: bool = false;
}
/// Linux up to 6.1.
pub enum until_6_1 {}
impl super::btfgen::SomeKernels for until_6_1 {
    const HAVE_LAST: bool = false;
}
}
/// Places, and the operations on them.
#[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]
#[allow(clippy::pedantic, clippy::nursery)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

// (here stands kernels.rs of templates/intrinsics)

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

// (here stands layout_kernels.rs of templates/intrinsics)

const FORMAT: u32 = 3;
/// The kernel's layout. Each line is a member: its name, its offset in bytes (for a bitfield also in bits), its type.
const TABLE: &str = "\
btfgen 3 d91d22867ef01000
struct:added 4
 only_here 0 i32
union:both 8
 i 0 i32
 l 0 i64l
struct:gone 8
 only_here 0 i32
 inner 4 struct:inner
struct:inner 4
 a 0 i32
struct:task 112
 added_first 0 i32
 __state 4 u32
 pid 8 i32
 flags 12 u32
 narrow 16.0:3 u32
 link 24 p64
 cookie@pointer 32 p64
 stage 44 enum:stage:u32
 union {
 in_union 48 i32
 }
 anonymous 52 anon:struct:task.anonymous
 comm 60 [16]u8c
 added 96 p64>struct:added
 ops 104 p64>(p64>struct:task,i32)i32
 ?
 cookie@integer 24 i64l
 in_old_union 40 i64l
 gone 88 p64>struct:gone
 state 0 i64l
anon:struct:task.anonymous 8 struct
 everywhere 0 i32
 in_new_anonymous 4 i32
 ?
 in_old_anonymous 4 i32
enum:stage enum u32
 STAGE_A 0
 STAGE_MOVED 1
 STAGE_NEW 2
 STAGE_OLD 1
typedef:btf_trace_removed p64>(p64,p64>struct:task)void
typedef:btf_trace_steady p64>(p64,p64>struct:task)void
typedef:btf_trace_switched p64>(p64,bool,p64>struct:task,u32)void
typedef:btf_trace_switched@With3Arguments p64>(p64,bool,p64>struct:task,u32)void
typedef:btf_trace_switched@With2Arguments p64>(p64,bool,p64>struct:task)void
int:bool u _Bool
int:i32 i int
int:i64l i long
int:u32 u unsigned int
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
    super::stage, 0xe82fa7ca458a5c58,
    STAGE_A 0xf3da83990d64e175
    STAGE_MOVED 0x10a2ffce8e788985
}
super::layout::enumerators_on_some! {
    super::stage, 0xe82fa7ca458a5c58,
    STAGE_NEW 0xb7a9a52d61ac5920 from_6_12 ThisFile
    STAGE_OLD 0xbe819d2d6508e723 until_6_1 Gone
}
super::layout::type_names! {
    btf_trace_removed 0x33b3e85c84f62893
    btf_trace_steady 0x89bc6f3672417aab
    btf_trace_switched 0x444bad60deae5070
    stage 0xe82fa7ca458a5c58
}
}
