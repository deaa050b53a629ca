//! Every open file: by-value paths, anonymous unions, and names up the directory tree.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::{File, NAME};
use plain::vmlinux::btfgen::Place;
use plain::vmlinux::{bpf_iter__task_file, dentry, file, task_struct};
use plain::{read_str, seq_write};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = "iter/task_file")]
extern "C" fn file_iter(context: *mut c_void) -> i32 {
    let context = bpf_iter__task_file::at(context);
    // SAFETY: the verifier knows the context, and what it leads to once it is not null.
    unsafe {
        let task = context.task().load();
        let open = context.file().load();
        if task.is_null() || open.is_null() {
            return 0;
        }
        let seq = context.meta().follow_trusted().seq().load();
        let open = file::at(open);
        let inode = open.f_inode().follow_trusted();
        let mut record = File {
            tgid: task_struct::at(task).tgid().load(),
            fd: context.fd().load(),
            ino: inode.i_ino().load(),
            size: inode.i_size().load(),
            mode: inode.i_mode().load() as u32,
            nlink: inode.i_nlink().load(),
            names: [[0; NAME]; 3],
        };
        let own = open.f_path().dentry().follow_trusted();
        name(&mut record.names[0], own);
        let parent = own.d_parent().follow_trusted();
        name(&mut record.names[1], parent);
        name(&mut record.names[2], parent.d_parent().follow_trusted());
        seq_write(seq, &record);
    }
    0
}

#[inline(always)]
unsafe fn name(to: &mut [u8], of: Place<dentry>) {
    read_str(to, unsafe { of.d_name().name().load() }.cast());
}
