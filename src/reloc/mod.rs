//! The contract between generated code and the link step: what an intrinsic leaves in the object.
//!
//! Generated code (`templates/intrinsics/records.rs`) writes two sections that no loader knows and that
//! [`crate::link`] consumes:
//!
//! * [`RELO_SECTION`]: one record for each copy of an intrinsic that survived the optimizer. Integers
//!   have the object's byte order, records follow each other without padding:
//!
//!   | bytes | meaning |
//!   | --- | --- |
//!   | 8 | address of the placeholder instruction (relocated: section + offset) |
//!   | 4 | [`FORMAT`] |
//!   | 4 | path length, 0 to [`MAX_STEPS`] |
//!   | 8 | id of the table of types that has the root type |
//!   | 8 | [`hash`] of the root type's key in that table; of an enum, `enum:NAME` |
//!   | 4 | bit *i* set: step *i* is an array index, not a member |
//!   | 16 × 8 | the steps: [`hash`] of a member's or enumerator's name, or an array index |
//!   | n + 1 | the operation and its registers as text, e.g. `load r0 r1`, and a NUL |
//!
//! * [`TYPES_SECTION`]: one table of types for each generated module, see [`table`].
//!
//! The link step takes the prefixes [`CONFIG_NUMBER`], [`CONFIG_STATE`] and [`KERNEL_SYMBOL`] off undefined symbols. They say what a
//! symbol is, which no table says, because the names are not in BTF.

pub mod record;
pub mod table;

mod endian;

pub use endian::Endian;

/// The format of records and tables. Format 1 had the address of the table in place of format, length and id.
pub const FORMAT: u32 = 3;
/// Section with the records.
pub const RELO_SECTION: &str = ".btfgen.relo";
/// Section with the tables of types.
pub const TYPES_SECTION: &str = ".btfgen.types";
/// An option of the kernel's configuration that is a number, as a `u64`.
pub const CONFIG_NUMBER: &str = "btfgen.number.";
/// An option of the kernel's configuration that is `y`, `m` or `n`, as an `enum libbpf_tristate`.
pub const CONFIG_STATE: &str = "btfgen.state.";
/// An address that the kernel has a name for.
pub const KERNEL_SYMBOL: &str = "btfgen.symbol.";
/// Longest by-value path a record carries.
pub const MAX_STEPS: usize = 16;
/// The `imm` of the `call` that stands where a relocated instruction will be: a number that no helper has, so that the
/// verifier refuses an object that was not linked (`invalid func unknown#195934192`).
///
/// It differs from the number of a poisoned instruction (libbpf, `relo_core.c`, `bpf_core_poison_insn`: `0x0bad_2310`), which
/// stands for a field that the running kernel does not have. The verifier's log then tells the two causes apart.
pub const PLACEHOLDER_IMM: u32 = 0x0bad_b7f0;

/// FNV-1a, 64 bits: the same function as `name` of the generated module.
pub const fn hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    hash
}
