//! Every Rust identifier, and what is printed in which order: decided here, before anything is printed, and in a way
//! that does not depend on the order in which types are visited.
//!
//! C names stay. Where two kinds of type share a C name, the first of struct, union, enum, typedef keeps it and the others
//! get an underscore. A name that Rust can't have gets one too. An anonymous type of a named member is called after the way
//! to it, `owner__member`. Such invented names give way to those that C has, and get more underscores.

mod bad_name;
mod constants;
mod contexts;
mod functions;
mod ident;
mod key;
mod plain;
mod reserved;
mod struct_ops;
mod symbols;
mod weight;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::filter::{self, Extent, HookKind, Index, Kind, Registers, Selection};
use crate::model::{self, Bytes, Composite, CompositeKind, Field, KernelSet, Type, TypeId, Types};
use crate::plain::Plain;
use crate::reloc::hash;
use crate::reloc::table::{Key, typedef_key};
use crate::room::{MAX_TEXT, Room, TooLong};
use crate::text::printable;
pub use bad_name::BadName;
pub(crate) use bad_name::Error;
use bad_name::sorted;
pub(crate) use constants::Constant;
pub(crate) use contexts::Context;
pub(crate) use functions::Function;
pub(crate) use ident::{ModulePath, PRIMITIVES, exact, is_c_identifier, primitive};
use ident::{NEVER_RAW, ident_in};
pub(crate) use key::{EnumKey, composite_key, tag_key};
use key::{check_type, inner_key};
pub(crate) use plain::{Methods, PlainType};
use reserved::{OWN_NAMES, field_ident};
pub(crate) use struct_ops::StructOps;
pub(crate) use symbols::Symbol;
use weight::{FIELD, ITEM, LEFT_OUT};

/// The items of the generated file, in order, and what types are called.
#[derive(Debug)]
pub(crate) struct Module<'a> {
    pub(crate) items: Vec<Item<'a>>,
    /// By kind of hook and name.
    pub(crate) contexts: Vec<Context<'a>>,
    /// In the order of the file.
    pub(crate) plain: Vec<PlainType>,
    /// Of the functions among the contexts.
    pub(crate) registers: Option<Registers>,
    /// These, and those that follow: by name.
    pub(crate) functions: Vec<Function<'a>>,
    pub(crate) variables: Vec<Function<'a>>,
    pub(crate) symbols: Vec<Symbol>,
    pub(crate) struct_ops: Vec<StructOps<'a>>,
    /// What has a name, or a type, that can't be written, and was not asked for by name.
    pub(crate) left_out: Vec<BadName>,
    idents: HashMap<TypeId, String>,
    plain_idents: BTreeMap<TypeId, String>,
}

/// An item, or a group that belongs together.
#[derive(Debug)]
pub(crate) enum Item<'a> {
    Opaque(Opaque<'a>),
    /// A typedef of anything but an anonymous struct or union.
    Alias {
        ident: String,
        c_name: &'a str,
        id: TypeId,
    },
    /// An enum's type, if it has a name, and its enumerators.
    Enum {
        ident: Option<String>,
        id: TypeId,
        /// The name by which loaders find the enum: its own, or the name of a typedef of an anonymous enum.
        key: Option<EnumKey<'a>>,
        constants: Vec<Constant<'a>>,
    },
}

/// A struct or union that can't be constructed.
#[derive(Debug)]
pub(crate) struct Opaque<'a> {
    /// Of the named type, also for an anonymous one within it.
    pub(crate) id: TypeId,
    pub(crate) ident: String,
    /// As C declares it, for people.
    pub(crate) declaration: String,
    pub(crate) key: Key,
    /// None: only declared.
    pub(crate) body: Option<Body<'a>>,
    /// The kernels that have it. `None`: all of them.
    pub(crate) on: Option<KernelSet>,
}

#[derive(Debug)]
pub(crate) struct Body<'a> {
    pub(crate) kind: CompositeKind,
    pub(crate) size: Bytes,
    pub(crate) fields: Vec<NamedField<'a>>,
}

#[derive(Debug)]
pub(crate) struct NamedField<'a> {
    pub(crate) ident: String,
    pub(crate) field: Field<'a>,
    /// Of a field that is, or is an array of, an anonymous struct or union: what that is called.
    pub(crate) anonymous: Option<(String, Key)>,
}

