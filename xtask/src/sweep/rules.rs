//! What libbpf must answer, and why: its documented rules, applied to the two dumps.

use std::collections::HashMap;

use super::dump::{Composite, Dump, Type, essential};
use super::paths::{Leaf, Request, Root, Step, Verb, follow, unit};

/// What is expected of one relocation.
pub(super) struct Expected {
    /// The number in the linked instruction, written as the resolver does.
    /// None for a kernel of 32 bits: programs have pointers of eight bytes, which libbpf looks after.
    pub(super) old: Option<String>,
    /// The number that libbpf puts there.
    pub(super) new: String,
    pub(super) why: Why,
    /// Another number that may be there, and why.
    pub(super) otherwise: Option<(String, Why)>,
}

/// Why a loader answers so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Found,
    Matches,
    NoMatch,
    NoType,
    NoField,
    Kind,
    Index,
    Flavor,
    OtherDefinition,
    Ambiguous,
    Spans,
    Resized,
    Adapted,
    Bitfield,
    Far,
    HostShift,
    OneOfAName,
    NamelessEnum,
    Float,
}

impl Why {
    /// For the report.
    pub(super) fn text(self) -> &'static str {
        match self {
            Why::Found => "as the dump says",
            Why::Matches => "the type matches, as libbpf says of the kernels' own BTFs",
            Why::NoMatch => "the type does not match, as libbpf says of the kernels' own BTFs",
            Why::NoType => "the target has no such type: does not exist",
            Why::NoField => "the target's type has no such field: does not exist",
            Why::Kind => {
                "a field of another kind (an integer is no enum, a pointer no integer, …) does not exist"
            }
            Why::Index => {
                "an index beyond the target's array, or of an empty array that is not a struct's last member, does not exist"
            }
            Why::Flavor => "a name with `___` and a name without it are one type",
            Why::OtherDefinition => {
                "of several definitions, one that bindings would not be made from has the field"
            }
            Why::Ambiguous => "several definitions have the field in different places: not loaded",
            Why::Spans => "no load of up to eight bytes holds the target's bitfield: not loaded",
            Why::Resized => "a load of a field with another size is made invalid",
            Why::Adapted => {
                "a load of an unsigned 64-bit field that became narrower gets its width"
            }
            Why::Bitfield => "a load of a field that is a bitfield on the target is made invalid",
            Why::Far => "a load beyond offset 32767 on the target: not loaded",
            Why::OneOfAName => {
                "bindings have one of several definitions, and what contains another one is compared with that"
            }
            Why::NamelessEnum => {
                "of an enum without a name `type_matches` compares the size, not the enumerators"
            }
            Why::Float => {
                "libbpf calls a floating-point number different from itself, `type_matches` leaves it out"
            }
            Why::HostShift => "libbpf shifts for the byte order of the machine that it runs on",
        }
    }

    /// Whether the answer differs from what a person reads in the target's declaration of that name.
    pub(super) fn is_rule(self) -> bool {
        !matches!(
            self,
            Why::Found | Why::Matches | Why::NoMatch | Why::NoType | Why::NoField | Why::Adapted
        )
    }
}

const POISON: &str = "poison";

/// The numbers in a linked object that the verifier refuses, by docs/relocation.md.
const LOAD_OFFSET: u64 = 32752;
const OFFSET: u64 = 0x1fff_0000;
const SIZE: u64 = 0x1fff_fff8;
const TYPE_SIZE: u64 = 0x7fff_0000;

/// `EINVAL`, `E2BIG` and `ERANGE` as libbpf returns them.
const INVALID: i32 = -22;
const TOO_BIG: i32 = -7;
const OUT_OF_RANGE: i32 = -34;

/// A kernel that bindings are made from, and one that they run on.
pub(super) struct Pair<'d> {
    pub(super) local: &'d Dump,
    pub(super) target: &'d Dump,
    /// libbpf's verdict on the type of that id in `local`, all of it, with the BTF of `target`.
    pub(super) matches: Option<&'d HashMap<u32, i32>>,
}

