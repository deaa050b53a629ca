//! Records → what will be written where. Nothing is changed here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Error;
use super::btf_section::{self, BtfSection, StrOffset};
use super::collect::{Site, check_all_placeholders, collect};
use super::decision::{Decision, Patch, line, unusable};
use super::declaration::Known;
use super::enums::{self, Enums};
use super::ext::{self, CoreRelo, Ext, Moves};
use super::externs;
use super::local::{self, Local, Position, Uses};
use super::object::Object;
use super::path::{BlockId, Hop, Index, MemberId, Path};
use super::repair::repair;
use super::request::{answer, is_about_type, is_length_of_pointer};
use super::tables::Tables;
use crate::reloc::record::Verb;
use crate::reloc::table::Key;
use crate::reloc::{RELO_SECTION, TYPES_SECTION};

/// What becomes of an object.
pub(super) struct Plan {
    pub(super) insns: Vec<Patch>,
    /// `None`: as it was.
    pub(super) btf: Option<BtfSection>,
    /// `None`: as it was.
    pub(super) ext: Option<(Vec<u8>, Moves)>,
    pub(super) removed: BTreeSet<usize>,
    /// What was wrong with the object and is not any more.
    pub(super) warnings: Vec<String>,
}

/// Where local types are told apart: table, block, what they have of it.
type RootKey = (u64, BlockId, Shape);

/// What a local type has of its root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    /// The members that are used.
    Used,
    /// One member only, which another definition of the type has. After libbpf has resolved one relocation of a local type, it
    /// tries no other definition for the next ones of that type (`bpf_core_calc_relo_insn`).
    Other(MemberId),
    /// All that the table has.
    Declared,
}

/// A record whose path exists.
struct Request<'s, 't> {
    site: &'s Site,
    path: Path<'t>,
    /// Where it leads on the kernel that the bindings came from.
    declared: Position,
    root: RootKey,
}

/// `None` if nothing in the object is btfgen's.
pub(super) fn plan(object: &Object<'_>) -> Result<Option<Plan>, Error> {
    let (relo, tables) = (object.find(RELO_SECTION)?, Tables::find(object)?);
    let sites = collect(object, relo, &tables)?;
    check_all_placeholders(object, relo, &sites)?;
    if relo.is_none() && tables.sections.is_empty() {
        return Ok(None);
    }
    let parsed = tables.parse(sites.iter().map(|site| site.table))?;
    let indexes: BTreeMap<u64, Index<'_>> = parsed
        .iter()
        .map(|(&at, table)| (at, Index::new(table)))
        .collect();
    let (about_enums, about_types): (Vec<_>, Vec<_>) = sites
        .iter()
        .partition(|site| enums::is_about_enum(site, &indexes[&site.table]));
    let requests = follow(object, &indexes, &about_types)?;
    let enum_requests = enums::find(object, &indexes, &about_enums)?;

    let (mut btf, mut ext) = parse_btf(object)?;
    let warnings = repair(object, &mut btf)?;
    let locals = build_locals(&indexes, &requests, &mut btf)?;
    let enums = Enums::build(&indexes, &enum_requests, &mut btf)?;
    let mut decided = Vec::with_capacity(sites.len());
    for request in &requests {
        decided.push(decide(object, &indexes, &locals, request, &mut btf)?);
    }
    for request in &enum_requests {
        decided.push(enums.decide(object, &indexes, request, &mut btf)?);
    }
    let mut patches = Vec::with_capacity(decided.len());
    let mut names = SectionNames::new(object, &ext, &btf);
    for Decision { patch, relo, line } in decided {
        let section = names.get(&object.sections[patch.section].name, &mut btf)?;
        ext.quote(section, relo.insn_off, btf.add_string(&line));
        if !ext.add(section, relo) {
            let bytes = object.bytes(patch.section);
            return Err(bytes.error(
                patch.offset,
                "the instruction has a CO-RE relocation already",
            ));
        }
        patches.push(patch);
    }
    let has_externs = externs::declare(object, &tables, &mut btf)?;
    btf.dissolve_data_sec(TYPES_SECTION, tables.bytes())?;
    let has_btf = object.find(btf_section::NAME)?.is_some() || !patches.is_empty() || has_externs;
    Ok(Some(Plan {
        btf: has_btf.then_some(btf),
        ext: (!patches.is_empty()).then(|| ext.encode()),
        insns: patches,
        removed: removed(object, relo.into_iter().chain(tables.sections).collect()),
        warnings,
    }))
}

fn follow<'s, 't>(
    object: &Object<'_>,
    indexes: &BTreeMap<u64, Index<'t>>,
    sites: &[&'s Site],
) -> Result<Vec<Request<'s, 't>>, Error> {
    let request = |site: &&'s Site| {
        let index = &indexes[&site.table];
        let verb = site.record.operation.verb;
        let path = index.root(site.record.root).and_then(|root| {
            if matches!(index.block(root).key, Key::Anon { .. }) {
                let key = &index.block(root).key;
                return Err(format!("no loader finds the anonymous type `{key}`\nhint: start the path from the type around it"));
            }
            index.follow(root, &site.record.steps)
        });
        let path = path.map_err(|reason| unusable(object, site, verb.to_string(), reason))?;
        if is_about_type(verb) && !path.hops.is_empty() {
            let reason = "its path leads to a type, not to a member".to_owned();
            return Err(unusable(object, site, subject(index, site, &path), reason));
        }
        let shape = match (verb, path.hops.first()) {
            (Verb::TypeMatches, _) => Shape::Declared,
            (_, Some(Hop::Member(id, _))) if index.is_of_other(path.root, *id) => Shape::Other(*id),
            _ => Shape::Used,
        };
        let root = (site.table, path.root, shape);
        let declared = local::declared(index, &path);
        let declared = declared
            .map_err(|reason| unusable(object, site, subject(index, site, &path), reason))?;
        Ok(Request {
            site,
            path,
            declared,
            root,
        })
    };
    sites.iter().map(request).collect()
}

