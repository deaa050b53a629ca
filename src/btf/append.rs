//! Reads the types of one BTF behind those that are read already, and checks them.

use super::check::check;
use super::header::Sections;
use super::malformed::Malformed;
use super::part::Before;
use super::record::{Decoder, MAX_LISTED, Records};
use crate::model::{Bits, Type, TypeId, Types};

/// More than ten times the ids of the largest real BTF, split BTF of all modules included.
const MAX_TYPES: usize = 8 << 20;

/// Adds the types of one BTF.
pub(super) fn append<'a>(
    types: &mut Types<'a>,
    sections: &Sections<'a>,
    before: &Before<'a>,
) -> Result<(), Malformed> {
    let (first, first_member) = (types.types.len(), types.members.len());
    // No more than that: there may be a kernel's types already.
    let length = sections.types.len();
    types.types.reserve_exact((length / 22).min(MAX_TYPES));
    types.members.reserve_exact((length / 44).min(MAX_LISTED));
    types
        .parameters
        .reserve_exact((length / 36).min(MAX_LISTED));
    read(types, sections, before)?;
    check(types, TypeId(first as u32))?;
    mark_old_bitfields(types, first_member);
    Ok(())
}

/// Adds the types of one BTF as they are. The types that they refer to may not exist.
pub(super) fn read<'a>(
    types: &mut Types<'a>,
    sections: &Sections<'a>,
    before: &Before<'a>,
) -> Result<(), Malformed> {
    let decoder = Decoder::new(sections, before);
    let mut records = Records::new(sections, before);
    while !records.is_at_end() {
        let (id, at) = (types.types.len(), records.at());
        let added = match id > MAX_TYPES {
            true => Err(format!("more than {MAX_TYPES} types")),
            false => (records.next()).and_then(|record| decoder.decode(&record, types)),
        };
        added.map_err(|reason| Malformed::Type {
            id: types.btf_id(TypeId(id as u32)),
            offset: at,
            reason,
        })?;
    }
    Ok(())
}

/// Before `kind_flag`, a member whose integer has fewer bits than its size was a bitfield.
fn mark_old_bitfields(types: &mut Types<'_>, first: usize) {
    let mut members = std::mem::take(&mut types.members);
    let added = members[first..].iter_mut();
    for member in added.filter(|member| member.width.is_none()) {
        let Type::Int(int) = types.get(types.underlying(member.ty)) else {
            continue;
        };
        let partial = int.first_bit != 0 || u32::from(int.bits) != 8 * int.size.0;
        if partial || !member.offset.0.is_multiple_of(8) {
            member.offset.0 = member.offset.0.saturating_add(u32::from(int.first_bit));
            member.width = Some(Bits(u32::from(int.bits)));
        }
    }
    types.members = members;
}
