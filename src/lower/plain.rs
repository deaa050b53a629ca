//! Types by value.

use crate::model::{self, Field, Type, TypeId};
use crate::names::{self, Methods};
use crate::plain::{Access, Layout, Repr, View, What};

use super::c_text::CText;
use super::rust_type::{Lowering, RustType};

/// The module of types by value.
#[derive(Debug)]
pub(crate) struct Values<'m> {
    pub(crate) items: Vec<Value<'m>>,
    /// The byte order of their kernel.
    pub(crate) big_endian: bool,
}

/// A struct or union by value.
#[derive(Debug)]
pub(crate) struct Value<'m> {
    pub(crate) ident: &'m str,
    pub(crate) declaration: CText,
    pub(crate) repr: Repr,
    pub(crate) size: u32,
    pub(crate) align: u32,
    pub(crate) parts: Vec<ValuePart<'m>>,
    pub(crate) views: Vec<ValueView<'m>>,
}

/// A field in Rust.
#[derive(Debug)]
pub(crate) struct ValuePart<'m> {
    pub(crate) ident: &'m str,
    pub(crate) of: PartOf,
    pub(crate) offset: u32,
    pub(crate) ty: ByValue<'m>,
}

/// What a field in Rust is for.
#[derive(Debug)]
pub(crate) enum PartOf {
    /// This member.
    Member(CText),
    Bits,
    Union,
    Padding,
}

/// A member that two methods get and set.
#[derive(Debug)]
pub(crate) struct ValueView<'m> {
    pub(crate) getter: &'m str,
    pub(crate) setter: &'m str,
    pub(crate) declaration: CText,
    /// The field that has its bytes.
    pub(crate) part: &'m str,
    pub(crate) ty: ByValue<'m>,
    pub(crate) is_signed: bool,
    pub(crate) access: Access,
}

/// The type of a field or of a member.
#[derive(Debug)]
pub(crate) enum ByValue<'m> {
    /// A scalar, or a pointer to a type that is not plain.
    Scalar(RustType<'m>),
    /// A type of the module.
    Plain(&'m str),
    /// A pointer to a type of the module.
    Pointer { is_const: bool, to: &'m str },
    Array {
        element: Box<ByValue<'m>>,
        length: u64,
    },
}

impl<'m> ByValue<'m> {
    fn bytes(unit: u32, size: u64) -> ByValue<'m> {
        let unsigned = RustType::Primitive(match unit {
            2 => "u16",
            4 => "u32",
            8 => "u64",
            _ => "u8",
        });
        ByValue::Array {
            element: Box::new(ByValue::Scalar(unsigned)),
            length: size / u64::from(unit.max(1)),
        }
    }

    /// The number of parts.
    pub(super) fn parts(&self) -> usize {
        match self {
            ByValue::Scalar(scalar) => scalar.parts(),
            ByValue::Plain(_) => 1,
            ByValue::Pointer { .. } => 2,
            ByValue::Array { element, .. } => 1 + element.parts(),
        }
    }
}

pub(super) fn value<'m>(
    lowering: Lowering<'m, '_>,
    named: &'m names::PlainType,
    layout: &Layout<'_>,
) -> Value<'m> {
    let parts = layout.parts.iter().zip(&named.parts).map(|(part, ident)| {
        let bytes = |unit| ByValue::bytes(unit, part.size);
        let (of, ty) = match &part.what {
            What::Member(field) => (
                PartOf::Member(declaration(lowering, field)),
                lowering.value_of(field.ty, anonymous(named, field)),
            ),
            What::Bits => (PartOf::Bits, bytes(1)),
            What::Padding => (PartOf::Padding, bytes(1)),
            What::Union { unit } => (PartOf::Union, bytes(*unit)),
        };
        ValuePart {
            ident,
            of,
            offset: part.offset.0,
            ty,
        }
    });
    let views = layout
        .views
        .iter()
        .zip(&named.views)
        .map(|(view, methods)| {
            let View {
                field,
                part,
                access,
            } = view;
            let Methods { getter, setter } = methods;
            ValueView {
                getter,
                setter,
                declaration: declaration(lowering, field),
                part: &named.parts[*part],
                ty: lowering.value_of(field.ty, anonymous(named, field)),
                is_signed: is_signed(lowering, field.ty),
                access: *access,
            }
        });
    Value {
        ident: &named.ident,
        declaration: CText::new(&named.declaration),
        repr: layout.repr,
        size: layout.size.0,
        align: layout.align.0,
        parts: parts.collect(),
        views: views.collect(),
    }
}

fn anonymous<'m>(named: &'m names::PlainType, field: &Field<'_>) -> Option<&'m str> {
    named.anonymous.get(field.name).map(String::as_str)
}

fn declaration(lowering: Lowering<'_, '_>, field: &Field<'_>) -> CText {
    let mut text = model::declaration(lowering.types, field.ty, field.name);
    if let Some(width) = field.width {
        text += &format!(":{}", width.0);
    }
    CText::new(&text)
}

fn is_signed(lowering: Lowering<'_, '_>, id: TypeId) -> bool {
    match lowering.types.get(lowering.types.underlying(id)) {
        Type::Int(int) => int.signed,
        Type::Enum(enumeration) => enumeration.signed,
        _ => false,
    }
}

impl<'m> Lowering<'m, '_> {
    /// The type of a member by value. `anonymous` is the name of the anonymous type in it.
    fn value_of(self, id: TypeId, anonymous: Option<&'m str>) -> ByValue<'m> {
        let types = self.types;
        let id = types.unqualified(id);
        match (types.get(id), types.get(types.underlying(id))) {
            (Type::Array(array), _) => ByValue::Array {
                element: Box::new(self.value_of(array.element, anonymous)),
                length: u64::from(array.length),
            },
            // Not every byte is a `bool`.
            (_, Type::Int(int)) if int.bool => ByValue::bits(int.size.0),
            // BPF has no floating point.
            (_, Type::Float(float)) => ByValue::bits(float.size.0),
            // Pointers have eight bytes in programs, and on kernels of 64 bits.
            (_, Type::Ptr(_)) if types.pointer.0 != 8 => ByValue::bits(types.pointer.0),
            (_, Type::Composite(_)) => {
                let owner = self.index.owner(types, id);
                let ident = owner.and_then(|id| self.module.plain_ident(id));
                match ident.or(anonymous) {
                    Some(ident) => ByValue::Plain(ident),
                    None => ByValue::Scalar(RustType::Void),
                }
            }
            (Type::Ptr(to), _) => {
                let owner = self.index.owner(types, *to);
                match owner.and_then(|id| self.module.plain_ident(id)) {
                    Some(ident) => ByValue::Pointer {
                        is_const: self.is_const(*to),
                        to: ident,
                    },
                    None => ByValue::Scalar(self.value(id)),
                }
            }
            (Type::Typedef(_, target), Type::Array(_) | Type::Ptr(_)) => {
                self.value_of(*target, anonymous)
            }
            _ => ByValue::Scalar(self.value(id)),
        }
    }
}

impl<'m> ByValue<'m> {
    /// An integer of this size, without a sign.
    fn bits(size: u32) -> ByValue<'m> {
        ByValue::Scalar(RustType::Primitive(match size {
            1 => "u8",
            2 => "u16",
            4 => "u32",
            8 => "u64",
            _ => "u128",
        }))
    }
}
