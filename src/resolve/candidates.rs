//! The types of a kernel that loaders try for a local type.

use std::collections::HashMap;

use crate::btf_format as format;
use crate::model::{CompositeKind, Type, TypeId, Types, essential_name};

/// The types of each kind. Most names have only one type.
type Kinds = Vec<(u32, Vec<TypeId>)>;

/// The kernel's types for each name and kind that local types have.
pub(super) struct Index<'l> {
    /// The types of the kernel, or else those of its modules: `bpf_core_find_cands`.
    found: HashMap<&'l str, Kinds>,
}

impl<'l> Index<'l> {
    pub(super) fn new(
        local: &Types<'l>,
        target: &Types<'_>,
        roots: impl Iterator<Item = TypeId>,
    ) -> Index<'l> {
        let mut found: HashMap<_, Kinds> = HashMap::new();
        for root in roots {
            if let Some(ty) = local.types.get(root.0 as usize) {
                let kinds = found.entry(essential(name(ty))).or_default();
                if !kinds.iter().any(|(known, _)| *known == kind(ty)) {
                    kinds.push((kind(ty), Vec::new()));
                }
            }
        }
        for id in target.ids() {
            let ty = target.get(id);
            let kinds = found.get_mut(essential(name(ty)));
            let kinds = kinds.filter(|_| !name(ty).is_empty());
            let known = kinds.and_then(|kinds| kinds.iter_mut().find(|(of, _)| *of == kind(ty)));
            let Some((_, known)) = known else { continue };
            let is_of_kernel = |id: &TypeId| target.module(*id).is_none();
            // The kernel's types are first.
            if is_of_kernel(&id) || !known.first().is_some_and(is_of_kernel) {
                known.push(id);
            }
        }
        Index { found }
    }

    /// Empty if the local type is anonymous.
    pub(super) fn of(&self, local: &Types<'l>, root: TypeId) -> Option<Vec<TypeId>> {
        let ty = local.get(root);
        let has_name = !name(ty).is_empty();
        let kinds = self.found.get(essential(name(ty))).into_iter().flatten();
        let of_kind = kinds.filter(|(of, _)| *of == kind(ty));
        has_name.then(|| of_kind.flat_map(|(_, ids)| ids).copied().collect())
    }
}

/// The name without its flavor.
pub(super) fn essential(name: &str) -> &str {
    essential_name(name).unwrap_or(name)
}

/// The number of the kind. Enums of 32 and of 64 bits are of one kind to loaders (`btf_kind_core_compat`).
pub(super) fn kind(ty: &Type<'_>) -> u32 {
    match ty {
        Type::Void => 0,
        Type::Int(_) => format::KIND_INT,
        Type::Float(_) => format::KIND_FLOAT,
        Type::Ptr(_) => format::KIND_PTR,
        Type::Array(_) => format::KIND_ARRAY,
        Type::Composite(composite) if composite.kind == CompositeKind::Union => format::KIND_UNION,
        Type::Composite(_) => format::KIND_STRUCT,
        Type::Enum(_) => format::KIND_ENUM,
        Type::Fwd(..) => format::KIND_FWD,
        Type::Typedef(..) => format::KIND_TYPEDEF,
        Type::Qualified(..) => format::KIND_CONST,
        Type::TypeTag(_) => format::KIND_TYPE_TAG,
        Type::FuncProto(_) => format::KIND_FUNC_PROTO,
        Type::Func(_) => format::KIND_FUNC,
        Type::Var(_) => format::KIND_VAR,
        Type::Datasec(_) => format::KIND_DATASEC,
        Type::DeclTag(_) => format::KIND_DECL_TAG,
        Type::Unknown(format::KIND_ENUM64) => format::KIND_ENUM,
        Type::Unknown(kind) => *kind,
    }
}

/// The name of a type, which may be empty.
pub(super) fn name<'a>(ty: &Type<'a>) -> &'a str {
    match ty {
        Type::Int(int) => int.name,
        Type::Float(float) => float.name,
        Type::Composite(composite) => composite.name,
        Type::Enum(enumeration) => enumeration.name,
        Type::Fwd(_, name) | Type::Typedef(name, _) => name,
        Type::Func(function) => function.name.text(),
        Type::Var(variable) => variable.name.text(),
        Type::Datasec(section) => section.name,
        Type::DeclTag(tag) => tag.name,
        _ => "",
    }
}
