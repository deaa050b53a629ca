//! The types that rustc's own `btf_relocations` are asked about, and the list of what can be asked: for
//! `--intrinsics core`.
//!
//! A carrier has the C name, the fields' C names and their BTF kinds, for that is what loaders compare; nothing else of it
//! matters. A type without a name can't be found in a kernel, so its members are asked for from the struct around it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::names::{self, Item};
use crate::reloc::hash;
use crate::reloc::table::{Block, Container, Key, Member, Table, Type};
use crate::room::{self, TooLong};

use super::context::Context;

/// What upstream's queries may be asked to step over.
const MAX_STEPS: usize = 16;

/// Members that one type can have by way of types without a name, `uid.val`; real kernels have up to some hundred.
const MAX_NESTED: usize = 4096;

const FIELD_UNCOVERED: &str = "rustc's btf_relocations do not cover this field, because Rust can't write its name or type, or it is of another definition of the type: use \
                               `btfgen --intrinsics asm`";

pub(super) fn build(context: Context<'_, '_>, table: &Table) -> Result<String, TooLong> {
    let carriers = Carriers::new(context, table);
    let mut text = String::from(
        "// What rustc lays its relocations on: C's names and the kinds of fields, laid out as nothing depends on.\n\
         #[cfg(target_arch = \"bpf\")]\n\
         #[allow(non_camel_case_types, non_snake_case)]\n\
         mod carriers {\n",
    );
    for part in ["structs", "unions", "nameless"] {
        text += &format!("pub mod {part} {{\n");
        for (key, block) in &carriers.aggregates {
            if module(key) == part {
                carriers.push_carrier(&mut text, key, *block);
                room::check(&text, || key.to_string())?;
            }
        }
        text += "}\n";
    }
    push_enums(&mut text, table);
    text += "}\n";
    for block in &table.blocks {
        carriers.push_members(&mut text, block);
        room::check(&text, || block.key.to_string())?;
    }
    Ok(text)
}

struct Carriers<'c> {
    /// All that stand in some field, or are a block; the fields of those that are no block don't matter.
    aggregates: BTreeMap<&'c Key, Option<&'c Block>>,
    /// What the opaque types with members are called.
    roots: HashMap<&'c Key, &'c str>,
}

impl<'c> Carriers<'c> {
    fn new(context: Context<'c, '_>, table: &'c Table) -> Carriers<'c> {
        let fields = table.blocks.iter().flat_map(|block| &block.members);
        let contained = fields.filter_map(|member| match innermost(&member.ty) {
            Type::Aggregate(key) => Some((key, None)),
            _ => None,
        });
        let mut aggregates: BTreeMap<_, _> = contained.collect();
        aggregates.extend(table.blocks.iter().map(|block| (&block.key, Some(block))));
        let opaque = context.module.items.iter().filter_map(|item| match item {
            Item::Opaque(opaque) if opaque.body.is_some() => {
                Some((&opaque.key, opaque.ident.as_str()))
            }
            _ => None,
        });
        Carriers {
            aggregates,
            roots: opaque.collect(),
        }
    }

    fn push_carrier(&self, out: &mut String, key: &Key, block: Option<&Block>) {
        let Some(ident) = carrier_ident(key) else {
            return;
        };
        let container = match (key, block.and_then(|block| block.underlying)) {
            (Key::Union(_), _) | (_, Some(Container::Union)) => "union",
            _ => "struct",
        };
        *out += &format!(
            "#[btf_relocatable]\n#[repr(C)]\n#[derive(Clone, Copy)]\npub {container} {ident} {{\n"
        );
        // If loaders try several definitions, each local type describes one of them.
        let members = block.map_or(&[][..], Block::own_members);
        let mut fields = members
            .iter()
            .filter_map(|member| Some((names::exact(&member.name)?, ty(&member.ty)?)))
            .peekable();
        // Rust has no union without a field.
        if container == "union" && fields.peek().is_none() {
            *out += "    pub _nothing: [::core::primitive::u8; 0],\n";
        }
        for (ident, ty) in fields {
            *out += &format!("    pub {ident}: {ty},\n");
        }
        *out += "}\n";
    }

    fn push_members(&self, out: &mut String, block: &Block) {
        let Some(root) = self.roots.get(&block.key) else {
            return;
        };
        let mut budget = MAX_NESTED;
        let at = format!("super::{root}");
        let asked = match (&block.key, carrier_ident(&block.key)) {
            (Key::Struct(_) | Key::Union(_), Some(carrier)) => {
                Ok(format!("{} {carrier}", module(&block.key)))
            }
            _ => Err(format!(
                "rustc's btf_relocations do not cover `{root}`, because no struct or union of C has this name: begin at \
                 one that holds it, or use `btfgen --intrinsics asm`"
            )),
        };
        self.push_members_at(out, &at, &asked, &[], block, &mut budget);
    }

    /// Those of a block, and then of the types without a name in it. Of a carrier, or why there is none.
    fn push_members_at(
        &self,
        out: &mut String,
        at: &str,
        asked: &Result<String, String>,
        way: &[String],
        block: &Block,
        budget: &mut usize,
    ) {
        let (mut covered, mut uncovered, mut nested) = (String::new(), String::new(), Vec::new());
        for (at, member) in block.members.iter().enumerate() {
            let step = hash(&member.name);
            let to = match self.named(member) {
                Some(to) => format!(" -> super::{to}"),
                None => String::new(),
            };
            let ident = names::exact(&member.name)
                .filter(|_| ty(&member.ty).is_some() && at < block.own_members().len());
            let way: Vec<_> = way.iter().cloned().chain(ident.clone()).collect();
            if ident.is_some() && asked.is_ok() {
                covered += &format!("    {step:#018x} {}{to};\n", way.join("."));
            } else {
                uncovered += &format!("    {step:#018x}{to};\n");
            }
            if ident.is_some() && to.is_empty() {
                nested.extend(self.nameless(member).map(|inner| (step, way, inner)));
            }
        }
        let (carrier, why) = match asked {
            Ok(carrier) => (carrier.as_str(), FIELD_UNCOVERED),
            Err(why) => ("", why.as_str()),
        };
        if !covered.is_empty() {
            *out += &format!("members! {{ {at}, {carrier};\n{covered}}}\n");
        }
        if !uncovered.is_empty() {
            *out += &format!("uncovered! {{ {at}, {why:?};\n{uncovered}}}\n");
        }
        for (step, way, inner) in nested {
            let members = inner.members.len();
            if way.len() < MAX_STEPS && members <= *budget {
                *budget -= members;
                let at = format!("Within<{at}, {step:#018x}>");
                self.push_members_at(out, &at, asked, &way, inner, budget);
            }
        }
    }

    fn named(&self, member: &Member) -> Option<&str> {
        match &member.ty {
            Type::Aggregate(key @ (Key::Struct(_) | Key::Union(_)))
                if carrier_ident(key).is_some() =>
            {
                self.roots.get(key).copied()
            }
            _ => None,
        }
    }

    fn nameless(&self, member: &Member) -> Option<&'c Block> {
        match &member.ty {
            Type::Aggregate(key @ (Key::Typedef(_) | Key::Anon { .. })) => {
                *self.aggregates.get(key)?
            }
            _ => None,
        }
    }
}

