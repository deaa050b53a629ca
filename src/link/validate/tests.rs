//! A malformed section a row. Ids of types begin with 1, and so do the rows' own types behind those of `BASE`.

use super::{Code, check_bytes};
use crate::btf_format::MAGIC;
use crate::link::bytes::Bytes;
use crate::link::{btf_section, ext};
use crate::reloc::Endian;

const STRINGS: &[u8] = b"\0int\0a-b\0f\0.text\0";
const INT: u32 = 1;
const BAD_NAME: u32 = 5;
const F: u32 = 9;
const TEXT: u32 = 11;
const BEYOND: u32 = 99;

/// 1: int, 2: prototype of `int (void)`, 3: function, 4: bitfield of three bits, 5: forward declaration, 6: variable.
const BASE: &[&[u32]] = &[
    &[INT, 1 << 24, 4, 1 << 24 | 32],
    &[0, 13 << 24, 1],
    &[F, 12 << 24, 2],
    &[INT, 1 << 24, 4, 3],
    &[F, 7 << 24, 0],
    &[F, 14 << 24, 1, 0],
];

const fn info(kind: u32, count: u32) -> u32 {
    kind << 24 | count
}

const FLAG: u32 = 1 << 31;

fn words(words: &[u32], endian: Endian) -> Vec<u8> {
    words
        .iter()
        .flat_map(|&word| endian.bytes32(word))
        .collect()
}

fn btf(types: &[&[u32]], endian: Endian) -> Vec<u8> {
    let types = words(&types.concat(), endian);
    let header = [24, 0, types.len(), types.len(), STRINGS.len()].map(|word| word as u32);
    let magic = endian.bytes16(MAGIC);
    [
        &magic[..],
        &[1, 0],
        &words(&header, endian),
        &types,
        STRINGS,
    ]
    .concat()
}

fn bytes<'a>(section: &'a str, data: &'a [u8], endian: Endian) -> Bytes<'a> {
    Bytes {
        section,
        endian,
        data,
    }
}

fn said(btf: &[u8], ext: Option<&[u8]>, endian: Endian) -> String {
    // Two instructions, and one of 16 bytes.
    let text = words(&[0xb7, 0, 0x95, 0, 0, 0, 0, 0], Endian::Little);
    let mut text = text;
    text[16] = 0x18;
    let code = Code::from([(&b".text"[..], bytes(".text", &text, endian))]);
    let ext = ext.map(|ext| bytes(ext::NAME, ext, endian));
    match check_bytes(bytes(btf_section::NAME, btf, endian), ext, &code) {
        Ok(()) => String::new(),
        Err(error) => error.to_string(),
    }
}

fn said_of_types(own: &[&[u32]]) -> [String; 2] {
    [Endian::Little, Endian::Big]
        .map(|endian| said(&btf(&[BASE, own].concat(), endian), None, endian))
}

#[test]
fn types_that_loaders_take() {
    let rows: &[&[&[u32]]] = &[
        &[],
        // A list: a struct with a pointer to itself, by way of a typedef of a type that comes later.
        &[
            &[0, info(2, 0), 8],
            &[F, info(8, 0), 9],
            &[F, info(4, 1), 8, F, 7, 0],
        ],
        // Bitfields, an array of three, a union, an enum of eight bytes, a float.
        &[
            &[0, info(4, 2) | FLAG, 4, F, 1, 3 << 24, F, 1, 5 << 24 | 3],
            &[0, info(3, 0), 0, 1, 1, 3],
            &[F, info(5, 2), 12, F, 8, 0, 0, 1, 0],
            &[F, info(19, 1) | FLAG, 8, F, 1, 0],
            &[INT, info(16, 0), 8],
        ],
        // Sections as LLVM writes them: libbpf sets size and offsets; externs are libbpf's too.
        &[
            &[F, info(12, 2), 2],
            &[TEXT, info(15, 2), 0, 6, 0, 4, 7, 0, 0],
        ],
        &[&[TEXT, info(15, 1), 4, 6, 0, 4]],
        // Any number of arguments; pointers to what has no size; tags.
        &[
            &[0, info(13, 2), 0, F, 1, 0, 0],
            &[0, info(2, 0), 5],
            &[0, info(2, 0), 7],
            &[F, info(18, 0), 5],
            &[0, info(10, 0), 1],
            &[F, info(17, 0), 3, u32::MAX],
        ],
    ];
    for own in rows {
        assert_eq!(said_of_types(own), ["", ""], "{own:?}");
    }
}

