//! Files and programs of the host, with errors that name their subject.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use crate::log::{self, Timing};
use crate::tools;

/// A failed task is a message for the person who typed the command.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// A command that sees the user's libraries: `cargo run` puts its toolchain's in front.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env_remove("LD_LIBRARY_PATH");
    command
}

/// Runs to the end. Its output goes to the log of the step, or else to the user's own stdout and stderr.
pub(crate) fn run(command: &mut Command) -> Result {
    attach(command)?;
    let start = Instant::now();
    let child = command
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let status = wait(child, start, || short_line(command))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", line(command)))
    }
}

/// As `run`, for `cargo test`, which says when it starts a program: how long each took is in the log of the step too.
pub(crate) fn run_tests(command: &mut Command) -> Result {
    let no_pipe = |error| format!("pipe: {error}");
    let (reader, writer) = io::pipe().map_err(no_pipe)?;
    command
        .stdin(Stdio::null())
        .stdout(writer.try_clone().map_err(no_pipe)?)
        .stderr(writer);
    let start = Instant::now();
    let child = command
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    // Closes the ends for writing that are in this process.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut program: Option<(String, Instant)> = None;
    let mut end = |next: Option<String>| {
        let next = next.map(|name| (name, Instant::now()));
        if let (Some((command, start)), Some(log)) =
            (std::mem::replace(&mut program, next), log::current())
        {
            log.add(Timing {
                command,
                wall: start.elapsed(),
                cpu: None,
            });
        }
    };
    let (mut reader, mut out) = (BufReader::new(reader), log::writer());
    let mut read = Vec::new();
    while reader
        .read_until(b'\n', &mut read)
        .is_ok_and(|length| length > 0)
    {
        // Output that nobody can read is no reason to stop.
        let _ = out.write_all(&read);
        let text = String::from_utf8_lossy(&read);
        if let Some(name) = started_program(&text) {
            end(Some(name.to_owned()));
        }
        read.clear();
    }
    end(None);
    let status = wait(child, start, || short_line(command))?;
    match status.success() {
        true => Ok(()),
        false => Err(format!("`{}` failed ({status})", line(command))),
    }
}

/// The test program in a line such as `     Running tests/cli.rs (target/debug/deps/cli-1234)`.
fn started_program(line: &str) -> Option<&str> {
    let line = line.trim();
    let program = line.strip_prefix("Running ");
    let program = program.map(|rest| rest.split(" (").next().unwrap_or(rest));
    program.or_else(|| line.starts_with("Doc-tests ").then_some(line))
}

/// Sends what the command prints to the log of the step, if there is one.
pub(crate) fn attach(command: &mut Command) -> Result {
    if let Some(log) = log::current() {
        command
            .stdin(Stdio::null())
            .stdout(log.file()?)
            .stderr(log.file()?);
    }
    Ok(())
}

/// Runs to the end and returns stdout.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    output_of(command, &[0])
}

/// The same for a command that may end with any of these exit codes.
pub(crate) fn output_of(command: &mut Command, codes: &[i32]) -> Result<String> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let start = Instant::now();
    let mut child = command
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let (mut printed, mut said) = (Vec::new(), Vec::new());
    thread::scope(|scope| {
        // What is missing after an error of a pipe shows in what the caller reads.
        scope.spawn(|| stderr.map(|mut pipe| pipe.read_to_end(&mut said)));
        stdout.map(|mut pipe| pipe.read_to_end(&mut printed))
    });
    let status = wait(child, start, || short_line(command))?;
    if status.code().is_some_and(|code| codes.contains(&code)) {
        return Ok(String::from_utf8_lossy(&printed).into_owned());
    }
    Err(format!(
        "`{}` failed ({status})\n{}",
        line(command),
        String::from_utf8_lossy(&said)
    ))
}

