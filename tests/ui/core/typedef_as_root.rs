//@ bpf: error[E0080] rustc's btf_relocations do not cover `atomic_t`, because no struct or union of C has this name: begin at one that holds it
//@ host: error[E0080] rustc's btf_relocations do not cover `atomic_t`, because no struct or union of C has this name: begin at one that holds it
#![no_std]

use vmlinux::atomic_t;
use vmlinux::btfgen::Place;

pub fn use_it(atomic: Place<atomic_t>) -> i32 {
    unsafe { atomic.counter().load() }
}
