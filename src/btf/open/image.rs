//! Kernel images: where the compressed kernel is in them, and BTF in the middle of other bytes.

use aho_corasick::AhoCorasick;

use super::kind::{self, Kind, PACKINGS};
use super::{Contents, Problem, elf, unpack};
use crate::btf::decode::decode;
use crate::btf::release;

/// A kernel's BTF has megabytes. Kernels also contain BPF programs with BTF of their own, which is valid and far smaller.
const SMALLEST: usize = 256 << 10;

/// Ten times the largest that a kernel has.
const LARGEST: usize = 128 << 20;

/// So many hits of magic numbers are looked at. Real images have a handful, of BTF one.
const MAX_STREAMS: usize = 64;
const MAX_HITS: usize = 1024;
const MAX_DECODED: usize = 4;

/// What the kernel says first when it boots, before its release.
const BANNER: &[u8] = b"Linux version ";

/// Reads a word in one of the byte orders.
type Order = fn([u8; 4]) -> u32;

/// The compressed kernel of a bzImage, by the setup header of `Documentation/arch/x86/boot.rst`.
pub(super) fn bzimage(bytes: &[u8]) -> Result<&[u8], Problem> {
    let bad = || Problem::Image("its setup header is not valid");
    let setup = match bytes.get(0x1f1).ok_or_else(bad)? {
        0 => 4,
        sectors => u64::from(*sectors),
    };
    let version = bytes.get(0x206..0x208).ok_or_else(bad)?;
    if u16::from_le_bytes([version[0], version[1]]) < 0x208 {
        return Err(Problem::Image("its boot protocol is older than 2.08"));
    }
    let [offset, length] = [0x248, 0x24c].map(|at| word(bytes, at, u32::from_le_bytes));
    let start = (setup + 1) * 512 + offset.ok_or_else(bad)?;
    slice(bytes, start, length.ok_or_else(bad)?).ok_or(Problem::Image("its payload is cut off"))
}

/// The release in a bzImage, `6.1.0-50-cloud-amd64 (debian-kernel@…) #1 SMP …`.
pub(super) fn bzimage_release(bytes: &[u8]) -> Option<String> {
    let at = bytes.get(0x20e..0x210)?;
    let at = usize::from(u16::from_le_bytes([at[0], at[1]]));
    release::at_start(bytes.get(0x200 + at..).filter(|_| at != 0)?)
}

/// The compressed kernel of an EFI zboot image, by `drivers/firmware/efi/libstub/zboot-header.S`.
pub(super) fn zboot(bytes: &[u8]) -> Result<&[u8], Problem> {
    let [offset, length] = [8, 12].map(|at| word(bytes, at, u32::from_le_bytes));
    let payload = offset.zip(length);
    let payload = payload.and_then(|(offset, length)| slice(bytes, offset, length));
    payload.ok_or(Problem::Image("its payload is cut off"))
}

/// The kernel's BTF in an image that says not where: in plain sight, or in a compressed stream.
pub(super) fn search(bytes: &[u8], left: &mut u64) -> Result<Contents, Problem> {
    if let Some(contents) = kernel(bytes) {
        return Ok(contents);
    }
    let streams = hits(bytes, PACKINGS.iter().map(|(magic, _)| *magic));
    let streams = streams.filter_map(|(_, stream)| Some((kind::packing(stream)?, stream)));
    for (packing, stream) in streams.take(MAX_STREAMS) {
        let inner = match unpack::unpack(packing, stream, left) {
            Err(Problem::TooMuch) => return Err(Problem::TooMuch),
            Err(_) => continue,
            Ok(inner) => inner,
        };
        let found = match kind::of(&inner) {
            Kind::Elf => elf::contents(&*inner, left).ok(),
            _ => kernel(&inner),
        };
        if let Some(contents) = found {
            return Ok(contents);
        }
    }
    Err(Problem::Unknown)
}

/// A kernel that is neither compressed nor ELF.
fn kernel(bytes: &[u8]) -> Option<Contents> {
    let btf = btf(bytes)?.to_vec();
    let banners = hits(bytes, [BANNER]).map(|(_, banner)| &banner[BANNER.len()..]);
    Some(Contents {
        btf,
        release: banners.take(MAX_HITS).find_map(release::at_start),
        ..Contents::default()
    })
}

/// The largest run of bytes that is BTF. The magic number alone has false hits in every image, with lengths that fit too.
fn btf(bytes: &[u8]) -> Option<&[u8]> {
    const ORDERS: [Order; 2] = [u32::from_le_bytes, u32::from_be_bytes];
    let hits = hits(bytes, [b"\x9f\xeb\x01\0", b"\xeb\x9f\x01\0"]);
    let hits = hits.filter_map(|(order, hit)| extent(hit, ORDERS[order]));
    let hits = hits.filter(|hit| (SMALLEST..=LARGEST).contains(&hit.len()));
    let mut hits: Vec<_> = hits.take(MAX_HITS).collect();
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.len()));
    let mut hits = hits.into_iter().take(MAX_DECODED);
    hits.find(|hit| decode(hit).is_ok())
}

/// Where the patterns are: which one, and the bytes from there on.
fn hits<P: AsRef<[u8]>>(
    bytes: &[u8],
    patterns: impl IntoIterator<Item = P>,
) -> impl Iterator<Item = (usize, &[u8])> {
    let search = AhoCorasick::new(patterns).ok();
    let mut at = 0;
    std::iter::from_fn(move || {
        let hit = search.as_ref()?.find(&bytes[at..])?;
        let start = at + hit.start();
        at += hit.end();
        Some((hit.pattern().as_usize(), &bytes[start..]))
    })
}

/// The BTF at the start, as long as its header says that it is.
fn extent(bytes: &[u8], order: Order) -> Option<&[u8]> {
    let word = |at| word(bytes, at, order);
    let header = word(4).filter(|header| *header < 256)?;
    let mut end = header;
    for at in [8, 16, 24] {
        // The third, of the layout, is there if the header is long enough.
        if header >= at as u64 + 8 {
            end = end.max(header + word(at)? + word(at + 4)?);
        }
    }
    bytes.get(..usize::try_from(end).ok()?)
}

fn word(bytes: &[u8], at: usize, order: Order) -> Option<u64> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u64::from(order([bytes[0], bytes[1], bytes[2], bytes[3]])))
}

fn slice(bytes: &[u8], start: u64, length: u64) -> Option<&[u8]> {
    bytes.get(usize::try_from(start).ok()?..usize::try_from(start + length).ok()?)
}
