//! How libbpf changes the instruction of a relocation.

use super::number::{Memory, New, Number};
use super::outcome::{Found, Outcome};
use super::refusal::Refusal;
use super::relocation::Relocation;
use crate::insn::{Class, Insn, LD_IMM64, SRC_REGISTER};

/// `bpf_core_patch_insn`
pub(super) fn outcome<'t>(number: &Number<'t>, relocation: &Relocation<'_>) -> Outcome<'t> {
    let (value, spec, memory) = match &number.new {
        New::Poisoned(miss) => return Outcome::Poisoned(*miss),
        New::Absent(value, _) => (*value, None, None),
        New::Found {
            value,
            spec,
            memory,
        } => (*value, spec.clone(), Some(memory)),
    };
    let width = match patched(number, value, memory, relocation) {
        Ok(width) => width,
        Err(Fault::Refused(refusal)) => return Outcome::Refused(refusal),
        Err(Fault::Poisoned) => {
            return match spec {
                Some(spec) => Outcome::Resized(spec),
                None => Outcome::Refused(Refusal::Form),
            };
        }
    };
    match &number.new {
        New::Absent(value, miss) => Outcome::Absent(*value, *miss),
        _ => Outcome::Found(Found { value, width, spec }),
    }
}

enum Fault {
    Refused(Refusal),
    Poisoned,
}

/// The new width of the load or store, if it changes.
fn patched(
    number: &Number<'_>,
    value: u64,
    memory: Option<&Memory>,
    relocation: &Relocation<'_>,
) -> Result<Option<u32>, Fault> {
    let insn = &relocation.insn;
    let check = |is: u64| match number.old {
        Some(old) if old != is => Err(Fault::Refused(Refusal::OldValue)),
        _ => Ok(()),
    };
    match insn.class() {
        Class::Alu | Class::Alu64 if insn.code & SRC_REGISTER == 0 => {
            check(i64::from(insn.imm) as u64)?;
            Ok(None)
        }
        Class::Ldx | Class::St | Class::Stx => {
            check(i64::from(insn.off) as u64)?;
            if value > i16::MAX as u64 {
                return Err(Fault::Refused(Refusal::Far(value)));
            }
            match memory {
                Some(memory) if memory.fails => Err(Fault::Poisoned),
                Some(memory) if memory.old != memory.new => resized(insn.width(), memory),
                _ => Ok(None),
            }
        }
        Class::Ld if insn.code == LD_IMM64 => {
            let next = relocation.next;
            let is_second =
                |next: &Insn| next.code == 0 && next.dst == 0 && next.src == 0 && next.off == 0;
            match next.filter(|next| insn.src == 0 && insn.off == 0 && is_second(next)) {
                Some(next) => {
                    let high = u64::from(next.imm as u32) << 32;
                    check(u64::from(insn.imm as u32) | high)?;
                    Ok(None)
                }
                None => Err(Fault::Refused(Refusal::Form)),
            }
        }
        _ => Err(Fault::Refused(Refusal::Form)),
    }
}

fn resized(width: u32, memory: &Memory) -> Result<Option<u32>, Fault> {
    match memory.new {
        _ if width != memory.old => Err(Fault::Refused(Refusal::OldValue)),
        1 | 2 | 4 | 8 => Ok(Some(memory.new)),
        other => Err(Fault::Refused(Refusal::Width(other))),
    }
}
