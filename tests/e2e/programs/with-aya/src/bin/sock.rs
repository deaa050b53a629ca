//! Both ends of each TCP connection: members of anonymous unions inside a by-value struct.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use answers::Sock;
use aya_ebpf::EbpfContext as _;
use aya_ebpf::btf_maps::HashMap;
use aya_ebpf::macros::{btf_map, btf_tracepoint};
use aya_ebpf::programs::BtfTracePointContext;
use vmlinux::btfgen::Place;
use vmlinux::tp::InetSockSetState;

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

const TCP_ESTABLISHED: i32 = 1;

#[btf_map]
static ANSWERS: HashMap<u16, Sock, 1024> = HashMap::new();

#[btf_tracepoint(function = "inet_sock_set_state")]
fn sock(ctx: BtfTracePointContext) -> i32 {
    // SAFETY: the program is attached to this tracepoint.
    let change = unsafe { InetSockSetState::at(ctx.as_ptr()) };
    if change.newstate() != TCP_ESTABLISHED {
        return 0;
    }
    match established(change.sk()) {
        Ok(()) => 0,
        Err(error) => error,
    }
}

fn established(sk: Place<vmlinux::sock>) -> Result<(), i32> {
    let common = sk.__sk_common();
    // SAFETY: the verifier trusts a tracepoint's arguments.
    let answer = unsafe {
        Sock {
            family: common.skc_family().load(),
            num: common.skc_num().load(),
            dport: common.skc_dport().load(),
            protocol: sk.sk_protocol().read()?,
            rcv_saddr: common.skc_rcv_saddr().load(),
            daddr: common.skc_daddr().load(),
            kind: sk.sk_type().load(),
            no_check: sk.sk_no_check_tx().load(),
            userlocks: sk.sk_userlocks().read()?,
        }
    };
    ANSWERS.insert(answer.num, answer, 0)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
