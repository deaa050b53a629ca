//! Model, selection and names → finished items and the table. This phase makes all remaining decisions: what a typedef
//! resolves to, constness, the integer of an enum, and what the table says. Printing (`crate::gen`) only writes the result.

mod c_text;
mod carriers;
mod context;
mod integers;
mod item;
mod plain;
mod rust_type;
mod table;

pub(crate) use crate::filter::HookKind;
use crate::filter::Index;
pub(crate) use crate::model::Origin;
use crate::model::{self, Type, Types};
use crate::names::{self, Module, NamedField};
use crate::plain::Plain;
pub(crate) use crate::plain::{Access, Repr};
use crate::reloc::hash;
use crate::reloc::table::{Key, Table, typedef_key};
use crate::room::{MAX_TEXT, Room, TooLong};
pub(crate) use c_text::CText;
pub(crate) use carriers::{Carrier, CarrierType, Carriers, Enclosing, Members, Query};
pub(crate) use context::{Argument, ArgumentType, Context};
pub(crate) use item::{Accessor, Alias, Constant, Enumeration, Item, Opaque, Step};
pub(crate) use plain::{PartOf, Value, ValuePart, ValueType, ValueView, Values};
pub(crate) use rust_type::RustType;
use rust_type::{Lowering, enum_primitive};

/// A generated file, complete except for its text.
#[derive(Debug)]
pub(crate) struct File<'m> {
    /// In the order of the file.
    pub(crate) items: Vec<Item<'m>>,
    /// By kind of hook and name.
    pub(crate) contexts: Vec<Context<'m>>,
    pub(crate) values: Values<'m>,
    pub(crate) table: Table,
    /// The keys of types with members beyond the largest offset of a load instruction.
    pub(crate) far: Vec<String>,
}

/// The maximum number of fields in a file in which steps are names. rustc evaluates each name. For a whole kernel, this takes
/// several seconds.
const MAX_NAMED_STEPS: usize = 10_000;

/// The memory for a part of a Rust type.
const PART: usize = 32;

/// The memory for an accessor or a constant without its text.
const ENTRY: usize = 128;

/// `relocates_types` is whether the intrinsics can ask for the existence of a type.
pub(crate) fn lower<'m>(
    types: &'m Types<'_>,
    index: &'m Index<'_>,
    module: &'m Module<'_>,
    plain: &Plain<'_>,
    relocates_types: bool,
) -> Result<File<'m>, TooLong> {
    let fields = module.items.iter().map(|item| match item {
        names::Item::Opaque(opaque) => opaque.body.as_ref().map_or(0, |it| it.fields.len()),
        names::Item::Alias { .. } | names::Item::Enum { .. } => 0,
    });
    let mut lowerer = Lowerer {
        are_steps_names: fields.sum::<usize>() <= MAX_NAMED_STEPS,
        lowering: Lowering {
            types,
            index,
            module,
        },
        relocates_types,
        room: Room::new(MAX_TEXT),
    };
    let items = module.items.iter().filter_map(|item| lowerer.item(item));
    let items = items.collect::<Result<_, _>>()?;
    let contexts = module.contexts.iter().map(|it| lowerer.context(it));
    let contexts = contexts.collect::<Result<_, _>>()?;
    let values = lowerer.values(plain)?;
    let table = table::build(types, module)?;
    Ok(File {
        items,
        contexts,
        values,
        far: table::far(&table),
        table,
    })
}

/// The additional parts for `--intrinsics core`.
pub(crate) fn carriers<'f>(file: &'f File<'_>) -> Result<Carriers<'f>, TooLong> {
    carriers::build(&file.items, &file.table)
}

struct Lowerer<'m, 'a> {
    lowering: Lowering<'m, 'a>,
    are_steps_names: bool,
    relocates_types: bool,
    /// The memory that may still be used for the text.
    room: Room,
}

