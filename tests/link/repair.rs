//! What LLVM leaves in `.BTF` that loaders refuse, and objects whose records are gone.

use btfgen::link::link;

use crate::tools::{TARGETS, Target, Tools, has_bpftool, tools};

/// A program that calls a function of the crate `helper`. Neither has a prototype, as with `debug = 1`; a third function
/// has a parameter without a name, and an enum is only declared.
const WITHOUT_TYPES: &str = r#"
    .section raw_tp/x, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    relo "offset r0", hash(struct:s), 1, 0, hash(a)
    exit
    .size prog, . - prog
    .section .text, "ax", @progbits
    .type _ZN6helper3ids17h0123456789abcdefE, @function
_ZN6helper3ids17h0123456789abcdefE:
    r0 = 0
    exit
    .size _ZN6helper3ids17h0123456789abcdefE, . - _ZN6helper3ids17h0123456789abcdefE
    .section .btfgen.types, "a", @progbits
types:
    .ascii "btfgen 3 000000000000f00d\nstruct:s 8\n a 4 u32\n"
    .section .BTF, "", @progbits
    .short 0xeb9f
    .byte 1, 0
    .long 24, 0, 84, 84, 29
    .long 1, 12 << 24 | 1, 32765
    .long 6, 12 << 24, 32767
    .long 10, 1 << 24, 4, 32
    .long 0, 13 << 24 | 1, 3, 0, 3
    .long 1, 12 << 24, 4
    .long 10, 6 << 24, 0
    .asciz "\000prog\000ids\000int\000raw_tp/x\000.text"
    .section .BTF.ext, "", @progbits
    .short 0xeb9f
    .byte 1, 0
    .long 24, 0, 36, 36, 0
    .long 8, 14, 1, 0, 1, 23, 1, 0, 2
"#;

/// A program, a hidden function that is global in BTF, and types without a size: an extern type, one of bindings, and one of C.
const HIDDEN: &str = r#"
    .section raw_tp/x, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    relo "offset r0", hash(struct:s), 1, 0, hash(a)
    exit
    .size prog, . - prog
    .section .text, "ax", @progbits
    .globl memset
    .hidden memset
    .type memset, @function
memset:
    r0 = 0
    exit
    .size memset, . - memset
    .section .btfgen.types, "a", @progbits
types:
    .ascii "btfgen 3 000000000000f00d\nstruct:s 8\n a 4 u32\n"
    .section .BTF, "", @progbits
    .short 0xeb9f
    .byte 1, 0
    .long 24, 0, 100, 100, 79
    .long 13, 1 << 24, 4, 32
    .long 0, 13 << 24, 1
    .long 1, 12 << 24 | 1, 2
    .long 6, 12 << 24 | 1, 2
    .long 32, 4 << 24, 0
    .long 57, 4 << 24 | 1, 0, 62, 5, 0
    .long 70, 4 << 24, 0
    .asciz "\000prog\000memset\000int\000raw_tp/x\000.text\000OnlyPlainTypesHaveValues\000task\000_opaque\000nothing\000"
    .section .BTF.ext, "", @progbits
    .short 0xeb9f
    .byte 1, 0
    .long 24, 0, 36, 36, 0
    .long 8, 17, 1, 0, 3, 26, 1, 0, 4
"#;

#[test]
fn hidden_functions_are_static_and_extern_types_have_a_byte() {
    const NAME: &str = "hidden_functions_are_static_and_extern_types_have_a_byte";
    let Some(tools) = tools(NAME).filter(|_| has_bpftool()) else {
        return;
    };
    let linked = link(&tools.assemble_text(Target::Little, HIDDEN)).unwrap();
    assert!(linked.warnings.is_empty(), "{:?}", linked.warnings);
    let object = tools.write("hidden.o", &linked.bytes);
    let dump = tools
        .bpftool(&["btf", "dump", "file", object.to_str().unwrap()])
        .unwrap();
    for line in [
        "FUNC 'prog' type_id=2 linkage=global",
        "FUNC 'memset' type_id=2 linkage=static",
        "STRUCT 'OnlyPlainTypesHaveValues' size=1 vlen=0",
        "STRUCT 'task' size=1 vlen=1",
        "STRUCT 'nothing' size=0 vlen=0",
    ] {
        assert!(dump.contains(line), "{line} is not in:\n{dump}");
    }
    assert_eq!(link(&linked.bytes).unwrap().bytes, linked.bytes);
}

