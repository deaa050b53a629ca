//! The local types: of each type that an access path starts from, a member for each path and [purpose](Purpose).
//!
//! A local type does not repeat the kernel's layout. Loaders find a field by its name, and compare neither the offsets nor the
//! sizes of a local type with those of the kernel, so these are [decoys](super::decoy):
//!
//! ```text
//! struct task_struct {                  // 0x7fff0000 bytes
//!         i32 exit_code;                // at 0: whether it exists, its sign, its shifts
//!         struct { i32 exit_code: 1; }; // at 0: its size
//!         u8 not_relocated[32752];      // only for a person who reads the type
//!         i32 pid;                      // at 32752: what a load reads
//!         i32 tgid;                     // at 32752, too
//!         i32 exit_code;                // at 0x1fff0000: its address is computed
//! };
//! ```
//!
//! A path that goes on into a struct has a struct with one member there. Members may share an offset: the kernel only asks that
//! offsets do not decrease (`btf_struct_check_meta`). They may share a name: an access string has indexes.

use std::collections::BTreeMap;

use super::btf_section::{BtfSection, NewMember, POINTER_BYTES, TypeId};
use super::declaration::Known;
use super::path::{BlockId, Hop, HopKey, Index, Path, is_union};
use super::{declaration, decoy};
use crate::reloc::record::Verb;
use crate::reloc::table::{Key, Member, Place, Type, c_name};

/// Paths were followed in the table before they come here.
fn not_built() -> String {
    "its type was not built".to_owned()
}

/// Which of a root's members an operation looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Purpose {
    /// Whether the member exists, its sign, its shifts: type and width are true.
    Value,
    /// Its size is a decoy.
    Size,
    /// An instruction reads it: its type decides about the instruction's width.
    Load,
    /// An instruction writes it.
    Store,
    /// Its offset becomes a number or is added to an address.
    Address,
}

/// The paths that are used of a root.
pub(super) type Uses<'t> = BTreeMap<PathKey, Vec<Hop<'t>>>;

/// What tells two members of a local type apart.
type PathKey = (Purpose, Vec<HopKey>);

/// The local type of a root.
pub(super) struct Local {
    pub(super) id: TypeId,
    targets: BTreeMap<PathKey, Target>,
}

/// Where a path leads in the local types.
#[derive(Clone)]
pub(super) struct Target {
    /// `0:3:1`
    pub(super) access: String,
    pub(super) position: Position,
}

/// A place in a root, and the size of what is there.
#[derive(Clone, Copy)]
pub(super) struct Position {
    /// From the start of the root, in bits.
    pub(super) bit: u64,
    /// `None`: the table does not have this type.
    pub(super) bytes: Option<u64>,
}

impl Purpose {
    /// `None`: the verb asks about the root, not about a member.
    fn of(verb: Verb) -> Option<Purpose> {
        match verb {
            Verb::Load => Some(Purpose::Load),
            Verb::Store => Some(Purpose::Store),
            Verb::Add | Verb::Offset => Some(Purpose::Address),
            Verb::Size | Verb::Length => Some(Purpose::Size),
            Verb::Exists
            | Verb::Signed
            | Verb::LShift
            | Verb::RShift
            | Verb::Shl
            | Verb::Shr
            | Verb::Sar => Some(Purpose::Value),
            Verb::TypeExists
            | Verb::TypeSize
            | Verb::TypeId
            | Verb::LocalTypeId
            | Verb::TypeMatches
            | Verb::EnumExists
            | Verb::EnumValue => None,
        }
    }

    /// Where a local type has such members, in bytes.
    fn start(self) -> u64 {
        match self {
            Purpose::Value | Purpose::Size => 0,
            Purpose::Load | Purpose::Store => decoy::MOVE,
            Purpose::Address => decoy::ADDRESS,
        }
    }
}

/// `None`: the path is the root itself, or the verb asks about that.
fn key(path: &Path<'_>, verb: Verb) -> Option<PathKey> {
    let purpose = Purpose::of(verb).filter(|_| !path.hops.is_empty())?;
    Some((purpose, path.hops.iter().map(Hop::key).collect()))
}

/// Where a path leads on the kernel that the bindings came from.
pub(super) fn declared(index: &Index<'_>, path: &Path<'_>) -> Result<Position, String> {
    let mut position = Position {
        bit: 0,
        bytes: Some(u64::from(index.block(path.root).bytes)),
    };
    for hop in &path.hops {
        let (bits, ty) = match *hop {
            Hop::Member(_, member) => (Some(member.place.bit()), &member.ty),
            Hop::Element(i, element) => {
                let stride = declared_bytes(index, element)?;
                let stride = stride.ok_or("the table does not have the size of the element")?;
                let bits = i.checked_mul(stride).and_then(|it| it.checked_mul(8));
                (bits, element)
            }
        };
        let bit = bits.and_then(|bits| position.bit.checked_add(bits));
        position = Position {
            bit: sayable(bit.ok_or_else(far)?)?,
            bytes: declared_bytes(index, ty)?,
        };
    }
    Ok(position)
}