impl Pair<'_> {
    pub(super) fn expect(&self, root: &Root, request: &Request) -> Option<Expected> {
        let verb = request.verb;
        match verb {
            Verb::TypeExists | Verb::TypeSize => return Some(self.expect_type(root, verb)),
            Verb::TypeMatches => return self.expect_match(root),
            _ => {}
        }
        let (local, types) = follow(self.local, root, &request.steps)?;
        let (new, why) = self.resolve(root, request, local, &types);
        let old = match (verb, self.local.get(self.local.skip(local.ty))) {
            (Verb::Offset, _) => Some(OFFSET.to_string()),
            (Verb::Load, _) => Some(format!("{LOAD_OFFSET}/{}", local.bytes)),
            (Verb::Size, Type::Int { .. } | Type::Enum { .. }) if !local.is_element => {
                Some(SIZE.to_string())
            }
            // What is written for other sizes depends on the path: tests/link has the table.
            (Verb::Size, _) => None,
            // The table has `char` unsigned whatever the architecture says.
            (Verb::Signed, Type::Int { char: true, .. }) => Some("0".to_owned()),
            _ => Some(value(self.local, local, verb, self.local.big_endian)?.to_string()),
        };
        let old = old.filter(|_| self.local.pointer_bytes == 8);
        Some(Expected {
            old,
            new,
            why,
            otherwise: None,
        })
    }

    fn expect_type(&self, root: &Root, verb: Verb) -> Expected {
        let number = |id: u32| match verb {
            Verb::TypeExists => 1,
            _ => self.target.bytes(id),
        };
        let kind = |dump: &Dump, id: u32| dump.composite(id).map(|composite| composite.kind);
        let candidates = self.target.candidates(root.kind, &root.name);
        let alike: Vec<u32> = candidates
            .iter()
            .copied()
            .filter(|&id| kind(self.target, id) == kind(self.local, root.id))
            .collect();
        let numbers: Vec<u64> = alike.iter().map(|&id| number(id)).collect();
        let (new, why) = match (candidates, &numbers[..]) {
            ([], _) => ("0".to_owned(), Why::NoType),
            (_, []) => ("0".to_owned(), Why::Kind),
            (_, [first, others @ ..]) if others.iter().any(|other| other != first) => {
                (refused(INVALID), Why::Ambiguous)
            }
            (_, [first, ..]) => (first.to_string(), self.definition(root, &alike)),
        };
        let old = match verb {
            Verb::TypeExists => "1".to_owned(),
            _ => TYPE_SIZE.to_string(),
        };
        Expected {
            old: Some(old),
            new,
            why,
            otherwise: None,
        }
    }

    fn expect_match(&self, root: &Root) -> Option<Expected> {
        let verdict = *self.matches?.get(&root.id)?;
        let less = self.declared_otherwise(root.id).filter(|why| match why {
            Why::OneOfAName => true,
            _ => verdict == 0,
        });
        Some(Expected {
            old: Some("1".to_owned()),
            new: verdict.to_string(),
            why: match verdict {
                1 => Why::Matches,
                _ => Why::NoMatch,
            },
            otherwise: less.map(|why| ((1 - verdict).to_string(), why)),
        })
    }

    /// Why the bindings do not declare all of a type as the kernel does, by value.
    fn declared_otherwise(&self, id: u32) -> Option<Why> {
        let id = self.local.skip(id);
        match self.local.get(id) {
            Type::Float { .. } => Some(Why::Float),
            Type::Enum { name, .. } if name.is_empty() => Some(Why::NamelessEnum),
            Type::Array { element, .. } => self.declared_otherwise(*element),
            Type::Composite(it)
                if !it.name.is_empty() && self.local.chosen(it.kind, &it.name) != Some(id) =>
            {
                Some(Why::OneOfAName)
            }
            Type::Composite(it) => {
                let mut members = it.members.iter();
                members.find_map(|member| self.declared_otherwise(member.ty))
            }
            _ => None,
        }
    }

    fn resolve(&self, root: &Root, request: &Request, local: Leaf, types: &[u32]) -> (String, Why) {
        let missing = |why| match request.verb {
            Verb::Exists => ("0".to_owned(), why),
            _ => (POISON.to_owned(), why),
        };
        let candidates = self.target.candidates(root.kind, &root.name);
        let mut reason = Why::NoType;
        let mut found: Vec<(u32, Leaf, u64)> = Vec::new();
        for &id in candidates {
            let leaf = match self.search(id, &request.steps, types) {
                Ok(leaf) => leaf,
                // Of candidates that all lack the field, the one that comes closest tells why.
                Err(why) => {
                    reason = match reason {
                        Why::Kind | Why::Index => reason,
                        _ => why,
                    };
                    continue;
                }
            };
            // libbpf shifts for its own machine's byte order.
            let big_endian = cfg!(target_endian = "big");
            match value(self.target, leaf, request.verb, big_endian) {
                Some(value) => found.push((id, leaf, value)),
                None => return (refused(TOO_BIG), Why::Spans),
            }
        }
        let Some(&(_, leaf, number)) = found.first() else {
            return missing(reason);
        };
        let agrees =
            |(_, other, value): &(u32, Leaf, u64)| (other.bit, *value) == (leaf.bit, number);
        if !found.iter().all(agrees) {
            return (refused(INVALID), Why::Ambiguous);
        }
        let ids: Vec<u32> = found.iter().map(|(id, ..)| *id).collect();
        let why = self.definition(root, &ids);
        match request.verb {
            Verb::Load => self.load(local, leaf, number, why),
            Verb::LShift
                if value(self.target, leaf, Verb::LShift, self.target.big_endian)
                    != Some(number) =>
            {
                (number.to_string(), Why::HostShift)
            }
            _ => (number.to_string(), why),
        }
    }

    /// Whether the answer comes from the target's declaration of that very name.
    fn definition(&self, root: &Root, ids: &[u32]) -> Why {
        match self.target.chosen(root.kind, &root.name) {
            None => Why::Flavor,
            Some(chosen) if ids.contains(&chosen) => Why::Found,
            Some(_) => Why::OtherDefinition,
        }
    }

    /// A load keeps its width unless that is safe to change: pointers, and integers of which neither is signed. The link step
    /// declares those of less than eight bytes signed.
    fn load(&self, local: Leaf, leaf: Leaf, number: u64, why: Why) -> (String, Why) {
        if number > i16::MAX as u64 {
            return (refused(OUT_OF_RANGE), Why::Far);
        }
        if leaf.width.is_some() {
            return (POISON.to_owned(), Why::Bitfield);
        }
        let (from, to) = (local.bytes, leaf.bytes);
        if from == to {
            return (format!("{number}/{to}"), why);
        }
        let unsigned = |dump: &Dump, id: u32| {
            matches!(dump.get(dump.skip(id)), Type::Int { signed: false, .. })
        };
        if from != 8 || !unsigned(self.local, local.ty) || !unsigned(self.target, leaf.ty) {
            return (POISON.to_owned(), Why::Resized);
        }
        match to {
            1 | 2 | 4 => (format!("{number}/{to}"), Why::Adapted),
            _ => (refused(INVALID), Why::Resized),
        }
    }

    fn search(&self, candidate: u32, steps: &[Step], types: &[u32]) -> Result<Leaf, Why> {
        let mut leaf = Leaf {
            bit: 0,
            ty: candidate,
            bytes: 0,
            width: None,
            is_element: false,
        };
        let mut is_last = false;
        for (step, local) in steps.iter().zip(types) {
            match step {
                Step::Member(name) => {
                    let composite = self.target.composite(leaf.ty).ok_or(Why::Kind)?;
                    let (inner, last) =
                        member(self.target, composite, leaf.bit, name).ok_or(Why::NoField)?;
                    if !self.is_compatible(*local, inner.ty) {
                        return Err(Why::Kind);
                    }
                    (leaf, is_last) = (inner, last);
                }
                Step::Index(index) => {
                    let Type::Array { element, len } = self.target.get(self.target.skip(leaf.ty))
                    else {
                        return Err(Why::Kind);
                    };
                    let is_flexible = *len == 0 && is_last;
                    if index >= len && !is_flexible {
                        return Err(Why::Index);
                    }
                    let bytes = self.target.bytes(*element);
                    leaf = Leaf {
                        bit: leaf.bit + 8 * index * bytes,
                        ty: *element,
                        bytes,
                        width: None,
                        is_element: true,
                    };
                    is_last = false;
                }
            }
        }
        Ok(leaf)
    }

    fn is_compatible(&self, local: u32, target: u32) -> bool {
        let (local, target) = (self.local.skip(local), self.target.skip(target));
        match (self.local.get(local), self.target.get(target)) {
            (Type::Composite(_), Type::Composite(_))
            | (Type::Pointer, Type::Pointer)
            | (Type::Float { .. }, Type::Float { .. })
            | (Type::Int { .. }, Type::Int { .. }) => true,
            (Type::Enum { name: a, .. }, Type::Enum { name: b, .. })
            | (Type::Fwd { name: a }, Type::Fwd { name: b }) => {
                a.is_empty() || b.is_empty() || essential(a) == essential(b)
            }
            (Type::Array { element: a, .. }, Type::Array { element: b, .. }) => {
                self.is_compatible(*a, *b)
            }
            _ => false,
        }
    }
}

