//! One line a check, and the sums.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Display;
use std::process::ExitCode;

pub(crate) struct Report {
    strict: bool,
    subject: String,
    passed: usize,
    failed: usize,
    skipped: usize,
    /// By kind of relocation and loader, whether all is right.
    kinds: BTreeMap<(&'static str, String), bool>,
}

impl Report {
    pub(crate) fn new(strict: bool) -> Report {
        Report {
            strict,
            subject: String::new(),
            passed: 0,
            failed: 0,
            skipped: 0,
            kinds: BTreeMap::new(),
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

    /// As `equal`, for the table at the end.
    pub(crate) fn kind(&mut self, kind: &'static str, what: &str, value: u64, expected: u64) {
        self.equal(&format!("{kind} {what}"), value, expected);
        let loader = self.subject.rsplit('/').next().unwrap_or_default();
        let right = self.kinds.entry((kind, loader.to_owned())).or_insert(true);
        *right &= value == expected;
    }

    fn print_kinds(&self) {
        let release = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        let mut loaders: Vec<&str> = self.kinds.keys().map(|(_, loader)| &**loader).collect();
        loaders.sort_unstable();
        loaders.dedup();
        print!("{:16}", "relocation");
        loaders.iter().for_each(|loader| print!(" {loader:10}"));
        println!(" on {}", release.trim());
        let mut kinds: Vec<_> = self.kinds.keys().map(|(kind, _)| *kind).collect();
        kinds.dedup();
        for kind in kinds {
            print!("{kind:16}");
            for loader in &loaders {
                let word = match self.kinds.get(&(kind, (*loader).to_owned())) {
                    Some(true) => "right",
                    Some(false) => "WRONG",
                    None => "-",
                };
                print!(" {word:10}");
            }
            println!();
        }
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
        if !self.kinds.is_empty() {
            self.print_kinds();
        }
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
