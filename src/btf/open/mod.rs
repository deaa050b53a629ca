//! A path → the bytes of the BTF in it, whatever is around them.
//!
//! One straight line: the file's bytes are peeled, container by container, until they are BTF or ELF. All of it happens in
//! memory, within the limits of [`limits`].

#[cfg(feature = "containers")]
mod archive;
mod contents;
mod elf;
mod image;
mod kind;
mod left;
mod limits;
pub(super) mod problem;
#[cfg(feature = "containers")]
mod unpack;
#[cfg(not(feature = "containers"))]
mod without_containers;

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use object::read::ReadCache;

pub(crate) use contents::Contents;
use kind::Kind;
pub(super) use limits::Budget;
use limits::MAX_LAYERS;
pub use problem::{Origin, Problem};

use super::error::Error;
use crate::input;
#[cfg(not(feature = "containers"))]
use without_containers::{archive, unpack};

/// The BTF in a file that the user names, and what it was found in.
pub(crate) fn read(path: &Path) -> Result<(Contents, Origin), Error> {
    read_as(path, input::Named::ByUser, &mut Budget::of_file())
}

/// The BTF in a file that a search found: it is not opened unless it is a regular file.
pub(crate) fn search(path: &Path) -> Result<(Contents, Origin), Error> {
    read_as(path, input::Named::BySearch, &mut Budget::of_file())
}

/// As [`search`], for one of many files. What is read of it, and unpacked, is taken off the budget.
pub(crate) fn search_within(path: &Path, budget: &mut Budget) -> Result<(Contents, Origin), Error> {
    read_as(path, input::Named::BySearch, budget)
}

fn read_as(
    path: &Path,
    named: input::Named,
    budget: &mut Budget,
) -> Result<(Contents, Origin), Error> {
    let mut origin = Origin::new(path);
    match from_path(path, named, &mut origin, budget) {
        Ok(contents) => Ok((contents, origin)),
        Err(problem) => Err(Error::Contents(origin, problem)),
    }
}

fn from_path(
    path: &Path,
    named: input::Named,
    origin: &mut Origin,
    budget: &mut Budget,
) -> Result<Contents, Problem> {
    if path == Path::new("-") {
        let bytes = whole(&mut io::stdin().lock(), 0, budget)?;
        return from_bytes(bytes, None, origin, &mut budget.unpacked);
    }
    let (mut file, member) = open(path, named)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        let bytes = whole(&mut file, 0, budget)?;
        return from_bytes(bytes, None, origin, &mut budget.unpacked);
    }
    let mut head = Vec::new();
    (&mut file).take(kind::HEAD as u64).read_to_end(&mut head)?;
    file.rewind()?;
    if kind::of(&head) == Kind::Elf {
        return elf::contents(&ReadCache::new(file), &mut budget.unpacked);
    }
    let bytes = whole(&mut file, metadata.len(), budget)?;
    from_bytes(bytes, member.as_deref(), origin, &mut budget.unpacked)
}

/// Opens the file, or the archive above it: in `btf.tar.xz/vmlinux`, `vmlinux` is in the archive.
fn open(path: &Path, named: input::Named) -> Result<(File, Option<PathBuf>), Problem> {
    match input::open(path, named) {
        Ok(Some(file)) => Ok((file, None)),
        Ok(None) => Err(Problem::NotAFile),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            let archive = path.ancestors().find(|path| path.is_file()).ok_or(error)?;
            let member = path.strip_prefix(archive).unwrap_or(path);
            Ok((File::open(archive)?, Some(member.to_path_buf())))
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads all, which should be `length` bytes. Files in `/proc` have another length than they say.
fn whole(from: &mut dyn Read, length: u64, budget: &mut Budget) -> Result<Vec<u8>, Problem> {
    let limit = budget.input;
    let bytes = input::whole(from, length, limit)?.ok_or(Problem::TooLarge)?;
    budget.input -= bytes.len() as u64;
    Ok(bytes)
}

/// The files of an archive that has several, which may be packed. Empty: it has one, or is no archive.
pub(crate) fn members(path: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, Error> {
    let mut budget = Budget::of_file();
    let mut members = || -> Result<Vec<_>, Problem> {
        let (mut file, member) = open(path, input::Named::ByUser)?;
        let metadata = file.metadata()?;
        if member.is_some() || !metadata.is_file() {
            return Ok(Vec::new());
        }
        let mut bytes = whole(&mut file, metadata.len(), &mut budget)?;
        for _ in 0..MAX_LAYERS {
            match kind::of(&bytes) {
                Kind::Packed(packing) => {
                    bytes = unpack::unpack(packing, &bytes, &mut budget.unpacked)?;
                }
                Kind::Tar => {
                    let members = archive::members(&bytes)?.into_iter();
                    return Ok(members.map(|(name, it)| (name, it.to_vec())).collect());
                }
                _ => break,
            }
        }
        Ok(Vec::new())
    };
    let found = members().map_err(|problem| Error::Contents(Origin::new(path), problem))?;
    Ok(if found.len() > 1 { found } else { Vec::new() })
}

/// The BTF in a file of an archive, which is read already. The path is that of the archive, and of the file in it.
pub(crate) fn of_member(path: &Path, bytes: Vec<u8>) -> Result<(Contents, Origin), Error> {
    let (mut origin, mut budget) = (Origin::new(path), Budget::of_file());
    match from_bytes(bytes, None, &mut origin, &mut budget.unpacked) {
        Ok(contents) => Ok((contents, origin)),
        Err(problem) => Err(Error::Contents(origin, problem)),
    }
}

/// For fuzzing, what [`read`] does with the bytes of a file.
#[cfg(any(test, fuzzing))]
pub(crate) fn peel(bytes: Vec<u8>, wanted: Option<&Path>) -> Result<Contents, Problem> {
    from_bytes(
        bytes,
        wanted,
        &mut Origin::new(Path::new("-")),
        &mut Budget::of_file().unpacked,
    )
}

/// Peels container after container. `wanted` is a file in the archive that is one of them.
fn from_bytes(
    mut bytes: Vec<u8>,
    mut wanted: Option<&Path>,
    origin: &mut Origin,
    left: &mut u64,
) -> Result<Contents, Problem> {
    let mut release = None;
    for _ in 0..MAX_LAYERS {
        let (layer, inner) = match kind::of(&bytes) {
            Kind::Packed(packing) => (packing.name(), unpack::unpack(packing, &bytes, left)?),
            Kind::BzImage => {
                release = image::bzimage_release(&bytes);
                ("bzImage", image::bzimage(&bytes)?.to_vec())
            }
            Kind::Zboot => ("zboot", image::zboot(&bytes)?.to_vec()),
            Kind::Tar => ("tar", archive::member(&bytes, wanted.take())?.to_vec()),
            Kind::Refused(name, unpack) => return Err(Problem::Refused(name, unpack)),
            kind => {
                if wanted.is_some() {
                    return Err(Problem::NoArchive);
                }
                let contents = match kind {
                    Kind::Btf => Contents {
                        btf: bytes,
                        ..Contents::default()
                    },
                    Kind::Elf => elf::contents(&*bytes, left)?,
                    _ => image::search(&bytes, left)?,
                };
                return Ok(Contents {
                    release: release.or(contents.release),
                    ..contents
                });
            }
        };
        origin.layers.push(layer);
        bytes = inner;
    }
    Err(Problem::TooDeep)
}
