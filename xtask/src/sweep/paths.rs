//! What is asked of a kernel's types: every field, and one level of what is inside of fields.

use std::collections::HashSet;

use super::dump::{Composite, Dump, Kind, Member, Type};

/// The members in a table of types, each behind the key of its type.
pub(super) fn members(table: &str) -> HashSet<(&str, &str)> {
    let (mut members, mut key) = (HashSet::new(), "");
    for line in table.lines() {
        match line.strip_prefix(' ') {
            None => key = line.split(' ').next().unwrap_or_default(),
            Some(member) => {
                members.insert((key, member.split(' ').next().unwrap_or_default()));
            }
        }
    }
    members
}

/// A type that paths start from.
pub(super) struct Root {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) id: u32,
}

/// One relocation.
pub(super) struct Request {
    /// Index of the root.
    pub(super) root: usize,
    pub(super) steps: Vec<Step>,
    pub(super) verb: Verb,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Member(String),
    Index(u64),
}

/// The operations of src/reloc/record.rs that are about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verb {
    Exists,
    Offset,
    Size,
    Signed,
    LShift,
    RShift,
    Load,
    TypeExists,
    TypeSize,
    TypeMatches,
}

/// What a path leads to.
#[derive(Clone, Copy)]
pub(super) struct Leaf {
    /// Offset in bits, from the start of the root.
    pub(super) bit: u64,
    pub(super) ty: u32,
    /// Size of the type.
    pub(super) bytes: u64,
    /// Of a bitfield.
    pub(super) width: Option<u64>,
    /// An array's element, not a member.
    pub(super) is_element: bool,
}

/// The requests, and how many of the paths are one field of a root.
pub(super) struct Requests {
    pub(super) roots: Vec<Root>,
    pub(super) requests: Vec<Request>,
    pub(super) fields: usize,
    pub(super) bitfields: usize,
    /// Bitfields that no load holds: the link step refuses all but whether they exist.
    pub(super) unreadable: usize,
    pub(super) inner: usize,
}

/// An index beyond any length: flexible arrays have none.
const BEYOND: u64 = 3;

impl Requests {
    /// The types that are asked about.
    pub(super) fn root_ids(&self) -> impl Iterator<Item = u32> {
        self.roots.iter().map(|root| root.id)
    }

    /// Of every `sample`th root, every field and what is inside of it.
    pub(super) fn new(
        dump: &Dump,
        sample: usize,
        matches: bool,
        is_known: impl Fn(&str, &str) -> bool,
    ) -> Requests {
        let roots = dump.roots().into_iter().step_by(sample);
        let roots = roots.map(|(kind, name, id)| Root { kind, name, id });
        let mut requests = Requests {
            roots: roots.collect(),
            requests: Vec::new(),
            fields: 0,
            bitfields: 0,
            unreadable: 0,
            inner: 0,
        };
        for root in 0..requests.roots.len() {
            for verb in [Verb::TypeExists, Verb::TypeSize] {
                requests.add(root, &[], verb);
            }
            if matches {
                requests.add(root, &[], Verb::TypeMatches);
            }
            let Some(composite) = dump.composite(requests.roots[root].id) else {
                continue;
            };
            for field in fields(dump, composite, 0) {
                // Definitions of a type that declare a field differently: bindings have no such field.
                if !is_known(&requests.roots[root].key(), &field.0.name) {
                    continue;
                }
                let leaf = leaf(dump, &field);
                let path = [Step::Member(field.0.name.clone())];
                requests.fields += 1;
                requests.bitfields += usize::from(leaf.width.is_some());
                requests.unreadable += usize::from(unit(leaf).is_none());
                requests.add_all(dump, root, &path, leaf);
                for (path, leaf) in inside(dump, &path, leaf, &is_known) {
                    requests.inner += 1;
                    requests.add_all(dump, root, &path, leaf);
                }
            }
        }
        requests
    }

