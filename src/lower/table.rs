//! The table of types: the kernel's layout, for the link step and for accessors on the host.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::filter::HookKind;
use crate::model::{self, CompositeKind, FuncProto, Nameless, Origin, Type, TypeId, Types};
use crate::names::{
    Context, EnumKey, Function, Item, Module, NamedField, Opaque, composite_key, is_c_identifier,
    tag_key, typedefs_of_enums,
};
use crate::reloc::table::{
    self, Block, Container, Enumeration, Key, MAX_DEPTH, Member, Nesting, Place, Symbol, TAG,
    Table, Typedef,
};

use crate::room::{Room, TooLong};
use crate::text::printable;

use super::function;
use super::integers::Integers;

/// The maximum number of parts that the table describes of a pointer's target. No kernel has more.
const MAX_PARTS: u32 = 64;

/// The maximum memory for the table, in bytes. The table of a whole kernel takes 14 MB, and has 2 MB of text.
const MAX_MEMORY: usize = 96 << 20;

/// The maximum size of a part of a type without its name, in memory and in the text of the table.
const PART: usize = 48;

/// The parts of types.
struct Builder<'c, 'a> {
    types: &'c Types<'a>,
    integers: Integers,
}

pub(super) fn build(types: &Types<'_>, module: &Module<'_>) -> Result<Table, TooLong> {
    let builder = Builder {
        types,
        integers: Integers::of(types),
    };
    let opaque = module.items.iter().filter_map(|item| match item {
        Item::Opaque(opaque) => Some(opaque),
        Item::Alias { .. } | Item::Enum { .. } => None,
    });
    let mut blocks = Vec::new();
    let mut contained = BTreeMap::new();
    let mut room = Room::new(MAX_MEMORY);
    for opaque in opaque {
        blocks.extend(builder.block(opaque, &mut room)?);
        let fields = opaque.body.iter().flat_map(|body| &body.fields);
        contained.extend(fields.filter_map(|field| builder.size_of_element(field)));
    }
    for block in &blocks {
        contained.remove(&block.key);
    }
    blocks.extend(contained.into_values());
    let enums = module.items.iter();
    let mut typedefs = Vec::new();
    for (id, typedef) in builder.typedefs(&module.items) {
        room.take(2 * PART + typedef.name.len() + weight(&typedef.ty), || {
            printable(&model::describe(types, id))
        })?;
        typedefs.push(typedef);
    }
    for context in &module.contexts {
        if let Some(typedef) = builder.typedef_of_hook(context) {
            let bytes = 2 * PART + typedef.name.len() + weight(&typedef.ty);
            room.take(bytes, || printable(context.hook.name))?;
            typedefs.push(typedef);
        }
    }
    let mut symbols = |all: &[Function<'_>]| {
        let symbol = |it: &Function<'_>| {
            let name = match it.hook.kind {
                HookKind::KernelFunction => function::symbol(it.hook.name).into_owned(),
                _ => it.hook.name.to_string(),
            };
            let symbol = Symbol {
                name,
                ty: builder.pointee(it.hook.prototype, 1, &Cell::new(MAX_PARTS)),
            };
            let bytes = 2 * PART + symbol.name.len() + weight(&symbol.ty);
            room.take(bytes, || printable(it.hook.name))?;
            Ok(symbol)
        };
        all.iter().map(symbol).collect::<Result<Vec<_>, TooLong>>()
    };
    let (functions, variables) = (symbols(&module.functions)?, symbols(&module.variables)?);
    let behind_pointers = typedefs.iter().map(|it| &it.ty);
    let behind_pointers = behind_pointers.chain(functions.iter().map(|it| &it.ty));
    let behind_pointers = behind_pointers.chain(variables.iter().map(|it| &it.ty));
    Ok(Table {
        integers: builder.integers.used(&blocks, behind_pointers),
        blocks,
        typedefs,
        functions,
        variables,
        enums: enums.filter_map(|item| enumeration(types, item)).collect(),
    })
}

fn enumeration(types: &Types<'_>, item: &Item<'_>) -> Option<Enumeration> {
    let Item::Enum {
        id,
        key: Some(key),
        constants,
        ..
    } = item
    else {
        return None;
    };
    let Type::Enum(enumeration) = types.get(*id) else {
        return None;
    };
    let (name, is_typedef) = match key {
        EnumKey::Tag(name) => (name, false),
        EnumKey::Typedef(name) => (name, true),
    };
    let enumerators = constants.iter();
    Some(Enumeration {
        name: name.to_string(),
        is_typedef,
        bits: 8 * enumeration.size.0 as u8,
        signed: enumeration.signed,
        enum64: enumeration.wide,
        enumerators: enumerators
            .map(|it| (it.c_name.to_string(), it.value))
            .collect(),
    })
}

fn underlying(key: &Key, kind: CompositeKind) -> Option<Container> {
    match (key, kind) {
        (Key::Struct(_) | Key::Union(_), _) => None,
        (_, kind) => Some(container(kind)),
    }
}

