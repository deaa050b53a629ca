//! One record of the type section → a type.

use super::header::{self, Layout, Sections};
use super::part::Before;
use super::strings::Strings;
use crate::btf_format::{
    self, FUNC_EXTERN, FUNC_GLOBAL, FUNC_STATIC, INT_BOOL, INT_SIGNED, KIND_ARRAY, KIND_CONST,
    KIND_DATASEC, KIND_DECL_TAG, KIND_ENUM, KIND_ENUM64, KIND_FLOAT, KIND_FUNC, KIND_FUNC_PROTO,
    KIND_FWD, KIND_INT, KIND_PTR, KIND_RESTRICT, KIND_STRUCT, KIND_TYPE_TAG, KIND_TYPEDEF,
    KIND_UNION, KIND_VAR, KIND_VOLATILE,
};
use crate::model::{
    Array, Bits, Bytes, Composite, CompositeKind, Datasec, DeclTag, Enum, Enumerator, Float, Func,
    FuncProto, Int, Linkage, Member, Name, Parameter, Placed, Qualifier, Type, Types, Var,
};

/// More than ten times the members, parameters or enumerators of the largest real BTF, split BTF of all modules included.
pub(super) const MAX_LISTED: usize = 8 << 20;

/// The length of the start of each record: name, kind and count, size or type.
const START: usize = 12;

/// The component of a tag on a whole declaration.
const WHOLE: u32 = u32::MAX;

/// What a record of a known kind has.
struct Known {
    /// As in `BTF_KIND_…`.
    called: &'static str,
    /// What is behind its first three words.
    layout: Layout,
    /// Whether its `kind_flag` means something.
    has_flag: bool,
}

/// The index is the number of the kind.
static KNOWN: [Known; 20] = [
    Known::new("UNKN", 0, 0),
    Known::new("INT", 4, 0),
    Known::new("PTR", 0, 0),
    Known::new("ARRAY", 12, 0),
    Known::new("STRUCT", 0, 12).with_flag(),
    Known::new("UNION", 0, 12).with_flag(),
    Known::new("ENUM", 0, 8).with_flag(),
    Known::new("FWD", 0, 0).with_flag(),
    Known::new("TYPEDEF", 0, 0),
    Known::new("VOLATILE", 0, 0),
    Known::new("CONST", 0, 0),
    Known::new("RESTRICT", 0, 0),
    Known::new("FUNC", 0, 0),
    Known::new("FUNC_PROTO", 0, 8),
    Known::new("VAR", 4, 0),
    Known::new("DATASEC", 0, 12),
    Known::new("FLOAT", 0, 0),
    Known::new("DECL_TAG", 4, 0).with_flag(),
    Known::new("TYPE_TAG", 0, 0).with_flag(),
    Known::new("ENUM64", 0, 12).with_flag(),
];

impl Known {
    const fn new(called: &'static str, fixed: usize, element: usize) -> Known {
        Known {
            called,
            layout: Layout { fixed, element },
            has_flag: false,
        }
    }

    const fn with_flag(self) -> Known {
        Known {
            has_flag: true,
            ..self
        }
    }
}

/// A record of a known kind.
pub(super) struct Record<'a> {
    kind: u32,
    name: u32,
    /// The number of elements. In a function, the linkage.
    count: u32,
    flag: bool,
    /// The kind decides which of the two this is.
    size_or_type: u32,
    /// The bytes after the first three words.
    rest: &'a [u8],
}

/// The type records of a BTF, in order.
pub(super) struct Records<'s, 'a> {
    sections: &'s Sections<'a>,
    before: &'s Before<'a>,
    rest: &'a [u8],
    /// Whether a layout section says how long records are.
    has_layouts: bool,
}

impl<'s, 'a> Records<'s, 'a> {
    pub(super) fn new(sections: &'s Sections<'a>, before: &'s Before<'a>) -> Records<'s, 'a> {
        Records {
            sections,
            before,
            rest: &sections.bytes[sections.types.clone()],
            has_layouts: !sections.layouts.is_empty() || !before.layouts.is_empty(),
        }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// The offset of the next record, from the start of the BTF.
    pub(super) fn at(&self) -> usize {
        self.sections.types.end - self.rest.len()
    }

    /// The next record. Its kind and count give its length.
    pub(super) fn next(&mut self) -> Result<Record<'a>, String> {
        let start = take(&mut self.rest, START)?;
        let [name, info, size_or_type] = header::words(start, self.sections.big_endian);
        let kind = btf_format::kind(info);
        let count = info & 0xff_ffff;
        let flag = info >> 31 == 1;
        let layout = match KNOWN.get(kind as usize) {
            None => self.layout_of_unknown(kind)?,
            Some(known) if self.has_layouts || flag => self.checked(kind, flag, known)?,
            Some(known) => known.layout,
        };
        Ok(Record {
            kind,
            name,
            count,
            flag,
            size_or_type,
            rest: take(
                &mut self.rest,
                layout.fixed + layout.element * count as usize,
            )?,
        })
    }

