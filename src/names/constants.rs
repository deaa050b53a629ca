//! Enumerators: constants in their C names.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use crate::filter::{Index, OnKernels, Selection};
use crate::model::{self, Bytes, KernelSet, Type, TypeId, Types};
use crate::reloc::hash;
use crate::room::{Room, TooLong};
use crate::text::printable;

use super::bad_name::BadName;
use super::ident;
use super::weight::{CONSTANT, LEFT_OUT};

/// One enumerator.
#[derive(Clone, Debug)]
pub(crate) struct Constant<'a> {
    pub(crate) ident: String,
    pub(crate) c_name: &'a str,
    pub(crate) value: i128,
    /// Those of the kernels with its enum that have it. `None`: all of them.
    pub(crate) on: Option<Rc<KernelSet>>,
    /// Whether it has this value on all kernels that have it.
    pub(crate) is_fixed: bool,
}

/// What a constant is; enums repeat each other's where debug information does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Declared<'a, 'i> {
    c_name: &'a str,
    /// What the enum is called; nothing if it is anonymous.
    of: Option<&'i str>,
    value: i128,
    size: Bytes,
    signed: bool,
}

/// What the macros of generated files call their parameters. A constant of such a name would be a pattern there.
pub(super) const PARAMETERS: [&str; 2] = ["cpu", "pointer"];

/// The enumerators of the selected enums. Where several enums have an enumerator of one name, each gets a flavor
/// (`NAME___enum`: loaders ignore what follows the three underscores), and of those that are equal one remains.
pub(super) fn assign<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    selection: &Selection<'a>,
    idents: &HashMap<TypeId, String>,
    room: &mut Room,
    bad: &mut Vec<BadName>,
    left_out: &mut Vec<BadName>,
) -> Result<HashMap<TypeId, Vec<Constant<'a>>>, TooLong> {
    let mut declared = Vec::new();
    for id in selection.types.keys() {
        let Type::Enum(enumeration) = types.get(*id) else {
            continue;
        };
        let of = idents.get(id).map(String::as_str);
        if of.is_none() && !enumeration.name.is_empty() {
            continue;
        }
        let mut hashes = HashSet::new();
        let described = || printable(&model::describe(types, *id));
        let bad_name =
            |reason: String| BadName::new(types, *id, "an enumerator".to_string(), reason);
        for it in selection.enumerators(types, index, *id, enumeration) {
            let OnKernels { enumerator, .. } = it;
            let c_name = enumerator.name.text();
            if let Err(reason) = ident::check(c_name) {
                room.take(LEFT_OUT + reason.len(), described)?;
                left_out.push(bad_name(reason));
                continue;
            }
            let of_len = of.map_or(0, str::len);
            room.take(CONSTANT + 4 * c_name.len() + 2 * of_len, described)?;
            // Records know it by its hash.
            if !hashes.insert(hash(c_name)) {
                bad.push(bad_name(format!(
                    "its name {c_name:?} occurs twice, or has the hash of another enumerator"
                )));
                continue;
            }
            let constant = Declared {
                c_name,
                of,
                value: enumerator.value,
                size: enumeration.size,
                signed: enumeration.signed,
            };
            declared.push((*id, constant, it));
        }
    }
    let named = name_all(declared.iter().map(|(_, constant, _)| *constant).collect());
    let mut written = HashSet::new();
    let mut constants: HashMap<_, Vec<_>> = HashMap::new();
    for (id, constant, it) in declared {
        if written.insert(constant) {
            constants.entry(id).or_default().push(Constant {
                ident: named[&constant].clone(),
                c_name: constant.c_name,
                value: constant.value,
                on: it.on,
                is_fixed: it.is_fixed,
            });
        }
    }
    Ok(constants)
}

/// In the order of what they declare, so that no name depends on the ids of the enums.
fn name_all<'a, 'i>(all: BTreeSet<Declared<'a, 'i>>) -> HashMap<Declared<'a, 'i>, String> {
    let mut owners: HashMap<&str, u32> = HashMap::new();
    for constant in &all {
        *owners.entry(constant.c_name).or_default() += 1;
    }
    let mut taken = HashSet::new();
    let named = all.into_iter().map(|constant| {
        let Declared { c_name, value, .. } = constant;
        let exact = ident::exact(c_name).filter(|_| !PARAMETERS.contains(&c_name));
        let mut ident = match (owners[c_name], exact, constant.of) {
            (1, Some(exact), _) => return (constant, exact),
            (1, None, _) => format!("{c_name}_"),
            (_, _, Some(of)) => format!("{c_name}___{}", of.trim_start_matches("r#")),
            (_, _, None) => {
                let sign = if value < 0 { "m" } else { "" };
                format!("{c_name}___{sign}{}", value.unsigned_abs())
            }
        };
        // A name that C has goes before one that is invented.
        while owners.contains_key(ident.as_str()) || !taken.insert(ident.clone()) {
            ident.push('_');
        }
        (constant, ident)
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::PARAMETERS;

    #[test]
    fn parameters_of_the_macros_are_no_constants() {
        let layout = include_str!("../../templates/intrinsics/layout.rs");
        let functions = layout.split("pub fn ").skip(1);
        let parameters = functions.filter_map(|text| text.split(['(', ':']).nth(1));
        // A function may have none.
        let names: Vec<_> = parameters.filter(|it| !it.starts_with(')')).collect();
        assert!(!names.is_empty());
        for name in names {
            assert!(PARAMETERS.contains(&name), "{name}");
        }
    }
}
