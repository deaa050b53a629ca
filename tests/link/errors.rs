//! Objects that cannot be linked: an error that says where, never a panic.

use btfgen::link::link;

use crate::tools::{Target, Tools, tools};

const TABLE: &str = r#"
    exit
    .section .btfgen.types, "a", @progbits
types:
    .ascii "btfgen 3 000000000000f00d\nstruct:s 70000\n a 0 u32\n far 65536 u32\n b 8.1:3 u32\n c 16 [4]u8\n wide 32 u128\n t 48 struct:t\n z 64 [3]struct:t\n"
    .ascii "anon:struct:s.x 4 struct\n y 0 u8\n"
    .ascii "struct:cycle 8\n c 0 [2]typedef:cycle\ntypedef:cycle 8 union\n c 0 struct:cycle\n"
    .ascii "struct:bare 4\n x 0 p64>u32\n"
"#;

/// Text and table of a program with one line of a record.
fn object(tools: &Tools, line: &str) -> Vec<u8> {
    let text = format!(".section kprobe/x, \"ax\", @progbits\nprog:\n r0 = 0\n{line}\n{TABLE}");
    tools.assemble_text(Target::Little, &text)
}

fn error(bytes: &[u8]) -> String {
    link(bytes)
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

#[test]
fn what_no_relocation_can_do_is_named() {
    let Some(tools) = tools("what_no_relocation_can_do_is_named") else {
        return;
    };
    let root = "hash(struct:s)";
    let rows = [
        (
            format!("relo \"lood r1 r2\", {root}, 1, 0, hash(a)"),
            ".btfgen.relo+0x0: unknown operation `lood`\nhint: the bindings were made by a newer btfgen",
        ),
        (
            format!("relo \"load r11 r2\", {root}, 1, 0, hash(a)"),
            ".btfgen.relo+0x0: `r11` is not a register",
        ),
        (
            format!("relo \"load r1\", {root}, 1, 0, hash(a)"),
            ".btfgen.relo+0x0: `load r1` is not an operation",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 17, 0, hash(a)"),
            ".btfgen.relo+0x0: the path has 17 steps",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 1, 2, hash(a)"),
            ".btfgen.relo+0x0: array index bits 0x2",
        ),
        (
            "relo \"load r1 r2\", hash(struct:other), 1, 0, hash(a)".to_owned(),
            "kprobe/x+0x8: load: no type of the table has the hash 0x",
        ),
        (
            "relo \"load r1 r2\", hash(anon:struct:s.x), 1, 0, hash(y)".to_owned(),
            "kprobe/x+0x8: load: no loader finds the anonymous type `anon:struct:s.x`\nhint: ",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 1, 0, hash(other)"),
            "kprobe/x+0x8: load: `struct:s` has no member of the hash 0x",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 2, 0, hash(a), hash(b)"),
            "kprobe/x+0x8: load: a member of a type that is neither a struct nor a union",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 2, 0, hash(t), hash(b)"),
            "kprobe/x+0x8: load: the table does not have the members of `struct:t`",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 2, 2, hash(c), 4"),
            "kprobe/x+0x8: load: index 4 of an array with 4 elements",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 2, 2, hash(a), 0"),
            "kprobe/x+0x8: load: index 0 of a type that is not an array",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 1, 0, hash(b)"),
            "kprobe/x+0x8: load of s.b: a bitfield has no address\nhint: ",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 1, 0, hash(c)"),
            "kprobe/x+0x8: load of s.c: one instruction does not move a struct, a union or an array\nhint: ",
        ),
        (
            format!("relo \"store r1 r2\", {root}, 1, 0, hash(wide)"),
            "kprobe/x+0x8: store of s.wide: it has 16 bytes, one instruction moves 1, 2, 4 or 8\nhint: ",
        ),
        (
            format!("relo \"load r1 r2\", {root}, 1, 0, hash(far)"),
            "kprobe/x+0x8: load of s.far: its offset 65536 does not fit into a load or store, 32767 is the largest\nhint: ",
        ),
        (
            format!("relo \"size r1\", {root}, 1, 0, hash(t)"),
            "kprobe/x+0x8: size of s.t: the table does not have the size of its type\nhint: ",
        ),
        (
            format!("relo \"offset r1\", {root}, 2, 2, hash(z), 1"),
            "kprobe/x+0x8: offset of s.z[1]: the table does not have the size of the element",
        ),
        (
            format!("relo \"signed r1\", {root}, 2, 2, hash(c), 1"),
            "kprobe/x+0x8: signed of s.c[1]: loaders can't return this for an array element",
        ),
        (
            format!("relo \"lshift r1\", {root}, 1, 0, hash(wide)"),
            "kprobe/x+0x8: lshift of s.wide: a shift of a field that is not 1 to 64 bits wide",
        ),
        (
            "relo \"type_matches r1\", hash(struct:cycle)".to_owned(),
            ".btfgen.types+0x0: `struct:cycle` contains itself",
        ),
        (
            "relo \"type_matches r1\", hash(struct:bare)".to_owned(),
            ".btfgen.types+0x0: the table has no line for the integer `u32`",
        ),
        (
            format!("relo \"type_matches r1\", {root}, 1, 0, hash(a)"),
            "kprobe/x+0x8: type_matches of s.a: its path leads to a type, not to a member",
        ),
        (
            format!("relo \"type_size r1\", {root}, 1, 0, hash(a)"),
            "kprobe/x+0x8: type_size of s.a: its path leads to a type, not to a member",
        ),
    ];
    for (line, expected) in rows {
        let error = error(&object(&tools, &line));
        assert!(error.starts_with(expected), "{line}\n{error}");
    }
}

#[test]
fn what_is_not_the_contract_is_named() {
    let Some(tools) = tools("what_is_not_the_contract_is_named") else {
        return;
    };
    let good = object(&tools, "relo \"load r1 r2\", hash(struct:s), 1, 0, hash(a)");
    assert_eq!(link(&good).map(|linked| linked.relocations), Ok(1));

    let placeholder = [0x85, 0, 0, 0, 0xf0, 0xb7, 0xad, 0x0b];
    let at = good
        .windows(8)
        .position(|window| window == placeholder)
        .unwrap();
    let mut other_imm = good.clone();
    other_imm[at + 4] = 0x11;
    assert!(
        error(&other_imm)
            .starts_with("kprobe/x+0x8: not the placeholder instruction of an intrinsic\nhint: ")
    );

    let at = good
        .windows(9)
        .position(|window| window == b"btfgen 3 ")
        .unwrap();
    let mut other_table = good.clone();
    other_table[at + 37] = b'?';
    let error_text = error(&other_table);
    assert!(
        error_text.starts_with(".btfgen.types+0x1a: line 2 of the table: "),
        "{error_text}"
    );

    let twice = good
        .windows(4)
        .position(|window| window == b"load")
        .unwrap();
    let mut without_end = good.clone();
    without_end[twice + 10] = b'x';
    assert!(
        error(&without_end).starts_with(".btfgen.relo+0x0: the section ends inside the record")
    );
}

#[test]
fn a_64_bit_number_needs_the_room_of_two() {
    let Some(tools) = tools("a_64_bit_number_needs_the_room_of_two") else {
        return;
    };
    let linked = |lines: &str| {
        let text = format!(
            ".section kprobe/x, \"ax\", @progbits\nprog:\n{lines}\nexit\n\
             .section .btfgen.types, \"a\", @progbits\n\
             types: .ascii \"btfgen 3 000000000000f00d\\nenum:e enum u32\\n A 1\\n B 2\\n\"\n"
        );
        link(&tools.assemble_text(Target::Little, &text)).map_err(|error| error.to_string())
    };
    let value = "\"enum_value r1\", hash(enum:e), 1, 0, hash(B)";
    let relocations = linked(&format!("relo_wide {value}")).map(|linked| linked.relocations);
    assert_eq!(relocations, Ok(1));
    let error = linked(&format!("relo {value}")).unwrap_err();
    assert!(
        error.starts_with("kprobe/x+0x8: not the placeholder"),
        "{error}"
    );
    let error = linked(&format!("relo {value}\nrelo {value}")).unwrap_err();
    assert!(
        error.starts_with("kprobe/x+0x10: not the placeholder"),
        "{error}"
    );
    let exists = value.replace("enum_value", "enum_exists");
    let error = linked(&format!("relo {value}\nrelo {exists}")).unwrap_err();
    assert_eq!(error, "kprobe/x+0x8: two records for one instruction");
    let unknown = value.replace("hash(B)", "hash(C)");
    let error = linked(&format!("relo_wide {unknown}")).unwrap_err();
    assert!(
        error.contains("no enum of the table has the hashes"),
        "{error}"
    );
}

#[test]
fn what_a_hash_does_not_tell_apart_is_named() {
    let Some(tools) = tools("what_a_hash_does_not_tell_apart_is_named") else {
        return;
    };
    const TABLE: &str = "struct:s 8\\n a 0 u32\\n a 4 u32\\n b 4 u32\\n\
                         enum:e_FZ1BAH60IvP9 enum u32\\n V 1\\n W 2\\n W 3\\n\
                         enum:e_A25N9F82YAAN enum u32\\n V 2\\n X 5\\n";
    for (line, expected) in [
        ("relo \"load r1 r2\", hash(struct:s), 1, 0, hash(b)", ""),
        (
            "relo \"load r1 r2\", hash(struct:s), 1, 0, hash(a)",
            "`struct:s` has several members of the hash 0x",
        ),
        (
            "relo_wide \"enum_value r1\", hash(enum:e_FZ1BAH60IvP9), 1, 0, hash(X)",
            "",
        ),
        (
            "relo_wide \"enum_value r1\", hash(enum:e_FZ1BAH60IvP9), 1, 0, hash(W)",
            "several enumerators of the table have the hashes 0x",
        ),
        (
            "relo_wide \"enum_value r1\", hash(enum:e_FZ1BAH60IvP9), 1, 0, hash(V)",
            "several enumerators of the table have the hashes 0x",
        ),
        (
            "relo \"enum_exists r1\", hash(enum:e_A25N9F82YAAN), 1, 0, hash(V)",
            "several enumerators of the table have the hashes 0x",
        ),
    ] {
        let text = format!(
            ".section kprobe/x, \"ax\", @progbits\nprog:\n{line}\nexit\n\
             .section .btfgen.types, \"a\", @progbits\ntypes: .ascii \"btfgen 3 000000000000f00d\\n{TABLE}\"\n"
        );
        let error = error(&tools.assemble_text(Target::Little, &text));
        assert!(
            error.contains(expected) && error.is_empty() == expected.is_empty(),
            "{line}\n{error}"
        );
    }
}

#[test]
fn two_records_of_one_instruction_are_named() {
    let Some(tools) = tools("two_records_of_one_instruction_are_named") else {
        return;
    };
    let line = "relo \"load r1 r2\", hash(struct:s), 1, 0, hash(a)";
    let second = format!(
        "{line}\n.pushsection .btfgen.relo\n.quad 771b\n.long 3, 0\n.quad 0xf00d, hash(struct:s)\n.long 0\n.fill 16, 8, 0\n.asciz \"size r1\"\n.popsection"
    );
    assert_eq!(
        error(&object(&tools, &second)),
        "kprobe/x+0x8: two records for one instruction, the second at .btfgen.relo+0xaf"
    );
    let addend = second.replace("771b", "771b + 4");
    assert!(
        error(&object(&tools, &addend))
            .starts_with("kprobe/x+0xc: not the start of an instruction")
    );
    let elsewhere = second.replace("771b", "types");
    assert!(
        error(&object(&tools, &elsewhere))
            .starts_with(".btfgen.types+0x0: not a section of instructions")
    );
    let no_placeholder = second.replace("771b", "prog");
    assert!(
        error(&object(&tools, &no_placeholder)).starts_with("kprobe/x+0x0: not the placeholder")
    );
    let absolute = second.replace("771b", "0");
    assert!(
        error(&object(&tools, &absolute))
            .starts_with(".btfgen.relo+0xaf: a record without a relocation")
    );
}

#[test]
fn another_format_is_refused_and_both_are_named() {
    let Some(tools) = tools("another_format_is_refused_and_both_are_named") else {
        return;
    };
    let size = "relo \"size r1\", hash(struct:s), 1, 0, hash(a)";
    let record = |fields: &str| {
        format!(
            "{size}\n.pushsection .btfgen.relo\n{fields}\n.quad hash(struct:s)\n.long 0\n.fill 16, 8, 0\n\
             .asciz \"type_size r1\"\n.popsection"
        )
    };
    for (fields, found) in [
        (".quad 771b, types", "format 1"),
        (".quad 771b\n.long 4, 0\n.quad 0xf00d", "format 4"),
    ] {
        let error = error(&object(&tools, &record(fields)));
        let expected = format!(
            ".btfgen.relo+0xac: the record has {found}, and this btfgen links format 3\nhint: "
        );
        assert!(error.starts_with(&expected), "{error}");
    }
    let elsewhere = error(&object(
        &tools,
        &record(".quad 771b\n.long 3, 0\n.quad 0xf00"),
    ));
    assert!(
        elsewhere.contains("the record's table 0000000000000f00 is not in .btfgen.types\nhint: "),
        "{elsewhere}"
    );
    // Of tables, also of those that no record names.
    for (header, expected) in [
        (
            "1",
            "the table has format 1, and this btfgen links format 3\nhint: ",
        ),
        (
            "4 later",
            "the table has format 4, and this btfgen links format 3\nhint: ",
        ),
        ("3", "its id is not there, or does not have 16 digits"),
        ("3 f00d", "its id is not there, or does not have 16 digits"),
        (
            "3 000000000000f00g",
            "its id `000000000000f00g` is not a hexadecimal number",
        ),
    ] {
        let more = format!(
            "{size}\n.pushsection .btfgen.types, \"a\", @progbits\n.asciz \"btfgen {header}\\n\"\n.popsection"
        );
        let error = error(&object(&tools, &more));
        assert!(
            error.starts_with(".btfgen.types+0x0: line 1 of the table: "),
            "{error}"
        );
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn other_files_are_named() {
    for (bytes, found) in [
        (&b""[..], "too short"),
        (&[0; 64], "not an ELF file"),
        (
            b"\x7fELF\x01\x01_______________________________________________________________",
            "not ELF of 64 bits",
        ),
        (
            b"\x7fELF\x02\x01_______________________________________________________________",
            "made for another machine",
        ),
    ] {
        let error = error(bytes);
        assert!(
            error.starts_with("not a 64-bit relocatable BPF object: "),
            "{error}"
        );
        assert!(error.contains(found), "{error}");
    }
}

#[test]
fn damage_never_panics() {
    let Some(tools) = tools("damage_never_panics") else {
        return;
    };
    let good = tools.assemble(Target::Little, "operations.s");
    let with_btf = tools.compile_c(Target::Little, include_str!("mixed.c"));
    for object in [good, with_btf] {
        for len in (0..object.len()).step_by(97) {
            assert!(link(&object[..len]).is_err(), "cut at {len}");
        }
        for at in (0..object.len()).step_by(7) {
            for value in [0xff, object[at].wrapping_add(1)] {
                let mut damaged = object.clone();
                damaged[at] = value;
                let _ = link(&damaged);
            }
        }
    }
}
