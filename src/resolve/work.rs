//! How much comparing of types a resolver does at most.

use super::refusal::Refusal;

/// Members, parameters and types that are looked at, for one object on one kernel. A thousand times what a large program needs.
const MOST: u64 = 1 << 28;

/// What is left of it. Without this bound, a few types that contain each other could take hours.
pub(super) struct Work {
    left: u64,
}

impl Work {
    pub(super) fn new() -> Work {
        Work { left: MOST }
    }

    pub(super) fn take(&mut self) -> Result<(), Refusal> {
        self.left = self.left.checked_sub(1).ok_or(Refusal::TooMuch)?;
        Ok(())
    }
}
