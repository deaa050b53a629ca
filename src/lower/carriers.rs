//! For `--intrinsics core`: the types that queries of rustc's own `btf_relocations` name, and the list of possible queries.
//!
//! A carrier has the C name, the fields' C names and their BTF kinds, because loaders compare these. They compare nothing else.
//! An anonymous type can't be found in a kernel, so its members are queried from the struct around it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::names;
use crate::reloc::hash;
use crate::reloc::table::{Block, Container, Key, Member, Table, Type};
use crate::room::{MAX_TEXT, Room, TooLong};

use super::item::Item;

/// The maximum number of steps in a query.
const MAX_STEPS: usize = 16;

/// The maximum number of members that one type has by way of anonymous types, such as `uid.val`. Real kernels have up to some
/// hundred.
const MAX_NESTED: usize = 4096;

/// The memory for a field or step without its names.
const PART: usize = 128;

const FIELD_UNCOVERED: &str = "rustc's btf_relocations do not cover this field, because Rust can't write its name or type, or it is of another definition of the type: use \
                               `btfgen --intrinsics asm`";

/// Everything that the intrinsics of `core` need from a file.
#[derive(Debug)]
pub(crate) struct Carriers<'f> {
    pub(crate) structs: Vec<Carrier>,
    pub(crate) unions: Vec<Carrier>,
    pub(crate) anonymous: Vec<Carrier>,
    /// The name of each enum, and its integer type.
    pub(crate) enums: Vec<(String, String)>,
    pub(crate) members: Vec<Members<'f>>,
}

/// A Rust type with the names of a C type.
#[derive(Debug)]
pub(crate) struct Carrier {
    pub(crate) ident: String,
    pub(crate) is_union: bool,
    pub(crate) fields: Vec<(String, CarrierType)>,
}

/// The type of a field: a Rust type of the same BTF kind.
#[derive(Debug)]
pub(crate) enum CarrierType {
    Primitive(String),
    Pointer,
    Enum(String),
    Carrier {
        module: &'static str,
        ident: String,
    },
    Array {
        element: Box<CarrierType>,
        length: u32,
    },
}

/// The members of a type, or of an anonymous type in it.
#[derive(Debug)]
pub(crate) struct Members<'f> {
    pub(crate) at: Enclosing<'f>,
    /// The module and the name of the carrier that the queries name.
    pub(crate) carrier: Option<(&'static str, String)>,
    pub(crate) covered: Vec<Query<'f>>,
    pub(crate) uncovered: Vec<Query<'f>>,
    /// Why the other members are not covered.
    pub(crate) why: String,
}

/// A type of the file, or an anonymous type that steps from there lead to.
#[derive(Clone, Debug)]
pub(crate) struct Enclosing<'f> {
    pub(crate) root: &'f str,
    pub(crate) steps: Vec<u64>,
}

/// The possible query of a member.
#[derive(Debug)]
pub(crate) struct Query<'f> {
    /// The hash of its name.
    pub(crate) name: u64,
    /// The path to it in the carrier.
    pub(crate) path: Vec<String>,
    /// Its type in the file.
    pub(crate) to: Option<&'f str>,
}

pub(super) fn build<'f>(items: &'f [Item<'_>], table: &'f Table) -> Result<Carriers<'f>, TooLong> {
    let mut builder = Builder::new(items, table);
    let mut carriers = Carriers {
        structs: Vec::new(),
        unions: Vec::new(),
        anonymous: Vec::new(),
        enums: enums(table),
        members: Vec::new(),
    };
    for (key, block) in std::mem::take(&mut builder.aggregates) {
        let Some(carrier) = builder.carrier(key, block)? else {
            continue;
        };
        match key {
            Key::Struct(_) => carriers.structs.push(carrier),
            Key::Union(_) => carriers.unions.push(carrier),
            Key::Typedef(_) | Key::Anon { .. } => carriers.anonymous.push(carrier),
        }
    }
    for block in &table.blocks {
        builder.members(&mut carriers.members, block)?;
    }
    Ok(carriers)
}

