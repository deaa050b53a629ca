//@ bpf: compiles
//@ host: compiles
#![no_std]

use vmlinux::btfgen::Place;
use vmlinux::task_struct;

pub fn as_helpers_do_now(task: Place<task_struct>) -> Result<i32, i32> {
    Ok(unsafe { task.real_parent().follow()?.tgid().read()? })
}

pub fn as_programs_of_aya_do(task: Place<task_struct>) -> Result<i32, u32> {
    Ok(unsafe { task.real_parent().follow()?.tgid().read()? })
}

pub fn in_a_log(task: Place<task_struct>, log: &mut dyn core::fmt::Write) -> core::fmt::Result {
    match unsafe { task.pid().read() } {
        Ok(pid) => write!(log, "{pid}"),
        Err(error) => write!(log, "{error}: {}", error.errno()),
    }
}

pub fn as_helpers_did(task: Place<task_struct>) -> Result<i32, i64> {
    Ok(unsafe { task.real_parent().follow()?.tgid().read()? })
}
