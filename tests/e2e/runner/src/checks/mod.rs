//! One function a program: make it run, and compare what it says with what user space knows.

mod arrays;
mod calls;
mod files;
mod headers;
mod kinds;
mod memory;
mod names;
mod pointers;
mod socks;
mod stores;
mod tasks;

use std::collections::HashMap;

use crate::Result;
use crate::bpf;
use crate::loader::{Hook, Loader, Program};
use crate::report::Report;

type Offsets = HashMap<String, Option<u64>>;

pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) hook: Hook,
    pub(crate) check: fn(&mut dyn Program, &Offsets, &mut Report) -> Result,
}

/// The first numbers of the running kernel's release.
fn release() -> (u32, u32) {
    let release = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let mut numbers = release.split(['.', '-']).map_while(|it| it.parse().ok());
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

/// Why a loader can't load a program at all, and what it says then.
pub(crate) struct Beyond {
    pub(crate) says: &'static str,
    /// The feature that it or the kernel lacks.
    pub(crate) why: &'static str,
}

pub(crate) fn beyond(case: &Case, loader: &Loader) -> Option<Beyond> {
    let is_old_aya = matches!(loader, Loader::Aya013 | Loader::Aya014);
    let is_aya = is_old_aya || *loader == Loader::Aya016;
    let is_cilium = matches!(loader, Loader::Cilium(_));
    let beyond = |says, why| Some(Beyond { says, why });
    // What libbpf says is in its log.
    let by_loader = |aya, libbpf, cilium| match loader {
        _ if is_aya => aya,
        _ if is_cilium => cilium,
        _ => libbpf,
    };
    match (case.name, case.hook) {
        (_, Hook::Iterator(_)) if *loader == Loader::Aya013 => {
            beyond("iter", "aya before 0.14 has no iterators")
        }
        ("casts" | "calls" | "variables" | "symbols", _) if is_old_aya => beyond(
            "`.ksyms`",
            "aya before 0.15 has no functions and variables of the kernel",
        ),
        (_, Hook::StructOps) if is_aya => beyond("struct_ops", "aya has no struct_ops"),
        ("matches", _) if is_aya => beyond(
            "invalid BTF relocation kind `12`",
            "aya has no type_matches",
        ),
        ("matches", _) if is_cilium => {
            beyond("not supported", "cilium/ebpf 0.11 has no type_matches")
        }
        // Without relocation, a program would load with that id.
        ("every_kind", _) if is_cilium => beyond(
            "invalid immediate",
            "cilium/ebpf wants the id of the local type in the instruction, and btfgen writes an invalid id",
        ),
        ("offsets", _) if is_cilium => beyond(
            "invalid immediate",
            "cilium/ebpf 0.11 reads 32 bits of an enumerator that has 64",
        ),
        ("configuration", _) if is_aya => beyond(
            "`.kconfig`",
            "aya has no options of the kernel's configuration",
        ),
        ("configuration", _) if names::read_configuration().is_none() => beyond(
            "Invalid argument",
            "libbpf reads the configuration from files that not every system has",
        ),
        ("casts", _) if is_cilium => beyond(
            "unsupported binding: STB_WEAK",
            "cilium/ebpf 0.11 has no weak functions of the kernel",
        ),
        ("variables", _) if is_cilium => beyond(
            "expected *btf.Func, not *btf.Var",
            "cilium/ebpf 0.11 has no variables of the kernel",
        ),
        ("variables", _) if !calls::has_symbol("runqueues") => beyond(
            by_loader(
                "failed to find the address for kernel symbol",
                "No such file or directory",
                "",
            ),
            "the kernel lists no addresses of variables: it has no CONFIG_KALLSYMS_ALL",
        ),
        ("every_kind" | "offsets", _) if release() < (6, 0) && is_aya => beyond(
            match loader {
                Loader::Aya013 => "not valid for type `Union`",
                _ => "invalid func unknown#195896080",
            },
            "Linux before 6.0 has no enums of 64 bits in BTF, and aya replaces them before it relocates",
        ),
        ("functions", _) if release() < (5, 12) => beyond(
            by_loader(
                "Validating tgid_of() func#1",
                "Invalid argument",
                "invalid argument",
            ),
            "before Linux 5.12, a global function takes no pointer but the context",
        ),
        // What only can be read is no such argument either, since 7.3.
        ("functions", _) if release() <= (6, 1) || release() >= (7, 3) => beyond(
            by_loader(
                "Caller passes invalid args into func#1",
                "Invalid argument",
                "invalid argument",
            ),
            "Linux 6.1 and 7.3 let no pointer to a kernel object be an argument of a global function",
        ),
        // The callback is not counted among the functions.
        ("values", _) if release() < (5, 15) => beyond(
            by_loader(
                "number of funcs in func_info doesn't match number of subprogs",
                "Invalid argument",
                "invalid argument",
            ),
            "timers are there from Linux 5.15 on, and dynptrs from 5.19 on",
        ),
        _ => None,
    }
}

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "every_kind",
        hook: Hook::RawTracepoint,
        check: kinds::every_kind,
    },
    Case {
        name: "matches",
        hook: Hook::RawTracepoint,
        check: kinds::matches,
    },
    Case {
        name: "casts",
        hook: Hook::RawTracepoint,
        check: tasks::casts,
    },
    Case {
        name: "offsets",
        hook: Hook::RawTracepoint,
        check: offsets,
    },
    Case {
        name: "pid",
        hook: Hook::RawTracepoint,
        check: tasks::pid,
    },
    Case {
        name: "bare",
        hook: Hook::RawTracepoint,
        check: tasks::returns_tgid,
    },
    Case {
        name: "functions",
        hook: Hook::RawTracepoint,
        check: tasks::returns_tgid,
    },
    Case {
        name: "packet",
        hook: Hook::Xdp,
        check: memory::packet,
    },
    Case {
        name: "children",
        hook: Hook::RawTracepoint,
        check: tasks::children,
    },
    Case {
        name: "headers",
        hook: Hook::Xdp,
        check: headers::headers,
    },
    Case {
        name: "values",
        hook: Hook::Xdp,
        check: headers::values,
    },
    Case {
        name: "kinds",
        hook: Hook::RawTracepoint,
        check: tasks::kinds,
    },
    Case {
        name: "arrays",
        hook: Hook::RawTracepoint,
        check: arrays::arrays,
    },
    Case {
        name: "pointers",
        hook: Hook::RawTracepoint,
        check: pointers::pointers,
    },
    Case {
        name: "stores",
        hook: Hook::RawTracepoint,
        check: stores::stores,
    },
    Case {
        name: "task_iter",
        hook: Hook::Iterator("task"),
        check: tasks::task_iter,
    },
    Case {
        name: "file_iter",
        hook: Hook::Iterator("task_file"),
        check: files::file_iter,
    },
    Case {
        name: "renamed",
        hook: Hook::Iterator("task_file"),
        check: files::renamed,
    },
    Case {
        name: "map_iter",
        hook: Hook::Iterator("bpf_map"),
        check: map_iter,
    },
    Case {
        name: "sock",
        hook: Hook::BtfTracepoint("inet_sock_set_state"),
        check: socks::sock,
    },
    Case {
        name: "exec",
        hook: Hook::BtfTracepoint("sched_process_exec"),
        check: tasks::exec,
    },
    Case {
        name: "calls",
        hook: Hook::BtfTracepoint("sched_process_exec"),
        check: calls::calls,
    },
    Case {
        name: "variables",
        hook: Hook::RawTracepoint,
        check: calls::variables,
    },
    Case {
        name: "symbols",
        hook: Hook::RawTracepoint,
        check: names::symbols,
    },
    Case {
        name: "configuration",
        hook: Hook::RawTracepoint,
        check: names::configuration,
    },
    Case {
        name: "congestion",
        hook: Hook::StructOps,
        check: calls::congestion,
    },
    Case {
        name: "far",
        hook: Hook::BtfTracepoint("mm_compaction_begin"),
        check: memory::far,
    },
    Case {
        name: "opened_fentry",
        hook: Hook::Fentry("security_file_open"),
        check: files::opened,
    },
    Case {
        name: "opened_lsm",
        hook: Hook::Lsm("file_open"),
        check: files::opened,
    },
    Case {
        name: "opened_kprobe",
        hook: Hook::Kprobe("security_file_open"),
        check: files::opened,
    },
    Case {
        name: "opened_kretprobe",
        hook: Hook::Kprobe("do_sys_openat2"),
        check: files::opened_number,
    },
];

