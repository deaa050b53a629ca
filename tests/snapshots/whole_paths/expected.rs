/// `struct dentry`
///
/// Its fields: [`fields::dentry`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct dentry {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { dentry, "struct:dentry", fields }
/// `struct file`
///
/// Its fields: [`fields::file`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct file {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { file, "struct:file", fields }
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
/// `typedef struct {…} named_by_typedef_t`
///
/// Its fields: [`fields::named_by_typedef_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct named_by_typedef_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { named_by_typedef_t, "typedef:named_by_typedef_t", fields }
/// `struct path`
///
/// Its fields: [`fields::path`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct path {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { path, "struct:path", fields }
/// `typedef int pid_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type pid_t = i32;
/// `struct qstr`
///
/// Its fields: [`fields::qstr`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct qstr {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { qstr, "struct:qstr", fields }
/// `struct slot`
///
/// Its fields: [`fields::slot`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct slot {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { slot, "struct:slot", fields }
/// `typedef struct slot *slot_pointer_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type slot_pointer_t = *mut slot;
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
/// `struct {…} anonymous`
///
/// Its fields: [`fields::task_struct__anonymous`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct task_struct__anonymous {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { task_struct__anonymous, "anon:struct:task_struct.anonymous", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct dentry`.
#[repr(transparent)]
pub struct dentry<R: btfgen::Opaque, P>(btfgen::Members<super::dentry, R, P>);
super::layout::fields!(dentry);
impl<R: btfgen::Opaque, P> dentry<R, P> {
    /// `struct dentry *d_parent`
    #[inline(always)]
    pub fn d_parent(&self) -> btfgen::Field<*mut super::dentry, R, P, { btfgen::name("d_parent") }> {
        btfgen::then(&self.0)
    }
    /// `struct qstr d_name`
    #[inline(always)]
    pub fn d_name(&self) -> btfgen::Field<super::qstr, R, P, { btfgen::name("d_name") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct file`.
#[repr(transparent)]
pub struct file<R: btfgen::Opaque, P>(btfgen::Members<super::file, R, P>);
super::layout::fields!(file);
impl<R: btfgen::Opaque, P> file<R, P> {
    /// `struct path f_path`
    #[inline(always)]
    pub fn f_path(&self) -> btfgen::Field<super::path, R, P, { btfgen::name("f_path") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct mm_struct`.
#[repr(transparent)]
pub struct mm_struct<R: btfgen::Opaque, P>(btfgen::Members<super::mm_struct, R, P>);
super::layout::fields!(mm_struct);
impl<R: btfgen::Opaque, P> mm_struct<R, P> {
    /// `struct file *const exe_file`
    #[inline(always)]
    pub fn exe_file(&self) -> btfgen::Field<*mut super::file, R, P, { btfgen::name("exe_file") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} named_by_typedef_t`.
#[repr(transparent)]
pub struct named_by_typedef_t<R: btfgen::Opaque, P>(btfgen::Members<super::named_by_typedef_t, R, P>);
super::layout::fields!(named_by_typedef_t);
impl<R: btfgen::Opaque, P> named_by_typedef_t<R, P> {
    /// `struct slot *slot`
    #[inline(always)]
    pub fn slot(&self) -> btfgen::Field<*mut super::slot, R, P, { btfgen::name("slot") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct path`.
#[repr(transparent)]
pub struct path<R: btfgen::Opaque, P>(btfgen::Members<super::path, R, P>);
super::layout::fields!(path);
impl<R: btfgen::Opaque, P> path<R, P> {
    /// `struct dentry *dentry`
    #[inline(always)]
    pub fn dentry(&self) -> btfgen::Field<*mut super::dentry, R, P, { btfgen::name("dentry") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct qstr`.
#[repr(transparent)]
pub struct qstr<R: btfgen::Opaque, P>(btfgen::Members<super::qstr, R, P>);
super::layout::fields!(qstr);
impl<R: btfgen::Opaque, P> qstr<R, P> {
    /// `const unsigned char *name`
    #[inline(always)]
    pub fn name(&self) -> btfgen::Field<*const u8, R, P, { btfgen::name("name") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct slot`.
#[repr(transparent)]
pub struct slot<R: btfgen::Opaque, P>(btfgen::Members<super::slot, R, P>);
super::layout::fields!(slot);
impl<R: btfgen::Opaque, P> slot<R, P> {
    /// `long key`
    #[inline(always)]
    pub fn key(&self) -> btfgen::Field<i64, R, P, { btfgen::name("key") }> {
        btfgen::then(&self.0)
    }
    /// `pid_t owner`
    #[inline(always)]
    pub fn owner(&self) -> btfgen::Field<super::pid_t, R, P, { btfgen::name("owner") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct task_struct`.
#[repr(transparent)]
pub struct task_struct<R: btfgen::Opaque, P>(btfgen::Members<super::task_struct, R, P>);
super::layout::fields!(task_struct);
impl<R: btfgen::Opaque, P> task_struct<R, P> {
    /// `struct mm_struct *mm`
    #[inline(always)]
    pub fn mm(&self) -> btfgen::Field<*mut super::mm_struct, R, P, { btfgen::name("mm") }> {
        btfgen::then(&self.0)
    }
    /// `struct slot slots[4]`
    #[inline(always)]
    pub fn slots(&self) -> btfgen::Field<btfgen::Array<super::slot, 4>, R, P, { btfgen::name("slots") }> {
        btfgen::then(&self.0)
    }
    /// `slot_pointer_t pointers[2]`
    #[inline(always)]
    pub fn pointers(&self) -> btfgen::Field<btfgen::Array<super::slot_pointer_t, 2>, R, P, { btfgen::name("pointers") }> {
        btfgen::then(&self.0)
    }
    /// `named_by_typedef_t by_typedef`
    #[inline(always)]
    pub fn by_typedef(&self) -> btfgen::Field<super::named_by_typedef_t, R, P, { btfgen::name("by_typedef") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} anonymous`
    #[inline(always)]
    pub fn anonymous(&self) -> btfgen::Field<super::task_struct__anonymous, R, P, { btfgen::name("anonymous") }> {
        btfgen::then(&self.0)
    }
    /// `struct path flattened`
    #[inline(always)]
    pub fn flattened(&self) -> btfgen::Field<super::path, R, P, { btfgen::name("flattened") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct {…} anonymous`.
#[repr(transparent)]
pub struct task_struct__anonymous<R: btfgen::Opaque, P>(btfgen::Members<super::task_struct__anonymous, R, P>);
super::layout::fields!(task_struct__anonymous);
impl<R: btfgen::Opaque, P> task_struct__anonymous<R, P> {
    /// `long inner`
    #[inline(always)]
    pub fn inner(&self) -> btfgen::Field<i64, R, P, { btfgen::name("inner") }> {
        btfgen::then(&self.0)
    }
    /// `struct slot *slot`
    #[inline(always)]
    pub fn slot(&self) -> btfgen::Field<*mut super::slot, R, P, { btfgen::name("slot") }> {
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
btfgen 3 1c37a75e155c4557
struct:dentry 32
 d_parent 0 p64>struct:dentry
 d_name 8 struct:qstr
struct:file 24
 f_path 0 struct:path
struct:mm_struct 16
 exe_file 8 p64>struct:file
typedef:named_by_typedef_t 16 struct
 slot 8 p64>struct:slot
struct:path 16
 dentry 8 p64>struct:dentry
struct:qstr 16
 name 8 p64>u8
struct:slot 16
 key 0 i64l
 owner 8 i32
struct:task_struct 144
 mm 0 p64>struct:mm_struct
 slots 8 [4]struct:slot
 pointers 72 [2]p64>struct:slot
 by_typedef 88 typedef:named_by_typedef_t
 anonymous 104 anon:struct:task_struct.anonymous
 union {
 flattened 120 struct:path
 }
anon:struct:task_struct.anonymous 16 struct
 inner 0 i64l
 slot 8 p64>struct:slot
typedef:pid_t i32
typedef:slot_pointer_t p64>struct:slot
int:i32 i int
int:i64l i long
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
super::layout::type_names! {
    pid_t 0x9bcda08567ef7ea0
    slot_pointer_t 0x55a820bda1e17503
}
}
