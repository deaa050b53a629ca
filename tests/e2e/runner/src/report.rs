//! One line a check, and the sums.

use std::error::Error;
use std::fmt::Display;
use std::process::ExitCode;

pub(crate) struct Report {
    strict: bool,
    subject: String,
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Report {
    pub(crate) fn new(strict: bool) -> Report {
        Report {
            strict,
            subject: String::new(),
            passed: 0,
            failed: 0,
            skipped: 0,
        }
    }

    pub(crate) fn start(&mut self, program: &str, loader: &str) {
        self.subject = format!("{program}/{loader}");
    }

    pub(crate) fn equal<T: PartialEq + Display>(&mut self, what: &str, value: T, expected: T) {
        let word = if value == expected {
            self.passed += 1;
            "ok"
        } else {
            self.failed += 1;
            "FAILED"
        };
        println!(
            "{word} {}: {what}={value} expected={expected}",
            self.subject
        );
    }

    pub(crate) fn contains(&mut self, what: &str, text: &str, part: &str) {
        if text.contains(part) {
            self.equal(what, part, part);
        } else {
            self.equal(what, text, part);
        }
    }

    /// The kernel does not let anybody load or attach this kind of program here.
    pub(crate) fn refused(&mut self, error: &dyn Error) {
        if self.strict {
            return self.error(error);
        }
        self.skipped += 1;
        println!(
            "skipped {}: the kernel refuses it ({})",
            self.subject,
            chain(error)
        );
    }

    pub(crate) fn error(&mut self, error: &dyn Error) {
        self.failed += 1;
        println!("FAILED {}: {}", self.subject, chain(error));
        let log = crate::loader::take_libbpf_log();
        if !log.is_empty() {
            println!("{log}");
        }
    }

    pub(crate) fn end(self) -> ExitCode {
        println!(
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        );
        if self.failed == 0 && self.passed > 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

pub(crate) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
