//! One record of the type section → a type.

use super::header::{self, Layout, Sections, word};
use super::part::Before;
use crate::btf_format::{
    self, KIND_ARRAY, KIND_CONST, KIND_DATASEC, KIND_DECL_TAG, KIND_ENUM, KIND_ENUM64, KIND_FLOAT,
    KIND_FUNC, KIND_FUNC_PROTO, KIND_FWD, KIND_INT, KIND_PTR, KIND_RESTRICT, KIND_STRUCT,
    KIND_TYPE_TAG, KIND_TYPEDEF, KIND_UNION, KIND_VAR, KIND_VOLATILE,
};
use crate::model::{
    Array, Bits, Bytes, Composite, CompositeKind, Enum, Enumerator, Float, FuncProto, Int, Member,
    Qualifier, Type, TypeId, Types,
};

/// Four times what the kernel allows for a symbol (`KSYM_NAME_LEN`).
const MAX_NAME: usize = 2048;

/// What a record of a known kind has.
struct Known {
    /// As in `BTF_KIND_…`.
    called: &'static str,
    /// What is behind its first three words.
    layout: Layout,
    /// Whether its `kind_flag` means something.
    has_flag: bool,
}

fn known(kind: u32) -> Option<Known> {
    let (called, (fixed, element), has_flag) = match kind {
        0 => ("UNKN", (0, 0), false),
        KIND_INT => ("INT", (4, 0), false),
        KIND_PTR => ("PTR", (0, 0), false),
        KIND_ARRAY => ("ARRAY", (12, 0), false),
        KIND_STRUCT => ("STRUCT", (0, 12), true),
        KIND_UNION => ("UNION", (0, 12), true),
        KIND_ENUM => ("ENUM", (0, 8), true),
        KIND_FWD => ("FWD", (0, 0), true),
        KIND_TYPEDEF => ("TYPEDEF", (0, 0), false),
        KIND_VOLATILE => ("VOLATILE", (0, 0), false),
        KIND_CONST => ("CONST", (0, 0), false),
        KIND_RESTRICT => ("RESTRICT", (0, 0), false),
        KIND_FUNC => ("FUNC", (0, 0), false),
        KIND_FUNC_PROTO => ("FUNC_PROTO", (0, 8), false),
        KIND_VAR => ("VAR", (4, 0), false),
        KIND_DATASEC => ("DATASEC", (0, 12), false),
        KIND_FLOAT => ("FLOAT", (0, 0), false),
        KIND_DECL_TAG => ("DECL_TAG", (4, 0), true),
        KIND_TYPE_TAG => ("TYPE_TAG", (0, 0), true),
        KIND_ENUM64 => ("ENUM64", (0, 12), true),
        _ => return None,
    };
    Some(Known {
        called,
        layout: Layout { fixed, element },
        has_flag,
    })
}

/// Reads one type record; `at` moves on.
pub(super) struct Record<'s, 'a> {
    pub(super) sections: &'s Sections<'a>,
    pub(super) before: &'s Before<'a>,
    pub(super) at: usize,
}

