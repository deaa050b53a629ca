//! The types of a kernel that loaders try for a local type.

use std::collections::HashMap;

use super::loader::Loader;
use crate::btf_format as format;
use crate::model::{CompositeKind, Type, TypeId, Types};

/// The types of each kind. Most names have only one type.
type Kinds = Vec<(u32, Vec<TypeId>)>;

/// The kernel's types for each name and kind that local types have.
pub(super) struct Index<'l> {
    /// The types of the kernel, or else those of its modules: `bpf_core_find_cands`.
    found: HashMap<&'l str, Kinds>,
    loader: Loader,
}

impl<'l> Index<'l> {
    pub(super) fn new(
        local: &Types<'l>,
        target: &Types<'_>,
        roots: impl Iterator<Item = TypeId>,
        loader: Loader,
    ) -> Index<'l> {
        let mut found: HashMap<_, Kinds> = HashMap::new();
        for root in roots {
            if let Some(ty) = local.types.get(root.0 as usize) {
                let kinds = found.entry(loader.essential(name(ty))).or_default();
                let kind = root_kind(loader, ty);
                if !kinds.iter().any(|(known, _)| *known == kind) {
                    kinds.push((kind, Vec::new()));
                }
            }
        }
        for id in target.ids() {
            let ty = target.get(id);
            let kinds = found.get_mut(loader.essential(name(ty)));
            // To aya, an anonymous type is one with the name "".
            let kinds = kinds.filter(|_| loader == Loader::Aya || !name(ty).is_empty());
            let kind = root_kind(loader, ty);
            let known = kinds.and_then(|kinds| kinds.iter_mut().find(|(of, _)| *of == kind));
            let Some((_, known)) = known else { continue };
            let is_of_kernel = |id: &TypeId| target.module(*id).is_none();
            // aya reads the kernel's BTF only.
            if loader == Loader::Aya && !is_of_kernel(&id) {
                continue;
            }
            // The kernel's types are first.
            if is_of_kernel(&id) || !known.first().is_some_and(is_of_kernel) {
                known.push(id);
            }
        }
        Index { found, loader }
    }

    /// `None` if the local type is anonymous, and the loader does not search for such types.
    pub(super) fn of(&self, local: &Types<'l>, root: TypeId) -> Option<Vec<TypeId>> {
        let ty = local.get(root);
        let is_searched = self.loader == Loader::Aya || !name(ty).is_empty();
        let name = self.loader.essential(name(ty));
        let kinds = self.found.get(name).into_iter().flatten();
        let of_kind = kinds.filter(|(of, _)| *of == root_kind(self.loader, ty));
        is_searched.then(|| of_kind.flat_map(|(_, ids)| ids).copied().collect())
    }
}

/// The number of the kind that the kernel's type must have. Enums of 32 and of 64 bits are of two kinds to aya (`find_candidates`).
fn root_kind(loader: Loader, ty: &Type<'_>) -> u32 {
    match (loader, ty) {
        (Loader::Aya, Type::Enum(enumeration)) if enumeration.wide => format::KIND_ENUM64,
        (Loader::Aya, Type::Unknown(kind)) => *kind,
        _ => kind(ty),
    }
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
