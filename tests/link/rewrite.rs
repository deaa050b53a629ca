//! What linking does to the rest of the object.

use std::collections::BTreeMap;

use btfgen::link::{Linked, link};

use crate::operations::core_relos;
use crate::tools::{TARGETS, Target, Tools, has_bpftool, tools};

const MIXED: &str = include_str!("mixed.c");

/// Contents of each section, as a hex dump.
fn contents(tools: &Tools, object: &[u8]) -> BTreeMap<String, String> {
    let dump = tools.llvm("llvm-objdump", &["-s"], object);
    let sections = dump.split("Contents of section ").skip(1);
    let sections = sections.map(|section| section.split_once(":\n").unwrap());
    sections
        .map(|(name, hex)| (name.to_owned(), hex.to_owned()))
        .collect()
}

fn is_rewritten(name: &str) -> bool {
    let owned = [".BTF", ".BTF.ext", ".btfgen.relo", ".btfgen.types"];
    let numbered = [".symtab", ".strtab"];
    let base = name.strip_prefix(".rel").unwrap_or(name);
    // Debug info describes the tables, and so refers to them.
    let refers = name.starts_with(".rel.debug_");
    let program = ["raw_tp/", "kprobe/", ".text"]
        .iter()
        .any(|start| name.starts_with(start));
    owned.contains(&base) || numbered.contains(&name) || refers || program
}

fn check_rest(tools: &Tools, before: &[u8], after: &Linked) {
    let (before, after_contents) = (contents(tools, before), contents(tools, &after.bytes));
    for (name, hex) in before.iter().filter(|(name, _)| !is_rewritten(name)) {
        assert_eq!(after_contents.get(name), Some(hex), "{name}");
    }
    assert!(!after_contents.keys().any(|name| name.contains("btfgen")));
    // Stderr is part of what `llvm` checks: warnings about headers are failures.
    let readelf = tools.llvm("llvm-readelf", &["-a"], &after.bytes);
    assert!(!readelf.contains("<corrupt>"), "{readelf}");
    assert_eq!(
        link(&after.bytes).map(|again| again.bytes),
        Ok(after.bytes.clone())
    );
}

#[test]
fn other_sections_keep_their_bytes() {
    let Some(tools) = tools("other_sections_keep_their_bytes") else {
        return;
    };
    for target in TARGETS {
        for before in [
            tools.assemble(target, "operations.s"),
            tools.compile_c(target, MIXED),
        ] {
            check_rest(&tools, &before, &link(&before).unwrap());
        }
    }
}

#[test]
fn the_same_object_gives_the_same_bytes() {
    let Some(tools) = tools("the_same_object_gives_the_same_bytes") else {
        return;
    };
    let object = tools.compile_c(Target::Little, MIXED);
    assert_eq!(link(&object), link(&object));
}

#[test]
fn an_object_without_records_stays_as_it_is() {
    let Some(tools) = tools("an_object_without_records_stays_as_it_is") else {
        return;
    };
    let object = tools.compile_c(Target::Little, "int f(void) { return 1; }");
    let linked = link(&object).unwrap();
    assert_eq!((linked.bytes, linked.relocations), (object, 0));
}

#[test]
fn relocations_of_clang_stay() {
    let Some(tools) = tools("relocations_of_clang_stay") else {
        return;
    };
    for target in TARGETS {
        let before = tools.compile_c(target, MIXED);
        let after = link(&before).unwrap();
        assert_eq!(after.relocations, 3);
        let (before, after) = (
            core_relos(&tools, &before),
            core_relos(&tools, &after.bytes),
        );
        for line in before.lines() {
            assert!(after.contains(line), "{line}\n{after}");
        }
        let relos = |text: &str| text.lines().filter(|line| line.contains('<')).count();
        assert_eq!(relos(&after), relos(&before) + 3, "{after}");
    }
}

/// Loaders keep relocations in a map by section name, and search them by offset.
#[test]
fn a_section_has_one_sorted_entry() {
    let Some(tools) = tools("a_section_has_one_sorted_entry") else {
        return;
    };
    let linked = link(&tools.compile_c(Target::Little, MIXED)).unwrap();
    let text = core_relos(&tools, &linked.bytes);
    let section = text.split("raw_tp/sys_enter:\n").nth(1).unwrap();
    let section = section.split("Disassembly").next().unwrap();
    let kinds: Vec<&str> = section
        .lines()
        .map(|line| line.split("::").nth(1).unwrap())
        .collect();
    assert_eq!(kinds[0], "pid (0:0)", "{text}");
    assert!(kinds.len() >= 3 && kinds.contains(&"tgid (0:1)"), "{text}");

    let ext = linked.bytes;
    let at = ext
        .windows(4)
        .position(|window| window == [0x9f, 0xeb, 1, 0]);
    let ext = &ext[at.unwrap() + 1..];
    let at = ext
        .windows(8)
        .position(|window| window == [0x9f, 0xeb, 1, 0, 32, 0, 0, 0]);
    let ext = &ext[at.unwrap()..];
    let word = |at: usize| u32::from_le_bytes(ext[at..at + 4].try_into().unwrap()) as usize;
    let (mut at, end) = (32 + word(24), 32 + word(24) + word(28));
    assert_eq!(word(at), 16);
    at += 4;
    let mut names = Vec::new();
    while at < end {
        names.push(word(at));
        let offsets: Vec<usize> = (0..word(at + 4)).map(|i| word(at + 8 + 16 * i)).collect();
        assert!(offsets.is_sorted(), "{offsets:?}");
        at += 8 + 16 * offsets.len();
    }
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!((names.len(), count), (3, 3));
}

