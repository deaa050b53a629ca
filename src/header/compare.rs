//! How a file differs from the file that btfgen would write: in its header, or else in its lines.

use std::collections::BTreeSet;

use super::text::{KERNEL, NAME, OPTION, RELEASE, RUNTIME, TYPES};
use crate::output::Difference;
use crate::text::printable;

/// What a header says.
struct Facts<'a> {
    version: &'a str,
    kernels: Vec<Named<'a>>,
    options: BTreeSet<&'a str>,
}

/// What a header says of a kernel.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    /// Its name, if there are several kernels.
    pub(super) name: Option<&'a str>,
    /// Its release, if btfgen knew it.
    pub(super) release: Option<&'a str>,
    /// Its BTF, by length and hash.
    btf: &'a str,
}

impl<'a> Named<'a> {
    pub(super) fn of(text: &'a str) -> Named<'a> {
        let (name, text) = match text.split_once(NAME) {
            Some((name, text)) => (Some(name), text),
            None => (None, text),
        };
        let named = text.strip_prefix(RELEASE.0);
        let (release, btf) = match named.and_then(|it| it.split_once(RELEASE.1)) {
            Some((release, btf)) => (Some(release), btf),
            None => (None, text),
        };
        Named { name, release, btf }
    }

    fn text(&self) -> String {
        let name = self.name.map(|it| format!("{it}{NAME}"));
        let release = self
            .release
            .map(|it| format!("{}{it}{}", RELEASE.0, RELEASE.1));
        format!(
            "{}{}{}",
            name.unwrap_or_default(),
            release.unwrap_or_default(),
            self.btf
        )
    }

    fn is_same(&self, other: &Named<'_>) -> bool {
        let releases = self.release.zip(other.release);
        let names = self.name.zip(other.name);
        self.btf == other.btf
            && names.is_none_or(|(old, new)| old == new)
            && releases.is_none_or(|(old, new)| old == new)
    }
}

impl<'a> Facts<'a> {
    fn of(text: &'a str) -> Option<Facts<'a>> {
        let mut lines = text.lines().take_while(|line| line.starts_with("//"));
        let first = lines.next()?;
        let mut facts = [TYPES, RUNTIME].iter().find_map(|(before, behind)| {
            Some(Facts {
                version: first.strip_prefix(before)?.strip_suffix(behind)?,
                kernels: Vec::new(),
                options: BTreeSet::new(),
            })
        })?;
        for line in lines {
            facts
                .kernels
                .extend(line.strip_prefix(KERNEL).map(Named::of));
            facts.options.extend(line.strip_prefix(OPTION));
        }
        Some(facts)
    }

    fn kernels(&self) -> String {
        let kernels: Vec<_> = self.kernels.iter().map(Named::text).collect();
        kernels.join("; ")
    }
}

/// How a file differs from the file that btfgen would write. If only one of them has the kernel's release, that is no difference.
pub(crate) fn difference(existing: &str, new: &str) -> Difference {
    let is_kernel = |line: &str| line.starts_with(KERNEL);
    if let (Some(old), Some(new)) = (Facts::of(existing), Facts::of(new))
        && let Some(difference) = difference_of(&old, &new)
    {
        return Difference::Header(printable(&difference));
    }
    let (mut old, mut new) = (existing.split('\n'), new.split('\n'));
    let mut number = 0;
    loop {
        number += 1;
        match (old.next(), new.next()) {
            (None, None) => return Difference::None,
            (Some(old), Some(new)) if old == new || is_kernel(old) && is_kernel(new) => {}
            _ => return Difference::Line(number),
        }
    }
}

fn difference_of(old: &Facts<'_>, new: &Facts<'_>) -> Option<String> {
    if old.version != new.version {
        let (old, new) = (old.version, new.version);
        return Some(format!("btfgen {old} wrote it, and this is btfgen {new}"));
    }
    let mut pairs = old.kernels.iter().zip(&new.kernels);
    if old.kernels.len() != new.kernels.len() || !pairs.all(|(old, new)| old.is_same(new)) {
        let is_one = old.kernels.len() == 1 && new.kernels.len() == 1;
        let (old, new) = (old.kernels(), new.kernels());
        return Some(match is_one {
            true => format!("its kernel is {old}, and this one is {new}"),
            false => format!("its kernels are {old}, and these are {new}"),
        });
    }
    let extra = old.options.difference(&new.options).next();
    let missing = new.options.difference(&old.options).next();
    match (extra, missing) {
        (None, None) => None,
        (Some(extra), None) => Some(format!("it was written with --{extra}")),
        (None, Some(missing)) => Some(format!("it was written without --{missing}")),
        (Some(extra), Some(missing)) => Some(format!(
            "it was written with --{extra}, and without --{missing}"
        )),
    }
}
