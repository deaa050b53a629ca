//! Sizes, as libbpf computes them.

use super::refusal::Refusal;
use crate::model::{Type, TypeId, Types};

/// `MAX_RESOLVE_DEPTH`
const MAX_DEPTH: usize = 32;

/// `btf__resolve_size`
pub(crate) fn size(types: &Types<'_>, mut id: TypeId) -> Result<u32, Refusal> {
    let mut elements = 1u32;
    for _ in 0..MAX_DEPTH {
        let bytes = match types.get(id) {
            Type::Int(int) => int.size.0,
            Type::Float(float) => float.size.0,
            Type::Composite(composite) => composite.size.0,
            Type::Enum(enumeration) => enumeration.size.0,
            Type::Datasec(section) => section.size.0,
            Type::Ptr(_) => types.pointer.0,
            Type::Typedef(_, to) | Type::Qualified(_, to) | Type::TypeTag(to) => {
                id = *to;
                continue;
            }
            Type::Var(variable) => {
                id = variable.ty;
                continue;
            }
            Type::DeclTag(tag) => {
                id = tag.of;
                continue;
            }
            Type::Array(array) => {
                let product = elements.checked_mul(array.length);
                (elements, id) = (product.ok_or(Refusal::Huge)?, array.element);
                continue;
            }
            _ => return Err(Refusal::Unsized),
        };
        return elements.checked_mul(bytes).ok_or(Refusal::Huge);
    }
    Err(Refusal::Unsized)
}