/// Notes that a path is used, and for what.
pub(super) fn insert<'t>(uses: &mut Uses<'t>, path: &Path<'t>, verb: Verb) {
    if let Some(key) = key(path, verb) {
        uses.entry(key).or_insert_with(|| path.hops.clone());
    }
}

impl Local {
    /// Appends the type of a root with the members that are used.
    pub(super) fn build(
        index: &Index<'_>,
        root: BlockId,
        uses: &Uses<'_>,
        btf: &mut BtfSection,
    ) -> Result<Local, String> {
        Builder { index, btf }.root(root, uses)
    }

    /// Appends the type of a root with all that the table has of it.
    pub(super) fn declared(
        index: &Index<'_>,
        root: BlockId,
        known: &mut Known,
        btf: &mut BtfSection,
    ) -> Result<Local, String> {
        Ok(Local {
            id: declaration::build(index, root, known, btf)?,
            targets: BTreeMap::new(),
        })
    }

    /// Where a path leads that was inserted for this verb.
    pub(super) fn target(&self, path: &Path<'_>, verb: Verb) -> Result<Target, String> {
        let Some(key) = key(path, verb) else {
            return Ok(Target {
                access: "0".to_owned(),
                position: Position {
                    bit: 0,
                    bytes: Some(decoy::ROOT),
                },
            });
        };
        let target = self.targets.get(&key).cloned();
        target.ok_or_else(not_built)
    }
}

/// The local type that stands for a pointer's size: see [`decoy::ONE_POINTER`].
pub(super) fn one_pointer(btf: &mut BtfSection) -> TypeId {
    let bytes = decoy::SIZE as u32;
    let members = [filler(btf, bytes)];
    let id = btf.add_composite(false, decoy::ONE_POINTER, bytes, &members);
    id.expect("one member")
}

/// What makes a declaration in C readable: without it, tools print a line for each eight bytes of padding.
fn filler(btf: &mut BtfSection, bytes: u32) -> NewMember<'static> {
    let byte = btf.add_int(8, false);
    NewMember::new("not_relocated", btf.add_array(byte, bytes), 0)
}

struct Builder<'a, 't> {
    index: &'a Index<'t>,
    btf: &'a mut BtfSection,
}

/// What the type of a path's first member is made of.
struct Chain {
    id: TypeId,
    bytes: u64,
    /// Width of a bitfield, 0 for an ordinary member.
    width: u8,
    /// The indexes behind that of the first member.
    access: String,
    /// Bytes from the start of the first member.
    offset: u64,
    /// `None`: the table does not have the type at the end.
    leaf_bytes: Option<u64>,
}

/// A member of a root, before members are put in order.
struct Placed<'t> {
    key: PathKey,
    name: &'t str,
    start: u64,
    chain: Chain,
}

