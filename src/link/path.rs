//! A record's hashes → members of a table of types.

use std::collections::HashMap;
use std::hash::Hash;

use crate::reloc::hash;
use crate::reloc::record::Step;
use crate::reloc::table::{
    Block, Container, Enumeration, Integer, Key, Member, Place, Table, Type,
};

const OTHER_BINDINGS: &str = "hint: the accessors and the table come from different bindings; generate them again and rebuild";
const SAME_HASH: &str = "hint: generate the bindings again, with only one of them";

/// A table with what is needed to follow paths in it.
pub(super) struct Index<'t> {
    pub(super) table: &'t Table,
    /// `None`: several blocks have this hash.
    by_hash: HashMap<u64, Option<BlockId>>,
    by_key: HashMap<&'t Key, BlockId>,
    /// `None`: several members have this hash.
    members: HashMap<(BlockId, u64), Option<MemberId>>,
    /// `None`: several enumerators have these hashes.
    enumerators: HashMap<(u64, u64), Option<EnumeratorId>>,
    /// Enums and typedefs by the hash of their key. `None` means that several have this hash.
    named: HashMap<u64, Option<NamedId>>,
    /// By name and size in bits.
    pub(super) enums: HashMap<(&'t str, u8), &'t Enumeration>,
    /// By code.
    pub(super) integers: HashMap<&'t str, &'t Integer>,
}

/// An enum by its index in the table, and one of its enumerators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EnumeratorId {
    pub(super) of: usize,
    pub(super) index: usize,
}

/// An enum or a typedef by its index in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NamedId {
    Enum(usize),
    Typedef(usize),
}

/// Index of a block in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct BlockId(usize);

/// Index of a member in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct MemberId(usize);

/// A path that exists in the table.
pub(super) struct Path<'t> {
    pub(super) root: BlockId,
    pub(super) hops: Vec<Hop<'t>>,
}

/// One step of a path, resolved.
#[derive(Clone, Copy)]
pub(super) enum Hop<'t> {
    Member(MemberId, &'t Member),
    /// An array's element, and its type.
    Element(u64, &'t Type),
}

/// What tells two steps from one place apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HopKey {
    Member(MemberId),
    Element(u64),
}

