//! Types by value: the layout of each, and why a type has none in Rust.
//!
//! BTF has the size of a type and the offsets of its members, but not its alignment. [`layout`] says how the alignment is inferred.
//! Every byte of a layout belongs to a field: padding is a field too. So all bytes are initialized, and any bytes are a value.

mod layout;
mod measure;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::filter::{self, Index, Selection};
use crate::model::{self, TypeId, Types};
use crate::text::printable;
pub(crate) use layout::{Access, Layout, Repr, View, What};
use measure::Layouts;
pub(crate) use measure::composite;

/// The types by value of a file.
#[derive(Debug, Default)]
pub(crate) struct Plain<'a> {
    /// The named types that are written. An anonymous type within them has the id of its struct or union.
    pub(crate) layouts: BTreeMap<TypeId, Layout<'a>>,
    /// The types to write.
    pub(crate) written: BTreeSet<TypeId>,
    /// The types that a glob matches and that are not written.
    pub(crate) left_out: Vec<NotPlain>,
}

/// A type that can't be written by value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotPlain {
    /// The option and the pattern that names the type exactly.
    argument: Option<String>,
    ty: String,
    why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    /// It contains types that `--plain` does not name. Their names, as patterns.
    Contains(Vec<String>),
    /// Rust has no type of this layout, or the layout is not known.
    Reason(String),
}

impl NotPlain {
    /// The patterns that are missing.
    pub(crate) fn missing(&self) -> &[String] {
        match &self.why {
            Why::Contains(missing) => missing,
            Why::Reason(_) => &[],
        }
    }
}

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(argument) = &self.argument {
            write!(f, "{argument}: ")?;
        }
        match &self.why {
            Why::Contains(missing) => write!(
                f,
                "{} contains types that are not plain: {}",
                self.ty,
                missing.join(", ")
            ),
            Why::Reason(reason) => write!(f, "{} can't be plain: {reason}", self.ty),
        }
    }
}

/// The layouts of the types that are selected as plain. It is an error if a pattern names a type exactly and there is none.
pub(crate) fn lay_out<'a>(
    types: &Types<'a>,
    index: &Index<'a>,
    selection: &Selection<'a>,
) -> Result<Plain<'a>, Vec<NotPlain>> {
    let mut layouts = Layouts::new(types, index);
    let mut plain = Plain::default();
    let mut wrong = Vec::new();
    for (id, argument) in &selection.plain {
        let why = match layouts.of(*id) {
            Err(reason) => Some(Why::Reason(reason)),
            Ok(()) => {
                let contained = layouts.contained(*id);
                let missing = contained
                    .into_iter()
                    .filter(|id| !selection.plain.contains_key(id));
                let missing: Vec<_> = missing.map(|id| pattern(types, index, id)).collect();
                (!missing.is_empty()).then_some(Why::Contains(missing))
            }
        };
        let Some(why) = why else {
            plain.written.insert(*id);
            continue;
        };
        let not_plain = NotPlain {
            argument: argument.clone(),
            ty: printable(&model::describe(types, *id)),
            why,
        };
        match argument {
            Some(_) => wrong.push(not_plain),
            None => plain.left_out.push(not_plain),
        }
    }
    wrong.sort();
    plain.left_out.sort();
    plain.layouts = layouts.finished();
    match wrong.is_empty() {
        true => Ok(plain),
        false => Err(wrong),
    }
}

/// The pattern that selects this type and no other.
fn pattern(types: &Types<'_>, index: &Index<'_>, id: TypeId) -> String {
    let Some((kind, name)) = filter::name(types.get(id)) else {
        return printable(&model::describe(types, id));
    };
    let name = printable(name);
    match index.named(&name) {
        [_] => name,
        _ => format!("{}:{name}", kind.keyword()),
    }
}
