//! C declarations for doc comments.

use std::fmt;

/// C text that a doc comment may contain. Not every name in it was checked, because a declaration also names types that the file
/// does not define.
#[derive(Clone, Debug)]
pub(crate) struct CText(String);

impl CText {
    pub(super) fn new(text: &str) -> CText {
        let is_harmless = |c: char| c.is_ascii_alphanumeric() || "_ *()[]{},.:=-…".contains(c);
        CText(text.replace(|c| !is_harmless(c), "?"))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
