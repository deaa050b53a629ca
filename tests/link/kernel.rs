//! The running kernel's loader and verifier take the object.

use std::path::Path;

use btfgen::link::link;

use crate::tools::{Target, Tools, has_bpftool, skip, tools};

const KERNEL_BTF: &str = "/sys/kernel/btf/vmlinux";

fn kernel_tools(test: &str) -> Option<Tools> {
    let tools = tools(test)?;
    if !has_bpftool() || !Path::new(KERNEL_BTF).exists() || cfg!(target_endian = "big") {
        return skip(test, "bpftool and a little-endian kernel with BTF");
    }
    Some(tools)
}

/// Loads an object and runs its one program; `None` where that is not allowed.
fn run(tools: &Tools, test: &str, object: &[u8]) -> Option<String> {
    let pin = pin(test);
    let object = tools.write("prog.o", object);
    let loaded = tools.bpftool(&["-d", "prog", "load", object.to_str().unwrap(), &pin]);
    let log = match loaded {
        Ok(log) => log,
        Err(log) if is_forbidden(&log) => {
            return skip(test, "the right to load programs");
        }
        Err(log) => panic!("{log}"),
    };
    assert!(!log.contains("Error loading .BTF"), "{log}");
    let packet = tools.write("packet", &[0; 64]);
    let result = tools.bpftool(&[
        "prog",
        "run",
        "pinned",
        &pin,
        "data_in",
        packet.to_str().unwrap(),
    ]);
    std::fs::remove_file(&pin).unwrap();
    Some(result.unwrap())
}

#[test]
fn libbpf_finds_the_members() {
    let test = "libbpf_finds_the_members";
    let Some(tools) = kernel_tools(test) else {
        return;
    };
    let linked = link(&tools.assemble(Target::Little, "kernel.s")).unwrap();
    let object = tools.write("kernel.o", &linked.bytes);
    let out = tools.path("out.btf");
    let (object, out) = (object.to_str().unwrap(), out.to_str().unwrap());
    let log = tools
        .bpftool(&["-d", "gen", "min_core_btf", KERNEL_BTF, out, object])
        .unwrap();
    let kernel = tools.bpftool(&["btf", "dump", "file", KERNEL_BTF]).unwrap();
    let task = kernel.split(" STRUCT 'task_struct' ").nth(1).unwrap();
    let task = &task[..task.find("\n[").unwrap()];
    for member in ["pid", "comm", "real_parent", "exit_state"] {
        let line = task
            .lines()
            .find(|line| line.contains(&format!("'{member}' ")))
            .unwrap();
        let bit: u32 = line
            .split("bits_offset=")
            .nth(1)
            .unwrap()
            .trim()
            .parse()
            .unwrap();
        let found = log.lines().find(|line| {
            line.contains("matching candidate") && line.contains(&format!("task_struct.{member} "))
        });
        assert!(
            found.unwrap().ends_with(&format!("@ offset {})", bit / 8)),
            "{found:?} {line}"
        );
    }
}

#[test]
fn the_kernel_runs_it() {
    let test = "the_kernel_runs_it";
    let Some(tools) = kernel_tools(test) else {
        return;
    };
    let linked = link(&tools.assemble(Target::Little, "kernel.s")).unwrap();
    let Some(result) = run(&tools, test, &linked.bytes) else {
        return;
    };
    let value = u32::from(b'b') << 8 | u32::from(b'f');
    assert!(
        result.contains(&format!("Return value: {value},")),
        "{result}"
    );
}

/// libbpf's static linker is the strictest reader of an object.
#[test]
fn libbpf_links_it_statically() {
    let test = "libbpf_links_it_statically";
    let Some(tools) = kernel_tools(test) else {
        return;
    };
    let linked = link(&tools.compile_c(Target::Little, include_str!("mixed.c"))).unwrap();
    let (input, output) = (tools.write("in.o", &linked.bytes), tools.path("all.o"));
    let (input, output) = (input.to_str().unwrap(), output.to_str().unwrap());
    tools.bpftool(&["gen", "object", output, input]).unwrap();
    let all = std::fs::read(output).unwrap();
    let relos = crate::operations::core_relos(&tools, &all);
    assert!(
        relos.contains("<field_exists> struct task_struct::pid"),
        "{relos}"
    );
}

/// Code that was compiled for two bytes would cut a value of four, so the loader must not widen the load.
#[test]
fn a_member_that_has_grown_is_refused() {
    let test = "a_member_that_has_grown_is_refused";
    let Some(tools) = kernel_tools(test) else {
        return;
    };
    let program = "
        .section tc, \"ax\", @progbits
        .globl prog
        .type prog, @function
    prog:
        call 158
        r6 = r0
        relo \"load r0 r6\", hash(struct:task_struct), 1, 0, hash(flags)
        exit
        .size prog, . - prog
        .section license, \"a\", @progbits
        .asciz \"GPL\"
        .section .btfgen.types, \"a\", @progbits
    types: .ascii \"btfgen 3 000000000000f00d\\nstruct:task_struct 8\\n flags 0 ";
    for (ty, grows) in [("u16", true), ("u32", false), ("u64", false)] {
        let text = format!("{program}{ty}\\n\"");
        let linked = link(&tools.assemble_text(Target::Little, &text)).unwrap();
        let (input, pin) = (tools.write("grown.o", &linked.bytes), pin(test));
        let loaded = tools.bpftool(&["-d", "prog", "load", input.to_str().unwrap(), &pin]);
        let _ = std::fs::remove_file(&pin);
        match loaded {
            Err(log) if is_forbidden(&log) => {
                return skip(test, "the right to load programs").unwrap_or(());
            }
            Err(log) => assert!(
                grows && log.contains("accesses field incorrectly"),
                "{ty}: {log}"
            ),
            Ok(log) => assert!(!grows, "{ty}: {log}"),
        }
    }
}

fn pin(test: &str) -> String {
    format!("/sys/fs/bpf/btfgen-{test}-{}", std::process::id())
}

fn is_forbidden(log: &str) -> bool {
    log.contains("ermitted") || log.contains("mount")
}