impl<'m> Lowerer<'m, '_> {
    fn item(&mut self, item: &'m names::Item<'_>) -> Option<Result<Item<'m>, TooLong>> {
        let types = self.lowering.types;
        match item {
            names::Item::Opaque(opaque) => Some(self.opaque(opaque).map(Item::Opaque)),
            names::Item::Alias { ident, c_name, id } => {
                let Type::Typedef(_, target) = types.get(*id) else {
                    return None;
                };
                let declaration = model::declaration(types, *target, c_name);
                Some(Ok(Item::Alias(Alias {
                    ident,
                    declaration: CText::new(&format!("typedef {declaration}")),
                    target: self.lowering.value(*target),
                    key: hash(&typedef_key(c_name)),
                })))
            }
            names::Item::Enum {
                ident,
                id,
                key,
                constants,
            } => {
                let Type::Enum(enumeration) = types.get(*id) else {
                    return None;
                };
                let key = key.map(|key| hash(&key.to_string()));
                let enumeration = self.enumeration(enumeration, ident.as_deref(), key, constants);
                Some(enumeration.map(Item::Enumeration))
            }
        }
    }

    fn opaque(&mut self, opaque: &'m names::Opaque<'_>) -> Result<Opaque<'m>, TooLong> {
        let declaration = CText::new(&opaque.declaration);
        let fields = opaque.body.iter().flat_map(|body| &body.fields);
        let accessors = fields.map(|field| self.accessor(field, &declaration));
        let accessors: Vec<_> = accessors.collect::<Result<_, _>>()?;
        let is_named = !matches!(opaque.key, Key::Anon { .. });
        let has_several_definitions = is_named
            && !accessors.is_empty()
            && self.lowering.index.definitions(opaque.id).is_some();
        Ok(Opaque {
            ident: &opaque.ident,
            declaration,
            key: opaque.body.as_ref().map(|_| opaque.key.to_string()),
            has_several_definitions,
            accessors,
        })
    }

    fn accessor(
        &mut self,
        named: &'m NamedField<'_>,
        owner: &CText,
    ) -> Result<Accessor<'m>, TooLong> {
        let NamedField { ident, field, .. } = named;
        let mut declaration = model::declaration(self.lowering.types, field.ty, field.name);
        if let Some(width) = field.width {
            declaration += &format!(":{}", width.0);
        }
        let ty = self.lowering.field(named);
        let bytes = ENTRY + declaration.len() + PART * ty.parts();
        self.room.take(bytes, || owner.to_string())?;
        Ok(Accessor {
            ident,
            declaration: CText::new(&declaration),
            origin: field.origin,
            ty,
            step: match self.are_steps_names {
                true => Step::Name(field.name),
                false => Step::Hash(hash(field.name)),
            },
        })
    }

    fn context(&mut self, context: &'m names::Context<'_>) -> Result<Context<'m>, TooLong> {
        let mut context = context::context(self.lowering, context);
        context.typedef = context.typedef.filter(|_| self.relocates_types);
        let arguments = context.arguments.iter().chain(&context.returned);
        let bytes = arguments.map(|it| ENTRY + it.declaration.as_str().len());
        let bytes = ENTRY + context.declaration.as_str().len() + bytes.sum::<usize>();
        self.room.take(bytes, || context.declaration.to_string())?;
        Ok(context)
    }

    fn values(&mut self, plain: &Plain<'_>) -> Result<Values<'m>, TooLong> {
        let Lowering { types, module, .. } = self.lowering;
        let mut items = Vec::with_capacity(module.plain.len());
        for named in &module.plain {
            let Some(layout) = plain.layouts.get(&named.layout) else {
                continue;
            };
            let value = plain::value(self.lowering, named, layout);
            let parts = value.parts.iter().map(|it| {
                let declaration = match &it.of {
                    PartOf::Member(declaration) => declaration.as_str().len(),
                    PartOf::Bits | PartOf::Union | PartOf::Padding => 0,
                };
                ENTRY + declaration + PART * it.ty.parts()
            });
            let views = value.views.iter();
            let views =
                views.map(|it| 2 * (ENTRY + it.declaration.as_str().len() + PART * it.ty.parts()));
            let bytes = ENTRY + parts.sum::<usize>() + views.sum::<usize>();
            self.room.take(bytes, || value.declaration.to_string())?;
            items.push(value);
        }
        Ok(Values {
            items,
            big_endian: types.big_endian,
        })
    }

    fn enumeration(
        &mut self,
        enumeration: &model::Enum<'_>,
        ident: Option<&'m str>,
        key: Option<u64>,
        constants: &'m [names::Constant<'_>],
    ) -> Result<Enumeration<'m>, TooLong> {
        let name = enumeration.name;
        let declaration = CText::new(format!("enum {name}").trim_end());
        let constants = constants.iter().map(|constant| {
            let names::Constant {
                ident,
                c_name,
                value,
            } = constant;
            let enumerator = CText::new(&format!("{declaration} {{ {c_name} = {value} }}"));
            let bytes = ENTRY + enumerator.as_str().len();
            self.room.take(bytes, || declaration.to_string())?;
            Ok(Constant {
                ident,
                declaration: enumerator,
                value: *value,
                name: hash(c_name),
            })
        });
        Ok(Enumeration {
            ident,
            constants: constants.collect::<Result<_, _>>()?,
            declaration,
            integer: enum_primitive(enumeration),
            key,
        })
    }
}
