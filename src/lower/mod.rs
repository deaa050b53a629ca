//! Model, selection and names → finished items and the table. This phase makes all remaining decisions: what a typedef
//! resolves to, constness, the integer of an enum, and what the table says. Printing (`crate::gen`) only writes the result.

mod c_text;
mod carriers;
mod context;
mod function;
mod integers;
mod item;
mod kernels;
mod plain;
mod registers;
mod rust_type;
mod struct_ops;
mod symbol;
mod table;

use std::rc::Rc;

pub(crate) use crate::filter::HookKind;
use crate::filter::Index;
pub(crate) use crate::model::Origin;
use crate::model::{self, KernelSet, Type, Types};
use crate::names::{self, Module, NamedField};
use crate::plain::Plain;
pub(crate) use crate::plain::{Access, Repr};
use crate::reloc::hash;
use crate::reloc::table::{Key, Table, typedef_key};
use crate::room::{MAX_TEXT, Room, TooLong};
pub(crate) use c_text::CText;
pub(crate) use carriers::{Carrier, CarrierType, Carriers, Enclosing, Members, Query};
pub(crate) use context::{Argument, ArgumentType, Context};
pub(crate) use function::{Function, ParameterType, Returned, Variable};
pub(crate) use item::{Accessor, Alias, Constant, Enumeration, Item, Opaque, Step};
use kernels::Kernels;
pub(crate) use kernels::SomeKernels;
pub(crate) use plain::{ByValue, PartOf, Value, ValuePart, ValueView, Values};
pub(crate) use registers::{Register, Registers};
pub(crate) use rust_type::RustType;
use rust_type::{Lowering, enum_primitive};
pub(crate) use struct_ops::{Callback, StructOps, ValueType};
pub(crate) use symbol::{Symbol, SymbolUse};

/// A generated file, complete except for its text.
#[derive(Debug)]
pub(crate) struct File<'m> {
    /// In the order of the file.
    pub(crate) items: Vec<Item<'m>>,
    /// By kind of hook and name.
    pub(crate) contexts: Vec<Context<'m>>,
    pub(crate) values: Values<'m>,
    /// Of the functions among the contexts.
    pub(crate) registers: Option<Registers<'m>>,
    /// By name.
    pub(crate) functions: Vec<Function<'m>>,
    /// By name.
    pub(crate) variables: Vec<Variable<'m>>,
    /// By kind and name.
    pub(crate) symbols: Vec<Symbol<'m>>,
    /// By name.
    pub(crate) struct_ops: Vec<StructOps<'m>>,
    pub(crate) table: Table,
    /// The keys of types with members beyond the largest offset of a load instruction.
    pub(crate) far: Vec<String>,
    /// What not all kernels have is on these, by their Rust names.
    pub(crate) kernels: Vec<Rc<SomeKernels>>,
}

/// The maximum number of fields in a file in which steps are names. rustc evaluates each name. For a whole kernel, this takes
/// several seconds.
const MAX_NAMED_STEPS: usize = 10_000;

/// The memory for a part of a Rust type.
const PART: usize = 32;

/// The memory for an accessor or a constant without its text.
const ENTRY: usize = 128;

