//! Names, most of which are never used.

use std::fmt;

// Names are short. Choosing the instructions for long texts takes longer than reading the name.
use memchr::arch::all::memchr::One;

/// Ends each name in a string section.
const END: u8 = 0;

/// A name, and the string section after it. The end of the name is looked up when the name is used. A kernel has 200,000 names
/// of members, parameters and functions, and few of them are printed.
#[derive(Clone, Copy)]
pub(crate) struct Name<'a>(&'a str);

impl<'a> Name<'a> {
    pub(crate) fn new(text: &'a str) -> Name<'a> {
        Name(text)
    }

    pub(crate) fn text(self) -> &'a str {
        match One::new(END).find(self.0.as_bytes()) {
            Some(end) => &self.0[..end],
            None => self.0,
        }
    }

    pub(crate) fn is_empty(self) -> bool {
        matches!(self.0.as_bytes(), [] | [END, ..])
    }

    /// The length of the name in units of 16 bytes, rounded down.
    pub(crate) fn sixteens(self) -> usize {
        let start = self.0.as_bytes().first_chunk::<16>();
        let is_short =
            start.is_some_and(|start| start.iter().fold(false, |end, it| end | (*it == END)));
        match is_short {
            true => 0,
            false => self.text().len() / 16,
        }
    }
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_name_ends_where_its_section_says() {
        let (long, tail) = ("a".repeat(40), "b".repeat(40));
        for text in ["", "a", "task_struct", "sixteen_bytes_of", &long] {
            for section in [
                text.to_string(),
                format!("{text}\0"),
                format!("{text}\0{tail}"),
            ] {
                let name = Name::new(&section);
                assert_eq!(name.text(), text, "{section:?}");
                assert_eq!(name.is_empty(), text.is_empty(), "{section:?}");
                assert_eq!(name.sixteens(), text.len() / 16, "{section:?}");
            }
        }
    }
}