    fn checked(&self, kind: u32, flag: bool, known: &Known) -> Result<Layout, String> {
        let called = known.called;
        if self.layout(kind).is_some_and(|other| other != known.layout) {
            return Err(format!(
                "this BTF has another layout of {called} than this btfgen knows"
            ));
        }
        match flag && !known.has_flag {
            false => Ok(known.layout),
            true => Err(format!(
                "its kind_flag is set, which means nothing for {called}"
            )),
        }
    }

    fn layout(&self, kind: u32) -> Option<Layout> {
        header::layout(self.sections.layouts, kind)
            .or_else(|| header::layout(self.before.layouts, kind))
    }

    /// What this decoder does not know can be passed over if the BTF says how long it is.
    fn layout_of_unknown(&self, kind: u32) -> Result<Layout, String> {
        let layout = self
            .layout(kind)
            .filter(|layout| layout.fixed % 4 == 0 && layout.element % 4 == 0);
        layout.ok_or_else(|| {
            format!(
                "its kind {kind} is not known to this btfgen, nor does the BTF say how long it is"
            )
        })
    }
}

fn take<'a>(from: &mut &'a [u8], length: usize) -> Result<&'a [u8], String> {
    let (bytes, rest) = (from.split_at_checked(length))
        .ok_or_else(|| "its record reaches beyond the type section".to_string())?;
    *from = rest;
    Ok(bytes)
}

/// Decodes records.
pub(super) struct Decoder<'s, 'a> {
    strings: Strings<'a>,
    /// The same, if no name in it needs a check. Else it is empty.
    plain: &'a str,
    before: &'s Before<'a>,
    big_endian: bool,
}

impl<'s, 'a> Decoder<'s, 'a> {
    pub(super) fn new(sections: &Sections<'a>, before: &'s Before<'a>) -> Decoder<'s, 'a> {
        Decoder {
            strings: sections.strings,
            plain: before.plain(&sections.strings),
            before,
            big_endian: sections.big_endian,
        }
    }

    /// Adds a type to `types`, and its members and other parts to the lists there.
    pub(super) fn decode(&self, record: &Record<'a>, types: &mut Types<'a>) -> Result<(), String> {
        let Record {
            kind,
            name,
            count,
            flag,
            size_or_type,
            rest,
        } = *record;
        let size = Bytes(size_or_type);
        let inner = self.before.id(size_or_type);
        let ty = match kind {
            KIND_INT => self.int(name, size, rest)?,
            KIND_PTR => Type::Ptr(inner),
            KIND_ARRAY => self.array(rest),
            KIND_STRUCT | KIND_UNION => {
                let start = types.members.len() as u32;
                self.members(rest, flag, &mut types.members)?;
                Type::Composite(Composite {
                    kind: match kind {
                        KIND_UNION => CompositeKind::Union,
                        _ => CompositeKind::Struct,
                    },
                    name: self.name(name)?,
                    size,
                    members: start..types.members.len() as u32,
                })
            }
            KIND_ENUM | KIND_ENUM64 => {
                let head = EnumHead {
                    name,
                    size,
                    signed: flag,
                    wide: kind == KIND_ENUM64,
                };
                self.enumeration(head, rest, types)?
            }
            KIND_FWD => {
                let kind = match flag {
                    true => CompositeKind::Union,
                    false => CompositeKind::Struct,
                };
                Type::Fwd(kind, self.required_name(name)?)
            }
            KIND_TYPEDEF => Type::Typedef(self.required_name(name)?, inner),
            KIND_VOLATILE => Type::Qualified(Qualifier::Volatile, inner),
            KIND_CONST => Type::Qualified(Qualifier::Const, inner),
            KIND_RESTRICT => Type::Qualified(Qualifier::Restrict, inner),
            KIND_FUNC => Type::Func(Func {
                name: self.symbol_name(name)?,
                linkage: linkage(count)?,
                prototype: inner,
            }),
            KIND_FUNC_PROTO => {
                let start = types.parameters.len() as u32;
                self.parameters(rest, &mut types.parameters)?;
                Type::FuncProto(FuncProto {
                    returns: inner,
                    parameters: start..types.parameters.len() as u32,
                })
            }
            KIND_VAR => {
                let [number] = self.words(rest);
                Type::Var(Var {
                    name: self.symbol_name(name)?,
                    linkage: linkage(number)?,
                    ty: inner,
                })
            }
            KIND_DATASEC => {
                let start = types.variables.len() as u32;
                check_room(start as usize, rest.len() / 12)?;
                self.variables(rest, &mut types.variables);
                Type::Datasec(Datasec {
                    name: self.name(name)?,
                    size,
                    variables: start..types.variables.len() as u32,
                })
            }
            KIND_FLOAT => self.float(name, size)?,
            KIND_DECL_TAG => {
                let [component] = self.words(rest);
                Type::DeclTag(DeclTag {
                    name: self.name(name)?,
                    of: inner,
                    component: (component != WHOLE).then_some(component),
                })
            }
            KIND_TYPE_TAG => Type::TypeTag(inner),
            0 => return Err(format!("its kind {kind} is not known to this btfgen")),
            kind => Type::Unknown(kind),
        };
        types.types.push(ty);
        Ok(())
    }

