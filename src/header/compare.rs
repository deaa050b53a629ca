//! How a file differs from the file that btfgen would write: in its header, or else in its lines.

use std::collections::BTreeSet;

use super::text::{KERNEL, OPTION, RELEASE, RUNTIME, TYPES};
use crate::output::Difference;
use crate::text::printable;

/// What a header says.
struct Facts<'a> {
    version: &'a str,
    /// The kernel's release, if btfgen knew it.
    release: Option<&'a str>,
    /// The kernel's BTF, by length and hash.
    btf: &'a str,
    options: BTreeSet<&'a str>,
}

impl<'a> Facts<'a> {
    fn of(text: &'a str) -> Option<Facts<'a>> {
        let mut lines = text.lines().take_while(|line| line.starts_with("//"));
        let first = lines.next()?;
        let mut facts = [TYPES, RUNTIME].iter().find_map(|(before, behind)| {
            Some(Facts {
                version: first.strip_prefix(before)?.strip_suffix(behind)?,
                release: None,
                btf: "",
                options: BTreeSet::new(),
            })
        })?;
        for line in lines {
            if let Some(kernel) = line.strip_prefix(KERNEL) {
                let named = kernel.strip_prefix(RELEASE.0);
                (facts.release, facts.btf) = match named.and_then(|it| it.split_once(RELEASE.1)) {
                    Some((release, btf)) => (Some(release), btf),
                    None => (None, kernel),
                };
            }
            facts.options.extend(line.strip_prefix(OPTION));
        }
        Some(facts)
    }

    fn kernel(&self) -> String {
        let release = self
            .release
            .map(|it| format!("{}{it}{}", RELEASE.0, RELEASE.1));
        format!("{}{}", release.unwrap_or_default(), self.btf)
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
    let releases = old.release.zip(new.release);
    if old.btf != new.btf || releases.is_some_and(|(old, new)| old != new) {
        let (old, new) = (old.kernel(), new.kernel());
        return Some(format!("its kernel is {old}, and this one is {new}"));
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