impl Module<'_> {
    /// What a named type is called.
    pub(crate) fn ident(&self, index: &Index<'_>, id: TypeId) -> Option<&str> {
        self.idents.get(&index.canonical(id)).map(String::as_str)
    }

    /// What a type by value is called in the module `plain`.
    pub(crate) fn plain_ident(&self, id: TypeId) -> Option<&str> {
        self.plain_idents.get(&id).map(String::as_str)
    }
}

pub(crate) fn assign<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    selection: &Selection<'a>,
    plain: &Plain<'a>,
) -> Result<Module<'a>, Error> {
    let mut assigner = Assigner {
        types,
        index,
        selection,
        is_selected: vec![false; types.types.len()],
        room: Room::new(MAX_TEXT),
        taken: HashSet::new(),
        bad: Vec::new(),
        left_out: Vec::new(),
        items: BTreeMap::new(),
    };
    for id in selection.types.keys().chain(&plain.written) {
        assigner.is_selected[id.0 as usize] = true;
    }
    let mut idents = assigner.named_types();
    let of_plain = plain.written.iter();
    let of_plain = of_plain.filter_map(|id| Some((*id, idents.get(id)?.clone())));
    let plain_idents: BTreeMap<_, _> = of_plain.collect();
    idents.retain(|id, _| selection.types.contains_key(id));
    // By name: what anonymous types are called may depend on which comes first.
    for (_, _, id) in index.all() {
        if let Some(extent) = selection.types.get(&id) {
            assigner.item(id, extent, &idents)?;
        }
    }
    let plain = plain::assign(types, index, plain, &plain_idents, &mut assigner.room)?;
    assigner.constants(&idents)?;
    assigner.check_keys();
    let contexts = contexts::assign(
        types,
        index,
        &selection.hooks,
        &mut assigner.room,
        &mut assigner.left_out,
    )?;
    let mut of_kind = |kind| {
        let (room, left_out) = (&mut assigner.room, &mut assigner.left_out);
        functions::assign(types, &selection.hooks, kind, room, left_out)
    };
    let functions = of_kind(HookKind::KernelFunction)?;
    let variables = of_kind(HookKind::Variable)?;
    let symbols = symbols::assign(&selection.symbols, &mut assigner.room)?;
    let (room, left_out) = (&mut assigner.room, &mut assigner.left_out);
    let struct_ops = struct_ops::assign(types, &selection.hooks, room, left_out)?;
    match assigner.bad.is_empty() {
        true => Ok(Module {
            items: assigner.items.into_values().collect(),
            contexts,
            plain,
            registers: selection.registers.clone(),
            functions,
            variables,
            symbols,
            struct_ops,
            left_out: sorted(assigner.left_out),
            idents,
            plain_idents,
        }),
        false => Err(Error::Bad(sorted(assigner.bad))),
    }
}

enum Namesake {
    Primitive,
    Type(TypeId),
}

/// Where an item stands in the file: after the C name of the outermost named type.
type Position = (String, Kind, String);

struct Assigner<'t, 'a> {
    types: &'t Types<'a>,
    index: &'t Index<'a>,
    selection: &'t Selection<'a>,
    /// The same, by id.
    is_selected: Vec<bool>,
    /// This counts less than is written, but everything that this phase keeps.
    room: Room,
    /// Invented names.
    taken: HashSet<String>,
    bad: Vec<BadName>,
    left_out: Vec<BadName>,
    items: BTreeMap<Position, Item<'a>>,
}

