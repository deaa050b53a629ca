//! The numbers that stand in an object for what only the running kernel can say.
//!
//! Every loader replaces them. Where none did, because it passed over `.BTF` or `.BTF.ext`, the verifier refuses the
//! program: the numbers lie outside of every object of the kernel. They cost nothing, because loaders find a field by its
//! name and compare neither the offsets nor the sizes of a local type with those of the kernel.
//!
//! A loader checks that the instruction has the number that follows from the local type (`bpf_core_patch_insn` of libbpf's
//! `relo_core.c`), so the local types have these offsets and sizes, too.

/// Where members stand that a load or store instruction reads or writes. The offset in the instruction has 16 bits, with a sign.
///
/// The verifier says `access beyond struct task_struct at off 32752 size 4`.
pub(super) const MOVE: u64 = 32752;

/// Where members stand whose address is computed. The verifier permits a pointer to move by less than 2^29 bytes
/// (`BPF_MAX_VAR_OFF`), and BTF counts bits with 32 bits.
pub(super) const ADDRESS: u64 = 0x1fff_0000;

/// The size of a member: more than any buffer of a program has. aya-obj multiplies it by 8, with 32 bits.
pub(super) const SIZE: u64 = 0x1fff_fff8;

/// The size of a type that an access path starts from. It is the size of the local type, and all of its members lie within.
pub(super) const ROOT: u64 = 0x7fff_0000;

/// The id of a type in the running kernel's BTF. No loader compares it.
pub(super) const TYPE_ID: u64 = 0x7fff_0000;

/// An enumerator's value.
pub(super) const ENUMERATOR: u64 = 0x7fff_0000;

/// An enumerator's value in an enum of 64 bits.
pub(super) const ENUMERATOR_64: u64 = 0x7fff_0000_7fff_0000;

/// A struct that is one pointer on every kernel. Its size is that of a pointer.
///
/// The size of a pointer in BTF is 8, and no declaration in a local type changes that. The size of a struct is ours to
/// declare.
pub(super) const ONE_POINTER: &str = "hlist_head";
