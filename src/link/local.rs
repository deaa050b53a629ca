//! The local types: of each type that a path starts from, just the members that paths use.

use std::collections::BTreeMap;

use super::btf_section::{BtfSection, NewMember, TypeId};
use super::declaration;
use super::path::{BlockId, Hop, Index, MemberId, Path, is_union};
use crate::reloc::record::Verb;
use crate::reloc::table::{Block, Key, Member, Place, Type};

/// What a loader takes a pointer for in an object's BTF.
pub(super) const POINTER_BYTES: u64 = 8;

/// The members that are used of one struct or union.
#[derive(Default)]
pub(super) struct Node {
    members: BTreeMap<MemberId, Used>,
}

#[derive(Default)]
struct Used {
    /// A load or store moves it.
    moved: bool,
    /// A store does.
    stored: bool,
    /// Members of its type, or of its elements' type.
    inner: Node,
}

/// A [`Node`] once it has types.
pub(super) struct Local {
    pub(super) id: TypeId,
    pub(super) bytes: u64,
    members: BTreeMap<MemberId, LocalMember>,
}

struct LocalMember {
    /// Its index; in a union there may be an anonymous struct to go through first.
    access: Vec<u32>,
    inner: Option<Local>,
}

/// Where a path leads in the local types.
pub(super) struct Target {
    /// `0:3:1`
    pub(super) access: String,
    pub(super) bit: u64,
    /// `None`: the table does not have this type.
    pub(super) bytes: Option<u64>,
}

impl Node {
    /// Notes that a path is used, and for what.
    pub(super) fn insert(&mut self, path: &Path<'_>, verb: Verb) {
        let members = path.hops.iter().filter_map(|hop| match hop {
            Hop::Member(id, _) => Some(*id),
            Hop::Element(..) => None,
        });
        let (mut node, mut members) = (self, members.peekable());
        while let Some(id) = members.next() {
            let used = node.members.entry(id).or_default();
            if members.peek().is_none() {
                used.moved |= verb.is_move();
                used.stored |= verb == Verb::Store;
            }
            node = &mut used.inner;
        }
    }
}

impl Local {
    /// Appends the types of a root.
    pub(super) fn build(
        index: &Index<'_>,
        root: BlockId,
        node: &Node,
        btf: &mut BtfSection,
    ) -> Result<Local, String> {
        Builder { index, btf }.block(root, node)
    }

    /// Appends the type of a root with all that the table has of it.
    pub(super) fn declared(
        index: &Index<'_>,
        root: BlockId,
        btf: &mut BtfSection,
    ) -> Result<Local, String> {
        Ok(Local {
            id: declaration::build(index, root, btf)?,
            bytes: u64::from(index.block(root).bytes),
            members: BTreeMap::new(),
        })
    }

    /// Where a path that was inserted leads.
    pub(super) fn resolve(&self, path: &Path<'_>) -> Result<Target, String> {
        let far = || "it is farther away than BTF can say".to_owned();
        let (mut access, mut bit) = ("0".to_owned(), 0_u64);
        let (mut local, mut bytes) = (Some(self), Some(self.bytes));
        for hop in &path.hops {
            match *hop {
                Hop::Member(id, member) => {
                    let inside = local.and_then(|local| local.members.get(&id));
                    let inside = inside.ok_or("its type was not built")?;
                    inside
                        .access
                        .iter()
                        .for_each(|i| access.push_str(&format!(":{i}")));
                    bit = bit.checked_add(member.place.bit()).ok_or_else(far)?;
                    local = inside.inner.as_ref();
                    bytes = bytes_of(&member.ty, local.map(|local| local.bytes))?;
                }
                Hop::Element(i, element) => {
                    bytes = bytes_of(element, local.map(|local| local.bytes))?;
                    let stride = bytes.ok_or("the table does not have the size of the element")?;
                    access.push_str(&format!(":{i}"));
                    let start = i.checked_mul(stride).and_then(|at| at.checked_mul(8));
                    bit = start
                        .and_then(|start| bit.checked_add(start))
                        .ok_or_else(far)?;
                }
            }
        }
        match bit < u64::from(u32::MAX) {
            true => Ok(Target { access, bit, bytes }),
            false => Err(far()),
        }
    }
}

struct Builder<'a, 't> {
    index: &'a Index<'t>,
    btf: &'a mut BtfSection,
}

