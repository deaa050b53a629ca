//! The limit on the work of comparing types.

use super::refusal::Refusal;

/// The maximum number of members, parameters and types that are compared, for one object on one kernel. A large program needs a
/// thousandth of it.
const MOST: u64 = 1 << 28;

/// The remaining work. Without this limit, a few types that refer to each other could take hours.
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
