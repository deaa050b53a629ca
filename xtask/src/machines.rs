//! The architectures that kernels are of: how to emulate one, and how to build for it.

use std::path::Path;

use crate::host::{self, Result};
use crate::{setup, tools};

/// An architecture, as Debian names it.
#[derive(Debug)]
pub(crate) struct Machine {
    pub(crate) name: &'static str,
    /// The emulator.
    pub(crate) qemu: &'static str,
    /// What it is told beyond the kernel and the memory.
    options: &'static [&'static str],
    /// What the kernel is told.
    pub(crate) append: &'static str,
    /// The device that what a command prints goes to.
    pub(crate) port: &'static str,
    ports: Ports,
    /// What rustc calls it.
    pub(crate) rust: &'static str,
    /// What gcc and Debian's library folders call it.
    pub(crate) gnu: &'static str,
    /// The BPF target of its byte order.
    pub(crate) bpf: &'static str,
    /// The names in `setup` of what building and booting need. Empty for the machine that runs this.
    needs: &'static [&'static str],
}

/// How the emulator shows the kernel's log and the output of a command.
#[derive(Debug)]
enum Ports {
    /// Two serial ports.
    Two,
    /// The emulated board has one, so the kernel prints nothing but its last words.
    One,
    /// Two consoles of the machine's own kind.
    Sclp,
}

/// Little-endian and big-endian BPF, as rustc names them.
pub(crate) const BPFEL: &str = "bpfel-unknown-none";
pub(crate) const BPFEB: &str = "bpfeb-unknown-none";

const MACHINES: &[Machine] = &[
    Machine {
        name: "amd64",
        qemu: "qemu-system-x86_64",
        options: &["-m", "1G"],
        // A busy machine emulates the timer too slowly for the check.
        append: "console=ttyS0 loglevel=5 panic=-1 reboot=t no_timer_check",
        port: "/dev/ttyS1",
        ports: Ports::Two,
        rust: "x86_64-unknown-linux-gnu",
        gnu: "x86_64-linux-gnu",
        bpf: BPFEL,
        needs: &[],
    },
    Machine {
        name: "arm64",
        qemu: "qemu-system-aarch64",
        options: &["-M", "virt", "-cpu", "max", "-m", "1536M"],
        append: "console=ttyAMA0 loglevel=1 panic=-1",
        port: "/dev/ttyAMA0",
        ports: Ports::One,
        rust: "aarch64-unknown-linux-gnu",
        gnu: "aarch64-linux-gnu",
        bpf: BPFEL,
        needs: &["qemu for arm64", "gcc for arm64"],
    },
    Machine {
        name: "s390x",
        qemu: "qemu-system-s390x",
        options: &["-M", "s390-ccw-virtio", "-cpu", "max", "-m", "1536M"],
        append: "console=ttyS0 loglevel=5 panic=-1",
        port: "/dev/ttysclp0",
        ports: Ports::Sclp,
        rust: "s390x-unknown-linux-gnu",
        gnu: "s390x-linux-gnu",
        bpf: BPFEB,
        needs: &["qemu for s390x", "gcc for s390x"],
    },
];

/// The architecture of that name.
pub(crate) fn find(name: &str) -> Result<&'static Machine> {
    MACHINES
        .iter()
        .find(|machine| machine.name == name)
        .ok_or_else(|| format!("there is no architecture `{name}`"))
}

/// The architecture of the machine that runs this.
pub(crate) fn here() -> Result<&'static Machine> {
    MACHINES
        .iter()
        .find(|machine| machine.is_here())
        .ok_or_else(|| format!("no kernel of {} is tested", std::env::consts::ARCH))
}

impl Machine {
    /// Whether programs of it run here.
    pub(crate) fn is_here(&self) -> bool {
        self.rust.starts_with(std::env::consts::ARCH)
    }

    /// Installs what is missing to build for it and to emulate it.
    pub(crate) fn install(&self) -> Result {
        setup::install_missing_of(self.needs)
    }

    /// The emulator, without kernel: the kernel's log goes to a file, and what the command prints to stdout, so that neither spoils the
    /// other where the board can tell them apart.
    pub(crate) fn emulator(&self, log: &Path) -> Result<std::process::Command> {
        let mut qemu = host::command(tools::need(self.qemu, host::find(self.qemu))?);
        qemu.args(["-accel", "tcg"]).args(self.options).args([
            "-nodefaults",
            "-no-user-config",
            "-no-reboot",
            "-display",
            "none",
        ]);
        let log = log.display();
        match self.ports {
            Ports::Two => qemu
                .arg("-serial")
                .arg(format!("file:{log}"))
                .args(["-serial", "stdio"]),
            Ports::One => qemu.args(["-serial", "stdio"]),
            Ports::Sclp => qemu
                .arg("-chardev")
                .arg(format!("file,id=log,path={log}"))
                .args(["-device", "sclplmconsole,chardev=log"])
                .args(["-chardev", "stdio,id=out"])
                .args(["-device", "sclpconsole,chardev=out"]),
        };
        Ok(qemu)
    }
}