struct Builder<'f> {
    /// All types that are the type of a field or have a block. The fields of types without a block are not needed.
    aggregates: BTreeMap<&'f Key, Option<&'f Block>>,
    blocks: HashMap<&'f Key, &'f Block>,
    /// The names of the opaque types with members, by key.
    roots: HashMap<String, &'f str>,
    /// The memory that may still be used.
    room: Room,
}

impl<'f> Builder<'f> {
    fn new(items: &'f [Item<'_>], table: &'f Table) -> Builder<'f> {
        let fields = table.blocks.iter().flat_map(|block| &block.members);
        let contained = fields.filter_map(|member| match innermost(&member.ty) {
            Type::Aggregate(key) => Some((key, None)),
            _ => None,
        });
        let mut aggregates: BTreeMap<_, _> = contained.collect();
        aggregates.extend(table.blocks.iter().map(|block| (&block.key, Some(block))));
        let roots = items.iter().filter_map(|item| match item {
            Item::Opaque(opaque) => Some((opaque.key.clone()?, opaque.ident)),
            Item::Alias(_) | Item::Enumeration(_) => None,
        });
        Builder {
            aggregates,
            blocks: table.blocks.iter().map(|it| (&it.key, it)).collect(),
            roots: roots.collect(),
            room: Room::new(MAX_TEXT),
        }
    }

    fn carrier(&mut self, key: &Key, block: Option<&Block>) -> Result<Option<Carrier>, TooLong> {
        let Some(ident) = carrier_ident(key) else {
            return Ok(None);
        };
        // If loaders try several definitions, each local type describes one of them.
        let members = block.map_or(&[][..], Block::own_members);
        let fields = members
            .iter()
            .filter_map(|member| Some((names::exact(&member.name)?, ty(&member.ty)?)));
        let fields: Vec<_> = fields.collect();
        let bytes = fields.iter().map(|(ident, _)| PART + 2 * ident.len());
        self.room
            .take(PART + ident.len() + bytes.sum::<usize>(), || {
                key.to_string()
            })?;
        Ok(Some(Carrier {
            ident,
            is_union: matches!(
                (key, block.and_then(|block| block.underlying)),
                (Key::Union(_), _) | (_, Some(Container::Union))
            ),
            fields,
        }))
    }

    fn members(&mut self, out: &mut Vec<Members<'f>>, block: &'f Block) -> Result<(), TooLong> {
        let Some(root) = self.roots.get(&block.key.to_string()).copied() else {
            return Ok(());
        };
        let mut budget = MAX_NESTED;
        let at = Enclosing {
            root,
            steps: Vec::new(),
        };
        let carrier = match (&block.key, carrier_ident(&block.key)) {
            (Key::Struct(_) | Key::Union(_), Some(carrier)) => Ok((module(&block.key), carrier)),
            _ => Err(format!(
                "rustc's btf_relocations do not cover `{root}`, because no struct or union of C has this name: begin at \
                 one that holds it, or use `btfgen --intrinsics asm`"
            )),
        };
        self.members_at(out, at, &carrier, &[], block, &mut budget)
    }

    /// The members of a block, and then of the anonymous types in it. The carrier is an error if there is none.
    fn members_at(
        &mut self,
        out: &mut Vec<Members<'f>>,
        at: Enclosing<'f>,
        carrier: &Result<(&'static str, String), String>,
        path: &[String],
        block: &'f Block,
        budget: &mut usize,
    ) -> Result<(), TooLong> {
        let (mut covered, mut uncovered, mut nested) = (Vec::new(), Vec::new(), Vec::new());
        for (index, member) in block.members.iter().enumerate() {
            let to = self.named(member);
            let ident = names::exact(&member.name)
                .filter(|_| ty(&member.ty).is_some() && index < block.own_members().len());
            let path: Vec<_> = path.iter().cloned().chain(ident.clone()).collect();
            let bytes = PART + path.iter().map(|it| PART + it.len()).sum::<usize>();
            self.room.take(bytes, || block.key.to_string())?;
            let query = Query {
                name: hash(&member.name),
                path,
                to,
            };
            if ident.is_some()
                && to.is_none()
                && let Some(inner) = self.anonymous(member)
            {
                nested.push((query.name, query.path.clone(), inner));
            }
            match ident.is_some() && carrier.is_ok() {
                true => covered.push(query),
                false => uncovered.push(query),
            }
        }
        out.push(Members {
            at: at.clone(),
            carrier: carrier.as_ref().ok().cloned(),
            covered,
            uncovered,
            why: match carrier {
                Ok(_) => FIELD_UNCOVERED.to_string(),
                Err(why) => why.clone(),
            },
        });
        for (step, path, inner) in nested {
            let members = inner.members.len();
            if path.len() < MAX_STEPS && members <= *budget {
                *budget -= members;
                let mut at = at.clone();
                at.steps.push(step);
                self.members_at(out, at, carrier, &path, inner, budget)?;
            }
        }
        Ok(())
    }

    fn named(&self, member: &Member) -> Option<&'f str> {
        match &member.ty {
            Type::Aggregate(key @ (Key::Struct(_) | Key::Union(_)))
                if carrier_ident(key).is_some() =>
            {
                self.roots.get(&key.to_string()).copied()
            }
            _ => None,
        }
    }

