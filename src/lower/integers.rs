//! C's integer types: their names in BTF, by which loaders tell them apart when they compare types.

use std::collections::BTreeMap;

use crate::model::{self, Type, Types};
use crate::names::is_c_identifier;
use crate::reloc::table::{self, Block, Integer, Word};

/// For each code in the table, the first type of the BTF, whatever is selected.
pub(super) struct Integers {
    by_code: BTreeMap<String, Integer>,
}

impl Integers {
    pub(super) fn of(types: &Types<'_>) -> Integers {
        let mut by_code = BTreeMap::new();
        for id in types.ids() {
            let Type::Int(int) = types.get(id) else {
                continue;
            };
            if int.name.split(' ').all(is_c_identifier) {
                let code = told(int).to_string();
                by_code.entry(code.clone()).or_insert_with(|| Integer {
                    code,
                    signed: int.signed,
                    name: int.name.to_string(),
                });
            }
        }
        Integers { by_code }
    }

    pub(super) fn ty(&self, int: &model::Int<'_>) -> table::Type {
        let ty = told(int);
        let known = self.by_code.get(&ty.to_string());
        match ty {
            table::Type::Int { bits, signed, .. }
                if known.is_none_or(|it| it.name != int.name || it.signed != int.signed) =>
            {
                let word = Word::Other;
                table::Type::Int { bits, signed, word }
            }
            ty => ty,
        }
    }

    /// The integers that are types of members of the blocks, or in other types, and the integers that these point to.
    pub(super) fn used<'t>(
        &self,
        blocks: &'t [Block],
        others: impl Iterator<Item = &'t table::Type>,
    ) -> Vec<Integer> {
        let mut used = BTreeMap::new();
        let members = blocks.iter().flat_map(|block| &block.members);
        let types = members.map(|member| &member.ty);
        for ty in types.chain(others) {
            self.mark(ty, &mut used);
        }
        used.into_values().cloned().collect()
    }

    fn mark<'i>(&'i self, ty: &table::Type, used: &mut BTreeMap<&'i str, &'i Integer>) {
        match ty {
            table::Type::Int { .. } | table::Type::Bool => {
                let integer = self.by_code.get(&ty.to_string());
                used.extend(integer.map(|integer| (integer.code.as_str(), integer)));
            }
            table::Type::Array { element, .. } => self.mark(element, used),
            table::Type::Pointer { to, .. } => self.mark(to, used),
            table::Type::Function {
                parameters,
                returns,
            } => {
                parameters.iter().for_each(|it| self.mark(it, used));
                self.mark(returns, used);
            }
            _ => {}
        }
    }
}

/// As its name, size and sign tell.
fn told(int: &model::Int<'_>) -> table::Type {
    if int.bool && int.size.0 == 1 {
        return table::Type::Bool;
    }
    let longs = int.name.split(' ').filter(|word| *word == "long").count();
    table::Type::Int {
        bits: 8 * int.size.0 as u8,
        signed: int.signed && !int.char,
        word: match longs {
            _ if int.char => Word::Char,
            0 => Word::Plain,
            1 => Word::Long,
            _ => Word::LongLong,
        },
    }
}
