//! `btfgen show`: types as C, with offsets and sizes in bytes, in the way of pahole.

use std::collections::{BTreeSet, HashMap};

use super::{place, prototype, size_of};
use crate::filter::{Extent, Found, Index};
use crate::model::{self, Composite, CompositeKind, Enum, Member, Type, TypeId, Types};
use crate::room::{MAX_TEXT, Room, TooLong};
use crate::text::printable;

/// Where comments begin, in columns; a tab has eight.
const COMMENTS: usize = 56;

/// Some types are written out wherever they are used: fields that were asked for, enums without a name, and types without a
/// name behind pointers, which may lead to themselves. So many bytes of them are written, and then their names only.
const MAX_REPEATED: usize = 16 << 20;

/// Deepest nesting that is written out.
const MAX_DEPTH: usize = 64;

/// The types that were found, sorted by name, and then the hooks, with an empty line between them.
pub(crate) fn show(
    types: &Types<'_>,
    index: &Index<'_>,
    found: &Found<'_>,
) -> Result<String, TooLong> {
    let mut shown = Vec::new();
    let (mut repeated, mut alignments) = (0, HashMap::new());
    let mut room = Room::new(MAX_TEXT);
    for (_, _, id) in index.all().chain(index.anonymous_enums()) {
        let Some(extent) = found.types.get(&id) else {
            continue;
        };
        let definitions = match index.definitions(id) {
            Some(_) => index.tried(types, id),
            None => vec![id],
        };
        for (at, definition) in definitions.iter().enumerate() {
            let mut printer = Printer {
                types,
                out: String::new(),
                most: room.left(),
                repeated,
                alignments: std::mem::take(&mut alignments),
            };
            if definitions.len() > 1 {
                let (number, count) = (at + 1, definitions.len());
                let note = format!("/* definition {number} of {count} in this kernel */");
                printer.line(0, &note, "");
            }
            printer.ty(*definition, extent);
            (repeated, alignments) = (printer.repeated, printer.alignments);
            room.take(printer.out.len() + 1, || {
                printable(&model::describe(types, id))
            })?;
            shown.push(printer.out);
        }
    }
    for hook in &found.hooks {
        let prototype = printable(&prototype(types, hook));
        let (kind, id) = (hook.kind.keyword(), types.btf_id(hook.id));
        let line = format!("{prototype};\t/* {kind}, BTF type id {id} */\n");
        room.take(line.len() + 1, || printable(hook.name))?;
        shown.push(line);
    }
    Ok(shown.join("\n"))
}

struct Printer<'t, 'a> {
    types: &'t Types<'a>,
    out: String,
    /// The maximum length of the text, in bytes. Printing stops one line after it, because the text is too long.
    most: usize,
    /// Bytes towards [`MAX_REPEATED`].
    repeated: usize,
    /// Those that are known by now.
    alignments: HashMap<TypeId, u64>,
}

/// What is written of the members of a type, and from where their offsets count.
#[derive(Clone, Copy)]
struct Inside<'s> {
    depth: usize,
    /// In bits.
    base: u64,
    only: Option<&'s BTreeSet<String>>,
}

impl<'s> Inside<'s> {
    fn deeper(self, base: u64, only: Option<&'s BTreeSet<String>>) -> Inside<'s> {
        Inside {
            depth: self.depth + 1,
            base,
            only,
        }
    }
}

impl<'a> Printer<'_, 'a> {
    fn ty(&mut self, id: TypeId, extent: &Extent) {
        let types = self.types;
        let only = match extent {
            Extent::Fields(names) => Some(names),
            Extent::Whole | Extent::Declared => None,
        };
        let inside = Inside {
            depth: 1,
            base: 0,
            only,
        };
        match types.get(id) {
            Type::Composite(composite) => {
                self.composite(composite, "", inside);
                let packed = self.packed(composite);
                self.line(0, &format!("}}{packed};"), "");
            }
            Type::Enum(enumeration) => {
                self.line(0, &format!("{} {{", tag("enum", enumeration.name)), "");
                self.enumerators(enumeration, 1, only);
                self.line(0, "};", &bytes(u64::from(enumeration.size.0)));
            }
            Type::Typedef(name, target) => self.typedef(id, name, *target, inside),
            Type::Fwd(kind, name) => {
                self.line(0, &format!("{} {name};", kind.keyword()), "only declared");
            }
            _ => {}
        }
    }