/// The first member of that name, through members that have none; and whether it is the last of what it stands in.
fn member(dump: &Dump, composite: &Composite, base: u64, name: &str) -> Option<(Leaf, bool)> {
    for (i, member) in composite.members.iter().enumerate() {
        let bit = base + member.bit;
        if member.name == name {
            let leaf = Leaf {
                bit,
                ty: member.ty,
                bytes: dump.bytes(member.ty),
                width: member.width,
                is_element: false,
            };
            return Some((leaf, i + 1 == composite.members.len()));
        }
        if !member.name.is_empty() {
            continue;
        }
        let inner = dump.composite(member.ty);
        let found = inner.and_then(|inner| self::member(dump, inner, bit, name));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The number that an operation is about; none if no unit holds the bitfield.
fn value(dump: &Dump, leaf: Leaf, verb: Verb, big_endian: bool) -> Option<u64> {
    if verb == Verb::Exists {
        return Some(1);
    }
    let (first, bytes) = unit(leaf)?;
    let width = leaf.width.unwrap_or(8 * bytes);
    Some(match verb {
        Verb::Offset | Verb::Load => first,
        Verb::Size => bytes,
        Verb::Signed => match dump.get(dump.skip(leaf.ty)) {
            Type::Int { signed, .. } | Type::Enum { signed, .. } => u64::from(*signed),
            _ => 0,
        },
        // As C computes it: without a check, in 64 bits.
        Verb::RShift => 64_u64.wrapping_sub(width),
        Verb::LShift if big_endian => 8_u64
            .wrapping_sub(bytes)
            .wrapping_mul(8)
            .wrapping_add(leaf.bit - 8 * first),
        Verb::LShift => 64_u64.wrapping_sub(leaf.bit + width - 8 * first),
        Verb::Exists | Verb::TypeExists | Verb::TypeSize | Verb::TypeMatches => 1,
    })
}

fn refused(error: i32) -> String {
    format!("refused {error}")
}

#[cfg(test)]
mod tests {
    use super::super::dump::Dump;
    use super::super::paths::Requests;
    use super::{Pair, Why};

    /// Types 1 to 5 are the same in both kernels.
    fn dump(structs: &str) -> Dump {
        let json = format!(
            r#"{{"types":[
            {{"id":1,"kind":"INT","name":"unsigned int","size":4,"bits_offset":0,"nr_bits":32,"encoding":"(none)"}},
            {{"id":2,"kind":"INT","name":"long","size":8,"bits_offset":0,"nr_bits":64,"encoding":"SIGNED"}},
            {{"id":3,"kind":"PTR","name":"(anon)","type_id":0}},
            {{"id":4,"kind":"ARRAY","name":"(anon)","type_id":1,"nr_elems":2}},
            {{"id":5,"kind":"ARRAY","name":"(anon)","type_id":1,"nr_elems":0}},
            {structs}]}}"#
        );
        Dump::parse(&json, false).expect("it is a dump")
    }

    fn strct(id: u32, name: &str, members: &[(&str, u32, u32, u32)]) -> String {
        let member = |(name, ty, bit, width): &(&str, u32, u32, u32)| {
            format!(
                r#"{{"name":"{name}","type_id":{ty},"bits_offset":{bit},"bitfield_size":{width}}}"#
            )
        };
        let members: Vec<String> = members.iter().map(member).collect();
        format!(
            r#"{{"id":{id},"kind":"STRUCT","name":"{name}","size":32,"members":[{}]}}"#,
            members.join(",")
        )
    }

    fn answers(local: &str, target: &str) -> Vec<(String, String, Why)> {
        let (local, target) = (dump(local), dump(target));
        let pair = Pair {
            local: &local,
            target: &target,
            matches: None,
        };
        let requests = Requests::new(&local, 1, false, |_, _| true);
        let answer = |request| {
            let expected = pair.expect(&requests.roots[0], request);
            let expected = expected.expect("the path is there");
            (requests.describe(request), expected.new, expected.why)
        };
        requests.requests.iter().map(answer).collect()
    }

    #[test]
    fn each_rule_has_its_answer() {
        let int = [("f", 1, 32, 0)];
        let other = |members: &[(&str, u32, u32, u32)]| strct(6, "s", members);
        let two = |a: &str, b: &str, offset| {
            let second = strct(7, b, &[("f", 1, offset, 0)]);
            format!("{},{second}", strct(6, a, &int))
        };
        let cases = [
            (other(&[("f", 1, 64, 0)]), "8/4", Why::Found),
            (strct(6, "t", &int), "poison", Why::NoType),
            (other(&[("g", 1, 64, 0)]), "poison", Why::NoField),
            (other(&[("f", 3, 64, 0)]), "poison", Why::Kind),
            (other(&[("f", 2, 64, 0)]), "poison", Why::Resized),
            (other(&[("f", 1, 64, 3)]), "poison", Why::Bitfield),
            (other(&[("f", 1, 8 * 32768, 0)]), "refused -34", Why::Far),
            (other(&[("f", 2, 60, 63)]), "refused -7", Why::Spans),
            (two("s", "s", 64), "refused -22", Why::Ambiguous),
            (two("s", "s", 32), "4/4", Why::Found),
            (strct(6, "s___new", &int), "4/4", Why::Flavor),
        ];
        for (target, new, why) in cases {
            let answers = answers(&strct(6, "s", &int), &target);
            let load = answers
                .iter()
                .find(|(what, ..)| what == "load of struct:s.f");
            assert_eq!(load.map(|(_, new, why)| (&**new, *why)), Some((new, why)));
        }
    }

    #[test]
    fn an_array_without_a_length_has_elements_where_it_is_last() {
        let local = strct(6, "s", &[("a", 5, 64, 0)]);
        let last = strct(6, "s", &[("a", 5, 128, 0)]);
        let not_last = strct(6, "s", &[("a", 5, 128, 0), ("b", 1, 128, 0)]);
        let short = strct(6, "s", &[("a", 4, 128, 0)]);
        for (target, new) in [(last, "28"), (not_last, "poison"), (short, "poison")] {
            let answers = answers(&local, &target);
            let offset = answers
                .iter()
                .find(|(what, ..)| what == "offset of struct:s.a[3]");
            assert_eq!(offset.map(|(_, new, _)| &**new), Some(new));
        }
    }
}