impl<'a> Assigner<'_, 'a> {
    // The whole BTF gets names, in the order of the C names, so that one does not depend on ids, nor on what else is selected.
    fn named_types(&mut self) -> HashMap<TypeId, String> {
        let named: Vec<_> = self.index.all().collect();
        let reserved = OWN_NAMES.iter().chain(&PRIMITIVES).chain(&NEVER_RAW);
        let reserved = reserved.flat_map(|name| self.index.named(name));
        let reserved: BTreeSet<_> = reserved.map(|(.., id)| *id).collect();
        let mut idents = HashMap::new();
        for group in named.chunk_by(|a, b| a.1 == b.1) {
            // The name of a type that is not written matters only if it makes btfgen invent one.
            if let [alone] = group
                && !self.is_selected[alone.2.0 as usize]
                && !reserved.contains(&alone.2)
            {
                continue;
            }
            let name = group[0].1;
            let Err(reason) = ident::check(name) else {
                let of_group = self.type_idents(name, group).into_iter();
                idents.extend(of_group.filter(|(id, _)| self.is_selected[id.0 as usize]));
                continue;
            };
            for (_, _, id) in group {
                let bad = BadName::new(self.types, *id, "a type".to_string(), reason.clone());
                let is_named = matches!(self.selection.plain.get(id), Some(Some(_)));
                match self.is_selected[id.0 as usize] {
                    true if is_named || self.selection.by_name.contains(id) => self.bad.push(bad),
                    true => self.left_out.push(bad),
                    false => {}
                }
            }
        }
        idents
    }

    // The first of its name keeps it, unless Rust has a meaning for it; the others get underscores.
    fn type_idents(
        &mut self,
        name: &str,
        same_name: &[(Kind, &'a str, TypeId)],
    ) -> Vec<(TypeId, String)> {
        let plain = ident::exact(name)
            .filter(|_| !OWN_NAMES.contains(&name) && !PRIMITIVES.contains(&name));
        let mut group = Vec::new();
        for (_, _, id) in same_name {
            let ident = match (self.namesake(*id), &plain) {
                (Some(Namesake::Primitive), _) => name.to_string(),
                (Some(Namesake::Type(target)), _) => {
                    ident_in(&group, target).unwrap_or(ident::ident(name))
                }
                (None, Some(plain)) if group.is_empty() => plain.clone(),
                (None, _) => self.invent(format!("{name}_")),
            };
            group.push((*id, ident));
        }
        group
    }

    // Of a typedef that says of its name what the name says anyhow: `typedef struct foo foo`, `typedef … u32`.
    fn namesake(&self, id: TypeId) -> Option<Namesake> {
        let Type::Typedef(name, target) = self.types.get(id) else {
            return None;
        };
        let target = self.index.canonical(self.types.unqualified(*target));
        if filter::name(self.types.get(target)).is_some_and(|(_, other)| other == *name) {
            return Some(Namesake::Type(target));
        }
        match self.types.get(self.types.underlying(id)) {
            Type::Int(int) if primitive(int) == *name => Some(Namesake::Primitive),
            _ => None,
        }
    }

    // A name that C does not have gives way to those that it has, and to those that were invented before.
    fn invent(&mut self, mut ident: String) -> String {
        while !self.index.named(&ident).is_empty() || !self.taken.insert(ident.clone()) {
            ident.push('_');
        }
        ident
    }

    /// Counts the text of a type.
    fn take(&mut self, bytes: usize, id: TypeId) -> Result<(), TooLong> {
        let types = self.types;
        self.room
            .take(bytes, || printable(&model::describe(types, id)))
    }

    fn item(
        &mut self,
        id: TypeId,
        extent: &Extent,
        idents: &HashMap<TypeId, String>,
    ) -> Result<(), TooLong> {
        let Some(ident) = idents.get(&id) else {
            return Ok(());
        };
        let Some((kind, name)) = filter::name(self.types.get(id)) else {
            return Ok(());
        };
        self.take(ITEM + 8 * ident.len(), id)?;
        let position = (name.to_string(), kind, String::new());
        let types = self.types;
        let opaque = match types.get(id) {
            Type::Composite(composite) => Some((composite_key(composite), Some(composite))),
            Type::Fwd(kind, name) => Some((tag_key(*kind, name), None)),
            Type::Typedef(name, target) => match types.get(types.unqualified(*target)) {
                Type::Composite(composite) if composite.name.is_empty() => {
                    Some((Key::Typedef(name.to_string()), Some(composite)))
                }
                _ => None,
            },
            _ => None,
        };
        match opaque {
            Some((key, composite)) => {
                let declaration = match kind {
                    Kind::Typedef => format!(
                        "typedef {}",
                        model::declaration(types, target(types, id), name)
                    ),
                    _ => format!("{} {name}", kind.keyword()),
                };
                let composite = composite.filter(|_| *extent != Extent::Declared);
                let body = composite.map(|composite| {
                    let fields = self.selection.fields(types, self.index, id, composite);
                    self.body(id, &position, ident, &key, composite, fields)
                });
                let body = body.transpose()?;
                let opaque = Opaque {
                    id,
                    ident: ident.clone(),
                    declaration,
                    key,
                    body,
                    on: self.index.kernels_with(types, id),
                };
                self.items.insert(position, Item::Opaque(opaque));
            }
            None if kind == Kind::Typedef && self.namesake(id).is_none() => {
                self.items.insert(
                    position,
                    Item::Alias {
                        ident: ident.clone(),
                        c_name: name,
                        id,
                    },
                );
            }
            None => {}
        }
        Ok(())
    }

    fn body(
        &mut self,
        id: TypeId,
        position: &Position,
        owner: &str,
        key: &Key,
        composite: &Composite<'a>,
        fields: Vec<Field<'a>>,
    ) -> Result<Body<'a>, TooLong> {
        // Names that C and Rust agree on go first: the underscores of others give way to them.
        let plain = fields.iter().filter(|field| field.tag.is_none());
        let plain = plain.map(|field| field.name);
        let mut idents: HashSet<_> = plain
            .filter(|name| field_ident(name) == *name)
            .map(str::to_string)
            .collect();
        let mut hashes = HashSet::new();
        let mut named = Vec::with_capacity(fields.len());
        for field in fields {
            let types = self.types;
            let bad = |reason: String| {
                let owner = model::describe(types, id);
                let subject = format!("a member of {}", printable(&owner));
                BadName::new(types, id, subject, reason)
            };
            let writable = ident::check(field.name).and_then(|()| check_type(types, &field));
            if let Err(reason) = writable {
                let bad = bad(reason);
                self.take(LEFT_OUT + bad.subject.len() + bad.reason.len(), id)?;
                self.left_out.push(bad);
                continue;
            }
            self.take(FIELD + 4 * field.name.len(), id)?;
            let mut ident = match &field.tag {
                None => field_ident(field.name),
                Some(tag) => format!("{}__{tag}", field.name),
            };
            if !hashes.insert(hash(&field.step())) {
                let bad = bad(format!(
                    "its name {:?} occurs twice, or has the hash of another member",
                    field.name
                ));
                self.take(LEFT_OUT + bad.subject.len() + bad.reason.len(), id)?;
                self.bad.push(bad);
                continue;
            }
            while ident != field.name && !idents.insert(ident.clone()) {
                ident.push('_');
            }
            let anonymous = self.anonymous(id, position, owner, key, &field)?;
            named.push(NamedField {
                ident,
                field,
                anonymous,
            });
        }
        Ok(Body {
            kind: composite.kind,
            size: composite.size,
            fields: named,
        })
    }

    // Makes the item of a field's anonymous type, which is the owner's alone even where BTF shares it.
    fn anonymous(
        &mut self,
        id: TypeId,
        position: &Position,
        owner: &str,
        key: &Key,
        field: &Field<'a>,
    ) -> Result<Option<(String, Key)>, TooLong> {
        let types = self.types;
        let Type::Composite(composite) = types.get(types.elements(field.ty).0) else {
            return Ok(None);
        };
        if !composite.name.is_empty() {
            return Ok(None);
        }
        let owner = owner.strip_prefix("r#").unwrap_or(owner);
        let tag = (field.tag.iter()).fold(String::new(), |_, tag| format!("__{tag}"));
        let ident = self.invent(format!("{owner}__{}{tag}", field.name));
        // The name, the key and the position each contain the whole path.
        self.take(ITEM + 8 * ident.len(), id)?;
        let key = inner_key(key, &field.step());
        let position = (
            position.0.clone(),
            position.1,
            format!("{}.{}", position.2, field.step()),
        );
        let fields = self.index.fields_within(types, field);
        let body = self.body(id, &position, &ident, &key, composite, fields)?;
        let declaration = format!("{} {{…}} {}", composite.kind.keyword(), field.name);
        let item = Opaque {
            id,
            ident: ident.clone(),
            declaration,
            key: key.clone(),
            body: Some(body),
            on: None,
        };
        self.items.insert(position, Item::Opaque(item));
        Ok(Some((ident, key)))
    }

    // A record names its root, which is a type or an enum, by the hash of the key.
    fn check_keys(&mut self) {
        let mut hashes = HashSet::new();
        let enums = typedefs_of_enums(self.items.values());
        for item in self.items.values() {
            let (id, key, subject) = match item {
                Item::Opaque(opaque) => (
                    opaque.id,
                    opaque.key.to_string(),
                    opaque.declaration.clone(),
                ),
                Item::Enum {
                    id, key: Some(key), ..
                } => (*id, key.to_string(), model::describe(self.types, *id)),
                Item::Enum { key: None, .. } => continue,
                Item::Alias { id, c_name, .. } if !enums.contains(c_name) => {
                    (*id, typedef_key(c_name), model::describe(self.types, *id))
                }
                Item::Alias { .. } => continue,
            };
            if !hashes.insert(hash(&key)) {
                let reason = "its name has the hash of another type".to_string();
                self.bad.push(BadName::new(self.types, id, subject, reason));
            }
        }
    }

    // The typedef by which loaders find an anonymous enum. If there are several, it is the first by name.
    fn typedefs_of_enums(&self) -> HashMap<TypeId, &'a str> {
        let mut typedefs = HashMap::new();
        for (kind, name, id) in self.index.all() {
            let Type::Typedef(_, target) = self.types.get(id) else {
                continue;
            };
            let target = self.types.unqualified(*target);
            if kind == Kind::Typedef
                && let Type::Enum(enumeration) = self.types.get(target)
                && enumeration.name.is_empty()
                && is_c_identifier(name)
            {
                typedefs.entry(target).or_insert(name);
            }
        }
        typedefs
    }

    fn constants(&mut self, idents: &HashMap<TypeId, String>) -> Result<(), TooLong> {
        let typedefs = self.typedefs_of_enums();
        let mut constants = constants::assign(
            self.types,
            self.index,
            self.selection,
            idents,
            &mut self.room,
            &mut self.bad,
            &mut self.left_out,
        )?;
        for (id, extent) in &self.selection.types {
            let Type::Enum(enumeration) = self.types.get(*id) else {
                continue;
            };
            let ident = idents.get(id).cloned();
            let constants = match extent {
                Extent::Declared => Vec::new(),
                _ => constants.remove(id).unwrap_or_default(),
            };
            if ident.is_none() && constants.is_empty() {
                continue;
            }
            // Enums without a name stand behind all else, by their first enumerator.
            let position = match enumeration.name {
                "" => {
                    let Constant { c_name, value, .. } = constants[0];
                    let (size, signed) = (enumeration.size.0, enumeration.signed);
                    let first = format!("{c_name}/{value}/{size}/{signed}");
                    ("~".to_string(), Kind::Enum, first)
                }
                name => (name.to_string(), Kind::Enum, String::new()),
            };
            let key = match enumeration.name {
                // A blocked enum has no enumerators, and may have the hash of another type.
                _ if self.selection.blocked.contains(id) => None,
                "" => typedefs.get(id).map(|name| EnumKey::Typedef(name)),
                name => Some(EnumKey::Tag(name)),
            };
            self.items.insert(
                position,
                Item::Enum {
                    ident,
                    id: *id,
                    key,
                    constants,
                },
            );
        }
        Ok(())
    }
}

fn target(types: &Types<'_>, id: TypeId) -> TypeId {
    match types.get(id) {
        Type::Typedef(_, target) => *target,
        _ => id,
    }
}

/// The typedefs that are in the table as names of anonymous enums. They are not there as typedefs.
pub(crate) fn typedefs_of_enums<'a, 'i>(
    items: impl Iterator<Item = &'i Item<'a>>,
) -> HashSet<&'a str>
where
    'a: 'i,
{
    let typedef = |item: &Item<'a>| match item {
        Item::Enum {
            key: Some(EnumKey::Typedef(name)),
            ..
        } => Some(*name),
        _ => None,
    };
    items.filter_map(typedef).collect()
}
