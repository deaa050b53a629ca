//! The names of types by value, and of their fields. C names stay. A type has the name that it would have at the root of the file.

use std::collections::{BTreeMap, HashSet};

use crate::filter::{self, Index, Kind};
use crate::model::{self, Field, Type, TypeId, Types};
use crate::plain::{Layout, Plain, What, composite};
use crate::room::{Room, TooLong};
use crate::text::printable;

use super::ident;
use super::weight::{FIELD, ITEM};

/// A struct or union by value.
#[derive(Debug)]
pub(crate) struct PlainType {
    pub(crate) ident: String,
    /// As C declares it.
    pub(crate) declaration: String,
    /// The key of its layout.
    pub(crate) layout: TypeId,
    /// The names of its parts, in their order.
    pub(crate) parts: Vec<String>,
    /// The names of its views, in their order.
    pub(crate) views: Vec<Methods>,
    /// The names of the anonymous types of its members, by the name of the member.
    pub(crate) anonymous: BTreeMap<String, String>,
}

/// The methods of a member that is not a field in Rust.
#[derive(Debug)]
pub(crate) struct Methods {
    pub(crate) getter: String,
    pub(crate) setter: String,
}

/// The types by value in the order of the file. `idents` has the names of the named ones.
pub(super) fn assign<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    plain: &Plain<'a>,
    idents: &BTreeMap<TypeId, String>,
    room: &mut Room,
) -> Result<Vec<PlainType>, TooLong> {
    let mut assigner = Assigner {
        types,
        index,
        plain,
        room,
        taken: HashSet::new(),
        named: BTreeMap::new(),
    };
    for (kind, name, id) in index.all() {
        if let Some(ident) = idents.get(&id).filter(|_| plain.written.contains(&id)) {
            let declaration = declaration(types, kind, name, id);
            let position = (name.to_string(), kind, String::new());
            assigner.push(id, id, ident.clone(), declaration, position)?;
        }
    }
    Ok(assigner.named.into_values().collect())
}

fn declaration(types: &Types<'_>, kind: Kind, name: &str, id: TypeId) -> String {
    match types.get(id) {
        Type::Typedef(_, target) => {
            format!("typedef {}", model::declaration(types, *target, name))
        }
        _ => format!("{} {name}", kind.keyword()),
    }
}

struct Assigner<'t, 'a> {
    types: &'t Types<'a>,
    index: &'t Index<'a>,
    plain: &'t Plain<'a>,
    room: &'t mut Room,
    /// Invented names.
    taken: HashSet<String>,
    /// By the C name of the outermost named type, and the path to an anonymous type.
    named: BTreeMap<(String, Kind, String), PlainType>,
}

impl<'a> Assigner<'_, 'a> {
    /// Names a type with this layout, and the anonymous types in it. `of` is the named type.
    fn push(
        &mut self,
        of: TypeId,
        layout: TypeId,
        ident: String,
        declaration: String,
        position: (String, Kind, String),
    ) -> Result<(), TooLong> {
        let (types, plain) = (self.types, self.plain);
        let Some(found) = plain.layouts.get(&layout) else {
            return Ok(());
        };
        self.take(ITEM + 8 * ident.len(), of)?;
        let parts = part_names(found);
        let views = method_names(found);
        let members = found.parts.iter().filter_map(|part| match &part.what {
            What::Member(field) => Some(field),
            _ => None,
        });
        let members = members.chain(found.views.iter().map(|view| &view.field));
        let mut anonymous = BTreeMap::new();
        for field in members {
            self.take(FIELD + 4 * field.name.len(), of)?;
            let Some(inner) = anonymous_type(types, field) else {
                continue;
            };
            let owner = ident.strip_prefix("r#").unwrap_or(&ident);
            let inner_ident = self.invent(format!("{owner}__{}", field.name));
            anonymous.insert(field.name.to_string(), inner_ident.clone());
            let keyword = composite(types, inner).map_or("struct", |it| it.kind.keyword());
            let declaration = format!("{keyword} {{…}} {}", field.name);
            let path = format!("{}.{}", position.2, field.name);
            let position = (position.0.clone(), position.1, path);
            self.push(of, inner, inner_ident, declaration, position)?;
        }
        let named = PlainType {
            ident,
            declaration,
            layout,
            parts,
            views,
            anonymous,
        };
        self.named.insert(position, named);
        Ok(())
    }

    fn take(&mut self, bytes: usize, id: TypeId) -> Result<(), TooLong> {
        let types = self.types;
        self.room
            .take(bytes, || printable(&model::describe(types, id)))
    }

    fn invent(&mut self, mut ident: String) -> String {
        while !self.index.named(&ident).is_empty() || !self.taken.insert(ident.clone()) {
            ident.push('_');
        }
        ident
    }
}

/// The anonymous type of a member, or of its elements.
fn anonymous_type(types: &Types<'_>, field: &Field<'_>) -> Option<TypeId> {
    let element = types.elements(field.ty).0;
    let is_composite = matches!(types.get(element), Type::Composite(_));
    (is_composite && filter::name(types.get(element)).is_none()).then_some(element)
}

/// Parts that C does not have are called after their offset.
fn part_names(layout: &Layout<'_>) -> Vec<String> {
    let members = layout.parts.iter().filter_map(|part| match &part.what {
        What::Member(field) => Some(ident::ident(field.name)),
        _ => None,
    });
    let mut taken: HashSet<_> = members.collect();
    let names = layout.parts.iter().map(|part| {
        let word = match &part.what {
            What::Member(field) => return ident::ident(field.name),
            What::Bits => "bits",
            What::Union { .. } => "union",
            What::Padding => "padding",
        };
        let mut name = format!("_{word}_{}", part.offset.0);
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        name
    });
    names.collect()
}

fn method_names(layout: &Layout<'_>) -> Vec<Methods> {
    let getters = layout.views.iter().map(|it| ident::ident(it.field.name));
    let mut taken: HashSet<_> = getters.clone().collect();
    let methods = getters.map(|getter| {
        let mut setter = format!("set_{}", getter.strip_prefix("r#").unwrap_or(&getter));
        while !taken.insert(setter.clone()) {
            setter.push('_');
        }
        Methods { getter, setter }
    });
    methods.collect()
}
