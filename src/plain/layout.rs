//! The layout of a struct or union in Rust.
//!
//! The alignment is inferred from the size and the offsets, as pahole and libbpf infer it:
//!
//! - It is that of the member with the largest one.
//! - If a member is not at a multiple of the alignment of its largest scalar, or the size is not a multiple of the type's
//!   alignment, the type is packed. Then it is 1. A type that is packed may have more by another attribute, and a type that
//!   contains a packed one need not be packed itself. Less is right too.
//! - A type is not taken for packed if all its members are aligned nevertheless (`struct ethhdr`). Nothing in BTF says so.
//! - If the type is longer than its members and that alignment explain, a larger alignment is the reason: the smallest that
//!   explains the size.
//! - A type without members, such as `struct bpf_timer` of Linux 6.1, consists of unnamed bitfields. It has that of the largest
//!   integer that divides its size.

use crate::model::{Bits, Bytes, Field, TypeId};

/// The largest alignment that is inferred from a size: that of a page.
const MAX_ALIGN: u32 = 4096;

/// The largest unit of the storage of a union.
const MAX_UNIT: u32 = 8;

/// A struct or union.
#[derive(Clone, Debug)]
pub(crate) struct Layout<'a> {
    pub(crate) size: Bytes,
    pub(crate) align: Bytes,
    pub(crate) repr: Repr,
    /// In the order of memory. They leave no byte out.
    pub(crate) parts: Vec<Part<'a>>,
    /// The members that are not a field in Rust.
    pub(crate) views: Vec<View<'a>>,
    /// The named types that it contains by value.
    pub(crate) contains: Vec<TypeId>,
    /// The alignment of its largest scalar.
    pub(super) of_scalar: u32,
    /// Whether it has a larger alignment than its fields, or contains a type that has.
    pub(crate) is_over_aligned: bool,
}

/// What Rust must know about the alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repr {
    /// It follows from the fields.
    Natural,
    /// It is less.
    Packed(u32),
    /// It is more.
    Aligned(u32),
}

/// A field in Rust.
#[derive(Clone, Debug)]
pub(crate) struct Part<'a> {
    pub(crate) offset: Bytes,
    pub(crate) size: u64,
    pub(crate) what: What<'a>,
}

/// What a field in Rust is for.
#[derive(Clone, Debug)]
pub(crate) enum What<'a> {
    /// A member.
    Member(Field<'a>),
    /// The bytes of bitfields.
    Bits,
    /// The bytes of a union. The unit is an integer of this size.
    Union { unit: u32 },
    /// Bytes without a member.
    Padding,
}

/// A member within a part.
#[derive(Clone, Debug)]
pub(crate) struct View<'a> {
    pub(crate) field: Field<'a>,
    /// The index of the part.
    pub(crate) part: usize,
    pub(crate) access: Access,
}

/// How a member is read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// At this byte of the part.
    Whole { at: u32, is_aligned: bool },
    /// Within these bytes of the part, from this bit of the first on. Bits are counted as BTF does: the first is the least
    /// significant one on little-endian kernels, and the most significant one on big-endian kernels.
    Bits {
        first: u32,
        bytes: u32,
        bit: u32,
        width: u32,
    },
}

/// What a layout needs to know about a type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    pub(super) size: u64,
    /// The alignment on the kernel.
    pub(super) align: u32,
    /// The alignment of its largest scalar. A packed type has less.
    pub(super) of_scalar: u32,
    /// The alignment of the type in Rust.
    pub(super) in_rust: u32,
    pub(super) is_over_aligned: bool,
}

/// A member, or a union without a name, with what is known about its type.
pub(super) struct Piece<'a> {
    pub(super) offset: Bits,
    pub(super) measure: Measure,
    pub(super) member: PieceOf<'a>,
}

