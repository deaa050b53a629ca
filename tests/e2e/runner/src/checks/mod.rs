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

/// What a loader says where it can't load a program at all.
pub(crate) fn beyond(case: &Case, loader: &Loader) -> Option<&'static str> {
    let is_old_aya = matches!(loader, Loader::Aya013 | Loader::Aya014);
    let is_aya = is_old_aya || *loader == Loader::Aya016;
    match (case.name, case.hook) {
        (_, Hook::Iterator(_)) if *loader == Loader::Aya013 => Some("iter"),
        ("configuration", _) if is_aya => Some("`.kconfig`"),
        // libbpf reads the configuration from files that not every system has.
        ("configuration", _) if names::read_configuration().is_none() => {
            Some("Invalid argument")
        }
        ("casts" | "calls" | "variables" | "symbols", _) if is_old_aya => Some("`.ksyms`"),
        (_, Hook::StructOps) if is_aya => Some("struct_ops"),
        // The kernel does not list the addresses of its variables.
        ("variables", _) if !calls::has_symbol("runqueues") => Some(match is_aya {
            true => "failed to find the address for kernel symbol",
            false => "No such file or directory",
        }),
        ("functions", _) if release() < (6, 1) && is_aya => Some("Validating tgid_of() func#1"),
        // Linux 6.1 does not let a kernel pointer be an argument of a global function. 7.3 does not let one that can only be read.
        ("functions", _) if release() <= (6, 1) || release() >= (7, 3) => Some(match is_aya {
            true => "Caller passes invalid args into func#1",
            false => "Invalid argument",
        }),
        // Linux 5.10 has no timers, and does not count the callback among the functions.
        ("values", _) if release() < (6, 1) => Some(match is_aya {
            true => "number of funcs in func_info doesn't match number of subprogs",
            false => "Invalid argument",
        }),
        ("matches", _) if is_aya => Some("invalid BTF relocation kind `12`"),
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
