//! Arrays behind pointers, places compared, integers with 64 bits, whole objects as bytes, lists in user memory.

#![no_std]
#![no_main]

use core::mem::MaybeUninit;

use answers::Pointers;
use plain::vmlinux::btfgen::ReadError;
use plain::vmlinux::{list_head, task_struct};
use plain::{Array, current_task, is_task_trusted};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Pointers, 1> = Array::new();

/// The arguments are a file descriptor, and the address of a `list_head`.
#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sys_enter")]
extern "C" fn pointers(ctx: *const [u64; 2]) -> i32 {
    // SAFETY: the verifier checks what is read of the context.
    let [fd, list] = unsafe { [(*ctx)[0], (*ctx)[1]] };
    let Some(answer) = ANSWERS.get(0) else {
        return 0;
    };
    // SAFETY: nobody else uses this element of the map.
    let answer = unsafe { &mut *answer };
    answer.error = match look(fd as usize, list as *const list_head, answer) {
        Ok(()) => 0,
        Err(error) => error.into(),
    };
    0
}

#[inline(always)]
fn look(fd: usize, list: *const list_head, answer: &mut Pointers) -> Result<(), ReadError> {
    let task = task_struct::at(current_task());
    // SAFETY: probe reads, and loads through a pointer that the verifier trusts.
    unsafe {
        let files = task.files().follow()?.fdt().follow()?.fd().follow()?;
        answer.ino = files.nth(fd).follow()?.f_inode().follow()?.i_ino().read()?;
        answer.pid_read = task.pid().read_wide()?;
        answer.pid_loaded = match is_task_trusted() {
            true => task.pid().load_wide(),
            false => answer.pid_read,
        };
        answer.subreaper = task.signal().follow()?.is_child_subreaper().read_wide()?;
        answer.leads = (task.group_leader().follow()? == task).into();
        answer.uid_len = task
            .cred()
            .follow()?
            .uid()
            .read_bytes(&mut answer.uid)?
            .len() as u32;
        let limits = task.signal().follow()?.rlim();
        answer.limits_len = limits.read_bytes(&mut answer.limits)?.len() as u64;
        let auxv = task.mm().follow()?.saved_auxv();
        answer.auxv_len = auxv.read_bytes(&mut answer.auxv)?.len() as u64;
        let first = list_head::at(list);
        let second = first.next().follow_user()?;
        answer.prev = second.prev().read_user()? as u64;
        answer.is_not_end = second.is_null().into();
        answer.is_end = second.next().follow_user()?.is_null().into();
        let mut bytes = MaybeUninit::<[u8; 16]>::uninit();
        if let Ok(bytes) = <&[u8; 16]>::try_from(first.read_user_bytes(&mut bytes)?) {
            answer.first = *bytes;
        }
    }
    Ok(())
}
