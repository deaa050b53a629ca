//! What each type says, by itself: `btf_validate_type` of libbpf, and the `check_meta` functions of the kernel
//! (`btf_check_all_metas`).

use super::types::{Type, Types};
use crate::btf_format::{
    FUNC_EXTERN, KIND_ARRAY, KIND_CONST, KIND_DATASEC, KIND_DECL_TAG, KIND_ENUM, KIND_ENUM64,
    KIND_FLOAT, KIND_FUNC, KIND_FUNC_PROTO, KIND_FWD, KIND_INT, KIND_PTR, KIND_RESTRICT,
    KIND_STRUCT, KIND_TYPE_TAG, KIND_TYPEDEF, KIND_UNION, KIND_VAR, KIND_VOLATILE,
};
use crate::link::Error;
use crate::link::btf_section::VAR_EXTERN;

pub(super) fn check(types: &Types<'_>) -> Result<(), Error> {
    for (id, ty) in types.iter() {
        let about = About { types, id, ty };
        about.check_head()?;
        about.check_tail()?;
    }
    Ok(())
}

struct About<'a> {
    types: &'a Types<'a>,
    id: u32,
    ty: &'a Type,
}

impl About<'_> {
    fn fault(&self, reason: &str) -> Result<(), Error> {
        Err(self.types.fault(self.id, reason))
    }

    fn require(&self, holds: bool, reason: &str) -> Result<(), Error> {
        match holds {
            true => Ok(()),
            false => self.fault(reason),
        }
    }

    /// `btf_validate_id`
    fn require_type(&self, id: u32) -> Result<(), Error> {
        match self.types.get(id) {
            Some(_) => Ok(()),
            None => self.fault(&format!("it refers to type {id}, which is not there")),
        }
    }

    /// A reference that is not to `void`.
    fn require_value(&self, id: u32) -> Result<(), Error> {
        self.require_type(id)?;
        self.require(id != 0, "it has a value of type void")
    }

    /// `btf_validate_str`
    fn require_string(&self, offset: u32) -> Result<(), Error> {
        let reason = format!("it has a name at {offset}, beyond the strings");
        self.require(self.types.has_string(offset), &reason)
    }

    /// `btf_name_valid_identifier`
    fn require_identifier(&self, offset: u32) -> Result<(), Error> {
        self.require_string(offset)?;
        let name = self.types.string(offset).unwrap_or_default();
        let is_part = |&c: &u8| c.is_ascii_alphanumeric() || c == b'_' || c == b'.';
        let is_name = name.len() < 512
            && name.iter().all(is_part)
            && name.first().is_some_and(|first| !first.is_ascii_digit());
        self.require(is_name, "a name in it is not a C identifier")
    }

    fn require_identifier_or_none(&self, offset: u32) -> Result<(), Error> {
        match offset {
            0 => Ok(()),
            _ => self.require_identifier(offset),
        }
    }

    /// Name, number of members, flag, and what the type itself refers to.
    fn check_head(&self) -> Result<(), Error> {
        let ty = self.ty;
        self.require_string(ty.name)?;
        match ty.kind {
            KIND_PTR | KIND_VOLATILE | KIND_CONST | KIND_RESTRICT | KIND_ARRAY
            | KIND_FUNC_PROTO => {
                self.require(ty.name == 0, "it has a name, and its kind has none")?;
            }
            KIND_TYPEDEF | KIND_FWD | KIND_FUNC | KIND_VAR => self.require_identifier(ty.name)?,
            KIND_STRUCT | KIND_UNION | KIND_ENUM | KIND_ENUM64 => {
                self.require_identifier_or_none(ty.name)?;
            }
            // `btf_name_valid_section`; older kernels take fewer characters.
            KIND_DATASEC => {
                let name = self.types.string(ty.name).unwrap_or_default();
                let is_name = !name.is_empty() && name.iter().all(|&c| (b' '..=b'~').contains(&c));
                self.require(is_name, "its name is not that of a section")?;
            }
            KIND_TYPE_TAG | KIND_DECL_TAG => {
                let is_empty = self.types.string(ty.name).unwrap_or_default().is_empty();
                self.require(!is_empty, "a tag without a value")?;
            }
            _ => {}
        }
        let has_entries = matches!(
            ty.kind,
            KIND_STRUCT
                | KIND_UNION
                | KIND_ENUM
                | KIND_ENUM64
                | KIND_FUNC
                | KIND_FUNC_PROTO
                | KIND_DATASEC
        );
        self.require(
            has_entries || ty.count == 0,
            "it has members, and its kind has none",
        )?;
        // Newer kernels take the flag of tags as well.
        let has_flag = matches!(
            ty.kind,
            KIND_STRUCT
                | KIND_UNION
                | KIND_ENUM
                | KIND_ENUM64
                | KIND_FWD
                | KIND_TYPE_TAG
                | KIND_DECL_TAG
        );
        self.require(
            has_flag || !ty.flag,
            "it has the flag of bitfields, and its kind has none",
        )?;
        match ty.kind {
            KIND_PTR | KIND_TYPEDEF | KIND_VOLATILE | KIND_CONST | KIND_RESTRICT
            | KIND_TYPE_TAG | KIND_DECL_TAG | KIND_FUNC_PROTO => self.require_type(ty.word),
            // libbpf gives an extern another type before it loads the BTF; one of type `void` is looked up by name alone.
            KIND_VAR if ty.word == 0 && self.types.tail(ty, 0)? == VAR_EXTERN => Ok(()),
            KIND_VAR => self.require_value(ty.word),
            KIND_FUNC => {
                self.require_type(ty.word)?;
                let kind = self.types.get(ty.word).map(|proto| proto.kind);
                self.require(
                    kind == Some(KIND_FUNC_PROTO),
                    "a function whose type is not a prototype",
                )?;
                self.require(
                    // Kernels refuse extern functions, but libbpf resolves these first.
                    ty.count <= FUNC_EXTERN,
                    "it is neither static, global nor extern",
                )
            }
            KIND_ARRAY | KIND_FWD => {
                self.require(ty.word == 0, "it has a size, and its kind has none")
            }
            KIND_FLOAT => {
                let is_size = [2, 4, 8, 12, 16].contains(&ty.word);
                self.require(is_size, "no floating-point number has this size")
            }
            KIND_ENUM | KIND_ENUM64 => {
                let is_size = [1, 2, 4, 8].contains(&ty.word);
                self.require(is_size, "no enum has this size")
            }
            _ => Ok(()),
        }
    }

    fn check_tail(&self) -> Result<(), Error> {
        let (types, ty) = (self.types, self.ty);
        match ty.kind {
            KIND_INT => self.check_int(types.tail(ty, 0)?),
            KIND_ARRAY => {
                self.require_value(types.tail(ty, 0)?)?;
                self.require_value(types.tail(ty, 1)?)
            }
            KIND_STRUCT | KIND_UNION => self.check_members(),
            KIND_ENUM => types.entries(ty).try_for_each(|entry| {
                let [name, _]: [u32; 2] = entry?;
                self.require_identifier(name)
            }),
            KIND_ENUM64 => types.entries(ty).try_for_each(|entry| {
                let [name, ..]: [u32; 3] = entry?;
                self.require_identifier(name)
            }),
            KIND_FUNC_PROTO => types.entries(ty).try_for_each(|entry| {
                let [name, of]: [u32; 2] = entry?;
                self.require_identifier_or_none(name)?;
                self.require_type(of)
            }),
            KIND_VAR => {
                let linkage = types.tail(ty, 0)?;
                self.require(
                    linkage <= FUNC_EXTERN,
                    "it is neither static, global nor extern",
                )
            }
            KIND_DATASEC => self.check_data_sec(),
            KIND_DECL_TAG => {
                let component = types.tail(ty, 0)? as i32;
                self.require(component >= -1, "a tag with a member number below -1")
            }
            _ => Ok(()),
        }
    }

    /// `btf_int_check_meta`
    fn check_int(&self, data: u32) -> Result<(), Error> {
        let (encoding, offset, bits) = (data >> 24, data >> 16 & 0xff, data & 0xff);
        let is_known = data & 0xf000_ff00 == 0 && matches!(encoding, 0 | 1 | 2 | 4);
        self.require(is_known, "an integer of an unknown encoding")?;
        let end = offset + bits;
        let fits = end <= 128 && end.div_ceil(8) <= self.ty.word;
        self.require(fits, "an integer with more bits than its size has")
    }

    /// `btf_struct_check_meta`
    fn check_members(&self) -> Result<(), Error> {
        let mut last = 0;
        for entry in self.types.entries(self.ty) {
            let [name, of, offset]: [u32; 3] = entry?;
            self.require_identifier_or_none(name)?;
            self.require_value(of)?;
            let bit = if self.ty.flag {
                offset & 0x00ff_ffff
            } else {
                offset
            };
            let is_in_order = last <= bit && (self.ty.kind == KIND_STRUCT || bit == 0);
            self.require(
                is_in_order,
                "its members are not in the order of their offsets",
            )?;
            self.require(
                bit.div_ceil(8) <= self.ty.word,
                "a member is beyond its end",
            )?;
            last = bit;
        }
        Ok(())
    }

    /// `btf_datasec_check_meta`. Compilers leave size and offsets to libbpf, which sets them where the size is 0
    /// (`btf_fixup_datasec`).
    fn check_data_sec(&self) -> Result<(), Error> {
        let (mut last_end, all) = (0, u64::from(self.ty.word));
        for entry in self.types.entries(self.ty) {
            let [of, offset, size]: [u32; 3] = entry?;
            self.require_value(of)?;
            let (start, end) = (u64::from(offset), u64::from(offset) + u64::from(size));
            let fits = start >= last_end && size != 0 && end <= all;
            self.require(
                all == 0 || fits,
                "its variables overlap, or are beyond its end",
            )?;
            last_end = end;
        }
        Ok(())
    }
}
