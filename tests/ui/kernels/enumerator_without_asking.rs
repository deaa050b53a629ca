//@ bpf: error[E0277] not every kernel has this, only `from_6_12`
//@ host: error[E0277] not every kernel has this, only `from_6_12`
#![no_std]

use vmlinux::relocated::STAGE_NEW;

pub fn new() -> u32 {
    STAGE_NEW.value()
}