/// The keys of types with members beyond the largest offset of a load instruction.
pub(super) fn far(table: &Table) -> Vec<String> {
    // Another definition of the type may be larger.
    let end = |block: &Block| {
        let places = block.members.iter().map(|member| member.place.bit() / 8);
        places.max().max(Some(u64::from(block.bytes)))
    };
    let far = table.blocks.iter();
    let far = far.filter(|block| end(block) > Some(i16::MAX as u64));
    far.map(|block| block.key.to_string()).collect()
}

impl Builder<'_, '_> {
    fn typedefs<'i>(
        &'i self,
        items: &'i [Item<'_>],
    ) -> impl Iterator<Item = (TypeId, Typedef)> + 'i {
        let enums = typedefs_of_enums(items.iter());
        items.iter().filter_map(move |item| match item {
            Item::Alias { id, c_name, .. } if !enums.contains(c_name) => {
                let Type::Typedef(_, target) = self.types.get(*id) else {
                    return None;
                };
                let typedef = Typedef {
                    name: c_name.to_string(),
                    ty: self.pointee(*target, 1, &Cell::new(MAX_PARTS)),
                };
                Some((*id, typedef))
            }
            _ => None,
        })
    }

    /// One of several prototypes of a tracepoint.
    fn typedef_of_hook(&self, context: &Context<'_>) -> Option<Typedef> {
        let Type::Typedef(name, target) = self.types.get(context.hook.id) else {
            return None;
        };
        let tag = context.tag.as_ref()?;
        Some(Typedef {
            name: format!("{name}{TAG}{tag}"),
            ty: self.pointee(*target, 1, &Cell::new(MAX_PARTS)),
        })
    }

    fn block(&self, opaque: &Opaque<'_>, room: &mut Room) -> Result<Option<Block>, TooLong> {
        let Some(body) = &opaque.body else {
            return Ok(None);
        };
        let mut take =
            |bytes| room.take(bytes, || printable(&model::describe(self.types, opaque.id)));
        take(weight_of_key(&opaque.key))?;
        let (mut members, mut others) = (Vec::new(), 0);
        for named in &body.fields {
            others += usize::from(named.field.origin == Origin::Other);
            let member = self.member(named);
            take(2 * PART + member.name.len() + weight(&member.ty))?;
            members.push(member);
        }
        let nesting = nesting(&body.fields);
        take(nesting.iter().map(|it| 2 * PART + it.name.len()).sum())?;
        Ok(Some(Block {
            key: opaque.key.clone(),
            bytes: body.size.0,
            underlying: underlying(&opaque.key, body.kind),
            members,
            nesting,
            others,
        }))
    }

    /// A blocked type has no fields here, but types that contain it by value still depend on its size.
    fn size_of_element(&self, named: &NamedField<'_>) -> Option<(Key, Block)> {
        if named.anonymous.is_some() {
            return None;
        }
        let (element, _) = self.types.elements(named.field.ty);
        let table::Type::Aggregate(key) = self.single(element, None) else {
            return None;
        };
        let Type::Composite(composite) = self.types.get(self.types.underlying(element)) else {
            return None;
        };
        let block = Block {
            key: key.clone(),
            bytes: composite.size.0,
            underlying: underlying(&key, composite.kind),
            members: Vec::new(),
            nesting: Vec::new(),
            others: 0,
        };
        Some((key, block))
    }

    fn member(&self, named: &NamedField<'_>) -> Member {
        let field = &named.field;
        let place = match field.width {
            Some(width) => Place::Bits {
                bit: field.offset.0,
                width: width.0 as u8,
            },
            None => Place::Byte(field.offset.0 / 8),
        };
        let anonymous = named.anonymous.as_ref().map(|(_, key)| key);
        Member {
            name: field.step().into_owned(),
            place,
            ty: match self.ty(field.ty, anonymous) {
                table::Type::Pointer { .. } if field.is_mixed_pointer => {
                    self.pointer(table::Type::Void)
                }
                ty => ty,
            },
        }
    }

    fn ty(&self, id: TypeId, anonymous: Option<&Key>) -> table::Type {
        let (element, lengths) = self.types.elements(id);
        let element = self.single(element, anonymous);
        let array = |element, len: &u32| table::Type::Array {
            len: *len,
            element: Box::new(element),
        };
        lengths.iter().rev().fold(element, array)
    }

    fn single(&self, id: TypeId, anonymous: Option<&Key>) -> table::Type {
        let types = self.types;
        match types.get(id) {
            Type::Composite(composite) => table::Type::Aggregate(match anonymous {
                Some(key) => key.clone(),
                None => composite_key(composite),
            }),
            Type::Fwd(kind, name) => table::Type::Aggregate(tag_key(*kind, name)),
            Type::Typedef(name, target) => match types.get(types.unqualified(*target)) {
                Type::Composite(composite) if composite.name.is_empty() => {
                    table::Type::Aggregate(Key::Typedef(name.to_string()))
                }
                _ => self.ty(*target, anonymous),
            },
            Type::Ptr(to) => self.pointer(self.pointee(*to, 1, &Cell::new(MAX_PARTS))),
            ty => self
                .scalar(ty)
                .unwrap_or_else(|| self.pointer(table::Type::Unknown)),
        }
    }

    fn scalar(&self, ty: &Type<'_>) -> Option<table::Type> {
        Some(match ty {
            Type::Int(int) => self.integers.ty(int),
            Type::Float(float) => table::Type::Float {
                bits: (8 * float.size.0) as u8,
            },
            Type::Enum(enumeration) => table::Type::Enum {
                name: match is_c_identifier(enumeration.name) {
                    true => enumeration.name.to_string(),
                    false => String::new(),
                },
                bits: 8 * enumeration.size.0 as u8,
                signed: enumeration.signed,
                enum64: enumeration.wide,
            },
            _ => return None,
        })
    }

    fn pointer(&self, to: table::Type) -> table::Type {
        table::Type::Pointer {
            bits: 8 * self.types.pointer.0 as u8,
            to: Box::new(to),
        }
    }

    /// The target of a pointer, as loaders compare it: typedefs are resolved, and only the name of a struct counts.
    fn pointee(&self, id: TypeId, depth: usize, parts: &Cell<u32>) -> table::Type {
        let left = parts.get().checked_sub(1);
        let Some(left) = left.filter(|_| depth + 1 < MAX_DEPTH) else {
            return table::Type::Unknown;
        };
        parts.set(left);
        let inner = |id: TypeId| self.pointee(id, depth + 1, parts);
        let named = |key, name: &str| match is_c_identifier(name) {
            true => table::Type::Aggregate(key),
            false => table::Type::Unknown,
        };
        match self.types.get(self.types.underlying(id)) {
            Type::Void => table::Type::Void,
            Type::Ptr(to) => self.pointer(inner(*to)),
            Type::Array(array) => table::Type::Array {
                len: array.length,
                element: Box::new(inner(array.element)),
            },
            Type::Composite(composite) if composite.name.is_empty() => {
                table::Type::Anonymous(container(composite.kind))
            }
            Type::Composite(composite) => named(composite_key(composite), composite.name),
            Type::Fwd(kind, name) => named(tag_key(*kind, name), name),
            Type::FuncProto(function) => self.function(function, inner),
            Type::Enum(it) if !it.name.is_empty() && !is_c_identifier(it.name) => {
                table::Type::Unknown
            }
            ty => self.scalar(ty).unwrap_or(table::Type::Unknown),
        }
    }

    fn function(&self, function: &FuncProto, inner: impl Fn(TypeId) -> table::Type) -> table::Type {
        let parameters = self.types.parameters(function);
        if parameters.len() > MAX_PARTS as usize {
            return table::Type::Unknown;
        }
        table::Type::Function {
            parameters: parameters.iter().map(|it| inner(it.ty)).collect(),
            returns: Box::new(inner(function.returns)),
        }
    }
}

