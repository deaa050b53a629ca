//! Functions and variables of the kernel: what the object declares for loaders, and what no table has.

use btfgen::link::link;

use crate::tools::{Target, Tools, has_bpftool, skip, tools};

const PROGRAM: &str = r#"
    .section tc, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    .weak known
    call known
    .weak variable
    r1 = variable ll
    exit
    .size prog, . - prog
"#;

const TABLE: &str = r#"
    .section .btfgen.types, "a", @progbits
    .ascii "btfgen 3 000000000000f00d\nstruct:s 8\n a 0 u32\n"
    .ascii "function:known (i32,p64>struct:s,p64>u8c,enum:mode:u32)p64>struct:s\n"
    .ascii "function:unused ()void\n"
    .ascii "variable:variable struct:queue\nint:i32 i int\nint:u8c i char\n"
"#;

fn object(tools: &Tools, program: &str, tables: &str) -> Vec<u8> {
    tools.assemble_text(Target::Little, &format!("{program}{tables}"))
}

fn error(bytes: &[u8]) -> String {
    link(bytes)
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

#[test]
fn the_object_declares_what_instructions_refer_to() {
    let test = "the_object_declares_what_instructions_refer_to";
    let Some(tools) = tools(test) else { return };
    if !has_bpftool() {
        skip::<()>(test, "bpftool");
        return;
    }
    let linked = link(&object(&tools, PROGRAM, TABLE)).unwrap();
    let path = tools.write("externs.o", &linked.bytes);
    let dump = tools.bpftool(&["btf", "dump", "file", path.to_str().unwrap()]);
    let dump = dump.unwrap();
    let ty = |id: &str| {
        let start = dump.find(&format!("[{id}] ")).unwrap();
        dump[start..].split("\n[").next().unwrap().to_owned()
    };
    let id_in = |text: &str, key: &str| {
        let rest = text.split(key).nth(1).unwrap();
        rest.chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    };
    let line = |part: &str| {
        let line = dump.lines().find(|line| line.contains(part));
        line.unwrap_or_else(|| panic!("no `{part}` in\n{dump}"))
            .to_owned()
    };
    let function = line("FUNC 'known'");
    assert!(function.ends_with("linkage=extern"), "{function}");
    let prototype = ty(&id_in(&function, "type_id="));
    assert!(prototype.contains("vlen=4"), "{prototype}");
    let kinds = ["INT 'int'", "PTR", "PTR", "ENUM 'mode'"];
    for (parameter, kind) in prototype.lines().skip(1).zip(kinds) {
        let parameter = ty(&id_in(parameter, "type_id="));
        assert!(parameter.contains(kind), "{parameter} is not {kind}");
    }
    let returned = ty(&id_in(&prototype, "ret_type_id="));
    let returned = ty(&id_in(&returned, "type_id="));
    assert!(returned.contains("STRUCT 's'"), "{returned}");
    let variable = line("VAR 'variable'");
    assert!(variable.contains("linkage=extern"), "{variable}");
    assert!(ty(&id_in(&variable, "type_id=")).contains("STRUCT 'queue'"));
    let section = line("DATASEC '.ksyms'");
    assert!(section.ends_with("vlen=2"), "{section}");
    assert!(!dump.contains("unused"), "{dump}");
}

#[test]
fn a_symbol_that_nothing_declares_is_named() {
    let Some(tools) = tools("a_symbol_that_nothing_declares_is_named") else {
        return;
    };
    let other = PROGRAM.replace("known", "nowhere");
    let message = error(&object(&tools, &other, TABLE));
    let expected = "tc+0x0: it refers to `nowhere`, which neither the program nor the bindings declare\nhint: ";
    assert!(message.starts_with(expected), "{message}");
    // Nothing in this object is btfgen's.
    assert_eq!(error(&object(&tools, &other, "")), "");
}

#[test]
fn tables_that_declare_a_function_differently_are_an_error() {
    let Some(tools) = tools("tables_that_declare_a_function_differently_are_an_error") else {
        return;
    };
    let same = TABLE.replace("f00d", "f00e");
    let both = |other: &str| object(&tools, PROGRAM, &format!("{TABLE}{other}"));
    assert_eq!(error(&both(&same)), "");
    let message = error(&both(&same.replace("known (i32", "known (u8c")));
    assert!(message.contains("with different types"), "{message}");
}

const BY_PREFIX: &str = r#"
    .section tc, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    .weak btfgen.number.CONFIG_HZ
    r1 = btfgen.number.CONFIG_HZ ll
    .weak btfgen.state.CONFIG_BPF
    r1 = btfgen.state.CONFIG_BPF ll
    .weak btfgen.symbol.init_task
    r1 = btfgen.symbol.init_task ll
    exit
    .size prog, . - prog
"#;

#[test]
fn options_and_symbols_are_declared_by_their_own_names() {
    let test = "options_and_symbols_are_declared_by_their_own_names";
    let Some(tools) = tools(test) else { return };
    if !has_bpftool() {
        skip::<()>(test, "bpftool");
        return;
    }
    for target in [Target::Little, Target::Big] {
        let text = format!("{BY_PREFIX}{TABLE}");
        let linked = link(&tools.assemble_text(target, &text)).unwrap().bytes;
        let path = tools.write("by_prefix.o", &linked);
        let dump = tools.bpftool(&["btf", "dump", "file", path.to_str().unwrap()]);
        let dump = dump.unwrap();
        // What libbpf asks for (`bpf_object__collect_externs`): a type that says how the value is written, and the section.
        for (variable, ty) in [
            ("CONFIG_HZ", "INT 'u64' size=8"),
            ("CONFIG_BPF", "ENUM 'libbpf_tristate'"),
        ] {
            let line = dump
                .lines()
                .find(|line| line.contains(&format!("VAR '{variable}' ")));
            let line = line.unwrap_or_else(|| panic!("no `{variable}` in\n{dump}"));
            assert!(line.ends_with("linkage=extern"), "{line}");
            let id = line.split("type_id=").nth(1).unwrap();
            let id = id.split(',').next().unwrap();
            assert!(dump.contains(&format!("[{id}] {ty}")), "{dump}");
        }
        assert!(
            dump.contains("VAR 'init_task' type_id=0, linkage=extern"),
            "{dump}"
        );
        for section in [
            "DATASEC '.kconfig' size=0 vlen=2",
            "DATASEC '.ksyms' size=0 vlen=1",
        ] {
            assert!(dump.contains(section), "{dump}");
        }
        // The symbols have the names that the BTF has.
        let symbols = tools.llvm("llvm-readelf", &["-sW"], &linked);
        let has = |name: &str| {
            symbols
                .lines()
                .any(|line| line.ends_with(&format!(" {name}")))
        };
        for name in ["CONFIG_HZ", "CONFIG_BPF", "init_task"] {
            assert!(has(name), "no `{name}` in\n{symbols}");
        }
        assert!(!symbols.contains("btfgen."), "{symbols}");
    }
}

#[test]
fn an_option_or_symbol_that_is_used_in_two_ways_is_named() {
    let Some(tools) = tools("an_option_or_symbol_that_is_used_in_two_ways_is_named") else {
        return;
    };
    for (from, to) in [
        ("state.CONFIG_BPF", "state.CONFIG_HZ"),
        ("symbol.init_task", "symbol.CONFIG_HZ"),
    ] {
        let message = error(&object(&tools, &BY_PREFIX.replace(from, to), TABLE));
        assert!(
            message.contains("uses `CONFIG_HZ` in two ways"),
            "{message}"
        );
    }
    let odd = BY_PREFIX.replace("symbol.init_task", "symbol.init.task");
    let message = error(&object(&tools, &odd, TABLE));
    assert!(message.contains("`init.task` is not a C name"), "{message}");
}
