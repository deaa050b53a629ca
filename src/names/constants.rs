//! Enumerators: constants in their C names.

use std::collections::{BTreeSet, HashMap};

use crate::filter::{Extent, Selection};
use crate::model::{Type, TypeId, Types};
use crate::reloc::hash;

use super::bad_name::BadName;
use super::ident;

/// One enumerator.
#[derive(Clone, Debug)]
pub(crate) struct Constant<'a> {
    pub(crate) ident: String,
    pub(crate) c_name: &'a str,
    pub(crate) value: i128,
}

/// The enumerators of the selected enums. Where several enums have an enumerator of one name, each gets a flavor
/// (`NAME___enum`: loaders ignore what follows the three underscores), and of those that are equal one remains.
pub(super) fn assign<'a>(
    types: &Types<'a>,
    selection: &Selection,
    idents: &HashMap<TypeId, String>,
    bad: &mut Vec<BadName>,
    left_out: &mut Vec<BadName>,
) -> HashMap<TypeId, Vec<Constant<'a>>> {
    let mut owners: HashMap<&str, u32> = HashMap::new();
    let whole = || {
        let selected = selection
            .types
            .iter()
            .filter(|(_, extent)| **extent != Extent::Declared);
        selected.filter_map(|(id, _)| match types.get(*id) {
            Type::Enum(it) if it.name.is_empty() || idents.contains_key(id) => Some((*id, it)),
            _ => None,
        })
    };
    for (_, enumeration) in whole() {
        let names: BTreeSet<_> = types
            .enumerators(enumeration)
            .iter()
            .map(|it| it.name)
            .collect();
        names
            .into_iter()
            .for_each(|name| *owners.entry(name).or_default() += 1);
    }
    let mut taken = HashMap::new();
    let mut constants = HashMap::new();
    for (id, enumeration) in whole() {
        let mut own = Vec::new();
        let mut hashes = HashMap::new();
        for enumerator in types.enumerators(enumeration) {
            if let Err(reason) = ident::check(enumerator.name) {
                left_out.push(BadName::new(types, id, "an enumerator".to_string(), reason));
                continue;
            }
            let c_name = enumerator.name;
            // Records know it by its hash.
            let namesake = *hashes.entry(hash(c_name)).or_insert(c_name);
            if namesake != c_name {
                let reason = format!("its name {c_name:?} has the hash of {namesake:?}");
                bad.push(BadName::new(types, id, "an enumerator".to_string(), reason));
                continue;
            }
            let plain = ident::ident(c_name);
            let mut ident = match (owners[c_name], idents.get(&id)) {
                (1, _) => plain.clone(),
                (_, Some(of)) => format!("{c_name}___{}", of.trim_start_matches("r#")),
                (_, None) => {
                    let sign = if enumerator.value < 0 { "m" } else { "" };
                    format!("{c_name}___{sign}{}", enumerator.value.unsigned_abs())
                }
            };
            let constant = (c_name, enumerator.value, idents.get(&id), enumeration.size);
            // A name that C has goes before one that is invented.
            while ident != plain && owners.contains_key(ident.as_str())
                || taken.get(&ident).is_some_and(|other| *other != constant)
            {
                ident.push('_');
            }
            if taken.insert(ident.clone(), constant).is_none() {
                own.push(Constant {
                    ident,
                    c_name,
                    value: enumerator.value,
                });
            }
        }
        constants.insert(id, own);
    }
    constants
}
