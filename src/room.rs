//! The maximum length of the text that btfgen writes. A few bytes of BTF can expand to any amount of text, because a type is
//! written at each use.

use std::fmt;

/// The maximum number of bytes that one command writes. A whole kernel has 23 MB.
pub(crate) const MAX_TEXT: usize = 128 << 20;

/// More text than btfgen writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// The type whose text made it too long.
    ty: String,
}

/// How many bytes may still be written, or held in memory for what is written later.
#[derive(Debug)]
pub(crate) struct Room {
    left: usize,
}

impl Room {
    pub(crate) fn new(bytes: usize) -> Room {
        Room { left: bytes }
    }

    /// The number of bytes that are left.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    /// Takes this number of bytes for a type. Its name must be safe for a terminal.
    pub(crate) fn take(
        &mut self,
        bytes: usize,
        ty: impl FnOnce() -> String,
    ) -> Result<(), TooLong> {
        match self.left.checked_sub(bytes) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(TooLong { ty: ty() }),
        }
    }
}

/// Checks the length of text after the text of a type was added.
pub(crate) fn check(text: &str, ty: impl FnOnce() -> String) -> Result<(), TooLong> {
    Room::new(MAX_TEXT).take(text.len(), ty)
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "with {}, the text has more than {} MiB, the most that btfgen writes",
            self.ty,
            MAX_TEXT >> 20
        )
    }
}

impl std::error::Error for TooLong {}