    /// Parts of about `size` requests; those of a root stay together.
    pub(super) fn parts(&self, size: usize) -> Vec<&[Request]> {
        let mut parts = Vec::new();
        let mut start = 0;
        for end in 1..=self.requests.len() {
            let next = self.requests.get(end);
            let is_whole = next.is_none_or(|next| next.root != self.requests[end - 1].root);
            if next.is_none() || is_whole && end - start >= size {
                parts.push(&self.requests[start..end]);
                start = end;
            }
        }
        parts
    }

    fn add_all(&mut self, dump: &Dump, root: usize, steps: &[Step], leaf: Leaf) {
        for verb in verbs(dump, leaf) {
            self.add(root, steps, verb);
        }
    }

    fn add(&mut self, root: usize, steps: &[Step], verb: Verb) {
        self.requests.push(Request {
            root,
            steps: steps.to_vec(),
            verb,
        });
    }
}

/// What a loader answers for such a field; the rest is an error when linking.
fn verbs(dump: &Dump, leaf: Leaf) -> Vec<Verb> {
    use Verb::{Exists, LShift, Load, Offset, RShift, Signed, Size};
    if leaf.width.is_some() {
        return match unit(leaf) {
            Some(_) => vec![Exists, Offset, Size, Signed, LShift, RShift],
            None => vec![Exists],
        };
    }
    let bytes = leaf.bytes;
    let scalar = match dump.get(dump.skip(leaf.ty)) {
        Type::Int { .. } | Type::Enum { .. } | Type::Pointer => [1, 2, 4, 8].contains(&bytes),
        _ => false,
    };
    let mut verbs = vec![Exists, Offset, Size];
    if scalar && leaf.bit / 8 <= i16::MAX as u64 {
        verbs.push(Load);
    }
    if scalar && !leaf.is_element {
        verbs.extend([Signed, LShift, RShift]);
    }
    verbs
}

/// First byte and size of the smallest aligned unit of the field's type, or of twice that and so on, that holds a bitfield.
pub(super) fn unit(leaf: Leaf) -> Option<(u64, u64)> {
    let Some(width) = leaf.width else {
        return Some((leaf.bit / 8, leaf.bytes));
    };
    let mut bytes = leaf.bytes.max(1);
    while bytes <= 8 {
        let first = leaf.bit / 8 / bytes * bytes;
        if leaf.bit + width <= 8 * (first + bytes) {
            return Some((first, bytes));
        }
        bytes *= 2;
    }
    None
}

/// The members that have names, as C sees them, with the offset of what is around each.
fn fields<'d>(dump: &'d Dump, composite: &'d Composite, base: u64) -> Vec<(&'d Member, u64)> {
    let mut found = Vec::new();
    for member in &composite.members {
        if !member.name.is_empty() {
            found.push((member, base));
        } else if let Some(inner) = dump.composite(member.ty) {
            found.extend(fields(dump, inner, base + member.bit));
        }
    }
    found
}

fn leaf(dump: &Dump, (member, base): &(&Member, u64)) -> Leaf {
    Leaf {
        bit: base + member.bit,
        ty: member.ty,
        bytes: dump.bytes_in_bindings(member.ty),
        width: member.width,
        is_element: false,
    }
}

/// One level deeper: fields of a field, elements of an array, fields of an element.
fn inside(
    dump: &Dump,
    path: &[Step],
    of: Leaf,
    is_known: &impl Fn(&str, &str) -> bool,
) -> Vec<(Vec<Step>, Leaf)> {
    let mut found = fields_inside(dump, path, of, is_known);
    let Type::Array { element, len } = dump.get(dump.skip(of.ty)) else {
        return found;
    };
    let indexes = match *len {
        0 => vec![0, BEYOND],
        1 => vec![0],
        len => vec![0, len - 1],
    };
    for index in indexes {
        let path = extended(path, Step::Index(index));
        let element = element_of(dump, of, *element, index);
        found.extend(fields_inside(dump, &path, element, is_known));
        found.push((path, element));
    }
    found
}