/// What a path leads to.
#[derive(Clone, Copy)]
pub(super) enum Leaf<'t> {
    Root,
    /// An ordinary member or an array's element.
    Value(&'t Type),
    Bitfield(&'t Type, u8),
}

impl<'t> Index<'t> {
    pub(super) fn new(table: &'t Table) -> Index<'t> {
        let mut index = Index {
            table,
            by_hash: HashMap::new(),
            by_key: HashMap::new(),
            members: HashMap::new(),
            enumerators: HashMap::new(),
            named: HashMap::new(),
            enums: HashMap::new(),
            integers: HashMap::new(),
        };
        for integer in &table.integers {
            let entry = index.integers.entry(&integer.code);
            entry.or_insert(integer);
        }
        for (of, enumeration) in table.enums.iter().enumerate() {
            if !enumeration.is_typedef {
                let name_and_size = (enumeration.name.as_str(), enumeration.bits);
                let entry = index.enums.entry(name_and_size);
                entry.or_insert(enumeration);
            }
            let key = hash(&enumeration.key());
            insert_unique(&mut index.named, key, NamedId::Enum(of));
            for (i, (name, _)) in enumeration.enumerators.iter().enumerate() {
                let id = EnumeratorId { of, index: i };
                insert_unique(&mut index.enumerators, (key, hash(name)), id);
            }
        }
        for (i, typedef) in table.typedefs.iter().enumerate() {
            insert_unique(&mut index.named, hash(&typedef.key()), NamedId::Typedef(i));
        }
        for (id, block) in table.blocks.iter().enumerate() {
            let id = BlockId(id);
            insert_unique(&mut index.by_hash, hash(&block.key.to_string()), id);
            index.by_key.entry(&block.key).or_insert(id);
            for (i, member) in block.members.iter().enumerate() {
                insert_unique(&mut index.members, (id, hash(&member.name)), MemberId(i));
            }
        }
        index
    }

    /// Whether a root is an enum or a typedef.
    pub(super) fn is_named(&self, root: u64) -> bool {
        self.named.contains_key(&root)
    }

    pub(super) fn named(&self, root: u64) -> Result<NamedId, String> {
        let id = self.named.get(&root).copied().flatten();
        id.ok_or_else(|| {
            format!(
                "several enums or typedefs of the table have the hash {root:#018x}\n{SAME_HASH}"
            )
        })
    }

    pub(super) fn block(&self, id: BlockId) -> &'t Block {
        &self.table.blocks[id.0]
    }

    pub(super) fn block_of(&self, key: &Key) -> Option<BlockId> {
        self.by_key.get(key).copied()
    }

    pub(super) fn member(&self, block: BlockId, id: MemberId) -> &'t Member {
        &self.block(block).members[id.0]
    }

    /// Whether a member is not in the definition of the type that the table describes first.
    pub(super) fn is_of_other(&self, block: BlockId, id: MemberId) -> bool {
        id.0 >= self.block(block).own_members().len()
    }

    pub(super) fn root(&self, root: u64) -> Result<BlockId, String> {
        let id = self.by_hash.get(&root).copied();
        let id = id.ok_or_else(|| {
            format!("no type of the table has the hash {root:#018x}\n{OTHER_BINDINGS}")
        })?;
        id.ok_or_else(|| {
            format!("several types of the table have the hash {root:#018x}\n{SAME_HASH}")
        })
    }

    pub(super) fn enumerator(&self, root: u64, steps: &[Step]) -> Result<EnumeratorId, String> {
        let [Step::Member(name)] = *steps else {
            return Err("the path of an enumerator has one step".to_owned());
        };
        let id = self.enumerators.get(&(root, name)).copied();
        let id = id.ok_or_else(|| {
            format!("no enum of the table has the hashes {root:#018x} and {name:#018x}\n{OTHER_BINDINGS}")
        })?;
        id.ok_or_else(|| {
            format!("several enumerators of the table have the hashes {root:#018x} and {name:#018x}\n{SAME_HASH}")
        })
    }

    pub(super) fn follow(&self, root: BlockId, steps: &[Step]) -> Result<Path<'t>, String> {
        let mut path = Path {
            root,
            hops: Vec::with_capacity(steps.len()),
        };
        for step in steps {
            let hop = self.hop(&path, *step)?;
            path.hops.push(hop);
        }
        Ok(path)
    }

    fn hop(&self, path: &Path<'t>, step: Step) -> Result<Hop<'t>, String> {
        match step {
            Step::Member(name) => {
                let block = self.aggregate(path)?;
                let key = || &self.block(block).key;
                let id = self.members.get(&(block, name)).copied().ok_or_else(|| {
                    let key = key();
                    format!("`{key}` has no member of the hash {name:#018x}\n{OTHER_BINDINGS}")
                })?;
                let id = id.ok_or_else(|| {
                    let key = key();
                    format!("`{key}` has several members of the hash {name:#018x}\n{SAME_HASH}")
                })?;
                Ok(Hop::Member(id, self.member(block, id)))
            }
            Step::Index(index) => match path.leaf() {
                Leaf::Value(Type::Array { len, element }) => match *len {
                    0 => Ok(Hop::Element(index, element)),
                    len if index < u64::from(len) => Ok(Hop::Element(index, element)),
                    len => Err(format!("index {index} of an array with {len} elements")),
                },
                _ => Err(format!("index {index} of a type that is not an array")),
            },
        }
    }

    fn aggregate(&self, path: &Path<'t>) -> Result<BlockId, String> {
        match path.leaf() {
            Leaf::Root => Ok(path.root),
            Leaf::Value(Type::Aggregate(key)) => self.block_of(key).ok_or_else(|| {
                format!("the table does not have the members of `{key}`\n{OTHER_BINDINGS}")
            }),
            _ => Err("a member of a type that is neither a struct nor a union".to_owned()),
        }
    }

    /// `task_struct.se.load`, as far as the path goes.
    pub(super) fn describe(&self, path: &Path<'t>) -> String {
        let mut text = self.block(path.root).key.name();
        for hop in &path.hops {
            match hop {
                Hop::Member(_, member) => text.extend([".", &member.name]),
                Hop::Element(index, _) => text.push_str(&format!("[{index}]")),
            }
        }
        text
    }
}

impl Hop<'_> {
    pub(super) fn key(&self) -> HopKey {
        match *self {
            Hop::Member(id, _) => HopKey::Member(id),
            Hop::Element(i, _) => HopKey::Element(i),
        }
    }
}

impl<'t> Path<'t> {
    pub(super) fn leaf(&self) -> Leaf<'t> {
        match self.hops.last() {
            None => Leaf::Root,
            Some(Hop::Element(_, ty)) => Leaf::Value(ty),
            Some(Hop::Member(_, member)) => match member.place {
                Place::Byte(_) => Leaf::Value(&member.ty),
                Place::Bits { width, .. } => Leaf::Bitfield(&member.ty, width),
            },
        }
    }
}

/// Inserts a value. `None` stands for several values of one key.
fn insert_unique<K: Eq + Hash, V>(map: &mut HashMap<K, Option<V>>, key: K, value: V) {
    let entry = map.entry(key);
    entry
        .and_modify(|known| *known = None)
        .or_insert(Some(value));
}

/// Whether BTF's union rules hold for a block.
pub(super) fn is_union(block: &Block) -> bool {
    block.container() == Container::Union
}
