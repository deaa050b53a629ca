//! A TCP congestion control: a table of callbacks. It grows and halves the window as Reno does.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use plain::Array;
use vmlinux::struct_ops::tcp_congestion_ops;
use vmlinux::tcp_sock;

// The macro of the table is for the crate that contains the bindings.
mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

plain::license!();

/// How often the window was asked to grow.
#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<u64, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/cong_avoid")]
extern "C" fn congestion(call: tcp_congestion_ops::CongAvoid) {
    if let Some(calls) = ANSWERS.get(0) {
        // SAFETY: the value of the map.
        unsafe { *calls += 1 };
    }
    let tp = tcp_sock::at_mut(call.arg0().as_mut_ptr());
    let acked = call.arg2();
    // SAFETY: the verifier knows the socket of a callback, and permits stores to these fields.
    unsafe {
        let (window, max) = (tp.snd_cwnd().load(), tp.snd_cwnd_clamp().load());
        if window < tp.snd_ssthresh().load() {
            tp.snd_cwnd().store((window + acked).min(max));
            return;
        }
        let count = tp.snd_cwnd_cnt().load() + acked;
        if count < window {
            tp.snd_cwnd_cnt().store(count);
        } else {
            tp.snd_cwnd_cnt().store(count - window);
            tp.snd_cwnd().store((window + 1).min(max));
        }
    }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/ssthresh")]
extern "C" fn rust_ssthresh(call: tcp_congestion_ops::Ssthresh) -> u32 {
    // SAFETY: the verifier knows the socket of a callback.
    let window = unsafe { tcp_sock::at(call.arg0().as_ptr()).snd_cwnd().load() };
    (window / 2).max(2)
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/undo_cwnd")]
extern "C" fn rust_undo_cwnd(call: tcp_congestion_ops::UndoCwnd) -> u32 {
    let tp = tcp_sock::at(call.arg0().as_ptr());
    // SAFETY: the verifier knows the socket of a callback.
    unsafe { tp.snd_cwnd().load().max(tp.prior_cwnd().load()) }
}

tcp_congestion_ops! {
    static rust_cc in ".struct_ops" = {
        cong_avoid: congestion,
        ssthresh: rust_ssthresh,
        undo_cwnd: rust_undo_cwnd,
        name: "rust_cc",
    };
}
