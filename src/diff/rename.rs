//! Fields that were probably renamed.

use std::collections::{BTreeMap, HashSet};

use crate::model::Field;

/// The new name for each old name.
///
/// The fields that both kernels have divide the other fields into groups. A field that is gone and a field that was added count
/// as the same in two cases:
/// - One name contains the other as whole words (`state`, `__state`; `i_atime`, `i_atime_sec`), and the same field is before or
///   after both groups. A pointer or array does not become a number: `image` and `image_pages_cnt` are two fields.
/// - Each is the only field of its group, they have the same type, and the same fields are before and after the groups. Bitfields
///   are excluded, because too many of them have the same type.
pub(super) fn renames<'a, 'b>(
    old: &[Field<'a>],
    new: &[Field<'b>],
    same_type: impl Fn(&Field<'a>, &Field<'b>) -> bool,
    both_point: impl Fn(&Field<'a>, &Field<'b>) -> bool,
) -> BTreeMap<&'a str, &'b str> {
    let (old_groups, new_groups) = (groups(old, new), groups(new, old));
    let mut renames = BTreeMap::new();
    let mut taken = HashSet::new();
    for gone in &old_groups {
        let near = new_groups.iter().filter(|added| gone.is_near(added));
        let near: Vec<_> = near.flat_map(|added| &added.fields).collect();
        for field in &gone.fields {
            let alike = near.iter().filter(|other| {
                !taken.contains(other.name)
                    && are_alike(field.name, other.name)
                    && both_point(field, other)
            });
            // If there are several, a field of the same type comes first.
            if let Some(other) = alike.min_by_key(|other| !same_type(field, other)) {
                taken.insert(other.name);
                renames.insert(field.name, other.name);
            }
        }
    }
    for gone in &old_groups {
        let mut same = new_groups
            .iter()
            .filter(|added| gone.before == added.before && gone.after == added.after);
        if let (Some(added), [field]) = (same.next(), &gone.fields[..])
            && let [other] = &added.fields[..]
            && !renames.contains_key(field.name)
            && !taken.contains(other.name)
            && field.width.is_none()
            && same_type(field, other)
        {
            renames.insert(field.name, other.name);
        }
    }
    renames
}

/// Consecutive fields that the other kernel does not have.
struct Group<'f, 'a> {
    /// The names of the fields before and after, which both kernels have. The name is empty at the start or the end.
    before: &'a str,
    after: &'a str,
    fields: Vec<&'f Field<'a>>,
}

impl Group<'_, '_> {
    fn is_near(&self, other: &Group<'_, '_>) -> bool {
        let is_same = |a: &str, b: &str| !a.is_empty() && a == b;
        is_same(self.before, other.before) || is_same(self.after, other.after)
    }
}

/// The fields that `other` does not have.
fn groups<'f, 'a>(fields: &'f [Field<'a>], other: &[Field<'_>]) -> Vec<Group<'f, 'a>> {
    let names: HashSet<&str> = other.iter().map(|field| field.name).collect();
    let mut groups = Vec::new();
    let (mut before, mut group) = ("", Vec::new());
    for field in fields {
        if !names.contains(field.name) {
            group.push(field);
            continue;
        }
        if !group.is_empty() {
            groups.push(Group {
                before,
                after: field.name,
                fields: std::mem::take(&mut group),
            });
        }
        before = field.name;
    }
    if !group.is_empty() {
        groups.push(Group {
            before,
            after: "",
            fields: group,
        });
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
