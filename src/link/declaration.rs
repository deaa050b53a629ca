//! The local type of a root as the bindings declare it: what libbpf compares member for member for `type_matches`.
//!
//! Its rules (`__bpf_core_types_match` of relo_core.c) ask for names of integers, of enumerators, of what pointers point
//! to, and for the same anonymous members. They don't ask for offsets and sizes of structs; here these are such that the
//! kernel takes the BTF. What the rules call different from itself, or the table does not tell, is left out.

use std::collections::HashMap;
use std::ops::Range;

use super::btf_section::{BtfSection, NewMember, POINTER_BYTES, TypeId, VOID};
use super::path::{BlockId, Index, is_union};
use crate::reloc::table::{
    Block, Container, Key, Member, Nesting, Place, Symbol, Type, Typedef, Word, c_name,
};

/// The types of one table that were built so far: several roots may contain the same.
#[derive(Default)]
pub(super) struct Known {
    /// `None`: not complete yet.
    blocks: HashMap<BlockId, Option<Built>>,
    /// By name and size in bits.
    enums: HashMap<(String, u8), TypeId>,
}

pub(super) fn build(
    index: &Index<'_>,
    root: BlockId,
    known: &mut Known,
    btf: &mut BtfSection,
) -> Result<TypeId, String> {
    let mut builder = Builder {
        index,
        btf,
        known,
        depth: 0,
        deepest: 0,
    };
    Ok(builder.block(root)?.id)
}

/// The local type of a typedef, for `type_exists`. libbpf compares the type that it names.
pub(super) fn typedef(
    index: &Index<'_>,
    typedef: &Typedef,
    btf: &mut BtfSection,
) -> Result<TypeId, String> {
    let ty = whole(index, &typedef.ty, &typedef.key(), btf)?;
    Ok(btf.add_typedef(c_name(&typedef.name), ty))
}

/// A variable of the kernel. libbpf compares its type with the kernel's.
pub(super) fn variable(
    index: &Index<'_>,
    variable: &Symbol,
    btf: &mut BtfSection,
) -> Result<TypeId, String> {
    let ty = whole(index, &variable.ty, &variable.name, btf)?;
    Ok(btf.add_extern_variable(&variable.name, ty))
}

/// A function of the kernel. libbpf compares its prototype it with the kernel's.
pub(super) fn function(
    index: &Index<'_>,
    function: &Symbol,
    btf: &mut BtfSection,
) -> Result<TypeId, String> {
    let prototype = whole(index, &function.ty, &function.name, btf)?;
    Ok(btf.add_extern_function(&function.name, prototype))
}

/// A type that no member has, and nothing but its name of the structs in it.
fn whole(index: &Index<'_>, ty: &Type, of: &str, btf: &mut BtfSection) -> Result<TypeId, String> {
    let mut builder = Builder {
        index,
        btf,
        known: &mut Known::default(),
        depth: 0,
        deepest: 0,
    };
    let built = builder.ty(ty, Position::BehindPointer)?;
    let built = built.ok_or_else(|| format!("loaders can't compare `{of}`"))?;
    Ok(built.id)
}

/// libbpf refuses what is deeper.
const MAX_DEPTH: usize = 31;

#[derive(Clone, Copy)]
struct Built {
    id: TypeId,
    bytes: u64,
    /// Structs and unions in each other, itself included.
    height: usize,
}

struct Builder<'a, 't> {
    index: &'a Index<'t>,
    btf: &'a mut BtfSection,
    known: &'a mut Known,
    /// Structs and unions around.
    depth: usize,
    /// The largest depth so far in what is being built.
    deepest: usize,
}

/// Where a type stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Value,
    /// Of structs and unions only the name is compared.
    BehindPointer,
}

/// Some of a block's members: all of them, or those of an anonymous one.
struct Scope<'t> {
    is_union: bool,
    /// Bits from the start of the block.
    start: u64,
    members: Range<usize>,
    nesting: &'t [Nesting],
}

