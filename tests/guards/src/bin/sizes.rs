//! Reads of fields that have another size than the bindings say: right, or an error, and never a value that was cut. A program
//! returns 1 if so.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

mod bindings {
    include!(env!("BTFGEN_SIZES"));
}

use core::ffi::c_void;

use bindings::btfgen::{Place, ReadError};
use bindings::{task_struct, task_struct___other, task_struct___right};

const RIGHT: i32 = 1;
const WRONG: i32 = 3;

macro_rules! programs {
    ($($name:ident |$task:ident, $right:ident| $answer:expr;)*) => { $(
        #[unsafe(no_mangle)]
        #[unsafe(link_section = "raw_tp/sys_enter")]
        extern "C" fn $name(_context: *mut c_void) -> i32 {
            // SAFETY: helper 158 is bpf_get_current_task_btf.
            let task = unsafe { core::mem::transmute::<usize, unsafe extern "C" fn() -> *mut c_void>(158)() };
            let ($task, $right): (Place<task_struct>, Place<task_struct___right>) =
                (task_struct::at(task), task_struct___right::at(task));
            // SAFETY: probe reads, and loads from the current task.
            if unsafe { $answer } { RIGHT } else { WRONG }
        }
    )* };
}

fn other(task: Place<task_struct___right>) -> Place<task_struct___other> {
    task_struct___other::at(task.as_ptr().cast::<c_void>())
}

programs! {
    wider |task, right| task.tgid().read() == Ok(right.tgid().load() as u64);
    wider_signed |task, right| task.prio().read() == Ok(i64::from(right.prio().load()));
    narrower |task, right| match i16::try_from(right.static_prio().load()) {
        Ok(value) => task.static_prio().read() == Ok(value),
        Err(_) => task.static_prio().read() == Err(ReadError::TOO_WIDE),
    };
    narrower_signed |task, right| match i8::try_from(right.normal_prio().load()) {
        Ok(value) => task.normal_prio().read() == Ok(value),
        Err(_) => task.normal_prio().read() == Err(ReadError::TOO_WIDE),
    };
    too_narrow |task, right| match u32::try_from(right.start_time().load()) {
        Ok(value) => task.start_time().read() == Ok(value),
        Err(_) => task.start_time().read() == Err(ReadError::TOO_WIDE),
    };
    maybe_too_narrow |task, right| match u16::try_from(right.nivcsw().load()) {
        Ok(value) => task.nivcsw().read() == Ok(value),
        Err(_) => task.nivcsw().read() == Err(ReadError::TOO_WIDE),
    };
    is_bitfield |task, right| task.sched_reset_on_fork().read() == Ok(right.sched_reset_on_fork().load());
    was_bitfield |task, right| task.flags().read() == Ok(right.flags().load());
    element |task, _right| task.comm().index::<0>().read().is_ok_and(|byte| byte != 0);
    // The runner's has the highest bit: the same bits, as a load returns them.
    of_other_sign |task, right| right.personality().load() > i32::MAX as u32
        && task.personality().read() == Ok(right.personality().load() as i32);
    // That is wider and of another sign: the number, not its sign.
    wider_of_other_sign |_task, right| other(right).personality().read() == Ok(i64::from(right.personality().load()));
    // A thread that is not the first of its process has -1.
    wider_negative |task, right| right.exit_signal().load() < 0
        && task.exit_signal().read() == Ok(i64::from(right.exit_signal().load()));
    narrower_negative |_task, right| other(right).exit_signal().read().map(i32::from) == Ok(right.exit_signal().load());
    wider_negative_or_zero |task, right| task.exit_signal().read_or_zero() == i64::from(right.exit_signal().load());
    narrower_by_load |task, right| task.policy().load() == right.policy().load().into();
    wider_or_zero |task, right| task.tgid().read_or_zero() == right.tgid().load() as u64;
    wider_signed_or_zero |task, right| task.prio().read_or_zero() == i64::from(right.prio().load());
    too_narrow_or_zero |task, right| u32::try_from(right.start_time().load()).unwrap_or(0) == task.start_time().read_or_zero();
    narrower_or_zero |task, right| i16::try_from(right.static_prio().load()).unwrap_or(0) == task.static_prio().read_or_zero();
    is_bitfield_or_zero |task, right| task.sched_reset_on_fork().read_or_zero() == right.sched_reset_on_fork().load();
    was_bitfield_or_zero |task, right| task.flags().read_or_zero() == right.flags().load();
    as_it_is |_task, right| right.tgid().read() == Ok(right.tgid().load());
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
