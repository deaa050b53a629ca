//! Every file that is opened, seen where a kernel function starts: its argument by a register.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use answers::Opened;
use aya_ebpf::EbpfContext as _;
use aya_ebpf::btf_maps::{PerCpuArray, RingBuf};
use aya_ebpf::helpers::bpf_get_current_pid_tgid;
use aya_ebpf::macros::{btf_map, kprobe};
use aya_ebpf::programs::ProbeContext;

use vmlinux::btfgen::ReadError;
use vmlinux::function::SecurityFileOpen;

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

// `RingBuf<Opened, …>` of aya-ebpf 0.2.1 declares a value and a value size of 0, which libbpf refuses.
#[btf_map]
static ANSWERS: RingBuf<(), 65536> = RingBuf::new();

#[btf_map]
static COUNT: PerCpuArray<u64, 1> = PerCpuArray::new();

#[kprobe(function = "security_file_open")]
fn opened_kprobe(ctx: ProbeContext) -> u32 {
    if let Ok(answer) = opened(&ctx)
        && let Some(mut entry) = ANSWERS.reserve_untyped::<Opened>(0)
    {
        entry.write(answer);
        entry.submit(0);
    }
    if let Some(count) = COUNT.get_ptr_mut(0) {
        // SAFETY: this CPU's own element.
        unsafe { *count += 1 };
    }
    0
}

fn opened(ctx: &ProbeContext) -> Result<Opened, ReadError> {
    // SAFETY: the program is attached to this function; these are probe reads.
    unsafe {
        let file = SecurityFileOpen::from_regs(ctx.as_ptr()).file();
        let inode = file.f_inode().follow()?;
        Ok(Opened {
            ino: inode.i_ino().read()?,
            tgid: (bpf_get_current_pid_tgid() >> 32) as i32,
            mode: inode.i_mode().read()?.into(),
        })
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