/// Waits for a process, and adds its times to the log of the step.
pub(crate) fn wait(
    child: Child,
    start: Instant,
    command: impl FnOnce() -> String,
) -> Result<ExitStatus> {
    let id = child.id().cast_signed();
    let mut status = 0;
    // SAFETY: all fields of a rusage are integers.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: both pointers are to variables of this function. Nobody else waits for the child, which is owned.
    while unsafe { libc::wait4(id, &raw mut status, 0, &raw mut usage) } != id {
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(format!("`{}`: {error}", command()));
        }
    }
    if let Some(log) = log::current() {
        log.add(Timing {
            command: command(),
            wall: start.elapsed(),
            cpu: Some(duration(usage.ru_utime) + duration(usage.ru_stime)),
        });
    }
    Ok(ExitStatus::from_raw(status))
}

fn duration(time: libc::timeval) -> Duration {
    let (seconds, micros) = (time.tv_sec, time.tv_usec);
    Duration::new(seconds.unsigned_abs(), 0) + Duration::from_micros(micros.unsigned_abs())
}

/// Whether it can be started and ends well; its words are dropped.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Sends `input` through a filter program. The caller judges what came out, not the exit code.
pub(crate) fn filter(command: &mut Command, input: &[u8]) -> Result<Output> {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let mut stdin = child.stdin.take();
    thread::scope(|scope| {
        // A program that has seen enough closes its end; that is no error.
        scope.spawn(move || stdin.as_mut().map(|stdin| stdin.write_all(input)));
        child
            .wait_with_output()
            .map_err(|error| format!("`{}`: {error}", line(command)))
    })
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!(
        "`{}` did not start: {error}\nhint: `cargo xtask setup` installs what is missing",
        line(command)
    )
}

/// The command as a person would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// As `line`, in short: without the folder of the program, and with the folder that it runs in, if it has one of its own.
fn short_line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let full = line(command);
    let arguments = &full[command.get_program().to_string_lossy().len()..];
    let folder = command.get_current_dir().map_or_else(String::new, |dir| {
        let dir = dir.strip_prefix(tools::checkout()).unwrap_or(dir);
        format!("{}: ", dir.display())
    });
    format!("{folder}{}{arguments}", name.to_string_lossy())
}

/// The program of this name, in `PATH` or where Debian keeps administrators' programs.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let extra = ["/usr/sbin", "/sbin"].map(PathBuf::from);
    env::split_paths(&path)
        .chain(extra)
        .map(|dir| dir.join(name))
        .find(|file| is_executable(file))
}

/// A file that somebody may run.
pub(crate) fn is_executable(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

pub(crate) fn make_executable(file: &Path) -> Result {
    fs::set_permissions(file, fs::Permissions::from_mode(0o755))
        .map_err(|error| format!("{}: {error}", file.display()))
}

/// Whether this process may install packages and load programs.
pub(crate) fn is_root() -> bool {
    // SAFETY: geteuid has no preconditions and cannot fail.
    unsafe { libc::geteuid() == 0 }
}

/// The file's bytes.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a whole file.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Makes a directory and those above it.
pub(crate) fn make_dir(path: &Path) -> Result {
    fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The files and directories in a directory, by name.
pub(crate) fn list(path: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    Ok(paths)
}

/// A directory that goes away with its owner.
pub(crate) fn scratch() -> Result<tempfile::TempDir> {
    tempfile::tempdir().map_err(|error| format!("temporary directory: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{command, short_line, started_program};

    #[test]
    fn a_short_line_says_where_a_command_runs() {
        let mut cargo = command("/usr/bin/cargo");
        cargo.arg("build");
        assert_eq!(short_line(&cargo), "cargo build");
        cargo.current_dir(crate::tools::checkout().join("tests/guards"));
        assert_eq!(short_line(&cargo), "tests/guards: cargo build");
    }

    #[test]
    fn cargo_says_which_program_it_starts() {
        let program = |line| started_program(line).unwrap_or("none");
        assert_eq!(
            [
                program("     Running tests/link/main.rs (/t/debug/deps/link-1)\n"),
                program("   Doc-tests btfgen\n"),
                program("test Running ... ok\n"),
            ],
            ["tests/link/main.rs", "Doc-tests btfgen", "none"]
        );
    }
}