    fn typedef(&mut self, id: TypeId, name: &str, target: TypeId, inside: Inside<'_>) {
        let types = self.types;
        match types.get(types.unqualified(target)) {
            Type::Composite(composite) if composite.name.is_empty() => {
                self.composite(composite, "typedef ", inside);
                let packed = self.packed(composite);
                self.line(0, &format!("}}{packed} {name};"), "");
            }
            Type::Enum(enumeration)
                if enumeration.name.is_empty() && self.repeated < MAX_REPEATED =>
            {
                self.line(0, "typedef enum {", "");
                self.enumerators(enumeration, 1, None);
                self.repeated += self.out.len();
                self.line(
                    0,
                    &format!("}} {name};"),
                    &bytes(u64::from(enumeration.size.0)),
                );
            }
            _ => {
                let declaration = model::declaration(types, target, name);
                let size = size_of(types, id).map(bytes).unwrap_or_default();
                self.line(0, &format!("typedef {declaration};"), &size);
            }
        }
    }

    /// All but the line with the closing brace.
    fn composite(&mut self, composite: &Composite<'a>, before: &str, inside: Inside<'_>) {
        let depth = inside.depth - 1;
        self.line(
            depth,
            &format!(
                "{before}{} {{",
                tag(composite.kind.keyword(), composite.name)
            ),
            "",
        );
        let end = self.members(composite, inside);
        if depth == 0 {
            self.out.push('\n');
            let size = u64::from(composite.size.0);
            self.line(
                1,
                &format!("/* size: {size}, members: {} */", composite.members.len()),
                "",
            );
            if let Some(end) = end
                && end.div_ceil(8) < size
            {
                self.line(1, &format!("/* padding: {} */", size - end.div_ceil(8)), "");
            }
        }
    }

    /// Returns where the last member ended, in bits, if no member was left out.
    fn members(&mut self, composite: &Composite<'a>, inside: Inside<'_>) -> Option<u64> {
        let types = self.types;
        let mut end = 0;
        let mut omitted = false;
        for member in types.members(composite) {
            if self.is_full() {
                break;
            }
            let offset = u64::from(member.offset.0);
            if let Some(only) = inside.only
                && !leads_to(types, member, only)
            {
                omitted = true;
                continue;
            }
            if std::mem::take(&mut omitted) {
                self.line(inside.depth, "/* … */", "");
            } else if composite.kind == CompositeKind::Struct
                && offset > end
                && inside.only.is_none()
            {
                self.hole(inside.depth, offset - end, end);
            }
            self.member(member, inside);
            let bits = match member.width {
                Some(width) => u64::from(width.0),
                None => size_of(types, member.ty).unwrap_or(0).saturating_mul(8),
            };
            end = end.max(offset.saturating_add(bits));
        }
        if omitted {
            self.line(inside.depth, "/* … */", "");
        }
        inside.only.is_none().then_some(end)
    }

