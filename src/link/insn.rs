//! The few BPF instructions that stand in a placeholder's stead.

use crate::reloc::Endian;
use crate::reloc::PLACEHOLDER_IMM;
use crate::reloc::record::Register;

pub(super) const INSN_LEN: u64 = 8;

const LDX_MEM: u8 = 0x61;
const STX_MEM: u8 = 0x63;
const ALU64_ADD_K: u8 = 0x07;
const ALU64_MOV_K: u8 = 0xb7;
const JMP_CALL: u8 = 0x85;
pub(super) const LD_IMM64: u8 = 0x18;

/// One instruction of eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Insn {
    code: u8,
    dst: u8,
    src: u8,
    off: i16,
    imm: i32,
}

impl Insn {
    /// What an intrinsic leaves: a call that the verifier rejects.
    pub(super) fn placeholder() -> Insn {
        Insn {
            code: JMP_CALL,
            dst: 0,
            src: 0,
            off: 0,
            imm: PLACEHOLDER_IMM as i32,
        }
    }

    /// `dst = *(uN *)(src + off)`
    pub(super) fn load(dst: Register, src: Register, off: i16, size: Width) -> Insn {
        let code = LDX_MEM | size.bits();
        Insn {
            code,
            dst: dst.number(),
            src: src.number(),
            off,
            imm: 0,
        }
    }

    /// `*(uN *)(dst + off) = src`
    pub(super) fn store(dst: Register, src: Register, off: i16, size: Width) -> Insn {
        let code = STX_MEM | size.bits();
        Insn {
            code,
            dst: dst.number(),
            src: src.number(),
            off,
            imm: 0,
        }
    }

    /// `dst += imm`
    pub(super) fn add(dst: Register, imm: i32) -> Insn {
        Insn {
            code: ALU64_ADD_K,
            dst: dst.number(),
            src: 0,
            off: 0,
            imm,
        }
    }

    /// `dst = imm`
    pub(super) fn mov(dst: Register, imm: i32) -> Insn {
        Insn {
            code: ALU64_MOV_K,
            dst: dst.number(),
            src: 0,
            off: 0,
            imm,
        }
    }

    /// `dst <<= bits`, `dst >>= bits` or `dst s>>= bits`
    pub(super) fn shift(dst: Register, shift: Shift, bits: i32) -> Insn {
        Insn {
            code: shift as u8,
            dst: dst.number(),
            src: 0,
            off: 0,
            imm: bits,
        }
    }

    /// `dst = imm ll`, which takes the room of two.
    pub(super) fn mov64(dst: Register, imm: u64) -> [Insn; 2] {
        let half = |code, dst, imm| Insn {
            code,
            dst,
            src: 0,
            off: 0,
            imm,
        };
        [
            half(LD_IMM64, dst.number(), imm as i32),
            half(0, 0, (imm >> 32) as i32),
        ]
    }

    pub(super) fn encode(self, endian: Endian) -> [u8; INSN_LEN as usize] {
        let registers = match endian {
            Endian::Little => self.src << 4 | self.dst,
            Endian::Big => self.dst << 4 | self.src,
        };
        let mut bytes = [self.code, registers, 0, 0, 0, 0, 0, 0];
        bytes[2..4].copy_from_slice(&endian.bytes16(self.off as u16));
        bytes[4..].copy_from_slice(&endian.bytes32(self.imm as u32));
        bytes
    }
}

/// A shift of all 64 bits, by a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    Left = 0x67,
    Right = 0x77,
    SignedRight = 0xc7,
}

/// How many bytes a load or store moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    One,
    Two,
    Four,
    Eight,
}

impl Width {
    pub(super) fn of_bytes(bytes: u64) -> Option<Width> {
        match bytes {
            1 => Some(Width::One),
            2 => Some(Width::Two),
            4 => Some(Width::Four),
            8 => Some(Width::Eight),
            _ => None,
        }
    }

    fn bits(self) -> u8 {
        match self {
            Width::Four => 0x00,
            Width::Two => 0x08,
            Width::One => 0x10,
            Width::Eight => 0x18,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Insn, Shift, Width};
    use crate::reloc::Endian;
    use crate::reloc::record::Register;

    #[test]
    fn instructions_have_the_bytes_of_llvm_mc() {
        let (r1, r9) = (Register::new(1).unwrap(), Register::new(9).unwrap());
        let rows = [
            (
                Insn::placeholder(),
                "85000000_f0b7ad0b",
                "85000000_0badb7f0",
            ),
            (
                Insn::load(r1, r9, 0x102, Width::One),
                "71910201_00000000",
                "71190102_00000000",
            ),
            (
                Insn::load(r1, r9, 0x102, Width::Two),
                "69910201_00000000",
                "69190102_00000000",
            ),
            (
                Insn::load(r1, r9, 0x102, Width::Four),
                "61910201_00000000",
                "61190102_00000000",
            ),
            (
                Insn::load(r1, r9, 0x102, Width::Eight),
                "79910201_00000000",
                "79190102_00000000",
            ),
            (
                Insn::store(r1, r9, 0x102, Width::One),
                "73910201_00000000",
                "73190102_00000000",
            ),
            (
                Insn::store(r1, r9, 0x102, Width::Eight),
                "7b910201_00000000",
                "7b190102_00000000",
            ),
            (
                Insn::add(r9, 0x102),
                "07090000_02010000",
                "07900000_00000102",
            ),
            (
                Insn::mov(r9, 0x102),
                "b7090000_02010000",
                "b7900000_00000102",
            ),
            (
                Insn::shift(r9, Shift::Left, 63),
                "67090000_3f000000",
                "67900000_0000003f",
            ),
            (
                Insn::shift(r9, Shift::Right, 63),
                "77090000_3f000000",
                "77900000_0000003f",
            ),
            (
                Insn::shift(r9, Shift::SignedRight, 63),
                "c7090000_3f000000",
                "c7900000_0000003f",
            ),
        ];
        let hex = |bytes: [u8; 8]| {
            let text = bytes.map(|b| format!("{b:02x}")).concat();
            format!("{}_{}", &text[..8], &text[8..])
        };
        for (insn, little, big) in rows {
            assert_eq!(hex(insn.encode(Endian::Little)), little, "{insn:?}");
            assert_eq!(hex(insn.encode(Endian::Big)), big, "{insn:?}");
        }
    }
}
