//! BTF as types and strings, with a header that fits them again after each change.

use btfgen::fuzzing::format::{
    KIND_ARRAY, KIND_DATASEC, KIND_DECL_TAG, KIND_ENUM, KIND_ENUM64, KIND_FUNC_PROTO, KIND_INT,
    KIND_STRUCT, KIND_UNION, KIND_VAR, kind,
};
use libfuzzer_sys::fuzzer_mutate;

/// Names that mean something to Rust, to the assembler, to loaders, or to nobody.
const NAMES: &[&[u8]] = &[
    b"",
    b"self",
    b"Self",
    b"crate",
    b"_",
    b"fn",
    b"u32",
    b"char",
    b"btfgen",
    b"load",
    b"Place",
    b"core",
    b"nf_conn___init",
    b"a____b",
    b"int",
    b"long unsigned int",
    b"x\"] fn main(){}//",
    b"r#x",
    b"a\nb",
    b"*/ \"; .section .text",
    b"{}",
    b"a b",
    b"a.b",
    "\u{1f980}".as_bytes(),
    b"\xff",
    b"\\\"",
];

const WORDS: &[u32] = &[
    0,
    1,
    2,
    7,
    8,
    31,
    32,
    64,
    255,
    0xffff,
    0x1_0000,
    0xff_ffff,
    0x7fff_ffff,
    0x8000_0000,
    !0,
];

struct Btf {
    big_endian: bool,
    /// A record each, in words.
    types: Vec<Vec<u32>>,
    strings: Vec<u8>,
}

/// The custom mutator of libFuzzer, for inputs that are BTF.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut random = fastrand::Rng::with_seed(u64::from(seed));
    match parse(&data[..size]) {
        Some(mut btf) if random.u8(..8) != 0 => {
            for _ in 0..random.u8(1..=4) {
                change(&mut btf, Before::default(), &mut random);
            }
            super::replace(data, max_size, &encode(&btf))
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
}

/// What a BTF continues.
#[derive(Clone, Copy, Default)]
struct Before {
    types: u32,
    strings: u32,
}

impl Before {
    fn of(btf: Option<&Btf>) -> Before {
        btf.map_or(Before::default(), |btf| Before {
            types: btf.types.len() as u32,
            strings: btf.strings.len() as u32,
        })
    }
}

/// The same for inputs that are a kernel's BTF, and those of its modules, as `btfgen::fuzzing::split` reads them.
pub fn mutate_split(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut random = fastrand::Rng::with_seed(u64::from(seed));
    let mut parts = parts(&data[..size]);
    if parts.is_empty() || random.u8(..8) == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    for _ in 0..random.u8(1..=4) {
        let at = random.usize(..parts.len());
        let base = match at {
            // The kernel.
            0 => None,
            // A module behind its base, or without one.
            at if at % 2 == 1 => match parts.get(at + 1) {
                Some(base) if !base.is_empty() => parse(base),
                _ => parse(&parts[0]),
            },
            // A base.
            _ => None,
        };
        match parse(&parts[at]) {
            Some(mut btf) => {
                change(&mut btf, Before::of(base.as_ref()), &mut random);
                parts[at] = encode(&btf);
            }
            // A module may as well have a base, and a base be none.
            None => parts[at] = parts[random.usize(..parts.len())].clone(),
        }
        match random.u8(..16) {
            0 => parts[at].clear(),
            1 => {
                let copy: Vec<_> = parts.iter().skip(1).take(2).cloned().collect();
                parts.extend(copy);
            }
            2 => parts.truncate(1 + at),
            _ => {}
        }
    }
    let mut bytes = Vec::new();
    for part in &parts {
        bytes.extend((part.len() as u32).to_le_bytes());
        bytes.extend(part);
    }
    super::replace(data, max_size, &bytes)
}

fn parts(mut bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let length = u32::from_le_bytes(*length) as usize;
        let (part, rest) = rest.split_at(length.min(rest.len()));
        parts.push(part.to_vec());
        bytes = rest;
    }
    parts
}