    /// What stands behind the closing brace of a struct that C aligns less than its members ask for. BTF does not say that:
    /// it shows where no byte is free, and yet a member, or the end, is not where it belongs.
    fn packed(&mut self, composite: &Composite<'a>) -> &'static str {
        let types = self.types;
        let (mut end, mut largest, mut misplaced) = (0_u64, 1, false);
        for member in types.members(composite) {
            let offset = u64::from(member.offset.0);
            let alignment = self.alignment(member.ty);
            let bits = match member.width {
                Some(width) => u64::from(width.0),
                None => size_of(types, member.ty).unwrap_or(0).saturating_mul(8),
            };
            if offset >= end.saturating_add(8) {
                return "";
            }
            let place = place(types, member.ty, offset, member.width);
            misplaced |= !place.byte.is_multiple_of(alignment);
            largest = largest.max(alignment);
            end = end.max(offset.saturating_add(bits));
        }
        let size = u64::from(composite.size.0);
        misplaced |= !size.is_multiple_of(largest);
        let is_full = end.div_ceil(8) >= size;
        match composite.kind == CompositeKind::Struct && is_full && misplaced {
            true => " __attribute__((__packed__))",
            false => "",
        }
    }

    /// Where C puts a type if nothing else is said, in bytes.
    fn alignment(&mut self, id: TypeId) -> u64 {
        let types = self.types;
        let id = types.by_value(id);
        if let Some(known) = self.alignments.get(&id) {
            return *known;
        }
        let alignment = match types.get(id) {
            Type::Composite(composite) => {
                let members = types.members(composite).iter();
                members.fold(1, |largest, member| largest.max(self.alignment(member.ty)))
            }
            _ => size_of(types, id).unwrap_or(1).max(1),
        };
        self.alignments.insert(id, alignment);
        alignment
    }

    fn hole(&mut self, depth: usize, bits: u64, start: u64) {
        let text = match (bits, start % 8) {
            (8, 0) => "1 byte".to_string(),
            (bits, 0) if bits.is_multiple_of(8) => format!("{} bytes", bits / 8),
            (1, _) => "1 bit".to_string(),
            _ => format!("{bits} bits"),
        };
        self.out.push('\n');
        self.line(depth, &format!("/* XXX {text} hole */"), "");
        self.out.push('\n');
    }

    fn member(&mut self, member: &Member<'a>, inside: Inside<'_>) {
        let types = self.types;
        let offset = inside.base.saturating_add(u64::from(member.offset.0));
        let place = place(types, member.ty, offset, member.width);
        let size = size_of(types, member.ty).unwrap_or(0);
        let comment = match place.bit {
            Some(bit) => format!("{:>5}:{bit:>2} {size:>2}", place.byte),
            None => format!("{:>5} {size:>5}", place.byte),
        };
        let (element, lengths) = types.elements(member.ty);
        let dimensions = lengths.iter().map(|length| format!("[{length}]"));
        let name = format!("{}{}", member.name.text(), dimensions.collect::<String>());
        let close = match name.as_str() {
            "" => "};".to_string(),
            name => format!("}} {name};"),
        };
        let chosen = inside
            .only
            .is_some_and(|only| only.contains(member.name.text()));
        let start = self.out.len();
        let room = self.repeated < MAX_REPEATED;
        if let Type::Composite(inner) = types.get(element)
            && (inner.name.is_empty() || member.name.is_empty() || (chosen && room))
            && inside.depth < MAX_DEPTH
        {
            // What a field contains is shown whole; below a anonymous member, only what was asked for.
            let only = inside.only.filter(|_| member.name.is_empty());
            self.composite(inner, "", inside.deeper(offset, only));
            if chosen {
                self.repeated += self.out.len() - start;
            }
            let close = close.replacen('}', &format!("}}{}", self.packed(inner)), 1);
            return self.line(inside.depth, &close, &comment);
        }
        // What has no name to point to it by is written out behind pointers too, with offsets of its own.
        if let Type::Ptr(to) = types.get(element)
            && let Some(inner) = anonymous(types, *to)
            && room
            && inside.depth < MAX_DEPTH
        {
            self.composite(inner, "", inside.deeper(0, None));
            self.repeated += self.out.len() - start;
            let close = format!("}}{} *{name};", self.packed(inner));
            return self.line(inside.depth, &close, &comment);
        }
        match types.get(element) {
            Type::Enum(inner) if inner.name.is_empty() && room => {
                self.line(inside.depth, "enum {", "");
                self.enumerators(inner, inside.depth + 1, None);
                self.repeated += self.out.len() - start;
                self.line(inside.depth, &close, &comment);
            }
            _ => {
                let name = match member.width {
                    Some(width) => format!("{}:{}", member.name.text(), width.0),
                    None => member.name.text().to_string(),
                };
                let declaration = model::declaration(types, member.ty, &name);
                self.line(inside.depth, &format!("{declaration};"), &comment);
            }
        }
    }

    fn enumerators(
        &mut self,
        enumeration: &Enum<'a>,
        depth: usize,
        only: Option<&BTreeSet<String>>,
    ) {
        let mut last_is_shown = true;
        for enumerator in self.types.enumerators(enumeration) {
            if self.is_full() {
                break;
            }
            let is_shown = only.is_none_or(|only| only.contains(enumerator.name.text()));
            if is_shown {
                let text = format!("{} = {},", enumerator.name.text(), enumerator.value);
                self.line(depth, &text, "");
            } else if last_is_shown {
                self.line(depth, "/* … */", "");
            }
            last_is_shown = is_shown;
        }
    }

    fn is_full(&self) -> bool {
        self.out.len() > self.most
    }

    fn line(&mut self, depth: usize, text: &str, comment: &str) {
        if self.is_full() {
            return;
        }
        let text = printable(text);
        self.out.extend(std::iter::repeat_n('\t', depth));
        self.out.push_str(&text);
        if !comment.is_empty() {
            let column = 8 * depth + text.chars().count();
            let space = COMMENTS.saturating_sub(column).max(1);
            self.out.extend(std::iter::repeat_n(' ', space));
            self.out.push_str(&format!("/* {comment} */"));
        }
        self.out.push('\n');
    }
}

fn anonymous<'t, 'a>(types: &'t Types<'a>, id: TypeId) -> Option<&'t Composite<'a>> {
    match types.get(types.unqualified(id)) {
        Type::Composite(inner) if inner.name.is_empty() => Some(inner),
        _ => None,
    }
}

/// Whether the member is one of these, or anonymous and contains one.
fn leads_to(types: &Types<'_>, member: &Member<'_>, only: &BTreeSet<String>) -> bool {
    match (member.name.text(), types.get(types.underlying(member.ty))) {
        ("", Type::Composite(inner)) => {
            let mut names = model::field_names(types, inner).into_iter();
            names.any(|name| only.contains(name))
        }
        (name, _) => only.contains(name),
    }
}

fn tag(keyword: &str, name: &str) -> String {
    match name {
        "" => keyword.to_string(),
        name => format!("{keyword} {name}"),
    }
}

fn bytes(size: u64) -> String {
    format!("size: {size}")
}
