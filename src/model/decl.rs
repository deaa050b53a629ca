//! Types as C writes them: what doc comments and messages say.

use std::cell::Cell;

use super::{Composite, Enum, Parameter, Qualifier, Type, TypeId, Types};

/// The maximum length of a declaration, in bytes. No person would read a longer one. `…` replaces the rest.
const MAX_LENGTH: usize = 4096;

/// The length that each part of a declaration takes of that maximum, without its name. This limits the number of parts.
const PART: usize = 16;

/// `struct task_struct *real_parent`, `char comm[16]`, `void (*func)(struct work_struct *)`.
pub(crate) fn declaration(types: &Types<'_>, id: TypeId, name: &str) -> String {
    declarator(types, id, name.to_string(), &Cell::new(MAX_LENGTH))
}

/// A function with these parameters: `int security_file_open(struct file *file)`.
pub(crate) fn prototype(
    types: &Types<'_>,
    returns: TypeId,
    name: &str,
    parameters: &[Parameter<'_>],
) -> String {
    let room = Cell::new(MAX_LENGTH);
    let list = match parameters {
        [] => "void".to_string(),
        _ => parameter_list(types, parameters, &room),
    };
    declarator(types, returns, format!("{name}({list})"), &room)
}

/// The type alone: `struct task_struct`, `pid_t`.
pub(crate) fn describe(types: &Types<'_>, id: TypeId) -> String {
    declaration(types, id, "")
}

// Builds from the inside out: `around` is what stands in the place of the name so far.
fn declarator(types: &Types<'_>, id: TypeId, mut around: String, room: &Cell<usize>) -> String {
    let ty = types.get(id);
    match room.get().checked_sub(PART + name_of(ty).len()) {
        Some(left) => room.set(left),
        None => {
            room.set(0);
            return join("…", &around);
        }
    }
    match ty {
        Type::Ptr(to) => declarator(types, *to, pointer(types, *to, around), room),
        Type::Array(array) => {
            around += &match array.length {
                0 => "[]".to_string(),
                length => format!("[{length}]"),
            };
            declarator(types, array.element, around, room)
        }
        Type::FuncProto(function) => {
            let parameters = types.parameters(function);
            let list = match parameters {
                [] => "void".to_string(),
                _ => parameter_list(types, parameters, room),
            };
            declarator(types, function.returns, format!("{around}({list})"), room)
        }
        Type::Qualified(qualifier, inner) => qualified(types, *qualifier, *inner, around, room),
        Type::TypeTag(inner) => declarator(types, *inner, around, room),
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

fn parameter_list(types: &Types<'_>, parameters: &[Parameter<'_>], room: &Cell<usize>) -> String {
    let mut list = Vec::new();
    for (i, it) in parameters.iter().enumerate() {
        let is_last = i + 1 == parameters.len();
        list.push(match types.get(it.ty) {
            Type::Void if is_last => "...".to_string(),
            _ => declarator(types, it.ty, it.name.text().to_string(), room),
        });
        if room.get() == 0 {
            break;
        }
    }
    list.join(", ")
}

fn name_of<'a>(ty: &Type<'a>) -> &'a str {
    match ty {
        Type::Int(int) => int.name,
        Type::Float(float) => float.name,
        Type::Typedef(name, _) | Type::Fwd(_, name) => name,
        Type::Composite(composite) => composite.name,
        Type::Enum(enumeration) => enumeration.name,
        _ => "",
    }
}

fn pointer(types: &Types<'_>, to: TypeId, mut around: String) -> String {
    match types.get(types.unqualified(to)) {
        Type::Array(_) | Type::FuncProto(_) => format!("(*{around})"),
        _ => {
            around.insert(0, '*');
            around
        }
    }
}

// Of a pointer the qualifier stands behind the star, else in front of all.
fn qualified(
    types: &Types<'_>,
    qualifier: Qualifier,
    inner: TypeId,
    around: String,
    room: &Cell<usize>,
) -> String {
    let word = match qualifier {
        Qualifier::Const => "const",
        Qualifier::Volatile => "volatile",
        Qualifier::Restrict => "restrict",
    };
    match types.get(types.unqualified(inner)) {
        Type::Ptr(_) => declarator(types, inner, join(word, &around), room),
        _ => format!("{word} {}", declarator(types, inner, around, room)),
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
