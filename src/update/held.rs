//! The text of a generated file → what it holds.

use std::collections::BTreeMap;

use crate::reloc::table::{Place, Table};

/// What a file holds, for people. A generated file has all of it in comments and in its table.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// The declarations of fields, by type and accessor; of hooks and of typedefs.
    pub(super) declared: BTreeMap<String, BTreeMap<String, String>>,
    /// The offsets of fields, by type and name.
    pub(super) offsets: BTreeMap<String, BTreeMap<String, String>>,
    /// The values of enumerators, by enum; the sizes and alignments of plain types.
    pub(super) values: BTreeMap<String, BTreeMap<String, i128>>,
}

/// Stands where a type does in messages about what no type has.
pub(super) const HOOKS: &str = "hooks";
pub(super) const TYPEDEFS: &str = "typedefs";

/// What follows the name of a context. That of a function may be in registers.
const CONTEXTS: [&str; 2] = [
    "(btfgen::Arguments);",
    "<S = btfgen::Context>(btfgen::Arguments<S>);",
];

impl Held {
    /// `text` is a file without its module of plain types.
    pub(super) fn of(text: &str) -> Held {
        let mut held = Held::default();
        held.read_declarations(text);
        if let Some(table) = table(text) {
            held.read_table(&table);
        }
        held
    }

    fn read_declarations(&mut self, text: &str) {
        // The first line of the comment on the next item, and the type of the fields that follow.
        let (mut comment, mut owner): (Option<&str>, Option<&str>) = (None, None);
        for line in text.lines() {
            let trimmed = line.trim_start();
            if let Some(text) = trimmed.strip_prefix("/// ") {
                comment.get_or_insert(text);
                continue;
            }
            if trimmed.starts_with("///") || trimmed.starts_with("#[") {
                continue;
            }
            let Some(comment) = comment.take() else {
                continue;
            };
            let of_fields = comment.strip_prefix("The fields of `");
            if let Some(ty) = of_fields.and_then(|it| it.strip_suffix("`.")) {
                owner = Some(ty);
                continue;
            }
            let Some(declaration) = comment.strip_prefix('`') else {
                continue;
            };
            let declaration = declaration.replacen('`', "", 1);
            let name = |before: &str| {
                let rest = trimmed.strip_prefix(before)?;
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '#')?;
                Some((&rest[..end], &rest[end..]))
            };
            let is_inside = line.starts_with(' ');
            let found = match (name("pub fn "), name("pub type "), name("pub struct ")) {
                (Some((name, _)), ..) if is_inside => owner.map(|owner| (owner, name)),
                (_, Some((name, _)), _) if !is_inside => Some((TYPEDEFS, name)),
                (.., Some((name, rest))) => {
                    // The methods of this type are no fields.
                    owner = None;
                    CONTEXTS.contains(&rest).then_some((HOOKS, name))
                }
                _ => None,
            };
            if let Some((owner, name)) = found {
                let of_owner = self.declared.entry(owner.to_string()).or_default();
                of_owner.insert(name.to_string(), declaration);
            }
        }
    }

    fn read_table(&mut self, table: &Table) {
        for block in &table.blocks {
            let key = block.key.to_string();
            let offsets = self.offsets.entry(owner(&key)).or_default();
            for member in block.own_members() {
                let place = match member.place {
                    Place::Byte(byte) => byte.to_string(),
                    Place::Bits { bit, .. } => format!("{}:{}", bit / 8, bit % 8),
                };
                offsets.insert(member.name.clone(), place);
            }
        }
        for enumeration in &table.enums {
            let values = enumeration.enumerators.iter().cloned();
            self.values
                .entry(owner(&enumeration.key()))
                .or_default()
                .extend(values);
        }
    }
}

/// `struct task_struct`, from the key of a block.
fn owner(key: &str) -> String {
    key.replacen(':', " ", 1)
}

fn table(text: &str) -> Option<Table> {
    let (_, table) = text.split_once("const TABLE: &str = \"\\\n")?;
    let (table, _) = table.split_once("\";")?;
    Table::parse(table.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::{HOOKS, Held};

    #[test]
    fn methods_of_hooks_are_no_fields() {
        let held = Held::of(
            "/// The fields of `struct s`.\npub struct s<R, P>(btfgen::Members<R, P>);\nimpl<R, P> s<R, P> {\n    \
             /// `int a`\n    pub fn a(&self) -> i32 {\n    }\n}\n\
             /// `int f(int b)`\npub struct F<S = btfgen::Context>(btfgen::Arguments<S>);\nimpl F {\n    \
             /// `int b`\n    pub fn b(&self) -> i32 {\n    }\n}\n",
        );
        let names = |of: &str| held.declared[of].keys().cloned().collect::<Vec<_>>();
        assert_eq!(names("struct s"), ["a"]);
        assert_eq!(names(HOOKS), ["F"]);
    }
}
