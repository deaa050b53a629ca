//! Fields that no kernel has, of each kind that can be accessed, and a type that no kernel has.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

mod bindings {
    include!(env!("BTFGEN_ABSENT"));
}

use bindings::{btfgen_absent, task_struct};

macro_rules! scalar {
    ($task:expr) => {
        task_struct::at($task).btfgen_scalar()
    };
}

macro_rules! pointer {
    ($task:expr) => {
        task_struct::at($task).btfgen_pointer()
    };
}

macro_rules! behind {
    ($place:expr) => {
        $place.btfgen_pointer()
    };
}

macro_rules! twin {
    ($task:expr) => {
        task_struct::at($task).pid()
    };
}

macro_rules! pid {
    ($task:expr) => {
        task_struct::at($task).pid()
    };
}

include!("../shapes.rs");

programs! {
    array "array" "array_control"
    element "element" "element_control"
    element_read "element_read" "element_read_control"
    flexible "flexible" "flexible_control"
    path "path" "path_control"
    path_root "path_root" "path_root_control"
    path_read "path_read" "path_read_control"
    union "union" "union_control"
    bitfield "bitfield" "bitfield_control"
    bitfield_read "bitfield_read" "bitfield_read_control"
    bitfield_signed "bitfield_signed" "bitfield_signed_control"
    whole_type "whole_type" "whole_type_control"
    whole_type_follow "whole_type_follow" "whole_type_follow_control"
}

unsafe fn array<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_array();
    if there!(GUARDED, place) {
        taken(place.as_ptr().cast_mut())
    } else {
        OTHER
    }
}

unsafe fn element<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_array().index::<2>();
    if there!(GUARDED, place) {
        taken(unsafe { place.load() })
    } else {
        OTHER
    }
}

/// The guard asks for the array, the read for an element.
unsafe fn element_read<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_array();
    if there!(GUARDED, place) {
        taken(unsafe { place.index::<3>().read() })
    } else {
        OTHER
    }
}

unsafe fn flexible<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_flexible();
    if there!(GUARDED, place) {
        taken(place.as_ptr().cast_mut())
    } else {
        OTHER
    }
}

/// The guard asks for the struct, the load for its member.
unsafe fn path<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_struct();
    if there!(GUARDED, place) {
        taken(unsafe { place.value().load() })
    } else {
        OTHER
    }
}

unsafe fn path_root<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_struct();
    if there!(GUARDED, place) {
        taken(place.as_root().as_ptr().cast_mut())
    } else {
        OTHER
    }
}

unsafe fn path_read<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_struct().value();
    if there!(GUARDED, place) {
        taken(unsafe { place.read() })
    } else {
        OTHER
    }
}

unsafe fn union<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_member();
    if there!(GUARDED, place) {
        taken(unsafe { place.load() })
    } else {
        OTHER
    }
}

unsafe fn bitfield<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_bits();
    if there!(GUARDED, place) {
        taken(unsafe { place.load() })
    } else {
        OTHER
    }
}

unsafe fn bitfield_read<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_bits();
    if there!(GUARDED, place) {
        taken(unsafe { place.read() })
    } else {
        OTHER
    }
}

unsafe fn bitfield_signed<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = task_struct::at(task).btfgen_signed_bits();
    if there!(GUARDED, place) {
        taken(unsafe { place.read() })
    } else {
        OTHER
    }
}

unsafe fn whole_type<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = btfgen_absent::at(task).value();
    if there!(GUARDED, place) {
        taken(unsafe { place.read() })
    } else {
        OTHER
    }
}

unsafe fn whole_type_follow<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = btfgen_absent::at(task).task();
    if !(there!(GUARDED, place)) {
        return OTHER;
    }
    taken(unsafe { place.follow().and_then(|next| next.pid().read()) })
}
