//! Objects whose sections stay where they are while their contents change.

use std::ops::Range;

use libfuzzer_sys::fuzzer_mutate;

/// The custom mutator of libFuzzer, for inputs that are ELF files of 64 bits.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut random = fastrand::Rng::with_seed(u64::from(seed));
    let sections = sections(&data[..size]).unwrap_or_default();
    if sections.is_empty() || random.u8(..8) == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let section = &mut data[sections[random.usize(..sections.len())].clone()];
    if random.bool() {
        fuzzer_mutate(section, section.len(), section.len());
    } else {
        // The mutations of libFuzzer move what follows; numbers in records are better changed one at a time.
        for _ in 0..random.u8(1..=4) {
            section[random.usize(..section.len())] = match random.u8(..3) {
                0 => random.u8(..),
                1 => random.u8(..16),
                _ => 0xff,
            };
        }
    }
    size
}

/// Where sections with contents are, and where the section headers are.
fn sections(elf: &[u8]) -> Option<Vec<Range<usize>>> {
    let big_endian = *elf.get(5)? == 2;
    let number = |at: usize, length: usize| {
        let bytes = elf.get(at..at.checked_add(length)?)?.iter();
        let push = |number: usize, byte: &u8| number << 8 | usize::from(*byte);
        Some(if big_endian {
            bytes.fold(0, push)
        } else {
            bytes.rev().fold(0, push)
        })
    };
    let (start, count) = (number(0x28, 8)?, number(0x3c, 2)?);
    let headers = start..start.checked_add(64 * count)?;
    let contents = (0..count).filter_map(|i| {
        let (offset, size) = (
            number(start + 64 * i + 0x18, 8)?,
            number(start + 64 * i + 0x20, 8)?,
        );
        Some(offset..offset.checked_add(size)?)
    });
    let all = contents.chain([headers]);
    Some(
        all.filter(|range| !range.is_empty() && range.end <= elf.len())
            .collect(),
    )
}