fn push_enums(out: &mut String, table: &Table) {
    let fields = table.blocks.iter().flat_map(|block| &block.members);
    let mut enums: BTreeSet<(String, String)> = BTreeSet::new();
    for member in fields {
        if let Type::Enum {
            name, bits, signed, ..
        } = innermost(&member.ty)
            && let Some(ident) = enum_ident(name, *bits, *signed)
        {
            enums.insert((ident, integer(*bits, *signed)));
        }
    }
    *out += "pub mod enums {\n";
    let mut last = None;
    // Loaders compare no sizes of enums: where a kernel has several of a name, one will do.
    for (ident, integer) in &enums {
        if last.replace(ident) != Some(ident) {
            *out += &format!(
                "#[repr({integer})]\n#[derive(Clone, Copy)]\npub enum {ident} {{\n    _0,\n}}\n"
            );
        }
    }
    *out += "}\n";
}

fn innermost(ty: &Type) -> &Type {
    match ty {
        Type::Array { element, .. } => innermost(element),
        ty => ty,
    }
}

fn module(key: &Key) -> &'static str {
    match key {
        Key::Struct(_) => "structs",
        Key::Union(_) => "unions",
        Key::Typedef(_) | Key::Anon { .. } => "nameless",
    }
}

/// The C name, which is what is looked for; of what has none, anything.
fn carrier_ident(key: &Key) -> Option<String> {
    match key {
        Key::Struct(name) | Key::Union(name) => names::exact(name),
        Key::Typedef(_) | Key::Anon { .. } => {
            Some(format!("nameless_{:016x}", hash(&key.to_string())))
        }
    }
}

fn enum_ident(name: &str, bits: u8, signed: bool) -> Option<String> {
    match name {
        "" => Some(format!("nameless_{}", integer(bits, signed))),
        name => names::exact(name),
    }
}

fn integer(bits: u8, signed: bool) -> String {
    format!("{}{bits}", if signed { "i" } else { "u" })
}

/// A Rust type of the BTF kind; None if there is none.
fn ty(of: &Type) -> Option<String> {
    Some(match of {
        Type::Bool => "::core::primitive::bool".to_string(),
        Type::Int { bits, signed, .. } => format!("::core::primitive::{}", integer(*bits, *signed)),
        Type::Float {
            bits: bits @ (32 | 64),
        } => format!("::core::primitive::f{bits}"),
        Type::Float { .. } => return None,
        Type::Pointer { .. } => "*const ::core::ffi::c_void".to_string(),
        Type::Enum {
            name, bits, signed, ..
        } => {
            format!("super::enums::{}", enum_ident(name, *bits, *signed)?)
        }
        Type::Aggregate(key) => format!("super::{}::{}", module(key), carrier_ident(key)?),
        Type::Array { len, element } => format!("[{}; {len}]", ty(element)?),
        // Only behind a pointer.
        Type::Void | Type::Anonymous(_) | Type::Function { .. } | Type::Unknown => return None,
    })
}
