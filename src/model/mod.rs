//! C types as the rest of the program sees them: plain data, checked, with the BTF ids kept so that a message can be
//! looked up with `bpftool btf dump`.

mod decl;
mod flatten;
mod flavor;
mod join;
mod name;
mod symbols;
mod units;

use std::ops::Range;

pub(crate) use decl::{declaration, describe, prototype};
pub(crate) use flatten::{Field, KernelSet, Nameless, Origin, field_names, fields};
pub(crate) use flavor::{essential, essential_name};
pub(crate) use join::{TooMany, join};
pub(crate) use name::Name;
pub(crate) use symbols::{Datasec, DeclTag, Func, Linkage, Placed, Var};
pub(crate) use units::{Bits, Bytes, TypeId};

/// All types of one BTF. Every id, range and name in it was checked by [`crate::btf`]; a chain of typedefs, modifiers
/// and arrays ends.
#[derive(Debug)]
pub(crate) struct Types<'a> {
    /// Indexed by [`TypeId`].
    pub(crate) types: Vec<Type<'a>>,
    pub(crate) members: Vec<Member<'a>>,
    pub(crate) enumerators: Vec<Enumerator<'a>>,
    pub(crate) parameters: Vec<Parameter<'a>>,
    pub(crate) variables: Vec<Placed>,
    /// Size of a pointer in the kernel.
    pub(crate) pointer: Bytes,
    /// The byte order of the BTF, which is the kernel's.
    pub(crate) big_endian: bool,
    /// Of modules and of further kernels, in the order of their ids; the types before the first are the kernel's.
    pub(crate) parts: Vec<Part<'a>>,
    /// The first type of each further kernel: see [`join`].
    pub(crate) kernels: Vec<TypeId>,
}

/// The types of a module, or of a further kernel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'a> {
    /// The module's. `None`: a kernel.
    pub(crate) name: Option<&'a str>,
    pub(crate) first: TypeId,
    /// The number of the first in the module's BTF.
    pub(crate) own: u32,
}

