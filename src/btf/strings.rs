//! The string section → names.

use memchr::arch::all::memchr::One;

/// Four times what the kernel allows for a symbol (`KSYM_NAME_LEN`).
pub(super) const MAX_NAME: usize = 2048;

/// The string section of a BTF.
#[derive(Clone, Copy, Default)]
pub(super) struct Strings<'a> {
    bytes: &'a [u8],
    /// The longest start of the section that is UTF-8. In every real kernel, this is the whole section. A check of the whole
    /// section takes a tenth of the time of a check of each name.
    text: &'a str,
    /// Whether the whole section is UTF-8, and every name in it is short enough. Then there is a name at each offset.
    is_plain: bool,
}

/// Why there is no name at an offset.
pub(super) enum NoName {
    Beyond,
    Endless,
    NotUtf8,
}

impl<'a> Strings<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Strings<'a> {
        let text = std::str::from_utf8(bytes);
        let text = text.or_else(|error| std::str::from_utf8(&bytes[..error.valid_up_to()]));
        let text = text.unwrap_or_default();
        // If each window has an end of a name, no name is longer than two windows.
        let mut windows = bytes.chunks(MAX_NAME / 2);
        let is_plain = text.len() == bytes.len()
            && bytes.last() == Some(&0)
            && windows.all(|window| memchr::memchr(0, window).is_some());
        Strings {
            bytes,
            text,
            is_plain,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether the section begins with the empty name, as in BTF that continues no other. `None` if the section is empty.
    pub(super) fn begins_with_empty(&self) -> Option<bool> {
        self.bytes.first().map(|byte| *byte == 0)
    }

    /// Whether a name begins here, or the last name ends just before.
    pub(super) fn is_start(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.bytes.get(before));
        before.is_none_or(|byte| *byte == 0)
    }

    pub(super) fn name(&self, at: usize) -> Result<&'a str, NoName> {
        let rest = self.bytes.get(at..).ok_or(NoName::Beyond)?;
        let rest = &rest[..rest.len().min(MAX_NAME + 1)];
        let length = One::new(0).find(rest).ok_or(NoName::Endless)?;
        match self.text.get(at..at + length) {
            Some(name) => Ok(name),
            None => std::str::from_utf8(&rest[..length]).map_err(|_| NoName::NotUtf8),
        }
    }

    /// The whole section if there is a name at each offset, else an empty one.
    pub(super) fn plain(&self) -> &'a str {
        match self.is_plain {
            true => self.text,
            false => "",
        }
    }
}
