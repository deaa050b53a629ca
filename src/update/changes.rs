//! What changed between two files, as text. The words are those of `diff`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::held::Held;
use crate::text::printable;

/// The maximum number of moved fields of a type that are listed.
const MAX_MOVED: usize = 8;

pub(super) fn text(before: &Held, after: &Held) -> String {
    let mut owners: BTreeSet<&String> = BTreeSet::new();
    for held in [before, after] {
        owners.extend(held.declared.keys());
        owners.extend(held.offsets.keys());
        owners.extend(held.values.keys());
    }
    let mut text = String::new();
    for owner in owners {
        let none = &BTreeMap::new();
        let [old, new] = [before, after].map(|it| it.declared.get(owner).unwrap_or(none));
        let mut lines = declarations(old, new);
        let none = &BTreeMap::new();
        let [old, new] = [before, after].map(|it| it.values.get(owner).unwrap_or(none));
        lines += &values(old, new);
        let none = &BTreeMap::new();
        let [old, new] = [before, after].map(|it| it.offsets.get(owner).unwrap_or(none));
        lines += &moved(old, new);
        if !lines.is_empty() {
            text += &format!("{}\n{lines}", printable(owner));
        }
    }
    text
}

/// The names of both.
fn names<'m, T>(
    old: &'m BTreeMap<String, T>,
    new: &'m BTreeMap<String, T>,
) -> BTreeSet<&'m String> {
    old.keys().chain(new.keys()).collect()
}

fn declarations(old: &BTreeMap<String, String>, new: &BTreeMap<String, String>) -> String {
    let mut text = String::new();
    let mut line = |line: String| writeln!(text, "{}", printable(&line)).unwrap_or_default();
    for name in names(old, new) {
        match (old.get(name), new.get(name)) {
            (Some(old), None) => line(format!("  gone     {old}")),
            (None, Some(new)) => line(format!("  added    {new}")),
            (Some(old), Some(new)) if old != new => {
                line(format!("  changed  {old}"));
                line(format!("        -> {new}"));
            }
            _ => {}
        }
    }
    text
}

fn values(old: &BTreeMap<String, i128>, new: &BTreeMap<String, i128>) -> String {
    let mut text = String::new();
    for name in names(old, new) {
        let line = match (old.get(name), new.get(name)) {
            (Some(old), None) => format!("  gone     {name} = {old}\n"),
            (None, Some(new)) => format!("  added    {name} = {new}\n"),
            (Some(old), Some(new)) if old != new => format!("  value    {name}: {old} -> {new}\n"),
            _ => continue,
        };
        text += &line;
    }
    text
}

fn moved(old: &BTreeMap<String, String>, new: &BTreeMap<String, String>) -> String {
    let both = old
        .iter()
        .filter_map(|(name, old)| Some((name, old, new.get(name)?)));
    let moved: Vec<_> = both.filter(|(_, old, new)| old != new).collect();
    let mut text = String::new();
    for (name, old, new) in moved.iter().take(MAX_MOVED) {
        text += &format!("  moved    {name}: offset {old} -> {new}\n");
    }
    match moved.len().saturating_sub(MAX_MOVED) {
        0 => text,
        more => format!("{text}  moved    {more} more fields\n"),
    }
}
