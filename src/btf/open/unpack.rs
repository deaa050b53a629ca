//! A compressed stream → its bytes. Libraries decompress; here is where they stop.

use std::io::{self, Read};

use super::Problem;
use super::kind::{self, Packing};
use super::left::take_off;

/// Largest dictionary or window: twice what `zstd --ultra -22` uses, which kernels are compressed with.
const MAX_WINDOW: u64 = 256 << 20;

/// For the decoders of xz and lzma, in KiB: with what they need beside the dictionary.
const MEMORY: u32 = (MAX_WINDOW >> 10) as u32 + 1024;

/// Streams in a row. `pbzip2` makes the most that are of use, one for 900 kB.
const MAX_STREAMS: usize = 1 << 14;

/// So many bytes of an xz stream may unpack to nothing; its index does.
const MAX_IDLE: u64 = 1 << 20;

/// lzop's own limit.
const MAX_LZOP_BLOCK: usize = 64 << 20;

/// Unpacks the stream at the start, and those of its kind that follow at once: gzip, xz and others make such files.
/// What stands behind them is not looked at; kernel images have something there.
/// Of `left`, what comes out is taken off.
pub(super) fn unpack(packing: Packing, packed: &[u8], left: &mut u64) -> Result<Vec<u8>, Problem> {
    let mut rest = packed;
    let mut unpacked = Vec::new();
    for _ in 0..MAX_STREAMS {
        let before = unpacked.len();
        if matches!(packing, Packing::Zstd | Packing::Lz4) {
            rest = kind::without_skippable(rest);
        }
        let done = stream(packing, &mut rest, *left + 1, &mut unpacked);
        take_off(left, unpacked.len() - before)?;
        done.map_err(|error| Problem::Unpack(packing.name(), error))?;
        if packing == Packing::Xz {
            rest = without_padding(rest);
        }
        if kind::packing(rest) != Some(packing) {
            return Ok(unpacked);
        }
    }
    let many = io::Error::other(format!("it has more than {MAX_STREAMS} streams"));
    Err(Problem::Unpack(packing.name(), many))
}

/// Between xz streams zeros may stand, four or a multiple of four.
fn without_padding(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    &bytes[zeros / 4 * 4..]
}

/// Unpacks one stream, but no more than `limit` bytes, and moves `from` behind it.
fn stream(packing: Packing, from: &mut &[u8], limit: u64, to: &mut Vec<u8>) -> io::Result<()> {
    let mut read = |decoder: &mut dyn Read| decoder.take(limit).read_to_end(to).map(drop);
    match packing {
        Packing::Gzip => read(&mut flate2::bufread::GzDecoder::new(from)),
        Packing::Zlib => read(&mut flate2::bufread::ZlibDecoder::new(from)),
        Packing::Bzip2 => read(&mut bzip2::bufread::BzDecoder::new(from)),
        Packing::Xz => xz(from, limit, to),
        Packing::Lzma => {
            let mut all = std::mem::take(from);
            read(&mut lzma_rust2::LzmaReader::new_mem_limit(
                &mut all, MEMORY, None,
            )?)
        }
        Packing::Lz4 => read(&mut lz4_flex::frame::FrameDecoder::new(from)),
        Packing::Lz4Legacy => {
            let (frame, rest) = from.split_at(legacy_frame(from));
            *from = rest;
            read(&mut lz4_flex::frame::FrameDecoder::new(frame))
        }
        Packing::Zstd => zstd(from, limit, to),
        Packing::Lzop => lzop(from, limit, to),
    }
}

fn xz(from: &mut &[u8], limit: u64, to: &mut Vec<u8>) -> io::Result<()> {
    use lzma_rust2::{Action, Status, XzStream};

    let mut stream = XzStream::new_mem_limit(false, MEMORY);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let (piece, action) = match from.len() > buffer.len() {
            true => (&from[..buffer.len()], Action::Run),
            false => (*from, Action::Finish),
        };
        let step = stream.process(piece, &mut buffer, action)?;
        *from = &from[step.bytes_consumed..];
        to.extend_from_slice(&buffer[..step.bytes_produced]);
        if step.status == Status::StreamEnd || stream.total_out() >= limit {
            return Ok(());
        }
        if step.bytes_consumed == 0 && step.bytes_produced == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if stream.total_in() > stream.total_out() + MAX_IDLE {
            return Err(io::Error::other("it unpacks to almost nothing"));
        }
    }
}

