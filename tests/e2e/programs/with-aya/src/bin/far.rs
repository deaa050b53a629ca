//! Loads beyond offset 32767, where a load instruction does not reach: the node of the memory that is being compacted.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use answers::Node;
use aya_ebpf::EbpfContext as _;
use aya_ebpf::btf_maps::Array;
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;

use vmlinux::tp::MmCompactionBegin;

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

#[btf_map]
static ANSWERS: Array<Node, 1> = Array::new();

#[btf_tracepoint(function = "mm_compaction_begin")]
fn far(ctx: BtfTracePointContext) -> i32 {
    // It has other arguments on old kernels.
    if !MmCompactionBegin::exists() {
        return 0;
    }
    // SAFETY: the program is attached to this tracepoint, whose arguments the verifier trusts.
    let answer = unsafe {
        let begin = MmCompactionBegin::at(ctx.as_ptr());
        let zone = begin.cc().zone().follow_trusted();
        let node = zone.zone_pgdat().follow_trusted();
        Node {
            id: node.node_id().load(),
            id_read: node.node_id().read().unwrap_or(-1),
            present_pages: node.node_present_pages().load(),
            spanned_pages: node.node_spanned_pages().load_once(),
            kswapd: node.kswapd().follow_trusted().pid().load(),
            unused: 0,
        }
    };
    let _ = ANSWERS.set(0, answer, 0);
    0
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