/// `kernels` are the names of the kernels. `relocates_types` is whether the intrinsics can ask for the existence of a type.
pub(crate) fn lower<'m>(
    types: &'m Types<'_>,
    index: &'m Index<'_>,
    module: &'m Module<'_>,
    plain: &Plain<'_>,
    kernels: &[String],
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
        kernels: Kernels::new(kernels),
        room: Room::new(MAX_TEXT),
    };
    let items = module.items.iter().filter_map(|item| lowerer.item(item));
    let items = items.collect::<Result<_, _>>()?;
    let contexts = module.contexts.iter().map(|it| lowerer.context(it));
    let contexts = contexts.collect::<Result<_, _>>()?;
    let values = lowerer.values(plain)?;
    let functions = lowerer.functions()?;
    let registers = module.registers.as_ref();
    let registers = registers.and_then(|it| registers::registers(lowerer.lowering, it));
    let variables = lowerer.variables()?;
    let struct_ops = module.struct_ops.iter().map(|it| lowerer.struct_ops(it));
    let struct_ops = struct_ops.collect::<Result<_, _>>()?;
    let table = table::build(types, module)?;
    Ok(File {
        items,
        contexts,
        values,
        // An element is not covered otherwise.
        registers: registers.filter(|it| relocates_types || it.result.element.is_none()),
        functions,
        variables,
        symbols: match relocates_types {
            true => module.symbols.iter().map(symbol::symbol).collect(),
            false => Vec::new(),
        },
        struct_ops,
        far: table::far(&table),
        table,
        kernels: lowerer.kernels.used(),
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
    kernels: Kernels,
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
                let on = self.lowering.index.kernels_with(types, *id);
                let enumeration =
                    self.enumeration(enumeration, ident.as_deref(), key, constants, on);
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
            on: opaque.on.as_ref().map(|on| self.kernels.some(on)),
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
                true => Step::Name(field.step()),
                false => Step::Hash(hash(&field.step())),
            },
            on: field.on.as_ref().map(|on| self.kernels.some(on)),
            is_mixed_pointer: field.is_mixed_pointer,
        })
    }

    fn context(&mut self, names: &'m names::Context<'_>) -> Result<Context<'m>, TooLong> {
        let mut context = context::context(self.lowering, names);
        context.typedef = context.typedef.filter(|_| self.relocates_types);
        context.on = names.on.as_ref().map(|on| self.kernels.some(on));
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

    fn functions(&mut self) -> Result<Vec<Function<'m>>, TooLong> {
        let functions = &self.lowering.module.functions;
        // Only the link step can declare a function to loaders.
        if functions.is_empty() || !self.relocates_types {
            return Ok(Vec::new());
        }
        let tags = function::tags(self.lowering.types);
        let functions = functions.iter().map(|it| {
            let function = function::function(self.lowering, it, &tags);
            let tags = function.tags.iter().map(|it| it.as_str().len());
            let text = function.declaration.as_str().len() + tags.sum::<usize>();
            let bytes = ENTRY * (2 + function.parameters.len()) + 2 * text;
            self.room.take(bytes, || function.declaration.to_string())?;
            Ok(function)
        });
        functions.collect()
    }

    fn struct_ops(&mut self, ops: &'m names::StructOps<'_>) -> Result<StructOps<'m>, TooLong> {
        let ops = struct_ops::struct_ops(self.lowering, ops);
        let callbacks = ops.callbacks.iter().map(|it| {
            let arguments = it.context.arguments.iter();
            let arguments = arguments.map(|it| ENTRY + it.declaration.as_str().len());
            4 * ENTRY + it.context.declaration.as_str().len() + arguments.sum::<usize>()
        });
        let values = ops
            .values
            .iter()
            .map(|it| 4 * ENTRY + it.declaration.as_str().len());
        let bytes = 8 * ENTRY + callbacks.sum::<usize>() + values.sum::<usize>();
        self.room.take(bytes, || ops.declaration.to_string())?;
        Ok(ops)
    }

    fn variables(&mut self) -> Result<Vec<Variable<'m>>, TooLong> {
        if !self.relocates_types {
            return Ok(Vec::new());
        }
        let variables = self.lowering.module.variables.iter().map(|it| {
            let variable = function::variable(self.lowering, it);
            let bytes = 4 * ENTRY + 2 * variable.declaration.as_str().len();
            self.room.take(bytes, || variable.declaration.to_string())?;
            Ok(variable)
        });
        variables.collect()
    }

    fn enumeration(
        &mut self,
        enumeration: &model::Enum<'_>,
        ident: Option<&'m str>,
        key: Option<u64>,
        constants: &'m [names::Constant<'_>],
        on: Option<KernelSet>,
    ) -> Result<Enumeration<'m>, TooLong> {
        let name = enumeration.name;
        let declaration = CText::new(format!("enum {name}").trim_end());
        let constants = constants.iter().map(|constant| {
            let names::Constant {
                ident,
                c_name,
                value,
                is_fixed,
                ..
            } = constant;
            let on = constant.on.as_deref().or(on.as_ref());
            let enumerator = CText::new(&format!("{declaration} {{ {c_name} = {value} }}"));
            let bytes = ENTRY + enumerator.as_str().len();
            self.room.take(bytes, || declaration.to_string())?;
            Ok(Constant {
                ident,
                declaration: enumerator,
                value: *value,
                name: hash(c_name),
                is_fixed: *is_fixed,
                on: on.map(|on| self.kernels.some(on)),
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
