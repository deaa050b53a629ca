//! The lines of a table.

use super::{Error, PREFIX};

/// The lines of one table out of a section that may hold several.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    offset: usize,
    number: usize,
}

pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    offset: usize,
    number: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Lines<'a> {
        Lines {
            bytes,
            offset: 0,
            number: 0,
        }
    }

    /// Where the next line would be.
    pub(super) fn end(&self) -> Line<'a> {
        Line {
            text: "",
            offset: self.offset,
            number: self.number + 1,
        }
    }

    pub(super) fn next(&mut self) -> Result<Option<Line<'a>>, Error> {
        let rest = &self.bytes[self.offset..];
        let next_table = self.number > 0 && rest.starts_with(PREFIX.as_bytes());
        if rest.is_empty() || rest[0] == 0 || next_table {
            return Ok(None);
        }
        let mut line = self.end();
        let end = rest.iter().position(|&b| b == b'\n');
        let bytes = &rest[..end.ok_or_else(|| line.error("the line has no end"))?];
        if !bytes.iter().all(|b| (b' '..0x7f).contains(b)) {
            return Err(line.error("not printable ASCII"));
        }
        line.text = std::str::from_utf8(bytes).map_err(|_| line.error("not printable ASCII"))?;
        self.offset += bytes.len() + 1;
        self.number += 1;
        Ok(Some(line))
    }
}

impl Line<'_> {
    pub(super) fn error(&self, reason: impl Into<String>) -> Error {
        Error {
            offset: self.offset,
            line: self.number,
            reason: reason.into(),
        }
    }

    pub(super) fn parse<T>(&self, parse: fn(&str) -> Result<T, String>) -> Result<T, Error> {
        parse(self.text).map_err(|reason| self.error(reason))
    }
}
