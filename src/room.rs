//! How much text btfgen writes at most. Few bytes of BTF can stand for any amount of text, because a type is written wherever
//! it is used.

use std::fmt;

/// Most bytes that are written for one command. A whole kernel has 20 MB.
pub(crate) const MAX_TEXT: usize = 128 << 20;

/// More text than btfgen writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// The type with which it became too long.
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

    /// What is left, in bytes.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    /// Takes so many bytes for a type, whose name is a text for a terminal.
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

/// Checks text that has grown by what is written of a type.
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
