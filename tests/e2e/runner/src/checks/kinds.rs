//! Each kind of relocation, and what the numbers are according to others.

use std::fs;
use std::path::Path;

use answers::{EVERY_KIND, MATCHES};

use crate::Result;
use crate::bpf;
use crate::loader::Program;
use crate::report::Report;

use super::Offsets;

const OOM: &str = "/proc/self/oom_score_adj";
/// The first that may be set: some sandboxes do not allow a negative one.
const OOM_SCORES: [i64; 2] = [-500, 500];

pub(super) fn every_kind(
    program: &mut dyn Program,
    offsets: &Offsets,
    report: &mut Report,
) -> Result {
    if offsets.is_empty() {
        return Err("there is nothing to compare with without --offsets".into());
    }
    let before = fs::read_to_string(OOM)?;
    let settable = |score: &i64| fs::write(OOM, score.to_string()).is_ok();
    let score = OOM_SCORES.into_iter().find(settable);
    let score = score.ok_or(format!("{OOM} can't be written"))?;
    be_subreaper(true);
    let ran = bpf::run(program.program()?);
    be_subreaper(false);
    fs::write(OOM, before)?;
    ran?;
    let map = program.map("ANSWERS")?;
    for (index, (kind, subject)) in EVERY_KIND.iter().enumerate() {
        let value = bpf::lookup::<u32, u64>(&map, index as u32)?[0];
        let elsewhere = || {
            let known = offsets.get(*subject).copied();
            known.ok_or(format!("the file of offsets has no `{subject}`"))
        };
        let expected = match *kind {
            "signed" => score as u64,
            "lshift_u64" | "rshift_u64" => 1,
            "local_type_id" => local_id(program.object(), subject, value)?,
            "field_exists" | "type_exists" | "enumval_exists" => elsewhere()?.is_some().into(),
            _ => elsewhere()?.ok_or(format!("`{subject}` is missing"))?,
        };
        report.kind(kind, subject, value, expected);
    }
    Ok(())
}

fn be_subreaper(it: bool) {
    // SAFETY: sets a flag of this process.
    unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, libc::c_ulong::from(it)) };
}

/// The id itself if it is that of such a struct in the object.
fn local_id(object: &Path, name: &str, id: u64) -> Result<u64> {
    let btf = libbpf_rs::btf::Btf::from_path(object)?;
    let ty = btf.type_by_id::<libbpf_rs::btf::types::Struct<'_>>((id as u32).into());
    let is_it = ty.is_some_and(|ty| ty.name().is_some_and(|it| it == name));
    Ok(if is_it { id } else { 0 })
}

pub(super) fn matches(program: &mut dyn Program, offsets: &Offsets, report: &mut Report) -> Result {
    bpf::run(program.program()?)?;
    let map = program.map("ANSWERS")?;
    for (index, name) in MATCHES.iter().enumerate() {
        let value = bpf::lookup::<u32, u64>(&map, index as u32)?[0];
        let expected = offsets.get(&format!("matches:{name}")).copied().flatten();
        let expected = expected.ok_or(format!("the file of offsets has no `matches:{name}`"))?;
        report.kind("type_matches", name, value, expected);
    }
    Ok(())
}
