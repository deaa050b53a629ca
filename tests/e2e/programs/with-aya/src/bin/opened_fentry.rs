//! Every file that is opened, seen before a kernel function.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use core::ffi::c_void;

use answers::Opened;
use aya_ebpf::EbpfContext as _;
use aya_ebpf::btf_maps::{PerCpuArray, RingBuf};
use aya_ebpf::helpers::{bpf_get_current_task, bpf_get_current_task_btf};
use aya_ebpf::macros::{btf_map, fentry};
use aya_ebpf::programs::FEntryContext;

use vmlinux::function::SecurityFileOpen;
use vmlinux::relocated::BPF_FUNC_get_current_task_btf;
use vmlinux::task_struct;

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

// `RingBuf<Opened, …>` of aya-ebpf 0.2.1 declares a value and a value size of 0, which libbpf refuses.
#[btf_map]
static ANSWERS: RingBuf<(), 65536> = RingBuf::new();

#[btf_map]
static COUNT: PerCpuArray<u64, 1> = PerCpuArray::new();

#[fentry(function = "security_file_open")]
fn opened_fentry(ctx: FEntryContext) -> i32 {
    // SAFETY: the program is attached to this hook.
    let opened = unsafe { SecurityFileOpen::at(ctx.as_ptr()) }.file();
    if let Some(mut entry) = ANSWERS.reserve_untyped::<Opened>(0) {
        // SAFETY: the verifier trusts a hook's argument and the current task.
        let answer = unsafe {
            let inode = opened.f_inode().follow_trusted();
            Opened {
                ino: inode.i_ino().load(),
                // Linux 5.11 has a helper whose task the verifier trusts.
                tgid: match BPF_FUNC_get_current_task_btf.exists() {
                    true => task_struct::at(bpf_get_current_task_btf()).tgid().load(),
                    false => task_struct::at(bpf_get_current_task() as *const c_void)
                        .tgid()
                        .read_or_zero(),
                },
                mode: inode.i_mode().load().into(),
            }
        };
        entry.write(answer);
        entry.submit(0);
    }
    if let Some(count) = COUNT.get_ptr_mut(0) {
        // SAFETY: this CPU's own element.
        unsafe { *count += 1 };
    }
    0
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