pub(super) enum PieceOf<'a> {
    Member(Field<'a>),
    /// Its members, with their measures.
    Union(Vec<(Field<'a>, Measure)>),
}

/// `pieces` are in the order of their declaration.
pub(super) fn of_struct<'a>(
    size: Bytes,
    pieces: Vec<Piece<'a>>,
    contains: Vec<TypeId>,
) -> Result<Layout<'a>, String> {
    let natural = pieces.iter().map(|it| it.measure.align).max().unwrap_or(1);
    let is_misplaced = |piece: &Piece<'_>| {
        !piece.is_bitfield() && !piece.offset.0.is_multiple_of(8 * piece.measure.of_scalar)
    };
    let is_short = |piece: &Piece<'_>| {
        !piece.is_bitfield() && !piece.offset.0.is_multiple_of(8 * piece.measure.in_rust)
    };
    let end = pieces.iter().map(Piece::end).max().unwrap_or(0);
    let of_scalar = pieces.iter().map(|it| it.measure.of_scalar).max();
    let of_scalar = of_scalar.unwrap_or(1);
    let align = match pieces.iter().any(is_misplaced) || !size.0.is_multiple_of(of_scalar) {
        true => 1,
        false if pieces.is_empty() => of_nothing(size),
        // Rust aligns an integer of eight bytes to eight, and these kernels to four.
        false if pieces.iter().any(is_short) => natural,
        false => over(size, end, natural),
    };
    let mut builder = Builder {
        size,
        align,
        of_scalar,
        parts: Vec::new(),
        views: Vec::new(),
    };
    for piece in pieces.iter() {
        builder.push(piece)?;
    }
    builder.pad(u64::from(size.0));
    let members = pieces.iter().filter(|it| !it.is_bitfield());
    // The storage of a union is aligned as its unit.
    let in_rust = members.clone().map(|piece| match piece.member {
        PieceOf::Member(_) => piece.measure.in_rust,
        PieceOf::Union(_) => unit(piece.measure.align, align),
    });
    let is_over_aligned = members
        .clone()
        .any(|it| matches!(it.member, PieceOf::Member(_)) && it.measure.is_over_aligned);
    builder.finish(in_rust.max().unwrap_or(1), is_over_aligned, contains)
}

/// `members` are those of a union, also in its anonymous members.
pub(super) fn of_union<'a>(
    size: Bytes,
    members: Vec<(Field<'a>, Measure)>,
    contains: Vec<TypeId>,
) -> Result<Layout<'a>, String> {
    let align = of_union_alone(size, &members);
    let of_scalar = members.iter().map(|it| it.1.of_scalar).max();
    let mut builder = Builder {
        size,
        align,
        of_scalar: of_scalar.unwrap_or(1),
        parts: Vec::new(),
        views: Vec::new(),
    };
    builder.union(Bytes(0), u64::from(size.0), align, &members)?;
    builder.finish(unit(align, align), false, contains)
}

/// The alignment of a union.
pub(super) fn of_union_alone(size: Bytes, members: &[(Field<'_>, Measure)]) -> u32 {
    let natural = members.iter().map(|it| it.1.align).max().unwrap_or(1);
    let is_misplaced = |(field, measure): &(Field<'_>, Measure)| {
        field.width.is_none() && !field.offset.0.is_multiple_of(8 * measure.of_scalar)
    };
    let ends = members.iter().map(|(field, measure)| end(field, measure));
    let of_scalar = members.iter().map(|it| it.1.of_scalar).max().unwrap_or(1);
    match members.iter().any(is_misplaced) || !size.0.is_multiple_of(of_scalar) {
        true => 1,
        false if members.is_empty() => of_nothing(size),
        false => over(size, ends.max().unwrap_or(0), natural),
    }
}

fn end(field: &Field<'_>, measure: &Measure) -> u64 {
    let bits = field.width.map_or(8 * measure.size, |it| u64::from(it.0));
    (u64::from(field.offset.0) + bits).div_ceil(8)
}

impl Piece<'_> {
    fn is_bitfield(&self) -> bool {
        matches!(&self.member, PieceOf::Member(field) if field.width.is_some())
    }

    /// The byte behind it.
    fn end(&self) -> u64 {
        match &self.member {
            PieceOf::Member(field) => end(field, &self.measure),
            PieceOf::Union(_) => u64::from(self.offset.0 / 8) + self.measure.size,
        }
    }
}

fn of_nothing(size: Bytes) -> u32 {
    match size.0 {
        0 => 1,
        size => (1 << size.trailing_zeros()).min(MAX_UNIT),
    }
}

/// The alignment, if the size is the reason to take a larger one than the natural one.
fn over(size: Bytes, end: u64, natural: u32) -> u32 {
    let explains = |align: &u32| end.next_multiple_of(u64::from(*align)) == u64::from(size.0);
    let larger = std::iter::successors(Some(natural), |align| align.checked_mul(2));
    let mut larger = larger.take_while(|align| *align <= MAX_ALIGN);
    larger.find(explains).unwrap_or(natural)
}

/// The unit of the storage of a union within a type.
fn unit(of_union: u32, of_type: u32) -> u32 {
    of_union.min(of_type).min(MAX_UNIT)
}

struct Builder<'a> {
    size: Bytes,
    align: u32,
    of_scalar: u32,
    parts: Vec<Part<'a>>,
    views: Vec<View<'a>>,
}

impl<'a> Builder<'a> {
    /// The first byte that no part has.
    fn end(&self) -> u64 {
        (self.parts.last()).map_or(0, |it| u64::from(it.offset.0) + it.size)
    }

    /// Fills with padding up to a byte.
    fn pad(&mut self, to: u64) {
        let from = self.end();
        if from < to {
            self.parts.push(Part {
                offset: Bytes(from as u32),
                size: to - from,
                what: What::Padding,
            });
        }
    }

