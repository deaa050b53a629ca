//! Records about enumerators → local enums with just those that are used.

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::btf_section::{BtfSection, TypeId};
use super::collect::Site;
use super::decision::{Decision, Patch, line, unusable};
use super::decoy;
use super::ext::{CoreRelo, CoreReloKind};
use super::insn::Insn;
use super::object::Object;
use super::path::{EnumeratorId, Index};
use crate::reloc::TYPES_SECTION;
use crate::reloc::record::Verb;
use crate::reloc::table::Enumeration;

/// A record whose enumerator exists.
pub(super) struct Request<'s> {
    site: &'s Site,
    id: EnumeratorId,
}

/// An enum by its table and its index there.
type EnumKey = (u64, usize);

/// The local enums.
pub(super) struct Enums<'t> {
    enums: BTreeMap<EnumKey, Local<'t>>,
}

struct Local<'t> {
    id: TypeId,
    of: &'t Enumeration,
    used: Vec<usize>,
}

pub(super) fn is_about_enum(site: &Site) -> bool {
    matches!(
        site.record.operation.verb,
        Verb::EnumExists | Verb::EnumValue
    )
}

pub(super) fn find<'s>(
    object: &Object<'_>,
    indexes: &BTreeMap<u64, Index<'_>>,
    sites: &[&'s Site],
) -> Result<Vec<Request<'s>>, Error> {
    let request = |site: &&'s Site| {
        let record = &site.record;
        let id = indexes[&site.table].enumerator(record.root, &record.steps);
        let verb = record.operation.verb.to_string();
        let id = id.map_err(|reason| unusable(object, site, verb, reason))?;
        Ok(Request { site, id })
    };
    sites.iter().map(request).collect()
}

impl<'t> Enums<'t> {
    /// Appends the enums, with the enumerators that are asked for.
    pub(super) fn build(
        indexes: &BTreeMap<u64, Index<'t>>,
        requests: &[Request<'_>],
        btf: &mut BtfSection,
    ) -> Result<Enums<'t>, Error> {
        let mut used: BTreeMap<EnumKey, BTreeSet<usize>> = BTreeMap::new();
        for Request { site, id } in requests {
            used.entry((site.table, id.of))
                .or_default()
                .insert(id.index);
        }
        let local = |(key, used): (EnumKey, BTreeSet<usize>)| {
            let of = &indexes[&key.0].table.enums[key.1];
            let used: Vec<usize> = used.into_iter().collect();
            let enumerators = used.iter().map(|&i| {
                let (name, _) = &of.enumerators[i];
                (name.as_str(), decoy_value(of))
            });
            let enumerators: Vec<_> = enumerators.collect();
            let id = btf.add_enumeration(of, &enumerators).ok_or_else(|| {
                let reason = format!("`{}` has more enumerators than BTF can say", of.key());
                Error::malformed(TYPES_SECTION, key.0, reason)
            })?;
            Ok((key, Local { id, of, used }))
        };
        let enums = used.into_iter().map(local).collect::<Result<_, Error>>()?;
        Ok(Enums { enums })
    }

    pub(super) fn decide(
        &self,
        object: &Object<'_>,
        request: &Request<'_>,
        btf: &mut BtfSection,
    ) -> Result<Decision, Error> {
        let Request { site, id } = request;
        let local = &self.enums[&(site.table, id.of)];
        let operation = site.record.operation;
        let insn_off = u32::try_from(site.offset).map_err(|_| {
            unusable(
                object,
                site,
                self.subject(request),
                "too far away".to_owned(),
            )
        })?;
        let dst = operation.dst;
        let value = decoy_value(local.of);
        let (insns, kind, decoy) = match operation.verb {
            Verb::EnumExists => (vec![Insn::mov(dst, 1)], CoreReloKind::EnumvalExists, None),
            _ => (
                Insn::mov64(dst, value).to_vec(),
                CoreReloKind::EnumvalValue,
                Some(value),
            ),
        };
        let index = local.used.partition_point(|&used| used < id.index);
        let access = btf.add_string(&index.to_string());
        let patch = Patch {
            section: site.section,
            offset: site.offset,
            insns,
        };
        Ok(Decision {
            patch,
            relo: CoreRelo::new(insn_off, local.id, access, kind),
            line: line(&self.subject(request), decoy),
        })
    }

    /// What messages and the verifier's log call it.
    pub(super) fn subject(&self, request: &Request<'_>) -> String {
        let Request { site, id } = request;
        let of = self.enums[&(site.table, id.of)].of;
        let (name, _) = &of.enumerators[id.index];
        format!("{} of {}.{name}", site.record.operation.verb, of.key())
    }
}

/// The value that all enumerators of a local enum have: loaders replace it.
fn decoy_value(of: &Enumeration) -> u64 {
    match of.enum64 {
        true => decoy::ENUMERATOR_64,
        false => decoy::ENUMERATOR,
    }
}
