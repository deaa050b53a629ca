//! A BPF instruction, decoded.

use crate::reloc::Endian;

/// One instruction of eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Insn {
    pub(crate) code: u8,
    pub(crate) dst: u8,
    pub(crate) src: u8,
    pub(crate) off: i16,
    pub(crate) imm: i32,
}

/// The class of an instruction, in the low three bits of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Ld,
    Ldx,
    St,
    Stx,
    Alu,
    Jmp,
    Jmp32,
    Alu64,
}

/// `dst = imm ll`, which takes two instructions.
pub(crate) const LD_IMM64: u8 = 0x18;
/// The operation of a jump or of arithmetic.
pub(crate) const OPERATION: u8 = 0xf0;
/// A jump without a condition.
pub(crate) const JA: u8 = 0x00;
/// The call of a function or helper.
pub(crate) const CALL: u8 = 0x80;
/// The return from a function.
pub(crate) const EXIT: u8 = 0x90;
/// The number of the helper in the invalid call that loaders write for a relocation that they can't resolve. Bindings make the
/// same call if a size does not fit.
const POISON: i32 = 0x0bad_2310;
/// The operand is a register.
pub(crate) const SRC_REGISTER: u8 = 0x08;

impl Insn {
    pub(crate) fn decode(bytes: [u8; 8], endian: Endian) -> Insn {
        let (low, high) = (bytes[1] & 0xf, bytes[1] >> 4);
        let (dst, src) = match endian {
            Endian::Little => (low, high),
            Endian::Big => (high, low),
        };
        let [_, _, off0, off1, imm @ ..] = bytes;
        Insn {
            code: bytes[0],
            dst,
            src,
            off: endian.u16([off0, off1]) as i16,
            imm: endian.u32(imm) as i32,
        }
    }

    pub(crate) fn class(&self) -> Class {
        match self.code & 7 {
            0 => Class::Ld,
            1 => Class::Ldx,
            2 => Class::St,
            3 => Class::Stx,
            4 => Class::Alu,
            5 => Class::Jmp,
            6 => Class::Jmp32,
            _ => Class::Alu64,
        }
    }

    /// The number of bytes that a load or store moves.
    pub(crate) fn width(&self) -> u32 {
        match self.code >> 3 & 3 {
            0 => 4,
            1 => 2,
            2 => 1,
            _ => 8,
        }
    }

    /// Whether the second operand is a register, not a number in the instruction.
    pub(crate) fn has_register(&self) -> bool {
        self.code & SRC_REGISTER != 0
    }

    /// The jump target of an instruction at an index. `None` if it is not a jump, or if it jumps out of the section.
    pub(crate) fn target(&self, at: usize) -> Option<usize> {
        let distance = match (self.class(), self.code & OPERATION) {
            (Class::Jmp | Class::Jmp32, CALL | EXIT) => return None,
            (Class::Jmp32, JA) => i64::from(self.imm),
            (Class::Jmp | Class::Jmp32, _) => i64::from(self.off),
            _ => return None,
        };
        usize::try_from(at as i64 + 1 + distance).ok()
    }

    /// The instructions that may come next.
    pub(crate) fn successors(&self, at: usize) -> [Option<usize>; 2] {
        let next = match self.code {
            LD_IMM64 => at + 2,
            _ => at + 1,
        };
        match (self.class(), self.code & OPERATION) {
            (Class::Jmp, EXIT) => [None, None],
            (Class::Jmp | Class::Jmp32, JA) => [self.target(at), None],
            _ => [Some(next), self.target(at)],
        }
    }

    /// Whether it is a call that the verifier refuses, as loaders and bindings write it.
    pub(crate) fn is_trap(&self) -> bool {
        self.class() == Class::Jmp
            && self.code & OPERATION == CALL
            && self.src == 0
            && self.imm == POISON
    }

    pub(crate) fn is_memory(&self) -> bool {
        matches!(self.class(), Class::Ldx | Class::St | Class::Stx)
    }
}
