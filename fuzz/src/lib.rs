//! Mutations that keep a file's frame whole: most random bytes would be refused by the first check of a header.

pub mod btf;
pub mod elf;

/// Puts `bytes` in the place of the input, as far as there is room; its new size.
fn replace(data: &mut [u8], max_size: usize, bytes: &[u8]) -> usize {
    let size = bytes.len().min(max_size).min(data.len());
    data[..size].copy_from_slice(&bytes[..size]);
    size
}