impl<'a> Record<'_, 'a> {
    pub(super) fn decode(&mut self, types: &mut Types<'a>) -> Result<Type<'a>, String> {
        let [name, info, size_or_type] = self.words()?;
        let kind = btf_format::kind(info);
        let count = info & 0xff_ffff;
        let kind_flag = info >> 31 == 1;
        let Some(Known {
            called,
            layout,
            has_flag,
        }) = known(kind)
        else {
            return self.unknown(kind, count);
        };
        if self.layout(kind).is_some_and(|other| other != layout) {
            return Err(format!(
                "this BTF has another layout of {called} than this btfgen knows"
            ));
        }
        if kind_flag && !has_flag {
            return Err(format!(
                "its kind_flag is set, which means nothing for {called}"
            ));
        }
        let size = Bytes(size_or_type);
        let inner = self.before.id(size_or_type);
        Ok(match kind {
            KIND_INT => Type::Int(self.int(name, size)?),
            KIND_PTR => Type::Ptr(inner),
            KIND_ARRAY => self.array()?,
            KIND_STRUCT => {
                self.composite(CompositeKind::Struct, name, size, count, kind_flag, types)?
            }
            KIND_UNION => {
                self.composite(CompositeKind::Union, name, size, count, kind_flag, types)?
            }
            KIND_ENUM => self.enumeration(name, size, count, kind_flag, false, types)?,
            KIND_FWD => {
                let kind = if kind_flag {
                    CompositeKind::Union
                } else {
                    CompositeKind::Struct
                };
                Type::Fwd(kind, self.required_name(name)?)
            }
            KIND_TYPEDEF => Type::Typedef(self.required_name(name)?, inner),
            KIND_VOLATILE => Type::Qualified(Qualifier::Volatile, inner),
            KIND_CONST => Type::Qualified(Qualifier::Const, inner),
            KIND_RESTRICT => Type::Qualified(Qualifier::Restrict, inner),
            KIND_FUNC => Type::Func(inner),
            KIND_FUNC_PROTO => self.function(inner, count, types)?,
            KIND_VAR | KIND_DECL_TAG => self.skip(1)?,
            KIND_DATASEC => self.skip(3 * count as usize)?,
            KIND_FLOAT => Type::Float(self.float(name, size)?),
            KIND_TYPE_TAG => Type::TypeTag(inner),
            KIND_ENUM64 => self.enumeration(name, size, count, kind_flag, true, types)?,
            kind => return Err(format!("its kind {kind} is not known to this btfgen")),
        })
    }

    fn layout(&self, kind: u32) -> Option<Layout> {
        header::layout(self.sections.layouts, kind)
            .or_else(|| header::layout(self.before.layouts, kind))
    }

    /// What this decoder does not know can be passed over if the BTF says how long it is.
    fn unknown(&mut self, kind: u32, count: u32) -> Result<Type<'a>, String> {
        let layout = self
            .layout(kind)
            .filter(|layout| layout.fixed % 4 == 0 && layout.element % 4 == 0);
        let layout = layout.ok_or_else(|| {
            format!(
                "its kind {kind} is not known to this btfgen, nor does the BTF say how long it is"
            )
        })?;
        self.take(layout.fixed + layout.element * count as usize)?;
        Ok(Type::Unknown(kind))
    }

    fn words<const N: usize>(&mut self) -> Result<[u32; N], String> {
        let bytes = self.take(4 * N)?;
        let big_endian = self.sections.big_endian;
        Ok(std::array::from_fn(|i| word(&bytes[4 * i..], big_endian)))
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        if self.sections.types.end - self.at < length {
            return Err("its record reaches beyond the type section".to_string());
        }
        let bytes = &self.sections.bytes[self.at..self.at + length];
        self.at += length;
        Ok(bytes)
    }

    fn name(&self, offset: u32) -> Result<&'a str, String> {
        let rest = self.before.text(self.sections.strings, offset)?;
        let rest = &rest[..rest.len().min(MAX_NAME + 1)];
        let end = (rest.iter().position(|byte| *byte == 0)).ok_or_else(|| {
            format!(
                "its name at {offset} of the string section does not end within {MAX_NAME} bytes"
            )
        })?;
        std::str::from_utf8(&rest[..end])
            .map_err(|_| format!("its name at {offset} of the string section is not UTF-8"))
    }

    /// Of the kinds that are nothing without one (`btf_fwd_check_meta`, `btf_typedef_check_meta`).
    fn required_name(&self, offset: u32) -> Result<&'a str, String> {
        match self.name(offset)? {
            "" => Err("a declaration or typedef without a name".to_string()),
            name => Ok(name),
        }
    }

    fn skip(&mut self, words: usize) -> Result<Type<'a>, String> {
        self.take(4 * words)?;
        Ok(Type::Other)
    }

    fn int(&mut self, name: u32, size: Bytes) -> Result<Int<'a>, String> {
        let [data] = self.words()?;
        let encoding = data >> 24 & 0xf;
        let first = (data >> 16) as u8;
        let bits = data as u8;
        if !matches!(size.0, 1 | 2 | 4 | 8 | 16) {
            return Err(format!("an integer of {} bytes", size.0));
        }
        if u32::from(first) + u32::from(bits) > 8 * size.0 {
            return Err(format!(
                "{bits} bits from bit {first} on are not within {} bytes",
                size.0
            ));
        }
        let name = self.name(name)?;
        Ok(Int {
            name,
            size,
            signed: encoding & 1 != 0,
            char: name == "char",
            bool: encoding & 4 != 0,
            first_bit: first,
            bits,
        })
    }

    fn float(&self, name: u32, size: Bytes) -> Result<Float<'a>, String> {
        if !matches!(size.0, 2 | 4 | 8 | 12 | 16) {
            return Err(format!("a floating point number of {} bytes", size.0));
        }
        let name = self.name(name)?;
        Ok(Float { name, size })
    }

    fn array(&mut self) -> Result<Type<'a>, String> {
        let [element, _index, length] = self.words()?;
        Ok(Type::Array(Array {
            element: self.before.id(element),
            length,
        }))
    }

    fn composite(
        &mut self,
        kind: CompositeKind,
        name: u32,
        size: Bytes,
        count: u32,
        kind_flag: bool,
        types: &mut Types<'a>,
    ) -> Result<Type<'a>, String> {
        let start = types.members.len() as u32;
        for _ in 0..count {
            let [name, ty, offset] = self.words()?;
            let width = if kind_flag { offset >> 24 } else { 0 };
            types.members.push(Member {
                name: self.name(name)?,
                ty: self.before.id(ty),
                offset: Bits(if kind_flag {
                    offset & 0xff_ffff
                } else {
                    offset
                }),
                width: (width != 0).then_some(Bits(width)),
            });
        }
        let members = start..types.members.len() as u32;
        let name = self.name(name)?;
        Ok(Type::Composite(Composite {
            kind,
            name,
            size,
            members,
        }))
    }

    fn enumeration(
        &mut self,
        name: u32,
        size: Bytes,
        count: u32,
        signed: bool,
        wide: bool,
        types: &mut Types<'a>,
    ) -> Result<Type<'a>, String> {
        // How clang writes an enum that is only declared. As its size is not known, only pointers may lead to it.
        if size.0 == 0 && count == 0 {
            self.name(name)?;
            return Ok(Type::Unknown(if wide { KIND_ENUM64 } else { KIND_ENUM }));
        }
        if !matches!(size.0, 1 | 2 | 4 | 8) {
            return Err(format!("an enum of {} bytes", size.0));
        }
        let start = types.enumerators.len() as u32;
        for _ in 0..count {
            let [name, low] = self.words()?;
            let [high] = if wide { self.words()? } else { [0] };
            let value = match (wide, signed) {
                (false, false) => i128::from(low),
                (false, true) => i128::from(low as i32),
                (true, false) => i128::from(u64::from(high) << 32 | u64::from(low)),
                (true, true) => i128::from((u64::from(high) << 32 | u64::from(low)) as i64),
            };
            types.enumerators.push(Enumerator {
                name: self.name(name)?,
                value,
            });
        }
        let enumerators = start..types.enumerators.len() as u32;
        let own = &mut types.enumerators[start as usize..];
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
            wide,
            enumerators,
        }))
    }

    fn function(
        &mut self,
        returns: TypeId,
        count: u32,
        types: &mut Types<'a>,
    ) -> Result<Type<'a>, String> {
        let start = types.parameters.len() as u32;
        for _ in 0..count {
            let [_name, ty] = self.words()?;
            types.parameters.push(self.before.id(ty));
        }
        let parameters = start..types.parameters.len() as u32;
        Ok(Type::FuncProto(FuncProto {
            returns,
            parameters,
        }))
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
