//@ bpf: error[E0432] no `STAGE_MOVED` in the root
//@ host: error[E0432] no `STAGE_MOVED` in the root
#![no_std]

use vmlinux::STAGE_MOVED;

pub fn moved() -> u32 {
    STAGE_MOVED
}
