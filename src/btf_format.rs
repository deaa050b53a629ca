//! The numbers of BTF that both the decoder and the link step need (`include/uapi/linux/btf.h` of the kernel).

#![cfg_attr(
    not(any(test, fuzzing)),
    allow(
        unreachable_pub,
        reason = "the fuzz targets, a crate of their own, use them too"
    )
)]
#![allow(
    missing_docs,
    reason = "the kernel's header has these names, behind `BTF_`"
)]

pub const MAGIC: u16 = 0xeb9f;

pub const KIND_INT: u32 = 1;
pub const KIND_PTR: u32 = 2;
pub const KIND_ARRAY: u32 = 3;
pub const KIND_STRUCT: u32 = 4;
pub const KIND_UNION: u32 = 5;
pub const KIND_ENUM: u32 = 6;
pub const KIND_FWD: u32 = 7;
pub const KIND_TYPEDEF: u32 = 8;
pub const KIND_VOLATILE: u32 = 9;
pub const KIND_CONST: u32 = 10;
pub const KIND_RESTRICT: u32 = 11;
pub const KIND_FUNC: u32 = 12;
pub const KIND_FUNC_PROTO: u32 = 13;
pub const KIND_VAR: u32 = 14;
pub const KIND_DATASEC: u32 = 15;
pub const KIND_FLOAT: u32 = 16;
pub const KIND_DECL_TAG: u32 = 17;
pub const KIND_TYPE_TAG: u32 = 18;
pub const KIND_ENUM64: u32 = 19;

/// Linkage of a function. A variable has the same numbers (`BTF_VAR_…`).
pub const FUNC_STATIC: u32 = 0;
pub const FUNC_GLOBAL: u32 = 1;
pub const FUNC_EXTERN: u32 = 2;

/// Encoding of an integer.
pub const INT_SIGNED: u32 = 1;
pub const INT_BOOL: u32 = 4;

/// The kind of a type, in its second word.
pub fn kind(info: u32) -> u32 {
    info >> 24 & 0x7f
}

/// `enum bpf_core_relo_kind` of the kernel's `bpf.h`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CoreReloKind {
    FieldByteOffset = 0,
    FieldByteSize = 1,
    FieldExists = 2,
    FieldSigned = 3,
    FieldLShift = 4,
    FieldRShift = 5,
    TypeIdLocal = 6,
    TypeIdTarget = 7,
    TypeExists = 8,
    TypeSize = 9,
    EnumvalExists = 10,
    EnumvalValue = 11,
    TypeMatches = 12,
}

impl CoreReloKind {
    /// The last that kernels know.
    pub const LAST: CoreReloKind = CoreReloKind::TypeMatches;

    /// The kind of this number.
    pub fn of(number: u32) -> Option<CoreReloKind> {
        use CoreReloKind::*;
        let kinds = [
            FieldByteOffset,
            FieldByteSize,
            FieldExists,
            FieldSigned,
            FieldLShift,
            FieldRShift,
            TypeIdLocal,
            TypeIdTarget,
            TypeExists,
            TypeSize,
            EnumvalExists,
            EnumvalValue,
            TypeMatches,
        ];
        kinds.into_iter().find(|kind| *kind as u32 == number)
    }
}
