//! The table of types: what the link step and the host's accessors know of the kernel's layout.

use crate::model::{CompositeKind, Type, TypeId};
use crate::names::{Item, NamedField, Opaque, composite_key, tag_key};
use crate::reloc::table::{self, Block, Container, Key, Member, Place, Table};

use super::Context;

pub(super) fn build(context: Context<'_, '_>) -> Table {
    let opaque = context.module.items.iter().filter_map(|item| match item {
        Item::Opaque(opaque) => Some(opaque),
        Item::Alias { .. } | Item::Enum { .. } => None,
    });
    Table {
        blocks: opaque.filter_map(|opaque| block(context, opaque)).collect(),
    }
}

fn block(context: Context<'_, '_>, opaque: &Opaque<'_>) -> Option<Block> {
    let body = opaque.body.as_ref()?;
    let underlying = match (&opaque.key, body.kind) {
        (Key::Struct(_) | Key::Union(_), _) => None,
        (_, CompositeKind::Struct) => Some(Container::Struct),
        (_, CompositeKind::Union) => Some(Container::Union),
    };
    Some(Block {
        key: opaque.key.clone(),
        bytes: body.size.0,
        underlying,
        members: body
            .fields
            .iter()
            .map(|field| member(context, field))
            .collect(),
    })
}

fn member(context: Context<'_, '_>, named: &NamedField<'_>) -> Member {
    let field = named.field;
    let place = match field.width {
        Some(width) => Place::Bits {
            bit: field.offset.0,
            width: width.0 as u8,
        },
        None => Place::Byte(field.offset.0 / 8),
    };
    let ty = ty(
        context,
        field.ty,
        named.anonymous.as_ref().map(|(_, key)| key),
    );
    Member {
        name: field.name.to_string(),
        place,
        ty,
    }
}

fn ty(context: Context<'_, '_>, id: TypeId, anonymous: Option<&Key>) -> table::Type {
    let (element, lengths) = context.types.elements(id);
    let element = single(context, element, anonymous);
    lengths
        .iter()
        .rev()
        .fold(element, |element, len| table::Type::Array {
            len: *len,
            element: Box::new(element),
        })
}

fn single(context: Context<'_, '_>, id: TypeId, anonymous: Option<&Key>) -> table::Type {
    let types = context.types;
    match types.get(id) {
        Type::Int(int) if int.bool => table::Type::Bool,
        Type::Int(int) => table::Type::Int {
            bits: 8 * int.size.0 as u8,
            signed: int.signed && !int.char,
        },
        Type::Float(float) => table::Type::Float {
            bits: (8 * float.size.0) as u8,
        },
        Type::Enum(enumeration) => table::Type::Enum {
            name: enumeration.name.to_string(),
            bits: 8 * enumeration.size.0 as u8,
            signed: enumeration.signed,
            enum64: enumeration.wide,
        },
        Type::Composite(composite) => table::Type::Aggregate(match anonymous {
            Some(key) => key.clone(),
            None => composite_key(composite),
        }),
        Type::Fwd(kind, name) => table::Type::Aggregate(tag_key(*kind, name)),
        Type::Typedef(name, target) => match types.get(types.unqualified(*target)) {
            Type::Composite(composite) if composite.name.is_empty() => {
                table::Type::Aggregate(Key::Typedef(name.to_string()))
            }
            _ => ty(context, *target, anonymous),
        },
        _ => table::Type::Pointer {
            bits: 8 * types.pointer.0 as u8,
        },
    }
}
