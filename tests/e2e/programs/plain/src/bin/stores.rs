//! Stores, where the verifier allows them: into a map's memory, laid out as the kernel lays out its own objects.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::{IMAGE, IMAGES, STORED};
use plain::vmlinux::btfgen;
use plain::vmlinux::{sock, task_struct};
use plain::{Array, current_task, is_task_trusted};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<[u8; IMAGE], IMAGES> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn stores(_ctx: *mut c_void) -> i32 {
    store(current_task()).is_some().into()
}

fn store(current: *mut task_struct) -> Option<()> {
    let (zeros, ones) = (ANSWERS.get(0)?, ANSWERS.get(1)?);
    let (sock_zeros, sock_ones) = (sock::at_mut(ANSWERS.get(2)?), sock::at_mut(ANSWERS.get(3)?));
    // SAFETY: the verifier checks that the map's values have room.
    unsafe {
        for image in [zeros, ones] {
            let task = task_struct::at_mut(image);
            task.pid().store(STORED as i32);
            task.start_time().store(STORED);
            task.real_parent().store(core::ptr::null_mut());
            task.comm().index::<2>().store(b'2');
            // The last digit but three of a number that only the program knows.
            let pid = task_struct::at(current).pid();
            let pid = match is_task_trusted() {
                true => pid.load(),
                false => pid.read_or_zero(),
            };
            let index = pid as usize & 7;
            task.comm().element(8 + index)?.store(b'8');
            // Beyond every kernel's array.
            if let Some(beyond) = task.comm().element(4096 + index) {
                beyond.store(b'!');
            }
        }
        sock_zeros.sk_no_check_tx().store(3);
        sock_ones.sk_no_check_tx().store(2);
        sock_zeros.__sk_common().skc_num().store(STORED as u16);
        let common = sock_ones.__sk_common().as_root_mut();
        btfgen::operations(common.skc_num()).store(STORED as u16);
    }
    Some(())
}
