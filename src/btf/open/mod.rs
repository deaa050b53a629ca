//! A path → the bytes of the BTF in it, whatever is around them.
//!
//! One straight line: the file's bytes are peeled, container by container, until they are BTF or ELF. All of it happens in
//! memory, within the limits below.

mod archive;
mod elf;
mod error;
mod image;
mod kind;
mod unpack;

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use object::read::ReadCache;

pub use error::{Error, Origin, Problem};
use kind::Kind;

/// Longest file, and longest section of an ELF file, in bytes. ELF files may be longer; only their sections with BTF are
/// read.
const MAX_INPUT: u64 = MAX_UNPACKED;

/// All that comes out of the compressed streams of one file together, in bytes: ten times Debian's kernel for amd64.
const MAX_UNPACKED: u64 = 640 << 20;

/// Containers in containers. An archive of a compressed kernel image has five.
const MAX_LAYERS: usize = 8;

/// What a file has for btfgen.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    /// The BTF: raw, or the section `.BTF`.
    pub(crate) btf: Vec<u8>,
    /// The section `.BTF.base` of a module.
    pub(crate) base: Option<Vec<u8>>,
    /// The kernel's release, where the file says it.
    pub(crate) release: Option<String>,
}

/// The BTF in a file, and what it was found in.
pub(crate) fn read(path: &Path) -> Result<(Contents, Origin), Error> {
    let mut origin = Origin::new(path);
    match from_path(path, &mut origin) {
        Ok(contents) => Ok((contents, origin)),
        Err(problem) => Err(Error::Contents(origin, problem)),
    }
}

fn from_path(path: &Path, origin: &mut Origin) -> Result<Contents, Problem> {
    if path == Path::new("-") {
        return from_bytes(whole(&mut io::stdin().lock(), 0)?, None, origin);
    }
    let (mut file, member) = open(path)?;
    let mut head = Vec::new();
    (&mut file).take(kind::HEAD as u64).read_to_end(&mut head)?;
    file.rewind()?;
    if kind::of(&head) == Kind::Elf {
        return elf::contents(&ReadCache::new(file));
    }
    let length = file.metadata()?.len();
    from_bytes(whole(&mut file, length)?, member.as_deref(), origin)
}

/// Opens the file, or the archive above it: in `btf.tar.xz/vmlinux`, `vmlinux` is in the archive.
fn open(path: &Path) -> Result<(File, Option<PathBuf>), Problem> {
    // Looked at before it is opened: opening a FIFO waits for a writer.
    let metadata = match path.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            let archive = path.ancestors().find(|path| path.is_file()).ok_or(error)?;
            let member = path.strip_prefix(archive).unwrap_or(path);
            return Ok((File::open(archive)?, Some(member.to_path_buf())));
        }
        metadata => metadata?,
    };
    match metadata.is_file() {
        true => Ok((File::open(path)?, None)),
        false => Err(Problem::NotAFile),
    }
}

/// Reads all, which should be `length` bytes. Files in `/proc` have another length than they say.
fn whole(from: &mut dyn Read, length: u64) -> Result<Vec<u8>, Problem> {
    if length > MAX_INPUT {
        return Err(Problem::TooLarge);
    }
    let mut bytes = Vec::with_capacity(length as usize + 1);
    from.take(MAX_INPUT + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 <= MAX_INPUT {
        true => Ok(bytes),
        false => Err(Problem::TooLarge),
    }
}

/// For fuzzing, what [`read`] does with the bytes of a file.
#[cfg(any(test, fuzzing))]
pub(crate) fn peel(bytes: Vec<u8>, wanted: Option<&Path>) -> Result<Contents, Problem> {
    from_bytes(bytes, wanted, &mut Origin::new(Path::new("-")))
}

/// Peels container after container. `wanted` is a file in the archive that is one of them.
fn from_bytes(
    mut bytes: Vec<u8>,
    mut wanted: Option<&Path>,
    origin: &mut Origin,
) -> Result<Contents, Problem> {
    let mut left = MAX_UNPACKED;
    let mut release = None;
    for _ in 0..MAX_LAYERS {
        let (layer, inner) = match kind::of(&bytes) {
            Kind::Packed(packing) => (packing.name(), unpack::unpack(packing, &bytes, &mut left)?),
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
                    Kind::Elf => elf::contents(&*bytes)?,
                    _ => image::search(&bytes, &mut left)?,
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
