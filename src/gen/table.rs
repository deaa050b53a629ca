//! The table of types: what the link step and the host's accessors know of the kernel's layout.

use std::collections::BTreeMap;

use crate::model::{CompositeKind, Type, TypeId};
use crate::names::{Item, NamedField, Opaque, composite_key, tag_key};
use crate::reloc::table::{self, Block, Container, Enumeration, Key, Member, Place, Table};

use super::Context;

pub(super) fn build(context: Context<'_, '_>) -> Table {
    let opaque = context.module.items.iter().filter_map(|item| match item {
        Item::Opaque(opaque) => Some(opaque),
        Item::Alias { .. } | Item::Enum { .. } => None,
    });
    let mut blocks = Vec::new();
    let mut contained = BTreeMap::new();
    for opaque in opaque {
        blocks.extend(block(context, opaque));
        let fields = opaque.body.iter().flat_map(|body| &body.fields);
        contained.extend(fields.filter_map(|field| size_of_element(context, field)));
    }
    for block in &blocks {
        contained.remove(&block.key);
    }
    blocks.extend(contained.into_values());
    let enums = context.module.items.iter();
    Table {
        blocks,
        enums: enums
            .filter_map(|item| enumeration(context, item))
            .collect(),
    }
}

fn enumeration(context: Context<'_, '_>, item: &Item<'_>) -> Option<Enumeration> {
    let Item::Enum {
        ident: Some(_),
        id,
        constants,
    } = item
    else {
        return None;
    };
    let Type::Enum(enumeration) = context.types.get(*id) else {
        return None;
    };
    let enumerators = constants.iter();
    (!constants.is_empty()).then(|| Enumeration {
        name: enumeration.name.to_string(),
        bits: 8 * enumeration.size.0 as u8,
        signed: enumeration.signed,
        enum64: enumeration.wide,
        enumerators: enumerators
            .map(|it| (it.c_name.to_string(), it.value))
            .collect(),
    })
}

/// A blocked type has no fields here, but what contains it by value still depends on its size.
fn size_of_element(context: Context<'_, '_>, named: &NamedField<'_>) -> Option<(Key, Block)> {
    if named.anonymous.is_some() {
        return None;
    }
    let types = context.types;
    let (element, _) = types.elements(named.field.ty);
    let table::Type::Aggregate(key) = single(context, element, None) else {
        return None;
    };
    let Type::Composite(composite) = types.get(types.underlying(element)) else {
        return None;
    };
    let underlying = underlying(&key, composite.kind);
    let bytes = composite.size.0;
    Some((
        key.clone(),
        Block {
            key,
            bytes,
            underlying,
            members: Vec::new(),
        },
    ))
}

fn underlying(key: &Key, kind: CompositeKind) -> Option<Container> {
    match (key, kind) {
        (Key::Struct(_) | Key::Union(_), _) => None,
        (_, CompositeKind::Struct) => Some(Container::Struct),
        (_, CompositeKind::Union) => Some(Container::Union),
    }
}

/// The keys of types with members beyond the largest offset of a load instruction.
pub(super) fn far(table: &Table) -> String {
    let far = table.blocks.iter();
    let far = far.filter(|block| block.bytes > i16::MAX as u32);
    let keys: String = far
        .map(|block| format!("    name(\"{}\"),\n", block.key))
        .collect();
    match keys.is_empty() {
        true => "const FAR: &[u64] = &[];\n".to_owned(),
        false => format!("const FAR: &[u64] = &[\n{keys}];\n"),
    }
}

fn block(context: Context<'_, '_>, opaque: &Opaque<'_>) -> Option<Block> {
    let body = opaque.body.as_ref()?;
    Some(Block {
        key: opaque.key.clone(),
        bytes: body.size.0,
        underlying: underlying(&opaque.key, body.kind),
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
