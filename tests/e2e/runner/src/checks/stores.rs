//! What a program stored into memory that is laid out as the kernel's objects.

use answers::{IMAGE, STORED};

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::Offsets;

pub(super) fn stores(program: &mut dyn Program, offsets: &Offsets, report: &mut Report) -> Result {
    if offsets.is_empty() {
        return Err("what is stored can't be checked without --offsets".into());
    }
    let at = |name: &str| -> Result<usize> {
        let offset = offsets.get(name).copied().flatten();
        Ok(offset.ok_or(format!("the file of offsets has no `{name}`"))? as usize)
    };
    let map = program.map("ANSWERS")?;
    let blank = |index: u32| vec![if index.is_multiple_of(2) { 0 } else { 0xff }; IMAGE];
    for index in 0..4_u32 {
        bpf::update(&map, index, &blank(index))?;
    }
    bpf::run(program.program()?)?;
    // SAFETY: asks for a number.
    let last = unsafe { libc::gettid() } as usize & 7;
    for index in 0..2 {
        let mut task = blank(index);
        let mut put = |at: usize, bytes: &[u8]| task[at..at + bytes.len()].copy_from_slice(bytes);
        put(at("task_struct.pid")?, &(STORED as i32).to_ne_bytes());
        put(at("task_struct.start_time")?, &STORED.to_ne_bytes());
        put(at("task_struct.real_parent")?, &[0; 8]);
        put(at("task_struct.comm")? + 2, b"2");
        put(at("task_struct.comm")? + 8 + last, b"8");
        let found = bpf::lookup::<u32, Image>(&map, index)?[0].0;
        report.equal(
            "bytes of a task that are wrong",
            differ(&found, &task),
            String::new(),
        );
    }
    for index in 2..4 {
        let mut sock = blank(index);
        let bit = at("sock.sk_no_check_tx:")?;
        // Each byte order counts bits from its own end: bit 0 is the first that is stored.
        let mask = match cfg!(target_endian = "big") {
            true => 0x80_u8 >> (bit % 8),
            false => 1 << (bit % 8),
        };
        // The lowest bit of what was stored, 3 or 2: the field has no more.
        match index {
            2 => sock[bit / 8] |= mask,
            _ => sock[bit / 8] &= !mask,
        }
        let num = at("sock_common.skc_num")?;
        sock[num..num + 2].copy_from_slice(&(STORED as u16).to_ne_bytes());
        let found = bpf::lookup::<u32, Image>(&map, index)?[0].0;
        report.equal(
            "bytes of a sock that are wrong",
            differ(&found, &sock),
            String::new(),
        );
    }
    Ok(())
}

#[derive(Clone, Copy)]
#[repr(C)]
struct Image([u8; IMAGE]);

// SAFETY: any bytes are one.
unsafe impl bpf::Plain for Image {}

/// Where, up to eight.
fn differ(found: &[u8], expected: &[u8]) -> String {
    let pairs = found.iter().zip(expected).enumerate();
    let wrong = pairs.filter(|(_, (found, expected))| found != expected);
    wrong.take(8).map(|(i, _)| format!("{i} ")).collect()
}
