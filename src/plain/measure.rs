//! The size and alignment of types, and the layouts of those that have members. Each is made once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::layout::{self, Layout, Measure, Piece, PieceOf};
use crate::filter::{self, Index};
use crate::model::{
    self, Bits, Bytes, Composite, CompositeKind, Field, Type, TypeId, Types, describe,
};
use crate::reloc::table::{MAX_NAME, is_identifier};
use crate::text::printable;

pub(super) struct Layouts<'t, 'a> {
    types: &'t Types<'a>,
    index: &'t Index<'a>,
    made: HashMap<TypeId, Result<Layout<'a>, String>>,
}

/// The struct or union of a named type.
pub(crate) fn composite<'t, 'a>(types: &'t Types<'a>, id: TypeId) -> Option<&'t Composite<'a>> {
    match types.get(types.underlying(id)) {
        Type::Composite(composite) => Some(composite),
        _ => None,
    }
}

impl<'t, 'a> Layouts<'t, 'a> {
    pub(super) fn new(types: &'t Types<'a>, index: &'t Index<'a>) -> Layouts<'t, 'a> {
        Layouts {
            types,
            index,
            made: HashMap::new(),
        }
    }

    /// All layouts that were made.
    pub(super) fn finished(self) -> BTreeMap<TypeId, Layout<'a>> {
        let made = self.made.into_iter();
        made.filter_map(|(id, layout)| Some((id, layout.ok()?)))
            .collect()
    }

    /// Makes the layout of a struct or union.
    pub(super) fn of(&mut self, id: TypeId) -> Result<(), String> {
        if !self.made.contains_key(&id) {
            let layout = self.make(id);
            self.made.insert(id, layout);
        }
        match &self.made[&id] {
            Ok(_) => Ok(()),
            Err(reason) => Err(reason.clone()),
        }
    }

    /// The named types that a type contains, at any depth.
    pub(super) fn contained(&self, id: TypeId) -> BTreeSet<TypeId> {
        let (mut found, mut todo) = (BTreeSet::new(), vec![id]);
        while let Some(id) = todo.pop() {
            if let Some(Ok(layout)) = self.made.get(&id) {
                let new = layout.contains.iter().filter(|it| found.insert(**it));
                todo.extend(new.copied());
            }
        }
        found
    }

    fn make(&mut self, id: TypeId) -> Result<Layout<'a>, String> {
        let types = self.types;
        if self.index.definitions(id).is_some() {
            return Err("the kernel has several definitions of it that differ".to_string());
        }
        let Some(composite) = composite(types, id) else {
            return Err("it is declared, but not defined".to_string());
        };
        self.check_names(id, composite)?;
        let mut contains = Vec::new();
        match composite.kind {
            CompositeKind::Struct => {
                let pieces = self.pieces(composite, &mut contains)?;
                layout::of_struct(composite.size, pieces, contains)
            }
            CompositeKind::Union => {
                let fields = model::fields(types, composite);
                let members = self.measured(fields, &mut contains)?;
                layout::of_union(composite.size, members, contains)
            }
        }
    }

    /// All names must be C identifiers, each a different one.
    fn check_names(&self, id: TypeId, composite: &Composite<'a>) -> Result<(), String> {
        let check = |name: &str| match name.len() <= MAX_NAME && is_identifier(name) {
            true => Ok(()),
            false => Err(format!(
                "the name `{}` is not a C identifier",
                printable(name)
            )),
        };
        if let Some((_, name)) = filter::name(self.types.get(id)) {
            check(name)?;
        }
        let mut names = BTreeSet::new();
        for name in model::field_names(self.types, composite) {
            check(name)?;
            if !names.insert(name) {
                return Err(format!("the name `{name}` occurs twice"));
            }
        }
        Ok(())
    }

    /// The fields of a struct, where those of an anonymous union are one piece.
    fn pieces(
        &mut self,
        composite: &Composite<'a>,
        contains: &mut Vec<TypeId>,
    ) -> Result<Vec<Piece<'a>>, String> {
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        let mut of_union = None;
        for field in model::fields(self.types, composite) {
            let union = self.union_of(&field);
            let measure = self.measure_field(&field, contains)?;
            let Some((member, offset, size)) = union else {
                of_union = None;
                pieces.push(Piece {
                    offset: field.offset,
                    measure,
                    member: PieceOf::Member(field),
                });
                continue;
            };
            if of_union != Some((member, offset))
                || !matches!(
                    pieces.last(),
                    Some(Piece {
                        member: PieceOf::Union(_),
                        ..
                    })
                )
            {
                of_union = Some((member, offset));
                pieces.push(Piece {
                    offset,
                    measure: Measure {
                        size: u64::from(size.0),
                        ..measure
                    },
                    member: PieceOf::Union(Vec::new()),
                });
            }
            if let Some(Piece {
                member: PieceOf::Union(members),
                ..
            }) = pieces.last_mut()
            {
                members.push((field, measure));
            }
        }
        for piece in &mut pieces {
            if let PieceOf::Union(members) = &piece.member {
                let alone = members.iter().map(|(field, measure)| {
                    let offset = Bits(field.offset.0.saturating_sub(piece.offset.0));
                    (
                        Field {
                            offset,
                            ..field.clone()
                        },
                        *measure,
                    )
                });
                let alone: Vec<_> = alone.collect();
                let size = Bytes(piece.measure.size as u32);
                piece.measure.align = layout::of_union_alone(size, &alone);
                let of_scalar = alone.iter().map(|it| it.1.of_scalar).max();
                piece.measure.of_scalar = of_scalar.unwrap_or(1);
            }
        }
        Ok(pieces)
    }

    /// The outermost anonymous union around a field: its member, its offset and its size.
    fn union_of(&self, field: &Field<'a>) -> Option<(u32, Bits, Bytes)> {
        let mut offset = 0u32;
        for around in field.around() {
            let member = &self.types.members[around.member as usize];
            offset = offset.saturating_add(member.offset.0);
            if around.kind == CompositeKind::Union {
                let size = composite(self.types, member.ty).map_or(Bytes(0), |it| it.size);
                return Some((around.member, Bits(offset), size));
            }
        }
        None
    }

    fn measured(
        &mut self,
        fields: Vec<Field<'a>>,
        contains: &mut Vec<TypeId>,
    ) -> Result<Vec<(Field<'a>, Measure)>, String> {
        let measured = fields.into_iter().map(|field| {
            let measure = self.measure_field(&field, contains)?;
            Ok((field, measure))
        });
        measured.collect()
    }

    fn measure_field(
        &mut self,
        field: &Field<'a>,
        contains: &mut Vec<TypeId>,
    ) -> Result<Measure, String> {
        self.measure(field.ty, contains)
            .map_err(|reason| format!("its member `{}`: {reason}", printable(field.name)))
    }

    fn measure(&mut self, id: TypeId, contains: &mut Vec<TypeId>) -> Result<Measure, String> {
        let types = self.types;
        let underlying = types.underlying(id);
        match types.get(underlying) {
            Type::Int(int) => self.scalar(int.size),
            Type::Float(float) => self.scalar(float.size),
            Type::Enum(enumeration) => self.scalar(enumeration.size),
            Type::Ptr(_) => self.scalar(types.pointer),
            Type::Array(array) => {
                let element = self.measure(array.element, contains)?;
                let size = element.size.checked_mul(u64::from(array.length));
                let size = size.filter(|size| *size <= u64::from(u32::MAX));
                Ok(Measure {
                    size: size.ok_or("its array is too long")?,
                    ..element
                })
            }
            Type::Composite(composite) => {
                let owner = self.index.owner(types, id).unwrap_or(underlying);
                let is_named = !composite.name.is_empty() || owner != underlying;
                self.of(owner).map_err(|reason| {
                    let ty = printable(&describe(types, owner));
                    format!("{ty} can't be plain: {reason}")
                })?;
                let Some(Ok(layout)) = self.made.get(&owner) else {
                    return Err("it has no layout".to_string());
                };
                match is_named {
                    true => contains.push(owner),
                    false => contains.extend(&layout.contains),
                }
                Ok(Measure {
                    size: u64::from(layout.size.0),
                    align: layout.align.0,
                    of_scalar: layout.of_scalar,
                    in_rust: layout.align.0,
                    is_over_aligned: layout.is_over_aligned,
                })
            }
            _ => Err(format!("{} has no size", printable(&describe(types, id)))),
        }
    }

    fn scalar(&self, size: Bytes) -> Result<Measure, String> {
        if ![1, 2, 4, 8, 16].contains(&size.0) {
            return Err(format!("Rust has no integer of {} bytes", size.0));
        }
        let align = match size.0 {
            // Some architectures of 32 bits have 4, others 8.
            8 if self.types.pointer.0 < 8 => 4,
            // s390x has 8, arm64 and x86 have 16.
            16 if self.types.big_endian => 8,
            size => size,
        };
        Ok(Measure {
            size: u64::from(size.0),
            align,
            of_scalar: align,
            in_rust: size.0,
            is_over_aligned: false,
        })
    }
}