fn parse_btf(object: &Object<'_>) -> Result<(BtfSection, Ext), Error> {
    let (btf, ext) = (object.find(btf_section::NAME)?, object.find(ext::NAME)?);
    if let (None, Some(ext)) = (btf, ext) {
        return Err(object
            .bytes(ext)
            .error(0, "there is no .BTF for it to refer to"));
    }
    let btf = match btf {
        Some(index) => BtfSection::parse(object.bytes(index))?,
        None => BtfSection::new(object.endian),
    };
    let ext = match ext {
        Some(index) => Ext::parse(object.bytes(index))?,
        None => Ext::new(object.endian),
    };
    Ok((btf, ext))
}

/// All roots first: a relocation's access string counts members, so a root must be complete.
fn build_locals<'t>(
    indexes: &BTreeMap<u64, Index<'t>>,
    requests: &[Request<'_, 't>],
    btf: &mut BtfSection,
) -> Result<BTreeMap<RootKey, Local>, Error> {
    let mut roots: BTreeMap<RootKey, Uses<'t>> = BTreeMap::new();
    for request in requests {
        let verb = request.site.record.operation.verb;
        let uses = roots.entry(request.root).or_default();
        local::insert(uses, &request.path, verb);
    }
    let mut declared: BTreeMap<u64, Known> = BTreeMap::new();
    let local = |(root, uses): (RootKey, Uses<'t>)| {
        let (table, block, shape) = root;
        let local = match shape {
            Shape::Declared => {
                let known = declared.entry(table).or_default();
                Local::declared(&indexes[&table], block, known, btf)
            }
            Shape::Used | Shape::Other(_) => Local::build(&indexes[&table], block, &uses, btf),
        };
        let local = local.map_err(|reason| Error::malformed(TYPES_SECTION, table, reason))?;
        Ok((root, local))
    };
    roots.into_iter().map(local).collect()
}

fn decide(
    object: &Object<'_>,
    indexes: &BTreeMap<u64, Index<'_>>,
    locals: &BTreeMap<RootKey, Local>,
    request: &Request<'_, '_>,
    btf: &mut BtfSection,
) -> Result<Decision, Error> {
    let Request {
        site,
        path,
        declared,
        root,
    } = request;
    let local = &locals[root];
    let (verb, leaf) = (site.record.operation.verb, path.leaf());
    let is_element = matches!(path.hops.last(), Some(Hop::Element(..)));
    let subject = subject(&indexes[&site.table], site, path);
    let answer = local.target(path, verb).and_then(|target| {
        let insn_off = u32::try_from(site.offset).map_err(|_| "too far away".to_owned())?;
        let answer = answer(
            site.record.operation,
            leaf,
            is_element,
            local.id.0,
            *declared,
            target.position,
            object.endian,
        )?;
        Ok((answer, target, insn_off))
    });
    let answer = answer.map_err(|reason| unusable(object, site, subject.clone(), reason));
    let (answer, target, insn_off) = answer?;
    let (root, access) = match is_length_of_pointer(verb, leaf) {
        true => (local::one_pointer(btf), "0"),
        false => (local.id, target.access.as_str()),
    };
    let access = btf.add_string(access);
    Ok(Decision {
        patch: Patch {
            section: site.section,
            offset: site.offset,
            insns: vec![answer.insn],
        },
        relo: CoreRelo::new(insn_off, root, access, answer.kind),
        line: line(&subject, answer.decoy),
    })
}

fn subject(index: &Index<'_>, site: &Site, path: &Path<'_>) -> String {
    format!("{} of {}", site.record.operation.verb, index.describe(path))
}

/// The strings that name program sections in `.BTF.ext`.
struct SectionNames<'a> {
    known: HashMap<Vec<u8>, StrOffset>,
    /// How many sections have a name.
    counts: HashMap<&'a str, usize>,
}

impl<'a> SectionNames<'a> {
    fn new(object: &'a Object<'_>, ext: &Ext, btf: &BtfSection) -> SectionNames<'a> {
        let known = ext.section_names().into_iter();
        let known = known.filter_map(|name| Some((btf.string(name.0)?.to_vec(), name)));
        let mut counts = HashMap::new();
        for section in &object.sections {
            *counts.entry(section.name.as_str()).or_default() += 1;
        }
        SectionNames {
            known: known.collect(),
            counts,
        }
    }

    fn get(&mut self, section: &str, btf: &mut BtfSection) -> Result<StrOffset, Error> {
        if self.counts.get(section) != Some(&1) {
            let reason = "more than one section has this name";
            return Err(Error::malformed(section, 0, reason));
        }
        let name = self.known.entry(section.as_bytes().to_vec());
        Ok(*name.or_insert_with(|| btf.add_string(section)))
    }
}

/// The sections, and the relocations of them.
fn removed(object: &Object<'_>, sections: Vec<usize>) -> BTreeSet<usize> {
    let relocations = object.indexes().filter(|&i| {
        object.sections[i].is_relocations()
            && sections.contains(&(object.sections[i].info as usize))
    });
    sections.iter().copied().chain(relocations).collect()
}
