//@ bpf: compiles
//@ host: compiles
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
#![no_std]

mod kernel {
    include!(env!("VMLINUX"));
}

use kernel::task_struct;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn program(task: *const task_struct) -> i32 {
    let task = task_struct::at(task);
    if task.priority().exists() {
        unsafe { task.tgid().load_once() }
    } else {
        0
    }
}
