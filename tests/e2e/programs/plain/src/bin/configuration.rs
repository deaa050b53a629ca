//! Options of the kernel's configuration: numbers, and options that are `y`, `m` or `n`.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::Configuration;
use plain::Array;
use plain::vmlinux::kconfig::{
    CONFIG_BPF, CONFIG_BTFGEN_NO_SUCH_OPTION, CONFIG_HZ, CONFIG_IPV6, LINUX_KERNEL_VERSION,
};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Configuration, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn configuration(_ctx: *mut c_void) -> i32 {
    let answer = Configuration {
        version: LINUX_KERNEL_VERSION::number(),
        hz: CONFIG_HZ::number(),
        bpf: CONFIG_BPF::is_built_in().into(),
        ipv6: CONFIG_IPV6::is_enabled().into(),
        ipv6_module: CONFIG_IPV6::is_module().into(),
        missing: CONFIG_BTFGEN_NO_SUCH_OPTION::is_enabled().into(),
    };
    ANSWERS.set(0, &answer);
    0
}
