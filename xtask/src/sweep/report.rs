//! Figures of a sweep.

use std::collections::BTreeMap;
use std::fmt;

use super::paths::{Request, Requests, Verb};
use super::rules::{Expected, Why};

/// How many of the unexplained answers are shown.
const SHOWN: usize = 20;

#[derive(Default)]
pub(super) struct Report {
    by_verb: BTreeMap<Verb, usize>,
    /// Counts, and one of them for each.
    by_reason: BTreeMap<Why, (usize, String)>,
    unexplained: usize,
    /// How many verdicts of `btfgen check` were compared with the loader's, and how many differ.
    verdicts: usize,
    wrong_verdicts: usize,
    shown: Vec<String>,
}

impl Report {
    /// Takes libbpf's answer to a request down.
    pub(super) fn compare(
        &mut self,
        requests: &Requests,
        request: &Request,
        expected: Option<Expected>,
        found: Option<&str>,
    ) {
        *self.by_verb.entry(request.verb).or_default() += 1;
        let Some(Expected {
            old,
            new,
            why,
            otherwise,
        }) = expected
        else {
            return self.wonder(|| format!("{}: no such path", requests.describe(request)));
        };
        let written = |new: &str| match &old {
            Some(old) => format!("{old} {new}"),
            None => new.to_owned(),
        };
        let compared = match (&old, found.and_then(|found| found.split_once(' '))) {
            (None, Some((_, new))) => Some(new),
            _ => found,
        };
        let expected = written(&new);
        let mut reasons = [(new, why)].into_iter().chain(otherwise);
        let reason = reasons.find(|(new, _)| compared == Some(written(new).as_str()));
        match reason {
            Some((_, why)) => {
                let example = || (0, requests.describe(request));
                self.by_reason.entry(why).or_insert_with(example).0 += 1;
            }
            None => self.wonder(|| {
                format!(
                    "{}: {} where {expected} was expected ({})",
                    requests.describe(request),
                    found.unwrap_or("no answer"),
                    why.text()
                )
            }),
        }
    }

    /// Takes a verdict of `btfgen check` down, and how it differs from libbpf's.
    pub(super) fn verdict(&mut self, difference: Option<String>) {
        self.verdicts += 1;
        if let Some(difference) = difference {
            self.wrong_verdicts += 1;
            if self.shown.len() < SHOWN {
                self.shown.push(difference);
            }
        }
    }

    fn wonder(&mut self, text: impl FnOnce() -> String) {
        self.unexplained += 1;
        if self.shown.len() < SHOWN {
            self.shown.push(text());
        }
    }

    pub(super) fn add(&mut self, other: Report) {
        for (verb, count) in other.by_verb {
            *self.by_verb.entry(verb).or_default() += count;
        }
        for (why, (count, example)) in other.by_reason {
            let known = self.by_reason.entry(why).or_insert((0, example.clone()));
            known.0 += count;
            // The same one in each run, whichever thread was faster.
            known.1 = example.min(std::mem::take(&mut known.1));
        }
        self.unexplained += other.unexplained;
        self.verdicts += other.verdicts;
        self.wrong_verdicts += other.wrong_verdicts;
        self.shown.extend(other.shown);
        self.shown.sort();
        self.shown.truncate(SHOWN);
    }

    pub(super) fn is_explained(&self) -> bool {
        self.unexplained == 0 && self.wrong_verdicts == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: usize = self.by_verb.values().sum();
        let verbs: Vec<String> = self
            .by_verb
            .iter()
            .map(|(verb, count)| format!("{} {count}", verb.name()))
            .collect();
        writeln!(f, "{all} relocations compared: {}", verbs.join(", "))?;
        let (rules, plain): (Vec<_>, Vec<_>) =
            self.by_reason.iter().partition(|(why, _)| why.is_rule());
        for (why, (count, _)) in plain {
            writeln!(f, "{count:9} {}", why.text())?;
        }
        let by_rule: usize = rules.iter().map(|(_, (count, _))| count).sum();
        writeln!(f, "{by_rule:9} by a rule of the loader's:")?;
        for (why, (count, example)) in rules {
            writeln!(f, "{count:9}     {}\n{:14}e.g. {example}", why.text(), "")?;
        }
        writeln!(f, "{:9} unexplained", self.unexplained)?;
        let (verdicts, wrong) = (self.verdicts, self.wrong_verdicts);
        writeln!(
            f,
            "{verdicts:9} verdicts of `btfgen check` compared with the loader's, {wrong} differ"
        )?;
        for line in &self.shown {
            writeln!(f, "    {line}")?;
        }
        Ok(())
    }
}

impl Requests {
    pub(super) fn summary(&self) -> String {
        format!(
            "{} structs, unions and typedefs with {} fields ({} bitfields, of which no load holds {}), and {} fields and elements inside of fields",
            self.roots.len(),
            self.fields,
            self.bitfields,
            self.unreadable,
            self.inner
        )
    }
}
