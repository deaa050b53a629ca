//! Anonymous members, flattened as C does.

use super::{Bits, Composite, CompositeKind, Member, Type, TypeId, Types};

/// A member that has a name, as seen from the outermost named type.
#[derive(Clone, Debug)]
pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    pub(crate) ty: TypeId,
    /// From the start of the outermost type.
    pub(crate) offset: Bits,
    /// Of a bitfield.
    pub(crate) width: Option<Bits>,
    /// Whether it is the last member of the struct or union that declares it.
    pub(crate) is_last: bool,
    /// The anonymous members that it is in, from the outermost on.
    pub(crate) within: Vec<Nameless<'a>>,
}

/// A member without a name, which is a struct or union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nameless<'a> {
    /// Into [`Types::members`]; one member has it once on the way to a field.
    pub(crate) member: u32,
    pub(crate) kind: CompositeKind,
    /// The type's name, if it has one.
    pub(crate) name: &'a str,
}

/// Anonymous nesting in real kernels goes to 7 levels (`slab`).
const MAX_DEPTH: usize = 64;

/// The fields of a struct or union in declaration order, those of nameless members in their place. A nameless member
/// may have a type with a name (`-fms-extensions`).
pub(crate) fn fields<'a>(types: &Types<'a>, composite: &Composite<'a>) -> Vec<Field<'a>> {
    let mut fields = Vec::new();
    collect(types, composite, Bits(0), &mut Vec::new(), &mut fields);
    fields
}

fn collect<'a>(
    types: &Types<'a>,
    composite: &Composite<'a>,
    base: Bits,
    within: &mut Vec<Nameless<'a>>,
    fields: &mut Vec<Field<'a>>,
) {
    for (index, member) in composite.members.clone().zip(types.members(composite)) {
        let offset = Bits(base.0.saturating_add(member.offset.0));
        match nameless(types, member) {
            Some(inner) if within.len() < MAX_DEPTH => {
                within.push(Nameless {
                    member: index,
                    kind: inner.kind,
                    name: inner.name,
                });
                collect(types, inner, offset, within, fields);
                within.pop();
            }
            Some(_) => {}
            None if member.name.is_empty() => {} // padding: a bitfield without a name
            None => fields.push(Field {
                name: member.name.text(),
                ty: member.ty,
                offset,
                width: member.width,
                is_last: index + 1 == composite.members.end,
                within: within.clone(),
            }),
        }
    }
}

fn nameless<'t, 'a>(types: &'t Types<'a>, member: &Member<'a>) -> Option<&'t Composite<'a>> {
    if !member.name.is_empty() {
        return None;
    }
    match types.get(types.underlying(member.ty)) {
        Type::Composite(inner) => Some(inner),
        _ => None,
    }
}
