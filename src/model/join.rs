//! The types of several kernels as one.

use super::{Part, Type, TypeId, Types};
use std::ops::Range;

/// More types, or members, than ids can count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TooMany;

/// Puts the types of several kernels, in the order in which the user named them, one after the other: the last kernel's come
/// first, so that what has one kernel only is the same with and without this. `void` is one type.
pub(crate) fn join(mut kernels: Vec<Types<'_>>) -> Result<Types<'_>, TooMany> {
    let mut all = kernels.pop().unwrap_or_else(Types::new);
    for kernel in kernels.into_iter().rev() {
        append(&mut all, kernel)?;
    }
    Ok(all)
}

/// What is added to the numbers of one kernel.
struct Shift {
    types: u32,
    members: u32,
    enumerators: u32,
    parameters: u32,
    variables: u32,
}

fn append<'a>(all: &mut Types<'a>, kernel: Types<'a>) -> Result<(), TooMany> {
    let shift = Shift {
        types: start(all.types.len(), kernel.types.len())? - 1,
        members: start(all.members.len(), kernel.members.len())?,
        enumerators: start(all.enumerators.len(), kernel.enumerators.len())?,
        parameters: start(all.parameters.len(), kernel.parameters.len())?,
        variables: start(all.variables.len(), kernel.variables.len())?,
    };
    let first = shift.id(TypeId(1));
    all.kernels.push(first);
    all.parts.push(Part {
        name: None,
        first,
        own: 1,
    });
    all.parts.extend(kernel.parts.into_iter().map(|part| Part {
        first: shift.id(part.first),
        ..part
    }));
    let types = kernel.types.into_iter().skip(1);
    all.types.extend(types.map(|ty| shift.ty(ty)));
    all.members.extend(kernel.members.into_iter().map(|mut it| {
        it.ty = shift.id(it.ty);
        it
    }));
    all.enumerators.extend(kernel.enumerators);
    all.parameters
        .extend(kernel.parameters.into_iter().map(|mut it| {
            it.ty = shift.id(it.ty);
            it
        }));
    all.variables
        .extend(kernel.variables.into_iter().map(|mut it| {
            it.id = shift.id(it.id);
            it
        }));
    Ok(())
}

/// The number of what is there. Ids have 32 bits.
fn start(known: usize, more: usize) -> Result<u32, TooMany> {
    match known.checked_add(more).map(u32::try_from) {
        Some(Ok(_)) => Ok(known as u32),
        _ => Err(TooMany),
    }
}

impl Shift {
    fn id(&self, id: TypeId) -> TypeId {
        match id {
            TypeId(0) => id,
            TypeId(id) => TypeId(id + self.types),
        }
    }

    fn ty<'a>(&self, ty: Type<'a>) -> Type<'a> {
        let by = |range: Range<u32>, shift: u32| range.start + shift..range.end + shift;
        match ty {
            Type::Ptr(to) => Type::Ptr(self.id(to)),
            Type::Array(mut array) => {
                array.element = self.id(array.element);
                Type::Array(array)
            }
            Type::Composite(mut it) => {
                it.members = by(it.members, self.members);
                Type::Composite(it)
            }
            Type::Enum(mut it) => {
                it.enumerators = by(it.enumerators, self.enumerators);
                Type::Enum(it)
            }
            Type::Typedef(name, to) => Type::Typedef(name, self.id(to)),
            Type::Qualified(qualifier, to) => Type::Qualified(qualifier, self.id(to)),
            Type::TypeTag(to) => Type::TypeTag(self.id(to)),
            Type::FuncProto(mut it) => {
                it.returns = self.id(it.returns);
                it.parameters = by(it.parameters, self.parameters);
                Type::FuncProto(it)
            }
            Type::Func(mut it) => {
                it.prototype = self.id(it.prototype);
                Type::Func(it)
            }
            Type::Var(mut it) => {
                it.ty = self.id(it.ty);
                Type::Var(it)
            }
            Type::Datasec(mut it) => {
                it.variables = by(it.variables, self.variables);
                Type::Datasec(it)
            }
            Type::DeclTag(mut it) => {
                it.of = self.id(it.of);
                Type::DeclTag(it)
            }
            ty
            @ (Type::Void | Type::Int(_) | Type::Float(_) | Type::Fwd(..) | Type::Unknown(_)) => ty,
        }
    }
}
