//! A kernel's types as bpftool reads them: nothing here knows of btfgen's own reader.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::Path;

use serde_json::Value;

use super::Kernel;
use crate::host::{self, Result};
use crate::tools;

/// All types of a kernel, by id.
pub(super) struct Dump {
    types: Vec<Type>,
    /// The types that a loader takes for each other: kind and name without flavor.
    alike: HashMap<(Kind, String), Vec<u32>>,
    /// The type that bindings have for a kind and name: of several the one with most members, then the largest, then the first.
    chosen: HashMap<(Kind, String), u32>,
    pub(super) big_endian: bool,
    pub(super) pointer_bytes: u64,
}

/// Types with a name of their own that have fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    Struct,
    Union,
    Typedef,
}

pub(super) enum Type {
    Int {
        bytes: u64,
        signed: bool,
        /// `char`, whose sign is the architecture's.
        char: bool,
    },
    Pointer,
    Float {
        bytes: u64,
    },
    Enum {
        name: String,
        bytes: u64,
        signed: bool,
    },
    Array {
        element: u32,
        len: u64,
    },
    Composite(Composite),
    Fwd {
        name: String,
    },
    Typedef {
        name: String,
        to: u32,
    },
    /// `const` and the like.
    Modifier {
        to: u32,
    },
    Other,
}

pub(super) struct Composite {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) bytes: u64,
    pub(super) members: Vec<Member>,
}

pub(super) struct Member {
    /// Empty if it has none.
    pub(super) name: String,
    pub(super) ty: u32,
    pub(super) bit: u64,
    /// Of a bitfield.
    pub(super) width: Option<u64>,
}

/// Names of an integer that is as long as a pointer.
const LONG: [&str; 4] = ["long", "long int", "unsigned long", "long unsigned int"];

impl Dump {
    pub(super) fn read(kernel: &Kernel) -> Result<Dump> {
        let bpftool = tools::need("bpftool", tools::bpftool())?;
        let btf = &kernel.btf;
        let of = |more: &[&OsStr], path: &Path| {
            let mut command = host::command(&bpftool);
            command.args(more).args(["-j", "btf", "dump", "file"]);
            host::output(command.arg(path))
        };
        let magic = host::read(btf)?;
        let mut dump = Dump::parse(&of(&[], btf)?, magic.starts_with(&[0xeb, 0x9f]))
            .map_err(|error| format!("{}: {error}", btf.display()))?;
        if let Some(module) = &kernel.module {
            let json = of(&["-B".as_ref(), btf.as_os_str()], module)?;
            dump.add(&json)
                .map_err(|error| format!("{}: {error}", module.display()))?;
        }
        Ok(dump)
    }

    pub(super) fn parse(json: &str, big_endian: bool) -> Result<Dump> {
        let mut dump = Dump {
            types: vec![Type::Other],
            alike: HashMap::new(),
            chosen: HashMap::new(),
            big_endian,
            pointer_bytes: 8,
        };
        dump.add(json)?;
        Ok(dump)
    }

    /// The kernel's types, or those of a module, whose ids count on.
    fn add(&mut self, json: &str) -> Result<()> {
        let json: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let list = json["types"].as_array().ok_or("bpftool dumps no types")?;
        let first = self.types.len() as u32;
        for value in list {
            if number(value, "id") != self.types.len() as u64 {
                return Err(format!("type {} is out of order", number(value, "id")));
            }
            self.types.push(parse_type(value)?);
            if text(value, "kind") == "INT" && LONG.contains(&text(value, "name")) {
                self.pointer_bytes = number(value, "size");
            }
        }
        // What the kernel has is neither looked for in modules nor chosen from them.
        let (alike, chosen) = (
            std::mem::take(&mut self.alike),
            std::mem::take(&mut self.chosen),
        );
        for (id, value) in (first..).zip(list) {
            self.register(id, &name(value), text(value, "kind"));
        }
        self.alike.extend(alike);
        self.chosen.extend(chosen);
        Ok(())
    }

    fn register(&mut self, id: u32, name: &str, kind: &str) {
        let kind = match kind {
            "STRUCT" => Kind::Struct,
            "UNION" => Kind::Union,
            "TYPEDEF" => Kind::Typedef,
            _ => return,
        };
        if name.is_empty() {
            return;
        }
        let alike = (kind, essential(name).to_owned());
        self.alike.entry(alike).or_default().push(id);
        let weight = |id: u32| match &self.types[id as usize] {
            Type::Composite(composite) => (composite.members.len(), composite.bytes),
            _ => (0, 0),
        };
        let key = (kind, name.to_owned());
        let known = self.chosen.get(&key).copied();
        if known.is_none_or(|known| weight(known) < weight(id)) {
            self.chosen.insert(key, id);
        }
    }

    pub(super) fn get(&self, id: u32) -> &Type {
        self.types.get(id as usize).unwrap_or(&Type::Other)
    }

    pub(super) fn composite(&self, id: u32) -> Option<&Composite> {
        match self.get(self.skip(id)) {
            Type::Composite(composite) => Some(composite),
            _ => None,
        }
    }

    /// Without typedefs, `const` and the like.
    pub(super) fn skip(&self, mut id: u32) -> u32 {
        while let Type::Typedef { to, .. } | Type::Modifier { to } = self.get(id) {
            id = *to;
        }
        id
    }

    /// Size in bytes.
    pub(super) fn bytes(&self, id: u32) -> u64 {
        match self.get(self.skip(id)) {
            Type::Int { bytes, .. } | Type::Float { bytes } | Type::Enum { bytes, .. } => *bytes,
            Type::Pointer => self.pointer_bytes,
            Type::Array { element, len } => len * self.bytes(*element),
            Type::Composite(composite) => composite.bytes,
            _ => 0,
        }
    }

