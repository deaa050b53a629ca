//! Records about enums and typedefs → local types. An enum has just the enumerators that are used.

use std::collections::{BTreeMap, BTreeSet};

use super::btf_section::{BtfSection, TypeId};
use super::collect::Site;
use super::decision::{Decision, Patch, line, unusable};
use super::ext::{CoreRelo, CoreReloKind};
use super::insn::Insn;
use super::object::Object;
use super::path::{Index, NamedId};
use super::{Error, declaration, decoy};
use crate::reloc::TYPES_SECTION;
use crate::reloc::record::Verb;
use crate::reloc::table::Enumeration;

/// A record whose enum, enumerator or typedef exists.
pub(super) struct Request<'s> {
    site: &'s Site,
    of: NamedId,
    /// The index of the enumerator, if the record is about one.
    enumerator: Option<usize>,
}

/// An enum or typedef by its table and its index there.
type Key = (u64, NamedId);

/// The local enums and typedefs.
pub(super) struct Enums {
    locals: BTreeMap<Key, Local>,
}

struct Local {
    id: TypeId,
    /// The enumerators that it has, by their indexes in the table.
    used: Vec<usize>,
    /// The value of its enumerators. Loaders replace it.
    decoy: u64,
}

pub(super) fn is_about_enum(site: &Site, index: &Index<'_>) -> bool {
    match site.record.operation.verb {
        Verb::EnumExists | Verb::EnumValue => true,
        Verb::TypeExists => index.is_named(site.record.root),
        _ => false,
    }
}

pub(super) fn find<'s>(
    object: &Object<'_>,
    indexes: &BTreeMap<u64, Index<'_>>,
    sites: &[&'s Site],
) -> Result<Vec<Request<'s>>, Error> {
    let request = |site: &&'s Site| {
        let (record, index) = (&site.record, &indexes[&site.table]);
        let verb = record.operation.verb;
        let found = match verb {
            Verb::TypeExists => match record.steps[..] {
                [] => index.named(record.root).map(|of| (of, None)),
                _ => Err("its path leads to a type, not to a member".to_owned()),
            },
            _ => index
                .enumerator(record.root, &record.steps)
                .map(|id| (NamedId::Enum(id.of), Some(id.index))),
        };
        let found = found.map_err(|reason| unusable(object, site, verb.to_string(), reason));
        found.map(|(of, enumerator)| Request {
            site,
            of,
            enumerator,
        })
    };
    sites.iter().map(request).collect()
}

impl Enums {
    /// Appends the enums, with the enumerators that records ask for, and the typedefs.
    pub(super) fn build(
        indexes: &BTreeMap<u64, Index<'_>>,
        requests: &[Request<'_>],
        btf: &mut BtfSection,
    ) -> Result<Enums, Error> {
        let mut used: BTreeMap<Key, BTreeSet<usize>> = BTreeMap::new();
        for request in requests {
            let enumerators = used.entry((request.site.table, request.of)).or_default();
            enumerators.extend(request.enumerator);
        }
        let local = |(key, used): (Key, BTreeSet<usize>)| {
            let local = local(&indexes[&key.0], key.1, used, btf);
            let local = local.map_err(|reason| Error::malformed(TYPES_SECTION, key.0, reason))?;
            Ok((key, local))
        };
        let locals = used.into_iter().map(local).collect::<Result<_, Error>>()?;
        Ok(Enums { locals })
    }

    pub(super) fn decide(
        &self,
        object: &Object<'_>,
        indexes: &BTreeMap<u64, Index<'_>>,
        request: &Request<'_>,
        btf: &mut BtfSection,
    ) -> Result<Decision, Error> {
        let site = request.site;
        let local = &self.locals[&(site.table, request.of)];
        let operation = site.record.operation;
        let subject = subject(&indexes[&site.table], request);
        let insn_off = u32::try_from(site.offset)
            .map_err(|_| unusable(object, site, subject.clone(), "too far away".to_owned()))?;
        let dst = operation.dst;
        let (insns, kind, decoy) = match operation.verb {
            Verb::TypeExists => (vec![Insn::mov(dst, 1)], CoreReloKind::TypeExists, None),
            Verb::EnumExists => (vec![Insn::mov(dst, 1)], CoreReloKind::EnumvalExists, None),
            _ => (
                Insn::mov64(dst, local.decoy).to_vec(),
                CoreReloKind::EnumvalValue,
                Some(local.decoy),
            ),
        };
        let enumerator = request.enumerator.unwrap_or(0);
        let index = local.used.partition_point(|&used| used < enumerator);
        let access = btf.add_string(&index.to_string());
        let patch = Patch {
            section: site.section,
            offset: site.offset,
            insns,
        };
        Ok(Decision {
            patch,
            relo: CoreRelo::new(insn_off, local.id, access, kind),
            line: line(&subject, decoy),
        })
    }
}

fn local(
    index: &Index<'_>,
    id: NamedId,
    used: BTreeSet<usize>,
    btf: &mut BtfSection,
) -> Result<Local, String> {
    let used: Vec<usize> = used.into_iter().collect();
    match id {
        NamedId::Enum(of) => {
            let of = &index.table.enums[of];
            let enumerators = used.iter().map(|&i| {
                let (name, _) = &of.enumerators[i];
                (name.as_str(), decoy_value(of))
            });
            let id = btf.add_enumeration(of, &enumerators.collect::<Vec<_>>());
            let id = id.ok_or_else(|| {
                format!("`{}` has more enumerators than BTF can express", of.key())
            })?;
            let decoy = decoy_value(of);
            Ok(Local { id, used, decoy })
        }
        NamedId::Typedef(of) => {
            let id = declaration::typedef(index, &index.table.typedefs[of], btf)?;
            Ok(Local { id, used, decoy: 0 })
        }
    }
}

/// The name of the record's subject in messages and in the verifier's log.
fn subject(index: &Index<'_>, request: &Request<'_>) -> String {
    let verb = request.site.record.operation.verb;
    match (request.of, request.enumerator) {
        (NamedId::Typedef(of), _) => format!("{verb} of {}", index.table.typedefs[of].key()),
        (NamedId::Enum(of), None) => format!("{verb} of {}", index.table.enums[of].key()),
        (NamedId::Enum(of), Some(enumerator)) => {
            let of = &index.table.enums[of];
            format!("{verb} of {}.{}", of.key(), of.enumerators[enumerator].0)
        }
    }
}

fn decoy_value(of: &Enumeration) -> u64 {
    match of.enum64 {
        true => decoy::ENUMERATOR_64,
        false => decoy::ENUMERATOR,
    }
}