impl<'t> Builder<'_, 't> {
    fn root(&mut self, root: BlockId, uses: &Uses<'t>) -> Result<Local, String> {
        let block = self.index.block(root);
        let mut placed = uses
            .iter()
            .map(|(key, hops)| self.place(key, hops))
            .collect::<Result<Vec<_>, _>>()?;
        placed.sort_by_key(|it| it.start);

        let (mut members, mut targets, mut bytes) = (Vec::new(), BTreeMap::new(), decoy::ROOT);
        let prefix = if is_union(block) { "0:0" } else { "0" };
        for it in placed {
            if it.start > 0 && members.last().is_none_or(|last: &NewMember| last.bit == 0) {
                members.push(filler(self.btf, it.start as u32));
            }
            let mut access = format!("{prefix}:{}", members.len());
            let mut ty = it.chain.id;
            let mut name = it.name;
            if it.chain.width > 0 {
                // In a struct with bitfields offsets have 24 bits.
                let width = it.chain.width;
                ty = self.only(
                    it.chain.bytes,
                    NewMember {
                        name,
                        ty,
                        bit: 0,
                        width,
                    },
                )?;
                name = "";
                access += ":0";
            }
            members.push(NewMember::new(name, ty, it.start * 8));
            bytes = bytes.max(it.start + it.chain.bytes);
            access += &it.chain.access;
            let position = Position {
                bit: sayable((it.start + it.chain.offset) * 8)?,
                bytes: it.chain.leaf_bytes,
            };
            targets.insert(it.key, Target { access, position });
        }
        if is_union(block) {
            // The kernel wants every member of a union at offset 0.
            let inner = self.composite(false, "", bytes, &members)?;
            members = vec![NewMember::new("", inner, 0)];
        }
        let id = self.composite(is_union(block), block.key.tag(), bytes, &members)?;
        let id = self.named(&block.key, id);
        Ok(Local { id, targets })
    }

    fn place(&mut self, key: &PathKey, hops: &[Hop<'t>]) -> Result<Placed<'t>, String> {
        let Some((Hop::Member(_, first), rest)) = hops.split_first() else {
            return Err(not_built());
        };
        let purpose = key.0;
        let chain = self.member(first, rest, purpose, decoy::SIZE)?;
        Ok(Placed {
            key: key.clone(),
            name: c_name(&first.name),
            // All that is loaded has one offset, whatever element it is.
            start: purpose.start().saturating_sub(chain.offset),
            chain,
        })
    }

    fn member(
        &mut self,
        member: &'t Member,
        rest: &[Hop<'t>],
        purpose: Purpose,
        size: u64,
    ) -> Result<Chain, String> {
        let mut chain = self.chain(&member.ty, rest, purpose, size)?;
        if rest.is_empty() {
            chain.width = match member.place {
                Place::Bits { width, .. } => width,
                // Loaders don't compare the size of a local bitfield, so that the number can be any.
                Place::Byte(_) if purpose == Purpose::Size && can_be_bitfield(&member.ty) => 1,
                Place::Byte(_) => 0,
            };
        }
        Ok(chain)
    }

    /// The type of a member or an element, and of what a path goes on to in it. `size`: the bytes to be declared at the end, where sizes
    /// are decoys.
    fn chain(
        &mut self,
        ty: &'t Type,
        rest: &[Hop<'t>],
        purpose: Purpose,
        size: u64,
    ) -> Result<Chain, String> {
        match (rest.split_first(), ty) {
            (None, _) => self.leaf(ty, purpose, size),
            (Some((&Hop::Element(i, element), rest)), Type::Array { len, .. }) => {
                let len = i.checked_add(1).ok_or_else(far)?.max(u64::from(*len));
                let is_end = rest.is_empty() && purpose == Purpose::Size;
                let chain = match element {
                    Type::Int { .. } | Type::Bool if is_end => self.oversized(element),
                    _ => self.chain(element, rest, purpose, size / len)?,
                };
                let offset = i.checked_mul(chain.bytes).ok_or_else(far)?;
                let (bytes, len) = array_size(chain.bytes, len)?;
                Ok(Chain {
                    id: self.btf.add_array(chain.id, len),
                    bytes,
                    access: format!(":{i}{}", chain.access),
                    offset: offset.checked_add(chain.offset).ok_or_else(far)?,
                    ..chain
                })
            }
            (Some((&Hop::Member(_, member), rest)), Type::Aggregate(_)) => {
                let chain = self.member(member, rest, purpose, size)?;
                let (ty, width) = (chain.id, chain.width);
                Ok(Chain {
                    id: self.only(
                        chain.bytes,
                        NewMember {
                            name: c_name(&member.name),
                            ty,
                            bit: 0,
                            width,
                        },
                    )?,
                    width: 0,
                    access: format!(":0{}", chain.access),
                    ..chain
                })
            }
            _ => Err(not_built()),
        }
    }

    fn leaf(&mut self, ty: &'t Type, purpose: Purpose, size: u64) -> Result<Chain, String> {
        let is_size = purpose == Purpose::Size;
        let declared = declared_bytes(self.index, ty)?;
        let (id, bytes) = match ty {
            // A loader widens a load when an unsigned member has grown; code that was compiled for the
            // smaller one would cut the value silently. It refuses to do so for signed ones, and matches
            // members whatever their sign. Eight bytes cannot grow, and a load of fewer is zero-extended; a store
            // would be cut.
            Type::Int { bits, signed, .. } => {
                let is_fixed = match purpose {
                    Purpose::Load => *bits < 64,
                    Purpose::Store => true,
                    _ => false,
                };
                (self.btf.add_int(*bits, *signed || is_fixed), declared)
            }
            Type::Bool if matches!(purpose, Purpose::Load | Purpose::Store) => {
                (self.btf.add_int(8, true), declared)
            }
            Type::Bool => (self.btf.add_bool(), declared),
            Type::Float { bits } => (self.btf.add_float(*bits), declared),
            Type::Pointer { .. } => (self.btf.add_pointer(), declared),
            Type::Enum {
                name,
                bits,
                signed,
                enum64,
            } => (self.btf.add_enum(name, *bits, *signed, *enum64), declared),
            Type::Array { len, element } => {
                let element = self.leaf(element, Purpose::Value, 0)?;
                let len = match element.bytes {
                    bytes @ 1.. if is_size => size / bytes,
                    _ => u64::from(*len),
                };
                let (bytes, len) = array_size(element.bytes, len)?;
                (self.btf.add_array(element.id, len), declared.map(|_| bytes))
            }
            Type::Aggregate(key) => {
                let bytes = declared.map(|bytes| if is_size { size } else { bytes });
                let filler = match bytes {
                    Some(bytes) if is_size => vec![filler(self.btf, bytes as u32)],
                    _ => Vec::new(),
                };
                let is_union = self
                    .index
                    .block_of(key)
                    .map_or(matches!(key, Key::Union(_)), |it| {
                        is_union(self.index.block(it))
                    });
                let id = self.composite(is_union, key.tag(), bytes.unwrap_or(0), &filler)?;
                (self.named(key, id), bytes)
            }
            Type::Void | Type::Anonymous(_) | Type::Function { .. } | Type::Unknown => {
                return Err("a member of a type that only pointers point to".to_owned());
            }
        };
        Ok(Chain::end(id, bytes))
    }

    /// An integer of a size that no kernel has in its place.
    fn oversized(&mut self, ty: &Type) -> Chain {
        let bits = match ty {
            Type::Int { bits: 128, .. } => 64,
            _ => 128,
        };
        Chain::end(self.btf.add_int(bits, false), Some(u64::from(bits) / 8))
    }

    /// A struct with one member.
    fn only(&mut self, bytes: u64, member: NewMember<'_>) -> Result<TypeId, String> {
        self.composite(false, "", bytes, &[member])
    }

    fn composite(
        &mut self,
        is_union: bool,
        name: &str,
        bytes: u64,
        members: &[NewMember<'_>],
    ) -> Result<TypeId, String> {
        let bytes = u32::try_from(bytes).ok();
        let id = bytes.and_then(|bytes| self.btf.add_composite(is_union, name, bytes, members));
        id.ok_or_else(|| {
            format!("`{name}` has more members, or larger offsets, than BTF can express")
        })
    }

    fn named(&mut self, key: &Key, id: TypeId) -> TypeId {
        match key {
            Key::Typedef(name) => self.btf.add_typedef(name, id),
            _ => id,
        }
    }
}

impl Chain {
    fn end(id: TypeId, bytes: Option<u64>) -> Chain {
        Chain {
            id,
            bytes: bytes.unwrap_or(0),
            width: 0,
            access: String::new(),
            offset: 0,
            leaf_bytes: bytes,
        }
    }
}

/// Bytes and number of elements of an array.
fn array_size(element: u64, len: u64) -> Result<(u64, u32), String> {
    let is_sayable = |it: &u64| u32::try_from(*it).is_ok();
    let bytes = element.checked_mul(len).filter(is_sayable);
    match (bytes, u32::try_from(len)) {
        (Some(bytes), Ok(len)) => Ok((bytes, len)),
        _ => Err("an array larger than BTF can express".to_owned()),
    }
}

/// An offset in bits that BTF has room for.
fn sayable(bit: u64) -> Result<u64, String> {
    match bit < u64::from(u32::MAX) {
        true => Ok(bit),
        false => Err(far()),
    }
}

fn far() -> String {
    "its offset is larger than BTF can express".to_owned()
}

/// Whether a local member of this type can be a bitfield. The kernel takes neither pointers nor floating-point numbers.
pub(super) fn can_be_bitfield(ty: &Type) -> bool {
    matches!(ty, Type::Int { .. } | Type::Bool | Type::Enum { .. })
}

/// Size of a type on the kernel that the bindings came from, if the table has it.
fn declared_bytes(index: &Index<'_>, ty: &Type) -> Result<Option<u64>, String> {
    Ok(match ty {
        Type::Int { bits, .. } | Type::Float { bits } | Type::Enum { bits, .. } => {
            Some(u64::from(*bits) / 8)
        }
        Type::Bool => Some(1),
        Type::Pointer { .. } => Some(POINTER_BYTES),
        Type::Aggregate(key) => {
            let block = index.block_of(key);
            block.map(|block| u64::from(index.block(block).bytes))
        }
        Type::Array { len, element } => match declared_bytes(index, element)? {
            Some(bytes) => Some(array_size(bytes, u64::from(*len))?.0),
            None => None,
        },
        Type::Void | Type::Anonymous(_) | Type::Function { .. } | Type::Unknown => None,
    })
}