#[test]
fn eighty_program_sections() {
    let Some(tools) = tools("eighty_program_sections") else {
        return;
    };
    let mut text = String::new();
    for i in 0..80 {
        text.push_str(&format!(
            ".section kprobe/f{i}, \"ax\", @progbits\n.globl f{i}\n.type f{i}, @function\nf{i}:\n\
             r0 = {i}\nrelo \"offset r1\", hash(struct:s), 1, 0, hash(m{i})\nexit\n.size f{i}, . - f{i}\n"
        ));
    }
    text.push_str(
        ".section .btfgen.types, \"a\", @progbits\ntypes: .ascii \"btfgen 3 000000000000f00d\\nstruct:s 640\\n\"\n",
    );
    (0..80).for_each(|i| text.push_str(&format!(".ascii \" m{i} {} u64\\n\"\n", i * 8)));
    for target in TARGETS {
        let before = tools.assemble_text(target, &text);
        let after = link(&before).unwrap();
        assert_eq!(after.relocations, 80);
        check_rest(&tools, &before, &after);
        let relos = core_relos(&tools, &after.bytes);
        for i in 0..80 {
            let expected = format!("Disassembly of section kprobe/f{i}:\n");
            let section = relos.split(&expected).nth(1).unwrap();
            let relo = section.lines().next().unwrap();
            assert!(
                relo.ends_with(&format!("<byte_off> struct s::m{i} (0:{})", i + 1)),
                "{relo}"
            );
        }
        let symbols = tools.llvm("llvm-readelf", &["-sW"], &after.bytes);
        let sections = tools.llvm("llvm-readelf", &["-SW"], &after.bytes);
        for i in [0, 1, 41, 79] {
            let symbol = symbols
                .lines()
                .find(|line| line.ends_with(&format!(" f{i}")))
                .unwrap();
            let index = symbol.split_whitespace().nth(6).unwrap();
            let section = sections
                .lines()
                .find(|line| line.contains(&format!("[{index:>2}]")));
            assert!(
                section.unwrap().contains(&format!(" kprobe/f{i} ")),
                "{symbol}"
            );
        }
    }
}

/// What debug info says of the tables must not keep loaders from reading the object: aya refuses one that
/// has a relocation without a symbol, libbpf one that has a `DATASEC` without its section.
#[test]
fn debug_info_of_the_tables_does_no_harm() {
    let Some(tools) = tools("debug_info_of_the_tables_does_no_harm") else {
        return;
    };
    let before = tools.compile_c(Target::Little, MIXED);
    let relocations = tools.llvm("llvm-readelf", &["-rW"], &before);
    assert!(
        relocations
            .lines()
            .any(|line| line.ends_with(" .btfgen.types")),
        "{relocations}"
    );
    let after = link(&before).unwrap().bytes;
    let relocations = tools.llvm("llvm-readelf", &["-rW"], &after);
    let none: Vec<&str> = relocations
        .lines()
        .filter(|line| line.contains(" R_BPF_NONE "))
        .collect();
    assert!(!none.is_empty(), "{relocations}");
    for line in none {
        let info = line.split_whitespace().nth(1).unwrap();
        assert_ne!(&info[..8], "00000000", "{line}");
    }
    if !has_bpftool() {
        return;
    }
    let object = tools.write("after.o", &after);
    let dump = tools
        .bpftool(&["btf", "dump", "file", object.to_str().unwrap()])
        .unwrap();
    assert!(
        dump.contains("VAR 'types' ") && dump.contains("DATASEC 'license'"),
        "{dump}"
    );
    assert!(!dump.contains("DATASEC '.btfgen.types'"), "{dump}");
}

#[test]
fn each_module_has_its_table() {
    let Some(tools) = tools("each_module_has_its_table") else {
        return;
    };
    let relo = "relo \"rshift r1\", hash(struct:s), 1, 0, hash(m)\n";
    let second = relo.replace("relo ", "relo2 ");
    let text = format!(
        ".macro relo2 op:req, root:req, n=0, index=0, s0=0\n771: call 195934192\n\
         .pushsection .btfgen.relo\n.quad 771b\n.long 3, \\n\n.quad 0xbeef, \\root\n.long \\index\n\
         .quad \\s0\n.fill 15, 8, 0\n.asciz \"\\op\"\n.popsection\n.endm\n\
         .section kprobe/x, \"ax\", @progbits\n{relo}{second}exit\n\
         .section .btfgen.types, \"a\", @progbits\n\
         types: .ascii \"btfgen 3 000000000000f00d\\nstruct:s 8\\n m 4 u32\\n\"\n\
         .section .btfgen.types, \"a\", @progbits, unique, 2\n\
         second: .ascii \"btfgen 3 000000000000beef\\nstruct:s 32\\n m 24 u64\\n\"\n"
    );
    for target in TARGETS {
        let linked = link(&tools.assemble_text(target, &text)).unwrap();
        let relos = tools.llvm("llvm-objdump", &["-dr"], &linked.bytes);
        assert!(
            relos.contains("\tr1 = 0x20\n") && relos.contains("\tr1 = 0x0\n"),
            "{relos}"
        );
    }
}
