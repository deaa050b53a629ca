//! C types as Rust types.

use crate::filter::Index;
use crate::model::{Enum, Field, Qualifier, Type, TypeId, Types};
use crate::names::{Module, NamedField, PRIMITIVES, primitive};
use crate::reloc::table::MAX_DEPTH;

/// A Rust type in generated code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RustType<'m> {
    Primitive(&'static str),
    /// A type of the file.
    Named(&'m str),
    /// `c_void`: every type behind a pointer that has no name in the file.
    Void,
    Pointer {
        is_const: bool,
        to: Box<RustType<'m>>,
    },
    Array {
        element: Box<RustType<'m>>,
        length: u32,
    },
    /// An array without elements that is not the last member.
    EmptyArray(Box<RustType<'m>>),
    /// A bitfield.
    Bits(Box<RustType<'m>>),
    /// A bitfield that one load can't read.
    SplitBits(Box<RustType<'m>>),
}

impl RustType<'_> {
    /// The number of parts.
    pub(super) fn parts(&self) -> usize {
        match self {
            RustType::Primitive(_) | RustType::Named(_) | RustType::Void => 1,
            RustType::Pointer { to: inner, .. }
            | RustType::Array { element: inner, .. }
            | RustType::EmptyArray(inner)
            | RustType::Bits(inner)
            | RustType::SplitBits(inner) => 1 + inner.parts(),
        }
    }
}

/// The input for a Rust type.
#[derive(Clone, Copy)]
pub(super) struct Lowering<'m, 'a> {
    pub(super) types: &'m Types<'a>,
    pub(super) index: &'m Index<'a>,
    pub(super) module: &'m Module<'a>,
}

impl<'m> Lowering<'m, '_> {
    /// The type in the place that an accessor returns.
    pub(super) fn field(self, named: &'m NamedField<'_>) -> RustType<'m> {
        let Field {
            ty, width, is_last, ..
        } = named.field;
        let (element, lengths) = self.types.elements(ty);
        let element = match &named.anonymous {
            Some((ident, _)) => RustType::Named(ident),
            None => self.single(element, lengths.len()),
        };
        let element = match element {
            RustType::Pointer { is_const, .. } if named.field.is_mixed_pointer => {
                RustType::Pointer {
                    is_const,
                    to: Box::new(RustType::Void),
                }
            }
            element => element,
        };
        let inner = match &lengths[..] {
            // Loaders find elements of such an array only at the end (libbpf's `is_flex_arr`).
            [0, rest @ ..] if !is_last => RustType::EmptyArray(Box::new(arrays(element, rest))),
            lengths => arrays(element, lengths),
        };
        match width {
            Some(_) if !is_in_one_unit(self.types, &named.field) => {
                RustType::SplitBits(Box::new(inner))
            }
            Some(_) => RustType::Bits(Box::new(inner)),
            None => inner,
        }
    }

    /// A type as it is in memory.
    pub(super) fn value(self, id: TypeId) -> RustType<'m> {
        self.nested(id, 0)
    }

    /// `depth` is the number of arrays and pointers around the type. The table does not describe types below its `MAX_DEPTH`.
    /// They have no name here either.
    fn nested(self, id: TypeId, depth: usize) -> RustType<'m> {
        let (element, lengths) = self.types.elements(id);
        let depth = depth + lengths.len();
        match depth < MAX_DEPTH {
            true => arrays(self.single(element, depth), &lengths),
            false => RustType::Void,
        }
    }

    fn single(self, id: TypeId, depth: usize) -> RustType<'m> {
        if let Some(ident) = self.module.ident(self.index, id)
            && self.stands_for(self.index.canonical(id), id)
        {
            let primitive = PRIMITIVES.iter().find(|primitive| **primitive == ident);
            return primitive.map_or(RustType::Named(ident), |it| RustType::Primitive(it));
        }
        match self.types.get(id) {
            Type::Typedef(_, target) => self.nested(*target, depth),
            Type::Int(int) => RustType::Primitive(primitive(int)),
            Type::Float(float) => match float.size.0 {
                4 => RustType::Primitive("f32"),
                8 => RustType::Primitive("f64"),
                length => RustType::Array {
                    element: Box::new(RustType::Primitive("u8")),
                    length,
                },
            },
            Type::Enum(enumeration) => RustType::Primitive(enum_primitive(enumeration)),
            Type::Ptr(to) => RustType::Pointer {
                is_const: self.is_const(*to),
                to: Box::new(self.nested(*to, depth + 1)),
            },
            _ => RustType::Void,
        }
    }

    /// Whether the one type of this name in the file is also right for this type. A kernel may have several typedefs or enums
    /// of one name and of different sizes.
    fn stands_for(self, canonical: TypeId, id: TypeId) -> bool {
        let types = self.types;
        if canonical == id {
            return true;
        }
        match (
            types.get(types.underlying(canonical)),
            types.get(types.underlying(id)),
        ) {
            (Type::Int(a), Type::Int(b)) => primitive(a) == primitive(b),
            (Type::Enum(a), Type::Enum(b)) => enum_primitive(a) == enum_primitive(b),
            (Type::Composite(a), Type::Composite(b)) => (a.kind, a.name) == (b.kind, b.name),
            (Type::Fwd(..), Type::Composite(_)) | (Type::Composite(_), Type::Fwd(..)) => true,
            (Type::Ptr(_), Type::Ptr(_)) | (Type::Void, Type::Void) => true,
            (Type::FuncProto(_), Type::FuncProto(_)) => true,
            (Type::Fwd(a, of), Type::Fwd(b, name)) => (a, of) == (b, name),
            _ => false,
        }
    }

    pub(super) fn is_const(self, mut id: TypeId) -> bool {
        loop {
            match self.types.get(id) {
                Type::Qualified(Qualifier::Const, _) => return true,
                Type::Qualified(_, inner) | Type::TypeTag(inner) => id = *inner,
                Type::Array(array) => id = array.element,
                _ => return false,
            }
        }
    }
}

/// Whether one aligned unit of up to eight bytes has all bits of a bitfield. This is the rule of libbpf's
/// `bpf_core_calc_field_relo`.
fn is_in_one_unit(types: &Types<'_>, field: &Field<'_>) -> bool {
    let bytes = match types.get(types.underlying(field.ty)) {
        Type::Int(int) => int.size.0,
        Type::Enum(enumeration) => enumeration.size.0,
        _ => 0,
    };
    let (first, width) = (u64::from(field.offset.0), field.width.map_or(0, |it| it.0));
    let last = first + u64::from(width.max(1)) - 1;
    let units = [1, 2, 4, 8].into_iter().filter(|unit| *unit >= bytes);
    let mut units = units.map(|unit| 8 * u64::from(unit));
    units.any(|bits| first / bits == last / bits)
}

fn arrays<'m>(element: RustType<'m>, lengths: &[u32]) -> RustType<'m> {
    let array = |element, length: &u32| RustType::Array {
        element: Box::new(element),
        length: *length,
    };
    lengths.iter().rev().fold(element, array)
}

/// The integer type for an enum. It is an integer, so that no value is undefined behaviour.
pub(super) fn enum_primitive(enumeration: &Enum<'_>) -> &'static str {
    match (enumeration.size.0, enumeration.signed) {
        (1, false) => "u8",
        (2, false) => "u16",
        (4, false) => "u32",
        (_, false) => "u64",
        (1, true) => "i8",
        (2, true) => "i16",
        (4, true) => "i32",
        (_, true) => "i64",
    }
}
