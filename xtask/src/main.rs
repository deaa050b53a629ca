//! Every command a contributor types; CI types the same ones.

mod bench;
mod cache;
mod e2e;
mod examples;
mod fuzz;
mod guards;
mod host;
mod init;
mod kernels;
mod levels;
mod loads;
mod log;
mod machines;
mod one_module;
mod programs;
mod reach;
mod readme;
mod scheduler;
mod setup;
mod sweep;
mod sysroot;
mod test;
mod tools;
mod twins;
mod vm;
mod whole;

use std::process::ExitCode;

use host::Result;

/// One subcommand: `run` gets what stands after the name.
struct Task {
    name: &'static str,
    usage: &'static str,
    help: &'static str,
    run: fn(&[String]) -> Result<ExitCode>,
}

const TASKS: &[Task] = &[
    Task {
        name: "setup",
        usage: "[--check]",
        help: "install the tools that are missing, or only list them",
        run: setup::task,
    },
    Task {
        name: "kernels",
        usage: "[NAME…]",
        help: "fetch kernels and their BTF into the cache",
        run: kernels::task,
    },
    Task {
        name: "vm",
        usage: "KERNEL [--share DIR] [--timeout SECONDS] [-- COMMAND…]",
        help: "boot a kernel and run a command of DIR in it",
        run: vm::task,
    },
    Task {
        name: "test",
        usage: "[STEP…]",
        help: "everything CI checks, or the named steps of it",
        run: test::task,
    },
    Task {
        name: "bless",
        usage: "",
        help: "rewrite the expected output of the tests, and docs/errors.md",
        run: test::bless,
    },
    Task {
        name: "reach",
        usage: "[KERNEL|ARCHITECTURE…] [--parts BINDINGS|guards,…]",
        help: "run the end-to-end suite and the guards on each kernel and architecture, with each loader",
        run: reach::task,
    },
    Task {
        name: "sweep",
        usage: "A B [--sample N] [--loader aya]",
        help: "relocate every field of kernel A to kernel B (BTF files, kernel names, or `running`)",
        run: sweep::task,
    },
    Task {
        name: "verdicts",
        usage: "[--loader aya] KERNEL… -- OBJECT…",
        help: "compare what `btfgen check` says of linked objects with what libbpf's or aya's code does",
        run: sweep::verdicts_task,
    },
    Task {
        name: "loads",
        usage: "KERNEL… [-- FILE…]",
        help: "load programs on kernels, and compare what happens with what `btfgen check` says; without files, the end-to-end programs",
        run: loads::task,
    },
    Task {
        name: "fuzz",
        usage: "[TARGET…] [--seconds N] [--jobs N]",
        help: "run fuzz targets until the time is over (60 seconds each unless told) or something is found",
        run: fuzz::task,
    },
    Task {
        name: "bench",
        usage: "[--runs N] [ROW…]",
        help: "time btfgen against bpftool and bindgen",
        run: bench::task,
    },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(task) = args
        .first()
        .and_then(|name| TASKS.iter().find(|task| task.name == name))
    else {
        return usage(args.first());
    };
    if args
        .iter()
        .skip(1)
        .any(|arg| ["--help", "-h"].contains(&arg.as_str()))
    {
        println!(
            "cargo xtask {} {}\n    {}",
            task.name, task.usage, task.help
        );
        if task.name == "test" {
            println!("    steps: {}", test::steps().join(", "));
        }
        return ExitCode::SUCCESS;
    }
    (task.run)(&args[1..]).unwrap_or_else(|error| {
        eprintln!("cargo xtask {}: {error}", task.name);
        ExitCode::FAILURE
    })
}

fn usage(asked: Option<&String>) -> ExitCode {
    for task in TASKS {
        let command = format!("cargo xtask {} {}", task.name, task.usage);
        println!("{}\n    {}", command.trim_end(), task.help);
    }
    match asked.map(String::as_str) {
        Some("help" | "--help" | "-h") => ExitCode::SUCCESS,
        Some(name) => {
            eprintln!("cargo xtask: there is no task `{name}`");
            ExitCode::FAILURE
        }
        None => ExitCode::FAILURE,
    }
}
