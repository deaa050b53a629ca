//! The names of what BTF does not have: options of the kernel's configuration, and symbols. These are C names.

use std::collections::{BTreeSet, HashSet};

use crate::filter::HookKind;
use crate::room::{Room, TooLong};

use super::ident;
use super::weight::ITEM;

/// An option of the kernel's configuration, or a symbol of the kernel.
#[derive(Debug)]
pub(crate) struct Symbol {
    pub(crate) kind: HookKind,
    /// Its name, which is a C identifier.
    pub(crate) name: String,
    pub(crate) ident: String,
}

pub(super) fn assign(
    symbols: &BTreeSet<(HookKind, String)>,
    room: &mut Room,
) -> Result<Vec<Symbol>, TooLong> {
    let (mut assigned, mut taken) = (Vec::new(), HashSet::new());
    for (kind, name) in symbols {
        let mut ident = ident::ident(name);
        while !taken.insert((*kind, ident.clone())) {
            ident.push('_');
        }
        room.take(ITEM + 8 * ident.len(), || name.clone())?;
        assigned.push(Symbol {
            kind: *kind,
            name: name.clone(),
            ident,
        });
    }
    Ok(assigned)
}
