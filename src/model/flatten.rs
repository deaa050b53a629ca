//! Anonymous members, flattened as C does.

use super::{Bits, Composite, Member, Type, TypeId, Types};

/// A member that has a name, as seen from the outermost named type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    pub(crate) ty: TypeId,
    /// From the start of the outermost type.
    pub(crate) offset: Bits,
    /// Of a bitfield.
    pub(crate) width: Option<Bits>,
}

/// Anonymous nesting in real kernels goes to 7 levels (`slab`).
const MAX_DEPTH: u32 = 64;

/// The fields of a struct or union in declaration order, those of nameless members in their place. A nameless member
/// may have a type with a name (`-fms-extensions`).
pub(crate) fn fields<'a>(types: &Types<'a>, composite: &Composite<'a>) -> Vec<Field<'a>> {
    let mut fields = Vec::new();
    collect(types, composite, Bits(0), MAX_DEPTH, &mut fields);
    fields
}

fn collect<'a>(
    types: &Types<'a>,
    composite: &Composite<'a>,
    base: Bits,
    depth: u32,
    fields: &mut Vec<Field<'a>>,
) {
    for member in types.members(composite) {
        let offset = Bits(base.0.saturating_add(member.offset.0));
        match nameless(types, member) {
            Some(inner) if depth > 0 => collect(types, inner, offset, depth - 1, fields),
            Some(_) => {}
            None if member.name.is_empty() => {} // padding: a bitfield without a name
            None => fields.push(Field {
                name: member.name,
                ty: member.ty,
                offset,
                width: member.width,
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
