//! Finding BTF inside a kernel image, whatever the image's format and compression.

use crate::host::{self, Result};

/// How a compressed stream starts, and the filter that unpacks it.
const COMPRESSIONS: &[(&[u8], &[&str])] = &[
    (&[0x02, 0x21, 0x4c, 0x18], &["lz4", "-dc"]),
    (&[0x28, 0xb5, 0x2f, 0xfd], &["zstd", "-dc"]),
    (
        &[0xfd, b'7', b'z', b'X', b'Z', 0],
        &["xz", "-dc", "--single-stream"],
    ),
    (&[0x1f, 0x8b, 0x08], &["gzip", "-dc"]),
];

/// Reads a 32-bit number in one of the byte orders.
type Long = fn([u8; 4]) -> u32;

const HEADER_LEN: usize = 24;

/// A kernel's BTF is several megabytes; smaller hits are BTF of something else, or chance.
const SMALLEST: usize = 1 << 20;

/// The raw `.BTF` bytes of the kernel in `image`: in plain sight or behind one layer of compression.
pub(crate) fn find_btf(image: &[u8]) -> Result<Vec<u8>> {
    if let Some(btf) = scan(image) {
        return Ok(btf.to_vec());
    }
    let payload = payload(image);
    for (magic, unpack) in COMPRESSIONS {
        for start in positions(payload, magic) {
            let unpacked = host::filter(
                host::command(unpack[0]).args(&unpack[1..]),
                &payload[start..],
            )?
            .stdout;
            if let Some(btf) = scan(&unpacked) {
                return Ok(btf.to_vec());
            }
        }
    }
    Err(
        "the image holds no BTF, neither plain nor compressed with lz4, zstd, xz or gzip"
            .to_owned(),
    )
}

/// The compressed kernel of an x86 bzImage, without the length that the build appends; any other image whole.
fn payload(image: &[u8]) -> &[u8] {
    let long = |at: usize| {
        image
            .get(at..at + 4)
            .map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
    };
    let bounds = || {
        (image.get(0x202..0x206)? == b"HdrS").then_some(())?;
        let start = (usize::from(*image.get(0x1f1)?) + 1) * 512 + long(0x248)?;
        image.get(start..start + long(0x24c)?.checked_sub(4)?)
    };
    bounds().unwrap_or(image)
}

/// The largest run of bytes that is BTF, in either byte order. The magic alone has false hits.
fn scan(bytes: &[u8]) -> Option<&[u8]> {
    let orders: [(&[u8], Long); 2] = [
        (&[0x9f, 0xeb, 1, 0], u32::from_le_bytes),
        (&[0xeb, 0x9f, 1, 0], u32::from_be_bytes),
    ];
    let hits = orders.iter().flat_map(|(magic, long)| {
        positions(bytes, magic).filter_map(|at| fits(&bytes[at..], *long))
    });
    hits.filter(|btf| btf.len() >= SMALLEST)
        .max_by_key(|btf| btf.len())
}

/// Magic (2), version (1), flags (1), header length, then offset and length of types and of strings.
fn fits(bytes: &[u8], long: Long) -> Option<&[u8]> {
    let field = |at: usize| {
        bytes
            .get(at..at + 4)
            .map(|bytes| long([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
    };
    let [header, types, types_len, strings, strings_len] =
        [field(4)?, field(8)?, field(12)?, field(16)?, field(20)?];
    if header != HEADER_LEN || types != 0 || strings != types_len || types_len % 4 != 0 {
        return None;
    }
    let text = bytes.get(header + strings..header + strings + strings_len)?;
    (text.first() == Some(&0) && text.last() == Some(&0))
        .then(|| &bytes[..header + strings + strings_len])
}

fn positions<'a>(bytes: &'a [u8], magic: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes
        .windows(magic.len())
        .enumerate()
        .filter(move |(_, window)| *window == magic)
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{SMALLEST, find_btf, scan};

    fn btf(long: fn(u32) -> [u8; 4], magic: [u8; 2]) -> Vec<u8> {
        let strings = u32::try_from(SMALLEST).expect("fits");
        let mut bytes = [&magic[..], &[1, 0]].concat();
        for field in [24, 0, 8, 8, strings] {
            bytes.extend(long(field));
        }
        bytes.resize(24 + 8 + SMALLEST, 0);
        bytes
    }

    #[test]
    fn both_byte_orders_are_found_between_other_bytes() {
        for btf in [
            btf(u32::to_le_bytes, [0x9f, 0xeb]),
            btf(u32::to_be_bytes, [0xeb, 0x9f]),
        ] {
            // A false hit in front: the magic with lengths that do not fit.
            let image = [&btf[..20], &btf[..], b"rest"].concat();
            assert_eq!(scan(&image), Some(&btf[..]));
            assert_eq!(find_btf(&image), Ok(btf));
        }
    }

    #[test]
    fn an_image_without_btf_is_an_error() {
        assert!(find_btf(b"HdrS and nothing else").is_err());
    }
}
