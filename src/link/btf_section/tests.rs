use super::{BtfSection, NAME, NewMember};
use crate::link::bytes::Bytes;
use crate::reloc::Endian;

#[test]
fn what_is_encoded_is_parsed_again() {
    for endian in [Endian::Little, Endian::Big] {
        let mut section = BtfSection::new(endian);
        let byte = section.add_int(8, false);
        let array = section.add_array(byte, 3);
        let member = NewMember {
            name: "a",
            ty: array,
            bit: 8,
            width: 0,
        };
        let strct = section.add_composite(false, "s", 4, &[member]).unwrap();
        assert_eq!(section.add_int(8, false), byte);
        let bytes = section.encode();
        let parsed = Bytes {
            section: NAME,
            endian,
            data: &bytes,
        };
        let parsed = BtfSection::parse(parsed).unwrap();
        assert_eq!(parsed.type_count, strct.0);
        assert_eq!(parsed.encode(), bytes);
    }
}

#[test]
fn a_cut_section_is_an_error() {
    let mut section = BtfSection::new(Endian::Little);
    section.add_int(32, true);
    let bytes = section.encode();
    for len in 0..bytes.len() {
        let cut = Bytes {
            section: NAME,
            endian: Endian::Little,
            data: &bytes[..len],
        };
        assert!(BtfSection::parse(cut).is_err(), "{len} bytes");
    }
}

#[test]
fn an_unknown_kind_is_named() {
    let mut bytes = BtfSection::new(Endian::Little);
    bytes.add_pointer();
    let mut bytes = bytes.encode();
    bytes[24 + 7] = 20;
    let parsed = BtfSection::parse(Bytes {
        section: NAME,
        endian: Endian::Little,
        data: &bytes,
    });
    let error = parsed.err().unwrap().to_string();
    assert!(
        error.starts_with(".BTF+0x18: unknown BTF kind 20\n"),
        "{error}"
    );
}

/// Type ids and relocations of `.BTF` count on every type staying where it is.
#[test]
fn a_dissolved_data_sec_keeps_its_room() {
    let mut section = BtfSection::new(Endian::Big);
    let array = section.add_int(8, false);
    let var = section.add_type_with(super::KIND_VAR << 24, "TABLE", array.0, &[1]);
    let secinfo = [var.0, 4, 47];
    section.add_type_with(super::KIND_DATASEC << 24 | 1, ".secret", 0, &secinfo);
    let before = section.encode();
    section.dissolve_data_sec(".other", 47).unwrap();
    assert_eq!(section.encode(), before);
    section.dissolve_data_sec(".secret", 47).unwrap();
    let after = section.encode();
    assert_eq!(after.len(), before.len());
    let word = |at: usize| u32::from_be_bytes(after[at..at + 4].try_into().unwrap());
    let (linkage, strct) = (24 + 16 + 12, 24 + 16 + 16);
    assert_eq!(word(linkage), 0);
    let words: Vec<u32> = (0..6).map(|i| word(strct + 4 * i)).collect();
    assert_eq!(words, [0, super::KIND_STRUCT << 24 | 1, 47, 0, array.0, 0]);
}