impl<'t> Builder<'_, 't> {
    fn block(&mut self, id: BlockId) -> Result<Built, String> {
        let block = self.index.block(id);
        match self.known.blocks.get(&id) {
            Some(Some(built)) => {
                let built = *built;
                return self.go_down(block, built.height).map(|()| built);
            }
            Some(None) => return Err(format!("`{}` contains itself", block.key)),
            None => self.known.blocks.insert(id, None),
        };
        let scope = Scope {
            is_union: is_union(block),
            start: 0,
            members: 0..block.own_members().len(),
            nesting: &block.nesting,
        };
        let around = std::mem::replace(&mut self.deepest, self.depth);
        let mut built = self.composite(block, &scope, block.key.tag(), u64::from(block.bytes))?;
        built.height = self.deepest - self.depth;
        self.deepest = self.deepest.max(around);
        if let Key::Typedef(name) = &block.key {
            built.id = self.btf.add_typedef(name, built.id);
        }
        self.known.blocks.insert(id, Some(built));
        Ok(built)
    }

    /// Notes that so many levels stand below.
    fn go_down(&mut self, block: &Block, levels: usize) -> Result<(), String> {
        let depth = self.depth + levels;
        if depth > MAX_DEPTH {
            return Err(format!(
                "`{}` is nested more than {MAX_DEPTH} deep",
                block.key
            ));
        }
        self.deepest = self.deepest.max(depth);
        Ok(())
    }

    fn composite(
        &mut self,
        block: &'t Block,
        scope: &Scope<'t>,
        name: &str,
        bytes: u64,
    ) -> Result<Built, String> {
        self.go_down(block, 1)?;
        self.depth += 1;
        let (mut members, mut bytes) = (Vec::new(), bytes);
        let (mut at, mut nesting) = (scope.members.start, scope.nesting);
        while at < scope.members.end {
            let member = match nesting.split_first() {
                Some((inner, rest)) if inner.members.start == at => {
                    let (inside, behind) = rest
                        .split_at(rest.partition_point(|it| it.members.start < inner.members.end));
                    (at, nesting) = (inner.members.end, behind);
                    Some(self.anonymous(block, scope, inner, inside)?)
                }
                _ => {
                    at += 1;
                    self.member(&block.members[at - 1], scope)?
                }
            };
            if let Some((member, end)) = member {
                members.push(member);
                bytes = bytes.max(end);
            }
        }
        self.depth -= 1;
        members.sort_by_key(|member| member.bit);
        let id = u32::try_from(bytes).ok();
        let id = id.and_then(|bytes| {
            self.btf
                .add_composite(scope.is_union, name, bytes, &members)
        });
        let id = id.ok_or_else(|| {
            format!(
                "`{}` has more members, or larger offsets, than BTF can express",
                block.key
            )
        })?;
        Ok(Built {
            id,
            bytes,
            height: 0,
        })
    }

    /// With its end in bytes, counted from the start of the scope.
    fn anonymous(
        &mut self,
        block: &'t Block,
        scope: &Scope<'t>,
        inner: &Nesting,
        inside: &'t [Nesting],
    ) -> Result<(NewMember<'t>, u64), String> {
        let first = block.members[inner.members.clone()].iter();
        let first = first.map(|member| member.place.bit() / 8 * 8).min();
        let start = match scope.is_union {
            true => scope.start,
            false => first.unwrap_or(scope.start).max(scope.start),
        };
        let inner_scope = Scope {
            is_union: inner.kind == Container::Union,
            start,
            members: inner.members.clone(),
            nesting: inside,
        };
        let built = self.composite(block, &inner_scope, &inner.name, 0)?;
        let member = NewMember {
            name: "",
            ty: built.id,
            bit: start - scope.start,
            width: 0,
        };
        Ok((member, (start - scope.start) / 8 + built.bytes))
    }

    fn member(
        &mut self,
        member: &'t Member,
        scope: &Scope<'t>,
    ) -> Result<Option<(NewMember<'t>, u64)>, String> {
        let Some(built) = self.ty(&member.ty, Position::Value)? else {
            return Ok(None);
        };
        let bit = match scope.is_union {
            true => 0,
            false => member.place.bit().saturating_sub(scope.start),
        };
        let (width, end) = match member.place {
            Place::Byte(_) => (0, bit / 8 + built.bytes),
            Place::Bits { width, .. } => (width, (bit + u64::from(width)).div_ceil(8)),
        };
        let new = NewMember {
            name: c_name(&member.name),
            ty: built.id,
            bit,
            width,
        };
        Ok(Some((new, end)))
    }

    /// `None`: not to be compared.
    fn ty(&mut self, ty: &Type, position: Position) -> Result<Option<Built>, String> {
        let (id, bytes) = match ty {
            Type::Bool | Type::Int { .. } => return self.integer(ty),
            // Not even equal to itself.
            Type::Float { .. } | Type::Unknown => return Ok(None),
            Type::Pointer { to, .. } => {
                let Some(to) = self.ty(to, Position::BehindPointer)? else {
                    return Ok(None);
                };
                (self.btf.add_pointer_to(to.id), POINTER_BYTES)
            }
            Type::Aggregate(key) => match self.index.block_of(key) {
                Some(block) if position == Position::Value => return self.block(block).map(Some),
                _ => (self.by_name(key)?, 0),
            },
            Type::Enum {
                name,
                bits,
                signed,
                enum64,
            } => {
                let id = self.enumeration(name, *bits, *signed, *enum64)?;
                (id, u64::from(*bits) / 8)
            }
            Type::Array { len, element } => {
                let Some(element) = self.ty(element, position)? else {
                    return Ok(None);
                };
                let bytes = element.bytes.checked_mul(u64::from(*len));
                let bytes = bytes.filter(|bytes| *bytes <= u64::from(u32::MAX));
                let bytes = bytes.ok_or("an array larger than BTF can express")?;
                (self.btf.add_array(element.id, *len), bytes)
            }
            Type::Void => (VOID, 0),
            Type::Anonymous(kind) => (self.any("", *kind == Container::Union)?, 0),
            Type::Function {
                parameters,
                returns,
            } => {
                let Some(id) = self.function(parameters, returns)? else {
                    return Ok(None);
                };
                (id, 0)
            }
        };
        Ok(Some(Built {
            id,
            bytes,
            height: 0,
        }))
    }

    fn integer(&mut self, ty: &Type) -> Result<Option<Built>, String> {
        let code = ty.to_string();
        let known = self.index.integers.get(code.as_str());
        Ok(match (ty, known) {
            (Type::Bool, Some(known)) => Some(Built {
                id: self.btf.add_c_bool(&known.name),
                bytes: 1,
                height: 0,
            }),
            (Type::Int { bits, .. }, Some(known)) => Some(Built {
                id: self.btf.add_c_int(&known.name, *bits, known.signed),
                bytes: u64::from(*bits) / 8,
                height: 0,
            }),
            (
                Type::Int {
                    word: Word::Other, ..
                },
                None,
            ) => None,
            _ => return Err(format!("the table has no line for the integer `{code}`")),
        })
    }

    fn enumeration(
        &mut self,
        name: &str,
        bits: u8,
        signed: bool,
        enum64: bool,
    ) -> Result<TypeId, String> {
        let declared = self.index.enums.get(&(name, bits)).copied();
        match declared {
            None => Ok(self.btf.add_enum(name, bits, signed, enum64)),
            Some(declared) => {
                let name_and_size = (name.to_owned(), bits);
                if let Some(id) = self.known.enums.get(&name_and_size) {
                    return Ok(*id);
                }
                let enumerators = declared.enumerators.iter();
                let enumerators: Vec<_> = enumerators
                    .map(|(name, value)| (name.as_str(), *value as u64))
                    .collect();
                let id = self.btf.add_enumeration(declared, &enumerators);
                let id = id.ok_or_else(|| {
                    format!(
                        "`{}` has more enumerators than BTF can express",
                        declared.key()
                    )
                })?;
                self.known.enums.insert(name_and_size, id);
                Ok(id)
            }
        }
    }

    fn function(&mut self, parameters: &[Type], returns: &Type) -> Result<Option<TypeId>, String> {
        let mut ids = Vec::with_capacity(parameters.len());
        for ty in parameters.iter().chain([returns]) {
            let Some(built) = self.ty(ty, Position::BehindPointer)? else {
                return Ok(None);
            };
            ids.push(built.id);
        }
        let returns = ids.pop().unwrap_or(VOID);
        let id = self.btf.add_function(&ids, returns);
        id.ok_or_else(|| "a function with more parameters than BTF can express".to_owned())
            .map(Some)
    }

    fn by_name(&mut self, key: &Key) -> Result<TypeId, String> {
        match key {
            Key::Struct(name) => self.any(name, false),
            Key::Union(name) => self.any(name, true),
            Key::Typedef(_) | Key::Anon { .. } => {
                Err(format!("the table does not have the members of `{key}`"))
            }
        }
    }

    fn any(&mut self, name: &str, is_union: bool) -> Result<TypeId, String> {
        let id = self.btf.add_composite(is_union, name, 0, &[]);
        id.ok_or_else(|| "too many types".to_owned())
    }
}