    /// The words of a part of a record.
    fn words<const N: usize>(&self, bytes: &[u8]) -> [u32; N] {
        header::words(bytes, self.big_endian)
    }

    fn name(&self, offset: u32) -> Result<&'a str, String> {
        self.before.name(&self.strings, offset)
    }

    fn unread_name(&self, offset: u32) -> Result<Name<'a>, String> {
        match self.plain.get(offset as usize..) {
            Some(name) if !name.is_empty() => Ok(Name::new(name)),
            _ => self.name(offset).map(Name::new),
        }
    }

    /// Of the kinds that are nothing without one (`btf_fwd_check_meta`, `btf_typedef_check_meta`).
    fn required_name(&self, offset: u32) -> Result<&'a str, String> {
        match self.name(offset)? {
            "" => Err("a declaration or typedef without a name".to_string()),
            name => Ok(name),
        }
    }

    /// These are the rules of `btf_func_check_meta` and `btf_var_check_meta`.
    fn symbol_name(&self, offset: u32) -> Result<Name<'a>, String> {
        let name = self.unread_name(offset)?;
        match name.is_empty() {
            true => Err("a function or variable without a name".to_string()),
            false => Ok(name),
        }
    }

    fn int(&self, name: u32, size: Bytes, fixed: &[u8]) -> Result<Type<'a>, String> {
        let [data] = self.words(fixed);
        let encoding = data >> 24 & 0xf;
        let first = (data >> 16) as u8;
        let bits = data as u8;
        let is_empty = size.0 == 0 && self.before.is_of_program;
        if !is_empty && !matches!(size.0, 1 | 2 | 4 | 8 | 16) {
            return Err(format!("an integer of {} bytes", size.0));
        }
        if u32::from(first) + u32::from(bits) > 8 * size.0 {
            return Err(format!(
                "{bits} bits from bit {first} on are not within {} bytes",
                size.0
            ));
        }
        let name = self.name(name)?;
        Ok(Type::Int(Int {
            name,
            size,
            signed: encoding & INT_SIGNED != 0,
            char: name == "char",
            bool: encoding & INT_BOOL != 0,
            first_bit: first,
            bits,
        }))
    }

    fn float(&self, name: u32, size: Bytes) -> Result<Type<'a>, String> {
        if !matches!(size.0, 2 | 4 | 8 | 12 | 16) {
            return Err(format!("a floating point number of {} bytes", size.0));
        }
        let name = self.name(name)?;
        Ok(Type::Float(Float { name, size }))
    }

    fn array(&self, fixed: &[u8]) -> Type<'a> {
        let [element, _index, length] = self.words(fixed);
        Type::Array(Array {
            element: self.before.id(element),
            length,
        })
    }

    // Separate functions read the lists. In the loop over records, this code would take registers from the loop.
    #[inline(never)]
    fn members(
        &self,
        elements: &[u8],
        has_widths: bool,
        members: &mut Vec<Member<'a>>,
    ) -> Result<(), String> {
        check_room(members.len(), elements.len() / 12)?;
        for element in elements.as_chunks::<12>().0 {
            let [name, ty, offset] = self.words(element);
            let (offset, width) = match has_widths {
                true => (offset & 0xff_ffff, offset >> 24),
                false => (offset, 0),
            };
            members.push(Member {
                name: self.unread_name(name)?,
                ty: self.before.id(ty),
                offset: Bits(offset),
                width: (width != 0).then_some(Bits(width)),
            });
        }
        Ok(())
    }

    #[inline(never)]
    fn enumeration(
        &self,
        head: EnumHead,
        elements: &[u8],
        types: &mut Types<'a>,
    ) -> Result<Type<'a>, String> {
        let EnumHead {
            name,
            size,
            signed,
            wide,
        } = head;
        // How clang writes an enum that is only declared. As its size is not known, only pointers may lead to it.
        if size.0 == 0 && elements.is_empty() {
            self.name(name)?;
            return Ok(Type::Unknown(if wide { KIND_ENUM64 } else { KIND_ENUM }));
        }
        if !matches!(size.0, 1 | 2 | 4 | 8) {
            return Err(format!("an enum of {} bytes", size.0));
        }
        let start = types.enumerators.len();
        let length = if wide { 12 } else { 8 };
        check_room(start, elements.len() / length)?;
        for element in elements.chunks_exact(length) {
            // An enumerator of 32 bits ends after the second word.
            let [name, low, high] = self.words(element);
            let value = match (wide, signed) {
                (false, false) => i128::from(low),
                (false, true) => i128::from(low as i32),
                (true, false) => i128::from(u64::from(high) << 32 | u64::from(low)),
                (true, true) => i128::from((u64::from(high) << 32 | u64::from(low)) as i64),
            };
            types.enumerators.push(Enumerator {
                name: self.unread_name(name)?,
                value,
            });
        }
        let own = &mut types.enumerators[start..];
        let flagged = signed;
        let signed = signed || fit_negative(own, size);
        if let Some(wrong) = own.iter().find(|it| !fits(it.value, size, signed)) {
            let (name, value) = (wrong.name, wrong.value);
            return Err(format!(
                "its enumerator {name:?} is {value}, which {} bytes don't hold",
                size.0
            ));
        }
        Ok(Type::Enum(Enum {
            name: self.name(name)?,
            size,
            signed,
            flagged,
            wide,
            enumerators: start as u32..types.enumerators.len() as u32,
        }))
    }

    #[inline(never)]
    fn parameters(
        &self,
        elements: &[u8],
        parameters: &mut Vec<Parameter<'a>>,
    ) -> Result<(), String> {
        check_room(parameters.len(), elements.len() / 8)?;
        for element in elements.as_chunks::<8>().0 {
            let [name, ty] = self.words(element);
            parameters.push(Parameter {
                name: self.unread_name(name)?,
                ty: self.before.id(ty),
            });
        }
        Ok(())
    }

    fn variables(&self, elements: &[u8], variables: &mut Vec<Placed>) {
        for element in elements.as_chunks::<12>().0 {
            let [id, offset, size] = self.words(element);
            variables.push(Placed {
                id: self.before.id(id),
                offset: Bytes(offset),
                size: Bytes(size),
            });
        }
    }
}

