/// `typedef struct {…} atomic_t`
///
/// Its fields: [`fields::atomic_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct atomic_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { atomic_t, "typedef:atomic_t", fields }
/// `struct declared`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct declared {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { declared }
/// `struct list_head`
///
/// Its fields: [`fields::list_head`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct list_head {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { list_head, "struct:list_head", fields }
/// `struct mm_struct`
///
/// Its fields: [`fields::mm_struct`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct mm_struct {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { mm_struct, "struct:mm_struct", fields }
/// `typedef int pid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type pid_t = i32;
/// `struct sched_info`
///
/// Its fields: [`fields::sched_info`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct sched_info {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { sched_info, "struct:sched_info", fields }
/// `struct task_struct`
///
/// Its fields: [`fields::task_struct`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct task_struct {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { task_struct, "struct:task_struct", fields }
/// `union word`
///
/// Its fields: [`fields::word`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct word {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { word, "union:word", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `typedef struct {…} atomic_t`.
#[repr(transparent)]
pub struct atomic_t<R: btfgen::Opaque, P>(btfgen::Members<super::atomic_t, R, P>);
super::layout::fields!(atomic_t);
impl<R: btfgen::Opaque, P> atomic_t<R, P> {
    /// `int counter`
    #[inline(always)]
    pub fn counter(&self) -> btfgen::Field<i32, R, P, { btfgen::name("counter") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct list_head`.
#[repr(transparent)]
pub struct list_head<R: btfgen::Opaque, P>(btfgen::Members<super::list_head, R, P>);
super::layout::fields!(list_head);
impl<R: btfgen::Opaque, P> list_head<R, P> {
    /// `struct list_head *next`
    #[inline(always)]
    pub fn next(&self) -> btfgen::Field<*mut super::list_head, R, P, { btfgen::name("next") }> {
        btfgen::then(&self.0)
    }
    /// `struct list_head *prev`
    #[inline(always)]
    pub fn prev(&self) -> btfgen::Field<*mut super::list_head, R, P, { btfgen::name("prev") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct mm_struct`.
#[repr(transparent)]
pub struct mm_struct<R: btfgen::Opaque, P>(btfgen::Members<super::mm_struct, R, P>);
super::layout::fields!(mm_struct);
impl<R: btfgen::Opaque, P> mm_struct<R, P> {
    /// `unsigned long total_vm`
    #[inline(always)]
    pub fn total_vm(&self) -> btfgen::Field<u64, R, P, { btfgen::name("total_vm") }> {
        btfgen::then(&self.0)
    }
    /// `_Bool oom`
    #[inline(always)]
    pub fn oom(&self) -> btfgen::Field<bool, R, P, { btfgen::name("oom") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct sched_info`.
#[repr(transparent)]
pub struct sched_info<R: btfgen::Opaque, P>(btfgen::Members<super::sched_info, R, P>);
super::layout::fields!(sched_info);
impl<R: btfgen::Opaque, P> sched_info<R, P> {
    /// `unsigned long pcount`
    #[inline(always)]
    pub fn pcount(&self) -> btfgen::Field<u64, R, P, { btfgen::name("pcount") }> {
        btfgen::then(&self.0)
    }
    /// `u64 run_delay`
    #[inline(always)]
    pub fn run_delay(&self) -> btfgen::Field<u64, R, P, { btfgen::name("run_delay") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct task_struct`.
#[repr(transparent)]
pub struct task_struct<R: btfgen::Opaque, P>(btfgen::Members<super::task_struct, R, P>);
super::layout::fields!(task_struct);
impl<R: btfgen::Opaque, P> task_struct<R, P> {
    /// `unsigned int __state`
    #[inline(always)]
    pub fn __state(&self) -> btfgen::Field<u32, R, P, { btfgen::name("__state") }> {
        btfgen::then(&self.0)
    }
    /// `void *stack`
    #[inline(always)]
    pub fn stack(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("stack") }> {
        btfgen::then(&self.0)
    }
    /// `atomic_t usage`
    #[inline(always)]
    pub fn usage(&self) -> btfgen::Field<super::atomic_t, R, P, { btfgen::name("usage") }> {
        btfgen::then(&self.0)
    }
    /// `pid_t pid`
    #[inline(always)]
    pub fn pid(&self) -> btfgen::Field<super::pid_t, R, P, { btfgen::name("pid") }> {
        btfgen::then(&self.0)
    }
    /// `pid_t tgid`
    #[inline(always)]
    pub fn tgid(&self) -> btfgen::Field<super::pid_t, R, P, { btfgen::name("tgid") }> {
        btfgen::then(&self.0)
    }
    /// `struct task_struct *real_parent`
    #[inline(always)]
    pub fn real_parent(&self) -> btfgen::Field<*mut super::task_struct, R, P, { btfgen::name("real_parent") }> {
        btfgen::then(&self.0)
    }
    /// `struct mm_struct *mm`
    #[inline(always)]
    pub fn mm(&self) -> btfgen::Field<*mut super::mm_struct, R, P, { btfgen::name("mm") }> {
        btfgen::then(&self.0)
    }
    /// `struct list_head children`
    #[inline(always)]
    pub fn children(&self) -> btfgen::Field<super::list_head, R, P, { btfgen::name("children") }> {
        btfgen::then(&self.0)
    }
    /// `struct sched_info sched_info`
    #[inline(always)]
    pub fn sched_info(&self) -> btfgen::Field<super::sched_info, R, P, { btfgen::name("sched_info") }> {
        btfgen::then(&self.0)
    }
    /// `u64 start_time`
    #[inline(always)]
    pub fn start_time(&self) -> btfgen::Field<u64, R, P, { btfgen::name("start_time") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int seq`
    #[inline(always)]
    pub fn seq(&self) -> btfgen::Field<u32, R, P, { btfgen::name("seq") }> {
        btfgen::then(&self.0)
    }
    /// `short nice`
    #[inline(always)]
    pub fn nice(&self) -> btfgen::Field<i16, R, P, { btfgen::name("nice") }> {
        btfgen::then(&self.0)
    }
    /// `char comm[16]`
    #[inline(always)]
    pub fn comm(&self) -> btfgen::Field<btfgen::Array<u8, 16>, R, P, { btfgen::name("comm") }> {
        btfgen::then(&self.0)
    }
    /// `struct sched_info stats[3]`
    #[inline(always)]
    pub fn stats(&self) -> btfgen::Field<btfgen::Array<super::sched_info, 3>, R, P, { btfgen::name("stats") }> {
        btfgen::then(&self.0)
    }
    /// `signed char level`
    #[inline(always)]
    pub fn level(&self) -> btfgen::Field<i8, R, P, { btfgen::name("level") }> {
        btfgen::then(&self.0)
    }
    /// `_Bool in_iowait`
    #[inline(always)]
    pub fn in_iowait(&self) -> btfgen::Field<bool, R, P, { btfgen::name("in_iowait") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int sched_reset_on_fork:1`
    #[inline(always)]
    pub fn sched_reset_on_fork(&self) -> btfgen::Field<btfgen::Bits<u32>, R, P, { btfgen::name("sched_reset_on_fork") }> {
        btfgen::then(&self.0)
    }
    /// `int priority:5`
    #[inline(always)]
    pub fn priority(&self) -> btfgen::Field<btfgen::Bits<i32>, R, P, { btfgen::name("priority") }> {
        btfgen::then(&self.0)
    }
    /// `union word last`
    #[inline(always)]
    pub fn last(&self) -> btfgen::Field<super::word, R, P, { btfgen::name("last") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char matrix[2][3]`
    #[inline(always)]
    pub fn matrix(&self) -> btfgen::Field<btfgen::Array<btfgen::Array<u8, 3>, 2>, R, P, { btfgen::name("matrix") }> {
        btfgen::then(&self.0)
    }
    /// `long long delta`
    #[inline(always)]
    pub fn delta(&self) -> btfgen::Field<i64, R, P, { btfgen::name("delta") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned short flags`
    #[inline(always)]
    pub fn flags(&self) -> btfgen::Field<u16, R, P, { btfgen::name("flags") }> {
        btfgen::then(&self.0)
    }
    /// `const char *load`
    #[inline(always)]
    pub fn load(&self) -> btfgen::Field<*const u8, R, P, { btfgen::name("load") }> {
        btfgen::then(&self.0)
    }
    /// `struct declared *only_declared`
    #[inline(always)]
    pub fn only_declared(&self) -> btfgen::Field<*mut super::declared, R, P, { btfgen::name("only_declared") }> {
        btfgen::then(&self.0)
    }
    /// `u64 tail[]`
    #[inline(always)]
    pub fn tail(&self) -> btfgen::Field<btfgen::Array<u64, 0>, R, P, { btfgen::name("tail") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `union word`.
#[repr(transparent)]
pub struct word<R: btfgen::Opaque, P>(btfgen::Members<super::word, R, P>);
super::layout::fields!(word);
impl<R: btfgen::Opaque, P> word<R, P> {
    /// `unsigned int whole`
    #[inline(always)]
    pub fn whole(&self) -> btfgen::Field<u32, R, P, { btfgen::name("whole") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned char bytes[4]`
    #[inline(always)]
    pub fn bytes(&self) -> btfgen::Field<btfgen::Array<u8, 4>, R, P, { btfgen::name("bytes") }> {
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
btfgen 3 1d95f13241092e30
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
typedef:pid_t i32
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
/// Enumerators by the values that they have on the running kernel, and the names of enums and typedefs for `type_exists`.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod relocated {
super::layout::type_names! {
    pid_t 0x9bcda08567ef7ea0
}
}
