//! Which registers are read at an instruction or after it. States that differ only in other registers count as equal.

use super::state::{State, Value};
use crate::insn::{Class, Insn, LD_IMM64};
use crate::link::Code;

/// For each section and instruction, a bit for each register that is read later.
pub(super) struct Live(Vec<Vec<u16>>);

/// The registers of arguments, which a call reads and overwrites.
const ARGUMENTS: u16 = 0b11_1110;
const RESULT: u16 = 1;
const ALL: u16 = 0x7ff;

/// The maximum number of passes over all instructions. If more are needed, all registers count as read.
const MAX_ROUNDS: usize = 64;

impl Live {
    pub(super) fn new(code: &[Code]) -> Live {
        Live(code.iter().map(of_section).collect())
    }

    /// Forgets the registers that are not read from here on.
    pub(super) fn forget(&self, state: &mut State) {
        let (section, insn) = state.place;
        let live = self.0[section].get(insn).copied().unwrap_or(ALL);
        for (register, value) in state.registers.iter_mut().enumerate() {
            if live & 1 << register == 0 {
                *value = Value::Other;
            }
        }
    }
}

fn of_section(code: &Code) -> Vec<u16> {
    let mut live = vec![0u16; code.insns.len()];
    for _ in 0..MAX_ROUNDS {
        let mut changed = false;
        for (at, insn) in code.insns.iter().enumerate().rev() {
            let mut after = 0;
            for next in insn.successors(at) {
                after |= next.and_then(|next| live.get(next)).copied().unwrap_or(0);
            }
            let (reads, writes) = uses(insn);
            let now = after & !writes | reads | 1 << 10;
            changed |= now != live[at];
            live[at] = now;
        }
        if !changed {
            return live;
        }
    }
    vec![ALL; code.insns.len()]
}

/// The registers that an instruction reads, and those that it overwrites. In cases of doubt, a register counts as read.
fn uses(insn: &Insn) -> (u16, u16) {
    let bit = |register: u8| 1u16 << register.min(10);
    let (dst, src) = (bit(insn.dst), bit(insn.src));
    match insn.class() {
        Class::Ld if insn.code == LD_IMM64 => (0, dst),
        Class::Ld => (ALL, 0),
        Class::Ldx => (src, dst),
        Class::St => (dst, 0),
        Class::Stx => (dst | src | RESULT, 0),
        Class::Alu | Class::Alu64 => {
            let source = if insn.has_register() { src } else { 0 };
            match insn.code & 0xf0 {
                0xb0 => (source, dst),
                _ => (source | dst, 0),
            }
        }
        Class::Jmp | Class::Jmp32 => {
            let source = if insn.has_register() { src } else { 0 };
            match insn.code & 0xf0 {
                0x00 => (0, 0),
                0x80 => (
                    ARGUMENTS | source | dst,
                    RESULT | ARGUMENTS & !(source | dst),
                ),
                0x90 => (RESULT, 0),
                _ => (source | dst, 0),
            }
        }
    }
}
