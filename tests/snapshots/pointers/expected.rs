/// `typedef int (*callback_t)(struct target *, void *)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type callback_t = *mut ::core::ffi::c_void;
/// `typedef int function_t(int)`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type function_t = ::core::ffi::c_void;
/// `struct never_defined`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct never_defined {
    _opaque: btfgen::SizedByKernel,
}
layout::opaque! { never_defined }
/// `struct pointers`
///
/// Its fields: [`fields::pointers`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct pointers {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { pointers, "struct:pointers", fields }
/// `struct target`
///
/// Its fields: [`fields::target`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct target {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { target, "struct:target", fields }
/// `typedef struct target target_t`
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
pub type target_t = target;
/// `typedef struct {…} unnamed_t`
///
/// Its fields: [`fields::unnamed_t`].
#[allow(dead_code, unreachable_pub, non_camel_case_types)]
#[cfg_attr(any(), rustfmt::skip)]
#[repr(C)]
pub struct unnamed_t {
    _opaque: btfgen::SizedByKernel,
}
layout::root! { unnamed_t, "typedef:unnamed_t", fields }
/// For each struct and union a type whose methods are its fields. A place dereferences to it.
#[allow(dead_code, unreachable_pub)]
#[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#[allow(clippy::pedantic, clippy::nursery)]
#[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
#[allow(clippy::should_implement_trait)]
#[cfg_attr(any(), rustfmt::skip)]
pub mod fields {
use super::btfgen;
/// The fields of `struct pointers`.
#[repr(transparent)]
pub struct pointers<R: btfgen::Opaque, P>(btfgen::Members<super::pointers, R, P>);
super::layout::fields!(pointers);
impl<R: btfgen::Opaque, P> pointers<R, P> {
    /// `void *anything`
    #[inline(always)]
    pub fn anything(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("anything") }> {
        btfgen::then(&self.0)
    }
    /// `const void *constant`
    #[inline(always)]
    pub fn constant(&self) -> btfgen::Field<*const ::core::ffi::c_void, R, P, { btfgen::name("constant") }> {
        btfgen::then(&self.0)
    }
    /// `struct target *object`
    #[inline(always)]
    pub fn object(&self) -> btfgen::Field<*mut super::target, R, P, { btfgen::name("object") }> {
        btfgen::then(&self.0)
    }
    /// `const struct target *constant_object`
    #[inline(always)]
    pub fn constant_object(&self) -> btfgen::Field<*const super::target, R, P, { btfgen::name("constant_object") }> {
        btfgen::then(&self.0)
    }
    /// `struct target *const constant_pointer`
    #[inline(always)]
    pub fn constant_pointer(&self) -> btfgen::Field<*mut super::target, R, P, { btfgen::name("constant_pointer") }> {
        btfgen::then(&self.0)
    }
    /// `const struct target *const both`
    #[inline(always)]
    pub fn both(&self) -> btfgen::Field<*const super::target, R, P, { btfgen::name("both") }> {
        btfgen::then(&self.0)
    }
    /// `struct target **twice`
    #[inline(always)]
    pub fn twice(&self) -> btfgen::Field<*mut *mut super::target, R, P, { btfgen::name("twice") }> {
        btfgen::then(&self.0)
    }
    /// `const struct target *const *twice_constant`
    #[inline(always)]
    pub fn twice_constant(&self) -> btfgen::Field<*const *const super::target, R, P, { btfgen::name("twice_constant") }> {
        btfgen::then(&self.0)
    }
    /// `const char *string`
    #[inline(always)]
    pub fn string(&self) -> btfgen::Field<*const u8, R, P, { btfgen::name("string") }> {
        btfgen::then(&self.0)
    }
    /// `unsigned int *number`
    #[inline(always)]
    pub fn number(&self) -> btfgen::Field<*mut u32, R, P, { btfgen::name("number") }> {
        btfgen::then(&self.0)
    }
    /// `_Bool *flag`
    #[inline(always)]
    pub fn flag(&self) -> btfgen::Field<*mut bool, R, P, { btfgen::name("flag") }> {
        btfgen::then(&self.0)
    }
    /// `int (*to_array)[4]`
    #[inline(always)]
    pub fn to_array(&self) -> btfgen::Field<*mut btfgen::Array<i32, 4>, R, P, { btfgen::name("to_array") }> {
        btfgen::then(&self.0)
    }
    /// `struct target (*to_objects)[4]`
    #[inline(always)]
    pub fn to_objects(&self) -> btfgen::Field<*mut btfgen::Array<super::target, 4>, R, P, { btfgen::name("to_objects") }> {
        btfgen::then(&self.0)
    }
    /// `const struct target (*to_constant_objects)[4]`
    #[inline(always)]
    pub fn to_constant_objects(&self) -> btfgen::Field<*const btfgen::Array<super::target, 4>, R, P, { btfgen::name("to_constant_objects") }> {
        btfgen::then(&self.0)
    }
    /// `int (*function)(int, const char *)`
    #[inline(always)]
    pub fn function(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("function") }> {
        btfgen::then(&self.0)
    }
    /// `void (*no_parameters)(void)`
    #[inline(always)]
    pub fn no_parameters(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("no_parameters") }> {
        btfgen::then(&self.0)
    }
    /// `int (*variadic)(const char *, ...)`
    #[inline(always)]
    pub fn variadic(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("variadic") }> {
        btfgen::then(&self.0)
    }
    /// `struct target *(*returns_pointer)(struct target **)`
    #[inline(always)]
    pub fn returns_pointer(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("returns_pointer") }> {
        btfgen::then(&self.0)
    }
    /// `int (**to_function_pointer)(int)`
    #[inline(always)]
    pub fn to_function_pointer(&self) -> btfgen::Field<*mut *mut ::core::ffi::c_void, R, P, { btfgen::name("to_function_pointer") }> {
        btfgen::then(&self.0)
    }
    /// `callback_t callback`
    #[inline(always)]
    pub fn callback(&self) -> btfgen::Field<super::callback_t, R, P, { btfgen::name("callback") }> {
        btfgen::then(&self.0)
    }
    /// `function_t *by_typedef`
    #[inline(always)]
    pub fn by_typedef(&self) -> btfgen::Field<*mut super::function_t, R, P, { btfgen::name("by_typedef") }> {
        btfgen::then(&self.0)
    }
    /// `struct {…} *to_anonymous`
    #[inline(always)]
    pub fn to_anonymous(&self) -> btfgen::Field<*mut ::core::ffi::c_void, R, P, { btfgen::name("to_anonymous") }> {
        btfgen::then(&self.0)
    }
    /// `target_t *typedef_of_named`
    #[inline(always)]
    pub fn typedef_of_named(&self) -> btfgen::Field<*mut super::target_t, R, P, { btfgen::name("typedef_of_named") }> {
        btfgen::then(&self.0)
    }
    /// `const target_t *constant_typedef`
    #[inline(always)]
    pub fn constant_typedef(&self) -> btfgen::Field<*const super::target_t, R, P, { btfgen::name("constant_typedef") }> {
        btfgen::then(&self.0)
    }
    /// `unnamed_t *typedef_of_anonymous`
    #[inline(always)]
    pub fn typedef_of_anonymous(&self) -> btfgen::Field<*mut super::unnamed_t, R, P, { btfgen::name("typedef_of_anonymous") }> {
        btfgen::then(&self.0)
    }
    /// `struct never_defined *incomplete`
    #[inline(always)]
    pub fn incomplete(&self) -> btfgen::Field<*mut super::never_defined, R, P, { btfgen::name("incomplete") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `struct target`.
#[repr(transparent)]
pub struct target<R: btfgen::Opaque, P>(btfgen::Members<super::target, R, P>);
super::layout::fields!(target);
impl<R: btfgen::Opaque, P> target<R, P> {
    /// `int value`
    #[inline(always)]
    pub fn value(&self) -> btfgen::Field<i32, R, P, { btfgen::name("value") }> {
        btfgen::then(&self.0)
    }
}
/// The fields of `typedef struct {…} unnamed_t`.
#[repr(transparent)]
pub struct unnamed_t<R: btfgen::Opaque, P>(btfgen::Members<super::unnamed_t, R, P>);
super::layout::fields!(unnamed_t);
impl<R: btfgen::Opaque, P> unnamed_t<R, P> {
    /// `int inside`
    #[inline(always)]
    pub fn inside(&self) -> btfgen::Field<i32, R, P, { btfgen::name("inside") }> {
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
btfgen 3 88b147b2fc0b6efa
struct:pointers 208
 anything 0 p64
 constant 8 p64
 object 16 p64>struct:target
 constant_object 24 p64>struct:target
 constant_pointer 32 p64>struct:target
 both 40 p64>struct:target
 twice 48 p64>p64>struct:target
 twice_constant 56 p64>p64>struct:target
 string 64 p64>u8c
 number 72 p64>u32
 flag 80 p64>bool
 to_array 88 p64>[4]i32
 to_objects 96 p64>[4]struct:target
 to_constant_objects 104 p64>[4]struct:target
 function 112 p64>(i32,p64>u8c)i32
 no_parameters 120 p64>()void
 variadic 128 p64>(p64>u8c,void)i32
 returns_pointer 136 p64>(p64>p64>struct:target)p64>struct:target
 to_function_pointer 144 p64>p64>(i32)i32
 callback 152 p64>(p64>struct:target,p64)i32
 by_typedef 160 p64>(i32)i32
 to_anonymous 168 p64>struct
 typedef_of_named 176 p64>struct:target
 constant_typedef 184 p64>struct:target
 typedef_of_anonymous 192 p64>struct
 incomplete 200 p64>struct:never_defined
struct:target 4
 value 0 i32
typedef:unnamed_t 4 struct
 inside 0 i32
typedef:callback_t p64>(p64>struct:target,p64)i32
typedef:function_t (i32)i32
typedef:target_t struct:target
int:bool u _Bool
int:i32 i int
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
super::layout::type_names! {
    callback_t 0xac73222c47f31896
    function_t 0x8e3ff4e639b61595
    target_t 0x99f3b64eda010648
}
}
