//! How long each phase took, for `--verbose`.

use std::time::{Duration, Instant};

/// Phases, and the time of each.
#[derive(Clone, Debug)]
pub(crate) struct Laps {
    since: Instant,
    pub(crate) laps: Vec<(&'static str, Duration)>,
}

impl Laps {
    pub(crate) fn start() -> Laps {
        Laps {
            since: Instant::now(),
            laps: Vec::new(),
        }
    }

    /// The phase ends now, and the next one begins.
    pub(crate) fn end(&mut self, phase: &'static str) {
        let now = Instant::now();
        self.laps.push((phase, now - self.since));
        self.since = now;
    }
}