const RECORD: &str = r#"
    .section raw_tp/x, "ax", @progbits
prog:
    relo "offset r0", hash(struct:s), 1, 0, hash(a)
    exit
    .section .btfgen.types, "a", @progbits
types:
    .ascii "btfgen 3 000000000000f00d\nstruct:s 8\n a 4 u32\n"
"#;

fn without_types(tools: &Tools, target: Target) -> Vec<u8> {
    tools.assemble_text(target, WITHOUT_TYPES)
}

#[test]
fn functions_without_a_prototype_get_one_and_are_named() {
    let Some(tools) = tools("functions_without_a_prototype_get_one_and_are_named") else {
        return;
    };
    for target in TARGETS {
        let linked = link(&without_types(&tools, target)).unwrap();
        let warning = "functions without a prototype in .BTF got one without parameters: helper::ids, prog\nhint: ";
        assert_eq!(linked.warnings.len(), 1, "{:?}", linked.warnings);
        assert!(
            linked.warnings[0].starts_with(warning),
            "{:?}",
            linked.warnings
        );
        assert!(
            linked.warnings[0].ends_with(": helper, the program"),
            "{:?}",
            linked.warnings
        );
        let again = link(&linked.bytes).unwrap();
        assert_eq!(
            (again.bytes == linked.bytes, again.warnings.len()),
            (true, 0)
        );
        if target == Target::Little && has_bpftool() {
            let object = tools.write("linked.o", &linked.bytes);
            let dump = tools
                .bpftool(&["btf", "dump", "file", object.to_str().unwrap()])
                .unwrap();
            let prototype = |name: &str, linkage: &str| {
                let function = dump.lines().find(|line| {
                    line.contains(&format!("FUNC '{name}'")) && line.contains(linkage)
                });
                let id = function
                    .and_then(|line| line.split("type_id=").nth(1)?.split(' ').next())
                    .unwrap();
                dump.lines()
                    .find(|line| line.starts_with(&format!("[{id}] FUNC_PROTO")))
                    .unwrap()
                    .to_owned()
            };
            assert!(prototype("prog", "global").ends_with("vlen=0"), "{dump}");
            assert!(prototype("ids", "static").ends_with("vlen=0"), "{dump}");
            assert!(dump.contains("'arg0' type_id=3"), "{dump}");
            assert!(
                dump.contains("ENUM 'int' encoding=UNSIGNED size=4 vlen=0"),
                "{dump}"
            );
        }
    }
}

#[test]
fn placeholders_without_their_records_are_refused() {
    let Some(tools) = tools("placeholders_without_their_records_are_refused") else {
        return;
    };
    let second = RECORD.replace("    exit\n", "    call 195934192\n    exit\n");
    let number = RECORD.replace("    exit\n", "    r1 = 0x0badb7f000000085 ll\n    exit\n");
    for target in TARGETS {
        let error = |text: &str| match link(&tools.assemble_text(target, text)) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        assert_eq!(error(RECORD), "");
        assert_eq!(error(&number), "");
        let stripped =
            error(".section raw_tp/x, \"ax\", @progbits\nr0 = 0\ncall 195934192\nexit\n");
        assert!(stripped.starts_with("raw_tp/x+0x8: a placeholder of an intrinsic, but the object has no section `.btfgen.relo`\nhint: "), "{stripped}");
        let lost = error(&second);
        assert!(
            lost.starts_with(
                "raw_tp/x+0x8: a placeholder of an intrinsic without a record\nhint: "
            ),
            "{lost}"
        );
    }
}
