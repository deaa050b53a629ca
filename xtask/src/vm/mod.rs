//! Another kernel really running: boots a cached image in an emulator, runs one command, hands back its exit code.

mod initramfs;

use std::io::{BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{io, process, thread};

use crate::host::{self, Result};
use crate::machines::Machine;
use crate::{kernels, log};

/// One run of a command in a kernel.
pub(crate) struct Vm {
    /// A kernel of the cache, by name.
    pub(crate) kernel: String,
    /// A directory whose files appear in `/t`.
    pub(crate) share: Option<PathBuf>,
    /// What to run there, with its arguments.
    pub(crate) command: Vec<String>,
    /// After this, the run has failed.
    pub(crate) timeout: Duration,
    pub(crate) processors: u32,
}

impl Vm {
    /// Runs `/t/run` of `share`, for at most two minutes.
    pub(crate) fn new(kernel: &str, share: Option<PathBuf>) -> Self {
        Self {
            kernel: kernel.to_owned(),
            share,
            command: vec!["/t/run".to_owned()],
            timeout: Duration::from_secs(120),
            processors: 1,
        }
    }

    /// Boots, shows what the command prints; an exit code but 0 is an error.
    pub(crate) fn succeed(&self) -> Result {
        match self.run(&mut log::writer())? {
            0 => Ok(()),
            code => Err(format!(
                "kernel {}: the command ended with {code}",
                self.kernel
            )),
        }
    }

    /// Boots, writes what the command prints (stdout and stderr in one) to `sink` as it comes, and returns its exit code.
    /// An error means that the command did not come to its end.
    pub(crate) fn run(&self, sink: &mut dyn Write) -> Result<u8> {
        let scratch = host::scratch()?;
        let (initramfs, log) = (
            scratch.path().join("initramfs"),
            scratch.path().join("kernel.log"),
        );
        let marker = format!(
            "btfgen-vm-exit-{}-{:08x}",
            process::id(),
            initramfs::nonce()
        );
        kernels::fetch(&[&self.kernel])?;
        let machine = kernels::machine(&self.kernel)?;
        machine.install()?;
        host::write(
            &initramfs,
            initramfs::build(machine, self.share.as_deref(), &self.command, &marker)?,
        )?;

        let begin = Instant::now();
        let mut qemu = self.start(machine, &initramfs, &log)?;
        let outcome = follow(
            lines(&mut qemu),
            &marker,
            Instant::now() + self.timeout,
            sink,
        );
        // The machine has nothing more to say; waiting for it to shut down would only take time.
        let _ = qemu.kill();
        let _ = host::wait(qemu, begin, || format!("a VM with kernel {}", self.kernel));
        match outcome {
            Outcome::Exit(code) => Ok(code),
            Outcome::Stopped => Err(format!(
                "kernel {} stopped before the command ended\n{}",
                self.kernel,
                tail(&log)
            )),
            Outcome::TimedOut => Err(format!(
                "kernel {}: no end after {} s\n{}",
                self.kernel,
                self.timeout.as_secs(),
                tail(&log)
            )),
            Outcome::Sink(error) => Err(format!("output of the command: {error}")),
        }
    }

    fn start(&self, machine: &Machine, initramfs: &Path, log: &Path) -> Result<Child> {
        let mut qemu = machine.emulator(log)?;
        qemu.arg("-kernel")
            .arg(kernels::cached(&self.kernel).image)
            .arg("-initrd")
            .arg(initramfs)
            .arg("-smp")
            .arg(self.processors.to_string())
            .arg("-append")
            .arg(format!("{} lsm=lockdown,capability,bpf", machine.append));
        spawn(&mut qemu)
    }
}

/// `cargo xtask vm KERNEL [--share DIR] [--timeout SECONDS] [--processors NUMBER] [-- COMMAND…]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let vm = parse(args)?;
    vm.run(&mut io::stdout()).map(ExitCode::from)
}