fn fields_inside(
    dump: &Dump,
    path: &[Step],
    of: Leaf,
    is_known: &impl Fn(&str, &str) -> bool,
) -> Vec<(Vec<Step>, Leaf)> {
    let Some(composite) = dump.in_bindings(of.ty) else {
        return Vec::new();
    };
    let key = Root::key_of(composite.kind, &composite.name);
    let mut fields = fields(dump, composite, of.bit);
    fields.retain(|field| composite.name.is_empty() || is_known(&key, &field.0.name));
    let extend = |field: &(&Member, u64)| {
        let step = Step::Member(field.0.name.clone());
        (extended(path, step), leaf(dump, field))
    };
    fields.iter().map(extend).collect()
}

fn element_of(dump: &Dump, array: Leaf, ty: u32, index: u64) -> Leaf {
    let bytes = dump.bytes_in_bindings(ty);
    Leaf {
        bit: array.bit + 8 * index * bytes,
        ty,
        bytes,
        width: None,
        is_element: true,
    }
}

fn extended(path: &[Step], step: Step) -> Vec<Step> {
    path.iter().cloned().chain([step]).collect()
}

/// Where a path leads in the kernel that bindings were made from, with the type after each step.
pub(super) fn follow(dump: &Dump, root: &Root, steps: &[Step]) -> Option<(Leaf, Vec<u32>)> {
    let mut leaf = Leaf {
        bit: 0,
        ty: root.id,
        bytes: 0,
        width: None,
        is_element: false,
    };
    let mut types = Vec::with_capacity(steps.len());
    for step in steps {
        leaf = match step {
            Step::Member(name) => {
                let composite = match types.is_empty() {
                    true => dump.composite(root.id),
                    false => dump.in_bindings(leaf.ty),
                };
                let fields = fields(dump, composite?, leaf.bit);
                let field = fields.iter().find(|field| field.0.name == *name)?;
                self::leaf(dump, field)
            }
            Step::Index(index) => match dump.get(dump.skip(leaf.ty)) {
                Type::Array { element, .. } => element_of(dump, leaf, *element, *index),
                _ => return None,
            },
        };
        types.push(leaf.ty);
    }
    Some((leaf, types))
}

impl Root {
    /// As the table of types calls it.
    pub(super) fn key(&self) -> String {
        Root::key_of(self.kind, &self.name)
    }

    fn key_of(kind: Kind, name: &str) -> String {
        let kind = match kind {
            Kind::Struct => "struct",
            Kind::Union => "union",
            Kind::Typedef => "typedef",
        };
        format!("{kind}:{name}")
    }
}

impl Verb {
    /// As a record calls it, with registers.
    pub(super) fn operation(self) -> &'static str {
        match self {
            Verb::Exists => "exists r1",
            Verb::Offset => "offset r1",
            Verb::Size => "size r1",
            Verb::Signed => "signed r1",
            Verb::LShift => "lshift r1",
            Verb::RShift => "rshift r1",
            Verb::Load => "load r1 r2",
            Verb::TypeExists => "type_exists r1",
            Verb::TypeSize => "type_size r1",
            Verb::TypeMatches => "type_matches r1",
        }
    }

    pub(super) fn name(self) -> &'static str {
        self.operation().split(' ').next().unwrap_or_default()
    }
}

impl Requests {
    /// `offset of struct:task_struct.se.load`, for a person.
    pub(super) fn describe(&self, request: &Request) -> String {
        let mut text = format!(
            "{} of {}",
            request.verb.name(),
            self.roots[request.root].key()
        );
        for step in &request.steps {
            match step {
                Step::Member(name) => text.extend([".", name]),
                Step::Index(index) => text += &format!("[{index}]"),
            }
        }
        text
    }
}
