//! What a kernel function returned, by a register: the number of each file that is opened.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use answers::Opened;
use aya_ebpf::EbpfContext as _;
use aya_ebpf::btf_maps::RingBuf;
use aya_ebpf::helpers::bpf_get_current_pid_tgid;
use aya_ebpf::macros::{btf_map, kretprobe};
use aya_ebpf::programs::RetProbeContext;

use vmlinux::function::DoSysOpenat2;

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

// `RingBuf<Opened, …>` of aya-ebpf 0.2.1 declares a value and a value size of 0, which libbpf refuses.
#[btf_map]
static ANSWERS: RingBuf<(), 65536> = RingBuf::new();

#[kretprobe(function = "do_sys_openat2")]
fn opened_kretprobe(ctx: RetProbeContext) -> u32 {
    // SAFETY: the program is attached to this function.
    let returned = unsafe { DoSysOpenat2::from_regs(ctx.as_ptr()) }.ret();
    if let Some(mut entry) = ANSWERS.reserve_untyped::<Opened>(0) {
        entry.write(Opened {
            ino: returned as u64,
            tgid: (bpf_get_current_pid_tgid() >> 32) as i32,
            mode: 0,
        });
        entry.submit(0);
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