/// The maximum size of a type, in memory and in the text.
fn weight(ty: &table::Type) -> usize {
    PART + match ty {
        table::Type::Pointer { to: inner, .. } | table::Type::Array { element: inner, .. } => {
            weight(inner)
        }
        table::Type::Function {
            parameters,
            returns,
        } => weight(returns) + parameters.iter().map(weight).sum::<usize>(),
        table::Type::Aggregate(key) => weight_of_key(key),
        table::Type::Enum { name, .. } => name.len(),
        table::Type::Int { .. } | table::Type::Bool | table::Type::Float { .. } => 0,
        table::Type::Void | table::Type::Anonymous(_) | table::Type::Unknown => 0,
    }
}

fn weight_of_key(key: &Key) -> usize {
    PART + match key {
        Key::Struct(name) | Key::Union(name) | Key::Typedef(name) => name.len(),
        Key::Anon { owner, path } => {
            let steps = path.iter().map(|step| PART + step.len());
            weight_of_key(owner) + steps.sum::<usize>()
        }
    }
}

/// The anonymous members around fields.
fn nesting(fields: &[NamedField<'_>]) -> Vec<Nesting> {
    let mut nesting: Vec<Nesting> = Vec::new();
    let (mut open, mut last): (Vec<usize>, Vec<&Nameless<'_>>) = (Vec::new(), Vec::new());
    for (at, named) in fields.iter().enumerate() {
        let around = named.field.around();
        let pairs = around.iter().zip(&last);
        let same = pairs.take_while(|(a, b)| a.member == b.member).count();
        for index in open.drain(same..) {
            nesting[index].members.end = at;
        }
        for inner in &around[same..] {
            let name = Some(inner.name).filter(|name| is_c_identifier(name));
            open.push(nesting.len());
            nesting.push(Nesting {
                kind: container(inner.kind),
                name: name.unwrap_or_default().to_string(),
                members: at..at,
            });
        }
        last = around;
    }
    for index in open {
        nesting[index].members.end = fields.len();
    }
    nesting
}

fn container(kind: CompositeKind) -> Container {
    match kind {
        CompositeKind::Struct => Container::Struct,
        CompositeKind::Union => Container::Union,
    }
}
