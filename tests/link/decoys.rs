//! A relocated instruction, taken as it stands in the object, is refused by the verifier or does no harm.

use std::fs;

use btfgen::link::link;
use btfgen::reloc::record::Verb;

use crate::operations::core_relos;
use crate::tools::{TARGETS, Target, source, tools};

const LDX: u8 = 1;
const STX: u8 = 3;
const ALU64: u8 = 7;
const LD: u8 = 0;

/// No buffer of a BPF program is as large: `BPF_MAX_VAR_SIZ` of the kernel's bpf_verifier.h is 2^29.
const NO_BUFFER: i64 = 1 << 28;

/// An instruction of eight bytes.
struct Insn {
    code: u8,
    off: i16,
    imm: i32,
}

impl Insn {
    fn parse(hex: &str, target: Target) -> Insn {
        let byte = |i: usize| u8::from_str_radix(&hex[3 * i..3 * i + 2], 16).unwrap();
        let (off, imm) = ([byte(2), byte(3)], [byte(4), byte(5), byte(6), byte(7)]);
        Insn {
            code: byte(0),
            off: match target {
                Target::Little => i16::from_le_bytes(off),
                Target::Big => i16::from_be_bytes(off),
            },
            imm: match target {
                Target::Little => i32::from_le_bytes(imm),
                Target::Big => i32::from_be_bytes(imm),
            },
        }
    }

    fn class(&self) -> u8 {
        self.code & 7
    }

    /// `r += imm`
    fn is_add(&self) -> bool {
        self.code == 0x07
    }

    /// `r = imm`
    fn is_mov(&self) -> bool {
        self.code == 0xb7
    }
}

/// The table of docs/relocation.md. `kind` and `path` are those that llvm-objdump prints.
fn verdict(insn: &Insn, kind: &str, path: &str) -> Result<(), &'static str> {
    let imm = i64::from(insn.imm);
    let right = match (kind, insn.class()) {
        // The end of the largest struct that an instruction reaches.
        ("byte_off", LDX | STX) => insn.off == 32752,
        ("byte_off", ALU64) if insn.is_add() || insn.is_mov() => imm >= NO_BUFFER,
        // The size of a pointer in BTF is always 8.
        ("byte_sz", ALU64) if insn.is_mov() && path.contains("::real_parent ") => imm == 8,
        // A probe read compares this size with the declared one, and refuses.
        ("byte_sz", ALU64) if insn.is_mov() && path.contains("::comm[3] ") => imm == 16,
        ("byte_sz", ALU64) if insn.is_mov() && path.contains("::unused[1] ") => imm == 8,
        // The elements of an array share the bytes that BTF can count.
        ("byte_sz", ALU64) if insn.is_mov() && path.contains("::grid[1][2] ") => {
            imm >= NO_BUFFER / 6
        }
        ("byte_sz", ALU64) if insn.is_mov() && path.contains("::nested[7].load ") => {
            imm >= NO_BUFFER / 8
        }
        ("byte_sz" | "type_size", ALU64) if insn.is_mov() => imm >= NO_BUFFER,
        // What a guard lets through is refused.
        ("field_exists" | "type_exists" | "type_matches" | "enumval_exists", ALU64)
            if insn.is_mov() =>
        {
            imm == 1
        }
        // Nothing is read that they could change.
        ("signed" | "lshift_u64" | "rshift_u64", ALU64) => (0..64).contains(&imm),
        // No kernel has so many types.
        ("target_type_id", ALU64) if insn.is_mov() => imm >= NO_BUFFER,
        // It is an id of the object's own BTF, which the kernel gets along with the program.
        ("local_type_id", ALU64) if insn.is_mov() => imm > 0,
        // A number that no enum has.
        ("enumval_value", LD) => imm == 0x7fff_0000,
        _ => return Err("no row for it"),
    };
    match right {
        true => Ok(()),
        false => Err("another number"),
    }
}

#[test]
fn what_nobody_relocated_is_refused_or_does_no_harm() {
    let Some(tools) = tools("what_nobody_relocated_is_refused_or_does_no_harm") else {
        return;
    };
    let text = fs::read_to_string(source("operations.s")).unwrap();
    for verb in Verb::all() {
        assert!(
            text.contains(&format!("\"{verb} ")),
            "operations.s has no `{verb}`"
        );
    }
    for target in TARGETS {
        let linked = link(&tools.assemble(target, "operations.s")).unwrap();
        let (mut count, relos) = (0, core_relos(&tools, &linked.bytes));
        for line in relos.lines().filter(|line| line.contains('<')) {
            let (hex, rest) = line.split_once("  <").unwrap();
            let (kind, path) = rest.split_once('>').unwrap();
            let verdict = verdict(&Insn::parse(hex, target), kind, path);
            assert_eq!(verdict, Ok(()), "{line}");
            count += 1;
        }
        assert_eq!(count, linked.relocations);
    }
}
