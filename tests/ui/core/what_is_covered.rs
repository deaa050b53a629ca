//@ bpf: compiles
//@ host: compiles
#![no_std]

use vmlinux::btfgen::{PlaceMut, ReadError};
use vmlinux::task_struct;

pub fn use_it(task: PlaceMut<task_struct>, name: &mut [u8]) -> Result<usize, ReadError> {
    let place = task.usage().counter();
    if !place.exists() || !task.priority().exists() {
        return Ok(place.byte_offset() + task.comm().byte_size());
    }
    unsafe {
        task.nice().store(3);
        let parent = task.real_parent().follow_trusted();
        let run = parent.sched_info().as_root().run_delay().load();
        let word = task.last().whole().load_once() as u64;
        let user = task.real_parent().follow()?.tgid().read_user()?;
        let name = task.comm().read_str(name)?;
        Ok((run + word + user as u64) as usize + name.len() + task.comm().as_ptr() as usize)
    }
}