fn change(btf: &mut Btf, before: Before, random: &mut fastrand::Rng) {
    if btf.types.is_empty() {
        btf.types.push(vec![0, KIND_INT << 24, 4, 32]);
    }
    let count = btf.types.len();
    let at = random.usize(..count);
    let id = random.u32(..before.types + count as u32 + 2);
    match random.u8(..14) {
        0 | 1 => set(&mut btf.types[at], random, id),
        2 => {
            let word = WORDS[random.usize(..WORDS.len())];
            set(&mut btf.types[at], random, word);
        }
        3 => {
            let bit = 1 << random.u8(..32);
            let word = random.usize(..btf.types[at].len());
            btf.types[at][word] ^= bit;
        }
        4 => {
            let info = btf.types[at][1];
            resize(
                &mut btf.types[at],
                info & !(0x1f << 24) | random.u32(KIND_INT..=KIND_ENUM64) << 24,
            );
        }
        5 => {
            let info = btf.types[at][1];
            resize(&mut btf.types[at], info & !0xffff | random.u32(..9));
        }
        6 => btf.types[at][1] ^= 1 << 31,
        7 => {
            let copy = btf.types[at].clone();
            btf.types.insert(random.usize(..=count), copy);
        }
        8 => _ = btf.types.remove(at),
        9 => btf.types.swap(at, random.usize(..count)),
        10 => {
            let strings = before.strings + btf.strings.len() as u32;
            let name = random.u32(..strings.max(1));
            rename(&mut btf.types[at], random, name);
        }
        11 => {
            let name = before.strings + btf.strings.len() as u32;
            btf.strings.extend(NAMES[random.usize(..NAMES.len())]);
            btf.strings.push(0);
            rename(&mut btf.types[at], random, name);
        }
        12 => {
            let size = btf.strings.len();
            btf.strings.resize(size + 64, 0);
            let size = fuzzer_mutate(&mut btf.strings, size, size + 64);
            btf.strings.truncate(size);
        }
        _ => btf.big_endian = !btf.big_endian,
    }
}

/// Any word but the one that says how long the record is.
fn set(record: &mut [u32], random: &mut fastrand::Rng, to: u32) {
    let word = random.usize(..record.len() - 1);
    record[if word == 0 { 0 } else { word + 1 }] = to;
}

/// The name of the type, or of one of its members, enumerators or parameters.
fn rename(record: &mut [u32], random: &mut fastrand::Rng, name: u32) {
    let step = match kind(record[1]) {
        KIND_STRUCT | KIND_UNION | KIND_ENUM64 => 3,
        KIND_ENUM | KIND_FUNC_PROTO => 2,
        _ => usize::MAX,
    };
    let places: Vec<usize> = [0]
        .into_iter()
        .chain((3..record.len()).step_by(step))
        .collect();
    record[places[random.usize(..places.len())]] = name;
}

fn resize(record: &mut Vec<u32>, info: u32) {
    record[1] = info;
    let last = record[record.len().saturating_sub(3)..].to_vec();
    let length = 3 + rest(info);
    while record.len() < length {
        record.extend(&last);
    }
    record.truncate(length);
}

/// Words behind the first three.
fn rest(info: u32) -> usize {
    let count = (info & 0xffff) as usize;
    match kind(info) {
        KIND_INT | KIND_VAR | KIND_DECL_TAG => 1,
        KIND_ARRAY => 3,
        KIND_STRUCT | KIND_UNION | KIND_DATASEC | KIND_ENUM64 => 3 * count,
        KIND_ENUM | KIND_FUNC_PROTO => 2 * count,
        _ => 0,
    }
}

fn parse(bytes: &[u8]) -> Option<Btf> {
    let big_endian = bytes.get(..2)? == [0xeb, 0x9f];
    let word = |at: usize| {
        let bytes = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if big_endian {
            u32::from_be_bytes(bytes)
        } else {
            u32::from_le_bytes(bytes)
        })
    };
    let section = |at: usize| {
        let start = word(4)?.checked_add(word(at)?)? as usize;
        Some(start..start.checked_add(word(at + 4)? as usize)?)
    };
    let (range, strings) = (section(8)?, section(16)?);
    let mut types = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let length = 3 + rest(word(at + 4)?);
        let record: Option<Vec<u32>> = (0..length).map(|i| word(at + 4 * i)).collect();
        types.push(record?);
        at += 4 * length;
    }
    Some(Btf {
        big_endian,
        types,
        strings: bytes.get(strings)?.to_vec(),
    })
}

fn encode(btf: &Btf) -> Vec<u8> {
    let types: u32 = btf.types.iter().map(|record| 4 * record.len() as u32).sum();
    let header = [24, 0, types, types, btf.strings.len() as u32];
    let mut bytes = match btf.big_endian {
        true => vec![0xeb, 0x9f, 1, 0],
        false => vec![0x9f, 0xeb, 1, 0],
    };
    for word in header.iter().chain(btf.types.iter().flatten()) {
        bytes.extend(if btf.big_endian {
            word.to_be_bytes()
        } else {
            word.to_le_bytes()
        });
    }
    bytes.extend(&btf.strings);
    bytes
}
