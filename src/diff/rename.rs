//! Fields that are likely the same under another name.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::Field;

/// The old names, and the new ones.
///
/// Fields that both kernels have divide the others into groups. A field of the first kernel that is gone and one of the second
/// that was added are the same if they are in the same group, and
/// - one name contains the other as whole words (`state`, `__state`; `i_atime`, `i_atime_sec`), or
/// - both are the only ones of the group, and of the same type.
pub(super) fn renames<'a, 'b>(
    old: &[Field<'a>],
    new: &[Field<'b>],
    same_type: impl Fn(&Field<'a>, &Field<'b>) -> bool,
) -> BTreeMap<&'a str, &'b str> {
    let (old_groups, new_groups) = (groups(old, new), groups(new, old));
    let mut renames = BTreeMap::new();
    for (place, gone) in &old_groups {
        let Some(added) = new_groups.get(place) else {
            continue;
        };
        let mut taken = HashSet::new();
        for field in gone {
            let alike = added
                .iter()
                .filter(|other| !taken.contains(other.name) && are_alike(field.name, other.name));
            // Of several, the one that has the same type, or the first.
            let mut alike: Vec<_> = alike.collect();
            alike.sort_by_key(|other| !same_type(field, other));
            if let Some(other) = alike.first() {
                taken.insert(other.name);
                renames.insert(field.name, other.name);
            }
        }
        if let ([field], [other]) = (&gone[..], &added[..])
            && renames.get(field.name).is_none()
            && same_type(field, other)
        {
            renames.insert(field.name, other.name);
        }
    }
    renames
}

/// The fields that `other` does not have, by the fields before and after them that it has.
fn groups<'f, 'a, 'b>(
    fields: &'f [Field<'a>],
    other: &[Field<'b>],
) -> HashMap<(String, String), Vec<&'f Field<'a>>> {
    let names: HashSet<&str> = other.iter().map(|field| field.name).collect();
    let mut groups = HashMap::new();
    let (mut before, mut group) = (String::new(), Vec::new());
    for field in fields {
        if !names.contains(field.name) {
            group.push(field);
            continue;
        }
        if !group.is_empty() {
            groups.insert((before, field.name.to_string()), std::mem::take(&mut group));
        }
        before = field.name.to_string();
    }
    if !group.is_empty() {
        groups.insert((before, String::new()), group);
    }
    groups
}

/// Whether one name is the other, with more words before or after it.
fn are_alike(a: &str, b: &str) -> bool {
    let (short, long) = match a.len() <= b.len() {
        true => (a, b),
        false => (b, a),
    };
    let short = short.trim_matches('_');
    let long = long.trim_matches('_');
    let has_words = short.len() >= 3;
    let rest = long.strip_prefix(short);
    let before = long.strip_suffix(short);
    has_words
        && (rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
            || before.is_some_and(|before| before.ends_with('_')))
}

#[cfg(test)]
mod tests {
    use super::are_alike;

    #[test]
    fn names_are_alike_by_words() {
        for (a, b, expected) in [
            ("state", "__state", true),
            ("i_atime", "i_atime_sec", true),
            ("i_atime_sec", "i_atime", true),
            ("parent", "__parent", true),
            ("state", "old_state", true),
            ("state", "states", false),
            ("a", "a_b", false),
            ("nr_running", "nr_queued", false),
        ] {
            assert_eq!(are_alike(a, b), expected, "{a} {b}");
        }
    }
}
