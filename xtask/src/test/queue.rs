//! The steps of `cargo xtask test`, several at once.

use std::cmp::Reverse;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{io, thread};

use super::{Report, Step};
use crate::host::Result;
use crate::log::{self, Log};

/// Runs as many steps at once as there are processors. Their output is shown one step after the other, in the order of the list;
/// that of the first step that has not ended is shown as it comes.
pub(super) fn run(steps: &[&'static Step]) -> Result<Vec<Report>> {
    let lanes = thread::available_parallelism().map_or(1, usize::from);
    let queue = Queue::new(steps);
    let logs = steps.iter().map(|_| Log::new());
    let logs = logs.collect::<Result<Vec<Arc<Log>>>>()?;
    thread::scope(|scope| {
        for _ in 0..lanes {
            scope.spawn(|| {
                while let Some(at) = queue.next() {
                    let report = log::within(Some(logs[at].clone()), || super::run(steps[at]));
                    queue.end(at, report);
                }
            });
        }
        (0..steps.len()).try_for_each(|at| {
            let mut shown = 0;
            loop {
                let has_ended = queue.has_ended(at);
                shown = logs[at].show(shown, &mut io::stdout())?;
                if has_ended {
                    return Ok(());
                }
                thread::sleep(Duration::from_millis(100));
            }
        })
    })
    .map_err(|error: io::Error| format!("output of the steps: {error}"))?;
    Ok(queue.reports())
}

/// Which steps have ended, which run, and which wait.
struct Queue<'a> {
    steps: &'a [&'static Step],
    states: Mutex<Vec<State>>,
    changed: Condvar,
}

enum State {
    Waits,
    Runs,
    Ended(Report),
}

impl<'a> Queue<'a> {
    fn new(steps: &'a [&'static Step]) -> Queue<'a> {
        Queue {
            steps,
            states: Mutex::new(steps.iter().map(|_| State::Waits).collect()),
            changed: Condvar::new(),
        }
    }

    /// The next step to run. Waits until the steps that it comes after have ended. `None`: no step is left.
    fn next(&self) -> Option<usize> {
        let mut states = self.lock();
        loop {
            let waiting = |at: &usize| matches!(states[*at], State::Waits);
            let is_ready = |at: &usize| {
                let after = self.steps[*at].after;
                let mut others = self.steps.iter().zip(states.iter());
                others.all(|(step, state)| {
                    !after.contains(&step.name) || matches!(state, State::Ended(_))
                })
            };
            let waiting: Vec<usize> = (0..states.len()).filter(waiting).collect();
            if waiting.is_empty() {
                return None;
            }
            // That of which most steps wait, or else the first.
            let ready = waiting.into_iter().filter(is_ready);
            if let Some(at) = ready.max_by_key(|at| (self.waiting_for(*at), Reverse(*at))) {
                states[at] = State::Runs;
                return Some(at);
            }
            let waited = self.changed.wait(states);
            states = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// How many steps come after this one, or after one of those.
    fn waiting_for(&self, at: usize) -> usize {
        let mut ahead = vec![self.steps[at].name];
        // Steps come after steps that stand before them in the list.
        for step in &self.steps[at..] {
            if step.after.iter().any(|name| ahead.contains(name)) {
                ahead.push(step.name);
            }
        }
        ahead.len() - 1
    }

    fn end(&self, at: usize, report: Report) {
        self.lock()[at] = State::Ended(report);
        self.changed.notify_all();
    }

    fn has_ended(&self, at: usize) -> bool {
        matches!(self.lock()[at], State::Ended(_))
    }

    /// In the order of the list.
    fn reports(self) -> Vec<Report> {
        let states = self.states.into_inner();
        let states = states.unwrap_or_else(PoisonError::into_inner);
        let report = |state| match state {
            State::Ended(report) => Some(report),
            State::Waits | State::Runs => None,
        };
        states.into_iter().filter_map(report).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<State>> {
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::super::{Done, Step, Verdict};
    use super::run;

    #[test]
    fn a_step_runs_once_and_after_the_steps_that_it_names() {
        static ENDED: AtomicUsize = AtomicUsize::new(0);
        static STEPS: [Step; 3] = [
            Step {
                name: "a",
                after: &[],
                run: || panic!("a step that panics"),
            },
            Step {
                name: "b",
                after: &["a"],
                run: || {
                    thread::sleep(Duration::from_millis(50));
                    ENDED.fetch_add(1, Ordering::SeqCst);
                    Ok(Done::Passed)
                },
            },
            Step {
                name: "c",
                after: &["b", "a", "a step that is not selected"],
                run: || match ENDED.load(Ordering::SeqCst) {
                    1 => Ok(Done::Passed),
                    ended => Err(format!("{ended} have ended")),
                },
            },
        ];
        let reports = run(&STEPS.iter().collect::<Vec<_>>()).expect("stdout is there");
        let verdicts: Vec<_> = reports.iter().map(|it| (it.name, it.verdict)).collect();
        let (failed, passed) = (Verdict::Failed, Verdict::Passed);
        assert_eq!(verdicts, [("a", failed), ("b", passed), ("c", passed)]);
    }
}
