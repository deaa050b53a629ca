//! What a file is, by its first bytes. Names and extensions do not count: kernels are called anything.

/// A container, or what every container ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Raw BTF, of either byte order.
    Btf,
    /// ELF: a kernel, a module or an object.
    Elf,
    /// One compressed stream, or several in a row.
    Packed(Packing),
    /// A tar archive.
    Tar,
    /// A kernel for x86, which unpacks itself.
    BzImage,
    /// A kernel for EFI, which unpacks itself.
    Zboot,
    /// A known format that is not read; its name, and what unpacks it.
    Refused(&'static str, &'static str),
    /// Any other bytes. The kernels of arm64, riscv and s390x are such.
    Unknown,
}

/// How a stream is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    /// Of sections of ELF files only: it has no magic number.
    Zlib,
    Bzip2,
    Xz,
    Lzma,
    Lzop,
    Lz4,
    Lz4Legacy,
    Zstd,
}

/// How compressed streams begin.
pub(super) const PACKINGS: &[(&[u8], Packing)] = &[
    (b"\x1f\x8b\x08", Packing::Gzip),
    (b"BZh", Packing::Bzip2),
    (b"\xfd7zXZ\0", Packing::Xz),
    (b"\x5d\0\0", Packing::Lzma),
    (b"\x89LZO\0\r\n\x1a\n", Packing::Lzop),
    (b"\x04\x22\x4d\x18", Packing::Lz4),
    (b"\x02\x21\x4c\x18", Packing::Lz4Legacy),
    (b"\x28\xb5\x2f\xfd", Packing::Zstd),
];

const REFUSED: &[(&[u8], &str, &str)] = &[
    (b"!<arch>\ndebian", "a Debian package", "dpkg-deb -x"),
    (b"\xed\xab\xee\xdb", "an RPM package", "rpm2cpio"),
    (b"PK\x03\x04", "a zip archive", "unzip"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "7z x"),
    (b"070701", "a cpio archive", "cpio -i"),
    (b"hsqs", "a squashfs image", "unsquashfs"),
    (b"\x1f\x9d", "compressed by `compress`", "uncompress"),
];

/// So many bytes tell what a file is.
pub(super) const HEAD: usize = 4096;

pub(super) fn of(bytes: &[u8]) -> Kind {
    let at = |offset: usize, magic: &[u8]| {
        bytes
            .get(offset..)
            .is_some_and(|rest| rest.starts_with(magic))
    };
    if at(0, b"\x9f\xeb") || at(0, b"\xeb\x9f") {
        return Kind::Btf;
    }
    if at(0, b"\x7fELF") {
        return Kind::Elf;
    }
    if at(0x202, b"HdrS") && at(0x1fe, b"\x55\xaa") {
        return Kind::BzImage;
    }
    if at(0, b"MZ") && at(4, b"zimg") {
        return Kind::Zboot;
    }
    if at(257, b"ustar") {
        return Kind::Tar;
    }
    if let Some(packing) = packing(bytes) {
        return Kind::Packed(packing);
    }
    match REFUSED.iter().find(|(magic, ..)| at(0, magic)) {
        Some((_, name, unpack)) => Kind::Refused(name, unpack),
        None => Kind::Unknown,
    }
}

/// The bytes without what may stand before a stream of zstd or lz4, and mean nothing: frames that say to skip them, as
/// `pzstd` writes one before each stream.
pub(super) fn without_skippable(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let [0x50..=0x5f, 0x2a, 0x4d, 0x18, a, b, c, d, behind @ ..] = rest {
        let length = u32::from_le_bytes([*a, *b, *c, *d]);
        match behind.get(length as usize..) {
            Some(behind) => rest = behind,
            None => return bytes,
        }
    }
    rest
}

/// How the bytes are compressed, if they are.
pub(super) fn packing(bytes: &[u8]) -> Option<Packing> {
    let stream = without_skippable(bytes);
    if stream.len() < bytes.len() {
        let packing = packing(stream);
        return packing.filter(|packing| matches!(packing, Packing::Zstd | Packing::Lz4));
    }
    let (_, packing) = (PACKINGS.iter()).find(|(magic, _)| bytes.starts_with(magic))?;
    let plausible = match packing {
        // Block sizes of 100 to 900 kB, then the first block or the end.
        Packing::Bzip2 => {
            matches!(bytes.get(3)?, b'1'..=b'9')
                && [&b"1AY&SY"[..], b"\x17\x72\x45\x38\x50\x90"].contains(&bytes.get(4..10)?)
        }
        Packing::Lzma => is_lzma(bytes)?,
        _ => true,
    };
    plausible.then_some(*packing)
}

/// LZMA has no magic number: a dictionary of 2^n or 3 * 2^n bytes, a size that can be, and a first byte that must be 0.
fn is_lzma(bytes: &[u8]) -> Option<bool> {
    let header = bytes.get(..14)?;
    let dictionary = u32::from_le_bytes(header[1..5].try_into().ok()?);
    let size = u64::from_le_bytes(header[5..13].try_into().ok()?);
    let usual = dictionary >> dictionary.trailing_zeros().min(31);
    Some(matches!(usual, 1 | 3) && (size == u64::MAX || size < 1 << 40) && header[13] == 0)
}

impl Packing {
    /// As the kernel and the tools call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Packing::Gzip => "gzip",
            Packing::Zlib => "zlib",
            Packing::Bzip2 => "bzip2",
            Packing::Xz => "xz",
            Packing::Lzma => "lzma",
            Packing::Lzop => "lzop",
            Packing::Lz4 | Packing::Lz4Legacy => "lz4",
            Packing::Zstd => "zstd",
        }
    }
}
