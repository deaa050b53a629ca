//! How long a kernel's pointers are, which its BTF does not say.

use crate::model::{Bytes, Composite, CompositeKind, Type, Types};

/// The names that compilers have for `long`: those of libbpf's `determine_ptr_size`.
const LONG: [&str; 11] = [
    "long",
    "long int",
    "int long",
    "unsigned long",
    "long unsigned",
    "unsigned long int",
    "unsigned int long",
    "long unsigned int",
    "long int unsigned",
    "int unsigned long",
    "int long unsigned",
];

/// A pointer is as long as `long` everywhere Linux runs. Where no `long` is, no pointer is longer than the room it has.
pub(super) fn size(types: &Types<'_>) -> Bytes {
    let long = types.types.iter().find_map(|ty| match ty {
        Type::Int(int) if matches!(int.size.0, 4 | 8) && LONG.contains(&int.name) => Some(int.size),
        _ => None,
    });
    long.unwrap_or_else(|| {
        let mut composites = types.types.iter().filter_map(|ty| match ty {
            Type::Composite(composite) => Some(composite),
            _ => None,
        });
        match composites.any(|composite| has_short_pointer(types, composite)) {
            true => Bytes(4),
            false => Bytes(8),
        }
    })
}

/// Whether a pointer has less than eight bytes up to the next member.
fn has_short_pointer(types: &Types<'_>, composite: &Composite<'_>) -> bool {
    let members = types.members(composite);
    let end = 8 * u64::from(composite.size.0);
    let next = |i: usize| match (composite.kind, members.get(i + 1)) {
        (CompositeKind::Struct, Some(next)) => u64::from(next.offset.0),
        _ => end,
    };
    members.iter().enumerate().any(|(i, member)| {
        let is_pointer = matches!(types.get(types.underlying(member.ty)), Type::Ptr(_));
        is_pointer && next(i).saturating_sub(u64::from(member.offset.0)) < 64
    })
}