    fn anonymous(&self, member: &Member) -> Option<&'f Block> {
        match &member.ty {
            Type::Aggregate(key @ (Key::Typedef(_) | Key::Anon { .. })) => {
                self.blocks.get(key).copied()
            }
            _ => None,
        }
    }
}

fn enums(table: &Table) -> Vec<(String, String)> {
    let fields = table.blocks.iter().flat_map(|block| &block.members);
    let enums = fields.filter_map(|member| match innermost(&member.ty) {
        Type::Enum {
            name, bits, signed, ..
        } => Some((enum_ident(name, *bits, *signed)?, integer(*bits, *signed))),
        _ => None,
    });
    let enums: BTreeSet<_> = enums.collect();
    let mut enums: Vec<_> = enums.into_iter().collect();
    // Loaders do not compare sizes of enums. If a kernel has several of a name, one is enough.
    enums.dedup_by(|a, b| a.0 == b.0);
    enums
}

fn innermost(ty: &Type) -> &Type {
    match ty {
        Type::Array { element, .. } => innermost(element),
        ty => ty,
    }
}

fn module(key: &Key) -> &'static str {
    match key {
        Key::Struct(_) => "structs",
        Key::Union(_) => "unions",
        Key::Typedef(_) | Key::Anon { .. } => "anonymous",
    }
}

/// The C name, which loaders look for. An anonymous type may have any name.
fn carrier_ident(key: &Key) -> Option<String> {
    match key {
        Key::Struct(name) | Key::Union(name) => names::exact(name),
        Key::Typedef(_) | Key::Anon { .. } => {
            Some(format!("anonymous_{:016x}", hash(&key.to_string())))
        }
    }
}

fn enum_ident(name: &str, bits: u8, signed: bool) -> Option<String> {
    match name {
        "" => Some(format!("anonymous_{}", integer(bits, signed))),
        name => names::exact(name),
    }
}

fn integer(bits: u8, signed: bool) -> String {
    format!("{}{bits}", if signed { "i" } else { "u" })
}

/// None if no Rust type has this BTF kind.
fn ty(of: &Type) -> Option<CarrierType> {
    Some(match of {
        Type::Bool => CarrierType::Primitive("bool".to_string()),
        Type::Int { bits, signed, .. } => CarrierType::Primitive(integer(*bits, *signed)),
        Type::Float {
            bits: bits @ (32 | 64),
        } => CarrierType::Primitive(format!("f{bits}")),
        Type::Float { .. } => return None,
        Type::Pointer { .. } => CarrierType::Pointer,
        Type::Enum {
            name, bits, signed, ..
        } => CarrierType::Enum(enum_ident(name, *bits, *signed)?),
        Type::Aggregate(key) => CarrierType::Carrier {
            module: module(key),
            ident: carrier_ident(key)?,
        },
        Type::Array { len, element } => CarrierType::Array {
            element: Box::new(ty(element)?),
            length: *len,
        },
        // Only behind a pointer.
        Type::Void | Type::Anonymous(_) | Type::Function { .. } | Type::Unknown => return None,
    })
}
