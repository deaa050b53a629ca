//! C types as Rust types.

use crate::model::{Enum, Field, Qualifier, Type, TypeId, Types};
use crate::names::{NamedField, PRIMITIVES, primitive};
use crate::reloc::table::MAX_DEPTH;

use super::context::Context;

/// The Rust type of everything that a pointer may point to and that has no name of its own.
const NAMELESS: &str = "::core::ffi::c_void";

/// Types of the file, seen from the module `fields`.
const FROM_FIELDS: &str = "super::";

/// The type in the place that an accessor returns.
pub(super) fn of_field(context: Context<'_, '_>, named: &NamedField<'_>) -> String {
    let Field {
        ty, width, is_last, ..
    } = named.field;
    let (element, lengths) = context.types.elements(ty);
    let element = match &named.anonymous {
        Some((ident, _)) => format!("{FROM_FIELDS}{ident}"),
        None => single(context, FROM_FIELDS, element, lengths.len()),
    };
    let inner = match &lengths[..] {
        // Loaders find elements of such an array only at the end (libbpf's `is_flex_arr`).
        [0, rest @ ..] if !is_last => format!("btfgen::EmptyArray<{}>", arrays(element, rest)),
        lengths => arrays(element, lengths),
    };
    match width {
        Some(_) if !is_in_one_unit(context.types, &named.field) => {
            format!("btfgen::SplitBits<{inner}>")
        }
        Some(_) => format!("btfgen::Bits<{inner}>"),
        None => inner,
    }
}

/// Whether one aligned unit of up to eight bytes has all bits of a bitfield. This is the rule of libbpf's
/// `bpf_core_calc_field_relo`.
fn is_in_one_unit(types: &Types<'_>, field: &Field<'_>) -> bool {
    let bytes = match types.get(types.underlying(field.ty)) {
        Type::Int(int) => int.size.0,
        Type::Enum(enumeration) => enumeration.size.0,
        _ => 0,
    };
    let (first, width) = (u64::from(field.offset.0), field.width.map_or(0, |it| it.0));
    let last = first + u64::from(width.max(1)) - 1;
    let units = [1, 2, 4, 8].into_iter().filter(|unit| *unit >= bytes);
    let mut units = units.map(|unit| 8 * u64::from(unit));
    units.any(|bits| first / bits == last / bits)
}

/// A type as it stands in memory. `path` leads to the types of the file.
pub(super) fn value(context: Context<'_, '_>, path: &str, id: TypeId) -> String {
    nested(context, path, id, 0)
}

/// `depth` is the number of arrays and pointers around the type. The table does not describe types below its `MAX_DEPTH`. They
/// have no name here either.
fn nested(context: Context<'_, '_>, path: &str, id: TypeId, depth: usize) -> String {
    let (element, lengths) = context.types.elements(id);
    let depth = depth + lengths.len();
    match depth < MAX_DEPTH {
        true => arrays(single(context, path, element, depth), &lengths),
        false => NAMELESS.to_string(),
    }
}

fn arrays(element: String, lengths: &[u32]) -> String {
    let array = |element, length: &u32| format!("btfgen::Array<{element}, {length}>");
    lengths.iter().rev().fold(element, array)
}

fn single(context: Context<'_, '_>, path: &str, id: TypeId, depth: usize) -> String {
    if let Some(ident) = context.module.ident(context.index, id)
        && stands_for(context, context.index.canonical(id), id)
    {
        return match PRIMITIVES.contains(&ident) {
            true => ident.to_string(),
            false => format!("{path}{ident}"),
        };
    }
    match context.types.get(id) {
        Type::Typedef(_, target) => nested(context, path, *target, depth),
        Type::Int(int) => primitive(int).to_string(),
        Type::Float(float) => match float.size.0 {
            4 => "f32".to_string(),
            8 => "f64".to_string(),
            size => format!("btfgen::Array<u8, {size}>"),
        },
        Type::Enum(enumeration) => enum_primitive(enumeration).to_string(),
        Type::Ptr(to) => {
            let qualifier = if is_const(context, *to) {
                "const"
            } else {
                "mut"
            };
            format!("*{qualifier} {}", nested(context, path, *to, depth + 1))
        }
        _ => NAMELESS.to_string(),
    }
}

/// Whether the one type that is written of this name is right for this one too: a kernel may have several typedefs, or
/// enums, of one name and of different sizes.
fn stands_for(context: Context<'_, '_>, canonical: TypeId, id: TypeId) -> bool {
    let types = context.types;
    if canonical == id {
        return true;
    }
    match (
        types.get(types.underlying(canonical)),
        types.get(types.underlying(id)),
    ) {
        (Type::Int(a), Type::Int(b)) => primitive(a) == primitive(b),
        (Type::Enum(a), Type::Enum(b)) => enum_primitive(a) == enum_primitive(b),
        (Type::Composite(a), Type::Composite(b)) => (a.kind, a.name) == (b.kind, b.name),
        (Type::Fwd(..), Type::Composite(_)) | (Type::Composite(_), Type::Fwd(..)) => true,
        (Type::Ptr(_), Type::Ptr(_)) | (Type::Void, Type::Void) => true,
        (Type::FuncProto(_), Type::FuncProto(_)) => true,
        (Type::Fwd(a, of), Type::Fwd(b, name)) => (a, of) == (b, name),
        _ => false,
    }
}

fn is_const(context: Context<'_, '_>, mut id: TypeId) -> bool {
    loop {
        match context.types.get(id) {
            Type::Qualified(Qualifier::Const, _) => return true,
            Type::Qualified(_, inner) | Type::TypeTag(inner) => id = *inner,
            Type::Array(array) => id = array.element,
            _ => return false,
        }
    }
}

/// The integer that an enum is, so that no value of it is undefined behaviour.
pub(super) fn enum_primitive(enumeration: &Enum<'_>) -> &'static str {
    match (enumeration.size.0, enumeration.signed) {
        (1, false) => "u8",
        (2, false) => "u16",
        (4, false) => "u32",
        (_, false) => "u64",
        (1, true) => "i8",
        (2, true) => "i16",
        (4, true) => "i32",
        (_, true) => "i64",
    }
}
