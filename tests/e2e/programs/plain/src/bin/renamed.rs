//! Fields that kernels have renamed: bindings from an old and from a new kernel side by side over one runtime, and guards.
//! A type and an enumerator that old kernels do not have.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, sized_hierarchy)]

use core::ffi::c_void;

use answers::{NAME, Renamed, SYSFS_MAGIC};
use plain::vmlinux::{bpf_iter__task_file, file, inode, task_struct};
use plain::{read_str, seq_write};
use runtime::btfgen::{AnyPlace, ReadError, operations, type_exists};

mod old {
    include!(env!("BTFGEN_OLD"));
}

mod new {
    include!(env!("BTFGEN_NEW"));
}

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = "iter/task_file")]
extern "C" fn renamed(context: *mut c_void) -> i32 {
    let context = bpf_iter__task_file::at(context);
    // SAFETY: the verifier knows the context, and what it leads to once it is not null.
    unsafe {
        let task = context.task().load();
        let open = context.file().load();
        if task.is_null() || open.is_null() {
            return 0;
        }
        let seq = context.meta().follow_trusted().seq().load();
        let mut record = Renamed {
            tgid: task_struct::at(task).tgid().load(),
            fd: context.fd().load(),
            mtime: 0,
            there: 0,
            is_kernfs: 0,
            name: [0; NAME],
            parent: [0; NAME],
        };
        let object = file::at(open).f_inode().load();
        mtime(object, &mut record);
        if type_exists::<new::mnt_idmap>() {
            record.there |= 16;
        }
        if new::relocated::BPF_TOKEN_CREATE.exists() {
            record.there |= 32;
        }
        let object = inode::at(object);
        if object.i_sb().follow_trusted().s_magic().load() == SYSFS_MAGIC {
            record.is_kernfs = 1;
            // A `void *`: the verifier does not trust what is behind it, so a failed read leaves names empty.
            let _ = names(object.i_private().load(), &mut record);
        }
        seq_write(seq, &record);
    }
    0
}

/// `inode.i_mtime` is a struct up to 6.6, and two members of other names from 6.11 on.
#[inline(always)]
unsafe fn mtime(object: *mut inode, record: &mut Renamed) {
    let was = old::inode::at(object).i_mtime();
    let is = new::inode::at(object).i_mtime_sec();
    if let Some(seconds) = unsafe { load_if_there(was.tv_sec()) } {
        record.there |= 1;
        record.mtime = seconds;
    }
    if let Some(seconds) = unsafe { load_if_there(is) } {
        record.there |= 2;
        record.mtime = seconds;
    }
}

/// Of a place of either kernel's bindings.
#[inline(always)]
unsafe fn load_if_there(place: impl AnyPlace<Type = i64>) -> Option<i64> {
    let place = operations(place);
    match place.exists() {
        true => Some(unsafe { place.load() }),
        false => None,
    }
}

/// Of a place of either kernel's bindings.
#[inline(always)]
unsafe fn copy_name(
    to: &mut [u8; NAME],
    place: impl AnyPlace<Type = *const u8>,
) -> Result<(), ReadError> {
    read_str(to, unsafe { operations(place).read() }?.cast());
    Ok(())
}

/// `kernfs_node.parent` is `__parent` from 6.15 on.
#[inline(always)]
unsafe fn names(node: *mut c_void, record: &mut Renamed) -> Result<(), ReadError> {
    let was = old::kernfs_node::at(node);
    let is = new::kernfs_node::at(node);
    // SAFETY: probe reads.
    unsafe {
        copy_name(&mut record.name, was.name())?;
        if was.parent().exists() {
            record.there |= 4;
            copy_name(&mut record.parent, was.parent().follow()?.name())?;
        }
        if is.__parent().exists() {
            record.there |= 8;
            copy_name(&mut record.parent, is.__parent().follow()?.name())?;
        }
    }
    Ok(())
}
