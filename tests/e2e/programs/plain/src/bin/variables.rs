//! A variable of the kernel that each CPU has for itself.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::Variables;
use plain::Array;
use plain::vmlinux::var::runqueues;

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Variables, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn variables(_ctx: *mut c_void) -> i32 {
    let mut answer = Variables {
        exists: runqueues::exists().into(),
        this_cpu: -1,
        cpu_0: -1,
        no_cpu: -1,
    };
    if runqueues::exists() {
        let (first, none) = (runqueues::on_cpu(0), runqueues::on_cpu(1 << 20));
        // SAFETY: the verifier knows the variable, and for a given CPU once it is not null.
        unsafe {
            answer.this_cpu = runqueues::this_cpu().cpu().load();
            if !first.is_null() {
                answer.cpu_0 = first.cpu().load();
            }
        }
        answer.no_cpu = none.is_null().into();
    }
    ANSWERS.set(0, &answer);
    0
}