/// A member with its type, before members are put in order.
struct Typed<'t> {
    id: MemberId,
    member: &'t Member,
    ty: TypeId,
    end: u64,
}

impl<'t> Builder<'_, 't> {
    fn block(&mut self, id: BlockId, node: &Node) -> Result<Local, String> {
        let block = self.index.block(id);
        let mut members = BTreeMap::new();
        let mut typed = Vec::with_capacity(node.members.len());
        for (&id_in_block, used) in &node.members {
            let member = self.index.member(id, id_in_block);
            let (ty, bytes, inner) = self.member_type(member, used)?;
            let end = end_of(member, bytes.unwrap_or(0));
            typed.push(Typed {
                id: id_in_block,
                member,
                ty,
                end,
            });
            members.insert(
                id_in_block,
                LocalMember {
                    access: Vec::new(),
                    inner,
                },
            );
        }
        // The kernel wants offsets that do not decrease, and a flexible array last.
        typed.sort_by_key(|typed| {
            (
                typed.member.place.bit(),
                is_flexible(&typed.member.ty),
                typed.id,
            )
        });
        // A pointer of a 32-bit kernel may reach beyond the struct here, where pointers have 64.
        let bytes = typed
            .iter()
            .map(|typed| typed.end)
            .fold(u64::from(block.bytes), u64::max);
        let accesses = accesses(block, &typed);
        let id = self.composite(block, bytes, &typed).ok_or_else(|| {
            format!(
                "`{}` has more or farther members than BTF can say",
                block.key
            )
        })?;
        for (typed, access) in typed.iter().zip(accesses) {
            members
                .entry(typed.id)
                .and_modify(|member| member.access = access);
        }
        Ok(Local { id, bytes, members })
    }

    fn composite(&mut self, block: &Block, bytes: u64, typed: &[Typed<'t>]) -> Option<TypeId> {
        let bytes = u32::try_from(bytes).ok()?;
        let (start, moved) = typed.split_at(split(block, typed));
        let mut members = self.members(start, moved.is_empty())?;
        if !moved.is_empty() {
            let moved = self.members(moved, true)?;
            let ty = self.btf.add_composite(false, "", bytes, &moved)?;
            members.push(NewMember {
                name: "",
                ty,
                bit: 0,
                width: 0,
            });
        }
        let id = self
            .btf
            .add_composite(is_union(block), block.key.tag(), bytes, &members)?;
        Some(self.named(&block.key, id))
    }

    /// `closed`: nothing follows them.
    fn members(&mut self, typed: &[Typed<'t>], closed: bool) -> Option<Vec<NewMember<'t>>> {
        let member = |(i, typed_one): (usize, &Typed<'t>)| {
            let member = typed_one.new_member();
            if !is_wrapped(typed, i, closed) {
                return Some(member);
            }
            let array = NewMember { bit: 0, ..member };
            Some(NewMember {
                name: "",
                ty: self.btf.add_composite(false, "", 0, &[array])?,
                ..member
            })
        };
        typed.iter().enumerate().map(member).collect()
    }

    fn named(&mut self, key: &Key, id: TypeId) -> TypeId {
        match key {
            Key::Typedef(name) => self.btf.add_typedef(name, id),
            _ => id,
        }
    }

    fn member_type(
        &mut self,
        member: &'t Member,
        used: &Used,
    ) -> Result<(TypeId, Option<u64>, Option<Local>), String> {
        let (ty, inner) = self.ty(&member.ty, used, matches!(member.place, Place::Bits { .. }))?;
        let bytes = bytes_of(&member.ty, inner.as_ref().map(|local| local.bytes))?;
        Ok((ty, bytes, inner))
    }

    fn ty(
        &mut self,
        ty: &'t Type,
        used: &Used,
        is_bitfield: bool,
    ) -> Result<(TypeId, Option<Local>), String> {
        // A loader widens a load when an unsigned member has grown; code that was compiled for the
        // smaller one would cut the value silently. It refuses to do so for signed ones, and matches
        // members whatever their sign. Eight bytes cannot grow, and a load of fewer is zero-extended; a store
        // would be cut.
        let is_fixed = used.moved && !is_bitfield;
        let id = match ty {
            Type::Int { bits, signed, .. } => {
                let may_shrink = *bits >= 64 && !used.stored;
                self.btf.add_int(*bits, *signed || is_fixed && !may_shrink)
            }
            Type::Bool if is_fixed => self.btf.add_int(8, true),
            Type::Bool => self.btf.add_bool(),
            Type::Float { bits } => self.btf.add_float(*bits),
            Type::Pointer { .. } => self.btf.add_pointer(),
            Type::Enum {
                name,
                bits,
                signed,
                enum64,
            } => self.btf.add_enum(name, *bits, *signed, *enum64),
            Type::Array { len, element } => {
                let (element, inner) = self.ty(element, used, is_bitfield)?;
                return Ok((self.btf.add_array(element, *len), inner));
            }
            Type::Aggregate(key) => match self.index.block_of(key) {
                Some(block) => {
                    let local = self.block(block, &used.inner)?;
                    return Ok((local.id, Some(local)));
                }
                None => self.unknown_aggregate(key)?,
            },
            Type::Void | Type::Anonymous(_) | Type::Function { .. } | Type::Unknown => {
                return Err("a member of a type that only pointers point to".to_owned());
            }
        };
        Ok((id, None))
    }

    fn unknown_aggregate(&mut self, key: &Key) -> Result<TypeId, String> {
        let is_union = matches!(key, Key::Union(_));
        let id = self.btf.add_composite(is_union, key.tag(), 0, &[]);
        Ok(self.named(key, id.ok_or("too many types")?))
    }
}

impl<'t> Typed<'t> {
    fn new_member(&self) -> NewMember<'t> {
        let width = match self.member.place {
            Place::Byte(_) => 0,
            Place::Bits { width, .. } => width,
        };
        NewMember {
            name: &self.member.name,
            ty: self.ty,
            bit: self.member.place.bit(),
            width,
        }
    }
}

/// The access indexes of sorted members.
fn accesses(block: &Block, typed: &[Typed<'_>]) -> Vec<Vec<u32>> {
    let split = split(block, typed);
    let (start, moved) = typed.split_at(split);
    let access = |i: usize| {
        let (mut access, wrapped) = match i.checked_sub(split) {
            None => (vec![i as u32], is_wrapped(start, i, moved.is_empty())),
            Some(i) => (vec![split as u32, i as u32], is_wrapped(moved, i, true)),
        };
        access.extend(wrapped.then_some(0));
        access
    };
    (0..typed.len()).map(access).collect()
}

/// The table has the members of anonymous structs flattened; in a union the kernel wants every member at offset 0, so
/// those from this index on, that are not, go into an anonymous struct again.
fn split(block: &Block, typed: &[Typed<'_>]) -> usize {
    match is_union(block) {
        true => typed.partition_point(|typed| typed.member.place.bit() == 0),
        false => typed.len(),
    }
}

/// Loaders index an array without a length only if it is the last member of what it stands in, and aya, for index 0, only
/// if it is the one member; so it goes into an anonymous struct where it is not.
fn is_wrapped(typed: &[Typed<'_>], i: usize, closed: bool) -> bool {
    is_flexible(&typed[i].member.ty) && !(closed && typed.len() == 1)
}

fn is_flexible(ty: &Type) -> bool {
    matches!(ty, Type::Array { len: 0, .. })
}

fn end_of(member: &Member, bytes: u64) -> u64 {
    match member.place {
        Place::Byte(byte) => u64::from(byte) + bytes,
        Place::Bits { bit, width } => (u64::from(bit) + u64::from(width)).div_ceil(8),
    }
}

/// Size of a type, if the table has it; `inner` is the size of its struct or union, beneath arrays.
fn bytes_of(ty: &Type, inner: Option<u64>) -> Result<Option<u64>, String> {
    Ok(match ty {
        Type::Int { bits, .. } | Type::Float { bits } | Type::Enum { bits, .. } => {
            Some(u64::from(*bits) / 8)
        }
        Type::Bool => Some(1),
        Type::Pointer { .. } => Some(POINTER_BYTES),
        Type::Aggregate(_) => inner,
        Type::Array { len, element } => match bytes_of(element, inner)? {
            Some(bytes) => {
                let bytes = bytes.checked_mul(u64::from(*len));
                let bytes = bytes.filter(|&bytes| bytes <= u64::from(u32::MAX));
                Some(bytes.ok_or("an array larger than BTF can say")?)
            }
            None => None,
        },
        Type::Void | Type::Anonymous(_) | Type::Function { .. } | Type::Unknown => None,
    })
}
