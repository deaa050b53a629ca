//! Objects with many records of one kind: linking takes as long as there is to read and write.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use btfgen::link::link;

use crate::tools::{Target, tools};

/// Each root contains the same large struct, and each of its members is an enum of many enumerators.
#[test]
fn what_many_roots_contain_is_built_once() {
    let Some(tools) = tools("what_many_roots_contain_is_built_once") else {
        return;
    };
    const ROOTS: usize = 500;
    let mut text = ".section kprobe/x, \"ax\", @progbits\nprog:\n".to_owned();
    for root in 0..ROOTS {
        let _ = writeln!(text, "relo \"type_matches r1\", hash(struct:r{root})");
    }
    text.push_str(
        "exit\n.section .btfgen.types, \"a\", @progbits\ntypes:\n.ascii \"btfgen 3 000000000000f00d\\n\"\n",
    );
    for root in 0..ROOTS {
        let _ = writeln!(
            text,
            ".ascii \"struct:r{root} 240000\\n big 0 struct:big\\n\""
        );
    }
    text.push_str(".ascii \"struct:big 240000\\n\"\n");
    for member in 0..60_000 {
        let _ = writeln!(text, ".ascii \" m{member} {} enum:e:u32\\n\"", 4 * member);
    }
    text.push_str(".ascii \"enum:e enum u32\\n\"\n");
    for enumerator in 0..5_000 {
        let _ = writeln!(text, ".ascii \" E{enumerator} {enumerator}\\n\"");
    }
    let object = tools.assemble_text(Target::Little, &text);
    let start = Instant::now();
    let linked = link(&object).expect("it can be linked");
    assert_eq!(linked.relocations, ROOTS);
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
}

/// As many extern types as types that contain one: each is looked up, not searched for.
#[test]
fn many_extern_types_are_looked_up() {
    let Some(tools) = tools("many_extern_types_are_looked_up") else {
        return;
    };
    const TYPES: usize = 100_000;
    // An integer, the extern types, and structs whose member is the integer.
    let text = format!(
        ".section .btfgen.types, \"a\", @progbits\ntypes:\n.ascii \"btfgen 3 000000000000f00d\\nstruct:s 8\\n\"\n\
         .section .BTF, \"\", @progbits\n.short 0xeb9f\n.byte 1, 0\n.long 24, 0, {types}, {types}, 30\n\
         .long 26, 1 << 24, 4, 32\n\
         .rept {TYPES}\n.long 1, 4 << 24, 0\n.endr\n\
         .rept {TYPES}\n.long 0, 4 << 24 | 1, 0, 0, 1, 0\n.endr\n\
         .asciz \"\\000OnlyPlainTypesHaveValues\\000int\"\n",
        types = 16 + TYPES * (12 + 24),
    );
    let object = tools.assemble_text(Target::Little, &text);
    let start = Instant::now();
    // A member of four bytes in a struct of none, which the check behind it refuses.
    assert!(link(&object).is_err());
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
}

/// What was built for one root keeps count of how deep it is: libbpf refuses more than 32 levels.
#[test]
fn depth_counts_from_each_root() {
    let Some(tools) = tools("depth_counts_from_each_root") else {
        return;
    };
    for (levels, fits) in [(31, true), (32, false)] {
        // The inner half stands first, as a root of its own.
        let mut text = ".section kprobe/x, \"ax\", @progbits\nprog:\n".to_owned();
        for root in [levels / 2, 0] {
            let _ = writeln!(text, "relo \"type_matches r1\", hash(struct:s{root})");
        }
        text.push_str(
            "exit\n.section .btfgen.types, \"a\", @progbits\ntypes:\n.ascii \"btfgen 3 000000000000f00d\\n\"\n",
        );
        for level in (0..levels - 1).rev() {
            let _ = writeln!(
                text,
                ".ascii \"struct:s{level} 4\\n in 0 struct:s{}\\n\"",
                level + 1
            );
        }
        let _ = writeln!(
            text,
            ".ascii \"struct:s{} 4\\n x 0 u32\\nint:u32 u int\\n\"",
            levels - 1
        );
        let linked = link(&tools.assemble_text(Target::Little, &text));
        let error = linked
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert_eq!(error.is_empty(), fits, "{levels}: {error}");
        assert!(
            fits || error.contains("is nested more than 31 deep"),
            "{error}"
        );
    }
}
