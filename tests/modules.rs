//! Modules of real kernels: found, read together with the kernel's types, and compiled.

mod common;
mod compile;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use common::{Case, Need, corpus, ensure, kernel_file, timed};
use compile::{BPF_FEATURES, bpf_trial, output, run, rustc, scratch, write};
use libtest_mimic::Failed;

/// Kernels of the corpus and what the files of their modules end in.
const KERNELS: [(&str, &str); 2] = [("6.1", ".ko"), ("6.12", ".ko.xz")];

/// From the kernel into modules and back.
const PROGRAM: &str = "\
use vmlinux::btfgen::{Place, ReadError};
use vmlinux::*;

pub unsafe fn kernel_to_module(net: Place<net>) -> Result<i32, ReadError> {
    unsafe { net.ipvs().follow()?.sysctl_amemthresh().read() }
}

pub unsafe fn module_to_kernel(mount: Place<xfs_mount>) -> Result<u64, ReadError> {
    unsafe { mount.m_super().follow()?.s_blocksize().read() }
}

pub unsafe fn by_value(inode: Place<xfs_inode>) -> u64 {
    unsafe { inode.i_vnode().i_ino().load() }
}

pub unsafe fn module_to_module(ctx: Place<nft_ctx>) -> Result<i32, ReadError> {
    unsafe { ctx.net().follow()?.ipvs().follow()?.sysctl_amemthresh().read() }
}

pub unsafe fn conntrack(hook: Place<nf_conntrack_net>) -> u32 {
    unsafe { hook.users4().load() }
}

pub unsafe fn own(task: Place<task_struct>) -> i32 {
    unsafe { task.pid().load() }
}
";

const ARGUMENTS: [&str; 8] = [
    "net.ipvs",
    "netns_ipvs.sysctl_amemthresh",
    "xfs_mount.m_super",
    "super_block.s_blocksize",
    "xfs_inode.i_vnode",
    "nft_ctx",
    "nf_conntrack_net",
    "task_struct.pid",
];

fn main() -> ExitCode {
    let mut trials = Vec::new();
    for (kernel, ending) in KERNELS {
        trials.extend(common::trials(vec![
            Case {
                name: format!("{kernel}: a missing type names its module"),
                needs: needs(kernel, ending),
                run: Box::new(move || missing_type_names_its_module(&corpus(kernel))),
            },
            Case {
                name: format!("{kernel}: a module of another kernel is refused"),
                needs: [needs("6.1", ".ko"), needs("6.12", ".ko.xz")]
                    .into_iter()
                    .flatten()
                    .collect(),
                run: Box::new(move || is_refused_elsewhere(kernel)),
            },
            Case {
                name: format!("{kernel}: compiles for the host"),
                needs: needs(kernel, ending),
                run: Box::new(move || compiles(kernel, "host", "", rustc())),
            },
        ]));
        let is_here = needs(kernel, ending).iter().all(Need::is_met);
        let bpf = bpf_trial(format!("{kernel}: compiles for BPF"), move |bpf| {
            compiles(
                kernel,
                "bpf",
                &format!("{BPF_FEATURES}\n#![no_std]\n"),
                bpf.rustc(),
            )
        });
        trials.push(if is_here {
            bpf
        } else {
            bpf.with_ignored_flag(!common::in_ci())
        });
    }
    timed::run(trials)
}

fn needs(kernel: &str, ending: &str) -> Vec<Need> {
    let btf = corpus(kernel);
    let modules = ["nf_conntrack", "nf_tables", "xfs", "ip_vs"];
    let modules = modules
        .iter()
        .map(|name| kernel_file(&btf.with_file_name(format!("{name}{ending}"))));
    modules.chain([kernel_file(&btf)]).collect()
}

fn btfgen(btf: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    command.arg("--btf").arg(btf);
    command
}

fn missing_type_names_its_module(btf: &Path) -> Result<(), Failed> {
    let mut command = btfgen(btf);
    for pattern in ["ip_vs_conn", "netns_ipvs", "nft_ctx.net", "xfs_nothing"] {
        command.args(["--allow", pattern]);
    }
    let said = output(&mut command)?.stderr;
    let expected = "\
        error: --allow 'ip_vs_conn': no type of this name; found in module ip_vs: add --module ip_vs\n\
        error: --allow 'nft_ctx.net': no type of this name; found in module nf_tables: add --module nf_tables\n\
        error: --allow 'xfs_nothing': no type of this name\n\
        error: --allow 'netns_ipvs': struct netns_ipvs is declared here, but not defined; found in module ip_vs: \
        add --module ip_vs\n";
    let said = String::from_utf8_lossy(&said);
    ensure(said == expected, || said.to_string())
}

fn is_refused_elsewhere(kernel: &str) -> Result<(), Failed> {
    for (other, ending) in KERNELS.iter().filter(|(other, _)| *other != kernel) {
        for name in ["nf_conntrack", "nf_tables", "xfs"] {
            let module = corpus(other).with_file_name(format!("{name}{ending}"));
            let mut command = btfgen(&corpus(kernel));
            let output = output(
                command
                    .arg("--module")
                    .arg(module)
                    .args(["--allow", "task_struct"]),
            )?;
            let said = String::from_utf8_lossy(&output.stderr);
            let hint =
                "hint: a module's BTF fits the kernel that the module was built for, and no other";
            ensure(!output.status.success() && said.contains(hint), || {
                format!("{name} of {other} with {kernel}: {said}")
            })?;
        }
    }
    Ok(())
}

fn compiles(kernel: &str, target: &str, root: &str, mut rustc: Command) -> Result<(), Failed> {
    let folder: PathBuf = scratch(&format!("modules/{kernel}-{target}"));
    let mut command = btfgen(&corpus(kernel));
    for module in ["nf_conntrack", "nf-tables", "xfs", "ip_vs"] {
        command.args(["--module", module]);
    }
    for pattern in ARGUMENTS {
        command.args(["--allow", pattern]);
    }
    run(command.arg("-o").arg(folder.join("vmlinux.rs")))?;
    let lib = format!("#![allow(missing_docs)]\n{root}pub mod vmlinux;\n{PROGRAM}");
    write(&folder.join("lib.rs"), lib)?;
    rustc
        .current_dir(&folder)
        .args(["--edition", "2024", "--crate-type", "lib"]);
    run(rustc.args([
        "-D",
        "warnings",
        "-A",
        "unsafe_op_in_unsafe_fn",
        "--emit",
        "obj",
        "lib.rs",
    ]))
}
