//! Types as C writes them: what doc comments and messages say.

use std::cell::Cell;

use super::{Composite, Enum, Parameter, Qualifier, Type, TypeId, Types};

/// Nothing that a person would read has more parts; what is beyond is written as `…`.
const MAX_PARTS: u32 = 256;

/// `struct task_struct *real_parent`, `char comm[16]`, `void (*func)(struct work_struct *)`.
pub(crate) fn declaration(types: &Types<'_>, id: TypeId, name: &str) -> String {
    declarator(types, id, name.to_string(), &Cell::new(MAX_PARTS))
}

/// The type alone: `struct task_struct`, `pid_t`.
pub(crate) fn describe(types: &Types<'_>, id: TypeId) -> String {
    declaration(types, id, "")
}

// Builds from the inside out: `around` is what stands in the place of the name so far.
fn declarator(types: &Types<'_>, id: TypeId, around: String, parts: &Cell<u32>) -> String {
    match parts.get().checked_sub(1) {
        Some(left) => parts.set(left),
        None => return join("…", &around),
    }
    match types.get(id) {
        Type::Ptr(to) => declarator(types, *to, pointer(types, *to, &around), parts),
        Type::Array(array) => {
            let around = match array.length {
                0 => format!("{around}[]"),
                length => format!("{around}[{length}]"),
            };
            declarator(types, array.element, around, parts)
        }
        Type::FuncProto(function) => {
            let parameters = types.parameters(function);
            let list = match parameters {
                [] => "void".to_string(),
                _ => (parameters.iter().enumerate())
                    .map(|(i, it)| parameter(types, it, i + 1 == parameters.len(), parts))
                    .collect::<Vec<_>>()
                    .join(", "),
            };
            declarator(types, function.returns, format!("{around}({list})"), parts)
        }
        Type::Qualified(qualifier, inner) => qualified(types, *qualifier, *inner, around, parts),
        Type::TypeTag(inner) => declarator(types, *inner, around, parts),
        Type::Void => join("void", &around),
        Type::Int(int) => join(int.name, &around),
        Type::Float(float) => join(float.name, &around),
        Type::Typedef(name, _) => join(name, &around),
        Type::Fwd(kind, name) => join(&format!("{} {name}", kind.keyword()), &around),
        Type::Composite(composite) => join(&tagged(composite), &around),
        Type::Enum(enumeration) => join(&enum_tag(enumeration), &around),
        Type::Func(_) | Type::Var(_) | Type::Datasec(_) | Type::DeclTag(_) | Type::Unknown(_) => {
            join("…", &around)
        }
    }
}

fn parameter(types: &Types<'_>, it: &Parameter<'_>, last: bool, parts: &Cell<u32>) -> String {
    match types.get(it.ty) {
        Type::Void if last => "...".to_string(),
        _ => declarator(types, it.ty, it.name.text().to_string(), parts),
    }
}

fn pointer(types: &Types<'_>, to: TypeId, around: &str) -> String {
    match types.get(types.unqualified(to)) {
        Type::Array(_) | Type::FuncProto(_) => format!("(*{around})"),
        _ => format!("*{around}"),
    }
}

// Of a pointer the qualifier stands behind the star, else in front of all.
fn qualified(
    types: &Types<'_>,
    qualifier: Qualifier,
    inner: TypeId,
    around: String,
    parts: &Cell<u32>,
) -> String {
    let word = match qualifier {
        Qualifier::Const => "const",
        Qualifier::Volatile => "volatile",
        Qualifier::Restrict => "restrict",
    };
    match types.get(types.unqualified(inner)) {
        Type::Ptr(_) => declarator(types, inner, join(word, &around), parts),
        _ => format!("{word} {}", declarator(types, inner, around, parts)),
    }
}

fn tagged(composite: &Composite<'_>) -> String {
    match composite.name {
        "" => format!("{} {{…}}", composite.kind.keyword()),
        name => format!("{} {name}", composite.kind.keyword()),
    }
}

fn enum_tag(enumeration: &Enum<'_>) -> String {
    match enumeration.name {
        "" => "enum {…}".to_string(),
        name => format!("enum {name}"),
    }
}

fn join(ty: &str, around: &str) -> String {
    match around {
        "" => ty.to_string(),
        _ => format!("{ty} {around}"),
    }
}
