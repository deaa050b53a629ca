//! The tables of types in an object.

use std::collections::BTreeMap;

use super::Error;
use super::object::Object;
use crate::reloc::TYPES_SECTION;
use crate::reloc::table::{self, Table};

/// The bytes of all sections with tables. There are several where a compiler marks variables that must stay: each then has a
/// section of its own, and all have one name.
pub(super) struct Tables {
    /// Offsets of tables are offsets here; with one section, they are those in the section.
    bytes: Vec<u8>,
    offsets: BTreeMap<u64, u64>,
    pub(super) sections: Vec<usize>,
}

impl Tables {
    pub(super) fn find(object: &Object<'_>) -> Result<Tables, Error> {
        let is_one = |index: &usize| object.sections[*index].name == TYPES_SECTION;
        let sections: Vec<usize> = object.indexes().filter(is_one).collect();
        let mut bytes = Vec::new();
        for (i, section) in sections.iter().enumerate() {
            if i > 0 {
                bytes.push(0);
            }
            bytes.extend_from_slice(object.bytes(*section).data);
        }
        let ids = table::ids(&bytes).map_err(|reason| Error::Table {
            offset: reason.offset as u64,
            reason,
        })?;
        // Of tables that are alike, as of one file that two crates hold, one will do.
        let offsets = ids.into_iter().map(|(offset, id)| (id, offset as u64));
        Ok(Tables {
            offsets: offsets.collect(),
            bytes,
            sections,
        })
    }

    /// Where the table of an id is.
    pub(super) fn offset(&self, id: u64) -> Option<u64> {
        self.offsets.get(&id).copied()
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Where each table is.
    pub(super) fn offsets(&self) -> impl Iterator<Item = u64> {
        self.offsets.values().copied()
    }

    /// Those at the offsets, which records name.
    pub(super) fn parse(
        &self,
        offsets: impl Iterator<Item = u64>,
    ) -> Result<BTreeMap<u64, Table>, Error> {
        let mut tables = BTreeMap::new();
        for at in offsets {
            if tables.contains_key(&at) {
                continue;
            }
            let table = Table::parse(&self.bytes[at as usize..]);
            let table = table.map_err(|reason| Error::Table {
                offset: at + reason.offset as u64,
                reason,
            })?;
            tables.insert(at, table);
        }
        Ok(tables)
    }
}