    /// Size in bytes in the bindings, see [`Dump::in_bindings`].
    pub(super) fn bytes_in_bindings(&self, id: u32) -> u64 {
        match (self.get(self.skip(id)), self.in_bindings(id)) {
            (_, Some(composite)) => composite.bytes,
            (Type::Array { element, len }, _) => len * self.bytes_in_bindings(*element),
            _ => self.bytes(id),
        }
    }

    /// What a loader takes for a type of this name.
    pub(super) fn candidates(&self, kind: Kind, name: &str) -> &[u32] {
        let found = self.alike.get(&(kind, essential(name).to_owned()));
        found.map_or(&[], Vec::as_slice)
    }

    /// The one that bindings are made from.
    pub(super) fn chosen(&self, kind: Kind, name: &str) -> Option<u32> {
        self.chosen.get(&(kind, name.to_owned())).copied()
    }

    /// Named structs and unions, and typedefs of ones without a name, in an order that only names decide.
    pub(super) fn roots(&self) -> Vec<(Kind, String, u32)> {
        let roots = self.chosen.iter().filter(|((kind, _), id)| {
            *kind != Kind::Typedef
                || matches!(self.get(self.unmodified(**id)), Type::Composite(it) if it.name.is_empty())
        });
        let mut roots: Vec<_> = roots
            .map(|((kind, name), id)| (*kind, name.clone(), *id))
            .collect();
        roots.sort();
        roots
    }

    /// What a typedef stands for, without `const` and the like.
    fn unmodified(&self, typedef: u32) -> u32 {
        let mut id = match self.get(typedef) {
            Type::Typedef { to, .. } => *to,
            _ => typedef,
        };
        while let Type::Modifier { to } = self.get(id) {
            id = *to;
        }
        id
    }

    /// The struct or union of a member in the bindings: a name stands for the type chosen for it, whichever type it was.
    pub(super) fn in_bindings(&self, mut id: u32) -> Option<&Composite> {
        loop {
            match self.get(id) {
                Type::Modifier { to } => id = *to,
                Type::Typedef { name, to } => match self.get(self.unmodified(id)) {
                    Type::Composite(it) if it.name.is_empty() => {
                        return self.composite(self.chosen(Kind::Typedef, name)?);
                    }
                    _ => id = *to,
                },
                Type::Composite(it) if it.name.is_empty() => return Some(it),
                Type::Composite(it) => return self.composite(self.chosen(it.kind, &it.name)?),
                _ => return None,
            }
        }
    }
}

/// Text before the last `___` that has something else on both sides: what stands behind it is a flavor to loaders.
pub(super) fn essential(name: &str) -> &str {
    let bytes = name.as_bytes();
    let flavor = (1..bytes.len().saturating_sub(3)).rev().find(|&at| {
        bytes[at..].starts_with(b"___") && bytes[at - 1] != b'_' && bytes[at + 3] != b'_'
    });
    flavor.map_or(name, |at| &name[..at])
}

fn parse_type(value: &Value) -> Result<Type> {
    let bytes = number(value, "size");
    let to = number(value, "type_id") as u32;
    Ok(match text(value, "kind") {
        "INT" => {
            if number(value, "nr_bits") != 8 * bytes || number(value, "bits_offset") != 0 {
                return Err(format!("`{}` is a bitfield of the old form", name(value)));
            }
            Type::Int {
                bytes,
                signed: text(value, "encoding") == "SIGNED",
                char: name(value) == "char",
            }
        }
        "PTR" => Type::Pointer,
        "FLOAT" => Type::Float { bytes },
        "ENUM" | "ENUM64" => Type::Enum {
            name: name(value),
            bytes,
            signed: text(value, "encoding") == "SIGNED",
        },
        "ARRAY" => Type::Array {
            element: to,
            len: number(value, "nr_elems"),
        },
        "STRUCT" => Type::Composite(composite(value, Kind::Struct)),
        "UNION" => Type::Composite(composite(value, Kind::Union)),
        "FWD" => Type::Fwd { name: name(value) },
        "TYPEDEF" => Type::Typedef {
            name: name(value),
            to,
        },
        "CONST" | "VOLATILE" | "RESTRICT" | "TYPE_TAG" => Type::Modifier { to },
        _ => Type::Other,
    })
}

fn composite(value: &Value, kind: Kind) -> Composite {
    let members = value["members"].as_array().into_iter().flatten();
    let members = members.map(|member| Member {
        name: name(member),
        ty: number(member, "type_id") as u32,
        bit: number(member, "bits_offset"),
        width: Some(number(member, "bitfield_size")).filter(|width| *width != 0),
    });
    Composite {
        kind,
        name: name(value),
        bytes: number(value, "size"),
        members: members.collect(),
    }
}

fn name(value: &Value) -> String {
    Some(text(value, "name"))
        .filter(|name| *name != "(anon)")
        .unwrap_or_default()
        .to_owned()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::essential;

    #[test]
    fn a_flavor_is_what_stands_behind_the_last_three_underscores() {
        for (name, expected) in [
            ("nf_conn___init", "nf_conn"),
            ("a___b___c", "a___b"),
            ("class___task_rq_lock_t", "class"),
            ("___a", "___a"),
            ("a___", "a___"),
            ("a____b", "a____b"),
            ("ab", "ab"),
        ] {
            assert_eq!(essential(name), expected);
        }
    }
}
