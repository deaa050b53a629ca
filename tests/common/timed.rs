//! Tests of libtest-mimic that say which of them took longest.

use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};

/// How many tests are listed, and how long each must have taken.
const LISTED: usize = 5;
const SHORTEST: Duration = Duration::from_secs(1);

static TIMES: Mutex<Vec<(Duration, String)>> = Mutex::new(Vec::new());

/// A test whose time is listed.
pub fn trial(
    name: impl Into<String>,
    test: impl FnOnce() -> Result<(), Failed> + Send + 'static,
) -> Trial {
    let name = name.into();
    let key = name.clone();
    Trial::test(name, move || {
        let start = Instant::now();
        let result = test();
        let mut times = TIMES.lock().unwrap_or_else(PoisonError::into_inner);
        times.push((start.elapsed(), key));
        result
    })
}

/// Runs the tests.
pub fn run(trials: Vec<Trial>) -> ExitCode {
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    let mut times = TIMES.lock().unwrap_or_else(PoisonError::into_inner);
    times.sort_by_key(|(time, _)| std::cmp::Reverse(*time));
    let slow = times.iter().filter(|(time, _)| *time >= SHORTEST);
    for (time, name) in slow.take(LISTED) {
        println!("  {:6.1} s  {name}", time.as_secs_f64());
    }
    conclusion.exit_code()
}
