//! Types with several definitions that differ. Loaders try each definition. The fields of such a type are those of all
//! definitions, except for fields that the definitions declare differently.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{self, Bits, Composite, Field, Origin, Type, TypeId, Types};

/// How the definitions of one name differ. A loader tries all of them, and there are at least two.
#[derive(Debug)]
pub(crate) struct Definitions<'a> {
    /// Fields that the first definition does not have.
    others: Vec<Field<'a>>,
    /// Fields that are at several offsets.
    moved: HashSet<&'a str>,
    /// Fields that are declared differently, with the first two declarations.
    disputed: BTreeMap<&'a str, [Declared; 2]>,
}

/// A field's type, and the width of a bitfield.
#[derive(Clone, Copy, Debug)]
struct Declared {
    ty: TypeId,
    width: Option<Bits>,
}

impl Declared {
    fn of(field: &Field<'_>) -> Declared {
        Declared {
            ty: field.ty,
            width: field.width,
        }
    }

    fn text(self, types: &Types<'_>, name: &str) -> String {
        let mut text = model::declaration(types, self.ty, name);
        if let Some(width) = self.width {
            text += &format!(":{}", width.0);
        }
        text
    }
}

impl<'a> Definitions<'a> {
    /// Returns `None` if all are the same, or if there is only one. The type has the size of the first.
    pub(super) fn compare(types: &Types<'a>, ids: &[TypeId]) -> Option<Definitions<'a>> {
        let mut composites = ids.iter().filter_map(|id| composite(types, *id));
        let first = composites.next()?;
        let mut definitions = Definitions {
            others: Vec::new(),
            moved: HashSet::new(),
            disputed: BTreeMap::new(),
        };
        let of_first = model::fields(types, first);
        let mut known: HashMap<_, _> = (of_first.iter())
            .map(|field| (field.name, (Declared::of(field), field.offset)))
            .collect();
        let mut differ = false;
        for other in composites {
            let fields = model::fields(types, other);
            differ |= other.size != first.size || fields.len() != of_first.len();
            for field in fields {
                let Some((declared, offset)) = known.get(field.name).copied() else {
                    known.insert(field.name, (Declared::of(&field), field.offset));
                    definitions.others.push(Field {
                        origin: Origin::Other,
                        within: None,
                        ..field
                    });
                    continue;
                };
                if declared.width != field.width || !same(types, declared.ty, field.ty) {
                    let both = [declared, Declared::of(&field)];
                    definitions.disputed.entry(field.name).or_insert(both);
                } else if offset != field.offset {
                    definitions.moved.insert(field.name);
                }
            }
        }
        let Definitions {
            others,
            moved,
            disputed,
        } = &mut definitions;
        others.retain(|field| !disputed.contains_key(field.name));
        let is_equal = others.is_empty() && moved.is_empty() && disputed.is_empty();
        (differ || !is_equal).then_some(definitions)
    }

    /// The fields of the first definition, and those that only the others have.
    pub(super) fn fields(&self, of_first: Vec<Field<'a>>) -> Vec<Field<'a>> {
        let mut fields = of_first;
        fields.retain(|field| !self.disputed.contains_key(field.name));
        fields.extend(self.others.iter().cloned());
        for field in &mut fields {
            if self.moved.contains(field.name) && field.origin == Origin::Only {
                field.origin = Origin::Moved;
            }
        }
        fields
    }

    /// The names of fields that the first definition does not have.
    pub(super) fn other_names(&self) -> impl Iterator<Item = &'a str> {
        self.others.iter().map(|field| field.name)
    }

    /// The names of fields that are declared differently.
    pub(crate) fn disputed(&self) -> impl Iterator<Item = &'a str> {
        self.disputed.keys().copied()
    }

    /// Two declarations of such a field.
    pub(super) fn declarations(&self, types: &Types<'_>, name: &str) -> Option<[String; 2]> {
        let both = self.disputed.get(name)?;
        Some(both.map(|declared| declared.text(types, name)))
    }
}

/// The struct or union with the fields of a named type. `None` if the fields belong to a type of another name.
pub(super) fn composite<'t, 'a>(types: &'t Types<'a>, id: TypeId) -> Option<&'t Composite<'a>> {
    match types.get(id) {
        Type::Composite(composite) => Some(composite),
        Type::Typedef(_, target) => match types.get(types.unqualified(*target)) {
            Type::Composite(composite) if composite.name.is_empty() => Some(composite),
            _ => None,
        },
        _ => None,
    }
}

/// Whether two types have the same C declaration, and the same fields where they are anonymous.
fn same(types: &Types<'_>, a: TypeId, b: TypeId) -> bool {
    if a == b {
        return true;
    }
    if model::describe(types, a) != model::describe(types, b) {
        return false;
    }
    match (types.get(types.by_value(a)), types.get(types.by_value(b))) {
        (Type::Composite(a), Type::Composite(b)) if a.name.is_empty() => {
            let (of_a, of_b) = (model::fields(types, a), model::fields(types, b));
            let mut pairs = of_a.iter().zip(&of_b);
            a.size == b.size
                && of_a.len() == of_b.len()
                && pairs.all(|(a, b)| {
                    (a.name, a.offset, a.width) == (b.name, b.offset, b.width)
                        && same(types, a.ty, b.ty)
                })
        }
        _ => true,
    }
}
