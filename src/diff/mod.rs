//! Two kernels → the changes between them in the types and hooks that patterns select.
//!
//! `compare` finds the changes in a type, and `hooks` in a prototype. `rename` finds fields that were probably renamed. `text` prints the result.

mod compare;
mod difference;
mod hooks;
mod rename;
mod text;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::bindings::Error;
use crate::filter::{self, Extent, Hook, HookKind, Index, Kind, Mistake};
use crate::kernels::{self, KernelFile};
use crate::model::{TypeId, Types};
use crate::options::Written;
use crate::text::printable;
use compare::Side;
pub use difference::{
    Change, Diff, EnumeratorDiff, FieldDiff, FieldState, HookDiff, TypeChange, TypeDiff,
};

/// What changed between two kernels. Without a pattern, all named types are compared. `modules` are added to both.
///
/// `uses` are patterns too: what generated files were asked for, and what objects use. They need not match anything.
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
    for ((kind, name), extent) in &wanted.types {
        let key = (*kind, name.as_str());
        let found = compare::compare(side(0, &key), side(1, &key), extent);
        differences.extend(found.map(|found| TypeDiff {
            kind: kind.keyword(),
            name: printable(name),
            ..found
        }));
    }
    let hooks = wanted.hooks.into_values().filter_map(|found| {
        let side = |i: usize| {
            let hook = found[i]?;
            Some(hooks::Side {
                types: &types[i],
                hook,
            })
        };
        hooks::compare([side(0), side(1)])
    });
    Ok(Diff {
        kernels: names,
        types: differences,
        hooks: hooks.collect(),
    })
}

/// The types of each kernel, by kind and name.
fn by_name<'a>(index: &Index<'a>) -> BTreeMap<(Kind, &'a str), TypeId> {
    (index.all())
        .map(|(kind, name, id)| ((kind, name), id))
        .collect()
}

/// What the patterns select.
#[derive(Default)]
struct Wanted<'a> {
    types: BTreeMap<(Kind, String), Extent>,
    /// The hook on each kernel.
    hooks: BTreeMap<(HookKind, String), [Option<Hook<'a>>; 2]>,
}

/// The types and hooks that the patterns select on either kernel. A pattern need match on one of them only.
fn select<'a>(
    types: &[Types<'a>; 2],
    indexes: &[Index<'a>; 2],
    patterns: &[String],
    uses: &[String],
) -> Result<Wanted<'a>, Vec<Mistake>> {
    let mut wanted = Wanted::default();
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
        for (i, found) in found.into_iter().enumerate() {
            let Ok(found) = found else { continue };
            for (id, extent) in found.types {
                if let Some((kind, name)) = filter::name(types[i].get(id)) {
                    let known = wanted.types.entry((kind, name.to_string()));
                    join(known.or_default(), extent);
                }
            }
            for hook in found.hooks {
                let key = (hook.kind, hook.name.to_string());
                // If the kernel has several functions of one name, the first counts.
                wanted.hooks.entry(key).or_default()[i].get_or_insert(hook);
                // A table of callbacks is a struct.
                if let (HookKind::StructOps, Some((kind, name))) =
                    (hook.kind, filter::name(types[i].get(hook.id)))
                {
                    let known = wanted.types.entry((kind, name.to_string()));
                    join(known.or_default(), Extent::Whole);
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