#[test]
fn types_that_loaders_refuse_are_named() {
    let chain: Vec<[u32; 3]> = (0..40)
        .map(|i| [0, info(10, 0), if i < 39 { 8 + i } else { 1 }])
        .collect();
    let chain: Vec<&[u32]> = chain.iter().map(<[u32; 3]>::as_slice).collect();
    let rows: &[(&[&[u32]], &str)] = &[
        // `btf_validate_type`
        (
            &[&[F, info(12, 0), 32765]],
            "type 7 `f`: it refers to type 32765, which is not there",
        ),
        (
            &[&[F, info(12, 0), 1]],
            "type 7 `f`: a function whose type is not a prototype",
        ),
        (
            &[&[BEYOND, info(4, 0), 0]],
            "type 7: it has a name at 99, beyond the strings",
        ),
        (
            &[&[0, info(2, 0), 8]],
            "type 7: it refers to type 8, which is not there",
        ),
        (&[&[0, info(13, 0), 8]], "it refers to type 8, which"),
        (&[&[0, info(13, 1), 0, F, 8]], "it refers to type 8, which"),
        (&[&[0, info(13, 1), 0, BEYOND, 1]], "beyond the strings"),
        (
            &[&[0, info(3, 0), 0, 8, 1, 1]],
            "it refers to type 8, which",
        ),
        (
            &[&[0, info(3, 0), 0, 1, 8, 1]],
            "it refers to type 8, which",
        ),
        (
            &[&[F, info(4, 1), 4, F, 8, 0]],
            "it refers to type 8, which",
        ),
        (&[&[F, info(4, 1), 4, BEYOND, 1, 0]], "beyond the strings"),
        (&[&[F, info(6, 1), 4, BEYOND, 1]], "beyond the strings"),
        (&[&[F, info(19, 1), 8, BEYOND, 1, 0]], "beyond the strings"),
        (&[&[F, info(14, 0), 8, 0]], "it refers to type 8, which"),
        (
            &[&[TEXT, info(15, 1), 0, 8, 0, 4]],
            "it refers to type 8, which",
        ),
        (&[&[F, info(17, 0), 8, 0]], "it refers to type 8, which"),
        // `btf_check_meta` and the functions of the kinds
        (&[&[F, info(4, 0) | 1 << 29, 0]], "unknown BTF kind 36"),
        (
            &[&[F, info(1, 0), 4, 8 << 24 | 32]],
            "an integer of an unknown encoding",
        ),
        (&[&[F, info(1, 0), 4, 33]], "more bits than its size"),
        (
            &[&[F, info(1, 1), 4, 32]],
            "it has members, and its kind has none",
        ),
        (
            &[&[F, info(2, 0), 1]],
            "it has a name, and its kind has none",
        ),
        (&[&[0, info(8, 0), 1]], "a name in it is not a C identifier"),
        (
            &[&[BAD_NAME, info(4, 0), 0]],
            "a name in it is not a C identifier",
        ),
        (&[&[0, info(18, 0), 1]], "a tag without a value"),
        (
            &[&[0, info(3, 0), 4, 1, 1, 1]],
            "it has a size, and its kind has none",
        ),
        (
            &[&[0, info(3, 0), 0, 0, 1, 1]],
            "it has a value of type void",
        ),
        (
            &[&[F, info(4, 2), 8, F, 1, 32, 0, 1, 0]],
            "in the order of their offsets",
        ),
        (
            &[&[F, info(5, 1), 8, F, 1, 32]],
            "in the order of their offsets",
        ),
        (
            &[&[F, info(4, 1), 4, F, 1, 40]],
            "a member is beyond its end",
        ),
        (&[&[F, info(6, 0), 3]], "no enum has this size"),
        (
            &[&[F, info(6, 1), 4, 0, 1]],
            "a name in it is not a C identifier",
        ),
        (
            &[&[F, info(13, 0), 0]],
            "it has a name, and its kind has none",
        ),
        (&[&[F, info(12, 3), 2]], "neither static, global nor extern"),
        (
            &[&[F, info(12, 0) | FLAG, 2]],
            "it has the flag of bitfields",
        ),
        (
            &[&[F, info(14, 0), 1, 3]],
            "neither static, global nor extern",
        ),
        (&[&[0, info(15, 0), 4]], "its name is not that of a section"),
        (&[&[TEXT, info(15, 1), 4, 6, 2, 4]], "its variables overlap"),
        (
            &[&[F, info(16, 0), 3]],
            "no floating-point number has this size",
        ),
        (
            &[&[F, info(17, 0), 3, -2_i32 as u32]],
            "a tag with a member number below -1",
        ),
        // `btf_resolve` and the functions of the kinds
        (&[&[F, info(8, 0), 7]], "type 7 `f`: it contains itself"),
        (&[&[F, info(4, 1), 4, F, 7, 0]], "it contains itself"),
        (
            &[&[0, info(2, 0), 8], &[0, info(2, 0), 7]],
            "it contains itself",
        ),
        (&[&[0, info(3, 0), 0, 7, 1, 1]], "it contains itself"),
        (&chain, "it is nested more than 32 levels deep"),
        (
            &[&[0, info(2, 0), 6]],
            "it refers to something that is not a type",
        ),
        (
            &[&[0, info(10, 0), 3]],
            "it refers to a type that has no size",
        ),
        (
            &[&[F, info(14, 0), 5, 0]],
            "it refers to a type that has no size",
        ),
        (
            &[&[F, info(4, 1), 4, F, 5, 0]],
            "it has a part of a type without a size",
        ),
        (
            &[&[F, info(8, 0), 5], &[F, info(4, 1), 4, F, 7, 0]],
            "it has a part of a type without a size",
        ),
        (
            &[&[0, info(3, 0), 0, 1, 4, 1]],
            "an array whose index is not an integer",
        ),
        (
            &[&[0, info(3, 0), 0, 4, 1, 1]],
            "integers that do not fill their bytes",
        ),
        (
            &[&[0, info(3, 0), 0, 1, 1, 1 << 30]],
            "an array of 4 GiB or more",
        ),
        (
            &[&[F, info(4, 1), 4, F, 1, 8]],
            "a member is beyond its end",
        ),
        (
            &[&[F, info(4, 1) | FLAG, 4, F, 4, 3 << 24]],
            "a bitfield that its type can't hold",
        ),
        (
            &[&[F, info(4, 1) | FLAG, 8, F, 1, 33 << 24]],
            "a bitfield that its type can't hold",
        ),
        (
            &[&[0, info(2, 0), 1], &[F, info(4, 1), 16, F, 7, 4]],
            "a member that does not start at a byte",
        ),
        (
            &[&[F, info(16, 0), 8], &[F, info(4, 1), 16, F, 7, 32]],
            "a floating-point number that is not aligned",
        ),
        (
            &[&[TEXT, info(15, 1), 0, 1, 0, 4]],
            "a section with an entry that is not a variable",
        ),
        (
            &[&[TEXT, info(15, 1), 0, 6, 0, 3]],
            "a variable larger than its place",
        ),
        (&[&[0, info(13, 1), 0, F, 0]], "a parameter of type void"),
        (
            &[&[0, info(13, 1), 0, F, 5]],
            "a parameter or return value without a size",
        ),
        (
            &[&[0, info(13, 0), 5]],
            "a parameter or return value without a size",
        ),
        (
            &[&[0, info(13, 1), 0, 0, 1], &[F, info(12, 0), 7]],
            "a parameter that has no name",
        ),
        (
            &[&[F, info(18, 0), 1], &[0, info(10, 0), 7]],
            "a type tag after a modifier",
        ),
    ];
    for (own, expected) in rows {
        for said in said_of_types(own) {
            assert!(
                said.contains(expected),
                "{own:?}: {said:?} instead of {expected:?}"
            );
            assert!(
                said.starts_with(".BTF+0x") && said.contains("\nhint: "),
                "{said}"
            );
        }
    }
}