fn check_room(listed: usize, more: usize) -> Result<(), String> {
    match listed + more > MAX_LISTED {
        false => Ok(()),
        true => Err(format!(
            "more than {MAX_LISTED} members, parameters or enumerators"
        )),
    }
}

/// The part of an enum's record before its enumerators.
struct EnumHead {
    name: u32,
    size: Bytes,
    signed: bool,
    wide: bool,
}

fn linkage(number: u32) -> Result<Linkage, String> {
    match number {
        FUNC_STATIC => Ok(Linkage::Static),
        FUNC_GLOBAL => Ok(Linkage::Global),
        FUNC_EXTERN => Ok(Linkage::Extern),
        _ => Err(format!("its linkage {number} is not known to this btfgen")),
    }
}

/// Tools before BTF had signed enums write a negative value as 32 bits without a sign. Where the enum is smaller, a value
/// that is too large for it tells: then all values become signed.
fn fit_negative(enumerators: &mut [Enumerator<'_>], size: Bytes) -> bool {
    let negative = |value: i128| i128::from(value as u32 as i32);
    let is_old = |it: &Enumerator<'_>| {
        let too_large = !fits(it.value, size, false) && it.value <= i128::from(u32::MAX);
        too_large && negative(it.value) < 0
    };
    let is_old = size.0 < 4 && enumerators.iter().any(is_old);
    if is_old {
        enumerators
            .iter_mut()
            .for_each(|it| it.value = negative(it.value));
    }
    is_old
}

fn fits(value: i128, size: Bytes, signed: bool) -> bool {
    let bits = 8 * size.0;
    match signed {
        true => (-(1 << (bits - 1))..1 << (bits - 1)).contains(&value),
        false => (0..1 << bits).contains(&value),
    }
}
