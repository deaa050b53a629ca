//! What a step of `cargo xtask test` prints while others run, and how long its commands took.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::host::Result;

/// How many of a step's commands are listed, and how long each must have taken.
const LISTED: usize = 5;
const SHORTEST: Duration = Duration::from_secs(1);

/// A command that has ended.
pub(crate) struct Timing {
    pub(crate) command: String,
    pub(crate) wall: Duration,
    /// The processor time of the command and of those that it started, if it is known.
    pub(crate) cpu: Option<Duration>,
}

/// Of one step.
pub(crate) struct Log {
    /// Where the output waits until it is shown.
    file: File,
    timings: Mutex<Vec<Timing>>,
}

thread_local! {
    /// The log of the step that this thread works for. Without one, output goes to the terminal.
    static CURRENT: RefCell<Option<Arc<Log>>> = const { RefCell::new(None) };
}

/// Prints a line, to the log of the step if there is one.
macro_rules! say {
    ($($argument:tt)*) => {
        $crate::log::print(&format!($($argument)*))
    };
}
pub(crate) use say;

pub(crate) fn print(text: &str) {
    // As with `println!` there is nothing to do about a terminal that is gone; but the step goes on.
    let _ = writeln!(writer(), "{text}");
}

/// The log of the step that this thread works for; another thread that works for the step gets it by `within`.
pub(crate) fn current() -> Option<Arc<Log>> {
    CURRENT.with_borrow(Clone::clone)
}

/// Runs a function with a log.
pub(crate) fn within<T>(log: Option<Arc<Log>>, function: impl FnOnce() -> T) -> T {
    let before = CURRENT.replace(log);
    let value = function();
    CURRENT.set(before);
    value
}

/// The log, or stdout.
pub(crate) fn writer() -> Box<dyn Write> {
    match current().and_then(|log| log.file.try_clone().ok()) {
        Some(file) => Box::new(file),
        None => Box::new(io::stdout()),
    }
}

impl Log {
    pub(crate) fn new() -> Result<Arc<Log>> {
        let file = tempfile::tempfile().map_err(|error| format!("temporary file: {error}"))?;
        let timings = Mutex::default();
        Ok(Arc::new(Log { file, timings }))
    }

    /// The file, for the output of a command. All clones write at the same position.
    pub(crate) fn file(&self) -> Result<File> {
        let clone = self.file.try_clone();
        clone.map_err(|error| format!("temporary file: {error}"))
    }

    pub(crate) fn add(&self, timing: Timing) {
        self.timings().push(timing);
    }

    fn timings(&self) -> MutexGuard<'_, Vec<Timing>> {
        self.timings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Copies to `out` what was written behind `shown`, and returns where that ends.
    pub(crate) fn show(&self, mut shown: u64, out: &mut dyn Write) -> io::Result<u64> {
        let mut buffer = [0; 8192];
        loop {
            let read = self.file.read_at(&mut buffer, shown)?;
            if read == 0 {
                out.flush()?;
                return Ok(shown);
            }
            out.write_all(&buffer[..read])?;
            shown += read as u64;
        }
    }

    /// The processor time of all commands, and the commands that took longest.
    pub(crate) fn times(&self) -> String {
        let mut timings = self.timings();
        let cpu: Duration = timings.iter().filter_map(|it| it.cpu).sum();
        timings.sort_by_key(|it| std::cmp::Reverse(it.wall));
        let mut text = format!("{:.1} s of processor time", cpu.as_secs_f64());
        let slow = timings.iter().filter(|it| it.wall >= SHORTEST);
        for timing in slow.take(LISTED) {
            let cpu = timing
                .cpu
                .map_or_else(String::new, |cpu| format!("{:.1} s cpu", cpu.as_secs_f64()));
            let command: String = timing.command.chars().take(100).collect();
            text += &format!(
                "\n  {:6.1} s {cpu:>14}  {command}",
                timing.wall.as_secs_f64()
            );
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Log, Timing, current, within};

    #[test]
    fn output_goes_to_the_log_of_the_thread() {
        let (one, other) = (Log::new().expect("made"), Log::new().expect("made"));
        within(Some(one.clone()), || {
            say!("a {}", 1);
            let log = current();
            std::thread::scope(|scope| {
                scope.spawn(|| within(log, || say!("b")));
            });
            within(Some(other.clone()), || say!("c"));
        });
        let text = |log: &Log| {
            let mut out = Vec::new();
            let end = log.show(0, &mut out).expect("a Vec takes all");
            assert_eq!(log.show(end, &mut Vec::new()).expect("takes all"), end);
            String::from_utf8(out).expect("UTF-8")
        };
        assert_eq!(
            (text(&one), text(&other)),
            ("a 1\nb\n".into(), "c\n".into())
        );
        assert!(current().is_none());
    }

    #[test]
    fn the_longest_commands_are_listed() {
        let log = Log::new().expect("made");
        for (command, seconds) in [("short", 0), ("long", 9), ("longer", 12)] {
            let wall = Duration::from_secs(seconds);
            let (command, cpu) = (command.to_owned(), Some(wall));
            log.add(Timing { command, wall, cpu });
        }
        assert_eq!(
            log.times(),
            "21.0 s of processor time\n    12.0 s     12.0 s cpu  longer\n     9.0 s      9.0 s cpu  long"
        );
    }
}