#[test]
fn headers_and_strings_that_loaders_refuse() {
    let whole = btf(BASE, Endian::Little);
    assert_eq!(said(&whole, None, Endian::Little), "");
    let end = whole.len() - 1;
    let rows = [
        (2, 2, "its header is not that of BTF version 1"),
        (3, 1, "its header is not that of BTF version 1"),
        (4, 20, "its header is not that of BTF version 1"),
        (8, 4, "types and strings do not follow"),
        (16, 1, "types and strings do not follow"),
        (20, 1, "types and strings do not follow"),
        (end, b'x', "its strings do not begin and end with a NUL"),
        (
            end + 1 - STRINGS.len(),
            b'x',
            "its strings do not begin and end with a NUL",
        ),
    ];
    for (at, byte, expected) in rows {
        let mut cut = whole.clone();
        cut[at] = byte;
        let said = said(&cut, None, Endian::Little);
        assert!(
            said.contains(expected),
            "{at}: {said:?} instead of {expected:?}"
        );
    }
}

/// Functions, lines and relocations, one of each.
const EXT: [u32; 25] = [
    32, 0, 20, 20, 28, 48, 28, //
    8, TEXT, 1, 0, 3, //
    16, TEXT, 1, 0, F, F, 0, //
    16, TEXT, 1, 8, 1, F,
];

