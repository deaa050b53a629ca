//! A function of the kernel that programs call, and a variable of the kernel.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{self, Type, TypeId, Types};
use crate::names;

use super::c_text::CText;
use super::context::{ArgumentType, argument_type};
use super::rust_type::{Lowering, RustType};

/// A function of the kernel that programs call.
#[derive(Debug)]
pub(crate) struct Function<'m> {
    pub(crate) ident: &'m str,
    /// Its name in C.
    pub(crate) name: &'m str,
    pub(crate) symbol: Cow<'m, str>,
    pub(crate) declaration: CText,
    /// What the BTF says of it: its tags.
    pub(crate) tags: Vec<CText>,
    pub(crate) parameters: Vec<Parameter<'m>>,
    pub(crate) returned: Returned<'m>,
}

/// A parameter.
#[derive(Debug)]
pub(crate) struct Parameter<'m> {
    pub(crate) ident: &'m str,
    pub(crate) ty: ParameterType<'m>,
}

/// The type of a parameter.
#[derive(Debug)]
pub(crate) enum ParameterType<'m> {
    /// A scalar, or a pointer to one.
    Scalar(RustType<'m>),
    /// A pointer to a struct or union: a pointer or a place of this type.
    PointerTo(RustType<'m>),
    /// A `void *`: any pointer.
    AnyPointer,
}

/// What a function returns.
#[derive(Debug)]
pub(crate) enum Returned<'m> {
    Nothing,
    Scalar(RustType<'m>),
    Place(RustType<'m>),
}

/// A variable of the kernel that each CPU has for itself.
#[derive(Debug)]
pub(crate) struct Variable<'m> {
    pub(crate) ident: &'m str,
    /// Its name in C, which is its symbol.
    pub(crate) symbol: &'m str,
    pub(crate) declaration: CText,
    pub(crate) ty: RustType<'m>,
}

/// What loaders do not compare: they take the last `___` and what follows for a flavor (`bpf_core_essential_name_len` of libbpf).
const FLAVOR: &str = "___";
const OURS: &str = "___btfgen";

/// The symbol of a function. libbpf cuts a flavor off since 1.3. So the name of a function that has one gets another one, or libbpf would
/// look for `scx_bpf_dsq_insert` in place of `scx_bpf_dsq_insert___v2`.
pub(super) fn symbol(name: &str) -> Cow<'_, str> {
    match name.contains(FLAVOR) {
        true => Cow::Owned(format!("{name}{OURS}")),
        false => Cow::Borrowed(name),
    }
}

/// The tag of every such function, which says nothing more.
const KERNEL_FUNCTION: &str = "bpf_kfunc";

/// The tags of functions.
pub(super) fn tags<'a>(types: &Types<'a>) -> BTreeMap<TypeId, BTreeSet<&'a str>> {
    let mut tags: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for id in types.ids() {
        if let Type::DeclTag(tag) = types.get(id)
            && tag.component.is_none()
            && tag.name != KERNEL_FUNCTION
        {
            tags.entry(tag.of).or_default().insert(tag.name);
        }
    }
    tags
}

pub(super) fn function<'m>(
    lowering: Lowering<'m, '_>,
    function: &'m names::Function<'_>,
    tags: &BTreeMap<TypeId, BTreeSet<&str>>,
) -> Function<'m> {
    let (types, hook) = (lowering.types, &function.hook);
    let parameters = function.arguments.iter().map(|it| Parameter {
        ident: &it.ident,
        ty: parameter_type(lowering, it.parameter.ty),
    });
    let returns = hook.returns(types).unwrap_or(TypeId(0));
    let declaration = model::prototype(types, returns, hook.name, hook.parameters(types));
    let tags = tags.get(&hook.id).into_iter().flatten();
    Function {
        ident: &function.ident,
        name: hook.name,
        symbol: symbol(hook.name),
        declaration: CText::new(&declaration),
        tags: tags.map(|it| CText::new(it)).collect(),
        parameters: parameters.collect(),
        returned: match types.get(types.underlying(returns)) {
            Type::Void => Returned::Nothing,
            _ => match argument_type(lowering, returns) {
                ArgumentType::Place(ty) => Returned::Place(ty),
                _ => Returned::Scalar(lowering.value(returns)),
            },
        },
    }
}

pub(super) fn variable<'m>(
    lowering: Lowering<'m, '_>,
    variable: &'m names::Function<'_>,
) -> Variable<'m> {
    let hook = &variable.hook;
    let declaration = model::declaration(lowering.types, hook.prototype, hook.name);
    Variable {
        ident: &variable.ident,
        symbol: hook.name,
        declaration: CText::new(&declaration),
        ty: lowering.value(hook.prototype),
    }
}

fn parameter_type<'m>(lowering: Lowering<'m, '_>, id: TypeId) -> ParameterType<'m> {
    let types = lowering.types;
    match types.get(types.underlying(id)) {
        Type::Ptr(to) if matches!(types.get(types.underlying(*to)), Type::Void) => {
            ParameterType::AnyPointer
        }
        _ => match argument_type(lowering, id) {
            ArgumentType::Place(ty) => ParameterType::PointerTo(ty),
            _ => ParameterType::Scalar(lowering.value(id)),
        },
    }
}
