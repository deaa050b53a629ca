//! `btfgen list`: a line a type, or a line a field.

use std::fmt;

use super::{place, prototype, size_of};
use crate::filter::{Extent, Found, Index};
use crate::model::{self, Enum, Field, Origin, Type, TypeId, Types};
use crate::room::{MAX_TEXT, Room, TooLong};
use crate::text::{ascii, printable};

/// Types, sorted by name, then anonymous enums, sorted by their enumerators, then hooks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(transparent))]
pub struct Listing {
    /// Those that a pattern matches.
    pub types: Vec<ListedType>,
}

/// A named type, an anonymous enum, or a hook.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct ListedType {
    /// `struct`, `union`, `enum` or `typedef`; for hooks `fn`, `lsm` or `tp`.
    pub kind: &'static str,
    /// In C, without its kind. Empty: an anonymous enum.
    pub name: String,
    /// In bytes; of what is only declared there is none.
    pub size: Option<u64>,
    /// Number of fields, those of anonymous members included, or of enumerators; of a typedef, of what it stands for.
    pub fields: Option<usize>,
    /// BTF type id, as `bpftool btf dump` counts. For a tracepoint, that of its typedef.
    pub id: u32,
    /// The module that has the type; none if it is the kernel's.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub module: Option<String>,
    /// The prototype of a hook, as C declares it, with the arguments that a program gets.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub prototype: Option<String>,
    /// The fields that a pattern with a field matches.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Vec::is_empty"))]
    pub members: Vec<ListedField>,
    /// The enumerators that a pattern matches; of an anonymous enum all of them, if it is matched as a whole.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Vec::is_empty"))]
    pub enumerators: Vec<ListedEnumerator>,
}

/// An enumerator.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct ListedEnumerator {
    /// In C.
    pub name: String,
    /// In this BTF.
    pub value: i128,
}

/// A field, with its place in the type that is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct ListedField {
    /// In C.
    pub name: String,
    /// As C declares it.
    pub declaration: String,
    /// In bytes, from the start; of a bitfield, that of the unit of its type which it begins in.
    pub offset: u64,
    /// In bytes; of a bitfield, of its type.
    pub size: Option<u64>,
    /// Of a bitfield: its first bit in that unit, counted as BTF does.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub bit: Option<u64>,
    /// Of a bitfield: its width in bits.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub bits: Option<u32>,
}

/// The size of a type, field or enumerator in JSON without its names, in bytes.
const LINE: usize = 160;

pub(crate) fn list(
    types: &Types<'_>,
    index: &Index<'_>,
    found: &Found<'_>,
) -> Result<Listing, TooLong> {
    let mut room = Room::new(MAX_TEXT);
    let mut listed = Vec::new();
    for (kind, name, id) in index.all().chain(index.anonymous_enums()) {
        let Some(extent) = found.types.get(&id) else {
            continue;
        };
        let mut take = |bytes| room.take(bytes, || printable(&model::describe(types, id)));
        take(LINE + name.len())?;
        let fields = fields(types, index, id);
        let wanted = |field: &&Field<'_>| match extent {
            Extent::Fields(names) => names.contains(field.name),
            Extent::Whole | Extent::Declared => false,
        };
        let mut members = Vec::new();
        for field in fields.iter().flatten().filter(wanted) {
            let field = listed_field(types, field);
            take(LINE + field.name.len() + field.declaration.len())?;
            members.push(field);
        }
        let enumerators = match types.get(id) {
            Type::Enum(enumeration) => enumerators(types, enumeration, extent),
            _ => Vec::new(),
        };
        for it in &enumerators {
            take(LINE + it.name.len())?;
        }
        listed.push(ListedType {
            kind: kind.keyword(),
            name: name.to_string(),
            size: size_of(types, id),
            fields: match types.get(types.underlying(id)) {
                Type::Enum(enumeration) => Some(enumeration.enumerators.len()),
                _ => fields.as_ref().map(Vec::len),
            },
            id: types.btf_id(id),
            module: types.module(id).map(str::to_string),
            prototype: None,
            members,
            enumerators,
        });
    }
    for hook in &found.hooks {
        let prototype = prototype(types, hook);
        room.take(LINE + hook.name.len() + prototype.len(), || {
            printable(hook.name)
        })?;
        listed.push(ListedType {
            kind: hook.kind.keyword(),
            name: hook.name.to_string(),
            size: None,
            fields: None,
            id: types.btf_id(hook.id),
            module: types.module(hook.id).map(str::to_string),
            prototype: Some(prototype),
            members: Vec::new(),
            enumerators: Vec::new(),
        });
    }
    Ok(Listing { types: listed })
}

