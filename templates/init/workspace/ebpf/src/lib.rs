//! The logic of the program. It compiles for every target, so `cargo test --package tracer-ebpf` tests it on the host.

#![no_std]
// The bindings need these features on the BPF target only. Other targets compile with stable Rust.
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]

// btfgen wrote this file; README.md has the command. It is in the repository, so that a build needs neither btfgen nor the BTF of
// a kernel, and so that a review shows what changed. One file is enough for all kernels.
pub mod vmlinux;

use tracer_common::Exec;
use vmlinux::btfgen::{Place, ReadError};
use vmlinux::task_struct;

/// Returns an event about the process of `task`, which must be its main thread.
///
/// # Safety
///
/// On the BPF target, any pointer is allowed, because these are probe reads. On other targets, the memory must be readable.
#[inline(always)]
pub unsafe fn exec(task: Place<task_struct>) -> Result<Exec, ReadError> {
    let mut exec = Exec::default();
    // SAFETY: see above.
    unsafe {
        exec.pid = task.tgid().read()?;
        exec.parent = task.real_parent().follow()?.tgid().read()?;
        task.comm().read_str(&mut exec.name)?;
    }
    Ok(exec)
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ffi::c_void;

    /// Memory that has the layout of `struct task_struct` on the kernel of the bindings.
    struct Task([u64; 4096]);

    impl Task {
        fn new(pid: i32, parent: *const c_void, name: &[u8]) -> Task {
            let mut task = Task([0; 4096]);
            let place = task.place();
            let fields = [
                (place.tgid().byte_offset(), &pid.to_ne_bytes()[..]),
                (place.real_parent().byte_offset(), &parent.addr().to_ne_bytes()),
                (place.comm().byte_offset(), name),
            ];
            for (offset, bytes) in fields {
                for (at, byte) in bytes.iter().enumerate() {
                    let word = &mut task.0[(offset + at) / 8];
                    let mut word_bytes = word.to_ne_bytes();
                    word_bytes[(offset + at) % 8] = *byte;
                    *word = u64::from_ne_bytes(word_bytes);
                }
            }
            task
        }

        fn place(&self) -> Place<task_struct> {
            task_struct::at(self.0.as_ptr())
        }
    }

    #[test]
    fn the_parent_is_another_task() {
        let shell = Task::new(1, core::ptr::null(), b"sh\0");
        let child = Task::new(2, shell.0.as_ptr().cast(), b"ls\0");
        // SAFETY: the memory exists.
        let exec = unsafe { exec(child.place()) }.expect("the memory can be read");
        assert_eq!((exec.pid, exec.parent, exec.name()), (2, 1, &b"ls"[..]));
    }
}
