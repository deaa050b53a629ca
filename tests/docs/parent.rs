//! The program of the README, without aya-ebpf. `parent.o` is its object before the link step: `cargo test --test docs` links it and
//! shows what the verifier says. If the link step refuses it because of its format, compile it anew: with the README's Cargo.toml
//! and .cargo/config.toml, but with `linker = "bpf-linker"`. Then remove the debug information, which has paths of the machine:
//! `llvm-objcopy --remove-section '.debug*' --remove-section '.rel.debug*'`.

#![no_std]
#![no_main]
#![cfg_attr(target_arch = "bpf", feature(asm_experimental_arch, extern_types, sized_hierarchy))]

mod vmlinux;

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn parent(_ctx: *const u64) -> i32 {
    // SAFETY: BPF calls a helper by its number. This is bpf_get_current_task_btf.
    let helper = unsafe { core::mem::transmute::<usize, extern "C" fn() -> *mut task_struct>(158) };
    parent_of(task_struct::at(helper())).unwrap_or_else(|errno| errno)
}

fn parent_of(task: Place<task_struct>) -> Result<i32, i32> {
    // SAFETY: these are probe reads, which return an error for a bad pointer.
    Ok(unsafe { task.real_parent().follow()?.tgid().read()? })
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 4] = *b"GPL\0";
