//! A tar archive → the file in it that is meant. Nothing of it is ever written anywhere, so paths in it are names only.

use std::io;
use std::path::{Component, Path, PathBuf};

use tar::Archive;

use super::Problem;
use super::kind::{self, Kind};
use crate::text::shown;

/// BTFHub's archives have one; one of every kernel that was ever released is far below.
const MAX_ENTRIES: usize = 100_000;

/// So many names stand in a message.
const MAX_LISTED: usize = 20;

/// The bytes of the file called `wanted`, or of the only one that is BTF or contains some.
pub(super) fn member<'a>(tar: &'a [u8], wanted: Option<&Path>) -> Result<&'a [u8], Problem> {
    let files = files(tar)?;
    if let Some(wanted) = wanted {
        let found = files.iter().find(|(name, _)| same(name, wanted));
        return match found {
            Some((_, bytes)) => Ok(bytes),
            None => Err(Problem::NoMember(names(&files))),
        };
    }
    let candidates = candidates(&files);
    match &candidates[..] {
        [] => Err(Problem::EmptyArchive),
        [(_, bytes)] => Ok(bytes),
        _ => Err(Problem::SeveralMembers(names(&candidates))),
    }
}

/// The files that are BTF, or else those that may contain some.
pub(super) fn members(tar: &[u8]) -> Result<Vec<(PathBuf, &[u8])>, Problem> {
    Ok(candidates(&files(tar)?))
}

fn candidates<'a>(files: &[(PathBuf, &'a [u8])]) -> Vec<(PathBuf, &'a [u8])> {
    let of = |wanted: fn(Kind) -> bool| -> Vec<_> {
        let files = files.iter().filter(|(_, bytes)| wanted(kind::of(bytes)));
        files.cloned().collect()
    };
    let btf = of(|kind| kind == Kind::Btf);
    match btf.is_empty() {
        true => of(|kind| !matches!(kind, Kind::Unknown | Kind::Refused(..))),
        false => btf,
    }
}

/// The archive's regular files.
fn files(tar: &[u8]) -> Result<Vec<(PathBuf, &[u8])>, Problem> {
    let cut = || Problem::Archive(io::ErrorKind::UnexpectedEof.into());
    let mut files = Vec::new();
    let mut archive = Archive::new(tar);
    for (i, entry) in archive.entries().map_err(Problem::Archive)?.enumerate() {
        let entry = entry.map_err(Problem::Archive)?;
        if i == MAX_ENTRIES {
            return Err(Problem::ManyMembers(MAX_ENTRIES));
        }
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let name = entry.path().map_err(Problem::Archive)?.into_owned();
        let start = entry.raw_file_position() as usize;
        let bytes = start.checked_add(entry.size() as usize);
        let bytes = bytes.and_then(|end| tar.get(start..end));
        files.push((name, bytes.ok_or_else(cut)?));
    }
    Ok(files)
}

/// Names are compared without `./` and `/` in front.
fn same(one: &Path, other: &Path) -> bool {
    let plain =
        |component: &Component<'_>| !matches!(component, Component::CurDir | Component::RootDir);
    one.components()
        .filter(plain)
        .eq(other.components().filter(plain))
}

fn names(files: &[(PathBuf, &[u8])]) -> String {
    let name = |(name, _): &(PathBuf, &[u8])| shown(name);
    let mut names: Vec<_> = files.iter().take(MAX_LISTED).map(name).collect();
    if files.len() > MAX_LISTED {
        names.push(format!("{} more", files.len() - MAX_LISTED));
    }
    names.join(", ")
}
