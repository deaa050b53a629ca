/// `typedef struct {…} atomic_t`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct atomic_t {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { atomic_t, "typedef:atomic_t" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<atomic_t, R, P> {
    /// `int counter`
    #[inline(always)]
    pub fn counter(self) -> btfgen::Field<i32, R, P, { btfgen::name("counter") }> { btfgen::then(self) }
}
/// `struct declared`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct declared {
    _opaque: btfgen::SizedByKernel,
}
btfgen::opaque! { declared }
/// `struct list_head`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct list_head {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { list_head, "struct:list_head" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<list_head, R, P> {
    /// `struct list_head *next`
    #[inline(always)]
    pub fn next(self) -> btfgen::Field<*mut list_head, R, P, { btfgen::name("next") }> { btfgen::then(self) }
    /// `struct list_head *prev`
    #[inline(always)]
    pub fn prev(self) -> btfgen::Field<*mut list_head, R, P, { btfgen::name("prev") }> { btfgen::then(self) }
}
/// `struct mm_struct`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct mm_struct {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { mm_struct, "struct:mm_struct" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<mm_struct, R, P> {
    /// `unsigned long total_vm`
    #[inline(always)]
    pub fn total_vm(self) -> btfgen::Field<u64, R, P, { btfgen::name("total_vm") }> { btfgen::then(self) }
    /// `_Bool oom`
    #[inline(always)]
    pub fn oom(self) -> btfgen::Field<bool, R, P, { btfgen::name("oom") }> { btfgen::then(self) }
}
/// `typedef int pid_t`
#[allow(dead_code, non_camel_case_types)]
pub type pid_t = i32;
/// `struct sched_info`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct sched_info {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { sched_info, "struct:sched_info" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<sched_info, R, P> {
    /// `unsigned long pcount`
    #[inline(always)]
    pub fn pcount(self) -> btfgen::Field<u64, R, P, { btfgen::name("pcount") }> { btfgen::then(self) }
    /// `u64 run_delay`
    #[inline(always)]
    pub fn run_delay(self) -> btfgen::Field<u64, R, P, { btfgen::name("run_delay") }> { btfgen::then(self) }
}
/// `struct task_struct`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct task_struct {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { task_struct, "struct:task_struct" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<task_struct, R, P> {
    /// `unsigned int __state`
    #[inline(always)]
    pub fn __state(self) -> btfgen::Field<u32, R, P, { btfgen::name("__state") }> { btfgen::then(self) }
    /// `void *stack`
    #[inline(always)]
    pub fn stack(self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("stack") }> { btfgen::then(self) }
    /// `atomic_t usage`
    #[inline(always)]
    pub fn usage(self) -> btfgen::Field<atomic_t, R, P, { btfgen::name("usage") }> { btfgen::then(self) }
    /// `pid_t pid`
    #[inline(always)]
    pub fn pid(self) -> btfgen::Field<pid_t, R, P, { btfgen::name("pid") }> { btfgen::then(self) }
    /// `pid_t tgid`
    #[inline(always)]
    pub fn tgid(self) -> btfgen::Field<pid_t, R, P, { btfgen::name("tgid") }> { btfgen::then(self) }
    /// `struct task_struct *real_parent`
    #[inline(always)]
    pub fn real_parent(self) -> btfgen::Field<*mut task_struct, R, P, { btfgen::name("real_parent") }> { btfgen::then(self) }
    /// `struct mm_struct *mm`
    #[inline(always)]
    pub fn mm(self) -> btfgen::Field<*mut mm_struct, R, P, { btfgen::name("mm") }> { btfgen::then(self) }
    /// `struct list_head children`
    #[inline(always)]
    pub fn children(self) -> btfgen::Field<list_head, R, P, { btfgen::name("children") }> { btfgen::then(self) }
    /// `struct sched_info sched_info`
    #[inline(always)]
    pub fn sched_info(self) -> btfgen::Field<sched_info, R, P, { btfgen::name("sched_info") }> { btfgen::then(self) }
    /// `u64 start_time`
    #[inline(always)]
    pub fn start_time(self) -> btfgen::Field<u64, R, P, { btfgen::name("start_time") }> { btfgen::then(self) }
    /// `unsigned int seq`
    #[inline(always)]
    pub fn seq(self) -> btfgen::Field<u32, R, P, { btfgen::name("seq") }> { btfgen::then(self) }
    /// `short nice`
    #[inline(always)]
    pub fn nice(self) -> btfgen::Field<i16, R, P, { btfgen::name("nice") }> { btfgen::then(self) }
    /// `char comm[16]`
    #[inline(always)]
    pub fn comm(self) -> btfgen::Field<btfgen::Array<u8, 16>, R, P, { btfgen::name("comm") }> { btfgen::then(self) }
    /// `struct sched_info stats[3]`
    #[inline(always)]
    pub fn stats(self) -> btfgen::Field<btfgen::Array<sched_info, 3>, R, P, { btfgen::name("stats") }> { btfgen::then(self) }
    /// `signed char level`
    #[inline(always)]
    pub fn level(self) -> btfgen::Field<i8, R, P, { btfgen::name("level") }> { btfgen::then(self) }
    /// `_Bool in_iowait`
    #[inline(always)]
    pub fn in_iowait(self) -> btfgen::Field<bool, R, P, { btfgen::name("in_iowait") }> { btfgen::then(self) }
    /// `unsigned int sched_reset_on_fork:1`
    #[inline(always)]
    pub fn sched_reset_on_fork(self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("sched_reset_on_fork") }> { btfgen::then(self) }
    /// `int priority:5`
    #[inline(always)]
    pub fn priority(self) -> btfgen::Field<btfgen::Bits<i32>, R, P, { btfgen::name("priority") }> { btfgen::then(self) }
    /// `union word last`
    #[inline(always)]
    pub fn last(self) -> btfgen::Field<word, R, P, { btfgen::name("last") }> { btfgen::then(self) }
    /// `unsigned char matrix[2][3]`
    #[inline(always)]
    pub fn matrix(self) -> btfgen::Field<btfgen::Array<btfgen::Array<u8, 3>, 2>, R, P, { btfgen::name("matrix") }> { btfgen::then(self) }
    /// `long long delta`
    #[inline(always)]
    pub fn delta(self) -> btfgen::Field<i64, R, P, { btfgen::name("delta") }> { btfgen::then(self) }
    /// `unsigned short flags`
    #[inline(always)]
    pub fn flags(self) -> btfgen::Field<u16, R, P, { btfgen::name("flags") }> { btfgen::then(self) }
    /// `const char *load`
    #[inline(always)]
    pub fn load(self) -> btfgen::Field<*const u8, R, P, { btfgen::name("load") }> { btfgen::then(self) }
    /// `struct declared *only_declared`
    #[inline(always)]
    pub fn only_declared(self) -> btfgen::Field<*mut declared, R, P, { btfgen::name("only_declared") }> { btfgen::then(self) }
    /// `u64 tail[]`
    #[inline(always)]
    pub fn tail(self) -> btfgen::Field<btfgen::Array<u64, 0>, R, P, { btfgen::name("tail") }> { btfgen::then(self) }
}
/// `union word`
#[allow(dead_code, non_camel_case_types)]
#[repr(C)]
pub struct word {
    _opaque: btfgen::SizedByKernel,
}
btfgen::root! { word, "union:word" }
#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]
#[rustfmt::skip]
impl<R: btfgen::Opaque, P> btfgen::Place<word, R, P> {
    /// `unsigned int whole`
    #[inline(always)]
    pub fn whole(self) -> btfgen::Field<u32, R, P, { btfgen::name("whole") }> { btfgen::then(self) }
    /// `unsigned char bytes[4]`
    #[inline(always)]
    pub fn bytes(self) -> btfgen::Field<btfgen::Array<u8, 4>, R, P, { btfgen::name("bytes") }> { btfgen::then(self) }
}
/// Places, and the operations on them.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod btfgen {
// (here stand places.rs and records.rs of templates/intrinsics)