fn enumerators(
    types: &Types<'_>,
    enumeration: &Enum<'_>,
    extent: &Extent,
) -> Vec<ListedEnumerator> {
    let is_wanted = |name: &str| match extent {
        Extent::Fields(names) => names.contains(name),
        Extent::Whole | Extent::Declared => enumeration.name.is_empty(),
    };
    let all = types.enumerators(enumeration).iter();
    all.filter(|it| is_wanted(it.name.text()))
        .map(|it| ListedEnumerator {
            name: it.name.text().to_string(),
            value: it.value,
        })
        .collect()
}

/// The fields of a type, with those of its other definitions.
fn fields<'a>(types: &Types<'a>, index: &Index<'a>, id: TypeId) -> Option<Vec<Field<'a>>> {
    let Type::Composite(composite) = types.get(types.underlying(id)) else {
        return None;
    };
    let mut fields = model::fields(types, composite);
    let all = index.fields(types, id, composite).into_iter();
    fields.extend(all.filter(|field| field.origin == Origin::Other));
    Some(fields)
}

fn listed_field(types: &Types<'_>, field: &Field<'_>) -> ListedField {
    let place = place(types, field.ty, u64::from(field.offset.0), field.width);
    ListedField {
        name: field.name.to_string(),
        declaration: model::declaration(types, field.ty, field.name),
        offset: place.byte,
        size: size_of(types, field.ty),
        bit: place.bit,
        bits: field.width.map(|width| width.0),
    }
}

impl Listing {
    /// An array with an object for each type: the fields of [`ListedType`], [`ListedField`] and [`ListedEnumerator`], those that do not apply
    /// left out, sizes of what is only declared `null`.
    #[cfg(feature = "json")]
    pub fn to_json(&self) -> String {
        let text = serde_json::to_string_pretty(self);
        ascii(&text.expect("numbers and text are always JSON")) + "\n"
    }
}

/// Four tables: of types, of fields, of enumerators, and of hooks.
impl fmt::Display for Listing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = |ty: &&ListedType| {
            ty.members.is_empty() && ty.enumerators.is_empty() && ty.prototype.is_none()
        };
        if self.types.iter().any(|ty| whole(&ty)) {
            writeln!(f, "KIND         SIZE  FIELDS  NAME")?;
        }
        for ty in self.types.iter().filter(whole) {
            let (size, fields) = (or_dash(ty.size), or_dash(ty.fields));
            let (name, module) = (printable(&ty.name), in_module(ty));
            writeln!(f, "{:7} {size:>9} {fields:>7}  {name}{module}", ty.kind)?;
        }
        let fields = || self.types.iter().filter(|ty| !ty.members.is_empty());
        if fields().next().is_some() {
            let space = if self.types.iter().any(|ty| whole(&ty)) {
                "\n"
            } else {
                ""
            };
            writeln!(f, "{space}   OFFSET      SIZE  FIELD")?;
        }
        for ty in fields() {
            let owner = printable(&ty.name);
            for field in &ty.members {
                let offset = match field.bit {
                    Some(bit) => format!("{}:{bit}", field.offset),
                    None => field.offset.to_string(),
                };
                let size = match field.bits {
                    Some(1) => "1 bit".to_string(),
                    Some(bits) => format!("{bits} bits"),
                    None => or_dash(field.size),
                };
                let (name, declaration) = (printable(&field.name), printable(&field.declaration));
                writeln!(f, "{offset:>9} {size:>9}  {owner}.{name}: {declaration}")?;
            }
        }
        let mut enums = (self.types.iter())
            .filter(|ty| !ty.enumerators.is_empty())
            .peekable();
        if enums.peek().is_some() {
            let is_first =
                (self.types.iter()).all(|ty| !ty.enumerators.is_empty() || ty.prototype.is_some());
            let space = if is_first { "" } else { "\n" };
            writeln!(f, "{space}               VALUE  ENUMERATOR")?;
        }
        for ty in enums {
            let owner = match ty.name.as_str() {
                "" => String::new(),
                name => format!("{}.", printable(name)),
            };
            for ListedEnumerator { name, value } in &ty.enumerators {
                writeln!(f, "{value:>20}  {owner}{}", printable(name))?;
            }
        }
        let hooks = self.types.iter();
        let mut hooks = hooks
            .filter_map(|it| Some((it, it.prototype.as_deref()?)))
            .peekable();
        if hooks.peek().is_some() {
            let is_first = self.types.iter().all(|ty| ty.prototype.is_some());
            let space = if is_first { "" } else { "\n" };
            writeln!(f, "{space}KIND  PROTOTYPE")?;
        }
        for (hook, prototype) in hooks {
            let (prototype, module) = (printable(prototype), in_module(hook));
            writeln!(f, "{:4}  {prototype}{module}", hook.kind)?;
        }
        Ok(())
    }
}

fn in_module(ty: &ListedType) -> String {
    match &ty.module {
        Some(module) => format!("  ({})", printable(module)),
        None => String::new(),
    }
}

fn or_dash(number: Option<impl ToString>) -> String {
    number.map_or("-".to_string(), |number| number.to_string())
}
