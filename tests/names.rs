//! Rust names depend on what the C declarations say, and not on the order of their ids in the BTF.

mod handmade;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use btfgen::Builder;
use handmade::Btf;

const STRUCT: u32 = 4;
const UNION: u32 = 5;
const ENUM: u32 = 6;

/// Each adds some types, which are numbered from the number on.
type Declaration = (u32, fn(Btf, u32) -> Btf);

const fn one(add: fn(Btf, u32) -> Btf) -> Declaration {
    (1, add)
}

/// In each row the names would be the same in Rust, if one did not give way.
const ROWS: &[&[Declaration]] = &[
    &[
        one(|btf, _| btf.strct(b"self", 1)),
        one(|btf, _| btf.strct(b"self_", 1)),
        one(|btf, _| btf.ty(b"self", UNION, 0, 4, &[])),
    ],
    &[
        one(|btf, _| btf.strct(b"_", 1)),
        one(|btf, _| btf.strct(b"__", 1)),
        one(|btf, _| btf.ty(b"_", UNION, 0, 4, &[])),
    ],
    &[
        one(|btf, _| btf.strct(b"twice", 1)),
        one(|btf, _| btf.ty(b"twice", UNION, 0, 4, &[])),
        one(|btf, _| btf.strct(b"twice_", 1)),
        one(|btf, _| btf.ty(b"twice_", UNION, 0, 4, &[])),
    ],
    // `struct way { struct { … } to__it; }`, `struct way__to { struct { … } it; }`
    &[
        (2, |btf, at| anonymous(btf, at, b"way", b"to__it")),
        (2, |btf, at| anonymous(btf, at, b"way__to", b"it")),
    ],
    &[
        one(|btf, _| enumerator(btf, b"one", b"self", 1)),
        one(|btf, _| enumerator(btf, b"other", b"self_", 2)),
        one(|btf, _| enumerator(btf, b"third", b"pointer", 3)),
        one(|btf, _| enumerator(btf, b"fourth", b"pointer_", 4)),
    ],
    &[
        one(|btf, _| enumerator(btf, b"one", b"A", 1)),
        one(|btf, _| enumerator(btf, b"other", b"A", 2)),
        one(|btf, _| enumerator(btf, b"third", b"A___one", 3)),
    ],
];

fn named(mut btf: Btf, name: &[u8], add: impl FnOnce(Btf, u32) -> Btf) -> Btf {
    if btf.strings.is_empty() {
        btf.strings.push(0);
    }
    let offset = btf.strings.len() as u32;
    btf.strings.extend(name);
    btf.strings.push(0);
    add(btf, offset)
}

fn anonymous(btf: Btf, at: u32, owner: &[u8], member: &[u8]) -> Btf {
    let inner = named(btf, b"x", |btf, name| {
        btf.ty(b"", STRUCT, 1, 4, &[name, 1, 0])
    });
    named(inner, member, |btf, name| {
        btf.ty(owner, STRUCT, 1, 4, &[name, at, 0])
    })
}

fn enumerator(btf: Btf, of: &[u8], name: &[u8], value: u32) -> Btf {
    named(btf, name, |btf, name| {
        btf.ty(of, ENUM, 1, 4, &[name, value])
    })
}

/// Items with their documentation, which has the C declaration.
fn items(declarations: &[Declaration]) -> BTreeSet<String> {
    let (mut btf, mut next) = (Btf::default().int(), 2);
    for (count, add) in declarations {
        btf = add(btf, next);
        next += count;
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("names.btf");
    fs::write(&file, btf.bytes()).expect("the folder is there");
    let text = Builder::new().btf(&file).generate();
    let text = text.expect("it is BTF").to_string();
    let (items, _) = text.split_once("\npub mod ").expect("a module follows");
    let (mut found, mut declaration) = (BTreeSet::new(), "");
    for line in items.lines() {
        if line.starts_with("/// `") {
            declaration = line;
        }
        if line.starts_with("pub ") {
            assert!(
                found.insert(format!("{declaration} {line}")),
                "twice: {line}"
            );
        }
    }
    found
}

#[test]
fn names_do_not_depend_on_ids() {
    for row in ROWS {
        let expected = items(row);
        let names: BTreeSet<_> = expected
            .iter()
            .filter_map(|item| item.split("` pub ").nth(1)?.split([' ', ':', '=']).nth(1))
            .collect();
        assert_eq!(names.len(), expected.len(), "{expected:#?}");
        let mut order = row.to_vec();
        for _ in row.iter() {
            order.rotate_left(1);
            assert_eq!(items(&order), expected);
            let reversed: Vec<_> = order.iter().rev().copied().collect();
            assert_eq!(items(&reversed), expected);
        }
    }
}
