//! Anonymous members, flattened as C does.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::reloc::table::TAG;

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
    pub(crate) origin: Origin,
    /// The innermost anonymous member around it, if any. All fields of that member share it.
    pub(crate) within: Option<Rc<Nameless<'a>>>,
    /// Those of the kernels with its type that have it. `None`: all of them.
    pub(crate) on: Option<Rc<KernelSet>>,
    /// Tells apart several fields of this name, which kernels declare incompatibly.
    pub(crate) tag: Option<Rc<str>>,
    /// Its types on the other kernels.
    pub(crate) also: Vec<TypeId>,
    /// Whether kernels have pointers to different types here.
    pub(crate) is_mixed_pointer: bool,
}

/// Some of the kernels, by their numbers: see [`Types::kernel`].
pub(crate) type KernelSet = BTreeSet<usize>;

/// Which of the definitions of its type a field is from. Almost all types have one definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The only definition, or the one whose size the type has.
    Only,
    /// As `Only`, but the field is at another offset in another definition.
    Moved,
    /// Another definition.
    Other,
}

/// A member without a name, which is a struct or union.
#[derive(Debug)]
pub(crate) struct Nameless<'a> {
    /// The index in [`Types::members`]. Each anonymous member around a field has a different one.
    pub(crate) member: u32,
    pub(crate) kind: CompositeKind,
    /// The type's name, if it has one.
    pub(crate) name: &'a str,
    /// The next anonymous member around this one.
    outer: Option<Rc<Nameless<'a>>>,
    /// The number of anonymous members from the outermost to this one.
    depth: usize,
}

/// Anonymous nesting in real kernels goes to 7 levels (`slab`).
const MAX_DEPTH: usize = 64;

impl<'a> Field<'a> {
    /// Its name in the table and in records.
    pub(crate) fn step(&self) -> Cow<'a, str> {
        match &self.tag {
            None => Cow::Borrowed(self.name),
            Some(tag) => Cow::Owned(format!("{}{TAG}{tag}", self.name)),
        }
    }

    /// The anonymous members around it, the outermost first.
    pub(crate) fn around(&self) -> Vec<&Nameless<'a>> {
        let inner = self.within.as_deref();
        let mut around: Vec<_> = std::iter::successors(inner, |it| it.outer.as_deref()).collect();
        around.reverse();
        around
    }
}

/// The fields of a struct or union in declaration order, those of anonymous members in their place. A anonymous member
/// may have a type with a name (`-fms-extensions`).
pub(crate) fn fields<'a>(types: &Types<'a>, composite: &Composite<'a>) -> Vec<Field<'a>> {
    let mut fields = Vec::new();
    each(types, composite, Bits(0), None, &mut |field| {
        fields.push(field)
    });
    fields
}

/// The names of these fields.
pub(crate) fn field_names<'a>(types: &Types<'a>, composite: &Composite<'a>) -> Vec<&'a str> {
    let mut names = Vec::new();
    each(types, composite, Bits(0), None, &mut |field| {
        names.push(field.name)
    });
    names
}

fn each<'a>(
    types: &Types<'a>,
    composite: &Composite<'a>,
    base: Bits,
    within: Option<&Rc<Nameless<'a>>>,
    found: &mut impl FnMut(Field<'a>),
) {
    for (index, member) in composite.members.clone().zip(types.members(composite)) {
        let offset = Bits(base.0.saturating_add(member.offset.0));
        let depth = within.map_or(0, |within| within.depth);
        match anonymous(types, member) {
            Some(inner) if depth < MAX_DEPTH => {
                let within = Rc::new(Nameless {
                    member: index,
                    kind: inner.kind,
                    name: inner.name,
                    outer: within.cloned(),
                    depth: depth + 1,
                });
                each(types, inner, offset, Some(&within), found);
            }
            Some(_) => {}
            None if member.name.is_empty() => {} // padding: a bitfield without a name
            None => found(Field {
                name: member.name.text(),
                ty: member.ty,
                offset,
                width: member.width,
                is_last: index + 1 == composite.members.end,
                origin: Origin::Only,
                within: within.cloned(),
                on: None,
                tag: None,
                also: Vec::new(),
                is_mixed_pointer: false,
            }),
        }
    }
}

fn anonymous<'t, 'a>(types: &'t Types<'a>, member: &Member<'a>) -> Option<&'t Composite<'a>> {
    if !member.name.is_empty() {
        return None;
    }
    match types.get(types.underlying(member.ty)) {
        Type::Composite(inner) => Some(inner),
        _ => None,
    }
}
