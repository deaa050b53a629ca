//! How much may yet be unpacked.

use super::Problem;

/// What is too much leaves nothing for other files.
pub(super) fn take_off(left: &mut u64, length: usize) -> Result<(), Problem> {
    let rest = left.checked_sub(length as u64);
    *left = rest.unwrap_or(0);
    rest.map(drop).ok_or(Problem::TooMuch)
}
