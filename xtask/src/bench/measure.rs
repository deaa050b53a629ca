//! Wall time and peak memory of programs, and their medians.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::host::{self, Result};

/// One process of a program; its stdout goes to a file, as a user's shell would send it.
#[derive(Debug, Clone)]
pub(crate) struct Stage {
    pub(crate) words: Vec<String>,
    pub(crate) stdout: Option<PathBuf>,
}

/// Processes that run one after the other and count as one.
pub(crate) type Program = Vec<Stage>;

/// What a run took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cost {
    pub(crate) wall: Duration,
    /// The most memory that any of the processes had resident.
    pub(crate) peak_kib: u64,
}

/// Medians of `runs` runs of each program. The programs take turns, so that a busy machine slows all of them alike.
pub(crate) fn medians(programs: &[&Program], runs: usize) -> Result<Vec<Cost>> {
    let mut costs = vec![Vec::new(); programs.len()];
    for program in programs {
        run(program)?; // Fills the caches; not counted.
    }
    for _ in 0..runs {
        for (program, costs) in programs.iter().zip(&mut costs) {
            costs.push(run(program)?);
        }
    }
    Ok(costs.iter().map(|costs| median(costs)).collect())
}

/// Runs a program once.
pub(crate) fn run(program: &Program) -> Result<Cost> {
    let start = Instant::now();
    let peaks: Vec<u64> = program.iter().map(run_stage).collect::<Result<_>>()?;
    Ok(Cost {
        wall: start.elapsed(),
        peak_kib: peaks.into_iter().max().unwrap_or_default(),
    })
}

fn run_stage(stage: &Stage) -> Result<u64> {
    let mut command = host::command(&stage.words[0]);
    command
        .args(&stage.words[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    if let Some(path) = &stage.stdout {
        command.stdout(File::create(path).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    let child = command
        .spawn()
        .map_err(|error| format!("`{}` did not start: {error}", host::line(&command)))?;
    wait(&child, &command)
}

/// Waits and returns the peak memory in KiB. The kernel counts from the fork on, so this program's own few megabytes
/// are the least that can be seen.
fn wait(child: &Child, command: &Command) -> Result<u64> {
    let pid = libc::pid_t::try_from(child.id()).map_err(|error| format!("process id: {error}"))?;
    let mut status = 0;
    // SAFETY: rusage is plain integers, for which zero is a value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: both pointers are to live locals, and nobody else waits for this child.
    let waited = unsafe { libc::wait4(pid, &mut status, 0, &mut usage) };
    if waited != pid {
        return Err(format!(
            "`{}`: {}",
            host::line(command),
            std::io::Error::last_os_error()
        ));
    }
    if !libc::WIFEXITED(status) || libc::WEXITSTATUS(status) != 0 {
        return Err(format!(
            "`{}` failed (wait status {status})",
            host::line(command)
        ));
    }
    Ok(u64::try_from(usage.ru_maxrss).unwrap_or_default())
}

fn median(costs: &[Cost]) -> Cost {
    fn middle<T: Ord + Copy>(costs: &[Cost], of: fn(&Cost) -> T) -> T {
        let mut values: Vec<T> = costs.iter().map(of).collect();
        values.sort_unstable();
        values[values.len() / 2]
    }
    Cost {
        wall: middle(costs, |cost| cost.wall),
        peak_kib: middle(costs, |cost| cost.peak_kib),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cost, Duration, Stage, median, medians};

    fn shell(script: &str) -> Vec<Stage> {
        vec![Stage {
            words: ["sh", "-c", script].map(str::to_owned).to_vec(),
            stdout: None,
        }]
    }

    #[test]
    fn the_median_is_taken_of_each_quantity() {
        let cost = |millis, peak_kib| Cost {
            wall: Duration::from_millis(millis),
            peak_kib,
        };
        assert_eq!(median(&[cost(9, 1), cost(1, 3), cost(2, 2)]), cost(2, 2));
    }

    #[test]
    fn time_and_memory_are_those_of_the_program() {
        let (sleeps, fills) = (
            shell("sleep 0.2"),
            shell("x=$(head -c 60000000 /dev/zero | tr '\\0' x); :"),
        );
        let costs = medians(&[&sleeps, &fills], 1).expect("both run");
        assert!(costs[0].wall >= Duration::from_millis(200), "{costs:?}");
        assert!(costs[1].peak_kib > 50_000, "{costs:?}");
    }

    #[test]
    fn a_failure_names_the_command() {
        let error = medians(&[&shell("exit 3")], 1).expect_err("fails");
        assert!(error.contains("sh -c exit 3"), "{error}");
    }
}
