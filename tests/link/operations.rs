//! Each operation becomes the instruction and the relocation that it should be.

use std::{env, fs};

use btfgen::link::link;

use crate::tools::{TARGETS, Target, Tools, has_bpftool, skip, source, tools};

#[test]
fn every_operation_is_what_it_should_be() {
    let Some(tools) = tools("every_operation_is_what_it_should_be") else {
        return;
    };
    for target in TARGETS {
        let linked = link(&tools.assemble(target, "operations.s")).unwrap();
        assert_eq!(linked.relocations, 69);
        let file = match target {
            Target::Little => "operations.bpfel.expected",
            Target::Big => "operations.bpfeb.expected",
        };
        assert_is_as_in(file, &core_relos(&tools, &linked.bytes));
    }
}

#[test]
fn the_local_types_have_a_member_for_each_use() {
    let test = "the_local_types_have_a_member_for_each_use";
    let Some(tools) = tools(test) else { return };
    if !has_bpftool() {
        return skip(test, "bpftool").unwrap_or(());
    }
    let linked = link(&tools.assemble(Target::Little, "operations.s")).unwrap();
    let object = tools.write("linked.o", &linked.bytes);
    let dump = tools.bpftool(&["btf", "dump", "file", object.to_str().unwrap()]);
    assert_is_as_in("operations.btf.expected", &dump.unwrap());
}

/// Bytes of the instruction, relocation: the part of a disassembly that is the same in all versions of LLVM.
pub(crate) fn core_relos(tools: &Tools, object: &[u8]) -> String {
    let text = tools.llvm("llvm-objdump", &["-dr"], object);
    let (mut result, mut insn) = (String::new(), "");
    for line in text.lines() {
        if line.starts_with("Disassembly of section ") {
            result.push_str(&format!("{line}\n"));
        } else if let Some((_, relo)) = line.split_once("CO-RE ") {
            let id = relo.find('[').unwrap()..relo.find(']').unwrap() + 2;
            result.push_str(&format!(
                "{insn}  {}{}\n",
                &relo[..id.start],
                &relo[id.end..]
            ));
        } else if let Some((_, rest)) = line.split_once(":\t") {
            insn = rest.get(..23).unwrap_or(rest);
        }
    }
    result
}

fn assert_is_as_in(file: &str, text: &str) {
    if env::var_os("BTFGEN_BLESS").is_some() {
        fs::write(source(file), text).unwrap();
    }
    let expected = fs::read_to_string(source(file)).unwrap_or_default();
    assert_eq!(
        text, expected,
        "tests/link/{file}; with BTFGEN_BLESS=1 set, tests rewrite it"
    );
}
