//! The arguments of a hook.

use std::rc::Rc;

use crate::filter::HookKind;
use crate::model::{self, Parameter, Type, TypeId};
use crate::names;
use crate::reloc::hash;
use crate::reloc::table::{TAG, typedef_key};

use super::c_text::CText;
use super::kernels::SomeKernels;
use super::rust_type::{Lowering, RustType};

/// The arguments of a hook, for programs.
#[derive(Debug)]
pub(crate) struct Context<'m> {
    pub(crate) kind: HookKind,
    pub(crate) ident: &'m str,
    pub(crate) declaration: CText,
    /// The typedef that a kernel with this hook and these arguments has. None: no loader can ask for it.
    pub(crate) typedef: Option<&'m str>,
    pub(crate) arguments: Vec<Argument<'m>>,
    /// Whether each argument is in a register of its own, or on the stack, when the function starts. Architectures differ in how
    /// they pass a struct by value.
    pub(crate) is_in_registers: bool,
    /// The return value of the function.
    pub(crate) returned: Option<Argument<'m>>,
    /// The kernels that have it, with these arguments. None: all of them.
    pub(crate) on: Option<Rc<SomeKernels>>,
    /// The hash of the key of that typedef.
    pub(crate) key: u64,
}

/// An argument.
#[derive(Debug)]
pub(crate) struct Argument<'m> {
    pub(crate) ident: &'m str,
    pub(crate) declaration: CText,
    /// The index of its first register in the context.
    pub(crate) slot: usize,
    /// Whether it is a pointer to what the function can't change.
    pub(crate) is_const: bool,
    pub(crate) ty: ArgumentType<'m>,
}

/// The type of an argument.
#[derive(Debug)]
pub(crate) enum ArgumentType<'m> {
    /// A scalar or pointer.
    Scalar(RustType<'m>),
    /// A pointer to a struct or union, as the place of the object.
    Place(RustType<'m>),
    /// A struct by value, as an array of registers.
    Registers(usize),
}

pub(super) fn context<'m>(
    lowering: Lowering<'m, '_>,
    context: &'m names::Context<'_>,
) -> Context<'m> {
    let (types, hook) = (lowering.types, &context.hook);
    let mut slot = 0;
    let mut argument = |ident, id: TypeId, name: &str| {
        let argument = Argument {
            ident,
            declaration: CText::new(&model::declaration(types, id, name)),
            slot,
            is_const: match types.get(types.underlying(id)) {
                Type::Ptr(to) => lowering.is_const(*to),
                _ => false,
            },
            ty: argument_type(lowering, id),
        };
        slot += match argument.ty {
            ArgumentType::Registers(registers) => registers,
            ArgumentType::Scalar(_) | ArgumentType::Place(_) => 1,
        };
        argument
    };
    let arguments = context.arguments.iter().filter_map(|it| {
        let Parameter { name, ty } = it.parameter;
        let argument = argument(it.ident.as_str(), ty, name.text());
        it.is_agreed.then_some(argument)
    });
    let arguments: Vec<Argument<'_>> = arguments.collect();
    let is_struct = |it: &Argument<'_>| matches!(it.ty, ArgumentType::Registers(_));
    let returns = hook.returns(types).filter(|_| context.has_result);
    let returned = returns.map(|id| argument("ret", id, ""));
    let is_void = |id| matches!(types.get(types.underlying(id)), Type::Void);
    let declaration = model::prototype(
        types,
        hook.returns(types).unwrap_or(TypeId(0)),
        hook.name,
        hook.parameters(types),
    );
    Context {
        kind: hook.kind,
        ident: &context.ident,
        declaration: CText::new(&declaration),
        typedef: match hook.kind {
            HookKind::Tracepoint => lowering.module.ident(lowering.index, hook.id),
            _ => None,
        },
        is_in_registers: hook.kind == HookKind::Function && !arguments.iter().any(is_struct),
        arguments,
        returned: returned.filter(|_| !returns.is_some_and(is_void)),
        on: None,
        key: match (types.get(hook.id), &context.tag) {
            (Type::Typedef(name, _), None) => hash(&typedef_key(name)),
            (Type::Typedef(name, _), Some(tag)) => hash(&typedef_key(&format!("{name}{TAG}{tag}"))),
            _ => 0,
        },
    }
}

pub(super) fn argument_type<'m>(lowering: Lowering<'m, '_>, id: TypeId) -> ArgumentType<'m> {
    let types = lowering.types;
    let is_composite = |id| {
        matches!(
            types.get(types.underlying(id)),
            Type::Composite(_) | Type::Fwd(..)
        )
    };
    match types.get(types.underlying(id)) {
        Type::Composite(composite) => {
            ArgumentType::Registers(composite.size.0.div_ceil(8) as usize)
        }
        Type::Ptr(to) if is_composite(*to) => match lowering.value(*to) {
            place @ RustType::Named(_) => ArgumentType::Place(place),
            // Nothing can refer to an anonymous struct by name.
            _ => ArgumentType::Scalar(lowering.value(id)),
        },
        _ => ArgumentType::Scalar(lowering.value(id)),
    }
}