fn parse(args: &[String]) -> Result<Vm> {
    let (options, command) = match args.iter().position(|arg| arg == "--") {
        Some(at) => (&args[..at], &args[at + 1..]),
        None => (args, &[][..]),
    };
    let mut options = options.iter();
    let mut vm = Vm::new(
        options
            .next()
            .ok_or("which kernel? (the names are those of `cargo xtask kernels`)")?,
        None,
    );
    while let Some(option) = options.next() {
        let value = options
            .next()
            .ok_or_else(|| format!("{option} needs a value"))?;
        match option.as_str() {
            "--share" => vm.share = Some(PathBuf::from(value)),
            "--timeout" => {
                vm.timeout = Duration::from_secs(number(option, value, "a number of seconds")?);
            }
            "--processors" => vm.processors = number(option, value, "a number of processors")?,
            _ => return Err(format!("there is no option {option}")),
        }
    }
    if !command.is_empty() {
        vm.command = command.to_vec();
    } else if vm.share.is_none() {
        return Err(
            "nothing to run: give --share DIR with a file `run`, or a command after --".to_owned(),
        );
    }
    Ok(vm)
}

fn number<T: std::str::FromStr>(option: &str, value: &str, expected: &str) -> Result<T> {
    let number = value.parse();
    number.map_err(|_| format!("{option} {value}: not {expected}"))
}

fn spawn(command: &mut Command) -> Result<Child> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    child.map_err(|error| format!("`{}` did not start: {error}", host::line(command)))
}

/// The lines of the emulator's stdout, from a thread of their own so that waiting for one can time out.
fn lines(qemu: &mut Child) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    let stdout = qemu.stdout.take().map(BufReader::new);
    thread::spawn(move || {
        let Some(mut stdout) = stdout else { return };
        let mut line = Vec::new();
        while stdout
            .read_until(b'\n', &mut line)
            .is_ok_and(|read| read > 0)
            && sender.send(std::mem::take(&mut line)).is_ok()
        {}
    });
    receiver
}

#[derive(Debug)]
enum Outcome {
    Exit(u8),
    Stopped,
    TimedOut,
    Sink(io::Error),
}

fn follow(
    lines: Receiver<Vec<u8>>,
    marker: &str,
    deadline: Instant,
    sink: &mut dyn Write,
) -> Outcome {
    loop {
        let line = match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => line,
            Err(RecvTimeoutError::Timeout) => return Outcome::TimedOut,
            Err(RecvTimeoutError::Disconnected) => return Outcome::Stopped,
        };
        let (text, code) = split_at_marker(&line, marker);
        if let Err(error) = sink.write_all(text).and_then(|()| sink.flush()) {
            return Outcome::Sink(error);
        }
        if let Some(code) = code {
            return Outcome::Exit(code);
        }
    }
}

/// Output may end without a newline, so the marker may stand behind other text.
fn split_at_marker<'a>(line: &'a [u8], marker: &str) -> (&'a [u8], Option<u8>) {
    let Some(at) = line
        .windows(marker.len())
        .position(|window| window == marker.as_bytes())
    else {
        return (line, None);
    };
    let code = String::from_utf8_lossy(&line[at + marker.len()..]);
    (&line[..at], code.trim().parse().ok())
}

/// The end of the kernel's log, for the person who has to find out why it stopped.
fn tail(log: &Path) -> String {
    let text = String::from_utf8_lossy(&host::read(log).unwrap_or_default()).replace('\r', "");
    let lines: Vec<&str> = text.lines().collect();
    let end = lines[lines.len().saturating_sub(30)..].join("\n");
    format!("the kernel's last words:\n{end}")
}

#[cfg(test)]
mod tests {
    use super::{parse, split_at_marker};

    #[test]
    fn the_marker_may_follow_text() {
        assert_eq!(split_at_marker(b"plain\n", "mark"), (&b"plain\n"[..], None));
        assert_eq!(split_at_marker(b"mark 0\n", "mark"), (&b""[..], Some(0)));
        assert_eq!(
            split_at_marker(b"no newlinemark 137\n", "mark"),
            (&b"no newline"[..], Some(137))
        );
    }

    #[test]
    fn arguments() {
        let args = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let vm =
            parse(&args("6.1 --share d --timeout 5 --processors 2 -- sh -c x")).expect("parses");
        assert_eq!(
            (
                vm.kernel.as_str(),
                vm.timeout.as_secs(),
                vm.processors,
                vm.command.len()
            ),
            ("6.1", 5, 2, 3)
        );
        assert_eq!(
            parse(&args("6.1 --share d")).expect("parses").command,
            ["/t/run"]
        );
        assert!(parse(&args("6.1")).is_err());
        assert!(parse(&args("6.1 --shrae d")).is_err());
    }
}
