//! Two kernels → the changes between them in the types that patterns select.
//!
//! `compare` finds the changes in a type. `rename` finds fields that were probably renamed. `text` prints the result.

mod compare;
mod difference;
mod rename;
mod text;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::bindings::Error;
use crate::filter::{self, Extent, Index, Kind, Mistake};
use crate::kernels::{self, KernelFile};
use crate::model::{TypeId, Types};
use crate::options::Written;
use crate::text::printable;
use compare::Side;
pub use difference::{Change, Diff, EnumeratorDiff, FieldDiff, FieldState, TypeChange, TypeDiff};

/// What changed between two kernels. Without a pattern, all named types are compared. `modules` are added to both.
///
/// `uses` are generated files. What these were asked for is compared too, as far as one of the kernels has it, without their hooks.
pub fn diff(
    kernels: &[KernelFile; 2],
    modules: &[PathBuf],
    patterns: &[String],
    uses: &[String],
) -> Result<Diff, Error> {
    let opened = [
        kernels[0].open(modules).map_err(Error::Btf)?,
        kernels[1].open(modules).map_err(Error::Btf)?,
    ];
    let releases = opened
        .each_ref()
        .map(|kernel| kernel.contents.release.clone());
    let names = kernels::names(kernels, &releases).map_err(Error::SameName)?;
    let types = [
        opened[0].decode().map_err(Error::Btf)?,
        opened[1].decode().map_err(Error::Btf)?,
    ];
    let indexes = types.each_ref().map(Index::new);
    let wanted = select(&types, &indexes, patterns, uses)?;
    let ids = indexes.each_ref().map(by_name);
    let side = |i: usize, key: &(Kind, &str)| {
        let id = ids[i].get(key)?;
        Some(Side {
            types: &types[i],
            id: *id,
        })
    };
    let mut differences = Vec::new();
    for ((kind, name), extent) in &wanted {
        let key = (*kind, name.as_str());
        let found = compare::compare(side(0, &key), side(1, &key), extent);
        differences.extend(found.map(|found| TypeDiff {
            kind: kind.keyword(),
            name: printable(name),
            ..found
        }));
    }
    Ok(Diff {
        kernels: names,
        types: differences,
    })
}

/// The types of each kernel, by kind and name.
fn by_name<'a>(index: &Index<'a>) -> BTreeMap<(Kind, &'a str), TypeId> {
    (index.all())
        .map(|(kind, name, id)| ((kind, name), id))
        .collect()
}

/// The types that the patterns select on either kernel. A pattern need match on one of them only.
fn select(
    types: &[Types<'_>; 2],
    indexes: &[Index<'_>; 2],
    patterns: &[String],
    uses: &[String],
) -> Result<BTreeMap<(Kind, String), Extent>, Vec<Mistake>> {
    let mut wanted: BTreeMap<(Kind, String), Extent> = BTreeMap::new();
    let mut mistakes = Vec::new();
    let all = patterns.iter().map(|it| (std::slice::from_ref(it), true));
    let all = all.chain(uses.iter().map(|it| (std::slice::from_ref(it), false)));
    let mut all: Vec<_> = all.collect();
    if all.is_empty() {
        all.push((&[][..], true));
    }
    for (pattern, is_asked) in all {
        let written: Vec<_> = pattern.iter().cloned().map(Written::from).collect();
        let found = [0, 1].map(|i| filter::find(&types[i], &indexes[i], &written));
        if let [Err(first), Err(_)] = found {
            mistakes.extend(first.into_iter().filter(|_| is_asked));
            continue;
        }
        let has_hooks = |found: &Result<filter::Found<'_>, _>| {
            found.as_ref().is_ok_and(|found| !found.hooks.is_empty())
        };
        if is_asked && found.iter().any(has_hooks) {
            mistakes.push(Mistake::Invalid {
                argument: pattern.concat(),
                reason: "only types can be compared, not hooks".to_string(),
            });
        }
        for (i, found) in found.into_iter().enumerate() {
            let Ok(found) = found else { continue };
            for (id, extent) in found.types {
                if let Some((kind, name)) = filter::name(types[i].get(id)) {
                    let known = wanted.entry((kind, name.to_string()));
                    join(known.or_default(), extent);
                }
            }
        }
    }
    match mistakes.is_empty() {
        true => Ok(wanted),
        false => Err(mistakes),
    }
}

/// Adds the selection of another pattern, or on the other kernel.
fn join(known: &mut Extent, more: Extent) {
    match (&mut *known, more) {
        (Extent::Whole, _) | (_, Extent::Declared) => {}
        (Extent::Fields(known), Extent::Fields(more)) => known.extend(more),
        (_, more) => *known = more,
    }
}