// Kernel layout, a line a member: name, offset in bytes (of a bitfield, and bits), type.
const TABLE: &str = "\
btfgen 1
typedef:atomic_t 4 struct
 counter 0 i32
struct:list_head 16
 next 0 p64>struct:list_head
 prev 8 p64>struct:list_head
struct:mm_struct 16
 total_vm 0 u64l
 oom 8 bool
struct:sched_info 16
 pcount 0 u64l
 run_delay 8 u64ll
struct:task_struct 200
 __state 0 u32
 stack 8 p64
 usage 16 typedef:atomic_t
 pid 20 i32
 tgid 24 i32
 real_parent 32 p64>struct:task_struct
 mm 40 p64>struct:mm_struct
 children 48 struct:list_head
 sched_info 64 struct:sched_info
 union {
 start_time 80 u64ll
 struct {
 seq 80 u32
 nice 84 i16
 }
 }
 comm 88 [16]u8c
 stats 104 [3]struct:sched_info
 level 152 i8
 in_iowait 153 bool
 sched_reset_on_fork 154.0:1 u32
 priority 154.1:5 i32
 last 156 union:word
 matrix 160 [2][3]u8
 delta 168 i64ll
 flags 176 u16
 load 184 p64>u8c
 only_declared 192 p64>struct:declared
 tail 200 [0]u64ll
union:word 4
 whole 0 u32
 bytes 0 [4]u8
int:bool u _Bool
int:i16 i short
int:i32 i int
int:i64ll i long long
int:i8 i signed char
int:u16 u unsigned short
int:u32 u unsigned int
int:u64l u unsigned long
int:u64ll u unsigned long long
int:u8 u unsigned char
int:u8c i char
";
const FAR: &[u64] = &[];
}
