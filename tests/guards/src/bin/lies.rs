//! Loads and stores of fields that have another size than the bindings say, and of what is a bitfield on one side: refused, never
//! cut. No program here may load.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

mod bindings {
    include!(env!("BTFGEN_SIZES"));
}

use core::ffi::c_void;

use bindings::btfgen::PlaceMut;
use bindings::task_struct;

macro_rules! programs {
    ($($name:ident |$task:ident| $answer:expr;)*) => { $(
        #[unsafe(no_mangle)]
        #[unsafe(link_section = "raw_tp/sys_enter")]
        extern "C" fn $name(_context: *mut c_void) -> i32 {
            // SAFETY: helper 158 is bpf_get_current_task_btf.
            let task = unsafe { core::mem::transmute::<usize, unsafe extern "C" fn() -> *mut c_void>(158)() };
            let $task: PlaceMut<task_struct> = task_struct::at_mut(task);
            // SAFETY: the program does not run.
            unsafe { core::hint::black_box($answer) };
            0
        }
    )* };
}

programs! {
    load_wider_control |task| task.tgid().load();
    load_wider_signed_control |task| task.prio().load();
    load_narrower_signed_control |task| task.static_prio().load();
    load_too_narrow_control |task| task.start_time().load();
    load_once_too_narrow_control |task| task.nivcsw().load_once();
    load_of_bitfield_control |task| task.sched_reset_on_fork().load();
    load_of_too_wide_for_bitfield_control |task| task.nr_cpus_allowed().load();
    store_wider_control |task| task.policy().store(1);
    store_wider_signed_control |task| task.prio().store(1);
    store_narrower_control |task| task.start_time().store(1);
    store_to_bitfield_control |task| task.sched_reset_on_fork().store(1);
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
