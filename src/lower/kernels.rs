//! Some of several kernels, in words. The words of kernels that follow each other do not name those between them, so that they
//! stay the same when a kernel is added.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::model::KernelSet;

use super::c_text::CText;

/// Some of the kernels of the file.
#[derive(Debug)]
pub(crate) struct SomeKernels {
    /// As a Rust name: `until_5_10`
    pub(crate) ident: String,
    /// For people: `up to 5.10`
    pub(crate) text: CText,
    /// Whether the last one is among them, whose layout programs have on targets other than BPF.
    pub(crate) has_last: bool,
}

/// All kernels of the file, by their names, and those of its items that are only some.
#[derive(Debug)]
pub(super) struct Kernels {
    /// The name of each, and the part of a Rust name for it.
    names: Vec<(String, String)>,
    used: BTreeMap<KernelSet, Rc<SomeKernels>>,
}

impl Kernels {
    pub(super) fn new(names: &[String]) -> Kernels {
        let mut taken = BTreeSet::new();
        let names = names.iter().map(|name| {
            let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
            let mut ident: String = name.chars().map(plain).collect();
            while !taken.insert(ident.clone()) {
                ident.push('_');
            }
            // The end of a path.
            (name.replace('/', "-"), ident)
        });
        Kernels {
            names: names.collect(),
            used: BTreeMap::new(),
        }
    }

    pub(super) fn some(&mut self, on: &KernelSet) -> Rc<SomeKernels> {
        if let Some(known) = self.used.get(on) {
            return Rc::clone(known);
        }
        let (mut text, mut ident) = (Vec::new(), Vec::new());
        for (first, last) in runs(on) {
            let ((first_name, first_ident), (last_name, last_ident)) =
                (&self.names[first], &self.names[last]);
            let (is_first, is_last) = (first == 0, last + 1 == self.names.len());
            match (is_first, is_last) {
                (true, _) => {
                    text.push(format!("up to {last_name}"));
                    ident.push(format!("until_{last_ident}"));
                }
                (false, true) => {
                    text.push(format!("from {first_name}"));
                    ident.push(format!("from_{first_ident}"));
                }
                _ if first == last => {
                    text.push(first_name.clone());
                    ident.push(format!("only_{first_ident}"));
                }
                _ => {
                    text.push(format!("{first_name} to {last_name}"));
                    ident.push(format!("from_{first_ident}_until_{last_ident}"));
                }
            }
        }
        let some = Rc::new(SomeKernels {
            ident: ident.join("_and_"),
            text: CText::new(&text.join(", ")),
            has_last: on.contains(&(self.names.len() - 1)),
        });
        self.used.insert(on.clone(), Rc::clone(&some));
        some
    }

    /// Those that items have, by their Rust names.
    pub(super) fn used(self) -> Vec<Rc<SomeKernels>> {
        let mut used: Vec<_> = self.used.into_values().collect();
        used.sort_by(|a, b| a.ident.cmp(&b.ident));
        used
    }
}

/// The first and last of each series of numbers without a gap.
fn runs(on: &KernelSet) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in on.iter().copied() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::Kernels;

    #[test]
    fn kernels_are_said_so_that_more_kernels_change_little() {
        let names = ["5.10", "6.1", "6.6", "6.12"].map(str::to_string);
        for (on, text, ident, has_last) in [
            (&[0][..], "up to 5.10", "until_5_10", false),
            (&[0, 1], "up to 6.1", "until_6_1", false),
            (&[1], "6.1", "only_6_1", false),
            (&[1, 2], "6.1 to 6.6", "from_6_1_until_6_6", false),
            (&[3], "from 6.12", "from_6_12", true),
            (&[2, 3], "from 6.6", "from_6_6", true),
            (
                &[0, 3],
                "up to 5.10, from 6.12",
                "until_5_10_and_from_6_12",
                true,
            ),
        ] {
            let some = Kernels::new(&names).some(&on.iter().copied().collect());
            let found = (some.text.as_str(), some.ident.as_str(), some.has_last);
            assert_eq!(found, (text, ident, has_last));
        }
    }
}