fn offsets(program: &mut dyn Program, offsets: &Offsets, report: &mut Report) -> Result {
    bpf::run(program.program()?)?;
    let map = program.map("ANSWERS")?;
    for (index, name) in answers::OFFSETS.iter().enumerate() {
        let value = bpf::lookup::<u32, u64>(&map, index as u32)?[0];
        match offsets.get(*name) {
            Some(Some(expected)) => report.equal(name, value, *expected),
            Some(None) => {
                return Err(format!("`{name}` should be missing, and is at {value}").into());
            }
            None if offsets.is_empty() => println!("   {name} is at {value}"),
            None => return Err(format!("the file of offsets has no `{name}`").into()),
        }
    }
    Ok(())
}

fn map_iter(program: &mut dyn Program, _: &Offsets, report: &mut Report) -> Result {
    let (_map, id) = bpf::create_map(c"e2e_looked_at", 12, 20, 7)?;
    let records = bpf::records::<answers::BpfMap>(&program.iterate()?);
    let record = records.iter().find(|record| record.id == id);
    let record = record.ok_or("the iterator did not see the runner's map")?;
    report.equal("name", text(&record.name), "e2e_looked_at".into());
    report.equal("map_type", record.map_type, libbpf_sys::BPF_MAP_TYPE_HASH);
    report.equal("key_size", record.key_size, 12);
    report.equal("value_size", record.value_size, 20);
    report.equal("max_entries", record.max_entries, 7);
    Ok(())
}

/// A string of the kernel's, up to its NUL.
fn text(bytes: &[u8]) -> String {
    let end = bytes
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[..end]).into_owned()
}