/// Length of the legacy frame at the start, which has no end mark: it goes on while blocks do.
fn legacy_frame(bytes: &[u8]) -> usize {
    const MAX_BLOCK: usize = 8 << 20;
    let mut end = 4;
    while let Some(length) = bytes.get(end..end + 4) {
        let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]) as usize;
        if length == 0 || length > MAX_BLOCK || bytes.len() - end - 4 < length {
            break;
        }
        end += 4 + length;
    }
    end.min(bytes.len())
}

fn zstd(from: &mut &[u8], limit: u64, to: &mut Vec<u8>) -> io::Result<()> {
    use ruzstd::decoding::StreamingDecoder;

    let mut decoder =
        StreamingDecoder::new_with_max_window_size(from, MAX_WINDOW).map_err(io::Error::other)?;
    (&mut decoder).take(limit).read_to_end(to)?;
    let frame = decoder.into_frame_decoder();
    let expected = frame.get_checksum_from_data();
    match frame.is_finished() && expected.is_some() && expected != frame.get_calculated_checksum() {
        true => Err(io::Error::other("its checksum is wrong")),
        false => Ok(()),
    }
}

/// The file format of lzop around blocks of LZO1X, as `lib/decompress_unlzo.c` of Linux reads it.
fn lzop(from: &mut &[u8], limit: u64, to: &mut Vec<u8>) -> io::Result<()> {
    const ADLER32: u32 = 1;
    const CHECKSUMS: [(u32, bool); 4] =
        [(ADLER32, false), (1 << 8, false), (2, true), (1 << 9, true)];
    let bad = |reason: String| io::Error::other(reason);
    take(from, 9)?;
    let version = u16::from_be_bytes(array(from)?);
    let new = version >= 0x940;
    take(from, if new { 4 } else { 2 })?; // version of the library, version needed
    let [method] = array(from)?;
    if !matches!(method, 1..=3) {
        return Err(bad(format!("its method {method} is not known")));
    }
    take(from, usize::from(new))?; // level
    let flags = u32::from_be_bytes(array(from)?);
    let filter = if flags & 0x800 == 0 { 0 } else { 4 };
    take(from, filter + if new { 12 } else { 8 })?; // filter, mode, time
    let [name] = array(from)?;
    take(from, usize::from(name) + 4)?; // name, checksum of the header
    let start = to.len();
    loop {
        let length = u32::from_be_bytes(array(from)?) as usize;
        if length == 0 || (to.len() - start) as u64 >= limit {
            return Ok(());
        }
        let packed = u32::from_be_bytes(array(from)?) as usize;
        if length > MAX_LZOP_BLOCK || packed > length {
            return Err(bad(format!("a block of {packed} bytes for {length}")));
        }
        let mut adler = None;
        for (flag, of_packed) in CHECKSUMS {
            // A block that is stored as it is has no checksums of its packed bytes.
            if flags & flag != 0 && !(of_packed && packed == length) {
                let sum = u32::from_be_bytes(array(from)?);
                adler = adler.or((flag == ADLER32).then_some(sum));
            }
        }
        let block = take(from, packed)?;
        let at = to.len();
        if packed == length {
            to.extend_from_slice(block);
        } else {
            to.resize(at + length, 0);
            let unpacked =
                lzokay::decompress::decompress(block, &mut to[at..]).map_err(io::Error::other)?;
            if unpacked != length {
                return Err(bad(format!(
                    "a block of {unpacked} bytes instead of {length}"
                )));
            }
        }
        if adler.is_some_and(|sum| sum != adler2::adler32_slice(&to[at..])) {
            return Err(io::Error::other("its checksum is wrong"));
        }
    }
}

fn take<'a>(from: &mut &'a [u8], length: usize) -> io::Result<&'a [u8]> {
    from.split_off(..length)
        .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

fn array<const N: usize>(from: &mut &[u8]) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    bytes.copy_from_slice(take(from, N)?);
    Ok(bytes)
}
