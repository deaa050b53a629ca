//! A table of callbacks that programs implement.

use crate::model::{self, Type};
use crate::names;

use super::c_text::CText;
use super::context::{self, ArgumentType, Context};
use super::rust_type::{Lowering, RustType};

/// A table of callbacks.
#[derive(Debug)]
pub(crate) struct StructOps<'m> {
    pub(crate) ident: &'m str,
    pub(crate) declaration: CText,
    pub(crate) callbacks: Vec<Callback<'m>>,
    pub(crate) values: Vec<Value<'m>>,
}

/// A callback.
#[derive(Debug)]
pub(crate) struct Callback<'m> {
    pub(crate) member: &'m str,
    pub(crate) context: Context<'m>,
    /// What it returns, as a register has it.
    pub(crate) returns: Option<RustType<'m>>,
}

/// A member that is not a callback.
#[derive(Debug)]
pub(crate) struct Value<'m> {
    pub(crate) member: &'m str,
    pub(crate) declaration: CText,
    pub(crate) ty: ValueType,
}

/// The type of a member that is not a callback.
#[derive(Debug)]
pub(crate) enum ValueType {
    Scalar(&'static str),
    /// An array of `char`.
    Text(u32),
}

pub(super) fn struct_ops<'m>(
    lowering: Lowering<'m, '_>,
    ops: &'m names::StructOps<'_>,
) -> StructOps<'m> {
    let types = lowering.types;
    let callbacks = ops.callbacks.iter().map(|callback| {
        let context = context::context(lowering, &callback.context);
        let returns = match context.returned.as_ref().map(|it| &it.ty) {
            Some(ArgumentType::Scalar(ty)) => Some(ty.clone()),
            Some(ArgumentType::Place(ty)) => Some(RustType::Pointer {
                is_const: false,
                to: Box::new(ty.clone()),
            }),
            Some(ArgumentType::Registers(_)) | None => None,
        };
        Callback {
            member: &callback.member,
            context: Context {
                returned: None,
                ..context
            },
            returns,
        }
    });
    let values = ops.values.iter().filter_map(|(member, field)| {
        if field.width.is_some() {
            return None;
        }
        let (element, lengths) = types.elements(field.ty);
        let element = types.underlying(element);
        let ty = match (types.get(element), &lengths[..]) {
            (Type::Int(int), [length]) if int.size.0 == 1 && *length > 0 => {
                ValueType::Text(*length)
            }
            (Type::Int(_) | Type::Enum(_), []) => match lowering.value(element) {
                RustType::Primitive(primitive) => ValueType::Scalar(primitive),
                _ => return None,
            },
            _ => return None,
        };
        Some(Value {
            member,
            declaration: CText::new(&model::declaration(types, field.ty, field.name)),
            ty,
        })
    });
    StructOps {
        ident: &ops.ident,
        declaration: CText::new(&model::describe(types, ops.hook.id)),
        callbacks: callbacks.collect(),
        values: values.collect(),
    }
}
