//! Mutations that keep a file's frame whole: most random bytes would be refused by the first check of a header.

pub mod btf;
pub mod elf;

/// The custom mutator of libFuzzer, for an object and a BTF. The length of each is before it.
pub fn object_and_btf(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let length = data[..size]
        .first_chunk()
        .map(|it| u32::from_le_bytes(*it) as usize);
    let end = length.and_then(|length| length.checked_add(4));
    match end.filter(|end| *end < size.saturating_sub(4)) {
        None => libfuzzer_sys::fuzzer_mutate(data, size, max_size),
        Some(end) if seed.is_multiple_of(2) => {
            elf::mutate(&mut data[4..end], end - 4, end - 4, seed / 2);
            size
        }
        Some(end) => {
            let start = end + 4;
            start + btf::mutate(&mut data[start..], size - start, max_size - start, seed / 2)
        }
    }
}

/// Puts `bytes` in the place of the input, as far as there is room; its new size.
fn replace(data: &mut [u8], max_size: usize, bytes: &[u8]) -> usize {
    let size = bytes.len().min(max_size).min(data.len());
    data[..size].copy_from_slice(&bytes[..size]);
    size
}