    fn push(&mut self, piece: &Piece<'a>) -> Result<(), String> {
        match &piece.member {
            PieceOf::Member(field) if field.width.is_some() => self.bits(field),
            PieceOf::Member(field) => {
                let offset = self.start(piece, field.name)?;
                self.parts.push(Part {
                    offset,
                    size: piece.measure.size,
                    what: What::Member(field.clone()),
                });
                Ok(())
            }
            PieceOf::Union(members) => {
                let offset = self.start(piece, members.first().map_or("", |it| it.0.name))?;
                let unit = unit(piece.measure.align, self.align);
                self.union(offset, piece.measure.size, unit, members)
            }
        }
    }

    fn start(&mut self, piece: &Piece<'_>, name: &str) -> Result<Bytes, String> {
        let offset = u64::from(piece.offset.0 / 8);
        if offset < self.end() || piece.end() > u64::from(self.size.0) {
            return Err(overlap(name));
        }
        self.pad(offset);
        Ok(Bytes(offset as u32))
    }

    fn bits(&mut self, field: &Field<'a>) -> Result<(), String> {
        let width = field.width.map_or(0, |it| it.0);
        let (from, to) = (
            field.offset.0 / 8,
            (u64::from(field.offset.0) + u64::from(width)).div_ceil(8),
        );
        if width == 0 || width > 64 || to > u64::from(self.size.0) {
            return Err(overlap(field.name));
        }
        let from = u64::from(from);
        // A bitfield may begin in the last byte of the one before it.
        let is_next = |part: &Part<'_>| {
            let (start, end) = (
                u64::from(part.offset.0),
                u64::from(part.offset.0) + part.size,
            );
            matches!(part.what, What::Bits) && start <= from && from <= end
        };
        let end = self.end();
        match self.parts.last_mut() {
            Some(part) if is_next(part) => {
                part.size = part.size.max(to - u64::from(part.offset.0));
            }
            _ if from < end => return Err(overlap(field.name)),
            _ => {
                self.pad(from);
                self.parts.push(Part {
                    offset: Bytes(from as u32),
                    size: to - from,
                    what: What::Bits,
                });
            }
        }
        let part = self.parts.len() - 1;
        let start = self.parts[part].offset;
        self.views.push(View {
            field: field.clone(),
            part,
            access: bits_at(field.offset, width, start),
        });
        Ok(())
    }

    fn union(
        &mut self,
        offset: Bytes,
        size: u64,
        unit: u32,
        members: &[(Field<'a>, Measure)],
    ) -> Result<(), String> {
        let (part, unit) = (self.parts.len(), unit.min(MAX_UNIT).min(self.align));
        for (field, measure) in members {
            let start = u64::from(field.offset.0 / 8);
            if start < u64::from(offset.0) || end(field, measure) > u64::from(offset.0) + size {
                return Err(overlap(field.name));
            }
            let access = match field.width {
                Some(Bits(width)) if width == 0 || width > 64 => return Err(overlap(field.name)),
                Some(width) => bits_at(field.offset, width.0, offset),
                None => Access::Whole {
                    at: start as u32 - offset.0,
                    is_aligned: self.align >= measure.in_rust
                        && start.is_multiple_of(u64::from(measure.in_rust)),
                },
            };
            self.views.push(View {
                field: field.clone(),
                part,
                access,
            });
        }
        self.parts.push(Part {
            offset,
            size,
            what: What::Union { unit },
        });
        Ok(())
    }

    /// `in_rust` is the alignment that the fields have in Rust.
    fn finish(
        self,
        in_rust: u32,
        is_over_aligned: bool,
        contains: Vec<TypeId>,
    ) -> Result<Layout<'a>, String> {
        let repr = match self.align {
            align if align < in_rust => Repr::Packed(align),
            align if align > in_rust => Repr::Aligned(align),
            _ => Repr::Natural,
        };
        if is_over_aligned && matches!(repr, Repr::Packed(_)) {
            return Err(
                "it is packed, and contains a type with a larger alignment than its members, which Rust does not permit"
                    .to_string(),
            );
        }
        Ok(Layout {
            size: self.size,
            align: Bytes(self.align),
            repr,
            parts: self.parts,
            views: self.views,
            contains,
            of_scalar: self.of_scalar,
            is_over_aligned: is_over_aligned || matches!(repr, Repr::Aligned(_)),
        })
    }
}

fn bits_at(offset: Bits, width: u32, start: Bytes) -> Access {
    let (first, bit) = (offset.0 / 8 - start.0, offset.0 % 8);
    Access::Bits {
        first,
        bytes: (bit + width).div_ceil(8),
        bit,
        width,
    }
}

fn overlap(name: &str) -> String {
    format!(
        "its member `{}` overlaps another one, or is not within it",
        crate::text::printable(name)
    )
}