#[derive(Clone, Debug)]
#[expect(
    clippy::enum_variant_names,
    reason = "a type tag is called that in BTF"
)]
pub(crate) enum Type<'a> {
    Void,
    Int(Int<'a>),
    Float(Float<'a>),
    Ptr(TypeId),
    Array(Array),
    Composite(Composite<'a>),
    Enum(Enum<'a>),
    /// A struct or union of which only the name is known.
    Fwd(CompositeKind, &'a str),
    Typedef(&'a str, TypeId),
    Qualified(Qualifier, TypeId),
    TypeTag(TypeId),
    FuncProto(FuncProto),
    // These are not types of C objects, and C types do not refer to them. They have separate name spaces: C may have a function,
    // a variable and a struct of one name.
    Func(Func<'a>),
    Var(Var<'a>),
    Datasec(Datasec<'a>),
    DeclTag(DeclTag<'a>),
    /// A type of a kind that this program does not know, by the kind's number.
    Unknown(u32),
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Int<'a> {
    pub(crate) name: &'a str,
    pub(crate) size: Bytes,
    pub(crate) signed: bool,
    /// `char` itself, whose sign differs between kernels (and whose encoding does not say that it is one).
    pub(crate) char: bool,
    pub(crate) bool: bool,
    /// Not the first bit, or not all bits of its size: how old compilers say bitfield.
    pub(crate) first_bit: u8,
    pub(crate) bits: u8,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Float<'a> {
    pub(crate) name: &'a str,
    pub(crate) size: Bytes,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Array {
    pub(crate) element: TypeId,
    pub(crate) length: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum CompositeKind {
    Struct,
    Union,
}

#[derive(Clone, Debug)]
pub(crate) struct Composite<'a> {
    pub(crate) kind: CompositeKind,
    /// Empty if anonymous.
    pub(crate) name: &'a str,
    pub(crate) size: Bytes,
    /// Into [`Types::members`].
    pub(crate) members: Range<u32>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Member<'a> {
    /// Empty if anonymous.
    pub(crate) name: Name<'a>,
    pub(crate) ty: TypeId,
    pub(crate) offset: Bits,
    /// Of a bitfield.
    pub(crate) width: Option<Bits>,
}

#[derive(Clone, Debug)]
pub(crate) struct Enum<'a> {
    /// Empty if anonymous.
    pub(crate) name: &'a str,
    pub(crate) size: Bytes,
    pub(crate) signed: bool,
    /// Whether BTF itself says that it is signed. Old tools don't say so of small enums.
    pub(crate) flagged: bool,
    /// `BTF_KIND_ENUM64`.
    pub(crate) wide: bool,
    /// Into [`Types::enumerators`].
    pub(crate) enumerators: Range<u32>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Enumerator<'a> {
    pub(crate) name: Name<'a>,
    /// Sign- or zero-extended as the enum says.
    pub(crate) value: i128,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Qualifier {
    Const,
    Volatile,
    Restrict,
}

#[derive(Clone, Debug)]
pub(crate) struct FuncProto {
    pub(crate) returns: TypeId,
    /// Into [`Types::parameters`]; a last one of `void` stands for `...`.
    pub(crate) parameters: Range<u32>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameter<'a> {
    /// Empty if BTF does not have it. Most prototypes that pointers point to have no names.
    pub(crate) name: Name<'a>,
    pub(crate) ty: TypeId,
}

impl CompositeKind {
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            CompositeKind::Struct => "struct",
            CompositeKind::Union => "union",
        }
    }
}

impl<'a> Types<'a> {
    /// `void` alone.
    pub(crate) fn new() -> Types<'a> {
        Types {
            types: vec![Type::Void],
            members: Vec::new(),
            enumerators: Vec::new(),
            parameters: Vec::new(),
            variables: Vec::new(),
            pointer: Bytes(8),
            big_endian: false,
            parts: Vec::new(),
            kernels: Vec::new(),
        }
    }

    /// The number of kernels.
    pub(crate) fn kernel_count(&self) -> usize {
        1 + self.kernels.len()
    }

    /// The kernel that a type is of, in the order in which the user named them. The types of the last one come first.
    pub(crate) fn kernel(&self, id: TypeId) -> usize {
        let further = self.kernels.partition_point(|first| *first <= id);
        self.kernels.len() - further
    }

    fn part(&self, id: TypeId) -> Option<&Part<'a>> {
        self.parts.iter().rev().find(|part| part.first <= id)
    }

    /// The module that a type is of; `None` is the kernel.
    pub(crate) fn module(&self, id: TypeId) -> Option<&'a str> {
        self.part(id).and_then(|part| part.name)
    }

    /// What `bpftool btf dump` calls it: modules count on from the kernel's ids, each for itself.
    pub(crate) fn btf_id(&self, id: TypeId) -> u32 {
        match self.part(id) {
            None => id.0,
            Some(part) => id.0 - part.first.0 + part.own,
        }
    }
    pub(crate) fn get(&self, id: TypeId) -> &Type<'a> {
        &self.types[id.0 as usize]
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = TypeId> {
        (0..self.types.len() as u32).map(TypeId)
    }

    pub(crate) fn members(&self, composite: &Composite<'_>) -> &[Member<'a>] {
        slice(&self.members, &composite.members)
    }

    pub(crate) fn enumerators(&self, enumeration: &Enum<'_>) -> &[Enumerator<'a>] {
        slice(&self.enumerators, &enumeration.enumerators)
    }

    pub(crate) fn parameters(&self, function: &FuncProto) -> &[Parameter<'a>] {
        slice(&self.parameters, &function.parameters)
    }

    pub(crate) fn variables(&self, section: &Datasec<'_>) -> &[Placed] {
        slice(&self.variables, &section.variables)
    }

    /// Without `const`, `volatile`, `restrict` and type tags.
    pub(crate) fn unqualified(&self, mut id: TypeId) -> TypeId {
        while let Type::Qualified(_, inner) | Type::TypeTag(inner) = self.get(id) {
            id = *inner;
        }
        id
    }

    /// Without typedefs either.
    pub(crate) fn underlying(&self, mut id: TypeId) -> TypeId {
        while let Type::Qualified(_, inner) | Type::TypeTag(inner) | Type::Typedef(_, inner) =
            self.get(id)
        {
            id = *inner;
        }
        id
    }

    /// What an object of the type consists of, beneath typedefs and arrays.
    pub(crate) fn by_value(&self, id: TypeId) -> TypeId {
        let mut id = self.underlying(id);
        while let Type::Array(array) = self.get(id) {
            id = self.underlying(array.element);
        }
        id
    }

    /// What an array of arrays is made of, and its lengths from the outermost on; qualifiers of the arrays are skipped,
    /// typedefs are not, but for those of an array whose element has no name of its own.
    pub(crate) fn elements(&self, id: TypeId) -> (TypeId, Vec<u32>) {
        let (id, mut lengths) = self.arrays(id);
        if let Type::Typedef(_, target) = self.get(id) {
            let (element, more) = self.elements(*target);
            if let Type::Composite(composite) = self.get(element)
                && composite.name.is_empty()
                && !more.is_empty()
            {
                lengths.extend(more);
                return (element, lengths);
            }
        }
        (id, lengths)
    }

    fn arrays(&self, id: TypeId) -> (TypeId, Vec<u32>) {
        let mut lengths = Vec::new();
        let mut id = self.unqualified(id);
        while let Type::Array(array) = self.get(id) {
            lengths.push(array.length);
            id = self.unqualified(array.element);
        }
        (id, lengths)
    }
}

fn slice<'s, T>(all: &'s [T], range: &Range<u32>) -> &'s [T] {
    &all[range.start as usize..range.end as usize]
}