#[test]
fn infos_that_loaders_refuse_are_named() {
    let magic = [0x9f, 0xeb, 1, 0];
    let ext = |change: Option<(usize, u32)>| {
        let mut all = EXT.to_vec();
        all.push(0);
        if let Some((at, word)) = change {
            all[at] = word;
        }
        let whole = [&magic[..], &words(&all, Endian::Little)].concat();
        said(&btf(BASE, Endian::Little), Some(&whole), Endian::Little)
    };
    assert_eq!(ext(None), "");
    let rows = [
        (0, 20, "its header is not that of version 1"),
        (0, 108, "there is nothing after its header"),
        (1, 2, "a list that is not aligned to four bytes"),
        (2, 4, "a list without records"),
        (2, 8, "the list ends inside of a section's header"),
        (2, 200, "200 bytes are needed"),
        (7, 4, "records of another length than loaders know"),
        (7, 256, "records of another length than loaders know"),
        (8, BEYOND, "a section whose name is beyond the strings"),
        (9, 0, "a section with no records, or with more"),
        (9, 2, "a section with no records, or with more"),
        (10, 4, "an instruction that is not in its section"),
        (10, 32, "an instruction that is not in its section"),
        (11, 1, "a function whose type is not a function"),
        (11, 99, "a function whose type is not a function"),
        (15, 24, "a line that begins inside of an instruction"),
        (
            16,
            BEYOND,
            "a line whose text or file is beyond the strings",
        ),
        (
            17,
            BEYOND,
            "a line whose text or file is beyond the strings",
        ),
        (19, 12, "records of another length than loaders know"),
        (22, 40, "an instruction that is not in its section"),
        (23, 99, "a relocation of a type that is not there"),
        (23, 0, "a relocation of a type that is not there"),
        (24, BEYOND, "a relocation whose path is beyond the strings"),
        (25, 13, "a relocation of an unknown kind"),
    ];
    for (at, word, expected) in rows {
        let said = ext(Some((at, word)));
        assert!(
            said.contains(expected),
            "{at}: {said:?} instead of {expected:?}"
        );
    }
    // A section that is not there is passed over.
    assert_eq!(ext(Some((8, F))), "");
}
