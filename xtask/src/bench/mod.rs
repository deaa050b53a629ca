//! Times btfgen against the programs it replaces, on the running kernel's BTF.

mod measure;
mod rows;

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::ExitCode;

use crate::host::{self, Result};
use crate::tools;
use measure::{Cost, Program};
use rows::Row;

/// `cargo xtask bench [--runs N] [ROW…]`
pub(crate) fn task(args: &[String]) -> Result<ExitCode> {
    let (runs, names) = parse(args)?;
    if !Path::new(rows::BTF).exists() {
        return Err(format!(
            "{}: the running kernel shows no BTF (CONFIG_DEBUG_INFO_BTF)",
            rows::BTF
        ));
    }
    host::run(tools::cargo().args(["build", "--release", "--package", "btfgen"]))?;
    let scratch = host::scratch()?;
    let rows = rows::rows(scratch.path())?;
    if let Some(name) = names
        .iter()
        .find(|name| rows.iter().all(|row| row.name != name.as_str()))
    {
        return Err(format!("there is no row `{name}`"));
    }
    println!("medians of {runs} runs, by turns\n{HEAD}");
    let mut good = true;
    for row in rows
        .iter()
        .filter(|row| names.is_empty() || names.iter().any(|name| name == row.name))
    {
        let verdict = time(row, runs);
        good &= !matches!(verdict, Err(_) | Ok(false));
        if let Err(error) = verdict {
            println!("{:12} failed: {error}", row.name);
        }
    }
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn parse(args: &[String]) -> Result<(usize, &[String])> {
    match args {
        [option, runs, names @ ..] if option == "--runs" => {
            let count = runs.parse().ok().filter(|runs| *runs > 0);
            Ok((
                count.ok_or_else(|| format!("--runs {runs}: not a number of runs"))?,
                names,
            ))
        }
        names => Ok((5, names)),
    }
}

const HEAD: &str = "row          quantity         ours       peer    ratio    aim";

/// Prints a row; whether its aims are met.
fn time(row: &Row, runs: usize) -> Result<bool> {
    if let Some(why) = &row.skip {
        println!("{:12} skipped: {why}", row.name);
        return Ok(true);
    }
    measure::run(&row.prepare)?;
    let programs: Vec<&Program> = std::iter::once(&row.ours).chain(&row.peer).collect();
    let costs = measure::medians(&programs, runs)?;
    let lines = row
        .outputs
        .iter()
        .map(|path| count_lines(path))
        .collect::<Result<Vec<_>>>()?;
    let seconds = |cost: &Cost| cost.wall.as_secs_f64();
    let megabytes = |cost: &Cost| cost.peak_kib as f64 / 1024.0;
    let fast = line(
        row.name,
        "time, s",
        &costs.iter().map(seconds).collect::<Vec<_>>(),
        row.aim_time,
    );
    let small = line(
        row.name,
        "memory, MiB",
        &costs.iter().map(megabytes).collect::<Vec<_>>(),
        row.aim_memory,
    );
    if !lines.is_empty() {
        line(row.name, "output, lines", &lines, None);
    }
    Ok(fast && small)
}

/// Prints ours, theirs, and how many times less ours is.
fn line(row: &str, quantity: &str, values: &[f64], aim: Option<f64>) -> bool {
    let ratio = values.get(1).map(|peer| peer / values[0]);
    let met = aim.is_none_or(|aim| ratio.is_some_and(|ratio| ratio >= aim));
    let shown =
        |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"));
    let times = ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.1}x"));
    let aim = aim.map_or_else(String::new, |aim| {
        format!("{aim}x {}", if met { "met" } else { "missed" })
    });
    let text = format!(
        "{row:12} {quantity:13} {:>10} {:>10} {times:>8}    {aim}",
        shown(values.first().copied()),
        shown(values.get(1).copied())
    );
    println!("{}", text.trim_end());
    met
}

/// Counted without holding the file: this program's own memory is the floor of what can be measured.
fn count_lines(path: &Path) -> Result<f64> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    match BufReader::new(file).split(b'\n').count() {
        0 => Err(format!("{}: nothing was written", path.display())),
        lines => Ok(lines as f64),
    }
}

#[cfg(test)]
mod tests {
    use super::{line, parse};

    #[test]
    fn runs_come_first() {
        let args = ["--runs", "3", "task"].map(str::to_owned);
        assert_eq!(parse(&args), Ok((3, &args[2..])));
        assert_eq!(parse(&args[2..]), Ok((5, &args[2..])));
        assert!(parse(&["--runs", "none"].map(str::to_owned)).is_err());
    }

    #[test]
    fn an_aim_is_met_or_missed() {
        assert!(line("row", "time, s", &[1.0, 3.0], Some(3.0)));
        assert!(!line("row", "time, s", &[1.0, 2.9], Some(3.0)));
        assert!(line("row", "time, s", &[1.0], None));
    }
}
